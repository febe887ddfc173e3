//! The border to JavaScript: what each module of the npm package exports, errors on their way across, and the host of Rust applications.
//! Decides nothing: every decision is in `client`, `rules` and `webhook`, where it is tested natively.

#[cfg(feature = "module-core")]
mod core;
#[cfg(feature = "module-core")]
mod declared;
#[cfg(any(feature = "module-core", feature = "module-status"))]
mod fault;
#[cfg(any(feature = "module-core", feature = "module-status"))]
mod flows;
#[cfg(feature = "typed")]
pub mod gloo_host;
#[cfg(feature = "module-rules")]
mod rules;
#[cfg(feature = "module-status")]
mod status;
#[cfg(feature = "typed")]
mod timer;
#[cfg(feature = "module-webhooks")]
mod webhooks;

#[cfg(feature = "module-core")]
pub use core::core;
#[cfg(feature = "module-rules")]
pub use rules::{ZoneOffsets, rules};
#[cfg(feature = "module-status")]
pub use status::status;
#[cfg(feature = "module-webhooks")]
pub use webhooks::webhooks;

// Applications choose an allocator of their own; the npm package takes a small one.
#[cfg(not(feature = "typed"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Ends the call by a trap, which the facade reports. No message: there is nowhere to print one.
#[cfg(not(feature = "typed"))]
#[panic_handler]
fn panic(_: &::core::panic::PanicInfo<'_>) -> ! {
    ::core::arch::wasm32::unreachable()
}
