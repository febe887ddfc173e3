//! Spare codes (docs/api-facts.md#backup-codes): on the lock before they are needed, so that one opens the door where another does not.

use alloc::format;
use alloc::string::ToString;

use serde_json::json;

use crate::fake::authentication::Caller;
use crate::fake::failure::Failure;
use crate::fake::journeys::Stage;
use crate::fake::kinds::ACCESS_CODE;
use crate::fake::lock::Held;
use crate::fake::records::{Record, Resource, is_true, members, text};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};
use crate::schema::date_time::milliseconds;

/// `/access_codes/pull_backup_access_code`
pub(super) fn pull(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let code = fake.of_id(&ACCESS_CODE, caller, parameters)?;
    let (id, resource) = (code.id().to_string(), code.resource.clone());
    if text(&resource, "type") != "time_bound" {
        return Err(Failure::new(
            400,
            "access_code_not_time_bound",
            "Only time-bound access codes have backup access codes",
        ));
    }
    let pulled = text(&resource, "pulled_backup_access_code_id");
    let spare = match pulled {
        "" if is_true(&resource, "is_backup_access_code_available") => fake.add_spare(&id, &resource),
        "" => None,
        pulled => Some(pulled.to_string()),
    };
    let shown = spare
        .map(|spare| fake.shown_code(&spare))
        .filter(|shown| !shown.is_null());
    let shown = shown.ok_or_else(|| {
        Failure::new(
            404,
            "backup_access_code_not_found",
            "No backup access code is available",
        )
    })?;
    Ok(alloc::vec![
        ("access_code", shown.clone()),
        ("backup_access_code", shown)
    ])
}

impl Fake {
    /// A spare stands in for a code. Returns its ID; nothing where the lock has none.
    fn add_spare(&mut self, id: &str, replaced: &Resource) -> Option<alloc::string::String> {
        let spare_id = self.randomness.uuid();
        let device_id = text(replaced, "device_id").to_string();
        let workspace_id = self.workspace_of_device(&device_id)?;
        let pin = format!("{:06}", self.randomness.bits() % 1_000_000);
        let has_begun = milliseconds(text(replaced, "starts_at")).is_none_or(|start| start <= self.now);
        let status = if has_begun { "set" } else { "unset" };
        let mut resource = replaced.clone();
        resource.extend(members(json!({
            "access_code_id": spare_id, "code": pin, "name": format!("Backup {spare_id} (Seam)"),
            "status": status, "is_backup": true, "is_backup_access_code_available": false, "errors": [],
            "warnings": [], "pending_mutations": [], "common_code_key": null, "created_at": instant::text(self.now),
            "is_scheduled_on_device": !has_begun,
        })));
        let bound = |key| milliseconds(text(replaced, key));
        let held = Held {
            access_code_id: Some(spare_id.clone()),
            code: pin,
            name: text(&resource, "name").to_string(),
            starts_at: bound("starts_at"),
            ends_at: bound("ends_at"),
        };
        // A spare has had its place on the lock from the beginning, so it is there whether the lock is reached now or not.
        self.locks.get_mut(&device_id)?.held.push(held);
        let account = self.device(&device_id)?.get("connected_account_id").clone();
        self.records.add(Record {
            unsaid: members(
                json!({ "connected_account_id": account, "is_set": has_begun, "is_native": true }),
            ),
            ..Record::new(&ACCESS_CODE, workspace_id, resource)
        });
        self.put(&spare_id, Stage::Done);
        let now = instant::text(self.now);
        self.change_code(
            id,
            json!({ "pulled_backup_access_code_id": spare_id, "warnings": [{
                "warning_code": "using_backup_access_code", "created_at": now,
                "message": "A backup access code has been pulled and is used in the place of this one.",
            }] }),
        );
        self.emit_of_code(
            "access_code.backup_access_code_pulled",
            id,
            json!({ "backup_access_code_id": spare_id }),
        );
        Some(spare_id)
    }
}
