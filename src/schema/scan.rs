//! Walks JSON text by positions: where a value starts and ends. Makes nothing and keeps nothing, since this is where the time of a check goes;
//! what a value says is in `json`, and what it should be in `check`.
//!
//! Well-formedness in full is judged by the parser that makes the values; this walk only never reads wrongly what is well-formed.

use core::num::NonZeroUsize;

/// Where something ends that was read, nothing where it does not stand there. Never 0, so that both together take one register.
pub(crate) type End = Option<NonZeroUsize>;

/// A JSON text.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    text: &'a str,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text }
    }

    /// The byte at a position; behind the end 0, which no token begins with.
    #[inline(always)]
    pub(crate) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or_default()
    }

    /// The text between two positions.
    pub(crate) fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// What stands between the quotes of the string that starts and ends here, escapes as written.
    pub(crate) fn inside(&self, at: usize, end: NonZeroUsize) -> &'a str {
        self.slice(at + 1, end.get() - 1)
    }

    /// Whether nothing but white space follows.
    pub(crate) fn is_end(&self, at: usize) -> bool {
        self.space(at) == self.text.len()
    }

    /// Passes white space.
    pub(crate) fn space(&self, mut at: usize) -> usize {
        while let b' ' | b'\n' | b'\r' | b'\t' = self.byte(at) {
            at += 1;
        }
        at
    }

    /// Passes white space where a server writes none, so that the first look is all there is.
    #[inline(always)]
    fn rare_space(&self, at: usize) -> usize {
        if self.byte(at) > b' ' { at } else { self.space(at) }
    }

    /// Passes what stands between two members of an object or items of an array, or up to the end of the whole, which this byte marks.
    pub(crate) fn next(&self, at: usize, close: u8) -> End {
        let at = self.rare_space(at);
        let found = self.byte(at);
        if found == close {
            return NonZeroUsize::new(at);
        }
        let next = self.rare_space(at + 1);
        if found == b',' && self.byte(next) != close {
            NonZeroUsize::new(next)
        } else {
            None
        }
    }

    /// Passes a colon and the white space around it.
    pub(crate) fn colon(&self, at: usize) -> End {
        let at = self.rare_space(at);
        if self.byte(at) == b':' {
            NonZeroUsize::new(self.rare_space(at + 1))
        } else {
            None
        }
    }

    /// Passes a string.
    pub(crate) fn string(&self, at: usize) -> End {
        if self.byte(at) != b'"' {
            return None;
        }
        let mut at = at + 1;
        loop {
            at = self.plain(at);
            match self.byte(at) {
                b'"' => return NonZeroUsize::new(at + 1),
                b'\\' => at += 2,
                _ => return None,
            }
        }
    }

    /// Passes what is inside a string and needs no closer look: most bytes of a reply.
    #[inline(always)]
    fn plain(&self, mut at: usize) -> usize {
        while let Some(chunk) = self.text.as_bytes().get(at..).and_then(<[u8]>::first_chunk) {
            let special = special_among(chunk);
            if special != 0 {
                return at + special.trailing_zeros() as usize;
            }
            at += 16;
        }
        while !matches!(self.byte(at), 0..b' ' | b'"' | b'\\') {
            at += 1;
        }
        at
    }

    /// Passes the string that begins here, where it says this and is written without escapes.
    #[inline(always)]
    pub(crate) fn known_string(&self, at: usize, said: &str) -> End {
        let end = at + 1 + said.len();
        let found = self.text.as_bytes().get(at + 1..end)?;
        if self.byte(end) == b'"'
            && found
                .iter()
                .zip(said.as_bytes())
                .all(|(found, said)| found == said)
        {
            NonZeroUsize::new(end + 1)
        } else {
            None
        }
    }

    /// Passes the run of bytes that can belong to a number or a literal.
    pub(crate) fn word(&self, mut at: usize) -> usize {
        while let b'a'..=b'z' | b'0'..=b'9' | b'-' | b'+' | b'.' | b'E' = self.byte(at) {
            at += 1;
        }
        at
    }

    /// Passes a value of any kind.
    pub(crate) fn value(&self, at: usize) -> End {
        let (mut at, mut depth) = (at, 0_usize);
        loop {
            at = self.space(at);
            match self.byte(at) {
                b'"' => at = self.string(at)?.get(),
                b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => at = self.word(at),
                b',' | b':' if depth > 0 => at += 1,
                b'{' | b'[' => {
                    depth += 1;
                    at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    at += 1;
                }
                _ => return None,
            }
            if depth == 0 {
                return NonZeroUsize::new(at);
            }
        }
    }
}

/// A bit for each of sixteen bytes, the lowest for the first: whether it is a quote, a backslash or a control character.
#[cfg(target_arch = "wasm32")]
#[inline(always)]
fn special_among(chunk: &[u8; 16]) -> u32 {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, u64x2, v128_or};
    let both = u128::from_le_bytes(*chunk);
    let bytes = u64x2(both as u64, (both >> 64) as u64);
    let quote = u8x16_eq(bytes, u8x16_splat(b'"'));
    let backslash = u8x16_eq(bytes, u8x16_splat(b'\\'));
    let control = u8x16_lt(bytes, u8x16_splat(b' '));
    u8x16_bitmask(v128_or(v128_or(quote, backslash), control)).into()
}

#[cfg(not(target_arch = "wasm32"))]
fn special_among(chunk: &[u8; 16]) -> u32 {
    let special = |byte: &u8| u32::from(matches!(byte, 0..b' ' | b'"' | b'\\'));
    let bits = chunk.iter().enumerate();
    bits.fold(0, |bits, (place, byte)| bits | special(byte) << place)
}
