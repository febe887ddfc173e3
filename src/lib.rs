//! The Seam access-code API, checked in both directions: schemas as data, and a client whose every decision is pure.
//!
//! [`schema`] holds the vocabulary and the interpreter, [`model`] the resources, [`api`] the endpoints, [`client`] the decisions of a
//! client and the one trait that a runtime gives it, `webhook` who a webhook is from. `wasm` is the border of the npm package `seam-edge`.

#![cfg_attr(all(target_arch = "wasm32", not(feature = "typed")), no_std)]

extern crate alloc;

pub mod api;
pub mod client;
pub mod error;
pub mod flow;
pub mod model;
pub mod options;
pub mod redaction;
pub mod rules;
pub mod schema;
mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
#[cfg(feature = "webhook")]
pub mod webhook;
