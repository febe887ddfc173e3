//! `/thermostats/**` (docs/api-facts.md#other-endpoints): sets thermostats, and makes, changes and removes their climate presets.
//! Holds no resource: what replies hold is in `model`.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::devices::{CapabilityFlag, Manufacturer, device_filters};
use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{
    ActionAttempt, ClimatePresetMode, Device, DeviceType, EcobeeClimateOwner, FanMode, HvacMode,
};
use crate::schema::{Value, object, summarized};

pub mod daily_programs;
pub mod schedules;
pub mod simulate;

/// Sets thermostats, and makes, changes and removes their climate presets.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "thermostats",
    endpoints: &[
        &LIST,
        &ACTIVATE_CLIMATE_PRESET,
        &ACTIVATE_WEEKLY_PROGRAM,
        &COOL,
        &CREATE_CLIMATE_PRESET,
        &DELETE_CLIMATE_PRESET,
        &HEAT,
        &HEAT_COOL,
        &OFF,
        &SET_FALLBACK_CLIMATE_PRESET,
        &SET_FAN_MODE,
        &SET_HVAC_MODE,
        &SET_TEMPERATURE_THRESHOLD,
        &UPDATE_CLIMATE_PRESET,
        &UPDATE_WEEKLY_PROGRAM,
    ],
    children: &[
        &daily_programs::NAMESPACE,
        &schedules::NAMESPACE,
        &simulate::NAMESPACE,
    ],
};

/// Lists thermostats.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Device>> = Endpoint {
    path: "/thermostats/list",
    reply: Returns::value("devices"),
    repeatable: true,
};

