//! Which other codes on the device have the PIN of the code that is waited for, and whether one of them is about to leave the lock: what the
//! lists of codes say, poll by poll. Decides whether the wait is in vain; what an error means is said by `rules::diagnosis::advice`.
//!
//! # Where no list shows the other code
//!
//! The lock may have lost it a moment ago, so that the error stands only until Seam tries again; or the lock holds a PIN that Seam does not
//! see. The two are told apart by three looks: lists read in full that show nobody with the PIN; after them a look at the code, whose error was
//! raised at some instant; and a later look whose error was raised after that instant. Then Seam has tried again since the lists were read,
//! and the lock has refused again. Only instants of the server are compared, so no clock can be wrong. An error that never says anew when it
//! was raised ends no wait.
//!
//! Lists show not all where they have another page, where a code that may be leaving hides its PIN, and where the device has a pool of backup
//! codes, whose spares a server may leave out.

use crate::flow::Moment;
use crate::flow::access_code_wait::Wait;
use crate::redaction::{Secrets, pins_of};
use crate::rules::diagnosis::advice::{Advice, Effect, Scope};
use crate::rules::diagnosis::{Diagnosis, diagnose};
use crate::rules::lifecycle::{Phase, instant};
use crate::rules::on_device::is_on;
use crate::schema::date_time::milliseconds;
use crate::schema::value::Value;

/// What polls have shown about codes with the same PIN.
#[derive(Default)]
pub(super) struct Rivals {
    /// Whether a list of this poll shows another code with the PIN that stays.
    stays: bool,
    /// Whether the code or a list of this poll leaves open that there is another one.
    is_doubtful: bool,
    /// Whether the last lists showed nobody with the PIN, and left nothing open.
    is_alone: bool,
    /// When the error was raised that the first look after such lists showed, in ms since 1970.
    raised_at: Option<i64>,
    /// Whether this look shows an error that was raised later.
    is_raised_again: bool,
}

/// Whether an error says that another code has the PIN.
pub(super) fn is_same_pin(advice: &Advice<'_>) -> bool {
    advice.effect == Effect::SamePin && advice.scope == Scope::Error
}

impl Rivals {
    /// Takes in a look at the code that shows such an error, before the lists are read.
    pub(super) fn look(&mut self, code: &Value<'_>, diagnosis: &Diagnosis<'_>) {
        let errors = diagnosis.advice.iter().filter(|advice| is_same_pin(advice));
        let raised_at = errors.filter_map(|error| milliseconds(error.created_at?)).max();
        self.is_raised_again = self.raised_at.is_some() && raised_at > self.raised_at;
        if self.is_alone && self.raised_at.is_none() {
            self.raised_at = raised_at;
        }
        self.stays = false;
        self.is_doubtful = has_pool(code) || pins_of(code).is_empty();
    }

    /// Takes in a list of codes on the device. Whether a code with the PIN is about to leave the lock, so that the wait goes on.
    pub(super) fn listed(
        &mut self,
        codes: &Value<'_>,
        code: &Value<'_>,
        wait: &Wait,
        moment: Moment,
    ) -> bool {
        let pins = Secrets::of(&pins_of(code));
        let now = wait.now(moment);
        for other in codes.items() {
            // Some servers list codes of other devices along.
            if other.get("access_code_id") == code.get("access_code_id") || !is_on(other, code) {
                continue;
            }
            self.is_doubtful |= has_pool(other);
            // One that does not say where it stands may be leaving too.
            let may_leave = matches!(
                diagnose(other, now).phase,
                Phase::Removing | Phase::Removed | Phase::Updating | Phase::Unknown
            );
            let end = instant(other, "ends_at");
            let leaves = may_leave || end.is_some_and(|end| wait.comes_in_time(end, moment) != Some(false));
            let others_pins = pins_of(other);
            if is_named(other, code) || others_pins.iter().any(|pin| pins.has(pin)) {
                if leaves {
                    return true;
                }
                self.stays = true;
            }
            self.is_doubtful |= leaves && others_pins.is_empty();
        }
        false
    }

    /// Whether the wait is in vain, after both lists were read in full and showed nobody who leaves.
    pub(super) fn is_in_vain(&mut self) -> bool {
        let is_alone = !self.stays && !self.is_doubtful;
        if !is_alone {
            self.raised_at = None;
        }
        self.is_alone = is_alone;
        self.stays || (is_alone && self.is_raised_again)
    }
}

/// Whether an error of the code names the other one as the one with its PIN.
fn is_named(other: &Value<'_>, code: &Value<'_>) -> bool {
    let id = other.get("access_code_id");
    let names = ["managed_access_code_id", "unmanaged_access_code_id"];
    let mut errors = code.get("errors").items().iter();
    !id.is_null() && errors.any(|error| names.iter().any(|name| error.get(name) == id))
}

/// Whether a code shows that its device has a pool of backup codes.
fn has_pool(code: &Value<'_>) -> bool {
    code.get("is_backup_access_code_available").is_true()
        || code.get("is_backup").is_true()
        || !code.get("pulled_backup_access_code_id").is_null()
}
