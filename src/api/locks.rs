//! `/locks/**` (docs/api-facts.md#other-endpoints): locking and unlocking doors, and finding the devices that do.
//! Holds no waiting for a door to obey: that is the client's.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::devices::{CapabilityFlag, Manufacturer, device_filters};
use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{ActionAttempt, Device, DeviceType};
use crate::schema::{Value, object, summarized};

pub mod simulate;

/// Locks and unlocks doors.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "locks",
    endpoints: &[&CONFIGURE_AUTO_LOCK, &GET, &LIST, &LOCK_DOOR, &UNLOCK_DOOR],
    children: &[&simulate::NAMESPACE],
};

/// Configures whether and when a lock locks by itself. For locks whose `can_configure_auto_lock` is true.
#[summarized]
pub const CONFIGURE_AUTO_LOCK: Endpoint<ConfigureAutoLockParameters, ActionAttempt> = Endpoint {
    path: "/locks/configure_auto_lock",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Reads one lock, by its ID or its name.
#[summarized(deprecated = "use `devices.get`")]
pub const GET: Endpoint<GetParameters, Device> = Endpoint {
    path: "/locks/get",
    reply: Returns::value("device"),
    repeatable: true,
};

/// Lists locks, all at once.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Device>> = Endpoint {
    path: "/locks/list",
    reply: Returns::value("devices"),
    repeatable: true,
};

/// Locks a door. For locks whose `can_remotely_lock` is true.
#[summarized]
pub const LOCK_DOOR: Endpoint<LockDoorParameters, ActionAttempt> = Endpoint {
    path: "/locks/lock_door",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Unlocks a door. For locks whose `can_remotely_unlock` is true.
#[summarized]
pub const UNLOCK_DOOR: Endpoint<UnlockDoorParameters, ActionAttempt> = Endpoint {
    path: "/locks/unlock_door",
    reply: Returns::value("action_attempt"),
    // Sent twice, a door that was locked again in between would stand open.
    repeatable: false,
};

/// What `configure_auto_lock` takes.
#[object(name = "LocksConfigureAutoLockParameters")]
pub struct ConfigureAutoLockParameters {
    /// Whether the lock locks by itself.
    pub auto_lock_enabled: bool,
    /// ID of the lock.
    pub device_id: String,
    /// After how many seconds the lock locks by itself, 1 to 60; needed where it is to do so.
    #[field(min = 1, max = 60)]
    pub auto_lock_delay_seconds: Option<f64>,
}

/// What `get` takes.
#[object(name = "LocksGetParameters", at_least_one(device_id, name))]
pub struct GetParameters {
    /// ID of the lock.
    pub device_id: Option<String>,
    /// Name of the lock.
    #[field(min_length = 1)]
    pub name: Option<String>,
}

device_filters! {
    /// What `list` takes. Every filter narrows. The API documents `device_type`, `device_types`, `manufacturer`,
    /// `connected_account_id`, `connect_webview_id` and `customer_key`; servers of older generations take the others too.
    #[object(name = "LocksListParameters")]
    pub struct ListParameters {
        /// Most locks in the list; the server's own limit unless given.
        #[field(min = 1, deprecated = "the newest API takes none; filter instead")]
        pub limit: Option<u32>,
        /// Cursor of a page. No server ever answers with one.
        #[field(nullable, optional, deprecated = "locks do not come in pages; use `devices.list`")]
        pub page_cursor: Option<String>,
    }
}

/// What `lock_door` takes.
#[object(name = "LocksLockDoorParameters")]
pub struct LockDoorParameters {
    /// ID of the lock.
    pub device_id: String,
    /// Whether the server waits for the lock before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `unlock_door` takes.
#[object(name = "LocksUnlockDoorParameters")]
pub struct UnlockDoorParameters {
    /// ID of the lock.
    pub device_id: String,
    /// Whether the server waits for the lock before it answers; internal, false unless given.
    pub sync: Option<bool>,
}
