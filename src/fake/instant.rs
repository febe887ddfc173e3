//! Instants as the API writes them. Reads no clock: an instant is ms since 1970.

use alloc::format;
use alloc::string::{String, ToString};

use chrono::DateTime;

use crate::rules::civil::written;

/// One second in ms.
pub(super) const SECOND: i64 = 1000;

/// One minute in ms.
pub(super) const MINUTE: i64 = 60 * SECOND;

/// One day in ms.
pub(super) const DAY: i64 = 24 * 60 * MINUTE;

/// An instant as resources have it, as `2026-03-01T15:00:00.000Z`; empty outside of the years 0 to 9999.
pub(super) fn text(at: i64) -> String {
    written(at).unwrap_or_default()
}

/// An instant as the header `date` has it, as `Sun, 01 Mar 2026 15:00:00 GMT`.
pub(super) fn header(at: i64) -> String {
    let date = DateTime::from_timestamp_millis(at).unwrap_or_default();
    format!("{} GMT", date.format("%a, %d %b %Y %H:%M:%S")).to_string()
}
