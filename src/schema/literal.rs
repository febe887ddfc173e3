//! Schema data as JSON, the form in which the npm package carries it beside the wasm module, so that bundlers leave out what is not
//! used. Reading is for wasm builds and tests, writing for native ones.
//!
//! | Type | Written as |
//! |---|---|
//! | any, boolean, `true`, `false`, text, date-time | `"*"`, `"b"`, `"T"`, `"F"`, `"t"`, `"d"` |
//! | number, text with rules | `["n", integer, min, max]`, `["t", digits, min_length, max_length]` |
//! | names | `["s", "name name"]` |
//! | array, map | `["a", item, min_items, max_items]`, `["m", item]` |
//! | object | `["o", [rule, ...], name, flags, type, ...]` |
//! | union | `["u", tag, unlisted object, names, object, ...]`; names whose objects are as unlisted ones are not written |
//! | rules | `["l", name, ...]`, `["g", first, second, unless?]`, `["<", earlier, later]` |
//!
//! Where there is no bound, the number is `null`, or left out at the end.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::schema::json::{Kind, Malformed, Reader};
use crate::schema::{
    Array, Field, Flags, Names, NumberRule, Object, Rule, Schema, TextRule, Type, Union, Variant,
};
use crate::text::each_part;

/// Reads schema data. What it makes stays for as long as the program runs: a program has as many schemas as it uses endpoints.
pub struct Literal<'a> {
    reader: Reader<'a>,
}

