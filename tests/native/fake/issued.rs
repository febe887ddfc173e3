//! Deterministic simulations of `waitUntilIssued` against the fake: it never says issued while a lock lacks the code, and never fails what heals.

use std::cell::{Cell, RefCell};

use seam_edge::api::access_codes;
use seam_edge::api::access_grants::{self, AccessMethodRequest, CreateParameters, NewUserIdentity};
use seam_edge::api::access_methods;
use seam_edge::client::Client;
use seam_edge::client::host::Host;
use seam_edge::client::typed::{WaitFailure, WaitOptions};
use seam_edge::fake::{FakeHost, LockControl, NewDevice};
use seam_edge::flow::access_code_wait::reports::Reason;
use seam_edge::model::AccessMethodMode;

use crate::calls::{MINUTE, SECOND};
use crate::network::{client, config, host};
use crate::simulated::{Placed, Witness, below, beside, trouble, undisturbed};
use crate::soak::Soak;

/// A grant for two locks, and its codes.
fn granted(host: &FakeHost, devices: &[String], mode: AccessMethodMode) -> (String, Vec<Placed>) {
    let parameters = CreateParameters {
        user_identity: Some(NewUserIdentity {
            full_name: Some("Anna".into()),
            ..Default::default()
        }),
        device_ids: Some(devices.to_vec()),
        requested_access_methods: vec![AccessMethodRequest {
            mode: Some(mode),
            ..Default::default()
        }],
        ..Default::default()
    };
    let owner = client(host);
    let grant = host
        .run(owner.call(&access_grants::CREATE, &parameters))
        .unwrap()
        .unwrap();
    let list = access_codes::ListParameters {
        access_grant_id: Some(grant.access_grant_id.clone()),
        ..Default::default()
    };
    let codes = host.run(owner.call(&access_codes::LIST, &list)).unwrap().unwrap();
    let placed = codes.into_iter().map(|code| Placed {
        device_id: code.device_id.unwrap(),
        access_code_id: code.access_code_id,
        code: code.code.unwrap(),
    });
    (grant.access_grant_id, placed.collect())
}

#[test]
fn issued_is_said_only_when_every_lock_holds_the_code_and_nothing_that_heals_fails() {
    let mut soak = Soak::of("waitUntilIssued against the fake", 100, "seeds");
    let (mut issued, mut late) = (0, 0);
    for seed in soak.seeds() {
        let (host, first) = host(seed, "august");
        let new = NewDevice {
            brand: "schlage".into(),
            ..NewDevice::default()
        };
        let devices = [first, host.with(|fake| fake.add_device(new)).unwrap()];
        for device_id in &devices {
            let setting = i64::from(below(&host, 12)) * MINUTE;
            let delays = LockControl::Delays {
                setting,
                removing: 0,
                answering: 0,
            };
            host.with(|fake| fake.control(device_id, delays)).unwrap();
        }
        let (id, codes) = granted(&host, &devices, AccessMethodMode::Code);
        assert_eq!(codes.len(), 2, "seed {seed}");
        let about: Vec<_> = codes
            .iter()
            .map(|code| (code.device_id.clone(), code.access_code_id.clone()))
            .collect();
        let witness = Witness {
            host: &host,
            codes,
            held: Cell::new(false),
        };
        let client = Client::new(&witness, config(&host));
        // Half of the runs have a network in order, so that it is no excuse.
        let share = if seed % 2 == 0 { 0.0 } else { 0.2 };
        host.with(|fake| fake.disturb_at_random(share)).unwrap();
        let options = WaitOptions {
            max_wait: 12.0 * MINUTE as f64,
            ..Default::default()
        };
        let last_trouble = RefCell::new(0.0);
        let wait = client.wait_until_grant_issued(&id, options, |_| ());
        let troubles = async {
            loop {
                host.sleep(f64::from(below(&host, 90_000))).await;
                let (device_id, code_id) = &about[below(&host, 2) as usize];
                undisturbed(&host, share, trouble(&host, device_id, code_id)).await;
                *last_trouble.borrow_mut() = host.elapsed();
            }
        };
        match host.run(beside(wait, troubles)).unwrap() {
            Ok(found) => {
                issued += 1;
                assert!(
                    witness.held.get(),
                    "seed {seed}: said issued, and a lock does not hold the code"
                );
                assert_eq!(found.access_methods.len(), 1, "seed {seed}");
                assert_eq!(found.access_methods[0].is_issued, Some(true), "seed {seed}");
            }
            Err(WaitFailure::TimedOut { .. }) => {
                late += 1;
                host.with(|fake| fake.disturb_at_random(0.0)).unwrap();
                let list = access_methods::ListParameters {
                    access_grant_id: Some(id.clone()),
                    ..Default::default()
                };
                let owner = crate::network::client(&host);
                let methods = host
                    .run(owner.call(&access_methods::LIST, &list))
                    .unwrap()
                    .unwrap();
                let at = methods[0]
                    .issued_at
                    .map_or(f64::INFINITY, |at| at.timestamp_millis() as f64);
                // The last poll is a second ahead of the end.
                let was_issued = methods[0].is_issued == Some(true) && at < host.now() - 2.0 * SECOND as f64;
                assert!(
                    share > 0.0 || !was_issued,
                    "seed {seed}: timed out, and it was issued"
                );
            }
            Err(WaitFailure::InVain { message, .. }) => panic!("seed {seed}: {message}"),
            Err(WaitFailure::Call(error)) => panic!("seed {seed}: {error}"),
        }
        soak.simulated(host.elapsed());
    }
    // Each ending occurs, so none of them is taken for granted.
    assert!(issued > 20 && late > 5, "{issued} {late}");
}

