//! The fixtures: one golden request and one full reply per endpoint, held against the registry.
//! `requests/<name>.json` says what is sent and how the reply is read; `replies/<name>.json` is a reply as a server writes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use seam_edge::schema::check::{self, UnknownKeys};
use serde_json::{Value, json};

use crate::endpoints;

fn directory(kind: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "cases", kind].iter().collect()
}

/// The text of a fixture.
pub(crate) fn text(kind: &str, name: &str) -> String {
    let path = directory(kind).join(format!("{name}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The reply fixture of an endpoint.
pub(crate) fn reply(name: &str) -> Value {
    serde_json::from_str(&text("replies", name)).unwrap()
}

#[test]
fn every_endpoint_has_its_fixtures_and_every_fixture_its_endpoint() {
    let names: BTreeSet<String> = endpoints().into_iter().map(|(name, _)| name).collect();
    for kind in ["requests", "replies"] {
        let files = fs::read_dir(directory(kind)).unwrap();
        let found = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let wanted: BTreeSet<String> = names.iter().map(|name| format!("{name}.json")).collect();
        assert_eq!(found.collect::<BTreeSet<_>>(), wanted, "tests/cases/{kind}");
    }
}

#[test]
fn golden_requests_are_what_the_registry_says() {
    for (name, endpoint) in endpoints() {
        let golden: Value = serde_json::from_str(&text("requests", &name)).unwrap();
        let declared = json!({
            "path": endpoint.path,
            "parameters": golden["parameters"],
            "responseKey": endpoint.reply.key(),
            "paginated": endpoint.reply.is_paginated(),
            "repeatable": endpoint.repeatable,
        });
        assert_eq!(golden, declared, "{name}");
    }
}

#[test]
fn golden_parameters_are_complete_and_pass() {
    for (name, endpoint) in endpoints() {
        let golden: Value = serde_json::from_str(&text("requests", &name)).unwrap();
        let object = endpoint.parameters;
        let given: BTreeSet<&str> = golden["parameters"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let known: BTreeSet<&str> = object.fields.iter().map(|field| field.name).collect();
        assert_eq!(given, known, "{name}");
        let parameters = golden["parameters"].to_string();
        let findings = check::parameters(&parameters, object, UnknownKeys::Refuse).unwrap();
        assert_eq!(findings.issues, [], "{name}");
    }
}

#[test]
fn replies_pass() {
    for (name, endpoint) in endpoints() {
        let findings = check::reply(&text("replies", &name), endpoint.reply.fields()).unwrap();
        assert_eq!(findings.issues, [], "{name}");
    }
}
