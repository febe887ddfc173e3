//! Devices, parameters and codes with anything at all at the keys that the rules look at: there is always an answer, and no trap.

use proptest::prelude::*;
use seam_edge::rules::suggest::{Suggestion, count_codes, suggest_code};
use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::value::Value;
use serde_json::{Value as Json, json};

use crate::soak::cases;
use crate::zones::Database;

const KEYS: [&str; 18] = [
    "access_code_id",
    "code",
    "code_constraints",
    "constraint_type",
    "device_id",
    "device_ids",
    "device_type",
    "ends_at",
    "is_scheduled_on_device",
    "max_active_codes_supported",
    "max_length",
    "min_length",
    "name",
    "preferred_code_length",
    "properties",
    "starts_at",
    "status",
    "supported_code_lengths",
];
const TEXTS: [&str; 13] = [
    "",
    "1234",
    "000000000000",
    "12é4",
    "é😀",
    "name_length",
    "name_must_be_unique",
    "no_triple_consecutive_ints",
    "unique_first_four_digits",
    "kwikset_lock",
    "set",
    "2026-06-01T12:00:00Z",
    "9999-12-31T23:59:59+23:59",
];
const NUMBERS: [f64; 10] = [0.0, -1.0, 0.5, 4.0, 6.0, 12.0, 13.0, 1e19, -1e300, 1e300];

fn anything() -> impl Strategy<Value = Json> {
    let plain = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        proptest::sample::select(&NUMBERS[..]).prop_map(Json::from),
        proptest::sample::select(&TEXTS[..]).prop_map(Json::from),
    ];
    plain.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
            prop::collection::vec((proptest::sample::select(&KEYS[..]), inner), 0..8).prop_map(|members| {
                members
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect()
            }),
        ]
    })
}

fn constraints() -> impl Strategy<Value = Json> {
    let constraint = (proptest::sample::select(&TEXTS[..]), anything(), anything()).prop_map(
        |(name, least, most)| json!({ "constraint_type": name, "min_length": least, "max_length": most }),
    );
    prop::collection::vec(constraint, 0..5).prop_map(Json::from)
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn there_is_always_an_answer(
        constraints in prop_oneof![anything(), constraints()],
        lengths in anything(),
        most in anything(),
        rest in anything(),
        parameters in anything(),
        existing in prop::collection::vec(anything(), 0..4),
        length in prop::option::of(any::<u32>()),
        drawn in any::<u32>(),
    ) {
        let properties = json!({
            "code_constraints": constraints,
            "supported_code_lengths": lengths,
            "max_active_codes_supported": most,
        });
        for device in [json!({ "device_type": rest, "properties": properties }), rest] {
            let (device, parameters, existing) = (device.to_string(), parameters.to_string(), json!(existing).to_string());
            let read = |text| Value::read(text).ok().unwrap();
            let (device, parameters, existing) = (read(&device), read(&parameters), read(&existing));
            let issues = check_access_code(&Situation {
                wanted: Wanted::new(&parameters, existing.items()),
                device: &device,
                existing: existing.items(),
                now: 0,
                zones: &Database,
            });
            for issue in issues {
                prop_assert!(!issue.message.contains('\n') && !issue.message.is_empty() && !issue.help.is_empty());
            }
            let request = Suggestion { device: &device, length, avoid: &["", "é", "1234"], existing: existing.items() };
            let suggested = suggest_code(&request, &mut || drawn);
            prop_assert!(suggested.is_err() || suggested.is_ok_and(|code| (4..=12).contains(&code.len())));
            prop_assert!(count_codes(&device, length.unwrap_or(5)) <= 1_000_000_000_000);
        }
    }
}
