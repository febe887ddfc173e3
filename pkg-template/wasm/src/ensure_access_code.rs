//! `ensureAccessCode` at the border. What there is beyond the steps of all flows (`flows.rs`):
//!
//! - `start` answers with `identity`. The runner waits until no other flow with the same identity is under way for the client, and only then
//!   reports `started`, with one more word: `1` where the flow before has left a doubt.
//! - Each step has `inDoubt`, which the runner keeps for the client under the identity until the next one. A flow that gives up in the queue was
//!   not `started`, and is ended by `end`: it says nothing of doubts.
//! - `done` has the code as `accessCode`. `fail` with `why: 'conflict'` has `message`, `accessCode` and `differences`, a list of
//!   `{ property, expected, actual }`. `fail` with `why: 'endless'` has the `path` of the list, and the `reason`, a fault.

use ::core::convert::Infallible;
use alloc::string::String;

use crate::fault;
use crate::flows::Written;
use seam_edge::flow::ensure_access_code::differences::Difference;
use seam_edge::flow::ensure_access_code::{EnsureAccessCode, EnsureError};
use seam_edge::flow::pages::endless;
use seam_edge::schema::record::Record;

impl Written for EnsureAccessCode {
    fn starts(&mut self, in_doubt: &str) {
        self.set_in_doubt(in_doubt == "1");
    }

    fn each(&self, step: &mut Record) {
        step.boolean("inDoubt", self.in_doubt());
    }

    fn progress(&self, progress: Infallible, _: &mut Record) {
        match progress {}
    }

    fn done(&self, code: String, step: &mut Record) {
        step.json("accessCode", &code);
    }

    fn fail(&self, error: EnsureError, step: &mut Record) {
        match error {
            EnsureError::Conflict(conflict) => {
                step.text("why", "conflict");
                step.text("message", &conflict.message());
                step.json("accessCode", &conflict.access_code);
                step.records("differences", conflict.differences.iter().map(difference));
            }
            EnsureError::Endless(path) => {
                step.text("why", "endless");
                step.text("path", path);
                step.record("reason", fault::of(&endless(path)));
            }
        }
    }
}

fn difference(difference: &Difference) -> Record {
    let mut record = Record::new();
    record.text("property", difference.property);
    record.json("expected", &difference.expected);
    record.json("actual", &difference.actual);
    record
}
