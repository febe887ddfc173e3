//! Suggested PINs: held against the check for random devices, counted against brute force by the check, and drawn by chance that is none.

use std::collections::BTreeSet;

use proptest::prelude::*;
use seam_edge::rules::suggest::{NoCode, Suggestion, count_codes, suggest_code};
use seam_edge::schema::value::Value;
use serde_json::json;

use crate::pins::{ON_DIGITS, all, complaints, device, existing};
use crate::soak::cases;

/// Those that leave PINs alone.
const ON_OTHERS: [&str; 3] = ["start_date_in_future", "name_length", "name_must_be_unique"];
/// Those that leave no choice.
const WITHOUT_CHOICE: [&str; 2] = ["cannot_specify_pin_code", "pin_code_matches_existing_set"];

/// The PIN at a place in the order in which chance finds them.
fn at(request: &Suggestion<'_>, place: u32) -> Result<String, NoCode> {
    let mut high = true;
    suggest_code(request, &mut || {
        high = !high;
        if high { place } else { 0 }
    })
}

/// Whether a PIN is one that is suggested only where there are no others.
fn is_poor(code: &str) -> bool {
    let digits: Vec<i32> = code.bytes().map(|byte| i32::from(byte - b'0')).collect();
    let is_run = |three: &[i32]| {
        let (first, second) = (three[1] - three[0], three[2] - three[1]);
        first == second && first.abs() <= 1
    };
    let is_year = |four: &[i32]| four[..2] == [1, 9] || four[..2] == [2, 0];
    let repeats =
        |size: usize| 2 * size <= digits.len() && (size..digits.len()).all(|i| digits[i] == digits[i - size]);
    digits.windows(3).any(is_run) || digits.windows(4).any(is_year) || (1..=4).any(repeats)
}

/// For every set of constraints: how many PINs of a length the check has nothing to say against, from one walk over all of them.
fn passing_by_check(length: usize) -> Vec<u64> {
    let strict = device(&ON_DIGITS, &[]);
    let mut by_broken = vec![0_u64; 1 << ON_DIGITS.len()];
    for code in all(length) {
        let mut broken = 0;
        for name in complaints(&code, &strict, &[]) {
            broken |= 1 << ON_DIGITS.iter().position(|known| *known == name).unwrap();
        }
        by_broken[broken] += 1;
    }
    let passing = |set: usize| {
        (0..by_broken.len())
            .filter(|broken| broken & set == 0)
            .map(|broken| by_broken[broken])
            .sum()
    };
    (0..by_broken.len()).map(passing).collect()
}

fn constraints_of(set: usize) -> Vec<&'static str> {
    (0..ON_DIGITS.len())
        .filter(|place| set >> place & 1 == 1)
        .map(|place| ON_DIGITS[place])
        .collect()
}

/// Every set of constraints at length 4; each alone, every pair and some larger ones above.
fn counts_are_exact(length: usize) {
    let passing = passing_by_check(length);
    for (set, expected) in passing.iter().enumerate() {
        if length == 4 || set.count_ones() <= 2 || set % 7 == 0 {
            let constraints = constraints_of(set);
            let found = count_codes(&device(&constraints, &[]), length as u32);
            assert_eq!(found, *expected, "{length} digits, {constraints:?}");
        }
    }
}

#[test]
fn counts_are_exact_for_4_digits() {
    counts_are_exact(4);
}

#[test]
fn counts_are_exact_for_5_digits() {
    counts_are_exact(5);
}

#[test]
fn counts_are_exact_for_6_digits() {
    counts_are_exact(6);
}

/// The walk above takes each constraint to be judged alone: held against devices that have only some of them.
#[test]
fn counts_are_exact_for_devices_with_some_constraints() {
    for set in [0, 1, 0b100, 0b0_0100_0110, 0b0_1100_0000, 0b1_0011_1000] {
        let constraints = constraints_of(set);
        let device = device(&constraints, &[4, 7]);
        let passing = all(4)
            .filter(|code| complaints(code, &device, &[]).is_empty())
            .count();
        assert_eq!(count_codes(&device, 4), passing as u64, "{constraints:?}");
        assert_eq!(count_codes(&device, 5), 0);
    }
}

