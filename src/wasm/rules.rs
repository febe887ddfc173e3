//! What the npm package asks about locks: one function, text in and out, beside the zones of the runtime. A module of its own, which
//! only those carry who ask (docs/design.md, 1.6). Decides nothing: the rules are in `rules`.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::rules::issue::RuleIssue;
use crate::rules::wanted::Wanted;
use crate::rules::zone::Zones;
use crate::rules::{Situation, check_access_code};
use crate::schema::record::Record;
use crate::schema::value::Value;

#[wasm_bindgen]
extern "C" {
    /// What JavaScript knows about time zones, by `Intl`.
    pub type ZoneOffsets;

    /// Seconds that a zone is ahead of UTC at an instant in ms since 1970; NaN where there is no such zone.
    #[wasm_bindgen(method)]
    fn offset(this: &ZoneOffsets, zone: &str, at: f64) -> f64;
}

impl Zones for ZoneOffsets {
    fn offset(&self, zone: &str, at: i64) -> Option<i64> {
        let seconds = self.offset(zone, at as f64);
        (!seconds.is_nan()).then_some(seconds as i64)
    }
}

/// Answers a question about a JSON object. The answer is a JSON object.
///
/// | Question | Object | Answer |
/// |---|---|---|
/// | `check` | `{ parameters, device, existing, now }`, all but the first may be left out | `{ issues }` |
///
/// `now` is in ms since 1970.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: &str, text: &str, zones: &ZoneOffsets) -> String {
    // The facade wrote the text by `JSON.stringify`, so it is JSON.
    let asked = Value::read(text).unwrap_or(Value::Null);
    match question {
        "check" => check(&asked, zones),
        _ => Record::new(),
    }
    .finish()
}

fn check(asked: &Value<'_>, zones: &ZoneOffsets) -> Record {
    let existing = asked.get("existing").items();
    let found = check_access_code(&Situation {
        wanted: Wanted::new(asked.get("parameters"), existing),
        device: asked.get("device"),
        existing,
        now: asked.get("now").number().unwrap_or(0.0) as i64,
        zones,
    });
    let mut checked = Record::new();
    checked.records("issues", found.iter().map(issue));
    checked
}

fn issue(issue: &RuleIssue) -> Record {
    let mut record = Record::new();
    record.text("code", issue.rule.code);
    record.text("path", issue.path);
    record.text("message", &issue.message);
    record.text("help", &issue.help);
    record.text("severity", issue.rule.severity.as_str());
    record.text("source", issue.rule.source);
    if let Some(constraint) = &issue.constraint {
        record.text("constraint", constraint);
    }
    record
}
