//! `/user_identities/**`: the people whom access grants are for.

use alloc::string::{String, ToString};

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{ACCESS_GRANT, USER_IDENTITY};
use crate::fake::records::{Record, Resource, members, text};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};

/// What callers say of a person.
const SAID: [&str; 4] = ["user_identity_key", "full_name", "email_address", "phone_number"];

/// `/user_identities/create`
pub(super) fn create(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.add_user_identity(&caller.workspace_id, parameters);
    let user = fake.records.find(&USER_IDENTITY, &id);
    Ok(vec_of(
        "user_identity",
        user.map_or(Value::Null, |user| fake.shown(user)),
    ))
}

/// `/user_identities/update`
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&USER_IDENTITY, caller, parameters)?;
    if let Some(user) = fake.records.resource_mut(&USER_IDENTITY, &id) {
        for key in SAID {
            if let Some(value) = parameters.get(key) {
                user.insert(key.into(), value.clone());
            }
        }
        let name = display_name(user);
        user.insert("display_name".into(), name.into());
    }
    Ok(Answer::new())
}

/// `/user_identities/delete`: the grants of the person go too.
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&USER_IDENTITY, caller, parameters)?;
    let grants = fake.records.of(&ACCESS_GRANT);
    let grants = grants.filter(|grant| text(&grant.resource, "user_identity_id") == id);
    let grants: alloc::vec::Vec<String> = grants.map(|grant| grant.id().to_string()).collect();
    for grant in grants {
        fake.delete_grant(&grant);
    }
    fake.records.remove(&USER_IDENTITY, &id);
    Ok(Answer::new())
}

impl Fake {
    /// Adds a person, or finds the one of this key. Returns the ID.
    pub(super) fn add_user_identity(&mut self, workspace_id: &str, said: &Resource) -> String {
        let key = text(said, "user_identity_key");
        let is_same = |user: &&Record| {
            !key.is_empty()
                && user.workspace_id == workspace_id
                && text(&user.resource, "user_identity_key") == key
        };
        if let Some(user) = self.records.of(&USER_IDENTITY).find(is_same) {
            return user.id().to_string();
        }
        let id = self.randomness.uuid();
        let mut resource = members(json!({
            "user_identity_id": id, "workspace_id": workspace_id, "acs_user_ids": [],
            "merged_user_identity_ids": [], "merged_user_identity_keys": [], "errors": [], "warnings": [],
            "created_at": instant::text(self.now),
        }));
        for key in SAID {
            resource.insert(key.into(), said.get(key).cloned().unwrap_or_default());
        }
        let name = display_name(&resource);
        resource.insert("display_name".into(), name.into());
        self.records
            .add(Record::new(&USER_IDENTITY, workspace_id, resource));
        id
    }
}

fn display_name(user: &Resource) -> String {
    let mut names = SAID.iter().skip(1).map(|key| text(user, key));
    let name = names.find(|name| !name.is_empty());
    name.unwrap_or("User").to_string()
}
