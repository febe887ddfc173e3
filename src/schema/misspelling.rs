//! Which known name an unknown one was probably meant to be. Pure text, no schema.

use alloc::vec::Vec;

/// How many edits (insert, delete, replace one character) make a slip rather than another word.
pub const MAX_EDITS: usize = 2;

/// The known name nearest to the unknown one, where it is within [`MAX_EDITS`].
#[must_use]
pub fn nearest<'a>(unknown: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .filter_map(|name| Some((edits(unknown, name)?, name)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The edit distance, where it is within [`MAX_EDITS`]. Names are ASCII; others count in bytes.
fn edits(from: &str, to: &str) -> Option<usize> {
    if from.len().abs_diff(to.len()) > MAX_EDITS {
        return None;
    }
    // One row of the classic table: what it costs to turn the bytes read so far into each beginning of `to`.
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (position, letter) in from.bytes().enumerate() {
        let mut diagonal = position;
        let mut left = position + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(to.bytes()) {
            let above = *cell;
            left = (diagonal + usize::from(letter != other))
                .min(above + 1)
                .min(left + 1);
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = position + 1;
        }
    }
    row.last().copied().filter(|distance| *distance <= MAX_EDITS)
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
        assert_eq!(nearest("cdoe"), Some("code"));
        assert_eq!(nearest("device_ids"), Some("device_id"));
        assert_eq!(nearest("customer_key"), None);
        assert_eq!(nearest("begins_at"), None);
        assert_eq!(nearest(""), None);
    }
}
