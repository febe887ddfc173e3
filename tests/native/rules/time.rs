//! Clocks, zones, durations and recurrences, held to chrono and to brute force over random instants; and that no input stops the rules.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::sample::select;
use seam_edge::rules::civil::{Date, time_of_day, times_apart, weekday, written};
use seam_edge::rules::duration::{Duration, Reach};
use seam_edge::rules::recurrence::allows;
use seam_edge::rules::zone::{Instants, NoZones, Zone, Zones};

use crate::soak::cases;
use crate::zones::Database;

const ZONES: [&str; 8] = [
    "America/Los_Angeles",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "Antarctica/Troll",
    "UTC",
];

/// The zones that have not leapt over a whole date, as Apia did in 2011.
const NO_LEAPS: [&str; 4] = [
    "America/Los_Angeles",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
];

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// From the year 0 to the year 9999, the instants that the API can write.
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

fn naive(clock: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(clock).unwrap().naive_utc()
}

/// Instants of 2005 to 2035, half of them near a change of clocks of some zone.
fn instants() -> impl Strategy<Value = i64> {
    let any = 1_104_537_600_000..2_051_222_400_000_i64;
    prop_oneof![
        any.clone(),
        (any, select(&ZONES[..]), -4 * HOUR..4 * HOUR).prop_map(near_change)
    ]
}

