//! Expands `#[union]`: an enum of one-object variants becomes an open union told apart by the value of one key.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Fields, Ident, ItemEnum, Meta, Result, Type};

use crate::{attributes, typescript};

pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemEnum = syn::parse2(item)?;
    let Arguments { tag, unlisted, names } = Arguments::read(arguments)?;
    let mut members = Vec::new();
    for variant in &mut item.variants {
        let name = attributes::take_text(&mut variant.attrs, "name")?
            .unwrap_or_else(|| attributes::snake_case(&variant.ident.to_string()));
        let deprecated = attributes::take_text(&mut variant.attrs, "deprecated_tag")?;
        let object = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first(),
            _ => None,
        };
        let Some(object) = object.map(|field| field.ty.clone()) else {
            return Err(syn::Error::new_spanned(
                variant,
                "a variant of a union carries one object",
            ));
        };
        variant.attrs.push(syn::parse_quote!(#[serde(rename = #name)]));
        members.push(Member {
            ident: variant.ident.clone(),
            documentation: attributes::documentation(&variant.attrs),
            name,
            deprecated,
            object,
        });
    }
    let ident = &item.ident;
    let declaration = declaration(&item, &tag, &unlisted, &members);
    let tsify = typescript::tsify(ident, &ident.to_string(), &declaration);
    let name = ident.to_string();
    let tag_method = quote::format_ident!("{tag}");
    let tag_documentation = format!("The value of `{tag}`; empty where the object has none.");
    let (attrs, visibility, listed) = (&item.attrs, &item.vis, &item.variants);
    let idents: Vec<_> = members.iter().map(|member| &member.ident).collect();
    let tags: Vec<_> = members.iter().map(|member| &member.name).collect();
    let (shared_tags, shapes) = by_shape(&members);
    let names = names.map(|names| names_of_tags(&names, &item, &tag, &members));
    Ok(quote! {
        #names
        // Where there are no typed models, the name alone stands for the schema data.
        #[cfg(not(feature = "typed"))]
        #(#attrs)*
        #visibility struct #ident;

        #[cfg(feature = "typed")]
        #(#attrs)*
        #[derive(Clone, Debug, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(tag = #tag)]
        #[non_exhaustive]
        #visibility enum #ident {
            #listed
            /// A variant that this version does not list.
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
        #tsify
        const _: () = {
            // Wasm builds leave the field `unlisted` out; this keeps the type in use there.
            const _: core::marker::PhantomData<#unlisted> = core::marker::PhantomData;
            static UNION: crate::schema::Union = crate::schema::Union {
                tag: #tag,
                variants: &[#(crate::schema::Variant {
                    names: #shared_tags,
                    object: <#shapes as crate::schema::ObjectSchema>::OBJECT,
                }),*],
                #[cfg(not(target_arch = "wasm32"))]
                unlisted: <#unlisted as crate::schema::ObjectSchema>::OBJECT,
                #[cfg(not(target_arch = "wasm32"))]
                description: crate::schema::Description { name: #name, typescript: #declaration },
            };
            #[automatically_derived]
            impl crate::schema::Schema for #ident {
                const TYPE: crate::schema::Type = crate::schema::Type::Union(&UNION);
            }
        };
    })
}

struct Member {
    ident: Ident,
    name: String,
    documentation: Vec<String>,
    deprecated: Option<String>,
    object: Type,
}

/// The tags of equal objects together, and those objects, in the order of their first tag.
fn by_shape(members: &[Member]) -> (Vec<TokenStream>, Vec<&Type>) {
    let (mut tags, mut shapes): (Vec<Vec<&str>>, Vec<&Type>) = (Vec::new(), Vec::new());
    for member in members {
        match shapes
            .iter()
            .position(|shape| **shape == member.object)
            .and_then(|at| tags.get_mut(at))
        {
            Some(shared) => shared.push(&member.name),
            None => {
                tags.push(vec![&member.name]);
                shapes.push(&member.object);
            }
        }
    }
    let lists = tags.iter().map(|names| quote!(&[#(#names),*])).collect();
    (lists, shapes)
}

/// The tags as a string type of their own, for parameters and fields that name one.
fn names_of_tags(names: &Ident, item: &ItemEnum, tag: &str, members: &[Member]) -> TokenStream {
    let documentation = format!("What `{tag}` of a `{}` may be.", item.ident);
    let visibility = &item.vis;
    let idents = members.iter().map(|member| &member.ident);
    let tags = members.iter().map(|member| &member.name);
    quote! {
        #[crate::schema::names]
        #[doc = #documentation]
        #visibility enum #names { #(#[name(#tags)] #idents,)* }
    }
}

struct Arguments {
    tag: String,
    unlisted: Type,
    names: Option<Ident>,
}

impl Arguments {
    fn read(tokens: TokenStream) -> Result<Self> {
        let span = tokens.clone();
        let (mut tag, mut unlisted, mut names) = (None, None, None);
        for argument in attributes::arguments(tokens)? {
            match &argument {
                Meta::NameValue(pair) if pair.path.is_ident("tag") => {
                    tag = Some(attributes::text(&pair.value)?);
                }
                Meta::NameValue(pair) if pair.path.is_ident("unlisted") => {
                    unlisted = Some(syn::parse2(attributes::tokens(&pair.value))?);
                }
                Meta::NameValue(pair) if pair.path.is_ident("names") => {
                    names = Some(syn::parse2(attributes::tokens(&pair.value))?);
                }
                other => return Err(syn::Error::new_spanned(other, "unknown argument of union")),
            }
        }
        let (Some(tag), Some(unlisted)) = (tag, unlisted) else {
            return Err(syn::Error::new_spanned(
                span,
                "a union needs `tag = \"key\"` and `unlisted = Object`",
            ));
        };
        Ok(Self { tag, unlisted, names })
    }
}

fn declaration(item: &ItemEnum, tag: &str, unlisted: &Type, members: &[Member]) -> String {
    let comment = typescript::comment(&attributes::documentation(&item.attrs), None, "");
    let listed: String = members
        .iter()
        .map(|member| {
            let comment = typescript::comment(&member.documentation, member.deprecated.as_deref(), "  ");
            let object = typescript::type_name(&member.object);
            format!("\n{comment}  | ({object} & {{ {tag}: '{}' }})", member.name)
        })
        .collect();
    let fallback = typescript::type_name(unlisted);
    format!(
        "{comment}export type {} ={listed}\n  /** Any other: compare `{tag}` as a string. */\n  | ({fallback} & {{ {tag}: UnlistedCode }})\n",
        item.ident
    )
}
