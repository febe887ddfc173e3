//! The vocabulary in which resources and parameters are described: what the attribute macros produce and the interpreter reads.
//! Knows nothing of Seam and nothing of JavaScript.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset, Utc};
#[cfg(feature = "typed")]
pub use serde_json::Value;

pub use seam_edge_macros::{names, object, summarized, union};
#[cfg(feature = "typed")]
pub use typed::Unlisted;
#[cfg(feature = "typed")]
pub(crate) use typed::given;

pub mod check;
pub mod date_time;
pub mod issue;
pub mod json;
pub mod json_text;
pub mod literal;
pub mod misspelling;
pub mod record;
// For translators: no module of the npm package has it.
#[cfg(not(target_arch = "wasm32"))]
pub mod said;
mod scan;
#[cfg(feature = "typed")]
mod typed;
pub mod value;

/// A type whose JSON form is described as data.
pub trait Schema {
    /// The description.
    const TYPE: Type;
}

/// A type whose JSON form is an object with known keys.
pub trait ObjectSchema {
    /// The description.
    const OBJECT: &'static Object;
}

/// A string type whose names are listed, so that a parameter of it can be held to them.
pub trait ListedNames {
    /// One of the listed names and no other.
    const LISTED: Type;
}

/// Two keys of an object that belong together: a tag, and a content whose shape the tag tells to readers alone.
pub trait Adjacent {
    /// The field of the tag.
    const TAG: Field;
    /// The field of the content.
    const CONTENT: Field;
    /// The TypeScript declaration of the object that has the two keys.
    const TYPESCRIPT: &'static str;
    /// The types of the contents.
    #[cfg(not(target_arch = "wasm32"))]
    const CONTENTS: &'static [Type];
}

