//! What a search for the wanted code comes across, page by page. Makes no calls.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::flow::Moment;
use crate::flow::clock::ServerClock;
use crate::flow::ensure_access_code::conflict::Conflict;
use crate::flow::ensure_access_code::differences::{Difference, differences};
use crate::flow::ensure_access_code::{Place, text};
use crate::rules::diagnosis::diagnose;
use crate::rules::lifecycle::Phase;
use crate::schema::date_time::{Instant, rfc3339};
use crate::schema::json::{self, Kind, Reader};
use crate::schema::value::Value;

/// A search under way.
pub(super) struct Search {
    pub(super) place: Place,
    /// The code that was made just now, where the search is for older ones.
    pub(super) created: Option<String>,
    /// Whether that one was come across.
    pub(super) has_seen_created: bool,
    /// The oldest code that is the wanted one, and when it was created.
    pub(super) wanted: Option<(Instant, String)>,
    /// The oldest code that is in its place, and when it was created.
    pub(super) conflict: Option<(Instant, Conflict)>,
    /// The cursors that were followed.
    cursors: Vec<String>,
}

impl Search {
    pub(super) fn new(place: Place, created: Option<String>) -> Self {
        Self {
            place,
            created,
            has_seen_created: false,
            wanted: None,
            conflict: None,
            cursors: Vec::new(),
        }
    }

    /// Whether a cursor is to be followed. One that comes again would lead in a circle.
    pub(super) fn is_new(&mut self, cursor: &str) -> bool {
        let is_new = !self.cursors.iter().any(|followed| followed == cursor);
        self.cursors.push(cursor.to_owned());
        is_new
    }

    /// Takes in a code, or a page of codes.
    pub(super) fn take(&mut self, wanted: &str, value: &str, clock: &mut ServerClock, moment: Moment) {
        let mut reader = Reader::new(value);
        if reader.kind() != Ok(Kind::Array) {
            self.code(wanted, value, clock, moment);
            return;
        }
        let mut more = reader.first_item().unwrap_or_default();
        while more {
            if let Ok(code) = reader.value() {
                self.code(wanted, code, clock, moment);
            }
            more = reader.next_item().unwrap_or_default();
        }
    }

    fn code(&mut self, wanted: &str, code: &str, clock: &mut ServerClock, moment: Moment) {
        let is_same = |name: &str| match (json::find(wanted, &[name]), json::find(code, &[name])) {
            (Some(wanted), Some(actual)) => text(wanted) == text(actual),
            _ => false,
        };
        let created_at = json::find_text(code, &["created_at"]).and_then(|text| rfc3339(&text));
        if let Some((seconds, _)) = created_at {
            clock.hear_past(seconds as f64 * 1_000.0, moment);
        }
        let id = json::find(code, &["access_code_id"]);
        if let Some(created) = &self.created {
            self.has_seen_created |= id.is_some() && id == json::find(created, &["access_code_id"]);
        }
        let is_about = match self.place {
            Place::ByPin => true,
            // Some servers list codes of other devices along.
            Place::Unmanaged => is_same("device_id") && is_same("code"),
            Place::ByKey => is_same("device_id") && is_same("common_code_key"),
        };
        if !is_about {
            return;
        }
        let mut found = differences(wanted, code);
        let value = Value::read(code).unwrap_or(Value::Null);
        // Where the server's clock is hidden, only what it says itself lets a code be over: the device's clock may be wrong.
        let now = clock.at_least(moment).unwrap_or_default();
        let phase = diagnose(&value, now as i64).phase;
        if found.is_empty() && phase == Phase::Removing {
            found.push(Difference::new("status", "\"set\"", "\"removing\""));
        }
        // Codes that do not say when they were created come last.
        let created_at = created_at.unwrap_or((i64::MAX, 0));
        if found.is_empty() {
            keep_older(&mut self.wanted, created_at, || code.to_owned());
        } else if phase != Phase::Removed {
            // What has left the lock is in nobody's way.
            keep_older(&mut self.conflict, created_at, || Conflict {
                access_code: code.to_owned(),
                differences: found,
            });
        }
    }
}

fn keep_older<T>(kept: &mut Option<(Instant, T)>, created_at: Instant, make: impl FnOnce() -> T) {
    if kept.as_ref().is_none_or(|(older, _)| created_at < *older) {
        *kept = Some((created_at, make()));
    }
}
