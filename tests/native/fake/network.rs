//! What the network does on command, seen by the typed client in virtual time.

use seam_edge::api::access_codes::{self, CreateParameters};
use seam_edge::api::devices;
use seam_edge::client::Client;
use seam_edge::client::config::Config;
use seam_edge::error::{Error, TransportCode};
use seam_edge::fake::{Disturbance, FakeHost, NetworkFault, NewDevice, Setup};

use crate::calls::BEGINNING;

pub(crate) fn host(seed: u64, brand: &str) -> (FakeHost, String) {
    let host = FakeHost::new(Setup { now: BEGINNING, seed });
    let new = NewDevice {
        brand: brand.to_owned(),
        ..NewDevice::default()
    };
    let device_id = host.with(|fake| fake.add_device(new)).unwrap();
    (host, device_id)
}

pub(crate) fn config(host: &FakeHost) -> Config {
    Config::with_api_key(&host.with(|fake| fake.api_key().to_owned())).unwrap()
}

pub(crate) fn client(host: &FakeHost) -> Client<&FakeHost> {
    Client::new(host, config(host))
}

fn disturb(host: &FakeHost, fault: NetworkFault, times: u32) {
    let disturbance = Disturbance {
        fault,
        path: None,
        times,
    };
    host.with(|fake| fake.disturb(disturbance)).unwrap();
}

/// The paths of the log with what became of them.
fn log(host: &FakeHost) -> Vec<(u16, String)> {
    let log = host.with(|fake| fake.log().to_vec());
    log.into_iter().map(|line| (line.status, line.error)).collect()
}

#[test]
fn a_read_gets_over_two_faults_and_a_create_over_none() {
    let faults = [
        (NetworkFault::LostBefore, 0, "lost_before", 0),
        (NetworkFault::LostAfter, 0, "lost_after", 1),
        (NetworkFault::TooManyRequests(3), 429, "too_many_requests", 0),
        (NetworkFault::ServerError(503), 503, "server_error", 0),
    ];
    for (fault, status, name, created) in faults {
        let (host, device_id) = host(7, "august");
        let client = client(&host);
        disturb(&host, fault, 2);
        let parameters = devices::ListParameters::default();
        let devices = host
            .run(client.call(&devices::LIST, &parameters))
            .unwrap()
            .unwrap();
        assert_eq!(devices.len(), 1);
        let failed = (status, name.to_owned());
        assert_eq!(log(&host), [failed.clone(), failed, (200, String::new())]);
        if let NetworkFault::TooManyRequests(seconds) = fault {
            let waited = host.with(|fake| fake.now()) - BEGINNING;
            assert!(waited >= i64::from(seconds) * 2000, "{waited}");
        }
        disturb(&host, fault, 1);
        let parameters = CreateParameters {
            device_id: device_id.clone(),
            ..Default::default()
        };
        let outcome = host.run(client.call(&access_codes::CREATE, &parameters)).unwrap();
        let parameters = access_codes::ListParameters {
            device_id: Some(device_id),
            ..Default::default()
        };
        let codes = host
            .run(client.call(&access_codes::LIST, &parameters))
            .unwrap()
            .unwrap();
        // A refusal with 429 says that nothing was done, so the create may be sent again.
        let is_refused = matches!(fault, NetworkFault::TooManyRequests(_));
        assert_eq!(
            (outcome.is_ok(), codes.len()),
            (is_refused, created + usize::from(is_refused)),
            "{name}"
        );
    }
}

#[test]
fn a_slow_reply_is_waited_for_until_the_timeout() {
    let (host, _) = host(7, "august");
    let config = config(&host).with_timeout(5_000.0).unwrap().with_max_retries(0);
    let client = Client::new(&host, config);
    let parameters = devices::ListParameters::default();
    disturb(&host, NetworkFault::Slow(4_000), 1);
    assert!(
        host.run(client.call(&devices::LIST, &parameters))
            .unwrap()
            .is_ok()
    );
    assert_eq!(host.with(|fake| fake.now()), BEGINNING + 4_000);
    disturb(&host, NetworkFault::Slow(6_000), 1);
    let failed = host
        .run(client.call(&devices::LIST, &parameters))
        .unwrap()
        .unwrap_err();
    assert!(matches!(failed, Error::Transport(error) if error.code == TransportCode::Timeout));
    assert_eq!(host.with(|fake| fake.now()), BEGINNING + 9_000);
}

#[test]
fn a_reply_that_breaks_off_is_no_reply() {
    let (host, _) = host(7, "august");
    let client = client(&host);
    disturb(&host, NetworkFault::CutBody, 1);
    let failed = host
        .run(client.call(&devices::LIST, &devices::ListParameters::default()))
        .unwrap();
    assert!(failed.is_err(), "{failed:?}");
    assert_eq!(log(&host), [(200, "cut_body".to_owned())]);
}

#[test]
fn misuse_names_what_is_wrong() {
    let (host, _) = host(7, "august");
    let disturb = |fault, path: &str| {
        let disturbance = Disturbance {
            fault,
            path: Some(path.to_owned()),
            times: 1,
        };
        host.with(|fake| fake.disturb(disturbance))
            .unwrap_err()
            .to_string()
    };
    assert!(disturb(NetworkFault::LostAfter, "/access_code/create").starts_with("path: "));
    assert!(disturb(NetworkFault::ServerError(404), "/devices/list").starts_with("status: 404 "));
    let share = host
        .with(|fake| fake.disturb_at_random(1.5))
        .unwrap_err()
        .to_string();
    assert!(share.starts_with("share: 1.5 "), "{share}");
}

#[test]
fn a_future_that_no_clock_brings_on_is_told_apart() {
    let (host, _) = host(7, "august");
    assert_eq!(host.run(std::future::pending::<()>()), None);
    assert_eq!(host.run(async { 7 }), Some(7));
}
