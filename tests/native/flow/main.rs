//! Flows in virtual time: no test here sleeps, so thousands of schedules with faults run in a second.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic: that is how it fails"
)]

mod ensure;
mod ensure_schedules;
mod random;
mod virtual_time;
mod waits;
mod waits_at_random;
