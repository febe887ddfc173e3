//! What a provider alone knows of its devices (docs/api-facts.md#device). Here are those whose words decide about codes; the
//! others are in files of their own. The fields of an object are the provider's: any may be absent.

use crate::schema::{Value, object};

mod doors;
mod keys;
mod sensors;

pub use doors::{
    AkilesMetadata, AqaraMetadata, AssaAbloyCredentialServiceMetadata, AssaAbloyEndpoint,
    AssaAbloyVostioMetadata, AvigilonAltaMetadata, BrivoMetadata, ControlbywebMetadata, FourSuitesMetadata,
    GenieMetadata, HubitatMetadata, IglooMetadata, KisiMetadata, KorelockMetadata, KwiksetMetadata,
    ModelMetadata, OmnitecMetadata, SaltoSpaceCredentialServiceMetadata, SeamBridgeMetadata,
    SeamBridgeUnlockMethod, SmartthingsMetadata, TedeeMetadata, TwoNMetadata, VisionlineMetadata,
    WyzeMetadata, YacanMetadata,
};
pub use keys::KeynestMetadata;
pub use sensors::{
    ArloMetadata, EcobeeMetadata, HoneywellResideoMetadata, MinutMetadata, MinutReading, MinutSensorValues,
    NestMetadata, NoiseawareDeviceModel, NoiseawareMetadata, ReolinkMetadata, RingMetadata, SensiMetadata,
    TadoMetadata, TapoMetadata,
};

/// What only August locks know.
#[object]
pub struct AugustMetadata {
    /// ID of the lock at August.
    pub lock_id: Option<String>,
    /// Name of the lock.
    pub lock_name: Option<String>,
    /// ID of the house at August.
    pub house_id: Option<String>,
    /// Name of the house.
    pub house_name: Option<String>,
    /// Whether the lock has a keypad; without one it takes no codes.
    pub has_keypad: Option<bool>,
    /// What August says about the keypad's battery; free text.
    pub keypad_battery_level: Option<String>,
    /// Name of the model.
    pub model: Option<String>,
}

/// What only dormakaba Oracode locks know.
#[object]
pub struct DormakabaOracodeDeviceMetadata {
    /// ID of the device at dormakaba; servers of older generations write a number.
    #[field(typescript = "string | number")]
    pub device_id: Option<Value>,
    /// ID of the door at dormakaba.
    pub door_id: Option<f64>,
    /// Name of the door.
    pub door_name: Option<String>,
    /// Whether the door is connected by radio.
    pub door_is_wireless: Option<bool>,
    /// ID of the site at dormakaba.
    #[field(nullable, optional, deprecated = "use `site_name`")]
    pub site_id: Option<f64>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// IANA time zone in which the time slots are meant.
    pub iana_timezone: Option<String>,
    /// The time slots that a code may have.
    pub predefined_time_slots: Option<Vec<DormakabaOracodeTimeSlot>>,
}

/// A time slot that a code on a dormakaba Oracode lock may have.
#[object]
pub struct DormakabaOracodeTimeSlot {
    /// Name of the slot.
    pub name: Option<String>,
    /// Number of the slot.
    pub prefix: Option<f64>,
    /// Time of day from which a code opens, with its zone, as `15:00:00[America/Los_Angeles]`.
    pub check_in_time: Option<String>,
    /// Time of day until which a code opens, with its zone.
    pub check_out_time: Option<String>,
    /// Whether the slot lasts 24 hours.
    pub is_24_hour: Option<bool>,
    /// Whether the slot is counted in two weeks.
    pub is_biweekly_mode: Option<bool>,
    /// Whether the slot is of a master code.
    pub is_master: Option<bool>,
    /// Whether a code of the slot opens only once.
    pub is_one_shot: Option<bool>,
    /// ID of the user level that the slot belongs to.
    pub dormakaba_oracode_user_level_id: Option<String>,
    /// Number of the user level.
    pub dormakaba_oracode_user_level_prefix: Option<f64>,
    /// Number of the user level.
    #[field(deprecated = "now `dormakaba_oracode_user_level_prefix`")]
    pub ext_dormakaba_oracode_user_level_prefix: Option<f64>,
}

/// What only locks of the dormakaba Oracode homeowners' portal know.
#[object]
pub struct DormakabaOracodeIhoMetadata {
    /// ID of the door at dormakaba.
    pub door_id: Option<f64>,
    /// Name of the door.
    pub door_name: Option<String>,
    /// IANA time zone in which the user levels are meant.
    pub iana_timezone: Option<String>,
    /// The user levels that a code may have.
    pub user_levels: Option<Vec<DormakabaOracodeUserLevel>>,
}

