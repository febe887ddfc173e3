//! Which PINs a device takes: lengths and `code_constraints` (docs/api-facts.md#code-constraints and #lengths-and-generation). Duplicates
//! are judged in occupancy.rs, digits and 4 to 12 of them by the schemas of the parameters: a `code` that is not of that form is passed
//! over here.

pub(crate) mod digits;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::on_device::{on_its_way, others};
use crate::rules::pin::digits::{Digits, Traits, traits};
use crate::rules::{Situation, wanted};
use crate::schema::issue::quoted;
use crate::schema::value::Value;
use crate::text::{concat, decimal};

const CONSTRAINTS: &str = "properties.code_constraints";
const LENGTHS: &str = "properties.supported_code_lengths";

rules! {
    /// The provider makes the PIN itself.
    pub(crate) const NOT_ALLOWED: Rule = Rule::error("code_not_allowed", CONSTRAINTS);
    /// The device takes PINs of other lengths.
    pub(crate) const LENGTH_NOT_SUPPORTED: Rule = Rule::error("code_length_not_supported", LENGTHS).with(&["lengths"]);
    const BREAKS: Rule = Rule::error("code_breaks_constraint", CONSTRAINTS);
    const MAY_BREAK: Rule = Rule::warning("code_may_break_constraint", CONSTRAINTS);
    const NOT_AMONG_EXISTING: Rule = Rule::warning("code_not_among_existing", CONSTRAINTS);
    const UNKNOWN: Rule = Rule::warning("constraint_unknown", CONSTRAINTS);
    const PREFERRED_NOT_SUPPORTED: Rule = Rule::warning("preferred_code_length_not_supported", LENGTHS).with(&["lengths"]);
    const PREFERRED_IGNORED: Rule = Rule::warning("preferred_code_length_ignored", "create an access code");
}

/// The `constraint_type` of devices whose provider makes the PIN.
pub(crate) const CANNOT_SPECIFY: &str = "cannot_specify_pin_code";
/// The `constraint_type` of devices that take only PINs that the account knows.
pub(crate) const MATCHES_EXISTING_SET: &str = "pin_code_matches_existing_set";

/// A constraint on the digits of a PIN.
pub(crate) struct DigitConstraint {
    /// The `constraint_type`.
    pub(crate) name: &'static str,
    /// The ways to read it: which traits each refuses. A PIN that all of them refuse breaks it, one that some refuse may.
    pub(crate) readings: &'static [Traits],
    /// What it asks for, to follow "`code` has to".
    asks: &'static str,
}

/// Every constraint on digits, for the check and the suggestion alike.
pub(crate) const DIGIT_CONSTRAINTS: &[DigitConstraint] = &[
    DigitConstraint {
        name: "no_zeros",
        readings: &[traits::HAS_0],
        asks: "do without the digit 0",
    },
    DigitConstraint {
        name: "cannot_start_with_12",
        readings: &[traits::STARTS_WITH_12],
        asks: "start otherwise than with 12",
    },
    // Seam's words are "no more than 3 digits in a row can be consecutive or the same", the name says that 3 are too many. Whether
    // digits that descend are consecutive is left open.
    DigitConstraint {
        name: "no_triple_consecutive_ints",
        readings: &[traits::RUN_OF_4, traits::RUN_OF_3],
        asks: "do without 4 ascending or equal digits in a row, better without 3 ascending, descending or equal ones",
    },
    DigitConstraint {
        name: "no_ascending_or_descending_sequence",
        readings: &[traits::STRAIGHT],
        asks: "be no sequence that ascends or descends by one throughout",
    },
    DigitConstraint {
        name: "at_least_three_unique_digits",
        readings: &[traits::BELOW_3_DIFFERENT],
        asks: "have three different digits or more",
    },
    DigitConstraint {
        name: "no_all_same_digits",
        readings: &[traits::ALL_SAME],
        asks: "have more than one different digit",
    },
    // Different from each other, in Seam's words; different from those of the other codes on the lock, in what Schlage does.
    DigitConstraint {
        name: "unique_first_four_digits",
        readings: &[traits::FIRST_FOUR_REPEAT, traits::FIRST_FOUR_TAKEN],
        asks: "start with four different digits, with which no other code on the device starts",
    },
    DigitConstraint {
        name: "cannot_contain_089",
        readings: &[traits::HAS_0 | traits::HAS_8 | traits::HAS_9],
        asks: "do without the digits 0, 8 and 9",
    },
    DigitConstraint {
        name: "cannot_contain_0789",
        readings: &[traits::HAS_0 | traits::HAS_7 | traits::HAS_8 | traits::HAS_9],
        asks: "do without the digits 0, 7, 8 and 9",
    },
];

