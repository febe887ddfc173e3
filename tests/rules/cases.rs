//! Runs the table of cases. A file holds `{ device, now, cases }`; a case `{ name, device?, parameters, existing?, now?, issues }`.
//!
//! A case's device is laid over the file's one, and so are its `properties`; its parameters get a `device_id` where they have no id. Issues are
//! lines of severity, code, path (`-` for none) and, where there is one, constraint; all that are found have to be listed.

use std::fs;

use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::date_time::milliseconds;
use seam_edge::schema::value::Value;
use serde_json::{Map, Value as Json, json};

use crate::zones::Database;

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules/cases");

#[test]
fn every_case_gives_its_issues() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(DIRECTORY).unwrap() {
        let path = entry.unwrap().path();
        let file: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in file["cases"].as_array().unwrap() {
            count += 1;
            let (expected, found) = (expected(case), found(&file, case));
            if expected != found {
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                wrong.push(format!(
                    "{name}: {}\n  expected {expected:?}\n  found    {found:?}",
                    case["name"]
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn expected(case: &Json) -> Vec<String> {
    let issues = case["issues"].as_array().expect("a case lists its issues");
    let mut lines: Vec<_> = issues
        .iter()
        .map(|line| line.as_str().unwrap().to_owned())
        .collect();
    lines.sort();
    lines
}

fn found(file: &Json, case: &Json) -> Vec<String> {
    let device = laid_over(&file["device"], &case["device"]).to_string();
    let parameters = with_id(&case["parameters"]).to_string();
    let existing = case.get("existing").unwrap_or(&json!([])).to_string();
    let now = case
        .get("now")
        .or(file.get("now"))
        .and_then(Json::as_str)
        .unwrap();
    let read = |text| Value::read(text).ok().unwrap();
    let (device, parameters, existing) = (read(&device), read(&parameters), read(&existing));
    let situation = Situation {
        wanted: Wanted::new(&parameters, existing.items()),
        device: &device,
        existing: existing.items(),
        now: milliseconds(now).unwrap(),
        zones: &Database,
    };
    let mut lines: Vec<_> = check_access_code(&situation)
        .iter()
        .map(|issue| {
            assert!(!issue.message.is_empty() && !issue.help.is_empty() && !issue.message.contains('\n'));
            let path = if issue.path.is_empty() { "-" } else { issue.path };
            let constraint = issue.constraint.as_deref().unwrap_or_default();
            let line = format!(
                "{} {} {path} {constraint}",
                issue.rule.severity.as_str(),
                issue.rule.code
            );
            line.trim_end().to_owned()
        })
        .collect();
    lines.sort();
    lines
}

/// The members of one object over those of another, one level down for `properties`.
fn laid_over(below: &Json, above: &Json) -> Json {
    let empty = Map::new();
    let mut object = below.as_object().unwrap_or(&empty).clone();
    for (name, value) in above.as_object().unwrap_or(&empty) {
        let value = match object.get(name) {
            Some(under) if name == "properties" && value.is_object() => laid_over(under, value),
            _ => value.clone(),
        };
        object.insert(name.clone(), value);
    }
    Json::Object(object)
}

fn with_id(parameters: &Json) -> Json {
    let mut parameters = parameters.clone();
    let ids = ["device_id", "device_ids", "access_code_id"];
    if ids.iter().all(|id| parameters.get(id).is_none()) {
        parameters["device_id"] = json!("device1");
    }
    parameters
}
