//! The endpoints and types that the facade has declared: read once, kept for as long as the module runs, found by their number.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::vec::Vec;

use spin::Mutex;

use seam_edge::api::Declaration;
use seam_edge::error::Error;
use seam_edge::schema::Type;
use seam_edge::schema::json;
use seam_edge::schema::literal::Literal;

/// What schema data is of.
pub(crate) enum Kind {
    /// An endpoint.
    Endpoint,
    /// A type.
    Type,
}

enum Declared {
    Endpoint(Declaration),
    Type(Type),
    /// The data could not be read.
    Nothing,
}

/// All of them, by their numbers. There is one thread, so the lock is never waited for: it stands in for unsafe code.
static DECLARED: Mutex<Vec<&'static Declared>> = Mutex::new(Vec::new());

/// Reads what is declared and answers its number.
pub(crate) fn add(literal: &str, kind: Kind) -> f64 {
    let declared = match kind {
        Kind::Endpoint => Declaration::read(literal).map(Declared::Endpoint),
        Kind::Type => {
            let mut literal = Literal::new(literal);
            let kind = literal.kind();
            literal.finish(Declared::Type(kind))
        }
    };
    let mut all = DECLARED.lock();
    all.push(Box::leak(Box::new(declared.unwrap_or(Declared::Nothing))));
    (all.len() - 1) as f64
}

/// The endpoint of a number, given in digits.
pub(crate) fn endpoint(number: &str) -> Result<&'static Declaration, Error> {
    match get(number) {
        Some(Declared::Endpoint(endpoint)) => Ok(endpoint),
        _ => Err(undeclared()),
    }
}

/// The type of a number, given in digits.
pub(crate) fn kind(number: &str) -> Result<Type, Error> {
    match get(number) {
        Some(Declared::Type(kind)) => Ok(*kind),
        _ => Err(undeclared()),
    }
}

fn get(number: &str) -> Option<&'static Declared> {
    DECLARED.lock().get(json::number(number) as usize).copied()
}

fn undeclared() -> Error {
    Error::State("the endpoint is not one that the package declares".to_owned())
}
