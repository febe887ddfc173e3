//! Attribute macros of `seam_edge::schema`: `object`, `union` and `names` turn one Rust definition into the typed model
//! (serde), the TypeScript type (`tsify::Tsify`) and the schema data that the interpreter reads. They know nothing of Seam.

mod adjacent;
mod attributes;
mod names;
mod object;
mod summarized;
mod typescript;
mod union;

use proc_macro::TokenStream;

/// Describes a JSON object: an ordinary struct whose fields are the object's keys.
///
/// Arguments: `name = "TypeScriptName"`; rules over several keys: `at_least_one(a, b)`, `together(a, b, unless = c)`,
/// `ordered(earlier, later)`.
///
/// A field of type `T` is required, one of type `Option<T>` may be absent; `#[name("key")]` gives it another key.
/// `#[field(...)]` changes that and adds rules: `required`, `nullable`, `optional`, `left_out` (some servers leave it out),
/// `load_bearing`, `secret`, `listed` (only listed names), `unchecked` (in the types, not in the schema data), `deprecated = "remedy"`,
/// `digits`, `min_length = n`, `max_length = n`, `min = n`, `max = n`, `min_items = n`, `max_items = n`, `typescript = "type"`; `flatten` on a
/// union that has a `content`.
#[proc_macro_attribute]
pub fn object(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand(object::expand(arguments.into(), item.into()))
}

/// Describes an open union of objects that are told apart by one key: an enum whose variants each carry an object.
///
/// Arguments: `tag = "key"`; `unlisted = Object`, what an object has whose tag is not listed; where something else names a tag,
/// `names = Type`, which makes `Type` as `#[names]` would, with a variant for each tag.
/// A variant's tag is its name in snake case (`uppercase`: in capitals), or what `#[name("...")]` says; `#[deprecated_tag("remedy")]`
/// marks it.
///
/// With `content = "key"` it describes two keys of another object, which flattens it: the tag and, at `key`, what a variant carries,
/// or null. That object is shown as a type called `name = "..."`, the union of one `...Of<Tag, Content, ErrorType>` per variant and one
/// for any other tag. `generic = "..."` is the TypeScript declaration of that `...Of`; `#[errors("name name")]` on a variant lists the
/// types of its errors, its third argument. The interpreter wants the tag to be a string and the content an object or null; it looks
/// no further, so that an unlisted tag makes no difference and the contents take no room in the schema data.
#[proc_macro_attribute]
pub fn union(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand(union::expand(arguments.into(), item.into()))
}

/// Describes a string that takes one of several names: an enum of unit variants, open to names that are not listed.
///
/// A variant's name is its own in snake case, or what `#[name("...")]` says. Argument: `closed`, for names that only callers send.
#[proc_macro_attribute]
pub fn names(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand(names::expand(arguments.into(), item.into()))
}

/// Gives an endpoint's or a namespace's constant its documentation as `summary`, in native builds alone.
///
/// An endpoint is written as a literal of `path`, `reply` and `repeatable`. What it takes and returns is said by the type of the constant
/// alone, `Endpoint<Parameters, Returned>`. A namespace lists its endpoints as `&GET`, of which it keeps the declarations.
///
/// Argument: `deprecated = "remedy"`, which an endpoint carries as `deprecated`.
#[proc_macro_attribute]
pub fn summarized(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand(summarized::expand(arguments.into(), item.into()))
}

fn expand(result: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    result.unwrap_or_else(syn::Error::into_compile_error).into()
}
