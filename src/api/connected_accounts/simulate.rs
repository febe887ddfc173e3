//! `/connected_accounts/simulate/**` (docs/api-facts.md#other-endpoints): what only a sandbox workspace does.
//! Holds nothing that reaches a real account.

use crate::api::{Endpoint, Namespace, Returns};
use crate::schema::{object, summarized};

/// Makes sandbox accounts behave as real ones may.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "connected_accounts/simulate",
    endpoints: &[&DISCONNECT],
    children: &[],
};

/// Disconnects a sandbox account, as if its login were lost.
#[summarized]
pub const DISCONNECT: Endpoint<DisconnectParameters, ()> = Endpoint {
    path: "/connected_accounts/simulate/disconnect",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `disconnect` takes.
#[object(name = "ConnectedAccountsSimulateDisconnectParameters")]
pub struct DisconnectParameters {
    /// ID of the sandbox account.
    pub connected_account_id: String,
}
