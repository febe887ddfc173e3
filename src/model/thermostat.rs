//! What thermostats tell and are set to: presets, schedules, programs, thresholds. Temperatures are in degrees Celsius and Fahrenheit,
//! each where the name says so. Holds no limits of a thermostat: those are properties of the device. Nothing here is load-bearing: it is
//! part of a device's properties, and no door depends on it.

use chrono::{DateTime, Utc};

use crate::schema::{names, object};

/// Makes an object of what a climate preset holds: texts and flags as given, the rest may be absent.
macro_rules! climate {
    ($(#$attribute:tt)* pub struct $name:ident of ($($text:tt)*) and ($($required:tt)*) flags;) => {
        $(#$attribute)*
        pub struct $name {
            /// Key of the preset.
            pub climate_preset_key: $($text)*,
            /// Name for people: `name`, else the one in the provider's app.
            pub display_name: $($text)*,
            /// Name that was given in Seam; null where there is none.
            #[field(nullable, optional)]
            pub name: Option<String>,
            /// Whether the preset can be changed.
            $($required)*
            pub can_edit: Option<bool>,
            /// Whether the preset can be deleted.
            $($required)*
            pub can_delete: Option<bool>,
            /// Whether daily programs can use the preset.
            $($required)*
            pub can_use_with_thermostat_daily_programs: Option<bool>,
            /// Whether the settings can be changed at the thermostat.
            #[field(deprecated = "use `is_override_allowed` of the thermostat schedule")]
            $($required)*
            pub manual_override_allowed: Option<bool>,
            /// The occasion that the preset is for.
            pub climate_preset_mode: Option<ClimatePresetMode>,
            /// What the thermostat does.
            pub hvac_mode_setting: Option<HvacMode>,
            /// What the fan does.
            pub fan_mode_setting: Option<FanMode>,
            /// Temperature in °C to heat to.
            pub heating_set_point_celsius: Option<f64>,
            /// Temperature in °F to heat to.
            pub heating_set_point_fahrenheit: Option<f64>,
            /// Temperature in °C to cool to.
            pub cooling_set_point_celsius: Option<f64>,
            /// Temperature in °F to cool to.
            pub cooling_set_point_fahrenheit: Option<f64>,
            /// What only ecobee thermostats know of the preset.
            pub ecobee_metadata: Option<EcobeeClimateMetadata>,
        }
    };
}

climate! {
    /// A set of settings that a thermostat keeps under a key.
    #[object]
    pub struct ClimatePreset of (String) and (#[field(required)]) flags;
}

climate! {
    /// Settings of a thermostat, of a preset or not.
    #[object]
    pub struct ClimateSetting of (Option<String>) and () flags;
}

/// What only ecobee thermostats know of a climate preset.
#[object]
pub struct EcobeeClimateMetadata {
    /// Reference of the climate at ecobee.
    pub climate_ref: Option<String>,
    /// Whether ecobee optimizes it.
    pub is_optimized: Option<bool>,
    /// Who made it.
    pub owner: Option<EcobeeClimateOwner>,
}

/// Who made a climate of an ecobee thermostat.
#[names]
pub enum EcobeeClimateOwner {
    User,
    System,
}

/// The occasion that a climate preset is for.
#[names]
pub enum ClimatePresetMode {
    Home,
    Away,
    Wake,
    Sleep,
    Occupied,
    Unoccupied,
}

/// What a thermostat is set to do.
#[names]
pub enum HvacMode {
    Off,
    Heat,
    Cool,
    HeatCool,
    Eco,
}

/// What the fan of a thermostat is set to do.
#[names]
pub enum FanMode {
    Auto,
    On,
    Circulate,
}

/// A time in which a thermostat holds a climate preset.
#[object]
pub struct ThermostatSchedule {
    /// ID of the schedule.
    pub thermostat_schedule_id: String,
    /// ID of the thermostat.
    pub device_id: String,
    /// ID of the workspace that owns the schedule.
    pub workspace_id: String,
    /// Name for people; null where there is none.
    #[field(nullable)]
    pub name: Option<String>,
    /// Key of the climate preset.
    pub climate_preset_key: String,
    /// Date-time from which it holds, RFC 3339.
    #[field(required)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which it holds, RFC 3339.
    #[field(required)]
    pub ends_at: Option<DateTime<Utc>>,
    /// Whether the settings can be changed at the thermostat while it holds.
    pub is_override_allowed: Option<bool>,
    /// For how many minutes a change at the thermostat stays; null where it has no limit.
    #[field(nullable, optional)]
    pub max_override_period_minutes: Option<f64>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// What keeps it from working.
    pub errors: Vec<ThermostatScheduleError>,
}

/// What keeps a thermostat schedule from working.
#[object]
pub struct ThermostatScheduleError {
    /// Name of the kind of error; an open set.
    pub error_code: String,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339. Servers of older generations leave it out.
    #[field(left_out)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a thermostat does in the course of a day.
#[object]
pub struct ThermostatDailyProgram {
    /// ID of the program.
    pub thermostat_daily_program_id: String,
    /// ID of the thermostat.
    pub device_id: String,
    /// ID of the workspace that owns the program.
    pub workspace_id: String,
    /// Name for people; null where there is none.
    #[field(nullable)]
    pub name: Option<String>,
    /// The parts of the day.
    pub periods: Vec<ThermostatDailyProgramPeriod>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A part of the day, up to where the next one starts.
#[object]
pub struct ThermostatDailyProgramPeriod {
    /// Time of day at which it starts, as `07:30:00`.
    pub starts_at_time: String,
    /// Key of the climate preset that holds.
    pub climate_preset_key: String,
}

/// Which daily program a thermostat runs on which day of the week; null where it runs none.
#[object]
pub struct ThermostatWeeklyProgram {
    /// ID of the daily program for Mondays.
    #[field(nullable)]
    pub monday_program_id: Option<String>,
    /// ID of the daily program for Tuesdays.
    #[field(nullable)]
    pub tuesday_program_id: Option<String>,
    /// ID of the daily program for Wednesdays.
    #[field(nullable)]
    pub wednesday_program_id: Option<String>,
    /// ID of the daily program for Thursdays.
    #[field(nullable)]
    pub thursday_program_id: Option<String>,
    /// ID of the daily program for Fridays.
    #[field(nullable)]
    pub friday_program_id: Option<String>,
    /// ID of the daily program for Saturdays.
    #[field(nullable)]
    pub saturday_program_id: Option<String>,
    /// ID of the daily program for Sundays.
    #[field(nullable)]
    pub sunday_program_id: Option<String>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// Between which temperatures a thermostat warns of nothing; null where there is no limit.
#[object]
pub struct TemperatureThreshold {
    /// Lower limit in °C.
    #[field(nullable)]
    pub lower_limit_celsius: Option<f64>,
    /// Lower limit in °F.
    #[field(nullable)]
    pub lower_limit_fahrenheit: Option<f64>,
    /// Upper limit in °C.
    #[field(nullable)]
    pub upper_limit_celsius: Option<f64>,
    /// Upper limit in °F.
    #[field(nullable)]
    pub upper_limit_fahrenheit: Option<f64>,
}
