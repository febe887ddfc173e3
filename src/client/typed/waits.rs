//! Waiting for access codes: typed options in, models and typed errors out; what waits for access is in `access`. What a wait decides is in
//! `flow::wait_until_set` and `flow::wait_until_removed`.

use core::fmt::{Display, Formatter};

use chrono::{DateTime, Utc};
use serde_json::Map;

use crate::api::access_codes;
use crate::client::host::Host;
use crate::client::typed::run::{FlowError, Reached, Running};
use crate::client::typed::{Client, number, read};
use crate::error::Error;
use crate::flow::Flow;
use crate::flow::access_code_wait::reports::{Progress, Reason, Seen, WaitError, Waited, Warning};
use crate::flow::wait_until_removed::WaitUntilRemoved;
use crate::flow::wait_until_set::WaitUntilSet;
use crate::model::{AccessCode, UnmanagedAccessCode};
use crate::rules::diagnosis::{Diagnosis, diagnose};
use crate::schema::json;
use crate::schema::value::Value;

/// What is enough for a wait until a code is on its lock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Until {
    /// That the code opens the lock, or will open it as it was asked for.
    #[default]
    Set,
    /// Also that the lock has it with its schedule, as locks with native scheduling do up to 72 hours ahead of its start.
    Scheduled,
}

/// How an access code is waited for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitOptions {
    /// How long to wait at most, in ms: 0 or more, infinity for ever. 0 polls once. Default: 300,000, which is five minutes. How long a single
    /// attempt of a call may take is an option of the client.
    pub max_wait: f64,
    /// How long to pause between two polls, in ms: more than 0. Default: growing from 1 to 15 seconds.
    pub polling_interval: Option<f64>,
    /// Whether a wait until a code is on its lock, or until access is issued, also ends, with [`Reason::NeedsAction`], as soon as somebody has to act, at the lock or with
    /// other parameters. Default: it goes on, since they may act while it lasts.
    pub stops_for_action: bool,
}

impl Default for WaitOptions {
    fn default() -> Self {
        Self {
            max_wait: 300_000.0,
            polling_interval: None,
            stops_for_action: false,
        }
    }
}

/// An access code as a wait has seen it last.
#[derive(Clone, Debug, PartialEq)]
pub enum AnyAccessCode {
    /// One that Seam manages.
    Managed(Box<AccessCode>),
    /// One that is on the lock without Seam.
    Unmanaged(Box<UnmanagedAccessCode>),
}

impl Seen {
    /// The code as it then was.
    ///
    /// # Errors
    /// [`Error::InvalidResponse`] where a value of it does not fit its Rust type.
    pub fn access_code(&self) -> Result<AnyAccessCode, Error> {
        let text = &self.code.0;
        if json::find(text, "is_managed") == Some("false") {
            return code(access_codes::unmanaged::GET.path, text).map(AnyAccessCode::Unmanaged);
        }
        code(access_codes::GET.path, text).map(AnyAccessCode::Managed)
    }

    /// What was the matter with it then, given to `look`, since a diagnosis borrows the words of the server.
    pub fn diagnose<T>(&self, look: impl FnOnce(&Diagnosis<'_>) -> T) -> T {
        let code = Value::read(&self.code.0).unwrap_or(Value::Null);
        look(&diagnose(&code, self.now))
    }

    /// When that was.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.now).unwrap_or_default()
    }
}

/// What is reported after each poll that leaves something to wait for.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitProgress {
    /// The code as it was last seen; nothing before that.
    pub seen: Option<Seen>,
    /// How many polls there have been, 1 after the first.
    pub attempt: u32,
    /// In how many ms the next one is made.
    pub next_poll_in: f64,
    /// Every warning since the wait began, those that are gone included.
    pub warnings: Vec<Warning>,
    /// What the last poll failed with; nothing where it did not.
    pub error: Option<Error>,
}

/// Why a wait has ended without success.
#[derive(Clone, Debug, PartialEq)]
pub enum WaitFailure {
    /// A call failed, and repeating it would not help; or the options cannot be used.
    Call(Error),
    /// Waiting is in vain.
    InVain {
        /// Why.
        reason: Reason,
        /// The same in one line, with what to do.
        message: String,
        /// The code as it was last seen.
        seen: Seen,
    },
    /// Time is over.
    TimedOut {
        /// What was waited for and where the code stood, in one line.
        message: String,
        /// The code as it was last seen; nothing where it never was.
        seen: Option<Seen>,
        /// What the last poll failed with; nothing where it did not.
        error: Option<Error>,
    },
}

impl Display for WaitFailure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Call(error) => Display::fmt(error, formatter),
            Self::InVain { message, .. } | Self::TimedOut { message, .. } => formatter.write_str(message),
        }
    }
}

