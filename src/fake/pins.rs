//! Which PINs a lock takes, by the rules of locks: what is refused before any lock is asked, and what is chosen where none is given.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::access_codes::is_either;
use crate::fake::authentication::Caller;
use crate::fake::failure::Failure;
use crate::fake::kinds::{ACCESS_CODE, DEVICE, UNMANAGED_ACCESS_CODE, UNMANAGED_DEVICE};
use crate::fake::records::{Record, Resource, members, text};
use crate::rules::issue::RuleIssue;
use crate::rules::suggest::{Suggestion, suggest_code};
use crate::rules::wanted::Wanted;
use crate::rules::{Situation, check_access_code};
use crate::schema::issue::Severity;
use crate::schema::value;

/// What a lock finds out by itself, when Seam has taken the code already.
const LEFT_TO_THE_LOCK: [&str; 1] = ["device_full"];

/// The rule whose refusal has a status of its own.
const DUPLICATE: &str = "code_already_on_device";

impl Fake {
    /// The PIN of the codes that share a key, else a new one; null where the provider makes it.
    pub(super) fn code_of_key(
        &mut self,
        caller: &Caller,
        key: &str,
        device_id: &str,
        parameters: &Resource,
    ) -> Result<Value, Failure> {
        let is_assigned = self
            .locks
            .get(device_id)
            .is_some_and(|lock| lock.brand.assigns_codes);
        if is_assigned || is_either(parameters, "is_offline_access_code", "use_offline_access_code") {
            return Ok(Value::Null);
        }
        let is_of_key = |code: &&Record| {
            !key.is_empty()
                && code.workspace_id == caller.workspace_id
                && text(&code.resource, "common_code_key") == key
        };
        let shared = self.records.of(&ACCESS_CODE).find(is_of_key);
        match shared.map(|code| code.get("code").clone()) {
            Some(code) => Ok(code),
            None => self.suggested(caller, device_id, parameters),
        }
    }

    /// A PIN that a device takes.
    pub(super) fn suggested(
        &mut self,
        caller: &Caller,
        device_id: &str,
        parameters: &Resource,
    ) -> Result<Value, Failure> {
        let by_id = members(json!({ "device_id": device_id }));
        let device = self.shown(self.of_id(&DEVICE, caller, &by_id)?).to_string();
        let existing = self.codes_on(device_id);
        let existing: Vec<_> = existing.iter().map(|code| read(code)).collect();
        let device = read(&device);
        let length = parameters.get("preferred_code_length").and_then(Value::as_f64);
        let mut random = self.randomness.clone();
        let mut draw = || random.bits() as u32;
        let mut suggest = |length| {
            let suggestion = Suggestion {
                device: &device,
                length,
                avoid: &[],
                existing: &existing,
            };
            suggest_code(&suggestion, &mut draw)
        };
        // A length that the device does not support is only a wish.
        let code = suggest(length.map(|length| length as u32)).or_else(|_| suggest(None));
        self.randomness.bits();
        code.map(Value::String)
            .map_err(|none| Failure::of_parameter("", &none.issue.message))
    }

    /// The PIN that a provider makes, where there is none yet.
    pub(super) fn assign_code(&mut self, id: &str) {
        if self.code_of(id).is_null() {
            let code = format!("{:06}", self.randomness.bits() % 1_000_000);
            self.change_code(
                id,
                json!({ "code": code, "is_waiting_for_code_assignment": false }),
            );
        }
    }

    /// What the rules of locks have against a code that is wanted.
    pub(super) fn check(
        &self,
        caller: &Caller,
        device_id: &str,
        parameters: &Resource,
    ) -> Result<(), Failure> {
        let by_id = members(json!({ "device_id": device_id }));
        if self.of_id(&UNMANAGED_DEVICE, caller, &by_id).is_ok() {
            return Err(Failure::new(400, "device_unmanaged", "Device is not managed"));
        }
        let device = self.shown(self.of_id(&DEVICE, caller, &by_id)?).to_string();
        let mut wanted = parameters.clone();
        wanted.remove("device_ids");
        let wanted = Value::Object(wanted).to_string();
        let existing = self.codes_on(device_id);
        let existing: Vec<_> = existing.iter().map(|code| read(code)).collect();
        let (device, wanted) = (read(&device), read(&wanted));
        let issues = check_access_code(&Situation {
            wanted: Wanted::new(&wanted, &existing),
            device: &device,
            existing: &existing,
            now: self.now,
            zones: &self.zones,
        });
        let is_refused = |issue: &&RuleIssue| {
            issue.rule.severity == Severity::Error && !LEFT_TO_THE_LOCK.contains(&issue.rule.code)
        };
        match issues.iter().find(is_refused) {
            None => Ok(()),
            Some(issue) if issue.rule.code == DUPLICATE => {
                Err(Failure::new(409, "duplicate_access_code", issue.message.clone()))
            }
            Some(issue) => Err(Failure::of_parameter(issue.path, &issue.message)),
        }
    }

    /// The codes that Seam knows on a device, each as JSON.
    pub(super) fn codes_on(&self, device_id: &str) -> Vec<String> {
        let kinds = [&ACCESS_CODE, &UNMANAGED_ACCESS_CODE].into_iter();
        let codes = kinds.flat_map(|kind| self.records.of(kind));
        let codes = codes.filter(|code| text(&code.resource, "device_id") == device_id);
        codes.map(|code| self.shown(code).to_string()).collect()
    }
}

fn read(text: &str) -> value::Value<'_> {
    value::Value::read(text).unwrap_or(value::Value::Null)
}
