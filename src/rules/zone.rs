//! Time zones: local times of a zone and instants, by what the runtime knows of the zone. Ships no zone database and reads no clock.

/// What a runtime knows about time zones: `Intl` in JavaScript, a zone database elsewhere.
pub trait Zones {
    /// How many seconds the zone is ahead of UTC at an instant in ms since 1970; nothing where the runtime knows no such zone.
    fn offset(&self, zone: &str, at: i64) -> Option<i64>;
}

/// Knows no zone: rules that need one then say that they could not be checked.
pub struct NoZones;

impl Zones for NoZones {
    fn offset(&self, _: &str, _: i64) -> Option<i64> {
        None
    }
}
