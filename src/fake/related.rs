//! `get_related` of access grants, access methods and spaces: what belongs to them, by kind. Finds; changes nothing.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use crate::fake::Fake;
use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{
    ACCESS_GRANT, ACCESS_METHOD, CONNECTED_ACCOUNT, DEVICE, Kind, SPACE, USER_IDENTITY,
};
use crate::fake::records::{Record, Resource, text, texts};
use crate::fake::routes::Answer;

/// The kinds that belong to access grants, to access methods and to spaces.
const OF_GRANTS: &[&str] = &[
    "spaces",
    "devices",
    "acs_entrances",
    "connected_accounts",
    "acs_systems",
    "user_identities",
    "acs_access_groups",
    "access_methods",
];
const OF_METHODS: &[&str] = &[
    "spaces",
    "devices",
    "acs_entrances",
    "access_grants",
    "access_methods",
    "instant_keys",
    "client_sessions",
    "acs_credentials",
];
const OF_SPACES: &[&str] = &[
    "spaces",
    "devices",
    "acs_entrances",
    "connected_accounts",
    "acs_systems",
    "access_methods",
];

/// The IDs of what belongs together.
#[derive(Default)]
struct Related {
    grants: Vec<String>,
    methods: Vec<String>,
    spaces: Vec<String>,
    devices: Vec<String>,
}

/// `/access_grants/get_related`
pub(super) fn of_grants(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let mut related = Related::default();
    for grant in fake.listed(&ACCESS_GRANT, caller, &named(parameters)) {
        fake.add_grant(grant, &mut related);
    }
    Ok(fake.batch(&related, OF_GRANTS, parameters))
}

/// `/access_methods/get_related`
pub(super) fn of_methods(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let mut related = Related::default();
    for method in fake.listed(&ACCESS_METHOD, caller, &named(parameters)) {
        add(&mut related.methods, [method.id().to_string()]);
        add(&mut related.devices, texts(&method.unsaid, "device_ids"));
        add(&mut related.spaces, texts(&method.unsaid, "space_ids"));
        add(
            &mut related.grants,
            [text(&method.unsaid, "access_grant_id").to_string()],
        );
    }
    Ok(fake.batch(&related, OF_METHODS, parameters))
}

/// `/spaces/get_related`
pub(super) fn of_spaces(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let mut related = Related::default();
    for space in fake.listed(&SPACE, caller, &named(parameters)) {
        add(&mut related.spaces, [space.id().to_string()]);
        add(&mut related.devices, fake.devices_of_space(space.id()));
        for grant_id in fake.grants_of_space(space.id()) {
            add(&mut related.methods, fake.methods_of_grant(&grant_id));
        }
    }
    Ok(fake.batch(&related, OF_SPACES, parameters))
}

/// The parameters that name resources.
fn named(parameters: &Resource) -> Resource {
    let mut named = parameters.clone();
    named.retain(|key, _| !["include", "exclude"].contains(&key.as_str()));
    named
}

fn add(ids: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for id in more {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
}

impl Fake {
    fn add_grant(&self, grant: &Record, related: &mut Related) {
        add(&mut related.grants, [grant.id().to_string()]);
        add(&mut related.devices, texts(&grant.unsaid, "device_ids"));
        add(&mut related.spaces, texts(&grant.resource, "space_ids"));
        add(&mut related.methods, self.methods_of_grant(grant.id()));
    }

    fn batch(&self, related: &Related, kinds: &[&str], parameters: &Resource) -> Answer {
        let (included, excluded) = (texts(parameters, "include"), texts(parameters, "exclude"));
        let is_wanted = |kind: &&&str| {
            let is_included = included.is_empty() || included.iter().any(|one| one == *kind);
            is_included && !excluded.iter().any(|one| one == *kind)
        };
        let kinds = kinds.iter().filter(is_wanted);
        let batch: Map<String, Value> = kinds
            .map(|kind| ((*kind).to_string(), self.related(related, kind).into()))
            .collect();
        vec_of("batch", batch.into())
    }

    /// The resources of a kind. Of what the fake does not keep there are none.
    fn related(&self, related: &Related, kind: &str) -> Vec<Value> {
        let of = |kind: &'static Kind, ids: &[String]| -> Vec<Value> {
            let found = ids.iter().filter_map(|id| self.records.find(kind, id));
            found.map(|record| self.shown(record)).collect()
        };
        let belongs = |kind: &'static Kind, ids: &[String], key: &str| {
            let mut found = Vec::new();
            for record in ids.iter().filter_map(|id| self.records.find(kind, id)) {
                add(&mut found, [text(&record.resource, key).to_string()]);
            }
            found
        };
        match kind {
            "spaces" => of(&SPACE, &related.spaces),
            "devices" => of(&DEVICE, &related.devices),
            "access_grants" => of(&ACCESS_GRANT, &related.grants),
            "access_methods" => of(&ACCESS_METHOD, &related.methods),
            "connected_accounts" => of(
                &CONNECTED_ACCOUNT,
                &belongs(&DEVICE, &related.devices, "connected_account_id"),
            ),
            "user_identities" => of(
                &USER_IDENTITY,
                &belongs(&ACCESS_GRANT, &related.grants, "user_identity_id"),
            ),
            _ => Vec::new(),
        }
    }

    /// What an encoder has written onto a card, as its action attempt has it.
    pub(super) fn written_card(&mut self, access_method_id: &str) -> Value {
        let now = crate::fake::instant::text(self.now);
        let method = self.records.find(&ACCESS_METHOD, access_method_id);
        let workspace_id = method.map(|method| method.workspace_id.clone());
        let [credential, system, account] = [(); 3].map(|()| self.randomness.uuid());
        json!({
            "acs_credential_id": credential, "acs_system_id": system, "connected_account_id": account,
            "workspace_id": workspace_id, "is_managed": true, "access_method": "card", "display_name": "Key card",
            "is_issued": true, "issued_at": now, "errors": [], "warnings": [], "created_at": now,
        })
    }
}
