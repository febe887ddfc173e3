//! The progress of a watch as a short text, to be stored until the next one. Letters, digits, `.`, `-` and `_`: fit for any store, cookie or
//! address. Users keep these texts, so one that was written by any version before is read for ever.
//!
//! `seam1_<position>_<how far the floor is below it>_<a mark and its time above the floor, with a dot behind each>_<check>`, numbers to
//! the base 36.
//!
//! A watch whose beginning is not known yet has got nowhere. It writes a position before the year 0, which no date-time can name and so no
//! other watch has, and what the device's clock showed when it started.

use alloc::string::String;
use alloc::vec::Vec;

use crate::flow::watch_events::mark;
use crate::flow::watch_events::progress::Progress;
use crate::text::each_part;

/// With it the text stays below 4 kB, which is what a cookie holds. Where more events are within the overlap, the oldest of them are left
/// out, and so may be given again after a restart: rather twice than never.
const MOST_MARKS: usize = 240;

/// The position of a watch that was not started: a ms before the year 0.
const NOWHERE: i64 = -62_167_219_200_001;

/// Where a watch goes on.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    /// At a known place.
    Known(Progress),
    /// At its beginning, which is still to be found; what the device's clock showed when it started, if it has.
    Unknown(Option<i64>),
}

/// The cursor of a watch that has got somewhere.
pub(super) fn write(progress: &Progress) -> String {
    let given = &progress.given;
    let marks = given
        .get(given.len().saturating_sub(MOST_MARKS)..)
        .unwrap_or_default();
    let mut text = start(
        progress.position,
        progress.position.saturating_sub(progress.floor),
    );
    for (mark, time) in marks {
        write_number(&mut text, *mark, mark::LENGTH);
        write_number(&mut text, time.saturating_sub(progress.floor).unsigned_abs(), 1);
        text.push('.');
    }
    checked(text)
}

/// The cursor of a watch whose beginning is not known yet.
pub(super) fn write_unknown(wall: Option<i64>) -> String {
    checked(start(NOWHERE - wall.map_or(0, |wall| wall.max(1)), 0))
}

/// Reads a cursor; nothing where the text is none, or not the whole of one.
pub(super) fn read(text: &str) -> Option<Place> {
    let before_check = text.get(..text.bytes().rposition(|byte| byte == b'_')? + 1)?;
    let check = text.get(before_check.len()..)?;
    if check.len() != mark::LENGTH || number(check)? != mark::of(before_check) {
        return None;
    }
    let mut parts = each_part(before_check, b'_');
    if parts.next() != Some("seam1") {
        return None;
    }
    let position = parts.next()?;
    let position = match position.strip_prefix('-') {
        Some(digits) => -i64::try_from(number(digits)?).ok()?,
        None => i64::try_from(number(position)?).ok()?,
    };
    let floor = position.checked_sub(i64::try_from(number(parts.next()?)?).ok()?)?;
    let mut given = Vec::new();
    for entry in each_part(parts.next()?, b'.').filter(|entry| !entry.is_empty()) {
        let (mark, above) = entry.split_at_checked(mark::LENGTH)?;
        given.push((
            number(mark)?,
            floor.checked_add(i64::try_from(number(above)?).ok()?)?,
        ));
    }
    if position <= NOWHERE {
        return Some(Place::Unknown(Some(NOWHERE - position).filter(|wall| *wall > 0)));
    }
    Some(Place::Known(Progress {
        position,
        floor,
        given,
    }))
}

fn start(position: i64, lag: i64) -> String {
    let mut text = String::from("seam1_");
    if position < 0 {
        text.push('-');
    }
    write_number(&mut text, position.unsigned_abs(), 1);
    text.push('_');
    write_number(&mut text, lag.unsigned_abs(), 1);
    text.push('_');
    text
}

/// The text with its check.
fn checked(mut text: String) -> String {
    text.push('_');
    let check = mark::of(&text);
    write_number(&mut text, check, mark::LENGTH);
    text
}

/// Writes a number to the base 36, with zeros ahead where it is shorter.
fn write_number(text: &mut String, mut number: u64, width: usize) {
    let mut digits = Vec::new();
    while number > 0 || digits.len() < width {
        let digit = (number % 36) as u8;
        digits.push(if digit < 10 {
            b'0' + digit
        } else {
            b'a' - 10 + digit
        });
        number /= 36;
    }
    text.extend(digits.iter().rev().map(|digit| char::from(*digit)));
}

