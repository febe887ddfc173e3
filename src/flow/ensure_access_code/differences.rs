//! In what an existing access code differs from the one that is wanted. Compares only what the server reports, and only what the parameters
//! name, except for the type of the code: the parameters say it by what they leave out.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::flow::ensure_access_code::text;
use crate::redaction::{Secrets, pins_of};
use crate::rules::civil::{DAY, HOUR};
use crate::schema::date_time::milliseconds;
use crate::schema::json;
use crate::schema::json_text::write_text;
use crate::schema::value::Value;

/// What an access code is in place of what was asked for. No value holds the PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The property of the access code, such as `ends_at`.
    pub property: &'static str,
    /// What was asked for, as JSON.
    pub expected: String,
    /// What it is, as JSON.
    pub actual: String,
}

impl Difference {
    /// One whose values are JSON already.
    pub(crate) fn new(property: &'static str, expected: &str, actual: &str) -> Self {
        Self {
            property,
            expected: expected.to_owned(),
            actual: actual.to_owned(),
        }
    }
}

/// Servers cut fractions of a second off.
const SECOND: i64 = 1_000;

/// How long after the creation of a code a start may lie that was moved to it.
const CREATION: i64 = 60 * SECOND;

/// What stands for a PIN.
const HIDDEN: &str = "\"[redacted]\"";

/// Whether a code is, by a property that tells codes apart, the one that is wanted. Nobody takes one that does not say for it.
pub(crate) fn has_same(property: &str, wanted: &str, code: &str) -> bool {
    let (Some(wanted), Some(actual)) = (json::find(wanted, property), json::find(code, property)) else {
        return false;
    };
    match property {
        "device_id" => is_same_device(wanted, actual),
        _ => text(wanted) == text(actual),
    }
}

/// Whether the server has answered with another code than the one that it was asked about or told to create: one with another PIN, or on another
/// device. A PIN that it does not say, as before a provider has made it, is no other one.
pub(crate) fn differences_of_identity(wanted: &str, code: &str) -> Vec<Difference> {
    let value = Value::read(code).unwrap_or(Value::Null);
    let mut comparison = Comparison {
        code,
        pins: Secrets::of(&[]),
        found: Vec::new(),
    };
    comparison.identity(wanted, &value);
    comparison.found
}

/// In what a code differs from the parameters of `create`, both as JSON objects. Empty where it is the one that is wanted.
pub(crate) fn differences(wanted: &str, code: &str) -> Vec<Difference> {
    if json::find(code, "is_managed") == Some("false") {
        return Vec::from([Difference::new("is_managed", "true", "false")]);
    }
    let value = Value::read(code).unwrap_or(Value::Null);
    // A name may quote the PIN that was asked for where the server does not report one.
    let mut pins = pins_of(&value);
    pins.extend(pins_of(&Value::read(wanted).unwrap_or(Value::Null)));
    let mut comparison = Comparison {
        code,
        pins: Secrets::of(&pins),
        found: Vec::new(),
    };
    let asked = |name| asked(wanted, name);
    let is_on = |name| asked(name) == Some("true");

    comparison.identity(wanted, &value);
    comparison.text("name", asked("name"), |one, other| {
        text(one).trim() == text(other).trim()
    });
    let (starts_at, ends_at) = (asked("starts_at"), asked("ends_at"));
    let is_bound = starts_at.is_some() || ends_at.is_some();
    let kind = if is_bound { "\"time_bound\"" } else { "\"ongoing\"" };
    comparison.value("type", Some(kind), |wanted, actual| {
        // Old servers write it in one word.
        wanted == actual || (is_bound && actual == "\"timebound\"")
    });
    let is_offline = is_on("is_offline_access_code") || is_on("use_offline_access_code");
    if is_bound {
        let rounding = if is_offline {
            rounding(asked("max_time_rounding"))
        } else {
            0
        };
        let longer = rounding.max(if is_adjusted(&value) { HOUR } else { 0 });
        let created = value.get("created_at").text().and_then(milliseconds);
        comparison.value("starts_at", starts_at, |wanted, actual| {
            is_within(wanted, actual, longer, rounding) || is_moved_to_creation(wanted, actual, created)
        });
        comparison.value("ends_at", ends_at, |wanted, actual| {
            is_within(wanted, actual, rounding, longer)
        });
    }
    let allowed = asked("is_external_modification_allowed").or(asked("allow_external_modification"));
    comparison.value("is_external_modification_allowed", allowed, same);
    let boolean = |is_on| Some(if is_on { "true" } else { "false" });
    comparison.value("is_offline_access_code", boolean(is_offline), same);
    comparison.value("is_one_time_use", boolean(is_on("is_one_time_use")), same);
    comparison.text("common_code_key", asked("common_code_key"), |one, other| {
        text(one) == text(other)
    });
    comparison.value("is_backup", boolean(false), same);
    comparison.found
}

