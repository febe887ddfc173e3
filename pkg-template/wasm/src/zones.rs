//! What JavaScript knows about time zones, for the rules of locks. Ships no zone database.

use seam_edge::rules::zone::Zones;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What JavaScript knows about time zones, by `Intl`.
    pub type ZoneOffsets;

    /// Seconds that a zone is ahead of UTC at an instant in ms since 1970; NaN where there is no such zone.
    #[wasm_bindgen(method)]
    fn offset(this: &ZoneOffsets, zone: &str, at: f64) -> f64;
}

impl Zones for ZoneOffsets {
    fn offset(&self, zone: &str, at: i64) -> Option<i64> {
        let seconds = self.offset(zone, at as f64);
        (!seconds.is_nan()).then_some(seconds as i64)
    }
}