#[test]
fn a_wait_says_what_ends_it() {
    let (host, device_id) = host(1, "august");
    let devices = [device_id.clone()];
    let client = client(&host);
    let stop = WaitOptions {
        stops_for_action: true,
        ..Default::default()
    };
    // A card, which nobody writes.
    let (card, _) = granted(&host, &devices, AccessMethodMode::Card);
    let failure = host
        .run(client.wait_until_grant_issued(&card, stop, |_| ()))
        .unwrap()
        .unwrap_err();
    let WaitFailure::InVain { reason, seen, .. } = failure else {
        panic!("{failure}")
    };
    assert_eq!(reason, Reason::NeedsAction);
    let seen_methods = seen.access().unwrap().access_methods;
    assert_eq!(seen_methods[0].is_ready_for_encoding, Some(true));
    assert_eq!(
        seen.diagnose_access(|diagnosis| diagnosis.summary.as_str()),
        "needs_encoding"
    );
    // A key, which is issued after a while; and the method alone.
    let (key, _) = granted(&host, &devices, AccessMethodMode::MobileKey);
    let found = host
        .run(client.wait_until_grant_issued(&key, stop, |_| ()))
        .unwrap()
        .unwrap();
    assert!(found.access_methods[0].instant_key_url.is_some());
    let id = &found.access_methods[0].access_method_id;
    let method = host
        .run(client.wait_until_method_issued(id, stop, |_| ()))
        .unwrap()
        .unwrap();
    assert_eq!(method, found.access_methods[0]);
    // One that is deleted meanwhile.
    host.with(|fake| fake.control(&device_id, LockControl::GoOffline))
        .unwrap();
    let (id, _) = granted(&host, &devices, AccessMethodMode::Code);
    let owner = crate::network::client(&host);
    let parameters = access_grants::DeleteParameters {
        access_grant_id: id.clone(),
    };
    let deleting = async {
        host.sleep(10_000.0).await;
        owner.call(&access_grants::DELETE, &parameters).await.unwrap();
    };
    let wait = client.wait_until_grant_issued(&id, WaitOptions::default(), |_| ());
    let failure = host.run(beside(wait, deleting)).unwrap().unwrap_err();
    let WaitFailure::InVain { reason, .. } = failure else {
        panic!("{failure}")
    };
    assert_eq!(reason, Reason::Deleted);
}
