//! Schema data as the npm package carries it: what is written reads back as the same endpoint, and no parameter has open names, of which
//! the wasm module could not tell which are allowed.

use seam_edge::api::Declaration;
use seam_edge::schema::Type;

use crate::endpoints;

#[test]
fn what_is_written_reads_back_as_the_same() {
    for (name, endpoint) in endpoints() {
        let written = endpoint.literal(&|_| None);
        let read =
            Declaration::read(&written).unwrap_or_else(|error| panic!("{name}: {error:?} in {written}"));
        assert_eq!(read.literal(&|_| None), written, "{name}");
        assert_eq!(read.path, endpoint.path);
        assert_eq!(read.repeatable, endpoint.repeatable);
        assert_eq!(read.reply.key(), endpoint.reply.key());
        assert_eq!(read.reply.is_paginated(), endpoint.reply.is_paginated());
    }
}

#[test]
fn what_is_cut_off_is_refused() {
    for (name, endpoint) in endpoints() {
        let written = endpoint.literal(&|_| None);
        let (cut, _) = written.split_at(written.len() * 2 / 3);
        assert!(Declaration::read(cut).is_err(), "{name}");
    }
}

#[test]
fn a_form_of_reply_that_is_none_is_refused() {
    let (_, endpoint) = endpoints().remove(0);
    let written = endpoint.literal(&|_| None).replace("\"value\"", "\"valu\"");
    assert!(Declaration::read(&written).is_err());
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
