//! Which path does what, and for whom, as data; what is about access grants is in `access_routes`. Most endpoints get, list or delete a resource, which
//! needs a line here and nothing else.

use alloc::vec::Vec;

use serde_json::Value;

use crate::fake::authentication::{ANYBODY, Caller, Callers, OWNERS, PERSONS, STARTERS, USERS};
use crate::fake::failure::Failure;
use crate::fake::kinds::{
    ACTION_ATTEMPT, CLIENT_SESSION, CONNECT_WEBVIEW, CONNECTED_ACCOUNT, DEVICE, Kind, UNMANAGED_ACCESS_CODE,
    UNMANAGED_DEVICE, WEBHOOK, WORKSPACE,
};
use crate::fake::records::Resource;
use crate::fake::{
    Fake, access_codes, accounts, attempts, backup, client_sessions, devices, events, simulate, unmanaged,
    webhooks, workspaces,
};

/// The members of a reply.
pub(super) type Answer = Vec<(&'static str, Value)>;

/// What an endpoint does.
type Deed = fn(&mut Fake, &Caller, &Resource) -> Result<Answer, Failure>;

/// What a path does.
pub(super) enum Act {
    /// Gets a resource under a key.
    Get(&'static str, &'static Kind),
    /// Lists resources under a key.
    List(&'static str, &'static Kind),
    /// Lists resources under a key, in pages of so many unless another count is asked for.
    Pages(&'static str, &'static Kind, usize),
    /// Deletes a resource.
    Delete(&'static Kind),
    /// Something of its own.
    Do(Deed),
}

/// A path.
pub(super) struct Route {
    pub(super) path: &'static str,
    /// The method that newer official clients use; POST is taken everywhere.
    pub(super) method: &'static str,
    pub(super) callers: Callers,
    pub(super) act: Act,
}

pub(super) const fn route(path: &'static str, method: &'static str, callers: Callers, act: Act) -> Route {
    Route {
        path,
        method,
        callers,
        act,
    }
}

use Act::{Delete, Do, Get, List, Pages};

pub(super) static ROUTES: &[Route] = &[
    route("/access_codes/create", "POST", USERS, Do(access_codes::create)),
    route(
        "/access_codes/create_multiple",
        "PUT",
        USERS,
        Do(access_codes::create_multiple),
    ),
    route("/access_codes/update", "PATCH", USERS, Do(access_codes::update)),
    route(
        "/access_codes/update_multiple",
        "PATCH",
        USERS,
        Do(access_codes::update_multiple),
    ),
    route("/access_codes/delete", "DELETE", USERS, Do(access_codes::delete)),
    route("/access_codes/get", "GET", USERS, Do(access_codes::get)),
    route("/access_codes/list", "GET", USERS, Do(access_codes::list)),
    route(
        "/access_codes/generate_code",
        "GET",
        USERS,
        Do(access_codes::generate),
    ),
    route(
        "/access_codes/pull_backup_access_code",
        "POST",
        USERS,
        Do(backup::pull),
    ),
    route(
        "/access_codes/report_device_constraints",
        "POST",
        USERS,
        Do(devices::report_constraints),
    ),
    route(
        "/access_codes/simulate/create_unmanaged_access_code",
        "POST",
        USERS,
        Do(unmanaged::simulate),
    ),
    route("/access_codes/unmanaged/get", "GET", USERS, Do(unmanaged::get)),
    route(
        "/access_codes/unmanaged/list",
        "GET",
        USERS,
        Pages("access_codes", &UNMANAGED_ACCESS_CODE, 300_000),
    ),
    route(
        "/access_codes/unmanaged/update",
        "PATCH",
        USERS,
        Do(unmanaged::update),
    ),
    route(
        "/access_codes/unmanaged/convert_to_managed",
        "PATCH",
        USERS,
        Do(unmanaged::convert),
    ),
    route(
        "/access_codes/unmanaged/delete",
        "DELETE",
        USERS,
        Do(unmanaged::delete),
    ),
    route(
        "/action_attempts/get",
        "GET",
        USERS,
        Get("action_attempt", &ACTION_ATTEMPT),
    ),
    route(
        "/action_attempts/list",
        "GET",
        OWNERS,
        Pages("action_attempts", &ACTION_ATTEMPT, 500),
    ),
    route(
        "/client_sessions/create",
        "PUT",
        STARTERS,
        Do(client_sessions::create),
    ),
    route(
        "/client_sessions/get_or_create",
        "POST",
        STARTERS,
        Do(client_sessions::get_or_create),
    ),
    route("/client_sessions/get", "GET", USERS, Do(client_sessions::get)),
    route(
        "/client_sessions/list",
        "GET",
        OWNERS,
        List("client_sessions", &CLIENT_SESSION),
    ),
    route(
        "/client_sessions/grant_access",
        "PATCH",
        OWNERS,
        Do(client_sessions::grant_access),
    ),
    route(
        "/client_sessions/revoke",
        "POST",
        OWNERS,
        Do(client_sessions::revoke),
    ),
    route(
        "/client_sessions/delete",
        "DELETE",
        OWNERS,
        Do(client_sessions::delete),
    ),
    route(
        "/connect_webviews/create",
        "POST",
        USERS,
        Do(accounts::create_webview),
    ),
    route(
        "/connect_webviews/get",
        "GET",
        USERS,
        Get("connect_webview", &CONNECT_WEBVIEW),
    ),
    route(
        "/connect_webviews/list",
        "GET",
        USERS,
        Pages("connect_webviews", &CONNECT_WEBVIEW, 500),
    ),
    route(
        "/connect_webviews/delete",
        "DELETE",
        OWNERS,
        Delete(&CONNECT_WEBVIEW),
    ),
    route("/connected_accounts/get", "GET", USERS, Do(accounts::get)),
    route(
        "/connected_accounts/list",
        "GET",
        OWNERS,
        Pages("connected_accounts", &CONNECTED_ACCOUNT, 11_000),
    ),
    route(
        "/connected_accounts/update",
        "PATCH",
        OWNERS,
        Do(accounts::update),
    ),
    route(
        "/connected_accounts/delete",
        "DELETE",
        OWNERS,
        Do(accounts::delete),
    ),
    route("/connected_accounts/sync", "POST", OWNERS, Do(accounts::sync)),
    route(
        "/connected_accounts/simulate/disconnect",
        "POST",
        OWNERS,
        Do(accounts::disconnect),
    ),
    route("/devices/get", "GET", USERS, Get("device", &DEVICE)),
    route("/devices/list", "GET", USERS, Pages("devices", &DEVICE, 500)),
    route(
        "/devices/list_device_providers",
        "GET",
        USERS,
        Do(devices::providers),
    ),
    route(
        "/devices/report_provider_metadata",
        "POST",
        OWNERS,
        Do(devices::report_metadata),
    ),
    route("/devices/update", "PATCH", USERS, Do(devices::update)),
    route("/devices/simulate/connect", "POST", OWNERS, Do(simulate::connect)),
    route(
        "/devices/simulate/disconnect",
        "POST",
        OWNERS,
        Do(simulate::disconnect),
    ),
    route(
        "/devices/simulate/connect_to_hub",
        "POST",
        OWNERS,
        Do(simulate::connect_to_hub),
    ),
    route(
        "/devices/simulate/disconnect_from_hub",
        "POST",
        OWNERS,
        Do(simulate::disconnect_from_hub),
    ),
    route(
        "/devices/simulate/paid_subscription",
        "POST",
        OWNERS,
        Do(simulate::subscription),
    ),
    route("/devices/simulate/remove", "POST", OWNERS, Do(simulate::remove)),
    route(
        "/devices/unmanaged/get",
        "GET",
        USERS,
        Get("device", &UNMANAGED_DEVICE),
    ),
    route(
        "/devices/unmanaged/list",
        "GET",
        OWNERS,
        Pages("devices", &UNMANAGED_DEVICE, 22_900),
    ),
    route(
        "/devices/unmanaged/update",
        "PATCH",
        OWNERS,
        Do(devices::update_unmanaged),
    ),
    route("/events/get", "GET", USERS, Do(events::get)),
    route("/events/list", "GET", USERS, Do(events::list)),
    route("/locks/get", "GET", USERS, Do(attempts::get)),
    route("/locks/list", "GET", USERS, Do(attempts::list)),
    route("/locks/lock_door", "POST", USERS, Do(attempts::lock_door)),
    route("/locks/unlock_door", "POST", USERS, Do(attempts::unlock_door)),
    route(
        "/locks/configure_auto_lock",
        "POST",
        USERS,
        Do(attempts::configure_auto_lock),
    ),
    route(
        "/locks/simulate/keypad_code_entry",
        "POST",
        OWNERS,
        Do(attempts::keypad),
    ),
    route(
        "/locks/simulate/manual_lock_via_keypad",
        "POST",
        OWNERS,
        Do(attempts::manual_lock),
    ),
    route("/webhooks/create", "POST", OWNERS, Do(webhooks::create)),
    route("/webhooks/get", "GET", OWNERS, Get("webhook", &WEBHOOK)),
    route("/webhooks/list", "GET", OWNERS, List("webhooks", &WEBHOOK)),
    route("/webhooks/update", "PUT", OWNERS, Do(webhooks::update)),
    route("/webhooks/delete", "DELETE", OWNERS, Delete(&WEBHOOK)),
    route("/workspaces/get", "GET", USERS, Do(workspaces::get)),
    route("/workspaces/list", "GET", ANYBODY, List("workspaces", &WORKSPACE)),
    route("/workspaces/create", "POST", PERSONS, Do(workspaces::create)),
    route("/workspaces/update", "PATCH", OWNERS, Do(workspaces::update)),
    route(
        "/workspaces/reset_sandbox",
        "POST",
        OWNERS,
        Do(attempts::reset_sandbox),
    ),
];

impl Fake {
    /// Does what a path does.
    pub(super) fn act(
        &mut self,
        act: &Act,
        caller: &Caller,
        parameters: &Resource,
    ) -> Result<Answer, Failure> {
        match *act {
            Get(key, kind) => {
                let found = self.found(kind, caller, parameters)?;
                Ok(events::vec_of(key, self.shown(found)))
            }
            List(key, kind) => {
                let listed = self.listed(kind, caller, parameters);
                Ok(events::vec_of(
                    key,
                    listed.map(|record| self.shown(record)).collect(),
                ))
            }
            Pages(key, kind, limit) => {
                let (page, pagination) = self.page(kind, caller, parameters, limit)?;
                Ok(alloc::vec![(key, page.into()), ("pagination", pagination)])
            }
            Delete(kind) => {
                let id = self.id_of(kind, caller, parameters)?;
                self.records.remove(kind, &id);
                Ok(Answer::new())
            }
            Do(deed) => deed(self, caller, parameters),
        }
    }
}
