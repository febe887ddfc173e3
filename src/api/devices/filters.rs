//! What every list of devices can be narrowed by, written once: `/devices/list`, `/devices/unmanaged/list` and `/locks/list` take it.
//! Holds no paging: not every one of them comes in pages.

/// Adds the filters to a parameter struct, before its own fields.
macro_rules! device_filters {
    ($(#$attribute:tt)* pub struct $name:ident { $($own:tt)* }) => {
        $(#$attribute)*
        pub struct $name {
            /// IDs of the devices.
            pub device_ids: Option<Vec<String>>,
            /// Kind of the devices.
            #[field(listed)]
            pub device_type: Option<DeviceType>,
            /// Kinds of the devices.
            #[field(listed)]
            pub device_types: Option<Vec<DeviceType>>,
            /// Manufacturer of the devices.
            #[field(listed)]
            pub manufacturer: Option<Manufacturer>,
            /// ID of the connected account that the devices belong to.
            pub connected_account_id: Option<String>,
            /// IDs of the connected accounts that the devices belong to.
            pub connected_account_ids: Option<Vec<String>>,
            /// ID of the Connect Webview through which the devices came.
            pub connect_webview_id: Option<String>,
            /// Key of the customer that the devices belong to.
            #[field(min_length = 1)]
            pub customer_key: Option<String>,
            /// Your own key of the user that the devices belong to.
            #[field(secret, min_length = 1)]
            pub user_identifier_key: Option<String>,
            /// ID of the space that the devices are in.
            pub space_id: Option<String>,
            /// ID of the space that the devices are in.
            #[field(nullable, optional, deprecated = "use `space_id`")]
            pub unstable_location_id: Option<String>,
            /// Keys and values that the devices' `custom_metadata` has.
            #[field(typescript = "Record<string, string | boolean>")]
            pub custom_metadata_has: Option<BTreeMap<String, Value>>,
            /// Flags that the devices have; internal to the API.
            #[field(listed)]
            pub include_if: Option<Vec<CapabilityFlag>>,
            /// Flags that the devices do not have; internal to the API.
            #[field(listed)]
            pub exclude_if: Option<Vec<CapabilityFlag>>,
            /// Date-time before which the devices were found, RFC 3339 with a zone; a `Date` or a `Temporal.Instant` is written so by itself.
            #[field(typescript = "string | { toJSON(): string }")]
            pub created_before: Option<DateTime<FixedOffset>>,
            /// Part of an ID, a name, a place or a value of `custom_metadata`.
            #[field(secret, min_length = 1)]
            pub search: Option<String>,
            $($own)*
        }
    };
}
pub(crate) use device_filters;