/// The `constraint_type`s that are not about digits; those on windows and names are judged in the files of these.
const OTHER_CONSTRAINTS: &[&str] = &[
    CANNOT_SPECIFY,
    MATCHES_EXISTING_SET,
    "start_date_in_future",
    "name_length",
    "name_must_be_unique",
];

const CHOOSE_ANOTHER: &str = "choose another PIN, or leave `code` out so that Seam chooses one";

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    check_preferred_length(situation, findings);
    warn_of_unknown_constraints(situation, findings);
    let device = situation.device;
    if situation.wanted.code().is_some() && constraint(device, CANNOT_SPECIFY) {
        findings.add_constraint(
            &NOT_ALLOWED,
            CANNOT_SPECIFY,
            "code",
            "`code` cannot be chosen: the provider of this device makes the PIN",
            "leave `code` out, and read it from the access code once it is there",
        );
    }
    let Some(code) = pin(&situation.wanted) else {
        return;
    };
    check_length(device, code, findings);
    check_digits(situation, code, findings);
    if constraint(device, MATCHES_EXISTING_SET) {
        check_existing_set(situation, code, findings);
    }
}

/// The PIN that is asked for, where it is of the form that the API takes.
pub(crate) fn pin<'a>(wanted: &wanted::Wanted<'a>) -> Option<&'a str> {
    wanted.code().filter(|code| is_pin(code))
}