/// An instant so far from the next change of clocks, if there is one within a year.
fn near_change((from, zone, distance): (i64, &'static str, i64)) -> i64 {
    let offset = |at| Database.offset(zone, at);
    let change = (0..366)
        .map(|day| from + day * DAY)
        .find(|at| offset(*at) != offset(*at + DAY));
    let Some(mut low) = change else {
        return from;
    };
    let mut high = low + DAY;
    while high - low > 1 {
        let middle = (low + high) / 2;
        if offset(middle) == offset(high) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high + distance
}

#[test]
fn instants_are_written_from_the_year_0_to_the_year_9999() {
    assert_eq!(written(FIRST).as_deref(), Some("0000-01-01T00:00:00.000Z"));
    assert_eq!(written(LAST).as_deref(), Some("9999-12-31T23:59:59.999Z"));
    for outside in [FIRST - 1, LAST + 1, i64::MIN, i64::MAX] {
        assert_eq!(written(outside), None, "{outside}");
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn dates_are_those_of_chrono(clock in FIRST..LAST) {
        let (date, expected) = (Date::of(clock), naive(clock));
        prop_assert_eq!(
            (date.year, date.month, date.day),
            (i64::from(expected.year()), expected.month(), expected.day())
        );
        prop_assert_eq!(date.start() + time_of_day(clock), clock);
        prop_assert_eq!(weekday(clock), i64::from(expected.weekday().num_days_from_monday()));
        prop_assert_eq!(time_of_day(clock) / 1000, i64::from(expected.num_seconds_from_midnight()));
    }

    #[test]
    fn instants_are_written_as_by_chrono(instant in FIRST..=LAST) {
        let expected = naive(instant).and_utc().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
        prop_assert_eq!(written(instant), Some(expected));
    }

    #[test]
    fn months_are_added_as_by_chrono(clock in FIRST..LAST / 2, months in 0..20_000_u32) {
        let date = Date::of(clock).plus_months(i64::from(months));
        let expected = naive(clock).date() + Months::new(months);
        prop_assert_eq!(date.start(), naive_start(expected));
    }

    #[test]
    fn times_apart_is_the_least_that_a_clock_turns(first in 0..DAY, second in 0..DAY) {
        let apart = times_apart(first, second);
        prop_assert!(apart <= DAY / 2);
        prop_assert_eq!(apart, times_apart(second, first));
        prop_assert!((first + apart).rem_euclid(DAY) == second || (second + apart).rem_euclid(DAY) == first);
    }

    #[test]
    fn local_times_are_those_of_the_zone_database(at in instants(), name in select(&ZONES[..])) {
        let zone = Zone::new(&Database, name);
        let local = zone.local(at).unwrap();
        let tz: Tz = name.parse().unwrap();
        prop_assert_eq!(naive(local), DateTime::from_timestamp_millis(at).unwrap().with_timezone(&tz).naive_local());
        let means_it = match zone.instants(local).unwrap() {
            Instants::Once(only) => only == at,
            Instants::Twice(first, second) => first < second && (first == at || second == at),
            Instants::Never(..) => false,
        };
        prop_assert!(means_it);
    }

    #[test]
    fn local_times_mean_what_the_zone_database_says(local in instants(), name in select(&ZONES[..])) {
        let tz: Tz = name.parse().unwrap();
        let found = Zone::new(&Database, name).instants(local).unwrap();
        let expected = match tz.from_local_datetime(&naive(local)) {
            chrono::LocalResult::Single(only) => Instants::Once(only.timestamp_millis()),
            chrono::LocalResult::Ambiguous(first, second) => {
                Instants::Twice(first.timestamp_millis(), second.timestamp_millis())
            }
            chrono::LocalResult::None => {
                // What the clocks of a day before and of a day after make of it.
                let by = |day: i64| local - Database.offset(name, local + day).unwrap() * 1000;
                prop_assert!(by(DAY) < by(-DAY));
                Instants::Never(by(DAY), by(-DAY))
            }
        };
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn durations_are_read_as_written(years in 0..100_i64, months in 0..100_i64, weeks in 0..100_i64, days in 0..1000_i64,
                                     hours in 0..1000_i64, minutes in 0..1000_i64, seconds in 0..1000_i64, ms in 0..1000_i64) {
        let text = format!("P{years}Y{months}M{weeks}W{days}DT{hours}H{minutes}M{seconds}.{ms:03}S");
        let expected = Duration {
            months: years * 12 + months,
            days: weeks * 7 + days,
            milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms,
        };
        prop_assert_eq!(Duration::read(&text), Some(expected));
        prop_assert_eq!(Duration::read(&text.replace('.', ",")), Some(expected));
    }

    #[test]
    fn durations_lead_where_chrono_goes(from in instants(), months in 0..40_u32, days in 0..800_u64,
                                        milliseconds in 0..9 * DAY, name in select(&ZONES[..])) {
        let duration = Duration { months: i64::from(months), days: days as i64, milliseconds };
        let Reach { earliest, latest } = duration.reach(from, Some(Zone::new(&Database, name)));
        let tz: Tz = name.parse().unwrap();
        let later = |clock: NaiveDateTime| clock + Months::new(months) + Days::new(days);
        let time = TimeDelta::milliseconds(milliseconds);
        let by_utc = later(naive(from)).and_utc() + time;
        let mut readings = vec![by_utc.timestamp_millis()];
        if months > 0 || days > 0 {
            let local = tz.from_utc_datetime(&naive(from)).naive_local();
            match tz.from_local_datetime(&later(local)) {
                chrono::LocalResult::None => {}
                found => {
                    readings.push((found.earliest().unwrap() + time).timestamp_millis());
                    readings.push((found.latest().unwrap() + time).timestamp_millis());
                }
            }
        }
        let (first, last) = (readings.iter().min().unwrap(), readings.iter().max().unwrap());
        prop_assert!(earliest <= *first && *last <= latest);
        // Nothing beyond the readings, but for times over which clocks are put forward.
        if readings.len() == 3 {
            prop_assert_eq!((earliest, latest), (*first, *last));
        }
    }

    #[test]
    fn where_no_zone_is_known_all_zones_are_reached(from in instants(), months in 0..40_i64, days in 0..800_i64,
                                                    milliseconds in 0..9 * DAY, name in select(&NO_LEAPS[..])) {
        let duration = Duration { months, days, milliseconds };
        let known = duration.reach(from, Some(Zone::new(&Database, name)));
        let unknown = duration.reach(from, None);
        let unheard_of = duration.reach(from, Some(Zone::new(&Database, "Mars/Olympus")));
        prop_assert_eq!(unknown, unheard_of);
        prop_assert!(unknown.earliest <= known.earliest && known.latest <= unknown.latest);
    }

    #[test]
    fn recurrences_allow_what_a_scan_of_days_finds(
        frequency in select(&["DAILY", "WEEKLY", "MONTHLY", "YEARLY"][..]),
        weekdays in proptest::collection::vec((select(&[0, 1, 2, 3, 4, 5, -1, -2][..]), 0..7_usize), 0..3),
        days in proptest::collection::vec(prop_oneof![1..=31_i64, -31..=-1_i64], 0..3),
        months in proptest::collection::vec(1..=12_i64, 0..3),
        hours in proptest::collection::vec(0..=23_i64, 0..3),
        year in 1999..2031_i32,
    ) {
        let dated = matches!(frequency, "MONTHLY" | "YEARLY");
        let weekdays: Vec<_> = weekdays.into_iter().map(|(place, day)| (if dated { place } else { 0 }, day)).collect();
        let days = if frequency == "WEEKLY" { Vec::new() } else { days };
        let mut rule = format!("FREQ={frequency};INTERVAL=1;WKST=SU");
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let list = |rule: &mut String, name: &str, entries: Vec<String>| {
            if !entries.is_empty() {
                *rule += &format!(";{name}={}", entries.join(","));
            }
        };
        let weekday_text = |(place, day): &(i32, usize)| match place {
            0 => names[*day].to_owned(),
            place => format!("{place}{}", names[*day]),
        };
        list(&mut rule, "BYDAY", weekdays.iter().map(weekday_text).collect());
        list(&mut rule, "BYMONTHDAY", days.iter().map(i64::to_string).collect());
        list(&mut rule, "BYMONTH", months.iter().map(i64::to_string).collect());
        list(&mut rule, "BYHOUR", hours.iter().map(i64::to_string).collect());
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        for date in first.iter_days().take_while(|date| date.year() == year) {
            let hour = i64::from(date.day()) % 24;
            // The span in which the weekdays are counted: the month, or the year where no month is named.
            let by_month = frequency == "MONTHLY" || !months.is_empty();
            let span: Vec<_> = first
                .iter_days()
                .take_while(|other| other.year() == year)
                .filter(|other| (!by_month || other.month() == date.month()) && other.weekday() == date.weekday())
                .collect();
            let place = span.iter().position(|other| *other == date).unwrap() as i32;
            let in_place = |wanted: i32| wanted == 0 || wanted == place + 1 || wanted == place - span.len() as i32;
            let on_weekday = weekdays.iter().any(|(wanted, day)| {
                *day == date.weekday().num_days_from_monday() as usize && in_place(*wanted)
            });
            let length = first.iter_days().take_while(|other| other.year() == year).filter(|other| other.month() == date.month()).count() as i64;
            let day = i64::from(date.day());
            let on_day = days.iter().any(|wanted| *wanted == day || *wanted == day - length - 1);
            let expected = (weekdays.is_empty() || on_weekday)
                && (days.is_empty() || on_day)
                && (months.is_empty() || months.contains(&i64::from(date.month())))
                && (hours.is_empty() || hours.contains(&hour));
            let certain = frequency == "DAILY" || !weekdays.is_empty() || !days.is_empty();
            let expected = if expected && !certain { None } else { Some(expected) };
            prop_assert_eq!(allows(&rule, naive_start(date) + hour * HOUR), expected, "{} on {} at {}", rule, date, hour);
        }
    }
}

fn naive_start(date: NaiveDate) -> i64 {
    date.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp_millis()
}

#[test]
fn believes_no_zone_that_is_a_day_away() {
    struct Fixed(i64);
    impl Zones for Fixed {
        fn offset(&self, _: &str, _: i64) -> Option<i64> {
            Some(self.0)
        }
    }
    for (seconds, expected) in [
        (86_399, Some(86_399_000)),
        (-86_399, Some(-86_399_000)),
        (86_400, None),
        (-86_400, None),
        (i64::MAX, None),
        (i64::MIN, None),
    ] {
        assert_eq!(Zone::new(&Fixed(seconds), "UTC").offset(0), expected);
    }
    assert_eq!(NoZones.offset("UTC", 0), None);
    assert_eq!(Zone::new(&NoZones, "UTC").instants(0), None);
}

#[test]
fn reads_durations() {
    let is = |months, days, milliseconds| {
        Some(Duration {
            months,
            days,
            milliseconds,
        })
    };
    for (text, expected) in [
        ("PT1H", is(0, 0, HOUR)),
        ("PT672H", is(0, 0, 672 * HOUR)),
        ("P29D", is(0, 29, 0)),
        ("P367D", is(0, 367, 0)),
        ("P1M", is(1, 0, 0)),
        ("PT1M", is(0, 0, 60_000)),
        ("P1Y", is(12, 0, 0)),
        ("P2W", is(0, 14, 0)),
        ("P1Y2M3W4DT5H6M7.5S", is(14, 25, 5 * HOUR + 6 * 60_000 + 7500)),
        ("P1DT0S", is(0, 1, 0)),
        ("PT0.001S", is(0, 0, 1)),
        ("PT0.0019S", is(0, 0, 1)),
        ("PT1,25S", is(0, 0, 1250)),
        ("P0D", is(0, 0, 0)),
        ("P9999999D", is(0, 9_999_999, 0)),
        ("P10000000D", None),
        ("P99999999999999999999D", None),
        ("P", None),
        ("PT", None),
        ("P1DT", None),
        ("1D", None),
        ("PD", None),
        ("P1", None),
        ("P1H", None),
        ("PT1D", None),
        ("P1D2M", None),
        ("PT1S2M", None),
        ("P1D1D", None),
        ("P1.5D", None),
        ("PT.5S", None),
        ("PT1.S", None),
        ("PT1.5M", None),
        ("P-1D", None),
        ("-P1D", None),
        ("p1d", None),
        (" P1D", None),
        ("P1D ", None),
        ("PT1HT1M", None),
        ("", None),
    ] {
        assert_eq!(Duration::read(text), expected, "{text}");
    }
}

#[test]
fn counts_weekdays_of_a_month_from_both_ends() {
    // June 2026 has 30 days and begins on a Monday.
    for (day, rule) in [
        (1, "1MO"),
        (7, "1SU"),
        (8, "2MO"),
        (14, "2SU"),
        (29, "5MO"),
        (30, "-1TU"),
        (24, "-1WE"),
        (23, "-2TU"),
        (1, "-5MO"),
    ] {
        let date = NaiveDate::from_ymd_opt(2026, 6, day).unwrap();
        let rule = format!("FREQ=MONTHLY;BYDAY={rule}");
        for other in 1..=30 {
            let other = NaiveDate::from_ymd_opt(2026, 6, other).unwrap();
            assert_eq!(
                allows(&rule, naive_start(other)),
                Some(other == date),
                "{rule} on {other}"
            );
        }
    }
}

#[test]
fn counts_weekdays_of_a_year_from_both_ends() {
    // 2026 has 365 days, begins on a Thursday and ends on one.
    for (month, day, rule) in [
        (1, 1, "1TH"),
        (1, 7, "1WE"),
        (1, 8, "2TH"),
        (12, 31, "-1TH"),
        (12, 25, "-1FR"),
        (12, 24, "-2TH"),
        (12, 31, "53TH"),
    ] {
        let date = NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let rule = format!("FREQ=YEARLY;BYDAY={rule}");
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for other in first.iter_days().take(365) {
            assert_eq!(
                allows(&rule, naive_start(other)),
                Some(other == date),
                "{rule} on {other}"
            );
        }
    }
}

#[test]
fn tells_what_of_a_recurrence_can_be_told() {
    // Monday, 8 June 2026, 15:30.
    let monday = 1_780_932_600_000;
    assert_eq!(naive(monday).to_string(), "2026-06-08 15:30:00");
    for (rule, expected) in [
        ("FREQ=DAILY", Some(true)),
        ("RRULE:FREQ=DAILY", Some(true)),
        ("FREQ=DAILY;INTERVAL=1", Some(true)),
        ("FREQ=DAILY;INTERVAL=2", None),
        ("FREQ=DAILY;COUNT=3", None),
        ("FREQ=DAILY;UNTIL=20270101T000000Z", None),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", None),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", Some(false)),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=3", None),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", Some(false)),
        ("FREQ=WEEKLY;BYDAY=MO", Some(true)),
        ("FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU", Some(false)),
        ("FREQ=WEEKLY", None),
        ("FREQ=MONTHLY", None),
        ("FREQ=YEARLY", None),
        ("FREQ=WEEKLY;BYMONTH=6", None),
        ("FREQ=WEEKLY;BYMONTH=7", Some(false)),
        ("FREQ=WEEKLY;BYDAY=1MO", None),
        ("FREQ=DAILY;BYDAY=1MO", None),
        ("FREQ=WEEKLY;BYMONTHDAY=8", None),
        ("FREQ=MONTHLY;BYDAY=2MO", Some(true)),
        ("FREQ=MONTHLY;BYDAY=+2MO", Some(true)),
        ("FREQ=MONTHLY;BYDAY=-4MO", Some(true)),
        ("FREQ=MONTHLY;BYDAY=-3MO", Some(false)),
        ("FREQ=MONTHLY;BYDAY=1MO,3MO", Some(false)),
        ("FREQ=YEARLY;BYDAY=23MO", Some(true)),
        ("FREQ=YEARLY;BYDAY=22MO", Some(false)),
        ("FREQ=YEARLY;BYDAY=-30MO", Some(true)),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=2MO", Some(true)),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=23MO", Some(false)),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=8", Some(true)),
        ("FREQ=YEARLY;BYMONTHDAY=8", Some(true)),
        ("FREQ=MONTHLY;BYMONTHDAY=-23", Some(true)),
        ("FREQ=MONTHLY;BYMONTHDAY=-22", Some(false)),
        ("FREQ=DAILY;BYHOUR=15", Some(true)),
        ("FREQ=DAILY;BYHOUR=14,16", Some(false)),
        ("FREQ=DAILY;BYHOUR=15;BYMINUTE=30", Some(true)),
        ("FREQ=DAILY;BYMINUTE=0", Some(false)),
        ("FREQ=DAILY;BYHOUR=24", None),
        ("FREQ=DAILY;BYHOUR=23", Some(false)),
        ("FREQ=DAILY;BYHOUR=0", Some(false)),
        ("FREQ=DAILY;BYMINUTE=60", None),
        ("FREQ=DAILY;BYMINUTE=59", Some(false)),
        ("FREQ=DAILY;BYMONTH=13", None),
        ("FREQ=DAILY;BYMONTH=12", Some(false)),
        ("FREQ=DAILY;BYMONTH=1", Some(false)),
        ("FREQ=DAILY;BYMONTH=0", None),
        ("FREQ=DAILY;BYMONTH=+6", Some(true)),
        ("FREQ=DAILY;BYMONTH=006", Some(true)),
        ("FREQ=DAILY;BYMONTH=0006", None),
        ("FREQ=DAILY;BYSECOND=0", None),
        ("FREQ=DAILY;BYWEEKNO=1", None),
        ("FREQ=HOURLY", None),
        ("FREQ=DAILY;FREQ=WEEKLY", None),
        ("FREQ=DAILY;BYMONTH=6;BYMONTH=6", None),
        ("FREQ=DAILY;BYMONTH=", None),
        ("FREQ=DAILY;BYMONTH=-", None),
        ("FREQ=DAILY;BYDAY=", None),
        ("FREQ=DAILY;BYDAY=M", None),
        ("FREQ=DAILY;BYDAY=XX", None),
        ("FREQ=MONTHLY;BYDAY=xMO", None),
        ("FREQ=DAILY;BYDAY=é", None),
        ("FREQ=DAILY;BYDAY=aé", None),
        ("FREQ=DAILY;", None),
        ("FREQ", None),
        ("BYDAY=MO", None),
        ("freq=daily", None),
        ("DTSTART:20260601T000000Z\nRRULE:FREQ=DAILY", None),
        ("", None),
    ] {
        assert_eq!(allows(rule, monday), expected, "{rule}");
    }
}
