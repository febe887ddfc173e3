//! Secrets in the form in which texts are cleared of them: a tree of their bytes, so that one pass over a text finds them all, however many
//! there are.

use alloc::string::String;
use alloc::vec::Vec;

use super::{REDACTED, is_long_enough};

/// How many bytes of a secret are looked for. What follows them in a text is redacted whole; with no limit, one long secret would make the
/// pass as slow as its length.
const LONGEST: usize = 256;

/// Where there is no further byte.
const NONE: usize = usize::MAX;

/// Secrets, to be taken out of texts.
pub struct Secrets {
    /// The first is where all secrets begin, and has no byte of its own.
    bytes: Vec<Byte>,
}

/// A byte of a secret, or of several that begin alike.
struct Byte {
    byte: u8,
    end: End,
    /// The first of those that may follow it.
    inner: usize,
    /// Another that may stand in its place.
    other: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    No,
    /// A secret ends here.
    Yes,
    /// A secret goes on, and is not looked for any further.
    Beyond,
}

impl Secrets {
    /// The secrets that are long enough.
    #[must_use]
    pub fn of(secrets: &[String]) -> Self {
        let start = Byte {
            byte: 0,
            end: End::No,
            inner: NONE,
            other: NONE,
        };
        let mut all = Self {
            bytes: Vec::from([start]),
        };
        for secret in secrets {
            all.add(secret);
        }
        all
    }

    fn add(&mut self, secret: &str) {
        if !is_long_enough(secret) {
            return;
        }
        let mut at = 0;
        for byte in secret.bytes().take(LONGEST) {
            at = match self.after(at, byte) {
                Some(known) => known,
                None => self.grow(at, byte),
            };
        }
        if let Some(last) = self.bytes.get_mut(at)
            && last.end != End::Beyond
        {
            last.end = if secret.len() > LONGEST {
                End::Beyond
            } else {
                End::Yes
            };
        }
    }

    fn grow(&mut self, at: usize, byte: u8) -> usize {
        let new = self.bytes.len();
        let before = self.bytes.get_mut(at);
        let other = before.map_or(NONE, |before| core::mem::replace(&mut before.inner, new));
        self.bytes.push(Byte {
            byte,
            end: End::No,
            inner: NONE,
            other,
        });
        new
    }

    /// Where a byte leads that follows on what was read so far.
    fn after(&self, at: usize, byte: u8) -> Option<usize> {
        let mut place = self.bytes.get(at)?.inner;
        loop {
            let found = self.bytes.get(place)?;
            if found.byte == byte {
                return Some(place);
            }
            place = found.other;
        }
    }

    /// How many bytes of a text are the longest secret that it begins with.
    fn length_in(&self, text: &[u8]) -> usize {
        let (mut at, mut longest) = (0, 0);
        for (index, byte) in text.iter().enumerate() {
            let Some(place) = self.after(at, *byte) else {
                break;
            };
            at = place;
            match self.bytes.get(at).map(|byte| byte.end) {
                Some(End::Yes) => longest = index + 1,
                Some(End::Beyond) => return text.len(),
                _ => {}
            }
        }
        longest
    }

    /// Whether a text is a secret.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        !text.is_empty() && self.length_in(text.as_bytes()) == text.len()
    }

    /// The text without the secrets. Where two overlap, nothing of either stays.
    #[must_use]
    pub fn cleared(&self, text: &str) -> String {
        let mut written = String::new();
        let mut end = 0;
        for (at, letter) in text.char_indices() {
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            let reach = at + self.length_in(rest);
            if reach > end && reach > at {
                if at >= end {
                    written.push_str(REDACTED);
                }
                end = reach;
            }
            if at >= end {
                written.push(letter);
            }
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleared(secrets: &[&str], text: &str) -> String {
        let secrets: Vec<String> = secrets.iter().map(|secret| String::from(*secret)).collect();
        Secrets::of(&secrets).cleared(text)
    }

    #[test]
    fn takes_out_each_secret() {
        for (secrets, text, expected) in [
            (&["4829"][..], "4829 is 4829", "[redacted] is [redacted]"),
            (&["4829"], "44829", "4[redacted]"),
            (&["4829"], "48294829", "[redacted][redacted]"),
            (&["4829"], "482 and 829", "482 and 829"),
            (&["482"], "482", "482"),
            (&["1234", "123456"], "1234567", "[redacted]7"),
            (&["123456", "1234"], "1234 57", "[redacted] 57"),
            (&["1234", "3456"], "1234567", "[redacted]7"),
            (&["12345678", "3456"], "1234567", "12[redacted]7"),
            (&["äöäö", "öäö!"], "xäöäö!→", "x[redacted]→"),
            (&[], "4829", "4829"),
            (&["4829", "4829"], "", ""),
        ] {
            assert_eq!(cleared(secrets, text), expected, "{secrets:?} {text}");
        }
    }

    #[test]
    fn knows_a_secret_as_a_whole() {
        let secrets = Secrets::of(&["4829".into(), "12".into()]);
        assert!(secrets.has("4829"));
        for other in ["48290", "482", "", "12"] {
            assert!(!secrets.has(other), "{other}");
        }
    }

    #[test]
    fn redacts_what_follows_on_the_beginning_of_a_long_secret() {
        let long = "ab".repeat(200);
        assert_eq!(cleared(&[&long], &["<", &long, ">"].concat()), "<[redacted]");
        let longest = "ä".repeat(LONGEST / 2);
        assert_eq!(
            cleared(&[&longest], &["<", &longest, ">"].concat()),
            "<[redacted]>"
        );
    }

    #[test]
    fn leaves_no_secret_of_many() {
        let many: Vec<String> = (10_000..30_000).map(|pin| pin.to_string()).collect();
        let text = many.join(" ");
        let cleared = Secrets::of(&many).cleared(&text);
        assert!(cleared.split(' ').all(|word| word == REDACTED));
    }
}
