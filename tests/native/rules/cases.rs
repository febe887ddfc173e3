//! Runs the table of cases. A file holds `{ device, now, cases }`; a case `{ name, device?, parameters, existing?, now?, issues }`.
//!
//! A case's device is laid over the file's one, and so are its `properties`; its parameters get a `device_id` where they have no id. Issues are
//! lines of severity, code, path (`-` for none) and, where there is one, constraint; all that are found have to be listed.

use std::fs;

use seam_edge::rules::issue::RuleIssue;
use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::{Situation, check_access_code, every_rule};
use seam_edge::schema::date_time::milliseconds;
use seam_edge::schema::value::Value;
use serde_json::{Map, Value as Json, json};

use crate::zones::Database;

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../cases/rules");

/// A case of the table.
pub(crate) struct Case {
    /// Its file and name.
    pub(crate) name: String,
    pub(crate) device: Json,
    pub(crate) parameters: Json,
    pub(crate) existing: Json,
    pub(crate) now: i64,
    /// What has to be found, in order.
    pub(crate) issues: Vec<String>,
}

/// Every case of every file.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(DIRECTORY).unwrap() {
        let path = entry.unwrap().path();
        let file: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let of_file = file["cases"].as_array().unwrap();
        cases.extend(
            of_file
                .iter()
                .map(|case| Case::new(&path.display().to_string(), &file, case)),
        );
    }
    cases
}

#[test]
fn every_case_gives_its_issues() {
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        let found = found(case);
        if case.issues != found {
            wrong.push(format!(
                "{}\n  expected {:?}\n  found    {found:?}",
                case.name, case.issues
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

impl Case {
    fn new(path: &str, file: &Json, case: &Json) -> Self {
        let now = case.get("now").or(file.get("now")).and_then(Json::as_str);
        let issues = case["issues"].as_array().expect("a case lists its issues");
        let mut issues: Vec<_> = issues
            .iter()
            .map(|line| line.as_str().unwrap().to_owned())
            .collect();
        issues.sort();
        Self {
            name: format!("{path}: {}", case["name"]),
            device: laid_over(&file["device"], &case["device"]),
            parameters: with_id(&case["parameters"]),
            existing: case.get("existing").unwrap_or(&json!([])).clone(),
            now: milliseconds(now.unwrap()).unwrap(),
            issues,
        }
    }
}

fn found(case: &Case) -> Vec<String> {
    let texts = [&case.device, &case.parameters, &case.existing].map(Json::to_string);
    let [device, parameters, existing] = texts.each_ref().map(|text| Value::read(text).ok().unwrap());
    lines(&check_access_code(&Situation {
        wanted: Wanted::new(&parameters, existing.items()),
        device: &device,
        existing: existing.items(),
        now: case.now,
        zones: &Database,
    }))
}

/// Issues as cases write them, in order.
pub(crate) fn lines(issues: &[RuleIssue]) -> Vec<String> {
    let mut lines: Vec<_> = issues.iter().map(line).collect();
    lines.sort();
    lines
}

/// The types of the npm package promise these names.
fn assert_tells_what_its_rule_declares(issue: &RuleIssue) {
    let told: Vec<_> = issue.given.iter().map(|(name, _)| *name).collect();
    let RuleIssue { rule, message, .. } = issue;
    let mut declared = rule.parameters.iter().filter(|name| !name.ends_with('?'));
    assert!(
        declared.all(|name| told.contains(name)),
        "{}: {told:?}",
        rule.code
    );
    for (name, text) in &issue.given {
        let is_declared = rule
            .parameters
            .iter()
            .any(|known| known.trim_end_matches('?') == *name);
        assert!(is_declared, "{}: {name}", rule.code);
        assert!(
            text.is_empty() || message.contains(text.as_str()),
            "{}: {text}: {message}",
            rule.code
        );
    }
}

fn line(issue: &RuleIssue) -> String {
    assert!(!issue.message.is_empty() && !issue.help.is_empty() && !issue.message.contains('\n'));
    assert_tells_what_its_rule_declares(issue);
    let path = if issue.path.is_empty() { "-" } else { issue.path };
    let constraint = issue.constraint.as_deref().unwrap_or_default();
    let severity = issue.rule.severity.as_str();
    let line = format!("{severity} {} {path} {constraint}", issue.rule.code);
    line.trim_end().to_owned()
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

#[test]
fn every_rule_that_a_case_breaks_is_listed() {
    let listed = every_rule();
    for issue in cases().iter().flat_map(|case| case.issues.clone()) {
        let code = issue.split(' ').nth(1).unwrap();
        assert!(listed.iter().any(|rule| rule.code == code), "{code}");
    }
}
