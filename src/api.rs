//! The registry: every namespace with its endpoints, as data. One file per namespace; adding an endpoint touches that file alone.
//! Holds no client: nothing here sends.

use crate::model::Pagination;
use crate::schema::{Field, Flags, Schema, Type};

pub mod access_codes;
pub mod action_attempts;
pub mod client_sessions;
pub mod devices;

/// One call of the API: a POST of a JSON object to a path (section 1.1 of the API's facts).
pub struct Endpoint {
    /// The path, as `/access_codes/create`.
    pub path: &'static str,
    /// The parameter object.
    pub parameters: Type,
    /// What a reply holds.
    pub reply: Reply,
    /// Whether sending the same call twice does no more than sending it once, so that it may be repeated when its outcome is
    /// not known.
    pub repeatable: bool,
    /// What the call does, for readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub summary: &'static str,
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
            Self::Empty => None,
            Self::Value(field) | Self::Either(field, _) | Self::Pages(field) => Some(field.name),
        }
    }

    /// Whether the reply is one page of several.
    #[must_use]
    pub fn is_paginated(&self) -> bool {
        matches!(self, Self::Pages(_))
    }

    /// The fields of the reply's outermost object, for the interpreter. Older servers leave `pagination` out.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        match *self {
            Self::Empty => Vec::new(),
            Self::Value(field) => vec![field],
            Self::Either(first, second) => vec![first, second],
            Self::Pages(field) => vec![field, spare("pagination", Pagination::TYPE)],
        }
    }
}

const fn needed(name: &'static str, kind: Type) -> Field {
    Field { name, kind, flags: Flags::new(true, false, true, false) }
}

const fn spare(name: &'static str, kind: Type) -> Field {
    Field { name, kind, flags: Flags::new(false, false, true, false) }
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
    &devices::NAMESPACE,
];

/// The endpoint at a path.
#[must_use]
pub fn endpoint(path: &str) -> Option<&'static Endpoint> {
    find(NAMESPACES, path)
}

fn find(namespaces: &'static [&'static Namespace], path: &str) -> Option<&'static Endpoint> {
    namespaces.iter().find_map(|namespace| {
        let own = namespace.endpoints.iter().find(|endpoint| endpoint.path == path);
        own.copied().or_else(|| find(namespace.children, path))
    })
}
