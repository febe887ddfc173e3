//! Action attempts: what a lock is asked to do at once, and what comes of it after a while. And `/locks/**`, whose calls begin them.

use alloc::string::{String, ToString};

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::instant::SECOND;
use crate::fake::kinds::{ACCESS_CODE, ACTION_ATTEMPT, DEVICE};
use crate::fake::records::{Record, Resource, is_true, members, set, text};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};

/// How long Seam takes to accept something that no lock has to be asked for, in ms.
const ACCEPTED_AFTER: i64 = SECOND;

/// What an attempt does when it ends well.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Effect {
    /// Nothing more: it was accepted.
    Accepted,
    /// The lock locks, or unlocks.
    Bolt { is_locked: bool, method: &'static str },
    /// The lock locks by itself from now on, or no longer.
    AutoLock { is_enabled: bool, delay: Value },
    /// Somebody types a PIN.
    Keypad { code: String },
    /// An encoder writes a card.
    Encode { access_method_id: String },
}

/// An attempt under way.
#[derive(Clone, Debug)]
pub(super) struct Attempt {
    pub(super) id: String,
    pub(super) device_id: String,
    pub(super) ends_at: i64,
    pub(super) effect: Effect,
}

impl Fake {
    /// Begins an attempt that ends after a while.
    fn begin_attempt(&mut self, action_type: &str, workspace_id: &str, attempt: Attempt) -> Value {
        let account = self
            .device(&attempt.device_id)
            .map(|device| device.get("connected_account_id").clone());
        let resource = members(json!({
            "action_attempt_id": attempt.id, "action_type": action_type, "status": "pending", "result": null,
            "error": null,
        }));
        self.records.add(Record {
            unsaid: members(json!({
                "device_id": attempt.device_id, "connected_account_id": account,
                "created_at": instant::text(self.now),
            })),
            ..Record::new(&ACTION_ATTEMPT, workspace_id, resource.clone())
        });
        self.attempts.push(attempt);
        resource.into()
    }

    /// An encoder is asked to write a card.
    pub(super) fn begin_encoding(&mut self, access_method_id: &str, workspace_id: &str) -> Value {
        let attempt = Attempt {
            id: self.randomness.uuid(),
            device_id: String::new(),
            ends_at: self.now + ACCEPTED_AFTER,
            effect: Effect::Encode {
                access_method_id: access_method_id.to_string(),
            },
        };
        self.begin_attempt("ENCODE_CREDENTIAL", workspace_id, attempt)
    }

    /// Seam has taken on a change of an access code.
    pub(super) fn accepted(&mut self, action_type: &str, access_code_id: &str) -> Value {
        let kinds = [&ACCESS_CODE, &crate::fake::kinds::UNMANAGED_ACCESS_CODE].into_iter();
        let code = kinds
            .filter_map(|kind| self.records.find(kind, access_code_id))
            .next();
        let code = code.map(|code| {
            (
                code.workspace_id.clone(),
                text(&code.resource, "device_id").to_string(),
            )
        });
        let (workspace_id, device_id) = code.unwrap_or_default();
        let attempt = Attempt {
            id: self.randomness.uuid(),
            device_id,
            ends_at: self.now + ACCEPTED_AFTER,
            effect: Effect::Accepted,
        };
        self.begin_attempt(action_type, &workspace_id, attempt)
    }

    /// An attempt that fails, because the device cannot be reached.
    pub(super) fn failed(&mut self, action_type: &str, device_id: &str, code: &str, message: &str) -> Value {
        let id = self.randomness.uuid();
        let workspace_id = self.workspace_of_device(device_id).unwrap_or_default();
        let attempt = Attempt {
            id: id.clone(),
            device_id: device_id.to_string(),
            ends_at: self.now,
            effect: Effect::Accepted,
        };
        let pending = self.begin_attempt(action_type, &workspace_id, attempt);
        self.attempts.retain(|attempt| attempt.id != id);
        self.end_attempt(&id, Err((code, message)));
        self.records
            .find(&ACTION_ATTEMPT, &id)
            .map_or(pending, |record| record.resource.clone().into())
    }

