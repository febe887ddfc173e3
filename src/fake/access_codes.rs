//! `/access_codes/**`: what managed codes are made of, changed to and found by. What becomes of them on their locks is in `journeys`; unmanaged
//! codes are in `unmanaged`, spare ones in `backup`.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::journeys::Stage;
use crate::fake::kinds::ACCESS_CODE;
use crate::fake::records::{Record, Resource, is_true, members, set, text, texts};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};
use crate::schema::date_time::milliseconds;

/// `/access_codes/create`
pub(super) fn create(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.create_code(caller, text(parameters, "device_id"), parameters)?;
    let attempt = fake.accepted("CREATE_ACCESS_CODE", &id);
    Ok(alloc::vec![
        ("access_code", fake.shown_code(&id)),
        ("action_attempt", attempt)
    ])
}

/// `/access_codes/create_multiple`
pub(super) fn create_multiple(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let devices = texts(parameters, "device_ids");
    let mut of_each = parameters.clone();
    let is_random = text(parameters, "behavior_when_code_cannot_be_shared") == "create_random_code";
    if !parameters.contains_key("code") {
        let first = devices.first().map(String::as_str).unwrap_or_default();
        let code = fake.suggested(caller, first, parameters)?;
        of_each.insert("code".into(), code);
        let key = format!("auto_set_by_create_multiple_{}", fake.randomness.uuid());
        of_each.insert("common_code_key".into(), key.into());
    }
    let mut with_another = of_each.clone();
    with_another.remove("code");
    with_another.remove("common_code_key");
    // All or nothing: every device is asked before any code is made.
    let mut wanted = Vec::new();
    for device_id in &devices {
        let checked = fake.check(caller, device_id, &of_each);
        match checked {
            Err(_) if is_random && fake.check(caller, device_id, &with_another).is_ok() => {
                wanted.push((device_id, &with_another));
            }
            checked => {
                checked?;
                wanted.push((device_id, &of_each));
            }
        }
    }
    let mut codes = Vec::new();
    for (device_id, parameters) in wanted {
        let id = fake.create_code(caller, device_id, parameters)?;
        codes.push(fake.shown_code(&id));
    }
    Ok(vec_of("access_codes", codes.into()))
}

/// `/access_codes/update`
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.update_code(caller, parameters)?;
    let attempt = fake.accepted("UPDATE_ACCESS_CODE", &id);
    Ok(vec_of("action_attempt", attempt))
}

/// `/access_codes/update_multiple`
pub(super) fn update_multiple(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let by_key = members(json!({ "common_code_key": text(parameters, "common_code_key") }));
    let codes = fake.listed(&ACCESS_CODE, caller, &by_key);
    let ids: Vec<String> = codes.map(|code| code.id().to_string()).collect();
    if ids.is_empty() {
        return Err(Failure::not_found(&ACCESS_CODE));
    }
    for id in ids {
        let mut of_each = parameters.clone();
        of_each.remove("common_code_key");
        of_each.insert("access_code_id".into(), id.into());
        fake.update_code(caller, &of_each)?;
    }
    Ok(Answer::new())
}

/// `/access_codes/delete`
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let code = fake.of_id(&ACCESS_CODE, caller, parameters)?;
    let id = code.id().to_string();
    if parameters
        .get("device_id")
        .is_some_and(|device_id| device_id != code.get("device_id"))
    {
        return Err(Failure::not_found(&ACCESS_CODE));
    }
    if is_true(&code.resource, "is_offline_access_code") {
        return Err(Failure::invalid("An offline access code cannot be deleted"));
    }
    let attempt = fake.accepted("DELETE_ACCESS_CODE", &id);
    fake.delete_code(&id);
    Ok(vec_of("action_attempt", attempt))
}

/// `/access_codes/get`
pub(super) fn get(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    get_one(fake, &ACCESS_CODE, caller, parameters)
}

/// An access code by its ID, or by device and PIN.
pub(super) fn get_one(
    fake: &Fake,
    kind: &'static crate::fake::kinds::Kind,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let given = |key: &str| parameters.contains_key(key);
    let is_complete = match given("access_code_id") {
        true => !given("code"),
        false => given("device_id") && given("code"),
    };
    if !is_complete {
        return Err(Failure::invalid(
            "Must specify either access_code_id or both device_id and code",
        ));
    }
    // A look-up has a type of its own here, while every change of a code that is not there is `access_code_not_found`.
    let found = fake.found(kind, caller, parameters);
    let found = found.map_err(|failure| Failure::new(failure.status, "not_found", failure.message))?;
    Ok(vec_of("access_code", fake.shown(found)))
}

