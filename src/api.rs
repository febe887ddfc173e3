//! The registry: every namespace with its endpoints, as data. One file per namespace; adding an endpoint touches that file alone.
//! Holds no client: nothing here sends.

use alloc::vec;
use alloc::vec::Vec;

use crate::model::Pagination;
use crate::schema::json::Malformed;
use crate::schema::literal::Literal;
#[cfg(not(target_arch = "wasm32"))]
use crate::schema::literal::{self, Naming};
use crate::schema::{Field, Flags, Object, Schema, Type};

pub mod access_codes;
pub mod action_attempts;
pub mod client_sessions;
pub mod connect_webviews;
pub mod connected_accounts;
pub mod devices;
pub mod events;
pub mod locks;
pub mod webhooks;
pub mod workspaces;

/// One call of the API: a POST of a JSON object to a path (section 1.1 of the API's facts).
pub struct Endpoint {
    /// The path, as `/access_codes/create`.
    pub path: &'static str,
    /// The parameter object.
    pub parameters: &'static Object,
    /// What a reply holds.
    pub reply: Reply,
    /// Whether sending the same call twice does no more than sending it once, so that it may be repeated when its outcome is
    /// not known.
    pub repeatable: bool,
    /// What the call does, for readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub summary: &'static str,
    /// What to use instead, for readers, where the call is deprecated.
    #[cfg(not(target_arch = "wasm32"))]
    pub deprecated: Option<&'static str>,
}

impl Endpoint {
    /// Reads an endpoint as [`Endpoint::literal`] writes it.
    ///
    /// # Errors
    /// [`Malformed`] where the text is something else.
    pub fn read(text: &str) -> Result<Self, Malformed> {
        let mut literal = Literal::new(text);
        literal.open()?;
        let path = literal.text()?;
        literal.follow()?;
        let repeatable = literal.number()? == Some(1.0);
        literal.follow()?;
        let parameters = literal.object()?;
        literal.follow()?;
        Ok(Self {
            path,
            parameters,
            reply: Reply::read(&mut literal)?,
            repeatable,
            #[cfg(not(target_arch = "wasm32"))]
            summary: "",
            #[cfg(not(target_arch = "wasm32"))]
            deprecated: None,
        })
    }

    /// The endpoint as the npm package carries it: `[path, repeatable, parameters, form, name, flags, type, ...]`, the latter three
    /// for each field of the reply, whose form is `empty`, `value`, `either`, `pages` or `any`.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn literal(&self, name_of: Naming<'_>) -> String {
        let fields: String = self
            .reply
            .values()
            .iter()
            .map(|field| [",".to_owned(), literal::field(field, name_of)].concat())
            .collect();
        let form = self.reply.form();
        let repeatable = u8::from(self.repeatable);
        let parameters = literal::write(Type::Object(self.parameters), name_of);
        format!("[\"{}\",{repeatable},{parameters},\"{form}\"{fields}]", self.path)
    }
}

/// What a reply holds.
#[derive(Clone, Copy)]
pub enum Reply {
    /// Nothing but `ok`.
    Empty,
    /// A value at a key.
    Value(Field),
    /// A value at the first key, or, where a server leaves that out, at the second.
    Either(Field, Field),
    /// A list at a key, in pages.
    Pages(Field),
    /// Anything: the path is not one that is described here.
    Any,
}

impl Reply {
    /// A value at a key.
    #[must_use]
    pub const fn value(key: &'static str, kind: Type) -> Self {
        Self::Value(needed(key, kind))
    }

    /// A value at the first key, or, where a server leaves that out, at the second.
    #[must_use]
    pub const fn either(first: &'static str, second: &'static str, kind: Type) -> Self {
        Self::Either(spare(first, kind), spare(second, kind))
    }

    /// A list at a key, in pages.
    #[must_use]
    pub const fn pages(key: &'static str, kind: Type) -> Self {
        Self::Pages(needed(key, kind))
    }

