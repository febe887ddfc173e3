//! Runs the vectors and the table of cases.

use std::fs;

use serde_json::Value as Json;

use crate::delivered::Delivered;

fn read(name: &str) -> Json {
    let path = format!("{}/../cases/webhooks/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn vectors() -> Vec<(Delivered, String)> {
    let text = |vector: &Json, name: &str| vector[name].as_str().unwrap().to_owned();
    let file = read("vectors.json");
    let vectors = file["vectors"].as_array().unwrap().iter();
    vectors
        .map(|vector| {
            let [secret, id, timestamp, signature, body, outcome] =
                ["secret", "id", "timestamp", "signature", "body", "outcome"].map(|name| text(vector, name));
            let delivered = Delivered::new(&secret, &id, &timestamp, &signature, body.as_bytes());
            (delivered, outcome)
        })
        .collect()
}

#[test]
fn every_vector_verifies() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 3);
    for (delivered, outcome) in vectors {
        assert_eq!(delivered.outcome(), outcome, "{delivered:?}");
    }
}

#[test]
fn every_case_ends_as_it_says() {
    let (first, _) = vectors().remove(0);
    let file = read("cases.json");
    let (mut count, mut wrong) = (0, Vec::new());
    for group in file["groups"].as_array().unwrap() {
        for case in group["cases"].as_array().unwrap() {
            count += 1;
            let (expected, found) = (&case["outcome"], changed(&first, case).outcome());
            if expected != found {
                let names = (&group["name"], &case["name"]);
                wrong.push(format!("{}, {}: {found} instead of {expected}", names.0, names.1));
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

fn changed(first: &Delivered, case: &Json) -> Delivered {
    let mut delivered = first.clone();
    let text = |name: &str| case[name].as_str();
    if let Some(secret) = text("secret") {
        secret.clone_into(&mut delivered.secret);
    }
    if let Some(body) = text("body") {
        delivered.body = body.into();
    }
    if let Some(hex) = text("bodyHex") {
        let pairs = (0..hex.len()).step_by(2).map(|at| &hex[at..at + 2]);
        delivered.body = pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect();
    }
    for (name, value) in case["headers"].as_object().into_iter().flatten() {
        delivered.set(name, value.as_str());
    }
    delivered.now = case["now"].as_i64().unwrap_or(delivered.now);
    delivered.tolerance = case["tolerance"].as_u64().unwrap_or(delivered.tolerance);
    delivered
}
