//! Devices: what a lock of a brand says of itself, and the endpoints that change it. What the lock itself holds is in `lock`.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::brands::{Brand, brand, brands};
use crate::fake::controls::Misuse;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{ACCESS_CODE, CONNECTED_ACCOUNT, DEVICE, UNMANAGED_ACCESS_CODE, UNMANAGED_DEVICE};
use crate::fake::lock::Lock;
use crate::fake::records::{Record, Resource, is_true, members, set, text};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};

/// A lock that is to be there.
#[derive(Clone, Debug, Default)]
pub struct NewDevice {
    /// The brand, by the name of its provider, as `august`.
    pub brand: String,
    /// ID of the device; a random one unless given.
    pub device_id: Option<String>,
    /// Name for people; the brand's unless given.
    pub name: Option<String>,
    /// How many codes the lock holds; as many as the brand's unless given.
    pub slots: Option<u32>,
    /// IANA time zone of the device, as `America/Los_Angeles`; not known unless given.
    pub time_zone: Option<String>,
}

impl Fake {
    /// Adds a lock to the first workspace, in the connected account of its brand, which comes to be with the brand's first lock. Returns its ID.
    ///
    /// # Errors
    /// [`Misuse`] where the fake does not have the brand, has a device of that ID, or knows time zones and not this one.
    pub fn add_device(&mut self, new: NewDevice) -> Result<String, Misuse> {
        let brand = brand(&new.brand).map_err(Misuse)?;
        let device_id = new.device_id.unwrap_or_else(|| self.randomness.uuid());
        if self.device(&device_id).is_some() {
            return Err(Misuse(format!(
                "device_id: there is a device `{device_id}` already: give another"
            )));
        }
        if let Some(zone) = &new.time_zone {
            self.require_zone(zone)?;
        }
        let workspace_id = self.workspace_id.clone();
        let account_id = self.account_of_brand(brand, &workspace_id);
        let name = new.name.unwrap_or_else(|| format!("{} lock", brand.display_name));
        let mut resource = described(brand, &name, new.slots.unwrap_or(brand.slots));
        set(
            &mut resource,
            [
                ("device_id", json!(device_id)),
                ("workspace_id", json!(workspace_id)),
                ("connected_account_id", json!(account_id)),
                ("created_at", json!(instant::text(self.now))),
            ],
        );
        if let Some(zone) = &new.time_zone {
            resource.insert("location".into(), json!({ "time_zone": zone, "timezone": zone }));
        }
        self.records.add(Record {
            unsaid: members(json!({ "manufacturer": brand.name })),
            ..Record::new(&DEVICE, workspace_id, resource)
        });
        self.locks.insert(
            device_id.clone(),
            Lock::new(brand, new.slots.unwrap_or(brand.slots)),
        );
        self.emit_of_device("device.added", &device_id, json!({}));
        Ok(device_id)
    }

    fn account_of_brand(&mut self, brand: &'static Brand, workspace_id: &str) -> String {
        let is_of_brand = |account: &&Record| {
            account.workspace_id == workspace_id && text(&account.resource, "account_type") == brand.name
        };
        let found = self.records.of(&CONNECTED_ACCOUNT).find(is_of_brand);
        let found = found.map(|account| account.id().to_string());
        found.unwrap_or_else(|| self.add_account(brand, workspace_id))
    }
}

/// What a lock of a brand says of itself.
fn described(brand: &Brand, name: &str, slots: u32) -> Resource {
    let constraints = brand
        .constraints
        .iter()
        .map(|constraint| json!({ "constraint_type": constraint }));
    let name_length = brand.name_length.map(
        |(least, most)| json!({ "constraint_type": "name_length", "min_length": least, "max_length": most }),
    );
    let constraints: Vec<Value> = constraints.chain(name_length).collect();
    let mut properties = members(json!({
        "online": true, "name": name, "appearance": { "name": name },
        "model": {
            "display_name": format!("{} lock", brand.display_name),
            "manufacturer_display_name": brand.display_name, "has_built_in_keypad": true,
        },
        "manufacturer": brand.name, "battery_level": 0.9, "battery": { "level": 0.9, "status": "full" },
        "locked": true, "code_constraints": constraints, "max_active_codes_supported": slots,
        "supports_backup_access_code_pool": brand.has_backup_pool,
        "has_native_entry_events": true,
        "online_access_codes_enabled": true, "offline_access_codes_enabled": brand.has_offline_codes,
    }));
    if !brand.code_lengths.is_empty() {
        properties.insert("supported_code_lengths".into(), json!(brand.code_lengths));
    }
    let mut device = members(json!({
        "device_type": brand.device_type, "is_managed": true, "display_name": name, "nickname": name,
        "space_ids": [], "capabilities_supported": ["access_code", "lock", "battery"],
        "errors": [], "warnings": [], "custom_metadata": {}, "properties": properties,
        "device_manufacturer": { "manufacturer": brand.name, "display_name": brand.display_name },
        "device_provider": {
            "device_provider_name": brand.name, "display_name": brand.display_name,
            "provider_category": brand.category,
        },
    }));
    device.extend(flags(brand));
    device
}

