//! How far a watch has got, and which events of an answer are new to it. Instants are ms since 1970, by Seam's clock: `created_at` alone is
//! position and order. (`occurred_at` may be by a device's clock, and long ago.)

use alloc::vec::Vec;

use crate::error::Body;
use crate::flow::watch_events::mark;
use crate::schema::date_time::rfc3339;
use crate::schema::json::{self, Malformed, Reader};

/// How far a watch has got.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Progress {
    /// `created_at` of the newest event that was given; at the beginning, where to begin.
    pub(super) position: i64,
    /// Events made before it are not given any more: it stays the overlap behind the event that was given last and behind now, and never
    /// goes back.
    pub(super) floor: i64,
    /// The marks of the events that were given, from `floor` on, and when those were made.
    pub(super) given: Vec<(u64, i64)>,
}

/// An event as it was listed.
pub(super) struct Listed<'a> {
    /// Its JSON.
    pub(super) text: &'a str,
    /// What it is remembered by.
    pub(super) mark: u64,
    /// When it was made; nothing where it does not say.
    pub(super) time: Option<i64>,
    /// The nanoseconds of that ms.
    rest: u32,
}

/// An event that is to be given.
#[derive(Debug)]
pub(super) struct Arrival {
    /// Its JSON.
    pub(super) text: Body,
    mark: u64,
    time: i64,
}

/// Reads an answer.
pub(super) fn listed(events: &str) -> Result<Vec<Listed<'_>>, Malformed> {
    let mut reader = Reader::new(events);
    let mut listed = Vec::new();
    let mut more = reader.first_item()?;
    while more {
        listed.push(Listed::read(reader.value()?));
        more = reader.next_item()?;
    }
    Ok(listed)
}

impl<'a> Listed<'a> {
    fn read(text: &'a str) -> Self {
        let mark = match json::find(text, "event_id").filter(|id| *id != "null") {
            Some(id) => Reader::new(id)
                .text()
                .map_or_else(|_| mark::of(id), |id| mark::of(&id)),
            // One without an ID, as `validate: 'off'` lets through, is known by all that it says.
            None => mark::of(text),
        };
        let instant = json::find_text(text, "created_at").and_then(|time| rfc3339(&time));
        let (seconds, nanoseconds) = instant.unwrap_or_default();
        Self {
            text,
            mark,
            time: instant.map(|_| seconds * 1000 + i64::from(nanoseconds / 1_000_000)),
            rest: nanoseconds % 1_000_000,
        }
    }
}

impl Progress {
    /// That of a watch that gives what was made at an instant or later.
    pub(super) const fn from(instant: i64) -> Self {
        Self {
            position: instant,
            floor: instant,
            given: Vec::new(),
        }
    }

    /// The events that have not been given yet, oldest first.
    pub(super) fn arrivals(&self, events: Vec<Listed<'_>>) -> Vec<Arrival> {
        let mut found: Vec<Listed<'_>> = Vec::new();
        for event in events {
            let is_given = self.given.iter().any(|(mark, _)| *mark == event.mark);
            let is_over = event.time.is_some_and(|time| time < self.floor);
            if !is_given && !is_over && !found.iter().any(|other| other.mark == event.mark) {
                found.push(event);
            }
        }
        // One that does not say when is taken for the newest.
        let time_of = |event: &Listed<'_>| event.time.unwrap_or(self.position);
        let keys: Vec<(i64, u32)> = found.iter().map(|event| (time_of(event), event.rest)).collect();
        // Of the same instant, the server's order stays.
        let sorted = order(&keys).into_iter().filter_map(|at| found.get(at));
        let arrival = |event: &Listed<'_>| Arrival {
            time: time_of(event),
            mark: event.mark,
            text: Body(event.text.into()),
        };
        sorted.map(arrival).collect()
    }

    /// Notes that an event is given, and forgets those that nobody looks for any more. The floor stays so many ms behind it, and behind what
    /// the server's time has reached, `now`.
    pub(super) fn give(&mut self, arrival: &Arrival, behind: f64, now: i64) {
        self.given.push((arrival.mark, arrival.time));
        self.position = self.position.max(arrival.time);
        // Behind this one, and not behind `position`: where one comes late, the later parts of the round may have more that did.
        let newest = arrival.time.min(now);
        self.floor = self.floor.max(newest.saturating_sub(whole(behind)));
        let floor = self.floor;
        self.given.retain(|(_, time)| *time >= floor);
    }
}

