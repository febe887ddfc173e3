//! Events: what the fake tells of what happens, and how they are listed. An event is listed at once, or later where a test has asked for that.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::failure::Failure;
use crate::fake::kinds::{
    ACCESS_CODE, CONNECTED_ACCOUNT, DEVICE, EVENT, Kind, UNMANAGED_ACCESS_CODE, UNMANAGED_DEVICE,
};
use crate::fake::records::{Record, Resource, members, set, text};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};
use crate::schema::date_time::milliseconds;

/// How many events a list has unless it is asked for another count.
const LIMIT: usize = 500;

/// The lists of errors and warnings that an event of a trouble carries, with the key of their codes.
const LISTS: [(&str, &str); 2] = [("errors", "error_code"), ("warnings", "warning_code")];

impl Fake {
    /// Tells of something that has happened now, in a workspace.
    pub(super) fn emit(&mut self, event_type: &str, workspace_id: &str, more: Value) {
        let mut resource = members(more);
        let now = json!(instant::text(self.now));
        set(
            &mut resource,
            [
                ("event_id", json!(self.randomness.uuid())),
                ("event_type", json!(event_type)),
                ("workspace_id", json!(workspace_id)),
                ("created_at", now.clone()),
                ("occurred_at", now),
            ],
        );
        let record = Record::new(&EVENT, workspace_id, resource);
        match self.event_delay {
            0 => self.publish(record),
            longest => {
                let delay = self.randomness.bits().checked_rem(longest.cast_unsigned() + 1);
                let due = self.now + delay.unwrap_or_default().cast_signed();
                self.late_events.push((due, record));
            }
        }
    }

    /// Lists the events whose time has come.
    pub(super) fn list_late_events(&mut self) {
        let now = self.now;
        let (mut due, later): (Vec<_>, Vec<_>) = core::mem::take(&mut self.late_events)
            .into_iter()
            .partition(|(at, _)| *at <= now);
        self.late_events = later;
        due.sort_by_key(|(at, _)| *at);
        for (_, record) in due {
            self.publish(record);
        }
    }

    /// From here on an event is in lists, and on its way to the webhooks that want it.
    fn publish(&mut self, event: Record) {
        self.send_to_webhooks(&event);
        self.records.add(event);
    }

    /// Tells of something about an access code.
    pub(super) fn emit_of_code(&mut self, event_type: &str, access_code_id: &str, more: Value) {
        let code = [&ACCESS_CODE, &UNMANAGED_ACCESS_CODE]
            .into_iter()
            .find_map(|kind| self.records.find(kind, access_code_id));
        let Some(code) = code else {
            return;
        };
        let workspace_id = code.workspace_id.clone();
        let mut event = self.of_device(text(&code.resource, "device_id"));
        event.insert("access_code_id".into(), json!(access_code_id));
        event.extend(members(more));
        self.emit(event_type, &workspace_id, event.into());
    }

    /// Tells of a trouble with an access code, with all that is the matter with it, its device and its account.
    pub(super) fn emit_trouble_of_code(&mut self, event_type: &str, access_code_id: &str) {
        let mut lists = self.issues(&ACCESS_CODE, access_code_id, "access_code");
        let code = self.records.find(&ACCESS_CODE, access_code_id);
        let device_id = code.map(|code| text(&code.resource, "device_id").to_string());
        lists.extend(self.issues_of_device(&device_id.unwrap_or_default()));
        self.emit_of_code(event_type, access_code_id, lists.into());
    }

    /// Tells of something about a device.
    pub(super) fn emit_of_device(&mut self, event_type: &str, device_id: &str, more: Value) {
        let Some(workspace_id) = self.workspace_of_device(device_id) else {
            return;
        };
        let mut event = self.of_device(device_id);
        event.extend(members(more));
        self.emit(event_type, &workspace_id, event.into());
    }

