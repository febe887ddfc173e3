//! The endpoints and types that the facade has declared: read once, kept for as long as the module runs, found by their number.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;

use once_cell::race::OnceBox;

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

/// A list that only grows. Clients make use of a few dozen endpoints, so walking it costs nothing.
struct Link {
    declared: Declared,
    next: OnceBox<Link>,
}

static FIRST: OnceBox<Link> = OnceBox::new();

/// Reads what is declared and answers its number.
pub(crate) fn add(literal: &str, kind: Kind) -> f64 {
    let declared = match kind {
        Kind::Endpoint => Declaration::read(literal).map(Declared::Endpoint),
        Kind::Type => Literal::new(literal).kind().map(Declared::Type),
    };
    let mut link = Box::new(Link {
        declared: declared.unwrap_or(Declared::Nothing),
        next: OnceBox::new(),
    });
    let (mut number, mut slot) = (0.0, &FIRST);
    while let Err(refused) = slot.set(link) {
        link = refused;
        let Some(taken) = slot.get() else { break };
        slot = &taken.next;
        number += 1.0;
    }
    number
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
    let mut link = FIRST.get();
    for _ in 0..json::number(number) as u32 {
        link = link.and_then(|link| link.next.get());
    }
    link.map(|link| &link.declared)
}

fn undeclared() -> Error {
    Error::State("the endpoint is not one that the package declares".to_owned())
}
