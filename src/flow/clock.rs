//! What time it is for the server. A device's clock may be minutes wrong, so what a flow compares with one of the server's instants, it
//! compares by this.
//!
//! Two witnesses say what time it is: the `date` header of answers, and the instants that the server has named, such as a `created_at`, which
//! have been. A header counts only as long as nothing contradicts it: a proxy may write another time than the API, and a field may hold
//! anything. The device's clock decides nothing by itself. It is a third witness, for whether the other two can be believed:
//!
//! - A header that lies before an instant that has been counts as none; unless the device's clock is near the header and far from that
//!   instant, which is then of the future, and is forgotten.
//! - A header that is far from the device's clock and from the newest instant counts as none; unless the instants show that the device's
//!   clock is behind.

use crate::flow::Moment;

/// What is further apart than this is far, in ms: clocks of devices are usually no more than ten minutes wrong, and a process may have been
/// frozen since the answer came.
const FAR: f64 = 1_800_000.0;

/// How far ahead of a `date` header an instant may lie, in ms: servers differ by some seconds, and the header was on its way for some more.
const SKEW: f64 = 60_000.0;

/// How far ahead of the newest instant a header may lie that the device's clock cannot say anything about, in ms: a year.
const LONGEST_SILENCE: f64 = 31_622_400_000.0;

/// The server's clock, as its answers show it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ServerClock {
    /// The server's time less [`Moment::elapsed`], by the last `date` header that counts.
    ahead: Option<f64>,
    /// The same by the newest instant that the server has named, such as a `created_at`: the server's time is no earlier.
    at_least: Option<f64>,
}

impl ServerClock {
    /// One that nothing is known of.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            ahead: None,
            at_least: None,
        }
    }

    /// Takes in the `date` header of an answer, in ms since 1970; after the instants in the answer, by which it is judged.
    pub fn hear_date(&mut self, date: Option<f64>, moment: Moment) {
        if let Some(date) = date.filter(|date| self.believes(*date, moment)) {
            self.ahead = Some(date - moment.elapsed);
            if self.named(moment).is_some_and(|named| named > date + SKEW) {
                self.at_least = None;
            }
        }
    }

    fn believes(&self, date: f64, moment: Moment) -> bool {
        let is_near_device = is_near(date, moment.wall);
        let Some(named) = self.named(moment) else {
            return is_near_device;
        };
        if named > date + SKEW {
            return is_near_device && !is_near(named, moment.wall);
        }
        let is_device_behind = named > moment.wall + FAR;
        is_near_device || is_near(date, named) || (is_device_behind && date < named + LONGEST_SILENCE)
    }

    /// Takes in an instant, in ms since 1970, that the server says has been.
    pub fn hear_past(&mut self, instant: f64, moment: Moment) {
        if let Some(date) = self.shown(moment)
            && instant > date + SKEW
        {
            if is_near(date, moment.wall) && !is_near(instant, moment.wall) {
                return;
            }
            self.ahead = None;
        }
        let ahead = instant - moment.elapsed;
        if self.at_least.is_none_or(|known| known < ahead) {
            self.at_least = Some(ahead);
        }
    }

    /// The latest that an instant can lie and have been, in ms since 1970, where an answer had this `date` header: what is later is of the
    /// future. Where no header says more, that is as far ahead as clocks are wrong.
    #[must_use]
    pub fn latest(&self, date: Option<f64>, moment: Moment) -> f64 {
        let believed = date.filter(|date| is_near(*date, moment.wall));
        match believed.or(self.now(moment)) {
            Some(now) => now + SKEW,
            None => {
                let known = [date, self.named(moment)].into_iter().flatten();
                known.fold(moment.wall, f64::max) + FAR
            }
        }
    }

    /// The server's time in ms since 1970, up to a second or two early: the header has whole seconds, and the answer took a while. Nothing
    /// where no answer had a `date` header that counts.
    #[must_use]
    pub fn now(&self, moment: Moment) -> Option<f64> {
        let date = self.shown(moment)?;
        Some(self.named(moment).map_or(date, |named| named.max(date)))
    }

    /// An instant that the server's time has reached for sure, in ms since 1970.
    #[must_use]
    pub fn at_least(&self, moment: Moment) -> Option<f64> {
        self.now(moment).or(self.named(moment))
    }

    /// The time by the header alone.
    fn shown(&self, moment: Moment) -> Option<f64> {
        self.ahead.map(|ahead| ahead + moment.elapsed)
    }

    /// The time by instants alone.
    fn named(&self, moment: Moment) -> Option<f64> {
        self.at_least.map(|ahead| ahead + moment.elapsed)
    }
}

