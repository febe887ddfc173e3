//! What is known of an access code and of its lock, and how its members are written. Decides no step of its way: that is in `journeys`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::journeys::Span;
use crate::fake::kinds::{ACCESS_CODE, DEVICE};
use crate::fake::records::{is_true, members, set, text};
use crate::fake::{Fake, instant};

impl Fake {
    /// What a warning says that does not go away when the lock has the code.
    pub(super) fn kept_warnings(&self, id: &str) -> Vec<Value> {
        let code = self.records.find(&ACCESS_CODE, id);
        let warnings = code
            .and_then(|code| code.resource.get("warnings"))
            .and_then(Value::as_array);
        let is_kept =
            |warning: &&Value| warning.get("warning_code") == Some(&json!("using_backup_access_code"));
        warnings.into_iter().flatten().filter(is_kept).cloned().collect()
    }

    /// Sets members of an access code.
    pub(super) fn change_code(&mut self, id: &str, change: Value) {
        if let Some(code) = self.records.find_mut(&ACCESS_CODE, id) {
            let status = change.get("status").cloned();
            code.resource.extend(members(change));
            if let Some(status) = status {
                let is_set = status == json!("set") || status == json!("unknown");
                set(&mut code.unsaid, [("is_set", is_set.into())]);
            }
        }
    }

    pub(super) fn mutation(&self, mutation_code: &str, more: Value) -> Value {
        let mut mutation = members(more);
        set(
            &mut mutation,
            [
                ("mutation_code", json!(mutation_code)),
                (
                    "message",
                    json!(alloc::format!("Seam is {}.", mutation_code.replace('_', " "))),
                ),
                ("created_at", json!(instant::text(self.now))),
            ],
        );
        mutation.into()
    }

    /// An error of an access code.
    pub(super) fn error(&self, error_code: &str, message: &str) -> Value {
        json!({
            "error_code": error_code, "message": message, "is_access_code_error": true,
            "created_at": instant::text(self.now),
        })
    }

    pub(super) fn has_error(&self, id: &str, error_code: &str) -> bool {
        let issues = self.issues(&ACCESS_CODE, id, "access_code");
        let errors = issues.get("access_code_errors").and_then(Value::as_array);
        errors
            .into_iter()
            .flatten()
            .any(|error| error.get("error_code") == Some(&json!(error_code)))
    }

    pub(super) fn span(&self, id: &str) -> Span {
        let code = self.records.find(&ACCESS_CODE, id);
        code.map_or(
            Span {
                starts_at: None,
                ends_at: None,
            },
            |code| Span::of(&code.resource),
        )
    }

    pub(super) fn is_set(&self, id: &str) -> bool {
        let code = self.records.find(&ACCESS_CODE, id);
        code.is_some_and(|code| is_true(&code.unsaid, "is_set"))
    }

    pub(super) fn is_native(&self, id: &str) -> bool {
        let code = self.records.find(&ACCESS_CODE, id);
        code.is_some_and(|code| is_true(&code.unsaid, "is_native"))
    }

    pub(super) fn device_id(&self, id: &str) -> String {
        let code = self.records.find(&ACCESS_CODE, id);
        code.map(|code| text(&code.resource, "device_id").to_string())
            .unwrap_or_default()
    }

    pub(super) fn lock_of(&self, id: &str) -> Option<&crate::fake::lock::Lock> {
        self.locks.get(&self.device_id(id))
    }

    pub(super) fn code_of(&self, id: &str) -> Value {
        let code = self.records.find(&ACCESS_CODE, id);
        code.and_then(|code| code.resource.get("code"))
            .cloned()
            .unwrap_or_default()
    }

    /// The IDs of the managed codes of a device.
    pub(super) fn codes_of_device(&self, device_id: &str) -> Vec<String> {
        let codes = self.records.of(&ACCESS_CODE);
        let codes = codes.filter(|code| text(&code.resource, "device_id") == device_id);
        codes.map(|code| code.id().to_string()).collect()
    }

    /// What keeps Seam from reaching a lock, as the `error_code` that says so.
    pub(super) fn obstacle(&self, device_id: &str) -> Option<&'static str> {
        let lock = self.locks.get(device_id)?;
        let device = self.records.find(&DEVICE, device_id)?;
        let account = self.account_of(device)?;
        Some(match () {
            () if self.is_account_lost(device_id) => "account_disconnected",
            () if is_true(&account.unsaid, "is_unavailable") => "provider_service_unavailable",
            () if !lock.has_hub => "hub_disconnected",
            () if !lock.is_online => "device_disconnected",
            () if !lock.is_paid => "subscription_required",
            () => return None,
        })
    }

    pub(super) fn is_account_lost(&self, device_id: &str) -> bool {
        let account = self.device(device_id).and_then(|device| self.account_of(device));
        account.is_some_and(|account| is_true(&account.unsaid, "is_disconnected"))
    }
}