/// What devices of a brand can do.
fn flags(brand: &Brand) -> Resource {
    let mut flags = members(json!({
        "can_remotely_lock": true, "can_remotely_unlock": true, "can_program_online_access_codes": true,
        "can_unlock_with_code": true, "can_configure_auto_lock": true, "can_simulate_connection": true,
        "can_simulate_disconnection": true, "can_simulate_hub_connection": true,
        "can_simulate_hub_disconnection": true, "can_simulate_paid_subscription": true, "can_simulate_removal": true,
    }));
    if brand.has_offline_codes {
        flags.insert("can_program_offline_access_codes".into(), true.into());
    }
    flags
}

/// `/devices/list_device_providers`
pub(super) fn providers(_: &mut Fake, _: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let category = text(parameters, "provider_category");
    let providers = brands().iter().map(|brand| {
        let mut provider = members(json!({
            "device_provider_name": brand.name, "display_name": brand.display_name,
            "image_url": format!("https://connect.getseam.com/assets/images/{}.png", brand.name),
            "provider_categories": ["stable", brand.category],
        }));
        provider.extend(flags(brand));
        Value::Object(provider)
    });
    let wanted = |provider: &Value| {
        let categories = provider.get("provider_categories").and_then(Value::as_array);
        category.is_empty() || categories.is_some_and(|categories| categories.contains(&json!(category)))
    };
    Ok(vec_of("device_providers", providers.filter(wanted).collect()))
}

/// `/devices/update`
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let device_id = fake.id_of(&DEVICE, caller, parameters)?;
    let named = parameters
        .get("name")
        .or_else(|| parameters.get("properties").and_then(|it| it.get("name")));
    let pool = parameters.get("backup_access_code_pool_enabled");
    if let Some(device) = fake.records.resource_mut(&DEVICE, &device_id) {
        if let Some(name) = named {
            let own = device
                .get("properties")
                .and_then(|it| it.get("appearance"))
                .and_then(|it| it.get("name"));
            let name = if name.is_null() {
                own.cloned().unwrap_or_default()
            } else {
                name.clone()
            };
            set(device, [("display_name", name.clone()), ("nickname", name)]);
        }
        if let (Some(pool), Some(Value::Object(properties))) = (pool, device.get_mut("properties")) {
            properties.insert("backup_access_code_pool_enabled".into(), pool.clone());
        }
        merge_metadata(device, parameters);
    }
    if let Some(name) = named.and_then(Value::as_str) {
        fake.emit_of_device("device.name_changed", &device_id, json!({ "device_name": name }));
    }
    if parameters.get("is_managed") == Some(&Value::Bool(false)) {
        fake.manage(&device_id, false);
    }
    Ok(Answer::new())
}

/// `/devices/unmanaged/update`
pub(super) fn update_unmanaged(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let device_id = fake.id_of(&UNMANAGED_DEVICE, caller, parameters)?;
    if let Some(device) = fake.records.resource_mut(&UNMANAGED_DEVICE, &device_id) {
        merge_metadata(device, parameters);
    }
    if is_true(parameters, "is_managed") {
        fake.manage(&device_id, true);
    }
    Ok(Answer::new())
}

/// Sets the keys of `custom_metadata` that are given; null and the empty string remove one.
pub(super) fn merge_metadata(resource: &mut Resource, parameters: &Resource) {
    let given = parameters.get("custom_metadata").and_then(Value::as_object);
    let Some(Value::Object(metadata)) = resource.get_mut("custom_metadata") else {
        return;
    };
    for (key, value) in given.into_iter().flatten() {
        if value.is_null() || value.as_str() == Some("") {
            metadata.remove(key);
        } else {
            metadata.insert(key.clone(), value.clone());
        }
    }
}

