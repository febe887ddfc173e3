//! One call from start to end: check, send, repeat where that is safe, judge.

use crate::api::Endpoint;
use crate::client::config::{CallSettings, Config};
use crate::client::host::{Canceled, Host, HostReply, HttpRequest, SendFailure};
use crate::client::retry::{self, Attempt, Ending};
use crate::client::{request, response};
use crate::error::{Error, TransportCode, TransportError};
use crate::schema::issue::Issue;
use crate::text::{concat, decimal};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

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
    endpoint: &Endpoint,
    parameters: Option<&str>,
    settings: &CallSettings,
) -> Result<Answer<H::Reply>, Error> {
    let request = request::prepare(config, endpoint, parameters, settings)?;
    let reply = attempts(host, &request, endpoint.repeatable, settings).await?;
    let success = response::judge(endpoint, &reply, settings.validate)?;
    Ok(Answer {
        reply,
        key: success.key,
        issues: success.issues,
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
                retry_after: reply.header("retry-after"),
            },
            Err(failure) => Ending::Failed(failure.clone()),
        };
        let attempt = Attempt {
            made,
            max_retries: settings.max_retries,
            repeatable,
            now: host.now(),
            random: host.random(),
        };
        match retry::delay(attempt, &ending) {
            Some(delay) => host
                .sleep(delay)
                .await
                .map_err(|Canceled| unanswered(&SendFailure::Canceled, settings))?,
            None => return sent.map_err(|failure| unanswered(&failure, settings)),
        }
    }
}

/// The error for a call that has no answer.
#[must_use]
pub fn unanswered(failure: &SendFailure, settings: &CallSettings) -> Error {
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
