//! The rules of locks: a table of cases in data files, and properties that hold for any device. Zones come from a database here, from
//! `Intl` where the same table runs through the npm package (tests/js/rules.test.mjs).
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic: that is how it fails"
)]

mod cases;
mod constraints;
mod messages;
mod pins;
mod strange;
mod suggest;
mod zones;
