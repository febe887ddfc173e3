//! The registry: every namespace with its endpoints, as data. One file per namespace; adding an endpoint touches that file alone.
//! Holds no client: nothing here sends.

#[cfg(not(target_arch = "wasm32"))]
use alloc::format;
#[cfg(not(target_arch = "wasm32"))]
use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::model::Pagination;
use crate::schema::json::Malformed;
use crate::schema::literal::Literal;
#[cfg(not(target_arch = "wasm32"))]
use crate::schema::literal::{self, Naming, Word};
use crate::schema::{Field, Flags, Object, ObjectSchema, Schema, Type};

pub mod access_codes;
pub mod access_grants;
pub mod access_methods;
pub mod acs;
pub mod action_attempts;
pub mod cameras;
pub mod client_sessions;
pub mod connect_webviews;
pub mod connected_accounts;
pub mod customers;
pub mod devices;
pub mod events;
pub mod instant_keys;
pub mod locks;
pub mod media;
pub mod noise_sensors;
pub mod phones;
pub mod spaces;
pub mod thermostats;
pub mod user_identities;
pub mod webhooks;
pub mod workspaces;

/// One call of the API, with the types of what it takes and of what it returns: `P` the parameters, `T` the value, `()` where there is none.
///
/// Both types, and the schemas that go with them, are said once, where the endpoint is declared. So a call with other parameters does not
/// compile, nor one whose result is taken for something else:
///
/// ```
/// use seam_edge::api::{access_codes, devices};
/// use seam_edge::client::Client;
/// use seam_edge::client::host::Host;
/// use seam_edge::error::Error;
/// use seam_edge::model::{AccessCode, Device};
///
/// async fn read<H: Host>(client: &Client<H>, id: &str) -> Result<(AccessCode, Device), Error> {
///     let parameters = access_codes::GetParameters {
///         access_code_id: Some(id.to_owned()),
///         ..Default::default()
///     };
///     let code = client.call(&access_codes::GET, &parameters).await?;
///     let parameters = devices::GetParameters {
///         device_id: code.device_id.clone(),
///         ..Default::default()
///     };
///     let device = client.call(&devices::GET, &parameters).await?;
///     let parameters = access_codes::DeleteParameters {
///         access_code_id: id.to_owned(),
///         ..Default::default()
///     };
///     client.call(&access_codes::DELETE, &parameters).await?;
///     Ok((code, device))
/// }
/// ```
///
/// ```compile_fail,E0308
/// use seam_edge::api::access_codes;
/// use seam_edge::client::Client;
/// use seam_edge::client::host::Host;
/// use seam_edge::error::Error;
/// use seam_edge::model::Device;
///
/// async fn read<H: Host>(client: &Client<H>, id: &str) -> Result<Device, Error> {
///     let parameters = access_codes::GetParameters {
///         access_code_id: Some(id.to_owned()),
///         ..Default::default()
///     };
///     client.call(&access_codes::GET, &parameters).await // returns an access code
/// }
/// ```
///
/// ```compile_fail,E0308
/// use seam_edge::api::access_codes;
/// use seam_edge::client::Client;
/// use seam_edge::client::host::Host;
/// use seam_edge::error::Error;
/// use seam_edge::model::AccessCode;
///
/// async fn read<H: Host>(client: &Client<H>, id: &str) -> Result<AccessCode, Error> {
///     let parameters = access_codes::DeleteParameters {
///         access_code_id: id.to_owned(),
///         ..Default::default()
///     };
///     client.call(&access_codes::GET, &parameters).await // takes `GetParameters`
/// }
/// ```
pub struct Endpoint<P, T> {
    /// The call as data.
    pub declaration: Declaration,
    types: PhantomData<fn(P) -> T>,
}

impl<P: ObjectSchema, T> Endpoint<P, T> {
    /// The endpoint on these terms.
    #[must_use]
    pub const fn declared(terms: Terms<T>) -> Self {
        let declaration = Declaration {
            path: terms.path,
            parameters: P::OBJECT,
            reply: terms.reply.reply,
            repeatable: terms.repeatable,
            #[cfg(not(target_arch = "wasm32"))]
            summary: terms.summary,
            #[cfg(not(target_arch = "wasm32"))]
            deprecated: terms.deprecated,
        };
        Self {
            declaration,
            types: PhantomData,
        }
    }
}

