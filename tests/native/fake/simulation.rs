//! Deterministic simulations: the flows against the fake, in virtual time, with locks and a network that fail at random. A run is a seed; the one that
//! fails is in the message, and fails again.

use std::cell::Cell;
use std::collections::BTreeMap;

use seam_edge::api::access_codes::{self, CreateParameters};
use seam_edge::api::events;
use seam_edge::client::Client;
use seam_edge::client::host::Host;
use seam_edge::client::typed::{EnsureFailure, Until, WaitFailure, WaitOptions, WatchOptions};
use seam_edge::fake::LockControl;

use crate::calls::MINUTE;
use crate::network::{client, config, host};
use crate::simulated::{Placed, Witness, below, beside, both, id_of, next, trouble};
use crate::soak::Soak;

#[test]
fn ensure_makes_one_code_at_most_and_one_at_last() {
    let mut soak = Soak::of("ensure against the fake", 100, "seeds");
    for seed in soak.seeds() {
        let (host, device_id) = host(seed, "august");
        let client = client(&host);
        let has_pin = seed % 2 == 0;
        let parameters = CreateParameters {
            device_id: device_id.clone(),
            code: has_pin.then(|| "4071".to_owned()),
            ..Default::default()
        };
        let key = (!has_pin).then_some("booking 17");
        let list = access_codes::ListParameters {
            device_id: Some(device_id.clone()),
            ..Default::default()
        };
        let ensure = async || loop {
            match client.ensure(&parameters, key).await {
                Ok(code) => return code.access_code_id,
                Err(EnsureFailure::Call(_)) => host.sleep(20_000.0).await,
                Err(conflict) => panic!("seed {seed}: {conflict}"),
            }
        };
        host.with(|fake| fake.disturb_at_random(0.4)).unwrap();
        let (one, other) = host.run(both(ensure(), ensure())).unwrap();
        host.with(|fake| fake.disturb_at_random(0.0)).unwrap();
        let codes = host
            .run(client.call(&access_codes::LIST, &list))
            .unwrap()
            .unwrap();
        let ids: Vec<&str> = codes.iter().map(|code| code.access_code_id.as_str()).collect();
        assert_eq!((ids, &one), (vec![one.as_str()], &other), "seed {seed}");
        soak.simulated(host.elapsed());
    }
}

#[test]
fn wait_until_set_never_says_set_when_the_lock_does_not_hold_the_code() {
    let mut soak = Soak::of("waitUntilSet against the fake", 100, "seeds");
    let (mut set, mut late, mut in_vain) = (0, 0, 0);
    for seed in soak.seeds() {
        let (host, device_id) = host(seed, "august");
        let parameters = CreateParameters {
            device_id: device_id.clone(),
            ..Default::default()
        };
        let delays = LockControl::Delays {
            setting: i64::from(below(&host, 15)) * MINUTE,
            removing: 0,
            answering: 0,
        };
        host.with(|fake| fake.control(&device_id, delays)).unwrap();
        let code = host
            .run(client(&host).call(&access_codes::CREATE, &parameters))
            .unwrap()
            .unwrap();
        let id = code.access_code_id.clone();
        let witness = Witness {
            host: &host,
            codes: vec![Placed {
                device_id: device_id.clone(),
                access_code_id: id.clone(),
                code: code.code.unwrap(),
            }],
            held: Cell::new(false),
        };
        let client = Client::new(&witness, config(&host));
        host.with(|fake| fake.disturb_at_random(0.2)).unwrap();
        let options = WaitOptions {
            max_wait: 12.0 * MINUTE as f64,
            ..Default::default()
        };
        let wait = client.wait_until_set(&id, Until::Set, options, |_| ());
        let troubles = async {
            loop {
                host.sleep(f64::from(below(&host, 60_000))).await;
                host.with(|fake| fake.disturb_at_random(0.0)).unwrap();
                trouble(&host, &device_id, &id).await;
                host.with(|fake| fake.disturb_at_random(0.2)).unwrap();
            }
        };
        match host.run(beside(wait, troubles)).unwrap() {
            Ok(_) => {
                set += 1;
                assert!(
                    witness.held.get(),
                    "seed {seed}: said set, and the lock does not hold it"
                );
            }
            Err(WaitFailure::TimedOut { .. }) => late += 1,
            Err(WaitFailure::InVain { .. }) => in_vain += 1,
            Err(WaitFailure::Call(error)) => assert!(!error.to_string().is_empty(), "seed {seed}"),
        }
        soak.simulated(host.elapsed());
    }
    // Each ending occurs, so none of them is taken for granted.
    assert!(set > 20 && late > 5, "{set} {late} {in_vain}");
}

#[test]
fn watch_events_gives_each_event_once() {
    let mut soak = Soak::of("watchEvents against the fake", 20, "seeds");
    for seed in soak.seeds() {
        let (host, device_id) = host(seed, "august");
        let client = client(&host);
        host.with(|fake| fake.delay_events(40_000));
        let options = WatchOptions {
            limit: 1 + below(&host, 20),
            ..Default::default()
        };
        let mut watch = client
            .watch(&events::ListParameters::default(), options, |_| ())
            .unwrap();
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        let owner = crate::network::client(&host);
        let deeds = async {
            for _ in 0..30 {
                host.sleep(f64::from(below(&host, 60_000))).await;
                host.with(|fake| fake.disturb_at_random(0.0)).unwrap();
                let parameters = CreateParameters {
                    device_id: device_id.clone(),
                    ..Default::default()
                };
                owner.call(&access_codes::CREATE, &parameters).await.unwrap();
                host.with(|fake| fake.disturb_at_random(0.3)).unwrap();
            }
            host.with(|fake| fake.disturb_at_random(0.0)).unwrap();
            host.sleep(10.0 * MINUTE as f64).await;
        };
        let watching = async {
            loop {
                match next(&mut watch).await.unwrap() {
                    Ok(event) => *seen.entry(id_of(&event)).or_default() += 1,
                    Err(error) => panic!("seed {seed}: {error}"),
                }
            }
        };
        host.run(beside(deeds, watching)).unwrap();
        let all = events::ListParameters {
            since: Some("2025-01-01T00:00:00Z".to_owned()),
            limit: Some(10_000),
            ..Default::default()
        };
        let all = host.run(owner.call(&events::LIST, &all)).unwrap().unwrap();
        // What happened before the watch began is not its to tell.
        let of_codes = all.iter().map(id_of);
        let expected: BTreeMap<String, u32> = of_codes.map(|id| (id, 1)).collect();
        let missing: Vec<&String> = expected.keys().filter(|id| !seen.contains_key(*id)).collect();
        assert!(seen.values().all(|times| *times == 1), "seed {seed}: twice");
        assert!(missing.len() <= 1, "seed {seed}: missing {missing:?}");
        soak.simulated(host.elapsed());
    }
}
