//! PINs on devices that are put together by hand, and what the check says of them.

use std::borrow::Cow;

use seam_edge::rules::issue::RuleIssue;
use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::zone::NoZones;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::value::Value;

/// Every constraint on digits.
pub(crate) const ON_DIGITS: [&str; 9] = [
    "no_zeros",
    "cannot_start_with_12",
    "no_triple_consecutive_ints",
    "no_ascending_or_descending_sequence",
    "at_least_three_unique_digits",
    "no_all_same_digits",
    "unique_first_four_digits",
    "cannot_contain_089",
    "cannot_contain_0789",
];
pub(crate) fn text(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

pub(crate) fn object<'a>(members: Vec<(&'a str, Value<'a>)>) -> Value<'a> {
    Value::Object(
        members
            .into_iter()
            .map(|(key, value)| (Cow::Borrowed(key), value))
            .collect(),
    )
}

pub(crate) fn device<'a>(constraints: &[&'a str], lengths: &[u32]) -> Value<'a> {
    let constraints = constraints
        .iter()
        .map(|name| object(vec![("constraint_type", text(name))]));
    let lengths = lengths.iter().map(|length| Value::Number(f64::from(*length)));
    let properties = vec![
        ("code_constraints", Value::Array(constraints.collect())),
        ("supported_code_lengths", Value::Array(lengths.collect())),
    ];
    object(vec![
        ("device_id", text("device1")),
        ("can_program_online_access_codes", Value::Boolean(true)),
        ("properties", object(properties)),
    ])
}

pub(crate) fn existing<'a>(codes: &'a [String]) -> Vec<Value<'a>> {
    codes
        .iter()
        .map(|code| object(vec![("code", text(code))]))
        .collect()
}

/// What the check says of a PIN itself.
pub(crate) fn issues(code: &str, device: &Value<'_>, existing: &[Value<'_>]) -> Vec<RuleIssue> {
    let parameters = object(vec![("device_id", text("device1")), ("code", text(code))]);
    let mut issues = check_access_code(&Situation {
        wanted: Wanted::new(&parameters, existing),
        device,
        existing,
        now: 0,
        zones: &NoZones,
    });
    issues.retain(|issue| issue.path == "code");
    issues
}

/// The constraints that a PIN breaks or may break by the check, empty for an issue that comes from none.
pub(crate) fn complaints(code: &str, device: &Value<'_>, existing: &[Value<'_>]) -> Vec<String> {
    let issues = issues(code, device, existing).into_iter();
    issues.map(|issue| issue.constraint.unwrap_or_default()).collect()
}

/// All PINs of a length.
pub(crate) fn all(length: usize) -> impl Iterator<Item = String> {
    (0..10_u64.pow(length as u32)).map(move |number| format!("{number:0length$}"))
}
