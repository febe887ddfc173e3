//! `/devices/unmanaged/**` (docs/api-facts.md#device and #other-endpoints): devices that Seam knows of but does not control.
//! Their names repeat those of managed devices; the parameters differ.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::devices::{CapabilityFlag, Manufacturer, device_filters};
use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{DeviceType, UnmanagedDevice};
use crate::schema::{True, Value, object, summarized};

/// Finds the devices that Seam does not control, and takes them over.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "devices/unmanaged",
    endpoints: &[&GET, &LIST, &UPDATE],
    children: &[],
};

/// Reads one unmanaged device, by its ID or its name.
#[summarized]
pub const GET: Endpoint<GetParameters, UnmanagedDevice> = Endpoint {
    path: "/devices/unmanaged/get",
    reply: Returns::value("device"),
    repeatable: true,
};

/// Lists unmanaged devices, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<UnmanagedDevice>> = Endpoint {
    path: "/devices/unmanaged/list",
    reply: Returns::pages("devices"),
    repeatable: true,
};

/// Makes an unmanaged device a managed one, or changes your own keys and values on it.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/devices/unmanaged/update",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `get` takes.
#[object(name = "DevicesUnmanagedGetParameters", at_least_one(device_id, name))]
pub struct GetParameters {
    /// ID of the device.
    pub device_id: Option<String>,
    /// Name of the device.
    #[field(min_length = 1)]
    pub name: Option<String>,
}

device_filters! {
    /// What `list` takes. Every filter narrows.
    #[object(name = "DevicesUnmanagedListParameters")]
    pub struct ListParameters {
        /// Most devices per page; 22,900 unless given.
        #[field(min = 1)]
        pub limit: Option<u32>,
        /// Cursor of the page, from the page before; everything else as for the page before.
        #[field(nullable, optional)]
        pub page_cursor: Option<String>,
    }
}

/// What `update` takes: what is absent stays as it is.
#[object(name = "DevicesUnmanagedUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the device.
    pub device_id: String,
    /// True makes the device a managed one.
    pub is_managed: Option<True>,
    /// Your own keys and values, at most 50: keys of up to 40 characters, booleans, strings of up to 500 characters. Null or an empty
    /// string removes a key.
    #[field(typescript = "Record<string, string | boolean | null>")]
    pub custom_metadata: Option<BTreeMap<String, Value>>,
}
