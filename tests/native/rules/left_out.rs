//! What a server leaves out is not made up by a model: the rules, the timeline and the diagnosis say the same for a model as for the JSON that it
//! came from, whatever is missing there.

use std::fs;

use chrono::DateTime;
use seam_edge::api::access_codes::CreateParameters;
use seam_edge::model::{AccessCode, AccessCodeStatus, Device, UnmanagedAccessCode, UnmanagedDevice};
use seam_edge::rules::civil::written;
use seam_edge::rules::diagnosis::{self, Diagnosis};
use seam_edge::rules::lifecycle::Phase;
use seam_edge::rules::typed::{AccessCodeModel, DeviceModel, Lock, diagnose};
use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::{Situation, check_access_code, timeline};
use seam_edge::schema::date_time::milliseconds;
use seam_edge::schema::value::Value;
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};

use crate::cases::{cases, lines};
use crate::random::Random;
use crate::soak::Soak;
use crate::subjects::{data, read, subject};
use crate::zones::Database;

/// 2026-06-01T12:00:00Z
const NOW: i64 = 1_780_315_200_000;

#[test]
fn what_is_left_out_is_not_known() {
    let code: AccessCode = serde_json::from_value(json!({ "access_code_id": "a" })).unwrap();
    assert_eq!(
        (&code.is_managed, &code.status, &code.created_at),
        (&None, &None, &None)
    );
    assert_eq!(code.pending_mutations, None);
    let now = DateTime::from_timestamp_millis(NOW).unwrap();
    diagnose(&code, now, |diagnosis| {
        assert_eq!(
            (diagnosis.phase, diagnosis.verdict.as_str()),
            (Phase::Unknown, "unknown")
        );
    });
    let nothing_pending = json!({ "access_code_id": "a", "pending_mutations": [] });
    let code: AccessCode = serde_json::from_value(nothing_pending).unwrap();
    assert_eq!(diagnose(&code, now, |diagnosis| diagnosis.phase), Phase::Set);
    let set = AccessCode {
        status: Some(AccessCodeStatus::Set),
        ..code
    };
    assert_eq!(diagnose(&set, now, |diagnosis| diagnosis.phase), Phase::Set);
    let device: Device = serde_json::from_value(json!({ "device_id": "d" })).unwrap();
    assert_eq!(device.properties, None);
}

/// Takes members out of objects at random, those within them too. IDs stay: they say what it is.
fn thinned(value: &Json, random: &mut Random) -> Json {
    match value {
        Json::Object(members) => {
            let mut kept = Map::new();
            for (name, member) in members {
                if name.ends_with("_id") || !random.happens(0.1) {
                    kept.insert(name.clone(), thinned(member, random));
                }
            }
            Json::Object(kept)
        }
        Json::Array(items) => items.iter().map(|item| thinned(item, random)).collect(),
        _ => value.clone(),
    }
}