/// Wherever types do not matter, an endpoint is its declaration.
impl<P, T> Deref for Endpoint<P, T> {
    type Target = Declaration;

    fn deref(&self) -> &Declaration {
        &self.declaration
    }
}

/// What an endpoint is, apart from its types.
pub struct Terms<T> {
    /// The path, as `/access_codes/create`.
    pub path: &'static str,
    /// Where a reply holds the value.
    pub reply: Returns<T>,
    /// Whether sending the same call twice does no more than sending it once.
    pub repeatable: bool,
    /// What the call does, for readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub summary: &'static str,
    /// What to use instead, for readers, where the call is deprecated.
    #[cfg(not(target_arch = "wasm32"))]
    pub deprecated: Option<&'static str>,
}

/// Where a reply holds a value of the type `T`.
pub struct Returns<T> {
    reply: Reply,
    kind: PhantomData<fn() -> T>,
}

impl Returns<()> {
    /// Nothing but `ok`.
    pub const NOTHING: Self = Self::held(Reply::of(Form::Empty, PAGINATION, PAGINATION));
}

impl<T: Schema> Returns<T> {
    /// A value at a key.
    #[must_use]
    pub const fn value(key: &'static str) -> Self {
        Self::held(Reply::of(Form::Value, needed(key, T::TYPE), PAGINATION))
    }

    /// A value at the first key, or, where a server leaves that out, at the second.
    #[must_use]
    pub const fn either(first: &'static str, second: &'static str) -> Self {
        Self::held(Reply::of(
            Form::Either,
            spare(first, T::TYPE),
            spare(second, T::TYPE),
        ))
    }
}

impl<T: Schema> Returns<Vec<T>> {
    /// A list at a key, in pages.
    #[must_use]
    pub const fn pages(key: &'static str) -> Self {
        Self::held(Reply::of(Form::Pages, needed(key, <Vec<T>>::TYPE), PAGINATION))
    }
}

impl<T> Returns<T> {
    const fn held(reply: Reply) -> Self {
        Self {
            reply,
            kind: PhantomData,
        }
    }
}

/// An endpoint as data, whatever its types: a POST of a JSON object to a path.
pub struct Declaration {
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

impl Declaration {
    /// Reads an endpoint as [`Declaration::literal`] writes it.
    ///
    /// # Errors
    /// [`Malformed`] where the text is something else.
    pub fn read(text: &str) -> Result<Self, Malformed> {
        let mut literal = Literal::new(text);
        let declaration = Self {
            path: literal.word(),
            repeatable: literal.word() == "1",
            parameters: literal.object(),
            reply: Reply::read(&mut literal),
            #[cfg(not(target_arch = "wasm32"))]
            summary: "",
            #[cfg(not(target_arch = "wasm32"))]
            deprecated: None,
        };
        literal.finish(declaration)
    }

    /// The endpoint as the npm package carries it: `[path, repeatable, parameters, form, name, flags, type, ...]`, the latter three
    /// for each field of the reply, whose form is `empty`, `value`, `either`, `pages` or `any`.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn literal(&self, name_of: Naming<'_>) -> String {
        let values = self.reply.values().iter();
        let reply: Vec<Word> = values.flat_map(|field| literal::field(field, name_of)).collect();
        // The first name is the key of the caller's value, which is read from outside the core too.
        let (key, rest) = reply.split_at(reply.len().min(1));
        let head = [
            format!("\"{}\"", self.path),
            String::from(if self.repeatable { "1" } else { "0" }),
            literal::expression(&literal::write(Type::Object(self.parameters), name_of)),
            format!("\"{}\"", self.reply.form.name()),
        ];
        let items = head
            .into_iter()
            .chain(literal::items(key))
            .chain(literal::items(rest));
        format!("[{}]", items.collect::<Vec<_>>().join(","))
    }
}

/// What a reply holds.
#[derive(Clone, Copy)]
pub struct Reply {
    /// In which way.
    pub form: Form,
    /// The fields that may hold the caller's value, then `pagination`; as many as the form has.
    fields: [Field; 2],
}

/// The ways in which a reply holds a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Nothing but `ok`.
    Empty,
    /// A value at a key.
    Value,
    /// A value at the first key, or, where a server leaves that out, at the second.
    Either,
    /// A list at a key, in pages.
    Pages,
    /// Anything: the path is not one that is described here.
    Any,
}

