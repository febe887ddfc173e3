//! What a search for the wanted code comes across, page by page. Makes no calls.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::flow::clock::ServerClock;
use crate::flow::ensure_access_code::Place;
use crate::flow::ensure_access_code::conflict::Conflict;
use crate::flow::ensure_access_code::differences::{Difference, differences, has_same};
use crate::flow::pages::Followed;
use crate::flow::{Answer, Moment};
use crate::rules::diagnosis::diagnose;
use crate::rules::lifecycle::Phase;
use crate::schema::date_time::{Instant, rfc3339};
use crate::schema::json::{self, Kind, Reader};
use crate::schema::value::Value;

/// The property by which a code without a PIN of the caller's is found.
const KEY: &str = "common_code_key";

/// A search under way.
pub(super) struct Search {
    pub(super) place: Place,
    /// The code that was made just now, where the search is for older ones.
    pub(super) created: Option<String>,
    /// Whether that one was come across.
    pub(super) has_seen_created: bool,
    /// Whether the server says that it has the key by which it is to be found again.
    pub(super) has_key: bool,
    /// The oldest code that is the wanted one, and when it was created.
    pub(super) wanted: Option<(Instant, String)>,
    /// The oldest code that is in its place, and when it was created.
    pub(super) conflict: Option<(Instant, Conflict)>,
    /// The cursors that were followed.
    pub(super) followed: Followed,
}

impl Search {
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            created: None,
            has_seen_created: false,
            has_key: false,
            wanted: None,
            conflict: None,
            followed: Followed::default(),
        }
    }

    /// A search for older ones than the code that was made just now.
    pub(super) fn for_older(place: Place, wanted: &str, created: String) -> Self {
        Self {
            has_key: has_same(KEY, wanted, &created),
            created: Some(created),
            ..Self::new(place)
        }
    }

    /// Takes in a code, or a page of codes, with the `date` header.
    pub(super) fn take(&mut self, wanted: &str, answer: Answer<'_>, clock: &mut ServerClock, moment: Moment) {
        // First what all of them say about the time, by which each is judged.
        each_code(answer.value, |code| {
            if let Some((seconds, _)) = created_at(code) {
                clock.hear_past(seconds as f64 * 1_000.0, moment);
            }
        });
        clock.hear_date(answer.date, moment);
        each_code(answer.value, |code| self.code(wanted, code, *clock, moment));
    }

    fn code(&mut self, wanted: &str, code: &str, clock: ServerClock, moment: Moment) {
        let is_same = |property| has_same(property, wanted, code);
        let id = json::find(code, "access_code_id");
        if let Some(created) = &self.created
            && id.is_some()
            && id == json::find(created, "access_code_id")
        {
            self.has_seen_created = true;
            self.has_key = is_same(KEY);
        }
        let is_about = match self.place {
            Place::ByPin => true,
            // Some servers list codes of other devices along.
            Place::Unmanaged => is_same("device_id") && is_same("code"),
            Place::ByKey => is_same("device_id") && is_same(KEY),
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
        let created_at = created_at(code).unwrap_or((i64::MAX, 0));
        if found.is_empty() {
            keep_older(&mut self.wanted, created_at, || code.to_owned());
        } else if phase != Phase::Removed {
            // What has left the lock is in nobody's way.
            keep_older(&mut self.conflict, created_at, || Conflict {
                access_code: code.to_owned(),
                differences: found,
                is_new: false,
            });
        }
    }
}

/// Takes a code, or each of a page of codes.
fn each_code(value: &str, mut take: impl FnMut(&str)) {
    let mut reader = Reader::new(value);
    if reader.kind() != Ok(Kind::Array) {
        take(value);
        return;
    }
    let mut more = reader.first_item().unwrap_or_default();
    while more {
        if let Ok(code) = reader.value() {
            take(code);
        }
        more = reader.next_item().unwrap_or_default();
    }
}

fn created_at(code: &str) -> Option<Instant> {
    json::find_text(code, "created_at").and_then(|text| rfc3339(&text))
}

fn keep_older<T>(kept: &mut Option<(Instant, T)>, created_at: Instant, make: impl FnOnce() -> T) {
    if kept.as_ref().is_none_or(|(older, _)| created_at < *older) {
        *kept = Some((created_at, make()));
    }
}
