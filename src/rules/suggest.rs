//! Suggesting a PIN: uniform over those that the rules have nothing to say against. Which those are is declared in pin.rs, how they are
//! counted is in suggest/candidates.rs. Draws no random numbers: the caller passes a source of them.

mod candidates;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::rules::issue::{Rule, RuleIssue, rules};
use crate::rules::on_device::{is_on, on_its_way};
use crate::rules::pin::digits::{Traits, traits};
use crate::rules::pin::{
    CANNOT_SPECIFY, DIGIT_CONSTRAINTS, LENGTH_NOT_SUPPORTED, MATCHES_EXISTING_SET, NOT_ALLOWED, constraint,
    listed, number, supported_lengths, taken,
};
use crate::rules::suggest::candidates::Candidates;
use crate::schema::value::Value;
use crate::text::{concat, listed as listed_names};

/// What to suggest a PIN for.
#[derive(Clone, Copy)]
pub struct Suggestion<'a> {
    /// The device; `Null` where it is not known.
    pub device: &'a Value<'a>,
    /// How many digits, 4 to 12. Else the shortest length that the device takes and that has a PIN, as Seam takes the shortest; where
    /// the device does not say, 6: the one length that all brands take whose lengths are documented.
    pub length: Option<u32>,
    /// PINs that are not to be suggested.
    pub avoid: &'a [&'a str],
    /// The codes on the device, managed and not, of any window: their PINs are not suggested.
    pub existing: &'a [Value<'a>],
}

/// Why no PIN can be suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoCode {
    /// The rule, in the words of an issue; its path is `length` where another length could fix it, else empty.
    pub issue: Box<RuleIssue>,
    /// Which of the device's constraints, `avoid` and `existing` leave no PIN together; without any one of them there would be some.
    /// Empty where it is something else.
    pub collide: Vec<&'static str>,
}

rules! {
    const OF_A_SET: Rule = Rule::error("code_not_among_existing", "properties.code_constraints");
    const NONE_LEFT: Rule = Rule::error("code_none_left", "properties.code_constraints").with(&["causes"]);
}

const AVOID: &str = "avoid";
const EXISTING: &str = "existing";

/// The lengths of PINs that the API takes, in digits.
const SHORTEST: u32 = 4;
const LONGEST: u32 = 12;
const LENGTH_WHERE_NOTHING_IS_KNOWN: u32 = 6;

/// A PIN that passes `check_access_code` as the `code` of a new access code, without error or warning: each of its length is as likely as
/// any other.
///
/// As long as there are others of its length, it holds no year of birth (19 or 20 and two more digits), no three digits in a row that ascend, descend or
/// are equal, and is no block of up to four digits again and again (1212, 12121, 123123). A constraint that is not known is not looked at.
///
/// `draw` gives 32 random bits; a PIN is as hard to guess as these are. What it gives is not trusted to be random: the number of draws is
/// bounded.
///
/// # Errors
/// [`NoCode`] where the provider makes the PIN, where only PINs of a set are taken (each of these is somebody's already, so none is
/// suggested), where the device does not take the length, and where the rules leave no PIN. It never holds one.
pub fn suggest_code(request: &Suggestion<'_>, draw: &mut dyn FnMut() -> u32) -> Result<String, NoCode> {
    check_choosable(request.device)?;
    let lengths = lengths(request)?;
    let rules = rules(request.device);
    for length in &lengths {
        for preferred in [true, false] {
            let (taken, left_out) = occupied(request, *length, &rules, preferred);
            let candidates = Candidates::new(*length, refused(&rules, preferred), &taken, left_out);
            let count = candidates.count();
            if count > 0 {
                return Ok(candidates.at(below(count, draw)));
            }
        }
    }
    let shortest = lengths.first().copied().unwrap_or(SHORTEST);
    Err(none_left(colliding(request, shortest, rules)))
}

/// How many PINs of a length in digits a device takes without error or warning, other codes left out of account: none where it does not
/// take the length, or no PIN of the caller's choice.
#[must_use]
pub fn count_codes(device: &Value<'_>, length: u32) -> u64 {
    let request = Suggestion {
        device,
        length: Some(length),
        avoid: &[],
        existing: &[],
    };
    if check_choosable(device).is_err() || lengths(&request).is_err() {
        return 0;
    }
    count(&request, length, &rules(device))
}

/// How many PINs of a length pass some of the rules.
fn count(request: &Suggestion<'_>, length: u32, rules: &[&'static str]) -> u64 {
    let (taken, left_out) = occupied(request, length, rules, false);
    Candidates::new(length, refused(rules, false), &taken, left_out).count()
}

/// That the device takes PINs of the caller's choice.
fn check_choosable(device: &Value<'_>) -> Result<(), NoCode> {
    if constraint(device, CANNOT_SPECIFY) {
        return Err(no_code(
            &NOT_ALLOWED,
            "",
            "no PIN can be chosen: the provider of this device makes it",
            "create the access code without `code`, and read it once it is there",
            Some(CANNOT_SPECIFY),
        ));
    }
    if constraint(device, MATCHES_EXISTING_SET) {
        return Err(no_code(
            &OF_A_SET,
            "",
            "no PIN can be suggested: the device takes only those that are already used in the account",
            "create the access code without `code`, or with a PIN that its user already has",
            Some(MATCHES_EXISTING_SET),
        ));
    }
    Ok(())
}

