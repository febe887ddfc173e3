//! The client as pure decisions: what to send, whether to send it again, what an answer means. A runtime gives [`host::Host`] alone.
//! Holds no JavaScript, reads no clock, and keeps nothing between calls.

#[cfg(feature = "typed")]
pub mod call;
pub mod config;
pub mod headers;
pub mod host;
mod options;
pub mod request;
pub mod response;
pub mod token;
#[cfg(feature = "typed")]
pub mod typed;
mod url;

#[cfg(feature = "typed")]
pub use typed::Client;
