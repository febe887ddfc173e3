//! Every endpoint and resource of the registry beside the facts in `tests/cases/api`, which `npm run update-facts` compares with the newest official
//! packages: paths, parameters, what is required, names, nulls, response keys, fields. Where ours differs on purpose, `DIFFERENCES` says why.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use seam_edge::api::{self, Declaration};
use seam_edge::schema::{Field, Rule, Type, literal};
use serde_json::{Map, Value};

/// Endpoints of the API that are not declared yet.
const NOT_YET: &[&str] = &[];

/// What differs on purpose, and why. A place is a path with the parameter, or a resource with the field; `*` at its end stands for anything.
const DIFFERENCES: &[(&str, &str)] = &[
    (
        "/access_codes/create_multiple.is_offline_access_code: beyond",
        "servers of older generations take it",
    ),
    (
        "/access_codes/create_multiple.is_one_time_use: beyond",
        "servers of older generations take it",
    ),
    (
        "/access_codes/create_multiple.max_time_rounding: beyond",
        "servers of older generations take it",
    ),
    (
        "/access_codes/create_multiple.use_offline_access_code: beyond",
        "servers of older generations take it",
    ),
    (
        "/acs/users/update.access_schedule.ends_at: may be null",
        "one type for the schedules of `create` and `update`",
    ),
    (
        "/connect_webviews/create.accepted_providers: *",
        "one list of providers, with those that servers name",
    ),
    (
        "/devices/list.device_type*",
        "one list of device types and manufacturers for all endpoints, with those that servers name",
    ),
    ("/devices/list.manufacturer: *", "see above"),
    ("/devices/unmanaged/list.device_type*", "see above"),
    ("/devices/unmanaged/list.manufacturer: *", "see above"),
    ("/locks/list.device_type*", "see above"),
    ("/locks/list.manufacturer: *", "see above"),
    ("/noise_sensors/list.device_type*", "see above"),
    ("/noise_sensors/list.manufacturer: *", "see above"),
    ("/thermostats/list.device_type*", "see above"),
    ("/thermostats/list.manufacturer: *", "see above"),
    (
        "/devices/list_device_providers.provider_category: `internal_beta` is listed",
        "servers have it, though undocumented",
    ),
    (
        "/devices/report_provider_metadata.devices.*",
        "the list of time zones is left to the server",
    ),
    (
        "/events/list.event_type*",
        "`access_code.failed_to_expire` is from a generation between the two official clients",
    ),
    (
        "AccessCode as GeneratedCode*",
        "there it is typed as a whole access code; servers send a device and a new PIN",
    ),
    (
        "Device.location: may be null",
        "servers of older generations send null",
    ),
    (
        "UnmanagedDevice.location: may be null",
        "servers of older generations send null",
    ),
];

fn facts(name: &str) -> Value {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "cases", "api", name]
        .iter()
        .collect();
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn members(value: &Value) -> &Map<String, Value> {
    static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    value.as_object().unwrap_or(&NONE)
}

fn texts(value: &Value) -> BTreeSet<&str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// Compares, and collects what differs.
struct Comparison {
    resources: Value,
    found: BTreeSet<String>,
    /// Names that the API has had since the official client, by the place where they are new.
    newer: BTreeSet<(String, String)>,
    compared: BTreeSet<String>,
    /// Whether absence counts as a difference only where ours demands what theirs does not have.
    reply: bool,
}

impl Comparison {
    fn new() -> Self {
        let newer = facts("newer.json");
        let mut names = BTreeSet::new();
        for change in newer["parametersChanged"].as_array().unwrap() {
            let path = change["path"].as_str().unwrap();
            for (parameter, of_it) in members(&change["enum"]) {
                for name in texts(&of_it["added"]) {
                    names.insert((format!("{path}.{parameter}"), name.to_owned()));
                }
            }
            for parameter in members(&change["added"]).keys() {
                names.insert((path.to_owned(), parameter.clone()));
            }
        }
        Self {
            resources: facts("resources.json"),
            found: BTreeSet::new(),
            newer: names,
            compared: BTreeSet::new(),
            reply: false,
        }
    }

