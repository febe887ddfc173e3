//! `/spaces/**`: which devices belong together. A device says in which spaces it is, so nothing about it is kept twice.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{DEVICE, SPACE};
use crate::fake::records::{Record, Resource, members, text, texts};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};

/// `/spaces/create`
pub(super) fn create(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let devices = fake.devices_for_space(caller, parameters)?;
    let id = fake.randomness.uuid();
    let mut resource = members(json!({
        "space_id": id, "workspace_id": caller.workspace_id, "name": parameters.get("name"),
        "display_name": parameters.get("name"), "warnings": [], "created_at": instant::text(fake.now),
    }));
    for key in ["space_key", "customer_key", "customer_data"] {
        if let Some(value) = parameters.get(key) {
            resource.insert(key.into(), value.clone());
        }
    }
    fake.records
        .add(Record::new(&SPACE, &*caller.workspace_id, resource));
    fake.put_into_space(caller, &id, &devices)?;
    fake.answer_with_space(&id)
}

/// `/spaces/update`: a list of devices takes the place of those that are in it.
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let mut by = parameters.clone();
    by.retain(|key, _| ["space_id", "space_key"].contains(&key.as_str()));
    if by.contains_key("space_id") {
        by.remove("space_key");
    }
    if by.is_empty() {
        return Err(Failure::invalid("Must specify space_id or space_key"));
    }
    let id = fake.found(&SPACE, caller, &by)?.id().to_string();
    let devices = fake.devices_for_space(caller, parameters)?;
    if let Some(space) = fake.records.resource_mut(&SPACE, &id) {
        if let Some(name) = parameters.get("name") {
            space.insert("name".into(), name.clone());
            space.insert("display_name".into(), name.clone());
        }
        if let Some(data) = parameters.get("customer_data") {
            space.insert("customer_data".into(), data.clone());
        }
    }
    if parameters.contains_key("device_ids") {
        let mut gone = fake.devices_of_space(&id);
        gone.retain(|device_id| !devices.contains(device_id));
        fake.take_out_of_space(&id, &gone);
        fake.put_into_space(caller, &id, &devices)?;
    }
    fake.answer_with_space(&id)
}

/// `/spaces/delete`: the devices stay.
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&SPACE, caller, parameters)?;
    let devices = fake.devices_of_space(&id);
    fake.take_out_of_space(&id, &devices);
    fake.records.remove(&SPACE, &id);
    Ok(Answer::new())
}

/// `/spaces/add_devices`
pub(super) fn add_devices(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let id = fake.id_of(&SPACE, caller, parameters)?;
    let devices = fake.devices_for_space(caller, parameters)?;
    fake.put_into_space(caller, &id, &devices)?;
    Ok(Answer::new())
}

/// `/spaces/remove_devices`
pub(super) fn remove_devices(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let id = fake.id_of(&SPACE, caller, parameters)?;
    let devices = fake.devices_for_space(caller, parameters)?;
    fake.take_out_of_space(&id, &devices);
    Ok(Answer::new())
}

impl Fake {
    /// The devices that parameters name, each of which has to be there.
    fn devices_for_space(&self, caller: &Caller, parameters: &Resource) -> Result<Vec<String>, Failure> {
        if !texts(parameters, "acs_entrance_ids").is_empty() {
            return Err(Failure::new(
                404,
                "acs_entrance_not_found",
                "Entrance not found: the fake has none",
            ));
        }
        let devices = texts(parameters, "device_ids");
        for device_id in &devices {
            self.of_id(&DEVICE, caller, &members(json!({ "device_id": device_id })))?;
        }
        Ok(devices)
    }

    /// The IDs of the devices in a space.
    pub(super) fn devices_of_space(&self, space_id: &str) -> Vec<String> {
        let devices = self.records.of(&DEVICE);
        let inside = devices.filter(|device| {
            texts(&device.resource, "space_ids")
                .iter()
                .any(|id| id == space_id)
        });
        inside.map(|device| device.id().to_string()).collect()
    }

    fn put_into_space(&mut self, caller: &Caller, space_id: &str, devices: &[String]) -> Result<(), Failure> {
        for device_id in devices {
            self.change_spaces(device_id, |spaces| {
                if !spaces.contains(&json!(space_id)) {
                    spaces.push(json!(space_id));
                }
            });
        }
        self.cover_devices(caller, space_id, devices)
    }

    fn take_out_of_space(&mut self, space_id: &str, devices: &[String]) {
        for device_id in devices {
            self.change_spaces(device_id, |spaces| spaces.retain(|other| other != space_id));
        }
        self.uncover_devices(space_id, devices);
    }

    fn change_spaces(&mut self, device_id: &str, change: impl FnOnce(&mut Vec<Value>)) {
        let device = self.records.resource_mut(&DEVICE, device_id);
        if let Some(Value::Array(spaces)) = device.and_then(|device| device.get_mut("space_ids")) {
            change(spaces);
        }
    }

    fn answer_with_space(&self, id: &str) -> Result<Answer, Failure> {
        let space = self.records.find(&SPACE, id);
        let space = space.ok_or_else(|| Failure::not_found(&SPACE))?;
        Ok(vec_of("space", self.shown(space)))
    }

    /// What follows of a space from the devices in it.
    pub(super) fn count_devices_of_space(&self, space: &mut Resource) {
        let count = self.devices_of_space(text(space, "space_id")).len();
        space.insert("device_count".into(), count.into());
        space.insert("acs_entrance_count".into(), 0.into());
    }
}