/// What a JSON value has to be.
#[derive(Clone, Copy)]
pub enum Type {
    /// Any JSON value, not looked into.
    Any,
    /// `true` or `false`.
    Boolean,
    /// One of the two booleans and no other.
    Only(bool),
    /// A number within bounds.
    Number(&'static NumberRule),
    /// A string within bounds.
    Text(&'static TextRule),
    /// An RFC 3339 date-time.
    DateTime,
    /// A string that is one of several names.
    Names(&'static Names),
    /// A string of which some values are listed; any other passes too. Wasm builds take it for any text.
    #[cfg(not(target_arch = "wasm32"))]
    OpenNames(&'static Names),
    /// An array whose items are all of one type.
    Array(&'static Array),
    /// An object with free keys whose values are all of one type.
    Map(&'static Self),
    /// An object with known keys.
    Object(&'static Object),
    /// An object whose shape the value of one key decides.
    Union(&'static Union),
}

impl Type {
    /// Any string.
    pub const ANY_TEXT: Self = Self::Text(&ANY_TEXT);
}

/// Bounds of a number, both inclusive.
pub struct NumberRule {
    /// Whether it must be a whole number.
    pub integer: bool,
    /// The least value allowed; `i32::MIN` means any.
    pub min: i32,
    /// The greatest value allowed; `i32::MAX` means any.
    pub max: i32,
}

/// Bounds of a string. Lengths are in characters.
pub struct TextRule {
    /// Whether only the digits 0 to 9 are allowed.
    pub digits: bool,
    /// The least length allowed.
    pub min_length: u32,
    /// The greatest length allowed.
    pub max_length: u32,
}

/// The names that a string may take.
pub struct Names {
    /// The names that this version lists.
    pub names: &'static [&'static str],
    /// How the type is shown to readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub description: Description,
}

/// Bounds of an array.
pub struct Array {
    /// The type of every item.
    pub item: Type,
    /// The least count of items allowed.
    pub min_items: u32,
    /// The greatest count of items allowed.
    pub max_items: u32,
}

/// The keys of an object and the rules over several of them.
pub struct Object {
    /// The known keys. Those that must be there are among the first 64.
    pub fields: &'static [Field],
    /// Rules that no single key can express.
    pub rules: &'static [Rule],
    /// How the type is shown to readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub description: Description,
}

/// One key of an object.
#[derive(Clone, Copy)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// The type of its value.
    pub kind: Type,
    /// Whether it must be there, may be null, decides about doors, or is secret.
    pub flags: Flags,
}

/// The yes-or-no properties of a [`Field`], packed into one byte.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Flags(u8);

impl Flags {
    /// Packs the four properties.
    #[must_use]
    pub const fn new(required: bool, nullable: bool, load_bearing: bool, secret: bool) -> Self {
        Self(required as u8 | (nullable as u8) << 1 | (load_bearing as u8) << 2 | (secret as u8) << 3)
    }

    /// Those of a value that is needed and stands at no field of its own.
    pub(crate) const ERROR: Self = Self::new(false, false, true, false);

    /// Those of what an array or map holds: as bad and as secret as the whole.
    pub(crate) const fn of_items(self) -> Self {
        Self(self.0 & !2)
    }

    /// Whether the key must be there.
    #[must_use]
    pub const fn required(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether the value may be null.
    #[must_use]
    pub const fn nullable(self) -> bool {
        self.0 & 2 != 0
    }

    /// Whether a wrong value makes a reply useless, since a door depends on it.
    #[must_use]
    pub const fn load_bearing(self) -> bool {
        self.0 & 4 != 0
    }

    /// Whether the value is never shown.
    #[must_use]
    pub const fn secret(self) -> bool {
        self.0 & 8 != 0
    }
}

/// A rule over several keys of one object.
#[derive(Clone, Copy)]
pub enum Rule {
    /// At least one of the keys has to be there.
    AtLeastOne(&'static [&'static str]),
    /// Both keys or neither; the first may stand alone where the boolean key `unless` is true.
    Together {
        /// The key that may stand alone.
        first: &'static str,
        /// The key that may not.
        second: &'static str,
        /// The boolean key that lets the first stand alone.
        unless: Option<&'static str>,
    },
    /// The date-time of one key has to be before that of the other.
    Ordered {
        /// The key of the earlier date-time.
        earlier: &'static str,
        /// The key of the later date-time.
        later: &'static str,
    },
}

/// Objects that are told apart by the string at one key; open to tags that are not listed.
pub struct Union {
    /// The key.
    pub tag: &'static str,
    /// The listed tags, each with its object.
    pub variants: &'static [Variant],
    /// What an object has whose tag is not listed.
    pub unlisted: &'static Object,
    /// How the type is shown to readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub description: Description,
}

/// The listed tags of a [`Union`] whose objects have the same shape.
pub struct Variant {
    /// The tags.
    pub names: &'static [&'static str],
    /// The object that carries one of them; its fields do not name the tag.
    pub object: &'static Object,
}

/// How a type is shown to readers. Only native builds hold it: the wasm module carries no prose.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy)]
pub struct Description {
    /// The type's name.
    pub name: &'static str,
    /// Its TypeScript declaration, documentation included.
    pub typescript: &'static str,
    /// Types that the declaration names although nothing looks into their values.
    pub mentions: &'static [Type],
}

#[cfg(not(target_arch = "wasm32"))]
impl Description {
    /// For types that were read rather than declared.
    pub const NONE: Self = Self {
        name: "",
        typescript: "",
        mentions: &[],
    };
}

/// Any JSON value. Stands in where there are no typed models.
#[cfg(not(feature = "typed"))]
pub struct Value;

/// The boolean `true`: a flag whose presence is its meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct True;

/// The boolean `false`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct False;

macro_rules! schema {
    ($($rust:ty => $kind:expr;)*) => {$(
        impl Schema for $rust {
            const TYPE: Type = $kind;
        }
    )*};
}

static ANY_TEXT: TextRule = TextRule {
    digits: false,
    min_length: 0,
    max_length: u32::MAX,
};
static ANY_NUMBER: NumberRule = NumberRule {
    integer: false,
    min: i32::MIN,
    max: i32::MAX,
};
static ANY_COUNT: NumberRule = NumberRule {
    integer: true,
    min: 0,
    max: i32::MAX,
};

schema! {
    True => Type::Only(true);
    False => Type::Only(false);
    String => Type::ANY_TEXT;
    bool => Type::Boolean;
    f64 => Type::Number(&ANY_NUMBER);
    u32 => Type::Number(&ANY_COUNT);
    DateTime<Utc> => Type::DateTime;
    DateTime<FixedOffset> => Type::DateTime;
    Value => Type::Any;
}

impl<T: Schema> Schema for Option<T> {
    const TYPE: Type = T::TYPE;
}

impl<T: Schema> Schema for Vec<T> {
    const TYPE: Type = Type::Array(&Array {
        item: T::TYPE,
        min_items: 0,
        max_items: u32::MAX,
    });
}

impl<T: Schema> Schema for BTreeMap<String, T> {
    const TYPE: Type = Type::Map(&T::TYPE);
}
