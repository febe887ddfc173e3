//! The interpreter: schema data and JSON text in, every issue with its path out. Strict on parameters, lenient on replies.
//! Makes no value: what a caller gets is the native parse of the very text that was checked. Makes nothing at all on its way, unless it finds
//! an issue: what is reported then is in `report`, with the paths, which are put together on the way out.

use alloc::vec::Vec;
use core::num::NonZeroUsize;

use crate::schema::issue::{Code, Issue, Severity};
use crate::schema::json::{self, Kind, Malformed};
use crate::schema::json_text::unescape;
use crate::schema::scan::{End, Scan};
use crate::schema::{Array, Field, Flags, NumberRule, Object, Rule, Type, Union, date_time};

use crate::text::holds;

mod report;
mod rules;

/// What becomes of object keys that no schema lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownKeys {
    /// They pass: a reply may hold what the server learnt since.
    Pass,
    /// They pass unless they look like a slip of a known key.
    RefuseSlips,
    /// They are refused.
    Refuse,
}

/// What a check of parameters or of a reply found.
#[derive(Debug)]
pub struct Findings {
    /// Every issue, in the order of the text.
    pub issues: Vec<Issue>,
    /// One bit for each of the first 64 fields of the outermost object: whether its key was there.
    pub present: u64,
    /// Whether the outermost object says `false` at `ok`, which is no field of any schema.
    pub refused: bool,
}

/// Checks a parameter object: every issue is an error.
///
/// # Errors
/// [`Malformed`] where the text is not JSON.
pub fn parameters(text: &str, object: &Object, unknown: UnknownKeys) -> Result<Findings, Malformed> {
    let checker = Checker::new(text, unknown, Severity::Error);
    checker.outermost(object.fields, object.rules)
}

/// Checks a reply's outermost object: what a door does not depend on is a warning, and unlisted keys and tags pass.
///
/// # Errors
/// [`Malformed`] where the text is not JSON, or not an object.
pub fn reply(text: &str, fields: &[Field]) -> Result<Findings, Malformed> {
    let checker = Checker::new(text, UnknownKeys::Pass, Severity::Warning);
    checker.outermost(fields, &[])
}

/// Checks a value by its type, as a parameter object or as what a reply holds. Paths begin inside the value; nothing is a value that is absent.
#[must_use]
pub fn value(text: Option<&str>, kind: Type, is_reply: bool) -> Vec<Issue> {
    let (unknown, otherwise) = if is_reply {
        (UnknownKeys::Pass, Severity::Warning)
    } else {
        (UnknownKeys::RefuseSlips, Severity::Error)
    };
    let mut checker = Checker::new(text.unwrap_or_default(), unknown, otherwise);
    let start = checker.scan.space(0);
    if text.is_none() {
        checker.missing(Flags::ERROR, "");
    } else if !checker
        .value(kind, Flags::ERROR, start)
        .is_some_and(|end| checker.scan.is_end(end.get()))
    {
        checker.report(Flags::ERROR, Code::WrongType, "", &["expected JSON"], &[]);
    }
    checker.finish()
}

struct Checker<'a> {
    scan: Scan<'a>,
    unknown: UnknownKeys,
    /// How bad an issue is at a field that no door depends on.
    otherwise: Severity,
    issues: Vec<Issue>,
    /// Of the object that was left last, as in [`Findings`]: in the end that is the outermost.
    present: u64,
    refused: bool,
}

impl<'a> Checker<'a> {
    fn new(text: &'a str, unknown: UnknownKeys, otherwise: Severity) -> Self {
        Self {
            scan: Scan::new(text),
            unknown,
            otherwise,
            issues: Vec::new(),
            present: 0,
            refused: false,
        }
    }

    fn outermost(mut self, fields: &[Field], rules: &[Rule]) -> Result<Findings, Malformed> {
        let start = self.scan.space(0);
        if self.scan.byte(start) != b'{' {
            return Err(Malformed);
        }
        let end = self
            .object(fields, rules, None, Flags::ERROR, start)
            .ok_or(Malformed)?;
        if !self.scan.is_end(end.get()) {
            return Err(Malformed);
        }
        Ok(Findings {
            issues: self.finish(),
            present: self.present,
            refused: self.refused,
        })
    }

