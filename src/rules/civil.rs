//! Clocks and calendars: what a clock shows, as ms since 1970 of that clock, taken apart into dates and times of day and written out.
//! Knows of no zone.

use alloc::string::String;

use crate::schema::date_time::{day_number, month_length, number};
use crate::text::{concat, decimal};

/// One minute in ms.
pub(crate) const MINUTE: i64 = 60_000;
/// One hour in ms.
pub(crate) const HOUR: i64 = 60 * MINUTE;
/// One day of 24 hours in ms.
pub(crate) const DAY: i64 = 24 * HOUR;

/// A date of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: i64,
    /// The month, from 1 for January.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

impl Date {
    /// The date that a clock shows.
    #[must_use]
    pub fn of(clock: i64) -> Self {
        // Counted from 1 March of the year 0, in cycles of 400 years, so that leap days come last.
        let days = clock.div_euclid(DAY) + 719_468;
        let day_of_cycle = days.rem_euclid(146_097);
        let years =
            (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
        let day_of_year = day_of_cycle - (365 * years + years / 4 - years / 100);
        let months = (5 * day_of_year + 2) / 153;
        let month = if months < 10 { months + 3 } else { months - 9 };
        let year = days.div_euclid(146_097) * 400 + years + i64::from(month <= 2);
        Self {
            year,
            month: month.unsigned_abs() as u32,
            day: (day_of_year - (153 * months + 2) / 5 + 1).unsigned_abs() as u32,
        }
    }

    /// What a clock shows at the start of the date.
    #[must_use]
    pub fn start(self) -> i64 {
        day_number(self.year, self.month, self.day) * DAY
    }

    /// The same day so many months later, or the last day of that month where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let months = self.year * 12 + i64::from(self.month) - 1 + months;
        let (year, month) = (
            months.div_euclid(12),
            months.rem_euclid(12).unsigned_abs() as u32 + 1,
        );
        Self {
            year,
            month,
            day: self.day.min(month_length(year, month)),
        }
    }
}

/// The day of the week that a clock shows, from 0 for Monday.
#[must_use]
pub fn weekday(clock: i64) -> i64 {
    // 1 January 1970 was a Thursday.
    (clock.div_euclid(DAY) + 3).rem_euclid(7)
}

/// The time of day that a clock shows, in ms since midnight.
#[must_use]
pub fn time_of_day(clock: i64) -> i64 {
    clock.rem_euclid(DAY)
}

/// How far two times of day are apart, in ms, by the shorter way around the clock.
#[must_use]
pub fn times_apart(first: i64, second: i64) -> i64 {
    let apart = (first - second).rem_euclid(DAY);
    apart.min(DAY - apart)
}

/// An instant in ms since 1970 as an RFC 3339 date-time in UTC, `2026-06-01T12:00:00.000Z`; nothing outside of the years 0 to 9999, which
/// RFC 3339 cannot write.
#[must_use]
pub fn written(instant: i64) -> Option<String> {
    let Date { year, month, day } = Date::of(instant);
    if !(0..=9999).contains(&year) {
        return None;
    }
    let time = time_of_day(instant);
    let mut text = String::new();
    for (number, width, after) in [
        (year, 4, '-'),
        (i64::from(month), 2, '-'),
        (i64::from(day), 2, 'T'),
        (time / HOUR, 2, ':'),
        (time / MINUTE % 60, 2, ':'),
        (time / 1_000 % 60, 2, '.'),
        (time % 1_000, 3, 'Z'),
    ] {
        let digits = decimal(number.unsigned_abs());
        for _ in digits.len()..width {
            text.push('0');
        }
        text.push_str(&digits);
        text.push(after);
    }
    Some(text)
}

/// What a clock shows, as `2026-11-01 01:30`.
pub(crate) fn shown(clock: i64) -> String {
    let date = Date::of(clock);
    concat(&[
        &decimal(date.year.unsigned_abs()),
        "-",
        &two_digits(i64::from(date.month)),
        "-",
        &two_digits(i64::from(date.day)),
        " ",
        &hours_and_minutes(time_of_day(clock)),
    ])
}

