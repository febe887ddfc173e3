//! `batch`: resources of several kinds in one reply, each kind under its own key; what is not asked for is absent.
//! Holds no resource of its own.

use crate::model::{
    AccessGrant, AccessMethod, AcsAccessGroup, AcsCredential, AcsEntrance, AcsSystem, ClientSession,
    ConnectedAccount, Device, InstantKey, Space, UserIdentity,
};
use crate::schema::object;

/// Access grants' resources, by kind.
#[object]
pub struct AccessGrantBatch {
    /// The access methods.
    pub access_methods: Option<Vec<AccessMethod>>,
    /// The access groups.
    pub acs_access_groups: Option<Vec<AcsAccessGroup>>,
    /// The entrances.
    pub acs_entrances: Option<Vec<AcsEntrance>>,
    /// The access control systems.
    pub acs_systems: Option<Vec<AcsSystem>>,
    /// The connected accounts.
    pub connected_accounts: Option<Vec<ConnectedAccount>>,
    /// The devices.
    pub devices: Option<Vec<Device>>,
    /// The spaces.
    pub spaces: Option<Vec<Space>>,
    /// The user identities.
    pub user_identities: Option<Vec<UserIdentity>>,
}

/// Access methods' resources, by kind.
#[object]
pub struct AccessMethodBatch {
    /// The access grants.
    pub access_grants: Option<Vec<AccessGrant>>,
    /// The access methods.
    pub access_methods: Option<Vec<AccessMethod>>,
    /// The credentials.
    pub acs_credentials: Option<Vec<AcsCredential>>,
    /// The entrances.
    pub acs_entrances: Option<Vec<AcsEntrance>>,
    /// The client sessions.
    pub client_sessions: Option<Vec<ClientSession>>,
    /// The devices.
    pub devices: Option<Vec<Device>>,
    /// The instant keys.
    pub instant_keys: Option<Vec<InstantKey>>,
    /// The spaces.
    pub spaces: Option<Vec<Space>>,
}

/// Spaces' resources, by kind.
#[object]
pub struct SpaceBatch {
    /// The access methods.
    pub access_methods: Option<Vec<AccessMethod>>,
    /// The entrances.
    pub acs_entrances: Option<Vec<AcsEntrance>>,
    /// The access control systems.
    pub acs_systems: Option<Vec<AcsSystem>>,
    /// The connected accounts.
    pub connected_accounts: Option<Vec<ConnectedAccount>>,
    /// The devices.
    pub devices: Option<Vec<Device>>,
    /// The spaces.
    pub spaces: Option<Vec<Space>>,
}
