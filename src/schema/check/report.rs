//! What is said of an issue, and where it is. Walks nothing.
//!
//! A path is put together from its end: whoever finds an issue says no more than its own key, and each object and array around it puts its step
//! in front. So the way to a value costs nothing as long as nothing is wrong.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem::take;

use crate::schema::check::{Checker, UnknownKeys};
use crate::schema::issue::{Code, Issue, Severity, characters, quoted};
use crate::schema::json::Kind;
use crate::schema::json_text::unescape;
use crate::schema::{Field, Flags, Names, TextRule, Type, date_time, misspelling};
use crate::text::{concat, decimal};

impl Checker<'_> {
    /// The issues, their paths complete.
    pub(super) fn finish(&mut self) -> Vec<Issue> {
        for issue in &mut self.issues {
            if let Some(path) = issue.path.strip_prefix('.') {
                issue.path = path.to_owned();
            }
        }
        take(&mut self.issues)
    }

    /// Puts a step in front of the paths of the issues from this one on.
    pub(super) fn below(&mut self, first: usize, step: &[&str]) {
        let step = concat(step);
        for issue in self.issues.iter_mut().skip(first) {
            issue.path = concat(&[&step, &issue.path]);
        }
    }

    pub(super) fn below_item(&mut self, first: usize, index: usize) {
        self.below(first, &["[", &decimal(index as u64), "]"]);
    }

    /// Reports an issue of the value that is just looked at, or at a key of it: the message and the remedy, which may be empty, in parts.
    pub(super) fn report(&mut self, flags: Flags, code: Code, key: &str, message: &[&str], help: &[&str]) {
        let severity = if flags.load_bearing() {
            Severity::Error
        } else {
            self.otherwise
        };
        self.issues.push(Issue {
            code,
            path: concat(&[if key.is_empty() { "" } else { "." }, key]),
            message: concat(message),
            help: (!help.is_empty()).then(|| concat(help)),
            severity,
        });
    }

    pub(super) fn missing(&mut self, flags: Flags, key: &str) {
        self.report(flags, Code::Missing, key, &["required, but absent"], &[]);
    }

    pub(super) fn unknown_key(&mut self, fields: &[Field], written: &str) {
        let name = unescape(written);
        let (code, help) = match misspelling::nearest(&name, &mut fields.iter().map(|field| field.name)) {
            Some(known) => (Code::MisspeltParameter, ["did you mean `", known, "`?"]),
            None if self.unknown == UnknownKeys::Refuse => (Code::UnknownParameter, ["remove it", "", ""]),
            None => return,
        };
        self.report(Flags::ERROR, code, "", &["not a known name"], &help);
    }

    pub(super) fn wrong_type(&mut self, kind: Type, found: Kind, flags: Flags) {
        let message = ["expected ", words(kind), ", got ", found.words()];
        self.report(flags, Code::WrongType, "", &message, &[]);
    }

    pub(super) fn no_tag(&mut self, tag: &str, got: &str, flags: Flags) {
        self.report(
            flags,
            Code::WrongType,
            tag,
            &["expected a string, got ", got],
            &[],
        );
    }

    pub(super) fn other_boolean(&mut self, found: bool, flags: Flags) {
        let message = if found {
            "expected `false`, got `true`"
        } else {
            "expected `true`, got `false`"
        };
        self.report(flags, Code::UnlistedName, "", &[message], &[]);
    }

    pub(super) fn not_integer(&mut self, written: &str, flags: Flags) {
        let message = ["expected a whole number, got `", written, "`"];
        self.report(flags, Code::NotInteger, "", &message, &[]);
    }

    /// `form` is what stands around numbers and what is counted.
    pub(super) fn out_of_bounds(
        &mut self,
        code: Code,
        bound: i64,
        [quote, unit]: [&str; 2],
        got: &str,
        flags: Flags,
    ) {
        let word = match code {
            Code::TooSmall | Code::TooFewItems => "least ",
            _ => "most ",
        };
        let sign = if bound < 0 { "-" } else { "" };
        let bound = decimal(bound.unsigned_abs());
        let message = [
            "expected at ",
            word,
            quote,
            sign,
            &bound,
            quote,
            unit,
            ", got ",
            quote,
            got,
            quote,
        ];
        self.report(flags, code, "", &message, &[]);
    }

    pub(super) fn wrong_count(&mut self, code: Code, bound: u32, count: usize, flags: Flags) {
        self.out_of_bounds(code, bound.into(), ["", " items"], &decimal(count as u64), flags);
    }

    /// Holds a string to the rules of its type.
    pub(super) fn check_text(&mut self, kind: Type, text: &str, flags: Flags) {
        match kind {
            Type::Text(rule) => self.check_characters(rule, text, flags),
            Type::DateTime if date_time::rfc3339(text).is_none() => {
                let message = ["expected an RFC 3339 date-time, got ", &quoted(text)];
                let help = ["write it as `2025-01-31T16:00:00-08:00`"];
                self.report(flags, Code::NotDateTime, "", &message, &help);
            }
            Type::Names(names) if !names.names.contains(&text) => self.unlisted_name(names, text, flags),
            _ => {}
        }
    }

    fn check_characters(&mut self, rule: &TextRule, text: &str, flags: Flags) {
        if rule.digits && !text.bytes().all(|byte| byte.is_ascii_digit()) {
            self.report(
                flags,
                Code::NotDigits,
                "",
                &["expected only the digits 0 to 9"],
                &[],
            );
        }
        let length = characters(text);
        let code = if length < rule.min_length as usize {
            Code::TooShort
        } else if length > rule.max_length as usize {
            Code::TooLong
        } else {
            return;
        };
        let (least, most) = (decimal(rule.min_length.into()), decimal(rule.max_length.into()));
        let [first, second, third] = if rule.max_length == u32::MAX {
            ["at least ", &least, ""]
        } else {
            [&*least, " to ", &most]
        };
        let unit = if rule.digits { " digits" } else { " characters" };
        let length = decimal(length as u64);
        let message = ["expected ", first, second, third, unit, ", got ", &length];
        self.report(flags, code, "", &message, &[]);
    }

    /// Of a parameter, an unlisted name that is no slip of a listed one may be newer than this list: it is sent, with a warning.
    fn unlisted_name(&mut self, names: &Names, text: &str, flags: Flags) {
        let shown = quoted(text);
        let got = if flags.secret() { "another string" } else { &shown };
        let listed = list(names.names);
        let meant = misspelling::nearest(text, &mut names.names.iter().copied());
        let passes = meant.is_none() && self.unknown == UnknownKeys::RefuseSlips;
        let why = if passes {
            ", which is not known here"
        } else {
            ", which is not allowed"
        };
        let help = match meant {
            Some(known) => ["did you mean `", known, "`?"],
            None => ["use one of ", &listed, ""],
        };
        self.report(flags, Code::UnlistedName, "", &["got ", got, why], &help);
        if let Some(issue) = self.issues.last_mut()
            && passes
        {
            issue.severity = Severity::Warning;
        }
    }
}

/// What a type is called in messages.
fn words(kind: Type) -> &'static str {
    match kind {
        Type::Any => "any value",
        Type::Boolean | Type::Only(_) => "a boolean",
        Type::Number(_) => "a number",
        Type::Text(_) | Type::DateTime | Type::Names(_) => "a string",
        #[cfg(not(target_arch = "wasm32"))]
        Type::OpenNames(_) => "a string",
        Type::Array(_) => "an array",
        Type::Map(_) | Type::Object(_) | Type::Union(_) => "an object",
    }
}

/// The first names in backticks, separated by commas, and how many more there are.
pub(super) fn list(names: &[&str]) -> String {
    const SHOWN: usize = 12;
    let mut list = String::new();
    for name in names.iter().take(SHOWN) {
        list.push_str(if list.is_empty() { "`" } else { ", `" });
        list.push_str(name);
        list.push('`');
    }
    if let Some(more @ 1..) = names.len().checked_sub(SHOWN) {
        list.push_str(&concat(&[" and ", &decimal(more as u64), " more"]));
    }
    list
}
