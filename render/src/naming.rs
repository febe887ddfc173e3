//! From the API's names to those of TypeScript: cases, class names, types of replies. Renders no file.

use seam_edge::schema::Type;

/// `access_codes/unmanaged` as `AccessCodesUnmanaged`.
pub(crate) fn pascal_case(name: &str) -> String {
    name.split(['_', '/'])
        .filter_map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
        })
        .collect()
}

/// `get_or_create` as `getOrCreate`.
pub(crate) fn camel_case(name: &str) -> String {
    small_first(&pascal_case(name))
}

/// `AccessCode` as `accessCode`.
pub(crate) fn small_first(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_ascii_lowercase().to_string() + letters.as_str())
        .unwrap_or_default()
}

/// The last word of a path: an endpoint's own name.
pub(crate) fn last_word(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The TypeScript type of a described value.
pub(crate) fn type_name(kind: Type) -> String {
    match kind {
        Type::Any => "unknown".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Only(value) => value.to_string(),
        Type::Number(_) => "number".to_owned(),
        Type::Text(_) | Type::DateTime => "string".to_owned(),
        Type::Names(names) | Type::OpenNames(names) => names.description.name.to_owned(),
        Type::Array(array) => format!("Array<{}>", type_name(array.item)),
        Type::Map(item) => format!("Record<string, {}>", type_name(*item)),
        Type::Object(object) => object.description.name.to_owned(),
        Type::Union(union) => union.description.name.to_owned(),
    }
}

/// A documentation comment, each line indented.
pub(crate) fn comment(text: &str, indent: &str) -> String {
    if text.contains('\n') {
        let lines: String = text
            .lines()
            .map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n")
            .collect();
        return format!("{indent}/**\n{lines}{indent} */\n");
    }
    format!("{indent}/** {text} */\n")
}
