//! One call from start to end over a [`Host`]: runs the flow of a call, and adds to its errors what only the answer tells.

use alloc::borrow::ToOwned;

use alloc::vec::Vec;

use chrono::DateTime;

use crate::api::Declaration;
use crate::client::config::{CallSettings, Config};
use crate::client::host::{Host, HostReply};
use crate::client::request;
use crate::client::response::Received;
use crate::error::{Body, Error, FailedResponse};
use crate::flow::call::{CallEvent, CallFlow, CallStep};
use crate::schema::issue::Issue;

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
    endpoint: &'static Declaration,
    parameters: Option<&str>,
    settings: &CallSettings,
) -> Result<Answer<H::Reply>, Error> {
    let called = call_or_rest(host, config, endpoint, parameters, settings).await;
    called.map_err(|refused| refused.error)
}

/// A call that failed, and for how many ms its last answer asks to be left alone; 0 where it does not.
pub(crate) struct Refused {
    pub(crate) error: Error,
    pub(crate) retry_after: f64,
}

/// Makes the call, for those who need to know how long to rest after a failure.
pub(crate) async fn call_or_rest<H: Host>(
    host: &H,
    config: &Config,
    endpoint: &'static Declaration,
    parameters: Option<&str>,
    settings: &CallSettings,
) -> Result<Answer<H::Reply>, Refused> {
    let refused = |error, retry_after| Refused { error, retry_after };
    let mut flow =
        CallFlow::start(endpoint, parameters, settings.clone()).map_err(|error| refused(error, 0.0))?;
    let request = request::http_request(config, endpoint, parameters, settings);
    for (_, value) in &request.headers {
        flow.sent_with(value);
    }
    loop {
        let sent = host.send(&request, flow.timeout()).await;
        let mut retry_after = 0.0;
        let step = match &sent {
            Ok(reply) => {
                let content_type = reply.header("content-type").unwrap_or_default();
                let received = Received {
                    status: reply.status(),
                    content_type: &content_type,
                    text: reply.text(),
                };
                retry_after = asked(&reply.header("retry-after").unwrap_or_default(), host.now());
                flow.next(CallEvent::Answered(received, retry_after), host.random())
            }
            Err(failure) => flow.next(CallEvent::Failed(*failure), host.random()),
        };
        match (step, sent) {
            (CallStep::Sleep(pause), _) => {
                host.sleep(pause).await;
                flow.next(CallEvent::Slept, host.random());
            }
            (CallStep::Done(success), Ok(reply)) => {
                if !success.issues.is_empty() {
                    let request_id = reply.header("seam-request-id").unwrap_or_default();
                    host.response_issues(endpoint.path, &request_id, &success.issues);
                }
                return Ok(Answer {
                    reply,
                    key: success.key,
                    issues: success.issues,
                });
            }
            (CallStep::Fail(error), Ok(reply)) => {
                return Err(refused(with_answer(error, &reply), retry_after));
            }
            (CallStep::Fail(error), Err(_)) => return Err(refused(error, 0.0)),
            // An answer or its absence leads to no other step.
            (CallStep::Send | CallStep::Done(_), _) => {}
        }
    }
}

/// The error with what the answer tells besides.
fn with_answer<R: HostReply>(mut error: Error, reply: &R) -> Error {
    let request_id = reply.header("seam-request-id").unwrap_or_default();
    match &mut error {
        Error::Api(error) => error.request_id = request_id,
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
