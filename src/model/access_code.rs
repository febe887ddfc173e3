//! `access_code`: a PIN that opens a door (docs/api-facts.md#access-code). Its errors, warnings and pending mutations have files of
//! their own.

use chrono::{DateTime, Utc};

use crate::model::{AccessCodeError, AccessCodeWarning, PendingMutation};
use crate::schema::{names, object};

/// A smart-lock PIN, ongoing or limited to a time frame, that Seam sets on a lock and keeps there.
#[object]
pub struct AccessCode {
    /// ID of the access code.
    #[field(load_bearing)]
    pub access_code_id: String,
    /// ID of the workspace that owns the access code.
    #[field(left_out, load_bearing)]
    pub workspace_id: Option<String>,
    /// ID of the device that holds the access code.
    #[field(left_out, load_bearing)]
    pub device_id: Option<String>,
    /// Name as known to Seam; the lock may show another (see `appearance`).
    #[field(nullable)]
    pub name: Option<String>,
    /// The PIN: usually digits, in some systems letters too; null until the provider has assigned it.
    #[field(nullable, load_bearing, secret)]
    pub code: Option<String>,
    /// Whether the code stays until it is deleted or is limited to a time frame.
    #[name("type")]
    #[field(load_bearing)]
    pub kind: AccessCodeType,
    /// Where the code stands on its way to the lock.
    #[field(
        left_out,
        load_bearing,
        deprecated = "the newest API decides from `pending_mutations`, `errors`, `warnings` and the time frame"
    )]
    pub status: Option<AccessCodeStatus>,
    /// True: the code is managed by Seam. Lists of some servers hold unmanaged codes too, with false.
    #[field(left_out, load_bearing, typescript = "true")]
    pub is_managed: Option<bool>,
    /// Date-time at which the code was created, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// Date-time from which the code opens, RFC 3339; absent or null for ongoing codes.
    #[field(nullable, optional, load_bearing)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which the code opens, RFC 3339; absent or null for ongoing codes.
    #[field(nullable, optional, load_bearing)]
    pub ends_at: Option<DateTime<Utc>>,
    /// Key shared by codes that are kept equal on several devices.
    #[field(left_out, nullable)]
    pub common_code_key: Option<String>,
    /// Whether a change made outside Seam is left as it is.
    #[field(left_out)]
    pub is_external_modification_allowed: Option<bool>,
    /// Whether the code can be used only once (offline codes).
    #[field(left_out)]
    pub is_one_time_use: Option<bool>,
    /// Whether the code works by an algorithm, without the lock being connected.
    #[field(left_out)]
    pub is_offline_access_code: Option<bool>,
    /// Whether a spare code can be pulled to replace this one.
    #[field(left_out)]
    pub is_backup_access_code_available: Option<bool>,
    /// Whether this is itself a spare code.
    pub is_backup: Option<bool>,
    /// ID of the spare code that replaced this one.
    #[field(nullable, optional)]
    pub pulled_backup_access_code_id: Option<String>,
    /// Whether the lock already holds the code with its schedule, before the time frame starts.
    pub is_scheduled_on_device: Option<bool>,
    /// Whether the provider has yet to produce the PIN.
    pub is_waiting_for_code_assignment: Option<bool>,
    /// What keeps the code from working.
    pub errors: Vec<AccessCodeError>,
    /// What may trouble the code or whoever uses it.
    pub warnings: Vec<AccessCodeWarning>,
    /// Changes that are asked for but not yet on the lock.
    #[field(left_out)]
    pub pending_mutations: Option<Vec<PendingMutation>>,
    /// What only dormakaba Oracode locks know.
    #[field(nullable, optional)]
    pub dormakaba_oracode_metadata: Option<DormakabaOracodeMetadata>,
    /// Status as a label for people; free text, not for decisions. Servers of older generations leave it out.
    pub display_status: Option<String>,
    /// How the code shows in the provider's app.
    #[field(nullable, optional)]
    pub appearance: Option<AccessCodeAppearance>,
}

/// Whether a code stays until it is deleted (`ongoing`) or is limited to a time frame (`time_bound`).
#[names]
pub enum AccessCodeType {
    TimeBound,
    Ongoing,
}

/// Where a code stands: waiting (`unset`), being programmed (`setting`), on the lock (`set`), being removed, or not known.
#[names]
pub enum AccessCodeStatus {
    Setting,
    Set,
    Unset,
    Removing,
    Unknown,
}

/// What only dormakaba Oracode locks know of a code.
#[object]
pub struct DormakabaOracodeMetadata {
    /// Number of the stay.
    pub stay_id: Option<f64>,
    /// ID of the user level.
    pub user_level_id: Option<String>,
    /// Name of the user level.
    #[field(nullable, optional)]
    pub user_level_name: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// Whether the stay can be cancelled.
    pub is_cancellable: Option<bool>,
    /// Whether the stay can be extended.
    pub is_extendable: Option<bool>,
    /// Whether the guest can check in early.
    pub is_early_checkin_able: Option<bool>,
    /// Whether overrides are left; false when the quota is used up.
    pub is_overridable: Option<bool>,
}

/// How a code shows in the provider's app.
#[object]
pub struct AccessCodeAppearance {
    /// Name in the provider's app.
    #[field(nullable, optional)]
    pub name: Option<String>,
    /// First part of a name that the provider splits.
    #[field(nullable, optional)]
    pub first_name: Option<String>,
    /// Last part of a name that the provider splits.
    #[field(nullable, optional)]
    pub last_name: Option<String>,
}

/// A PIN that would pass a device's rules; nothing has been created.
#[object]
pub struct GeneratedCode {
    /// The PIN.
    #[field(load_bearing, secret)]
    pub code: String,
    /// ID of the device that the PIN is for.
    #[field(load_bearing)]
    pub device_id: String,
}