/// Properties where `null` says that there is none for sure. Elsewhere it says nothing.
const TELLING_NULLS: [&str; 4] = ["name", "starts_at", "ends_at", "common_code_key"];

/// A code under comparison, and what was found so far.
struct Comparison<'a> {
    code: &'a str,
    pins: Secrets,
    found: Vec<Difference>,
}

impl Comparison<'_> {
    /// Compares device and PIN.
    fn identity(&mut self, wanted: &str, code: &Value<'_>) {
        self.value("device_id", asked(wanted, "device_id"), is_same_device);
        if let (Some(pin), Some(actual)) = (asked(wanted, "code"), pin_to_be(code))
            && text(pin) != actual
        {
            self.found.push(Difference::new("code", HIDDEN, HIDDEN));
        }
    }

    /// Compares a property, where it is asked for and the server reports it.
    fn value(
        &mut self,
        property: &'static str,
        expected: Option<&str>,
        is_equal: impl Fn(&str, &str) -> bool,
    ) {
        let (Some(expected), Some(actual)) = (expected, json::find(self.code, property)) else {
            return;
        };
        let is_same = match actual {
            "null" => !TELLING_NULLS.contains(&property),
            _ => is_equal(expected, actual),
        };
        if !is_same {
            self.found.push(Difference::new(property, expected, actual));
        }
    }

    /// The same for free text, which may quote the PIN. In date-times its digits stand by coincidence.
    fn text(
        &mut self,
        property: &'static str,
        expected: Option<&str>,
        is_equal: impl Fn(&str, &str) -> bool,
    ) {
        let before = self.found.len();
        self.value(property, expected, is_equal);
        for difference in self.found.iter_mut().skip(before) {
            difference.expected = without_pins(&difference.expected, &self.pins);
            difference.actual = without_pins(&difference.actual, &self.pins);
        }
    }
}

/// What a parameter asks for, as JSON; nothing where it is absent or null.
fn asked<'w>(wanted: &'w str, name: &str) -> Option<&'w str> {
    json::find(wanted, name).filter(|value| *value != "null")
}

/// The PIN that a code has, or is to have where a change is on its way.
fn pin_to_be<'c>(code: &'c Value<'_>) -> Option<&'c str> {
    let mut changes = code.get("pending_mutations").items().iter().rev();
    let change = changes.find(|item| item.get("mutation_code").text() == Some("updating_code"));
    let changed = change.and_then(|change| change.get("to").get("code").text());
    changed.or_else(|| code.get("code").text())
}

/// Whether two IDs are of one device. They may be written in capitals.
fn is_same_device(one: &str, other: &str) -> bool {
    text(one).eq_ignore_ascii_case(&text(other))
}

/// A JSON value as it is where it holds no PIN, else what is left of its text.
fn without_pins(value: &str, pins: &Secrets) -> String {
    let text = text(value);
    let cleared = pins.cleared(&text);
    if cleared == text {
        return value.to_owned();
    }
    let mut written = String::new();
    write_text(&mut written, &cleared);
    written
}

fn same(one: &str, other: &str) -> bool {
    one == other
}

/// The instant of a date-time as a JSON string, in ms since 1970.
fn instant(value: &str) -> Option<i64> {
    milliseconds(&text(value))
}

/// How far Seam may shift the time frame of an offline code, in ms.
fn rounding(wanted: Option<&str>) -> i64 {
    match wanted {
        Some(wanted) if text(wanted).as_bytes().starts_with(b"1d") => DAY,
        _ => HOUR,
    }
}

/// Whether Seam has made the window longer by up to an hour, as it does where it does not know the device's time zone.
fn is_adjusted(code: &Value<'_>) -> bool {
    let mut warnings = code.get("warnings").items().iter();
    warnings.any(|warning| {
        warning.get("warning_code").text() == Some("time_frame_adjusted_for_unknown_time_zone")
    })
}

/// Whether a date-time is the wanted one, or up to so many ms before or after it.
fn is_within(wanted: &str, actual: &str, before: i64, after: i64) -> bool {
    let (Some(wanted), Some(actual)) = (instant(wanted), instant(actual)) else {
        return false;
    };
    let shift = actual.saturating_sub(wanted);
    shift > -before - SECOND && shift < after + SECOND
}

/// Whether a start that lay in the past was moved to when the code was created, as for some locks.
fn is_moved_to_creation(wanted: &str, actual: &str, created: Option<i64>) -> bool {
    let (Some(wanted), Some(actual), Some(created)) = (instant(wanted), instant(actual), created) else {
        return false;
    };
    wanted < created && actual >= wanted && actual <= created.saturating_add(CREATION)
}