    /// Checks the object that starts here. `others` is the type of the values at keys that no field names, where they have one; `flags` are
    /// theirs.
    fn object(
        &mut self,
        fields: &[Field],
        rules: &[Rule],
        others: Option<&Type>,
        flags: Flags,
        start: usize,
    ) -> End {
        // Of the first 64 fields: no other is required.
        let mut present = 0_u64;
        let mut expected = 0;
        let mut refused = false;
        let mut at = self.scan.space(start + 1);
        while self.scan.byte(at) != b'}' {
            let clean = self.issues.len();
            let key = at;
            let (index, end) = self.key(fields, expected, key)?;
            at = end.get() + 1;
            // A server writes no white space around a colon: of most keys this is all there is to see.
            if self.scan.byte(end.get()) != b':' || self.scan.byte(at) <= b' ' {
                at = self.scan.colon(end.get())?.get();
            }
            let after = if let Some(field) = fields.get(index) {
                present |= 1_u64.checked_shl(index as u32).unwrap_or_default();
                expected = index + 1;
                self.value(field.kind, field.flags, at)
            } else if let Some(kind) = others {
                self.value(*kind, flags, at)
            } else {
                let after = self.scan.value(at)?;
                if unescape(self.scan.inside(key, end)) == "ok" {
                    refused = self.scan.slice(at, after.get()) == "false";
                }
                if self.unknown != UnknownKeys::Pass {
                    self.unknown_key(fields, self.scan.inside(key, end));
                }
                Some(after)
            };
            if self.issues.len() > clean {
                self.below(clean, &[".", &unescape(self.scan.inside(key, end))]);
            }
            at = self.scan.next(after?.get(), b'}')?.get();
        }
        at += 1;
        for (index, field) in fields.iter().enumerate() {
            if field.flags.required() && present.wrapping_shr(index as u32) & 1 == 0 {
                self.missing(field.flags, field.name);
            }
        }
        for rule in rules {
            self.check_rule(rule, self.scan.slice(start, at));
        }
        self.present = present;
        self.refused = refused;
        NonZeroUsize::new(at)
    }

    /// Which field's key stands here, and where it ends. A server writes keys in the same order every time, so the field after the last one is
    /// tried first.
    #[inline(always)]
    fn key(&self, fields: &[Field], expected: usize, at: usize) -> Option<(usize, NonZeroUsize)> {
        if self.scan.byte(at) != b'"' {
            return None;
        }
        let mut index = expected;
        for _ in fields {
            if index >= fields.len() {
                index = 0;
            }
            if let Some(field) = fields.get(index)
                && let Some(end) = self.scan.known_string(at, field.name)
            {
                return Some((index, end));
            }
            index += 1;
        }
        let end = self.scan.string(at)?;
        let written = self.scan.inside(at, end);
        let mut index = fields.len();
        // One with escapes may be a known key all the same.
        if holds(written.as_bytes(), b'\\') {
            let name = unescape(written);
            index = fields
                .iter()
                .position(|field| field.name == name)
                .unwrap_or(index);
        }
        Some((index, end))
    }

    /// Checks the value that starts here; `flags` are those of the field that holds it.
    fn value(&mut self, kind: Type, flags: Flags, at: usize) -> End {
        let first = self.scan.byte(at);
        match (kind, first) {
            (Type::Any, _) => self.scan.value(at),
            (Type::Text(_) | Type::DateTime | Type::Names(_), b'"') => self.text(kind, flags, at),
            (Type::Boolean, b't' | b'f') => self.boolean(None, flags, at),
            (Type::Only(wanted), b't' | b'f') => self.boolean(Some(wanted), flags, at),
            (Type::Number(rule), b'-' | b'0'..=b'9') => self.number(rule, flags, at),
            #[cfg(not(target_arch = "wasm32"))]
            (Type::OpenNames(_), b'"') => self.scan.string(at),
            (Type::Array(array), b'[') => self.array(array, flags, at),
            (Type::Map(item), b'{') => self.object(&[], &[], Some(item), flags.of_items(), at),
            (Type::Object(object), b'{') => self.object(object.fields, object.rules, None, flags, at),
            (Type::Union(union), b'{') => self.union(union, flags, at),
            _ => {
                let found = Kind::starting(first)?;
                let end = self.scan.value(at);
                if end.is_some() && !(found == Kind::Null && flags.nullable()) {
                    self.wrong_type(kind, found, flags);
                }
                end
            }
        }
    }

