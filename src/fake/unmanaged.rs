//! `/access_codes/unmanaged/**`: codes on locks that Seam has not set, and codes that change between the two.

use alloc::string::{String, ToString};

use serde_json::{Value, json};

use crate::fake::access_codes::{get_one, is_either};
use crate::fake::authentication::Caller;
use crate::fake::brands::Unmanaged;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::journeys::Stage;
use crate::fake::kinds::{ACCESS_CODE, DEVICE, UNMANAGED_ACCESS_CODE};
use crate::fake::lock::Held;
use crate::fake::records::{Record, Resource, is_true, members, set, text};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};

/// The members of a managed code that an unmanaged one does not have.
const MANAGED_ALONE: [&str; 12] = [
    "common_code_key",
    "pending_mutations",
    "is_external_modification_allowed",
    "is_one_time_use",
    "is_offline_access_code",
    "is_backup_access_code_available",
    "is_backup",
    "is_scheduled_on_device",
    "is_waiting_for_code_assignment",
    "pulled_backup_access_code_id",
    "appearance",
    "display_status",
];

/// `/access_codes/unmanaged/get`
pub(super) fn get(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    get_one(fake, &UNMANAGED_ACCESS_CODE, caller, parameters)
}

/// `/access_codes/unmanaged/update`
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    if !is_true(parameters, "is_managed") {
        return Err(Failure::of_parameter(
            "is_managed",
            "Invalid literal value, expected true",
        ));
    }
    convert(fake, caller, parameters)
}

/// `/access_codes/unmanaged/convert_to_managed`
pub(super) fn convert(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let code = fake.of_id(&UNMANAGED_ACCESS_CODE, caller, parameters)?;
    let id = code.id().to_string();
    if is_true(&code.resource, "cannot_be_managed") {
        fake.emit_of_code(
            "access_code.unmanaged.failed_to_convert_to_managed",
            &id,
            json!({}),
        );
        return Err(Failure::invalid(
            "This access code cannot be converted to a managed one",
        ));
    }
    let is_allowed = is_either(
        parameters,
        "is_external_modification_allowed",
        "allow_external_modification",
    );
    if let Some(code) = fake.records.resource_mut(&UNMANAGED_ACCESS_CODE, &id) {
        code.remove("cannot_delete_unmanaged_access_code");
        code.extend(members(json!({
            "is_managed": true, "common_code_key": null, "pending_mutations": [], "errors": [], "warnings": [],
            "is_external_modification_allowed": is_allowed, "is_one_time_use": false,
            "is_offline_access_code": false, "is_backup_access_code_available": false, "is_backup": false,
            "is_scheduled_on_device": false, "is_waiting_for_code_assignment": false,
        })));
    }
    fake.records
        .become_kind(&UNMANAGED_ACCESS_CODE, &ACCESS_CODE, &id);
    fake.change_code(&id, json!({ "status": "set" }));
    fake.put(&id, Stage::Done);
    fake.emit_of_code("access_code.unmanaged.converted_to_managed", &id, json!({}));
    Ok(Answer::new())
}

/// `/access_codes/unmanaged/delete`
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let code = fake.of_id(&UNMANAGED_ACCESS_CODE, caller, parameters)?;
    if is_true(&code.resource, "cannot_delete_unmanaged_access_code") {
        return Err(Failure::invalid(
            "This access code can only be deleted in the app of its provider",
        ));
    }
    let (id, device_id) = (
        code.id().to_string(),
        text(&code.resource, "device_id").to_string(),
    );
    if let Some(obstacle) = fake.obstacle(&device_id) {
        let message = "The device cannot be reached, so the access code was not deleted";
        return Ok(vec_of(
            "action_attempt",
            fake.failed("DELETE_ACCESS_CODE", &device_id, obstacle, message),
        ));
    }
    let attempt = fake.accepted("DELETE_ACCESS_CODE", &id);
    if let Some(lock) = fake.locks.get_mut(&device_id) {
        lock.drop_code(&id);
    }
    fake.forget_unmanaged(&id);
    Ok(vec_of("action_attempt", attempt))
}

