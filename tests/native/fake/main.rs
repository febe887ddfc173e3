//! The fake: every endpoint of the registry, what it refuses, locks in virtual time, and the typed client and the flows against it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic: that is how it fails"
)]

mod calls;
#[path = "../rules/zones.rs"]
mod database;
mod endings;
mod grant_times_spaces_keys;
mod grants;
mod issued;
mod lifecycle;
mod network;
mod refusals;
mod registry;
mod reset;
mod same_pin;
mod sessions;
mod simulated;
mod simulation;
#[path = "../soak.rs"]
mod soak;
mod stays;
mod troubles;
mod webhooks;
mod zones;
