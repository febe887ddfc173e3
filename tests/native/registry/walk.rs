//! Visits every object and every nameless value that schema data describes, each inside a whole document that is otherwise valid.
//! Judges nothing.

use seam_edge::schema::{Field, Flags, Rule, Type};
use serde_json::{Map, Value, json};

use crate::breakages::UNLISTED;
use crate::{join, samples};

/// A place of a document.
pub(crate) enum Site<'a> {
    /// An object; where it is one of a union once per variant, and once with a tag that is not listed.
    Object(ObjectSite<'a>),
    /// An item of an array or of a map.
    Item(ItemSite<'a>),
}

pub(crate) struct ObjectSite<'a> {
    /// Where the object is.
    pub(crate) path: &'a str,
    pub(crate) fields: &'a [Field],
    pub(crate) rules: &'a [Rule],
    /// The key that tells the variants of a union apart, which is not among the fields, and what is known of the field that holds
    /// the union.
    pub(crate) tag: Option<(&'static str, Flags)>,
    /// The object with every key.
    pub(crate) object: &'a Map<String, Value>,
    document: &'a dyn Fn(Value) -> Value,
}

impl ObjectSite<'_> {
    /// The object after an edit, and the whole document with it.
    pub(crate) fn edited(&self, edit: impl FnOnce(&mut Map<String, Value>)) -> (Map<String, Value>, Value) {
        let mut object = self.object.clone();
        edit(&mut object);
        let document = (self.document)(Value::Object(object.clone()));
        (object, document)
    }
}

pub(crate) struct ItemSite<'a> {
    /// Where the item is.
    pub(crate) path: &'a str,
    pub(crate) kind: Type,
    /// What is known of the field that holds the array or map.
    pub(crate) flags: Flags,
    document: &'a dyn Fn(Value) -> Value,
}

impl ItemSite<'_> {
    /// The whole document with another item.
    pub(crate) fn with(&self, value: Value) -> Value {
        (self.document)(value)
    }
}

/// Visits the outermost object and everything inside it.
pub(crate) fn document(fields: &[Field], rules: &[Rule], visit: &mut dyn FnMut(Site<'_>)) {
    let object = samples::object(fields, rules);
    let site = ObjectSite {
        path: "",
        fields,
        rules,
        tag: None,
        object: &object,
        document: &|whole| whole,
    };
    self::object(site, visit);
}

fn object(site: ObjectSite<'_>, visit: &mut dyn FnMut(Site<'_>)) {
    let ObjectSite {
        path,
        fields,
        object,
        document,
        ..
    } = site;
    visit(Site::Object(site));
    for field in fields {
        let rebuild = |value: Value| {
            let mut object = object.clone();
            object.insert(field.name.to_owned(), value);
            document(Value::Object(object))
        };
        inside(field.kind, field.flags, &join(path, field.name), &rebuild, visit);
    }
}

fn inside(
    kind: Type,
    flags: Flags,
    path: &str,
    document: &dyn Fn(Value) -> Value,
    visit: &mut dyn FnMut(Site<'_>),
) {
    match kind {
        Type::Object(data) => {
            let object = samples::object(data.fields, data.rules);
            let (fields, rules) = (data.fields, data.rules);
            self::object(
                ObjectSite {
                    path,
                    fields,
                    rules,
                    tag: None,
                    object: &object,
                    document,
                },
                visit,
            );
        }
        Type::Union(union) => {
            let listed = union
                .variants
                .iter()
                .map(|variant| (variant.names[0], variant.object));
            for (name, data) in listed.chain([(UNLISTED, union.unlisted)]) {
                let object = samples::tagged(union.tag, name, data);
                let (fields, rules, tag) = (data.fields, data.rules, Some((union.tag, flags)));
                self::object(
                    ObjectSite {
                        path,
                        fields,
                        rules,
                        tag,
                        object: &object,
                        document,
                    },
                    visit,
                );
            }
        }
        Type::Array(array) => {
            let rebuild = |item: Value| {
                let mut items = vec![samples::value(array.item); array.min_items.max(1) as usize];
                items[0] = item;
                document(json!(items))
            };
            item(array.item, flags, &format!("{path}[0]"), &rebuild, visit);
        }
        Type::Map(kind) => {
            let rebuild = |value: Value| document(json!({ samples::FREE_KEY: value }));
            item(*kind, flags, &join(path, samples::FREE_KEY), &rebuild, visit);
        }
        _ => {}
    }
}

fn item(
    kind: Type,
    flags: Flags,
    path: &str,
    document: &dyn Fn(Value) -> Value,
    visit: &mut dyn FnMut(Site<'_>),
) {
    visit(Site::Item(ItemSite {
        path,
        kind,
        flags,
        document,
    }));
    inside(kind, flags, path, document, visit);
}