/// Whether a text is a PIN as the API takes it: 4 to 12 digits.
pub(crate) fn is_pin(text: &str) -> bool {
    (4..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a device has a constraint.
pub(crate) fn constraint(device: &Value<'_>, name: &str) -> bool {
    constraints(device)
        .iter()
        .any(|item| item.get("constraint_type").text() == Some(name))
}

/// The constraints of a device; none where it does not say.
pub(crate) fn constraints<'a>(device: &'a Value<'_>) -> &'a [Value<'a>] {
    device.at(&["properties", "code_constraints"]).items()
}

/// The lengths that a device takes, in digits; none where it does not say, and then any.
pub(crate) fn supported_lengths(device: &Value<'_>) -> Vec<u64> {
    let numbers = device.at(&["properties", "supported_code_lengths"]).items();
    let mut lengths = Vec::new();
    for number in numbers.iter().filter_map(Value::number) {
        // A conversion by `as` keeps within the bounds of the type.
        let whole = number as u64;
        if whole as f64 == number {
            lengths.push(whole);
        }
    }
    lengths
}

/// The number that digits make; nothing where a character is none.
pub(crate) fn number(digits: &str) -> Option<u64> {
    digits.bytes().try_fold(0_u64, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// Which first four digits these codes have, or will have once a change that is on its way is done, by their number; empty where none
/// has any.
pub(crate) fn taken<'a>(codes: impl Iterator<Item = &'a Value<'a>>) -> Vec<bool> {
    let mut taken = Vec::new();
    for code in codes {
        let mut pins = on_its_way(code, "code");
        pins.extend(code.get("code").text());
        for pin in pins {
            let Some(number) = pin.get(..4).and_then(number) else {
                continue;
            };
            if taken.is_empty() {
                taken = vec![false; 10_000];
            }
            if let Some(place) = taken.get_mut(number as usize) {
                *place = true;
            }
        }
    }
    taken
}

fn check_preferred_length(situation: &Situation<'_>, findings: &mut Findings) {
    const PATH: &str = "preferred_code_length";
    let Some(preferred) = situation.wanted.parameters.get(PATH).number() else {
        return;
    };
    if situation.wanted.code().is_some() {
        findings.add(
            &PREFERRED_IGNORED,
            PATH,
            "`preferred_code_length` means nothing beside `code`",
            "give only one of the two",
        );
        return;
    }
    let lengths = supported_lengths(situation.device);
    if !lengths.is_empty() && !lengths.iter().any(|length| *length as f64 == preferred) {
        let message = [
            "the device takes codes of ",
            &listed(&lengths),
            " digits only: Seam will take the shortest of these lengths",
        ];
        findings.add(
            &PREFERRED_NOT_SUPPORTED,
            PATH,
            concat(&message),
            "prefer a length that the device takes, or leave `preferred_code_length` out",
        );
        findings.given("lengths", &listed(&lengths));
    }
}

fn warn_of_unknown_constraints(situation: &Situation<'_>, findings: &mut Findings) {
    for item in constraints(situation.device) {
        let Some(name) = item.get("constraint_type").text() else {
            findings.add(
                &UNKNOWN,
                "",
                "the device has a constraint of a form that is not known here and was not checked",
                NEWER,
            );
            continue;
        };
        let is_known =
            OTHER_CONSTRAINTS.contains(&name) || DIGIT_CONSTRAINTS.iter().any(|known| known.name == name);
        let path = subject(name);
        if is_known || !path.is_empty() && situation.wanted.parameters.get(path).is_null() {
            continue;
        }
        let message = concat(&[
            "the device has the constraint ",
            &quoted(name),
            ", which is not known here and was not checked",
        ]);
        findings.add_constraint(&UNKNOWN, name, path, message, NEWER);
    }
}

const NEWER: &str = "see what Seam's documentation says of it, or take a newer seam-edge";

/// The parameter that a constraint is about, by its name; empty where the name does not tell.
fn subject(constraint: &str) -> &'static str {
    const SUBJECTS: &[(&str, &str)] = &[
        ("name", "name"),
        ("pin", "code"),
        ("code", "code"),
        ("digit", "code"),
    ];
    // By bytes: a search for text would draw its machinery into the wasm module.
    let has = |word: &str| {
        constraint
            .as_bytes()
            .windows(word.len())
            .any(|part| part == word.as_bytes())
    };
    let found = SUBJECTS.iter().find(|(word, _)| has(word));
    found.map_or("", |(_, path)| path)
}

fn check_length(device: &Value<'_>, code: &str, findings: &mut Findings) {
    let lengths = supported_lengths(device);
    if lengths.is_empty() || lengths.contains(&(code.len() as u64)) {
        return;
    }
    let message = [
        "`code` has ",
        &decimal(code.len() as u64),
        " digits, the device takes ",
        &listed(&lengths),
    ];
    findings.add(
        &LENGTH_NOT_SUPPORTED,
        "code",
        concat(&message),
        "choose a PIN of a length that the device takes",
    );
    findings.given("lengths", &listed(&lengths));
}

fn check_digits(situation: &Situation<'_>, code: &str, findings: &mut Findings) {
    let taken = taken(others(situation));
    let digits = code.bytes().fold(Digits::NONE, |digits, byte| {
        digits.then(byte.saturating_sub(b'0'), &taken)
    });
    for row in DIGIT_CONSTRAINTS {
        let refusing = row
            .readings
            .iter()
            .filter(|reading| *reading & digits.traits() != 0);
        let refusing = refusing.count();
        if refusing == 0 || !constraint(situation.device, row.name) {
            continue;
        }
        let (rule, breaks, depends) = if refusing == row.readings.len() {
            (&BREAKS, "`code` breaks `", "")
        } else {
            (
                &MAY_BREAK,
                "`code` may break `",
                ", which locks read in different ways",
            )
        };
        let message = concat(&[breaks, row.name, "`", depends, ": it has to ", row.asks]);
        findings.add_constraint(rule, row.name, "code", message, CHOOSE_ANOTHER);
    }
}

/// The set is that of the account, what is at hand are the codes of the device: not to be among these is no proof.
fn check_existing_set(situation: &Situation<'_>, code: &str, findings: &mut Findings) {
    let existing = situation.existing;
    if existing
        .iter()
        .any(|other| other.get("code").text() == Some(code))
    {
        return;
    }
    let message = if existing.is_empty() {
        "`code` has to be a PIN that is already used in the account: there were no existing codes to compare it with"
    } else {
        "`code` has to be a PIN that is already used in the account: it is none of the existing codes that were given"
    };
    findings.add_constraint(
        &NOT_AMONG_EXISTING,
        MATCHES_EXISTING_SET,
        "code",
        message,
        "make sure that the account has this PIN, or leave `code` out",
    );
}

/// Numbers as text: `4, 6 or 8`.
pub(crate) fn listed(numbers: &[u64]) -> String {
    let mut list = String::new();
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            let is_last = index + 1 == numbers.len();
            list.push_str(if is_last { " or " } else { ", " });
        }
        list.push_str(&decimal(*number));
    }
    list
}
