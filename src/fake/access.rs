//! Which access methods an access grant gets, changes and loses, and with them the codes on locks (docs/api-facts.md#access-grants-and-methods). How far each
//! is, is in `access_progress`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::access_grants::{extend, title_of};
use crate::fake::authentication::Caller;
use crate::fake::failure::Failure;
use crate::fake::instant::{self, DAY, SECOND};
use crate::fake::journeys::Span;
use crate::fake::kinds::{ACCESS_CODE, ACCESS_GRANT, ACCESS_METHOD};
use crate::fake::records::{Record, Resource, members, set, text, texts};

/// How long it takes until a key is issued, and a card can be encoded, in ms.
const READY_AFTER: i64 = 5 * SECOND;

/// When the code of a grant without an end ends that starts later: an ongoing code would open at once. In ms after the start.
const FOR_EVER: i64 = 36_500 * DAY;

/// A PIN and the devices that take it; null where the provider makes one.
struct Group {
    code: Value,
    devices: Vec<String>,
    /// The PIN that was asked for, where the device does not take it.
    instead_of: Option<Value>,
}

impl Fake {
    /// Makes the access methods that are asked for at once: one, but for PINs that not all devices take. Returns their IDs.
    pub(super) fn make_methods(
        &mut self,
        caller: &Caller,
        grant_id: &str,
        request: &Resource,
    ) -> Result<Vec<String>, Failure> {
        let mode = request.get("mode").and_then(Value::as_str).unwrap_or("code");
        if mode != "code" {
            let id = self.add_method(grant_id, mode, &Value::Null, &[]);
            return Ok(alloc::vec![id]);
        }
        let grant = self.records.find(&ACCESS_GRANT, grant_id);
        let devices = grant.map_or_else(Vec::new, |grant| texts(&grant.unsaid, "device_ids"));
        let (groups, missing) = self.groups(caller, grant_id, &devices, request.get("code"));
        let mut made = Vec::new();
        for group in groups {
            let id = self.add_method(grant_id, mode, &group.code, &group.devices);
            for device_id in &group.devices {
                self.add_code(caller, &id, device_id, &group.code)?;
                if let Some(original) = &group.instead_of {
                    self.tell_other_code(grant_id, device_id, original, &group.code);
                }
            }
            made.push(id);
        }
        if !missing.is_empty() {
            self.tell_missing(grant_id, &missing);
        }
        self.follow_codes();
        Ok(made)
    }

    /// Which devices share a PIN, and which take none.
    fn groups(
        &mut self,
        caller: &Caller,
        grant_id: &str,
        devices: &[String],
        wanted: Option<&Value>,
    ) -> (Vec<Group>, Vec<String>) {
        let times = self.times_of_codes(grant_id);
        let mut groups: Vec<Group> = Vec::new();
        let mut missing = Vec::new();
        let mut common = wanted.cloned();
        for device_id in devices {
            let assigns = self
                .locks
                .get(device_id)
                .is_some_and(|lock| lock.brand.assigns_codes);
            if common.is_none() && !assigns {
                common = self.suggested(caller, device_id, &times).ok();
            }
            let with = |code: &Value| {
                let mut parameters = times.clone();
                parameters.insert("code".into(), code.clone());
                parameters
            };
            let shared = common
                .clone()
                .filter(|code| !assigns && self.check(caller, device_id, &with(code)).is_ok());
            if let Some(code) = shared {
                match groups.iter_mut().find(|group| group.code == code) {
                    Some(group) => group.devices.push(device_id.clone()),
                    None => groups.push(Group {
                        code,
                        devices: alloc::vec![device_id.clone()],
                        instead_of: None,
                    }),
                }
                continue;
            }
            let own = match assigns {
                true => Some(Value::Null),
                false => self.suggested(caller, device_id, &times).ok(),
            };
            match own.filter(|_| self.check(caller, device_id, &times).is_ok()) {
                Some(code) => groups.push(Group {
                    code,
                    devices: alloc::vec![device_id.clone()],
                    instead_of: wanted.cloned(),
                }),
                None => missing.push(device_id.clone()),
            }
        }
        (groups, missing)
    }

    /// The parameters of the codes of a grant that say when they open.
    fn times_of_codes(&self, grant_id: &str) -> Resource {
        let grant = self.records.find(&ACCESS_GRANT, grant_id);
        let span = grant.map(|grant| Span::of(&grant.resource));
        let starts_at = span.and_then(|span| span.starts_at).unwrap_or(self.now);
        let ends_at = span.and_then(|span| span.ends_at);
        match ends_at {
            None if starts_at <= self.now => Resource::new(),
            ends_at => members(json!({
                "starts_at": instant::text(starts_at),
                "ends_at": instant::text(ends_at.unwrap_or(starts_at.saturating_add(FOR_EVER))),
            })),
        }
    }