    fn differs(&mut self, place: &str, how: &str) {
        self.found.insert(format!("{place}: {how}"));
    }

    fn endpoint(&mut self, fact: &Value, endpoint: &Declaration) {
        let path = endpoint.path;
        let object = endpoint.parameters;
        let required = |field: &&Field| field.flags.required();
        let ours: BTreeSet<&str> = object
            .fields
            .iter()
            .filter(required)
            .map(|field| field.name)
            .collect();
        if ours != texts(&fact["required"]) {
            self.differs(path, &format!("requires {ours:?}, not {}", fact["required"]));
        }
        let needed = object.rules.iter().find_map(|rule| match rule {
            Rule::AtLeastOne(names) => Some(names.iter().copied().collect::<BTreeSet<_>>()),
            _ => None,
        });
        if needed.clone().unwrap_or_default() != texts(&fact["atLeastOneOf"]) {
            self.differs(
                path,
                &format!("needs one of {needed:?}, not of {}", fact["atLeastOneOf"]),
            );
        }
        if endpoint.reply.key() != fact["responseKey"].as_str() {
            self.differs(path, &format!("replies under {:?}", endpoint.reply.key()));
        }
        if endpoint.reply.is_paginated() != (fact["paginated"] == true) {
            self.differs(path, "pages");
        }
        let known = texts(&fact["parametersOnlyInOpenapi"]);
        for field in object.fields {
            let name = field.name;
            let listed = fact["parameters"].get(name).is_some() || known.contains(name);
            if !listed && !self.newer.contains(&(path.to_owned(), name.to_owned())) {
                self.differs(&format!("{path}.{name}"), "beyond");
            }
        }
        self.reply = false;
        self.fields(path, members(&fact["parameters"]), object.fields, "");
        self.reply = true;
        self.result(fact, endpoint);
    }

    fn result(&mut self, fact: &Value, endpoint: &Declaration) {
        let Some(resource) = fact["resource"].as_str() else {
            return;
        };
        let field = endpoint.reply.values()[0];
        let kind = match field.kind {
            Type::Array(array) if fact["isList"] == true => array.item,
            kind => kind,
        };
        if resource == "Batch" {
            let Type::Object(batch) = kind else {
                panic!("{}", endpoint.path)
            };
            let ours: BTreeSet<&str> = batch.fields.iter().map(|field| field.name).collect();
            if ours != texts(&fact["batchKeys"]) {
                self.differs(endpoint.path, &format!("gives a batch of {ours:?}"));
            }
            for field in batch.fields {
                let Type::Array(array) = field.kind else {
                    panic!("{}", field.name)
                };
                let resource = self.resources["Batch"]["keys"][field.name]
                    .as_str()
                    .unwrap()
                    .to_owned();
                self.resource(&resource, array.item);
            }
            return;
        }
        self.resource(resource, kind);
    }

    fn resource(&mut self, name: &str, kind: Type) {
        let ours = shown(kind);
        // What is another type on purpose is named as a whole.
        let place = if ours == name {
            ours
        } else {
            format!("{name} as {ours}")
        };
        if self.compared.insert(format!("{name} {}", shown(kind))) {
            let fact = self.resources[name].clone();
            self.kind(&place, &fact, kind);
        }
    }

