//! The names of options on their way from JavaScript: the question that all modules share which have functions with options of their own.

use seam_edge::options::known::{Known, Nearest, refusal};
use seam_edge::schema::record::Record;
use seam_edge::text::Parts;

/// Answers the question `options`, the function, the names of its options: `{}`, or `{ fault }` where one is not known.
pub(crate) fn answer(known: Known, words: &mut Parts<'_>, nearest: Nearest) -> Record {
    let mut answer = Record::new();
    // Not by `fault`: it would bring what only calls can fail with.
    if let Some(message) = refusal(known, words.next().unwrap_or_default(), words, nearest) {
        let mut fault = Record::new();
        fault.text("kind", "invalid_options");
        fault.text("message", &message);
        answer.record("fault", fault);
    }
    answer
}