/// False, too, where one of them is no number.
fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= FAR
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-06-01T12:00:00Z.
    const NOON: f64 = 1_780_315_200_000.0;
    const HOUR: f64 = 3_600_000.0;
    const DAY: f64 = 24.0 * HOUR;

    /// So many ms after noon, where the device's clock is so many ms ahead.
    fn device(elapsed: f64, ahead: f64) -> Moment {
        Moment {
            elapsed,
            wall: NOON + elapsed + ahead,
            random: 0.0,
        }
    }

    fn moment(elapsed: f64) -> Moment {
        device(elapsed, 0.0)
    }

    #[test]
    fn goes_on_from_the_last_date_header() {
        let mut clock = ServerClock::new();
        assert_eq!(clock.now(moment(0.0)), None);
        clock.hear_date(None, moment(1.0));
        assert_eq!(clock.now(moment(1.0)), None);
        clock.hear_date(Some(NOON), moment(500.0));
        assert_eq!(clock.now(moment(1_500.0)), Some(NOON + 1_000.0));
        assert_eq!(clock.at_least(moment(1_500.0)), Some(NOON + 1_000.0));
        clock.hear_date(Some(NOON + 3_000.0), moment(2_500.0));
        assert_eq!(clock.now(moment(2_500.0)), Some(NOON + 3_000.0));
    }

    #[test]
    fn knows_what_must_have_passed_where_the_header_is_hidden() {
        let mut clock = ServerClock::new();
        clock.hear_past(2_000.0, moment(100.0));
        clock.hear_past(1_000.0, moment(200.0));
        assert_eq!(clock.now(moment(300.0)), None);
        assert_eq!(clock.at_least(moment(300.0)), Some(2_200.0));
        // An instant may be newer than a header, which has whole seconds.
        clock.hear_date(Some(NOON), moment(999.0));
        clock.hear_past(NOON + 998.0, moment(999.0));
        assert_eq!(clock.now(moment(999.0)), Some(NOON + 998.0));
    }

    #[test]
    fn a_header_before_an_instant_that_has_been_counts_as_none() {
        for behind in [2.0 * 60_000.0, 3.0 * HOUR, 60.0 * DAY, NOON] {
            // On either order, and with a device's clock that is some minutes off.
            for wrong in [0.0, 600_000.0, -600_000.0] {
                let at = device(0.0, wrong);
                let mut clock = ServerClock::new();
                clock.hear_past(NOON, at);
                clock.hear_date(Some(NOON - behind), at);
                assert_eq!(
                    (clock.now(at), clock.at_least(at)),
                    (None, Some(NOON)),
                    "{behind}"
                );
                let mut clock = ServerClock::new();
                clock.hear_date(Some(NOON - behind), at);
                clock.hear_past(NOON, at);
                assert_eq!(
                    (clock.now(at), clock.at_least(at)),
                    (None, Some(NOON)),
                    "{behind}"
                );
            }
        }
    }

    #[test]
    fn a_header_that_is_far_from_everything_counts_as_none() {
        for date in [
            NOON + 3.0 * HOUR,
            NOON - 3.0 * HOUR,
            99_999.0,
            253_370_764_800_000.0,
            3_093_527_980_800_000.0,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ] {
            for named in [None, Some(NOON - 1_000.0), Some(NOON - 2.0 * DAY)] {
                let mut clock = ServerClock::new();
                if let Some(named) = named {
                    clock.hear_past(named, moment(0.0));
                }
                clock.hear_date(Some(date), moment(0.0));
                assert_eq!(clock.now(moment(0.0)), None, "{date} {named:?}");
                assert_eq!(clock.at_least(moment(0.0)), named, "{date}");
            }
        }
    }

    #[test]
    fn a_header_counts_beside_a_device_whose_clock_is_wrong() {
        for wrong in [600_000.0, -600_000.0] {
            let mut clock = ServerClock::new();
            clock.hear_date(Some(NOON), device(0.0, wrong));
            assert_eq!(clock.now(device(0.0, wrong)), Some(NOON));
        }
        // Where an instant shows that it is the device.
        for (wrong, named) in [
            (3.0 * DAY, NOON - 60_000.0),
            (-3.0 * DAY, NOON - 60_000.0),
            (-3.0 * DAY, NOON - DAY),
            (-NOON, NOON - 90.0 * DAY),
        ] {
            let at = device(0.0, wrong);
            let mut clock = ServerClock::new();
            clock.hear_past(named, at);
            clock.hear_date(Some(NOON), at);
            assert_eq!(clock.now(at), Some(NOON), "{wrong} {named}");
        }
    }

    #[test]
    fn an_instant_of_the_future_does_not_count_beside_a_header_that_the_device_agrees_with() {
        let ahead = NOON + 3.0 * DAY;
        let mut clock = ServerClock::new();
        clock.hear_past(ahead, moment(0.0));
        clock.hear_date(Some(NOON), moment(0.0));
        assert_eq!(clock.at_least(moment(0.0)), Some(NOON));
        clock.hear_past(ahead, moment(0.0));
        assert_eq!(clock.at_least(moment(0.0)), Some(NOON));
    }

    #[test]
    fn knows_what_is_of_the_future() {
        let clock = ServerClock::new();
        assert_eq!(clock.latest(Some(NOON), moment(0.0)), NOON + SKEW);
        assert_eq!(clock.latest(None, moment(0.0)), NOON + FAR);
        // A header that may be wrong forbids nothing that the device's clock allows, and the other way round.
        assert_eq!(clock.latest(Some(NOON - DAY), moment(0.0)), NOON + FAR);
        assert_eq!(clock.latest(Some(NOON), device(0.0, -DAY)), NOON + FAR);
    }
}
