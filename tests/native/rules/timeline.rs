//! Runs the cases of timelines.json. It holds `{ now, subjects, cases }`; a case `{ name, of, subject, device?, now?, timeline, steps, next,
//! worry_after, expect?, worry? }`, its subject made as those of diagnoses.json.
//!
//! `timeline` is scheduling and phase; a step is its name and, where it is known, its instant.

use seam_edge::rules::civil::written;
use seam_edge::rules::timeline::{Step, Worry, timeline};
use seam_edge::schema::date_time::milliseconds;
use serde_json::{Value as Json, json};

use crate::subjects::{data, read, subject};

#[test]
fn every_case_gives_its_timeline() {
    let file = data("timelines.json");
    let mut wrong = Vec::new();
    let cases = file["cases"].as_array().unwrap();
    for case in cases {
        let (text, device) = (subject(&file, case).to_string(), case["device"].to_string());
        let now = case.get("now").unwrap_or(&file["now"]).as_str().unwrap();
        let found = timeline(&read(&text), &read(&device), milliseconds(now).unwrap());
        let mut told = json!({
            "timeline": format!("{} {}", found.scheduling.as_str(), found.phase.as_str()),
            "steps": found.steps.iter().map(in_one_line).collect::<Vec<_>>(),
            "next": found.next.as_ref().map(in_one_line),
            "worry_after": found.worry_after.and_then(written),
        });
        for (key, line) in [
            ("expect", Some(found.expect.text())),
            ("worry", found.worry.map(Worry::text)),
        ] {
            if case.get(key).is_some() {
                told[key] = json!(line);
            }
        }
        assert_eq!(
            found.worry.is_some(),
            found.worry_after.is_some(),
            "{}",
            case["name"]
        );
        for (key, told) in told.as_object().unwrap() {
            if *told != case[key] {
                wrong.push(format!(
                    "{}: {key}\n  expected {}\n  found    {told}",
                    case["name"], case[key]
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong in {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

fn in_one_line(step: &Step) -> String {
    let at = step.at.map_or(String::new(), |at| written(at).unwrap());
    [step.name.as_str(), " ", &at].concat().trim_end().to_owned()
}

#[test]
fn no_instant_is_too_far() {
    let far =
        json!({ "starts_at": "9999-12-31T23:59:59Z", "ends_at": "9999-12-31T23:59:59.999Z" }).to_string();
    for now in [i64::MIN, i64::MAX] {
        let found = timeline(&read(&far), &read("{}"), now);
        assert!(!found.steps.is_empty());
    }
    assert_eq!(Json::Null, json!(written(i64::MAX)));
}
