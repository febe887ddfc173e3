//! The resources that exist, as the API would write them, with what only the fake knows of them. Judges nothing.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

use crate::fake::kinds::Kind;

/// A resource: its members as a reply has them.
pub(super) type Resource = Map<String, Value>;

/// A resource of a kind, in a workspace.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// Which of all resources it is, from 1 for the oldest; 0 until it is added.
    pub(super) serial: u64,
    pub(super) kind: &'static Kind,
    pub(super) workspace_id: String,
    pub(super) resource: Resource,
    /// What a resource belongs to and its reply does not say, as the device of an action attempt. Filters look here too.
    pub(super) unsaid: Resource,
}

impl Record {
    /// A resource whose reply says all.
    pub(super) fn new(kind: &'static Kind, workspace_id: impl Into<String>, resource: Resource) -> Self {
        Self {
            serial: 0,
            kind,
            workspace_id: workspace_id.into(),
            resource,
            unsaid: Resource::new(),
        }
    }

    pub(super) fn id(&self) -> &str {
        text(&self.resource, self.kind.id)
    }

    /// The value that a filter of this name compares with; `Null` where there is none.
    pub(super) fn get(&self, key: &str) -> &Value {
        let said = self.resource.get(key).filter(|value| !value.is_null());
        said.or_else(|| self.unsaid.get(key)).unwrap_or(&Value::Null)
    }
}

/// All resources, in the order in which they came to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    all: Vec<Record>,
    count: u64,
}

impl Records {
    pub(super) fn add(&mut self, mut record: Record) {
        self.count += 1;
        record.serial = self.count;
        self.all.push(record);
    }

    pub(super) fn of(&self, kind: &'static Kind) -> impl DoubleEndedIterator<Item = &Record> {
        self.all.iter().filter(move |record| record.kind == kind)
    }

    pub(super) fn find(&self, kind: &'static Kind, id: &str) -> Option<&Record> {
        self.of(kind).find(|record| record.id() == id)
    }

    pub(super) fn find_mut(&mut self, kind: &'static Kind, id: &str) -> Option<&mut Record> {
        let mut records = self.all.iter_mut();
        records.find(|record| record.kind == kind && record.id() == id)
    }

    /// The members of a resource to be changed.
    pub(super) fn resource_mut(&mut self, kind: &'static Kind, id: &str) -> Option<&mut Resource> {
        self.find_mut(kind, id).map(|record| &mut record.resource)
    }

    /// Makes a resource one of another kind.
    pub(super) fn become_kind(&mut self, from: &'static Kind, to: &'static Kind, id: &str) {
        if let Some(record) = self.find_mut(from, id) {
            record.kind = to;
        }
    }

    pub(super) fn remove(&mut self, kind: &'static Kind, id: &str) -> Option<Record> {
        let place = self
            .all
            .iter()
            .position(|record| record.kind == kind && record.id() == id)?;
        Some(self.all.remove(place))
    }

    pub(super) fn retain(&mut self, keep: impl FnMut(&Record) -> bool) {
        self.all.retain(keep);
    }
}

/// The string at a key; empty where there is none.
pub(super) fn text<'r>(resource: &'r Resource, key: &str) -> &'r str {
    resource.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Whether the value at a key is `true`.
pub(super) fn is_true(resource: &Resource, key: &str) -> bool {
    resource.get(key) == Some(&Value::Bool(true))
}

/// The strings of the array at a key; none where there is none.
pub(super) fn texts(resource: &Resource, key: &str) -> Vec<String> {
    let items = resource.get(key).and_then(Value::as_array);
    let texts = items.into_iter().flatten().filter_map(Value::as_str);
    texts.map(ToString::to_string).collect()
}

/// The members of what `json!` has made of an object.
pub(super) fn members(value: Value) -> Resource {
    match value {
        Value::Object(members) => members,
        _ => Resource::new(),
    }
}

/// Sets members of a resource.
pub(super) fn set<const N: usize>(resource: &mut Resource, members: [(&str, Value); N]) {
    for (key, value) in members {
        resource.insert(key.into(), value);
    }
}
