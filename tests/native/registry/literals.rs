//! Schema data as the npm package carries it: what is written reads back as the same endpoint, and no parameter has open names, of which
//! the wasm module could not tell which are allowed.

use seam_edge::api::Declaration;
use seam_edge::schema::Type;
use serde_json::Value;

use crate::endpoints;

/// An endpoint as the npm package passes it on: the items of arrays in arrays, each of one line or more.
fn words(endpoint: &Declaration) -> Vec<String> {
    fn flatten(value: &Value, words: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| flatten(item, words)),
            Value::String(lines) => words.extend(lines.split('\n').map(str::to_owned)),
            other => words.push(other.to_string()),
        }
    }
    let mut words = Vec::new();
    flatten(
        &serde_json::from_str(&endpoint.literal(&|_| None)).unwrap(),
        &mut words,
    );
    words
}

#[test]
fn what_is_written_reads_back_as_the_same() {
    for (name, endpoint) in endpoints() {
        let read = Declaration::read(&words(endpoint).join("\n"))
            .unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(read.literal(&|_| None), endpoint.literal(&|_| None), "{name}");
        assert_eq!(read.path, endpoint.path);
        assert_eq!(read.repeatable, endpoint.repeatable);
        assert_eq!(read.reply.key(), endpoint.reply.key());
        assert_eq!(read.reply.is_paginated(), endpoint.reply.is_paginated());
    }
}

#[test]
fn what_is_cut_off_is_refused() {
    for (name, endpoint) in endpoints() {
        let words = words(endpoint);
        for length in 0..words.len() {
            let cut = words.iter().take(length).cloned().collect::<Vec<_>>();
            assert!(Declaration::read(&cut.join("\n")).is_err(), "{name}: {cut:?}");
        }
    }
}

#[test]
fn a_word_that_is_none_is_refused() {
    let endpoints = endpoints();
    let (_, create) = endpoints
        .iter()
        .find(|(name, _)| name == "access_codes.create")
        .unwrap();
    let written = words(create).join("\n");
    for (word, other) in [
        ("\nvalue\n", "\nvalu\n"),
        ("\no\n", "\nobject\n"),
        ("\nt\n", "\ntext\n"),
        ("\n< ", "\n> "),
    ] {
        assert!(written.contains(word), "{word:?}");
        assert!(
            Declaration::read(&written.replacen(word, other, 1)).is_err(),
            "{other:?}"
        );
    }
}

#[test]
fn parameters_are_held_to_the_listed_names() {
    for (name, endpoint) in endpoints() {
        refuse_open_names(Type::Object(endpoint.parameters), &name);
    }
}

fn refuse_open_names(kind: Type, place: &str) {
    match kind {
        Type::OpenNames(names) => panic!("{place}: `{}` needs #[field(listed)]", names.description.name),
        Type::Array(array) => refuse_open_names(array.item, place),
        Type::Map(item) => refuse_open_names(*item, place),
        Type::Object(object) => {
            for field in object.fields {
                refuse_open_names(field.kind, &format!("{place}.{}", field.name));
            }
        }
        _ => {}
    }
}