impl<'a> Literal<'a> {
    /// Reads from the start of the text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self {
            reader: Reader::new(text),
        }
    }

    /// Enters an array and makes sure that it has an item.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn open(&mut self) -> Result<(), Malformed> {
        if self.reader.first_item()? {
            Ok(())
        } else {
            Err(Malformed)
        }
    }

    /// Passes to the next item of an array; false at its end.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn more(&mut self) -> Result<bool, Malformed> {
        self.reader.next_item()
    }

    /// Passes to the next item of an array, which has to be there.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn follow(&mut self) -> Result<(), Malformed> {
        if self.more()? { Ok(()) } else { Err(Malformed) }
    }

    /// A string.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn text(&mut self) -> Result<&'static str, Malformed> {
        Ok(&*String::leak(self.reader.text()?.into_owned()))
    }

    /// A string without escapes that is looked at and not kept.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn word(&mut self) -> Result<&'a str, Malformed> {
        self.reader.raw_text()
    }

    /// Names that spaces separate.
    fn names(&mut self) -> Result<&'static [&'static str], Malformed> {
        let names: Vec<&'static str> = each_part(self.text()?, b' ').collect();
        Ok(names.leak())
    }

    /// A number; nothing for `null`.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn number(&mut self) -> Result<Option<f64>, Malformed> {
        if self.reader.kind()? == Kind::Null {
            return self.reader.value().map(|_| None);
        }
        self.reader.number().map(Some)
    }

    /// A type.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn kind(&mut self) -> Result<Type, Malformed> {
        let is_list = self.reader.kind()? == Kind::Array;
        if is_list {
            self.open()?;
        }
        let kind = match (self.reader.raw_text()?.as_bytes(), is_list) {
            (b"*", _) => Type::Any,
            (b"b", _) => Type::Boolean,
            (b"T", _) => Type::Only(true),
            (b"F", _) => Type::Only(false),
            (b"d", _) => Type::DateTime,
            (b"t", false) => String::TYPE,
            (b"o", true) => return self.rest_of_object().map(Type::Object),
            (b"u", true) => return self.union(),
            (b"n", true) => {
                let [integer, min, max] = self.bounds([0, i32::MIN, i32::MAX])?;
                return Ok(Type::Number(leak(NumberRule {
                    integer: integer == 1,
                    min,
                    max,
                })));
            }
            (b"t", true) => {
                let [digits, min, max] = self.bounds([0, 0, -1])?;
                return Ok(Type::Text(leak(TextRule {
                    digits: digits == 1,
                    min_length: min.cast_unsigned(),
                    max_length: max.cast_unsigned(),
                })));
            }
            (b"a", true) => {
                self.follow()?;
                let item = self.kind()?;
                let [min, max, _] = self.bounds([0, -1, 0])?;
                return Ok(Type::Array(leak(Array {
                    item,
                    min_items: min.cast_unsigned(),
                    max_items: max.cast_unsigned(),
                })));
            }
            (b"s", true) => {
                self.follow()?;
                Type::Names(leak(Names {
                    names: self.names()?,
                    #[cfg(not(target_arch = "wasm32"))]
                    description: crate::schema::Description::NONE,
                }))
            }
            (b"m", true) => {
                self.follow()?;
                Type::Map(leak(self.kind()?))
            }
            _ => return Err(Malformed),
        };
        if is_list {
            self.bounds([0; 3])?;
        }
        Ok(kind)
    }

    /// The numbers up to the array's end, of which there are three at most; where one is absent or null, what is given.
    fn bounds(&mut self, mut bounds: [i32; 3]) -> Result<[i32; 3], Malformed> {
        let mut slots = bounds.iter_mut();
        while self.more()? {
            if let (Some(slot), Some(number)) = (slots.next(), self.number()?) {
                *slot = number as i32;
            }
        }
        Ok(bounds)
    }

    /// An object.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn object(&mut self) -> Result<&'static Object, Malformed> {
        self.open()?;
        if self.reader.raw_text()? != "o" {
            return Err(Malformed);
        }
        self.rest_of_object()
    }

    fn rest_of_object(&mut self) -> Result<&'static Object, Malformed> {
        self.follow()?;
        let (mut rules, mut fields) = (Vec::new(), Vec::new());
        let mut another = self.reader.first_item()?;
        while another {
            rules.push(self.read_rule()?);
            another = self.more()?;
        }
        while self.more()? {
            fields.push(self.field()?);
        }
        Ok(leak(Object {
            fields: fields.leak(),
            rules: rules.leak(),
            #[cfg(not(target_arch = "wasm32"))]
            description: crate::schema::Description::NONE,
        }))
    }

    /// Name, flags and type of a field.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn field(&mut self) -> Result<Field, Malformed> {
        let name = self.text()?;
        self.follow()?;
        let flags = Flags(self.number()?.unwrap_or_default() as u8);
        self.follow()?;
        let kind = self.kind()?;
        Ok(Field { name, kind, flags })
    }

    fn read_rule(&mut self) -> Result<Rule, Malformed> {
        self.open()?;
        let rule = self.reader.raw_text()?;
        let mut names = Vec::new();
        while self.more()? {
            names.push(self.text()?);
        }
        Ok(match (rule, &*names) {
            ("l", _) => Rule::AtLeastOne(names.leak()),
            ("g", [first, second, unless @ ..]) => Rule::Together {
                first,
                second,
                unless: unless.first().copied(),
            },
            ("<", [earlier, later]) => Rule::Ordered { earlier, later },
            _ => return Err(Malformed),
        })
    }

    fn union(&mut self) -> Result<Type, Malformed> {
        self.follow()?;
        let tag = self.text()?;
        self.follow()?;
        let unlisted = self.object()?;
        let mut variants = Vec::new();
        while self.more()? {
            let names = self.names()?;
            self.follow()?;
            let object = self.object()?;
            variants.push(Variant { names, object });
        }
        Ok(Type::Union(leak(Union {
            tag,
            variants: variants.leak(),
            unlisted,
            #[cfg(not(target_arch = "wasm32"))]
            description: crate::schema::Description::NONE,
        })))
    }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

#[cfg(not(target_arch = "wasm32"))]
pub use write::{Naming, distinct_variants, field, write};

#[cfg(not(target_arch = "wasm32"))]
mod write {
    //! The other direction.

    use alloc::format;
    use alloc::string::ToString;

    use super::*;

    /// Gives a name in place of a described type, so that what several types share is written once; nothing to write it out.
    pub type Naming<'n> = &'n dyn Fn(Type) -> Option<String>;

