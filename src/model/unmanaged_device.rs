//! `unmanaged_device`: a device that Seam knows of but does not control (docs/api-facts.md#device).
//! Its errors and warnings are those of managed devices, and so are most of its shapes.

use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::model::capability_flags::with_capability_flags;
use crate::model::device_properties::with_common_properties;
use crate::model::{
    AccessoryKeypad, DeviceBattery, DeviceCapability, DeviceError, DeviceLocation, DeviceModel, DeviceType,
    DeviceWarning,
};
use crate::schema::{False, Value, object};

with_capability_flags! {
    /// A device of a connected account that is not managed by Seam. Seam shows what it is; to control it or its codes, make it a
    /// managed one first. For the `can_*` flags see `Device`.
    #[object]
    pub struct UnmanagedDevice {
        /// ID of the device.
        #[field(load_bearing)]
        pub device_id: String,
        /// ID of the workspace that owns the device.
        #[field(load_bearing)]
        pub workspace_id: String,
        /// ID of the connected account that the device belongs to.
        #[field(load_bearing)]
        pub connected_account_id: String,
        /// What kind of device it is, of which provider.
        #[field(load_bearing)]
        pub device_type: DeviceType,
        /// Always false: the device is not managed by Seam.
        #[field(load_bearing)]
        pub is_managed: False,
        /// Name for people. Servers of older generations leave it out.
        #[field(left_out)]
        pub display_name: Option<String>,
        /// Date-time at which Seam found the device, RFC 3339.
        #[field(required)]
        pub created_at: Option<DateTime<Utc>>,
        /// What the device can be used for, in broad terms; for decisions see the `can_*` flags.
        #[field(required)]
        pub capabilities_supported: Option<Vec<DeviceCapability>>,
        /// What the device is like and what state it is in, as far as Seam shows it.
        #[field(required)]
        pub properties: Option<UnmanagedDeviceProperties>,
        /// What keeps the device from working.
        pub errors: Vec<DeviceError>,
        /// What may trouble the device or its codes.
        pub warnings: Vec<DeviceWarning>,
        /// Your own keys and values: strings and booleans.
        #[field(left_out, typescript = "Record<string, string | boolean>")]
        pub custom_metadata: Option<BTreeMap<String, Value>>,
        /// Where the device is.
        #[field(nullable, optional)]
        pub location: Option<DeviceLocation>,
    }
}

with_common_properties! {
    /// What an unmanaged device is like and what state it is in. What is absent is not known or does not apply.
    #[object]
    pub struct UnmanagedDeviceProperties {}
}
