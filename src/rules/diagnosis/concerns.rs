//! What the errors and warnings of an access code or device mean when they are taken together. Gives no advice.

use alloc::vec::Vec;

use crate::rules::diagnosis::advice::{Advice, Effect, Scope};
use crate::schema::value::Value;

/// What is wrong, by effect.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Concerns {
    /// An error keeps the code, or a change of it, off the lock.
    pub(crate) setting_error: bool,
    /// A warning says that the code is slow to get onto the lock.
    pub(crate) setting_warning: bool,
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

impl Concerns {
    /// What the advice comes to.
    pub(crate) fn new(advice: &[Advice<'_>]) -> Self {
        let mut concerns = Self::default();
        for item in advice {
            let is_error = item.scope == Scope::Error;
            match item.effect {
                Effect::Note => concerns.deleting |= !is_error && item.code == "being_deleted",
                Effect::Setting | Effect::SamePin if is_error => concerns.setting_error = true,
                Effect::Setting | Effect::SamePin => concerns.setting_warning = true,
                Effect::Removal => {
                    concerns.removal = true;
                    concerns.removal_error |= is_error;
                }
                Effect::Link => concerns.link = true,
                Effect::Trouble | Effect::Disabled => concerns.trouble = true,
                Effect::Final => concerns.is_final = true,
                Effect::Gone => concerns.gone = true,
            }
        }
        concerns
    }

    /// Whether it cannot be taken for granted that the lock has what was asked for.
    pub(crate) fn is_doubtful(self) -> bool {
        let is_slow = self.setting_error || self.setting_warning || self.removal;
        is_slow || self.link || self.trouble || self.is_final || self.gone
    }
}

/// What is to be said about each error, then about each warning.
pub(crate) fn advice<'a>(subject: &'a Value<'_>) -> Vec<Advice<'a>> {
    let mut advice = Vec::new();
    for (key, scope) in [("errors", Scope::Error), ("warnings", Scope::Warning)] {
        for item in subject.get(key).items() {
            // What is no object tells nothing.
            if let Value::Object(_) = item {
                advice.push(Advice::new(item, scope));
            }
        }
    }
    advice
}
