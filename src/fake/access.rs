//! What becomes of access grants (docs/api-facts.md#access-grants-and-methods): which access methods a grant gets, and how far each is, which follows from
//! its codes on their locks. A card is issued when it was encoded, a key after a while.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::access_grants::{extend, title_of};
use crate::fake::authentication::Caller;
use crate::fake::failure::Failure;
use crate::fake::instant::{self, DAY, SECOND};
use crate::fake::journeys::{Span, Stage};
use crate::fake::kinds::{ACCESS_CODE, ACCESS_GRANT, ACCESS_METHOD};
use crate::fake::records::{Record, Resource, is_true, members, set, text, texts};

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

    pub(super) fn emit_of_method(&mut self, event_type: &str, id: &str, more: Value) {
        let Some(method) = self.records.find(&ACCESS_METHOD, id) else {
            return;
        };
        let workspace_id = method.workspace_id.clone();
        let mut event = members(json!({
            "access_method_id": id, "access_grant_ids": [method.get("access_grant_id")],
        }));
        let key = method.get("access_grant_key");
        if !key.is_null() {
            event.insert("access_grant_keys".into(), json!([key]));
        }
        event.extend(members(more));
        self.emit(event_type, &workspace_id, event.into());
    }

    /// The instant at which the next access method is ready by itself; nothing where none is to be.
    pub(super) fn next_ready_method(&self) -> Option<i64> {
        let methods = self.grants.iter().flat_map(|grant| self.methods_of_grant(grant));
        let ready = methods.filter_map(|id| {
            self.records
                .find(&ACCESS_METHOD, &id)?
                .unsaid
                .get("ready_at")?
                .as_i64()
        });
        ready.min()
    }

    /// Looks how far all grants are.
    pub(super) fn follow_codes(&mut self) {
        for grant_id in self.grants.clone() {
            for method_id in self.methods_of_grant(&grant_id) {
                self.follow_method(&method_id);
            }
            self.follow_grant(&grant_id);
        }
    }

    fn follow_grant(&mut self, id: &str) {
        let methods = self.methods_of_grant(id);
        let Some(grant) = self.records.find(&ACCESS_GRANT, id) else {
            return;
        };
        let workspace_id = grant.workspace_id.clone();
        if is_true(&grant.unsaid, "is_deleting") && methods.is_empty() {
            self.records.remove(&ACCESS_GRANT, id);
            self.grants.retain(|other| other != id);
            return self.emit(
                "access_grant.deleted",
                &workspace_id,
                json!({ "access_grant_id": id }),
            );
        }
        let changing = methods.iter().filter_map(|method_id| {
            let method = self.records.find(&ACCESS_METHOD, method_id)?;
            let pending = method.resource.get("pending_mutations")?.as_array()?;
            let code = json!("updating_access_times");
            let mutation = pending
                .iter()
                .find(|mutation| mutation.get("mutation_code") == Some(&code))?;
            Some((method_id.clone(), mutation.clone()))
        });
        let (changed, mutations): (Vec<String>, Vec<Value>) = changing.unzip();
        let pending: Vec<Value> = mutations
            .into_iter()
            .take(1)
            .map(|mutation| {
                let mut mutation = members(mutation);
                mutation.insert("access_method_ids".into(), json!(changed));
                mutation.into()
            })
            .collect();
        let is_issued = |id: &String| {
            let method = self.records.find(&ACCESS_METHOD, id);
            method.is_some_and(|method| is_true(&method.resource, "is_issued"))
        };
        let status = match (methods.is_empty(), methods.iter().all(is_issued)) {
            (false, true) => "Issued",
            _ => "Pending",
        };
        if let Some(grant) = self.records.resource_mut(&ACCESS_GRANT, id) {
            set(
                grant,
                [
                    ("pending_mutations", pending.into()),
                    ("display_status", status.into()),
                ],
            );
        }
    }

    fn follow_method(&mut self, id: &str) {
        let Some(method) = self.records.find(&ACCESS_METHOD, id) else {
            return;
        };
        let mode = text(&method.resource, "mode").to_string();
        if is_true(&method.unsaid, "is_deleting") {
            if self.codes_of_method(id).is_empty() {
                self.emit_of_method("access_method.deleted", id, json!({}));
                self.records.remove(&ACCESS_METHOD, id);
            }
            return;
        }
        if mode == "code" {
            return self.follow_code_method(id);
        }
        let ready_at = method.unsaid.get("ready_at").and_then(Value::as_i64);
        if ready_at.is_none_or(|at| at > self.now) {
            return;
        }
        if let Some(method) = self.records.find_mut(&ACCESS_METHOD, id) {
            method.unsaid.remove("ready_at");
        }
        if mode == "card" {
            self.change_method(id, json!({ "is_ready_for_encoding": true }));
            return self.emit_of_method("access_method.card_encoding_required", id, json!({}));
        }
        if mode == "mobile_key" {
            let url = format!("https://ik.seam.co/{}", self.randomness.token("key"));
            self.change_method(id, json!({ "instant_key_url": url }));
        }
        self.issue(id);
    }

    /// From now on somebody gets in by it.
    pub(super) fn issue(&mut self, id: &str) {
        let now = instant::text(self.now);
        self.change_method(
            id,
            json!({ "is_issued": true, "issued_at": now, "display_status": "Issued", "errors": [] }),
        );
        let Some(method) = self.records.find_mut(&ACCESS_METHOD, id) else {
            return;
        };
        let was_issued = method.unsaid.insert("was_issued".into(), true.into()).is_some();
        let mut more = Resource::new();
        let code = method.get("code").clone();
        if !code.is_null() {
            set(&mut more, [("code", code), ("is_backup_code", false.into())]);
        }
        let event = match was_issued {
            true => "access_method.reissued",
            false => "access_method.issued",
        };
        self.emit_of_method(event, id, more.into());
    }

    fn change_method(&mut self, id: &str, change: Value) {
        if let Some(method) = self.records.resource_mut(&ACCESS_METHOD, id) {
            method.extend(members(change));
        }
    }

    /// A PIN is issued when every lock has it, as far as Seam knows.
    fn follow_code_method(&mut self, id: &str) {
        let Some(method) = self.records.find(&ACCESS_METHOD, id) else {
            return;
        };
        let grant = self
            .records
            .find(&ACCESS_GRANT, text(&method.unsaid, "access_grant_id"));
        let span = grant.map(|grant| Span::of(&grant.resource));
        if span.is_none_or(|span| span.ends_at.is_some_and(|end| end <= self.now)) {
            // What is over stays as it was.
            return;
        }
        let has_begun = span.is_some_and(|span| span.starts_at.is_none_or(|start| start <= self.now));
        let was_issued = is_true(&method.resource, "is_issued");
        let devices = texts(&method.unsaid, "device_ids");
        let ids = self.codes_of_method(id);
        let codes: Vec<&Record> = ids
            .iter()
            .filter_map(|id| self.records.find(&ACCESS_CODE, id))
            .collect();
        let there = codes.iter().filter(|code| self.is_there(code));
        let there: Vec<&str> = there.map(|code| text(&code.resource, "device_id")).collect();
        let is_issued = devices.iter().all(|device| there.contains(&device.as_str()));
        let known = codes
            .iter()
            .map(|code| code.get("code"))
            .find(|code| !code.is_null());
        let code = known.cloned().unwrap_or_default();
        let first = |list: &str| {
            let mut lists = codes
                .iter()
                .filter_map(|code| code.resource.get(list)?.as_array()?.first());
            lists
                .next()
                .map(|item| item.get("created_at").cloned().unwrap_or_default())
        };
        let (failed, late) = (first("errors"), first("warnings"));
        let lacks_code = devices.iter().any(|device| {
            !codes
                .iter()
                .any(|code| text(&code.resource, "device_id") == device)
        });
        let mut errors = Vec::new();
        let mut warnings = Vec::new();
        if lacks_code {
            let at = method.get("created_at").clone();
            errors.push(json!({ "error_code": "access_not_provisioned", "created_at": at,
                "message": "A device has lost its access code." }));
        }
        if !is_issued
            && has_begun
            && let Some(at) = &failed
        {
            errors.push(json!({ "error_code": "failed_to_issue", "created_at": at,
                "message": "The access method could not be issued in time." }));
        } else if !is_issued && let Some(at) = failed.or(late) {
            warnings.push(json!({ "warning_code": "delay_in_issuing", "created_at": at,
                "message": "The access method takes unusually long." }));
        }
        let pending = self.pending_of_method(method, &codes, &devices, &there);
        let before = [
            self.codes_in(method, "errors", "error_code"),
            self.codes_in(method, "warnings", "warning_code"),
        ]
        .concat();
        self.change_method(
            id,
            json!({ "code": code, "errors": errors, "warnings": warnings, "pending_mutations": pending }),
        );
        for (code, event) in [
            ("delay_in_issuing", "access_method.delay_in_issuing"),
            ("failed_to_issue", "access_method.failed_to_issue"),
        ] {
            let is_told = errors
                .iter()
                .chain(&warnings)
                .any(|item| item.get("error_code").or(item.get("warning_code")) == Some(&json!(code)));
            if is_told && !before.iter().any(|known| known == code) {
                self.emit_of_method(event, id, json!({}));
            }
        }
        match (was_issued, is_issued) {
            (false, true) => self.issue(id),
            (true, false) => self.change_method(
                id,
                json!({ "is_issued": false, "issued_at": null, "display_status": "Pending" }),
            ),
            _ => {}
        }
    }

    fn codes_in(&self, record: &Record, list: &str, key: &str) -> Vec<String> {
        let items = record.resource.get(list).and_then(Value::as_array);
        let codes = items
            .into_iter()
            .flatten()
            .filter_map(|item| item.get(key)?.as_str());
        codes.map(ToString::to_string).collect()
    }

    /// Whether a code is on its lock, as far as Seam knows: also as it was before a change that is on its way.
    fn is_there(&self, code: &Record) -> bool {
        match self.journeys.get(code.id()).map(|journey| journey.stage) {
            Some(Stage::Done) => true,
            Some(Stage::Setting { .. }) => changing(code).is_some(),
            _ => false,
        }
    }

    fn pending_of_method(
        &self,
        method: &Record,
        codes: &[&Record],
        devices: &[String],
        there: &[&str],
    ) -> Vec<Value> {
        let leaving: Vec<&str> = codes
            .iter()
            .map(|code| text(&code.resource, "device_id"))
            .filter(|device| !devices.iter().any(|kept| kept == device))
            .collect();
        let mut pending = Vec::new();
        if devices.iter().any(|device| !there.contains(&device.as_str())) {
            let (from, to) = (json!({ "device_ids": there }), json!({ "device_ids": devices }));
            pending.push(("provisioning_access", from, to));
        }
        if !leaving.is_empty() {
            let all: Vec<&str> = devices.iter().map(String::as_str).chain(leaving).collect();
            let (from, to) = (json!({ "device_ids": all }), json!({ "device_ids": devices }));
            pending.push(("revoking_access", from, to));
        }
        if let Some(mutation) = codes.iter().find_map(|code| changing(code)) {
            let of = |key: &str| mutation.get(key).cloned().unwrap_or_default();
            pending.push(("updating_access_times", of("from"), of("to")));
        }
        let known = method.resource.get("pending_mutations").and_then(Value::as_array);
        pending
            .into_iter()
            .map(|(code, from, to)| {
                let mut mutation = members(self.mutation(code, json!({ "from": from, "to": to })));
                // One that is under way was asked for when it began.
                let same = known
                    .into_iter()
                    .flatten()
                    .find(|other| other.get("mutation_code") == Some(&json!(code)));
                if let Some(at) = same.and_then(|same| same.get("created_at")) {
                    mutation.insert("created_at".into(), at.clone());
                }
                mutation.into()
            })
            .collect()
    }
}

/// The change of its times that is on its way to the lock of a code.
fn changing(code: &Record) -> Option<&Value> {
    let pending = code.resource.get("pending_mutations")?.as_array()?;
    let is_change = |mutation: &&Value| mutation.get("mutation_code") == Some(&json!("updating_time_frame"));
    pending.iter().find(is_change)
}
