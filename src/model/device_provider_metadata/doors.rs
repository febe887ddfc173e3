//! What the providers of other locks, door controllers, access systems and phones alone know of their devices.
//! Providers whose words decide about codes are in the file above, sensors and thermostats in `sensors`.

use crate::schema::{names, object};

/// What only Akiles locks know.
#[object]
pub struct AkilesMetadata {
    /// ID of the gadget at Akiles.
    pub gadget_id: Option<String>,
    /// Name of the gadget.
    pub gadget_name: Option<String>,
    /// Name of the product.
    pub product_name: Option<String>,
    /// ID of the group at Akiles that users of the device are put into. Not documented by the API.
    #[name("_member_group_id")]
    pub member_group_id: Option<String>,
}

/// What only Aqara locks know.
#[object]
pub struct AqaraMetadata {
    /// ID of the device at Aqara.
    pub did: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Name of the model as Aqara writes it.
    pub model: Option<String>,
    /// Number of the model's kind.
    pub model_type: Option<f64>,
    /// Version of the firmware.
    #[field(nullable, optional)]
    pub firmware_version: Option<String>,
    /// ID of the gateway at Aqara.
    pub parent_did: Option<String>,
    /// ID of the room at Aqara.
    #[field(nullable, optional)]
    pub position_id: Option<String>,
    /// Time zone as Aqara writes it, as `GMT-07:00`.
    #[field(nullable, optional)]
    pub time_zone: Option<String>,
}

/// What only phones with keys of the ASSA ABLOY Credential Service know.
#[object]
pub struct AssaAbloyCredentialServiceMetadata {
    /// Whether the phone is set up to hold keys.
    pub has_active_endpoint: Option<bool>,
    /// The places on the phone that hold keys.
    pub endpoints: Option<Vec<AssaAbloyEndpoint>>,
}

/// A place on a phone that holds keys of the ASSA ABLOY Credential Service.
#[object]
pub struct AssaAbloyEndpoint {
    /// ID of the endpoint.
    pub endpoint_id: Option<String>,
    /// Whether it is set up.
    pub is_active: Option<bool>,
}

/// What only ASSA ABLOY Vostio systems know.
#[object]
pub struct AssaAbloyVostioMetadata {
    /// Name of the encoder.
    pub encoder_name: Option<String>,
}

/// What only Avigilon Alta entries know.
#[object]
pub struct AvigilonAltaMetadata {
    /// Name of the entry.
    pub entry_name: Option<String>,
    /// How many relays the entry has.
    pub entry_relays_total_count: Option<f64>,
    /// Name of the organization.
    pub org_name: Option<String>,
    /// ID of the site at Avigilon Alta.
    pub site_id: Option<f64>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// ID of the zone at Avigilon Alta.
    pub zone_id: Option<f64>,
    /// Name of the zone.
    pub zone_name: Option<String>,
}

/// What only Brivo access points know.
#[object]
pub struct BrivoMetadata {
    /// Whether the access point can be unlocked remotely.
    pub activation_enabled: Option<bool>,
    /// Name of the device.
    pub device_name: Option<String>,
}

/// What only ControlByWeb devices know.
#[object]
pub struct ControlbywebMetadata {
    /// ID of the device at ControlByWeb.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Name of the relay.
    #[field(nullable, optional)]
    pub relay_name: Option<String>,
}

/// What only 4SUITES doors know.
#[object]
pub struct FourSuitesMetadata {
    /// ID of the device at 4SUITES.
    pub device_id: Option<f64>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// After how many seconds the door locks again.
    pub reclose_delay_in_seconds: Option<f64>,
}

/// What only Genie doors know.
#[object]
pub struct GenieMetadata {
    /// Name of the device.
    pub device_name: Option<String>,
    /// Name of the door.
    pub door_name: Option<String>,
}

/// What only Hubitat locks know. Servers of older generations alone send it.
#[object]
pub struct HubitatMetadata {
    /// ID of the device at Hubitat.
    pub device_id: Option<String>,
    /// Name of the device as Hubitat gave it.
    pub device_name: Option<String>,
    /// Name of the device as its owner gave it.
    pub device_label: Option<String>,
}

/// What only igloo locks know.
#[object]
pub struct IglooMetadata {
    /// ID of the device at igloo.
    pub device_id: Option<String>,
    /// ID of the bridge.
    pub bridge_id: Option<String>,
    /// Name of the model.
    pub model: Option<String>,
}