/// A time of day in ms since midnight, as `01:30`.
pub(crate) fn hours_and_minutes(time: i64) -> String {
    concat(&[&two_digits(time / HOUR), ":", &two_digits(time % HOUR / MINUTE)])
}

/// A length of time that is not negative, as `3 min`, `26 h` or `26 h 3 min`; what is below a minute is left off.
pub(crate) fn length(time: i64) -> String {
    let (hours, minutes) = (
        decimal((time / HOUR).unsigned_abs()),
        (time % HOUR / MINUTE).unsigned_abs(),
    );
    match (time < HOUR, minutes) {
        (true, _) => concat(&[&decimal(minutes), " min"]),
        (false, 0) => concat(&[&hours, " h"]),
        (false, _) => concat(&[&hours, " h ", &decimal(minutes), " min"]),
    }
}

fn two_digits(number: i64) -> String {
    let digits = decimal(number.unsigned_abs());
    if number < 10 {
        concat(&["0", &digits])
    } else {
        digits
    }
}

/// A time of day as `15:00` or `15:00:30`, in ms since midnight, and the text that follows it; nothing where the text starts with none.
pub(crate) fn read_time(text: &str) -> Option<(i64, &str)> {
    let (head, rest) = text.split_at_checked(5)?;
    let [h1, h2, b':', m1, m2] = head.as_bytes() else {
        return None;
    };
    let (seconds, rest) = match rest.as_bytes() {
        [b':', s1, s2, ..] => (number(&[*s1, *s2])?, rest.get(3..)?),
        [b':', ..] => return None,
        _ => (0, rest),
    };
    let (hours, minutes) = (number(&[*h1, *h2])?, number(&[*m1, *m2])?);
    let exists = hours < 24 && minutes < 60 && seconds < 60;
    exists.then_some((i64::from(hours * 3600 + minutes * 60 + seconds) * 1000, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_clocks_and_lengths() {
        assert_eq!(shown(0), "1970-01-01 00:00");
        assert_eq!(shown(951_782_399_999), "2000-02-28 23:59");
        assert_eq!(shown(951_782_400_000), "2000-02-29 00:00");
        assert_eq!(hours_and_minutes(9 * HOUR + 10 * MINUTE), "09:10");
        assert_eq!(length(0), "0 min");
        assert_eq!(length(HOUR - 1), "59 min");
        assert_eq!(length(HOUR), "1 h");
        assert_eq!(length(26 * HOUR + 3 * MINUTE), "26 h 3 min");
    }

    #[test]
    fn reads_times_of_day() {
        for (text, expected) in [
            ("00:00", Some((0, ""))),
            ("15:04", Some((15 * HOUR + 4 * MINUTE, ""))),
            ("23:59:59", Some((DAY - 1000, ""))),
            ("07:00:00[Europe/Berlin]", Some((7 * HOUR, "[Europe/Berlin]"))),
            ("07:00-08:00", Some((7 * HOUR, "-08:00"))),
            ("24:00", None),
            ("00:60", None),
            ("00:00:60", None),
            ("7:00", None),
            ("07-00", None),
            ("+7:00", None),
            ("07:00:", None),
            ("0700", None),
            ("٠٧:٠٠", None),
            ("", None),
        ] {
            assert_eq!(read_time(text), expected, "{text}");
        }
    }

    #[test]
    fn measures_around_the_clock() {
        assert_eq!(times_apart(23 * HOUR, HOUR), 2 * HOUR);
        assert_eq!(times_apart(HOUR, 23 * HOUR), 2 * HOUR);
        assert_eq!(times_apart(0, 12 * HOUR), 12 * HOUR);
        assert_eq!(times_apart(5, 5), 0);
    }
}
