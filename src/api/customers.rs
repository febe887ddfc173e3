//! `/customers/**` (docs/api-facts.md#other-endpoints): portals for your customers, and what Seam has to know of them.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::CustomerPortal;
use crate::schema::{object, summarized};

mod data;
mod portal;

pub use data::*;
pub use portal::*;

/// Portals for your customers, and what Seam has to know of them.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "customers",
    endpoints: &[&CREATE_PORTAL, &DELETE_DATA, &PUSH_DATA],
    children: &[],
};

/// Makes a portal for a customer: a page of yours, run by Seam. Whoever has its address gets in.
#[summarized]
pub const CREATE_PORTAL: Endpoint<CreatePortalParameters, CustomerPortal> = Endpoint {
    path: "/customers/create_portal",
    reply: Returns::value("customer_portal"),
    repeatable: false,
};

/// Deletes what you have pushed for customers, by your own keys.
#[summarized]
pub const DELETE_DATA: Endpoint<DeleteDataParameters, ()> = Endpoint {
    path: "/customers/delete_data",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Tells Seam of a customer's properties, guests and stays, so that access can be granted for them.
#[summarized]
pub const PUSH_DATA: Endpoint<PushDataParameters, ()> = Endpoint {
    path: "/customers/push_data",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `create_portal` takes.
#[object(name = "CustomersCreatePortalParameters")]
pub struct CreatePortalParameters {
    /// What you know of the space for its guests.
    pub customer_data: Option<CustomerData>,
    /// Which of the resources the portal shows.
    pub customer_resources_filters: Option<Vec<CustomerResourceFilter>>,
    /// ID of the customization profile, which says how it looks.
    pub customization_profile_id: Option<String>,
    /// What the portal opens with.
    pub deep_link: Option<CustomerPortalDeepLink>,
    /// Whether the choice of language is left out.
    pub exclude_locale_picker: Option<bool>,
    /// What the portal offers.
    pub features: Option<CustomerPortalFeatures>,
    /// Whether the portal is shown inside a page of yours.
    pub is_embedded: Option<bool>,
    /// Where the portal begins.
    pub landing_page: Option<CustomerPortalLandingPage>,
    /// Language of the portal.
    pub locale: Option<CustomerPortalLocale>,
    /// How far the user gets around in the portal.
    pub navigation_mode: Option<CustomerPortalNavigation>,
    /// Whether nothing can be changed in the portal.
    pub read_only: Option<bool>,
}

/// What `delete_data` takes.
#[object(name = "CustomersDeleteDataParameters")]
pub struct DeleteDataParameters {
    /// Your own keys of the access grants.
    #[field(min_length = 1)]
    pub access_grant_keys: Option<Vec<String>>,
    /// Your own keys of the bookings.
    #[field(min_length = 1)]
    pub booking_keys: Option<Vec<String>>,
    /// Your own keys of the buildings.
    #[field(min_length = 1)]
    pub building_keys: Option<Vec<String>>,
    /// Your own keys of the common areas.
    #[field(min_length = 1)]
    pub common_area_keys: Option<Vec<String>>,
    /// Your own keys of the customers.
    #[field(min_length = 1)]
    pub customer_keys: Option<Vec<String>>,
    /// Your own keys of the facilities.
    #[field(min_length = 1)]
    pub facility_keys: Option<Vec<String>>,
    /// Your own keys of the guests.
    #[field(min_length = 1)]
    pub guest_keys: Option<Vec<String>>,
    /// Your own keys of the listings.
    #[field(min_length = 1)]
    pub listing_keys: Option<Vec<String>>,
    /// Your own keys of the properties.
    #[field(min_length = 1)]
    pub property_keys: Option<Vec<String>>,
    /// Your own keys of the property listings.
    #[field(min_length = 1)]
    pub property_listing_keys: Option<Vec<String>>,
    /// Your own keys of the reservations.
    #[field(min_length = 1)]
    pub reservation_keys: Option<Vec<String>>,
    /// Your own keys of the residents.
    #[field(min_length = 1)]
    pub resident_keys: Option<Vec<String>>,
    /// Your own keys of the rooms.
    #[field(min_length = 1)]
    pub room_keys: Option<Vec<String>>,
    /// Your own keys of the spaces.
    #[field(min_length = 1)]
    pub space_keys: Option<Vec<String>>,
    /// Your own keys of the staff members.
    #[field(min_length = 1)]
    pub staff_member_keys: Option<Vec<String>>,
    /// Your own keys of the tenants.
    #[field(min_length = 1)]
    pub tenant_keys: Option<Vec<String>>,
    /// Your own keys of the units.
    #[field(min_length = 1)]
    pub unit_keys: Option<Vec<String>>,
    /// Your own keys of the user identities.
    #[field(min_length = 1)]
    pub user_identity_keys: Option<Vec<String>>,
    /// Your own keys of the users.
    #[field(min_length = 1)]
    pub user_keys: Option<Vec<String>>,
}

/// What `push_data` takes.
#[object(name = "CustomersPushDataParameters")]
pub struct PushDataParameters {
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: String,
    /// Access grants of your guests.
    pub access_grants: Option<Vec<CustomerAccessGrant>>,
    /// Bookings.
    pub bookings: Option<Vec<CustomerBooking>>,
    /// Buildings.
    pub buildings: Option<Vec<CustomerBuilding>>,
    /// Common areas.
    pub common_areas: Option<Vec<CustomerCommonArea>>,
    /// Facilities.
    pub facilities: Option<Vec<CustomerFacility>>,
    /// Guests.
    pub guests: Option<Vec<CustomerGuest>>,
    /// Listings.
    pub listings: Option<Vec<CustomerListing>>,
    /// Properties.
    pub properties: Option<Vec<CustomerProperty>>,
    /// Property listings.
    pub property_listings: Option<Vec<CustomerPropertyListing>>,
    /// Reservations.
    pub reservations: Option<Vec<CustomerReservation>>,
    /// Residents.
    pub residents: Option<Vec<CustomerResident>>,
    /// Rooms.
    pub rooms: Option<Vec<CustomerRoom>>,
    /// Sites.
    pub sites: Option<Vec<CustomerSite>>,
    /// Spaces.
    pub spaces: Option<Vec<CustomerSpace>>,
    /// Staff members.
    pub staff_members: Option<Vec<CustomerStaffMember>>,
    /// Tenants.
    pub tenants: Option<Vec<CustomerTenant>>,
    /// Units.
    pub units: Option<Vec<CustomerUnit>>,
    /// User identities.
    pub user_identities: Option<Vec<CustomerUserIdentity>>,
    /// Users.
    pub users: Option<Vec<CustomerUser>>,
    /// ID of the customization profile, which says how it looks.
    #[field(nullable, optional)]
    pub customization_profile_id: Option<String>,
    /// Charge from 0 to 1 below which the customer hears of a battery; null for the default.
    #[field(nullable, optional)]
    pub low_battery_alert_threshold: Option<f64>,
}
