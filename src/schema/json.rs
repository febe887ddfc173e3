//! Walks JSON text without making values: where a value starts and ends, what kind it is, what a string says.
//! Well-formedness in full is judged by the parser that makes the values; this walk only never reads wrongly what is well-formed.

use alloc::borrow::Cow;

use crate::schema::json_text::unescape;

/// The text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// The kind of a JSON value, told by its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// The kind with its article, for messages.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

/// A place in a JSON text.
#[derive(Clone)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of the text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    // The walk spends its time here, and calls cost more than what they do.
    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline(always)]
    fn skip_space(&mut self) {
        // A server writes none, so the first look is all there is.
        if let Some(0..=b' ') = self.byte() {
            self.skip_run_of_space();
        }
    }

    fn skip_run_of_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
    }

    #[inline(always)]
    fn take(&mut self, wanted: u8) -> bool {
        self.skip_space();
        let found = self.byte() == Some(wanted);
        if found {
            self.at += 1;
        }
        found
    }

    /// The kind of the value that starts here.
    ///
    /// # Errors
    /// [`Malformed`] where no value starts here.
    pub fn kind(&mut self) -> Result<Kind, Malformed> {
        self.skip_space();
        Ok(match self.byte() {
            Some(b'"') => Kind::Text,
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            _ => return Err(Malformed),
        })
    }

    /// Reads a string and gives what stands between its quotes, escapes as written.
    ///
    /// # Errors
    /// [`Malformed`] where no complete string stands here.
    pub fn raw_text(&mut self) -> Result<&'a str, Malformed> {
        if !self.take(b'"') {
            return Err(Malformed);
        }
        let start = self.at;
        let bytes = self.text.as_bytes();
        loop {
            // Most bytes of a reply are inside strings, so they are passed eight at a time where nothing is special among them.
            while let Some(eight) = bytes.get(self.at..).and_then(<[u8]>::first_chunk) {
                if is_special_among(u64::from_le_bytes(*eight)) {
                    break;
                }
                self.at += 8;
            }
            match bytes.get(self.at) {
                Some(b'"') => {
                    let raw = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    return Ok(raw);
                }
                Some(b'\\') => self.at += 2,
                Some(0..=0x1f) | None => return Err(Malformed),
                Some(_) => self.at += 1,
            }
        }
    }

    /// Reads a string and gives what it says.
    ///
    /// # Errors
    /// [`Malformed`] where no complete string stands here.
    pub fn text(&mut self) -> Result<Cow<'a, str>, Malformed> {
        self.raw_text().map(unescape)
    }

    /// Reads `true` or `false`.
    ///
    /// # Errors
    /// [`Malformed`] where neither stands here.
    pub fn boolean(&mut self) -> Result<bool, Malformed> {
        let word = self.word();
        match word {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Malformed),
        }
    }

    /// Reads a number and gives it as it is written.
    ///
    /// # Errors
    /// [`Malformed`] where no number stands here.
    pub fn raw_number(&mut self) -> Result<&'a str, Malformed> {
        let word = self.word();
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            Ok(word)
        } else {
            Err(Malformed)
        }
    }

    /// Reads a number; see [`number`].
    ///
    /// # Errors
    /// [`Malformed`] where no number stands here.
    pub fn number(&mut self) -> Result<f64, Malformed> {
        self.raw_number().map(number)
    }

    /// The run of bytes that can belong to a number or a literal.
    fn word(&mut self) -> &'a str {
        self.skip_space();
        let start = self.at;
        while let Some(b'a'..=b'z' | b'0'..=b'9' | b'-' | b'+' | b'.' | b'E') = self.byte() {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Passes one value of any kind and gives its text.
    ///
    /// # Errors
    /// [`Malformed`] where no complete value stands here.
    pub fn value(&mut self) -> Result<&'a str, Malformed> {
        self.skip_space();
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.step()? {
                Step::Open => depth += 1,
                Step::Close => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return Err(Malformed),
                },
                Step::Between if depth == 0 => return Err(Malformed),
                Step::Between | Step::Whole => {}
            }
            if depth == 0 {
                return Ok(self.text.get(start..self.at).unwrap_or_default());
            }
        }
    }

    /// Passes one token inside a value that is passed as a whole.
    fn step(&mut self) -> Result<Step, Malformed> {
        self.skip_space();
        Ok(match self.byte() {
            Some(b'{' | b'[') => {
                self.at += 1;
                Step::Open
            }
            Some(b'}' | b']') => {
                self.at += 1;
                Step::Close
            }
            Some(b',' | b':') => {
                self.at += 1;
                Step::Between
            }
            Some(b'"') => {
                self.raw_text()?;
                Step::Whole
            }
            Some(b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                self.word();
                Step::Whole
            }
            _ => return Err(Malformed),
        })
    }

    /// Enters an object: tells whether it has a member.
    ///
    /// # Errors
    /// [`Malformed`] where no object starts here.
    pub fn open_object(&mut self) -> Result<bool, Malformed> {
        if !self.take(b'{') {
            return Err(Malformed);
        }
        Ok(!self.take(b'}'))
    }

    /// After a member of an object: tells whether another follows.
    ///
    /// # Errors
    /// [`Malformed`] where neither a member nor the object's end follows.
    pub fn next_member(&mut self) -> Result<bool, Malformed> {
        if self.take(b',') {
            return Ok(true);
        }
        if self.take(b'}') {
            Ok(false)
        } else {
            Err(Malformed)
        }
    }

    /// Reads the key of a member and its colon.
    ///
    /// # Errors
    /// [`Malformed`] where they do not stand here.
    pub fn key(&mut self) -> Result<Cow<'a, str>, Malformed> {
        let key = self.text()?;
        if self.take(b':') { Ok(key) } else { Err(Malformed) }
    }

    /// Passes the key of a member and its colon where the key is this one, written without escapes.
    pub fn take_key(&mut self, name: &str) -> bool {
        self.skip_space();
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let Some([b'"', b':', ..]) = rest.strip_prefix(name.as_bytes()) else {
            return false;
        };
        self.at += name.len() + 3;
        true
    }

    /// Where the value of a key starts in the object that starts here; of equal keys the first. Nothing where there is none.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn find_key(mut self, name: &str) -> Result<Option<Self>, Malformed> {
        let mut more = self.open_object()?;
        while more {
            if self.key()? == name {
                return Ok(Some(self));
            }
            self.value()?;
            more = self.next_member()?;
        }
        Ok(None)
    }

    /// Enters an array: tells whether it has a first item.
    ///
    /// # Errors
    /// [`Malformed`] where no array starts here.
    pub fn first_item(&mut self) -> Result<bool, Malformed> {
        if !self.take(b'[') {
            return Err(Malformed);
        }
        Ok(!self.take(b']'))
    }

    /// After an item of an array: tells whether another follows.
    ///
    /// # Errors
    /// [`Malformed`] where neither an item nor the array's end follows.
    pub fn next_item(&mut self) -> Result<bool, Malformed> {
        if self.take(b',') {
            return Ok(true);
        }
        if self.take(b']') {
            Ok(false)
        } else {
            Err(Malformed)
        }
    }

    /// Makes sure that nothing but white space is left.
    ///
    /// # Errors
    /// [`Malformed`] where something is.
    pub fn end(&mut self) -> Result<(), Malformed> {
        self.skip_space();
        if self.at == self.text.len() {
            Ok(())
        } else {
            Err(Malformed)
        }
    }
}

