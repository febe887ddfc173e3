//! The interpreter: schema data and JSON text in, every issue with its path out. Strict on parameters, lenient on replies.
//! Makes no value: what a caller gets is the native parse of the very text that was checked.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::schema::issue::{Code, Issue, Path, Severity, characters, quoted};
use crate::schema::json::{self, Kind, Malformed, Reader};
use crate::schema::{
    Array, Field, Names, NumberRule, Object, Rule, TextRule, Type, Union, date_time, misspelling,
};
use crate::text::{concat, decimal};

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
    /// One bit per field of the outermost object: whether its key was there.
    pub present: u128,
}

/// Checks a parameter object: every issue is an error.
///
/// # Errors
/// [`Malformed`] where the text is not JSON.
pub fn parameters(text: &str, object: &Object, unknown: UnknownKeys) -> Result<Findings, Malformed> {
    let mut checker = Checker::new(text, unknown, Severity::Error);
    let present = checker.object(object.fields, object.rules, &Path::Root)?;
    checker.finish(present)
}

/// Checks a reply's outermost object: what a door does not depend on is a warning, and unlisted keys and tags pass.
///
/// # Errors
/// [`Malformed`] where the text is not JSON, or not an object.
pub fn reply(text: &str, fields: &[Field]) -> Result<Findings, Malformed> {
    let mut checker = Checker::new(text, UnknownKeys::Pass, Severity::Warning);
    let present = checker.object(fields, &[], &Path::Root)?;
    checker.finish(present)
}

/// Checks a value by its type, as a parameter object or as what a reply holds. Paths begin inside the value; nothing is a value that is absent.
#[must_use]
pub fn value(text: Option<&str>, kind: Type, is_reply: bool) -> Vec<Issue> {
    let (unknown, otherwise) = if is_reply {
        (UnknownKeys::Pass, Severity::Warning)
    } else {
        (UnknownKeys::RefuseSlips, Severity::Error)
    };
    let whole = Place {
        path: &Path::Root,
        severity: Severity::Error,
        nullable: false,
        secret: false,
    };
    let mut checker = Checker::new(text.unwrap_or_default(), unknown, otherwise);
    if text.is_none() {
        checker.report(whole, Code::Missing, "required, but absent".to_owned(), None);
    } else if checker
        .value(kind, whole)
        .and_then(|()| checker.reader.end())
        .is_err()
    {
        checker.report(whole, Code::WrongType, "expected JSON".to_owned(), None);
    }
    checker.issues
}

struct Checker<'a> {
    reader: Reader<'a>,
    unknown: UnknownKeys,
    /// How bad an issue is at a field that no door depends on.
    otherwise: Severity,
    issues: Vec<Issue>,
}

/// A value to be checked: where it is, and what is known of the field that holds it.
#[derive(Clone, Copy)]
struct Place<'p> {
    path: &'p Path<'p>,
    severity: Severity,
    nullable: bool,
    secret: bool,
}

impl<'a> Checker<'a> {
    fn new(text: &'a str, unknown: UnknownKeys, otherwise: Severity) -> Self {
        Self {
            reader: Reader::new(text),
            unknown,
            otherwise,
            issues: Vec::new(),
        }
    }

    fn finish(mut self, present: u128) -> Result<Findings, Malformed> {
        self.reader.end()?;
        Ok(Findings {
            issues: self.issues,
            present,
        })
    }

    fn report(&mut self, place: Place<'_>, code: Code, message: String, help: Option<String>) {
        self.issues.push(Issue {
            code,
            path: place.path.text(),
            message,
            help,
            severity: place.severity,
        });
    }

    fn object(&mut self, fields: &[Field], rules: &[Rule], path: &Path<'_>) -> Result<u128, Malformed> {
        let mut whole = self.reader.clone();
        let mut present = 0_u128;
        // A server writes keys in the same order every time, so the field after the last one is tried first.
        let mut expected = 0;
        let mut more = self.reader.open_object()?;
        while more {
            let predicted = fields
                .get(expected)
                .filter(|field| self.reader.take_key(field.name));
            if let Some(field) = predicted {
                present |= 1 << expected;
                expected += 1;
                let here = Path::Key(path, field.name);
                self.value(field.kind, self.place(field, &here))?;
            } else {
                let name = self.reader.key()?;
                let here = Path::Key(path, &name);
                let found = fields.iter().enumerate().find(|(_, field)| field.name == name);
                if let Some((index, field)) = found {
                    present |= 1 << index;
                    expected = index + 1;
                    self.value(field.kind, self.place(field, &here))?;
                } else {
                    self.reader.value()?;
                    self.unknown_key(fields, &here, &name);
                }
            }
            more = self.reader.next_member()?;
        }
        self.missing(fields, present, path);
        if !rules.is_empty() {
            let text = whole.value()?;
            for rule in rules {
                self.check_rule(rule, text, path);
            }
        }
        Ok(present)
    }

