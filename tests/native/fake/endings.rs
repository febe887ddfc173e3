//! How flows end against the fake, at any random moment: nothing is sent after an abort, and a session that expires is reported as such. And pages, each
//! item of which comes once while others come and go.

use std::cell::Cell;
use std::collections::BTreeMap;

use chrono::DateTime;
use seam_edge::api::access_codes::{self, CreateParameters};
use seam_edge::api::{client_sessions, devices, events};
use seam_edge::client::Client;
use seam_edge::client::config::Config;
use seam_edge::client::host::{Host, HttpRequest, SendFailure};
use seam_edge::client::typed::{EnsureFailure, Until, WaitFailure, WaitOptions, WatchOptions};
use seam_edge::error::{Error, TransportCode};
use seam_edge::fake::{FakeHost, Reply};

use crate::calls::{BEGINNING, MINUTE};
use crate::network::{client, config, host};
use crate::simulated::{below, beside, next, undisturbed, within};
use crate::soak::Soak;

/// A host whose caller gives up at an instant: what is under way then and what comes later is canceled.
struct Aborting<'h> {
    host: &'h FakeHost,
    /// In ms since 1970.
    at: f64,
    /// How much was sent, or was to be, after that.
    late: Cell<u32>,
}

impl Host for Aborting<'_> {
    type Reply = Reply;

    async fn send(&self, request: &HttpRequest, timeout: f64) -> Result<Reply, SendFailure> {
        if self.now() >= self.at {
            self.late.set(self.late.get() + 1);
            return Err(SendFailure::Canceled);
        }
        let reply = self.host.send(request, timeout).await;
        if self.now() >= self.at {
            Err(SendFailure::Canceled)
        } else {
            reply
        }
    }

    async fn sleep(&self, duration: f64) {
        self.host.sleep(duration).await;
    }

    fn now(&self) -> f64 {
        self.host.now()
    }

    fn elapsed(&self) -> f64 {
        self.host.elapsed()
    }

    fn random(&self) -> f64 {
        self.host.random()
    }
}

/// The operations of several steps.
const OPERATIONS: u64 = 5;

fn failure<T>(result: Result<T, Error>) -> Option<Error> {
    result.err()
}

/// Runs one of the operations to its end; what call it failed with, nothing where it did not fail by a call.
async fn operation<H: Host>(which: u64, client: &Client<H>, device_id: &str, id: &str) -> Option<Error> {
    let wait = WaitOptions {
        max_wait: f64::INFINITY,
        ..Default::default()
    };
    let of_wait = |failure| match failure {
        WaitFailure::Call(error) => Some(error),
        _ => None,
    };
    match which % OPERATIONS {
        0 => {
            let parameters = CreateParameters {
                device_id: device_id.to_owned(),
                ..Default::default()
            };
            match client.ensure(&parameters, Some("booking 18")).await {
                Err(EnsureFailure::Call(error)) => Some(error),
                _ => None,
            }
        }
        1 => {
            let waited = client.wait_until_set(id, Until::Set, wait, |_| ()).await;
            waited.err().and_then(of_wait)
        }
        2 => {
            let waited = client.wait_until_removed(id, wait, |_| ()).await;
            waited.err().and_then(of_wait)
        }
        3 => {
            let mut watch = client
                .watch(
                    &events::ListParameters::default(),
                    WatchOptions::default(),
                    |_| (),
                )
                .unwrap();
            loop {
                if let Err(error) = next(&mut watch).await.unwrap() {
                    return Some(error);
                }
            }
        }
        _ => {
            let list = access_codes::ListParameters {
                device_id: Some(device_id.to_owned()),
                limit: Some(1),
                ..Default::default()
            };
            let mut pages = client.pages(&access_codes::LIST, &list);
            while let Some(page) = next(&mut pages).await {
                if let Some(error) = failure(page) {
                    return Some(error);
                }
            }
            None
        }
    }
}

/// A code that is never set, since its lock is offline; its ID.
fn code_of_offline_lock(host: &FakeHost, device_id: &str) -> String {
    let offline = seam_edge::fake::LockControl::GoOffline;
    host.with(|fake| fake.control(device_id, offline)).unwrap();
    let parameters = CreateParameters {
        device_id: device_id.to_owned(),
        ..Default::default()
    };
    let code = host.run(client(host).call(&access_codes::CREATE, &parameters));
    code.unwrap().unwrap().access_code_id
}

#[test]
fn nothing_is_sent_after_an_abort() {
    let mut soak = Soak::of("aborts against the fake", 500, "seeds");
    let mut aborted = [0; OPERATIONS as usize];
    for seed in soak.seeds() {
        let (host, device_id) = host(seed, "august");
        let id = code_of_offline_lock(&host, &device_id);
        let wait = below(&host, if seed % OPERATIONS == 0 { 3_000 } else { 600_000 });
        let aborting = Aborting {
            at: host.now() + f64::from(wait),
            late: Cell::new(0),
            host: &host,
        };
        let client = Client::new(&aborting, config(&host));
        host.with(|fake| fake.disturb_at_random(0.3)).unwrap();
        let ended = loop {
            let ended = host.run(operation(seed, &client, &device_id, &id)).unwrap();
            // Some end before they are aborted; those are begun again.
            if host.now() >= aborting.at {
                break ended;
            }
            host.run(host.sleep(1_000.0));
        };
        // A sleep is not ended by this host; the first thing that comes after it is refused, and there is no second.
        let late = aborting.late.get();
        assert!(late <= 1, "seed {seed}: {late} requests after the abort");
        if late == 1 {
            let is_canceled =
                matches!(&ended, Some(Error::Transport(error)) if error.code == TransportCode::Canceled);
            // Whose code is made has it, also where looking whether there are two was aborted.
            let is_made = seed % OPERATIONS == 0 && ended.is_none();
            assert!(is_canceled || is_made, "seed {seed}: {ended:?}");
            aborted[(seed % OPERATIONS) as usize] += 1;
        }
        soak.simulated(host.elapsed());
    }
    assert!(aborted.iter().all(|count| *count > 10), "{aborted:?}");
}

