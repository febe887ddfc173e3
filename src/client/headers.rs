//! Request headers: reading them from options, refusing what no header can carry, laying some over others.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;
use crate::schema::json::Reader;
use crate::text::{concat, holds};

/// Names in lower case, and values.
pub type Headers = Vec<(String, String)>;

/// Reads a JSON object of headers.
pub(crate) fn read(text: &str) -> Result<Headers, Error> {
    let mut headers = Vec::new();
    let mut reader = Reader::new(text);
    let mut more = reader.open_object().unwrap_or_default();
    while more {
        let name = reader.key().unwrap_or_default();
        let value = reader.text().unwrap_or_default();
        check_header(&name, &value)?;
        set(&mut headers, &name.to_ascii_lowercase(), &value);
        more = reader.next_member().unwrap_or_default();
    }
    Ok(headers)
}

/// Refuses what `fetch` would refuse with a message that shows the value.
pub(crate) fn check_header(name: &str, value: &str) -> Result<(), Error> {
    let good_name = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || holds(b"!#$%&'*+-.^_`|~", byte));
    let good_value = value
        .bytes()
        .all(|byte| byte == b' ' || byte == b'\t' || byte.is_ascii_graphic());
    if good_name && good_value {
        return Ok(());
    }
    let (of, name) = if good_name {
        ("value of the header ", name)
    } else {
        ("name of a header", "")
    };
    Err(Error::InvalidOptions(concat(&[
        "the ",
        of,
        name,
        " holds characters that headers cannot carry",
    ])))
}

/// Lays headers over others of the same names.
pub(crate) fn merge(headers: &mut Headers, over: &[(String, String)]) {
    for (name, value) in over {
        set(headers, name, value);
    }
}

/// Sets a header, whose name is in lower case.
pub(crate) fn set(headers: &mut Headers, name: &str, value: &str) {
    match headers.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => value.clone_into(known),
        None => headers.push((name.to_owned(), value.to_owned())),
    }
}
