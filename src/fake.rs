//! A Seam for tests: a pure state machine, into which a request and the time go and out of which a reply comes. Locks take their time, and fail as
//! real ones do when a test asks for it (`controls`). Reads no clock and draws no random numbers but those of its seed: the same setup, the same
//! calls and the same instants give the same replies.
//!
//! It uses none of the policy of [`flow`](crate::flow), so that flows can be held to it. What locks accept it takes from [`rules`](crate::rules).
//!
//! ```
//! use seam_edge::fake::{Fake, NewDevice, Request, Setup};
//!
//! let mut fake = Fake::new(Setup { now: 1_767_225_600_000, seed: 7 });
//! let device_id = fake.add_device(NewDevice { brand: "august".into(), ..NewDevice::default() })?;
//! let headers = [("authorization".to_owned(), format!("Bearer {}", fake.api_key()))];
//! let request = Request {
//!     method: "POST",
//!     path: "/devices/list",
//!     headers: &headers,
//!     body: "{}",
//! };
//! let reply = fake.handle(&request, 1_767_225_600_000);
//! assert!(reply.status == 200 && reply.body.contains(&device_id));
//! # Ok::<(), seam_edge::fake::Misuse>(())
//! ```

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

mod access;
mod access_codes;
mod access_grants;
mod access_methods;
mod access_progress;
mod access_routes;
mod accounts;
mod attempts;
mod authentication;
mod backup;
mod brands;
mod client_sessions;
mod codes;
mod conditions;
mod controls;
mod devices;
mod events;
mod failure;
#[cfg(feature = "typed")]
mod host;
mod instant;
mod journeys;
mod kinds;
mod lists;
mod lock;
mod network;
mod parameters;
mod pins;
mod randomness;
mod records;
mod related;
mod routes;
mod shown;
mod simulate;
mod spaces;
mod split_mix;
mod unmanaged;
mod user_identities;
mod webhooks;
mod workspaces;
mod zones;

use attempts::Attempt;
use authentication::Key;
use failure::Failure;
use journeys::Journey;
use kinds::WORKSPACE;
use lock::Lock;
use network::Network;
use randomness::Randomness;
use records::{Record, Records, Resource};
use routes::{Answer, ROUTES};
use webhooks::Deliveries;
use zones::KnownZones;

pub use brands::{Brand, brands};
pub use controls::{LockControl, Misuse};
pub use devices::NewDevice;
#[cfg(feature = "typed")]
pub use host::FakeHost;
pub use network::{Disturbance, Exchange, NetworkFault};
pub use webhooks::WebhookDelivery;

/// What a fake begins with: one workspace without devices.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// The time at the beginning, in ms since 1970.
    pub now: i64,
    /// Decides all IDs, PINs and random delays.
    pub seed: u64,
}

/// A request, as it comes over HTTP.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The method in capitals. POST is taken everywhere; what else, depends on the endpoint.
    pub method: &'a str,
    /// The path, with the query where there is one.
    pub path: &'a str,
    /// The headers, names in any case.
    pub headers: &'a [(String, String)],
    /// The body; empty where there is none.
    pub body: &'a str,
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The body: always JSON.
    pub body: String,
}

/// What was asked and how it was answered: no parameter, no header, nothing that could be secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When it was asked, in ms since 1970.
    pub at: i64,
    /// The method.
    pub method: String,
    /// The path without its query.
    pub path: String,
    /// The HTTP status; 0 where there was no answer.
    pub status: u16,
    /// `error.type` of a refusal, or what the network did; empty otherwise.
    pub error: String,
}

/// The fake.
#[derive(Clone, Debug)]
pub struct Fake {
    now: i64,
    randomness: Randomness,
    /// The first workspace.
    workspace_id: String,
    api_keys: Vec<Key>,
    personal_access_token: String,
    console_session_token: String,
    records: Records,
    /// The locks by the IDs of their devices.
    locks: BTreeMap<String, Lock>,
    /// Where managed access codes are on their way, by their IDs.
    journeys: BTreeMap<String, Journey>,
    /// The IDs of all access grants.
    grants: Vec<String>,
    attempts: Vec<Attempt>,
    /// Events that have happened and are not listed yet, with the instants at which they will be.
    late_events: Vec<(i64, Record)>,
    /// How long it takes at most until an event is listed, in ms.
    event_delay: i64,
    deliveries: Deliveries,
    network: Network,
    zones: KnownZones,
    requests: u64,
    log: Vec<LogLine>,
}

