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
        let letters = letters(name);
        let most = if name.len() <= 5 { 1 } else { 2 };
        let edits = (0..=most).find(|edits| is_within(&unknown, &letters, *edits));
        if edits.is_some_and(|edits| best.is_none_or(|(fewest, _)| edits < fewest)) {
            best = edits.map(|edits| (edits, name));
        }
    }
    best.map(|(_, name)| name)
}

fn letters(name: &str) -> Vec<u8> {
    let mut letters = Vec::new();
    for byte in name.bytes() {
        if byte != b'_' && byte != b'-' {
            letters.push(byte.to_ascii_lowercase());
        }
    }
    letters
}

/// Whether so many edits at most make the one of the other. Of few edits only, since each one tries four ways.
fn is_within(one: &[u8], other: &[u8], edits: u8) -> bool {
    let ([first, one_rest @ ..], [second, other_rest @ ..]) = (one, other) else {
        return one.len().abs_diff(other.len()) <= usize::from(edits);
    };
    // What begins alike need not be edited there.
    if first == second {
        return is_within(one_rest, other_rest, edits);
    }
    let Some(edits) = edits.checked_sub(1) else {
        return false;
    };
    is_within(one_rest, other_rest, edits)
        || is_within(one_rest, other, edits)
        || is_within(one, other_rest, edits)
        || matches!((one_rest, other_rest), ([a, one @ ..], [b, other @ ..])
            if a == second && b == first && is_within(one, other, edits))
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
