//! `access_grant`: what lets somebody in, whatever the lock (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::{AccessMethodMode, AccessTimes, Notice};
use crate::schema::{names, object, union};

/// Access of one person to devices, entrances and spaces, by one or more access methods.
#[object]
pub struct AccessGrant {
    /// ID of the access grant.
    #[field(load_bearing)]
    pub access_grant_id: String,
    /// ID of the workspace.
    #[field(load_bearing)]
    pub workspace_id: String,
    /// Your own key of the access grant.
    pub access_grant_key: Option<String>,
    /// IDs of its access methods.
    pub access_method_ids: Vec<String>,
    /// Token of the client session that goes with it.
    #[field(secret)]
    pub client_session_token: Option<String>,
    /// ID of the customization profile, which says how it looks.
    pub customization_profile_id: Option<String>,
    /// Name to show to people.
    pub display_name: String,
    /// How far it is, for people; the wording may change, so compare the other fields instead.
    pub display_status: String,
    /// Date-time from which it opens, RFC 3339.
    #[field(required, load_bearing)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which it opens, RFC 3339; null where it has no end.
    #[field(nullable, load_bearing)]
    pub ends_at: Option<DateTime<Utc>>,
    /// The address that puts the key onto a phone; whoever has it gets in.
    #[field(secret)]
    pub instant_key_url: Option<String>,
    /// IDs of the spaces that it opens.
    #[field(deprecated = "use `space_ids`")]
    pub location_ids: Vec<String>,
    /// Name, for people; null where there is none.
    #[field(nullable)]
    pub name: Option<String>,
    /// The ways in that were asked for.
    pub requested_access_methods: Vec<RequestedAccessMethod>,
    /// Your own key of the reservation.
    pub reservation_key: Option<String>,
    /// IDs of the spaces that it opens.
    pub space_ids: Vec<String>,
    /// ID of the user identity whom it is for.
    #[field(load_bearing)]
    pub user_identity_id: String,
    /// Changes that are asked for but not yet made.
    pub pending_mutations: Vec<AccessGrantMutation>,
    /// What keeps it from working.
    pub errors: Vec<AccessGrantError>,
    /// What may trouble it.
    pub warnings: Vec<AccessGrantWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A way in that an access grant was asked for.
#[object]
pub struct RequestedAccessMethod {
    /// The PIN, where it was asked for.
    #[field(load_bearing, secret)]
    pub code: Option<String>,
    /// IDs of the access methods that were made for it.
    pub created_access_method_ids: Vec<String>,
    /// Name to show to people.
    pub display_name: String,
    /// How often the instant key can be used; mobile keys only.
    pub instant_key_max_use_count: Option<u32>,
    /// How it opens.
    #[field(load_bearing)]
    pub mode: AccessMethodMode,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A change of an access grant that is asked for but not yet made.
#[union(tag = "mutation_code", unlisted = Notice)]
pub enum AccessGrantMutation {
    /// The devices that it opens are being changed.
    UpdatingSpaces(AccessGrantUpdatingSpaces),
    /// Its times are being changed.
    UpdatingAccessTimes(AccessGrantUpdatingAccessTimes),
}

/// The devices that it opens are being changed: the details.
#[object]
pub struct AccessGrantUpdatingSpaces {
    /// Before the change.
    pub from: AccessGrantUpdatingSpacesFrom,
    /// After the change.
    pub to: AccessGrantUpdatingSpacesTo,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// Before the change.
#[object]
pub struct AccessGrantUpdatingSpacesFrom {
    /// IDs of the devices.
    pub device_ids: Vec<String>,
}

/// After the change.
#[object]
pub struct AccessGrantUpdatingSpacesTo {
    /// Key shared by its access codes; null where there is none.
    #[field(nullable, optional)]
    pub common_code_key: Option<String>,
    /// IDs of the devices.
    pub device_ids: Vec<String>,
}

/// Its times are being changed: the details.
#[object]
pub struct AccessGrantUpdatingAccessTimes {
    /// IDs of the access methods.
    pub access_method_ids: Vec<String>,
    /// Before the change.
    pub from: AccessTimes,
    /// After the change.
    pub to: AccessTimes,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What keeps an access grant from working.
#[union(tag = "error_code", unlisted = Notice)]
pub enum AccessGrantError {
    /// Access methods that were asked for could not be made.
    CannotCreateRequestedAccessMethods(AccessGrantCannotCreateRequestedAccessMethods),
    /// Some of what it should open is not provisioned.
    AccessNotProvisioned(Notice),
}

/// Access methods that were asked for could not be made: the details.
#[object]
pub struct AccessGrantCannotCreateRequestedAccessMethods {
    /// IDs of the devices that have no access method.
    pub missing_device_ids: Option<Vec<String>>,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What may trouble an access grant.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum AccessGrantWarning {
    /// It is being deleted.
    BeingDeleted(Notice),
    /// It does not open all that it should yet.
    UnderprovisionedAccess(Notice),
    /// It still opens what it should no longer open.
    OverprovisionedAccess(AccessGrantOverprovisionedAccessWarning),
    /// Its times are being changed.
    UpdatingAccessTimes(AccessGrantUpdatingAccessTimesWarning),
    /// A lock has another PIN than was asked for: tell the guest.
    RequestedCodeUnavailable(AccessGrantRequestedCodeUnavailableWarning),
    /// A device takes no access codes.
    DeviceDoesNotSupportAccessCodes(AccessGrantDeviceDoesNotSupportAccessCodesWarning),
    /// A device does not take such times.
    DeviceTimeConstraintsViolated(AccessGrantDeviceTimeConstraintsViolatedWarning),
}

/// It still opens what it should no longer open: the details.
#[object]
pub struct AccessGrantOverprovisionedAccessWarning {
    /// The devices.
    pub failed_devices: Option<Vec<FailedDevice>>,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A device that an access grant still opens.
#[object]
pub struct FailedDevice {
    /// Name of what went wrong; an open set.
    pub error_code: String,
    /// ID of the device.
    pub device_id: String,
    /// What is going on, for people; free text.
    pub message: String,
}

/// Its times are being changed: the details.
#[object]
pub struct AccessGrantUpdatingAccessTimesWarning {
    /// IDs of the access methods.
    pub access_method_ids: Vec<String>,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A lock has another PIN than was asked for: tell the guest: the details.
#[object]
pub struct AccessGrantRequestedCodeUnavailableWarning {
    /// ID of the device.
    pub device_id: String,
    /// The PIN that opens.
    #[field(secret)]
    pub new_code: String,
    /// The PIN that was asked for.
    #[field(secret)]
    pub original_code: String,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A device takes no access codes: the details.
#[object]
pub struct AccessGrantDeviceDoesNotSupportAccessCodesWarning {
    /// ID of the device.
    pub device_id: String,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A device does not take such times: the details.
#[object]
pub struct AccessGrantDeviceTimeConstraintsViolatedWarning {
    /// ID of the device.
    pub device_id: String,
    /// What the device does not take.
    pub reason: TimeConstraint,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a device does not take of a time frame.
#[names]
pub enum TimeConstraint {
    DurationExceedsMax,
    TimesDoNotMatchSlots,
    OngoingNotSupported,
}

/// An access grant that Seam did not create.
#[object]
pub struct UnmanagedAccessGrant {
    /// ID of the access grant.
    #[field(load_bearing)]
    pub access_grant_id: String,
    /// ID of the workspace.
    #[field(load_bearing)]
    pub workspace_id: String,
    /// IDs of its access methods.
    pub access_method_ids: Vec<String>,
    /// Name to show to people.
    pub display_name: String,
    /// Date-time from which it opens, RFC 3339.
    #[field(required, load_bearing)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which it opens, RFC 3339; null where it has no end.
    #[field(nullable, load_bearing)]
    pub ends_at: Option<DateTime<Utc>>,
    /// IDs of the spaces that it opens.
    #[field(deprecated = "use `space_ids`")]
    pub location_ids: Vec<String>,
    /// Name, for people; null where there is none.
    #[field(nullable)]
    pub name: Option<String>,
    /// The ways in that were asked for.
    pub requested_access_methods: Vec<RequestedAccessMethod>,
    /// Your own key of the reservation.
    pub reservation_key: Option<String>,
    /// IDs of the spaces that it opens.
    pub space_ids: Vec<String>,
    /// ID of the user identity whom it is for.
    pub user_identity_id: Option<String>,
    /// Changes that are asked for but not yet made.
    pub pending_mutations: Vec<AccessGrantMutation>,
    /// What keeps it from working.
    pub errors: Vec<AccessGrantError>,
    /// What may trouble it.
    pub warnings: Vec<AccessGrantWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}
