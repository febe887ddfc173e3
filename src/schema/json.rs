//! Reads JSON text member by member without making values: what kind a value is, what a string says. Where values end is in `scan`.

use alloc::borrow::Cow;

use crate::schema::json_text::unescape;
use crate::schema::scan::Scan;

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
    /// The kind of the values that start with a byte.
    pub(crate) fn starting(byte: u8) -> Option<Self> {
        Some(match byte {
            b'"' => Self::Text,
            b'{' => Self::Object,
            b'[' => Self::Array,
            b't' | b'f' => Self::Boolean,
            b'n' => Self::Null,
            b'-' | b'0'..=b'9' => Self::Number,
            _ => return None,
        })
    }

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
    scan: Scan<'a>,
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of the text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self {
            scan: Scan::new(text),
            at: 0,
        }
    }

    fn skip_space(&mut self) {
        self.at = self.scan.space(self.at);
    }

    fn take(&mut self, wanted: u8) -> bool {
        self.skip_space();
        let found = self.scan.byte(self.at) == wanted;
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
        Kind::starting(self.scan.byte(self.at)).ok_or(Malformed)
    }

    /// Reads a string and gives what stands between its quotes, escapes as written.
    ///
    /// # Errors
    /// [`Malformed`] where no complete string stands here.
    pub fn raw_text(&mut self) -> Result<&'a str, Malformed> {
        self.skip_space();
        let start = self.at;
        let end = self.scan.string(start).ok_or(Malformed)?;
        self.at = end.get();
        Ok(self.scan.inside(start, end))
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
        boolean(self.word()).ok_or(Malformed)
    }

    /// Reads a number and gives it as it is written.
    ///
    /// # Errors
    /// [`Malformed`] where no number stands here.
    pub fn raw_number(&mut self) -> Result<&'a str, Malformed> {
        numeral(self.word()).ok_or(Malformed)
    }

    /// Reads a number; see [`number`].
    ///
    /// # Errors
    /// [`Malformed`] where no number stands here.
    pub fn number(&mut self) -> Result<f64, Malformed> {
        self.raw_number().map(number)
    }

    fn word(&mut self) -> &'a str {
        self.skip_space();
        let start = self.at;
        self.at = self.scan.word(start);
        self.scan.slice(start, self.at)
    }

    /// Passes one value of any kind and gives its text.
    ///
    /// # Errors
    /// [`Malformed`] where no complete value stands here.
    pub fn value(&mut self) -> Result<&'a str, Malformed> {
        self.skip_space();
        let start = self.at;
        self.at = self.scan.value(start).ok_or(Malformed)?.get();
        Ok(self.scan.slice(start, self.at))
    }

    /// Enters an object: tells whether it has a member.
    ///
    /// # Errors
    /// [`Malformed`] where no object starts here.
    pub fn open_object(&mut self) -> Result<bool, Malformed> {
        self.open(b'{', b'}')
    }

    /// After a member of an object: tells whether another follows.
    ///
    /// # Errors
    /// [`Malformed`] where neither a member nor the object's end follows.
    pub fn next_member(&mut self) -> Result<bool, Malformed> {
        self.next(b'}')
    }

    /// Reads the key of a member and its colon.
    ///
    /// # Errors
    /// [`Malformed`] where they do not stand here.
    pub fn key(&mut self) -> Result<Cow<'a, str>, Malformed> {
        let key = self.text()?;
        if self.take(b':') { Ok(key) } else { Err(Malformed) }
    }

    /// Enters an array: tells whether it has a first item.
    ///
    /// # Errors
    /// [`Malformed`] where no array starts here.
    pub fn first_item(&mut self) -> Result<bool, Malformed> {
        self.open(b'[', b']')
    }

    /// After an item of an array: tells whether another follows.
    ///
    /// # Errors
    /// [`Malformed`] where neither an item nor the array's end follows.
    pub fn next_item(&mut self) -> Result<bool, Malformed> {
        self.next(b']')
    }

    fn open(&mut self, open: u8, close: u8) -> Result<bool, Malformed> {
        if self.take(open) {
            Ok(!self.take(close))
        } else {
            Err(Malformed)
        }
    }

    fn next(&mut self, close: u8) -> Result<bool, Malformed> {
        self.at = self.scan.next(self.at, close).ok_or(Malformed)?.get();
        Ok(!self.take(close))
    }

    /// Makes sure that nothing but white space is left.
    ///
    /// # Errors
    /// [`Malformed`] where something is.
    pub fn end(&mut self) -> Result<(), Malformed> {
        if self.scan.is_end(self.at) {
            Ok(())
        } else {
            Err(Malformed)
        }
    }
}

/// Which of the two literals a word is.
pub(crate) fn boolean(word: &str) -> Option<bool> {
    match word {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The word, where it is a number: where it has a digit.
pub(crate) fn numeral(word: &str) -> Option<&str> {
    Some(word).filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
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

/// The text of a value of an object, for the few values that are wanted out of a small text.
#[must_use]
pub fn find<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    let mut reader = Reader::new(text);
    let mut found = None;
    let mut more = reader.open_object().ok()?;
    while more {
        let name = reader.key().ok()?;
        let value = reader.value().ok()?;
        if name == wanted {
            // The last one counts, as in JSON.parse.
            found = Some(value);
        }
        more = reader.next_member().ok()?;
    }
    found
}

/// What the string of an object says.
#[must_use]
pub fn find_text<'a>(text: &'a str, wanted: &str) -> Option<Cow<'a, str>> {
    text_of(find(text, wanted)?)
}

/// What a string says; nothing where the value is no string.
#[must_use]
pub fn text_of(value: &str) -> Option<Cow<'_, str>> {
    Reader::new(value).text().ok()
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
