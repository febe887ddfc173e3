//! JSON objects that are written member by member. Knows no member by name.

use alloc::string::String;

use crate::schema::json::is_whole;
use crate::schema::json_text::write_text;
use crate::text::decimal;

/// A JSON object that is being written.
#[derive(Default)]
pub struct Record {
    written: String,
}

impl Record {
    /// One without members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a string.
    pub fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        write_text(&mut self.written, text);
    }

    /// Writes a number of 0 or more; a fraction counts as one more.
    pub fn number(&mut self, name: &str, number: f64) {
        self.name(name);
        let fraction = u64::from(!is_whole(number));
        self.written
            .push_str(&decimal((number as u64).saturating_add(fraction)));
    }

    /// Writes a boolean.
    pub fn boolean(&mut self, name: &str, boolean: bool) {
        self.name(name);
        self.written.push_str(if boolean { "true" } else { "false" });
    }

    /// Writes a value that is JSON already.
    pub fn json(&mut self, name: &str, value: &str) {
        self.name(name);
        self.written.push_str(value);
    }

    /// Writes an object.
    pub fn record(&mut self, name: &str, record: Self) {
        self.name(name);
        self.written.push_str(&record.finish());
    }

    /// Writes an array of strings.
    pub fn texts<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a str>) {
        self.list(
            name,
            &mut texts.map(|text| {
                let mut written = String::new();
                write_text(&mut written, text);
                written
            }),
        );
    }

    /// Writes an array of objects.
    pub fn records(&mut self, name: &str, records: impl Iterator<Item = Self>) {
        self.list(name, &mut records.map(Self::finish));
    }

    /// The object as JSON.
    #[must_use]
    pub fn finish(self) -> String {
        let mut object = self.written;
        if object.is_empty() {
            object.push('{');
        }
        object.push('}');
        object
    }

    fn name(&mut self, name: &str) {
        self.written.push(if self.written.is_empty() { '{' } else { ',' });
        write_text(&mut self.written, name);
        self.written.push(':');
    }

    fn list(&mut self, name: &str, items: &mut dyn Iterator<Item = String>) {
        self.name(name);
        let mut separator = '[';
        for item in items {
            self.written.push(separator);
            self.written.push_str(&item);
            separator = ',';
        }
        self.written.push_str(if separator == '[' { "[]" } else { "]" });
    }
}
