//! `/noise_sensors/simulate/**` (docs/api-facts.md#other-endpoints): makes sandbox sensors hear noise.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::schema::{object, summarized};

/// Makes sandbox sensors hear noise.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "noise_sensors/simulate",
    endpoints: &[&TRIGGER_NOISE_THRESHOLD],
    children: &[],
};

/// Acts as if it were too loud at a sandbox sensor.
#[summarized]
pub const TRIGGER_NOISE_THRESHOLD: Endpoint<TriggerNoiseThresholdParameters, ()> = Endpoint {
    path: "/noise_sensors/simulate/trigger_noise_threshold",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `trigger_noise_threshold` takes.
#[object(name = "NoiseSensorsSimulateTriggerNoiseThresholdParameters")]
pub struct TriggerNoiseThresholdParameters {
    /// ID of the device.
    pub device_id: String,
}
