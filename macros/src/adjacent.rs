//! Expands `#[union]` with `content`: an enum for what lies at two keys of an object, a tag and, as the tag says, a content.
//! The content is described to readers and not to the interpreter.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, ItemEnum, Result, Type};

use crate::typescript;
use crate::union::{Arguments, Member};

pub(crate) fn expand(arguments: &Arguments, item: &ItemEnum, members: &[Member]) -> Result<TokenStream> {
    let (ident, attrs, visibility) = (&item.ident, &item.attrs, &item.vis);
    let Arguments { tag, content, .. } = arguments;
    let declaration = declaration(arguments, item, members);
    let tag_method = quote::format_ident!("{tag}");
    let tag_documentation = format!("The value of `{tag}`; empty where the object has none.");
    let tags: Vec<&String> = members.iter().map(|member| &member.name).collect();
    let idents: Vec<&Ident> = members.iter().map(|member| &member.ident).collect();
    let objects: Vec<&Type> = members.iter().map(|member| &member.object).collect();
    let attributes = item.variants.iter().map(|variant| &variant.attrs);
    Ok(quote! {
        // Where there are no typed models, the name alone stands for the schema data.
        #[cfg(not(feature = "typed"))]
        #(#attrs)*
        #visibility struct #ident;

        #[cfg(feature = "typed")]
        #(#attrs)*
        #[derive(Clone, Debug, PartialEq, ::serde::Serialize)]
        #[serde(tag = #tag, content = #content)]
        #[non_exhaustive]
        #visibility enum #ident {
            #(#(#attributes)* #idents(Option<#objects>),)*
            /// A variant that this version does not list, or one whose content is not as described.
            #[serde(untagged)]
            Unlisted(crate::schema::Unlisted),
        }

        #[cfg(feature = "typed")]
        impl #ident {
            /// The tags that this version lists.
            pub const NAMES: &'static [&'static str] = &[#(#tags),*];

            #[doc = #tag_documentation]
            pub fn #tag_method(&self) -> &str {
                match self {
                    #(Self::#idents(_) => #tags,)*
                    Self::Unlisted(unlisted) => unlisted.text(#tag),
                }
            }
        }
        #[cfg(feature = "typed")]
        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for #ident {
            // serde's own would take a number for the place of a variant, and a number is no tag.
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let given = <crate::schema::Unlisted as ::serde::Deserialize>::deserialize(deserializer)?;
                let listed = match given.text(#tag) {
                    #(#tags => given.content(#content).map(Self::#idents),)*
                    _ => None,
                };
                Ok(listed.unwrap_or(Self::Unlisted(given)))
            }
        }
        #[cfg(feature = "typed")]
        #[automatically_derived]
        impl ::core::default::Default for #ident {
            fn default() -> Self {
                Self::Unlisted(::core::default::Default::default())
            }
        }
        // Wasm builds leave `CONTENTS` out; this keeps the types in use there.
        const _: core::marker::PhantomData<(#(#objects,)*)> = core::marker::PhantomData;
        #[automatically_derived]
        impl crate::schema::Adjacent for #ident {
            const TAG: crate::schema::Field = crate::schema::Field {
                name: #tag,
                kind: crate::schema::Type::ANY_TEXT,
                flags: crate::schema::Flags::new(true, false, true, false),
            };
            // Nobody looks into it, so it may hold anything that is not to be shown.
            const CONTENT: crate::schema::Field = crate::schema::Field {
                name: #content,
                kind: crate::schema::Type::Map(&crate::schema::Type::Any),
                flags: crate::schema::Flags::new(true, true, false, true),
            };
            const TYPESCRIPT: &'static str = #declaration;
            #[cfg(not(target_arch = "wasm32"))]
            const CONTENTS: &'static [crate::schema::Type] = &[#(<#objects as crate::schema::Schema>::TYPE),*];
        }
    })
}

/// The generic type of the object, and the object as the union of its uses.
fn declaration(arguments: &Arguments, item: &ItemEnum, members: &[Member]) -> String {
    let Arguments { name, generic, .. } = arguments;
    let comment = typescript::comment(&crate::attributes::documentation(&item.attrs), None, "");
    let listed: String = members
        .iter()
        .map(|member| {
            let comment =
                typescript::member_comment(&member.documentation, member.deprecated.as_deref(), "  ");
            let object = typescript::type_name(&member.object);
            let errors: String = member
                .errors
                .iter()
                .flat_map(|errors| errors.split_whitespace())
                .map(|error| format!(", '{error}'"))
                .collect();
            let errors = match errors.strip_prefix(", ") {
                Some(errors) => format!(", {}", errors.replace(", ", " | ")),
                None => String::new(),
            };
            format!("\n{comment}  | {name}Of<'{}', {object}{errors}>", member.name)
        })
        .collect();
    let tag = &arguments.tag;
    format!(
        "{}\n{comment}export type {name} ={listed}\n  /** Any other: compare `{tag}` as a string. */\n  | {name}Of<UnlistedCode, Record<string, unknown>>\n",
        generic.trim_start(),
    )
}
