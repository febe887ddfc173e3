//! `acs_entrance`: an entrance of an access control system (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::Notice;
use crate::schema::{names, object, union};

/// An entrance of an access control system.
#[object]
pub struct AcsEntrance {
    /// ID of the entrance.
    #[field(load_bearing)]
    pub acs_entrance_id: String,
    /// ID of the access control system.
    pub acs_system_id: String,
    /// What only Akiles knows.
    pub akiles_metadata: Option<AkilesEntranceMetadata>,
    /// What only ASSA ABLOY Vostio knows.
    pub assa_abloy_vostio_metadata: Option<VostioEntranceMetadata>,
    /// What only Avigilon Alta knows.
    pub avigilon_alta_metadata: Option<AvigilonAltaEntranceMetadata>,
    /// What only Brivo knows.
    pub brivo_metadata: Option<BrivoEntranceMetadata>,
    /// Whether it can belong to a reservation.
    pub can_belong_to_reservation: Option<bool>,
    /// Whether cards open it.
    pub can_unlock_with_card: Option<bool>,
    /// Whether it can be unlocked from afar.
    pub can_unlock_with_cloud_key: Option<bool>,
    /// Whether PINs open it.
    pub can_unlock_with_code: Option<bool>,
    /// Whether mobile keys open it.
    pub can_unlock_with_mobile_key: Option<bool>,
    /// ID of the connected account.
    pub connected_account_id: String,
    /// Name to show to people.
    pub display_name: String,
    /// What only dormakaba Ambiance knows.
    pub dormakaba_ambiance_metadata: Option<DormakabaAmbianceEntranceMetadata>,
    /// What only dormakaba Community knows.
    pub dormakaba_community_metadata: Option<DormakabaCommunityEntranceMetadata>,
    /// What only Hotek knows.
    pub hotek_metadata: Option<HotekEntranceMetadata>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// What only Latch knows.
    pub latch_metadata: Option<LatchEntranceMetadata>,
    /// What only Salto KS knows.
    pub salto_ks_metadata: Option<SaltoKsEntranceMetadata>,
    /// What only Salto Space knows.
    pub salto_space_metadata: Option<SaltoSpaceEntranceMetadata>,
    /// IDs of the spaces that it is in.
    pub space_ids: Vec<String>,
    /// What only Visionline knows.
    pub visionline_metadata: Option<VisionlineEntranceMetadata>,
    /// What keeps it from working.
    pub errors: Vec<AcsEntranceError>,
    /// What may trouble it.
    pub warnings: Vec<AcsEntranceWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What only Akiles knows of its entrances.
#[object]
pub struct AkilesEntranceMetadata {
    /// What it can do.
    pub actions: Option<Vec<AkilesAction>>,
    /// ID of the gadget at Akiles.
    pub gadget_id: Option<String>,
    /// ID of the site at the provider.
    pub site_id: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
}

/// What an Akiles gadget can do.
#[object]
pub struct AkilesAction {
    /// ID at the provider.
    pub id: Option<String>,
    /// Name.
    pub name: Option<String>,
}

/// What only ASSA ABLOY Vostio knows of its entrances.
#[object]
pub struct VostioEntranceMetadata {
    /// Name of the door.
    pub door_name: Option<String>,
    /// Number of the door.
    pub door_number: Option<f64>,
    /// Kind of the door.
    pub door_type: Option<VostioDoorType>,
    /// ID of the door in the property management system.
    pub pms_id: Option<String>,
    /// Whether it may stand open.
    pub stand_open: Option<bool>,
}

/// Kind of a Vostio door.
#[names]
pub enum VostioDoorType {
    #[name("CommonDoor")]
    CommonDoor,
    #[name("EntranceDoor")]
    EntranceDoor,
    #[name("GuestDoor")]
    GuestDoor,
    #[name("Elevator")]
    Elevator,
}

/// What only Avigilon Alta knows of its entrances.
#[object]
pub struct AvigilonAltaEntranceMetadata {
    /// Name of the entry.
    pub entry_name: Option<String>,
    /// How many relays the entry has.
    pub entry_relays_total_count: Option<u32>,
    /// Name of the organization.
    pub org_name: Option<String>,
    /// ID of the site at the provider.
    pub site_id: Option<f64>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// ID of the zone.
    pub zone_id: Option<f64>,
    /// Name of the zone.
    pub zone_name: Option<String>,
}

/// What only Brivo knows of its entrances.
#[object]
pub struct BrivoEntranceMetadata {
    /// ID of the access point at Brivo.
    pub access_point_id: Option<String>,
    /// ID of the site at the provider.
    pub site_id: Option<f64>,
    /// Name of the site.
    pub site_name: Option<String>,
}

/// What only dormakaba Ambiance knows of its entrances.
#[object]
pub struct DormakabaAmbianceEntranceMetadata {
    /// Name of the access point.
    pub access_point_name: Option<String>,
}

/// What only dormakaba Community knows of its entrances.
#[object]
pub struct DormakabaCommunityEntranceMetadata {
    /// Profile of the access point.
    pub access_point_profile: Option<String>,
}

/// What only Hotek knows of its entrances.
#[object]
pub struct HotekEntranceMetadata {
    /// Name of the common area.
    pub common_area_name: Option<String>,
    /// Number of the common area.
    pub common_area_number: Option<String>,
    /// Number of the room.
    pub room_number: Option<String>,
}

/// What only Latch knows of its entrances.
#[object]
pub struct LatchEntranceMetadata {
    /// Who gets to the door.
    pub accessibility_type: Option<String>,
    /// Name of the door.
    pub door_name: Option<String>,
    /// Kind of the door.
    pub door_type: Option<String>,
    /// Whether it is connected.
    pub is_connected: Option<bool>,
}

/// What only Salto KS knows of its entrances.
#[object]
pub struct SaltoKsEntranceMetadata {
    /// Charge of the battery, as Salto says it.
    pub battery_level: Option<String>,
    /// Name of the door.
    pub door_name: Option<String>,
    /// Whether there is an alarm of intrusion.
    pub intrusion_alarm: Option<bool>,
    /// Whether there is an alarm because it stands open.
    pub left_open_alarm: Option<bool>,
    /// Kind of the lock.
    pub lock_type: Option<String>,
    /// Whether it is locked, as Salto says it.
    pub locked_state: Option<String>,
    /// Whether it is online.
    pub online: Option<bool>,
    /// Whether it is in privacy mode.
    pub privacy_mode: Option<bool>,
}

/// What only Salto Space knows of its entrances.
#[object]
pub struct SaltoSpaceEntranceMetadata {
    /// Whether openings are written onto keys.
    pub audit_on_keys: Option<bool>,
    /// Description of the door.
    pub door_description: Option<String>,
    /// ID of the door at Salto.
    pub door_id: Option<String>,
    /// Name of the door.
    pub door_name: Option<String>,
    /// Description of the room.
    pub room_description: Option<String>,
    /// Name of the room.
    pub room_name: Option<String>,
}

/// What only Visionline knows of its entrances.
#[object]
pub struct VisionlineEntranceMetadata {
    /// Kind of the door.
    pub door_category: Option<VisionlineDoorCategory>,
    /// Name of the door.
    pub door_name: Option<String>,
    /// The ways in which it is opened.
    pub profiles: Option<Vec<VisionlineDoorProfile>>,
}

/// Kind of a Visionline door.
#[names]
pub enum VisionlineDoorCategory {
    Entrance,
    Guest,
    #[name("elevator reader")]
    ElevatorReader,
    Common,
    #[name("common (PMS)")]
    CommonPMS,
}

/// A way in which a Visionline door is opened.
#[object]
pub struct VisionlineDoorProfile {
    /// ID of the profile at Visionline.
    pub visionline_door_profile_id: Option<String>,
    /// Kind of the profile.
    pub visionline_door_profile_type: Option<VisionlineDoorProfileType>,
}

/// Kind of a way in which a Visionline door is opened.
#[names]
pub enum VisionlineDoorProfileType {
    #[name("BLE")]
    BLE,
    #[name("commonDoor")]
    CommonDoor,
    Touch,
}

/// What keeps it from working.
#[object]
pub struct AcsEntranceError {
    /// Name of what went wrong; an open set.
    pub error_code: String,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What may trouble an entrance.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum AcsEntranceWarning {
    /// The Salto KS lock no longer takes PINs.
    SaltoKsEntranceAccessCodeSupportRemoved(Notice),
    /// It opens together with others of its zone.
    EntranceSharesZone(Notice),
    /// It has to be set up first.
    EntranceSetupRequired(Notice),
    /// The lock is in privacy mode: nothing opens it.
    SaltoKsPrivacyMode(Notice),
    /// The lock is in privacy mode: nothing opens it.
    PrivacyMode(Notice),
}
