//! What a test has given to a control, read by its kind: what is of another kind, or out of its range, is refused by its name. Quotes no text, which
//! may be a PIN.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

use seam_edge::schema::value::Value;

/// The object that a question is about.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a>(pub(super) &'a Value<'a>);

/// The largest whole number that JavaScript tells from those beside it.
const LARGEST: f64 = 9_007_199_254_740_991.0;

impl<'a> Asked<'a> {
    /// A string that has to be there.
    pub(super) fn text(self, key: &str) -> Result<&'a str, String> {
        let value = self.0.get(key);
        value.text().ok_or_else(|| refused(key, "a string", value))
    }

    /// A string that need not be there.
    pub(super) fn optional_text(self, key: &str) -> Result<Option<String>, String> {
        match self.0.get(key) {
            Value::Null => Ok(None),
            _ => self.text(key).map(|text| Some(text.to_owned())),
        }
    }

    /// A number that has to be there; of which size, is for the control to judge.
    pub(super) fn number(self, key: &str) -> Result<f64, String> {
        let value = self.0.get(key);
        value.number().ok_or_else(|| refused(key, "a number", value))
    }

    /// A whole number from 0 to `most` that has to be there.
    pub(super) fn count(self, key: &str, most: u32) -> Result<u32, String> {
        Ok(self.whole(key, f64::from(most))? as u32)
    }

    /// A whole number from 0 to `most` that need not be there.
    pub(super) fn optional_count(self, key: &str, most: u32) -> Result<Option<u32>, String> {
        match self.0.get(key) {
            Value::Null => Ok(None),
            _ => self.count(key, most).map(Some),
        }
    }

    /// A duration in whole ms, of any length.
    pub(super) fn duration(self, key: &str) -> Result<i64, String> {
        Ok(self.whole(key, LARGEST)? as i64)
    }

    fn whole(self, key: &str, most: f64) -> Result<f64, String> {
        let value = self.0.get(key);
        let whole = value
            .number()
            .filter(|number| (0.0..=most).contains(number) && *number as i64 as f64 == *number);
        whole.ok_or_else(|| refused(key, &format!("a whole number from 0 to {most}"), value))
    }
}

fn refused(key: &str, expected: &str, found: &Value<'_>) -> String {
    let found = match found {
        Value::Null => "nothing".to_owned(),
        Value::Boolean(boolean) => format!("{boolean}"),
        // A PIN that was meant to be a string.
        Value::Number(_) if expected == "a string" => "a number".to_owned(),
        Value::Number(number) => format!("{number}"),
        Value::Text(_) => "a string".to_owned(),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    };
    format!("`{key}`: expected {expected}, got {found}")
}
