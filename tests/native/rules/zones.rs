//! The time zones of the tests.

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use seam_edge::rules::zone::Zones;

/// Zones by the database of `chrono-tz`.
pub(crate) struct Database;

impl Zones for Database {
    fn offset(&self, zone: &str, at: i64) -> Option<i64> {
        let zone: Tz = zone.parse().ok()?;
        let at = DateTime::from_timestamp_millis(at)?.naive_utc();
        Some(i64::from(
            zone.offset_from_utc_datetime(&at).fix().local_minus_utc(),
        ))
    }
}
