//! What the endpoints directly in `/access_codes` take (docs/api-facts.md#access-codes-parameters and #access-codes-endpoints), in every
//! generation. Holds no endpoint. A rule here needs no device: what a lock accepts is judged elsewhere.

use chrono::{DateTime, FixedOffset};

use crate::model::AccessCodeType;
use crate::schema::{names, object};

/// What `create` takes. Without bounds the code is ongoing; with both it is limited to the time frame.
#[object(
    name = "AccessCodesCreateParameters",
    together(starts_at, ends_at, unless = is_one_time_use),
    ordered(starts_at, ends_at)
)]
pub struct CreateParameters {
    /// ID of the device that gets the code.
    pub device_id: String,
    /// Name for people; the provider may shorten it.
    pub name: Option<String>,
    /// The PIN: 4 to 12 digits, within what the device supports. Without it Seam chooses one.
    #[field(secret, digits, min_length = 4, max_length = 12)]
    pub code: Option<String>,
    /// Wished count of digits where `code` is left out; the shortest that the device supports where it supports no such.
    pub preferred_code_length: Option<f64>,
    /// Date-time from which the code opens, RFC 3339 with a zone.
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which the code opens, RFC 3339 with a zone, after `starts_at`.
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Key of your choice: codes of equal key are kept at the same PIN.
    #[field(min_length = 1)]
    pub common_code_key: Option<String>,
    /// Whether a change made outside Seam is left as it is; false unless given.
    pub is_external_modification_allowed: Option<bool>,
    /// Older name of `is_external_modification_allowed`.
    pub allow_external_modification: Option<bool>,
    /// Whether the lock keeps the schedule itself where it can; true unless given.
    pub prefer_native_scheduling: Option<bool>,
    /// Whether the device keeps spare codes; time-bound codes only.
    pub use_backup_access_code_pool: Option<bool>,
    /// Whether the code works by an algorithm, without the lock being connected; takes no `code`.
    pub is_offline_access_code: Option<bool>,
    /// Older name of `is_offline_access_code`.
    #[field(deprecated = "use `is_offline_access_code`")]
    pub use_offline_access_code: Option<bool>,
    /// Whether the code can be used only once; offline codes only. Needs no `ends_at`.
    pub is_one_time_use: Option<bool>,
    /// How far Seam may shift the time frame to one that the lock allows; offline codes only, one hour unless given.
    pub max_time_rounding: Option<MaxTimeRounding>,
    /// Whether to try also while the device is offline; true unless given.
    pub attempt_for_offline_device: Option<bool>,
    /// Whether the server waits for the lock before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// How far Seam may shift a time frame to one that the lock allows.
#[names(closed)]
pub enum MaxTimeRounding {
    /// One hour.
    #[name("1hour")]
    OneHour,
    /// One day.
    #[name("1day")]
    OneDay,
    /// One hour.
    #[name("1h")]
    OneHourShort,
    /// One day.
    #[name("1d")]
    OneDayShort,
}

/// What `create_multiple` takes. Without bounds the codes are ongoing; with both they are limited to the time frame.
#[object(
    name = "AccessCodesCreateMultipleParameters",
    together(starts_at, ends_at, unless = is_one_time_use),
    ordered(starts_at, ends_at)
)]
pub struct CreateMultipleParameters {
    /// IDs of the devices that get a code each.
    pub device_ids: Vec<String>,
    /// What to do where a device cannot take the PIN of the others; `throw` unless given.
    pub behavior_when_code_cannot_be_shared: Option<BehaviorWhenCodeCannotBeShared>,
    /// Name for people; the provider may shorten it.
    pub name: Option<String>,
    /// The PIN: 4 to 12 digits, within what the devices support. Without it Seam chooses one.
    #[field(secret, digits, min_length = 4, max_length = 12)]
    pub code: Option<String>,
    /// Wished count of digits where `code` is left out; the shortest that the devices support where they support no such.
    pub preferred_code_length: Option<f64>,
    /// Date-time from which the codes open, RFC 3339 with a zone.
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which the codes open, RFC 3339 with a zone, after `starts_at`.
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Whether a change made outside Seam is left as it is; false unless given.
    pub is_external_modification_allowed: Option<bool>,
    /// Older name of `is_external_modification_allowed`.
    pub allow_external_modification: Option<bool>,
    /// Whether the locks keep the schedule themselves where they can; true unless given.
    pub prefer_native_scheduling: Option<bool>,
    /// Whether the devices keep spare codes; time-bound codes only.
    pub use_backup_access_code_pool: Option<bool>,
    /// Whether to try also while a device is offline; true unless given.
    pub attempt_for_offline_device: Option<bool>,
    /// Whether the codes work by an algorithm, without the locks being connected.
    #[field(deprecated = "the newest API takes it in `create` alone")]
    pub is_offline_access_code: Option<bool>,
    /// Older name of `is_offline_access_code`.
    #[field(deprecated = "the newest API takes it in `create` alone, as `is_offline_access_code`")]
    pub use_offline_access_code: Option<bool>,
    /// Whether the codes can be used only once; offline codes only. Needs no `ends_at`.
    #[field(deprecated = "the newest API takes it in `create` alone")]
    pub is_one_time_use: Option<bool>,
    /// How far Seam may shift the time frame to one that the locks allow; offline codes only.
    #[field(deprecated = "the newest API takes it in `create` alone")]
    pub max_time_rounding: Option<MaxTimeRounding>,
}

