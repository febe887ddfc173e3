//! Makes a valid value for any piece of schema data: every key there, every rule kept.
//! Holds nothing invalid: how to break a value is in `breakages`.

use seam_edge::schema::{Field, Object, Rule, TextRule, Type};
use serde_json::{Map, Value, json};

/// A key of a [`Type::Map`], which has no known ones.
pub(crate) const FREE_KEY: &str = "free_key";

/// A valid value.
pub(crate) fn value(kind: Type) -> Value {
    match kind {
        Type::Any => json!({ "anything": true }),
        Type::Boolean => json!(true),
        Type::Only(wanted) => json!(wanted),
        Type::Number(rule) if rule.integer => json!(rule.min.max(1)),
        Type::Number(rule) => json!(f64::from(rule.min.max(0)) + 0.25),
        Type::Text(rule) => json!(text(rule, rule.min_length.max(1))),
        Type::DateTime => json!("2026-03-01T15:00:00Z"),
        Type::Names(names) | Type::OpenNames(names) => json!(names.names[0]),
        Type::Array(array) => json!(vec![value(array.item); array.min_items.max(1) as usize]),
        Type::Map(item) => json!({ FREE_KEY: value(*item) }),
        Type::Object(object) => Value::Object(self::object(object.fields, object.rules)),
        Type::Union(union) => {
            let first = &union.variants[0];
            Value::Object(tagged(union.tag, first.names[0], first.object))
        }
    }
}

/// A string of the given length that the rule's characters allow.
pub(crate) fn text(rule: &TextRule, length: u32) -> String {
    let letter = if rule.digits { "7" } else { "a" };
    letter.repeat(length as usize)
}

/// An object with every key.
pub(crate) fn object(fields: &[Field], rules: &[Rule]) -> Map<String, Value> {
    let mut object: Map<_, _> = fields
        .iter()
        .map(|field| (field.name.to_owned(), value(field.kind)))
        .collect();
    for rule in rules {
        if let Rule::Ordered { earlier, later } = rule {
            object.insert((*earlier).to_owned(), json!("2026-03-01T15:00:00-08:00"));
            object.insert((*later).to_owned(), json!("2026-03-02T11:00:00-08:00"));
        }
    }
    object
}

/// An object of a union, its tag included.
pub(crate) fn tagged(tag: &str, name: &str, object: &Object) -> Map<String, Value> {
    let mut result = self::object(object.fields, object.rules);
    result.insert(tag.to_owned(), json!(name));
    result
}
