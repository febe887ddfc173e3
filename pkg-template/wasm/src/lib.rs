//! The WebAssembly modules of the npm package `seam-edge`, one for each feature: what they export, and how answers and errors cross the border.
//! Decides nothing: every decision is in the crate `seam-edge`, where it is tested natively.

#![cfg(target_arch = "wasm32")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "status")]
mod access;
#[cfg(feature = "core")]
mod core;
#[cfg(feature = "core")]
mod declared;
#[cfg(feature = "status")]
mod ensure_access_code;
#[cfg(feature = "events")]
mod events;
#[cfg(any(feature = "core", feature = "events", feature = "status"))]
mod fault;
#[cfg(any(feature = "core", feature = "events", feature = "status"))]
mod flows;
#[cfg(any(
    feature = "rules",
    feature = "status",
    feature = "testing",
    feature = "webhooks"
))]
mod options;
#[cfg(feature = "rules")]
mod rules;
#[cfg(feature = "status")]
mod status;
#[cfg(feature = "testing")]
mod testing;
#[cfg(feature = "webhooks")]
mod webhooks;
#[cfg(any(feature = "rules", feature = "testing"))]
mod zones;

#[cfg(feature = "core")]
pub use self::core::core;
#[cfg(feature = "events")]
pub use self::events::events;
#[cfg(feature = "rules")]
pub use self::rules::rules;
#[cfg(feature = "status")]
pub use self::status::status;
#[cfg(feature = "testing")]
pub use self::testing::testing;
#[cfg(feature = "webhooks")]
pub use self::webhooks::webhooks;
#[cfg(any(feature = "rules", feature = "testing"))]
pub use self::zones::ZoneOffsets;

#[cfg(not(feature = "std"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Ends the call by a trap, which the facade reports. No message: there is nowhere to print one.
#[cfg(not(feature = "std"))]
#[panic_handler]
fn panic(_: &::core::panic::PanicInfo<'_>) -> ! {
    ::core::arch::wasm32::unreachable()
}
