//! `device.properties`: what concerns the door and its codes (section 4.1 of the API's facts). Noise and thermostat values and
//! most provider metadata are not described here; they reach the caller all the same.

use crate::model::{
    AugustMetadata, DormakabaOracodeDeviceMetadata, IgloohomeMetadata, NukiMetadata, SaltoKsMetadata,
    TtlockMetadata, UltraloqMetadata,
};
use crate::schema::{True, names, object};

/// What a device is like and what state it is in. What is absent is not known or does not apply.
#[object]
pub struct DeviceProperties {
    /// Whether the device is online.
    pub online: bool,
    /// Name of the device.
    #[field(deprecated = "use the device's `display_name`")]
    pub name: String,
    /// How the device shows in the provider's app.
    pub appearance: DeviceAppearance,
    /// What model it is.
    pub model: DeviceModel,
    /// Name of the manufacturer.
    pub manufacturer: Option<String>,
    /// Serial number.
    pub serial_number: Option<String>,
    /// URL of a picture of the device.
    pub image_url: Option<String>,
    /// What the picture shows, for those who do not see it.
    pub image_alt_text: Option<String>,
    /// Whether the device runs on mains.
    pub has_direct_power: Option<bool>,
    /// The battery.
    pub battery: Option<DeviceBattery>,
    /// Charge of the battery, from 0 (empty) to 1 (full); an older duplicate of `battery.level`.
    pub battery_level: Option<f64>,
    /// The battery of the keypad.
    pub keypad_battery: Option<KeypadBattery>,
    /// The keypad that is an accessory of the lock.
    pub accessory_keypad: Option<AccessoryKeypad>,
    /// Whether the lock is locked.
    pub locked: Option<bool>,
    /// Whether the door is open.
    pub door_open: Option<bool>,
    /// Whether the lock locks by itself.
    pub auto_lock_enabled: Option<bool>,
    /// After how many seconds the lock locks by itself.
    pub auto_lock_delay_seconds: Option<f64>,
    /// Whether the lock itself reports who came in.
    pub has_native_entry_events: Option<bool>,
    /// Which lengths a code may have, in digits.
    pub supported_code_lengths: Option<Vec<u32>>,
    /// What else the lock asks of a code.
    pub code_constraints: Option<Vec<CodeConstraint>>,
    /// How many codes the lock holds at most, those that it keeps for later included.
    pub max_active_codes_supported: Option<u32>,
    /// Whether the device can keep spare codes.
    pub supports_backup_access_code_pool: Option<bool>,
    /// Whether the device keeps spare codes.
    pub backup_access_code_pool_enabled: Option<bool>,
    /// The time frames that a programmed code may have; absent where it may have any.
    pub online_time_frame_options: Option<Vec<TimeFrameOption>>,
    /// The time frames that an offline code may have; absent where it may have any.
    pub offline_time_frame_options: Option<Vec<TimeFrameOption>>,
    /// Which lengths a code may have, in digits, as other codes tell. Not documented by the API, and may go.
    #[name("_experimental_supported_code_from_access_codes_lengths")]
    pub experimental_supported_code_from_access_codes_lengths: Option<Vec<u32>>,
    /// Whether the device takes programmed codes.
    #[field(deprecated = "use the device's `can_program_online_access_codes`")]
    pub online_access_codes_enabled: Option<bool>,
    /// Whether the device takes offline codes.
    #[field(deprecated = "use the device's `can_program_offline_access_codes`")]
    pub offline_access_codes_enabled: Option<bool>,
    /// Whether a keypad can be connected.
    #[field(deprecated = "use `model.can_connect_accessory_keypad`")]
    pub supports_accessory_keypad: Option<bool>,
    /// Whether the device takes offline codes.
    #[field(deprecated = "use the device's `can_program_offline_access_codes`")]
    pub supports_offline_access_codes: Option<bool>,
    /// What only August locks know.
    pub august_metadata: Option<AugustMetadata>,
    /// What only dormakaba Oracode locks know.
    pub dormakaba_oracode_metadata: Option<DormakabaOracodeDeviceMetadata>,
    /// What only igloohome locks know.
    pub igloohome_metadata: Option<IgloohomeMetadata>,
    /// What only Nuki locks know.
    pub nuki_metadata: Option<NukiMetadata>,
    /// What only Salto KS locks know.
    pub salto_ks_metadata: Option<SaltoKsMetadata>,
    /// What only TTLock locks know.
    pub ttlock_metadata: Option<TtlockMetadata>,
    /// What only Ultraloq locks know.
    pub ultraloq_metadata: Option<UltraloqMetadata>,
}

/// How a device shows in the provider's app.
#[object]
pub struct DeviceAppearance {
    /// Name in the provider's app.
    pub name: String,
}

