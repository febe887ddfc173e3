//! What ails locks and accounts, what Seam sees of it, and what it does when it is over. Who brings it about is in `controls`
//! and `simulate`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::brands::Unmanaged;
use crate::fake::journeys::Stage;
use crate::fake::kinds::{ACCESS_CODE, CONNECTED_ACCOUNT, DEVICE, Kind, UNMANAGED_ACCESS_CODE};
use crate::fake::lock::Held;
use crate::fake::records::{is_true, members, set, text};
use crate::fake::{Fake, instant};

/// A lock's way to Seam, as far as it may be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// The lock's own connection.
    Lock,
    /// Its hub's.
    Hub,
    /// What is paid for.
    Subscription,
}

impl Link {
    /// The error that a device has without it.
    fn error_code(self) -> &'static str {
        match self {
            Self::Lock => "device_disconnected",
            Self::Hub => "hub_disconnected",
            Self::Subscription => "subscription_required",
        }
    }

    fn message(self) -> &'static str {
        match self {
            Self::Lock => "Device is disconnected",
            Self::Hub => "The hub of the device is disconnected",
            Self::Subscription => "The device needs a paid subscription",
        }
    }
}

impl Fake {
    /// Cuts a lock off, or brings it back. Seam then sees what has happened at the keypad meanwhile, and does what was left undone.
    pub(super) fn set_link(&mut self, device_id: &str, link: Link, is_there: bool) {
        let Some(lock) = self.locks.get_mut(device_id) else {
            return;
        };
        let state = match link {
            Link::Lock => &mut lock.is_online,
            Link::Hub => &mut lock.has_hub,
            Link::Subscription => &mut lock.is_paid,
        };
        if *state == is_there {
            return;
        }
        *state = is_there;
        let is_online = lock.is_online && lock.has_hub;
        self.change_properties(device_id, json!({ "online": is_online }));
        let kind = self.device(device_id).map_or(&DEVICE, |device| device.kind);
        let code = link.error_code();
        let (cut, restored) = match link {
            Link::Subscription => (
                "device.error.subscription_required",
                "device.error.subscription_required.resolved",
            ),
            _ => ("device.disconnected", "device.connected"),
        };
        if is_there {
            self.clear(kind, device_id, "errors", "error_code", code);
            self.emit_of_device(restored, device_id, json!({}));
            self.look_at(device_id);
            self.retry_at_once(device_id);
        } else {
            let more = json!({ "is_device_error": true });
            self.note(
                kind,
                device_id,
                "errors",
                "error_code",
                code,
                link.message(),
                more,
            );
            self.emit_trouble_of_device(cut, device_id, json!({ "error_code": code }));
        }
    }

    /// An account loses its login, or has it again. What Seam cannot see, it does not know.
    pub(super) fn set_account_connected(&mut self, account_id: &str, is_connected: bool) {
        let Some(account) = self.records.find_mut(&CONNECTED_ACCOUNT, account_id) else {
            return;
        };
        if is_true(&account.unsaid, "is_disconnected") != is_connected {
            return;
        }
        set(&mut account.unsaid, [("is_disconnected", (!is_connected).into())]);
        let workspace_id = account.workspace_id.clone();
        let code = "account_disconnected";
        let message = "The connected account has to be connected again";
        let about = json!({ "connected_account_id": account_id });
        if is_connected {
            self.clear(&CONNECTED_ACCOUNT, account_id, "errors", "error_code", code);
            self.emit("connected_account.connected", &workspace_id, about);
        } else {
            let flag = json!({ "is_connected_account_error": true });
            self.note(
                &CONNECTED_ACCOUNT,
                account_id,
                "errors",
                "error_code",
                code,
                message,
                flag,
            );
            let mut lists = self.issues(&CONNECTED_ACCOUNT, account_id, "connected_account");
            lists.extend(members(about));
            self.emit("connected_account.disconnected", &workspace_id, lists.into());
        }
        for device_id in self.devices_of_account(account_id) {
            let kind = self.device(&device_id).map_or(&DEVICE, |device| device.kind);
            if is_connected {
                self.clear(kind, &device_id, "errors", "error_code", code);
                self.emit_of_device("device.connected", &device_id, json!({}));
            } else {
                let flags = json!({ "is_connected_account_error": true, "is_device_error": false });
                self.note(kind, &device_id, "errors", "error_code", code, message, flags);
                self.emit_trouble_of_device("device.disconnected", &device_id, json!({ "error_code": code }));
            }
            self.doubt_codes(&device_id, !is_connected);
            if is_connected {
                self.look_at(&device_id);
                self.retry_at_once(&device_id);
            }
        }
    }

    /// The provider of an account does not answer, or does again.
    pub(super) fn set_provider_available(&mut self, provider: &str, is_available: bool) {
        let accounts: Vec<String> = self
            .records
            .of(&CONNECTED_ACCOUNT)
            .filter(|account| text(&account.resource, "account_type") == provider)
            .map(|account| account.id().to_string())
            .collect();
        for id in accounts {
            if let Some(account) = self.records.find_mut(&CONNECTED_ACCOUNT, &id) {
                set(&mut account.unsaid, [("is_unavailable", (!is_available).into())]);
            }
            let code = "provider_service_unavailable";
            self.clear(&CONNECTED_ACCOUNT, &id, "warnings", "warning_code", code);
            if is_available {
                for device_id in self.devices_of_account(&id) {
                    self.look_at(&device_id);
                    self.retry_at_once(&device_id);
                }
            } else {
                let message = "The service of the provider is not available";
                self.note(
                    &CONNECTED_ACCOUNT,
                    &id,
                    "warnings",
                    "warning_code",
                    code,
                    message,
                    json!({}),
                );
            }
        }
    }

