//! Makes invalid values for any piece of schema data, one violation each, with the code that has to come back.
//! Holds no rule over several keys: those are broken where they are tested.

use seam_edge::schema::Type;
use seam_edge::schema::issue::Code;
use serde_json::{Value, json};

use crate::samples;

/// A name that no list of names has, and that is no slip of one.
pub(crate) const UNLISTED: &str = "name_of_tomorrow";

/// A value of each JSON kind that the type does not accept, null aside.
pub(crate) fn wrong_kinds(kind: Type) -> Vec<Value> {
    let of_each_kind = [json!(true), json!(7), json!("text"), json!([]), json!({})];
    let accepted = |value: &Value| match kind {
        Type::Any => true,
        Type::Boolean | Type::Only(_) => value.is_boolean(),
        Type::Number(_) => value.is_number(),
        Type::Text(_) | Type::DateTime | Type::Names(_) | Type::OpenNames(_) => value.is_string(),
        Type::Array(_) => value.is_array(),
        Type::Map(_) | Type::Object(_) | Type::Union(_) => value.is_object(),
    };
    of_each_kind
        .into_iter()
        .filter(|value| !accepted(value))
        .collect()
}

/// Whether null is accepted wherever the type is.
pub(crate) fn accepts_null(kind: Type) -> bool {
    matches!(kind, Type::Any)
}

/// Values of the right JSON kind that break the type's own rules; unlisted names are not among them.
pub(crate) fn out_of_bounds(kind: Type) -> Vec<(Value, Code)> {
    let mut found = Vec::new();
    match kind {
        Type::Only(wanted) => found.push((json!(!wanted), Code::UnlistedName)),
        Type::Number(rule) => {
            if rule.integer {
                found.push((json!(f64::from(rule.min.max(0)) + 0.5), Code::NotInteger));
            }
            if rule.min != i32::MIN {
                found.push((json!(rule.min - 1), Code::TooSmall));
            }
            if rule.max != i32::MAX {
                found.push((json!(rule.max + 1), Code::TooLarge));
            }
        }
        Type::Text(rule) => {
            if rule.digits {
                let digits = samples::text(rule, rule.min_length.max(1) - 1);
                found.push((json!(format!("{digits}x")), Code::NotDigits));
                // Digits of another script are no keys of a keypad.
                found.push((json!(format!("{digits}٣")), Code::NotDigits));
            }
            if rule.min_length > 0 {
                found.push((json!(samples::text(rule, rule.min_length - 1)), Code::TooShort));
            }
            if rule.max_length < u32::MAX {
                found.push((json!(samples::text(rule, rule.max_length + 1)), Code::TooLong));
            }
        }
        Type::DateTime => {
            let none = [
                "",
                "tomorrow",
                "2026-03-01",
                "2026-03-01T15:00:00",
                "2026-02-30T15:00:00Z",
            ];
            found.extend(none.map(|text| (json!(text), Code::NotDateTime)));
        }
        Type::Array(array) => {
            let items = |count: u32| json!(vec![samples::value(array.item); count as usize]);
            if array.min_items > 0 {
                found.push((items(array.min_items - 1), Code::TooFewItems));
            }
            if array.max_items < u32::MAX {
                found.push((items(array.max_items + 1), Code::TooManyItems));
            }
        }
        Type::Any
        | Type::Boolean
        | Type::Names(_)
        | Type::OpenNames(_)
        | Type::Map(_)
        | Type::Object(_)
        | Type::Union(_) => {}
    }
    found
}
