//! What simulations are made of: futures side by side, random numbers of the run, a host that looks at the lock, what locks do wrong.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

use seam_edge::api::devices;
use seam_edge::client::host::{Host, HttpRequest, SendFailure};
use seam_edge::client::typed::Stream;
use seam_edge::fake::{Fake, FakeHost, LockControl, Reply};
use seam_edge::model::SeamEvent;

use crate::network::client;

/// The first future's value; the second one runs as long as that takes.
pub(crate) async fn beside<T>(main: impl Future<Output = T>, other: impl Future<Output = ()>) -> T {
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
pub(crate) async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
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

pub(crate) async fn next<S: Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await
}

/// A random whole number below a bound.
pub(crate) fn below(host: &FakeHost, bound: u32) -> u32 {
    (host.random() * f64::from(bound)) as u32
}

/// One of the things that locks do, at random.
pub(crate) async fn trouble(host: &FakeHost, device_id: &str, access_code_id: &str) {
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

/// A code on a lock.
pub(crate) struct Placed {
    pub(crate) device_id: String,
    pub(crate) access_code_id: String,
    pub(crate) code: String,
}

/// A host that looks at all locks at the very moment at which each request is answered.
pub(crate) struct Witness<'h> {
    pub(crate) host: &'h FakeHost,
    pub(crate) codes: Vec<Placed>,
    /// Whether each lock held its code.
    pub(crate) held: Cell<bool>,
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
                let holds = |fake: &mut Fake| {
                    let mut codes = self.codes.iter();
                    codes.all(|code| {
                        fake.holds(&code.device_id, &code.access_code_id, &code.code)
                            .unwrap()
                    })
                };
                self.held.set(self.host.with(holds));
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

pub(crate) fn id_of(event: &SeamEvent) -> String {
    let event = serde_json::to_value(event).unwrap();
    event["event_id"].as_str().unwrap().to_owned()
}

/// The future's value, unless its host has waited for so many ms before.
pub(crate) async fn within<T>(host: &FakeHost, duration: f64, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut over = pin!(host.sleep(duration));
    poll_fn(move |context| {
        if let Poll::Ready(value) = future.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        over.as_mut().poll(context).map(|()| None)
    })
    .await
}

/// Does something while the network is in order.
pub(crate) async fn undisturbed<T>(host: &FakeHost, share: f64, deed: impl Future<Output = T>) -> T {
    host.with(|fake| fake.disturb_at_random(0.0)).unwrap();
    let value = deed.await;
    host.with(|fake| fake.disturb_at_random(share)).unwrap();
    value
}