    /// Asks a lock for something. The reply waits for the lock where the caller has asked for that.
    fn ask_lock(
        &mut self,
        action_type: &str,
        caller: &Caller,
        parameters: &Resource,
        effect: Effect,
    ) -> Result<Answer, Failure> {
        let device = self.of_id(&DEVICE, caller, parameters)?;
        let device_id = device.id().to_string();
        let Some(lock) = self.locks.get(&device_id) else {
            return Err(Failure::not_found(&DEVICE));
        };
        let attempt = Attempt {
            id: self.randomness.uuid(),
            device_id,
            ends_at: self.now.saturating_add(lock.answering_delay),
            effect,
        };
        let id = attempt.id.clone();
        let mut value = self.begin_attempt(action_type, &caller.workspace_id, attempt);
        if is_true(parameters, "sync") {
            self.finish_attempt(&id);
            let ended = self.records.find(&ACTION_ATTEMPT, &id);
            value = ended.map_or(value, |record| record.resource.clone().into());
        }
        Ok(vec_of("action_attempt", value))
    }

    /// An attempt ends: well, unless the lock cannot be reached.
    pub(super) fn finish_attempt(&mut self, id: &str) {
        let Some(place) = self.attempts.iter().position(|attempt| attempt.id == id) else {
            return;
        };
        let attempt = self.attempts.remove(place);
        let obstacle = self
            .obstacle(&attempt.device_id)
            .filter(|_| attempt.effect != Effect::Accepted);
        if let Some(obstacle) = obstacle {
            return self.end_attempt(id, Err((obstacle, "The device cannot be reached.")));
        }
        let device_id = attempt.device_id.clone();
        let result = match attempt.effect {
            Effect::Accepted => json!({}),
            Effect::Bolt { is_locked, method } => {
                let more = json!({ "method": method, "action_attempt_id": id });
                self.bolt(&device_id, is_locked, more);
                json!({ "was_confirmed_by_device": true })
            }
            Effect::AutoLock { is_enabled, delay } => {
                self.change_properties(
                    &device_id,
                    json!({ "auto_lock_enabled": is_enabled, "auto_lock_delay_seconds": delay }),
                );
                json!({})
            }
            Effect::Encode { access_method_id } => {
                self.issue(&access_method_id);
                self.written_card(&access_method_id)
            }
            Effect::Keypad { code } => {
                self.enter_code(&device_id, &code);
                json!({})
            }
        };
        self.end_attempt(id, Ok(result));
    }

    fn end_attempt(&mut self, id: &str, ending: Result<Value, (&str, &str)>) {
        let Some(record) = self.records.find_mut(&ACTION_ATTEMPT, id) else {
            return;
        };
        let (status, ending, word) = match ending {
            Ok(result) => ("success", ("result", result), "succeeded"),
            Err((code, message)) => (
                "error",
                ("error", json!({ "type": code, "message": message })),
                "failed",
            ),
        };
        set(&mut record.resource, [("status", json!(status)), ending]);
        let action_type = text(&record.resource, "action_type").to_string();
        let device_id = text(&record.unsaid, "device_id").to_string();
        const TOLD: [&str; 4] = [
            "LOCK_DOOR",
            "UNLOCK_DOOR",
            "SIMULATE_KEYPAD_CODE_ENTRY",
            "SIMULATE_MANUAL_LOCK_VIA_KEYPAD",
        ];
        if TOLD.contains(&action_type.as_str()) {
            let event = alloc::format!("action_attempt.{}.{word}", action_type.to_lowercase());
            let more = json!({ "action_attempt_id": id, "action_type": action_type, "status": status });
            self.emit_of_device(&event, &device_id, more);
        }
    }

    /// The bolt moves.
    pub(super) fn bolt(&mut self, device_id: &str, is_locked: bool, more: Value) {
        self.change_properties(device_id, json!({ "locked": is_locked }));
        let event = if is_locked { "lock.locked" } else { "lock.unlocked" };
        self.emit_of_device(event, device_id, more);
    }