#[test]
fn counts_none_where_no_pin_can_be_chosen() {
    for name in WITHOUT_CHOICE {
        assert_eq!(count_codes(&device(&[name], &[]), 4), 0);
    }
    assert_eq!(count_codes(&device(&[], &[]), 3), 0);
    assert_eq!(count_codes(&device(&[], &[]), 13), 0);
    assert_eq!(count_codes(&device(&[], &[]), 12), 1_000_000_000_000);
    assert_eq!(count_codes(&Value::Null, 4), 10_000);
}

/// Draws each place once and compares with all that a caller may get.
fn each_is_drawn_once(request: &Suggestion<'_>, expected: &BTreeSet<String>) {
    let drawn: Vec<String> = (0..expected.len() as u32)
        .map(|place| at(request, place).unwrap())
        .collect();
    let different: BTreeSet<String> = drawn.iter().cloned().collect();
    assert_eq!(&different, expected);
    assert!(drawn.is_sorted());
    // One place further it begins anew.
    assert_eq!(at(request, expected.len() as u32).unwrap(), drawn[0]);
}

#[test]
fn every_pin_has_one_place() {
    let avoid = [
        "2463", "2463", "1352", "0000", "6666", "1231", "abcd", "24631", "",
    ];
    let codes = [
        "6642".to_owned(),
        "1364".to_owned(),
        "53164".to_owned(),
        "x".to_owned(),
    ];
    let existing = existing(&codes);
    for constraints in [
        &["cannot_contain_0789"][..],
        &["cannot_contain_0789", "unique_first_four_digits"],
        &[
            "cannot_contain_0789",
            "at_least_three_unique_digits",
            "cannot_start_with_12",
        ],
    ] {
        let device = device(constraints, &[4]);
        let is_expected = |code: &String| {
            !is_poor(code)
                && !avoid.contains(&code.as_str())
                && complaints(code, &device, &existing).is_empty()
        };
        let request = Suggestion {
            device: &device,
            length: None,
            avoid: &avoid,
            existing: &existing,
        };
        each_is_drawn_once(&request, &all(4).filter(is_expected).collect());
    }
}

#[test]
fn every_pin_of_5_digits_has_one_place() {
    let device = device(&["cannot_contain_0789", "unique_first_four_digits"], &[5]);
    let request = Suggestion {
        device: &device,
        length: Some(5),
        avoid: &[],
        existing: &[],
    };
    let is_expected = |code: &String| !is_poor(code) && complaints(code, &device, &[]).is_empty();
    each_is_drawn_once(&request, &all(5).filter(is_expected).collect());
}

#[test]
fn poor_pins_are_suggested_where_there_are_no_others() {
    let device = device(&["cannot_contain_0789", "no_all_same_digits"], &[4]);
    let passing = || all(4).filter(|code| complaints(code, &device, &[]).is_empty());
    let good: Vec<String> = passing().filter(|code| !is_poor(code)).collect();
    let avoid: Vec<&str> = good.iter().map(String::as_str).collect();
    let request = Suggestion {
        device: &device,
        length: None,
        avoid: &avoid,
        existing: &[],
    };
    each_is_drawn_once(&request, &passing().filter(|code| is_poor(code)).collect());
}

#[test]
fn the_last_good_pin_comes_before_poor_ones() {
    let others: Vec<String> = all(4).filter(|code| code != "7305" && !is_poor(code)).collect();
    let avoid: Vec<&str> = others.iter().map(String::as_str).collect();
    let device = device(&[], &[4]);
    let request = Suggestion {
        device: &device,
        length: None,
        avoid: &avoid,
        existing: &[],
    };
    assert_eq!(at(&request, 12_345).unwrap(), "7305");
}

fn plain<'a>(device: &'a Value<'a>, length: Option<u32>) -> Suggestion<'a> {
    Suggestion {
        device,
        length,
        avoid: &[],
        existing: &[],
    }
}

#[test]
fn takes_the_shortest_length() {
    let length = |lengths: &[u32]| at(&plain(&device(&[], lengths), None), 4321).map(|code| code.len());
    assert_eq!(length(&[]).unwrap(), 6);
    assert_eq!(length(&[8, 5, 6]).unwrap(), 5);
    assert_eq!(length(&[3, 12]).unwrap(), 12);
    assert_eq!(length(&[2, 3, 4, 20]).unwrap(), 4);
    assert_eq!(at(&plain(&Value::Null, None), 4321).unwrap().len(), 6);
}