/// `/devices/report_provider_metadata`
pub(super) fn report_metadata(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let reported = parameters.get("devices").and_then(Value::as_array);
    for report in reported.into_iter().flatten().filter_map(Value::as_object) {
        let device_id = fake.id_of(&DEVICE, caller, report)?;
        let mut metadata = report.iter().filter(|(key, _)| key.ends_with("_metadata"));
        let zone = metadata.find_map(|(_, metadata)| metadata.get("time_zone"));
        if let (Some(zone), Some(device)) = (zone, fake.records.resource_mut(&DEVICE, &device_id)) {
            device.insert("location".into(), json!({ "time_zone": zone, "timezone": zone }));
        }
    }
    Ok(Answer::new())
}

/// `/access_codes/report_device_constraints`
pub(super) fn report_constraints(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let device_id = fake.id_of(&DEVICE, caller, parameters)?;
    let number = |key| parameters.get(key).and_then(Value::as_u64);
    let lengths = match (
        parameters.get("supported_code_lengths"),
        number("min_code_length"),
        number("max_code_length"),
    ) {
        (Some(lengths), None, None) => lengths.clone(),
        (None, Some(least), Some(most)) => (least..=most).collect(),
        _ => {
            return Err(Failure::invalid(
                "Must specify either supported_code_lengths or both min_code_length and max_code_length",
            ));
        }
    };
    if let Some(Value::Object(properties)) = fake
        .records
        .resource_mut(&DEVICE, &device_id)
        .and_then(|device| device.get_mut("properties"))
    {
        properties.insert("supported_code_lengths".into(), lengths);
    }
    Ok(Answer::new())
}

impl Fake {
    /// Takes a device over, or hands it back. Seam loses sight of the codes of a device that it does not manage.
    pub(super) fn manage(&mut self, device_id: &str, is_managed: bool) {
        let (from, to, event) = match is_managed {
            true => (
                &UNMANAGED_DEVICE,
                &DEVICE,
                "device.unmanaged.converted_to_managed",
            ),
            false => (&DEVICE, &UNMANAGED_DEVICE, "device.converted_to_unmanaged"),
        };
        if let Some(device) = self.records.resource_mut(from, device_id) {
            device.insert("is_managed".into(), is_managed.into());
        }
        self.records.become_kind(from, to, device_id);
        if !is_managed {
            self.forget_codes(device_id);
        }
        self.emit_of_device(event, device_id, json!({}));
    }

    /// Seam knows no code of this device any more; what the lock holds, it holds.
    pub(super) fn forget_codes(&mut self, device_id: &str) {
        self.records.retain(|record| {
            let is_code = [&ACCESS_CODE, &UNMANAGED_ACCESS_CODE].contains(&record.kind);
            !is_code || text(&record.resource, "device_id") != device_id
        });
        let records = &self.records;
        self.journeys
            .retain(|id, _| records.find(&ACCESS_CODE, id).is_some());
    }

    /// A device goes from its account, with its codes.
    pub(super) fn remove_device(&mut self, device_id: &str) {
        let name = self
            .device(device_id)
            .map(|device| text(&device.resource, "display_name").to_string());
        self.emit_of_device("device.deleted", device_id, json!({ "device_name": name }));
        self.forget_codes(device_id);
        self.locks.remove(device_id);
        self.records.retain(|record| {
            ![&DEVICE, &UNMANAGED_DEVICE].contains(&record.kind) || record.id() != device_id
        });
    }

    /// The IDs of the devices of a connected account.
    pub(super) fn devices_of_account(&self, account_id: &str) -> Vec<String> {
        let kinds = [&DEVICE, &UNMANAGED_DEVICE].into_iter();
        let devices = kinds.flat_map(|kind| self.records.of(kind));
        let of_account =
            devices.filter(|device| text(&device.resource, "connected_account_id") == account_id);
        of_account.map(|device| device.id().to_string()).collect()
    }
}

/// The members of a managed device that an unmanaged one does not have.
pub(super) const MANAGED_ALONE: [&str; 4] =
    ["nickname", "space_ids", "device_manufacturer", "device_provider"];

/// The properties that an unmanaged device has too.
pub(super) fn of_unmanaged(properties: &Value) -> Value {
    const KEPT: [&str; 11] = [
        "online",
        "name",
        "model",
        "manufacturer",
        "battery",
        "battery_level",
        "image_url",
        "image_alt_text",
        "serial_number",
        "online_access_codes_enabled",
        "offline_access_codes_enabled",
    ];
    let members = properties.as_object().into_iter().flatten();
    members
        .filter(|(key, _)| KEPT.contains(&key.as_str()))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
