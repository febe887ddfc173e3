//! Calls to a fake in virtual time, as the tests make them.

use std::cell::RefCell;

use seam_edge::fake::{Fake, NewDevice, Request, Setup};
use serde_json::{Value, json};

/// The time at the beginning, in ms since 1970: 1 January 2026.
pub(crate) const BEGINNING: i64 = 1_767_225_600_000;

pub(crate) const SECOND: i64 = 1000;
pub(crate) const MINUTE: i64 = 60 * SECOND;
pub(crate) const HOUR: i64 = 60 * MINUTE;

/// An instant as the API writes it, so many ms after the beginning.
pub(crate) fn after(ms: i64) -> String {
    let at = chrono::DateTime::from_timestamp_millis(BEGINNING + ms).unwrap();
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// A fake with one lock, and its clock.
pub(crate) struct Seam {
    pub(crate) fake: RefCell<Fake>,
    pub(crate) device_id: String,
}

impl Seam {
    /// With a lock of a brand.
    pub(crate) fn with(brand: &str) -> Self {
        let mut fake = Fake::new(Setup {
            now: BEGINNING,
            seed: 7,
        });
        let new = NewDevice {
            brand: brand.to_owned(),
            ..NewDevice::default()
        };
        let device_id = fake.add_device(new).unwrap();
        Self {
            fake: RefCell::new(fake),
            device_id,
        }
    }

    pub(crate) fn headers(&self) -> Vec<(String, String)> {
        let bearer = format!("Bearer {}", self.fake.borrow().api_key());
        vec![("authorization".to_owned(), bearer)]
    }

    /// The status and the body of what a path answers to these headers.
    pub(crate) fn ask(&self, path: &str, headers: &[(String, String)], parameters: &Value) -> (u16, Value) {
        let mut fake = self.fake.borrow_mut();
        let now = fake.now();
        let request = Request {
            method: "POST",
            path,
            headers,
            body: &parameters.to_string(),
        };
        let reply = fake.handle(&request, now);
        (reply.status, serde_json::from_str(&reply.body).unwrap())
    }

    /// What a path answers to the owner, which has to be a success.
    pub(crate) fn call(&self, path: &str, parameters: Value) -> Value {
        let (status, body) = self.ask(path, &self.headers(), &parameters);
        assert_eq!(status, 200, "{path} {parameters}: {body}");
        assert_eq!(body["ok"], true);
        body
    }

    /// The status and `error.type` of a refusal.
    pub(crate) fn refused(&self, path: &str, parameters: Value) -> (u16, String) {
        let (status, body) = self.ask(path, &self.headers(), &parameters);
        assert_eq!(body["ok"], false, "{path} {parameters}: {body}");
        (status, body["error"]["type"].as_str().unwrap().to_owned())
    }

    /// Lets time pass.
    pub(crate) fn advance(&self, ms: i64) {
        let mut fake = self.fake.borrow_mut();
        let now = fake.now() + ms;
        fake.advance_to(now);
    }

    /// Creates a code on the lock; its ID.
    pub(crate) fn create(&self, mut parameters: Value) -> String {
        parameters["device_id"] = json!(self.device_id);
        let reply = self.call("/access_codes/create", parameters);
        reply["access_code"]["access_code_id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub(crate) fn code(&self, id: &str) -> Value {
        self.call("/access_codes/get", json!({ "access_code_id": id }))["access_code"].clone()
    }

    pub(crate) fn status(&self, id: &str) -> String {
        self.code(id)["status"].as_str().unwrap().to_owned()
    }

    /// Whether the lock itself holds the code as Seam has it.
    pub(crate) fn holds(&self, id: &str) -> bool {
        let code = self.code(id)["code"].as_str().unwrap_or_default().to_owned();
        self.fake.borrow().holds(&self.device_id, id, &code).unwrap()
    }

    /// The types of the events about an access code, in order.
    pub(crate) fn events_of(&self, id: &str) -> Vec<String> {
        let since = after(-1);
        let reply = self.call("/events/list", json!({ "since": since, "access_code_id": id }));
        let events = reply["events"].as_array().unwrap().iter();
        events
            .map(|event| event["event_type"].as_str().unwrap().to_owned())
            .collect()
    }

    /// The codes of a list of a code's errors or warnings.
    pub(crate) fn issues(&self, id: &str, list: &str, key: &str) -> Vec<String> {
        let code = self.code(id);
        let issues = code[list].as_array().unwrap().iter();
        issues
            .map(|issue| issue[key].as_str().unwrap().to_owned())
            .collect()
    }
}
