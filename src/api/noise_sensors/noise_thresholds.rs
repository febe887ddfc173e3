//! `/noise_sensors/noise_thresholds/**` (docs/api-facts.md#other-endpoints): makes, changes, finds and removes noise thresholds.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::NoiseThreshold;
use crate::schema::{object, summarized};

/// Makes, changes, finds and removes noise thresholds.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "noise_sensors/noise_thresholds",
    endpoints: &[&CREATE, &UPDATE, &DELETE, &GET, &LIST],
    children: &[],
};

/// Makes a noise threshold: where it is louder, there is an event.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, NoiseThreshold> = Endpoint {
    path: "/noise_sensors/noise_thresholds/create",
    reply: Returns::value("noise_threshold"),
    repeatable: false,
};

/// Changes a noise threshold. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/noise_sensors/noise_thresholds/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes a noise threshold.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/noise_sensors/noise_thresholds/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one noise threshold.
#[summarized]
pub const GET: Endpoint<GetParameters, NoiseThreshold> = Endpoint {
    path: "/noise_sensors/noise_thresholds/get",
    reply: Returns::value("noise_threshold"),
    repeatable: true,
};

/// Lists the noise thresholds of a sensor.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<NoiseThreshold>> = Endpoint {
    path: "/noise_sensors/noise_thresholds/list",
    reply: Returns::value("noise_thresholds"),
    repeatable: true,
};

/// What `create` takes.
#[object(name = "NoiseSensorsNoiseThresholdsCreateParameters")]
pub struct CreateParameters {
    /// ID of the device.
    pub device_id: String,
    /// Time of day until which it holds, with a zone, as `20:00:00[America/Los_Angeles]`.
    pub ends_daily_at: String,
    /// Time of day from which it holds, with a zone, as `18:00:00[America/Los_Angeles]`.
    pub starts_daily_at: String,
    /// Name, for people.
    pub name: Option<String>,
    /// Level in dB above which it is loud.
    pub noise_threshold_decibels: Option<f64>,
    /// Level in Noiseaware's own scale (NRS) above which it is loud; Noiseaware only.
    pub noise_threshold_nrs: Option<f64>,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `update` takes.
#[object(name = "NoiseSensorsNoiseThresholdsUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the device.
    pub device_id: String,
    /// ID of the noise threshold.
    pub noise_threshold_id: String,
    /// Time of day until which it holds, with a zone, as `20:00:00[America/Los_Angeles]`.
    pub ends_daily_at: Option<String>,
    /// Name, for people.
    pub name: Option<String>,
    /// Level in dB above which it is loud.
    pub noise_threshold_decibels: Option<f64>,
    /// Level in Noiseaware's own scale (NRS) above which it is loud; Noiseaware only.
    pub noise_threshold_nrs: Option<f64>,
    /// Time of day from which it holds, with a zone, as `18:00:00[America/Los_Angeles]`.
    pub starts_daily_at: Option<String>,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `delete` takes.
#[object(name = "NoiseSensorsNoiseThresholdsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the device.
    pub device_id: String,
    /// ID of the noise threshold.
    pub noise_threshold_id: String,
    /// Whether the server waits for the device before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `get` takes.
#[object(name = "NoiseSensorsNoiseThresholdsGetParameters")]
pub struct GetParameters {
    /// ID of the noise threshold.
    pub noise_threshold_id: String,
}

/// What `list` takes.
#[object(name = "NoiseSensorsNoiseThresholdsListParameters")]
pub struct ListParameters {
    /// ID of the device.
    pub device_id: String,
    /// Whether it is on the device; internal.
    pub is_programmed: Option<bool>,
}
