//! Names of access codes: what a device's constraints ask of them, and what a provider makes of them (docs/api-facts.md#code-constraints,
//! #brands and #names). A name that is not given is made by Seam, and not judged.

use alloc::string::String;

use crate::rules::Situation;
use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::on_device::{is_leaving, on_its_way, others};
use crate::rules::pin::{constraint, constraints};
use crate::schema::issue::characters;
use crate::schema::value::Value;
use crate::text::{concat, decimal};

const CONSTRAINTS: &str = "properties.code_constraints";
const DEVICE_GUIDES: &str = "device guides";

rules! {
    const TOO_SHORT: Rule = Rule::error("name_too_short", CONSTRAINTS).with(&["length", "limit"]);
    const MAY_BE_TOO_SHORT: Rule = Rule::warning("name_may_be_too_short", CONSTRAINTS).with(&["length", "limit"]);
    /// Seam's label keeps the whole name; what is on the lock is cut to what the provider takes (names in the provider's app), so that a long name
    /// is no reason to refuse the code.
    const MAY_BE_CUT: Rule = Rule::warning("name_may_be_cut", CONSTRAINTS).with(&["length", "limit"]);
    const BRAND_MAY_REFUSE: Rule = Rule::warning("name_may_be_too_short", DEVICE_GUIDES).with(&["length", "limit"]);
    const BRAND_MAY_CUT: Rule = Rule::warning("name_may_be_cut", DEVICE_GUIDES).with(&["length", "limit"]);
    const NOT_UNIQUE: Rule = Rule::error("name_not_unique", CONSTRAINTS);
    const MAY_NOT_BE_UNIQUE: Rule = Rule::warning("name_may_not_be_unique", CONSTRAINTS);
    const LIKE_UUID: Rule = Rule::warning("name_like_uuid", "names in the provider's app");
}

const LENGTH: &str = "name_length";
const UNIQUE: &str = "name_must_be_unique";

/// The fewest and the most characters by the device guides, for devices without the constraint `name_length`.
const BRANDS: &[(&str, f64, f64)] = &[("kwikset_lock", 2.0, 14.0), ("nuki_lock", 0.0, 20.0)];

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    let Some(name) = situation.wanted.parameters.get("name").text() else {
        return;
    };
    check_length(situation.device, name, findings);
    if constraint(situation.device, UNIQUE) {
        check_unique(situation, name, findings);
    }
    if is_like_uuid(name) {
        findings.add(
            &LIKE_UUID,
            "name",
            "`name` holds a UUID, which tells nobody at the lock whose code it is",
            "give a short name that people recognise, as `Anna Smith`",
        );
    }
}

fn check_length(device: &Value<'_>, name: &str, findings: &mut Findings) {
    // Characters, or the units of UTF-16 that JavaScript counts: whichever the provider means.
    let (fewest, most) = (characters(name) as f64, name.encode_utf16().count() as f64);
    for item in constraints(device) {
        if item.get("constraint_type").text() != Some(LENGTH) {
            continue;
        }
        let number = |key| item.get(key).number();
        let (least, longest) = (number("min_length"), number("max_length"));
        if let Some(least) = least.filter(|least| fewest < *least) {
            let rule = if most < least {
                &TOO_SHORT
            } else {
                &MAY_BE_TOO_SHORT
            };
            findings.add_constraint(rule, LENGTH, "name", too_short(fewest, least), LENGTHEN);
            give_lengths(findings, fewest, least);
        }
        if let Some(longest) = longest.filter(|longest| most > *longest) {
            findings.add_constraint(&MAY_BE_CUT, LENGTH, "name", too_long(most, longest), SHORTEN);
            give_lengths(findings, most, longest);
        }
    }
    let brand = device.get("device_type").text();
    let limits = BRANDS
        .iter()
        .find(|(device_type, ..)| brand == Some(*device_type));
    let Some((_, least, longest)) = limits.filter(|_| !constraint(device, LENGTH)) else {
        return;
    };
    if fewest < *least {
        findings.add(&BRAND_MAY_REFUSE, "name", too_short(fewest, *least), LENGTHEN);
        give_lengths(findings, fewest, *least);
    }
    if most > *longest {
        findings.add(&BRAND_MAY_CUT, "name", too_long(most, *longest), SHORTEN);
        give_lengths(findings, most, *longest);
    }
}

fn give_lengths(findings: &mut Findings, length: f64, limit: f64) {
    findings.given("length", &decimal(length as u64));
    findings.given("limit", &decimal(limit as u64));
}

const LENGTHEN: &str = "give a longer name";
const SHORTEN: &str = "give a shorter name, or put what tells codes apart first";

fn too_short(length: f64, least: f64) -> String {
    of_limit(length, " of at least ", least, " characters")
}

fn too_long(length: f64, most: f64) -> String {
    of_limit(
        length,
        " of at most ",
        most,
        " characters: the provider may cut the rest off on the lock",
    )
}

fn of_limit(length: f64, of: &str, limit: f64, rest: &str) -> String {
    concat(&[
        "`name` has ",
        &decimal(length as u64),
        of,
        &decimal(limit as u64),
        rest,
    ])
}

fn check_unique(situation: &Situation<'_>, name: &str, findings: &mut Findings) {
    let mut found = None;
    for other in others(situation) {
        let taken = other.get("name").text();
        if taken == Some(name) && !is_leaving(other, situation.now) {
            found = Some((&NOT_UNIQUE, "another code on the device has the same `name`"));
            break;
        }
        let mut names = on_its_way(other, "name");
        names.extend(taken);
        let is_alike = |other: &&str| other.trim_ascii().eq_ignore_ascii_case(name.trim_ascii());
        if names.iter().any(is_alike) {
            let message = "another code on the device has a `name` that differs in case or blanks at most, will give it up soon or take it";
            found = Some((&MAY_NOT_BE_UNIQUE, message));
        }
    }
    if let Some((rule, message)) = found {
        findings.add_constraint(
            rule,
            UNIQUE,
            "name",
            message,
            "give a name that no code on the device has",
        );
    }
}

/// Whether a name has 32 hexadecimal digits in a row, hyphens aside.
fn is_like_uuid(name: &str) -> bool {
    let mut digits = 0;
    for byte in name.bytes() {
        match byte {
            b'-' => {}
            _ if byte.is_ascii_hexdigit() => digits += 1,
            _ => digits = 0,
        }
        if digits == 32 {
            return true;
        }
    }
    false
}
