//! What issues about time say to people, word for word: one of each kind.

use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::date_time::milliseconds;
use seam_edge::schema::value::Value;
use serde_json::{Value as Json, json};

use crate::zones::Database;

/// Message and help of each issue, one by line.
fn lines(device: &Json, parameters: &Json) -> Vec<String> {
    let (device, parameters) = (device.to_string(), parameters.to_string());
    let read = |text| Value::read(text).ok().unwrap();
    let (device, parameters) = (read(&device), read(&parameters));
    let issues = check_access_code(&Situation {
        wanted: Wanted::new(&parameters, &[]),
        device: &device,
        existing: &[],
        now: milliseconds("2026-06-01T12:00:00Z").unwrap(),
        zones: &Database,
    });
    issues
        .iter()
        .map(|issue| format!("{} ({})", issue.message, issue.help))
        .collect()
}

fn with_options(options: &Json) -> Json {
    json!({
        "can_program_online_access_codes": true,
        "location": { "time_zone": "America/Los_Angeles" },
        "properties": { "online": true, "online_time_frame_options": options },
    })
}

#[test]
fn says_by_how_much_and_what_would_do() {
    for (options, starts_at, ends_at, expected) in [
        (
            json!([
                { "display_name": "Hourly", "min_duration": "PT1H", "max_duration": "PT672H" },
                { "display_name": "Daily", "min_duration": "P29D" },
                { "display_name": "Short", "max_duration": "PT1M" },
            ]),
            "2026-06-10T15:00:00Z",
            "2026-07-09T14:29:00Z",
            "`Hourly` lasts at most `PT672H`, the window is out by 23 h 29 min (make it last from `PT1H` to `PT672H` or from `P29D` or up to `PT1M`)",
        ),
        (
            json!([{ "display_name": "Hourly", "min_duration": "PT1H" }, { "display_name": "Dates", "max_duration": "PT1S" }]),
            "2026-06-10T15:00:00Z",
            "2026-06-10T15:59:59.999Z",
            "`Hourly` lasts at least `PT1H`, the window is out by 1 min (make it last from `PT1H` or up to `PT1S`)",
        ),
        (
            json!([{
                "display_name": "Stay",
                "time_pairs": [
                    { "start_time": "15:00", "end_time": "11:05" },
                    { "start_time": "09:00", "end_time": "17:00" },
                ],
            }]),
            "2026-06-10T14:30:00-07:00",
            "2026-06-12T11:05:00-07:00",
            "`Stay` starts at 15:00, not at 14:30 (use one of the pairs of times that it has: 15:00 to 11:05; 09:00 to 17:00)",
        ),
        (
            json!([{ "display_name": "Stay", "time_pairs": [{ "start_time": "15:00", "end_time": "11:05" }] }]),
            "2026-06-10T15:00:00-07:00",
            "2026-06-12T11:00:00-07:00",
            "`Stay` ends at 11:05, not at 11:00 (use one of the pairs of times that it has: 15:00 to 11:05)",
        ),
        (
            json!([{ "time_pairs": [{ "start_time": "15:00", "end_time": "11:00" }] }]),
            "2026-06-10T15:00:00-07:00",
            "2026-06-12T11:00:30-07:00",
            "the time frame ends at 11:00: `ends_at` may be moved there (give the bound that is allowed, else the code opens at other times than the guest was told)",
        ),
        (
            json!([{ "display_name": "Weekly", "start_date_recurrence_rule": "FREQ=WEEKLY;BYDAY=MO" }]),
            "2026-06-10T02:00:00Z",
            "2026-06-12T11:05:00-07:00",
            "`Weekly` has dates by `FREQ=WEEKLY;BYDAY=MO`, which 2026-06-09 19:00 is not among (give a date that is)",
        ),
    ] {
        let parameters = json!({ "device_id": "d", "starts_at": starts_at, "ends_at": ends_at });
        assert_eq!(lines(&with_options(&options), &parameters), [expected]);
    }
}

