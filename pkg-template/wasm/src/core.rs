//! What clients ask: one function, questions in, answers out, all of it text and synchronous.
//!
//! The facade sends and sleeps; which, when and how often is decided here. So nothing is borrowed across an await, a trap is an exception in
//! the very call that met it, and neither futures nor JavaScript handles are linked (docs/design.md#the-border). One function serves for all
//! questions: each further one would add half a kilobyte of glue on both sides of the border. A client keeps no memory here; a flow does
//! until it has ended.

use alloc::borrow::ToOwned;
use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::declared;
use crate::fault;
use crate::flows::{Flows, Heard, Written, take_step, words};
use seam_edge::client::config::{CallSettings, Config};
use seam_edge::client::headers::Headers;
use seam_edge::client::host::SendFailure;
use seam_edge::client::{request, response};
use seam_edge::error::Error;
use seam_edge::flow::action_attempt::{ActionAttemptFlow, Patience};
use seam_edge::flow::call::{CallEvent, CallFlow, CallStep};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::pages::{Further, further};
use seam_edge::redaction;
use seam_edge::schema::Type;
use seam_edge::schema::check;
use seam_edge::schema::json;
use seam_edge::schema::record::Record;

/// What is under way.
enum CoreFlow {
    Call(CallFlow),
    ActionAttempt(ActionAttemptFlow),
}

static FLOWS: Flows<CoreFlow> = Flows::new();

/// Answers a question, whose words are lines, about a text. The answer is a JSON object; where something is wrong, `{ fault }`.
///
/// | Words | Text | Answer |
/// |---|---|---|
/// | `declare` | an endpoint as schema data | `{ number }`, under which other questions name it, for all clients |
/// | `client`, options, environment, browser | | `{ endpoint, settings, init, headers, warnings }`: the base URL without a trailing slash; what calls do unless they say otherwise; what every request has; its headers, secrets included; lines that a developer should read once |
/// | `update`, options, environment, browser | a client session token | `{ headers }`: those that carry it |
/// | `call`, settings, endpoint, options | parameters, empty for none | the first step of a call |
/// | `next`, call, elapsed, wall, random, `answered`, status, `content-type`, ms of `Retry-After`, headers that were sent | the body | the next step |
/// | `next`, call, elapsed, wall, random, `failed`, why | | the next step |
/// | `next`, call, elapsed, wall, random, `slept` | | the next step |
/// | `patience`, options | | `{}` where an action attempt can be waited for like this |
/// | `start`, options | the action attempt | `{ number }` of the flow that waits for it |
/// | `goes_on` | the cursors that the pages of a list have named | `{ goes_on }`, whether there is another page |
/// | `next`, flow, …; `end`, call or flow | | see `flows.rs` |
/// | `check`, settings, endpoint, options | parameters, empty for none | `{}` where a call can be sent like this |
/// | `check_value`, endpoint, `parameters` or `reply` | what the reply may hold as its value, empty for none | `{ issues }` |
/// | `error`, endpoint, status, `content-type`, a list of parameters and headers that were sent | the body | `{}`, or the `{ fault }` that the API's answer stands for |
///
/// Options, settings, environment, parameters and headers are JSON objects; options that are empty are none. Where options have `headers`,
/// they are all that the call carries, and the first step answers with what is sent of them. Browser is `1`, else `0`. A header that is
/// not there is empty. Random is from 0 to 1. Why there is no answer is `network`, `timeout` or `canceled`.
///
/// A step of a call is `{ call, timeout, headers }` for the first request, `timeout` in ms; then `{ sleep }` in ms; `{}` for a request again;
/// `{ key, issues }` where the call is done, with the key of the caller's value, absent where there is none, and what is not as described
/// but no reason to throw the reply away; `{ fault }` where it has failed.
#[wasm_bindgen]
#[must_use]
pub fn core(question: &str, text: &str) -> String {
    answer(question, text).map_or_else(|error| fault::answer(&error), Record::finish)
}

fn answer(question: &str, text: &str) -> Result<Record, Error> {
    let words = words(question);
    let [question, first, second, third, fourth, ..] = words;
    match question {
        "next" => FLOWS.step(first, |flow| {
            let heard = Heard::of(&words, text);
            match flow {
                CoreFlow::Call(call) => take_step_of_call(call, &heard),
                CoreFlow::ActionAttempt(flow) => take_step(flow, &heard),
            }
        }),
        "call" => call(first, second, third, text),
        "start" => {
            let flow = ActionAttemptFlow::new(text.to_owned(), Patience::read(first)?);
            Ok(number(FLOWS.keep(CoreFlow::ActionAttempt(flow))))
        }
        "goes_on" => {
            let mut answer = Record::new();
            answer.boolean("goes_on", further(text) != Further::No);
            Ok(answer)
        }
        "end" => {
            FLOWS.end(first);
            Ok(Record::new())
        }
        "patience" => Patience::read(first).map(|_| Record::new()),
        "declare" => Ok(number(declared::add(text))),
        "check" => check_call(first, second, third, text),
        "check_value" => {
            let kind = declared::endpoint(first)?
                .reply
                .fields()
                .first()
                .map_or(Type::Any, |field| field.kind);
            let issues = check::value(given(text), kind, second == "reply");
            let mut checked = Record::new();
            checked.records("issues", issues.iter().map(fault::issue));
            Ok(checked)
        }
        "error" => error(first, second, third, fourth, text),
        "client" | "update" => {
            let mut config = Config::read(first, second, third == "1")?;
            if question == "client" {
                return Ok(client(&config));
            }
            let mut updated = Record::new();
            updated.record("headers", headers(&config.update_client_session_token(text)?));
            Ok(updated)
        }
        _ => Err(fault::unknown()),
    }
}

