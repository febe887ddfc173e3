//! Where a watch begins that was told neither a date nor a cursor: now, by the server's clock. The device's clock may be minutes or days off.
//!
//! **With a `date` header that can be read and believed** (see `flow::clock`), the first answer tells the server's time, and so what it was when the watch started.
//!
//! **Without one**, as in a browser on a page of another origin, only instants that the server has named can be compared with each other. So
//! the watch begins at the newest `created_at` that it can list, and what is listed there is past. Where nothing is listed at all, all that
//! appears is new.
//!
//! *How the newest is found.* The endpoint takes a lower bound and a limit, and lists in any order. An answer below the limit is whole, and
//! shows the newest event. The first one asks for the last 15 minutes by the device's clock. That clock is a guess, which saves requests where
//! it is good and costs some where it is bad, but decides nothing:
//!
//! - Right, or off by up to 10 minutes, in a place with events: that one request.
//! - Nothing listed (few events, or a clock that is ahead): 16 times as far back, and again, at last from 1970 on. That is six more.
//! - A full answer (many events, or a clock that is behind): on from the newest that was listed, then further ahead in steps that double,
//!   then halving, until an answer is whole.
//!
//! *What happened while it looked.* The newest event may have been made before the watch started or after, which nobody can tell. Where the
//! beginning was found within two seconds, it counts as past: else every page would be given an old event when it is opened. Where it took
//! longer (failures, a slow network, a frozen process), events may well be missed, so all that is no further behind the newest than the
//! search took is given: every event that was made since the start is among them, and the newest is even where it is old.

use alloc::vec::Vec;

use crate::flow::Moment;
use crate::flow::clock::ServerClock;
use crate::flow::watch_events::progress::{Listed, Progress, whole};
use crate::flow::watch_events::span::{LAST, OPEN, Span};

/// How far behind the device's clock to look first, in ms: more than clocks are usually off.
const FIRST_REACH: i64 = 15 * 60_000;

/// Further behind, look from 1970 on.
const LAST_REACH: i64 = 10 * 365 * 86_400_000;

/// The first step ahead of the newest event that is known, in ms.
const FIRST_STEP: i64 = 60_000;

/// A search up to so long, in ms, counts as no time at all.
const AT_ONCE: f64 = 2_000.0;

/// The search for the beginning.
#[derive(Debug)]
pub(super) struct Beginning {
    /// [`Moment::elapsed`] when the watch started.
    started: f64,
    /// What the device's clock showed then; a watch that goes on before it has begun knows it from its cursor.
    pub(super) wall: Option<i64>,
    /// From where on to list.
    pub(super) from: i64,
    reach: i64,
    step: i64,
    /// The newest event that is known.
    newest: Option<i64>,
    /// The lowest bound above it that nothing was listed from.
    nothing_from: Option<i64>,
}

impl Beginning {
    /// One that is to be searched; what the device's clock showed when an earlier watch started that had not begun.
    pub(super) const fn new(wall: Option<i64>) -> Self {
        Self {
            started: 0.0,
            wall,
            from: 0,
            reach: FIRST_REACH,
            step: 0,
            newest: None,
            nothing_from: None,
        }
    }

    /// The watch starts.
    pub(super) fn start(&mut self, moment: Moment) {
        let now = (moment.wall as i64).clamp(0, LAST);
        // The one use of how far the device's clock has gone, since nothing else goes on while no process runs: what is wrong with it
        // is the same on both sides.
        let before = self.wall.map_or(0, |wall| now.saturating_sub(wall).max(0));
        self.started = moment.elapsed - before as f64;
        self.wall = self.wall.or(Some(now));
        self.from = now.saturating_sub(self.reach).max(0);
    }

    /// Takes in an answer to the list from `from` on. Results in where the watch begins; nothing where that takes another list, from another
    /// `from` on or, where it is the same, with a higher limit.
    pub(super) fn hear(
        &mut self,
        events: &[Listed<'_>],
        is_whole: bool,
        clock: ServerClock,
        moment: Moment,
    ) -> Option<Progress> {
        let took = (moment.elapsed - self.started).max(0.0);
        if let Some(now) = clock.now(moment) {
            return Some(Progress::from((now - took) as i64));
        }
        // What lies in the ms below the bound may be listed in part, see `Span::parameters`.
        let is_below = |event: &Listed<'_>| event.time.is_some_and(|time| time < self.from);
        if is_whole && events.iter().all(is_below) {
            return self.hear_nothing();
        }
        let newest = events.iter().filter_map(|event| event.time).max();
        let newest = newest.unwrap_or(self.from).max(self.newest.unwrap_or(self.from));
        if !is_whole {
            self.look_ahead(newest);
            return None;
        }
        if took > AT_ONCE {
            return Some(Progress::from(newest.saturating_sub(whole(took))));
        }
        let mut progress = Progress::from(newest);
        let past = events
            .iter()
            .filter(|event| event.time.is_none_or(|time| time >= newest));
        progress.given = past.map(|event| (event.mark, newest)).collect::<Vec<_>>();
        Some(progress)
    }

    fn hear_nothing(&mut self) -> Option<Progress> {
        if let Some(newest) = self.newest {
            self.nothing_from = Some(self.from);
            self.from = between(newest, self.from);
            return None;
        }
        if self.from == 0 {
            return Some(Progress::from(0));
        }
        let longer = self.reach * 16;
        self.from = if longer > LAST_REACH {
            0
        } else {
            (self.from + self.reach - longer).max(0)
        };
        self.reach = longer;
        None
    }

    /// There may be a newer event than the newest of an answer.
    fn look_ahead(&mut self, newest: i64) {
        self.newest = Some(newest);
        match self.nothing_from.filter(|nothing| *nothing > newest) {
            Some(nothing) => self.from = between(newest, nothing),
            None => {
                self.nothing_from = None;
                self.from = newest.saturating_add(self.step);
                self.step = self.step.saturating_mul(2).max(FIRST_STEP);
            }
        }
    }

    /// The span to list.
    pub(super) const fn span(&self) -> Span {
        Span {
            from: self.from,
            to: OPEN,
        }
    }
}

/// Halfway from the one to the other, at last the first.
fn between(first: i64, other: i64) -> i64 {
    first.saturating_add(other.saturating_sub(first) / 2)
}
