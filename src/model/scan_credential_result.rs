//! What scanning a card gives (docs/api-facts.md#credentials-and-access-methods): the card as the encoder reads it beside the credential as
//! Seam knows it. Holds nothing that is not read from a card.

use chrono::{DateTime, Utc};

use crate::model::AcsCredential;
use crate::schema::{names, object, union};

/// What scanning a card gives.
#[object]
pub struct ScanCredentialResult {
    /// The card as the encoder reads it; null where it could not.
    #[field(nullable)]
    pub acs_credential_on_encoder: Option<AcsCredentialOnEncoder>,
    /// The credential as Seam knows it; null where Seam does not.
    #[field(nullable)]
    pub acs_credential_on_seam: Option<AcsCredential>,
    /// Where the two differ.
    pub warnings: Vec<ScanCredentialWarning>,
}

/// A card as an encoder reads it.
#[object]
pub struct AcsCredentialOnEncoder {
    /// Number of the card.
    #[field(nullable, secret)]
    pub card_number: Option<String>,
    /// Date-time at which the credential was created, RFC 3339.
    #[field(nullable)]
    pub created_at: Option<DateTime<Utc>>,
    /// Date-time from which it opens, RFC 3339.
    #[field(nullable)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which it opens, RFC 3339.
    #[field(nullable)]
    pub ends_at: Option<DateTime<Utc>>,
    /// Whether a credential is on the card.
    #[field(nullable)]
    pub is_issued: Option<bool>,
    /// What only Visionline knows.
    pub visionline_metadata: Option<VisionlineCardMetadata>,
}

/// What only Visionline knows of its cards.
#[object]
pub struct VisionlineCardMetadata {
    /// ID of the card at Visionline.
    pub card_id: Option<String>,
    /// Format of the card.
    pub card_format: Option<VisionlineCardFormat>,
    /// Whose card it is.
    pub card_holder: Option<String>,
    /// How many cards were issued.
    pub number_of_issued_cards: Option<f64>,
    /// Whether the card was cancelled.
    pub cancelled: Option<bool>,
    /// Whether the card was discarded.
    pub discarded: Option<bool>,
    /// Whether the card's time is over.
    pub expired: Option<bool>,
    /// Whether another card took its place at the doors.
    pub overridden: Option<bool>,
    /// Whether something else was written onto the card.
    pub overwritten: Option<bool>,
    /// Whether the card is about to be updated by itself.
    pub pending_auto_update: Option<bool>,
    /// IDs of the common entrances that it opens.
    pub common_acs_entrance_ids: Option<Vec<String>>,
    /// IDs of the guest entrances that it opens.
    pub guest_acs_entrance_ids: Option<Vec<String>>,
}

/// Format of a Visionline card.
#[names]
pub enum VisionlineCardFormat {
    #[name("TLCode")]
    TlCode,
    #[name("rfid48")]
    Rfid48,
}

/// Where a card and the credential that Seam knows differ.
#[union(tag = "warning_code", unlisted = ScanCredentialNotice)]
pub enum ScanCredentialWarning {
    /// The card is not as Seam knows it: write it again.
    AcsCredentialOnEncoderOutOfSync(ScanCredentialNotice),
    /// Seam knows no credential of this card.
    AcsCredentialOnSeamNotFound(ScanCredentialNotice),
}

/// What every warning about a scanned card has.
#[object]
pub struct ScanCredentialNotice {
    /// What is going on, for people; free text.
    pub warning_message: String,
}
