//! `secrets.ts`: which fields are secret, for those who show what came over no endpoint that is described, as an event of a webhook.

use std::collections::{BTreeMap, BTreeSet};

use seam_edge::api::Declaration;
use seam_edge::model::SeamEvent;
use seam_edge::schema::{Field, Schema, Type};

pub(crate) fn render(endpoints: &[&Declaration]) -> String {
    let names = secret_names(endpoints);
    let names_text: Vec<&str> = names.iter().copied().collect();
    let plain: String = plain_paths(&names)
        .iter()
        .map(|(path, events)| format!(";{path} {}", events.join(" ")))
        .collect();
    format!(
        "{HEADER}
/**
 * In the first part, up to a semicolon, the names of all fields that are secret in some resource or parameter. In each further part the path of a
 * field of events that has such a name and is not secret, and the events that have it.
 */
export const secretFields = '{}{plain}'
",
        names_text.join(" ")
    )
}

fn secret_names(endpoints: &[&Declaration]) -> BTreeSet<&'static str> {
    let replies = endpoints.iter().flat_map(|endpoint| endpoint.reply.fields());
    let mut names = secrets_in(replies);
    names.extend(secret_parameters(endpoints));
    names
}

/// The names of what is secret in the parameters of any endpoint, at whatever depth.
pub(crate) fn secret_parameters(endpoints: &[&Declaration]) -> BTreeSet<&'static str> {
    secrets_in(endpoints.iter().flat_map(|endpoint| endpoint.parameters.fields))
}

fn secrets_in<'f>(fields: impl Iterator<Item = &'f Field>) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    for field in fields {
        visit(*field, "", &mut |field, _| {
            if field.flags.secret() {
                names.insert(field.name);
            }
        });
    }
    names
}

fn plain_paths(secret_names: &BTreeSet<&str>) -> BTreeMap<String, Vec<&'static str>> {
    let mut found = BTreeMap::<String, Vec<&str>>::new();
    let Type::Union(events) = SeamEvent::TYPE else {
        return found;
    };
    for variant in events.variants {
        for field in variant.object.fields {
            visit(*field, "", &mut |field, path| {
                if secret_names.contains(field.name) && !field.flags.secret() {
                    found.entry(path.to_owned()).or_default().extend(variant.names);
                }
            });
        }
    }
    found
}

/// Looks at a field and those inside it, each with its path. What lies in a secret is secret with it.
fn visit(field: Field, parent: &str, look: &mut impl FnMut(Field, &str)) {
    let path = format!("{parent}{}", field.name);
    look(field, &path);
    if !field.flags.secret() {
        visit_inside(field.kind, &format!("{path}."), look);
    }
}

fn visit_inside(kind: Type, parent: &str, look: &mut impl FnMut(Field, &str)) {
    match kind {
        Type::Array(array) => visit_inside(array.item, parent, look),
        Type::Object(object) => object.fields.iter().for_each(|field| visit(*field, parent, look)),
        Type::Union(union) => {
            let objects = union.variants.iter().map(|variant| variant.object);
            for object in objects.chain([union.unlisted]) {
                visit_inside(Type::Object(object), parent, look);
            }
        }
        _ => {}
    }
}

const HEADER: &str = "\
// Which fields are secret, by name.
// Rendered from the models and the endpoint registry of the Rust core: change those, not this file.
";