impl Fake {
    /// A fake with one sandbox workspace.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let mut randomness = Randomness::new(setup.seed);
        let api_key = randomness.token("seam_testfake");
        let personal_access_token = randomness.token("seam_at1");
        // In the form of a JWT, by which clients know it.
        let console_session_token = format!(
            "{}.e30.fake",
            Randomness::new(!setup.seed).token("eyJhbGciOiJub25lIn0")
        );
        let mut fake = Self {
            now: setup.now,
            randomness,
            workspace_id: String::new(),
            api_keys: Vec::new(),
            personal_access_token,
            console_session_token,
            records: Records::default(),
            locks: BTreeMap::new(),
            journeys: BTreeMap::new(),
            grants: Vec::new(),
            attempts: Vec::new(),
            late_events: Vec::new(),
            event_delay: 0,
            deliveries: Deliveries::default(),
            network: Network::default(),
            zones: KnownZones::default(),
            requests: 0,
            log: Vec::new(),
        };
        fake.workspace_id = fake.add_workspace(&Resource::new());
        let workspace_id = fake.workspace_id.clone();
        fake.api_keys.push(Key {
            token: api_key,
            workspace_id,
        });
        fake
    }

    /// The API key of the first workspace.
    #[must_use]
    pub fn api_key(&self) -> &str {
        self.api_keys.first().map_or("", |key| &key.token)
    }

    /// The publishable key of the first workspace.
    #[must_use]
    pub fn publishable_key(&self) -> &str {
        let workspace = self.records.find(&WORKSPACE, &self.workspace_id);
        workspace.map_or("", |workspace| {
            records::text(&workspace.resource, "publishable_key")
        })
    }

    /// A personal access token, which opens every workspace.
    #[must_use]
    pub fn personal_access_token(&self) -> &str {
        &self.personal_access_token
    }

    /// A console session token, which opens every workspace.
    #[must_use]
    pub fn console_session_token(&self) -> &str {
        &self.console_session_token
    }

    /// The ID of the first workspace.
    #[must_use]
    pub fn workspace_id(&self) -> &str {
        &self.workspace_id
    }

    /// The time, in ms since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.now
    }

    /// Every request so far.
    #[must_use]
    pub fn log(&self) -> &[LogLine] {
        &self.log
    }

    /// Lets time pass until an instant in ms since 1970; what happens on the way happens at its own instant. Time never goes back.
    pub fn advance_to(&mut self, now: i64) {
        while let Some((at, step)) = self.next_step().filter(|(at, _)| *at <= now) {
            // What is overdue happens now, never in the past.
            self.now = self.now.max(at);
            match step {
                Next::Code(id) => self.step(&id),
                Next::Attempt(id) => self.finish_attempt(&id),
                Next::Event => self.list_late_events(),
                Next::Method => {}
            }
            self.follow_codes();
        }
        self.now = self.now.max(now);
    }

    /// The instant at which something happens by itself next, in ms since 1970; nothing where nothing does.
    #[must_use]
    pub fn next_instant(&self) -> Option<i64> {
        self.next_step().map(|(at, _)| at)
    }

    fn next_step(&self) -> Option<(i64, Next)> {
        let codes = self.journeys.iter().filter_map(|(id, journey)| {
            self.next_step_of_code(id, *journey)
                .map(|at| (at, Next::Code(id.clone())))
        });
        let attempts = self
            .attempts
            .iter()
            .map(|attempt| (attempt.ends_at, Next::Attempt(attempt.id.clone())));
        let events = self.late_events.iter().map(|(at, _)| (*at, Next::Event));
        let methods = self.next_ready_method().map(|at| (at, Next::Method));
        codes
            .chain(attempts)
            .chain(events)
            .chain(methods)
            .min_by_key(|(at, _)| *at)
    }

    /// Answers a request at an instant in ms since 1970, after all that happens until then. Never fails: what cannot be answered is refused as the
    /// API does.
    pub fn handle(&mut self, request: &Request<'_>, now: i64) -> Reply {
        self.advance_to(now);
        self.requests += 1;
        let path = request.path.split('?').next().unwrap_or_default();
        let answered = self.answer(path, request);
        self.follow_codes();
        let (status, body, error) = match answered {
            Ok(answer) => {
                let mut members: Map<String, Value> = answer
                    .into_iter()
                    .map(|(key, value)| (key.to_string(), value))
                    .collect();
                members.insert("ok".into(), true.into());
                (200, Value::Object(members), "")
            }
            Err(failure) => (failure.status, failure.body(), failure.code),
        };
        self.log_line(request, status, error);
        Reply {
            status,
            headers: Vec::from([
                ("content-type", "application/json; charset=utf-8".to_string()),
                ("date", instant::header(self.now)),
                ("seam-request-id", format!("fake-request-{}", self.requests)),
            ]),
            body: body.to_string(),
        }
    }

    fn answer(&mut self, path: &str, request: &Request<'_>) -> Result<Answer, Failure> {
        let mut routes = ROUTES.iter().chain(access_routes::ROUTES);
        let route = routes.find(|route| route.path == path);
        let (Some(route), Some(endpoint)) = (route, crate::api::endpoint(path)) else {
            let message = "The fake has no endpoint of this path";
            return Err(Failure::new(404, "not_found", message));
        };
        if request.method != "POST" && request.method != route.method {
            let message = format!("only {} accepted", either("POST", route.method));
            return Err(Failure::new(405, "method_not_allowed", message));
        }
        let parameters = parameters::parameters(request, endpoint);
        let key = parameters
            .as_ref()
            .ok()
            .map(|given| records::text(given, "user_identifier_key"));
        let caller = self.caller(request.headers, route.callers, key)?;
        self.act(&route.act, &caller, &parameters?)
    }

    fn log_line(&mut self, request: &Request<'_>, status: u16, error: &str) {
        let path = request.path.split('?').next().unwrap_or_default();
        self.log.push(LogLine {
            at: self.now,
            method: request.method.to_string(),
            path: path.to_string(),
            status,
            error: error.to_string(),
        });
    }
}

/// What happens next.
enum Next {
    /// A step of an access code.
    Code(String),
    /// The end of an action attempt.
    Attempt(String),
    /// An event is listed.
    Event,
    /// A key is issued, or a card can be encoded.
    Method,
}

fn either(one: &str, other: &str) -> String {
    match one == other {
        true => one.to_string(),
        false => format!("{one} or {other}"),
    }
}
