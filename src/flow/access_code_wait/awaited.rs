//! Kinds of things that are waited for, and what a diagnosis of one says of a wait that is in vain.

use alloc::vec::Vec;

use crate::flow::access_code_wait::GET;
use crate::rules::diagnosis::advice::{Actor, Advice, Subject};
use crate::rules::diagnosis::{Diagnosis, Summary, diagnose};
use crate::rules::lifecycle::Phase;
use crate::schema::value::Value;

/// A kind of thing that is waited for.
pub(crate) struct Awaited {
    /// What messages call it.
    pub(crate) title: &'static str,
    /// The key of its ID.
    pub(crate) id: &'static str,
    /// The endpoint that reads it.
    pub(crate) get: &'static str,
    /// Whose errors and warnings it has.
    pub(crate) subject: Subject,
    /// What was the matter with it when it was last seen.
    pub(crate) summary: fn(&Value<'_>, i64) -> Summary,
}

/// An access code.
pub(crate) static ACCESS_CODE: Awaited = Awaited {
    title: "access code",
    id: "access_code_id",
    get: GET,
    subject: Subject::AccessCode,
    summary: |code, now| diagnose(code, now).summary,
};

/// What a diagnosis says of a wait that is in vain.
pub(crate) struct InVain<'d, 'a> {
    pub(crate) summary: Summary,
    /// Whether it is where it is waited for, and does not work there.
    pub(crate) is_disabled: bool,
    /// When it is due, in ms since 1970.
    pub(crate) due_at: Option<i64>,
    pub(crate) actor: Option<Actor>,
    pub(crate) advice: Vec<&'d Advice<'a>>,
}

impl<'d, 'a> From<&'d Diagnosis<'a>> for InVain<'d, 'a> {
    fn from(diagnosis: &'d Diagnosis<'a>) -> Self {
        Self {
            summary: diagnosis.summary,
            is_disabled: diagnosis.phase == Phase::Set,
            due_at: diagnosis.due_at,
            actor: diagnosis.actor,
            advice: diagnosis.advice.iter().collect(),
        }
    }
}
