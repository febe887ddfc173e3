//! The border to JavaScript: the one exported class, errors on their way across, and the host of Rust applications.
//! Decides nothing: every decision is in `client`, where it is tested natively.

mod core;
mod declared;
mod fault;
#[cfg(feature = "typed")]
pub mod gloo_host;
mod record;
#[cfg(feature = "typed")]
mod timer;

pub use core::Core;

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
