//! `/thermostats/simulate/**` (docs/api-facts.md#other-endpoints): acts on sandbox thermostats.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::schema::{names, object, summarized};

/// Acts on sandbox thermostats.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "thermostats/simulate",
    endpoints: &[&HVAC_MODE_ADJUSTED, &TEMPERATURE_REACHED],
    children: &[],
};

/// Acts as if somebody had set a sandbox thermostat by hand.
#[summarized]
pub const HVAC_MODE_ADJUSTED: Endpoint<HvacModeAdjustedParameters, ()> = Endpoint {
    path: "/thermostats/simulate/hvac_mode_adjusted",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Makes a sandbox thermostat measure a temperature.
#[summarized]
pub const TEMPERATURE_REACHED: Endpoint<TemperatureReachedParameters, ()> = Endpoint {
    path: "/thermostats/simulate/temperature_reached",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `hvac_mode_adjusted` takes.
#[object(name = "ThermostatsSimulateHvacModeAdjustedParameters")]
pub struct HvacModeAdjustedParameters {
    /// ID of the device.
    pub device_id: String,
    /// What somebody has set at the thermostat.
    pub hvac_mode: SimulatedHvacMode,
    /// Temperature in °C to cool to.
    pub cooling_set_point_celsius: Option<f64>,
    /// Temperature in °F to cool to.
    pub cooling_set_point_fahrenheit: Option<f64>,
    /// Temperature in °C to heat to.
    pub heating_set_point_celsius: Option<f64>,
    /// Temperature in °F to heat to.
    pub heating_set_point_fahrenheit: Option<f64>,
}

/// What `temperature_reached` takes.
#[object(name = "ThermostatsSimulateTemperatureReachedParameters")]
pub struct TemperatureReachedParameters {
    /// ID of the device.
    pub device_id: String,
    /// Temperature in °C that the thermostat measures.
    pub temperature_celsius: Option<f64>,
    /// Temperature in °F that the thermostat measures.
    pub temperature_fahrenheit: Option<f64>,
}

/// What somebody can set a sandbox thermostat to.
#[names(closed)]
pub enum SimulatedHvacMode {
    Off,
    Cool,
    Heat,
    HeatCool,
}
