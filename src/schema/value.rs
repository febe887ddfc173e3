//! JSON as values, for those who look at a few keys of an object that may be partial, older or newer than any schema.
//! Checks nothing: what is not there, or of another kind, is simply not found.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::schema::json::{Kind, Malformed, Reader};

/// A JSON value.
#[derive(Clone, PartialEq)]
pub enum Value<'a> {
    /// `null`, or nothing at all.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    Array(Vec<Self>),
    /// An object, its members as they were written.
    Object(Vec<(Cow<'a, str>, Self)>),
}

/// Values in deeper ones are passed over: no object of the API goes as far, and the stack of a wasm module is small.
const DEEPEST: usize = 32;

impl<'a> Value<'a> {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// [`Malformed`] where the text is not JSON.
    pub fn read(text: &'a str) -> Result<Self, Malformed> {
        let mut reader = Reader::new(text);
        let value = read(&mut reader, 0)?;
        reader.end()?;
        Ok(value)
    }

    /// The value at a key; `Null` where there is none. Of equal keys the last counts, as in `JSON.parse`.
    #[must_use]
    pub fn get(&self, key: &str) -> &Self {
        let members = self.members().iter().rev();
        let found = members.filter(|(name, _)| name == key).map(|(_, value)| value);
        found.take(1).last().unwrap_or(&Value::Null)
    }

    /// The value at a path of keys; `Null` where there is none.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> &Self {
        path.iter().fold(self, |value, key| value.get(key))
    }

    /// The string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The boolean.
    #[must_use]
    pub fn boolean(&self) -> Option<bool> {
        match self {
            Self::Boolean(boolean) => Some(*boolean),
            _ => None,
        }
    }

    /// Whether it is `true`.
    #[must_use]
    pub fn is_true(&self) -> bool {
        *self == Self::Boolean(true)
    }

    /// Whether it is `null` or not there.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// The items of an array; none where it is no array.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// The members of an object; none where it is no object.
    #[must_use]
    pub fn members(&self) -> &[(Cow<'a, str>, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }
}

fn read<'a>(reader: &mut Reader<'a>, depth: usize) -> Result<Value<'a>, Malformed> {
    Ok(match reader.kind()? {
        Kind::Object | Kind::Array if depth == DEEPEST => {
            reader.value()?;
            Value::Null
        }
        Kind::Null => {
            reader.value()?;
            Value::Null
        }
        Kind::Boolean => Value::Boolean(reader.boolean()?),
        Kind::Number => Value::Number(reader.number()?),
        Kind::Text => Value::Text(reader.text()?),
        Kind::Array => {
            let mut items = Vec::new();
            let mut more = reader.first_item()?;
            while more {
                items.push(read(reader, depth + 1)?);
                more = reader.next_item()?;
            }
            Value::Array(items)
        }
        Kind::Object => {
            let mut members = Vec::new();
            let mut more = reader.open_object()?;
            while more {
                let key = reader.key()?;
                members.push((key, read(reader, depth + 1)?));
                more = reader.next_member()?;
            }
            Value::Object(members)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_there_and_nothing_else() {
        let value = Value::read(r#"{"a":{"b":[1,true,"x\n",null]},"a2":1,"twice":1,"twice":2}"#)
            .unwrap_or(Value::Null);
        let items = value.at(&["a", "b"]).items();
        assert_eq!(items.len(), 4);
        assert_eq!(items.first().and_then(Value::number), Some(1.0));
        assert_eq!(items.get(1).and_then(Value::boolean), Some(true));
        assert_eq!(items.get(2).and_then(Value::text), Some("x\n"));
        assert!(items.get(3).is_some_and(Value::is_null));
        assert_eq!(value.get("twice").number(), Some(2.0));
        assert!(value.at(&["a2", "b"]).is_null());
        assert!(value.get("absent").items().is_empty());
        assert!(Value::read("{} {}").is_err());
    }

    #[test]
    fn passes_over_what_lies_too_deep() {
        let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
        assert!(Value::read(&deep).is_ok());
    }
}