    fn place<'p>(&self, field: &Field, path: &'p Path<'p>) -> Place<'p> {
        Place {
            path,
            severity: if field.flags.load_bearing() {
                Severity::Error
            } else {
                self.otherwise
            },
            nullable: field.flags.nullable(),
            secret: field.flags.secret(),
        }
    }

    fn missing(&mut self, fields: &[Field], present: u128, path: &Path<'_>) {
        for (index, field) in fields.iter().enumerate() {
            if field.flags.required() && present & (1 << index) == 0 {
                let here = Path::Key(path, field.name);
                let place = self.place(field, &here);
                self.report(place, Code::Missing, "required, but absent".to_owned(), None);
            }
        }
    }

    fn unknown_key(&mut self, fields: &[Field], path: &Path<'_>, name: &str) {
        if self.unknown == UnknownKeys::Pass {
            return;
        }
        let (code, help) = match misspelling::nearest(name, &mut fields.iter().map(|field| field.name)) {
            Some(known) => (Code::MisspeltParameter, concat(&["did you mean `", known, "`?"])),
            None if self.unknown == UnknownKeys::Refuse => (Code::UnknownParameter, "remove it".to_owned()),
            None => return,
        };
        self.broken(path, code, "not a known name".to_owned(), Some(help));
    }

    /// Reports what no field's own place can tell.
    fn broken(&mut self, path: &Path<'_>, code: Code, message: String, help: Option<String>) {
        let place = Place {
            path,
            severity: Severity::Error,
            nullable: false,
            secret: false,
        };
        self.report(place, code, message, help);
    }

    fn value(&mut self, kind: Type, place: Place<'_>) -> Result<(), Malformed> {
        let found = self.reader.kind()?;
        if found == Kind::Null && (place.nullable || matches!(kind, Type::Any)) {
            return self.reader.value().map(drop);
        }
        match (kind, found) {
            (Type::Any, _) => self.reader.value().map(drop),
            (Type::Boolean, Kind::Boolean) => self.reader.boolean().map(drop),
            (Type::Only(wanted), Kind::Boolean) => self.only(wanted, place),
            (Type::Number(rule), Kind::Number) => self.number(rule, place),
            (Type::Text(rule), Kind::Text) => self.text(rule, place),
            (Type::DateTime, Kind::Text) => self.date_time(place),
            (Type::Names(names), Kind::Text) => self.name(names, place),
            #[cfg(not(target_arch = "wasm32"))]
            (Type::OpenNames(_), Kind::Text) => self.reader.raw_text().map(drop),
            (Type::Array(array), Kind::Array) => self.array(array, place),
            (Type::Map(item), Kind::Object) => self.map(*item, place),
            (Type::Object(object), Kind::Object) => {
                self.object(object.fields, object.rules, place.path).map(drop)
            }
            (Type::Union(union), Kind::Object) => self.union(union, place),
            (_, found) => self.wrong_type(kind, found, place),
        }
    }

    fn wrong_type(&mut self, kind: Type, found: Kind, place: Place<'_>) -> Result<(), Malformed> {
        self.reader.value()?;
        let message = concat(&["expected ", words(kind), ", got ", found.words()]);
        self.report(place, Code::WrongType, message, None);
        Ok(())
    }

    fn only(&mut self, wanted: bool, place: Place<'_>) -> Result<(), Malformed> {
        let found = self.reader.boolean()?;
        if found != wanted {
            let message = concat(&[
                "expected `",
                boolean_word(wanted),
                "`, got `",
                boolean_word(found),
                "`",
            ]);
            self.report(place, Code::UnlistedName, message, None);
        }
        Ok(())
    }

    fn number(&mut self, rule: &NumberRule, place: Place<'_>) -> Result<(), Malformed> {
        let written = self.reader.raw_number()?;
        let found = json::number(written);
        if rule.integer && !json::is_whole(found) {
            let message = concat(&["expected a whole number, got `", written, "`"]);
            self.report(place, Code::NotInteger, message, None);
        }
        if rule.min != i32::MIN && found < f64::from(rule.min) {
            let message = concat(&["expected at least `", &limit(rule.min), "`, got `", written, "`"]);
            self.report(place, Code::TooSmall, message, None);
        }
        if rule.max != i32::MAX && found > f64::from(rule.max) {
            let message = concat(&["expected at most `", &limit(rule.max), "`, got `", written, "`"]);
            self.report(place, Code::TooLarge, message, None);
        }
        Ok(())
    }

