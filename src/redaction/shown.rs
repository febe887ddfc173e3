//! What `Debug` of a resource shows of a field beside a secret one: a guest's name, or the message of a lock, may quote the PIN.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Debug, Formatter, Result};

use super::Secrets;

/// A field without the secrets that stand in other fields.
pub(crate) struct Shown<'a> {
    pub(crate) field: &'a dyn Debug,
    /// The other fields.
    pub(crate) secret: &'a [&'a dyn Debug],
}

impl Debug for Shown<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let secrets: Vec<String> = self.secret.iter().flat_map(|field| texts_in(*field)).collect();
        let shown = if formatter.alternate() {
            format!("{:#?}", self.field)
        } else {
            format!("{:?}", self.field)
        };
        formatter.write_str(&Secrets::of(&secrets).cleared(&shown))
    }
}

/// The strings in a value, by how it prints: as they stand between quotes, so escaped in the same way as where they are looked for.
fn texts_in(value: &dyn Debug) -> Vec<String> {
    let printed = format!("{value:?}");
    let mut texts = Vec::new();
    let mut text: Option<String> = None;
    let mut letters = printed.chars();
    while let Some(letter) = letters.next() {
        match (letter, &mut text) {
            ('"', None) => text = Some(String::new()),
            ('"', Some(_)) => texts.extend(text.take()),
            (_, Some(text)) => {
                text.push(letter);
                if letter == '\\' {
                    text.extend(letters.next());
                }
            }
            _ => {}
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(field: &dyn Debug, secret: &[&dyn Debug]) -> String {
        format!("{:?}", Shown { field, secret })
    }

    #[test]
    fn shows_a_field_without_the_secrets_beside_it() {
        let pin = Some(String::from("4829"));
        assert_eq!(shown(&"Guest 4829", &[&pin]), "\"Guest [redacted]\"");
        assert_eq!(
            shown(&Some(["4829", "48"]), &[&pin]),
            "Some([\"[redacted]\", \"48\"])"
        );
        assert_eq!(shown(&"Guest 4829", &[&None::<String>, &7]), "\"Guest 4829\"");
        assert_eq!(
            shown(&"the \"a\\b\"", &[&["\"a\\b\"", "x"]]),
            "\"the [redacted]\""
        );
        let many = format!(
            "{:#?}",
            Shown {
                field: &["4829"],
                secret: &[&pin]
            }
        );
        assert_eq!(many, "[\n    \"[redacted]\",\n]");
    }
}
