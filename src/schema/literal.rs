//! Schema data as words, the form in which the npm package carries it beside the wasm module, so that bundlers leave out what is not used.
//! There it is strings, with the names of constants where one schema refers to another, in arrays; flattened, these are the words, a line
//! each. Reading is for wasm builds and tests, writing for native ones.
//!
//! | Type | Words |
//! |---|---|
//! | any, boolean, `true`, `false`, text, number, date-time | `*`, `b`, `T`, `F`, `t`, `n`, `d` |
//! | number, text, array with rules | `N`, `integer`, `min`, `max`; `S`, `digits`, `min_length`, `max_length`; `A`, `min_items`, `max_items`, item |
//! | names | `s`, `name name` |
//! | array, map | `a`, item; `m`, item |
//! | object | `o`, a word for each rule, an empty one; name, flags, type for each field, an empty one |
//! | union | `u`, tag, unlisted object; names and object for each variant, an empty one. Names whose objects are as unlisted ones are not written |
//! | rules | `l name name`, `g first second unless`, where the last may be missing, `< earlier later` |
//!
//! `integer` and `digits` are `1` or `0`. Where there is no bound, its word is empty.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::schema::json::{self, Malformed};
use crate::schema::{
    Array, Field, Flags, Names, NumberRule, Object, Rule, Schema, TextRule, Type, Union, Variant,
};
use crate::text::{Parts, each_part};

/// Reads schema data. What it makes stays for as long as the program runs: a program has as many schemas as it uses endpoints.
pub struct Literal {
    words: Parts<'static>,
    /// Whether something was no schema data so far.
    malformed: bool,
}

impl Literal {
    /// Reads from the start of the text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            words: each_part(String::leak(text.to_owned()), b'\n'),
            malformed: false,
        }
    }

    /// What was read.
    ///
    /// # Errors
    /// [`Malformed`] where the text was cut off or no schema data.
    pub fn finish<T>(self, read: T) -> Result<T, Malformed> {
        if self.malformed { Err(Malformed) } else { Ok(read) }
    }

    /// A word.
    pub fn word(&mut self) -> &'static str {
        self.words.next().unwrap_or_else(|| self.refuse(""))
    }

    /// Makes the data malformed, and answers what stands in its place.
    pub fn refuse<T>(&mut self, instead: T) -> T {
        self.malformed = true;
        instead
    }

    /// A word that is not the empty one behind the last.
    fn another(&mut self) -> Option<&'static str> {
        Some(self.word()).filter(|word| !word.is_empty())
    }

    fn is_set(&mut self) -> bool {
        self.word() == "1"
    }

    /// A bound; what is given where there is none.
    fn bound(&mut self, none: i32) -> i32 {
        self.another().map_or(none, |word| json::number(word) as i32)
    }

    /// A type.
    pub fn kind(&mut self) -> Type {
        match self.word() {
            "*" => Type::Any,
            "b" => Type::Boolean,
            "T" => Type::Only(true),
            "F" => Type::Only(false),
            "d" => Type::DateTime,
            "t" => String::TYPE,
            "n" => f64::TYPE,
            "N" => Type::Number(leak(NumberRule {
                integer: self.is_set(),
                min: self.bound(i32::MIN),
                max: self.bound(i32::MAX),
            })),
            "S" => Type::Text(leak(TextRule {
                digits: self.is_set(),
                min_length: self.bound(0).cast_unsigned(),
                max_length: self.bound(-1).cast_unsigned(),
            })),
            "a" => Type::Array(leak(Array {
                min_items: 0,
                max_items: u32::MAX,
                item: self.kind(),
            })),
            "A" => Type::Array(leak(Array {
                min_items: self.bound(0).cast_unsigned(),
                max_items: self.bound(-1).cast_unsigned(),
                item: self.kind(),
            })),
            "s" => Type::Names(leak(Names {
                names: names(self.word()),
                #[cfg(not(target_arch = "wasm32"))]
                description: crate::schema::Description::NONE,
            })),
            "m" => Type::Map(leak(self.kind())),
            "o" => Type::Object(self.rest_of_object()),
            "u" => self.rest_of_union(),
            _ => self.refuse(Type::Any),
        }
    }

    /// An object.
    pub fn object(&mut self) -> &'static Object {
        if self.word() != "o" {
            self.malformed = true;
        }
        self.rest_of_object()
    }

    fn rest_of_object(&mut self) -> &'static Object {
        let (mut rules, mut fields) = (Vec::new(), Vec::new());
        while let Some(rule) = self.another() {
            rules.push(self.rule(rule));
        }
        while let Some(name) = self.another() {
            fields.push(self.rest_of_field(name));
        }
        leak(Object {
            fields: fields.leak(),
            rules: rules.leak(),
            #[cfg(not(target_arch = "wasm32"))]
            description: crate::schema::Description::NONE,
        })
    }

    /// Name, flags and type of a field.
    pub fn field(&mut self) -> Field {
        let name = self.word();
        self.rest_of_field(name)
    }

    fn rest_of_field(&mut self, name: &'static str) -> Field {
        Field {
            name,
            flags: Flags(json::number(self.word()) as u8),
            kind: self.kind(),
        }
    }

    fn rule(&mut self, rule: &'static str) -> Rule {
        match names(rule) {
            ["l", names @ ..] => Rule::AtLeastOne(names),
            ["g", first, second, unless @ ..] => Rule::Together {
                first,
                second,
                unless: unless.first().copied(),
            },
            ["<", earlier, later] => Rule::Ordered { earlier, later },
            _ => self.refuse(Rule::AtLeastOne(&[])),
        }
    }

    fn rest_of_union(&mut self) -> Type {
        let tag = self.word();
        let unlisted = self.object();
        let mut variants = Vec::new();
        while let Some(word) = self.another() {
            variants.push(Variant {
                names: names(word),
                object: self.object(),
            });
        }
        Type::Union(leak(Union {
            tag,
            variants: variants.leak(),
            unlisted,
            #[cfg(not(target_arch = "wasm32"))]
            description: crate::schema::Description::NONE,
        }))
    }
}

