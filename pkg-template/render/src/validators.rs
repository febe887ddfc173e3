//! `validators.ts`: a Standard Schema for each parameter object and for each resource that a reply holds, beside the schema data that it
//! checks by. Each is a constant of its own, so that a bundler keeps those that are used.

use std::collections::BTreeSet;

use seam_edge::api::Declaration;
use seam_edge::schema::Type;

use crate::naming::{small_first, type_name};
use crate::schemas::constant_of;

pub(crate) fn render(endpoints: &[&Declaration]) -> String {
    let parameters: BTreeSet<&'static str> = endpoints
        .iter()
        .map(|endpoint| endpoint.parameters.description.name)
        .collect();
    let resources = resources_of(endpoints);
    let of_parameters = endpoints.iter().map(|endpoint| Type::Object(endpoint.parameters));
    let of_resources = resources.iter().copied();
    let constants: String = of_parameters
        .clone()
        .chain(of_resources.clone())
        .filter_map(constant_of)
        .map(|constant| format!("  {constant},\n"))
        .collect();
    let names: BTreeSet<String> = of_resources.clone().map(type_name).collect();
    let body: String = of_parameters
        .map(|kind| validator(kind, "parametersSchema", "Parameters as the method takes them"))
        .chain(of_resources.map(|kind| validator(kind, "resourceSchema", "What replies hold")))
        .collect();
    format!(
        "{HEADER}
import {{ parametersSchema, resourceSchema, type StandardSchemaV1 }} from '../schemas/standard-schema.js'
import type {{
{}}} from './resources.js'
import type {{
{}}} from './routes.js'
import {{
{constants}}} from './schemas.js'
{body}",
        lines(names.iter().map(String::as_str)),
        lines(parameters.iter().copied()),
    )
}

/// The types of which the values in replies are, items of lists in place of the lists, once each.
fn resources_of(endpoints: &[&Declaration]) -> Vec<Type> {
    let mut named = BTreeSet::new();
    let fields = endpoints.iter().flat_map(|endpoint| endpoint.reply.values());
    fields
        .map(|field| item(field.kind))
        .filter(|kind| constant_of(*kind).is_some_and(|constant| named.insert(constant)))
        .collect()
}

fn item(kind: Type) -> Type {
    match kind {
        Type::Array(array) => item(array.item),
        Type::Map(inner) => item(*inner),
        _ => kind,
    }
}

fn validator(kind: Type, maker: &str, what: &str) -> String {
    let name = type_name(kind);
    let (constant, schema) = (small_first(&name), constant_of(kind).unwrap_or_default());
    format!(
        "
/** {what}: {{@link {name}}}. */
export const {constant}: StandardSchemaV1<{name}> = /* @__PURE__ */ {maker}({schema})
"
    )
}

fn lines<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("  {name},\n")).collect()
}

const HEADER: &str = "\
// A Standard Schema for each parameter object and each resource.
// Rendered from the models and the endpoint registry of the Rust core: change those, not this file.
";
