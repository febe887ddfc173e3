//! Writes TypeScript: comments, property lines, the name of a Rust type. Holds no parsing of attributes.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{GenericArgument, Ident, PathArguments, Type};

/// A documentation comment of the given lines, each line indented, ending in a line break; empty without lines.
pub(crate) fn comment(lines: &[String], deprecated: Option<&str>, indent: &str) -> String {
    let mut lines: Vec<String> = lines.to_vec();
    if let Some(remedy) = deprecated {
        lines.push(format!("@deprecated {remedy}"));
    }
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        _ => {
            let body: String = lines
                .iter()
                .map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n")
                .collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}

/// The documentation comment of a member of a union type, on which a tag has no meaning: a deprecation is a sentence there.
pub(crate) fn member_comment(lines: &[String], deprecated: Option<&str>, indent: &str) -> String {
    let mut lines: Vec<String> = lines.to_vec();
    if let Some(remedy) = deprecated {
        lines.push(format!("Deprecated: {remedy}."));
    }
    comment(&lines, None, indent)
}

/// The TypeScript type of a value of the Rust type.
pub(crate) fn type_name(rust: &Type) -> String {
    let Type::Path(path) = rust else {
        return "unknown".to_owned();
    };
    let Some(segment) = path.path.segments.last() else {
        return "unknown".to_owned();
    };
    let inner = generic_types(&segment.arguments);
    match (segment.ident.to_string().as_str(), inner.as_slice()) {
        ("String" | "DateTime", _) => "string".to_owned(),
        ("bool", _) => "boolean".to_owned(),
        ("True", _) => "true".to_owned(),
        ("False", _) => "false".to_owned(),
        ("f64" | "u32", _) => "number".to_owned(),
        ("Value", _) => "unknown".to_owned(),
        ("Option", [inner]) => type_name(inner),
        ("Vec", [inner]) => format!("Array<{}>", type_name(inner)),
        ("BTreeMap", [_, inner]) => format!("Record<string, {}>", type_name(inner)),
        (name, _) => name.to_owned(),
    }
}

/// Whether the type is the one of this name, without arguments.
pub(crate) fn is_named(rust: &Type, name: &str) -> bool {
    matches!(rust, Type::Path(path) if path.path.is_ident(name))
}

/// The types between the angle brackets.
pub(crate) fn generic_types(arguments: &PathArguments) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return Vec::new();
    };
    arguments
        .args
        .iter()
        .filter_map(|argument| match argument {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        })
        .collect()
}

/// The `tsify::Tsify` implementation that carries the declaration.
pub(crate) fn tsify(ident: &Ident, name: &str, declaration: impl quote::ToTokens) -> TokenStream {
    let javascript = format_ident!("Js{ident}");
    quote! {
        #[cfg(feature = "tsify")]
        const _: () = {
            use ::wasm_bindgen::prelude::*;
            #[wasm_bindgen]
            extern "C" {
                #[derive(Clone)]
                #[wasm_bindgen(typescript_type = #name)]
                pub type #javascript;
            }
            #[automatically_derived]
            impl ::tsify::Tsify for #ident {
                type JsType = #javascript;
                const DECL: &'static str = #declaration;
                const SERIALIZATION_CONFIG: ::tsify::SerializationConfig = ::tsify::SerializationConfig {
                    missing_as_null: true,
                    hashmap_as_object: true,
                    large_number_types_as_bigints: false,
                };
            }
        };
    }
}
