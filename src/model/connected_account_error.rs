//! What keeps a connected account from working (docs/api-facts.md#workspaces-and-accounts): one line per error code, of every generation.
//! A code that is retired stays listed: servers and stored data outlive documentation.

use chrono::{DateTime, Utc};

use crate::model::{BridgeFault, UnlistedIssue};
use crate::schema::{object, union};

/// What keeps a connected account from working.
#[union(tag = "error_code", unlisted = UnlistedIssue)]
pub enum ConnectedAccountError {
    /// Seam is logged out of the account: the user has to connect it again.
    AccountDisconnected(BridgeFault),
    /// The Seam Bridge cannot be reached: its program or its computer is off.
    BridgeDisconnected(BridgeFault),
    /// A Salto KS site has no subscription left: it takes no new users or codes.
    SaltoKsSubscriptionLimitExceeded(SaltoKsSubscriptionFault),
    /// A dormakaba site cannot be reached.
    DormakabaSitesDisconnected(BridgeFault),

    // Retired in September 2025.
    /// The login to the account is not valid.
    #[deprecated_tag("now `account_disconnected`")]
    InvalidCredentials(BridgeFault),
}

/// An error of a Salto KS account whose sites have no subscription left.
#[object]
pub struct SaltoKsSubscriptionFault {
    /// Whether the error is of the bridge.
    pub is_bridge_error: Option<bool>,
    /// Whether the error is of the connected account.
    pub is_connected_account_error: Option<bool>,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// Which sites it is about.
    pub salto_ks_metadata: SaltoKsSubscriptions,
}

/// Salto KS sites whose subscriptions are used up, or nearly so.
#[object]
pub struct SaltoKsSubscriptions {
    /// The sites.
    pub sites: Option<Vec<SaltoKsSite>>,
}

/// A Salto KS site and its subscriptions.
#[object]
pub struct SaltoKsSite {
    /// ID of the site at Salto.
    pub site_id: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// How many users of the site can have a subscription.
    pub site_user_subscription_limit: Option<u32>,
    /// How many users of the site have a subscription.
    pub subscribed_site_user_count: Option<u32>,
}