/// `/access_codes/list`
pub(super) fn list(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let mut filters = parameters
        .keys()
        .filter(|name| !["limit", "page_cursor"].contains(&name.as_str()));
    if filters.next().is_none() {
        return Err(Failure::invalid(
            "Must specify device_id, access_code_ids, access_method_id, access_grant_id, or access_grant_key",
        ));
    }
    let (codes, pagination) = fake.page(&ACCESS_CODE, caller, parameters, 55_000)?;
    Ok(alloc::vec![
        ("access_codes", codes.into()),
        ("pagination", pagination)
    ])
}

/// `/access_codes/generate_code`
pub(super) fn generate(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let device_id = text(parameters, "device_id");
    let code = fake.suggested(caller, device_id, parameters)?;
    Ok(vec_of(
        "generated_code",
        json!({ "device_id": device_id, "code": code }),
    ))
}

impl Fake {
    /// A code is to leave its lock, unless it is about to already.
    pub(super) fn delete_code(&mut self, id: &str) {
        if !matches!(
            self.journeys.get(id).map(|journey| journey.stage),
            Some(Stage::Removing { .. })
        ) {
            self.begin_removing(id);
        }
    }

    /// Makes a code and sets it on its way. Returns its ID.
    pub(super) fn create_code(
        &mut self,
        caller: &Caller,
        device_id: &str,
        parameters: &Resource,
    ) -> Result<String, Failure> {
        self.check(caller, device_id, parameters)?;
        let code = match parameters.get("code") {
            Some(code) => code.clone(),
            None => self.code_of_key(caller, text(parameters, "common_code_key"), device_id, parameters)?,
        };
        let id = self.randomness.uuid();
        let brand = self.locks.get(device_id).map(|lock| lock.brand);
        let bounds = bounds(parameters, self.now);
        let is_offline = is_either(parameters, "is_offline_access_code", "use_offline_access_code");
        let is_native = brand.is_some_and(|brand| brand.schedules_natively)
            && parameters.get("prefer_native_scheduling") != Some(&Value::Bool(false));
        let has_spares = is_true(parameters, "use_backup_access_code_pool");
        let mut resource = members(json!({
            "access_code_id": id, "workspace_id": caller.workspace_id, "device_id": device_id, "code": code,
            "name": parameters.get("name").cloned().unwrap_or_else(|| json!("New Access Code")),
            "type": if bounds.is_some() { "time_bound" } else { "ongoing" },
            "status": "unset", "is_managed": true, "created_at": instant::text(self.now),
            "common_code_key": parameters.get("common_code_key"), "errors": [], "warnings": [],
            "pending_mutations": [], "is_external_modification_allowed": is_either(
                parameters, "is_external_modification_allowed", "allow_external_modification",
            ),
            "is_one_time_use": is_true(parameters, "is_one_time_use"), "is_offline_access_code": is_offline,
            "is_backup_access_code_available": has_spares, "is_backup": false, "is_scheduled_on_device": false,
            "is_waiting_for_code_assignment": code.is_null(),
        }));
        let (starts_at, ends_at) = bounds.unzip();
        set(
            &mut resource,
            [("starts_at", json!(starts_at)), ("ends_at", json!(ends_at))],
        );
        let account = self
            .device(device_id)
            .map(|device| device.get("connected_account_id").clone());
        self.records.add(Record {
            unsaid: members(json!({ "connected_account_id": account, "is_native": is_native })),
            ..Record::new(&ACCESS_CODE, &*caller.workspace_id, resource)
        });
        if is_offline {
            self.assign_code(&id);
        }
        self.emit_of_code("access_code.created", &id, json!({}));
        self.begin_journey(&id);
        Ok(id)
    }

