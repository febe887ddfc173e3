//! Date-times: RFC 3339 as the API writes them. Reads no clock.
//!
//! chrono parses them too, but would add 17 kB to the wasm module; the tests hold this to what chrono says.

/// A point in time: seconds since 1970 and nanoseconds of that second.
pub type Instant = (i64, u32);

/// The instant of an RFC 3339 date-time with a time zone and a fraction of any length; nothing where the text is none.
#[must_use]
pub fn rfc3339(text: &str) -> Option<Instant> {
    let (century, rest) = text.as_bytes().split_first_chunk::<2>()?;
    let (date, rest) = rest.split_first_chunk()?;
    let (b'T' | b't', rest) = rest.split_first()? else {
        return None;
    };
    let (time, rest) = rest.split_first_chunk()?;
    let [year, month, day] = triple(date, b'-')?;
    let [hour, minute, second] = triple(time, b':')?;
    // RFC 3339 has a second 60, for leap seconds. The server's `Date` does not, and would be a minute that differs from what was asked for.
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let day = days(number(century)? * 100 + year, month, day)?;
    let (nanoseconds, zone) = fraction(rest)?;
    let local = day * 86_400 + i64::from(hour * 3600 + minute * 60 + second);
    Some((local - offset(zone)?, nanoseconds))
}

/// The instant of an RFC 3339 date-time in ms since 1970, what is below a ms left off; nothing where the text is none.
#[must_use]
pub fn milliseconds(text: &str) -> Option<i64> {
    rfc3339(text).map(|(seconds, nanoseconds)| seconds * 1000 + i64::from(nanoseconds / 1_000_000))
}

/// How many ms the clock is ahead of UTC by which a date-time is written; nothing where it is written in UTC, as `Z`, or is none.
#[must_use]
pub(crate) fn written_offset(text: &str) -> Option<i64> {
    rfc3339(text)?;
    Some(offset(text.as_bytes().last_chunk::<6>()?)? * 1000)
}

/// The three numbers of two digits each that separators part, as in `15:04:05`. All eight bytes are looked at together.
fn triple(written: &[u8; 8], separator: u8) -> Option<[u32; 3]> {
    let form = 0x3030_0030_3000_3030 | (u64::from(separator) * 0x0000_0100_0001_0000);
    let digits = u64::from_be_bytes(*written) ^ form;
    // The highest bit of a byte comes up where it is no digit, or not the separator.
    if (digits | digits.wrapping_add(0x7676_7f76_767f_7676)) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    let pair = |place: u32| ((digits >> (place + 8) & 15) * 10 + (digits >> place & 15)) as u32;
    Some([pair(48), pair(24), pair(0)])
}

/// The days from 1 January 1970 to a date of the Gregorian calendar; nothing where there is no such date.
fn days(year: u32, month: u32, day: u32) -> Option<i64> {
    let year = i64::from(year);
    (day > 0 && day <= month_length(year, month)).then(|| day_number(year, month, day))
}

/// How many days a month has, from 1 for January; none where there is no such month.
pub(crate) fn month_length(year: i64, month: u32) -> u32 {
    let leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    }
}

/// The days from 1 January 1970 to a date that is known to exist.
pub(crate) fn day_number(year: i64, month: u32, day: u32) -> i64 {
    // Years are taken to start in March, so that the leap day is their last; then each month starts at a fixed day.
    let (years, months) = if month > 2 {
        (year, i64::from(month) - 3)
    } else {
        (year - 1, i64::from(month) + 9)
    };
    let leap_days = years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    let day_of_year = (153 * months + 2) / 5 + i64::from(day) - 1;
    // 719,468 days lie between 1 March of the year 0 and 1 January 1970.
    years * 365 + leap_days + day_of_year - 719_468
}

/// The number that a few digits write; nothing where another character is among them.
pub(crate) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| {
        digit
            .is_ascii_digit()
            .then(|| value * 10 + u32::from(digit - b'0'))
    })
}

