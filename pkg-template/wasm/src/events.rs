//! What the npm package asks about watching events: one function, text in and out. A module of its own, which only those carry who watch.
//! Decides nothing: `flow::watch_events` does.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::fault;
use crate::flows::{Flows, Heard, Written, take_step, words};
use seam_edge::error::Error;
use seam_edge::flow::watch_events::{Endless, Notice, WatchEvents};
use seam_edge::schema::json;
use seam_edge::schema::record::Record;

static WATCHES: Flows<WatchEvents> = Flows::new();

/// Answers a question, whose words are lines, about a text. The answer is a JSON object; where something is wrong, `{ fault }`.
///
/// | Words | Text | Answer |
/// |---|---|---|
/// | `start`, `watch_events` | `{ filter, options }`: functions among the options are the text `function`, dates RFC 3339 | `{ number }` of a flow |
/// | `next`, flow, …; `end`, flow | | see `flows.rs` |
/// | `cursor`, flow | | `{ cursor }`, as long as the flow is under way; a last step that fails has it too |
///
/// A step that tells is `{ do: 'tell', event }`, or `{ do: 'tell', failures, pause }` after a list that has failed.
#[wasm_bindgen]
#[must_use]
pub fn events(question: &str, text: &str) -> String {
    answer(question, text).map_or_else(|error| fault::answer(&error), Record::finish)
}

fn answer(question: &str, text: &str) -> Result<Record, Error> {
    let words = words(question);
    let [name, flow, ..] = words;
    let mut answer = Record::new();
    match (name, flow) {
        ("start", "watch_events") => {
            let input = |name| json::find(text, name).unwrap_or("null");
            let watch = WatchEvents::new(input("filter"), input("options"))?;
            answer.number("number", WATCHES.keep(watch));
        }
        ("next", flow) => {
            return WATCHES.step(flow, |watch| {
                let (mut step, goes_on) = take_step(watch, &Heard::of(&words, text));
                if !goes_on {
                    step.text("cursor", &watch.cursor());
                }
                (step, goes_on)
            });
        }
        ("cursor", flow) => {
            let cursor = WATCHES.step(flow, |watch| (watch.cursor(), true))?;
            answer.text("cursor", &cursor);
        }
        ("end", flow) => WATCHES.end(flow),
        _ => return Err(fault::unknown()),
    }
    Ok(answer)
}

impl Written for WatchEvents {
    fn progress(&self, notice: Notice, step: &mut Record) {
        match notice {
            Notice::Event(event) => step.json("event", &event),
            Notice::Failing { failures, pause } => {
                step.number("failures", f64::from(failures));
                step.number("pause", pause);
            }
        }
    }

    fn done(&self, never: Endless, _: &mut Record) {
        match never {}
    }

    fn fail(&self, error: Error, step: &mut Record) {
        step.text("why", "state");
        step.text("message", &error.line());
    }
}