fn number(number: f64) -> Record {
    let mut answer = Record::new();
    answer.number("number", number);
    answer
}

fn client(config: &Config) -> Record {
    let mut init = Record::new();
    init.text("method", "POST");
    // A redirect could take the access code and the headers to another host.
    init.text("redirect", "manual");
    // Runtimes without cookies refuse the field, so it is there only where it is needed.
    if request::with_credentials(config) {
        init.text("credentials", "include");
    }
    let mut client = Record::new();
    client.text("endpoint", &config.endpoint);
    client.text("settings", &config.defaults.written().finish());
    client.record("init", init);
    client.record("headers", headers(&request::headers(&config.headers, &[])));
    client.texts("warnings", config.warnings.iter().copied());
    client
}

fn headers(headers: &Headers) -> Record {
    let mut record = Record::new();
    for (name, value) in headers {
        record.text(name, value);
    }
    record
}

/// What a call does: as the client says, unless its own options say otherwise.
fn settings(client: &str, options: &str) -> Result<CallSettings, Error> {
    let client = CallSettings::read(client, &CallSettings::DEFAULT)?;
    if options.is_empty() {
        return Ok(client);
    }
    CallSettings::of_call(options, &client)
}

fn call(client: &str, endpoint: &str, options: &str, text: &str) -> Result<Record, Error> {
    let settings = settings(client, options)?;
    let sent = (!settings.headers.is_empty()).then(|| headers(&request::headers(&[], &settings.headers)));
    let flow = CallFlow::start(declared::endpoint(endpoint)?, given(text), settings)?;
    let mut step = Record::new();
    step.number("timeout", flow.timeout());
    if let Some(sent) = sent {
        step.record("headers", sent);
    }
    step.number("call", FLOWS.keep(CoreFlow::Call(flow)));
    Ok(step)
}

fn given(parameters: &str) -> Option<&str> {
    Some(parameters).filter(|text| !text.is_empty())
}

fn check_call(client: &str, endpoint: &str, options: &str, text: &str) -> Result<Record, Error> {
    let validate = settings(client, options)?.validate;
    request::check_parameters(declared::endpoint(endpoint)?, given(text), validate)?;
    Ok(Record::new())
}

fn take_step_of_call(call: &mut CallFlow, heard: &Heard<'_>) -> (Record, bool) {
    let [first, content_type, retry_after, sent, ..] = heard.about;
    let event = match heard.happened {
        "answered" => {
            let received = response::Received {
                status: json::number(first) as u16,
                content_type,
                text: heard.text,
            };
            // An answer of success quotes nothing in an error.
            if !received.is_success() {
                call.sent_with(sent);
            }
            CallEvent::Answered(received, json::number(retry_after))
        }
        "failed" => CallEvent::Failed(failure(first)),
        _ => CallEvent::Slept,
    };
    let mut record = Record::new();
    match call.next(event, heard.moment.random) {
        CallStep::Send => return (record, true),
        CallStep::Sleep(duration) => {
            record.number("sleep", duration);
            return (record, true);
        }
        CallStep::Done(success) => {
            if let Some(key) = success.key {
                record.text("key", key);
            }
            if !success.issues.is_empty() {
                record.records("issues", success.issues.iter().map(fault::issue));
            }
        }
        CallStep::Fail(error) => record.record("fault", fault::of(&error)),
    }
    (record, false)
}

fn failure(word: &str) -> SendFailure {
    match word {
        "canceled" => SendFailure::Canceled,
        "timeout" => SendFailure::Timeout,
        _ => SendFailure::Network,
    }
}

/// The error that an answer of the API stands for, for those who send by themselves. What is no error of the API's is none here.
fn error(endpoint: &str, status: &str, content_type: &str, sent: &str, text: &str) -> Result<Record, Error> {
    let mut secrets = redaction::secrets_in(sent, declared::endpoint(endpoint)?.parameters);
    redaction::add_keys(&mut secrets, sent);
    let received = response::Received {
        status: json::number(status) as u16,
        content_type,
        text,
    };
    match response::failure(received, &secrets) {
        error @ Error::Api(_) => Err(error),
        _ => Ok(Record::new()),
    }
}

impl Written for ActionAttemptFlow {
    // Every failure ends it, except a poll that runs out of time. To read the rest would cost 0.2 kB.
    fn failure(heard: &Heard<'_>) -> Failure {
        Failure {
            outcome: if heard.is_out_of_time() {
                Outcome::OutOfTime
            } else {
                Outcome::NotSent
            },
            code: String::new(),
            retry_after: 0.0,
        }
    }

    fn progress(&self, (): (), _: &mut Record) {}

    // The facade has the action attempt, as it was last seen.
    fn done(&self, (): (), _: &mut Record) {}

    fn fail(&self, error: Error, step: &mut Record) {
        step.text("why", "action_attempt");
        step.record("reason", fault::of(&error));
    }
}