/// Whether one of eight bytes is a quote, a backslash or a control character. Bytes of 128 and more may count as such too: they only
/// cost the caller a closer look.
fn is_special_among(eight: u64) -> bool {
    const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    // A byte that is zero borrows from its highest bit when one is taken away; so does one below 32 when 32 is.
    let zero = |word: u64| word.wrapping_sub(ONES) & !word;
    let quote = zero(eight ^ (ONES * b'"' as u64));
    let backslash = zero(eight ^ (ONES * b'\\' as u64));
    let control = eight.wrapping_sub(ONES * 0x20) & !eight;
    (quote | backslash | control) & HIGH != 0
}

/// What one token does to the depth of what it is in.
enum Step {
    Open,
    Close,
    Between,
    Whole,
}

/// The value of a number as it is written, near enough to compare it with bounds.
///
/// The standard library's exact parse would add 14 kB to the wasm module.
#[must_use]
pub fn number(word: &str) -> f64 {
    let (mut mantissa, mut scale, mut exponent, mut negative_exponent) = (0.0_f64, 0_i32, 0_i32, false);
    let (mut in_fraction, mut in_exponent) = (false, false);
    for byte in word.bytes() {
        match byte {
            b'0'..=b'9' if in_exponent => {
                exponent = exponent.saturating_mul(10).saturating_add(i32::from(byte - b'0'));
            }
            b'0'..=b'9' => {
                mantissa = mantissa * 10.0 + f64::from(byte - b'0');
                scale -= i32::from(in_fraction);
            }
            b'.' => in_fraction = true,
            b'e' | b'E' => in_exponent = true,
            b'-' if in_exponent => negative_exponent = true,
            _ => {}
        }
    }
    // Beyond 400 steps every number is zero or infinite already.
    let exponent = exponent.min(400);
    let steps = scale + if negative_exponent { -exponent } else { exponent };
    for _ in 0..steps.unsigned_abs() {
        mantissa = if steps < 0 {
            mantissa / 10.0
        } else {
            mantissa * 10.0
        };
    }
    if word.starts_with('-') {
        -mantissa
    } else {
        mantissa
    }
}

/// Whether a number has no fraction.
#[must_use]
pub fn is_whole(number: f64) -> bool {
    // From 2^53 on, no number has one.
    number.abs() >= 9_007_199_254_740_992.0 || number as i64 as f64 == number
}

/// The text of the value at a path of keys, for the few values that are wanted out of a small text.
#[must_use]
pub fn find<'a>(text: &'a str, path: &[&str]) -> Option<&'a str> {
    let Some((wanted, rest)) = path.split_first() else {
        return Some(text);
    };
    let mut reader = Reader::new(text);
    let mut found = None;
    let mut more = reader.open_object().ok()?;
    while more {
        let name = reader.key().ok()?;
        let value = reader.value().ok()?;
        if name == *wanted {
            // The last one counts, as in JSON.parse.
            found = Some(value);
        }
        more = reader.next_member().ok()?;
    }
    find(found?, rest)
}

/// What the string at a path of keys says.
#[must_use]
pub fn find_text<'a>(text: &'a str, path: &[&str]) -> Option<Cow<'a, str>> {
    Reader::new(find(text, path)?).text().ok()
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