    fn boolean(&mut self, wanted: Option<bool>, flags: Flags, at: usize) -> End {
        let found = self.scan.byte(at) == b't';
        if wanted.is_some_and(|wanted| wanted != found) {
            self.other_boolean(found, flags);
        }
        // Behind `true` or `false`: what else began so would not be JSON.
        NonZeroUsize::new(at + 5 - usize::from(found))
    }

    fn number(&mut self, rule: &NumberRule, flags: Flags, at: usize) -> End {
        let end = self.scan.word(at);
        let written = json::numeral(self.scan.slice(at, end))?;
        let found = json::number(written);
        if rule.integer && !json::is_whole(found) {
            self.not_integer(written, flags);
        }
        if rule.min != i32::MIN && found < f64::from(rule.min) {
            self.out_of_bounds(Code::TooSmall, rule.min.into(), ["`", ""], written, flags);
        }
        if rule.max != i32::MAX && found > f64::from(rule.max) {
            self.out_of_bounds(Code::TooLarge, rule.max.into(), ["`", ""], written, flags);
        }
        NonZeroUsize::new(end)
    }

    fn text(&mut self, kind: Type, flags: Flags, at: usize) -> End {
        let end = self.scan.string(at)?;
        let is_plain = match kind {
            Type::Text(rule) => !rule.digits && rule.min_length == 0 && rule.max_length == u32::MAX,
            Type::DateTime => date_time::rfc3339(self.scan.inside(at, end)).is_some(),
            _ => false,
        };
        if !is_plain {
            self.check_text(kind, &unescape(self.scan.inside(at, end)), flags);
        }
        Some(end)
    }

    fn array(&mut self, array: &Array, flags: Flags, at: usize) -> End {
        let mut count = 0;
        let mut at = self.scan.space(at + 1);
        while self.scan.byte(at) != b']' {
            let clean = self.issues.len();
            let end = self.value(array.item, flags.of_items(), at);
            if self.issues.len() > clean {
                self.below_item(clean, count);
            }
            count += 1;
            at = self.scan.next(end?.get(), b']')?.get();
        }
        if count < array.min_items as usize {
            self.wrong_count(Code::TooFewItems, array.min_items, count, flags);
        } else if count > array.max_items as usize {
            self.wrong_count(Code::TooManyItems, array.max_items, count, flags);
        }
        NonZeroUsize::new(at + 1)
    }

    fn union(&mut self, union: &Union, flags: Flags, at: usize) -> End {
        let place = self.tag(union.tag, at)?;
        let first = self.scan.byte(place.get());
        if first != b'"' {
            let got = if first == b'}' {
                "nothing"
            } else {
                Kind::starting(first)?.words()
            };
            let end = self.scan.value(at);
            self.no_tag(union.tag, got, flags);
            return end;
        }
        let end = self.scan.string(place.get())?;
        let tag = unescape(self.scan.inside(place.get(), end));
        let variant = union
            .variants
            .iter()
            .find(|variant| variant.names.contains(&&*tag));
        let object = variant.map_or(union.unlisted, |variant| variant.object);
        self.object(object.fields, object.rules, None, flags, at)
    }

    /// Where the value of a key starts in the object that starts here, of equal keys the first; the object's end where there is none.
    fn tag(&self, name: &str, at: usize) -> End {
        let mut at = self.scan.space(at + 1);
        while self.scan.byte(at) != b'}' {
            let end = self.scan.string(at)?;
            let value = self.scan.colon(end.get())?;
            if unescape(self.scan.inside(at, end)) == name {
                return Some(value);
            }
            at = self.scan.next(self.scan.value(value.get())?.get(), b'}')?.get();
        }
        NonZeroUsize::new(at)
    }
}