impl Reply {
    const fn of(form: Form, first: Field, second: Field) -> Self {
        Self {
            form,
            fields: [first, second],
        }
    }

    /// The key of the value that callers get; nothing where there is none.
    #[must_use]
    pub fn key(&self) -> Option<&'static str> {
        self.fields().first().map(|field| field.name)
    }

    /// Whether the reply is one page of several.
    #[must_use]
    pub fn is_paginated(&self) -> bool {
        self.form == Form::Pages
    }

    /// Reads the reply as [`Declaration::literal`] writes it.
    fn read(literal: &mut Literal) -> Self {
        let form = match literal.word() {
            "value" => Form::Value,
            "either" => Form::Either,
            "pages" => Form::Pages,
            "empty" => Form::Empty,
            "any" => Form::Any,
            _ => literal.refuse(Form::Any),
        };
        let mut reply = Self::of(form, PAGINATION, PAGINATION);
        for field in reply.fields.iter_mut().take(form.values()) {
            *field = literal.field();
        }
        reply
    }

    /// The fields that may hold the caller's value.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn values(&self) -> &[Field] {
        self.fields.get(..self.form.values()).unwrap_or_default()
    }

    /// The fields of the reply's outermost object, for the interpreter.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        let length = self.form.values() + usize::from(self.is_paginated());
        self.fields.get(..length).unwrap_or_default()
    }
}

impl Form {
    /// How many fields may hold the caller's value.
    const fn values(self) -> usize {
        match self {
            Self::Empty | Self::Any => 0,
            Self::Value | Self::Pages => 1,
            Self::Either => 2,
        }
    }

    /// What [`Declaration::literal`] calls this form.
    #[cfg(not(target_arch = "wasm32"))]
    const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Value => "value",
            Self::Either => "either",
            Self::Pages => "pages",
            Self::Any => "any",
        }
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
    pub endpoints: &'static [&'static Declaration],
    /// The namespaces inside it.
    pub children: &'static [&'static Self],
    /// What it is about, for readers.
    #[cfg(not(target_arch = "wasm32"))]
    pub summary: &'static str,
}

/// Every namespace that is not inside another.
pub const NAMESPACES: &[&Namespace] = &[
    &access_codes::NAMESPACE,
    &access_grants::NAMESPACE,
    &access_methods::NAMESPACE,
    &acs::NAMESPACE,
    &action_attempts::NAMESPACE,
    &cameras::NAMESPACE,
    &client_sessions::NAMESPACE,
    &connect_webviews::NAMESPACE,
    &connected_accounts::NAMESPACE,
    &customers::NAMESPACE,
    &devices::NAMESPACE,
    &events::NAMESPACE,
    &instant_keys::NAMESPACE,
    &locks::NAMESPACE,
    &media::NAMESPACE,
    &noise_sensors::NAMESPACE,
    &phones::NAMESPACE,
    &spaces::NAMESPACE,
    &thermostats::NAMESPACE,
    &user_identities::NAMESPACE,
    &webhooks::NAMESPACE,
    &workspaces::NAMESPACE,
];

/// The endpoints whose calls concern all workspaces of a person, so that they may name none (docs/api-facts.md#authentication).
#[cfg(not(target_arch = "wasm32"))]
pub const WITHOUT_WORKSPACE: &[&Declaration] =
    &[&workspaces::CREATE.declaration, &workspaces::LIST.declaration];

/// Every endpoint: those directly in a namespace, then those of the namespaces inside it.
#[must_use]
pub fn endpoints() -> Vec<&'static Declaration> {
    fn within(namespaces: &[&'static Namespace]) -> Vec<&'static Declaration> {
        let of = |namespace: &&'static Namespace| {
            [namespace.endpoints.to_vec(), within(namespace.children)].concat()
        };
        namespaces.iter().flat_map(of).collect()
    }
    within(NAMESPACES)
}

/// The endpoint of a path, as `/access_codes/get`; nothing where no such endpoint is described here.
#[must_use]
pub fn endpoint(path: &str) -> Option<&'static Declaration> {
    fn within(namespaces: &[&'static Namespace], path: &str) -> Option<&'static Declaration> {
        namespaces.iter().find_map(|namespace| {
            let own = namespace.endpoints.iter().find(|endpoint| endpoint.path == path);
            own.copied().or_else(|| within(namespace.children, path))
        })
    }
    within(NAMESPACES, path)
}
