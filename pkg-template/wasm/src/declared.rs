//! The endpoints that the facade has declared: read once, kept for as long as the module runs, found by their number.

use alloc::boxed::Box;
use alloc::vec::Vec;

use spin::Mutex;

use crate::fault;

use seam_edge::api::Declaration;
use seam_edge::error::Error;
use seam_edge::schema::json;

/// All of them, by their numbers; nothing where the data could not be read. There is one thread, so the lock is never waited for: it stands in
/// for unsafe code.
static DECLARED: Mutex<Vec<Option<&'static Declaration>>> = Mutex::new(Vec::new());

/// Reads what is declared and answers its number.
pub(crate) fn add(literal: &str) -> f64 {
    let declaration = Declaration::read(literal);
    let mut all = DECLARED.lock();
    all.push(
        declaration
            .ok()
            .map(|declaration| &*Box::leak(Box::new(declaration))),
    );
    (all.len() - 1) as f64
}

/// The endpoint of a number, given in digits.
pub(crate) fn endpoint(number: &str) -> Result<&'static Declaration, Error> {
    let declared = DECLARED.lock().get(json::number(number) as usize).copied();
    declared.flatten().ok_or_else(fault::unknown)
}
