//! One call from start to end: check, send, repeat where that is safe, judge.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::DateTime;

use crate::api::Declaration;
use crate::client::config::{CallSettings, Config};
use crate::client::host::{Host, HostReply, HttpRequest, SendFailure};
use crate::client::request;
use crate::client::response::{self, Received};
use crate::client::retry::{self, Attempt, Ending};
use crate::error::{Body, Error, FailedResponse, TransportCode, TransportError};
use crate::schema::issue::Issue;
use crate::schema::{Field, json};
use crate::text::{concat, decimal};

/// The answer to a call that succeeded.
pub struct Answer<R> {
    /// The answer as the host gave it.
    pub reply: R,
    /// The key of the caller's value; nothing where the endpoint answers with none.
    pub key: Option<&'static str>,
    /// What is not as described, but no reason to throw the reply away.
    pub issues: Vec<Issue>,
}

/// Makes the call.
///
/// # Errors
/// Every kind of [`Error`] but those of options, tokens and action attempts.
pub async fn call<H: Host>(
    host: &H,
    config: &Config,
    endpoint: &Declaration,
    parameters: Option<&str>,
    settings: &CallSettings,
) -> Result<Answer<H::Reply>, Error> {
    let request = request::prepare(config, endpoint, parameters, settings)?;
    let reply = attempts(host, &request, endpoint.repeatable, settings).await?;
    let received = Received {
        status: reply.status(),
        content_type: &reply.header("content-type").unwrap_or_default(),
        text: reply.text(),
    };
    let success = response::judge(endpoint, received, settings.validate)
        .map_err(|error| with_answer(error, &reply, endpoint, parameters))?;
    Ok(Answer {
        reply,
        key: success.key,
        issues: success.issues,
    })
}

/// The error with what the answer tells besides.
fn with_answer<R: HostReply>(
    mut error: Error,
    reply: &R,
    endpoint: &Declaration,
    parameters: Option<&str>,
) -> Error {
    let request_id = reply.header("seam-request-id").unwrap_or_default();
    match &mut error {
        Error::Api(error) => {
            error.request_id = request_id;
            error.body = Body(reply.text().to_owned());
            for text in [&mut error.message, &mut error.code] {
                *text = without_secrets(text, endpoint, parameters.unwrap_or("{}"));
            }
        }
        Error::InvalidResponse(error) => error.request_id = request_id,
        Error::Transport(error) => {
            error.request_id = request_id;
            error.response = Some(FailedResponse {
                status: reply.status(),
                headers: reply.headers(),
                body: Body(reply.text().to_owned()),
            });
        }
        _ => {}
    }
    error
}

/// The text without what was sent under secret names: servers quote what they refuse, and errors end up in logs.
fn without_secrets(text: &str, endpoint: &Declaration, parameters: &str) -> String {
    let secret = |field: &&Field| field.flags.secret();
    let fields = endpoint.parameters.fields.iter().filter(secret);
    fields.fold(text.to_owned(), |text, field| {
        match json::find_text(parameters, &[field.name]) {
            // Up to three characters stand in any text by chance.
            Some(value) if value.len() > 3 => text.replace(&*value, "[redacted]"),
            _ => text,
        }
    })
}

/// Sends the request until there is an answer that is not worth repeating it.
async fn attempts<H: Host>(
    host: &H,
    request: &HttpRequest,
    repeatable: bool,
    settings: &CallSettings,
) -> Result<H::Reply, Error> {
    let mut made = 0;
    loop {
        made += 1;
        let sent = host.send(request, settings.timeout).await;
        let ending = match &sent {
            Ok(reply) => Ending::Answered {
                status: reply.status(),
                asked: asked(&reply.header("retry-after").unwrap_or_default(), host.now()),
            },
            Err(failure) => Ending::Failed(*failure),
        };
        let attempt = Attempt {
            made,
            max_retries: settings.max_retries,
            repeatable,
            random: host.random(),
        };
        match retry::delay(attempt, &ending) {
            Some(delay) => host.sleep(delay).await,
            None => return sent.map_err(|failure| unanswered(failure, settings)),
        }
    }
}

/// A `retry-after` header in ms from now: a count of seconds, or a date. 0 where it is neither, or past.
fn asked(retry_after: &str, now: f64) -> f64 {
    let asked = match retry_after.parse::<f64>() {
        Ok(seconds) => seconds * 1000.0,
        // Dates of the next centuries are below 2^53 ms, so they are exact.
        Err(_) => {
            DateTime::parse_from_rfc2822(retry_after).map_or(0.0, |at| at.timestamp_millis() as f64 - now)
        }
    };
    // Of NaN too this makes 0.
    asked.max(0.0)
}

/// The error for a call that has no answer.
#[must_use]
pub fn unanswered(failure: SendFailure, settings: &CallSettings) -> Error {
    let (code, message) = match failure {
        SendFailure::Canceled => (TransportCode::Canceled, "canceled".to_owned()),
        SendFailure::Timeout => (
            TransportCode::Timeout,
            concat(&["timeout of ", &decimal(settings.timeout as u64), "ms exceeded"]),
        ),
        SendFailure::Network => (TransportCode::Network, "Network Error, see `cause`".to_owned()),
    };
    Error::Transport(TransportError {
        code,
        message,
        request_id: String::new(),
        response: None,
    })
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn reads_seconds_and_dates() {
        let now = 1_445_412_480_000.0;
        for (header, milliseconds) in [
            ("2", 2_000.0),
            ("0", 0.0),
            ("Wed, 21 Oct 2015 07:28:03 GMT", 3_000.0),
            ("Wed, 21 Oct 2015 07:27:00 GMT", 0.0),
            ("soon", 0.0),
            ("NaN", 0.0),
            ("-5", 0.0),
            ("", 0.0),
        ] {
            assert!(
                (asked(header, now) - milliseconds).abs() < f64::EPSILON,
                "{header}"
            );
        }
    }
}
