//! The registry as a whole: every endpoint has its fixtures, and every field and rule of the schema data does what it says. The loops
//! run over the data itself, so a new endpoint or field is tested as soon as it is declared. Nothing here is about one endpoint.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic: that is how it fails"
)]

mod api_facts;
mod breakages;
mod facts;
mod fixtures;
mod literals;
mod models;
mod names;
mod parameters;
mod replies;
mod samples;
mod walk;
mod writings;

use std::collections::BTreeSet;

use seam_edge::api::{self, Declaration, NAMESPACES, Namespace};
use seam_edge::schema::check::Findings;
use seam_edge::schema::issue::{Code, Severity};

/// Every endpoint of the registry, with the name of its fixtures: its path with dots, as `access_codes.unmanaged.list`.
fn endpoints() -> Vec<(String, &'static Declaration)> {
    let name = |endpoint: &Declaration| endpoint.path.trim_start_matches('/').replace('/', ".");
    let endpoints = api::endpoints().into_iter();
    endpoints.map(|endpoint| (name(endpoint), endpoint)).collect()
}

/// An issue that is expected, or was found: where, what, how bad.
type Verdict = (String, Code, Severity);

fn error(path: impl Into<String>, code: Code) -> Verdict {
    (path.into(), code, Severity::Error)
}

/// What was found, in an order that does not depend on the order of the text.
fn verdicts(findings: &Findings) -> Vec<Verdict> {
    let issues = findings.issues.iter();
    sorted(
        issues
            .map(|issue| (issue.path.clone(), issue.code, issue.severity))
            .collect(),
    )
}

fn sorted(mut verdicts: Vec<Verdict>) -> Vec<Verdict> {
    verdicts.sort_by_key(|(path, code, _)| (path.clone(), format!("{code:?}")));
    verdicts
}

/// The path of a key of the object at a path.
fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

#[test]
fn every_path_is_in_its_namespace_and_there_once() {
    fn check(namespaces: &[&'static Namespace]) {
        for namespace in namespaces {
            for endpoint in namespace.endpoints {
                let verb = endpoint.path.strip_prefix(&format!("/{}/", namespace.path));
                assert!(verb.is_some_and(|verb| !verb.contains('/')), "{}", endpoint.path);
            }
            for child in namespace.children {
                assert!(
                    child.path.starts_with(&format!("{}/", namespace.path)),
                    "{}",
                    child.path
                );
            }
            check(namespace.children);
        }
    }
    check(NAMESPACES);
    let paths: BTreeSet<&str> = endpoints().iter().map(|(_, endpoint)| endpoint.path).collect();
    assert_eq!(paths.len(), endpoints().len(), "a path is there twice");
}
