//! The endpoints that the facade has declared: read once, kept for as long as the module runs, found by their number.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::api::Declaration;
use crate::error::Error;
use crate::schema::json;

/// A list that only grows. Clients make use of a few dozen endpoints, so walking it costs nothing.
struct Link {
    endpoint: Option<Declaration>,
    next: OnceBox<Link>,
}

static FIRST: OnceBox<Link> = OnceBox::new();

/// Reads an endpoint and answers its number.
pub(crate) fn add(literal: &str) -> f64 {
    let link = Box::new(Link {
        endpoint: Declaration::read(literal).ok(),
        next: OnceBox::new(),
    });
    let (mut number, mut slot, mut link) = (0.0, &FIRST, link);
    while let Err(refused) = slot.set(link) {
        link = refused;
        let Some(taken) = slot.get() else { break };
        slot = &taken.next;
        number += 1.0;
    }
    number
}

/// The endpoint of a number, given in digits.
pub(crate) fn get(number: &str) -> Result<&'static Declaration, Error> {
    let mut link = FIRST.get();
    for _ in 0..json::number(number) as u32 {
        link = link.and_then(|link| link.next.get());
    }
    link.and_then(|link| link.endpoint.as_ref())
        .ok_or_else(|| Error::State("the endpoint is not one that the package declares".to_owned()))
}
