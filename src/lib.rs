// A library and nothing else: it exports nothing to JavaScript, and sets neither an allocator nor a panic handler.

#![cfg_attr(not(feature = "typed"), no_std)]
// The readme, whose examples run with the documentation tests. They need the feature that is there by default.
#![cfg_attr(feature = "typed", doc = include_str!("../docs/guide/rust.md"))]
#![cfg_attr(
    not(feature = "typed"),
    doc = "The Seam API without its typed client: the decisions alone."
)]

extern crate alloc;

pub mod api;
pub mod client;
pub mod error;
#[cfg(feature = "fake")]
pub mod fake;
pub mod flow;
#[cfg(all(target_arch = "wasm32", feature = "host"))]
pub mod host;
pub mod model;
// The npm package's modules use these three; they are no part of what the crate promises.
#[doc(hidden)]
pub mod options;
#[doc(hidden)]
pub mod redaction;
pub mod rules;
pub mod schema;
#[doc(hidden)]
pub mod text;
#[cfg(feature = "webhook")]
pub mod webhook;
