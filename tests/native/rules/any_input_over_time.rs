//! Any device and any parameters: the rules never stop, and what they say is fit to be shown. Zones are a database, none at all, and one
//! that answers nonsense.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::zone::{NoZones, Zones};
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::value::Value;
use serde_json::{Map, Value as Json, json};

use crate::soak::cases;
use crate::zones::Database;

/// A PIN that no message may show.
const PIN: &str = "739164";

/// Says that every zone is an absurd time ahead of UTC.
struct Nonsense(i64);

impl Zones for Nonsense {
    fn offset(&self, _: &str, at: i64) -> Option<i64> {
        (at % 2 == 0).then_some(self.0)
    }
}

/// Texts that mean something to a rule, or nearly do.
const TEXTS: [&str; 44] = [
    "2026-06-10T15:00:00Z",
    "2026-06-10T16:00:00.001Z",
    "2026-11-01T01:30:00-08:00",
    "2027-03-14T02:30:00-08:00",
    "0000-01-01T00:00:00+23:59",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-23:59",
    "9999-12-31T23:59:60Z",
    "2026-02-30T00:00:00Z",
    "PT1H",
    "P29D",
    "P9999999Y9999999M9999999W9999999DT9999999H9999999M9999999S",
    "P1Y",
    "P",
    "FREQ=WEEKLY;BYDAY=MO,FR",
    "FREQ=MONTHLY;BYDAY=1MO,-1SU;BYMONTHDAY=-31",
    "FREQ=YEARLY;BYDAY=53MO",
    "FREQ=DAILY;INTERVAL=2;BYHOUR=1",
    "FREQ=;BYDAY=é",
    "15:00",
    "11:00:30",
    "07:00:00-08:00[America/Los_Angeles]",
    "24:00",
    "1é:00",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "Mars/Olympus",
    "UTC",
    "kwikset_lock",
    "igloohome_lock",
    "dormakaba_oracode_door",
    "lockly_lock",
    "ultraloq_lock",
    "start_date_in_future",
    "ultraloq_time_zone_unknown",
    "time_zone_mismatch",
    "1d",
    "1hour",
    "ongoing",
    "time_bound",
    "code1",
    "two\nlines",
    "",
    "ａ很长的名字🔑",
];

/// Keys of devices, codes and parameters that a rule looks at.
const KEYS: [&str; 42] = [
    "device_type",
    "location",
    "time_zone",
    "timezone",
    "properties",
    "warnings",
    "errors",
    "warning_code",
    "code_constraints",
    "constraint_type",
    "online_time_frame_options",
    "offline_time_frame_options",
    "display_name",
    "min_duration",
    "max_duration",
    "matching_start_end_time",
    "time_pairs",
    "start_time",
    "end_time",
    "start_date_recurrence_rule",
    "end_date_recurrence_rule",
    "dormakaba_oracode_metadata",
    "ultraloq_metadata",
    "iana_timezone",
    "predefined_time_slots",
    "check_in_time",
    "check_out_time",
    "is_master",
    "is_one_shot",
    "is_biweekly_mode",
    "starts_at",
    "ends_at",
    "type",
    "is_offline_access_code",
    "use_offline_access_code",
    "is_one_time_use",
    "max_time_rounding",
    "access_code_id",
    "device_id",
    "device_ids",
    "name",
    "new\nmember",
];

fn leaf() -> impl Strategy<Value = Json> {
    prop_oneof![
        4 => select(&TEXTS[..]).prop_map(Json::from),
        1 => any::<bool>().prop_map(Json::from),
        1 => Just(Json::Null),
        1 => any::<f64>().prop_map(Json::from),
        1 => any::<String>().prop_map(Json::from),
    ]
}

fn object(value: impl Strategy<Value = Json>, members: usize) -> impl Strategy<Value = Json> {
    let pairs = vec((select(&KEYS[..]), value), 0..members);
    pairs.prop_map(|pairs| {
        pairs
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect::<Map<_, _>>()
            .into()
    })
}

