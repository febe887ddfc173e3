//! Expands `#[names]`: an enum of unit variants becomes a string type, open to names that it does not list.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{ItemEnum, Result};

use crate::{attributes, typescript};

pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemEnum = syn::parse2(item)?;
    let closed = match attributes::arguments(arguments)?.first() {
        None => false,
        Some(argument) if argument.path().is_ident("closed") => true,
        Some(other) => return Err(syn::Error::new_spanned(other, "unknown argument of names")),
    };
    let mut names = Vec::new();
    for variant in &mut item.variants {
        let name = attributes::take_text(&mut variant.attrs, "name")?
            .unwrap_or_else(|| attributes::snake_case(&variant.ident.to_string()));
        if !variant
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("doc"))
        {
            let documentation = format!("`{name}`.");
            variant.attrs.push(syn::parse_quote!(#[doc = #documentation]));
        }
        names.push(name);
    }
    let variants: Vec<_> = item
        .variants
        .iter()
        .map(|variant| variant.ident.clone())
        .collect();
    let (unlisted, unlisted_text, from_unlisted, default) = if closed {
        let first = variants.first();
        (
            quote!(),
            quote!(),
            quote!(other => Err(::serde::de::Error::unknown_variant(other, Self::NAMES))),
            quote!(Self::#first),
        )
    } else {
        (
            quote! {
                /// A name that this version does not list.
                Unlisted(::alloc::string::String),
            },
            quote!(Self::Unlisted(name) => name,),
            quote!(other => Ok(Self::Unlisted(other.to_owned()))),
            quote!(Self::Unlisted(::alloc::string::String::new())),
        )
    };
    let ident = &item.ident;
    let declaration = declaration(&item, &names, closed);
    let tsify = typescript::tsify(ident, &ident.to_string(), &declaration);
    let name = ident.to_string();
    let schema_type = if closed {
        quote!(
            const TYPE: crate::schema::Type = crate::schema::Type::Names(&NAMES);
        )
    } else {
        quote! {
            #[cfg(not(target_arch = "wasm32"))]
            const TYPE: crate::schema::Type = crate::schema::Type::OpenNames(&NAMES);
            #[cfg(target_arch = "wasm32")]
            const TYPE: crate::schema::Type = crate::schema::Type::ANY_TEXT;
        }
    };
    let (attrs, visibility, listed) = (&item.attrs, &item.vis, &item.variants);
    Ok(quote! {
        #(#attrs)*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #visibility enum #ident { #listed #unlisted }

        impl #ident {
            /// The names that this version lists.
            pub const NAMES: &'static [&'static str] = &[#(#names),*];

            /// The name as the API writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #names,)*
                    #unlisted_text
                }
            }
        }
        #[automatically_derived]
        impl ::core::default::Default for #ident {
            fn default() -> Self { #default }
        }
        #[cfg(feature = "typed")]
        #[automatically_derived]
        impl ::serde::Serialize for #ident {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        #[cfg(feature = "typed")]
        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match <String as ::serde::Deserialize>::deserialize(deserializer)?.as_str() {
                    #(#names => Ok(Self::#variants),)*
                    #from_unlisted
                }
            }
        }
        #tsify
        const _: () = {
            static NAMES: crate::schema::Names = crate::schema::Names {
                names: #ident::NAMES,
                #[cfg(not(target_arch = "wasm32"))]
                description: crate::schema::Description {
                    name: #name,
                    typescript: #declaration,
                    mentions: &[],
                },
            };
            #[automatically_derived]
            impl crate::schema::Schema for #ident {
                #schema_type
            }
            #[automatically_derived]
            impl crate::schema::ListedNames for #ident {
                const LISTED: crate::schema::Type = crate::schema::Type::Names(&NAMES);
            }
        };
    })
}

fn declaration(item: &ItemEnum, names: &[String], closed: bool) -> String {
    let comment = typescript::comment(&attributes::documentation(&item.attrs), None, "");
    let mut members: String = names.iter().map(|name| format!("\n  | '{name}'")).collect();
    if !closed {
        // Keeps completion of the listed names while any string stays assignable.
        members.push_str("\n  | (string & {})");
    }
    format!("{comment}export type {} ={members}\n", item.ident)
}
