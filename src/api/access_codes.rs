//! `/access_codes/**` (docs/api-facts.md#access-codes-endpoints): the endpoints directly in it.
//! What they take is in `parameters`; `simulate` and `unmanaged` have files of their own.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AccessCode, GeneratedCode};
use crate::schema::summarized;

mod parameters;
pub mod simulate;
pub mod unmanaged;

pub use parameters::{
    BehaviorWhenCodeCannotBeShared, CreateMultipleParameters, CreateParameters, DeleteParameters,
    GenerateCodeParameters, GetParameters, ListParameters, MaxTimeRounding, PullBackupAccessCodeParameters,
    ReportDeviceConstraintsParameters, UpdateMultipleParameters, UpdateParameters,
};

/// Creates, changes, finds and removes the PINs of smart locks.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "access_codes",
    endpoints: &[
        &CREATE,
        &CREATE_MULTIPLE,
        &UPDATE,
        &UPDATE_MULTIPLE,
        &DELETE,
        &GET,
        &LIST,
        &GENERATE_CODE,
        &PULL_BACKUP_ACCESS_CODE,
        &REPORT_DEVICE_CONSTRAINTS,
    ],
    children: &[&simulate::NAMESPACE, &unmanaged::NAMESPACE],
};

/// Creates an access code on one lock. It exists in Seam at once, but opens the door only when it is on the lock: `waitUntilSet` of
/// `seam-edge/status` waits for that. To repeat a create safely, use `ensureAccessCode` from there.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, AccessCode> = Endpoint {
    path: "/access_codes/create",
    reply: Returns::value("access_code"),
    repeatable: false,
};

/// Creates access codes with one PIN on several locks. They exist in Seam at once, but open the doors only when they are on the locks:
/// `waitUntilSet` of `seam-edge/status` waits for one of them.
#[summarized]
pub const CREATE_MULTIPLE: Endpoint<CreateMultipleParameters, Vec<AccessCode>> = Endpoint {
    path: "/access_codes/create_multiple",
    reply: Returns::value("access_codes"),
    repeatable: false,
};

/// Changes an access code. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/access_codes/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Changes the access codes that share a key on several locks. What is left out stays as it is.
#[summarized]
pub const UPDATE_MULTIPLE: Endpoint<UpdateMultipleParameters, ()> = Endpoint {
    path: "/access_codes/update_multiple",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes an access code. Until it is off the lock it may still open the door, and `get` returns it with status `removing`:
/// `waitUntilRemoved` of `seam-edge/status` waits until it is gone.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/access_codes/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one access code, by its ID or by device and PIN.
#[summarized]
pub const GET: Endpoint<GetParameters, AccessCode> = Endpoint {
    path: "/access_codes/get",
    reply: Returns::value("access_code"),
    repeatable: true,
};

/// Lists access codes, in pages. At least one filter is needed.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AccessCode>> = Endpoint {
    path: "/access_codes/list",
    reply: Returns::pages("access_codes"),
    repeatable: true,
};

/// Finds a PIN that the device would take. Nothing is created, and nothing keeps the PIN free.
#[summarized]
pub const GENERATE_CODE: Endpoint<GenerateCodeParameters, GeneratedCode> = Endpoint {
    path: "/access_codes/generate_code",
    reply: Returns::value("generated_code"),
    repeatable: true,
};

/// Takes a spare code of the same lock to stand in for an access code that is not on it. Gives the spare code.
#[summarized]
pub const PULL_BACKUP_ACCESS_CODE: Endpoint<PullBackupAccessCodeParameters, AccessCode> = Endpoint {
    path: "/access_codes/pull_backup_access_code",
    reply: Returns::either("access_code", "backup_access_code"),
    // An access code has one spare: repeating gives the same one (docs/api-facts.md#backup-codes).
    repeatable: true,
};

/// Tells Seam which PIN lengths a device takes, where its provider does not; for SmartThings locks.
#[summarized]
pub const REPORT_DEVICE_CONSTRAINTS: Endpoint<ReportDeviceConstraintsParameters, ()> = Endpoint {
    path: "/access_codes/report_device_constraints",
    reply: Returns::NOTHING,
    repeatable: false,
};
