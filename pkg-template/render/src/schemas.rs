//! `schemas.ts`: schema data as constants. What several endpoints share is a constant of its own, so that a bundler keeps what is used
//! and drops the rest.

use seam_edge::api::Declaration;
use seam_edge::schema::{Description, Field, Flags, Object, Type, Union, literal};

use crate::naming::{camel_case, small_first};
use crate::secrets::secret_parameters;

/// The name of an endpoint's constant: its path in camel case, `accessCodesCreate`.
pub(crate) fn endpoint_constant(endpoint: &Declaration) -> String {
    camel_case(endpoint.path.trim_start_matches('/'))
}

pub(crate) fn render(endpoints: &[&Declaration]) -> String {
    let mut schemas = Schemas::default();
    for endpoint in endpoints {
        schemas.add_endpoint(endpoint);
    }
    format!("{HEADER}\n{}{}", schemas.text, undescribed(endpoints))
}

#[derive(Default)]
struct Schemas {
    text: String,
    named: Vec<&'static str>,
}

impl Schemas {
    fn add_endpoint(&mut self, endpoint: &Declaration) {
        self.add_object(endpoint.parameters);
        // The core knows where a list goes on.
        for field in endpoint.reply.values() {
            self.add(field.kind);
        }
        let constant = endpoint_constant(endpoint);
        let literal = endpoint.literal(&constant_of);
        self.text += &format!("export const {constant}: EndpointSchema = {literal}\n");
    }

    /// Adds the constants that a type refers to, each after those that it refers to itself.
    fn add(&mut self, kind: Type) {
        match kind {
            Type::Array(array) => self.add(array.item),
            Type::Map(item) => self.add(*item),
            Type::Object(object) => self.add_object(object),
            Type::Union(union) => self.add_union(union),
            _ => {}
        }
    }

    fn add_object(&mut self, object: &'static Object) {
        if self.is_new(object.description.name) {
            object.fields.iter().for_each(|field| self.add(field.kind));
            self.add_constant(Type::Object(object));
        }
    }

    fn add_union(&mut self, union: &'static Union) {
        if self.is_new(union.description.name) {
            self.add_object(union.unlisted);
            literal::distinct_variants(union).for_each(|variant| self.add_object(variant.object));
            self.add_constant(Type::Union(union));
        }
    }

    fn is_new(&mut self, name: &'static str) -> bool {
        let new = !self.named.contains(&name);
        if new {
            self.named.push(name);
        }
        new
    }

    fn add_constant(&mut self, kind: Type) {
        let name = constant_of(kind).unwrap_or_default();
        // Written out itself; what it refers to goes by name.
        let words = literal::write(kind, &|inner| constant_of(inner).filter(|other| *other != name));
        self.text += &format!("export const {name}: Schema = {}\n", literal::expression(&words));
    }
}

/// What stands for paths that nothing here describes: nothing is required, and what is a secret for any endpoint is one for them.
fn undescribed(endpoints: &[&Declaration]) -> String {
    let secret = |name| Field {
        name,
        kind: Type::Any,
        flags: Flags::new(false, true, false, true),
    };
    let secrets = secret_parameters(endpoints);
    let object = Object {
        fields: secrets.into_iter().map(secret).collect::<Vec<_>>().leak(),
        rules: &[],
        description: Description::NONE,
    };
    let words = literal::write(Type::Object(Box::leak(Box::new(object))), &|_| None);
    let schema = |repeatable: u8| format!("[\"\",{repeatable},undescribedParameters,\"any\"]");
    format!(
        "
const undescribedParameters: Schema = {}
/** A path that nothing here describes, as one that may not be repeated and as one that may. */
export const undescribed: readonly [once: EndpointSchema, repeatable: EndpointSchema] = [{}, {}]
",
        literal::expression(&words),
        schema(0),
        schema(1)
    )
}

/// The constant of a described type.
pub(crate) fn constant_of(kind: Type) -> Option<String> {
    let name = match kind {
        Type::Object(object) => object.description.name,
        Type::Union(union) => union.description.name,
        _ => return None,
    };
    Some(small_first(name) + "Schema")
}

const HEADER: &str = "\
// The schema data by which the core checks parameters and replies, in the form that src/schema/literal.rs describes.
// Rendered from the models and the endpoint registry of the Rust core: change those, not this file.

/** A type, as the core reads it. */
export type Schema = string | readonly (Schema | number)[]

/** An endpoint, as the core reads it. Its path comes first. */
export type EndpointSchema = readonly [
  path: string,
  repeatable: 0 | 1,
  parameters: Schema,
  form: string,
  ...(Schema | number)[],
]
";
