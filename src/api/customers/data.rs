//! What Seam can be told of a customer: places, people and stays, by your own keys (docs/api-facts.md#other-endpoints).
//! Holds no endpoint; `push_data` and `create_portal` take it.

use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::{DateTime, FixedOffset};

use crate::model::SpaceCustomerData;
use crate::schema::{Value, object};

/// What you know of a customer.
#[object]
pub struct CustomerData {
    /// Access grants of your guests.
    pub access_grants: Option<Vec<CustomerAccessGrant>>,
    /// Bookings.
    pub bookings: Option<Vec<CustomerBooking>>,
    /// Buildings.
    pub buildings: Option<Vec<CustomerBuilding>>,
    /// Common areas.
    pub common_areas: Option<Vec<CustomerCommonArea>>,
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
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
}

/// An access grant of a customer.
#[object(ordered(starts_at, ends_at))]
pub struct CustomerAccessGrant {
    /// Your own key of the access grant.
    #[field(min_length = 1)]
    pub access_grant_key: Option<String>,
    /// Your own keys of the buildings.
    pub building_keys: Option<Vec<String>>,
    /// Your own keys of the common areas.
    pub common_area_keys: Option<Vec<String>>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(typescript = "string | { toJSON(): string }")]
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Your own keys of the facilities.
    pub facility_keys: Option<Vec<String>>,
    /// Your own key of the guest.
    pub guest_key: Option<String>,
    /// Your own keys of the listings.
    pub listing_keys: Option<Vec<String>>,
    /// Name, for people.
    pub name: Option<String>,
    /// The PIN that the guest would like.
    #[field(secret)]
    pub preferred_code: Option<String>,
    /// Your own keys of the properties.
    pub property_keys: Option<Vec<String>>,
    /// Your own key of the resident.
    pub resident_key: Option<String>,
    /// Your own keys of the rooms.
    pub room_keys: Option<Vec<String>>,
    /// Your own keys of the spaces.
    pub space_keys: Option<Vec<String>>,
    /// Your own key of the tenant.
    pub tenant_key: Option<String>,
    /// Your own keys of the units.
    pub unit_keys: Option<Vec<String>>,
    /// Your own key of the user identity.
    pub user_identity_key: Option<String>,
    /// Your own key of the user.
    pub user_key: Option<String>,
}

/// A booking of a customer.
#[object(ordered(starts_at, ends_at))]
pub struct CustomerBooking {
    /// Your own key of the booking.
    #[field(min_length = 1)]
    pub booking_key: Option<String>,
    /// Your own keys of the buildings.
    pub building_keys: Option<Vec<String>>,
    /// Your own keys of the common areas.
    pub common_area_keys: Option<Vec<String>>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(typescript = "string | { toJSON(): string }")]
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Your own keys of the facilities.
    pub facility_keys: Option<Vec<String>>,
    /// Your own key of the guest.
    pub guest_key: Option<String>,
    /// Your own keys of the listings.
    pub listing_keys: Option<Vec<String>>,
    /// Name, for people.
    pub name: Option<String>,
    /// The PIN that the guest would like.
    #[field(secret)]
    pub preferred_code: Option<String>,
    /// Your own keys of the properties.
    pub property_keys: Option<Vec<String>>,
    /// Your own key of the resident.
    pub resident_key: Option<String>,
    /// Your own keys of the rooms.
    pub room_keys: Option<Vec<String>>,
    /// Your own keys of the spaces.
    pub space_keys: Option<Vec<String>>,
    /// Your own key of the tenant.
    pub tenant_key: Option<String>,
    /// Your own keys of the units.
    pub unit_keys: Option<Vec<String>>,
    /// Your own key of the user identity.
    pub user_identity_key: Option<String>,
    /// Your own key of the user.
    pub user_key: Option<String>,
}

/// A building of a customer.
#[object]
pub struct CustomerBuilding {
    /// Your own key of the building.
    #[field(min_length = 1)]
    pub building_key: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
}

/// A common area of a customer.
#[object]
pub struct CustomerCommonArea {
    /// Your own key of the common area.
    #[field(min_length = 1)]
    pub common_area_key: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
    /// Your own key of the site that it belongs to.
    #[field(min_length = 1)]
    pub parent_site_key: Option<String>,
}

/// A facility of a customer.
#[object]
pub struct CustomerFacility {
    /// Your own key of the facility.
    #[field(min_length = 1)]
    pub facility_key: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
}

/// A guest of a customer.
#[object]
pub struct CustomerGuest {
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Your own key of the guest.
    #[field(min_length = 1)]
    pub guest_key: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
}

/// A listing of a customer.
#[object]
pub struct CustomerListing {
    /// Your own key of the listing.
    #[field(min_length = 1)]
    pub listing_key: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
}

/// A property of a customer.
#[object]
pub struct CustomerProperty {
    /// Name, for people.
    pub name: Option<String>,
    /// Your own key of the property.
    #[field(min_length = 1)]
    pub property_key: Option<String>,
}

/// A property listing of a customer.
#[object]
pub struct CustomerPropertyListing {
    /// Your own keys and values.
    #[field(typescript = "Record<string, string | boolean>")]
    pub custom_metadata: Option<BTreeMap<String, Value>>,
    /// Name, for people.
    pub name: Option<String>,
    /// Your own key of the property listing.
    #[field(min_length = 1)]
    pub property_listing_key: Option<String>,
}

