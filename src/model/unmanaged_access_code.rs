//! `unmanaged_access_code`: a PIN that is on a lock without Seam having set it (docs/api-facts.md#unmanaged-access-code).
//! Its errors and warnings are those of managed codes.

use chrono::{DateTime, Utc};

use crate::model::{AccessCodeError, AccessCodeType, AccessCodeWarning, DormakabaOracodeMetadata};
use crate::schema::{False, True, names, object};

/// A smart-lock PIN that was found on a lock. Seam shows it; to change it, convert it to a managed one first.
#[object]
pub struct UnmanagedAccessCode {
    /// ID of the access code.
    #[field(load_bearing)]
    pub access_code_id: String,
    /// ID of the workspace that owns the access code.
    #[field(left_out, load_bearing)]
    pub workspace_id: Option<String>,
    /// ID of the device that holds the access code.
    #[field(load_bearing)]
    pub device_id: String,
    /// Name as the lock has it.
    #[field(nullable)]
    pub name: Option<String>,
    /// The PIN: usually digits, in some systems letters too; null or absent where the provider does not tell it.
    #[field(nullable, optional, load_bearing, secret)]
    pub code: Option<String>,
    /// Whether the code stays until it is deleted or is limited to a time frame.
    #[name("type")]
    #[field(load_bearing)]
    pub kind: AccessCodeType,
    /// Whether the code is on the lock.
    #[field(
        load_bearing,
        deprecated = "the API no longer recommends it, and names no successor"
    )]
    pub status: UnmanagedAccessCodeStatus,
    /// Always false: the code is not managed by Seam.
    #[field(load_bearing)]
    pub is_managed: False,
    /// Date-time at which Seam found the code, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// Date-time from which the code opens, RFC 3339; absent or null for ongoing codes.
    #[field(nullable, optional, load_bearing)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which the code opens, RFC 3339; absent or null for ongoing codes.
    #[field(nullable, optional, load_bearing)]
    pub ends_at: Option<DateTime<Utc>>,
    /// What keeps the code from working.
    pub errors: Vec<AccessCodeError>,
    /// What may trouble the code or whoever uses it.
    pub warnings: Vec<AccessCodeWarning>,
    /// True where the provider does not let Seam take the code over.
    pub cannot_be_managed: Option<True>,
    /// True where the code can be deleted in the provider's app alone.
    pub cannot_delete_unmanaged_access_code: Option<True>,
    /// What only dormakaba Oracode locks know.
    #[field(nullable, optional)]
    pub dormakaba_oracode_metadata: Option<DormakabaOracodeMetadata>,
    /// Status as a label for people; free text, not for decisions. Servers of older generations leave it out.
    pub display_status: Option<String>,
}

/// Whether an unmanaged code is on the lock (`set`) or not (`unset`).
#[names]
pub enum UnmanagedAccessCodeStatus {
    Set,
    Unset,
}
