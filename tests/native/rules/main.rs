//! The rules of locks: a table of cases in data files, and properties that hold for any device. Zones come from a database here, from
//! `Intl` where the same table runs through the npm package (tests/npm/rules/check-access-code.test.mjs).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic: that is how it fails"
)]

mod access;
mod any_input_over_pins;
mod any_input_over_time;
mod any_input_to_diagnosis;
mod cases;
mod constraints;
mod device_errors;
mod device_messages;
mod diagnosis;
mod left_out;
mod pin_messages;
mod pins;
#[path = "../flow/random.rs"]
mod random;
#[path = "../soak.rs"]
mod soak;
mod subjects;
mod suggest;
mod time;
mod time_messages;
mod timeline;
mod typed;
mod unlisted_status;
mod zones;
