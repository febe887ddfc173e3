//! The fake as the [`Host`] of a client, in virtual time: nobody waits, and the clock jumps to the next instant at which somebody wants to go on.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::task::Wake;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::future::{Future, poll_fn};
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll, Waker};

use crate::client::host::{Host, HostReply, HttpRequest, SendFailure};
use crate::fake::randomness::Randomness;
use crate::fake::{Fake, Reply, Request, Setup};

/// A host that sends to a [`Fake`].
///
/// ```
/// use seam_edge::api::access_codes::CreateParameters;
/// use seam_edge::client::Client;
/// use seam_edge::client::config::Config;
/// use seam_edge::client::typed::{Until, WaitOptions};
/// use seam_edge::fake::{FakeHost, NewDevice, Setup};
///
/// let host = FakeHost::new(Setup { now: 1_767_225_600_000, seed: 7 });
/// let new = NewDevice { brand: "august".into(), ..NewDevice::default() };
/// let device_id = host.with(|fake| fake.add_device(new))?;
/// let client = Client::new(&host, Config::with_api_key(&host.with(|fake| fake.api_key().to_owned()))?);
/// let parameters = CreateParameters { device_id, ..Default::default() };
/// let code = host.run(async {
///     let code = client.ensure(&parameters, Some("booking 17")).await.ok()?;
///     let id = &code.access_code_id;
///     client.wait_until_set(id, Until::Set, WaitOptions::default(), |_| ()).await.ok()
/// });
/// assert!(code.flatten().is_some());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub struct FakeHost {
    shared: RefCell<Shared>,
    /// The time at the beginning, in ms since 1970.
    beginning: i64,
}

struct Shared {
    fake: Fake,
    randomness: Randomness,
    /// The instants at which somebody wants to go on, in ms since 1970.
    wanted: Vec<i64>,
}

impl FakeHost {
    /// A fake of this setup, and a clock that begins with it.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self {
            shared: RefCell::new(Shared {
                fake: Fake::new(setup),
                randomness: Randomness::new(!setup.seed),
                wanted: Vec::new(),
            }),
            beginning: setup.now,
        }
    }

    /// Does something with the fake. What is done must not use this host.
    pub fn with<T>(&self, act: impl FnOnce(&mut Fake) -> T) -> T {
        act(&mut self.shared.borrow_mut().fake)
    }

    /// Runs a future to its end: while it waits, the clock jumps. Nothing where it waits for what no clock brings.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> Option<T> {
        let mut future = pin!(future);
        let woken = Arc::new(Woken(AtomicBool::new(false)));
        let waker = Waker::from(Arc::clone(&woken));
        loop {
            if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
                return Some(value);
            }
            if woken.0.swap(false, Ordering::Relaxed) {
                continue;
            }
            let mut shared = self.shared.borrow_mut();
            let next = shared.wanted.iter().copied().min()?;
            shared.fake.advance_to(next);
            let now = shared.fake.now();
            shared.wanted.retain(|at| *at > now);
        }
    }

    fn until(&self, at: i64) -> impl Future<Output = ()> {
        let mut is_wanted = false;
        poll_fn(move |_| {
            let mut shared = self.shared.borrow_mut();
            if shared.fake.now() >= at {
                return Poll::Ready(());
            }
            if !is_wanted {
                shared.wanted.push(at);
                is_wanted = true;
            }
            Poll::Pending
        })
    }
}

/// Whether a part of the future can go on without the clock, since another part has woken it.
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The path and query of an absolute URL.
fn path_of(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .find('/')
        .and_then(|start| after_scheme.get(start..))
        .unwrap_or("/")
}

/// So many ms after an instant, part of one counted as one: nobody goes on too early.
fn later(now: i64, duration: f64) -> i64 {
    let whole = duration.max(0.0) as i64;
    now.saturating_add(whole)
        .saturating_add(i64::from(duration > whole as f64))
}

impl Host for FakeHost {
    type Reply = Reply;

    async fn send(&self, request: &HttpRequest, timeout: f64) -> Result<Reply, SendFailure> {
        let (exchange, now) = {
            let mut shared = self.shared.borrow_mut();
            let now = shared.fake.now();
            let request = Request {
                method: "POST",
                path: path_of(&request.url),
                headers: &request.headers,
                body: &request.body,
            };
            (shared.fake.exchange(&request, now), now)
        };
        if timeout > 0.0 && exchange.delay as f64 > timeout {
            self.until(later(now, timeout)).await;
            return Err(SendFailure::Timeout);
        }
        self.until(now.saturating_add(exchange.delay)).await;
        exchange.reply.ok_or(SendFailure::Network)
    }

    async fn sleep(&self, duration: f64) {
        let at = later(self.shared.borrow().fake.now(), duration);
        self.until(at).await;
    }

    fn now(&self) -> f64 {
        self.shared.borrow().fake.now() as f64
    }

    fn elapsed(&self) -> f64 {
        self.now() - self.beginning as f64
    }

    fn random(&self) -> f64 {
        let bits = self.shared.borrow_mut().randomness.bits();
        (bits >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

impl HostReply for Reply {
    fn status(&self) -> u16 {
        self.status
    }

    fn header(&self, name: &str) -> Option<String> {
        let mut found = self.headers.iter().filter(|(other, _)| *other == name);
        found.next().map(|(_, value)| value.clone())
    }

    fn headers(&self) -> Vec<(String, String)> {
        let headers = self.headers.iter();
        headers
            .map(|(name, value)| ((*name).to_string(), value.clone()))
            .collect()
    }

    fn text(&self) -> &str {
        &self.body
    }
}
