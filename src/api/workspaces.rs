//! `/workspaces/**` (docs/api-facts.md#workspaces-and-accounts and #other-endpoints): the endpoints about what everything else belongs to.
//! Which workspace a call is for is the token's and the client's business.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{ActionAttempt, LogoShape, Workspace};
use crate::schema::{object, summarized};

/// Reads, creates and changes workspaces.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "workspaces",
    endpoints: &[&CREATE, &UPDATE, &GET, &LIST, &RESET_SANDBOX],
    children: &[],
};

/// Creates a workspace. Not for API keys: they belong to a workspace already.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, Workspace> = Endpoint {
    path: "/workspaces/create",
    reply: Returns::value("workspace"),
    repeatable: false,
};

/// Changes the workspace that the caller is authenticated for. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/workspaces/update",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Reads the workspace that the caller is authenticated for.
#[summarized]
pub const GET: Endpoint<GetParameters, Workspace> = Endpoint {
    path: "/workspaces/get",
    reply: Returns::value("workspace"),
    repeatable: true,
};

/// Lists the workspaces that the caller can reach.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Workspace>> = Endpoint {
    path: "/workspaces/list",
    reply: Returns::value("workspaces"),
    repeatable: true,
};

/// Puts the sandbox workspace that the caller is authenticated for back to how it began: all that was made in it is gone.
#[summarized]
pub const RESET_SANDBOX: Endpoint<ResetSandboxParameters, ActionAttempt> = Endpoint {
    path: "/workspaces/reset_sandbox",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// What `create` takes.
#[object(name = "WorkspacesCreateParameters")]
pub struct CreateParameters {
    /// Name of the workspace.
    pub name: String,
    /// Name under which Connect Webviews introduce you.
    #[field(nullable, optional)]
    pub connect_partner_name: Option<String>,
    /// Name of your company.
    #[field(deprecated = "use `connect_partner_name`")]
    pub company_name: Option<String>,
    /// Whether it is a sandbox with virtual devices; false unless given.
    pub is_sandbox: Option<bool>,
    /// ID of the organization that the workspace is to belong to; unless given, the one that you alone administer, or a new one.
    pub organization_id: Option<String>,
    /// How its Connect Webviews look.
    pub connect_webview_customization: Option<ConnectWebviewCustomizationParameters>,
    /// Shape of the logo.
    #[field(listed, deprecated = "use `connect_webview_customization.logo_shape`")]
    pub webview_logo_shape: Option<LogoShape>,
    /// Color of the main button.
    #[field(deprecated = "use `connect_webview_customization.primary_button_color`")]
    pub webview_primary_button_color: Option<String>,
    /// Color of the text on the main button.
    #[field(deprecated = "use `connect_webview_customization.primary_button_text_color`")]
    pub webview_primary_button_text_color: Option<String>,
    /// What the user reads when the account is connected.
    #[field(deprecated = "use `connect_webview_customization.success_message`")]
    pub webview_success_message: Option<String>,
}

/// What `update` takes.
#[object(name = "WorkspacesUpdateParameters")]
pub struct UpdateParameters {
    /// Name of the workspace.
    pub name: Option<String>,
    /// Name under which Connect Webviews introduce you.
    pub connect_partner_name: Option<String>,
    /// Whether a publishable key may make client sessions in it.
    pub is_publishable_key_auth_enabled: Option<bool>,
    /// Whether the workspace is suspended.
    pub is_suspended: Option<bool>,
    /// ID of the organization that the workspace is to belong to. You have to own the workspace and to administer the organization.
    pub organization_id: Option<String>,
    /// How its Connect Webviews look.
    pub connect_webview_customization: Option<ConnectWebviewCustomizationParameters>,
}

/// How the Connect Webviews of a workspace are to look. Null takes back what was chosen.
#[object]
pub struct ConnectWebviewCustomizationParameters {
    /// Shape of the logo.
    #[field(nullable, optional, listed)]
    pub logo_shape: Option<LogoShape>,
    /// Color of the main button, in hexadecimal, as `#1e40af`.
    #[field(nullable, optional)]
    pub primary_button_color: Option<String>,
    /// Color of the text on the main button, in hexadecimal, as `#ffffff`.
    #[field(nullable, optional)]
    pub primary_button_text_color: Option<String>,
    /// What the user reads when the account is connected.
    #[field(nullable, optional)]
    pub success_message: Option<String>,
}

/// What `get` takes: nothing.
#[object(name = "WorkspacesGetParameters")]
pub struct GetParameters {}

/// What `list` takes: nothing.
#[object(name = "WorkspacesListParameters")]
pub struct ListParameters {}

/// What `reset_sandbox` takes: nothing.
#[object(name = "WorkspacesResetSandboxParameters")]
pub struct ResetSandboxParameters {}