    pub(super) fn update_code(&mut self, caller: &Caller, parameters: &Resource) -> Result<String, Failure> {
        let code = self.of_id(&ACCESS_CODE, caller, parameters)?;
        let (id, device_id) = (
            code.id().to_string(),
            text(&code.resource, "device_id").to_string(),
        );
        let before = code.resource.clone();
        if parameters
            .get("device_id")
            .is_some_and(|wanted| Some(wanted) != before.get("device_id"))
        {
            return Err(Failure::not_found(&ACCESS_CODE));
        }
        if text(&before, "status") == "removing" {
            return Err(Failure::invalid("The access code is being deleted"));
        }
        self.check(caller, &device_id, parameters)?;
        if parameters.get("is_managed") == Some(&Value::Bool(false)) {
            self.hand_over(&id);
            return Ok(id);
        }
        let mut change = changed(parameters);
        for name in ["is_external_modification_allowed", "allow_external_modification"] {
            if let Some(value) = parameters.get(name) {
                change.insert("is_external_modification_allowed".into(), value.clone());
            }
        }
        let mutations = self.mutations(&before, &change);
        self.change_code(&id, change.into());
        if mutations.is_empty() {
            return Ok(id);
        }
        let requested: Vec<Value> = mutations.iter().map(without_message).collect();
        self.emit_of_code(
            "access_code.mutations_requested",
            &id,
            json!({ "requested_mutations": requested }),
        );
        self.emit_of_code("access_code.changed", &id, json!({}));
        let is_held = self.lock_of(&id).is_some_and(|lock| lock.held(&id).is_some());
        if is_held {
            self.begin_setting(&id);
            self.change_code(&id, json!({ "pending_mutations": mutations }));
        } else {
            self.begin_journey(&id);
        }
        Ok(id)
    }

    /// What of a change has to reach the lock.
    fn mutations(&self, before: &Resource, change: &Resource) -> Vec<Value> {
        const MUTATIONS: [(&str, &[&str]); 3] = [
            ("updating_code", &["code"]),
            ("updating_name", &["name"]),
            ("updating_time_frame", &["starts_at", "ends_at"]),
        ];
        let differs = |key: &&&str| {
            let after = change.get(**key);
            after.is_some_and(|after| after != before.get(**key).unwrap_or(&Value::Null))
        };
        let mutations = MUTATIONS
            .iter()
            .filter(|(_, keys)| keys.iter().any(|key| differs(&key)));
        let of = |resource: &Resource, key: &str| resource.get(key).cloned().unwrap_or_default();
        mutations
            .map(|(code, keys)| {
                let from: Resource = keys
                    .iter()
                    .map(|key| (key.to_string(), of(before, key)))
                    .collect();
                let to: Resource = keys
                    .iter()
                    .map(|key| {
                        (
                            key.to_string(),
                            change.get(*key).cloned().unwrap_or_else(|| of(before, key)),
                        )
                    })
                    .collect();
                self.mutation(code, json!({ "from": from, "to": to }))
            })
            .collect()
    }

    pub(super) fn shown_code(&self, id: &str) -> Value {
        self.records
            .find(&ACCESS_CODE, id)
            .map_or(Value::Null, |code| self.shown(code))
    }
}

/// The members that an update changes.
fn changed(parameters: &Resource) -> Resource {
    let mut change = Resource::new();
    for key in ["name", "code"] {
        if let Some(value) = parameters.get(key) {
            change.insert(key.into(), value.clone());
        }
    }
    if text(parameters, "type") == "ongoing" {
        set(
            &mut change,
            [
                ("type", json!("ongoing")),
                ("starts_at", Value::Null),
                ("ends_at", Value::Null),
            ],
        );
        return change;
    }
    for key in ["starts_at", "ends_at"] {
        let at = milliseconds(text(parameters, key));
        if let Some(at) = at {
            set(
                &mut change,
                [("type", json!("time_bound")), (key, json!(instant::text(at)))],
            );
        }
    }
    change
}

/// The bounds of a new code, as the API writes them. A code for one use lasts 24 hours where no end is given.
fn bounds(parameters: &Resource, now: i64) -> Option<(String, String)> {
    let starts_at = milliseconds(text(parameters, "starts_at"));
    let ends_at = milliseconds(text(parameters, "ends_at"));
    match (starts_at, ends_at) {
        (None, None) => None,
        (starts_at, ends_at) => {
            let starts_at = starts_at.unwrap_or(now);
            let ends_at = ends_at.unwrap_or(starts_at + instant::DAY);
            Some((instant::text(starts_at), instant::text(ends_at)))
        }
    }
}

/// Whether a parameter, or its older name, is `true`.
pub(super) fn is_either(parameters: &Resource, name: &str, older: &str) -> bool {
    is_true(parameters, name) || is_true(parameters, older)
}

fn without_message(mutation: &Value) -> Value {
    let mut requested = members(mutation.clone());
    requested.remove("message");
    requested.remove("created_at");
    requested.into()
}