/// The nanoseconds of a fraction, where there is one, and what follows it.
fn fraction(rest: &[u8]) -> Option<(u32, &[u8])> {
    let Some((b'.', rest)) = rest.split_first() else {
        return Some((0, rest));
    };
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, zone) = rest.split_at_checked(count)?;
    let mut nanoseconds = 0;
    for place in 0..9 {
        nanoseconds = nanoseconds * 10 + digits.get(place).map_or(0, |digit| u32::from(digit - b'0'));
    }
    (count > 0).then_some((nanoseconds, zone))
}

/// How many seconds a zone is ahead of UTC.
fn offset(zone: &[u8]) -> Option<i64> {
    match zone {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (number(&[*h1, *h2])?, number(&[*m1, *m2])?);
            let ahead = i64::from(hours * 3600 + minutes * 60);
            (hours < 24 && minutes < 60).then_some(if *sign == b'-' { -ahead } else { ahead })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn agrees_with_chrono() {
        for text in [
            "2025-01-01T16:00:00Z",
            "2025-01-01T16:00:00.946242Z",
            "2025-01-01T16:00:00.1234567891Z",
            "2024-02-29T23:59:59-08:00",
            "1969-12-31T23:59:59.5+05:30",
            "0000-01-01T00:00:00Z",
            "0000-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2000-02-29T12:00:00Z",
            "9999-12-31T23:59:59Z",
            "2025-00-10T00:00:00Z",
            "2025-01-00T00:00:00Z",
            "2025-01-01t16:00:00z",
            "2025-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-01-32T00:00:00Z",
            "2025-01-01T24:00:00Z",
            "2025-01-01T00:60:00Z",
            "2025-01-01T00:00:61Z",
            "2025-01-01T00:00:00",
            "2025-01-01T00:00Z",
            "2025-01-01",
            "2025-01-01T00:00:00.Z",
            "2025-01-01T00:00:00+0800",
            "2025-01-01T00:00:00+08:60",
            "20250101T000000Z",
            "tomorrow",
            "",
            "２025-01-01T00:00:00Z",
        ] {
            let chrono = DateTime::parse_from_rfc3339(text).ok();
            let expected = chrono.map(|found| (found.timestamp(), found.timestamp_subsec_nanos()));
            assert_eq!(rfc3339(text), expected, "{text}");
        }
        assert!(rfc3339("2016-12-31T23:59:60Z").is_none());
        assert!(rfc3339("2025-01-01T10:00:60Z").is_none());
    }

    #[test]
    fn counts_days_as_chrono() {
        for year in [
            0, 1, 4, 100, 400, 1600, 1899, 1900, 1969, 1970, 2000, 2023, 2024, 2100, 9999,
        ] {
            for month in 0..=13 {
                for day in 0..=32 {
                    let chrono = chrono::NaiveDate::from_ymd_opt(year, month, day);
                    let expected = chrono.map(|date| i64::from(date.to_epoch_days()));
                    assert_eq!(
                        days(year.cast_unsigned(), month, day),
                        expected,
                        "{year}-{month}-{day}"
                    );
                }
            }
        }
    }

    #[test]
    fn tells_by_which_clock_a_date_time_is_written() {
        for (text, expected) in [
            ("2025-01-01T16:00:00Z", None),
            ("2025-01-01T16:00:00.5Z", None),
            ("2025-01-01T16:00:00+00:00", Some(0)),
            ("2025-01-01T16:00:00-00:00", Some(0)),
            ("2025-01-01T16:00:00+05:30", Some(19_800_000)),
            ("2025-01-01T16:00:00.25-08:00", Some(-28_800_000)),
            ("2025-13-01T16:00:00+05:30", None),
            ("+05:30", None),
            ("", None),
        ] {
            assert_eq!(written_offset(text), expected, "{text}");
        }
    }

    #[test]
    fn orders_across_zones() {
        let evening = rfc3339("2025-01-01T16:00:00-08:00");
        assert_eq!(evening, rfc3339("2025-01-02T00:00:00Z"));
        assert!(evening < rfc3339("2025-01-02T00:00:00.001Z"));
    }
}
