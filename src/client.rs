//! The client as pure decisions: what to send, whether to send it again, what an answer means. A runtime gives [`host::Host`] alone.
//! Holds no JavaScript, reads no clock, and keeps nothing between calls.

// The npm package's modules and the tests take calls apart with these; they are no part of what the crate promises.
#[cfg(feature = "typed")]
#[doc(hidden)]
pub mod call;
pub mod config;
#[doc(hidden)]
pub mod headers;
pub mod host;
mod options;
#[doc(hidden)]
pub mod request;
#[doc(hidden)]
pub mod response;
#[doc(hidden)]
pub mod token;
#[cfg(feature = "typed")]
pub mod typed;
mod url;

#[cfg(feature = "typed")]
pub use typed::Client;
