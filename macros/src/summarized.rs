//! Expands `#[summarized]`: the documentation of a constant becomes the `summary` of its struct literal, and the remedy of a
//! deprecated endpoint its `deprecated`, in native builds alone. Endpoints get what follows from their types.

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
    // A namespace is never deprecated as a whole.
    if literal.path.is_ident("Endpoint") {
        // The type of the constant says what the endpoint takes and returns; it adds both to what is written here.
        literal.path = syn::parse_quote!(crate::api::Terms);
        let fields = &mut literal.fields;
        fields.push(syn::parse_quote!(#[cfg(not(target_arch = "wasm32"))] summary: #summary));
        fields.push(syn::parse_quote!(#[cfg(not(target_arch = "wasm32"))] deprecated: #deprecated));
        let terms = literal.clone();
        *item.expr = syn::parse_quote!(Endpoint::declared(#terms));
        return Ok(quote!(#item));
    }
    for field in &mut literal.fields {
        if matches!(&field.member, syn::Member::Named(name) if name == "endpoints") {
            declarations(&mut field.expr);
        }
    }
    let fields = &mut literal.fields;
    fields.push(syn::parse_quote!(#[cfg(not(target_arch = "wasm32"))] summary: #summary));
    Ok(quote!(#item))
}

/// Of each endpoint in the list its declaration: endpoints differ in their types, and a list has one.
fn declarations(list: &mut Expr) {
    let Expr::Reference(list) = list else { return };
    let Expr::Array(list) = list.expr.as_mut() else {
        return;
    };
    for item in &mut list.elems {
        if let Expr::Reference(item) = item {
            let endpoint = &item.expr;
            *item.expr = syn::parse_quote!(#endpoint.declaration);
        }
    }
}
