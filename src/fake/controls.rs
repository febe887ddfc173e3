//! What a test can do to the fake besides calling it: to its locks, accounts and providers, at once. Each control says what was wrong with it.

use alloc::format;
use alloc::string::String;
use core::fmt::{Display, Formatter};

use serde_json::json;

use crate::fake::Fake;
use crate::fake::brands::brand;
use crate::fake::conditions::Link;
use crate::fake::journeys::Stage;
use crate::fake::kinds::CONNECTED_ACCOUNT;
use crate::fake::lock::Lock;

/// A control that was used wrongly: names it, the value at fault and the remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misuse(pub(super) String);

impl Display for Misuse {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl core::error::Error for Misuse {}

/// What a test does to one lock. Every control acts at the fake's present time.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LockControl {
    /// The lock loses its connection: it keeps its codes, and takes and drops none.
    GoOffline,
    /// The lock has its connection again: Seam sees what was done at its keypad, and does what was left undone.
    GoOnline,
    /// The lock's hub loses its connection.
    LoseHub,
    /// The lock's hub has its connection again.
    FindHub,
    /// From now on the lock takes so long, in ms, to take a code, to drop one, and to lock or unlock.
    Delays {
        /// To take a code.
        setting: i64,
        /// To drop one.
        removing: i64,
        /// To lock or unlock.
        answering: i64,
    },
    /// From now on the lock holds at most so many codes; those that it has it keeps.
    Slots(u32),
    /// From now on the lock takes no PIN: Seam has its rules wrong.
    RefuseCodes,
    /// The lock takes PINs again, and those that it has refused are tried anew.
    AcceptCodes,
    /// The battery is at so much, from 0 to 1.
    Battery(f64),
    /// Somebody sets a PIN at the keypad.
    AddCode {
        /// The name that the lock shows.
        name: String,
        /// The PIN.
        code: String,
    },
    /// Somebody gives a code on the lock another PIN, at the keypad.
    ChangeCode {
        /// ID of the access code.
        access_code_id: String,
        /// The new PIN.
        code: String,
    },
    /// Somebody deletes a code at the keypad.
    DeleteCode {
        /// ID of the access code.
        access_code_id: String,
    },
    /// Somebody turns the bolt by hand.
    Turn {
        /// Whether the door is locked then.
        is_locked: bool,
    },
}

impl Fake {
    /// Does something to a lock.
    ///
    /// # Errors
    /// [`Misuse`] where there is no such lock, or it has no such code, or a value is out of its range.
    pub fn control(&mut self, device_id: &str, control: LockControl) -> Result<(), Misuse> {
        let done = self.control_lock(device_id, control);
        self.follow_codes();
        done
    }

    fn control_lock(&mut self, device_id: &str, control: LockControl) -> Result<(), Misuse> {
        let lock = self.lock_mut(device_id)?;
        match control {
            LockControl::GoOffline => self.set_link(device_id, Link::Lock, false),
            LockControl::GoOnline => self.set_link(device_id, Link::Lock, true),
            LockControl::LoseHub => self.set_link(device_id, Link::Hub, false),
            LockControl::FindHub => self.set_link(device_id, Link::Hub, true),
            LockControl::Delays {
                setting,
                removing,
                answering,
            } => {
                for (name, delay) in [
                    ("setting", setting),
                    ("removing", removing),
                    ("answering", answering),
                ] {
                    if delay < 0 {
                        return Err(Misuse(format!(
                            "{name}: {delay} ms lie in the past: give 0 or more"
                        )));
                    }
                }
                lock.setting_delay = setting;
                lock.removing_delay = removing;
                lock.answering_delay = answering;
            }
            LockControl::Slots(slots) => {
                lock.slots = slots as usize;
                self.change_properties(device_id, json!({ "max_active_codes_supported": slots }));
            }
            LockControl::RefuseCodes => lock.refuses_codes = true,
            LockControl::AcceptCodes => {
                lock.refuses_codes = false;
                self.try_refused_again(device_id);
            }
            LockControl::Battery(level) => return self.set_battery(device_id, level),
            LockControl::AddCode { name, code } => {
                if lock.held.len() >= lock.slots {
                    return Err(Misuse(format!(
                        "slots: the lock `{device_id}` is full: give it more slots, or delete a code"
                    )));
                }
                self.add_at_keypad(device_id, &name, &code);
            }
            LockControl::ChangeCode { access_code_id, code } => {
                let mut held = lock.held.iter_mut();
                let held = held.find(|held| held.access_code_id.as_deref() == Some(&access_code_id));
                held.ok_or_else(|| not_held(device_id, &access_code_id))?.code = code;
                self.look_at(device_id);
            }
            LockControl::DeleteCode { access_code_id } => {
                if !lock.drop_code(&access_code_id) {
                    return Err(not_held(device_id, &access_code_id));
                }
                self.look_at(device_id);
            }
            LockControl::Turn { is_locked } => self.bolt(device_id, is_locked, json!({ "method": "manual" })),
        }
        Ok(())
    }

