//! Which span of time a watch lists: how to say it to the endpoint, and where to cut it when an answer may not be all of it.
//!
//! The endpoint documents a lower bound or an exclusive interval, and a limit: no pages and no order. So nothing is presumed of the order.

use alloc::string::String;
use alloc::vec::Vec;

use crate::flow::watch_events::progress::order;
use crate::rules::civil::written;
use crate::text::concat;

/// The end of a span that has none.
pub(super) const OPEN: i64 = i64::MAX;

/// The years that RFC 3339 can write, in ms since 1970.
const FIRST: i64 = -62_167_219_200_000;
pub(super) const LAST: i64 = 253_402_300_799_999;

/// A span of instants in ms since 1970, both within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: i64,
    /// [`OPEN`] where it has no end.
    pub(super) to: i64,
}

impl Span {
    /// The members of the parameters that ask for the events of the span. The endpoint leaves out what was made exactly at the bounds, and may
    /// know fractions of a ms that it does not show, so each bound is a ms further out.
    pub(super) fn parameters(self) -> String {
        let bound = |instant: i64| written(instant.clamp(FIRST, LAST)).unwrap_or_default();
        let from = bound(self.from.saturating_sub(1));
        if self.to == OPEN {
            return concat(&["\"since\":\"", &from, "\""]);
        }
        let to = bound(self.to.saturating_add(1));
        concat(&["\"between\":[\"", &from, "\",\"", &to, "\"]"])
    }

    /// The end of the part to ask for first, when the answer had as many events as it may: the rest may be missing, and which rest is not
    /// known. Nothing where the span cannot be cut.
    ///
    /// Where the events that came are all far from the beginning, as when the newest come first, it is halfway to them; else it leaves out
    /// the newest quarter of them.
    pub(super) fn cut(self, times: impl Iterator<Item = i64>) -> Option<i64> {
        let Self { from, to } = self;
        let within: Vec<i64> = times.filter(|time| *time >= from && *time <= to).collect();
        let sorted = order(&within);
        let time = |at: usize| sorted.get(at).and_then(|at| within.get(*at)).copied();
        let (first, last) = (time(0)?, time(within.len().wrapping_sub(1))?);
        let middle = time(within.len() * 3 / 4)?;
        if from >= to {
            return None;
        }
        // A stored cursor may begin anywhere.
        let ahead = first.saturating_sub(from);
        let cut = if ahead > last.saturating_sub(first) {
            from.saturating_add(ahead / 2)
        } else {
            middle
        };
        Some(cut.min(to - 1).min(if last == from { from } else { last - 1 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_772_366_400_000;

    #[test]
    fn bounds_are_a_ms_further_out() {
        let span = |to| Span { from: START, to }.parameters();
        assert_eq!(span(OPEN), "\"since\":\"2026-03-01T11:59:59.999Z\"");
        assert_eq!(
            span(START + 5),
            "\"between\":[\"2026-03-01T11:59:59.999Z\",\"2026-03-01T12:00:00.006Z\"]"
        );
        // What RFC 3339 cannot write is as far out as it can.
        let all = Span {
            from: i64::MIN,
            to: OPEN,
        };
        assert_eq!(all.parameters(), "\"since\":\"0000-01-01T00:00:00.000Z\"");
        let never = Span {
            from: i64::MAX,
            to: OPEN,
        };
        assert_eq!(never.parameters(), "\"since\":\"9999-12-31T23:59:59.999Z\"");
    }

    #[test]
    fn cuts_a_span_of_any_length() {
        let all = Span {
            from: i64::MIN,
            to: OPEN,
        };
        let cut = all.cut([START, START + 1].into_iter());
        assert!(cut.is_some_and(|cut| cut < START), "{cut:?}");
        let cut = all.cut([i64::MIN, i64::MAX].into_iter());
        assert!(cut.is_some_and(|cut| cut < i64::MAX), "{cut:?}");
    }

    /// Rows made by the TypeScript before.
    #[test]
    fn cuts_where_the_answer_may_not_be_whole() {
        for (to, times, expected) in [
            (None, &[1, 2, 3, 4][..], Some(3)),
            (None, &[1_000, 1_001, 1_002, 1_003], Some(500)),
            (Some(0), &[0, 0], None),
            (Some(1), &[0, 0], Some(0)),
            (None, &[0, 0, 0], Some(0)),
            (None, &[5, 5, 5], Some(2)),
            (Some(5), &[5, 5, 5], Some(2)),
            (None, &[], None),
            (None, &[-1], None),
            (Some(100), &[90, 91, 100, 300], Some(45)),
            (None, &[8, 1, 6, 3, 2], Some(6)),
        ] {
            let span = Span {
                from: START,
                to: to.map_or(OPEN, |to: i64| START + to),
            };
            let cut = span.cut(times.iter().map(|by| START + by));
            assert_eq!(cut.map(|cut| cut - START), expected, "{to:?} {times:?}");
        }
    }
}
