//! The border to JavaScript: the one exported class, errors on their way across, and the host of Rust applications.
//! Decides nothing: every decision is in `client`, where it is tested natively.

mod core;
mod fault;
pub mod gloo_host;
mod timer;

pub use core::Core;

// The default allocator is an eighth of the module.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
