//! Webhooks: test vectors of the signature (docs/api-facts.md#webhook-signatures), a table of cases that says each rule from both sides, and
//! properties that hold for any delivery. The same two files run through the npm package in tests/npm/webhooks/webhook.test.mjs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic: that is how it fails"
)]

mod cases;
mod delivered;
mod properties;
#[path = "../soak.rs"]
mod soak;
