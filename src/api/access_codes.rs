//! `/access_codes/**` (section 2 of the API's facts): the endpoints directly in it.
//! What they take is in `parameters`; `simulate` and `unmanaged` have files of their own.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Reply};
use crate::model::{AccessCode, GeneratedCode};
use crate::schema::{ObjectSchema, Schema, summarized};

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

/// Creates an access code on one lock. It exists at once; whether it is on the lock tell its status, errors and events.
#[summarized]
pub const CREATE: Endpoint = Endpoint {
    path: "/access_codes/create",
    parameters: CreateParameters::OBJECT,
    reply: Reply::value("access_code", AccessCode::TYPE),
    repeatable: false,
};

/// Creates access codes with one PIN on several locks. They exist at once; whether they are on the locks tells their status.
#[summarized]
pub const CREATE_MULTIPLE: Endpoint = Endpoint {
    path: "/access_codes/create_multiple",
    parameters: CreateMultipleParameters::OBJECT,
    reply: Reply::value("access_codes", <Vec<AccessCode>>::TYPE),
    repeatable: false,
};

/// Changes an access code. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint = Endpoint {
    path: "/access_codes/update",
    parameters: UpdateParameters::OBJECT,
    reply: Reply::Empty,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Changes the access codes that share a key on several locks. What is left out stays as it is.
#[summarized]
pub const UPDATE_MULTIPLE: Endpoint = Endpoint {
    path: "/access_codes/update_multiple",
    parameters: UpdateMultipleParameters::OBJECT,
    reply: Reply::Empty,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes an access code. It is gone at once for callers; the lock follows.
#[summarized]
pub const DELETE: Endpoint = Endpoint {
    path: "/access_codes/delete",
    parameters: DeleteParameters::OBJECT,
    reply: Reply::Empty,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one access code, by its ID or by device and PIN.
#[summarized]
pub const GET: Endpoint = Endpoint {
    path: "/access_codes/get",
    parameters: GetParameters::OBJECT,
    reply: Reply::value("access_code", AccessCode::TYPE),
    repeatable: true,
};

/// Lists access codes, in pages. At least one filter is needed.
#[summarized]
pub const LIST: Endpoint = Endpoint {
    path: "/access_codes/list",
    parameters: ListParameters::OBJECT,
    reply: Reply::pages("access_codes", <Vec<AccessCode>>::TYPE),
    repeatable: true,
};

/// Finds a PIN that the device would take. Nothing is created, and nothing keeps the PIN free.
#[summarized]
pub const GENERATE_CODE: Endpoint = Endpoint {
    path: "/access_codes/generate_code",
    parameters: GenerateCodeParameters::OBJECT,
    reply: Reply::value("generated_code", GeneratedCode::TYPE),
    repeatable: true,
};

/// Takes a spare code of the same lock to stand in for an access code that is not on it. Gives the spare code.
#[summarized]
pub const PULL_BACKUP_ACCESS_CODE: Endpoint = Endpoint {
    path: "/access_codes/pull_backup_access_code",
    parameters: PullBackupAccessCodeParameters::OBJECT,
    reply: Reply::either("access_code", "backup_access_code", AccessCode::TYPE),
    // An access code has one spare: repeating gives the same one (section 7.8).
    repeatable: true,
};

/// Tells Seam which PIN lengths a device takes, where its provider does not; for SmartThings locks.
#[summarized]
pub const REPORT_DEVICE_CONSTRAINTS: Endpoint = Endpoint {
    path: "/access_codes/report_device_constraints",
    parameters: ReportDeviceConstraintsParameters::OBJECT,
    reply: Reply::Empty,
    repeatable: false,
};