/// A reservation of a customer.
#[object(ordered(starts_at, ends_at))]
pub struct CustomerReservation {
    /// Your own keys of the buildings.
    pub building_keys: Option<Vec<String>>,
    /// Your own keys of the common areas.
    pub common_area_keys: Option<Vec<String>>,
    /// Your own keys and values.
    #[field(typescript = "Record<string, string | boolean>")]
    pub custom_metadata: Option<BTreeMap<String, Value>>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(typescript = "string | { toJSON(): string }")]
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Your own keys of the facilities.
    pub facility_keys: Option<Vec<String>>,
    /// Your own key of the guest.
    pub guest_key: Option<String>,
    /// Your own keys of the listings.
    pub listing_keys: Option<Vec<String>>,
    /// Name, for people.
    pub name: Option<String>,
    /// The PIN that the guest would like.
    #[field(secret)]
    pub preferred_code: Option<String>,
    /// Your own keys of the properties.
    pub property_keys: Option<Vec<String>>,
    /// Your own key of the reservation.
    #[field(min_length = 1)]
    pub reservation_key: Option<String>,
    /// Your own key of the resident.
    pub resident_key: Option<String>,
    /// Your own keys of the rooms.
    pub room_keys: Option<Vec<String>>,
    /// Your own keys of the spaces.
    pub space_keys: Option<Vec<String>>,
    /// Your own key of the tenant.
    pub tenant_key: Option<String>,
    /// Your own keys of the units.
    pub unit_keys: Option<Vec<String>>,
    /// Your own key of the user identity.
    pub user_identity_key: Option<String>,
    /// Your own key of the user.
    pub user_key: Option<String>,
}

/// A resident of a customer.
#[object]
pub struct CustomerResident {
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// Your own key of the resident.
    #[field(min_length = 1)]
    pub resident_key: Option<String>,
}

/// A room of a customer.
#[object]
pub struct CustomerRoom {
    /// Name, for people.
    pub name: Option<String>,
    /// Your own key of the site that it belongs to.
    #[field(min_length = 1)]
    pub parent_site_key: Option<String>,
    /// Your own key of the room.
    #[field(min_length = 1)]
    pub room_key: Option<String>,
}

/// A site of a customer.
#[object]
pub struct CustomerSite {
    /// Name, for people.
    pub name: Option<String>,
    /// Your own key of the site.
    #[field(min_length = 1)]
    pub site_key: Option<String>,
}

/// A space of a customer.
#[object]
pub struct CustomerSpace {
    /// What you know of the space for its guests.
    pub customer_data: Option<SpaceCustomerData>,
    /// How long a stay lasts, in minutes.
    pub duration_minutes: Option<f64>,
    /// Where it is.
    pub geolocation: Option<CustomerSpaceGeolocation>,
    /// Name, for people.
    pub name: Option<String>,
    /// Your own key of the site that it belongs to.
    #[field(min_length = 1)]
    pub parent_site_key: Option<String>,
    /// Your own key of the space.
    #[field(min_length = 1)]
    pub space_key: Option<String>,
}

/// Where a space is.
#[object]
pub struct CustomerSpaceGeolocation {
    /// Latitude in degrees.
    pub latitude: Option<f64>,
    /// Longitude in degrees.
    pub longitude: Option<f64>,
}

/// A staff member of a customer.
#[object]
pub struct CustomerStaffMember {
    /// Your own keys of the buildings.
    pub building_keys: Option<Vec<String>>,
    /// Your own keys of the common areas.
    pub common_area_keys: Option<Vec<String>>,
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Your own keys of the facilities.
    pub facility_keys: Option<Vec<String>>,
    /// Your own keys of the listings.
    pub listing_keys: Option<Vec<String>>,
    /// Name, for people.
    pub name: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// Your own keys of the properties.
    pub property_keys: Option<Vec<String>>,
    /// Your own keys of the property listings.
    pub property_listing_keys: Option<Vec<String>>,
    /// Your own keys of the rooms.
    pub room_keys: Option<Vec<String>>,
    /// Your own keys of the sites.
    pub site_keys: Option<Vec<String>>,
    /// Your own keys of the spaces.
    pub space_keys: Option<Vec<String>>,
    /// Your own key of the staff member.
    pub staff_member_key: Option<String>,
    /// Your own keys of the units.
    pub unit_keys: Option<Vec<String>>,
}

/// A tenant of a customer.
#[object]
pub struct CustomerTenant {
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// Your own key of the tenant.
    #[field(min_length = 1)]
    pub tenant_key: Option<String>,
}

/// A unit of a customer.
#[object]
pub struct CustomerUnit {
    /// Name, for people.
    pub name: Option<String>,
    /// Your own key of the site that it belongs to.
    #[field(min_length = 1)]
    pub parent_site_key: Option<String>,
    /// Your own key of the unit.
    #[field(min_length = 1)]
    pub unit_key: Option<String>,
}

/// A user identity of a customer.
#[object]
pub struct CustomerUserIdentity {
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// Your own key of the user identity.
    #[field(min_length = 1)]
    pub user_identity_key: Option<String>,
}

/// A user of a customer.
#[object]
pub struct CustomerUser {
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// Your own key of the user.
    #[field(min_length = 1)]
    pub user_key: Option<String>,
}