    /// `typescript` shows the fields that are not checked too.
    fn fields(&mut self, place: &str, facts: &Map<String, Value>, ours: &[Field], typescript: &str) {
        for (name, fact) in facts {
            let place = format!("{place}.{name}");
            let Some(field) = ours.iter().find(|field| field.name == name) else {
                if !typescript.contains(&format!("  {name}: "))
                    && !typescript.contains(&format!("  {name}?: "))
                {
                    self.differs(&place, "missing");
                }
                continue;
            };
            let null = fact["nullable"] == true || fact["type"] == "null" || fact["type"] == "unknown";
            let ours_null = field.flags.nullable() || matches!(field.kind, Type::Any);
            if null && !ours_null || ours_null && !null && !matches!(field.kind, Type::Any) {
                self.differs(
                    &place,
                    if ours_null {
                        "may be null"
                    } else {
                        "may not be null"
                    },
                );
            }
            if self.reply && field.flags.required() && fact["optional"] == true {
                self.differs(&place, "required");
            }
            self.kind(&place, fact, field.kind);
        }
        if self.reply {
            for field in ours.iter().filter(|field| field.flags.required()) {
                if !facts.contains_key(field.name) {
                    self.differs(&format!("{place}.{}", field.name), "required, and not there");
                }
            }
        }
    }

    fn kind(&mut self, place: &str, fact: &Value, ours: Type) {
        let as_expected = match (fact["type"].as_str().unwrap_or_default(), ours) {
            (_, Type::Any) | ("null" | "unknown" | "void" | "ref", _) => true,
            ("string", Type::Names(names) | Type::OpenNames(names)) => {
                let wanted = texts(&fact["enum"]);
                for name in wanted.iter().filter(|name| !names.names.contains(*name)) {
                    self.differs(place, &format!("`{name}` is not listed"));
                }
                for name in names.names.iter().filter(|name| !wanted.contains(**name)) {
                    let newer = self.newer.contains(&(place.to_owned(), (*name).to_owned()));
                    if !self.reply && !newer {
                        self.differs(place, &format!("`{name}` is listed"));
                    }
                }
                true
            }
            ("string", Type::Text(_) | Type::DateTime) => {
                if fact.get("enum").is_some() {
                    self.differs(place, "lists no names");
                }
                if fact["format"] == "date-time" && !matches!(ours, Type::DateTime) {
                    self.differs(place, "is no date-time");
                }
                true
            }
            ("number", Type::Number(_)) => true,
            ("boolean", Type::Only(only)) => fact.get("const").is_none_or(|wanted| *wanted == only),
            ("boolean", Type::Boolean) => fact.get("const").is_none() || self.reply,
            ("array", Type::Array(array)) => {
                self.kind(place, &fact["items"], array.item);
                true
            }
            ("record", Type::Map(_)) => true,
            ("object", Type::Map(_)) => members(&fact["fields"]).is_empty(),
            ("object", Type::Object(object)) => {
                self.fields(
                    place,
                    members(&fact["fields"]),
                    object.fields,
                    object.description.typescript,
                );
                true
            }
            // A name from a list that tells nothing else apart there, and here may.
            ("object", Type::Union(union)) => {
                let mut rest = members(&fact["fields"]).clone();
                let listed = rest.remove(union.tag).unwrap_or_default();
                for name in texts(&listed["enum"]) {
                    match union
                        .variants
                        .iter()
                        .find(|variant| variant.names.contains(&name))
                    {
                        Some(ours) => {
                            let typescript = ours.object.description.typescript;
                            self.fields(&format!("{place}<{name}>"), &rest, ours.object.fields, typescript);
                        }
                        None => self.differs(place, &format!("`{name}` is no variant")),
                    }
                }
                true
            }
            ("union", Type::Union(union)) => {
                assert_eq!(fact["tag"], union.tag, "{place}");
                for (name, variants) in members(&fact["variants"]) {
                    let ours = union
                        .variants
                        .iter()
                        .find(|variant| variant.names.contains(&name.as_str()));
                    let Some(ours) = ours else {
                        self.differs(place, &format!("`{name}` is no variant"));
                        continue;
                    };
                    let variants = match variants {
                        Value::Array(several) => several.iter().collect(),
                        one => vec![one],
                    };
                    for variant in variants {
                        let mut all = members(&fact["common"]).clone();
                        all.extend(members(variant).clone());
                        let typescript = ours.object.description.typescript;
                        self.fields(&format!("{place}<{name}>"), &all, ours.object.fields, typescript);
                    }
                }
                true
            }
            // A union of one variant is an object with a name in it, and one without a tag is not looked into.
            ("union", Type::Object(_)) => true,
            ("union", _) => fact.get("tag").is_none(),
            _ => false,
        };
        if !as_expected {
            self.differs(place, &format!("is {}, not {}", shown(ours), fact["type"]));
        }
    }
}

