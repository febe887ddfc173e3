//! `device`: a lock, sensor, thermostat or phone (docs/api-facts.md#device).
//! Its properties, errors and warnings have files of their own.

use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::model::capability_flags::with_capability_flags;
use crate::model::{DeviceError, DeviceProperties, DeviceWarning};
use crate::schema::{True, Value, names, object};

with_capability_flags! {
    /// A device of a connected account that is managed by Seam.
    ///
    /// A `can_*` flag is true where the device can do it now, false where its model can but something is missing at the moment (a
    /// bridge, a keypad: see the errors and warnings), and absent where it cannot.
    #[object]
    pub struct Device {
        /// ID of the device.
        #[field(load_bearing)]
        pub device_id: String,
        /// ID of the workspace that owns the device.
        #[field(load_bearing)]
        pub workspace_id: String,
        /// ID of the connected account that the device belongs to.
        #[field(load_bearing)]
        pub connected_account_id: String,
        /// What kind of device it is, of which provider.
        #[field(load_bearing)]
        pub device_type: DeviceType,
        /// Always true: the device is managed by Seam.
        #[field(load_bearing)]
        pub is_managed: True,
        /// Name for people: `nickname`, else the name in the provider's app.
        #[field(left_out)]
        pub display_name: Option<String>,
        /// Name that was given in Seam.
        pub nickname: Option<String>,
        /// Date-time at which Seam found the device, RFC 3339.
        #[field(required)]
        pub created_at: Option<DateTime<Utc>>,
        /// IDs of the spaces that the device is in. Servers of older generations leave it out.
        #[field(left_out)]
        pub space_ids: Option<Vec<String>>,
        /// What the device can be used for, in broad terms; for decisions see the `can_*` flags.
        #[field(required)]
        pub capabilities_supported: Option<Vec<DeviceCapability>>,
        /// What the device is like and what state it is in.
        #[field(required)]
        pub properties: Option<DeviceProperties>,
        /// What keeps the device from working.
        pub errors: Vec<DeviceError>,
        /// What may trouble the device or its codes.
        pub warnings: Vec<DeviceWarning>,
        /// Your own keys and values: strings and booleans.
        #[field(left_out, typescript = "Record<string, string | boolean>")]
        pub custom_metadata: Option<BTreeMap<String, Value>>,
        /// Where the device is.
        #[field(nullable, optional)]
        pub location: Option<DeviceLocation>,
        /// Who made the device.
        pub device_manufacturer: Option<DeviceManufacturer>,
        /// Through which provider Seam reaches the device.
        pub device_provider: Option<DeviceProviderInfo>,
    }
}

/// Where a device is.
#[object]
pub struct DeviceLocation {
    /// Name of the place in the provider's app.
    pub location_name: Option<String>,
    /// Name of the room in the provider's app.
    pub room_name: Option<String>,
    /// IANA time zone, as `America/Los_Angeles`.
    pub time_zone: Option<String>,
    /// IANA time zone.
    #[field(deprecated = "use `time_zone`")]
    pub timezone: Option<String>,
}

/// Who made a device.
#[object]
pub struct DeviceManufacturer {
    /// Name of the manufacturer as the API writes it, as `two_n`.
    pub manufacturer: String,
    /// Name of the manufacturer for people.
    pub display_name: String,
    /// URL of the manufacturer's logo.
    pub image_url: Option<String>,
}

/// Through which provider Seam reaches a device.
#[object]
pub struct DeviceProviderInfo {
    /// Name of the provider as the API writes it.
    pub device_provider_name: String,
    /// Name of the provider for people.
    pub display_name: String,
    /// Category of the provider, as `consumer_smartlocks`.
    pub provider_category: String,
    /// URL of the provider's logo.
    pub image_url: Option<String>,
}

/// What a device can be used for, in broad terms.
#[names]
pub enum DeviceCapability {
    AccessCode,
    Lock,
    NoiseDetection,
    Thermostat,
    Battery,
    Phone,
}

/// What kind of device it is, of which provider.
#[names]
pub enum DeviceType {
    // Locks, door controllers and intercoms.
    AkuvoxLock,
    AugustLock,
    BrivoAccessPoint,
    ButterflymxPanel,
    AvigilonAltaEntry,
    DoorkingLock,
    GenieDoor,
    IglooLock,
    LinearLock,
    LocklyLock,
    KwiksetLock,
    NukiLock,
    SaltoLock,
    SchlageLock,
    SmartthingsLock,
    WyzeLock,
    YaleLock,
    TwoNIntercom,
    ControlbywebDevice,
    TtlockLock,
    IgloohomeLock,
    FourSuitesDoor,
    DormakabaOracodeDoor,
    TedeeLock,
    AkilesLock,
    UltraloqLock,
    YacanLock,
    KeyincodeLock,
    OmnitecLock,
    KisiLock,
    HubitatLock,
    KorelockLock,
    SeamRelay,
    AqaraLock,
    // Keys in lockers.
    KeynestKey,
    // Noise sensors.
    NoiseawareActivityZone,
    MinutSensor,
    // Thermostats.
    EcobeeThermostat,
    NestThermostat,
    HoneywellResideoThermostat,
    TadoThermostat,
    SensiThermostat,
    SmartthingsThermostat,
    // Speakers.
    SonosSpeaker,
    // Phones.
    IosPhone,
    AndroidPhone,
    // Cameras.
    RingCamera,
    TapoCamera,
    ArloCamera,
    ReolinkCamera,
}