/// What to do where a device cannot take the PIN of the others: create nothing at all, or give it a PIN of its own.
#[names(closed)]
pub enum BehaviorWhenCodeCannotBeShared {
    Throw,
    CreateRandomCode,
}

/// What `update` takes. One bound alone moves that bound.
#[object(name = "AccessCodesUpdateParameters", ordered(starts_at, ends_at))]
pub struct UpdateParameters {
    /// ID of the access code.
    pub access_code_id: String,
    /// ID of the device that holds the code; narrows the search, moves nothing.
    pub device_id: Option<String>,
    /// Name for people; the provider may shorten it.
    pub name: Option<String>,
    /// The new PIN: 4 to 12 digits, within what the device supports.
    #[field(secret, digits, min_length = 4, max_length = 12)]
    pub code: Option<String>,
    /// Wished count of digits of a new PIN.
    #[field(deprecated = "the newest API takes it in `create` and `create_multiple` alone")]
    pub preferred_code_length: Option<f64>,
    /// Date-time from which the code opens, RFC 3339 with a zone.
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which the code opens, RFC 3339 with a zone, after `starts_at`.
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Makes the code ongoing or time-bound; the only way to drop the bounds.
    #[name("type")]
    #[field(listed, typescript = "'ongoing' | 'time_bound'")]
    pub kind: Option<AccessCodeType>,
    /// False hands the code over: it stays on the lock and Seam no longer manages it.
    pub is_managed: Option<bool>,
    /// Whether a change made outside Seam is left as it is.
    pub is_external_modification_allowed: Option<bool>,
    /// Older name of `is_external_modification_allowed`.
    pub allow_external_modification: Option<bool>,
    /// Whether to try also while the device is offline; true unless given.
    pub attempt_for_offline_device: Option<bool>,
    /// Whether the lock keeps the schedule itself where it can.
    #[field(deprecated = "the newest API takes it in `create` and `create_multiple` alone")]
    pub prefer_native_scheduling: Option<bool>,
    /// Whether the device keeps spare codes; time-bound codes only.
    #[field(deprecated = "the newest API takes it in `create` and `create_multiple` alone")]
    pub use_backup_access_code_pool: Option<bool>,
    /// Whether the code works by an algorithm, without the lock being connected.
    #[field(deprecated = "the newest API takes it in `create` alone")]
    pub is_offline_access_code: Option<bool>,
    /// Older name of `is_offline_access_code`.
    #[field(deprecated = "the newest API takes it in `create` alone, as `is_offline_access_code`")]
    pub use_offline_access_code: Option<bool>,
    /// Whether the code can be used only once; offline codes only.
    #[field(deprecated = "the newest API takes it in `create` alone")]
    pub is_one_time_use: Option<bool>,
    /// How far Seam may shift the time frame to one that the lock allows; offline codes only.
    #[field(deprecated = "the newest API takes it in `create` alone")]
    pub max_time_rounding: Option<MaxTimeRounding>,
    /// Whether the server waits for the lock before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `update_multiple` takes. One bound alone moves that bound.
#[object(name = "AccessCodesUpdateMultipleParameters", ordered(starts_at, ends_at))]
pub struct UpdateMultipleParameters {
    /// Key that the codes share.
    #[field(min_length = 1)]
    pub common_code_key: String,
    /// Name for people; the provider may shorten it.
    pub name: Option<String>,
    /// Date-time from which the codes open, RFC 3339 with a zone.
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which the codes open, RFC 3339 with a zone, after `starts_at`.
    pub ends_at: Option<DateTime<FixedOffset>>,
}

/// What `delete` takes.
#[object(name = "AccessCodesDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the access code.
    pub access_code_id: String,
    /// ID of the device that holds the code; narrows the search.
    pub device_id: Option<String>,
    /// Whether the server waits for the lock before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `get` takes: `access_code_id` alone, or both `device_id` and `code`.
// As the official SDK does, one of the three is enough here; the server tells where a pair is not complete.
#[object(
    name = "AccessCodesGetParameters",
    at_least_one(access_code_id, code, device_id)
)]
pub struct GetParameters {
    /// ID of the access code.
    pub access_code_id: Option<String>,
    /// ID of the device that holds the code; together with `code`.
    pub device_id: Option<String>,
    /// The PIN, as the lock has it: not every one is of digits; together with `device_id`.
    #[field(secret, min_length = 1)]
    pub code: Option<String>,
}

