//! The Seam access-code API, checked in both directions: schemas as data, and a client whose every decision is pure.
//!
//! [`schema`] holds the vocabulary and the interpreter, [`model`] the resources, [`api`] the endpoints, [`client`] the decisions of a
//! client and the one trait that a runtime gives it, [`flow`] all that takes more than one call, [`rules`] what locks accept, `webhook` who a
//! webhook is from, and `host` the runtime of applications that run as wasm.
//!
//! A library and nothing else: it exports nothing to JavaScript, and sets neither an allocator nor a panic handler.

#![cfg_attr(not(feature = "typed"), no_std)]

extern crate alloc;

// The examples of the crate's readme run with the documentation tests.
#[cfg(all(doctest, feature = "typed"))]
#[doc = include_str!("../docs/rust.md")]
struct Readme;

pub mod api;
pub mod client;
pub mod error;
pub mod flow;
#[cfg(all(target_arch = "wasm32", feature = "host"))]
pub mod host;
pub mod model;
pub mod options;
pub mod redaction;
pub mod rules;
pub mod schema;
// The npm package's modules take questions apart with it; it is no part of what the crate promises.
#[doc(hidden)]
pub mod text;
#[cfg(feature = "webhook")]
pub mod webhook;
