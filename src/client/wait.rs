//! Waiting until an action attempt has ended (section 1.8 of the API's facts).

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::api::action_attempts;
use crate::client::call::call;
use crate::client::config::{CallSettings, Config};
use crate::client::host::{Host, HostReply};
use crate::error::{Body, Error};
pub use crate::flow::action_attempt::Patience;
use crate::schema::json;
use crate::schema::json_text::write_text;

/// Looks at the action attempt again and again until it has ended; gives it as JSON.
///
/// # Errors
/// [`Error::ActionAttemptFailed`], [`Error::ActionAttemptTimeout`], and whatever asking for it meets.
pub async fn until_ended<H: Host>(
    host: &H,
    config: &Config,
    settings: &CallSettings,
    mut attempt: String,
    patience: Patience,
) -> Result<String, Error> {
    let start = host.now();
    while let Some(pause) = pause(&attempt, patience, host.now() - start)? {
        host.sleep(pause).await;
        attempt = look(host, config, settings, &attempt).await?;
    }
    Ok(attempt)
}

/// How many ms to wait before the next look at an action attempt; nothing where it has succeeded.
///
/// # Errors
/// [`Error::ActionAttemptFailed`] and [`Error::ActionAttemptTimeout`].
pub fn pause(attempt: &str, patience: Patience, waited: f64) -> Result<Option<f64>, Error> {
    match json::find_text(attempt, &["status"]).as_deref() {
        Some("success") => return Ok(None),
        Some("error") => return Err(Error::ActionAttemptFailed(Body(attempt.to_owned()))),
        _ => {}
    }
    let remaining = patience.timeout - waited;
    if remaining <= 0.0 {
        return Err(Error::ActionAttemptTimeout {
            timeout: patience.timeout,
            attempt: Body(attempt.to_owned()),
        });
    }
    Ok(Some(patience.polling_interval.min(remaining)))
}

async fn look<H: Host>(
    host: &H,
    config: &Config,
    settings: &CallSettings,
    attempt: &str,
) -> Result<String, Error> {
    let id = json::find_text(attempt, &["action_attempt_id"]).unwrap_or_default();
    let mut parameters = String::from("{\"action_attempt_id\":");
    write_text(&mut parameters, &id);
    parameters.push('}');
    let answer = call(
        host,
        config,
        &action_attempts::GET.declaration,
        Some(&parameters),
        settings,
    )
    .await?;
    let found = json::find(answer.reply.text(), &["action_attempt"]);
    Ok(found.unwrap_or_default().to_owned())
}