/// Makes a climate preset the current one.
#[summarized]
pub const ACTIVATE_CLIMATE_PRESET: Endpoint<ActivateClimatePresetParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/activate_climate_preset",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Lets a thermostat run its weekly program again.
#[summarized]
pub const ACTIVATE_WEEKLY_PROGRAM: Endpoint<ActivateWeeklyProgramParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/activate_weekly_program",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Sets a thermostat to cool.
#[summarized]
pub const COOL: Endpoint<CoolParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/cool",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Makes a climate preset.
#[summarized]
pub const CREATE_CLIMATE_PRESET: Endpoint<CreateClimatePresetParameters, ()> = Endpoint {
    path: "/thermostats/create_climate_preset",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Deletes a climate preset.
#[summarized]
pub const DELETE_CLIMATE_PRESET: Endpoint<DeleteClimatePresetParameters, ()> = Endpoint {
    path: "/thermostats/delete_climate_preset",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Sets a thermostat to heat.
#[summarized]
pub const HEAT: Endpoint<HeatParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/heat",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Sets a thermostat to heat and to cool, as is needed.
#[summarized]
pub const HEAT_COOL: Endpoint<HeatCoolParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/heat_cool",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Switches heating and cooling off.
#[summarized]
pub const OFF: Endpoint<OffParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/off",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Says which climate preset holds where no schedule does.
#[summarized]
pub const SET_FALLBACK_CLIMATE_PRESET: Endpoint<SetFallbackClimatePresetParameters, ()> = Endpoint {
    path: "/thermostats/set_fallback_climate_preset",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Sets the fan.
#[summarized]
pub const SET_FAN_MODE: Endpoint<SetFanModeParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/set_fan_mode",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Sets what a thermostat does, and to which temperatures.
#[summarized]
pub const SET_HVAC_MODE: Endpoint<SetHvacModeParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/set_hvac_mode",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Says between which temperatures there is no event.
#[summarized]
pub const SET_TEMPERATURE_THRESHOLD: Endpoint<SetTemperatureThresholdParameters, ()> = Endpoint {
    path: "/thermostats/set_temperature_threshold",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Changes a climate preset. What is left out stays as it is.
#[summarized]
pub const UPDATE_CLIMATE_PRESET: Endpoint<UpdateClimatePresetParameters, ()> = Endpoint {
    path: "/thermostats/update_climate_preset",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Says which daily program runs on which day of the week, and brings it to the thermostat.
#[summarized]
pub const UPDATE_WEEKLY_PROGRAM: Endpoint<UpdateWeeklyProgramParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/update_weekly_program",
    reply: Returns::value("action_attempt"),
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

device_filters! {
    /// What `list` takes. Every filter narrows. The API documents `device_type`, `device_types`, `manufacturer`,
    /// `connected_account_id`, `connect_webview_id` and `customer_key`; servers of older generations take the others too.
    #[object(name = "ThermostatsListParameters")]
    pub struct ListParameters {
        /// Most thermostats in the list; the server's own limit unless given.
        #[field(min = 1, deprecated = "the newest API takes none; filter instead")]
        pub limit: Option<u32>,
        /// Cursor of a page. No server ever answers with one.
        #[field(nullable, optional, deprecated = "they do not come in pages; use `devices.list`")]
        pub page_cursor: Option<String>,
    }
}

/// What `activate_climate_preset` takes.
#[object(name = "ThermostatsActivateClimatePresetParameters")]
pub struct ActivateClimatePresetParameters {
    /// Key of the climate preset.
    #[field(min_length = 1)]
    pub climate_preset_key: String,
    /// ID of the device.
    pub device_id: String,
}

/// What `activate_weekly_program` takes.
#[object(name = "ThermostatsActivateWeeklyProgramParameters")]
pub struct ActivateWeeklyProgramParameters {
    /// ID of the device.
    pub device_id: String,
}

/// What `cool` takes.
#[object(name = "ThermostatsCoolParameters")]
pub struct CoolParameters {
    /// ID of the device.
    pub device_id: String,
    /// Temperature in °C to cool to.
    pub cooling_set_point_celsius: Option<f64>,
    /// Temperature in °F to cool to.
    pub cooling_set_point_fahrenheit: Option<f64>,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `create_climate_preset` takes.
#[object(name = "ThermostatsCreateClimatePresetParameters")]
pub struct CreateClimatePresetParameters {
    /// Key of the climate preset.
    pub climate_preset_key: String,
    /// ID of the device.
    pub device_id: String,
    /// The occasion that the preset is for.
    #[field(listed)]
    pub climate_preset_mode: Option<ClimatePresetMode>,
    /// Temperature in °C to cool to.
    pub cooling_set_point_celsius: Option<f64>,
    /// Temperature in °F to cool to.
    pub cooling_set_point_fahrenheit: Option<f64>,
    /// What only ecobee thermostats know of the preset.
    pub ecobee_metadata: Option<EcobeeClimateParameters>,
    /// What the fan does.
    #[field(listed)]
    pub fan_mode_setting: Option<FanMode>,
    /// Temperature in °C to heat to.
    pub heating_set_point_celsius: Option<f64>,
    /// Temperature in °F to heat to.
    pub heating_set_point_fahrenheit: Option<f64>,
    /// What the thermostat does.
    #[field(listed)]
    pub hvac_mode_setting: Option<HvacMode>,
    /// Whether the settings can be changed at the thermostat.
    #[field(deprecated = "use `is_override_allowed` of the thermostat schedule")]
    pub manual_override_allowed: Option<bool>,
    /// Name, for people.
    #[field(nullable, optional)]
    pub name: Option<String>,
}

/// What `delete_climate_preset` takes.
#[object(name = "ThermostatsDeleteClimatePresetParameters")]
pub struct DeleteClimatePresetParameters {
    /// Key of the climate preset.
    #[field(min_length = 1)]
    pub climate_preset_key: String,
    /// ID of the device.
    pub device_id: String,
}

/// What `heat` takes.
#[object(name = "ThermostatsHeatParameters")]
pub struct HeatParameters {
    /// ID of the device.
    pub device_id: String,
    /// Temperature in °C to heat to.
    pub heating_set_point_celsius: Option<f64>,
    /// Temperature in °F to heat to.
    pub heating_set_point_fahrenheit: Option<f64>,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `heat_cool` takes.
#[object(name = "ThermostatsHeatCoolParameters")]
pub struct HeatCoolParameters {
    /// ID of the device.
    pub device_id: String,
    /// Temperature in °C to cool to.
    pub cooling_set_point_celsius: Option<f64>,
    /// Temperature in °F to cool to.
    pub cooling_set_point_fahrenheit: Option<f64>,
    /// Temperature in °C to heat to.
    pub heating_set_point_celsius: Option<f64>,
    /// Temperature in °F to heat to.
    pub heating_set_point_fahrenheit: Option<f64>,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `off` takes.
#[object(name = "ThermostatsOffParameters")]
pub struct OffParameters {
    /// ID of the device.
    pub device_id: String,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `set_fallback_climate_preset` takes.
#[object(name = "ThermostatsSetFallbackClimatePresetParameters")]
pub struct SetFallbackClimatePresetParameters {
    /// Key of the climate preset.
    #[field(min_length = 1)]
    pub climate_preset_key: String,
    /// ID of the device.
    pub device_id: String,
}

/// What `set_fan_mode` takes.
#[object(name = "ThermostatsSetFanModeParameters")]
pub struct SetFanModeParameters {
    /// ID of the device.
    pub device_id: String,
    /// What the fan does.
    #[field(listed, deprecated = "use `fan_mode_setting`")]
    pub fan_mode: Option<FanMode>,
    /// What the fan does.
    #[field(listed)]
    pub fan_mode_setting: Option<FanMode>,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `set_hvac_mode` takes.
#[object(name = "ThermostatsSetHvacModeParameters")]
pub struct SetHvacModeParameters {
    /// ID of the device.
    pub device_id: String,
    /// What the thermostat does.
    #[field(listed)]
    pub hvac_mode_setting: HvacMode,
    /// Temperature in °C to cool to.
    pub cooling_set_point_celsius: Option<f64>,
    /// Temperature in °F to cool to.
    pub cooling_set_point_fahrenheit: Option<f64>,
    /// Temperature in °C to heat to.
    pub heating_set_point_celsius: Option<f64>,
    /// Temperature in °F to heat to.
    pub heating_set_point_fahrenheit: Option<f64>,
}

/// What `set_temperature_threshold` takes.
#[object(name = "ThermostatsSetTemperatureThresholdParameters")]
pub struct SetTemperatureThresholdParameters {
    /// ID of the device.
    pub device_id: String,
    /// Lower limit in °C; null for none.
    #[field(nullable, optional)]
    pub lower_limit_celsius: Option<f64>,
    /// Lower limit in °F; null for none.
    #[field(nullable, optional)]
    pub lower_limit_fahrenheit: Option<f64>,
    /// Upper limit in °C; null for none.
    #[field(nullable, optional)]
    pub upper_limit_celsius: Option<f64>,
    /// Upper limit in °F; null for none.
    #[field(nullable, optional)]
    pub upper_limit_fahrenheit: Option<f64>,
}

/// What `update_climate_preset` takes.
#[object(name = "ThermostatsUpdateClimatePresetParameters")]
pub struct UpdateClimatePresetParameters {
    /// Key of the climate preset.
    pub climate_preset_key: String,
    /// ID of the device.
    pub device_id: String,
    /// The occasion that the preset is for.
    #[field(listed)]
    pub climate_preset_mode: Option<ClimatePresetMode>,
    /// Temperature in °C to cool to.
    pub cooling_set_point_celsius: Option<f64>,
    /// Temperature in °F to cool to.
    pub cooling_set_point_fahrenheit: Option<f64>,
    /// What only ecobee thermostats know of the preset.
    pub ecobee_metadata: Option<EcobeeClimateParameters>,
    /// What the fan does.
    #[field(listed)]
    pub fan_mode_setting: Option<FanMode>,
    /// Temperature in °C to heat to.
    pub heating_set_point_celsius: Option<f64>,
    /// Temperature in °F to heat to.
    pub heating_set_point_fahrenheit: Option<f64>,
    /// What the thermostat does.
    #[field(listed)]
    pub hvac_mode_setting: Option<HvacMode>,
    /// Whether the settings can be changed at the thermostat.
    #[field(deprecated = "use `is_override_allowed` of the thermostat schedule")]
    pub manual_override_allowed: Option<bool>,
    /// Name, for people.
    #[field(nullable, optional)]
    pub name: Option<String>,
}

/// What `update_weekly_program` takes.
#[object(name = "ThermostatsUpdateWeeklyProgramParameters")]
pub struct UpdateWeeklyProgramParameters {
    /// ID of the device.
    pub device_id: String,
    /// ID of the daily program for Fridays; null for none.
    #[field(nullable, optional)]
    pub friday_program_id: Option<String>,
    /// ID of the daily program for Mondays; null for none.
    #[field(nullable, optional)]
    pub monday_program_id: Option<String>,
    /// ID of the daily program for Saturdays; null for none.
    #[field(nullable, optional)]
    pub saturday_program_id: Option<String>,
    /// ID of the daily program for Sundays; null for none.
    #[field(nullable, optional)]
    pub sunday_program_id: Option<String>,
    /// ID of the daily program for Thursdays; null for none.
    #[field(nullable, optional)]
    pub thursday_program_id: Option<String>,
    /// ID of the daily program for Tuesdays; null for none.
    #[field(nullable, optional)]
    pub tuesday_program_id: Option<String>,
    /// ID of the daily program for Wednesdays; null for none.
    #[field(nullable, optional)]
    pub wednesday_program_id: Option<String>,
}

/// What only ecobee thermostats take for a climate preset.
#[object]
pub struct EcobeeClimateParameters {
    /// Reference of the climate at ecobee.
    pub climate_ref: Option<String>,
    /// Whether ecobee optimizes it.
    pub is_optimized: Option<bool>,
    /// Who made it.
    #[field(listed)]
    pub owner: Option<EcobeeClimateOwner>,
}
