//! `/connected_accounts/**` and `/connect_webviews/**`: the accounts of locks' owners, and the pages through which they come.

use alloc::format;
use alloc::string::{String, ToString};

use serde_json::{Value, json};

use crate::fake::authentication::Caller;
use crate::fake::brands::{Brand, brands};
use crate::fake::devices::merge_metadata;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::kinds::{CLIENT_SESSION, CONNECT_WEBVIEW, CONNECTED_ACCOUNT};
use crate::fake::records::{Record, Resource, members};
use crate::fake::routes::Answer;
use crate::fake::{Fake, instant};

impl Fake {
    /// Adds the account of a brand's locks. Returns its ID.
    pub(super) fn add_account(&mut self, brand: &'static Brand, workspace_id: &str) -> String {
        let id = self.randomness.uuid();
        let email = format!("{}@example.com", brand.name);
        let resource = members(json!({
            "connected_account_id": id, "account_type": brand.name,
            "account_type_display_name": brand.display_name, "display_name": email,
            "user_identifier": { "email": email, "exclusive": true }, "created_at": instant::text(self.now),
            "errors": [], "warnings": [], "custom_metadata": {}, "automatically_manage_new_devices": true,
            "accepted_capabilities": ["lock"],
        }));
        self.records.add(Record::new(
            &CONNECTED_ACCOUNT,
            workspace_id.to_string(),
            resource,
        ));
        self.emit(
            "connected_account.connected",
            workspace_id,
            json!({ "connected_account_id": id }),
        );
        id
    }
}

/// `/connected_accounts/get`
pub(super) fn get(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let account = fake.found(&CONNECTED_ACCOUNT, caller, parameters)?;
    Ok(vec_of("connected_account", fake.shown(account)))
}

/// `/connected_accounts/update`
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    const CHANGED: [&str; 4] = [
        "display_name",
        "accepted_capabilities",
        "automatically_manage_new_devices",
        "customer_key",
    ];
    let id = fake.id_of(&CONNECTED_ACCOUNT, caller, parameters)?;
    if let Some(account) = fake.records.resource_mut(&CONNECTED_ACCOUNT, &id) {
        for (key, value) in parameters
            .iter()
            .filter(|(key, _)| CHANGED.contains(&key.as_str()))
        {
            account.insert(key.clone(), value.clone());
        }
        merge_metadata(account, parameters);
    }
    let account = fake.of_id(&CONNECTED_ACCOUNT, caller, parameters)?;
    Ok(vec_of("connected_account", fake.shown(account)))
}

/// `/connected_accounts/delete`: its devices go with it.
pub(super) fn delete(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&CONNECTED_ACCOUNT, caller, parameters)?;
    for device_id in fake.devices_of_account(&id) {
        fake.remove_device(&device_id);
    }
    fake.records.remove(&CONNECTED_ACCOUNT, &id);
    fake.emit(
        "connected_account.deleted",
        &caller.workspace_id,
        json!({ "connected_account_id": id }),
    );
    Ok(Answer::new())
}

/// `/connected_accounts/sync`: the fake's accounts are always in step with their devices.
pub(super) fn sync(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    fake.of_id(&CONNECTED_ACCOUNT, caller, parameters)?;
    Ok(Answer::new())
}

/// `/connected_accounts/simulate/disconnect`
pub(super) fn disconnect(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&CONNECTED_ACCOUNT, caller, parameters)?;
    fake.set_account_connected(&id, false);
    Ok(Answer::new())
}

/// `/connect_webviews/create`
pub(super) fn create_webview(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let id = fake.randomness.uuid();
    let given = |key: &str, otherwise: Value| parameters.get(key).cloned().unwrap_or(otherwise);
    let token = fake.randomness.token("auth");
    let all: Value = brands().iter().map(|brand| brand.name).collect();
    let mut resource = members(json!({
        "connect_webview_id": id, "workspace_id": caller.workspace_id, "created_at": instant::text(fake.now),
        "url": format!("https://connect.getseam.com/connect_webviews/view?connect_webview_id={id}&auth_token={token}"),
        "connected_account_id": null, "status": "pending", "login_successful": false, "authorized_at": null,
        "selected_provider": null, "accepted_devices": [], "any_device_allowed": false,
        "any_provider_allowed": !parameters.contains_key("accepted_providers"),
        "accepted_providers": given("accepted_providers", all),
        "accepted_capabilities": given("accepted_capabilities", json!(["lock"])),
        "device_selection_mode": given("device_selection_mode", json!("none")),
        "automatically_manage_new_devices": given("automatically_manage_new_devices", json!(true)),
        "wait_for_device_creation": given("wait_for_device_creation", json!(false)),
        "custom_redirect_url": given("custom_redirect_url", Value::Null),
        "custom_redirect_failure_url": given("custom_redirect_failure_url", Value::Null),
        "custom_metadata": given("custom_metadata", json!({})),
    }));
    if let Some(key) = parameters.get("customer_key") {
        resource.insert("customer_key".into(), key.clone());
    }
    let shown = Value::Object(resource.clone());
    fake.records.add(Record::new(
        &CONNECT_WEBVIEW,
        caller.workspace_id.clone(),
        resource,
    ));
    // What a user logs in through belongs to that user.
    let session = caller.client_session_id.as_deref();
    let session = session.and_then(|session| fake.records.resource_mut(&CLIENT_SESSION, session));
    if let Some(Value::Array(webviews)) = session.and_then(|session| session.get_mut("connect_webview_ids")) {
        webviews.push(json!(id));
    }
    Ok(vec_of("connect_webview", shown))
}

impl Fake {
    /// Somebody logs in through a Connect Webview, with an account of a brand that the fake has.
    ///
    /// # Errors
    /// [`Misuse`](crate::fake::Misuse) where there is no such Connect Webview, or the fake does not have the brand.
    pub fn complete_connect_webview(
        &mut self,
        connect_webview_id: &str,
        brand: &str,
    ) -> Result<String, crate::fake::Misuse> {
        let brand = crate::fake::brands::brand(brand).map_err(crate::fake::Misuse)?;
        let Some(webview) = self.records.find(&CONNECT_WEBVIEW, connect_webview_id) else {
            return Err(crate::fake::Misuse(format!(
                "connect_webview_id: there is no Connect Webview `{connect_webview_id}`: give the ID of one that was created"
            )));
        };
        let workspace_id = webview.workspace_id.clone();
        let account_id = self.add_account(brand, &workspace_id);
        let now = instant::text(self.now);
        if let Some(webview) = self.records.resource_mut(&CONNECT_WEBVIEW, connect_webview_id) {
            webview.extend(members(json!({
                "connected_account_id": account_id, "status": "authorized", "login_successful": true,
                "authorized_at": now, "selected_provider": brand.name,
            })));
        }
        let more = json!({ "connect_webview_id": connect_webview_id, "connected_account_id": account_id });
        self.emit("connect_webview.login_succeeded", &workspace_id, more);
        Ok(account_id)
    }
}
