//! `/events/**` (docs/api-facts.md#events and #other-endpoints): what happened in a workspace.
//! Holds no webhooks: those bring the same events without being asked.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{SeamEvent, SeamEventType};
use crate::schema::{object, summarized};

/// Finds events: what happened in a workspace.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "events",
    endpoints: &[&GET, &LIST],
    children: &[],
};

/// Reads one event.
#[summarized]
pub const GET: Endpoint<GetParameters, SeamEvent> = Endpoint {
    path: "/events/get",
    reply: Returns::value("event"),
    repeatable: true,
};

/// Lists events since a moment or between two.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<SeamEvent>> = Endpoint {
    path: "/events/list",
    reply: Returns::value("events"),
    repeatable: true,
};

/// What `get` takes.
#[object(name = "EventsGetParameters", at_least_one(device_id, event_id, event_type))]
pub struct GetParameters {
    /// ID of the device to which it happened.
    pub device_id: Option<String>,
    /// ID of the event.
    pub event_id: Option<String>,
    /// Type of the event.
    // Any text: unlike the filters of `list`, the server does not hold it to the names that it knows.
    #[field(min_length = 1, typescript = "SeamEventType")]
    pub event_type: Option<String>,
}

// The server takes any text that JavaScript's `Date` can read for a moment, so there is no telling here which it refuses.
/// What `list` takes. Every filter narrows.
#[object(
    name = "EventsListParameters",
    at_least_one(
        access_code_id,
        access_code_ids,
        access_grant_id,
        access_grant_ids,
        access_method_id,
        access_method_ids,
        acs_access_group_id,
        acs_credential_id,
        acs_encoder_id,
        acs_entrance_id,
        acs_system_id,
        acs_system_ids,
        acs_user_id,
        between,
        connect_webview_id,
        connected_account_id,
        customer_key,
        device_id,
        device_ids,
        event_ids,
        event_type,
        event_types,
        since,
        space_id,
        space_ids,
        unstable_offset,
        user_identity_id,
    )
)]
pub struct ListParameters {
    /// ID of the access code.
    pub access_code_id: Option<String>,
    /// IDs of the access codes.
    pub access_code_ids: Option<Vec<String>>,
    /// ID of the access grant.
    pub access_grant_id: Option<String>,
    /// IDs of the access grants, 100 at most.
    #[field(max_items = 100)]
    pub access_grant_ids: Option<Vec<String>>,
    /// ID of the access method.
    pub access_method_id: Option<String>,
    /// IDs of the access methods, 100 at most.
    #[field(max_items = 100)]
    pub access_method_ids: Option<Vec<String>>,
    /// ID of the access group.
    pub acs_access_group_id: Option<String>,
    /// ID of the credential.
    pub acs_credential_id: Option<String>,
    /// ID of the encoder.
    pub acs_encoder_id: Option<String>,
    /// ID of the entrance.
    pub acs_entrance_id: Option<String>,
    /// ID of the access system.
    pub acs_system_id: Option<String>,
    /// IDs of the access systems.
    pub acs_system_ids: Option<Vec<String>>,
    /// ID of the user of an access system.
    pub acs_user_id: Option<String>,
    /// Date-times after the first and before the second of which the events happened; the server wants this or `since`.
    #[field(
        min_items = 2,
        max_items = 2,
        min_length = 1,
        typescript = "Array<string | { toJSON(): string }>"
    )]
    pub between: Option<Vec<String>>,
    /// ID of the Connect Webview.
    pub connect_webview_id: Option<String>,
    /// ID of the connected account.
    pub connected_account_id: Option<String>,
    /// Key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// ID of the device.
    pub device_id: Option<String>,
    /// IDs of the devices.
    pub device_ids: Option<Vec<String>>,
    /// IDs of the events.
    pub event_ids: Option<Vec<String>>,
    /// Type of the events.
    #[field(listed)]
    pub event_type: Option<SeamEventType>,
    /// Types of the events.
    #[field(listed)]
    pub event_types: Option<Vec<SeamEventType>>,
    /// Most events in the list; 500 unless given.
    pub limit: Option<u32>,
    /// Date-time after which the events happened; the server wants this or `between`.
    #[field(min_length = 1, typescript = "string | { toJSON(): string }")]
    pub since: Option<String>,
    /// ID of the space.
    pub space_id: Option<String>,
    /// IDs of the spaces, 100 at most.
    #[field(max_items = 100)]
    pub space_ids: Option<Vec<String>>,
    /// How many of the events to leave out at the beginning of the list; may change without notice.
    pub unstable_offset: Option<u32>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}
