//! The constraints on digits, each in plain words once more, beside what the check says: for all PINs of 4 digits and random longer ones.

use proptest::prelude::*;
use seam_edge::schema::issue::Severity::{Error, Warning};

use crate::pins::{ON_DIGITS, all, device, existing, issues};
use crate::soak::cases;

/// Which constraints a PIN breaks and which it may break, beside other codes on the device.
fn in_plain_words(code: &str, others: &[String]) -> Vec<String> {
    let digits: Vec<i32> = code.bytes().map(|byte| i32::from(byte - b'0')).collect();
    let has = |some: &str| code.contains(|digit| some.contains(digit));
    let is_run = |row: &[i32], step: i32| row.windows(2).all(|two| two[1] - two[0] == step);
    let has_run = |length: usize, steps: &[i32]| {
        digits
            .windows(length)
            .any(|row| steps.iter().any(|step| is_run(row, *step)))
    };
    let mut different = digits.clone();
    different.sort_unstable();
    different.dedup();
    let mut first_four = digits[..4].to_vec();
    first_four.sort_unstable();
    first_four.dedup();
    let repeats = first_four.len() < 4;
    let is_taken = others.iter().any(|other| other.get(..4) == code.get(..4));
    let breaks = [
        (has("0"), "no_zeros"),
        (code.starts_with("12"), "cannot_start_with_12"),
        (has_run(4, &[0, 1]), "no_triple_consecutive_ints"),
        (
            is_run(&digits, 1) || is_run(&digits, -1),
            "no_ascending_or_descending_sequence",
        ),
        (different.len() < 3, "at_least_three_unique_digits"),
        (different.len() == 1, "no_all_same_digits"),
        (repeats && is_taken, "unique_first_four_digits"),
        (has("089"), "cannot_contain_089"),
        (has("0789"), "cannot_contain_0789"),
    ];
    let may_break = [
        (
            has_run(3, &[0, 1, -1]) && !has_run(4, &[0, 1]),
            "no_triple_consecutive_ints",
        ),
        (repeats != is_taken, "unique_first_four_digits"),
    ];
    let breaks = breaks
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, name)| format!("error {name}"));
    let may_break = may_break
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, name)| format!("warning {name}"));
    let mut lines: Vec<_> = breaks.chain(may_break).collect();
    lines.sort();
    lines
}

fn by_check(code: &str, others: &[String]) -> Vec<String> {
    let issues = issues(code, &device(&ON_DIGITS, &[]), &existing(others));
    let mut lines = Vec::new();
    for issue in issues {
        // A constraint's name may hold four digits.
        let told = [issue.message, issue.help]
            .concat()
            .replace("cannot_contain_0789", "");
        let has_pin = told
            .as_bytes()
            .windows(4)
            .any(|four| four.iter().all(u8::is_ascii_digit));
        assert!(!has_pin, "{told}");
        let severity = match issue.rule.severity {
            Error => "error",
            Warning => "warning",
            _ => panic!("a severity that is not known"),
        };
        if let Some(constraint) = issue.constraint {
            lines.push(format!("{severity} {constraint}"));
        }
    }
    lines.sort();
    lines
}

#[test]
fn every_pin_of_4_digits_is_judged_in_plain_words() {
    let others = ["1123".to_owned(), "98765".to_owned()];
    for code in all(4) {
        assert_eq!(by_check(&code, &others), in_plain_words(&code, &others), "{code}");
    }
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn random_pins_are_judged_in_plain_words(code in "[0-9]{4,12}", others in prop::collection::vec("[0-9]{4,8}", 0..4)) {
        prop_assert_eq!(by_check(&code, &others), in_plain_words(&code, &others));
    }

    /// Few different steps, so that runs are long.
    #[test]
    fn runs_are_judged_in_plain_words(first in 0..10_i32, steps in prop::collection::vec(-1..=1_i32, 3..12), taken in any::<bool>()) {
        let mut code = first.to_string();
        let mut digit = first;
        for step in steps {
            digit = (digit + step).clamp(0, 9);
            code.push_str(&digit.to_string());
        }
        let others = if taken { vec![code.clone()] } else { Vec::new() };
        prop_assert_eq!(by_check(&code, &others), in_plain_words(&code, &others));
    }

    #[test]
    fn pins_of_two_digits_are_judged_in_plain_words(code in "[12]{4,12}|[89]{4,12}|[07]{4,12}") {
        prop_assert_eq!(by_check(&code, &[]), in_plain_words(&code, &[]));
    }
}
