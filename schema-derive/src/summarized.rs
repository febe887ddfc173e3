//! Expands `#[summarized]`: the documentation of a constant becomes the `summary` of its struct literal, and the remedy of a
//! deprecated endpoint its `deprecated`, in native builds alone.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, ItemConst, Meta, Result};

use crate::attributes;

pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemConst = syn::parse2(item)?;
    let mut deprecated = quote!(None);
    for argument in attributes::arguments(arguments)? {
        match &argument {
            Meta::NameValue(pair) if pair.path.is_ident("deprecated") => {
                let remedy = attributes::text(&pair.value)?;
                deprecated = quote!(Some(#remedy));
            }
            other => return Err(syn::Error::new_spanned(other, "unknown argument of summarized")),
        }
    }
    let summary = attributes::documentation(&item.attrs).join("\n");
    let Expr::Struct(literal) = item.expr.as_mut() else {
        return Err(syn::Error::new_spanned(
            &item.expr,
            "only a struct literal can be summarized",
        ));
    };
    let fields = &mut literal.fields;
    fields.push(syn::parse_quote!(#[cfg(not(target_arch = "wasm32"))] summary: #summary));
    // A namespace is never deprecated as a whole.
    if literal.path.is_ident("Endpoint") {
        fields.push(syn::parse_quote!(#[cfg(not(target_arch = "wasm32"))] deprecated: #deprecated));
    }
    Ok(quote!(#item))
}
