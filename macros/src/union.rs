//! Expands `#[union]`: an enum of one-object variants becomes an open union told apart by the value of one key.
//! Where the objects lie at a key of their own, beside the tag, `adjacent` goes on.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Fields, Ident, ItemEnum, Meta, Result, Type};

use crate::{adjacent, attributes, typescript};

pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemEnum = syn::parse2(item)?;
    let arguments = Arguments::read(arguments)?;
    let members = members(&mut item, arguments.uppercase)?;
    if arguments.content.is_some() {
        return adjacent::expand(&arguments, &item, &members);
    }
    let Some(unlisted) = &arguments.unlisted else {
        return Err(syn::Error::new_spanned(
            &item.ident,
            "a union needs `unlisted = Object`",
        ));
    };
    if let Some(member) = members.iter().find(|member| member.errors.is_some()) {
        return Err(syn::Error::new_spanned(
            &member.ident,
            "errors are listed beside a content alone",
        ));
    }
    let tag = &arguments.tag;
    let ident = &item.ident;
    let declaration = declaration(&item, tag, unlisted, &members);
    let tsify = typescript::tsify(ident, &ident.to_string(), &declaration);
    let name = ident.to_string();
    let tag_method = quote::format_ident!("{tag}");
    let tag_documentation = format!("The value of `{tag}`; empty where the object has none.");
    let (attrs, visibility, listed) = (&item.attrs, &item.vis, &item.variants);
    let idents: Vec<_> = members.iter().map(|member| &member.ident).collect();
    let tags: Vec<_> = members.iter().map(|member| &member.name).collect();
    let (shared_tags, shapes) = by_shape(&members);
    let names = arguments.names.as_ref();
    let names = names.map(|names| names_of_tags(names, &item, tag, &members));
    Ok(quote! {
        #names
        // Where there are no typed models, the name alone stands for the schema data.
        #[cfg(not(feature = "typed"))]
        #(#attrs)*
        #visibility struct #ident;

        #[cfg(feature = "typed")]
        #(#attrs)*
        #[derive(Clone, Debug, PartialEq, ::serde::Serialize)]
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
        #[cfg(feature = "typed")]
        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for #ident {
            // serde's own would take a number for the place of a variant, and a number is no tag.
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let given = <crate::schema::Unlisted as ::serde::Deserialize>::deserialize(deserializer)?;
                let listed = match given.text(#tag) {
                    #(#tags => given.object().map(Self::#idents),)*
                    _ => None,
                };
                Ok(listed.unwrap_or(Self::Unlisted(given)))
            }
        }
        #tsify
        const _: () = {
            static UNION: crate::schema::Union = crate::schema::Union {
                tag: #tag,
                variants: &[#(crate::schema::Variant {
                    names: #shared_tags,
                    object: <#shapes as crate::schema::ObjectSchema>::OBJECT,
                }),*],
                unlisted: <#unlisted as crate::schema::ObjectSchema>::OBJECT,
                #[cfg(not(target_arch = "wasm32"))]
                description: crate::schema::Description {
                    name: #name,
                    typescript: #declaration,
                    mentions: &[],
                },
            };
            #[automatically_derived]
            impl crate::schema::Schema for #ident {
                const TYPE: crate::schema::Type = crate::schema::Type::Union(&UNION);
            }
        };
    })
}

/// One variant.
pub(crate) struct Member {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) documentation: Vec<String>,
    pub(crate) deprecated: Option<String>,
    /// The listed types of error, separated by spaces; only beside a content.
    pub(crate) errors: Option<String>,
    pub(crate) object: Type,
}

/// Reads the variants, and leaves them with the attributes that serde needs.
fn members(item: &mut ItemEnum, uppercase: bool) -> Result<Vec<Member>> {
    let mut members = Vec::new();
    for variant in &mut item.variants {
        let own = attributes::snake_case(&variant.ident.to_string());
        let own = if uppercase { own.to_ascii_uppercase() } else { own };
        let name = attributes::take_text(&mut variant.attrs, "name")?.unwrap_or(own);
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
            errors: attributes::take_text(&mut variant.attrs, "errors")?,
            documentation: attributes::documentation(&variant.attrs),
            name,
            deprecated,
            object,
        });
    }
    Ok(members)
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

/// What stands between the parentheses of `#[union(...)]`.
#[derive(Default)]
pub(crate) struct Arguments {
    pub(crate) tag: String,
    unlisted: Option<Type>,
    /// The string type of all tags, where there is to be one.
    names: Option<Ident>,
    uppercase: bool,
    /// The key of the content, where that lies beside the tag.
    pub(crate) content: Option<String>,
    /// The name of the object that holds tag and content.
    pub(crate) name: String,
    /// The declaration of that object's generic type.
    pub(crate) generic: String,
}

impl Arguments {
    fn read(tokens: TokenStream) -> Result<Self> {
        let span = tokens.clone();
        let mut result = Self::default();
        for argument in attributes::arguments(tokens)? {
            match (attributes::word(&argument)?.as_str(), &argument) {
                ("uppercase", Meta::Path(_)) => result.uppercase = true,
                ("unlisted", Meta::NameValue(pair)) => {
                    result.unlisted = Some(syn::parse2(attributes::tokens(&pair.value))?);
                }
                ("names", Meta::NameValue(pair)) => {
                    result.names = Some(syn::parse2(attributes::tokens(&pair.value))?);
                }
                ("tag", Meta::NameValue(pair)) => result.tag = attributes::text(&pair.value)?,
                ("content", Meta::NameValue(pair)) => result.content = Some(attributes::text(&pair.value)?),
                ("name", Meta::NameValue(pair)) => result.name = attributes::text(&pair.value)?,
                ("generic", Meta::NameValue(pair)) => result.generic = attributes::text(&pair.value)?,
                _ => return Err(syn::Error::new_spanned(argument, "unknown argument of union")),
            }
        }
        if result.tag.is_empty() {
            return Err(syn::Error::new_spanned(span, "a union needs `tag = \"key\"`"));
        }
        Ok(result)
    }
}

fn declaration(item: &ItemEnum, tag: &str, unlisted: &Type, members: &[Member]) -> String {
    let comment = typescript::comment(&attributes::documentation(&item.attrs), None, "");
    let listed: String = members
        .iter()
        .map(|member| {
            let comment =
                typescript::member_comment(&member.documentation, member.deprecated.as_deref(), "  ");
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
