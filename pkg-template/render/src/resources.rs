//! `resources.ts`: every type that is not a parameter object, once each, in the order in which the registry reaches it.

use std::collections::BTreeSet;

use seam_edge::api::Declaration;
use seam_edge::schema::{Description, Type};

/// The declared types of the package, parameter objects left aside.
#[derive(Default)]
pub(crate) struct Resources {
    descriptions: Vec<Description>,
    parameters: BTreeSet<&'static str>,
    /// Names that two different types have.
    pub(crate) clashes: BTreeSet<&'static str>,
}

impl Resources {
    pub(crate) fn collect(endpoints: &[&'static Declaration]) -> Self {
        let mut resources = Self::default();
        for endpoint in endpoints {
            resources.parameters.insert(endpoint.parameters.description.name);
            for field in endpoint.reply.fields() {
                resources.visit(field.kind);
            }
            resources.visit(Type::Object(endpoint.parameters));
        }
        resources
    }

    /// The names of all types, for an import.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.descriptions
            .iter()
            .map(|description| description.name)
            .collect()
    }

    pub(crate) fn render(&self) -> String {
        let declarations: Vec<&str> = self
            .descriptions
            .iter()
            .map(|description| description.typescript)
            .collect();
        format!("{HEADER}\n{}", declarations.join("\n"))
    }

    fn visit(&mut self, kind: Type) {
        match kind {
            Type::Array(array) => self.visit(array.item),
            Type::Map(item) => self.visit(*item),
            Type::Names(names) | Type::OpenNames(names) => {
                self.add(names.description);
            }
            Type::Object(object)
                if self.parameters.contains(object.description.name) || self.add(object.description) =>
            {
                object.fields.iter().for_each(|field| self.visit(field.kind));
                object
                    .description
                    .mentions
                    .iter()
                    .for_each(|kind| self.visit(*kind));
            }
            Type::Union(union) if self.add(union.description) => {
                union
                    .variants
                    .iter()
                    .for_each(|variant| self.visit(Type::Object(variant.object)));
                self.visit(Type::Object(union.unlisted));
            }
            _ => {}
        }
    }

    /// Whether the type was not there yet.
    fn add(&mut self, description: Description) -> bool {
        let mut others = self.descriptions.iter();
        let Some(other) = others.find(|other| other.name == description.name) else {
            self.descriptions.push(description);
            return true;
        };
        if other.typescript != description.typescript {
            self.clashes.insert(description.name);
        }
        false
    }
}

const HEADER: &str = "\
// The resources of the Seam API as the server sends them.
// Rendered from the models of the Rust core: change those, not this file.

declare enum Unlisted {
  _ = '\\u0000unlisted',
}

/**
 * Stands for every code that this version does not list, so that the listed ones narrow.
 * No value is of this type: compare such a code as a string.
 */
export type UnlistedCode = Unlisted
";
