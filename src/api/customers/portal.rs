//! What a portal for a customer shows and offers. Holds no endpoint; `create_portal` takes it.

use crate::schema::{names, object};

/// A condition that resources shown in a portal meet.
#[object]
pub struct CustomerResourceFilter {
    /// Name of the field.
    pub field: Option<String>,
    /// How field and value are compared.
    pub operation: Option<CustomerResourceOperation>,
    /// The value.
    pub value: Option<String>,
}

/// What a portal opens with.
#[object]
pub struct CustomerPortalDeepLink {
    /// ID of the resource.
    pub resource_id: Option<String>,
    /// Your own key of the resource.
    pub resource_key: Option<String>,
    /// Kind of the resource.
    pub resource_type: Option<CustomerPortalResourceKind>,
}

/// What a portal offers.
#[object]
pub struct CustomerPortalFeatures {
    /// Settings of automations.
    pub configure: Option<CustomerPortalConfigure>,
    /// Connecting accounts.
    pub connect: Option<CustomerPortalConnect>,
    /// Managing what is there.
    pub manage: Option<CustomerPortalManage>,
    /// Managing devices.
    pub manage_devices: Option<CustomerPortalPart>,
    /// Sorting devices into spaces.
    pub organize: Option<CustomerPortalPart>,
}

/// What of the automations can be set in a portal.
#[object]
pub struct CustomerPortalConfigure {
    /// Whether the rules by which access is granted can be changed.
    pub allow_access_automation_rule_customization: Option<bool>,
    /// Whether the rules for the climate can be changed.
    pub allow_climate_automation_rule_customization: Option<bool>,
    /// Whether the look of instant keys can be changed.
    pub allow_instant_key_customization: Option<bool>,
    /// Whether this part is left out.
    pub exclude: Option<bool>,
}

/// Which accounts can be connected in a portal.
#[object]
pub struct CustomerPortalConnect {
    /// Providers whose accounts can be connected.
    pub accepted_providers: Option<Vec<String>>,
    /// Whether this part is left out.
    pub exclude: Option<bool>,
    /// Providers whose accounts cannot be connected.
    pub excluded_providers: Option<Vec<String>>,
}

/// What can be managed in a portal.
#[object]
pub struct CustomerPortalManage {
    /// What the user is asked before Seam takes over a device.
    pub device_management_confirmation: Option<CustomerPortalDeviceConfirmation>,
    /// Which events are shown.
    pub events: Option<CustomerPortalEvents>,
    /// Whether this part is left out.
    pub exclude: Option<bool>,
    /// Whether managing reservations is left out.
    pub exclude_reservation_management: Option<bool>,
    /// Whether technical details of reservations are left out.
    pub exclude_reservation_technical_details: Option<bool>,
    /// Whether managing staff is left out.
    pub exclude_staff_management: Option<bool>,
}

/// What a portal asks before Seam takes over a device.
#[object]
pub struct CustomerPortalDeviceConfirmation {
    /// Text of the question.
    pub body: Option<String>,
    /// Text of the button that says no.
    pub cancel_button_label: Option<String>,
    /// Text of the button that says yes.
    pub confirm_button_label: Option<String>,
    /// Title of the question.
    pub title: Option<String>,
}

/// Which events a portal shows.
#[object]
pub struct CustomerPortalEvents {
    /// Types of events that can be shown.
    pub allowed_events: Option<Vec<String>>,
    /// Types of events that are shown at first.
    pub default_events: Option<Vec<String>>,
}

/// A part of a portal.
#[object]
pub struct CustomerPortalPart {
    /// Whether this part is left out.
    pub exclude: Option<bool>,
}

/// Where a portal begins.
#[object]
pub struct CustomerPortalLandingPage {
    /// Managing what is there.
    pub manage: Option<CustomerPortalLandingPageManage>,
}

/// What a portal shows first, by your own key.
#[object]
pub struct CustomerPortalLandingPageManage {
    /// Your own key of the access grant.
    pub access_grant_key: Option<String>,
    /// Your own key of the booking.
    pub booking_key: Option<String>,
    /// Your own key of the building.
    pub building_key: Option<String>,
    /// Your own key of the common area.
    pub common_area_key: Option<String>,
    /// Your own key of the facility.
    pub facility_key: Option<String>,
    /// Your own key of the listing.
    pub listing_key: Option<String>,
    /// Your own key of the property.
    pub property_key: Option<String>,
    /// Your own key of the property listing.
    pub property_listing_key: Option<String>,
    /// Your own key of the reservation.
    pub reservation_key: Option<String>,
    /// Your own key of the room.
    pub room_key: Option<String>,
    /// Your own key of the site.
    pub site_key: Option<String>,
    /// Your own key of the space.
    pub space_key: Option<String>,
    /// Your own key of the unit.
    pub unit_key: Option<String>,
}

/// How a field and a value are compared.
#[names(closed)]
pub enum CustomerResourceOperation {
    #[name("=")]
    Equal,
}

/// Kind of resource that a portal opens with.
#[names(closed)]
pub enum CustomerPortalResourceKind {
    Reservation,
    Space,
    Device,
    AcsEntrance,
}

/// Language of a portal.
#[names(closed)]
pub enum CustomerPortalLocale {
    #[name("en-US")]
    EnUS,
    #[name("pt-PT")]
    PtPT,
    #[name("fr-FR")]
    FrFR,
    #[name("it-IT")]
    ItIT,
    #[name("es-ES")]
    EsES,
    #[name("de-DE")]
    DeDE,
    #[name("nl-NL")]
    NlNL,
    #[name("el-GR")]
    ElGR,
    #[name("pl-PL")]
    PlPL,
    #[name("ru-RU")]
    RuRU,
}

/// How far a user gets around in a portal.
#[names(closed)]
pub enum CustomerPortalNavigation {
    Full,
    Restricted,
}
