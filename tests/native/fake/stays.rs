//! Whole stays, simulated: a guest's code is ensured up to ten months ahead, waited for, used, and removed, while locks and the network fail and the
//! application crashes and starts again. A watch runs all the time, with restarts from its cursor. Most of the simulated hours of `npm run soak`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use chrono::DateTime;
use seam_edge::api::access_codes::{self, CreateParameters};
use seam_edge::api::events;
use seam_edge::client::Client;
use seam_edge::client::host::Host;
use seam_edge::client::typed::{EnsureFailure, Until, WaitFailure, WaitOptions, WatchOptions};
use seam_edge::error::Error;
use seam_edge::fake::{FakeHost, LockControl};
use seam_edge::model::AccessCode;

use crate::calls::{BEGINNING, HOUR, MINUTE, SECOND};
use crate::network::{client, config, host};
use crate::simulated::{Placed, Witness, below, beside, id_of, next, trouble, undisturbed, within};
use crate::soak::Soak;

/// The share of requests that the network disturbs.
const SHARE: f64 = 0.2;

const DAY: i64 = 24 * HOUR;

/// A stay, as its seed decides it.
struct Stay {
    seed: u64,
    host: FakeHost,
    device_id: String,
    /// Bounds of the code, in ms since 1970.
    starts_at: i64,
    ends_at: i64,
    /// Until when the code is waited for, in ms since 1970.
    waits_until: i64,
    /// How long between two polls, in ms.
    interval: f64,
    /// Whether the lock is put right two hours ahead of the start and works from then on.
    is_healed: bool,
}

impl Stay {
    fn of(seed: u64) -> Self {
        let brand = ["august", "schlage", "smartthings", "nuki", "kwikset", "ttlock"][(seed % 6) as usize];
        let (host, device_id) = host(seed, brand);
        // A third is near, and watched closely. A wait goes on for some polls after the start, and the stay for longer than that.
        let is_near = below(&host, 3) == 0;
        let hours = |bound: u32| i64::from(below(&host, bound));
        let (ahead, minutes, waits) = match is_near {
            true => (3 + hours(45), 1 + hours(5), 6),
            false => (24 * (1 + hours(300)), 120 + hours(480), 48),
        };
        let lasts = waits + 2 + hours(24 * if is_near { 1 } else { 14 });
        let starts_at = BEGINNING + ahead * HOUR;
        Self {
            seed,
            starts_at,
            ends_at: starts_at + lasts * HOUR,
            waits_until: starts_at + waits * HOUR,
            interval: (minutes * MINUTE) as f64,
            is_healed: below(&host, 2) == 0,
            host,
            device_id,
        }
    }

    fn now(&self) -> i64 {
        self.host.now() as i64
    }

    fn client(&self) -> Client<&FakeHost> {
        client(&self.host)
    }

    /// A wait that lasts until an instant.
    fn until(&self, at: i64) -> WaitOptions {
        WaitOptions {
            max_wait: (at - self.now()) as f64,
            polling_interval: Some(self.interval),
            ..Default::default()
        }
    }

    /// Makes the code, with crashes on the way: there is one then.
    async fn ensured(&self) -> AccessCode {
        let at = |ms| DateTime::from_timestamp_millis(ms).map(|at| at.fixed_offset());
        let parameters = CreateParameters {
            device_id: self.device_id.clone(),
            starts_at: at(self.starts_at),
            ends_at: at(self.ends_at),
            ..Default::default()
        };
        let code = loop {
            // A crash leaves nothing but what the server has.
            let client = self.client();
            let crash = f64::from(below(&self.host, 40_000));
            match within(&self.host, crash, client.ensure(&parameters, Some("booking 17"))).await {
                Some(Ok(code)) => break code,
                None => {}
                Some(Err(EnsureFailure::Call(_))) => self.host.sleep(20_000.0).await,
                Some(Err(conflict)) => panic!("seed {}: {conflict}", self.seed),
            }
        };
        let list = access_codes::ListParameters {
            device_id: Some(self.device_id.clone()),
            ..Default::default()
        };
        let client = self.client();
        let codes = undisturbed(&self.host, SHARE, client.call(&access_codes::LIST, &list)).await;
        let ids: Vec<String> = codes
            .unwrap()
            .into_iter()
            .map(|code| code.access_code_id)
            .collect();
        let only = std::slice::from_ref(&code.access_code_id);
        assert_eq!(ids, only, "seed {}: codes", self.seed);
        code
    }

    /// What locks do, until they are put right or for ever.
    async fn troubles(&self, id: &str) {
        let healing = self.starts_at - 2 * HOUR;
        loop {
            let pause = f64::from(below(&self.host, 12 * 3_600_000));
            if self.is_healed && self.host.now() + pause > healing as f64 {
                break;
            }
            self.host.sleep(pause).await;
            undisturbed(&self.host, SHARE, trouble(&self.host, &self.device_id, id)).await;
        }
        self.host.sleep((healing as f64 - self.host.now()).max(0.0)).await;
        let working = [
            LockControl::GoOnline,
            LockControl::Slots(10),
            LockControl::Delays {
                setting: i64::from(below(&self.host, 60_000)),
                removing: i64::from(below(&self.host, 60_000)),
                answering: 0,
            },
        ];
        for control in working {
            self.host
                .with(|fake| fake.control(&self.device_id, control))
                .unwrap();
        }
    }

