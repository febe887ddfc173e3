//! Resources as replies have them: what follows from other resources is added here and stored nowhere. Changes nothing.

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::devices::{MANAGED_ALONE, of_unmanaged};
use crate::fake::kinds::{ACCESS_CODE, CLIENT_SESSION, SPACE, UNMANAGED_ACCESS_CODE, UNMANAGED_DEVICE};
use crate::fake::records::{Record, Resource, is_true, text};

impl Fake {
    /// A resource as a reply has it.
    pub(super) fn shown(&self, record: &Record) -> Value {
        let mut resource = record.resource.clone();
        match record.kind {
            kind if kind == &ACCESS_CODE => {
                self.add_troubles_of_device(&mut resource);
                label(&mut resource);
            }
            kind if kind == &UNMANAGED_ACCESS_CODE => label(&mut resource),
            kind if kind == &UNMANAGED_DEVICE => reduce_device(&mut resource),
            kind if kind == &SPACE => self.count_devices_of_space(&mut resource),
            kind if kind == &CLIENT_SESSION => {
                let count = self.device_count(&self.accounts_of_session(record));
                resource.insert("device_count".into(), count.into());
            }
            _ => {}
        }
        resource.into()
    }

    /// What ails its device ails the code too.
    fn add_troubles_of_device(&self, code: &mut Resource) {
        let device = self.device(text(code, "device_id"));
        let troubles = device
            .and_then(|device| device.resource.get("errors"))
            .and_then(Value::as_array);
        if let (Some(Value::Array(errors)), Some(troubles)) = (code.get_mut("errors"), troubles) {
            errors.extend(troubles.iter().cloned());
        }
    }
}

fn reduce_device(device: &mut Resource) {
    device.retain(|key, _| !MANAGED_ALONE.contains(&key.as_str()));
    if let Some(properties) = device.get_mut("properties") {
        *properties = of_unmanaged(properties);
    }
}

/// The status as people read it.
fn label(code: &mut Resource) {
    let status = match text(code, "status") {
        "set" => "Active",
        "setting" => "Setting",
        "removing" => "Removing",
        "unset" if is_true(code, "is_scheduled_on_device") => "Scheduled",
        "unset" => "Waiting",
        _ => "Unknown",
    };
    code.insert("display_status".into(), json!(status));
}