    /// The key of the value that callers get; nothing where there is none.
    #[must_use]
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Empty | Self::Any => None,
            Self::Value(field) | Self::Either(field, _) | Self::Pages(field) => Some(field.name),
        }
    }

    /// Whether the reply is one page of several.
    #[must_use]
    pub fn is_paginated(&self) -> bool {
        matches!(self, Self::Pages(_))
    }

    /// Reads the reply as [`Endpoint::literal`] writes it.
    fn read(literal: &mut Literal<'_>) -> Result<Self, Malformed> {
        let form = literal.word()?;
        let mut field = || {
            literal.follow()?;
            literal.field()
        };
        Ok(match form {
            "value" => Self::Value(field()?),
            "either" => Self::Either(field()?, field()?),
            "pages" => Self::Pages(field()?),
            "empty" => Self::Empty,
            "any" => Self::Any,
            _ => return Err(Malformed),
        })
    }

    /// What [`Endpoint::literal`] calls this form.
    #[cfg(not(target_arch = "wasm32"))]
    fn form(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Value(_) => "value",
            Self::Either(..) => "either",
            Self::Pages(_) => "pages",
            Self::Any => "any",
        }
    }

    /// The fields that may hold the caller's value.
    #[must_use]
    pub fn values(&self) -> Vec<Field> {
        match *self {
            Self::Empty | Self::Any => Vec::new(),
            Self::Value(field) | Self::Pages(field) => vec![field],
            Self::Either(first, second) => vec![first, second],
        }
    }

    /// The fields of the reply's outermost object, for the interpreter.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let mut fields = self.values();
        if self.is_paginated() {
            fields.push(PAGINATION);
        }
        fields
    }
}

/// Where a list goes on. Older servers leave it out, and whoever walks the pages looks for himself.
const PAGINATION: Field = Field {
    name: "pagination",
    kind: Pagination::TYPE,
    flags: Flags::new(false, true, false, false),
};

const fn needed(name: &'static str, kind: Type) -> Field {
    Field {
        name,
        kind,
        flags: Flags::new(true, false, true, false),
    }
}

const fn spare(name: &'static str, kind: Type) -> Field {
    Field {
        name,
        kind,
        flags: Flags::new(false, false, true, false),
    }
}

/// Endpoints that share the beginning of their path.
pub struct Namespace {
    /// The words of the path, as `access_codes/unmanaged`.
    pub path: &'static str,
    /// The endpoints directly in it.
    pub endpoints: &'static [&'static Endpoint],
    /// The namespaces inside it.
    pub children: &'static [&'static Self],
    /// What it is about, for readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub summary: &'static str,
}

/// Every namespace that is not inside another.
pub const NAMESPACES: &[&Namespace] = &[
    &access_codes::NAMESPACE,
    &action_attempts::NAMESPACE,
    &client_sessions::NAMESPACE,
    &connect_webviews::NAMESPACE,
    &connected_accounts::NAMESPACE,
    &devices::NAMESPACE,
    &events::NAMESPACE,
    &locks::NAMESPACE,
    &webhooks::NAMESPACE,
    &workspaces::NAMESPACE,
];

/// The endpoints whose calls concern all workspaces of a person, so that they may name none (section 1.4 of the API's facts).
#[cfg(not(target_arch = "wasm32"))]
pub const WITHOUT_WORKSPACE: &[&Endpoint] = &[&workspaces::CREATE, &workspaces::LIST];

/// Every endpoint: those directly in a namespace, then those of the namespaces inside it.
#[must_use]
pub fn endpoints() -> Vec<&'static Endpoint> {
    fn within(namespaces: &[&'static Namespace]) -> Vec<&'static Endpoint> {
        let of = |namespace: &&'static Namespace| {
            [namespace.endpoints.to_vec(), within(namespace.children)].concat()
        };
        namespaces.iter().flat_map(of).collect()
    }
    within(NAMESPACES)
}
