//! `/access_grants/**`: what grants are made of, changed to and found by. What becomes of their access methods is in `access`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{ACCESS_CODE, ACCESS_GRANT, ACCESS_METHOD, DEVICE, SPACE, USER_IDENTITY};
use crate::fake::records::{Record, Resource, members, set, text, texts};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};
use crate::schema::date_time::milliseconds;

/// `/access_grants/create`
pub(super) fn create(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let devices = fake.devices_of_grant(caller, parameters)?;
    let user_identity_id = fake.user_of_grant(caller, parameters)?;
    let id = fake.randomness.uuid();
    let starts_at = milliseconds(text(parameters, "starts_at")).unwrap_or(fake.now);
    let ends_at = milliseconds(text(parameters, "ends_at"));
    if ends_at.is_some_and(|end| end <= fake.now) {
        return Err(Failure::of_parameter("ends_at", "Must be in the future"));
    }
    let spaces = fake.spaces_of(caller, parameters)?;
    let name = parameters.get("name").cloned().unwrap_or_default();
    let mut resource = members(json!({
        "access_grant_id": id, "workspace_id": caller.workspace_id, "access_method_ids": [],
        "display_name": name.as_str().unwrap_or("Access Grant"), "display_status": "", "name": name,
        "starts_at": instant::text(starts_at), "ends_at": ends_at.map(instant::text),
        "location_ids": spaces, "space_ids": spaces, "requested_access_methods": [],
        "user_identity_id": user_identity_id, "pending_mutations": [], "errors": [], "warnings": [],
        "created_at": instant::text(fake.now),
    }));
    for key in ["access_grant_key", "reservation_key", "customization_profile_id"] {
        if let Some(value) = parameters.get(key) {
            resource.insert(key.into(), value.clone());
        }
    }
    fake.records.add(Record {
        unsaid: members(
            json!({ "device_ids": devices, "named_device_ids": texts(parameters, "device_ids") }),
        ),
        ..Record::new(&ACCESS_GRANT, &*caller.workspace_id, resource)
    });
    fake.grants.push(id.clone());
    fake.emit(
        "access_grant.created",
        &caller.workspace_id,
        json!({ "access_grant_id": id }),
    );
    fake.request_methods(caller, &id, parameters)?;
    fake.answer_with_grant(&id)
}

/// `/access_grants/request_access_methods`
pub(super) fn request(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&ACCESS_GRANT, caller, parameters)?;
    fake.request_methods(caller, &id, parameters)?;
    fake.answer_with_grant(&id)
}

/// `/access_grants/update`: the codes on locks follow.
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.grant_of(caller, parameters)?;
    let mut change = Resource::new();
    if let Some(name) = parameters.get("name") {
        let shown = name.as_str().unwrap_or("Access Grant");
        set(
            &mut change,
            [("name", name.clone()), ("display_name", json!(shown))],
        );
    }
    let mut times = Resource::new();
    for key in ["starts_at", "ends_at"] {
        if let Some(value) = parameters.get(key) {
            let at = value.as_str().and_then(milliseconds).map(instant::text);
            times.insert(key.into(), json!(at));
        }
    }
    change.extend(times.clone());
    // Its key names a grant, unless its ID does: then it is a new key.
    if parameters.contains_key("access_grant_id")
        && let Some(key) = parameters.get("access_grant_key")
    {
        change.insert("access_grant_key".into(), key.clone());
        fake.give_key(&id, key);
    }
    if let Some(grant) = fake.records.resource_mut(&ACCESS_GRANT, &id) {
        grant.extend(change);
    }
    if !times.is_empty() {
        fake.change_times_of_codes(caller, &id)?;
        let more = json!({ "access_grant_id": id, "starts_at": times.get("starts_at"), "ends_at": times.get("ends_at") });
        fake.emit("access_grant.access_times_changed", &caller.workspace_id, more);
    }
    Ok(Answer::new())
}

/// `/access_grants/delete`: it is there, and says that it is being deleted, until its codes are off their locks.
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&ACCESS_GRANT, caller, parameters)?;
    fake.delete_grant(&id);
    Ok(Answer::new())
}

impl Fake {
    /// The ID of the grant that an ID or a key names.
    fn grant_of(&self, caller: &Caller, parameters: &Resource) -> Result<String, Failure> {
        let mut by = parameters.clone();
        by.retain(|key, _| ["access_grant_id", "access_grant_key"].contains(&key.as_str()));
        if by.contains_key("access_grant_id") {
            by.remove("access_grant_key");
        }
        if by.is_empty() {
            return Err(Failure::invalid(
                "Must specify access_grant_id or access_grant_key",
            ));
        }
        Ok(self.found(&ACCESS_GRANT, caller, &by)?.id().to_string())
    }

