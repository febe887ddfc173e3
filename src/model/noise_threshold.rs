//! `noise_threshold`: above which level it is loud (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use crate::schema::object;

/// A level of noise at some times of day, above which there is an event.
#[object]
pub struct NoiseThreshold {
    /// ID of the noise threshold.
    #[field(load_bearing)]
    pub noise_threshold_id: String,
    /// ID of the noise sensor.
    pub device_id: String,
    /// Time of day until which it holds, with a zone, as `20:00:00[America/Los_Angeles]`.
    pub ends_daily_at: String,
    /// Name, for people.
    pub name: String,
    /// Level in dB above which it is loud.
    #[field(required)]
    pub noise_threshold_decibels: Option<f64>,
    /// Level in Noiseaware's own scale (NRS) above which it is loud; Noiseaware only.
    pub noise_threshold_nrs: Option<f64>,
    /// Time of day from which it holds, with a zone, as `18:00:00[America/Los_Angeles]`.
    pub starts_daily_at: String,
}
