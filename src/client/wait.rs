//! Waiting until an action attempt has ended (section 1.8 of the API's facts).

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::api::action_attempts;
use crate::client::call::call;
use crate::client::config::{CallSettings, Config};
use crate::client::host::{Host, HostReply};
use crate::error::{Body, Error};
use crate::schema::json::{self, Kind, Reader};
use crate::schema::json_text::write_text;
use crate::text::concat;

/// How long to wait, and how long between looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patience {
    /// How long to wait at most, in ms.
    pub timeout: f64,
    /// How long to sleep between two looks, in ms.
    pub polling_interval: f64,
}

impl Patience {
    /// Reads `{ timeout?, pollingInterval? }`.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where a number is out of its range, or is no number.
    pub fn read(options: &str) -> Result<Self, Error> {
        if Reader::new(options).kind() != Ok(Kind::Object) {
            let message = "the waitForActionAttempt option must be a boolean or an object".to_owned();
            return Err(Error::InvalidOptions(message));
        }
        let timeout = Milliseconds::read(options, "timeout", 10_000.0);
        if timeout.value.is_none_or(|value| value < 0.0) {
            let written = timeout.written;
            let message = concat(&["The timeout option must not be negative, got ", written]);
            return Err(Error::InvalidOptions(message));
        }
        let interval = Milliseconds::read(options, "pollingInterval", 1_000.0);
        if interval.value.is_none_or(|value| value <= 0.0) {
            let written = interval.written;
            let message = concat(&[
                "The pollingInterval option must be greater than zero, got ",
                written,
            ]);
            return Err(Error::InvalidOptions(message));
        }
        Ok(Self {
            timeout: timeout.value.unwrap_or_default(),
            polling_interval: interval.value.unwrap_or_default(),
        })
    }
}

/// An option that is a number of ms.
struct Milliseconds<'a> {
    /// As the caller wrote it.
    written: &'a str,
    /// Its value; nothing where it is no number.
    value: Option<f64>,
}

impl<'a> Milliseconds<'a> {
    fn read(options: &'a str, name: &str, otherwise: f64) -> Self {
        let written = json::find(options, &[name]).unwrap_or("null");
        let value = match written {
            "null" => Some(otherwise),
            // JSON has no infinity, so the facade writes it as a string.
            "\"Infinity\"" => Some(f64::INFINITY),
            _ => Reader::new(written).number().ok(),
        };
        // A string may be anything, so only those that stand for numbers are shown.
        let written = match written {
            "\"NaN\"" => "NaN",
            "\"-Infinity\"" => "-Infinity",
            _ if value.is_none() => "a value that is no number",
            _ => written,
        };
        Self { written, value }
    }
}

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
    let answer = call(host, config, &action_attempts::GET, Some(&parameters), settings).await?;
    let found = json::find(answer.reply.text(), &["action_attempt"]);
    Ok(found.unwrap_or_default().to_owned())
}