    /// What belongs to a grant is found by its new key, too.
    fn give_key(&mut self, id: &str, key: &Value) {
        for method_id in self.methods_of_grant(id) {
            let codes = self.codes_of_method(&method_id);
            let codes = codes.iter().map(|code| (&ACCESS_CODE, code));
            for (kind, id) in core::iter::once((&ACCESS_METHOD, &method_id)).chain(codes) {
                if let Some(record) = self.records.find_mut(kind, id) {
                    record.unsaid.insert("access_grant_key".into(), key.clone());
                }
            }
        }
    }

    /// The devices that a grant is for: those that are named, and those of its spaces.
    fn devices_of_grant(&self, caller: &Caller, parameters: &Resource) -> Result<Vec<String>, Failure> {
        if !texts(parameters, "acs_entrance_ids").is_empty() {
            // The fake has locks and no access control systems.
            return Err(Failure::new(
                404,
                "acs_entrance_not_found",
                "Entrance not found: the fake has none",
            ));
        }
        let mut devices = texts(parameters, "device_ids");
        for space_id in self.spaces_of(caller, parameters)? {
            devices.extend(self.devices_of_space(&space_id));
        }
        for device_id in &devices {
            self.of_id(&DEVICE, caller, &members(json!({ "device_id": device_id })))?;
        }
        let mut known = Vec::new();
        devices.retain(|id| {
            let is_new = !known.contains(id);
            known.push(id.clone());
            is_new
        });
        if devices.is_empty() {
            return Err(Failure::invalid(
                "Must specify device_ids, acs_entrance_ids or space_ids",
            ));
        }
        Ok(devices)
    }

    /// The IDs of the spaces that parameters name by ID or key.
    fn spaces_of(&self, caller: &Caller, parameters: &Resource) -> Result<Vec<String>, Failure> {
        let mut spaces = texts(parameters, "space_ids");
        spaces.extend(texts(parameters, "location_ids"));
        for key in texts(parameters, "space_keys") {
            let by_key = members(json!({ "space_key": key }));
            spaces.push(self.found(&SPACE, caller, &by_key)?.id().to_string());
        }
        for space_id in &spaces {
            self.of_id(&SPACE, caller, &members(json!({ "space_id": space_id })))?;
        }
        Ok(spaces)
    }

    /// The ID of the user identity whom a grant is for, which may come to be with it.
    fn user_of_grant(&mut self, caller: &Caller, parameters: &Resource) -> Result<String, Failure> {
        match (
            parameters.get("user_identity_id"),
            parameters.get("user_identity").and_then(Value::as_object),
        ) {
            (Some(_), _) => self.id_of(&USER_IDENTITY, caller, parameters),
            (None, Some(new)) => Ok(self.add_user_identity(&caller.workspace_id, new)),
            (None, None) => Err(Failure::invalid("Must specify user_identity_id or user_identity")),
        }
    }

    /// Makes the access methods that are asked for.
    fn request_methods(&mut self, caller: &Caller, id: &str, parameters: &Resource) -> Result<(), Failure> {
        let requested = parameters
            .get("requested_access_methods")
            .and_then(Value::as_array);
        for request in requested.cloned().into_iter().flatten() {
            let request = members(request);
            let made = self.make_methods(caller, id, &request)?;
            let mode = request.get("mode").cloned().unwrap_or_else(|| json!("code"));
            let mut said = members(json!({
                "mode": mode, "display_name": title_of(mode.as_str().unwrap_or_default()),
                "created_access_method_ids": made, "created_at": instant::text(self.now),
            }));
            for key in ["code", "instant_key_max_use_count"] {
                if let Some(value) = request.get(key) {
                    said.insert(key.into(), value.clone());
                }
            }
            if let Some(grant) = self.records.resource_mut(&ACCESS_GRANT, id) {
                extend(grant, "requested_access_methods", [said.into()]);
                extend(grant, "access_method_ids", made.into_iter().map(Value::from));
            }
        }
        Ok(())
    }

    fn answer_with_grant(&self, id: &str) -> Result<Answer, Failure> {
        let grant = self.records.find(&ACCESS_GRANT, id);
        let grant = grant.ok_or_else(|| Failure::not_found(&ACCESS_GRANT))?;
        Ok(vec_of("access_grant", self.shown(grant)))
    }

    /// The IDs of the access methods of a grant.
    pub(super) fn methods_of_grant(&self, id: &str) -> Vec<String> {
        let methods = self.records.of(&ACCESS_METHOD);
        let of_grant = methods.filter(|method| text(&method.unsaid, "access_grant_id") == id);
        of_grant.map(|method| method.id().to_string()).collect()
    }
}

/// What people call an access method of a mode.
pub(super) fn title_of(mode: &str) -> &'static str {
    match mode {
        "card" => "Key card",
        "mobile_key" => "Mobile key",
        "cloud_key" => "Cloud key",
        _ => "PIN code",
    }
}

/// Adds items to the array at a key.
pub(super) fn extend(resource: &mut Resource, key: &str, items: impl IntoIterator<Item = Value>) {
    if let Some(Value::Array(list)) = resource.get_mut(key) {
        list.extend(items);
    }
}
