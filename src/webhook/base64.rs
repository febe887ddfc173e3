//! Standard base64, as keys and signatures are written in. Reads it, and takes each value in one form only, without branches and tables, so that its
//! time does not tell what stands there, as in `base64ct`; that crate also writes it, and so is 1.2 kB larger in the npm package. For the fake, which
//! has no secrets of anybody real, it is written too.

use alloc::vec::Vec;

/// The bytes that a text without padding stands for; nothing where it is no base64, or has bits that stand for nothing.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    // What is read and not yet a byte, and how many bits that is.
    let (mut bits, mut count) = (0, 0);
    let mut all = 0;
    for letter in text.bytes() {
        let value = value_of(letter);
        all |= value;
        bits = bits << 6 | value & 63;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    (all >= 0 && count < 6 && bits == 0).then_some(bytes)
}

/// Bytes as base64, with padding.
#[cfg(feature = "fake")]
pub(crate) fn encoded(bytes: &[u8]) -> alloc::string::String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = alloc::string::String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, place| {
            bits << 8 | u32::from(group.get(place).copied().unwrap_or_default())
        });
        for place in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * place) & 63) as usize);
            let is_padding = place > group.len();
            text.extend(letter.map(|letter| if is_padding { '=' } else { char::from(*letter) }));
        }
    }
    text
}

/// What a letter stands for, less than 0 where that is nothing.
fn value_of(letter: u8) -> i32 {
    let letter = i32::from(letter);
    // All bits for the letters from one to another, and none for others.
    let within =
        |first: u8, last: u8| ((i32::from(first) - 1 - letter) & (letter - 1 - i32::from(last))) >> 8;
    (within(b'A', b'Z') & (letter - 64))
        + (within(b'a', b'z') & (letter - 70))
        + (within(b'0', b'9') & (letter + 5))
        + (within(b'+', b'+') & 63)
        + (within(b'/', b'/') & 64)
        - 1
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use base64ct::{Base64Unpadded, Encoding};

    #[test]
    fn reads_as_the_crate_does() {
        let letters: Vec<char> = "ABMZabyz0189+/=-_ \nä".chars().collect();
        let mut texts = vec![String::new()];
        for length in 0..5 {
            let longer: Vec<String> = texts
                .iter()
                .filter(|text| text.chars().count() == length)
                .flat_map(|text| letters.iter().map(move |letter| format!("{text}{letter}")))
                .collect();
            // Of the longer ones a part will do.
            texts.extend(longer.into_iter().step_by(if length > 2 { 7 } else { 1 }));
        }
        assert!(texts.len() > 10_000);
        for text in texts {
            assert_eq!(decoded(&text), Base64Unpadded::decode_vec(&text).ok(), "{text:?}");
        }
    }

    #[test]
    fn reads_every_byte() {
        let bytes: Vec<u8> = (0..=255).collect();
        for length in 0..=bytes.len() {
            let (start, _) = bytes.split_at(length);
            assert_eq!(
                decoded(&Base64Unpadded::encode_string(start)).as_deref(),
                Some(start)
            );
        }
    }

    #[cfg(feature = "fake")]
    #[test]
    fn writes_as_the_crate_does() {
        let bytes: Vec<u8> = (0..=255).rev().collect();
        for length in 0..=bytes.len() {
            let (start, _) = bytes.split_at(length);
            assert_eq!(encoded(start), base64ct::Base64::encode_string(start));
        }
    }
}
