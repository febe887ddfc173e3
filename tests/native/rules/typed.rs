//! The typed rules: of every case whose device, codes and parameters fit the models, the same issues.

use chrono::DateTime;
use seam_edge::api::access_codes::{CreateMultipleParameters, CreateParameters, UpdateParameters};
use seam_edge::model::{AccessCode, Device};
use seam_edge::rules::issue::RuleIssue;
use seam_edge::rules::typed::{AccessCodeParameters, Lock};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::cases::{Case, cases, lines};
use crate::zones::Database;

#[test]
fn models_give_the_issues_that_json_gives() {
    let mut count = 0;
    for case in cases() {
        let found = if case.parameters.get("access_code_id").is_some() {
            check::<UpdateParameters>(&case)
        } else if case.parameters.get("device_ids").is_some() {
            check::<CreateMultipleParameters>(&case)
        } else {
            check::<CreateParameters>(&case)
        };
        if let Some(found) = found {
            count += 1;
            assert_eq!(lines(&found), case.issues, "{}", case.name);
        }
    }
    assert!(count > 600, "only {count} cases fit the models");
}

/// What is found by the models; nothing where the case does not fit them.
fn check<P: AccessCodeParameters + DeserializeOwned>(case: &Case) -> Option<Vec<RuleIssue>> {
    let device: Device = model(&case.device)?;
    let existing: Vec<AccessCode> = model(&case.existing)?;
    let parameters: P = model(&case.parameters)?;
    let now = DateTime::from_timestamp_millis(case.now)?;
    let lock = Lock::new(&device).with_codes(&existing);
    Some(lock.check_access_code(&parameters, now, &Database).rules)
}

/// A model of a JSON value, if it holds all of it. It may hold more: what is required of a model and absent is empty there.
fn model<T: DeserializeOwned + Serialize>(json: &Json) -> Option<T> {
    let model: T = serde_json::from_value(json.clone()).ok()?;
    holds(&serde_json::to_value(&model).ok()?, json).then_some(model)
}

fn holds(whole: &Json, part: &Json) -> bool {
    match (whole, part) {
        (Json::Object(whole), Json::Object(part)) => part
            .iter()
            .all(|(key, value)| whole.get(key).is_some_and(|other| holds(other, value))),
        (Json::Array(whole), Json::Array(part)) => {
            whole.len() == part.len() && whole.iter().zip(part).all(|(whole, part)| holds(whole, part))
        }
        (Json::Number(whole), Json::Number(part)) => whole.as_f64() == part.as_f64(),
        _ => whole == part,
    }
}
