//! The shapes of `thermostat.*` events (docs/api-facts.md#events).
//! Which event type has which shape is said in `event.rs`.

use crate::model::event::fields::event;
use crate::model::{FanMode, HvacMode};
use crate::schema::names;

event! {
    /// A thermostat follows another climate preset.
    ThermostatClimatePresetActivatedEvent + device + account + customer {
        /// Key of the climate preset.
        pub climate_preset_key: String,
        /// Whether it is the one that the thermostat falls back to.
        #[field(required)]
        pub is_fallback_climate_preset: Option<bool>,
        /// ID of the schedule that asked for it; null where none did.
        #[field(nullable)]
        pub thermostat_schedule_id: Option<String>,
    }
}

event! {
    /// Somebody set a thermostat.
    ThermostatManuallyAdjustedEvent + device + account + customer {
        /// From where it was set.
        pub method: ThermostatAdjustmentMethod,
        /// What it does to the temperature.
        pub hvac_mode_setting: Option<HvacMode>,
        /// When its fan runs.
        pub fan_mode_setting: Option<FanMode>,
        /// Temperature above which it cools, in °C.
        pub cooling_set_point_celsius: Option<f64>,
        /// Temperature above which it cools, in °F.
        pub cooling_set_point_fahrenheit: Option<f64>,
        /// Temperature below which it heats, in °C.
        pub heating_set_point_celsius: Option<f64>,
        /// Temperature below which it heats, in °F.
        pub heating_set_point_fahrenheit: Option<f64>,
    }
}

/// From where a thermostat was set.
#[names]
pub enum ThermostatAdjustmentMethod {
    /// Through Seam.
    Seam,
    /// Elsewhere, as by hand.
    External,
}

event! {
    /// A temperature left the bounds that were set for it, or came back.
    ThermostatThresholdEvent + device + account + customer + temperature {
        /// Lower bound, in °C; null where there is none.
        #[field(nullable)]
        pub lower_limit_celsius: Option<f64>,
        /// Lower bound, in °F; null where there is none.
        #[field(nullable)]
        pub lower_limit_fahrenheit: Option<f64>,
        /// Upper bound, in °C; null where there is none.
        #[field(nullable)]
        pub upper_limit_celsius: Option<f64>,
        /// Upper bound, in °F; null where there is none.
        #[field(nullable)]
        pub upper_limit_fahrenheit: Option<f64>,
    }
}

event! {
    /// A temperature has come to what was asked for.
    ThermostatSetPointReachedEvent + device + account + customer + temperature {
        /// Temperature that was asked for, in °C.
        pub desired_temperature_celsius: Option<f64>,
        /// Temperature that was asked for, in °F.
        pub desired_temperature_fahrenheit: Option<f64>,
    }
}

event! {
    /// The temperature that a thermostat reports has changed.
    ThermostatTemperatureChangedEvent + device + account + customer + temperature {}
}
