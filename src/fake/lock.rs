//! A lock as it hangs on a door: which codes it holds, how long it takes, what ails it. What Seam believes of it is in the records.

use alloc::string::String;
use alloc::vec::Vec;

use crate::fake::brands::Brand;
use crate::fake::instant::SECOND;

/// How long a lock takes to answer unless a test says otherwise, in ms.
const ANSWERS_AFTER: i64 = 5 * SECOND;

/// A code that a lock holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// The access code of Seam's that it is; nothing where somebody has set it at the keypad and Seam has not seen it yet.
    pub(super) access_code_id: Option<String>,
    pub(super) code: String,
    pub(super) name: String,
    /// When it begins and ceases to open, in ms since 1970, where the lock knows.
    pub(super) starts_at: Option<i64>,
    pub(super) ends_at: Option<i64>,
}

/// Why a lock does not do what it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The `error_code` that says so.
    pub(super) code: &'static str,
    pub(super) message: &'static str,
    /// Whether Seam tries again.
    pub(super) is_retried: bool,
}

pub(super) const FULL: Refusal = Refusal {
    code: "no_space_for_access_code_on_device",
    message: "The device has no space for another access code.",
    is_retried: true,
};

pub(super) const DUPLICATE: Refusal = Refusal {
    code: "duplicate_code_on_device",
    message: "The device has another access code with this PIN.",
    is_retried: true,
};

pub(super) const CONSTRAINTS: Refusal = Refusal {
    code: "code_constraints_violated",
    message: "The device does not accept a PIN code of this format.",
    is_retried: false,
};

/// A lock.
#[derive(Clone, Debug)]
pub(super) struct Lock {
    pub(super) brand: &'static Brand,
    /// Whether it has a connection of its own.
    pub(super) is_online: bool,
    /// Whether its hub, where it has one, has a connection.
    pub(super) has_hub: bool,
    /// Whether its provider is paid.
    pub(super) is_paid: bool,
    /// How long it takes to take a code, to drop one, and to lock or unlock, in ms.
    pub(super) setting_delay: i64,
    pub(super) removing_delay: i64,
    pub(super) answering_delay: i64,
    pub(super) slots: usize,
    /// Whether it takes no PIN, whatever Seam thinks of its format.
    pub(super) refuses_codes: bool,
    pub(super) held: Vec<Held>,
}

impl Lock {
    pub(super) fn new(brand: &'static Brand, slots: u32) -> Self {
        Self {
            brand,
            is_online: true,
            has_hub: true,
            is_paid: true,
            setting_delay: ANSWERS_AFTER,
            removing_delay: ANSWERS_AFTER,
            answering_delay: SECOND,
            slots: slots as usize,
            refuses_codes: false,
            held: Vec::new(),
        }
    }

    pub(super) fn held(&self, access_code_id: &str) -> Option<&Held> {
        self.held
            .iter()
            .find(|held| held.access_code_id.as_deref() == Some(access_code_id))
    }

    /// Takes a code, in the place of an older version of it.
    pub(super) fn take(&mut self, code: Held) -> Result<(), Refusal> {
        if self.refuses_codes {
            return Err(CONSTRAINTS);
        }
        let is_older =
            |held: &Held| held.access_code_id.is_some() && held.access_code_id == code.access_code_id;
        if self
            .held
            .iter()
            .any(|held| held.code == code.code && !is_older(held))
        {
            return Err(DUPLICATE);
        }
        let is_full = self.held.len() >= self.slots;
        let mut all = self.held.iter_mut();
        match all.find(|held| is_older(held)) {
            Some(older) => *older = code,
            None if is_full => return Err(FULL),
            None => self.held.push(code),
        }
        Ok(())
    }

    /// Drops a code; whether it has held it.
    pub(super) fn drop_code(&mut self, access_code_id: &str) -> bool {
        let before = self.held.len();
        self.held
            .retain(|held| held.access_code_id.as_deref() != Some(access_code_id));
        self.held.len() < before
    }

    /// The code that a PIN opens the door with at an instant.
    pub(super) fn opening(&self, pin: &str, at: i64) -> Option<&Held> {
        self.held.iter().find(|held| {
            held.code == pin
                && held.starts_at.is_none_or(|start| start <= at)
                && held.ends_at.is_none_or(|end| at < end)
        })
    }
}
