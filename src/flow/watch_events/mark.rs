//! A short mark in place of an event's ID, for remembering many of them. Not for secrets: anybody can make another text with the same mark.

/// How many characters a mark has.
pub(super) const LENGTH: usize = 9;

/// Marks are below this: 36 to the power of 9, so that nine characters hold one.
const MARKS: u64 = 101_559_956_668_416;

/// The mark of a text: of 300 texts, one more has the mark of another with a probability of 3 in 10^12.
///
/// Marks are in cursors that users have stored, so this never changes. It takes the text as UTF-16, as the JavaScript did that it is from.
pub(super) fn of(text: &str) -> u64 {
    let (mut high, mut low) = (0xdead_beef_u32, 0x41c6_ce57_u32);
    for unit in text.encode_utf16() {
        high = (high ^ u32::from(unit)).wrapping_mul(0x9e37_79b1);
        low = (low ^ u32::from(unit)).wrapping_mul(0x5f35_6495);
    }
    high = mixed(high, 16, 0x85eb_ca6b) ^ mixed(low, 13, 0xc2b2_ae35);
    low = mixed(low, 16, 0x85eb_ca6b) ^ mixed(high, 13, 0xc2b2_ae35);
    (u64::from(high & 0x001f_ffff) << 32 | u64::from(low)) % MARKS
}

fn mixed(number: u32, shift: u32, factor: u32) -> u32 {
    (number ^ (number >> shift)).wrapping_mul(factor)
}
