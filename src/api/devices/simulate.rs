//! `/devices/simulate/**` (docs/api-facts.md#other-endpoints): what only a sandbox workspace does.
//! Holds nothing that reaches a real device.

use crate::api::{Endpoint, Namespace, Returns};
use crate::schema::{object, summarized};

/// Makes sandbox devices come and go. What a device takes part in, its `can_simulate_*` flags tell.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "devices/simulate",
    endpoints: &[
        &CONNECT,
        &CONNECT_TO_HUB,
        &DISCONNECT,
        &DISCONNECT_FROM_HUB,
        &PAID_SUBSCRIPTION,
        &REMOVE,
    ],
    children: &[],
};

/// Brings a sandbox device online.
#[summarized]
pub const CONNECT: Endpoint<ConnectParameters, ()> = Endpoint {
    path: "/devices/simulate/connect",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Brings the hub of a sandbox device online.
#[summarized]
pub const CONNECT_TO_HUB: Endpoint<ConnectToHubParameters, ()> = Endpoint {
    path: "/devices/simulate/connect_to_hub",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Takes a sandbox device offline.
#[summarized]
pub const DISCONNECT: Endpoint<DisconnectParameters, ()> = Endpoint {
    path: "/devices/simulate/disconnect",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Takes the hub of a sandbox device offline.
#[summarized]
pub const DISCONNECT_FROM_HUB: Endpoint<DisconnectFromHubParameters, ()> = Endpoint {
    path: "/devices/simulate/disconnect_from_hub",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Makes a sandbox device's paid subscription run or run out.
#[summarized]
pub const PAID_SUBSCRIPTION: Endpoint<PaidSubscriptionParameters, ()> = Endpoint {
    path: "/devices/simulate/paid_subscription",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Removes a sandbox device, as if someone had removed it in the provider's app.
#[summarized]
pub const REMOVE: Endpoint<RemoveParameters, ()> = Endpoint {
    path: "/devices/simulate/remove",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `connect` takes.
#[object(name = "DevicesSimulateConnectParameters")]
pub struct ConnectParameters {
    /// ID of the sandbox device.
    pub device_id: String,
}

/// What `connect_to_hub` takes.
#[object(name = "DevicesSimulateConnectToHubParameters")]
pub struct ConnectToHubParameters {
    /// ID of the sandbox device.
    pub device_id: String,
}

/// What `disconnect` takes.
#[object(name = "DevicesSimulateDisconnectParameters")]
pub struct DisconnectParameters {
    /// ID of the sandbox device.
    pub device_id: String,
}

/// What `disconnect_from_hub` takes.
#[object(name = "DevicesSimulateDisconnectFromHubParameters")]
pub struct DisconnectFromHubParameters {
    /// ID of the sandbox device.
    pub device_id: String,
}

/// What `paid_subscription` takes.
#[object(name = "DevicesSimulatePaidSubscriptionParameters")]
pub struct PaidSubscriptionParameters {
    /// ID of the sandbox device.
    pub device_id: String,
    /// Whether the subscription has run out.
    pub is_expired: bool,
}

/// What `remove` takes.
#[object(name = "DevicesSimulateRemoveParameters")]
pub struct RemoveParameters {
    /// ID of the sandbox device.
    pub device_id: String,
}
