//! Recurrence rules of the options of time frames: iCalendar's RRULE (RFC 5545), as `FREQ=WEEKLY;BYDAY=MO,FR`, as far as one date can be
//! held against it without a first date. Lists no occurrences.

use crate::rules::civil::{DAY, Date, HOUR, MINUTE, time_of_day, weekday};
use crate::schema::date_time::{month_length, number};
use crate::text::each_part;

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// How often a rule repeats.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// The parts of a rule that one date can be held against.
#[derive(Default)]
struct Parts<'a> {
    frequency: Option<Frequency>,
    /// Whether there are parts that narrow the dates further in ways that one date does not tell.
    narrowed: bool,
    by_day: Option<&'a str>,
    by_month_day: Option<&'a str>,
    by_month: Option<&'a str>,
    by_hour: Option<&'a str>,
    by_minute: Option<&'a str>,
}

/// Whether what a clock shows, in ms since 1970 of that clock, is among what a rule allows; nothing where that cannot be told.
#[must_use]
pub fn allows(rule: &str, clock: i64) -> Option<bool> {
    holds(rule, clock, true)
}

/// The same of the date alone, at whatever time of day.
#[must_use]
pub fn allows_date(rule: &str, clock: i64) -> Option<bool> {
    holds(rule, clock, false)
}

fn holds(rule: &str, clock: i64, with_time: bool) -> Option<bool> {
    let parts = Parts::read(rule.strip_prefix("RRULE:").unwrap_or(rule))?;
    let frequency = parts.frequency?;
    let date = Date::of(clock);
    let allowed = [
        parts.allows_weekday(frequency, clock, date)?,
        parts.allows_day_of_month(frequency, date)?,
        among(parts.by_month, i64::from(date.month), 1..=12)?,
        !with_time || among(parts.by_hour, time_of_day(clock) / HOUR, 0..=23)?,
        !with_time || among(parts.by_minute, time_of_day(clock) % HOUR / MINUTE, 0..=59)?,
    ];
    // Where no day is given it is that of the first date, which is not known here.
    let any_day = frequency == Frequency::Daily;
    let certain = any_day || parts.by_day.is_some() || parts.by_month_day.is_some();
    if allowed.contains(&false) {
        Some(false)
    } else {
        (certain && !parts.narrowed).then_some(true)
    }
}

impl<'a> Parts<'a> {
    /// Takes a rule apart; nothing where it is none, or has parts that make other dates of it.
    fn read(rule: &'a str) -> Option<Self> {
        let mut parts = Self::default();
        for part in each_part(rule, b';') {
            let at = part.bytes().position(|byte| byte == b'=')?;
            let (name, value) = (part.get(..at)?, part.get(at + 1..)?);
            let list = match name {
                "FREQ" => {
                    parts.frequency = Some(frequency(value)?);
                    continue;
                }
                "INTERVAL" | "COUNT" | "UNTIL" | "BYSETPOS" => {
                    parts.narrowed |= part != "INTERVAL=1";
                    continue;
                }
                // The first day of a week matters only for intervals.
                "WKST" => continue,
                "BYDAY" => &mut parts.by_day,
                "BYMONTHDAY" => &mut parts.by_month_day,
                "BYMONTH" => &mut parts.by_month,
                "BYHOUR" => &mut parts.by_hour,
                "BYMINUTE" => &mut parts.by_minute,
                _ => return None,
            };
            if list.replace(value).is_some() {
                return None;
            }
        }
        Some(parts)
    }

    /// Whether the date is on one of the weekdays, as `MO`, `1MO` for the first of a month or a year, or `-1SU` for the last.
    fn allows_weekday(&self, frequency: Frequency, clock: i64, date: Date) -> Option<bool> {
        let Some(list) = self.by_day else {
            return Some(true);
        };
        let in_month = frequency == Frequency::Monthly || self.by_month.is_some();
        let (day, length) = if in_month {
            (
                i64::from(date.day),
                i64::from(month_length(date.year, date.month)),
            )
        } else {
            let new_year = |year| {
                Date {
                    year,
                    month: 1,
                    day: 1,
                }
                .start()
            };
            let start = new_year(date.year);
            (
                (clock - start).div_euclid(DAY) + 1,
                (new_year(date.year + 1) - start) / DAY,
            )
        };
        let mut allowed = false;
        for entry in each_part(list, b',') {
            let (place, name) = entry.split_at_checked(entry.len().checked_sub(2)?)?;
            let named = WEEKDAYS.iter().position(|weekday| *weekday == name)?;
            let in_place = if place.is_empty() {
                true
            } else if matches!(frequency, Frequency::Daily | Frequency::Weekly) {
                return None;
            } else {
                let place = signed(place)?;
                place == (day - 1) / 7 + 1 || -place == (length - day) / 7 + 1
            };
            allowed |= in_place && weekday(clock) == named as i64;
        }
        Some(allowed)
    }

    /// Whether the date is on one of the days of its month, as `1`, or `-1` for the last.
    fn allows_day_of_month(&self, frequency: Frequency, date: Date) -> Option<bool> {
        let Some(list) = self.by_month_day else {
            return Some(true);
        };
        if frequency == Frequency::Weekly {
            return None;
        }
        let (day, length) = (
            i64::from(date.day),
            i64::from(month_length(date.year, date.month)),
        );
        let mut allowed = false;
        for entry in each_part(list, b',') {
            let entry = signed(entry)?;
            allowed |= entry == day || entry == day - length - 1;
        }
        Some(allowed)
    }
}

fn frequency(name: &str) -> Option<Frequency> {
    Some(match name {
        "DAILY" => Frequency::Daily,
        "WEEKLY" => Frequency::Weekly,
        "MONTHLY" => Frequency::Monthly,
        "YEARLY" => Frequency::Yearly,
        _ => return None,
    })
}

/// Whether a number is in a list, which allows any where there is none; nothing where an entry is out of its range.
fn among(list: Option<&str>, wanted: i64, range: core::ops::RangeInclusive<i64>) -> Option<bool> {
    let Some(list) = list else {
        return Some(true);
    };
    let mut found = false;
    for entry in each_part(list, b',') {
        let entry = signed(entry)?;
        if !range.contains(&entry) {
            return None;
        }
        found |= entry == wanted;
    }
    Some(found)
}

/// A number of up to three digits with or without a sign.
fn signed(text: &str) -> Option<i64> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.len() > 3 {
        return None;
    }
    let number = i64::from(number(digits)?);
    Some(if negative { -number } else { number })
}