    /// Waits for the code while the lock is troubled. Whether it was set.
    async fn waited_until_set(&self, code: &AccessCode) -> bool {
        let (seed, id) = (self.seed, &*code.access_code_id);
        let witness = Witness {
            host: &self.host,
            codes: vec![Placed {
                device_id: self.device_id.clone(),
                access_code_id: id.to_owned(),
                code: code.code.clone().unwrap(),
            }],
            held: Cell::new(false),
        };
        let end = self.waits_until;
        let client = Client::new(&witness, config(&self.host));
        let wait = client.wait_until_set(id, Until::Set, self.until(end), |_| ());
        match beside(wait, self.troubles(id)).await {
            Ok(_) => {
                assert!(self.now() >= self.starts_at, "seed {seed}: set before its start");
                assert!(
                    witness.held.get(),
                    "seed {seed}: said set, and the lock does not hold it"
                );
                true
            }
            Err(failure) => {
                assert!(
                    !self.is_healed,
                    "seed {seed}: what succeeds in time has failed: {failure}"
                );
                if let WaitFailure::TimedOut { .. } = failure {
                    let early = end - self.now();
                    assert!(early <= SECOND, "seed {seed}: {early} ms before its time");
                }
                false
            }
        }
    }

    /// Waits until the code is off the lock: at its end, or when it is deleted before.
    async fn waited_until_removed(&self, code: &AccessCode) {
        let (seed, id) = (self.seed, &*code.access_code_id);
        if below(&self.host, 2) == 0 {
            let delete = access_codes::DeleteParameters {
                access_code_id: id.to_owned(),
                ..Default::default()
            };
            // A delete whose reply is lost has been done.
            let _ = self.client().call(&access_codes::DELETE, &delete).await;
        }
        let wait = async || {
            let wait = self.until(self.ends_at + DAY);
            self.client().wait_until_removed(id, wait, |_| ()).await
        };
        let mut waited = wait().await;
        // A 404 whose body the network has cut may be that of any server, so it ends a wait; an application begins again.
        while let Err(WaitFailure::Call(Error::Transport(_))) = &waited {
            waited = wait().await;
        }
        match waited {
            Ok(_) => {
                let pin = code.code.clone().unwrap();
                let holds = self.host.with(|fake| fake.holds(&self.device_id, id, &pin));
                assert_eq!(
                    holds,
                    Ok(false),
                    "seed {seed}: said removed, and the lock holds it"
                );
            }
            Err(failure) => {
                assert!(
                    !self.is_healed,
                    "seed {seed}: what succeeds in time has failed: {failure}"
                );
            }
        }
    }

    /// A watch that is restarted from its cursor now and then, and counts what it is given.
    async fn watched(&self, seen: &RefCell<BTreeMap<String, u32>>) {
        let mut cursor = None;
        loop {
            let client = self.client();
            let options = WatchOptions {
                since: DateTime::from_timestamp_millis(BEGINNING - SECOND),
                cursor: cursor.clone(),
                polling_interval: self.interval,
                limit: 1 + below(&self.host, 20),
                ..Default::default()
            };
            let mut watch = client
                .watch(&events::ListParameters::default(), options, |_| ())
                .unwrap();
            let runs = f64::from(below(&self.host, 48 * 3_600_000));
            let stop = self.host.now() + runs;
            loop {
                let left = (stop - self.host.now()).max(0.0);
                let Some(event) = within(&self.host, left, next(&mut watch)).await else {
                    break;
                };
                let event = event
                    .unwrap()
                    .unwrap_or_else(|error| panic!("seed {}: {error}", self.seed));
                *seen.borrow_mut().entry(id_of(&event)).or_default() += 1;
                cursor = Some(watch.cursor());
            }
            self.host.sleep(f64::from(below(&self.host, 6 * 3_600_000))).await;
        }
    }

    /// The whole stay.
    async fn run(&self) -> bool {
        self.host.with(|fake| fake.disturb_at_random(SHARE)).unwrap();
        let code = self.ensured().await;
        let is_set = self.waited_until_set(&code).await;
        if self.is_healed {
            let pin = code.code.clone().unwrap();
            let opens = self.host.with(|fake| fake.enter(&self.device_id, &pin));
            assert_eq!(
                opens,
                Ok(true),
                "seed {}: the guest stands before the door",
                self.seed
            );
        }
        self.waited_until_removed(&code).await;
        // The watch comes to an end with what there is.
        self.host.with(|fake| fake.disturb_at_random(0.0)).unwrap();
        self.host.sleep((3 * DAY) as f64).await;
        is_set
    }
}

#[test]
fn guests_get_in_and_codes_go() {
    let mut soak = Soak::of("stays against the fake", 40, "stays");
    let mut set = 0;
    for seed in soak.seeds() {
        let stay = Stay::of(seed);
        stay.host.with(|fake| fake.delay_events(40_000));
        let seen = RefCell::new(BTreeMap::new());
        set += u64::from(stay.host.run(beside(stay.run(), stay.watched(&seen))).unwrap());
        let all = events::ListParameters {
            since: Some("2025-01-01T00:00:00Z".to_owned()),
            limit: Some(100_000),
            ..Default::default()
        };
        let client = stay.client();
        let all = stay.host.run(client.call(&events::LIST, &all)).unwrap().unwrap();
        let expected: BTreeMap<String, u32> = all.iter().map(|event| (id_of(event), 1)).collect();
        assert!(expected.len() > 3, "seed {seed}: {expected:?}");
        assert_eq!(
            seen.into_inner(),
            expected,
            "seed {seed}: events seen, and how often"
        );
        soak.simulated(stay.host.elapsed());
    }
    // Both endings occur, so neither is taken for granted.
    assert!(set > soak.count() / 4, "{set} of {}", soak.count());
}
