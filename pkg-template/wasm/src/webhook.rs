//! What the npm package asks about webhooks: one function, the body as bytes, all else as text. A module of its own, which only those
//! carry who receive some (docs/design.md, 1.6). Decides nothing: the rules are in `webhook`.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use seam_edge::schema::json::find_text;
use seam_edge::schema::record::Record;
use seam_edge::webhook::{Delivery, Refusal, Secret, verify};

/// Verifies a webhook. `headers` is a JSON object with names in lower case; `now` is in ms since 1970, `tolerance` in ms.
///
/// The answer is a JSON object: `{}` where the webhook is an event of Seam's, else `{ kind, message }` of what is wrong. The kind `secret`
/// comes before all others, so that a secret can be tried with no webhook at all; `unverified` has a `code` besides.
#[wasm_bindgen]
#[must_use]
pub fn verify_webhook(secret: &str, headers: &str, body: &[u8], now: f64, tolerance: f64) -> String {
    let mut answer = Record::new();
    let mut refuse = |kind, message| {
        answer.text("kind", kind);
        answer.text("message", message);
    };
    let delivery = Delivery {
        header: &|name| find_text(headers, &[name]),
        now: now as i64,
        tolerance: tolerance as u64,
    };
    match Secret::new(secret) {
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
    answer.finish()
}
