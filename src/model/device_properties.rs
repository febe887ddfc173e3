//! `device.properties` (docs/api-facts.md#device): what a device is like and what state it is in.
//! What its provider alone knows, and the parts of what a thermostat tells, have files of their own.

use crate::model::{
    AkilesMetadata, AqaraMetadata, ArloMetadata, AssaAbloyCredentialServiceMetadata, AssaAbloyVostioMetadata,
    AugustMetadata, AvigilonAltaMetadata, BrivoMetadata, ClimatePreset, ClimatePresetMode, ClimateSetting,
    ControlbywebMetadata, DormakabaOracodeDeviceMetadata, DormakabaOracodeIhoMetadata, EcobeeMetadata,
    FanMode, FourSuitesMetadata, GenieMetadata, HoneywellResideoMetadata, HubitatMetadata, HvacMode,
    IglooMetadata, IgloohomeMetadata, KeynestMetadata, KisiMetadata, KorelockMetadata, KwiksetMetadata,
    MinutMetadata, ModelMetadata, NestMetadata, NoiseawareMetadata, NukiMetadata, OmnitecMetadata,
    ReolinkMetadata, RingMetadata, SaltoKsMetadata, SaltoSpaceCredentialServiceMetadata, SeamBridgeMetadata,
    SensiMetadata, SmartthingsMetadata, TadoMetadata, TapoMetadata, TedeeMetadata, TemperatureThreshold,
    ThermostatDailyProgram, ThermostatSchedule, ThermostatWeeklyProgram, TtlockMetadata, TwoNMetadata,
    UltraloqMetadata, VisionlineMetadata, WyzeMetadata, YacanMetadata,
};
use crate::schema::{True, names, object};