fn tree() -> impl Strategy<Value = Json> {
    leaf().prop_recursive(4, 40, 8, |inner| {
        prop_oneof![vec(inner.clone(), 0..5).prop_map(Json::from), object(inner, 8)]
    })
}

/// An object that has the listed keys, each perhaps left out, with texts that may mean something there.
fn with_keys(keys: &'static [&'static str]) -> impl Strategy<Value = Json> {
    vec(proptest::option::weighted(0.8, leaf()), keys.len()).prop_map(move |values| {
        let pairs = keys.iter().zip(values);
        let there = pairs.filter_map(|(key, value)| Some(((*key).to_owned(), value?)));
        there.collect::<Map<_, _>>().into()
    })
}

fn time_frame() -> impl Strategy<Value = Json> {
    const OPTION: &[&str] = &[
        "display_name",
        "min_duration",
        "max_duration",
        "matching_start_end_time",
        "start_date_recurrence_rule",
        "end_date_recurrence_rule",
        "time_zone",
    ];
    (
        with_keys(OPTION),
        vec(with_keys(&["start_time", "end_time"]), 0..3),
    )
        .prop_map(|(mut option, pairs)| {
            option["time_pairs"] = pairs.into();
            option
        })
}

fn device() -> impl Strategy<Value = Json> {
    const SLOT: &[&str] = &[
        "name",
        "check_in_time",
        "check_out_time",
        "is_master",
        "is_one_shot",
        "is_biweekly_mode",
    ];
    let likely = (
        with_keys(&["device_type"]),
        with_keys(&["time_zone", "timezone"]),
        vec(time_frame(), 0..4),
        vec(with_keys(SLOT), 0..4),
        vec(with_keys(&["warning_code"]), 0..3),
        vec(with_keys(&["constraint_type"]), 0..3),
    );
    prop_oneof![
        tree(),
        likely.prop_map(|(mut device, location, options, slots, warnings, constraints)| {
            device["location"] = location;
            device["warnings"] = warnings.into();
            device["properties"] = json!({
                "online_time_frame_options": options,
                "offline_time_frame_options": options,
                "code_constraints": constraints,
                "dormakaba_oracode_metadata": { "predefined_time_slots": slots },
            });
            device
        }),
    ]
}

fn parameters() -> impl Strategy<Value = Json> {
    const PARAMETERS: &[&str] = &[
        "starts_at",
        "ends_at",
        "starts_at",
        "type",
        "is_offline_access_code",
        "is_one_time_use",
        "max_time_rounding",
        "access_code_id",
    ];
    prop_oneof![tree(), with_keys(PARAMETERS)]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_input_is_judged(
        device in device(),
        mut parameters in parameters(),
        existing in vec(parameters(), 0..3),
        now in prop_oneof![any::<i64>(), Just(1_780_000_000_000)],
        offset in any::<i64>(),
    ) {
        if let Some(parameters) = parameters.as_object_mut() {
            parameters.insert("code".into(), PIN.into());
        }
        let (device, parameters, existing) = (device.to_string(), parameters.to_string(), Json::from(existing).to_string());
        let read = |text| Value::read(text).ok().unwrap();
        let (device, parameters, existing) = (read(&device), read(&parameters), read(&existing));
        for zones in [&Database as &dyn Zones, &NoZones, &Nonsense(offset), &Nonsense(86_399), &Nonsense(-86_399)] {
            let issues = check_access_code(&Situation {
                wanted: Wanted::new(&parameters, existing.items()),
                device: &device,
                existing: existing.items(),
                now,
                zones,
            });
            for issue in issues {
                let text = format!("{} {}", issue.message, issue.help);
                prop_assert!(!text.contains(PIN), "{}", text);
                prop_assert!(!text.contains(char::is_control), "{:?}", text);
                prop_assert!(!issue.message.is_empty() && !issue.help.is_empty());
            }
        }
    }
}
