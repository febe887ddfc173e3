//! From an endpoint and the caller's parameters to the request that is sent, or to why nothing is.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::api::Declaration;
use crate::client::config::{CallSettings, Config, Validate};
use crate::client::headers::{Headers, merge, set};
use crate::client::host::HttpRequest;
use crate::client::token::TokenKind;
use crate::error::Error;
use crate::schema::check::{self, UnknownKeys};
use crate::schema::issue::{Code, Issue, Severity};
use crate::schema::json::{Kind, Reader};
use crate::text::concat;

/// The name under which this client makes itself known.
const SDK_NAME: &str = "seam-edge";

/// The request of a call whose parameters have been checked.
#[must_use]
pub fn http_request(
    config: &Config,
    endpoint: &Declaration,
    parameters: Option<&str>,
    settings: &CallSettings,
) -> HttpRequest {
    HttpRequest {
        url: concat(&[&config.endpoint, endpoint.path]),
        headers: headers(&config.headers, &settings.headers),
        body: parameters.unwrap_or("{}").to_owned(),
        with_credentials: with_credentials(config),
    }
}

/// Whether cookies go along: in a browser, where a client session authenticates.
#[must_use]
pub fn with_credentials(config: &Config) -> bool {
    config.in_browser && config.authentication == Some(TokenKind::ClientSessionToken)
}

/// What a request carries: some headers, others that win over them, and the client's own last, so that nobody can take its name.
#[must_use]
pub fn headers(headers: &[(String, String)], over: &[(String, String)]) -> Headers {
    let own = [
        ("content-type", "application/json"),
        ("seam-sdk-name", SDK_NAME),
        ("seam-sdk-version", env!("CARGO_PKG_VERSION")),
    ];
    let mut all = headers.to_vec();
    merge(&mut all, over);
    for (name, value) in own {
        set(&mut all, name, value);
    }
    all
}

/// Checks the parameters of a call: a JSON object, or nothing. What is odd about them but no reason not to send them comes back.
///
/// # Errors
/// [`Error::Arguments`] where the parameters are no object or required ones are absent, [`Error::Validation`] where they break a
/// rule.
pub fn check_parameters(
    endpoint: &Declaration,
    parameters: Option<&str>,
    validate: Validate,
) -> Result<Vec<Issue>, Error> {
    let path = endpoint.path;
    let text = parameters.unwrap_or("{}");
    let no_object = || Error::Arguments(concat(&["Parameters for ", path, " must be an object"]));
    if Reader::new(text).kind() != Ok(Kind::Object) {
        return Err(no_object());
    }
    let unknown = match validate {
        Validate::Strict => UnknownKeys::Refuse,
        Validate::Lenient => UnknownKeys::RefuseSlips,
        Validate::Off => UnknownKeys::Pass,
    };
    let findings = check::parameters(text, endpoint.parameters, unknown).map_err(|_| no_object())?;
    check_presence(path, parameters.is_some(), &findings.issues)?;
    let issues = findings.issues;
    if validate == Validate::Off {
        return Ok(Vec::new());
    }
    if issues.iter().all(|issue| issue.severity == Severity::Warning) {
        return Ok(issues);
    }
    Err(Error::Validation {
        path: path.to_owned(),
        issues,
    })
}

/// Refuses absent parameters with the words of the official client.
fn check_presence(path: &str, any_given: bool, issues: &[Issue]) -> Result<(), Error> {
    let missing = missing(issues);
    let of_several = with_code(issues, Code::MissingAll);
    if missing.is_empty() && of_several.is_none() {
        return Ok(());
    }
    if !any_given {
        return Err(Error::Arguments(concat(&["Parameters are required for ", path])));
    }
    // A misspelt name explains why another is missing, so it is told rather than the absence.
    if with_code(issues, Code::MisspeltParameter).is_some() {
        return Ok(());
    }
    let (what, which) = match of_several {
        Some(issue) if missing.is_empty() => ("At least one parameter is required for ", &issue.message),
        _ => ("Required parameters missing for ", &missing),
    };
    Err(Error::Arguments(concat(&[what, path, ": ", which])))
}

fn with_code(issues: &[Issue], code: Code) -> Option<&Issue> {
    issues.iter().find(|issue| issue.code == code)
}

/// The required parameters that are absent, nested ones left aside, with commas between them.
fn missing(issues: &[Issue]) -> String {
    let mut missing = String::new();
    for Issue { code, path, .. } in issues {
        if *code == Code::Missing && path.bytes().all(|byte| byte != b'.' && byte != b'[') {
            missing.push_str(if missing.is_empty() { "" } else { ", " });
            missing.push_str(path);
        }
    }
    missing
}
