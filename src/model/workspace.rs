//! `workspace`: what everything else belongs to (docs/api-facts.md#workspaces-and-accounts), and how its Connect Webviews look.
//! Holds what servers reply; what callers change is with the parameters.

use crate::schema::{names, object};

/// What devices, accounts and all else belong to: either a sandbox with virtual devices or a production workspace with real ones.
#[object]
pub struct Workspace {
    /// ID of the workspace.
    #[field(load_bearing)]
    pub workspace_id: String,
    /// Name of the workspace.
    pub name: String,
    /// Name of your company.
    #[field(deprecated = "use `connect_partner_name`")]
    pub company_name: String,
    /// Name under which Connect Webviews introduce you; null where there is none.
    #[field(nullable)]
    pub connect_partner_name: Option<String>,
    /// ID of the organization that the workspace belongs to; null where it belongs to none. Servers of older generations leave it out.
    #[field(nullable, left_out)]
    pub organization_id: Option<String>,
    /// Whether it is a sandbox: its devices are virtual.
    #[field(required)]
    pub is_sandbox: Option<bool>,
    /// Whether the sandbox is suspended, as it is after 14 days without use.
    #[field(required)]
    pub is_suspended: Option<bool>,
    /// Whether a publishable key may make client sessions in it.
    #[field(required)]
    pub is_publishable_key_auth_enabled: Option<bool>,
    /// Key with which browsers and apps get client sessions. Not secret: it is made to be in your pages.
    pub publishable_key: Option<String>,
    /// How its Connect Webviews look.
    pub connect_webview_customization: ConnectWebviewCustomization,
}

/// How the Connect Webviews of a workspace look.
#[object]
pub struct ConnectWebviewCustomization {
    /// URL of the logo of whoever invites.
    pub inviter_logo_url: Option<String>,
    /// Shape of the logo.
    pub logo_shape: Option<LogoShape>,
    /// Color of the main button, in hexadecimal, as `#1e40af`.
    pub primary_button_color: Option<String>,
    /// Color of the text on the main button, in hexadecimal, as `#ffffff`.
    pub primary_button_text_color: Option<String>,
    /// What the user reads when the account is connected.
    pub success_message: Option<String>,
}

/// Shape of the logo in a Connect Webview.
#[names]
pub enum LogoShape {
    Circle,
    Square,
}
