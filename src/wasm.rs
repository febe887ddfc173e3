//! The border to JavaScript: the one exported class, the hosts over `fetch` and timers, values and errors on their way across.
//! Decides nothing: every decision is in `client`, where it is tested natively.

mod core;
mod fault;
mod fetch_host;
pub mod gloo_host;
mod timer;

pub use core::Core;