#[test]
fn takes_the_length_that_is_asked_for() {
    let device = device(&[], &[4, 6, 12]);
    for length in 0..15 {
        let code = at(&plain(&device, Some(length)), 99);
        if [4, 6, 12].contains(&length) {
            assert_eq!(code.unwrap().len(), length as usize);
        } else {
            let issue = code.unwrap_err().issue;
            assert_eq!(
                (issue.rule.code, issue.path),
                ("code_length_not_supported", "length")
            );
            assert!(issue.message.contains("4, 6 or 12"), "{}", issue.message);
        }
    }
    for length in 0..15 {
        assert_eq!(
            at(&plain(&Value::Null, Some(length)), 99).is_ok(),
            (4..=12).contains(&length)
        );
    }
}

#[test]
fn refuses_a_device_without_a_length_of_the_api() {
    for lengths in [&[3][..], &[13, 20]] {
        let error = at(&plain(&device(&[], lengths), None), 0).unwrap_err();
        assert_eq!(error.issue.rule.code, "code_length_not_supported");
    }
}

#[test]
fn goes_on_to_a_longer_length_where_the_shortest_has_no_pin() {
    let four: Vec<String> = all(4).collect();
    let avoid: Vec<&str> = four.iter().map(String::as_str).collect();
    let device = device(&[], &[4, 6]);
    let request = Suggestion {
        avoid: &avoid,
        ..plain(&device, None)
    };
    assert_eq!(at(&request, 0).unwrap().len(), 6);
}

#[test]
fn says_which_rules_collide() {
    let all_of_four: Vec<String> = all(4).collect();
    let with_zero: Vec<&str> = all_of_four
        .iter()
        .map(String::as_str)
        .filter(|code| code.contains('0'))
        .collect();
    let without_zero: Vec<&str> = all_of_four
        .iter()
        .map(String::as_str)
        .filter(|code| !code.contains('0'))
        .collect();
    let every: Vec<&str> = all_of_four.iter().map(String::as_str).collect();
    let zeros: Vec<String> = with_zero.iter().map(|code| (*code).to_owned()).collect();
    let zeros = existing(&zeros);
    let four = existing(&all_of_four);
    let collide = |constraints: &[&'static str], avoid: &[&str], existing: &[Value<'_>]| {
        let device = device(constraints, &[4]);
        let request = Suggestion {
            device: &device,
            length: None,
            avoid,
            existing,
        };
        let error = at(&request, 0).unwrap_err();
        assert_eq!(
            (error.issue.rule.code, error.issue.path),
            ("code_none_left", "length")
        );
        for rule in &error.collide {
            assert!(
                error.issue.message.contains(&format!("`{rule}`")),
                "{}",
                error.issue.message
            );
        }
        assert!(!error.issue.message.bytes().any(|byte| byte.is_ascii_digit()));
        error.collide
    };
    assert_eq!(collide(&["no_zeros"], &every, &[]), ["avoid"]);
    assert_eq!(collide(&["no_zeros"], &[], &four), ["existing"]);
    assert_eq!(
        collide(&["cannot_start_with_12", "no_zeros"], &without_zero, &[]),
        ["no_zeros", "avoid"]
    );
    assert_eq!(collide(&[], &without_zero, &zeros), ["avoid", "existing"]);
}

#[test]
fn says_why_no_pin_can_be_chosen() {
    let of = |name| at(&plain(&device(&[name], &[3]), Some(2)), 0).unwrap_err();
    let provider = of("cannot_specify_pin_code");
    assert_eq!(provider.issue.rule.code, "code_not_allowed");
    assert_eq!(
        provider.issue.constraint.as_deref(),
        Some("cannot_specify_pin_code")
    );
    let set = of("pin_code_matches_existing_set");
    assert_eq!(set.issue.rule.code, "code_not_among_existing");
    assert_eq!(
        set.issue.constraint.as_deref(),
        Some("pin_code_matches_existing_set")
    );
    assert!(provider.collide.is_empty() && set.collide.is_empty());
}

#[test]
fn codes_of_other_devices_are_not_left_out() {
    let codes = json!(
        all(4)
            .map(|code| json!({ "code": code, "device_id": "device2" }))
            .collect::<Vec<_>>()
    )
    .to_string();
    let codes = Value::read(&codes).ok().unwrap();
    let device = device(&["unique_first_four_digits"], &[4]);
    let request = Suggestion {
        existing: codes.items(),
        ..plain(&device, None)
    };
    assert_eq!(at(&request, 0), at(&plain(&device, None), 0));
}

