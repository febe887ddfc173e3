//! The fields that many events share, each written once: `event!` makes a shape of sets of them and of fields of its own.
//! Holds no shape and no event type.

/// Declares the shape of an event: what every event has, the named sets of fields, then the fields between the braces. The sets:
///
/// | Set | Fields |
/// |---|---|
/// | `account` | the connected account and its metadata |
/// | `customer` | the customer's key |
/// | `device`, `perhaps_device` | the device and its metadata |
/// | `access_code` | the access code, on a device of an account |
/// | `access_method` | the access method and its grants |
/// | `acs` | the access system, and the account behind it |
/// | `account_issues`, `device_issues`, `access_code_issues` | the errors and warnings at that time |
/// | `lock_use` | how a lock was locked or unlocked, and with what |
/// | `person` | who stood at the door, where an access system tells |
/// | `pictures` | a picture and a video |
/// | `temperature` | the temperature in both scales |
macro_rules! event {
    ($(#[$($attribute:tt)*])* $name:ident $(+ $set:ident)* { $($own:tt)* }) => {
        event! { @join [$(#[$($attribute)*])* $name] [$($set)*] {
            /// ID of the event: the same for every delivery of it.
            #[field(load_bearing)]
            pub event_id: String,
            /// ID of the workspace in which it happened.
            pub workspace_id: String,
            /// Date-time at which the event was created, RFC 3339.
            #[field(required)]
            pub created_at: Option<::chrono::DateTime<::chrono::Utc>>,
            /// Date-time at which it happened, RFC 3339.
            #[field(required)]
            pub occurred_at: Option<::chrono::DateTime<::chrono::Utc>>,
            /// What happened, for people; free text.
            pub event_description: Option<String>,
        } { $($own)* } }
    };
    (@join $head:tt [account $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// ID of the connected account that it is about or that the device belongs to.
            pub connected_account_id: String,
            /// Your own keys and values of the connected account.
            #[field(typescript = "Record<string, string | boolean>")]
            pub connected_account_custom_metadata:
                Option<::alloc::collections::BTreeMap<::alloc::string::String, $crate::schema::Value>>,
        } $own }
    };
    (@join $head:tt [customer $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// Key of the customer.
            pub customer_key: Option<String>,
        } $own }
    };
    (@join $head:tt [device $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [device_metadata $($sets)*] { $($fields)*
            /// ID of the device.
            #[field(load_bearing)]
            pub device_id: String,
        } $own }
    };
    (@join $head:tt [perhaps_device $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [device_metadata $($sets)*] { $($fields)*
            /// ID of the device; absent where it happened at an entrance of an access system.
            pub device_id: Option<String>,
        } $own }
    };
    (@join $head:tt [device_metadata $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// Your own keys and values of the device.
            #[field(typescript = "Record<string, string | boolean>")]
            pub device_custom_metadata:
                Option<::alloc::collections::BTreeMap<::alloc::string::String, $crate::schema::Value>>,
        } $own }
    };
    (@join $head:tt [access_code $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [device_metadata account $($sets)*] { $($fields)*
            /// ID of the access code.
            #[field(load_bearing)]
            pub access_code_id: String,
            /// ID of the device.
            // The official fake leaves it out of `access_code.deleted`; one event must not cost the list.
            #[field(left_out, load_bearing)]
            pub device_id: Option<String>,
        } $own }
    };
    (@join $head:tt [access_method $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// ID of the access method.
            pub access_method_id: String,
            /// IDs of the access grants that it belongs to.
            pub access_grant_ids: Vec<String>,
            /// Your own keys of those access grants, where they have one.
            pub access_grant_keys: Option<Vec<String>>,
        } $own }
    };
    (@join $head:tt [acs $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// ID of the access system.
            pub acs_system_id: String,
            /// ID of the connected account behind the access system.
            pub connected_account_id: Option<String>,
        } $own }
    };
    (@join $head:tt [account_issues $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// What kept the connected account from working at that time.
            #[field(left_out)]
            pub connected_account_errors: Option<Vec<$crate::model::ReportedError>>,
            /// What was to be known about the connected account at that time.
            #[field(left_out)]
            pub connected_account_warnings: Option<Vec<$crate::model::ReportedWarning>>,
        } $own }
    };
    (@join $head:tt [device_issues $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// What kept the device from working at that time.
            #[field(left_out)]
            pub device_errors: Option<Vec<$crate::model::ReportedError>>,
            /// What was to be known about the device at that time.
            #[field(left_out)]
            pub device_warnings: Option<Vec<$crate::model::ReportedWarning>>,
        } $own }
    };
    (@join $head:tt [access_code_issues $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// What kept the access code from working at that time.
            #[field(left_out)]
            pub access_code_errors: Option<Vec<$crate::model::ReportedError>>,
            /// What was to be known about the access code at that time.
            #[field(left_out)]
            pub access_code_warnings: Option<Vec<$crate::model::ReportedWarning>>,
        } $own }
    };
    (@join $head:tt [lock_use $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [person $($sets)*] { $($fields)*
            /// How it was done.
            #[field(left_out)]
            pub method: Option<$crate::model::LockMethod>,
            /// ID of the access code with which it was done, where the lock tells.
            pub access_code_id: Option<String>,
            /// Whether that access code is managed by Seam.
            pub access_code_is_managed: Option<bool>,
            /// The PIN with which it was done, where it is known.
            #[field(load_bearing, secret)]
            pub code: Option<String>,
            /// ID of the action attempt, where it was done through Seam.
            pub action_attempt_id: Option<String>,
            /// Whether it was done over Bluetooth.
            pub is_via_bluetooth: Option<bool>,
            /// Whether it was done by holding something against the lock, as a fob.
            pub is_via_nfc: Option<bool>,
        } $own }
    };
    (@join $head:tt [person $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// ID of the user identity.
            pub user_identity_id: Option<String>,
            /// ID of the access system.
            pub acs_system_id: Option<String>,
            /// ID of the user of the access system.
            pub acs_user_id: Option<String>,
            /// ID of the entrance.
            pub acs_entrance_id: Option<String>,
        } $own }
    };
    (@join $head:tt [pictures $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// URL of a picture of that moment, for whoever has it.
            #[field(secret)]
            pub image_url: Option<String>,
            /// URL of a video of that moment, for whoever has it.
            #[field(secret)]
            pub video_url: Option<String>,
            /// IDs of pictures and videos of that moment, for `/media/get`.
            pub media_ids: Option<Vec<String>>,
        } $own }
    };
    (@join $head:tt [temperature $($sets:ident)*] { $($fields:tt)* } $own:tt) => {
        event! { @join $head [$($sets)*] { $($fields)*
            /// Temperature, in °C.
            #[field(required)]
            pub temperature_celsius: Option<f64>,
            /// Temperature, in °F.
            #[field(required)]
            pub temperature_fahrenheit: Option<f64>,
        } $own }
    };
    (@join [$(#[$($attribute:tt)*])* $name:ident] [] { $($fields:tt)* } { $($own:tt)* }) => {
        $(#[$($attribute)*])*
        #[$crate::schema::object]
        pub struct $name {
            $($fields)*
            $($own)*
        }
    };
}

pub(super) use event;
