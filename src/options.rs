//! Options of functions, as JSON objects that callers wrote: reads them by name, and refuses what is no option, or no such value.
//! The options of clients and calls are held to a schema instead, see `client::config`.

pub mod known;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;
use crate::schema::json::{self, Kind, Reader};
use crate::schema::misspelling::nearest;
use crate::text::{concat, each_part, listed, replaced};

/// The options that every call takes, which functions that make calls hand on: the client judges their values.
pub const OF_CALLS: &[&str] = &["timeout", "maxRetries", "headers", "validate", "signal"];

/// Options that have only known names.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    text: &'a str,
}

impl<'a> Options<'a> {
    /// Takes a JSON object whose names are all among the known ones. `null` and an empty text are no options.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] that names the first unknown option, and the known one it may be a slip of.
    pub fn read(text: &'a str, known: &[&[&str]]) -> Result<Self, Error> {
        let no_options = matches!(text, "" | "null");
        let text = if no_options { "{}" } else { text };
        if Reader::new(text).kind() != Ok(Kind::Object) {
            return invalid(&["the options must be an object"]);
        }
        let mut reader = Reader::new(text);
        let mut more = reader.open_object().unwrap_or_default();
        while more {
            let name = reader.key().unwrap_or_default();
            let value = reader.value();
            if !known.iter().any(|names| names.contains(&&*name)) {
                return unknown(&name, known);
            }
            more = value.is_ok() && reader.next_member().unwrap_or_default();
        }
        Ok(Self { text })
    }

    /// The value as JSON; nothing where it is absent or `null`, which is what callers without types pass for none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a str> {
        json::find(self.text, name).filter(|value| *value != "null")
    }

    /// The text of an option.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where it is something else.
    pub fn text(&self, name: &str) -> Result<Option<Cow<'a, str>>, Error> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        match Reader::new(value).text() {
            Ok(text) => Ok(Some(text)),
            Err(_) => invalid(&["The ", name, " option must be a string"]),
        }
    }

    /// A number of ms, or of things; see [`number`].
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where it is out of range or no number.
    pub fn number(
        &self,
        name: &str,
        expected: &str,
        is_allowed: fn(f64) -> bool,
    ) -> Result<Option<f64>, Error> {
        number(self.text, name, expected, is_allowed)
    }
}

/// A number among options, nothing where it is absent or `null`. `expected` is what the message says it has to be. What JSON has no number
/// for is written as the text `"Infinity"`, `"-Infinity"` or `"NaN"`.
///
/// # Errors
/// [`Error::InvalidOptions`] where it is not allowed or no number.
pub fn number(
    options: &str,
    name: &str,
    expected: &str,
    is_allowed: fn(f64) -> bool,
) -> Result<Option<f64>, Error> {
    let value = json::find(options, name).unwrap_or("null");
    // A value of another type may be anything, a token too, so only numbers are shown.
    let (number, shown) = match value {
        "null" => return Ok(None),
        "\"NaN\"" => (f64::NAN, "NaN"),
        "\"Infinity\"" => (f64::INFINITY, "Infinity"),
        "\"-Infinity\"" => (f64::NEG_INFINITY, "-Infinity"),
        _ => match Reader::new(value).number() {
            Ok(number) => (number, value),
            Err(_) => (f64::NAN, "a value that is no number"),
        },
    };
    if is_allowed(number) {
        return Ok(Some(number));
    }
    invalid(&["The ", name, " option must ", expected, ", got ", shown])
}

fn unknown<T>(name: &str, known: &[&[&str]]) -> Result<T, Error> {
    let names: Vec<&str> = known.iter().copied().flatten().copied().collect();
    let meant = nearest(name, &mut names.iter().copied());
    Err(Error::InvalidOptions(unknown_message(
        name,
        meant,
        &listed(&names),
    )))
}

/// What is wrong with a name that is no option: the known one that it may be a slip of, else all of them.
fn unknown_message(name: &str, meant: Option<&str>, known: &str) -> String {
    let (before, names, after) = match meant {
        Some(meant) => ("`: did you mean `", meant, "`?"),
        None => ("`: expected one of ", known, ""),
    };
    one_line(concat(&["unknown option `", name, before, names, after]))
}

fn invalid<T>(message: &[&str]) -> Result<T, Error> {
    Err(Error::InvalidOptions(one_line(concat(message))))
}

/// Names come from callers, and a message has one line.
pub(crate) fn one_line(message: String) -> String {
    let mut line = String::new();
    for part in each_part(&message, b'\n') {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(part);
    }
    replaced(&line, "\r", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&[&str]] = &[&["maxWait", "pollingInterval"], OF_CALLS];

    fn message<T>(result: Result<T, Error>) -> String {
        result.err().map(|error| error.line()).unwrap_or_default()
    }

    #[test]
    fn refuses_what_is_no_option_by_its_name() {
        assert!(Options::read("{\"maxWait\":1,\"headers\":{\"a\":\"b\"}}", KNOWN).is_ok());
        assert!(Options::read("null", KNOWN).is_ok());
        assert_eq!(
            message(Options::read("{\"pollInterval\":1}", KNOWN)),
            "unknown option `pollInterval`: expected one of maxWait, pollingInterval, timeout, maxRetries, headers, validate, signal"
        );
        assert_eq!(
            message(Options::read("{\"maxWait\":1,\"timeuot\":2}", KNOWN)),
            "unknown option `timeuot`: did you mean `timeout`?"
        );
        assert_eq!(
            message(Options::read("[]", KNOWN)),
            "the options must be an object"
        );
    }

    #[test]
    fn reads_numbers_within_their_range() -> Result<(), Error> {
        let options = Options::read(
            "{\"maxWait\":\"Infinity\",\"pollingInterval\":-1,\"timeout\":\"seam_key\"}",
            KNOWN,
        )?;
        let positive = |name| options.number(name, "be greater than zero", |number| number > 0.0);
        assert_eq!(positive("maxWait")?, Some(f64::INFINITY));
        assert_eq!(positive("maxRetries")?, None);
        assert_eq!(
            message(positive("pollingInterval")),
            "The pollingInterval option must be greater than zero, got -1"
        );
        assert_eq!(
            message(positive("timeout")),
            "The timeout option must be greater than zero, got a value that is no number"
        );
        Ok(())
    }
}