/// In which order the things come that keys are of, the least first; those of equal keys stay as they are. The standard library's sorting would
/// add 8 kB to the wasm module.
pub(super) fn order<K: PartialOrd>(keys: &[K]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    let mut width = 1;
    while width < keys.len() {
        let mut merged = Vec::with_capacity(keys.len());
        for run in order.chunks(width * 2) {
            let mut left = run.iter().take(width).peekable();
            let mut right = run.iter().skip(width).peekable();
            while let Some(at) = match (left.peek(), right.peek()) {
                (Some(one), Some(other)) if keys.get(**other) < keys.get(**one) => right.next(),
                (Some(_), _) => left.next(),
                _ => right.next(),
            } {
                merged.push(*at);
            }
        }
        order = merged;
        width *= 2;
    }
    order
}

/// A duration in whole ms, what is below one counting as one.
pub(super) fn whole(duration: f64) -> i64 {
    (duration as i64).saturating_add(i64::from(!json::is_whole(duration)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, created_at: &str) -> String {
        format!("{{\"event_id\":\"{id}\",\"created_at\":\"{created_at}\"}}")
    }

    fn texts(progress: &Progress, events: &[String]) -> Vec<String> {
        let answer = format!("[{}]", events.join(","));
        let arrivals = progress.arrivals(listed(&answer).unwrap_or_default());
        arrivals.into_iter().map(|arrival| arrival.text.0).collect()
    }

    #[test]
    fn sorts_as_the_standard_library() {
        let mut number = 7_u64;
        for length in 0..70 {
            let next = || {
                number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (number >> 33) % 20
            };
            let keys: Vec<u64> = core::iter::repeat_with(next).take(length).collect();
            let mut expected: Vec<usize> = (0..length).collect();
            expected.sort_by_key(|at| keys.get(*at));
            assert_eq!(order(&keys), expected);
        }
    }

    #[test]
    fn new_events_come_oldest_first_and_once() {
        let (a, b, c) = (
            event("a", "1970-01-01T00:00:01.0001Z"),
            event("b", "1970-01-01T00:00:01Z"),
            event("c", "1970-01-01T02:00:02+02:00"),
        );
        let progress = Progress::from(1_000);
        let answer = [c.clone(), a.clone(), b.clone(), a.clone()];
        assert_eq!(texts(&progress, &answer), [b.clone(), a.clone(), c.clone()]);
        assert_eq!(texts(&Progress::from(1_001), &answer), [c]);
    }

    #[test]
    fn what_is_behind_the_overlap_is_forgotten() {
        let mut progress = Progress::from(0);
        for (id, seconds) in [("a", "00"), ("b", "04"), ("c", "05")] {
            let text = event(id, &format!("1970-01-01T00:00:{seconds}Z"));
            let answer = format!("[{text}]");
            for arrival in progress.arrivals(listed(&answer).unwrap_or_default()) {
                progress.give(&arrival, 1_000.5, i64::MAX);
            }
        }
        assert_eq!((progress.position, progress.floor), (5_000, 3_999));
        let times: Vec<i64> = progress.given.iter().map(|(_, time)| *time).collect();
        assert_eq!(times, [4_000, 5_000]);
        let late = [
            event("d", "1970-01-01T00:00:03.999Z"),
            event("e", "1970-01-01T00:00:03.998Z"),
            event("c", "1970-01-01T00:00:05Z"),
        ];
        assert_eq!(texts(&progress, &late).len(), 1);
    }

    #[test]
    fn what_lies_in_the_future_moves_the_floor_to_now_at_most() {
        let mut progress = Progress::from(0);
        let answer = format!("[{}]", event("a", "2090-01-01T00:00:00Z"));
        let arrivals = progress.arrivals(listed(&answer).unwrap_or_default());
        for arrival in arrivals {
            progress.give(&arrival, 1_000.0, 5_000);
        }
        assert_eq!(progress.floor, 4_000);
        assert!(progress.arrivals(listed(&answer).unwrap_or_default()).is_empty());
    }

    #[test]
    fn what_has_no_time_or_no_id_is_given_once() {
        let mut progress = Progress::from(1_000);
        let events = [
            "{\"event_id\":\"a\"}",
            "{\"created_at\":\"1970-01-01T00:00:02Z\"}",
            "{\"event_id\":null,\"created_at\":\"soon\"}",
            "{\"event_id\":7}",
            "true",
        ];
        let answer = format!("[{}]", events.join(","));
        let arrivals = progress.arrivals(listed(&answer).unwrap_or_default());
        assert_eq!(arrivals.len(), 5);
        for arrival in &arrivals {
            progress.give(arrival, 60_000.0, i64::MAX);
        }
        assert_eq!(progress.position, 2_000);
        assert!(progress.arrivals(listed(&answer).unwrap_or_default()).is_empty());
        assert!(listed("{}").is_err() && listed("[{]").is_err());
    }
}