/// Names that spaces separate.
fn names(word: &'static str) -> &'static [&'static str] {
    let mut names = Vec::new();
    for name in each_part(word, b' ') {
        names.push(name);
    }
    names.leak()
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

#[cfg(not(target_arch = "wasm32"))]
pub use write::{Naming, Word, distinct_variants, expression, field, items, write};

#[cfg(not(target_arch = "wasm32"))]
mod write {
    //! The other direction.

    use alloc::format;
    use alloc::string::ToString;
    use alloc::vec;

    use super::*;

    /// Gives a name in place of a described type, so that what several types share is written once; nothing to write it out.
    pub type Naming<'n> = &'n dyn Fn(Type) -> Option<String>;

    /// What is written.
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Word {
        /// A word itself.
        Text(String),
        /// The name of a constant, in place of the words that it holds.
        Name(String),
    }

    /// The words of a type.
    #[must_use]
    pub fn write(kind: Type, name_of: Naming<'_>) -> Vec<Word> {
        if let Some(name) = name_of(kind) {
            return vec![Word::Name(name)];
        }
        match kind {
            Type::Any => vec![text("*")],
            Type::Boolean => vec![text("b")],
            Type::Only(value) => vec![text(if value { "T" } else { "F" })],
            Type::DateTime => vec![text("d")],
            Type::OpenNames(_) => vec![text("t")],
            Type::Text(rule) => {
                let bounds = [bound(rule.min_length, 0), bound(rule.max_length, u32::MAX)];
                with_rules(["t", "S"], Some(rule.digits), bounds)
            }
            Type::Number(rule) => {
                let bounds = [bound(rule.min, i32::MIN), bound(rule.max, i32::MAX)];
                with_rules(["n", "N"], Some(rule.integer), bounds)
            }
            Type::Names(names) => vec![text("s"), text(&names.names.join(" "))],
            Type::Array(array) => {
                let bounds = [bound(array.min_items, 0), bound(array.max_items, u32::MAX)];
                let head = with_rules(["a", "A"], None, bounds);
                [head, write(array.item, name_of)].concat()
            }
            Type::Map(item) => [vec![text("m")], write(*item, name_of)].concat(),
            Type::Object(object) => {
                let rules = object.rules.iter().map(write_rule).collect();
                let fields = object.fields.iter().flat_map(|each| field(each, name_of));
                [
                    vec![text("o")],
                    rules,
                    vec![text("")],
                    fields.collect(),
                    vec![text("")],
                ]
                .concat()
            }
            Type::Union(union) => {
                let object = |object| write(Type::Object(object), name_of);
                let head = [vec![text("u"), text(union.tag)], object(union.unlisted)].concat();
                let variants = distinct_variants(union).flat_map(|variant| {
                    [vec![text(&variant.names.join(" "))], object(variant.object)].concat()
                });
                [head, variants.collect(), vec![text("")]].concat()
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

    /// The words of a field: name, flags and type.
    #[must_use]
    pub fn field(field: &Field, name_of: Naming<'_>) -> Vec<Word> {
        let head = vec![text(field.name), text(&field.flags.0.to_string())];
        [head, write(field.kind, name_of)].concat()
    }

    /// The words as items of a JavaScript array. Those that follow each other are one string, a line each, which is read faster than an item
    /// for each, and compresses better.
    #[must_use]
    pub fn items(words: &[Word]) -> Vec<String> {
        let is_same_item = |one: &Word, next: &Word| matches!((one, next), (Word::Text(_), Word::Text(_)));
        let item = |words: &[Word]| match words {
            [Word::Name(name)] => name.clone(),
            _ => {
                let lines: Vec<&str> = words
                    .iter()
                    .map(|(Word::Text(word) | Word::Name(word))| &**word)
                    .collect();
                format!("\"{}\"", lines.join("\\n"))
            }
        };
        words.chunk_by(is_same_item).map(item).collect()
    }

    /// The words as a JavaScript expression: an array, or its item where that is the only one. Flattened, both are the same.
    #[must_use]
    pub fn expression(words: &[Word]) -> String {
        match &*items(words) {
            [item] => item.clone(),
            items => format!("[{}]", items.join(",")),
        }
    }

    fn write_rule(rule: &Rule) -> Word {
        let (letter, names) = match rule {
            Rule::AtLeastOne(names) => ("l", names.to_vec()),
            Rule::Together {
                first,
                second,
                unless,
            } => ("g", [*first, *second].into_iter().chain(*unless).collect()),
            Rule::Ordered { earlier, later } => ("<", vec![*earlier, *later]),
        };
        text(&format!("{letter} {}", names.join(" ")))
    }

    fn text(word: &str) -> Word {
        Word::Text(word.to_owned())
    }

    /// The letter of a type without rules, else that of one with rules, and these.
    fn with_rules([plain, with]: [&str; 2], flag: Option<bool>, bounds: [String; 2]) -> Vec<Word> {
        if flag != Some(true) && bounds.iter().all(String::is_empty) {
            return vec![text(plain)];
        }
        let flag = flag.map(|flag| u8::from(flag).to_string());
        let rules = flag.into_iter().chain(bounds).map(Word::Text);
        [text(with)].into_iter().chain(rules).collect()
    }

    fn bound<T: PartialEq + ToString>(bound: T, none: T) -> String {
        if bound == none {
            String::new()
        } else {
            bound.to_string()
        }
    }
}
