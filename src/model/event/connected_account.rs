//! The shapes of events of connected accounts, Connect Webviews, client sessions and other things of a workspace
//! (docs/api-facts.md#events). Which event type has which shape is said in `event.rs`.

use crate::model::event::fields::event;

event! {
    /// What every event of a connected account has.
    ConnectedAccountEvent + account {}
}

event! {
    /// An account was connected for the first time or again.
    ConnectedAccountConnectedEvent + account + customer {
        /// ID of the Connect Webview through which it was connected.
        pub connect_webview_id: Option<String>,
    }
}

event! {
    /// Somebody logged in to an account.
    ConnectedAccountLoginEvent + account {
        /// ID of the Connect Webview through which they did.
        pub connect_webview_id: String,
    }
}

event! {
    /// An account cannot be reached, and this is what was known to be in its way.
    ConnectedAccountIssueEvent + account + account_issues {}
}

event! {
    /// A connected account was deleted.
    ConnectedAccountDeletedEvent + account + customer {
        /// Provider of the account; older servers alone tell it.
        pub connected_account_type: Option<String>,
    }
}

event! {
    /// A login in a Connect Webview succeeded.
    ConnectWebviewSucceededEvent + account + customer {
        /// ID of the Connect Webview.
        pub connect_webview_id: String,
    }
}

event! {
    /// A login in a Connect Webview failed.
    ConnectWebviewFailedEvent {
        /// ID of the Connect Webview.
        pub connect_webview_id: String,
    }
}

event! {
    /// An action attempt has come to its end.
    ActionAttemptEvent {
        /// ID of the action attempt.
        pub action_attempt_id: String,
        /// What was asked; see the `action_type` of action attempts.
        pub action_type: String,
        /// What became of it; see the `status` of action attempts.
        pub status: String,
        /// ID of the device that something was asked of.
        pub device_id: Option<String>,
        /// ID of the connected account that the device belongs to.
        pub connected_account_id: Option<String>,
    }
}

event! {
    /// A client session was deleted.
    ClientSessionEvent {
        /// ID of the client session.
        pub client_session_id: String,
    }
}

event! {
    /// An enrollment automation was deleted.
    EnrollmentAutomationEvent {
        /// ID of the enrollment automation.
        pub enrollment_automation_id: String,
    }
}

event! {
    /// What every event of a space has.
    SpaceEvent {
        /// ID of the space.
        pub space_id: String,
        /// Your own key of the space.
        pub space_key: Option<String>,
        /// IDs of the devices in the space; of a deleted one, those that were in it.
        pub device_ids: Vec<String>,
        /// IDs of the entrances in the space; of a deleted one, those that were in it.
        pub acs_entrance_ids: Vec<String>,
    }
}