/// What only Kisi locks know.
#[object]
pub struct KisiMetadata {
    /// ID of the lock at Kisi.
    pub lock_id: Option<f64>,
    /// Name of the lock.
    pub lock_name: Option<String>,
    /// What its owner wrote about it; free text.
    #[field(nullable, optional)]
    pub description: Option<String>,
    /// Name of the place.
    #[field(nullable, optional)]
    pub place_name: Option<String>,
}

/// What only Korelock locks know.
#[object]
pub struct KorelockMetadata {
    /// ID of the device at Korelock.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Serial number.
    pub serial_number: Option<String>,
    /// Code of the model.
    pub model_code: Option<String>,
    /// Version of the firmware.
    pub firmware_version: Option<String>,
    /// ID of the location at Korelock; without one the lock takes no time-bound codes.
    #[field(nullable, optional)]
    pub location_id: Option<String>,
    /// How well it hears its Wi-Fi, from 0 to 1.
    pub wifi_signal_strength: Option<f64>,
}

/// What only Kwikset locks know.
#[object]
pub struct KwiksetMetadata {
    /// ID of the device at Kwikset.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Number of the model.
    pub model_number: Option<String>,
}

/// What Lockly and Schlage locks alone know.
#[object]
pub struct ModelMetadata {
    /// ID of the device at its provider.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Name of the model.
    pub model: Option<String>,
}

/// What only Omnitec locks know.
#[object]
pub struct OmnitecMetadata {
    /// ID of the lock at Omnitec.
    pub lock_id: Option<f64>,
    /// Name of the lock.
    pub lock_name: Option<String>,
    /// Name that its operator gave it.
    pub lock_alias: Option<String>,
    /// MAC address of its Bluetooth radio.
    pub lock_mac: Option<String>,
    /// Whether the lock has a gateway.
    pub has_gateway: Option<bool>,
    /// IANA time zone, by which time frames are put on the lock.
    #[field(nullable, optional)]
    pub time_zone: Option<String>,
    /// Offset of the lock's clock from UTC in milliseconds, the same in summer and winter.
    pub timezone_raw_offset_ms: Option<f64>,
}

/// What only phones with keys of Salto Space know.
#[object]
pub struct SaltoSpaceCredentialServiceMetadata {
    /// Whether the phone is set up to hold keys.
    pub has_active_phone: Option<bool>,
}

/// What only devices behind a Seam Bridge know.
#[object]
pub struct SeamBridgeMetadata {
    /// Number of the device.
    pub device_num: Option<f64>,
    /// Name of the device.
    pub name: Option<String>,
    /// By what the door is unlocked.
    pub unlock_method: Option<SeamBridgeUnlockMethod>,
}

/// What only SmartThings devices know.
#[object]
pub struct SmartthingsMetadata {
    /// ID of the device at SmartThings.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// ID of the location at SmartThings.
    pub location_id: Option<String>,
    /// Name of the model.
    pub model: Option<String>,
}

/// What only Tedee locks know.
#[object]
pub struct TedeeMetadata {
    /// ID of the device at Tedee.
    pub device_id: Option<f64>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Name of the model.
    pub device_model: Option<String>,
    /// Serial number.
    pub serial_number: Option<String>,
    /// ID of the bridge.
    pub bridge_id: Option<f64>,
    /// Name of the bridge.
    pub bridge_name: Option<String>,
    /// ID of the keypad.
    pub keypad_id: Option<f64>,
}

/// What only 2N intercoms know.
#[object]
pub struct TwoNMetadata {
    /// ID of the device at 2N.
    pub device_id: Option<f64>,
    /// Name of the device.
    pub device_name: Option<String>,
}

/// What only ASSA ABLOY Visionline systems know.
#[object]
pub struct VisionlineMetadata {
    /// ID of the encoder.
    pub encoder_id: Option<String>,
}

/// What only Wyze locks know.
#[object]
pub struct WyzeMetadata {
    /// ID of the device at Wyze.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Name of the model as the device tells it.
    pub device_info_model: Option<String>,
    /// Name of the model.
    pub product_model: Option<String>,
    /// Name of the product.
    pub product_name: Option<String>,
    /// Kind of the product.
    pub product_type: Option<String>,
    /// ID of the keypad.
    pub keypad_uuid: Option<String>,
    /// What Wyze says about the lock being locked, as a number.
    pub locker_status_hardlock: Option<f64>,
}

/// What only Yacan locks know.
#[object]
pub struct YacanMetadata {
    /// ID of the device at Yacan.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Kind of the device.
    pub device_type: Option<String>,
    /// Serial number.
    pub serial_number: Option<String>,
}

/// By what a door behind a Seam Bridge is unlocked.
#[names]
pub enum SeamBridgeUnlockMethod {
    Bridge,
    Doorking,
}
