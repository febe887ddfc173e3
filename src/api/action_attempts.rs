//! `/action_attempts/**` (docs/api-facts.md#action-attempt and #other-endpoints): what became of things asked of devices.
//! Holds no waiting: that is the client's.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::ActionAttempt;
use crate::schema::{object, summarized};

/// Tells what became of things asked of devices.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "action_attempts",
    endpoints: &[&GET, &LIST],
    children: &[],
};

/// Reads one action attempt.
#[summarized]
pub const GET: Endpoint<GetParameters, ActionAttempt> = Endpoint {
    path: "/action_attempts/get",
    reply: Returns::value("action_attempt"),
    repeatable: true,
};

/// Lists action attempts, in pages. Not for client sessions.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<ActionAttempt>> = Endpoint {
    path: "/action_attempts/list",
    reply: Returns::pages("action_attempts"),
    repeatable: true,
};

/// What `get` takes.
#[object(name = "ActionAttemptsGetParameters")]
pub struct GetParameters {
    /// ID of the action attempt.
    pub action_attempt_id: String,
}

/// What `list` takes.
#[object(name = "ActionAttemptsListParameters")]
pub struct ListParameters {
    /// IDs of the action attempts.
    pub action_attempt_ids: Option<Vec<String>>,
    /// ID of the device that something was asked of.
    pub device_id: Option<String>,
    /// Most action attempts per page; 500 unless given.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}
