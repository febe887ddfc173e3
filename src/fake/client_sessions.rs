//! `/client_sessions/**`: what lets an app of a user see the devices of that user.

use alloc::string::{String, ToString};

use serde_json::json;

use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::CLIENT_SESSION;
use crate::fake::records::{Record, Resource, is_true, members, text, texts};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};
use crate::schema::date_time::milliseconds;

/// The lists of a session that parameters of the same name set.
const LISTS: [&str; 3] = [
    "connected_account_ids",
    "connect_webview_ids",
    "user_identity_ids",
];

/// `/client_sessions/create`
pub(super) fn create(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    may_grant(caller, parameters)?;
    let id = fake.add_session(caller, parameters);
    fake.answer_with_session(&id)
}

/// `/client_sessions/get_or_create`: the session of the user, which lasts from now on, or a new one.
pub(super) fn get_or_create(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    may_grant(caller, parameters)?;
    let key = parameters.get("user_identifier_key").filter(|key| !key.is_null());
    let is_of_user = |session: &&Record| {
        session.workspace_id == caller.workspace_id
            && key.is_some_and(|key| session.get("user_identifier_key") == key)
            && !is_true(&session.unsaid, "is_revoked")
            && milliseconds(text(&session.resource, "expires_at")).is_some_and(|end| end > fake.now)
    };
    let found = fake.records.of(&CLIENT_SESSION).find(is_of_user);
    let found = found.map(|session| session.id().to_string());
    let id = match found {
        Some(id) => {
            let expires_at = fake.expiry(parameters);
            if let Some(session) = fake.records.resource_mut(&CLIENT_SESSION, &id) {
                session.insert("expires_at".into(), expires_at.into());
            }
            fake.grant(&id, parameters);
            id
        }
        None => fake.add_session(caller, parameters),
    };
    fake.answer_with_session(&id)
}

/// `/client_sessions/get`: the one that is named, else the caller's own.
pub(super) fn get(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let own = caller
        .client_session_id
        .as_ref()
        .filter(|_| parameters.is_empty());
    let parameters = match own {
        Some(id) => &members(json!({ "client_session_id": id })),
        None if parameters.is_empty() => return Err(Failure::not_found(&CLIENT_SESSION)),
        None => parameters,
    };
    let id = fake.found(&CLIENT_SESSION, caller, parameters)?.id().to_string();
    fake.answer_with_session(&id)
}

/// `/client_sessions/grant_access`
pub(super) fn grant_access(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let mut by = parameters.clone();
    by.retain(|key, _| ["client_session_id", "user_identifier_key"].contains(&key.as_str()));
    if by.is_empty() {
        return Err(Failure::invalid(
            "Must specify client_session_id or user_identifier_key",
        ));
    }
    let id = fake.found(&CLIENT_SESSION, caller, &by)?.id().to_string();
    fake.grant(&id, parameters);
    fake.answer_with_session(&id)
}

/// `/client_sessions/revoke`
pub(super) fn revoke(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&CLIENT_SESSION, caller, parameters)?;
    if let Some(session) = fake.records.find_mut(&CLIENT_SESSION, &id) {
        session.unsaid.insert("is_revoked".into(), true.into());
    }
    Ok(Answer::new())
}

/// `/client_sessions/delete`
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&CLIENT_SESSION, caller, parameters)?;
    fake.records.remove(&CLIENT_SESSION, &id);
    fake.emit(
        "client_session.deleted",
        &caller.workspace_id,
        json!({ "client_session_id": id }),
    );
    Ok(Answer::new())
}

/// Whoever has no more than a publishable key gives no session access to anything.
fn may_grant(caller: &Caller, parameters: &Resource) -> Result<(), Failure> {
    let grants = LISTS.iter().any(|list| !texts(parameters, list).is_empty());
    if caller.is_publishable_key && grants {
        return Err(Failure::new(
            403,
            "publishable_keys_must_create_empty_client_sessions",
            "Publishable keys must create empty client sessions",
        ));
    }
    Ok(())
}

impl Fake {
    fn expiry(&self, parameters: &Resource) -> String {
        let given = milliseconds(text(parameters, "expires_at"));
        given.map_or_else(|| self.a_year_from_now(), instant::text)
    }

    fn add_session(&mut self, caller: &Caller, parameters: &Resource) -> String {
        let id = self.randomness.uuid();
        let mut resource = members(json!({
            "client_session_id": id, "workspace_id": caller.workspace_id,
            "token": self.randomness.token("seam_cst1"), "created_at": instant::text(self.now),
            "expires_at": self.expiry(parameters),
            "user_identifier_key": parameters.get("user_identifier_key"),
            "connected_account_ids": [], "connect_webview_ids": [], "user_identity_ids": [], "device_count": 0,
        }));
        if let Some(key) = parameters.get("customer_key") {
            resource.insert("customer_key".into(), key.clone());
        }
        self.records.add(Record::new(
            &CLIENT_SESSION,
            caller.workspace_id.clone(),
            resource,
        ));
        self.grant(&id, parameters);
        id
    }

    /// Adds to the lists of a session what the parameters name.
    fn grant(&mut self, id: &str, parameters: &Resource) {
        let Some(session) = self.records.resource_mut(&CLIENT_SESSION, id) else {
            return;
        };
        for list in LISTS {
            let mut items = texts(session, list);
            items.extend(texts(parameters, list));
            if list == "user_identity_ids" {
                items.extend(
                    Some(text(parameters, "user_identity_id"))
                        .filter(|id| !id.is_empty())
                        .map(String::from),
                );
            }
            items.sort();
            items.dedup();
            session.insert(list.into(), json!(items));
        }
    }

    fn answer_with_session(&self, id: &str) -> Result<Answer, Failure> {
        let session = self.records.find(&CLIENT_SESSION, id);
        let session = session.ok_or_else(|| Failure::not_found(&CLIENT_SESSION))?;
        Ok(vec_of("client_session", self.shown(session)))
    }
}
