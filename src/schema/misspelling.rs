//! Which known name an unknown one was probably meant to be. Pure text, no schema.

use alloc::vec::Vec;

/// The known name that the unknown one is a slip of, where there is one.
///
/// Names are compared without regard to case, `_` and `-`, so that `startAt` is near `starts_at`. Two edits (insert, delete, replace one
/// character, swap two neighbours) make a slip; one where the known name has at most five letters, since two make another word there:
/// `note` is not `code`.
#[must_use]
pub fn nearest<'a>(unknown: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let unknown = letters(unknown);
    let mut best = None;
    for name in known {
        let most = if name.len() <= 5 { 1 } else { 2 };
        let edits = edits(&unknown, &letters(name), most);
        if edits.is_some_and(|edits| best.is_none_or(|(fewest, _)| edits < fewest)) {
            best = edits.map(|edits| (edits, name));
        }
    }
    best.map(|(_, name)| name)
}

fn letters(name: &str) -> Vec<u8> {
    let bytes = name.bytes().filter(|byte| *byte != b'_' && *byte != b'-');
    bytes.map(|byte| byte.to_ascii_lowercase()).collect()
}

/// The edit distance, where it is within the most that is asked for.
fn edits(from: &[u8], to: &[u8], most: usize) -> Option<usize> {
    if from.len().abs_diff(to.len()) > most {
        return None;
    }
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
    // Rows of the classic table: what it costs to turn the bytes read so far into each beginning of `to`.
    let (mut older, mut old): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=to.len()).collect());
    let mut last = None;
    for (position, letter) in from.iter().enumerate() {
        let mut row = Vec::from([position + 1]);
        let mut before = None;
        for (place, other) in to.iter().enumerate() {
            let replaced = at(&old, place) + usize::from(letter != other);
            let mut fewest = replaced.min(at(&old, place + 1) + 1).min(at(&row, place) + 1);
            if last == Some(other) && before == Some(letter) {
                fewest = fewest.min(at(&older, place.wrapping_sub(1)) + 1);
            }
            row.push(fewest);
            before = Some(other);
        }
        older = old;
        old = row;
        last = Some(letter);
    }
    old.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_leaves_other_words() {
        let known = ["starts_at", "ends_at", "device_id", "code"];
        let nearest = |unknown| nearest(unknown, &mut known.into_iter());
        assert_eq!(nearest("start_at"), Some("starts_at"));
        assert_eq!(nearest("startsAt"), Some("starts_at"));
        assert_eq!(nearest("end_at"), Some("ends_at"));
        assert_eq!(nearest("startAt"), Some("starts_at"));
        assert_eq!(nearest("ENDS_AT"), Some("ends_at"));
        assert_eq!(nearest("cdoe"), Some("code"));
        assert_eq!(nearest("codes"), Some("code"));
        assert_eq!(nearest("satrts_at"), Some("starts_at"));
        assert_eq!(nearest("note"), None);
        assert_eq!(nearest("device_ids"), Some("device_id"));
        assert_eq!(nearest("customer_key"), None);
        assert_eq!(nearest("begins_at"), None);
        assert_eq!(nearest(""), None);
    }
}
