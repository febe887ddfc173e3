//! The filter and the options of a watch: their defaults, and which are refused. What the endpoint takes is checked where it is sent.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::error::Error;
use crate::flow::watch_events::cursor::{self, Place};
use crate::flow::watch_events::progress::Progress;
use crate::options::{OF_CALLS, Options};
use crate::schema::date_time::milliseconds;
use crate::schema::json::{self, Kind, Reader};
use crate::text::concat;

const OF_WATCHES: &[&str] = &[
    "since",
    "cursor",
    "pollingInterval",
    "overlap",
    "limit",
    "onError",
];

/// What a filter must not hold, since the watch sends it.
const NOT_FILTERS: [&str; 4] = ["since", "between", "limit", "unstable_offset"];

/// The largest whole number that JavaScript knows apart from its neighbours.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_991.0;

/// Filter and options, with the defaults.
#[derive(Debug)]
pub(super) struct Settings {
    /// The members of the filter as JSON, with a comma behind the last.
    pub(super) filter: String,
    /// Where to begin.
    pub(super) place: Place,
    /// Ms between two lists.
    pub(super) polling_interval: f64,
    /// Ms by which an event may come behind a newer one and still be given.
    pub(super) overlap: f64,
    /// How many events to ask for at once.
    pub(super) limit: u64,
}

impl Settings {
    /// Reads filter and options, both as JSON.
    pub(super) fn read(filter: &str, options: &str) -> Result<Self, Error> {
        let filter = members(filter)?;
        let options = Options::read(options, &[OF_WATCHES, OF_CALLS])?;
        let at_least = "be a number of milliseconds, 0 or more";
        let overlap = options.number("overlap", at_least, |overlap| {
            (0.0..f64::INFINITY).contains(&overlap)
        })?;
        let limit = options.number("limit", "be a whole number above zero", |limit| {
            json::is_whole(limit) && (1.0..=LARGEST_WHOLE).contains(&limit)
        })?;
        let interval = options.number("pollingInterval", "be greater than zero", |interval| {
            interval > 0.0
        })?;
        // A function arrives as this text.
        if let Some(value) = options.get("onError").filter(|value| *value != "\"function\"") {
            let kind = Reader::new(value).kind().map(Kind::words).unwrap_or_default();
            return invalid(&["The onError option must be a function, got ", kind]);
        }
        Ok(Self {
            filter,
            place: place(options)?,
            polling_interval: interval.unwrap_or(5_000.0),
            overlap: overlap.unwrap_or(60_000.0),
            limit: limit.unwrap_or(500.0) as u64,
        })
    }
}

/// The cursor outranks `since`: so one line of code serves the first start and all later ones.
fn place(options: Options<'_>) -> Result<Place, Error> {
    let since = match options.get("since") {
        None => None,
        Some(value) => match Reader::new(value).text().ok().and_then(|since| instant(&since)) {
            None => return invalid(&["The since option must be a Date or the text of a date-time"]),
            since => since,
        },
    };
    match options.get("cursor") {
        None => Ok(since.map_or(Place::Unknown(None), |since| Place::Known(Progress::from(since)))),
        Some(value) => match Reader::new(value)
            .text()
            .ok()
            .and_then(|text| cursor::read(&text))
        {
            Some(place) => Ok(place),
            None => invalid(&["The cursor option must be the `cursor` of an earlier watch"]),
        },
    }
}

/// The instant of a date-time, or of the beginning of a date in UTC, as JavaScript reads both.
fn instant(text: &str) -> Option<i64> {
    match text.len() {
        10 => milliseconds(&concat(&[text, "T00:00:00Z"])),
        _ => milliseconds(text),
    }
}

fn members(filter: &str) -> Result<String, Error> {
    let mut reader = Reader::new(filter);
    let inner = match reader.value() {
        Ok(value) if reader.end().is_ok() => value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')),
        _ => None,
    };
    let Some(inner) = inner else {
        return invalid(&["The filter must be an object"]);
    };
    for name in NOT_FILTERS {
        if json::find(filter, name).is_some() {
            return invalid(&[
                "The filter must not hold ",
                name,
                ", which is for the watch to say",
            ]);
        }
    }
    let inner = inner.trim();
    Ok(concat(&[inner, if inner.is_empty() { "" } else { "," }]))
}

