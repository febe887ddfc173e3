//! `/thermostats/schedules/**` (docs/api-facts.md#other-endpoints): makes, changes, finds and removes schedules.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::ThermostatSchedule;
use crate::schema::{object, summarized};

/// Makes, changes, finds and removes schedules.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "thermostats/schedules",
    endpoints: &[&CREATE, &UPDATE, &DELETE, &GET, &LIST],
    children: &[],
};

/// Makes a schedule: a climate preset for some time.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, ThermostatSchedule> = Endpoint {
    path: "/thermostats/schedules/create",
    reply: Returns::value("thermostat_schedule"),
    repeatable: false,
};

/// Changes a schedule. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/thermostats/schedules/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes a schedule.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/thermostats/schedules/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one schedule.
#[summarized]
pub const GET: Endpoint<GetParameters, ThermostatSchedule> = Endpoint {
    path: "/thermostats/schedules/get",
    reply: Returns::value("thermostat_schedule"),
    repeatable: true,
};

/// Lists the schedules of a thermostat.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<ThermostatSchedule>> = Endpoint {
    path: "/thermostats/schedules/list",
    reply: Returns::value("thermostat_schedules"),
    repeatable: true,
};

/// What `create` takes.
#[object(name = "ThermostatsSchedulesCreateParameters", ordered(starts_at, ends_at))]
pub struct CreateParameters {
    /// Key of the climate preset.
    #[field(min_length = 1)]
    pub climate_preset_key: String,
    /// ID of the device.
    pub device_id: String,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    pub ends_at: DateTime<FixedOffset>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    pub starts_at: DateTime<FixedOffset>,
    /// Whether the settings can be changed at the thermostat while it holds.
    pub is_override_allowed: Option<bool>,
    /// For how many minutes a change at the thermostat stays; null for no limit.
    #[field(nullable, optional)]
    pub max_override_period_minutes: Option<f64>,
    /// Name, for people.
    pub name: Option<String>,
}

/// What `update` takes.
#[object(name = "ThermostatsSchedulesUpdateParameters", ordered(starts_at, ends_at))]
pub struct UpdateParameters {
    /// ID of the schedule.
    pub thermostat_schedule_id: String,
    /// Key of the climate preset.
    #[field(min_length = 1)]
    pub climate_preset_key: Option<String>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Whether the settings can be changed at the thermostat while it holds.
    pub is_override_allowed: Option<bool>,
    /// For how many minutes a change at the thermostat stays; null for no limit.
    #[field(nullable, optional)]
    pub max_override_period_minutes: Option<f64>,
    /// Name, for people.
    pub name: Option<String>,
}

/// What `delete` takes.
#[object(name = "ThermostatsSchedulesDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the schedule.
    pub thermostat_schedule_id: String,
}

/// What `get` takes.
#[object(name = "ThermostatsSchedulesGetParameters")]
pub struct GetParameters {
    /// ID of the schedule.
    pub thermostat_schedule_id: String,
}

/// What `list` takes.
#[object(name = "ThermostatsSchedulesListParameters")]
pub struct ListParameters {
    /// ID of the device.
    pub device_id: String,
    /// Your own key of the user identifier.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
}