    /// Tells of a trouble with a device, with all that is the matter with it and its account.
    pub(super) fn emit_trouble_of_device(&mut self, event_type: &str, device_id: &str, more: Value) {
        let mut lists = self.issues_of_device(device_id);
        lists.extend(members(more));
        self.emit_of_device(event_type, device_id, lists.into());
    }

    /// What every event of a device says of it.
    fn of_device(&self, device_id: &str) -> Resource {
        let device = self.device(device_id);
        let account = device.map(|device| device.get("connected_account_id").clone());
        members(json!({ "device_id": device_id, "connected_account_id": account }))
    }

    /// A device, managed or not.
    pub(super) fn device(&self, device_id: &str) -> Option<&Record> {
        let kinds = [&DEVICE, &UNMANAGED_DEVICE];
        kinds
            .into_iter()
            .find_map(|kind| self.records.find(kind, device_id))
    }

    pub(super) fn workspace_of_device(&self, device_id: &str) -> Option<alloc::string::String> {
        self.device(device_id).map(|device| device.workspace_id.clone())
    }

    fn issues_of_device(&self, device_id: &str) -> Resource {
        let device = self.device(device_id);
        let account = device.map(|device| device.get("connected_account_id").as_str().unwrap_or_default());
        let mut lists = self.issues(device.map_or(&DEVICE, |device| device.kind), device_id, "device");
        lists.extend(self.issues(
            &CONNECTED_ACCOUNT,
            account.unwrap_or_default(),
            "connected_account",
        ));
        lists
    }

    /// What is the matter with a resource, as an event has it: each with code, message and date-time alone.
    pub(super) fn issues(&self, kind: &'static Kind, id: &str, prefix: &str) -> Resource {
        let record = self.records.find(kind, id);
        let lists = LISTS.map(|(list, code)| {
            let issues = record.and_then(|record| record.resource.get(list)).and_then(Value::as_array);
            let reported = issues.into_iter().flatten().map(|issue| {
                json!({ code: issue.get(code), "message": issue.get("message"), "created_at": issue.get("created_at") })
            });
            (alloc::format!("{prefix}_{list}"), Value::Array(reported.collect()))
        });
        lists.into_iter().collect()
    }
}

/// `/events/list`
pub(super) fn list(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let given = |key: &str| parameters.get(key).filter(|value| !value.is_null());
    let (from, to) = match (given("since"), given("between")) {
        (Some(since), None) => (since.as_str().and_then(milliseconds), None),
        (None, Some(between)) => {
            let bound = |index| between.get(index).and_then(Value::as_str).and_then(milliseconds);
            (bound(0), bound(1))
        }
        _ => return Err(Failure::invalid("Must specify either since or between")),
    };
    let is_within = |event: &&Record| {
        let at = milliseconds(text(&event.resource, "created_at"));
        from.is_none_or(|from| at > Some(from)) && to.is_none_or(|to| at < Some(to))
    };
    let number = |key: &str| {
        let number = parameters.get(key).and_then(Value::as_u64);
        number.map(|number| usize::try_from(number).unwrap_or(usize::MAX))
    };
    let events = fake.listed(&EVENT, caller, parameters).filter(is_within);
    let events = events
        .skip(number("unstable_offset").unwrap_or_default())
        .take(number("limit").unwrap_or(LIMIT));
    let events: Vec<Value> = events.map(|event| fake.shown(event)).collect();
    Ok(vec_of("events", events.into()))
}

/// `/events/get`: the oldest event that the parameters describe.
pub(super) fn get(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    if parameters.is_empty() {
        return Err(Failure::invalid("Must specify event_id, event_type or device_id"));
    }
    let event = fake.found(&EVENT, caller, parameters)?;
    Ok(vec_of("event", fake.shown(event)))
}

/// An answer with one key.
pub(super) fn vec_of(key: &'static str, value: Value) -> Answer {
    alloc::vec![(key, value)]
}
