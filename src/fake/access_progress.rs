//! How far access methods are (docs/api-facts.md#access-grants-and-methods): what follows from their codes on their locks, and what Seam tells of it. A
//! card is issued when it was encoded, a key after a while. Which methods there are is decided in `access`.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::instant;
use crate::fake::journeys::{Span, Stage};
use crate::fake::kinds::{ACCESS_CODE, ACCESS_GRANT, ACCESS_METHOD};
use crate::fake::records::{Record, Resource, is_true, members, set, text, texts};

impl Fake {
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
