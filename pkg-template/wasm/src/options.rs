//! The names of options on their way from JavaScript: the question that all modules share which have functions with options of their own.

use seam_edge::error::Error;
use seam_edge::options::known::{Known, require_known};
use seam_edge::schema::record::Record;

/// Answers the question `options`, the function, about an object whose names are those of its options: `{}`, or `{ fault }` where one is not
/// known.
pub(crate) fn answer(known: Known, function: &str, options: &str) -> Record {
    let mut answer = Record::new();
    // Not by `fault`: it would bring what only calls can fail with.
    if let Err(Error::InvalidOptions(message)) = require_known(known, function, options) {
        let mut fault = Record::new();
        fault.text("kind", "invalid_options");
        fault.text("message", &message);
        answer.record("fault", fault);
    }
    answer
}