fn invalid<T>(message: &[&str]) -> Result<T, Error> {
    Err(Error::InvalidOptions(concat(message).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(filter: &str, options: &str) -> String {
        let read = Settings::read(filter, options);
        read.err().map(|error| error.line()).unwrap_or_default()
    }

    #[test]
    fn refuses_what_cannot_be_used() {
        for (filter, options, expected) in [
            (
                "{}",
                "{\"pollingInterval\":\"NaN\"}",
                "The pollingInterval option must be greater than zero, got NaN",
            ),
            (
                "{}",
                "{\"pollingInterval\":-1}",
                "The pollingInterval option must be greater than zero, got -1",
            ),
            (
                "{}",
                "{\"pollingInterval\":0}",
                "The pollingInterval option must be greater than zero, got 0",
            ),
            (
                "{}",
                "{\"pollingInterval\":\"5\"}",
                "The pollingInterval option must be greater than zero, got a value that is no number",
            ),
            (
                "{}",
                "{\"overlap\":\"NaN\"}",
                "The overlap option must be a number of milliseconds, 0 or more, got NaN",
            ),
            (
                "{}",
                "{\"overlap\":-1}",
                "The overlap option must be a number of milliseconds, 0 or more, got -1",
            ),
            (
                "{}",
                "{\"overlap\":\"Infinity\"}",
                "The overlap option must be a number of milliseconds, 0 or more, got Infinity",
            ),
            (
                "{}",
                "{\"limit\":0}",
                "The limit option must be a whole number above zero, got 0",
            ),
            (
                "{}",
                "{\"limit\":1.5}",
                "The limit option must be a whole number above zero, got 1.5",
            ),
            (
                "{}",
                "{\"limit\":\"5\"}",
                "The limit option must be a whole number above zero, got a value that is no number",
            ),
            (
                "{}",
                "{\"since\":\"yesterday\"}",
                "The since option must be a Date or the text of a date-time",
            ),
            (
                "{}",
                "{\"since\":5}",
                "The since option must be a Date or the text of a date-time",
            ),
            (
                "{}",
                "{\"since\":{}}",
                "The since option must be a Date or the text of a date-time",
            ),
            (
                "{}",
                "{\"cursor\":\"\"}",
                "The cursor option must be the `cursor` of an earlier watch",
            ),
            (
                "{}",
                "{\"cursor\":7}",
                "The cursor option must be the `cursor` of an earlier watch",
            ),
            (
                "{}",
                "{\"onError\":\"print\"}",
                "The onError option must be a function, got a string",
            ),
            (
                "{}",
                "{\"pollInterval\":5}",
                "unknown option `pollInterval`: expected one of since, cursor, pollingInterval, overlap, limit, onError, timeout, maxRetries, headers, validate, signal",
            ),
            (
                "{}",
                "{\"onEror\":\"function\"}",
                "unknown option `onEror`: did you mean `onError`?",
            ),
            ("\"device\"", "{}", "The filter must be an object"),
            ("null", "{}", "The filter must be an object"),
            ("[]", "{}", "The filter must be an object"),
            ("{} {}", "{}", "The filter must be an object"),
            (
                "{\"since\":\"2026-01-01\"}",
                "{}",
                "The filter must not hold since, which is for the watch to say",
            ),
            (
                "{\"between\":[]}",
                "{}",
                "The filter must not hold between, which is for the watch to say",
            ),
            (
                "{\"limit\":5}",
                "{}",
                "The filter must not hold limit, which is for the watch to say",
            ),
            (
                "{\"unstable_offset\":null}",
                "{}",
                "The filter must not hold unstable_offset, which is for the watch to say",
            ),
        ] {
            assert_eq!(message(filter, options), expected, "{filter} {options}");
        }
    }

    #[test]
    fn has_defaults_and_takes_null_for_none() -> Result<(), Error> {
        let none = "{\"pollingInterval\":null,\"overlap\":null,\"limit\":null,\"since\":null,\"cursor\":null,\"onError\":null}";
        for options in ["", "null", "{}", none] {
            let settings = Settings::read(" { } ", options)?;
            assert_eq!((settings.filter.as_str(), settings.limit), ("", 500));
            assert_eq!((settings.polling_interval, settings.overlap), (5_000.0, 60_000.0));
            assert_eq!(settings.place, Place::Unknown(None));
        }
        let all =
            "{\"onError\":\"function\",\"headers\":{},\"since\":\"2026-03-01T12:00:00+02:00\",\"limit\":7}";
        let settings = Settings::read("{\"device_id\":\"a\"}", all)?;
        assert_eq!(
            settings.filter,
            "{\"device_id\":\"a\"},".trim_start_matches('{').replace('}', "")
        );
        let begun = |instant| Place::Known(Progress::from(instant));
        assert_eq!(settings.place, begun(1_772_359_200_000));
        let of_date = Settings::read("{}", "{\"since\":\"2026-03-01\"}")?;
        assert_eq!(of_date.place, begun(1_772_323_200_000));
        Ok(())
    }
}