#[test]
fn says_what_offline_codes_of_a_brand_take() {
    let slots = json!([{ "name": "Guest", "check_in_time": "16:00", "check_out_time": "10:00" }]);
    let dormakaba = json!({ "predefined_time_slots": slots, "iana_timezone": "America/Los_Angeles" });
    let moved = "give the bound that is allowed, else the code opens at other times than the guest was told";
    for (device_type, metadata, starts_at, ends_at, expected) in [
        (
            "igloohome_lock",
            json!({}),
            "2026-06-10T15:00:00Z",
            "2026-06-10T15:30:00Z",
            "`igloohome hourly` lasts at least `PT1H`, the window is out by 30 min: `ends_at` may be moved by that",
        ),
        (
            "igloohome_lock",
            json!({ "iana_timezone": "UTC" }),
            "2026-06-10T15:00:00Z",
            "2026-08-10T15:30:00Z",
            "`igloohome daily` ends at 15:00 as it starts: `ends_at` may be moved there",
        ),
        (
            "dormakaba_oracode_door",
            json!({ "iana_timezone": "UTC" }),
            "2026-06-10T15:00:00Z",
            "2026-07-11T15:30:00Z",
            "`dormakaba Oracode` lasts at most `P31D`, the window is out by 30 min: `ends_at` may be moved by that",
        ),
        (
            "dormakaba_oracode_door",
            dormakaba.clone(),
            "2026-06-10T15:30:00-07:00",
            "2026-06-12T10:00:00-07:00",
            "`Guest` starts at 16:00: `starts_at` may be moved there",
        ),
        (
            "dormakaba_oracode_door",
            dormakaba,
            "2026-06-10T16:00:00-07:00",
            "2026-06-12T10:45:00-07:00",
            "`Guest` ends at 10:00: `ends_at` may be moved there",
        ),
    ] {
        let device = json!({
            "device_type": device_type,
            "can_program_offline_access_codes": true,
            "properties": { "dormakaba_oracode_metadata": metadata },
        });
        let parameters = json!({
            "device_id": "d", "is_offline_access_code": true, "starts_at": starts_at, "ends_at": ends_at
        });
        let found = lines(&device, &parameters);
        assert!(found.contains(&format!("{expected} ({moved})")), "{found:?}");
    }
}

#[test]
fn says_which_dates_could_not_be_checked() {
    let parameters = json!({
        "device_id": "d", "starts_at": "2026-06-08T22:00:00Z", "ends_at": "2026-06-12T22:00:00Z"
    });
    let options =
        json!([{ "display_name": "Odd", "start_date_recurrence_rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" }]);
    let expected = "`Odd` has dates by `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`, which cannot be checked here for 2026-06-08 15:00 \
        (compare the window with that option of the device yourself)";
    assert_eq!(lines(&with_options(&options), &parameters), [expected]);
}

#[test]
fn says_how_far_a_start_is_off() {
    let device = json!({ "device_type": "kwikset_lock", "can_program_online_access_codes": true, "properties": { "code_constraints": [] } });
    for (starts_at, expected) in [
        (
            "2026-06-01T12:14:00Z",
            "`starts_at` is 14 min ahead, this lock does best with 15 min or more",
        ),
        (
            "2026-06-01T09:30:00Z",
            "`starts_at` was 2 h 30 min ago: the code opens as soon as it is set",
        ),
    ] {
        let parameters =
            json!({ "device_id": "d", "starts_at": starts_at, "ends_at": "2026-06-12T11:00:00Z" });
        let found = lines(&device, &parameters);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with(expected), "{found:?}");
    }
}

#[test]
fn says_of_an_offline_code_that_its_time_runs() {
    let device = json!({ "device_type": "lockly_lock", "can_program_offline_access_codes": true });
    let parameters = json!({
        "device_id": "d", "is_offline_access_code": true,
        "starts_at": "2026-06-01T09:30:00Z", "ends_at": "2026-06-12T11:00:00Z"
    });
    let found = lines(&device, &parameters);
    assert_eq!(found.len(), 1);
    let expected = "`starts_at` was 2 h 30 min ago: the time of an offline code runs from there (";
    assert!(found[0].starts_with(expected), "{found:?}");
}

#[test]
fn says_what_clocks_show() {
    for (starts_at, expected) in [
        (
            "2026-11-01T08:30:00Z",
            "clocks in `America/Los_Angeles` show 2026-11-01 01:30 twice on that day: a lock that goes by them may be an hour off",
        ),
        (
            "2026-07-01T15:00:00-08:00",
            "`starts_at` is 2026-07-01 16:00 in `America/Los_Angeles`, not the time that is written (",
        ),
        (
            "2027-03-14T02:30:00-08:00",
            "`starts_at` is 2027-03-14 03:30 in `America/Los_Angeles`, not the time that is written, as clocks are put forward over the time that is written (",
        ),
    ] {
        let parameters =
            json!({ "device_id": "d", "starts_at": starts_at, "ends_at": "2027-06-12T11:00:00Z" });
        let found = lines(&with_options(&json!([])), &parameters);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with(expected), "{found:?}");
    }
}