/// Reads a number to the base 36 in small letters.
fn number(digits: &str) -> Option<u64> {
    let value = |byte| match byte {
        b'0'..=b'9' => Some(u64::from(byte - b'0')),
        b'a'..=b'z' => Some(u64::from(byte - b'a' + 10)),
        _ => None,
    };
    let mut digits = digits.bytes();
    let first = value(digits.next()?)?;
    digits.try_fold(first, |number, byte| {
        number.checked_mul(36)?.checked_add(value(byte)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-03-01T12:00:00.000Z.
    const START: i64 = 1_772_366_400_000;

    fn progress(position: i64, floor: i64, given: &[(&str, i64)]) -> Progress {
        let given = given.iter().map(|(id, time)| (mark::of(id), *time)).collect();
        Progress {
            position,
            floor,
            given,
        }
    }

    /// Made by the TypeScript that wrote the first cursors.
    #[test]
    fn marks_are_those_of_stored_cursors() {
        for (text, expected) in [
            ("", "bzwtne56g"),
            ("a", "94r41a8pz"),
            ("b2fd0000-0000-4000-8000-000000000001", "96gi75vfm"),
            ("Zürich", "e6p23i0nv"),
            ("🔑 key", "ue57qjguh"),
            ("7", "6izy2vvml"),
            ("{\"event_type\":\"x\"}", "yybp4jp97"),
            ("seam1_0_0__", "93omvlsj7"),
            (&"x".repeat(300), "52r80khkt"),
        ] {
            let mut written = String::new();
            write_number(&mut written, mark::of(text), mark::LENGTH);
            assert_eq!(written, expected, "{text}");
        }
    }

    /// Made by the TypeScript that wrote the first cursors.
    #[test]
    fn writes_and_reads_stored_cursors() {
        let two_at_once = progress(
            START + 100_000,
            START + 40_000,
            &[
                ("two", START + 40_000),
                ("one", START + 90_000),
                ("three", START + 90_000),
            ],
        );
        for (progress, expected) in [
            (progress(START, START, &[]), "seam1_mm7p6yo0_0__xzi8go1hk"),
            (progress(-1, -1, &[]), "seam1_-1_0__y9zqyslmb"),
            (progress(0, 0, &[]), "seam1_0_0__93omvlsj7"),
            (
                two_at_once,
                "seam1_mm7p93ts_1aao_rurscpal10.04zxmt8s812kw.egfg6kq3412kw._gq45qxfq3",
            ),
        ] {
            assert_eq!(write(&progress), expected);
            assert_eq!(read(expected), Some(Place::Known(progress)));
        }
    }

    /// Length and ends are those of what the TypeScript wrote.
    #[test]
    fn leaves_out_the_oldest_of_too_many() {
        let ids: Vec<String> = (0..300).map(|number| format!("event {number}")).collect();
        let given: Vec<(&str, i64)> = ids
            .iter()
            .zip(0..)
            .map(|(id, by)| (id.as_str(), START + by * 149))
            .collect();
        let written = write(&progress(START + 299 * 149, START, &given));
        assert_eq!(written.len(), 3149);
        assert!(written.starts_with("seam1_mm7p7x1j_ydj_aqpv0nt566wc.wxbtpbfvb70h."));
        assert!(written.ends_with("y59.9lcqh32tmy9e.er9r81xk0ydj._50yvpv8ug"));
        let Some(Place::Known(read)) = read(&written) else {
            unreachable!("it is a cursor");
        };
        assert_eq!((read.given.len(), read.floor), (240, START));
    }

    #[test]
    fn one_that_has_not_begun_is_a_cursor_too() {
        for wall in [None, Some(1), Some(START)] {
            let written = write_unknown(wall);
            assert!(
                written
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
            );
            assert_eq!(read(&written), Some(Place::Unknown(wall)));
        }
    }

    #[test]
    fn refuses_what_is_none_of_ours_or_not_whole() {
        let cursor = write(&progress(START + 1, START, &[("one", START), ("two", START + 1)]));
        let mut strange: Vec<String> = [
            "",
            "abc",
            "{}",
            "7",
            "_",
            "seam1",
            "seam1_0_0__",
            "seam1____93omvlsj7",
            "Zürich_üüüüüüüüü",
        ]
        .map(String::from)
        .into();
        strange.extend([
            cursor.to_uppercase(),
            cursor.clone() + "0",
            " ".to_owned() + &cursor,
            cursor.replace("seam1", "seam2"),
        ]);
        for at in 0..cursor.len() {
            strange.push(cursor.chars().take(at).collect());
            let changed = |(place, letter)| match letter {
                'a' if place == at => 'b',
                _ if place == at => 'a',
                _ => letter,
            };
            strange.push(cursor.chars().enumerate().map(changed).collect());
        }
        for other in strange {
            assert_eq!(read(&other), None, "{other}");
        }
        assert!(read(&cursor).is_some());
    }
}