#[test]
fn a_session_that_expires_is_said_so() {
    let mut soak = Soak::of("expiring sessions against the fake", 100, "seeds");
    for seed in soak.seeds() {
        let (host, device_id) = host(seed, "august");
        let owner = client(&host);
        let id = code_of_offline_lock(&host, &device_id);
        let expiry = BEGINNING + MINUTE + i64::from(below(&host, 3_600_000));
        let device = devices::GetParameters {
            device_id: Some(device_id.clone()),
            ..Default::default()
        };
        let device = host.run(owner.call(&devices::GET, &device)).unwrap().unwrap();
        let session = client_sessions::CreateParameters {
            connected_account_ids: Some(vec![device.connected_account_id]),
            expires_at: DateTime::from_timestamp_millis(expiry).map(|at| at.fixed_offset()),
            ..Default::default()
        };
        let session = host.run(owner.call(&client_sessions::CREATE, &session));
        let token = session.unwrap().unwrap().token;
        let client = Client::new(&host, Config::with_client_session_token(&token).unwrap());
        host.with(|fake| fake.disturb_at_random(0.2)).unwrap();
        // An application that begins again whatever a bad network has ended.
        let ended = loop {
            let running = operation(seed, &client, &device_id, &id);
            let ended = host.run(within(&host, 7_200_000.0, running)).unwrap();
            let Some(ended) = ended else {
                panic!("seed {seed}: two hours without a word");
            };
            match ended {
                // A 401 whose body the network has cut says no more.
                Some(Error::Api(error)) if error.status == 401 && error.code.is_empty() => {}
                Some(Error::Api(error)) if error.status == 401 => break error,
                Some(Error::Api(error)) => assert!(error.status >= 429, "seed {seed}: {error:?}"),
                Some(Error::Transport(_) | Error::InvalidResponse(_)) | None => {}
                Some(error) => panic!("seed {seed}: {error}"),
            }
            host.run(host.sleep(5_000.0));
        };
        assert_eq!(ended.code, "client_session_expired", "seed {seed}");
        let late = host.now() - expiry as f64;
        assert!(
            (0.0..300_000.0).contains(&late),
            "seed {seed}: {late} ms after it"
        );
        soak.simulated(host.elapsed());
    }
}

#[test]
fn each_item_comes_on_one_page_while_others_come_and_go() {
    let mut soak = Soak::of("pages against the fake", 30, "seeds");
    for seed in soak.seeds() {
        let (host, device_id) = host(seed, "august");
        let owner = client(&host);
        host.with(|fake| fake.control(&device_id, seam_edge::fake::LockControl::Slots(500)))
            .unwrap();
        let create = CreateParameters {
            device_id: device_id.clone(),
            ..Default::default()
        };
        let mut staying = BTreeMap::new();
        for _ in 0..20 {
            let code = host
                .run(owner.call(&access_codes::CREATE, &create))
                .unwrap()
                .unwrap();
            staying.insert(code.access_code_id, 1);
        }
        host.with(|fake| fake.disturb_at_random(0.3)).unwrap();
        let changes = async {
            loop {
                host.sleep(f64::from(below(&host, 2_000))).await;
                let passing = undisturbed(&host, 0.3, owner.call(&access_codes::CREATE, &create)).await;
                host.sleep(f64::from(below(&host, 2_000))).await;
                let delete = access_codes::DeleteParameters {
                    access_code_id: passing.unwrap().access_code_id,
                    ..Default::default()
                };
                undisturbed(&host, 0.3, owner.call(&access_codes::DELETE, &delete))
                    .await
                    .unwrap();
            }
        };
        let list = access_codes::ListParameters {
            device_id: Some(device_id.clone()),
            limit: Some(1 + below(&host, 5)),
            ..Default::default()
        };
        let walk = async {
            loop {
                let mut seen: BTreeMap<String, u32> = BTreeMap::new();
                let mut pages = owner.pages(&access_codes::LIST, &list);
                let mut is_whole = true;
                while let Some(page) = next(&mut pages).await {
                    match page {
                        Ok(codes) => codes
                            .into_iter()
                            .for_each(|code| *seen.entry(code.access_code_id).or_default() += 1),
                        Err(_) => is_whole = false,
                    }
                    host.sleep(500.0).await;
                }
                if is_whole {
                    return seen;
                }
            }
        };
        let mut seen = host.run(beside(walk, changes)).unwrap();
        assert!(
            seen.values().all(|times| *times == 1),
            "seed {seed}: twice: {seen:?}"
        );
        seen.retain(|id, _| staying.contains_key(id));
        assert_eq!(seen, staying, "seed {seed}: missing");
        soak.simulated(host.elapsed());
    }
}
