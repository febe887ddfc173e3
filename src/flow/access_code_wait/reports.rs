//! What waits for access codes report: progress, results and errors. Holds no decision.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Body;
use crate::rules::diagnosis::advice::{Advice, Scope, Subject};
use crate::schema::issue::stable_names;

/// What is waited for as it was last seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The code as JSON. It holds the PIN. Of a wait until access is issued: an object with the `access_grant`, where there is one, and the
    /// `access_methods`.
    pub code: Body,
    /// When that was, in ms since 1970: what [`crate::rules::diagnosis::diagnose`] takes, to say what is the matter with it.
    pub now: i64,
}

/// A warning that what is waited for had at some time of the wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Whose warning it is.
    pub subject: Subject,
    /// The `warning_code`.
    pub code: String,
    /// The server's own message, without the PINs of the code.
    pub message: Option<String>,
    /// When it was noticed, as the server wrote it.
    pub created_at: Option<String>,
}

impl Warning {
    /// What is to be said about it.
    #[must_use]
    pub fn advice(&self) -> Advice<'_> {
        Advice::about(
            self.subject,
            Scope::Warning,
            &self.code,
            self.message.as_deref(),
            self.created_at.as_deref(),
        )
    }
}

/// What is told after each poll that leaves something to wait for.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The code as it was last seen; nothing before that.
    pub seen: Option<Seen>,
    /// How many polls there have been, 1 after the first.
    pub attempt: u32,
    /// In how many ms the next one is made.
    pub next_poll_in: f64,
    /// Every warning since the wait began, those that are gone included.
    pub warnings: Vec<Warning>,
    /// Which call of the last poll failed; nothing where none did.
    pub failed: Option<&'static str>,
}

stable_names! { "Why waiting is in vain." Reason {
    #[doc = "The code is not getting where it is waited for."] Failed = "failed";
    #[doc = "It was deleted while it was waited for."] Deleted = "deleted";
    #[doc = "Its start lies after the end of the wait."] DueLater = "due_later";
    #[doc = "Somebody has to act, and the wait was to end by that."] NeedsAction = "needs_action";
}}

/// Why a wait has ended without success.
#[derive(Clone, Debug, PartialEq)]
pub enum WaitError {
    /// Waiting is in vain.
    Failed {
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
        /// Which call of the last poll failed, if one did.
        failed: Option<&'static str>,
    },
}

/// What a wait results in.
#[derive(Clone, Debug, PartialEq)]
pub struct Waited {
    /// The code as it was last seen. Nothing where it was waited for until it was off its lock, and was not there at all.
    pub seen: Option<Seen>,
    /// False where it is taken to be off the lock, but could not be looked for among the unmanaged codes.
    pub checked: bool,
}
