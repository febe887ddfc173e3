//! `/workspaces/**`.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{
    ACCESS_CODE, ACCESS_GRANT, ACTION_ATTEMPT, CONNECTED_ACCOUNT, DEVICE, Kind, UNMANAGED_DEVICE, WORKSPACE,
};
use crate::fake::records::{Record, Resource, is_true, members};
use crate::fake::routes::Answer;

impl Fake {
    /// Adds a workspace of what the parameters of `/workspaces/create` say. Returns its ID.
    pub(super) fn add_workspace(&mut self, parameters: &Resource) -> alloc::string::String {
        let id = self.randomness.uuid();
        let name = parameters
            .get("name")
            .cloned()
            .unwrap_or_else(|| json!("My Workspace"));
        let given = |key: &str, otherwise: Value| parameters.get(key).cloned().unwrap_or(otherwise);
        let resource = members(json!({
            "workspace_id": id, "name": name, "company_name": given("company_name", name.clone()),
            "connect_partner_name": given("connect_partner_name", name.clone()),
            "organization_id": given("organization_id", Value::Null),
            "is_sandbox": given("is_sandbox", json!(true)), "is_suspended": false,
            "is_publishable_key_auth_enabled": true, "publishable_key": self.randomness.token("seam_pk1"),
            "connect_webview_customization": given("connect_webview_customization", json!({})),
        }));
        self.records.add(Record::new(&WORKSPACE, id.clone(), resource));
        id
    }

    /// Refuses what is for sandbox workspaces alone.
    pub(super) fn require_sandbox(&self, workspace_id: &str) -> Result<(), Failure> {
        let workspace = self.records.find(&WORKSPACE, workspace_id);
        match workspace.is_some_and(|workspace| is_true(&workspace.resource, "is_sandbox")) {
            true => Ok(()),
            false => Err(Failure::new(
                400,
                "workspace_not_sandbox",
                "can only reset sandbox on sandbox workspaces",
            )),
        }
    }

    /// A sandbox workspace as it was at the beginning: its devices and accounts are what the test has put there, and nothing is left of what came
    /// to be through the API, on the locks neither.
    pub(super) fn reset(&mut self, workspace_id: &str) {
        let of_kind = |kind: &'static Kind| {
            let devices = self.records.of(kind);
            let devices = devices.filter(|device| device.workspace_id == workspace_id);
            devices.map(|device| device.id().to_string()).collect::<Vec<_>>()
        };
        let unmanaged = of_kind(&UNMANAGED_DEVICE);
        let devices = [of_kind(&DEVICE), unmanaged.clone()].concat();
        for device_id in &unmanaged {
            self.manage(device_id, true);
        }
        const KEPT: [&Kind; 3] = [&WORKSPACE, &CONNECTED_ACCOUNT, &DEVICE];
        self.records
            .retain(|record| record.workspace_id != workspace_id || KEPT.contains(&record.kind));
        self.late_events
            .retain(|(_, event)| event.workspace_id != workspace_id);
        let records = &self.records;
        self.journeys
            .retain(|id, _| records.find(&ACCESS_CODE, id).is_some());
        self.grants.retain(|id| records.find(&ACCESS_GRANT, id).is_some());
        self.attempts
            .retain(|attempt| records.find(&ACTION_ATTEMPT, &attempt.id).is_some());
        for (_, lock) in self.locks.iter_mut().filter(|(id, _)| devices.contains(id)) {
            lock.held.clear();
        }
    }
}

/// `/workspaces/get`
pub(super) fn get(fake: &mut Fake, caller: &Caller, _: &Resource) -> Result<Answer, Failure> {
    let workspace = fake.records.find(&WORKSPACE, &caller.workspace_id);
    let workspace = workspace.ok_or_else(|| Failure::not_found(&WORKSPACE))?;
    Ok(vec_of("workspace", fake.shown(workspace)))
}

/// `/workspaces/create`
pub(super) fn create(fake: &mut Fake, _: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let mut parameters = parameters.clone();
    parameters.entry("is_sandbox").or_insert(false.into());
    let id = fake.add_workspace(&parameters);
    let workspace = fake.records.find(&WORKSPACE, &id);
    Ok(vec_of(
        "workspace",
        workspace.map_or(Value::Null, |workspace| fake.shown(workspace)),
    ))
}

/// `/workspaces/update`
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let workspace = fake.records.resource_mut(&WORKSPACE, &caller.workspace_id);
    let workspace = workspace.ok_or_else(|| Failure::not_found(&WORKSPACE))?;
    for (key, value) in parameters {
        match (workspace.get_mut(key), value) {
            (Some(Value::Object(now)), Value::Object(change)) => now.extend(change.clone()),
            _ => drop(workspace.insert(key.clone(), value.clone())),
        }
    }
    Ok(Answer::new())
}
