//! What the provider of keys in lockers alone knows of them. It names people and where they live, which is secret.
//! Holds nothing of locks.

use crate::schema::object;

/// What only KeyNest keys know.
#[object]
pub struct KeynestMetadata {
    /// ID of the key at KeyNest.
    pub key_id: Option<String>,
    /// ID of the fob at KeyNest.
    pub fob_id: Option<f64>,
    /// Name of the key.
    pub device_name: Option<String>,
    /// Whether there is a picture of the key.
    pub has_photo: Option<bool>,
    /// What its owner wrote about it; free text.
    #[field(nullable, optional, secret)]
    pub key_notes: Option<String>,
    /// ID of the property that the key opens.
    #[field(nullable, optional)]
    pub property_id: Option<String>,
    /// Postal code of the property.
    #[field(nullable, optional, secret)]
    pub property_postcode: Option<String>,
    /// Address of the property.
    #[field(nullable, optional, secret)]
    pub address: Option<String>,
    /// ID of the office that the key belongs to.
    pub default_office_id: Option<f64>,
    /// ID of the store that holds or last held the key.
    pub current_or_last_store_id: Option<f64>,
    /// Whether the key is in a locker that takes no codes.
    pub is_quadient_locker: Option<bool>,
    /// How the key is handed over.
    #[field(nullable, optional)]
    pub handover_method: Option<String>,
    /// When the key was last moved, as KeyNest writes it.
    pub last_movement: Option<String>,
    /// What KeyNest says about where the key is; free text.
    #[field(nullable, optional)]
    pub current_status: Option<String>,
    /// Kind of the status.
    pub status_type: Option<String>,
    /// Name of whoever has the key.
    #[field(nullable, optional, secret)]
    pub current_user_name: Option<String>,
    /// Email address of whoever has the key.
    #[field(nullable, optional, secret)]
    pub current_user_email: Option<String>,
    /// Phone number of whoever has the key.
    #[field(nullable, optional, secret)]
    pub current_user_phone_number: Option<String>,
    /// Company of whoever has the key.
    #[field(nullable, optional, secret)]
    pub current_user_company: Option<String>,
    /// Who of the KeyNest app has the key.
    #[field(nullable, optional, secret)]
    pub keynest_app_user: Option<String>,
    /// Subscription that the key is under.
    pub subscription_plan: Option<String>,
}