/// `/access_codes/simulate/create_unmanaged_access_code`
pub(super) fn simulate(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let device_id = fake.id_of(&DEVICE, caller, parameters)?;
    let (name, pin) = (text(parameters, "name"), text(parameters, "code"));
    let lock = fake.locks.get(&device_id);
    if lock.is_none_or(|lock| lock.brand.unmanaged == Unmanaged::Hidden) {
        return Err(Failure::new(
            400,
            "device_type_not_supported",
            "This device type has no unmanaged access codes",
        ));
    }
    let id = fake.add_at_keypad(&device_id, name, pin);
    match id.and_then(|id| fake.records.find(&UNMANAGED_ACCESS_CODE, &id)) {
        Some(code) => Ok(vec_of("access_code", fake.shown(code))),
        None => Err(Failure::invalid(
            "The device has no space for another access code",
        )),
    }
}

impl Fake {
    /// Somebody sets a code at the keypad. Returns its ID, once Seam has seen it; nothing where the lock has no room or Seam cannot see it.
    pub(super) fn add_at_keypad(&mut self, device_id: &str, name: &str, pin: &str) -> Option<String> {
        let lock = self.locks.get_mut(device_id)?;
        let held = Held {
            access_code_id: None,
            code: pin.to_string(),
            name: name.to_string(),
            starts_at: None,
            ends_at: None,
        };
        if lock.held.len() >= lock.slots {
            return None;
        }
        lock.held.push(held);
        self.look_at(device_id);
        let lock = self.locks.get(device_id)?;
        lock.held
            .iter()
            .rev()
            .find(|held| held.code == pin)?
            .access_code_id
            .clone()
    }

    /// Seam lists a code that it has not set. Returns its ID.
    pub(super) fn add_unmanaged(&mut self, device_id: &str, held: &Held) -> Option<String> {
        let unmanaged = self.locks.get(device_id)?.brand.unmanaged;
        let workspace_id = self.workspace_of_device(device_id)?;
        let account = self.device(device_id)?.get("connected_account_id").clone();
        let id = self.randomness.uuid();
        let mut resource = members(json!({
            "access_code_id": id, "workspace_id": workspace_id, "device_id": device_id, "name": held.name,
            "code": held.code, "type": "ongoing", "status": "set", "is_managed": false,
            "created_at": instant::text(self.now), "starts_at": null, "ends_at": null, "errors": [], "warnings": [],
        }));
        if unmanaged == Unmanaged::Listed {
            set(&mut resource, [("cannot_be_managed", true.into())]);
            set(
                &mut resource,
                [("cannot_delete_unmanaged_access_code", true.into())],
            );
        }
        self.records.add(Record {
            unsaid: members(json!({ "connected_account_id": account })),
            ..Record::new(&UNMANAGED_ACCESS_CODE, workspace_id, resource)
        });
        self.emit_of_code("access_code.unmanaged.created", &id, json!({}));
        Some(id)
    }

    /// A code is gone that Seam has not set.
    pub(super) fn forget_unmanaged(&mut self, id: &str) {
        self.emit_of_code("access_code.unmanaged.removed", id, json!({}));
        self.records.remove(&UNMANAGED_ACCESS_CODE, id);
    }

    /// Seam gives a code up: it stays on the lock as an unmanaged one.
    pub(super) fn hand_over(&mut self, id: &str) {
        let is_held = self.lock_of(id).is_some_and(|lock| lock.held(id).is_some());
        self.journeys.remove(id);
        if let Some(code) = self.records.resource_mut(&ACCESS_CODE, id) {
            code.retain(|key, _| !MANAGED_ALONE.contains(&key.as_str()));
            let status = if is_held { "set" } else { "unset" };
            set(
                code,
                [("is_managed", false.into()), ("status", Value::from(status))],
            );
        }
        self.records.become_kind(&ACCESS_CODE, &UNMANAGED_ACCESS_CODE, id);
    }
}
