//! Expands `#[summarized]`: the documentation of a constant becomes the `summary` of its struct literal, in native builds alone.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, ItemConst, Result};

use crate::attributes;

pub(crate) fn expand(item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemConst = syn::parse2(item)?;
    let summary = attributes::documentation(&item.attrs).join("\n");
    let Expr::Struct(literal) = item.expr.as_mut() else {
        return Err(syn::Error::new_spanned(
            &item.expr,
            "only a struct literal can be summarized",
        ));
    };
    literal
        .fields
        .push(syn::parse_quote!(#[cfg(not(target_arch = "wasm32"))] summary: #summary));
    Ok(quote!(#item))
}