/// Adds to an object what Seam shows of every device, managed or not, before the object's own fields.
macro_rules! with_common_properties {
    ($(#$attribute:tt)* pub struct $name:ident { $($own:tt)* }) => {
        $(#$attribute)*
        pub struct $name {
            /// Whether the device is online.
            #[field(required)]
            pub online: Option<bool>,
            /// Name of the device.
            #[field(deprecated = "use the device's `display_name`")]
            pub name: String,
            /// What model it is.
            pub model: DeviceModel,
            /// Name of the manufacturer.
            pub manufacturer: Option<String>,
            /// URL of a picture of the device.
            pub image_url: Option<String>,
            /// What the picture shows, for those who do not see it.
            pub image_alt_text: Option<String>,
            /// The battery.
            pub battery: Option<DeviceBattery>,
            /// Charge of the battery, from 0 (empty) to 1 (full); an older duplicate of `battery.level`.
            pub battery_level: Option<f64>,
            /// The keypad that is an accessory of the lock.
            pub accessory_keypad: Option<AccessoryKeypad>,
            /// Whether the device takes programmed codes.
            #[field(deprecated = "use the device's `can_program_online_access_codes`")]
            pub online_access_codes_enabled: Option<bool>,
            /// Whether the device takes offline codes.
            #[field(deprecated = "use the device's `can_program_offline_access_codes`")]
            pub offline_access_codes_enabled: Option<bool>,
            $($own)*
        }
    };
}
pub(crate) use with_common_properties;

with_common_properties! {
    /// What a device is like and what state it is in. What is absent is not known or does not apply.
    #[object]
    pub struct DeviceProperties {
        /// How the device shows in the provider's app.
        pub appearance: DeviceAppearance,
        /// Serial number.
        pub serial_number: Option<String>,
        /// Whether the device runs on mains.
        pub has_direct_power: Option<bool>,
        /// The battery of the keypad.
        pub keypad_battery: Option<KeypadBattery>,
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
        /// Whether a keypad can be connected.
        #[field(deprecated = "use `model.can_connect_accessory_keypad`")]
        pub supports_accessory_keypad: Option<bool>,
        /// Whether the device takes offline codes.
        #[field(deprecated = "use the device's `can_program_offline_access_codes`")]
        pub supports_offline_access_codes: Option<bool>,
        /// Sound level in decibels, of noise sensors.
        pub noise_level_decibels: Option<f64>,
        /// IDs of the noise thresholds that are exceeded at the moment.
        pub currently_triggering_noise_threshold_ids: Option<Vec<String>>,
        /// Temperature at the thermostat in °C.
        pub temperature_celsius: Option<f64>,
        /// Temperature at the thermostat in °F.
        pub temperature_fahrenheit: Option<f64>,
        /// Relative humidity at the thermostat, from 0 to 1.
        pub relative_humidity: Option<f64>,
        /// Whether it heats at the moment.
        pub is_heating: Option<bool>,
        /// Whether it cools at the moment.
        pub is_cooling: Option<bool>,
        /// Whether the fan runs at the moment.
        pub is_fan_running: Option<bool>,
        /// Whether the settings differ from what Seam activated last, since someone changed them at the thermostat.
        pub is_temporary_manual_override_active: Option<bool>,
        /// What it can be set to do.
        pub available_hvac_mode_settings: Option<Vec<HvacMode>>,
        /// What its fan can be set to do.
        pub available_fan_mode_settings: Option<Vec<FanMode>>,
        /// The climate presets that it has.
        pub available_climate_presets: Option<Vec<ClimatePreset>>,
        /// The occasions that it has presets for.
        pub available_climate_preset_modes: Option<Vec<ClimatePresetMode>>,
        /// What it is set to at the moment.
        pub current_climate_setting: Option<ClimateSetting>,
        /// Key of the climate preset that holds while no schedule does; null where there is none.
        #[field(nullable, optional)]
        pub fallback_climate_preset_key: Option<String>,
        /// What it is set to while no schedule holds.
        #[field(deprecated = "use `fallback_climate_preset_key`")]
        pub default_climate_setting: Option<ClimateSetting>,
        /// What its fan is set to do.
        #[field(deprecated = "use `current_climate_setting.fan_mode_setting`")]
        pub fan_mode_setting: Option<FanMode>,
        /// ID of the thermostat schedule that holds at the moment; null where none does.
        #[field(nullable, optional)]
        pub active_thermostat_schedule_id: Option<String>,
        /// The thermostat schedule that holds at the moment; null where none does.
        #[field(nullable, optional, deprecated = "use `active_thermostat_schedule_id`")]
        pub active_thermostat_schedule: Option<ThermostatSchedule>,
        /// The daily programs that it has.
        pub thermostat_daily_programs: Option<Vec<ThermostatDailyProgram>>,
        /// The weekly program; null where there is none.
        #[field(nullable, optional)]
        pub thermostat_weekly_program: Option<ThermostatWeeklyProgram>,
        /// Of how many minutes, counted from the full hour, the beginnings of a daily program's periods are multiples.
        pub thermostat_daily_program_period_precision_minutes: Option<f64>,
        /// How many periods a daily program has at most.
        pub max_thermostat_daily_program_periods_per_day: Option<f64>,
        /// How many different climate presets a weekly program has at most.
        pub max_unique_climate_presets_per_thermostat_weekly_program: Option<f64>,
        /// Least temperature in °C to heat to.
        pub min_heating_set_point_celsius: Option<f64>,
        /// Least temperature in °F to heat to.
        pub min_heating_set_point_fahrenheit: Option<f64>,
        /// Greatest temperature in °C to heat to.
        pub max_heating_set_point_celsius: Option<f64>,
        /// Greatest temperature in °F to heat to.
        pub max_heating_set_point_fahrenheit: Option<f64>,
        /// Least temperature in °C to cool to.
        pub min_cooling_set_point_celsius: Option<f64>,
        /// Least temperature in °F to cool to.
        pub min_cooling_set_point_fahrenheit: Option<f64>,
        /// Greatest temperature in °C to cool to.
        pub max_cooling_set_point_celsius: Option<f64>,
        /// Greatest temperature in °F to cool to.
        pub max_cooling_set_point_fahrenheit: Option<f64>,
        /// By how much in °C the cooling set point has to be above the heating set point, where it does both.
        pub min_heating_cooling_delta_celsius: Option<f64>,
        /// By how much in °F the cooling set point has to be above the heating set point, where it does both.
        pub min_heating_cooling_delta_fahrenheit: Option<f64>,
        /// Between which temperatures it warns of nothing.
        pub temperature_threshold: Option<TemperatureThreshold>,
        /// What only phones with keys of the ASSA ABLOY Credential Service know.
        pub assa_abloy_credential_service_metadata: Option<AssaAbloyCredentialServiceMetadata>,
        /// What only phones with keys of Salto Space know.
        pub salto_space_credential_service_metadata: Option<SaltoSpaceCredentialServiceMetadata>,
        /// What only Akiles locks know.
        pub akiles_metadata: Option<AkilesMetadata>,
        /// What only Aqara locks know.
        pub aqara_metadata: Option<AqaraMetadata>,
        /// What only Arlo cameras know.
        pub arlo_metadata: Option<ArloMetadata>,
        /// What only ASSA ABLOY Vostio systems know.
        pub assa_abloy_vostio_metadata: Option<AssaAbloyVostioMetadata>,
        /// What only August locks know.
        pub august_metadata: Option<AugustMetadata>,
        /// What only Avigilon Alta entries know.
        pub avigilon_alta_metadata: Option<AvigilonAltaMetadata>,
        /// What only Brivo access points know.
        pub brivo_metadata: Option<BrivoMetadata>,
        /// What only ControlByWeb devices know.
        pub controlbyweb_metadata: Option<ControlbywebMetadata>,
        /// What only locks of the dormakaba Oracode homeowners' portal know.
        pub dormakaba_oracode_iho_metadata: Option<DormakabaOracodeIhoMetadata>,
        /// What only dormakaba Oracode locks know.
        pub dormakaba_oracode_metadata: Option<DormakabaOracodeDeviceMetadata>,
        /// What only ecobee thermostats know.
        pub ecobee_metadata: Option<EcobeeMetadata>,
        /// What only 4SUITES doors know.
        pub four_suites_metadata: Option<FourSuitesMetadata>,
        /// What only Genie doors know.
        pub genie_metadata: Option<GenieMetadata>,
        /// What only Honeywell Resideo thermostats know.
        pub honeywell_resideo_metadata: Option<HoneywellResideoMetadata>,
        /// What only Hubitat locks know.
        pub hubitat_metadata: Option<HubitatMetadata>,
        /// What only igloo locks know.
        pub igloo_metadata: Option<IglooMetadata>,
        /// What only igloohome locks know.
        pub igloohome_metadata: Option<IgloohomeMetadata>,
        /// What only KeyNest keys know.
        pub keynest_metadata: Option<KeynestMetadata>,
        /// What only Kisi locks know.
        pub kisi_metadata: Option<KisiMetadata>,
        /// What only Korelock locks know.
        pub korelock_metadata: Option<KorelockMetadata>,
        /// What only Kwikset locks know.
        pub kwikset_metadata: Option<KwiksetMetadata>,
        /// What only Lockly locks know.
        pub lockly_metadata: Option<ModelMetadata>,
        /// What only Minut sensors know.
        pub minut_metadata: Option<MinutMetadata>,
        /// What only Google Nest thermostats know.
        pub nest_metadata: Option<NestMetadata>,
        /// What only NoiseAware sensors know.
        pub noiseaware_metadata: Option<NoiseawareMetadata>,
        /// What only Nuki locks know.
        pub nuki_metadata: Option<NukiMetadata>,
        /// What only Omnitec locks know.
        pub omnitec_metadata: Option<OmnitecMetadata>,
        /// What only Ring cameras know.
        pub ring_metadata: Option<RingMetadata>,
        /// What only Reolink cameras know.
        pub reolink_metadata: Option<ReolinkMetadata>,
        /// What only Salto KS locks know.
        pub salto_ks_metadata: Option<SaltoKsMetadata>,
        /// What only Salto KS locks know.
        #[field(deprecated = "use `salto_ks_metadata`")]
        pub salto_metadata: Option<SaltoKsMetadata>,
        /// What only Schlage locks know.
        pub schlage_metadata: Option<ModelMetadata>,
        /// What only devices behind a Seam Bridge know.
        pub seam_bridge_metadata: Option<SeamBridgeMetadata>,
        /// What only Sensi thermostats know.
        pub sensi_metadata: Option<SensiMetadata>,
        /// What only SmartThings devices know.
        pub smartthings_metadata: Option<SmartthingsMetadata>,
        /// What only tado thermostats know.
        pub tado_metadata: Option<TadoMetadata>,
        /// What only Tapo cameras know.
        pub tapo_metadata: Option<TapoMetadata>,
        /// What only Tedee locks know.
        pub tedee_metadata: Option<TedeeMetadata>,
        /// What only TTLock locks know.
        pub ttlock_metadata: Option<TtlockMetadata>,
        /// What only 2N intercoms know.
        pub two_n_metadata: Option<TwoNMetadata>,
        /// What only Ultraloq locks know.
        pub ultraloq_metadata: Option<UltraloqMetadata>,
        /// What only ASSA ABLOY Visionline systems know.
        pub visionline_metadata: Option<VisionlineMetadata>,
        /// What only Wyze locks know.
        pub wyze_metadata: Option<WyzeMetadata>,
        /// What only Yacan locks know.
        pub yacan_metadata: Option<YacanMetadata>,
    }
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
    #[field(required)]
    pub level: Option<f64>,
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
    #[field(required)]
    pub level: Option<f64>,
}

/// A keypad that is an accessory of a lock.
#[object]
pub struct AccessoryKeypad {
    /// Whether the keypad is connected; where it is not, codes have nowhere to be typed.
    #[field(required)]
    pub is_connected: Option<bool>,
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
