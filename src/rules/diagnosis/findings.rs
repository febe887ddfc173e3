//! What the errors and warnings of an access code or device mean when they are taken together. Advice on each is in advice.rs.

use alloc::vec::Vec;

use crate::rules::diagnosis::advice::{Advice, Effect, Scope};
use crate::schema::value::Value;

/// What is wrong with a code or device, by effect.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Findings {
    /// An error keeps the code, or a change of it, off the lock.
    pub(crate) setting_error: bool,
    /// A warning says that the code is slow to get onto the lock.
    pub(crate) setting_warning: bool,
    /// Access is still to come, or to be changed.
    pub(crate) changing: bool,
    /// The code does not get off the lock.
    pub(crate) removal: bool,
    /// An error says so.
    pub(crate) removal_error: bool,
    /// Seam cannot reach the lock.
    pub(crate) link: bool,
    /// Something else is wrong.
    pub(crate) trouble: bool,
    /// Seam has stopped trying.
    pub(crate) is_final: bool,
    /// The lock is gone.
    pub(crate) gone: bool,
    /// The code is being deleted, says a warning.
    pub(crate) deleting: bool,
}

impl Findings {
    /// Sums up the advice on all errors and warnings.
    pub(crate) fn new<'a, 't: 'a>(advice: impl IntoIterator<Item = &'a Advice<'t>>) -> Self {
        let mut findings = Self::default();
        for item in advice {
            let is_error = item.scope == Scope::Error;
            match item.effect {
                Effect::Note => findings.deleting |= !is_error && item.code == "being_deleted",
                Effect::Setting | Effect::SamePin if is_error => findings.setting_error = true,
                Effect::Setting | Effect::SamePin => findings.setting_warning = true,
                Effect::Change => findings.changing = true,
                Effect::Removal => {
                    findings.removal = true;
                    findings.removal_error |= is_error;
                }
                Effect::Link => findings.link = true,
                Effect::Trouble | Effect::Disabled => findings.trouble = true,
                Effect::Final => findings.is_final = true,
                Effect::Gone => findings.gone = true,
            }
        }
        findings
    }

    /// Whether it cannot be taken for granted that the lock has what was asked for.
    pub(crate) fn is_doubtful(self) -> bool {
        let is_slow = self.setting_error || self.setting_warning || self.removal;
        is_slow || self.link || self.trouble || self.is_final || self.gone
    }
}

/// The advice on each error, then on each warning.
pub(crate) fn advice<'a>(subject: &'a Value<'_>) -> Vec<Advice<'a>> {
    let mut advice = Vec::new();
    for (key, scope) in [("errors", Scope::Error), ("warnings", Scope::Warning)] {
        for item in subject.get(key).items() {
            // What is not an object says nothing.
            if let Value::Object(_) = item {
                advice.push(Advice::new(item, scope));
            }
        }
    }
    advice
}