    /// Somebody types a PIN: the door opens, or it does not. Whether it does.
    pub(super) fn enter_code(&mut self, device_id: &str, pin: &str) -> bool {
        let now = self.now;
        let held = self
            .locks
            .get(device_id)
            .and_then(|lock| lock.opening(pin, now))
            .cloned();
        match held {
            Some(held) => {
                let mut more = members(json!({ "method": "keycode" }));
                if let Some(id) = held.access_code_id {
                    let is_managed = self.records.find(&ACCESS_CODE, &id).is_some();
                    more.insert("access_code_id".into(), id.into());
                    more.insert("access_code_is_managed".into(), is_managed.into());
                }
                self.bolt(device_id, false, more.into());
                true
            }
            None => {
                let reason =
                    json!({ "reason_code": "unknown_code", "message": "The code is not on the lock." });
                self.emit_of_device("lock.access_denied", device_id, json!({ "reason": reason }));
                false
            }
        }
    }

    pub(super) fn change_properties(&mut self, device_id: &str, change: Value) {
        let kind = self.device(device_id).map_or(&DEVICE, |device| device.kind);
        let device = self.records.resource_mut(kind, device_id);
        if let Some(Value::Object(properties)) = device.and_then(|device| device.get_mut("properties")) {
            properties.extend(members(change));
        }
    }
}

/// `/locks/lock_door`
pub(super) fn lock_door(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let effect = Effect::Bolt {
        is_locked: true,
        method: "remote",
    };
    fake.ask_lock("LOCK_DOOR", caller, parameters, effect)
}

/// `/locks/unlock_door`
pub(super) fn unlock_door(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let effect = Effect::Bolt {
        is_locked: false,
        method: "remote",
    };
    fake.ask_lock("UNLOCK_DOOR", caller, parameters, effect)
}

/// `/locks/configure_auto_lock`
pub(super) fn configure_auto_lock(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let is_enabled = is_true(parameters, "auto_lock_enabled");
    let delay = parameters
        .get("auto_lock_delay_seconds")
        .cloned()
        .unwrap_or_default();
    if is_enabled && delay.is_null() {
        return Err(Failure::invalid(
            "auto_lock_delay_seconds is required when auto_lock_enabled is true",
        ));
    }
    fake.ask_lock(
        "CONFIGURE_AUTO_LOCK",
        caller,
        parameters,
        Effect::AutoLock { is_enabled, delay },
    )
}

/// `/locks/simulate/keypad_code_entry`
pub(super) fn keypad(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let code = text(parameters, "code").to_string();
    fake.ask_lock(
        "SIMULATE_KEYPAD_CODE_ENTRY",
        caller,
        parameters,
        Effect::Keypad { code },
    )
}

/// `/locks/simulate/manual_lock_via_keypad`
pub(super) fn manual_lock(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let effect = Effect::Bolt {
        is_locked: true,
        method: "manual",
    };
    fake.ask_lock("SIMULATE_MANUAL_LOCK_VIA_KEYPAD", caller, parameters, effect)
}

/// `/locks/get`
pub(super) fn get(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let device = fake.shown(fake.found(&DEVICE, caller, parameters)?);
    Ok(alloc::vec![("lock", device.clone()), ("device", device)])
}

/// `/locks/list`
pub(super) fn list(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let (devices, _) = fake.page(&DEVICE, caller, parameters, usize::MAX)?;
    let devices = Value::from(devices);
    Ok(alloc::vec![("locks", devices.clone()), ("devices", devices)])
}

/// `/workspaces/reset_sandbox`
pub(super) fn reset_sandbox(fake: &mut Fake, caller: &Caller, _: &Resource) -> Result<Answer, Failure> {
    fake.require_sandbox(&caller.workspace_id)?;
    let attempt = Attempt {
        id: fake.randomness.uuid(),
        device_id: String::new(),
        ends_at: fake.now + ACCEPTED_AFTER,
        effect: Effect::Accepted,
    };
    fake.reset(&caller.workspace_id);
    Ok(vec_of(
        "action_attempt",
        fake.begin_attempt("RESET_SANDBOX_WORKSPACE", &caller.workspace_id, attempt),
    ))
}