#[test]
fn pins_on_their_way_are_left_out() {
    let free = ["2736", "4815", "9513"];
    let mut codes: Vec<_> = all(4)
        .filter(|code| !free.contains(&code.as_str()))
        .map(|code| json!({ "code": code }))
        .collect();
    let change =
        json!({ "mutation_code": "updating_code", "from": { "code": "2736" }, "to": { "code": "9513" } });
    codes.push(json!({ "code": "8888", "pending_mutations": [change] }));
    let codes = json!(codes).to_string();
    let codes = Value::read(&codes).ok().unwrap();
    let device = device(&[], &[4]);
    let request = Suggestion {
        existing: codes.items(),
        ..plain(&device, None)
    };
    each_is_drawn_once(&request, &BTreeSet::from(["4815".to_owned()]));
}

#[test]
fn chance_that_is_none_comes_to_an_end() {
    let device = device(&["no_zeros"], &[4, 12]);
    for length in [4, 12] {
        for drawn in [0, 1, u32::MAX, u32::MAX - 1, 1 << 31] {
            let mut draws = 0;
            let code = suggest_code(&plain(&device, Some(length)), &mut || {
                draws += 1;
                drawn
            });
            assert_eq!(complaints(&code.unwrap(), &device, &[]), [""; 0]);
            assert!(draws <= 16, "{draws} draws");
        }
    }
}

#[test]
fn draws_anew_only_what_would_favour_some() {
    let device = device(&["cannot_contain_0789", "unique_first_four_digits"], &[4]);
    let request = plain(&device, None);
    let is_expected = |code: &String| !is_poor(code) && complaints(code, &device, &[]).is_empty();
    let codes: Vec<String> = all(4).filter(is_expected).collect();
    let count = codes.len() as u64;
    // Of the 2^64 numbers that can be drawn, the last ones, too few for one more round through all PINs.
    let excess = (u64::MAX % count) + 1;
    assert!(excess < count);
    let draw = |first: u64, then: &[u32]| {
        let mut values = [then, &[first as u32, (first >> 32) as u32]].concat();
        let code = suggest_code(&request, &mut || values.pop().unwrap()).unwrap();
        (code, values.len())
    };
    let last = u64::MAX - excess;
    assert_eq!(draw(last, &[7, 0]), (codes[codes.len() - 1].clone(), 2));
    assert_eq!(draw(last + 1, &[7, 0]), (codes[7].clone(), 0));
    assert_eq!(
        draw(1 << 32, &[7, 0]),
        (codes[((1_u64 << 32) % count) as usize].clone(), 2)
    );
}

prop_compose! {
    fn constraints()(names in proptest::sample::subsequence([&ON_DIGITS[..], &ON_OTHERS[..]].concat(), 0..=12)) -> Vec<&'static str> {
        names
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn every_suggestion_passes_the_check(
        constraints in constraints(),
        lengths in prop::collection::vec(4_u32..=12, 0..4),
        length in prop::option::of(4_u32..=12),
        codes in prop::collection::vec("[0-9]{4,7}", 0..40),
        avoid in prop::collection::vec("[0-9]{4,6}", 0..40),
        chance in prop::collection::vec(any::<u32>(), 16),
    ) {
        let device = device(&constraints, &lengths);
        let existing = existing(&codes);
        let avoid: Vec<&str> = avoid.iter().map(String::as_str).collect();
        let request = Suggestion { device: &device, length, avoid: &avoid, existing: &existing };
        let mut chance = chance.into_iter().cycle();
        let code = suggest_code(&request, &mut || chance.next().unwrap());
        let is_possible = length.is_none_or(|length| lengths.is_empty() || lengths.contains(&length));
        prop_assert_eq!(code.is_ok(), is_possible);
        if let Ok(code) = code {
            prop_assert_eq!(complaints(&code, &device, &existing), Vec::<String>::new());
            prop_assert!(!avoid.contains(&code.as_str()));
            prop_assert!(!is_poor(&code));
            let shortest = lengths.iter().min().copied().unwrap_or(6);
            prop_assert_eq!(code.len() as u32, length.unwrap_or(shortest));
        }
    }

    #[test]
    fn no_suggestion_where_there_is_no_choice(
        constraints in constraints(),
        reason in proptest::sample::select(&WITHOUT_CHOICE[..]),
        chance in any::<u32>(),
    ) {
        let constraints = [&constraints[..], &[reason]].concat();
        let error = suggest_code(&plain(&device(&constraints, &[]), None), &mut || chance).unwrap_err();
        prop_assert_eq!(error.issue.constraint.as_deref(), Some(reason));
    }
}