/// Codes and devices of all fixtures and cases.
fn resources(kind: &str) -> Vec<Json> {
    let mut found = Vec::new();
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../cases/replies");
    for entry in fs::read_dir(directory).unwrap() {
        let reply: Json = serde_json::from_str(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        found.push(reply[kind].clone());
        found.extend(reply[format!("{kind}s")].as_array().cloned().unwrap_or_default());
    }
    for file in ["diagnoses.json", "timelines.json"] {
        let file = data(file);
        found.extend(
            file["cases"]
                .as_array()
                .unwrap()
                .iter()
                .map(|case| subject(&file, case)),
        );
    }
    for case in cases() {
        found.push(case.device);
        found.extend(case.existing.as_array().cloned().unwrap_or_default());
    }
    let is_one = |value: &Json| match kind {
        "device" => value["device_id"].is_string() && value["properties"].is_object(),
        _ => value["access_code_id"].is_string(),
    };
    found.retain(is_one);
    found
}

#[test]
fn models_say_of_codes_what_json_says() {
    let (managed, unmanaged) = (same_of_code::<AccessCode>, same_of_code::<UnmanagedAccessCode>);
    models_say_what_json_says("models of codes", "access_code", managed, unmanaged);
}

#[test]
fn models_say_of_devices_what_json_says() {
    let (managed, unmanaged) = (same_of_device::<Device>, same_of_device::<UnmanagedDevice>);
    models_say_what_json_says("models of devices", "device", managed, unmanaged);
}

fn models_say_what_json_says(
    what: &'static str,
    kind: &str,
    managed: fn(&Json) -> bool,
    unmanaged: fn(&Json) -> bool,
) {
    let all = resources(kind);
    assert!(all.len() > 200, "{}", all.len());
    let mut tried = 0;
    each_thinned(what, &all, |json| {
        let is_same = if json["is_managed"] == false {
            unmanaged
        } else {
            managed
        };
        tried += u32::from(is_same(json));
    });
    assert!(tried > 1_000, "{tried}");
}

fn each_thinned(what: &'static str, all: &[Json], mut check: impl FnMut(&Json)) {
    let soak = Soak::of(what, 5_000, "resources");
    for seed in soak.seeds() {
        let mut random = Random::new(seed);
        let one = &all[random.next() as usize % all.len()];
        check(&thinned(one, &mut random));
    }
}

/// A model of a JSON value; nothing where the value does not fit it. A number in place of a code is of another type, and a key that no model
/// lists is lost: neither was left out.
fn model<T: DeserializeOwned + Serialize>(json: &Json) -> Option<T> {
    let model: T = serde_json::from_value(json.clone()).ok()?;
    lists(&serde_json::to_value(&model).unwrap(), json).then_some(model)
}

fn lists(model: &Json, json: &Json) -> bool {
    match (model, json) {
        (Json::Object(model), Json::Object(json)) => json
            .iter()
            .filter(|(_, value)| !value.is_null())
            .all(|(key, value)| model.get(key).is_some_and(|model| lists(model, value))),
        (Json::Array(model), Json::Array(json)) => {
            model.iter().zip(json).all(|(model, json)| lists(model, json))
        }
        (model, json) => model.is_string() == json.is_string(),
    }
}

fn same_of_code<T: DeserializeOwned + AccessCodeModel>(json: &Json) -> bool {
    let Some(model) = model::<T>(json) else {
        return false;
    };
    let text = json.to_string();
    let value = read(&text);
    let now = DateTime::from_timestamp_millis(NOW).unwrap();
    let expected = in_words(&diagnosis::diagnose(&value, NOW));
    assert_eq!(diagnose(&model, now, in_words), expected, "{json}");
    let device: Device = serde_json::from_str(&device_text(json)).unwrap();
    let expected = format!(
        "{:?}",
        timeline::timeline(&value, &read(r#"{"device_id":"d"}"#), NOW)
    );
    assert_eq!(
        format!("{:?}", Lock::new(&device).timeline(&model, now)),
        expected,
        "{json}"
    );
    let lock = Lock::new(&device).with_codes(&[model]);
    same_checks(&lock, &read(&device_text(json)), &[value], json);
    true
}

fn same_of_device<T: DeserializeOwned + DeviceModel>(json: &Json) -> bool {
    let Some(model) = model::<T>(json) else {
        return false;
    };
    let text = json.to_string();
    let value = read(&text);
    let now = DateTime::from_timestamp_millis(NOW).unwrap();
    let expected = in_words(&diagnosis::diagnose(&value, NOW));
    assert_eq!(diagnose(&model, now, in_words), expected, "{json}");
    same_checks(&Lock::new(&model), &value, &[], json);
    true
}

fn device_text(code: &Json) -> String {
    json!({ "device_id": code["device_id"].as_str().unwrap_or("d") }).to_string()
}

/// The same issues of a call that touches most rules, and the same suggestion.
fn same_checks(lock: &Lock, device: &Value<'_>, existing: &[Value<'_>], json: &Json) {
    let now = DateTime::from_timestamp_millis(NOW).unwrap();
    for offline in [false, true] {
        let parameters = CreateParameters {
            device_id: "d".to_owned(),
            code: Some("1234".to_owned()),
            name: Some("Guest".to_owned()),
            starts_at: Some(DateTime::from_timestamp_millis(NOW + 3_600_000).unwrap().into()),
            ends_at: Some(DateTime::from_timestamp_millis(NOW + 90_000_000).unwrap().into()),
            is_offline_access_code: offline.then_some(true),
            ..CreateParameters::default()
        };
        let text = serde_json::to_string(&parameters).unwrap();
        let parameters_read = read(&text);
        let expected = check_access_code(&Situation {
            wanted: Wanted::new(&parameters_read, existing),
            device,
            existing,
            now: NOW,
            zones: &Database,
        });
        let found = lock.check_access_code(&parameters, now, &Database).rules;
        assert_eq!(lines(&found), lines(&expected), "{json}");
    }
}

/// A diagnosis in words, with its instants as numbers: a model writes them in another form.
fn in_words(diagnosis: &Diagnosis<'_>) -> String {
    let advice: Vec<_> = diagnosis
        .advice
        .iter()
        .map(|advice| {
            let noticed_at = advice.created_at.and_then(milliseconds);
            (
                advice.scope.as_str(),
                advice.code,
                advice.known,
                advice.message,
                noticed_at,
            )
        })
        .collect();
    let due_at = diagnosis.due_at.and_then(written);
    format!(
        "{} {} {} {due_at:?} {} {} {:?} {} {advice:?}",
        diagnosis.verdict.as_str(),
        diagnosis.summary.text(),
        diagnosis.phase.as_str(),
        diagnosis.can_pull_backup_code,
        diagnosis.retried_by_seam,
        diagnosis.actor,
        diagnosis.is_on_lock.as_str(),
    )
}

/// Cannot be written.
struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("1357"))
    }
}

impl DeviceModel for Unwritable {}
impl AccessCodeModel for Unwritable {}

#[test]
fn what_cannot_be_written_is_an_issue() {
    let now = DateTime::from_timestamp_millis(NOW).unwrap();
    let device: Device = serde_json::from_value(json!({ "device_id": "d" })).unwrap();
    let wanted = CreateParameters {
        device_id: "d".to_owned(),
        code: Some("4829".to_owned()),
        ..CreateParameters::default()
    };
    assert!(Lock::new(&device).check_access_code(&wanted, now, &Database).ok());
    for lock in [
        Lock::new(&Unwritable),
        Lock::new(&device).with_codes(&[Unwritable]),
    ] {
        let check = lock.check_access_code(&wanted, now, &Database);
        assert!(!check.ok());
        assert_eq!(lines(&check.rules), ["error not_serializable -"]);
        let refused = lock.suggest_code(None, &[], &mut || 7).unwrap_err();
        assert_eq!(refused.issue.rule.code, "not_serializable");
    }
}