/// The lengths to try, the shortest first; at least one.
fn lengths(request: &Suggestion<'_>) -> Result<Vec<u32>, NoCode> {
    let supported = supported_lengths(request.device);
    let is_supported = |length: &u32| supported.is_empty() || supported.contains(&u64::from(*length));
    let lengths: Vec<_> = match request.length {
        None if supported.is_empty() => vec![LENGTH_WHERE_NOTHING_IS_KNOWN],
        None => (SHORTEST..=LONGEST).filter(is_supported).collect(),
        Some(wanted) => {
            let is_wanted = |length: &u32| *length == wanted && is_supported(length);
            (SHORTEST..=LONGEST).filter(is_wanted).collect()
        }
    };
    if !lengths.is_empty() {
        return Ok(lengths);
    }
    let takes = if supported.is_empty() {
        String::from("4 to 12")
    } else {
        listed(&supported)
    };
    let message = concat(&[
        "no PIN of this length can be suggested: the device takes ",
        &takes,
        " digits, the API 4 to 12",
    ]);
    let help = "ask for a length that both take, or for none";
    let mut none = no_code(&LENGTH_NOT_SUPPORTED, "length", &message, help, None);
    none.issue.given.push(("lengths", takes));
    Err(none)
}

/// The names of the rules that a PIN has to pass: the device's constraints on digits, what to avoid, what exists.
fn rules(device: &Value<'_>) -> Vec<&'static str> {
    let names = DIGIT_CONSTRAINTS.iter().map(|row| row.name);
    let mut rules: Vec<_> = names.filter(|name| constraint(device, name)).collect();
    rules.push(AVOID);
    rules.push(EXISTING);
    rules
}

/// What a PIN must not show: what any reading of a constraint refuses.
fn refused(rules: &[&str], preferred: bool) -> Traits {
    let mut refused = if preferred {
        traits::RUN_OF_3 | traits::YEAR
    } else {
        0
    };
    for row in DIGIT_CONSTRAINTS.iter().filter(|row| rules.contains(&row.name)) {
        for reading in row.readings {
            refused |= reading;
        }
    }
    refused
}

/// The first four digits that other codes have, and the PINs that are left out one by one.
fn occupied(request: &Suggestion<'_>, length: u32, rules: &[&str], preferred: bool) -> (Vec<bool>, Vec<u64>) {
    let mut left_out = if preferred { repeats(length) } else { Vec::new() };
    let mut leave_out = |code: &str| {
        if code.len() == length as usize {
            left_out.extend(number(code));
        }
    };
    if rules.contains(&AVOID) {
        for code in request.avoid {
            leave_out(code);
        }
    }
    if !rules.contains(&EXISTING) {
        return (Vec::new(), left_out);
    }
    let existing = || request.existing.iter().filter(|code| is_on(code, request.device));
    for code in existing() {
        for pin in on_its_way(code, "code") {
            leave_out(pin);
        }
        if let Some(pin) = code.get("code").text() {
            leave_out(pin);
        }
    }
    (taken(existing()), left_out)
}

/// The PINs of a length that are a block of up to four digits again and again, the last time perhaps not to its end.
fn repeats(length: u32) -> Vec<u64> {
    let mut repeats = Vec::new();
    for size in 1..=(length / 2).min(4) {
        let blocks = 10_u64.pow(size);
        for block in 0..blocks {
            let (mut code, mut rest) = (0, blocks);
            for _ in 0..length {
                rest = if rest == 1 { blocks / 10 } else { rest / 10 };
                code = code * 10 + block / rest % 10;
            }
            repeats.push(code);
        }
    }
    repeats
}

/// A number below another that is above zero, each as likely.
///
/// Of 64 random bits, those that would favour the small numbers are drawn anew. That happens once in 18 million times at most, so after eight
/// times in a row `draw` is not random, and what it gave is taken as it is.
fn below(bound: u64, draw: &mut dyn FnMut() -> u32) -> u64 {
    let excess = (u64::MAX % bound + 1) % bound;
    let mut drawn = 0;
    for _ in 0..8 {
        drawn = u64::from(draw()) << 32 | u64::from(draw());
        if drawn <= u64::MAX - excess {
            break;
        }
    }
    drawn % bound
}

/// Of rules that leave no PIN together, the fewest that do: without any one of them there are some.
fn colliding(request: &Suggestion<'_>, length: u32, rules: Vec<&'static str>) -> Vec<&'static str> {
    let mut needed = rules.clone();
    for rule in rules {
        let fewer: Vec<_> = needed.iter().copied().filter(|other| *other != rule).collect();
        if count(request, length, &fewer) == 0 {
            needed = fewer;
        }
    }
    needed
}

fn none_left(collide: Vec<&'static str>) -> NoCode {
    let mut names = String::new();
    for name in &collide {
        names.push_str(&concat(&[if names.is_empty() { "`" } else { ", `" }, name, "`"]));
    }
    let message = concat(&["no PIN is left: these rule out all of them: ", &names]);
    let help = "avoid fewer PINs, ask for another length, or delete codes that are no longer needed";
    let mut none = no_code(&NONE_LEFT, "length", &message, help, None);
    none.issue.given.push(("causes", listed_names(&collide)));
    NoCode { collide, ..none }
}

fn no_code(
    rule: &'static Rule,
    path: &'static str,
    message: &str,
    help: &str,
    constraint: Option<&str>,
) -> NoCode {
    NoCode {
        issue: Box::new(RuleIssue {
            rule,
            path,
            message: message.into(),
            help: help.into(),
            constraint: constraint.map(String::from),
            given: Vec::new(),
        }),
        collide: Vec::new(),
    }
}
