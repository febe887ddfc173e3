//! ISO 8601 durations as the API writes them, `PT1H` or `P29D`, and where they lead to from an instant. Judges no window.

use crate::rules::civil::{DAY, Date, HOUR, MINUTE, time_of_day};
use crate::rules::zone::{Instants, Zone};
use crate::schema::date_time::number;

/// A length of time in calendar months, calendar days and ms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// Calendar months; twelve for a year.
    pub months: i64,
    /// Calendar days; seven for a week.
    pub days: i64,
    /// Hours, minutes and seconds, in ms.
    pub milliseconds: i64,
}

/// The designators in the order in which they may come, those of the date and those of the time: months, days and ms of one of them.
const DATE_UNITS: [(u8, Duration); 4] = [
    (b'Y', unit(12, 0, 0)),
    (b'M', unit(1, 0, 0)),
    (b'W', unit(0, 7, 0)),
    (b'D', unit(0, 1, 0)),
];
const TIME_UNITS: [(u8, Duration); 3] = [
    (b'H', unit(0, 0, HOUR)),
    (b'M', unit(0, 0, MINUTE)),
    (b'S', unit(0, 0, 1000)),
];

/// More digits than these are taken for no number: seven digits of years are beyond every calendar.
const MOST_DIGITS: usize = 7;

/// Where the zone is not known, clocks may be this far ahead of UTC or behind it, and may be changed by up to so much.
const AHEAD_OF_UTC: i64 = 14 * HOUR;
const BEHIND_UTC: i64 = 12 * HOUR;
const CLOCK_CHANGE: i64 = 2 * HOUR;

/// Where a duration leads to: the instants of all readings lie between these two, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The earliest instant of any reading, in ms since 1970.
    pub earliest: i64,
    /// The latest one.
    pub latest: i64,
}

impl Duration {
    /// Reads an ISO 8601 duration: whole numbers, a fraction of seconds at most; nothing where the text is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.as_bytes().strip_prefix(b"P")?;
        let time = text.iter().position(|byte| *byte == b'T');
        let (date, time) = match time {
            Some(at) => (text.get(..at)?, Some(text.get(at + 1..)?)),
            None => (text, None),
        };
        let mut whole = unit(0, 0, 0);
        whole.add(date, &DATE_UNITS)?;
        if let Some(time) = time {
            whole.add(time, &TIME_UNITS)?;
        }
        // `P` and `PT` alone are no durations, nor is a `T` that nothing follows.
        (!time.unwrap_or(date).is_empty()).then_some(whole)
    }

    /// Adds the numbers of a text, each with one of the units, in their order.
    fn add(&mut self, mut text: &[u8], units: &[(u8, Self)]) -> Option<()> {
        for (designator, unit) in units {
            let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let (count, rest) = text.split_at_checked(digits)?;
            let (fraction, rest) = match *designator {
                b'S' => fraction(rest)?,
                _ => (0, rest),
            };
            if rest.first() != Some(designator) {
                continue;
            }
            if digits == 0 || digits > MOST_DIGITS {
                return None;
            }
            let count = i64::from(number(count)?);
            self.months += count * unit.months;
            self.days += count * unit.days;
            self.milliseconds += count * unit.milliseconds + fraction;
            text = rest.get(1..)?;
        }
        text.is_empty().then_some(())
    }

    /// Where the duration leads to from an instant.
    ///
    /// Months and days are read both by the zone's clock and by that of UTC, where all days have 24 hours; where the zone is not known,
    /// by the clocks of all zones. Hours, minutes and seconds are exact and come last.
    #[must_use]
    pub fn reach(self, from: i64, zone: Option<Zone<'_>>) -> Reach {
        let exact = self.later_by_clock(from);
        let mut reach = Reach {
            earliest: exact,
            latest: exact,
        };
        if self.months != 0 || self.days != 0 {
            match zone.and_then(|zone| self.later_in_zone(from, zone)) {
                Some((first, second)) => {
                    reach.include(first);
                    reach.include(second);
                }
                None => {
                    reach.include(self.later_by_clock(from + AHEAD_OF_UTC) - AHEAD_OF_UTC - CLOCK_CHANGE);
                    reach.include(self.later_by_clock(from + AHEAD_OF_UTC) - AHEAD_OF_UTC + CLOCK_CHANGE);
                    reach.include(self.later_by_clock(from - BEHIND_UTC) + BEHIND_UTC - CLOCK_CHANGE);
                    reach.include(self.later_by_clock(from - BEHIND_UTC) + BEHIND_UTC + CLOCK_CHANGE);
                }
            }
        }
        reach.earliest += self.milliseconds;
        reach.latest += self.milliseconds;
        reach
    }

    /// What a clock shows the months and days later.
    fn later_by_clock(self, clock: i64) -> i64 {
        let date = Date::of(clock).plus_months(self.months);
        date.start() + self.days * DAY + time_of_day(clock)
    }

    /// The instants at which the zone's clocks show what they show now, the months and days later.
    fn later_in_zone(self, from: i64, zone: Zone<'_>) -> Option<(i64, i64)> {
        Some(match zone.instants(self.later_by_clock(zone.local(from)?))? {
            Instants::Once(at) => (at, at),
            Instants::Twice(first, second) | Instants::Never(first, second) => (first, second),
        })
    }
}

impl Reach {
    fn include(&mut self, at: i64) {
        self.earliest = self.earliest.min(at);
        self.latest = self.latest.max(at);
    }
}

const fn unit(months: i64, days: i64, milliseconds: i64) -> Duration {
    Duration {
        months,
        days,
        milliseconds,
    }
}

/// The ms of a fraction of a second, where there is one, and what follows it.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let Some((b'.' | b',', rest)) = text.split_first() else {
        return Some((0, text));
    };
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = rest.split_at_checked(count)?;
    let mut milliseconds = 0;
    for place in 0..3 {
        milliseconds = milliseconds * 10 + digits.get(place).map_or(0, |digit| i64::from(digit - b'0'));
    }
    (count > 0).then_some((milliseconds, rest))
}