/// What model a device is.
#[object]
pub struct DeviceModel {
    /// Name of the model for people.
    pub display_name: String,
    /// Name of the manufacturer for people.
    pub manufacturer_display_name: String,
    /// Whether the model has a keypad of its own.
    pub has_built_in_keypad: Option<bool>,
    /// Whether a keypad can be connected to the model.
    pub can_connect_accessory_keypad: Option<bool>,
    /// Whether a keypad can be connected to the model.
    #[field(deprecated = "use `can_connect_accessory_keypad`")]
    pub accessory_keypad_supported: Option<bool>,
    /// Whether the model takes programmed codes.
    #[field(deprecated = "use the device's `can_program_online_access_codes`")]
    pub online_access_codes_supported: Option<bool>,
    /// Whether the model takes offline codes.
    #[field(deprecated = "use the device's `can_program_offline_access_codes`")]
    pub offline_access_codes_supported: Option<bool>,
}

/// The battery of a device.
#[object]
pub struct DeviceBattery {
    /// Charge, from 0 (empty) to 1 (full).
    pub level: f64,
    /// What the charge means for this device.
    pub status: BatteryStatus,
}

/// What the charge of a battery means for its device.
#[names]
pub enum BatteryStatus {
    Critical,
    Low,
    Good,
    Full,
}

/// The battery of a keypad.
#[object]
pub struct KeypadBattery {
    /// Charge, from 0 (empty) to 1 (full).
    pub level: f64,
}

/// A keypad that is an accessory of a lock.
#[object]
pub struct AccessoryKeypad {
    /// Whether the keypad is connected; where it is not, codes have nowhere to be typed.
    pub is_connected: bool,
    /// The battery of the keypad.
    pub battery: Option<KeypadBattery>,
}

/// One thing that a lock asks of a code or of its name.
#[object]
pub struct CodeConstraint {
    /// What it asks.
    pub constraint_type: CodeConstraintType,
    /// Least length in characters, of the name with `name_length`.
    pub min_length: Option<u32>,
    /// Greatest length in characters, of the name with `name_length`.
    pub max_length: Option<u32>,
}

/// What a lock asks of a code or of its name.
#[names]
pub enum CodeConstraintType {
    /// `no_zeros`: no digit is 0.
    NoZeros,
    /// `cannot_start_with_12`: the PIN does not begin with 12.
    #[name("cannot_start_with_12")]
    CannotStartWith12,
    /// `no_triple_consecutive_ints`: no long run of equal or consecutive digits.
    NoTripleConsecutiveInts,
    /// `cannot_specify_pin_code`: the provider chooses the PIN; leave `code` out.
    CannotSpecifyPinCode,
    /// `pin_code_matches_existing_set`: the PIN is one that the account already uses.
    PinCodeMatchesExistingSet,
    /// `start_date_in_future`: a time frame starts later than now.
    StartDateInFuture,
    /// `no_ascending_or_descending_sequence`: the PIN is not one run up or down, as 1234 or 9876.
    NoAscendingOrDescendingSequence,
    /// `at_least_three_unique_digits`: the PIN has three different digits or more.
    AtLeastThreeUniqueDigits,
    /// `cannot_contain_089`: no digit is 0, 8 or 9.
    #[name("cannot_contain_089")]
    CannotContain089,
    /// `cannot_contain_0789`: no digit is 0, 7, 8 or 9.
    #[name("cannot_contain_0789")]
    CannotContain0789,
    /// `unique_first_four_digits`: the first four digits differ from each other.
    UniqueFirstFourDigits,
    /// `no_all_same_digits`: the PIN is not one digit repeated.
    NoAllSameDigits,
    /// `name_length`: the name is as long as `min_length` and `max_length` say.
    NameLength,
    /// `name_must_be_unique`: no other code of the device has the name.
    NameMustBeUnique,
}

/// One kind of time frame that a code may have. What is absent is not limited.
#[object]
pub struct TimeFrameOption {
    /// Name of the option for people; tells options apart whose durations overlap.
    pub display_name: String,
    /// Least duration, ISO 8601, as `PT1H`.
    pub min_duration: Option<String>,
    /// Greatest duration, ISO 8601, as `P367D`.
    pub max_duration: Option<String>,
    /// True where start and end have to be at the same time of day; never together with `time_pairs`.
    pub matching_start_end_time: Option<True>,
    /// The times of day at which a time frame may start and end.
    pub time_pairs: Option<Vec<TimePair>>,
    /// The days on which a time frame may start, as an iCalendar RRULE.
    pub start_date_recurrence_rule: Option<String>,
    /// The days on which a time frame may end, as an iCalendar RRULE.
    pub end_date_recurrence_rule: Option<String>,
    /// IANA time zone in which times of day and days are meant.
    pub time_zone: Option<String>,
}

/// A time of day at which a time frame may start, and the one at which it then ends. Pairs cannot be mixed.
#[object]
pub struct TimePair {
    /// Name of the pair for people.
    pub display_name: String,
    /// Time of day of the start, as `15:00`.
    pub start_time: String,
    /// Time of day of the end, as `11:00`; earlier than the start where the end is on a later date.
    pub end_time: String,
}
