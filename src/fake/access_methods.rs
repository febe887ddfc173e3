//! `/access_methods/**`: how access methods are found, encoded and removed. What becomes of them is in `access`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{ACCESS_GRANT, ACCESS_METHOD};
use crate::fake::records::{Resource, text};
use crate::fake::routes::Answer;

/// `/access_methods/delete`: one, or all of a grant or of a reservation.
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let methods = fake.listed(&ACCESS_METHOD, caller, parameters);
    let ids: Vec<String> = methods.map(|method| method.id().to_string()).collect();
    if ids.is_empty() {
        return Err(Failure::not_found(&ACCESS_METHOD));
    }
    for id in ids {
        fake.delete_method(&id);
    }
    Ok(Answer::new())
}

/// `/access_methods/encode`: the fake has no encoders, and takes any ID of one.
pub(super) fn encode(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&ACCESS_METHOD, caller, parameters)?;
    let method = fake.records.resource_mut(&ACCESS_METHOD, &id);
    let is_ready = method.is_some_and(|method| {
        let ready = method.insert("is_ready_for_encoding".into(), false.into());
        ready == Some(Value::Bool(true))
    });
    if !is_ready {
        return Err(Failure::invalid("The access method is not ready for encoding"));
    }
    let attempt = fake.begin_encoding(&id, &caller.workspace_id);
    Ok(vec_of("action_attempt", attempt))
}

impl Fake {
    /// The codes of an access method leave their locks; it is there, and says that it is being deleted, until they have.
    pub(super) fn delete_method(&mut self, id: &str) {
        let Some(method) = self.records.find_mut(&ACCESS_METHOD, id) else {
            return;
        };
        if method.unsaid.insert("is_deleting".into(), true.into()) == Some(Value::Bool(true)) {
            return;
        }
        let grant_id = text(&method.unsaid, "access_grant_id").to_string();
        let message = "The access method is being deleted.";
        self.note(
            &ACCESS_METHOD,
            id,
            "warnings",
            "warning_code",
            "being_deleted",
            message,
            json!({}),
        );
        for code in self.codes_of_method(id) {
            self.delete_code(&code);
        }
        if let Some(Value::Array(ids)) = self
            .records
            .resource_mut(&ACCESS_GRANT, &grant_id)
            .and_then(|grant| grant.get_mut("access_method_ids"))
        {
            ids.retain(|other| other != id);
        }
    }
}
