//! `/thermostats/daily_programs/**` (docs/api-facts.md#other-endpoints): makes, changes and removes daily programs.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{ActionAttempt, ThermostatDailyProgram};
use crate::schema::{object, summarized};

/// Makes, changes and removes daily programs.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "thermostats/daily_programs",
    endpoints: &[&CREATE, &UPDATE, &DELETE],
    children: &[],
};

/// Makes a daily program.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, ThermostatDailyProgram> = Endpoint {
    path: "/thermostats/daily_programs/create",
    reply: Returns::value("thermostat_daily_program"),
    repeatable: false,
};

/// Changes a daily program, and brings it to the thermostat.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ActionAttempt> = Endpoint {
    path: "/thermostats/daily_programs/update",
    reply: Returns::value("action_attempt"),
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes a daily program.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/thermostats/daily_programs/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// What `create` takes.
#[object(name = "ThermostatsDailyProgramsCreateParameters")]
pub struct CreateParameters {
    /// ID of the device.
    pub device_id: String,
    /// Name, for people.
    pub name: String,
    /// The parts of the day.
    pub periods: Vec<ThermostatDailyProgramPeriodParameters>,
}

/// What `update` takes.
#[object(name = "ThermostatsDailyProgramsUpdateParameters")]
pub struct UpdateParameters {
    /// Name, for people.
    pub name: String,
    /// The parts of the day.
    pub periods: Vec<ThermostatDailyProgramPeriodParameters>,
    /// ID of the daily program.
    pub thermostat_daily_program_id: String,
}

/// What `delete` takes.
#[object(name = "ThermostatsDailyProgramsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the daily program.
    pub thermostat_daily_program_id: String,
}

/// A part of the day, up to where the next one starts.
#[object]
pub struct ThermostatDailyProgramPeriodParameters {
    /// Key of the climate preset.
    pub climate_preset_key: Option<String>,
    /// Time of day at which the part starts, as `07:30:00`.
    pub starts_at_time: Option<String>,
}
