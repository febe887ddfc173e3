//! From an endpoint and the caller's parameters to the request that is sent, or to why nothing is.

use crate::api::Endpoint;
use crate::client::config::{CallSettings, Config, Validate};
use crate::client::headers::merge;
use crate::client::host::HttpRequest;
use crate::client::token::TokenKind;
use crate::error::Error;
use crate::schema::Type;
use crate::schema::check::{self, UnknownKeys};
use crate::schema::issue::{Code, Issue};
use crate::schema::json::{Kind, Reader};
use crate::text::concat;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// The name under which this client makes itself known.
pub const SDK_NAME: &str = "seam-edge";

/// Checks the parameters and makes the request.
///
/// # Errors
/// [`Error::Arguments`] where the parameters are no object or required ones are absent, [`Error::Validation`] where they break a
/// rule.
pub fn prepare(
    config: &Config,
    endpoint: &Endpoint,
    parameters: Option<&str>,
    settings: &CallSettings,
) -> Result<HttpRequest, Error> {
    check_parameters(endpoint, parameters, settings.validate)?;
    Ok(HttpRequest {
        url: concat(&[&config.endpoint, endpoint.path]),
        headers: headers(config, settings),
        body: parameters.unwrap_or("{}").to_owned(),
        with_credentials: config.in_browser && config.authentication == TokenKind::ClientSessionToken,
    })
}

/// The client's own headers come last: nobody can take this client's name.
#[must_use]
pub fn headers(config: &Config, settings: &CallSettings) -> Vec<(String, String)> {
    let own = [
        ("content-type", "application/json"),
        ("seam-sdk-name", SDK_NAME),
        ("seam-sdk-version", env!("CARGO_PKG_VERSION")),
    ];
    let mut headers = config.headers.clone();
    merge(&mut headers, &settings.headers);
    let own: Vec<_> = own
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
    merge(&mut headers, &own);
    headers
}

fn check_parameters(endpoint: &Endpoint, parameters: Option<&str>, validate: Validate) -> Result<(), Error> {
    let path = endpoint.path;
    let Type::Object(object) = endpoint.parameters else {
        return Ok(());
    };
    if let Some(text) = parameters
        && Reader::new(text).kind() != Ok(Kind::Object)
    {
        return Err(Error::Arguments(concat(&[
            "Parameters for ",
            path,
            " must be an object",
        ])));
    }
    let unknown = match validate {
        Validate::Strict => UnknownKeys::Refuse,
        Validate::Lenient => UnknownKeys::RefuseSlips,
        Validate::Off => UnknownKeys::Pass,
    };
    let found = check::parameters(parameters.unwrap_or("{}"), object, unknown);
    let Ok(findings) = found else {
        return Err(Error::Arguments(concat(&[
            "Parameters for ",
            path,
            " must be an object",
        ])));
    };
    let missing = missing(&findings.issues);
    if parameters.is_none() && (!missing.is_empty() || misses_all(&findings.issues)) {
        return Err(Error::Arguments(concat(&["Parameters are required for ", path])));
    }
    // A misspelt name explains why another is missing, so it is told rather than the absence.
    let misspelt = findings
        .issues
        .iter()
        .any(|issue| issue.code == Code::MisspeltParameter);
    if !misspelt && !missing.is_empty() {
        let mut message = concat(&["Required parameters missing for ", path]);
        for (position, name) in missing.iter().enumerate() {
            message.push_str(if position == 0 { ": " } else { ", " });
            message.push_str(name);
        }
        return Err(Error::Arguments(message));
    }
    if !misspelt && misses_all(&findings.issues) {
        return Err(Error::Arguments(concat(&[
            "At least one parameter is required for ",
            path,
        ])));
    }
    if findings.issues.is_empty() || validate == Validate::Off {
        return Ok(());
    }
    Err(Error::Validation {
        path: path.to_owned(),
        issues: findings.issues,
    })
}

/// The required parameters that are absent, nested ones left aside.
fn missing(issues: &[Issue]) -> Vec<&str> {
    issues
        .iter()
        .filter(|issue| issue.code == Code::Missing)
        .map(|issue| issue.path.as_str())
        .filter(|path| path.bytes().all(|byte| byte != b'.' && byte != b'['))
        .collect()
}

fn misses_all(issues: &[Issue]) -> bool {
    issues.iter().any(|issue| issue.code == Code::MissingAll)
}