    /// Writes a type.
    #[must_use]
    pub fn write(kind: Type, name_of: Naming<'_>) -> String {
        if let Some(name) = name_of(kind) {
            return name;
        }
        match kind {
            Type::Any => text("*"),
            Type::Boolean => text("b"),
            Type::Only(value) => text(if value { "T" } else { "F" }),
            Type::DateTime => text("d"),
            Type::OpenNames(_) => text("t"),
            Type::Text(rule) => {
                if !rule.digits && rule.min_length == 0 && rule.max_length == u32::MAX {
                    return text("t");
                }
                let (min, max) = (bound(rule.min_length, 0), bound(rule.max_length, u32::MAX));
                bounded([text("t"), u8::from(rule.digits).to_string()], [min, max])
            }
            Type::Number(rule) => {
                let (min, max) = (bound(rule.min, i32::MIN), bound(rule.max, i32::MAX));
                bounded([text("n"), u8::from(rule.integer).to_string()], [min, max])
            }
            Type::Names(names) => list([text("s"), text(&names.names.join(" "))]),
            Type::Array(array) => {
                let (min, max) = (bound(array.min_items, 0), bound(array.max_items, u32::MAX));
                bounded([text("a"), write(array.item, name_of)], [min, max])
            }
            Type::Map(item) => list([text("m"), write(*item, name_of)]),
            Type::Object(object) => {
                let head = [text("o"), list(object.rules.iter().map(write_rule))];
                let fields = object.fields.iter().map(|each| field(each, name_of));
                list(head.into_iter().chain(fields))
            }
            Type::Union(union) => {
                let object = |object| write(Type::Object(object), name_of);
                let variants = distinct_variants(union)
                    .flat_map(|variant| [text(&variant.names.join(" ")), object(variant.object)]);
                let head = [text("u"), text(union.tag), object(union.unlisted)];
                list(head.into_iter().chain(variants))
            }
        }
    }

    /// The variants that are checked in another way than objects whose tag is not listed: the others need not be written.
    pub fn distinct_variants(union: &Union) -> impl Iterator<Item = &'static Variant> {
        let plain = |object| write(Type::Object(object), &|_| None);
        let unlisted = plain(union.unlisted);
        let variants = union.variants.iter();
        variants.filter(move |variant| plain(variant.object) != unlisted)
    }

    /// Writes a field: name, flags and type, without brackets.
    #[must_use]
    pub fn field(field: &Field, name_of: Naming<'_>) -> String {
        format!(
            "{},{},{}",
            text(field.name),
            field.flags.0,
            write(field.kind, name_of)
        )
    }

    fn write_rule(rule: &Rule) -> String {
        match rule {
            Rule::AtLeastOne(names) => {
                list([text("l")].into_iter().chain(names.iter().map(|name| text(name))))
            }
            Rule::Together {
                first,
                second,
                unless,
            } => {
                let names = [Some(*first), Some(*second), *unless];
                list(
                    [text("g")]
                        .into_iter()
                        .chain(names.into_iter().flatten().map(text)),
                )
            }
            Rule::Ordered { earlier, later } => list([text("<"), text(earlier), text(later)]),
        }
    }

    fn text(text: &str) -> String {
        format!("\"{text}\"")
    }

    fn list(items: impl IntoIterator<Item = String>) -> String {
        let items: Vec<String> = items.into_iter().collect();
        format!("[{}]", items.join(","))
    }

    /// A list that ends in bounds; those at its end that bound nothing are left out.
    fn bounded(head: [String; 2], bounds: [String; 2]) -> String {
        let mut items: Vec<String> = head.into_iter().chain(bounds).collect();
        while items.last().is_some_and(|bound| bound == "null") {
            items.pop();
        }
        list(items)
    }

    fn bound<T: PartialEq + ToString>(bound: T, none: T) -> String {
        if bound == none {
            String::from("null")
        } else {
            bound.to_string()
        }
    }
}