impl core::error::Error for WaitFailure {}

impl From<Error> for WaitFailure {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

/// That a code is off its lock.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// The code as it was last seen; nothing where it was not there at all.
    pub seen: Option<Seen>,
    /// False where it is taken to be off the lock, but could not be looked for among the codes that Seam does not manage.
    pub checked: bool,
}

impl<H: Host> Client<H> {
    /// Waits until an access code is on its lock; returns it as it then is. Polls at once, then less and less often. `progress` is called after
    /// each poll that leaves something to wait for.
    ///
    /// ```
    /// use seam_edge::client::Client;
    /// use seam_edge::client::host::Host;
    /// use seam_edge::client::typed::{Until, WaitFailure, WaitOptions};
    ///
    /// async fn confirm<H: Host>(client: &Client<H>, id: &str) -> Result<(), WaitFailure> {
    ///     let options = WaitOptions {
    ///         max_wait: 60_000.0,
    ///         ..Default::default()
    ///     };
    ///     let code = client.wait_until_set(id, Until::Set, options, |_| ()).await?;
    ///     assert!(code.code.is_some());
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// [`WaitFailure`]: waiting is in vain, time is over, or a call failed. [`Error::Arguments`] where the ID is empty and
    /// [`Error::InvalidOptions`] where a number is out of its range are found before anything is sent.
    pub async fn wait_until_set(
        &self,
        access_code_id: &str,
        until: Until,
        options: WaitOptions,
        progress: impl FnMut(WaitProgress),
    ) -> Result<AccessCode, WaitFailure> {
        let until = match until {
            Until::Set => "set",
            Until::Scheduled => "scheduled",
        };
        let flow = WaitUntilSet::new(access_code_id, &written(options, Some(until)))?;
        let waited = self.wait(flow, progress).await?;
        let text = waited.seen.map(|seen| seen.code.0).unwrap_or_default();
        code(access_codes::GET.path, &text).map_err(WaitFailure::Call)
    }

    /// Waits until an access code is off its lock. Polls at once, then less and less often. `progress` is called after each poll that leaves
    /// something to wait for.
    ///
    /// # Errors
    /// As [`Self::wait_until_set`].
    pub async fn wait_until_removed(
        &self,
        access_code_id: &str,
        options: WaitOptions,
        progress: impl FnMut(WaitProgress),
    ) -> Result<Removed, WaitFailure> {
        let options = WaitOptions {
            stops_for_action: false,
            ..options
        };
        let flow = WaitUntilRemoved::new(access_code_id, &written(options, None))?;
        let Waited { seen, checked } = self.wait(flow, progress).await?;
        Ok(Removed { seen, checked })
    }

    pub(super) async fn wait<F>(
        &self,
        flow: F,
        mut progress: impl FnMut(WaitProgress),
    ) -> Result<Waited, WaitFailure>
    where
        F: Flow<Progress = Progress, Output = Waited, Error = WaitError>,
    {
        let mut running = Running::new(self, flow);
        loop {
            match running.go_on().await {
                Ok(Reached::Told(told)) => progress(WaitProgress {
                    error: told.failed.and_then(|path| running.last_error(path)),
                    seen: told.seen,
                    attempt: told.attempt,
                    next_poll_in: told.next_poll_in,
                    warnings: told.warnings,
                }),
                Ok(Reached::Done(waited)) => return Ok(waited),
                Err(FlowError::Call(error)) => return Err(WaitFailure::Call(error)),
                Err(FlowError::Own(WaitError::Failed {
                    reason,
                    message,
                    seen,
                })) => {
                    return Err(WaitFailure::InVain {
                        reason,
                        message,
                        seen,
                    });
                }
                Err(FlowError::Own(WaitError::TimedOut {
                    message,
                    seen,
                    failed,
                })) => {
                    let error = failed.and_then(|path| running.last_error(path));
                    return Err(WaitFailure::TimedOut { message, seen, error });
                }
            }
        }
    }
}

pub(super) fn written(options: WaitOptions, until: Option<&str>) -> String {
    let WaitOptions {
        max_wait,
        polling_interval,
        stops_for_action,
    } = options;
    let mut written = Map::from_iter([("maxWait".to_owned(), number(max_wait))]);
    if let Some(interval) = polling_interval {
        written.insert("pollingInterval".to_owned(), number(interval));
    }
    if let Some(until) = until {
        written.insert("until".to_owned(), until.into());
    }
    if stops_for_action {
        written.insert("stopWhen".to_owned(), "needs_action".into());
    }
    serde_json::Value::Object(written).to_string()
}

fn code<T: serde::de::DeserializeOwned>(path: &str, text: &str) -> Result<T, Error> {
    read(path, Some("access_code"), text).map_err(Error::InvalidResponse)
}
