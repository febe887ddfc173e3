//! A delivery as tests have it, and what comes of it in a word.

use std::borrow::Cow;

use seam_edge::webhook::{Delivery, InvalidSecret, Refusal, Secret, TOLERANCE, Unreadable, verify};

#[derive(Clone, Debug)]
pub(crate) struct Delivered {
    pub(crate) secret: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) now: i64,
    pub(crate) tolerance: u64,
}

impl Delivered {
    /// With the three headers under Svix's names, at the time of the timestamp.
    pub(crate) fn new(secret: &str, id: &str, timestamp: &str, signature: &str, body: &[u8]) -> Self {
        let headers = [
            ("svix-id", id),
            ("svix-timestamp", timestamp),
            ("svix-signature", signature),
        ];
        Self {
            secret: secret.to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
            body: body.to_vec(),
            now: timestamp.parse::<i64>().unwrap_or(0) * 1000,
            tolerance: TOLERANCE,
        }
    }

    pub(crate) fn set(&mut self, name: &str, value: Option<&str>) {
        self.headers.retain(|(other, _)| other != name);
        self.headers
            .extend(value.map(|value| (name.to_owned(), value.to_owned())));
    }

    /// `event`, or the code of what is wrong.
    pub(crate) fn outcome(&self) -> &'static str {
        let secret = match Secret::new(&self.secret) {
            Ok(secret) => secret,
            Err(InvalidSecret::Empty) => return "empty_secret",
            Err(InvalidSecret::NotBase64) => return "not_base64",
        };
        let found = |name: &str| {
            let mut headers = self.headers.iter();
            let found = headers.find(|(other, _)| other.eq_ignore_ascii_case(name));
            found.map(|(_, value)| Cow::Borrowed(value.as_str()))
        };
        let delivery = Delivery {
            header: &found,
            now: self.now,
            tolerance: self.tolerance,
        };
        match verify(&secret, &self.body, &delivery) {
            Ok(text) => {
                assert_eq!(text.as_bytes(), self.body);
                "event"
            }
            Err(Refusal::Unverified(reason)) => reason.code(),
            Err(Refusal::Payload(Unreadable::NotJson)) => "not_json",
            Err(Refusal::Payload(Unreadable::NotAnEvent)) => "not_an_event",
        }
    }
}
