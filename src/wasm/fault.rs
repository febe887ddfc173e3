//! Errors on their way to JavaScript: plain objects from which the facade makes its error classes, so that the stack is the
//! caller's own.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::error::{ApiError, ApiErrorKind, Error, InvalidResponse, TransportError};
use crate::schema::issue::Issue;

/// Sets a property of a plain object.
pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a fresh object cannot fail.
    let _always = Reflect::set(object, &name.into(), value);
}

/// The issues as an array of plain objects.
pub(crate) fn issues(issues: &[Issue]) -> JsValue {
    let list = Array::new();
    for issue in issues {
        let shown = Object::new();
        set(&shown, "code", &issue.code.as_str().into());
        set(&shown, "path", &issue.path.as_str().into());
        set(&shown, "message", &issue.message.as_str().into());
        if let Some(help) = &issue.help {
            set(&shown, "help", &help.as_str().into());
        }
        set(&shown, "severity", &issue.severity.as_str().into());
        list.push(&shown);
    }
    list.into()
}

/// The plain object for an error.
pub(crate) fn of(error: &Error) -> JsValue {
    with_cause(error, None)
}

/// The plain object for an error, with what JavaScript threw.
pub(crate) fn with_cause(error: &Error, cause: Option<JsValue>) -> JsValue {
    let fault = Object::new();
    let kind = match error {
        Error::InvalidOptions(_) => "invalid_options",
        Error::InvalidToken(_) => "invalid_token",
        Error::Arguments(_) => "type_error",
        Error::State(_) => "error",
        Error::Validation { .. } => "validation",
        Error::Api(error) => api(&fault, error),
        Error::InvalidResponse(_) => "invalid_response",
        Error::Transport(_) => "transport",
        Error::ActionAttemptFailed(_) => "action_attempt_failed",
        Error::ActionAttemptTimeout { .. } => "action_attempt_timeout",
    };
    set(&fault, "kind", &kind.into());
    set(&fault, "message", &error.to_string().into());
    match error {
        Error::Validation { path, issues: found } => {
            set(&fault, "path", &path.as_str().into());
            set(&fault, "issues", &issues(found));
        }
        Error::InvalidResponse(error) => invalid_response(&fault, error),
        Error::Transport(error) => transport(&fault, error),
        Error::ActionAttemptFailed(attempt) => set(&fault, "actionAttempt", &parsed(attempt)),
        Error::ActionAttemptTimeout { timeout, attempt } => {
            set(&fault, "actionAttempt", &parsed(attempt));
            set(&fault, "timeout", &(*timeout).into());
        }
        _ => {}
    }
    if let Some(cause) = cause {
        set(&fault, "cause", &cause);
    }
    fault.into()
}

fn api(fault: &Object, error: &ApiError) -> &'static str {
    set(fault, "statusCode", &error.status.into());
    set(fault, "requestId", &error.request_id.as_str().into());
    if let Some(body) = &error.body {
        set(fault, "body", &parsed(body));
    }
    match error.kind {
        ApiErrorKind::Unauthorized => "unauthorized",
        ApiErrorKind::InvalidInput => "invalid_input",
        ApiErrorKind::Other => "api",
    }
}

fn invalid_response(fault: &Object, error: &InvalidResponse) {
    set(fault, "path", &error.path.as_str().into());
    set(fault, "responseKey", &error.response_key.as_str().into());
    set(fault, "reason", &error.reason.as_str().into());
    set(fault, "requestId", &error.request_id.as_str().into());
    set(fault, "issues", &issues(&error.issues));
}

fn transport(fault: &Object, error: &TransportError) {
    set(fault, "code", &error.code.as_str().into());
    set(fault, "requestId", &error.request_id.as_str().into());
    if let Some(response) = &error.response {
        let (shown, headers) = (Object::new(), Object::new());
        for (name, value) in &response.headers {
            set(&headers, name, &value.as_str().into());
        }
        set(&shown, "status", &response.status.into());
        set(&shown, "headers", &headers);
        set(&shown, "data", &parsed(&response.body));
        set(fault, "response", &shown);
    }
}

/// The value of a JSON text, or the text itself where it is none.
fn parsed(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or_else(|_| text.into())
}
