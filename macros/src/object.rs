//! Expands `#[object]`: a struct becomes a model, a TypeScript interface and an `Object` of schema data.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, Fields, ItemStruct, Meta, PathArguments, Result, Type};

use crate::{attributes, typescript};

pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemStruct = syn::parse2(item)?;
    let arguments = ObjectArguments::read(arguments)?;
    let mut properties = Vec::new();
    if let Fields::Named(fields) = &mut item.fields {
        for field in &mut fields.named {
            properties.push(Property::read(field)?);
        }
    }
    let ident = &item.ident;
    let name = arguments.name.clone().unwrap_or_else(|| ident.to_string());
    let declaration = declaration(
        &name,
        &attributes::documentation(&item.attrs),
        &properties,
        &arguments,
    );
    let (unchecked, checked): (Vec<&Property>, Vec<&Property>) =
        properties.iter().partition(|property| property.unchecked);
    if checked
        .iter()
        .skip(64)
        .any(|property| property.required && !property.left_out)
    {
        return Err(syn::Error::new_spanned(
            ident,
            "what is required has to be among the first 64 fields: the interpreter marks those in one u64",
        ));
    }
    let unchecked_types: Vec<&Type> = unchecked.iter().map(|property| &property.rust).collect();
    let schema_fields = checked.iter().map(|property| property.schema());
    // What is flattened shows the whole object, since the rest of it depends on the tag.
    let flattened = properties.iter().find(|property| property.flatten);
    let (declaration, mentions) = match flattened.map(|property| &property.rust) {
        Some(union) => (
            quote!(<#union as crate::schema::Adjacent>::TYPESCRIPT),
            quote!(<#union as crate::schema::Adjacent>::CONTENTS),
        ),
        None => (
            quote!(#declaration),
            quote!(&[#(<#unchecked_types as crate::schema::Schema>::TYPE),*]),
        ),
    };
    let rules = &arguments.rules;
    let debug = debug(&item, &properties);
    let tsify = typescript::tsify(ident, &name, &declaration);
    let attributes = &item.attrs;
    let visibility = &item.vis;
    Ok(quote! {
        #[cfg(feature = "typed")]
        #[derive(Clone, Default, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(default)]
        #item
        // Where there are no typed models, the name alone stands for the schema data.
        #[cfg(not(feature = "typed"))]
        #(#attributes)*
        #visibility struct #ident;
        #debug
        #tsify
        const _: () = {
            // Without typed models and schema data nothing else would use these types.
            #(const _: core::marker::PhantomData<#unchecked_types> = core::marker::PhantomData;)*
            static OBJECT: crate::schema::Object = crate::schema::Object {
                fields: &[#(#schema_fields),*],
                rules: &[#(#rules),*],
                #[cfg(not(target_arch = "wasm32"))]
                description: crate::schema::Description {
                    name: #name,
                    typescript: #declaration,
                    mentions: #mentions,
                },
            };
            #[automatically_derived]
            impl crate::schema::Schema for #ident {
                const TYPE: crate::schema::Type = crate::schema::Type::Object(&OBJECT);
            }
            #[automatically_derived]
            impl crate::schema::ObjectSchema for #ident {
                const OBJECT: &'static crate::schema::Object = &OBJECT;
            }
        };
    })
}

#[derive(Default)]
struct ObjectArguments {
    name: Option<String>,
    at_least_one: Vec<String>,
    rules: Vec<TokenStream>,
}

impl ObjectArguments {
    fn read(tokens: TokenStream) -> Result<Self> {
        let mut result = Self::default();
        for argument in attributes::arguments(tokens)? {
            match &argument {
                Meta::NameValue(pair) if pair.path.is_ident("name") => {
                    result.name = Some(attributes::text(&pair.value)?);
                }
                Meta::List(list) => result.read_rule(list)?,
                other => return Err(syn::Error::new_spanned(other, "unknown argument of object")),
            }
        }
        Ok(result)
    }

    fn read_rule(&mut self, list: &syn::MetaList) -> Result<()> {
        let metas = attributes::words(list)?;
        let mut names = Vec::new();
        let mut unless = quote!(None);
        for meta in &metas {
            match meta {
                Meta::NameValue(pair) if pair.path.is_ident("unless") => {
                    let name = attributes::tokens(&pair.value).to_string();
                    unless = quote!(Some(#name));
                }
                other => names.push(attributes::word(other)?),
            }
        }
        let rule = match (
            attributes::word(&Meta::List(list.clone()))?.as_str(),
            names.as_slice(),
        ) {
            ("at_least_one", names) => {
                self.at_least_one = names.to_vec();
                quote!(AtLeastOne(&[#(#names),*]))
            }
            ("together", [first, second]) => {
                quote!(Together { first: #first, second: #second, unless: #unless })
            }
            ("ordered", [earlier, later]) => {
                quote!(Ordered { earlier: #earlier, later: #later })
            }
            _ => return Err(syn::Error::new_spanned(list, "unknown rule of object")),
        };
        self.rules.push(quote!(crate::schema::Rule::#rule));
        Ok(())
    }
}

/// One field of the struct, as the object's key.
struct Property {
    name: String,
    rust: Type,
    documentation: Vec<String>,
    required: bool,
    left_out: bool,
    listed: bool,
    nullable: bool,
    load_bearing: bool,
    secret: bool,
    unchecked: bool,
    flatten: bool,
    deprecated: Option<String>,
    digits: bool,
    limits: Limits,
    typescript: String,
}

/// Bounds as number tokens; absent where there is none.
#[derive(Default)]
struct Limits {
    min_length: Option<TokenStream>,
    max_length: Option<TokenStream>,
    min: Option<TokenStream>,
    max: Option<TokenStream>,
    min_items: Option<TokenStream>,
    max_items: Option<TokenStream>,
}

impl Property {
    fn read(field: &mut Field) -> Result<Self> {
        let metas = attributes::take(&mut field.attrs, "field")?;
        let rename = attributes::take_text(&mut field.attrs, "name")?;
        let name = match (&rename, &field.ident) {
            (Some(name), _) => name.clone(),
            (None, Some(ident)) => ident.to_string().trim_start_matches("r#").to_owned(),
            (None, None) => String::new(),
        };
        let inner = inner_of(&field.ty, "Option");
        let optional = inner.is_some();
        // Null says something else than nothing: `Some(None)`.
        let distinct_null = inner.is_some_and(|inner| inner_of(inner, "Option").is_some());
        let rust = match inner {
            Some(inner) if distinct_null => inner.clone(),
            _ => field.ty.clone(),
        };
        let mut property = Self {
            typescript: typescript::type_name(&rust),
            documentation: attributes::documentation(&field.attrs),
            required: !optional,
            left_out: false,
            listed: false,
            nullable: false,
            load_bearing: false,
            secret: false,
            unchecked: false,
            flatten: false,
            deprecated: None,
            digits: false,
            limits: Limits::default(),
            rust,
            name,
        };
        for meta in &metas {
            property.apply(meta)?;
        }
        if property.left_out && !optional {
            return Err(syn::Error::new_spanned(
                &field.ty,
                "what may be left out is an `Option`: its default would be read as something that was said",
            ));
        }
        if distinct_null {
            field
                .attrs
                .push(syn::parse_quote!(#[serde(deserialize_with = "crate::schema::given")]));
        }
        if property.flatten {
            field.attrs.push(syn::parse_quote!(#[serde(flatten)]));
        }
        if let Some(name) = rename {
            field.attrs.push(syn::parse_quote!(#[serde(rename = #name)]));
        }
        // A key that may be null is written as null, unless it is optional.
        if optional && !(property.required && property.nullable) {
            field
                .attrs
                .push(syn::parse_quote!(#[serde(skip_serializing_if = "Option::is_none")]));
        }
        Ok(property)
    }

    fn apply(&mut self, meta: &Meta) -> Result<()> {
        let word = attributes::word(meta)?;
        if let Meta::NameValue(pair) = meta {
            let limit = Some(attributes::tokens(&pair.value));
            match word.as_str() {
                "deprecated" => self.deprecated = Some(attributes::text(&pair.value)?),
                "typescript" => self.typescript = attributes::text(&pair.value)?,
                "min_length" => self.limits.min_length = limit,
                "max_length" => self.limits.max_length = limit,
                "min" => self.limits.min = limit,
                "max" => self.limits.max = limit,
                "min_items" => self.limits.min_items = limit,
                "max_items" => self.limits.max_items = limit,
                _ => return Err(syn::Error::new_spanned(meta, "unknown rule of field")),
            }
            return Ok(());
        }
        match word.as_str() {
            "required" => self.required = true,
            "optional" => self.required = false,
            // A key that may be null is still there, unless `optional` says otherwise.
            "nullable" => {
                self.nullable = true;
                self.required = true;
            }
            // Servers may leave it out, though the API's own description does not.
            "left_out" => {
                self.left_out = true;
                self.required = true;
            }
            "listed" => self.listed = true,
            "load_bearing" => self.load_bearing = true,
            "secret" => self.secret = true,
            "unchecked" => self.unchecked = true,
            "flatten" => self.flatten = true,
            "digits" => self.digits = true,
            _ => return Err(syn::Error::new_spanned(meta, "unknown rule of field")),
        }
        Ok(())
    }

    fn schema(&self) -> TokenStream {
        let Self {
            name,
            required,
            nullable,
            load_bearing,
            secret,
            ..
        } = self;
        if self.flatten {
            let union = &self.rust;
            return quote! {
                <#union as crate::schema::Adjacent>::TAG,
                <#union as crate::schema::Adjacent>::CONTENT
            };
        }
        let kind = self.kind();
        let required = *required && !self.left_out;
        quote! {
            crate::schema::Field {
                name: #name,
                kind: #kind,
                flags: crate::schema::Flags::new(#required, #nullable, #load_bearing, #secret),
            }
        }
    }

    /// The expression of the field's `Type`, with the field's own rules laid over what its Rust type says.
    fn kind(&self) -> TokenStream {
        let rust = inner_of(&self.rust, "Option").unwrap_or(&self.rust);
        let item = inner_of(rust, "Vec");
        let innermost = item.unwrap_or(rust);
        // Spelt out, since builds without the standard library have no such name of their own.
        let string: Type = syn::parse_quote!(::alloc::string::String);
        let innermost = if typescript::is_named(innermost, "String") {
            &string
        } else {
            innermost
        };
        let mut kind = if self.listed {
            quote!(<#innermost as crate::schema::ListedNames>::LISTED)
        } else {
            quote!(<#innermost as crate::schema::Schema>::TYPE)
        };
        let Limits {
            min_length,
            max_length,
            min,
            max,
            min_items,
            max_items,
        } = &self.limits;
        if self.digits || min_length.is_some() || max_length.is_some() {
            let digits = self.digits;
            let (min, max) = (bound(min_length, "0"), bound(max_length, "u32::MAX"));
            kind = quote!(crate::schema::Type::Text(&crate::schema::TextRule {
                digits: #digits, min_length: #min, max_length: #max,
            }));
        }
        if min.is_some() || max.is_some() {
            let (min, max) = (bound(min, "i32::MIN"), bound(max, "i32::MAX"));
            let integer = typescript::is_named(innermost, "u32");
            kind = quote!(crate::schema::Type::Number(&crate::schema::NumberRule {
                integer: #integer, min: #min, max: #max,
            }));
        }
        if item.is_some() {
            let (min, max) = (bound(min_items, "0"), bound(max_items, "u32::MAX"));
            kind = quote!(crate::schema::Type::Array(&crate::schema::Array {
                item: #kind, min_items: #min, max_items: #max,
            }));
        }
        kind
    }

    /// The property's lines in a TypeScript interface.
    fn declaration(&self) -> String {
        let comment = typescript::comment(&self.documentation, self.deprecated.as_deref(), "  ");
        let mark = if self.required { "" } else { "?" };
        let null = if self.nullable { " | null" } else { "" };
        let undefined = if self.required { "" } else { " | undefined" };
        format!(
            "{comment}  {}{mark}: {}{null}{undefined}\n",
            self.name, self.typescript
        )
    }
}

fn bound(limit: &Option<TokenStream>, otherwise: &str) -> TokenStream {
    match limit {
        Some(limit) => limit.clone(),
        None => otherwise.parse().unwrap_or_default(),
    }
}

/// `T` of `Outer<T>`.
fn inner_of<'a>(rust: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = rust else {
        return None;
    };
    let segment = path.path.segments.last()?;
    if segment.ident != outer || matches!(segment.arguments, PathArguments::None) {
        return None;
    }
    typescript::generic_types(&segment.arguments).first().copied()
}

fn declaration(
    name: &str,
    documentation: &[String],
    properties: &[Property],
    arguments: &ObjectArguments,
) -> String {
    let comment = typescript::comment(documentation, None, "");
    let body: String = properties.iter().map(Property::declaration).collect();
    if arguments.at_least_one.is_empty() {
        return format!("{comment}export interface {name} {{\n{body}}}\n");
    }
    let names: Vec<String> = arguments
        .at_least_one
        .iter()
        .map(|name| format!("'{name}'"))
        .collect();
    format!(
        "{comment}export type {name} = RequireAtLeastOne<{{\n{body}}}, {}>\n",
        names.join(" | ")
    )
}

/// `Debug` that shows every field but never the value of a secret one, nor what others quote of it.
fn debug(item: &ItemStruct, properties: &[Property]) -> TokenStream {
    let ident = &item.ident;
    let name = ident.to_string();
    let all = || item.fields.iter().zip(properties);
    let secret: Vec<_> = all()
        .filter(|(_, property)| property.secret)
        .map(|(field, _)| &field.ident)
        .collect();
    let fields = all().map(|(field, property)| {
        let field_ident = &field.ident;
        let label = &property.name;
        if property.secret {
            quote!(.field(#label, &"[redacted]"))
        } else if secret.is_empty() {
            quote!(.field(#label, &self.#field_ident))
        } else {
            quote!(.field(#label, &crate::redaction::Shown { field: &self.#field_ident, secret }))
        }
    });
    let secret = if secret.is_empty() {
        quote!()
    } else {
        quote!(let secret: &[&dyn ::core::fmt::Debug] = &[#(&self.#secret),*];)
    };
    quote! {
        #[cfg(feature = "typed")]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #secret
                formatter.debug_struct(#name) #(#fields)* .finish()
            }
        }
    }
}
