//! Deterministic simulations: the flows against the fake, in virtual time, with locks and a network that fail at random. A run is a seed; the one that
//! fails is in the message, and fails again.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

use seam_edge::api::access_codes::{self, CreateParameters};
use seam_edge::api::{devices, events};
use seam_edge::client::Client;
use seam_edge::client::host::{Host, HttpRequest, SendFailure};
use seam_edge::client::typed::{EnsureFailure, Stream, Until, WaitFailure, WaitOptions, WatchOptions};
use seam_edge::fake::{Fake, FakeHost, LockControl, Reply};
use seam_edge::model::SeamEvent;

use crate::calls::MINUTE;
use crate::network::{client, config, host};
use crate::soak::Soak;

/// The first future's value; the second one runs as long as that takes.
async fn beside<T>(main: impl Future<Output = T>, other: impl Future<Output = ()>) -> T {
    let (mut main, mut other) = (pin!(main), pin!(other));
    let mut is_over = false;
    poll_fn(move |context| {
        if !is_over {
            is_over = other.as_mut().poll(context).is_ready();
        }
        main.as_mut().poll(context)
    })
    .await
}

/// Both values.
async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(move |context| {
        if first.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = other.as_mut().poll(context)
        {
            second = Some(value);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (some, other) => {
                (first, second) = (some, other);
                Poll::Pending
            }
        }
    })
    .await
}

async fn next<S: Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await
}

/// A random whole number below a bound.
fn below(host: &FakeHost, bound: u32) -> u32 {
    (host.random() * f64::from(bound)) as u32
}

/// One of the things that locks do, at random.
async fn trouble(host: &FakeHost, device_id: &str, access_code_id: &str) {
    let access_code_id = access_code_id.to_owned();
    let control = match below(host, 9) {
        0 => LockControl::GoOffline,
        1 | 2 => LockControl::GoOnline,
        3 => LockControl::Slots(below(host, 2)),
        4 | 5 => LockControl::Slots(10),
        6 => LockControl::Delays {
            setting: i64::from(below(host, 120_000)),
            removing: i64::from(below(host, 120_000)),
            answering: 0,
        },
        7 => LockControl::ChangeCode {
            access_code_id,
            code: "9182".into(),
        },
        _ => LockControl::DeleteCode { access_code_id },
    };
    // What happens at the keypad of a lock that is offline, Seam cannot know: that is no fault of the wait.
    let is_at_keypad = matches!(
        control,
        LockControl::ChangeCode { .. } | LockControl::DeleteCode { .. }
    );
    let parameters = devices::GetParameters {
        device_id: Some(device_id.to_owned()),
        ..Default::default()
    };
    let device = client(host).call(&devices::GET, &parameters).await.unwrap();
    let is_online = device.properties.and_then(|properties| properties.online);
    if !is_at_keypad || is_online == Some(true) {
        // A code that is not on the lock cannot be changed there.
        let _ = host.with(|fake| fake.control(device_id, control));
    }
}

/// A host that looks at the lock at the very moment at which each request is answered.
struct Witness<'h> {
    host: &'h FakeHost,
    device_id: String,
    access_code_id: String,
    code: String,
    held: Cell<bool>,
}

impl Host for Witness<'_> {
    type Reply = Reply;

    async fn send(&self, request: &HttpRequest, timeout: f64) -> Result<Reply, SendFailure> {
        let mut sending = pin!(self.host.send(request, timeout));
        let mut is_answered = false;
        poll_fn(|context| {
            let reply = sending.as_mut().poll(context);
            if !is_answered {
                is_answered = true;
                let holds = |fake: &mut Fake| fake.holds(&self.device_id, &self.access_code_id, &self.code);
                self.held.set(self.host.with(holds).unwrap());
            }
            reply
        })
        .await
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

fn id_of(event: &SeamEvent) -> String {
    let event = serde_json::to_value(event).unwrap();
    event["event_id"].as_str().unwrap().to_owned()
}

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
            device_id: device_id.clone(),
            access_code_id: id.clone(),
            code: code.code.unwrap(),
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