    /// Somebody types a PIN at a lock. Whether the door opens.
    ///
    /// # Errors
    /// [`Misuse`] where there is no such lock.
    pub fn enter(&mut self, device_id: &str, code: &str) -> Result<bool, Misuse> {
        self.lock_mut(device_id)?;
        Ok(self.enter_code(device_id, code))
    }

    /// Whether a lock holds an access code with this PIN now, whatever Seam believes.
    ///
    /// # Errors
    /// [`Misuse`] where there is no such lock.
    pub fn holds(&self, device_id: &str, access_code_id: &str, code: &str) -> Result<bool, Misuse> {
        let lock = self.locks.get(device_id).ok_or_else(|| no_lock(device_id))?;
        Ok(lock.held(access_code_id).is_some_and(|held| held.code == code))
    }

    /// How many codes a lock holds.
    ///
    /// # Errors
    /// [`Misuse`] where there is no such lock.
    pub fn count_held(&self, device_id: &str) -> Result<usize, Misuse> {
        let lock = self.locks.get(device_id).ok_or_else(|| no_lock(device_id))?;
        Ok(lock.held.len())
    }

    /// An account loses its login, or has it again.
    ///
    /// # Errors
    /// [`Misuse`] where there is no such account.
    pub fn set_connected(&mut self, connected_account_id: &str, is_connected: bool) -> Result<(), Misuse> {
        if self
            .records
            .find(&CONNECTED_ACCOUNT, connected_account_id)
            .is_none()
        {
            return Err(Misuse(format!(
                "connected_account_id: there is no connected account `{connected_account_id}`: give the `connected_account_id` of a device"
            )));
        }
        self.set_account_connected(connected_account_id, is_connected);
        Ok(())
    }

    /// The service of a provider fails, or works again: no lock of the brand is reached meanwhile.
    ///
    /// # Errors
    /// [`Misuse`] where the fake does not have the brand.
    pub fn set_available(&mut self, provider: &str, is_available: bool) -> Result<(), Misuse> {
        let brand = brand(provider).map_err(Misuse)?;
        self.set_provider_available(brand.name, is_available);
        Ok(())
    }

    /// From now on each event is listed, and goes out to webhooks, only after a random time of at most so many ms: a list may miss what has happened,
    /// and events come out of the order of their `created_at`.
    pub fn delay_events(&mut self, at_most: u32) {
        self.event_delay = i64::from(at_most);
    }

    fn lock_mut(&mut self, device_id: &str) -> Result<&mut Lock, Misuse> {
        self.locks.get_mut(device_id).ok_or_else(|| no_lock(device_id))
    }

    fn set_battery(&mut self, device_id: &str, level: f64) -> Result<(), Misuse> {
        if !(0.0..=1.0).contains(&level) {
            return Err(Misuse(format!(
                "battery: {level} is no share: give a number from 0 to 1"
            )));
        }
        let status = match level {
            level if level < 0.1 => "critical",
            level if level < 0.3 => "low",
            level if level < 0.8 => "good",
            _ => "full",
        };
        self.change_properties(
            device_id,
            json!({ "battery_level": level, "battery": { "level": level, "status": status } }),
        );
        let more = json!({ "battery_level": level, "battery_status": status });
        self.emit_of_device("device.battery_status_changed", device_id, more);
        if level < 0.3 {
            self.emit_of_device("device.low_battery", device_id, json!({ "battery_level": level }));
        }
        Ok(())
    }

    /// Codes that the lock has refused for good are set on their way again.
    fn try_refused_again(&mut self, device_id: &str) {
        for id in self.codes_of_device(device_id) {
            if let Some(Stage::Setting {
                answer_at: i64::MAX, ..
            }) = self.journeys.get(&id).map(|journey| journey.stage)
            {
                self.begin_setting(&id);
            }
        }
    }
}

fn no_lock(device_id: &str) -> Misuse {
    Misuse(format!(
        "device_id: there is no lock `{device_id}`: give the ID of a device that was added"
    ))
}

fn not_held(device_id: &str, access_code_id: &str) -> Misuse {
    Misuse(format!(
        "access_code_id: the lock `{device_id}` does not hold the access code `{access_code_id}`: let time pass until it is set"
    ))
}