    /// Whether the codes that Seam holds for set are so, it does not know without the account.
    fn doubt_codes(&mut self, device_id: &str, is_in_doubt: bool) {
        let (from, to) = if is_in_doubt {
            ("set", "unknown")
        } else {
            ("unknown", "set")
        };
        for id in self.codes_of_device(device_id) {
            let code = self.records.find(&ACCESS_CODE, &id);
            if code.is_some_and(|code| text(&code.resource, "status") == from) {
                self.change_code(&id, json!({ "status": to }));
            }
        }
    }

    /// Adds an error or a warning to a resource that does not have it.
    #[allow(
        clippy::too_many_arguments,
        reason = "each is one member of the issue or says where it goes"
    )]
    pub(super) fn note(
        &mut self,
        kind: &'static Kind,
        id: &str,
        list: &str,
        key: &str,
        code: &str,
        message: &str,
        more: Value,
    ) {
        self.clear(kind, id, list, key, code);
        let now = instant::text(self.now);
        let mut issue = members(more);
        set(
            &mut issue,
            [
                (key, json!(code)),
                ("message", json!(message)),
                ("created_at", json!(now)),
            ],
        );
        let resource = self.records.resource_mut(kind, id);
        if let Some(Value::Array(issues)) = resource.and_then(|resource| resource.get_mut(list)) {
            issues.push(issue.into());
        }
    }

    /// Takes an error or a warning away.
    pub(super) fn clear(&mut self, kind: &'static Kind, id: &str, list: &str, key: &str, code: &str) {
        let resource = self.records.resource_mut(kind, id);
        if let Some(Value::Array(issues)) = resource.and_then(|resource| resource.get_mut(list)) {
            issues.retain(|issue| issue.get(key) != Some(&json!(code)));
        }
    }

    /// Seam looks at what a lock holds, and finds what has happened at the keypad. Nothing where it cannot reach the lock.
    pub(super) fn look_at(&mut self, device_id: &str) {
        if self.obstacle(device_id).is_some() {
            return;
        }
        for id in self.codes_of_device(device_id) {
            let is_done = self
                .journeys
                .get(&id)
                .is_some_and(|journey| journey.stage == Stage::Done);
            let code = self.records.find(&ACCESS_CODE, &id);
            let is_offline = code.is_some_and(|code| is_true(&code.resource, "is_offline_access_code"));
            if is_done && !is_offline {
                self.look_at_code(device_id, &id);
            }
        }
        self.look_at_unmanaged(device_id);
    }

    fn look_at_code(&mut self, device_id: &str, id: &str) {
        let expected = self.code_of(id);
        let held = self.locks.get(device_id).and_then(|lock| lock.held(id)).cloned();
        let code = self.records.find(&ACCESS_CODE, id);
        let is_allowed = code.is_some_and(|code| is_true(&code.resource, "is_external_modification_allowed"));
        let (change, event) = match &held {
            Some(held) if json!(held.code) == expected => return,
            Some(held) => (
                json!({ "change_type": "modified", "modified_fields": [
                    { "field": "code", "from": expected, "to": held.code },
                ] }),
                "access_code.modified_external_to_seam",
            ),
            None => (
                json!({ "change_type": "removed" }),
                "access_code.deleted_external_to_seam",
            ),
        };
        let mut issue = members(change);
        let now = instant::text(self.now);
        set(
            &mut issue,
            [
                ("message", json!("The code was changed outside Seam.")),
                ("created_at", json!(now)),
            ],
        );
        if is_allowed {
            set(
                &mut issue,
                [("warning_code", json!("external_modification_in_effect"))],
            );
            let warnings = json!({ "warnings": [issue] });
            self.change_code(id, warnings);
            match held {
                Some(held) => self.change_code(id, json!({ "code": held.code })),
                None => self.change_code(id, json!({ "status": "unset" })),
            }
            self.emit_of_code(event, id, json!({}));
        } else {
            set(
                &mut issue,
                [
                    ("error_code", json!("conflicting_external_modification")),
                    ("is_access_code_error", true.into()),
                ],
            );
            self.emit_of_code(event, id, json!({}));
            self.begin_setting(id);
            self.change_code(id, json!({ "errors": [issue] }));
        }
    }

    fn look_at_unmanaged(&mut self, device_id: &str) {
        let Some(lock) = self
            .locks
            .get(device_id)
            .filter(|lock| lock.brand.unmanaged != Unmanaged::Hidden)
        else {
            return;
        };
        let held: Vec<(usize, Held)> = lock.held.iter().cloned().enumerate().collect();
        for (place, code) in &held {
            if code.access_code_id.is_none() {
                let id = self.add_unmanaged(device_id, code);
                let lock = self.locks.get_mut(device_id);
                if let Some(held) = lock.and_then(|lock| lock.held.get_mut(*place)) {
                    held.access_code_id = id;
                }
            }
        }
        let gone: Vec<String> = self
            .records
            .of(&UNMANAGED_ACCESS_CODE)
            .filter(|code| text(&code.resource, "device_id") == device_id)
            .map(|code| code.id().to_string())
            .filter(|id| {
                self.locks
                    .get(device_id)
                    .is_some_and(|lock| lock.held(id).is_none())
            })
            .collect();
        for id in gone {
            self.forget_unmanaged(&id);
        }
    }
}
