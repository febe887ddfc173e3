//! What may trouble a connected account (docs/api-facts.md#workspaces-and-accounts): one line per warning code, of every generation of the API.
//! A code that is retired stays listed: servers and stored data outlive documentation.

use chrono::{DateTime, Utc};

use crate::model::{DeviceNotice, SaltoKsSubscriptions, UnlistedIssue};
use crate::schema::{object, union};

/// What may trouble a connected account or its devices.
#[union(tag = "warning_code", unlisted = UnlistedIssue)]
pub enum ConnectedAccountWarning {
    /// The provider has announced maintenance.
    ScheduledMaintenanceWindow(DeviceNotice),
    /// Reading the account at the provider went wrong; some of its devices may not work.
    UnknownIssueWithConnectedAccount(DeviceNotice),
    /// More than 80 % of a Salto KS site's subscriptions are used.
    SaltoKsSubscriptionLimitAlmostReached(SaltoKsSubscriptionNotice),
    /// The account still works, but the user should connect it again, or it will be disconnected one day.
    AccountReauthorizationRequested(DeviceNotice),
    /// The account is being deleted, with all that belongs to it.
    BeingDeleted(DeviceNotice),
    /// The provider cannot be reached for a while; Seam keeps trying.
    ProviderServiceUnavailable(DeviceNotice),
    /// Something is to be set up before the account works in full; `message` says what.
    SetupRequired(DeviceNotice),
    /// A dormakaba site has not been approved: Seam's support has to do so.
    DormakabaSitesUnapproved(DeviceNotice),
}

/// A warning about a Salto KS account whose sites have few subscriptions left.
#[object]
pub struct SaltoKsSubscriptionNotice {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// Which sites it is about.
    pub salto_ks_metadata: SaltoKsSubscriptions,
}