fn shown(kind: Type) -> String {
    match kind {
        Type::Object(object) => object.description.name.to_owned(),
        Type::Union(union) => union.description.name.to_owned(),
        Type::Names(names) | Type::OpenNames(names) => names.description.name.to_owned(),
        Type::Array(array) => format!("a list of {}", shown(array.item)),
        other => literal::expression(&literal::write(other, &|_| None)),
    }
}

/// Whether a difference is one that is meant.
fn is_meant(found: &str, meant: &str) -> bool {
    meant
        .strip_suffix('*')
        .map_or(found == meant, |beginning| found.starts_with(beginning))
}

#[test]
fn every_endpoint_is_as_the_facts_have_it() {
    let mut comparison = Comparison::new();
    let mut missing = BTreeSet::new();
    let facts_of_all = facts("endpoints.json");
    let mut known = BTreeSet::new();
    for fact in facts_of_all.as_array().unwrap() {
        let path = fact["path"].as_str().unwrap();
        known.insert(path.to_owned());
        match api::endpoint(path) {
            Some(endpoint) => comparison.endpoint(fact, endpoint),
            None => drop(missing.insert(path.to_owned())),
        }
    }
    for fact in facts("newer.json")["endpointsNew"].as_array().unwrap() {
        let path = fact["path"].as_str().unwrap();
        known.insert(path.to_owned());
        let Some(endpoint) = api::endpoint(path) else {
            missing.insert(path.to_owned());
            continue;
        };
        let required = endpoint
            .parameters
            .fields
            .iter()
            .filter(|field| field.flags.required());
        let required: BTreeSet<&str> = required.map(|field| field.name).collect();
        assert_eq!(required, texts(&fact["required"]), "{path}");
        let ours: BTreeMap<&str, Type> = endpoint
            .parameters
            .fields
            .iter()
            .map(|field| (field.name, field.kind))
            .collect();
        let wanted: BTreeSet<&str> = members(&fact["parameters"]).keys().map(String::as_str).collect();
        assert_eq!(ours.keys().copied().collect::<BTreeSet<_>>(), wanted, "{path}");
        for (name, parameter) in members(&fact["parameters"]) {
            if let (Some(_), Some(Type::Names(names))) = (parameter.get("enum"), ours.get(name.as_str())) {
                assert_eq!(
                    names.names.iter().copied().collect::<BTreeSet<_>>(),
                    texts(&parameter["enum"])
                );
            }
        }
    }
    let not_yet: BTreeSet<String> = NOT_YET.iter().map(|path| (*path).to_owned()).collect();
    assert_eq!(missing, not_yet, "endpoints that are not declared");
    for endpoint in api::endpoints() {
        if !known.contains(endpoint.path) {
            comparison.differs(endpoint.path, "is not in the facts");
        }
    }
    let meant = |found: &&String| DIFFERENCES.iter().any(|(meant, _)| is_meant(found, meant));
    let unexpected: Vec<&String> = comparison.found.iter().filter(|found| !meant(found)).collect();
    assert!(
        unexpected.is_empty(),
        "not as the facts have it:\n{unexpected:#?}"
    );
    for (meant, why) in DIFFERENCES {
        let occurs = comparison.found.iter().any(|found| is_meant(found, meant));
        assert!(occurs, "`{meant}` differs no more ({why})");
    }
    assert!(comparison.compared.len() > 10, "{:?}", comparison.compared);
}
