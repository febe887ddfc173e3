//! Reads the arguments of the macros and of the attributes inside their items. Holds no code generation.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Result, Token};

pub(crate) type Arguments = Punctuated<Meta, Token![,]>;

/// The comma-separated arguments of a macro.
pub(crate) fn arguments(tokens: TokenStream) -> Result<Arguments> {
    Arguments::parse_terminated.parse2(tokens)
}

/// Removes the attributes called `name` from the list and returns their arguments.
pub(crate) fn take(attributes: &mut Vec<Attribute>, name: &str) -> Result<Vec<Meta>> {
    let mut found = Vec::new();
    let mut failure = None;
    attributes.retain(|attribute| {
        if !attribute.path().is_ident(name) {
            return true;
        }
        match attribute.parse_args_with(Arguments::parse_terminated) {
            Ok(metas) => found.extend(metas),
            Err(error) => failure = Some(error),
        }
        false
    });
    failure.map_or(Ok(found), Err)
}

/// Removes `#[name("text")]` from the list and returns the text.
pub(crate) fn take_text(attributes: &mut Vec<Attribute>, name: &str) -> Result<Option<String>> {
    let position = attributes
        .iter()
        .position(|attribute| attribute.path().is_ident(name));
    let Some(position) = position else {
        return Ok(None);
    };
    let literal: syn::LitStr = attributes.remove(position).parse_args()?;
    Ok(Some(literal.value()))
}

/// The lines of an item's documentation, without the leading space that `///` leaves.
pub(crate) fn documentation(attributes: &[Attribute]) -> Vec<String> {
    attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("doc") => text(&pair.value).ok(),
            _ => None,
        })
        .map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned())
        .collect()
}

/// A string literal's value.
pub(crate) fn text(value: &Expr) -> Result<String> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        }) => Ok(literal.value()),
        other => Err(syn::Error::new_spanned(other, "expected a string literal")),
    }
}

/// The tokens of an argument's value.
pub(crate) fn tokens(value: &Expr) -> TokenStream {
    value.to_token_stream()
}

/// The words of `name(word, word)`.
pub(crate) fn words(list: &syn::MetaList) -> Result<Vec<Meta>> {
    Ok(list
        .parse_args_with(Arguments::parse_terminated)?
        .into_iter()
        .collect())
}

/// The single identifier of a path, as text.
pub(crate) fn word(meta: &Meta) -> Result<String> {
    meta.path()
        .get_ident()
        .map(ToString::to_string)
        .ok_or_else(|| syn::Error::new_spanned(meta, "expected one word"))
}

/// `FooBar` as `foo_bar`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut result = String::new();
    for (position, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() {
            if position > 0 {
                result.push('_');
            }
            result.push(letter.to_ascii_lowercase());
        } else {
            result.push(letter);
        }
    }
    result
}
