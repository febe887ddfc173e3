//! What the network does to requests and replies on command: loses, delays, refuses or cuts them. Knows nothing of what they say.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::json;

use crate::fake::controls::Misuse;
use crate::fake::routes::ROUTES;
use crate::fake::{Fake, LogLine, Reply, Request};

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NetworkFault {
    /// It is lost on its way: nothing is done, and no reply comes.
    LostBefore,
    /// It is done, and the reply is lost.
    LostAfter,
    /// It is done, and the reply comes so many ms later.
    Slow(u32),
    /// It is refused with 429, and with so many seconds in `Retry-After`.
    TooManyRequests(u32),
    /// It is refused with a status from 500 to 599, and nothing is done.
    ServerError(u16),
    /// It is done, and the reply breaks off in the middle of its body.
    CutBody,
}

/// Which requests meet a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disturbance {
    /// What happens to them.
    pub fault: NetworkFault,
    /// The path, as `/access_codes/create`; every path unless given.
    pub path: Option<String>,
    /// How many of those that come next.
    pub times: u32,
}

/// What becomes of a request on the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The reply; nothing where none comes.
    pub reply: Option<Reply>,
    /// After how many ms it comes.
    pub delay: i64,
}

/// How the requests that come are disturbed.
#[derive(Clone, Debug, Default)]
pub(super) struct Network {
    ordered: Vec<Disturbance>,
    /// Of how many of the others, from 0 to 1, each meets a fault at random.
    share: f64,
}

impl Fake {
    /// Has the next requests meet a fault. Several disturbances of a path come one after another.
    ///
    /// # Errors
    /// [`Misuse`] where the path is none that the fake has, or the status of a fault is none of 500 to 599.
    pub fn disturb(&mut self, disturbance: Disturbance) -> Result<(), Misuse> {
        if let Some(path) = disturbance
            .path
            .as_deref()
            .filter(|path| !ROUTES.iter().any(|route| route.path == *path))
        {
            return Err(Misuse(format!(
                "path: the fake has no `{path}`: give one as `/access_codes/create`"
            )));
        }
        if let NetworkFault::ServerError(status) = disturbance.fault
            && !(500..=599).contains(&status)
        {
            return Err(Misuse(format!(
                "status: {status} is no server's fault: give one from 500 to 599"
            )));
        }
        self.network.ordered.push(disturbance);
        Ok(())
    }

    /// From now on such a share of all requests, from 0 to 1, meets a fault at random.
    ///
    /// # Errors
    /// [`Misuse`] where the share is out of its range.
    pub fn disturb_at_random(&mut self, share: f64) -> Result<(), Misuse> {
        if !(0.0..=1.0).contains(&share) {
            return Err(Misuse(format!(
                "share: {share} is no share: give a number from 0 to 1"
            )));
        }
        self.network.share = share;
        Ok(())
    }

    /// Answers a request as [`handle`](Self::handle) does, over the network with its faults.
    pub fn exchange(&mut self, request: &Request<'_>, now: i64) -> Exchange {
        self.advance_to(now);
        let path = request.path.split('?').next().unwrap_or_default();
        let fault = self.next_fault(path);
        let mut delay = 0;
        let reply = match fault {
            None => Some(self.handle(request, now)),
            Some(NetworkFault::LostBefore) => None,
            Some(NetworkFault::LostAfter) => {
                self.handle(request, now);
                None
            }
            Some(NetworkFault::Slow(by)) => {
                delay = i64::from(by);
                Some(self.handle(request, now))
            }
            Some(NetworkFault::CutBody) => {
                let mut reply = self.handle(request, now);
                let half = reply.body.chars().count() / 2;
                reply.body = reply.body.chars().take(half).collect();
                Some(reply)
            }
            Some(NetworkFault::TooManyRequests(seconds)) => {
                let mut reply = refused(429, "rate_limit_exceeded", "Too many requests");
                reply.headers.push(("retry-after", seconds.to_string()));
                Some(reply)
            }
            Some(NetworkFault::ServerError(status)) => {
                Some(refused(status, "internal_server_error", "Internal server error"))
            }
        };
        if let Some(fault) = fault {
            self.log_fault(request, path, fault, reply.as_ref());
        }
        Exchange { reply, delay }
    }

    fn next_fault(&mut self, path: &str) -> Option<NetworkFault> {
        let mut ordered = self.network.ordered.iter_mut();
        let matching = ordered.find(|it| it.times > 0 && it.path.as_deref().is_none_or(|of| of == path));
        if let Some(disturbance) = matching {
            disturbance.times -= 1;
            return Some(disturbance.fault);
        }
        // The upper 53 bits as a number from 0 to 1.
        let is_met = |bits: u64| ((bits >> 11) as f64) < self.network.share * 9_007_199_254_740_992.0;
        if self.network.share == 0.0 || !is_met(self.randomness.bits()) {
            return None;
        }
        let bits = self.randomness.bits();
        let number = (bits >> 32) as u32;
        Some(match bits % 6 {
            0 => NetworkFault::LostBefore,
            1 => NetworkFault::LostAfter,
            2 => NetworkFault::Slow(number % 20_000),
            3 => NetworkFault::TooManyRequests(number % 10),
            4 => NetworkFault::ServerError(500 + (number % 4) as u16),
            _ => NetworkFault::CutBody,
        })
    }

    /// The log has one line for each request, and says what the network did to it.
    fn log_fault(&mut self, request: &Request<'_>, path: &str, fault: NetworkFault, reply: Option<&Reply>) {
        let is_done = !matches!(
            fault,
            NetworkFault::LostBefore | NetworkFault::TooManyRequests(_) | NetworkFault::ServerError(_)
        );
        if is_done {
            self.log.pop();
        }
        self.log.push(LogLine {
            at: self.now,
            method: request.method.to_string(),
            path: path.to_string(),
            status: reply.map_or(0, |reply| reply.status),
            error: fault.name().to_string(),
        });
    }
}

impl NetworkFault {
    /// Its name, as the log has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LostBefore => "lost_before",
            Self::LostAfter => "lost_after",
            Self::Slow(_) => "slow",
            Self::TooManyRequests(_) => "too_many_requests",
            Self::ServerError(_) => "server_error",
            Self::CutBody => "cut_body",
        }
    }
}

fn refused(status: u16, code: &str, message: &str) -> Reply {
    let body = json!({ "error": { "type": code, "message": message }, "ok": false });
    Reply {
        status,
        headers: Vec::from([("content-type", "application/json; charset=utf-8".to_string())]),
        body: body.to_string(),
    }
}