    fn add_method(&mut self, grant_id: &str, mode: &str, code: &Value, devices: &[String]) -> String {
        let id = self.randomness.uuid();
        let Some(grant) = self.records.find(&ACCESS_GRANT, grant_id) else {
            return id;
        };
        let workspace_id = grant.workspace_id.clone();
        let of_grant = |key: &str| grant.resource.get(key).cloned();
        let title = title_of(mode);
        let mut resource = members(json!({
            "access_method_id": id, "workspace_id": workspace_id, "mode": mode, "display_name": title,
            "display_status": "Pending", "is_issued": false, "issued_at": null, "pending_mutations": [], "errors": [],
            "warnings": [], "created_at": instant::text(self.now),
        }));
        match mode {
            "code" => drop(resource.insert("code".into(), code.clone())),
            "card" => set(
                &mut resource,
                [
                    ("is_encoding_required", true.into()),
                    ("is_ready_for_encoding", false.into()),
                ],
            ),
            _ => {}
        }
        let ready_at = (mode != "code").then(|| self.now.saturating_add(READY_AFTER));
        let unsaid = json!({
            "access_grant_id": grant_id, "access_grant_key": of_grant("access_grant_key"),
            "reservation_key": of_grant("reservation_key"), "space_ids": of_grant("space_ids"),
            "device_ids": devices, "ready_at": ready_at,
        });
        self.records.add(Record {
            unsaid: members(unsaid),
            ..Record::new(&ACCESS_METHOD, &*workspace_id, resource)
        });
        self.emit_of_method("access_method.created", &id, json!({}));
        id
    }

    /// Puts the PIN of an access method onto a device.
    fn add_code(
        &mut self,
        caller: &Caller,
        method_id: &str,
        device_id: &str,
        code: &Value,
    ) -> Result<(), Failure> {
        let Some(method) = self.records.find(&ACCESS_METHOD, method_id) else {
            return Ok(());
        };
        let of_method = ["access_grant_id", "access_grant_key", "reservation_key"];
        let mut unsaid: Resource = of_method
            .iter()
            .map(|key| ((*key).to_string(), method.get(key).clone()))
            .collect();
        unsaid.insert("access_method_id".into(), method_id.into());
        let grant_id = text(&method.unsaid, "access_grant_id").to_string();
        let mut parameters = self.times_of_codes(&grant_id);
        let grant = self.records.find(&ACCESS_GRANT, &grant_id);
        let name = grant.map(|grant| text(&grant.resource, "display_name").to_string());
        parameters.insert("name".into(), json!(name));
        if !code.is_null() {
            parameters.insert("code".into(), code.clone());
        }
        let id = self.create_code(caller, device_id, &parameters)?;
        if let Some(code) = self.records.find_mut(&ACCESS_CODE, &id) {
            code.unsaid.extend(unsaid);
        }
        Ok(())
    }

    /// A device takes another PIN than was asked for.
    fn tell_other_code(&mut self, grant_id: &str, device_id: &str, original: &Value, new: &Value) {
        let warning = json!({
            "warning_code": "requested_code_unavailable", "device_id": device_id, "original_code": original,
            "new_code": new.as_str().unwrap_or_default(), "created_at": instant::text(self.now),
            "message": "The requested PIN is not available on a device.",
        });
        if let Some(grant) = self.records.resource_mut(&ACCESS_GRANT, grant_id) {
            extend(grant, "warnings", [warning]);
        }
    }

    /// Devices take no PIN at all.
    fn tell_missing(&mut self, grant_id: &str, devices: &[String]) {
        let message = "Some devices take no access code with these parameters.";
        let code = "cannot_create_requested_access_methods";
        let more = json!({ "missing_device_ids": devices });
        self.note(
            &ACCESS_GRANT,
            grant_id,
            "errors",
            "error_code",
            code,
            message,
            more,
        );
        let workspace_id = self
            .records
            .find(&ACCESS_GRANT, grant_id)
            .map(|grant| grant.workspace_id.clone());
        let more =
            json!({ "access_grant_id": grant_id, "error_message": message, "missing_device_ids": devices });
        self.emit(
            "access_grant.could_not_create_requested_access_methods",
            &workspace_id.unwrap_or_default(),
            more,
        );
    }

    /// The times of a grant have changed, and its codes follow.
    pub(super) fn change_times_of_codes(&mut self, caller: &Caller, grant_id: &str) -> Result<(), Failure> {
        let times = self.times_of_codes(grant_id);
        let methods = self.methods_of_grant(grant_id);
        for id in methods
            .iter()
            .flat_map(|method| self.codes_of_method(method))
            .collect::<Vec<_>>()
        {
            let mut parameters = match times.is_empty() {
                true => members(json!({ "type": "ongoing" })),
                false => times.clone(),
            };
            parameters.insert("access_code_id".into(), id.into());
            self.update_code(caller, &parameters)?;
        }
        self.follow_codes();
        Ok(())
    }

