//! Who calls, and whether that caller may (docs/api-facts.md#authentication). Which callers an endpoint has is said in `routes`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::fake::Fake;
use crate::fake::failure::Failure;
use crate::fake::instant;
use crate::fake::kinds::{CLIENT_SESSION, WORKSPACE};
use crate::fake::records::{Record, is_true, text, texts};
use crate::schema::date_time::milliseconds;

/// The callers of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Callers {
    pub(super) api_key: bool,
    pub(super) client_session: bool,
    pub(super) publishable_key: bool,
    /// A personal access token or a console session token, with a workspace.
    pub(super) personal: bool,
    /// One of these without a workspace.
    pub(super) personal_without_workspace: bool,
}

/// Whoever has the workspace's key.
pub(super) const OWNERS: Callers = Callers {
    api_key: true,
    client_session: false,
    publishable_key: false,
    personal: true,
    personal_without_workspace: false,
};

/// Owners, and users of their apps.
pub(super) const USERS: Callers = Callers {
    client_session: true,
    ..OWNERS
};

/// Owners, and apps that have no session yet.
pub(super) const STARTERS: Callers = Callers {
    publishable_key: true,
    ..OWNERS
};

/// Users, and persons in none of their workspaces.
pub(super) const ANYBODY: Callers = Callers {
    personal_without_workspace: true,
    ..USERS
};

/// Persons alone.
pub(super) const PERSONS: Callers = Callers {
    api_key: false,
    client_session: false,
    publishable_key: false,
    personal: true,
    personal_without_workspace: true,
};

/// Who calls.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Caller {
    /// The workspace; empty for a person in none.
    pub(super) workspace_id: String,
    /// The client session through which the call comes.
    pub(super) client_session_id: Option<String>,
    /// The connected accounts that a client session may see; nothing where the caller may see all.
    pub(super) connected_account_ids: Option<Vec<String>>,
    /// Whether there is nothing but a publishable key.
    pub(super) is_publishable_key: bool,
    /// Whether it is a personal access token or a console session token.
    pub(super) is_person: bool,
}

/// A key that opens a workspace.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) token: String,
    pub(super) workspace_id: String,
}

/// Console session tokens are JWTs, and begin so.
const CONSOLE_SESSION_TOKEN: &str = "ey";

/// Tokens of client sessions of the first generation, the only one there is, begin so.
const CLIENT_SESSION_TOKEN: &str = "seam_cst1";

fn unauthorized(message: &str) -> Failure {
    Failure::new(401, "unauthorized", message)
}

impl Fake {
    /// Who sends these headers, whose names are in lower case. `user_identifier_key` is the parameter of that name.
    pub(super) fn caller(
        &self,
        headers: &[(String, String)],
        callers: Callers,
        user_identifier_key: Option<&str>,
    ) -> Result<Caller, Failure> {
        let header = |name: &str| {
            let mut found = headers
                .iter()
                .filter(|(other, _)| other.eq_ignore_ascii_case(name));
            found.next().map(|(_, value)| &**value)
        };
        let bearer = header("authorization").map(|value| value.strip_prefix("Bearer ").unwrap_or_default());
        if let Some(key) = header("seam-publishable-key") {
            return self.publishable(key, bearer.is_some(), callers, user_identifier_key);
        }
        let session = header("seam-client-session-token").or_else(|| header("client-session-token"));
        if let Some(token) = session
            && !token.starts_with(CLIENT_SESSION_TOKEN)
        {
            return Err(Failure::new(
                400,
                "invalid_client_session_token",
                "Invalid client session token",
            ));
        }
        let Some(token) = session.or(bearer) else {
            return Err(unauthorized("No Authorization header"));
        };
        if token.is_empty() {
            return Err(unauthorized("No token provided"));
        }
        if token.starts_with(CLIENT_SESSION_TOKEN) {
            return self.session(token, callers);
        }
        if token.starts_with("seam_at") || token.starts_with(CONSOLE_SESSION_TOKEN) {
            return self.person(token, header("seam-workspace"), callers);
        }
        let key = self.api_keys.iter().find(|key| key.token == token);
        match key {
            Some(key) if callers.api_key => Ok(of_workspace(&key.workspace_id)),
            Some(_) => Err(unauthorized(
                "An API key was used where a personal access token is needed",
            )),
            None => Err(unauthorized("API Key not found")),
        }
    }