    fn text(&mut self, rule: &TextRule, place: Place<'_>) -> Result<(), Malformed> {
        if !rule.digits && rule.min_length == 0 && rule.max_length == u32::MAX {
            return self.reader.raw_text().map(drop);
        }
        let text = self.reader.text()?;
        if rule.digits && !text.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = "expected only the digits 0 to 9".to_owned();
            self.report(place, Code::NotDigits, message, None);
        }
        let length = characters(&text);
        let code = if length < rule.min_length as usize {
            Code::TooShort
        } else if length > rule.max_length as usize {
            Code::TooLong
        } else {
            return Ok(());
        };
        let message = concat(&[
            "expected ",
            &length_words(rule),
            ", got ",
            &decimal(length as u64),
        ]);
        self.report(place, code, message, None);
        Ok(())
    }

    fn date_time(&mut self, place: Place<'_>) -> Result<(), Malformed> {
        let text = self.reader.text()?;
        if date_time::rfc3339(&text).is_none() {
            let message = concat(&["expected an RFC 3339 date-time, got ", &quoted(&text)]);
            let help = "write date, `T`, time and zone, as `2025-01-31T16:00:00-08:00`".to_owned();
            self.report(place, Code::NotDateTime, message, Some(help));
        }
        Ok(())
    }

    fn name(&mut self, names: &Names, place: Place<'_>) -> Result<(), Malformed> {
        let text = self.reader.text()?;
        if names.names.contains(&&*text) {
            return Ok(());
        }
        let got = if place.secret {
            "another string".to_owned()
        } else {
            quoted(&text)
        };
        let message = concat(&["got ", &got, ", which is not allowed"]);
        let help = match misspelling::nearest(&text, &mut names.names.iter().copied()) {
            Some(known) => concat(&["did you mean `", known, "`?"]),
            None => concat(&["use one of ", &list(names.names)]),
        };
        self.report(place, Code::UnlistedName, message, Some(help));
        Ok(())
    }

    fn array(&mut self, array: &Array, place: Place<'_>) -> Result<(), Malformed> {
        let mut count = 0;
        let mut more = self.reader.first_item()?;
        while more {
            let path = Path::Item(place.path, count);
            self.value(
                array.item,
                Place {
                    path: &path,
                    nullable: false,
                    ..place
                },
            )?;
            count += 1;
            more = self.reader.next_item()?;
        }
        let (code, expected, bound) = if count < array.min_items as usize {
            (Code::TooFewItems, "at least ", array.min_items)
        } else if count > array.max_items as usize {
            (Code::TooManyItems, "at most ", array.max_items)
        } else {
            return Ok(());
        };
        let (bound, count) = (decimal(bound.into()), decimal(count as u64));
        let message = concat(&["expected ", expected, &bound, " items, got ", &count]);
        self.report(place, code, message, None);
        Ok(())
    }

    fn map(&mut self, item: Type, place: Place<'_>) -> Result<(), Malformed> {
        let mut more = self.reader.open_object()?;
        while more {
            let name = self.reader.key()?;
            let path = Path::Key(place.path, &name);
            let place = Place {
                path: &path,
                nullable: false,
                ..place
            };
            self.value(item, place)?;
            more = self.reader.next_member()?;
        }
        Ok(())
    }

    fn union(&mut self, union: &Union, place: Place<'_>) -> Result<(), Malformed> {
        let mut value = self.reader.clone().find_key(union.tag)?;
        let found = value.as_mut().map(Reader::kind).transpose()?;
        let tag = match (found, value) {
            (Some(Kind::Text), Some(mut value)) => value.text()?,
            (found, _) => {
                let path = Path::Key(place.path, union.tag);
                let place = Place { path: &path, ..place };
                let got = found.map_or("nothing", Kind::words);
                let message = concat(&["expected a string, got ", got]);
                self.report(place, Code::WrongType, message, None);
                return self.reader.value().map(drop);
            }
        };
        let variant = union
            .variants
            .iter()
            .find(|variant| variant.names.contains(&&*tag));
        let object = variant.map_or(union.unlisted, |variant| variant.object);
        self.object(object.fields, object.rules, place.path).map(drop)
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

fn length_words(rule: &TextRule) -> String {
    let unit = if rule.digits { "digits" } else { "characters" };
    if rule.max_length == u32::MAX {
        return concat(&["at least ", &decimal(rule.min_length.into()), " ", unit]);
    }
    concat(&[
        &decimal(rule.min_length.into()),
        " to ",
        &decimal(rule.max_length.into()),
        " ",
        unit,
    ])
}

fn boolean_word(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// The bound of a number as text.
fn limit(bound: i32) -> String {
    concat(&[
        if bound < 0 { "-" } else { "" },
        &decimal(bound.unsigned_abs().into()),
    ])
}

/// The first names in backticks, separated by commas, and how many more there are.
fn list(names: &[&str]) -> String {
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