    /// A grant goes, with its access methods, when their codes are off their locks.
    pub(super) fn delete_grant(&mut self, id: &str) {
        let Some(grant) = self.records.find_mut(&ACCESS_GRANT, id) else {
            return;
        };
        if grant.unsaid.insert("is_deleting".into(), true.into()) == Some(Value::Bool(true)) {
            return;
        }
        let message = "The access grant is being deleted.";
        self.note(
            &ACCESS_GRANT,
            id,
            "warnings",
            "warning_code",
            "being_deleted",
            message,
            json!({}),
        );
        for method in self.methods_of_grant(id) {
            self.delete_method(&method);
        }
        self.follow_codes();
    }

    /// The IDs of the codes of an access method.
    pub(super) fn codes_of_method(&self, id: &str) -> Vec<String> {
        let codes = self.records.of(&ACCESS_CODE);
        let of_method = codes.filter(|code| text(&code.unsaid, "access_method_id") == id);
        of_method.map(|code| code.id().to_string()).collect()
    }

    /// A space has more devices: the grants that are for it open them too.
    pub(super) fn cover_devices(
        &mut self,
        caller: &Caller,
        space_id: &str,
        devices: &[String],
    ) -> Result<(), Failure> {
        for grant_id in self.grants_of_space(space_id) {
            for device_id in devices {
                let grant = self.records.find(&ACCESS_GRANT, &grant_id);
                let covered = grant.map_or_else(Vec::new, |grant| texts(&grant.unsaid, "device_ids"));
                if covered.contains(device_id) {
                    continue;
                }
                let methods = self.methods_of_grant(&grant_id);
                let of_codes = |id: &&String| {
                    let method = self.records.find(&ACCESS_METHOD, id);
                    method.is_some_and(|method| text(&method.resource, "mode") == "code")
                };
                let method_id = methods.iter().find(of_codes).cloned();
                if let Some(grant) = self.records.find_mut(&ACCESS_GRANT, &grant_id) {
                    extend(&mut grant.unsaid, "device_ids", [json!(device_id)]);
                }
                let Some(method_id) = method_id else { continue };
                let method = self.records.find(&ACCESS_METHOD, &method_id);
                let code = method
                    .map(|method| method.get("code").clone())
                    .unwrap_or_default();
                match self.add_code(caller, &method_id, device_id, &code) {
                    Ok(()) => {
                        if let Some(method) = self.records.find_mut(&ACCESS_METHOD, &method_id) {
                            extend(&mut method.unsaid, "device_ids", [json!(device_id)]);
                        }
                    }
                    Err(_) => self.tell_missing(&grant_id, core::slice::from_ref(device_id)),
                }
            }
        }
        self.follow_codes();
        Ok(())
    }

    /// A space has fewer devices: the grants that are for it do not open them any more.
    pub(super) fn uncover_devices(&mut self, space_id: &str, devices: &[String]) {
        for grant_id in self.grants_of_space(space_id) {
            let mut kept_open = Vec::new();
            if let Some(grant) = self.records.find(&ACCESS_GRANT, &grant_id) {
                kept_open = texts(&grant.unsaid, "named_device_ids");
                for other in texts(&grant.resource, "space_ids") {
                    kept_open.extend(self.devices_of_space(&other));
                }
            }
            let gone = |device_id: &String| devices.contains(device_id) && !kept_open.contains(device_id);
            for method_id in self.methods_of_grant(&grant_id) {
                for code in self.codes_of_method(&method_id) {
                    if gone(&self.device_id(&code)) {
                        self.delete_code(&code);
                    }
                }
                self.drop_devices(&ACCESS_METHOD, &method_id, gone);
            }
            self.drop_devices(&ACCESS_GRANT, &grant_id, gone);
        }
        self.follow_codes();
    }

    fn drop_devices(
        &mut self,
        kind: &'static crate::fake::kinds::Kind,
        id: &str,
        gone: impl Fn(&String) -> bool,
    ) {
        if let Some(record) = self.records.find_mut(kind, id) {
            let mut devices = texts(&record.unsaid, "device_ids");
            devices.retain(|device_id| !gone(device_id));
            record.unsaid.insert("device_ids".into(), json!(devices));
        }
    }

    pub(super) fn grants_of_space(&self, space_id: &str) -> Vec<String> {
        let is_inside = |id: &&String| {
            let grant = self.records.find(&ACCESS_GRANT, id);
            grant.is_some_and(|grant| {
                texts(&grant.resource, "space_ids")
                    .iter()
                    .any(|id| id == space_id)
            })
        };
        self.grants.iter().filter(is_inside).cloned().collect()
    }
}
