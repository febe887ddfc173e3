//! Reads the data files of the diagnosis and of the timeline, and makes what their cases are about.

use std::fs;

use seam_edge::schema::value::Value;
use serde_json::Value as Json;

/// A data file of tests/cases/status.
pub(crate) fn data(name: &str) -> Json {
    let path = format!("{}/../cases/status/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A JSON text as the rules see it.
pub(crate) fn read(text: &str) -> Value<'_> {
    Value::read(text).ok().unwrap()
}

/// What a case is about: its `subject` over the one that it is `of`. A null takes a key away; `"null"` is a null.
pub(crate) fn subject(file: &Json, case: &Json) -> Json {
    let of = case["of"].as_str().unwrap();
    let mut object = file["subjects"][of]
        .as_object()
        .unwrap_or_else(|| panic!("there is no subject `{of}`"))
        .clone();
    let Some(own) = case["subject"].as_object() else {
        return case.get("subject").cloned().unwrap_or(Json::Object(object));
    };
    for (key, value) in own {
        match value {
            Json::Null => {
                object.remove(key);
            }
            Json::String(text) if text == "null" => {
                object.insert(key.clone(), Json::Null);
            }
            _ => {
                object.insert(key.clone(), value.clone());
            }
        }
    }
    Json::Object(object)
}