    fn publishable(
        &self,
        key: &str,
        has_token: bool,
        callers: Callers,
        user_identifier_key: Option<&str>,
    ) -> Result<Caller, Failure> {
        if has_token {
            return Err(Failure::new(
                400,
                "token_auth_not_accepted",
                "Token auth is not accepted for this request.",
            ));
        }
        if !callers.publishable_key {
            return Err(unauthorized("No Authorization header"));
        }
        if user_identifier_key.is_none_or(|key| key.trim().is_empty()) {
            return Err(Failure::new(
                401,
                "publishable_key_requires_user_identifier_key",
                "user_identifier_key is required with publishable_key",
            ));
        }
        let mut workspaces = self.records.of(&WORKSPACE);
        let workspace = workspaces.find(|workspace| {
            text(&workspace.resource, "publishable_key") == key
                && is_true(&workspace.resource, "is_publishable_key_auth_enabled")
        });
        let workspace = workspace.ok_or_else(|| {
            Failure::new(
                401,
                "workspace_not_found",
                "No workspace has this publishable key",
            )
        })?;
        Ok(Caller {
            is_publishable_key: true,
            ..of_workspace(workspace.id())
        })
    }

    fn session(&self, token: &str, callers: Callers) -> Result<Caller, Failure> {
        if !callers.client_session {
            return Err(Failure::new(
                401,
                "client_session_token_used_for_api_key",
                "A client session token was used instead of an API key",
            ));
        }
        let mut sessions = self.records.of(&CLIENT_SESSION);
        let session = sessions.find(|session| text(&session.resource, "token") == token);
        let session = session.ok_or_else(|| unauthorized("Unauthorized (client session not found)"))?;
        if is_true(&session.unsaid, "is_revoked") {
            return Err(Failure::new(
                401,
                "client_session_revoked",
                "Client session revoked",
            ));
        }
        if milliseconds(text(&session.resource, "expires_at")).is_none_or(|end| end <= self.now) {
            return Err(Failure::new(
                401,
                "client_session_expired",
                "Client session expired",
            ));
        }
        Ok(Caller {
            client_session_id: Some(session.id().to_string()),
            connected_account_ids: Some(self.accounts_of_session(session)),
            ..of_workspace(&session.workspace_id)
        })
    }

    /// The connected accounts that a client session may see: those it was given, and those that came through its Connect Webviews.
    pub(super) fn accounts_of_session(&self, session: &Record) -> Vec<String> {
        let mut accounts = texts(&session.resource, "connected_account_ids");
        for webview_id in texts(&session.resource, "connect_webview_ids") {
            let webview = self
                .records
                .find(&crate::fake::kinds::CONNECT_WEBVIEW, &webview_id);
            let account = webview.map(|webview| text(&webview.resource, "connected_account_id"));
            accounts.extend(account.filter(|id| !id.is_empty()).map(ToString::to_string));
        }
        accounts
    }

    fn person(&self, token: &str, workspace_id: Option<&str>, callers: Callers) -> Result<Caller, Failure> {
        if !callers.personal {
            return Err(Failure::new(
                401,
                "access_token_used_for_api_key",
                "An access token was used instead of an API key",
            ));
        }
        let is_known = [&self.personal_access_token, &self.console_session_token]
            .iter()
            .any(|known| *known == token);
        let workspace_id = workspace_id.unwrap_or_default();
        if workspace_id.is_empty() && !callers.personal_without_workspace {
            return Err(Failure::new(
                400,
                "missing_workspace_id",
                "When using access token authentication, you must provide the Seam-Workspace header",
            ));
        }
        let exists = workspace_id.is_empty() || self.records.find(&WORKSPACE, workspace_id).is_some();
        if !is_known || !exists {
            return Err(unauthorized("Access token not found"));
        }
        Ok(Caller {
            is_person: true,
            ..of_workspace(workspace_id)
        })
    }

    /// A client session that lasts a year, for a caller.
    pub(super) fn a_year_from_now(&self) -> String {
        instant::text(self.now + 365 * instant::DAY)
    }
}

fn of_workspace(workspace_id: &str) -> Caller {
    Caller {
        workspace_id: workspace_id.to_string(),
        client_session_id: None,
        connected_account_ids: None,
        is_publishable_key: false,
        is_person: false,
    }
}
