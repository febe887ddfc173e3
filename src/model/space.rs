//! `space`: what devices and entrances are in (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::Notice;
use crate::schema::{object, union};

/// A home, a room or a floor, with the devices and entrances in it.
#[object]
pub struct Space {
    /// ID of the space.
    #[field(load_bearing)]
    pub space_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// How many entrances are in it.
    #[field(required)]
    pub acs_entrance_count: Option<u32>,
    /// What its guests have to know.
    pub customer_data: Option<SpaceCustomerData>,
    /// Your own key of the customer whom it belongs to.
    pub customer_key: Option<String>,
    /// How many devices are in it.
    #[field(required)]
    pub device_count: Option<u32>,
    /// Name to show to people.
    pub display_name: String,
    /// Where it is; null where nobody knows.
    #[field(nullable, optional)]
    pub geolocation: Option<SpaceGeolocation>,
    /// Name, for people.
    pub name: String,
    /// Your own key of the space.
    pub space_key: Option<String>,
    /// What may trouble it.
    pub warnings: Option<Vec<SpaceWarning>>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What the guests of a space have to know.
#[object]
pub struct SpaceCustomerData {
    /// Postal address; null where nobody knows.
    #[field(nullable, optional)]
    pub address: Option<String>,
    /// Time of day at which guests come, as `15:00`; null where there is none.
    #[field(nullable, optional)]
    pub default_checkin_time: Option<String>,
    /// Time of day at which guests leave, as `11:00`; null where there is none.
    #[field(nullable, optional)]
    pub default_checkout_time: Option<String>,
    /// IANA time zone; null where nobody knows.
    #[field(nullable, optional)]
    pub time_zone: Option<String>,
}

/// Where a space is.
#[object]
pub struct SpaceGeolocation {
    /// Latitude in degrees.
    #[field(required)]
    pub latitude: Option<f64>,
    /// Longitude in degrees.
    #[field(required)]
    pub longitude: Option<f64>,
}

/// What may trouble a space.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum SpaceWarning {
    /// It is being deleted.
    BeingDeleted(Notice),
}
