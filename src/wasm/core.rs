//! What clients ask: one function, questions in, decisions out, all of it text and synchronous.
//!
//! The facade does the waiting. So nothing is borrowed across an await, a trap is an exception in the very call that met it, and
//! neither futures nor JavaScript handles are linked (docs/design.md, 1.6). One function serves for all questions: each further one
//! would add half a kilobyte of glue on both sides of the border. Nothing is kept from one question to the next but the endpoints
//! that were declared: a client needs no memory here, and so none has to be given back.

use alloc::borrow::ToOwned;
use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::client::call::unanswered;
use crate::client::config::{CallSettings, Config};
use crate::client::headers::Headers;
use crate::client::host::SendFailure;
use crate::client::retry::{self, Attempt, Ending};
use crate::client::wait::{self, Patience};
use crate::client::{request, response};
use crate::error::Error;
use crate::schema::json;
use crate::schema::record::Record;
use crate::text::each_part;
use crate::wasm::declared;
use crate::wasm::fault;

/// Answers a question, whose words are lines, about a text. The answer is a JSON object; where something is wrong, `{ fault }`.
///
/// | Words | Text | Answer |
/// |---|---|---|
/// | `declare` | an endpoint as schema data | `{ number }`, under which other questions name it, for all clients |
/// | `about`, client | | `{ endpoint, headers, warnings }`: the base URL without a trailing slash; what every call carries, secrets included; lines that a developer should read once |
/// | `prepare`, client, endpoint, options with all headers | parameters as JSON, empty for none | `{ url, timeout, init }`: where to send, ms per attempt, and the second argument of `fetch` but for body and signal |
/// | `retry`, client, endpoint, options, attempts made, outcome, ms that the server asks to be left alone, random | | `{ pause }`: ms before the next attempt; absent where there is to be none |
/// | `judge`, client, endpoint, options, outcome, `content-type` | the body | `{ key, issues }`: the key of the caller's value, absent where there is none; what is not as described but no reason to throw the reply away |
/// | `pause`, client, patience, ms waited | an action attempt as JSON | `{ pause }`: ms before the next look; absent where it has succeeded |
/// | `update`, client | a client session token | `{ headers }`: those that carry it |
///
/// A client is three words: its options and its environment, and `1` in a browser, else `0`. Options and patience are JSON objects, and
/// so is the environment. An outcome is an HTTP status, or -1 for no answer, -2 for a timeout, -3 where the caller gave up. A header
/// that is not there is empty. Random is from 0 to 1.
#[wasm_bindgen]
#[must_use]
pub fn decide(question: &str, text: &str) -> String {
    answer(question, text).map_or_else(|error| fault::answer(&error), Record::finish)
}

fn answer(question: &str, text: &str) -> Result<Record, Error> {
    let mut words = each_part(question, b'\n');
    let mut word = || words.next().unwrap_or_default();
    let asked = word();
    if asked == "declare" {
        let mut declared = Record::new();
        declared.number("number", declared::add(text));
        return Ok(declared);
    }
    let mut config = Config::read(word(), word(), word() == "1")?;
    match asked {
        "about" => Ok(about(&config)),
        "prepare" => {
            // The facade gives every header with the options of the call, as its caller may have taken some away.
            config.headers = Headers::new();
            prepare(&config, word(), word(), text)
        }
        "retry" => pause_before_retry(&config, word),
        "judge" => {
            let (endpoint, options) = (word(), word());
            judge(&config, endpoint, options, outcome(word()), word(), text)
        }
        "pause" => {
            let patience = Patience::read(word())?;
            wait::pause(text, patience, json::number(word())).map(pause)
        }
        "update" => {
            let mut updated = Record::new();
            updated.record("headers", headers(&config.update_client_session_token(text)?));
            Ok(updated)
        }
        _ => Err(Error::State("not a question that the core knows".to_owned())),
    }
}

fn about(config: &Config) -> Record {
    let mut about = Record::new();
    about.text("endpoint", &config.endpoint);
    about.record("headers", headers(&request::headers(config, &config.defaults)));
    about.texts("warnings", config.warnings.iter().map(String::as_str));
    about
}

fn headers(headers: &Headers) -> Record {
    let mut record = Record::new();
    for (name, value) in headers {
        record.text(name, value);
    }
    record
}

fn prepare(config: &Config, endpoint: &str, options: &str, text: &str) -> Result<Record, Error> {
    let settings = CallSettings::of_call(options, &config.defaults)?;
    let parameters = Some(text).filter(|text| !text.is_empty());
    let request = request::prepare(config, declared::get(endpoint)?, parameters, &settings)?;
    let mut init = Record::new();
    init.text("method", "POST");
    // A redirect could take the access code and the headers to another host.
    init.text("redirect", "manual");
    init.record("headers", headers(&request.headers));
    // Runtimes without cookies refuse the field, so it is there only where it is needed.
    if request.with_credentials {
        init.text("credentials", "include");
    }
    let mut prepared = Record::new();
    prepared.text("url", &request.url);
    prepared.number("timeout", settings.timeout);
    prepared.record("init", init);
    Ok(prepared)
}

fn pause_before_retry<'q>(config: &Config, mut word: impl FnMut() -> &'q str) -> Result<Record, Error> {
    let (endpoint, options) = (declared::get(word())?, word());
    let settings = CallSettings::of_call(options, &config.defaults)?;
    let made = json::number(word()) as u32;
    let (outcome, asked) = (outcome(word()), json::number(word()));
    let ending = match outcome {
        Ok(status) => Ending::Answered { status, asked },
        Err(failure) => Ending::Failed(failure),
    };
    let attempt = Attempt {
        made,
        max_retries: settings.max_retries,
        repeatable: endpoint.repeatable,
        random: json::number(word()),
    };
    Ok(pause(retry::delay(attempt, &ending)))
}

fn judge(
    config: &Config,
    endpoint: &str,
    options: &str,
    outcome: Result<u16, SendFailure>,
    content_type: &str,
    text: &str,
) -> Result<Record, Error> {
    let settings = CallSettings::of_call(options, &config.defaults)?;
    let status = outcome.map_err(|failure| unanswered(failure, &settings))?;
    let reply = response::Received {
        status,
        content_type,
        text,
    };
    let success = response::judge(declared::get(endpoint)?, reply, settings.validate)?;
    let mut judged = Record::new();
    if let Some(key) = success.key {
        judged.text("key", key);
    }
    if !success.issues.is_empty() {
        judged.records("issues", success.issues.iter().map(fault::issue));
    }
    Ok(judged)
}

fn pause(duration: Option<f64>) -> Record {
    let mut next = Record::new();
    if let Some(duration) = duration {
        next.number("pause", duration);
    }
    next
}

/// An HTTP status, or why there is none.
fn outcome(word: &str) -> Result<u16, SendFailure> {
    match word {
        "-3" => Err(SendFailure::Canceled),
        "-2" => Err(SendFailure::Timeout),
        "-1" => Err(SendFailure::Network),
        status => Ok(json::number(status) as u16),
    }
}
