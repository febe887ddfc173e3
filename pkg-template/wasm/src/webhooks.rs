//! What the npm package asks about webhooks: one function, text in and out, and the body as bytes. A module of its own, which only those
//! carry who receive some (docs/design.md#modules). Decides nothing: the rules are in `webhook`.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::options;
use seam_edge::options::known::WEBHOOKS;
use seam_edge::redaction::redact_event;
use seam_edge::schema::json;
use seam_edge::schema::record::Record;
use seam_edge::text::each_part;
use seam_edge::webhook::{Delivery, Refusal, Secret, verify};

/// Answers a question, whose words are lines, about a JSON object and a body. The answer is a JSON object.
///
/// | Question | Object | Answer |
/// |---|---|---|
/// | `verify`, now in ms since 1970, tolerance in ms | `{ secret, headers }`; the names of headers are in lower case | `{}` where the body is an event of Seam's, else `{ kind, message }` of what is wrong |
///
/// | `options`, a function, the names of its options | | `{}`, or `{ fault }` where one is not known |
/// | `redact`, the secret fields as `redact_event` takes them | an event, or any other value | a copy without what is secret |
///
/// Only `verify` looks at the body. The kind `secret` comes before all others, so that a secret can be tried with no webhook at all; `unverified` has a `code` besides.
#[wasm_bindgen]
#[must_use]
pub fn webhooks(question: &str, text: &str, body: &[u8]) -> String {
    let mut words = each_part(question, b'\n');
    match words.next().unwrap_or_default() {
        "redact" => redact_event(text, words.next().unwrap_or_default()),
        "options" => options::answer(WEBHOOKS, &mut words, |_, _| None).finish(),
        _ => {
            let mut number = || json::number(words.next().unwrap_or_default());
            verified(number(), number(), text, body).finish()
        }
    }
}

fn verified(now: f64, tolerance: f64, text: &str, body: &[u8]) -> Record {
    let mut answer = Record::new();
    let secret = json::find_text(text, "secret").unwrap_or_default();
    let headers = json::find(text, "headers").unwrap_or_default();
    let mut refuse = |kind, message| {
        answer.text("kind", kind);
        answer.text("message", message);
    };
    let delivery = Delivery {
        header: &|name| json::find_text(headers, name),
        now: now as i64,
        tolerance: tolerance as u64,
    };
    match Secret::new(&secret) {
        Err(invalid) => refuse("secret", invalid.message()),
        Ok(secret) => match verify(&secret, body, &delivery) {
            Ok(_) => {}
            Err(Refusal::Payload(reason)) => refuse("payload", reason.message()),
            Err(Refusal::Unverified(reason)) => {
                refuse("unverified", reason.message());
                answer.text("code", reason.code());
            }
        },
    }
    answer
}