/// What `list` takes: at least one filter, of which some servers take only the first five.
#[object(
    name = "AccessCodesListParameters",
    at_least_one(
        access_code_ids,
        access_grant_id,
        access_grant_key,
        access_method_id,
        customer_key,
        device_id,
        search,
        user_identifier_key
    )
)]
pub struct ListParameters {
    /// ID of the device that holds the codes.
    pub device_id: Option<String>,
    /// IDs of the codes.
    pub access_code_ids: Option<Vec<String>>,
    /// ID of the access grant that made the codes.
    pub access_grant_id: Option<String>,
    /// Your own key of the access grant that made the codes.
    #[field(min_length = 1)]
    pub access_grant_key: Option<String>,
    /// ID of the access method that made the codes.
    pub access_method_id: Option<String>,
    /// Key of the customer that the codes belong to.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// Your own key of the user that the codes belong to.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// Part of a name, PIN or ID.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// Most codes per page; 55,000 unless given.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `generate_code` takes.
#[object(name = "AccessCodesGenerateCodeParameters")]
pub struct GenerateCodeParameters {
    /// ID of the device that the PIN is for.
    pub device_id: String,
}

/// What `pull_backup_access_code` takes.
#[object(name = "AccessCodesPullBackupAccessCodeParameters")]
pub struct PullBackupAccessCodeParameters {
    /// ID of the access code that a spare one is to replace.
    pub access_code_id: String,
}

/// What `report_device_constraints` takes: either the lengths themselves or their bounds.
#[object(name = "AccessCodesReportDeviceConstraintsParameters")]
pub struct ReportDeviceConstraintsParameters {
    /// ID of the device.
    pub device_id: String,
    /// The lengths that a PIN may have: 4 to 20 digits each.
    #[field(min = 4, max = 20, min_items = 1)]
    pub supported_code_lengths: Option<Vec<u32>>,
    /// The least length that a PIN may have: 4 to 20 digits.
    #[field(min = 4, max = 20)]
    pub min_code_length: Option<u32>,
    /// The greatest length that a PIN may have: 4 to 20 digits.
    #[field(min = 4, max = 20)]
    pub max_code_length: Option<u32>,
}