/// A user level that a code of the dormakaba Oracode homeowners' portal may have.
#[object]
pub struct DormakabaOracodeUserLevel {
    /// Number of the level.
    pub user_level: Option<f64>,
    /// Name of the level.
    pub user_level_name: Option<String>,
    /// Kind of the level.
    pub user_level_type: Option<String>,
    /// Time of day from which a code opens.
    pub user_level_check_in_time: Option<String>,
    /// Time of day until which a code opens.
    pub user_level_check_out_time: Option<String>,
}

/// What only igloohome locks know.
#[object]
pub struct IgloohomeMetadata {
    /// ID of the device at igloohome.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// ID of the bridge; absent where there is none, and then codes work offline alone.
    pub bridge_id: Option<String>,
    /// Name of the bridge.
    pub bridge_name: Option<String>,
    /// ID of the keypad.
    pub keypad_id: Option<String>,
    /// Whether the keypad is linked to the bridge; codes reach it only then.
    pub is_accessory_keypad_linked_to_bridge: Option<bool>,
    /// Whether the keypad is linked to the bridge.
    #[field(deprecated = "now `is_accessory_keypad_linked_to_bridge`")]
    pub is_keypad_linked_to_bridge: Option<bool>,
}

/// What only Nuki locks know.
#[object]
pub struct NukiMetadata {
    /// ID of the device at Nuki.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Whether a keypad of the first generation is paired.
    pub keypad_paired: Option<bool>,
    /// Whether a keypad of the second generation is paired.
    pub keypad_2_paired: Option<bool>,
    /// Whether the keypad's battery is nearly empty.
    pub keypad_battery_critical: Option<bool>,
}

/// What only Salto KS locks know, under either name.
#[object]
pub struct SaltoKsMetadata {
    /// ID of the lock at Salto.
    pub lock_id: Option<String>,
    /// Kind of the lock.
    pub lock_type: Option<String>,
    /// What Salto says about the lock being locked; free text.
    pub locked_state: Option<String>,
    /// Name of the model.
    pub model: Option<String>,
    /// What Salto says about the battery; free text.
    pub battery_level: Option<String>,
    /// The customer's own reference.
    pub customer_reference: Option<String>,
    /// ID of the site at Salto.
    pub site_id: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// Whether the site's subscription lets a PIN be chosen; otherwise Salto chooses it.
    pub has_custom_pin_subscription: Option<bool>,
}

/// What only TTLock locks know.
#[object]
pub struct TtlockMetadata {
    /// ID of the lock at TTLock.
    pub lock_id: Option<f64>,
    /// Name of the lock.
    pub lock_alias: Option<String>,
    /// Whether the lock has a gateway.
    pub has_gateway: Option<bool>,
    /// What the lock's hardware can do, as TTLock writes it.
    pub feature_value: Option<String>,
    /// What the lock's hardware can do.
    pub features: Option<TtlockFeatures>,
    /// Offset of the lock's clock from UTC in milliseconds, east positive; a wrong one shifts time frames by hours.
    #[field(nullable, optional)]
    pub timezone_raw_offset_ms: Option<f64>,
    /// The wireless keypads.
    pub wireless_keypads: Option<Vec<TtlockWirelessKeypad>>,
}

/// What the hardware of a TTLock lock can do.
#[object]
pub struct TtlockFeatures {
    /// Whether it takes PINs.
    pub passcode: Option<bool>,
    /// Whether its PINs can be managed from afar.
    pub passcode_management: Option<bool>,
    /// Whether its keypad lacks digits.
    pub incomplete_keyboard_passcode: Option<bool>,
    /// Whether it can be locked by command.
    pub lock_command: Option<bool>,
    /// Whether it can be unlocked through a gateway.
    pub unlock_via_gateway: Option<bool>,
    /// Whether the delay of its automatic locking can be set.
    pub auto_lock_time_config: Option<bool>,
    /// Whether it has Wi-Fi.
    pub wifi: Option<bool>,
}

/// A wireless keypad of a TTLock lock.
#[object]
pub struct TtlockWirelessKeypad {
    /// ID of the keypad at TTLock.
    pub wireless_keypad_id: Option<f64>,
    /// Name of the keypad.
    pub wireless_keypad_name: Option<String>,
}

/// What only Ultraloq locks know.
#[object]
pub struct UltraloqMetadata {
    /// ID of the device at Ultraloq.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Kind of the device.
    pub device_type: Option<String>,
    /// IANA time zone; null where none is configured, and then the lock takes no time-bound codes.
    // In Rust, `Some(None)` is null: what is absent is not known.
    #[field(nullable, optional)]
    pub time_zone: Option<Option<String>>,
}
