//! `Core`, the one class that the npm package takes from the wasm module: decisions as text in, text out, all of them synchronous.
//!
//! The facade does the waiting. So nothing is borrowed across an await, a trap is an exception in the very call that met it, and
//! neither futures nor JavaScript handles are linked (docs/design.md, 1.6).

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::client::call::unanswered;
use crate::client::config::{CallSettings, Config};
use crate::client::host::SendFailure;
use crate::client::retry::{self, Attempt, Ending};
use crate::client::wait::{self, Patience};
use crate::client::{request, response};
use crate::error::Error;
use crate::wasm::declared;
use crate::wasm::fault::{self, Record};

/// A client's decisions. Every method answers with a JSON object; where something is wrong, with one that has a `fault`.
#[wasm_bindgen]
pub struct Core {
    /// Or the answer to every question, where the options cannot be used.
    config: RefCell<Result<Config, String>>,
}

#[wasm_bindgen]
impl Core {
    /// Reads the options and the environment, both JSON objects.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str, environment: &str, in_browser: bool) -> Self {
        Self {
            config: RefCell::new(Config::read(options, environment, in_browser).map_err(|error| fault::answer(&error))),
        }
    }

    /// Makes an endpoint known, once for all clients, and answers the number under which the other methods take it.
    pub fn declare(&self, literal: &str) -> u32 {
        declared::add(literal)
    }

    /// `{ endpoint, warnings }`: the base URL without a trailing slash, and lines that a developer should read once.
    pub fn about(&self) -> String {
        self.answer(|config| {
            let mut about = Record::new();
            about.text("endpoint", &config.endpoint);
            about.texts("warnings", config.warnings.iter().map(String::as_str));
            Ok(about)
        })
    }

    /// Takes another client session token in place of the present one; answers `{}`.
    #[wasm_bindgen(js_name = updateClientSessionToken)]
    pub fn update_client_session_token(&self, token: &str) -> String {
        match self.config.borrow_mut().as_mut() {
            Ok(config) => answer(config.update_client_session_token(token).map(|()| Record::new())),
            Err(refusal) => refusal.clone(),
        }
    }

    /// Checks a call before anything is sent. `{ url, timeout, init }`: where to send, how long one attempt may take in ms, and the
    /// second argument of `fetch` but for body and signal.
    ///
    /// `parameters` is empty where the caller gave none.
    pub fn prepare(&self, endpoint: u32, parameters: &str, options: &str) -> String {
        self.answer(|config| {
            let settings = CallSettings::of_call(options, &config.defaults)?;
            let parameters = Some(parameters).filter(|text| !text.is_empty());
            let request = request::prepare(config, declared::get(endpoint)?, parameters, &settings)?;
            let mut headers = Record::new();
            for (name, value) in &request.headers {
                headers.text(name, value);
            }
            let mut init = Record::new();
            init.text("method", "POST");
            // A redirect could take the access code and the headers to another host.
            init.text("redirect", "manual");
            init.record("headers", headers);
            // Runtimes without cookies refuse the field, so it is there only where it is needed.
            if request.with_credentials {
                init.text("credentials", "include");
            }
            let mut prepared = Record::new();
            prepared.text("url", &request.url);
            prepared.number("timeout", settings.timeout);
            prepared.record("init", init);
            Ok(prepared)
        })
    }

    /// How many ms to wait before the next attempt; negative where there shall be none. `outcome` is the HTTP status, or one of the
    /// failures of [`failure_of`]; `retry_after` is empty where the answer has none; `random` is from 0 to 1.
    pub fn retry(
        &self,
        endpoint: u32,
        options: &str,
        made: u32,
        outcome: i32,
        retry_after: &str,
        now: f64,
        random: f64,
    ) -> f64 {
        let config = self.config.borrow();
        let Ok(config) = config.as_ref() else {
            return -1.0;
        };
        let settings = CallSettings::of_call(options, &config.defaults);
        let (Ok(settings), Ok(endpoint)) = (settings, declared::get(endpoint)) else {
            return -1.0;
        };
        let attempt = Attempt {
            made,
            max_retries: settings.max_retries,
            repeatable: endpoint.repeatable,
            now,
            random,
        };
        let ending = match u16::try_from(outcome) {
            Ok(status) => Ending::Answered { status, retry_after: Some(retry_after.to_owned()) },
            Err(_) => Ending::Failed(failure_of(outcome)),
        };
        retry::delay(attempt, &ending).unwrap_or(-1.0)
    }

    /// Says what the last attempt means. `{ key, issues }`: the key of the caller's value, absent where there is none, and what is
    /// not as described but no reason to throw the reply away. `content_type` is empty where the answer has none.
    pub fn judge(
        &self,
        endpoint: u32,
        options: &str,
        outcome: i32,
        content_type: &str,
        text: &str,
    ) -> String {
        self.answer(|config| {
            let settings = CallSettings::of_call(options, &config.defaults)?;
            let Ok(status) = u16::try_from(outcome) else {
                return Err(unanswered(&failure_of(outcome), &settings));
            };
            let content_type = Some(content_type.to_owned()).filter(|value| !value.is_empty());
            let reply = response::Received { status, content_type, text };
            let success = response::judge(declared::get(endpoint)?, &reply, settings.validate)?;
            let mut judged = Record::new();
            if let Some(key) = success.key {
                judged.text("key", key);
            }
            if !success.issues.is_empty() {
                judged.records("issues", success.issues.iter().map(fault::issue));
            }
            Ok(judged)
        })
    }

    /// What to do about an action attempt, given as JSON, after so many ms of waiting. `{ pause }`: how many ms to wait before the next
    /// look, absent where it has succeeded.
    pub fn pause(&self, attempt: &str, patience: &str, waited: f64) -> String {
        self.answer(|_| {
            let patience = Patience::read(patience)?;
            let mut next = Record::new();
            if let Some(pause) = wait::pause(attempt, patience, waited)? {
                next.number("pause", pause);
            }
            Ok(next)
        })
    }
}

impl Core {
    fn answer(&self, decide: impl FnOnce(&Config) -> Result<Record, Error>) -> String {
        match self.config.borrow().as_ref() {
            Ok(config) => answer(decide(config)),
            Err(refusal) => refusal.clone(),
        }
    }
}

fn answer(decision: Result<Record, Error>) -> String {
    decision.map_or_else(|error| fault::answer(&error), Record::finish)
}

/// The failures that stand for an HTTP status where there is no answer.
fn failure_of(outcome: i32) -> SendFailure {
    match outcome {
        -3 => SendFailure::Canceled,
        -2 => SendFailure::Timeout,
        _ => SendFailure::Network,
    }
}
