//! What the npm package asks about locks: one function, text in and out, beside the zones of the runtime. A module of its own, which
//! only those carry who ask (docs/design.md#modules). Decides nothing: the rules are in `rules`.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use crate::options;
use crate::zones::ZoneOffsets;
use seam_edge::flow::pages::{ENDLESS, Further, further};
use seam_edge::options::known::RULES;
use seam_edge::rules::issue::RuleIssue;
use seam_edge::rules::suggest::{Suggestion, suggest_code};
use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::misspelling::nearest;
use seam_edge::schema::record::Record;
use seam_edge::schema::value::Value;
use seam_edge::text::each_part;

/// Answers a question, whose words are lines, about a JSON object. The answer is a JSON object.
///
/// | Question | Object | Answer |
/// |---|---|---|
/// | `check` | `{ parameters, device, existing, now }` | `{ issues }` |
/// | `options`, a function, the names of its options | | `{}`, or `{ fault }` where one is not known |
/// | `goes_on` | the cursors that the pages of a list have named, in an array | `{ goes_on }` where there is another page, `{ endless }` with what is wrong where there are too many |
/// | `suggest` | `{ device, existing, length, avoid, words }` | `{ code }`, or `{ issue, collide }` where no PIN passes |
///
/// What is absent of an object is not known. `now` is in ms since 1970. `words` are 16 random whole numbers of 32 bits, of which mostly two
/// are used.
#[wasm_bindgen]
#[must_use]
pub fn rules(question: &str, text: &str, zones: &ZoneOffsets) -> String {
    let mut words = each_part(question, b'\n');
    let question = words.next().unwrap_or_default();
    if question == "options" {
        return options::answer(RULES, &mut words, nearest).finish();
    }
    if question == "goes_on" {
        return another_page(text).finish();
    }
    // The facade wrote the text by `JSON.stringify`, so it is JSON.
    let asked = Value::read(text).unwrap_or(Value::Null);
    match question {
        "check" => check(&asked, zones),
        "suggest" => suggest(&asked),
        _ => Record::new(),
    }
    .finish()
}

fn another_page(cursors: &str) -> Record {
    let mut answer = Record::new();
    match further(cursors) {
        Further::No => {}
        Further::Yes => answer.boolean("goes_on", true),
        Further::Endless => answer.text("endless", ENDLESS),
    }
    answer
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

fn suggest(asked: &Value<'_>) -> Record {
    let length = asked.get("length").number().map(|length| length as u32);
    let avoid: Vec<_> = asked
        .get("avoid")
        .items()
        .iter()
        .filter_map(Value::text)
        .collect();
    let mut words = asked.get("words").items().iter().filter_map(Value::number);
    let request = Suggestion {
        device: asked.get("device"),
        length,
        avoid: &avoid,
        existing: asked.get("existing").items(),
    };
    let mut suggested = Record::new();
    match suggest_code(&request, &mut || words.next().unwrap_or_default() as u32) {
        Ok(code) => suggested.text("code", &code),
        Err(none) => {
            suggested.record("issue", issue(&none.issue));
            suggested.texts("collide", none.collide.into_iter());
        }
    }
    suggested
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
    if !issue.given.is_empty() {
        let mut parameters = Record::new();
        for (name, text) in &issue.given {
            parameters.text(name, text);
        }
        record.record("parameters", parameters);
    }
    record
}
