//! What to do about each error and warning of an access code, a device or a connected account (docs/api-facts.md#errors-of-an-access-code,
//! #warnings-of-an-access-code, #device, #workspaces-and-accounts and #what-to-do-about-an-error): one table, in the words that users read.
//! An app may replace the words by scope and code. Judges no code as a whole.

use crate::rules::access;
use crate::schema::issue::stable_names;
use crate::schema::value::Value;
use crate::text::each_part;

stable_names! { "Whether something keeps a code from working or only troubles it." Scope {
    #[doc = "An item of `errors`, with an `error_code`."] Error = "error";
    #[doc = "An item of `warnings`, with a `warning_code`."] Warning = "warning";
}}

// In the order of urgency, which is compared.
stable_names! { "Who has to act." Actor {
    #[doc = "Nobody: it clears by itself, or does not matter for codes."] Wait = "wait";
    #[doc = "Somebody has to look: nothing is broken, or the message alone tells what."] Inspect = "inspect";
    #[doc = "A person at the lock, in the provider's app or with the provider."] User = "user";
    #[doc = "The application: with other parameters the lock would take the code."] ChangeInput = "change_input";
}}

/// Whose errors and warnings are meant: some of their codes are the same, and mean something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An access code, a device or a connected account.
    AccessCode,
    /// An access grant or an access method.
    Access,
}

impl Subject {
    /// Both.
    pub const ALL: &[Self] = &[Self::AccessCode, Self::Access];

    /// The table of what is to be said about them.
    #[must_use]
    pub fn rows(self) -> &'static [Row] {
        match self {
            Self::AccessCode => TABLE,
            Self::Access => access::advice::TABLE,
        }
    }
}

/// What an error or warning means for the code or device that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: codes get onto the lock, open and go as they should.
    Note,
    /// The code, or a change of it, is not getting onto the lock so far, or the lock has another version. As a warning it counts only until
    /// the code is `set`; an error outweighs that status.
    Setting,
    /// As `Setting`, since another code has the PIN: when that one leaves the lock, Seam puts this one there.
    SamePin,
    /// An access grant or method is issued, and something that it should open is still to come, or to be changed.
    Change,
    /// The code is not getting off the lock.
    Removal,
    /// Seam cannot reach the lock. What needs no connection, as offline codes, goes on working.
    Link,
    /// Something else is wrong that somebody has to fix.
    Trouble,
    /// As `Trouble`, and the code is on the lock, but switched off there until a person enables it.
    Disabled,
    /// The lock will not get the code as it is; Seam has stopped trying.
    Final,
    /// The lock is gone.
    Gone,
}

/// A row of the table: what is to be said about some codes.
#[derive(Debug)]
pub struct Row {
    /// Whether it is about errors or warnings; nothing where it is about both.
    pub scope: Option<Scope>,
    /// The codes, separated by spaces.
    pub codes: &'static str,
    /// Why it happens, in one line.
    pub cause: &'static str,
    /// What to do about it, in one line.
    pub action: &'static str,
    /// Who has to do it.
    pub actor: Actor,
    /// Whether Seam tries again or it clears by itself, without anybody acting.
    pub transient: bool,
    /// What it means for the code or device.
    pub effect: Effect,
}

/// What is said about one error or warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice<'a> {
    /// The `error_code` or `warning_code`, without space around it; empty where there is none.
    pub code: &'a str,
    /// Whether it is an error or a warning.
    pub scope: Scope,
    /// Whether the table has the code; the advice is a generic one where not.
    pub known: bool,
    /// Why it happens, in one line.
    pub cause: &'static str,
    /// What to do about it, in one line.
    pub action: &'static str,
    /// Who has to do it.
    pub actor: Actor,
    /// Whether Seam tries again or it clears by itself, without anybody acting. False where that is not known.
    pub transient: bool,
    /// What it means for the code or device.
    pub effect: Effect,
    /// The server's own message, for people; free text, which may hold what the lock told.
    pub message: Option<&'a str>,
    /// When it was noticed, as the server wrote it, RFC 3339.
    pub created_at: Option<&'a str>,
}

impl<'a> Advice<'a> {
    /// What is to be said about an item of `errors` or `warnings` of an access code, a device or a connected account.
    #[must_use]
    pub fn new(item: &'a Value<'_>, scope: Scope) -> Self {
        Self::of(Subject::AccessCode, item, scope)
    }

    /// What is to be said about an item of `errors` or `warnings`.
    #[must_use]
    pub fn of(subject: Subject, item: &'a Value<'_>, scope: Scope) -> Self {
        let key = match scope {
            Scope::Error => "error_code",
            Scope::Warning => "warning_code",
        };
        // Old servers write a space after some codes.
        let code = item.get(key).text().unwrap_or_default().trim_ascii();
        Self::about(
            subject,
            scope,
            code,
            item.get("message").text(),
            item.get("created_at").text(),
        )
    }

    /// What is to be said about an error or warning of this code, with the server's message and the instant that the server wrote.
    #[must_use]
    pub fn about(
        subject: Subject,
        scope: Scope,
        code: &'a str,
        message: Option<&'a str>,
        created_at: Option<&'a str>,
    ) -> Self {
        let found = find(subject, scope, code);
        let row = found.unwrap_or(match scope {
            Scope::Error => &UNKNOWN_ERROR,
            Scope::Warning => &UNKNOWN_WARNING,
        });
        Self {
            code,
            scope,
            known: found.is_some(),
            cause: row.cause,
            action: row.action,
            actor: row.actor,
            transient: row.transient,
            effect: row.effect,
            message,
            created_at,
        }
    }
}

/// The row about a code; nothing where the table does not have it.
#[must_use]
pub fn find(subject: Subject, scope: Scope, code: &str) -> Option<&'static Row> {
    if code.is_empty() {
        return None;
    }
    for row in subject.rows() {
        let in_scope = row.scope.is_none_or(|of_row| of_row == scope);
        if in_scope && each_part(row.codes, b' ').any(|part| part == code) {
            return Some(row);
        }
    }
    None
}

/// Every code that a table has in a scope.
pub fn known_codes(subject: Subject, scope: Scope) -> impl Iterator<Item = &'static str> {
    let rows = subject
        .rows()
        .iter()
        .filter(move |row| row.scope.is_none_or(|of_row| of_row == scope));
    rows.flat_map(|row| each_part(row.codes, b' '))
        .filter(|code| !code.is_empty())
}

const UNKNOWN_CAUSE: &str = "This version does not know the code; the server's message tells what is wrong.";
const UNKNOWN_ACTION: &str = "Show the message, keep polling, and ask Seam's support if it stays.";

/// What is said about an error that the table does not have.
pub const UNKNOWN_ERROR: Row = Row {
    scope: Some(Scope::Error),
    codes: "",
    cause: UNKNOWN_CAUSE,
    action: UNKNOWN_ACTION,
    actor: Actor::Inspect,
    transient: false,
    effect: Effect::Trouble,
};

/// What is said about a warning that the table does not have.
pub const UNKNOWN_WARNING: Row = Row {
    scope: Some(Scope::Warning),
    codes: "",
    cause: UNKNOWN_CAUSE,
    action: UNKNOWN_ACTION,
    actor: Actor::Inspect,
    transient: false,
    effect: Effect::Note,
};

/// The table. A code has one row in each scope.
pub static TABLE: &[Row] = &[
    // Getting onto the lock.
    Row {
        scope: Some(Scope::Error),
        codes: "failed_to_set_on_device",
        cause: "Putting the code on the lock has failed so far; Seam tries again.",
        action: "Wait, look at the lock's power and connection, and offer a backup code if there is one.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "failed_to_issue",
        cause: "The start has come and the code is not on the lock; Seam keeps trying.",
        action: "Warn the guest, check the lock's power and connection, and pull a backup code if there is one.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: None,
        codes: "august_device_programming_delay august_lock_temporarily_offline \
            hubitat_device_programming_delay delay_in_setting_on_device delay_in_issuing",
        cause: "The lock or its connection is slow, so that programming takes longer than usual.",
        action: "Wait; if it stays, test the lock remotely, check Wi-Fi, bridge and battery, and have a backup code ready.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "igloohome_bridge_too_many_pending_jobs",
        cause: "The igloohome bridge has 20 or more jobs waiting.",
        action: "Wait until it has worked them off; ask Seam's support if it does not.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "schlage_creation_outage",
        cause: "Schlage could not create codes for a while.",
        action: "Wait; ask Seam's support if it stays.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "failed_to_update failed_to_apply_mutations",
        cause: "A change that was asked for has not reached the lock; Seam keeps trying.",
        action: "Check the lock's power and connection; until then count on the code as it was.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "delay_in_applying_mutations",
        cause: "A change that was asked for is slow to reach the lock.",
        action: "Wait; until then count on the code as it was.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "access_code_state_unconfirmed",
        cause: "What the lock holds could not be confirmed.",
        action: "Wait for the next reading, or have the code tried at the lock.",
        actor: Actor::Inspect,
        transient: true,
        effect: Effect::Setting,
    },
    // What other parameters would fix.
    Row {
        scope: None,
        codes: "duplicate_code_on_device wyze_potential_duplicate_code schlage_detected_duplicate",
        cause: "The lock has another code with the same PIN.",
        action: "Update `code` to another PIN, or find the other one, also among unmanaged codes, and delete or convert it.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::SamePin,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "duplicate_code_attempt_prevented",
        cause: "Seam has not put the code on the lock, since another one there has the same PIN.",
        action: "Update `code` to another PIN, or find the other one, also among unmanaged codes, and delete or convert it.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Final,
    },
    Row {
        scope: None,
        codes: "wyze_duplicate_code_name schlage_detected_duplicate_code_name",
        cause: "The lock has another code of the same name.",
        action: "Update `name` to another one, or delete the other code.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "kwikset_unable_to_confirm_code",
        cause: "Kwikset does not confirm the code, mostly since a code that Seam cannot see has the PIN.",
        action: "Update `code` to another PIN.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Final,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "kwikset_unable_to_confirm_code",
        cause: "Kwikset does not confirm the code, mostly since a code that Seam cannot see has the PIN.",
        action: "Update `code` to another PIN.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "code_constraints_violated august_lock_invalid_code_length \
            august_lock_bad_access_code_format",
        cause: "The lock does not take such a PIN or name; Seam does not try again.",
        action: "Check them against the device's properties and update the code.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Final,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "igloohome_offline_access_code_no_variance_available",
        cause: "The lock's algorithm has given out all PINs that it has for this start.",
        action: "Create an offline code that starts in another hour or on another day.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Final,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "dormakaba_oracode_no_valid_user_level dormakaba_oracode_invalid_time_range",
        cause: "The window fits none of the time slots that are set up for the door.",
        action: "Use a slot's times, allow `max_time_rounding` of `1d`, or have the installer add a slot.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Final,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "time_frame_adjusted_for_unknown_time_zone \
            schlage_access_code_ambiguous_timezone_dst_risk",
        cause: "The lock's time zone is not known and clocks change, so the window has an hour more.",
        action: "Report the lock's time zone with `/devices/report_provider_metadata`, or set it in its app.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "time_zone_unknown ultraloq_time_zone_unknown lockly_time_zone_not_configured",
        cause: "The lock's time zone is not known, so that windows are refused or may be off.",
        action: "Report the lock's time zone with `/devices/report_provider_metadata`, or set it in its app.",
        actor: Actor::ChangeInput,
        transient: false,
        effect: Effect::Trouble,
    },
    // What a person has to do at the lock, in an app or with the provider.
    Row {
        scope: Some(Scope::Warning),
        codes: "two_n_device_missing_timezone time_zone_mismatch",
        cause: "The device's time zone is missing or wrong, so that windows are refused or off.",
        action: "Set the right time zone on the device.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: None,
        codes: "no_space_for_access_code_on_device august_device_slots_full \
            smartthings_no_free_slots_available hubitat_no_free_positions_available \
            schlage_lock_exceeds_maximum_number_of_access_codes max_access_codes_reached",
        cause: "The lock's memory for codes is full.",
        action: "Delete codes that are no longer needed, through Seam where it manages them.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "smartthings_failed_to_set_after_multiple_retries",
        cause: "SmartThings failed several times, mostly since other software manages the lock.",
        action: "Switch off other software for the lock, delete codes that are in the way, and set the code again.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Setting,
    },
    Row {
        scope: None,
        codes: "smartthings_failed_to_set_access_code",
        cause: "SmartThings did not set the code, mostly since other software manages the lock.",
        action: "Switch off other software for the lock and delete codes that are in the way.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Setting,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "third_party_integration_detected",
        cause: "Other software manages the lock too and may change or delete codes.",
        action: "Switch the other software off for this lock.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "conflicting_external_modification code_modified_external_to_seam",
        cause: "Somebody changed or removed the code outside Seam, which restores it.",
        action: "Ask who did, also other software; to keep such changes, set `is_external_modification_allowed`.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Setting,
    },
    Row {
        scope: None,
        codes: "access_code_inactive ultraloq_access_code_disabled",
        cause: "The code is disabled on the lock and does not open it.",
        action: "Have it enabled in the provider's app; this then clears by itself.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Disabled,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "privacy_mode salto_ks_privacy_mode salto_ks_office_mode salto_office_mode",
        cause: "The lock is in a mode in which codes do not open it.",
        action: "Have the mode ended at the lock or in its app.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: None,
        codes: "provider_issue",
        cause: "The provider reports a problem of its own; the server's message tells which.",
        action: "Show the message and do what it says.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: None,
        codes: "insufficient_permissions kwikset_insufficient_permissions august_lock_not_authorized",
        cause: "The connected account lacks the rights to program this lock.",
        action: "Have the lock's owner grant them, or connect the account of an owner.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: None,
        codes: "august_lock_missing_keypad august_lock_missing_bridge lockly_missing_wifi_bridge \
            ttlock_lock_not_paired_to_gateway wyze_device_missing_gateway \
            accessory_keypad_setup_required",
        cause: "A keypad, bridge or gateway that the lock needs for codes is missing or not linked.",
        action: "Install it, or link it to the lock in the provider's app.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "hub_required_for_additional_capabilities",
        cause: "Without a hub the lock does less than it could.",
        action: "Install a hub to have more, such as remote unlocking.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: None,
        codes: "keynest_unsupported_third_party_locker keynest_unsupported_locker",
        cause: "The KeyNest key is in a locker that takes no codes.",
        action: "Keep the key in another locker or store.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Final,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "salto_ks_lock_access_code_support_removed",
        cause: "The Salto KS lock may have lost its support for codes, as after a reset of its hub.",
        action: "Have the lock set up again in Salto KS.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "salto_ks_subscription_limit_exceeded salto_ks_user_not_subscribed \
            salto_site_user_not_subscribed",
        cause: "The Salto KS site has no subscription left for another user or code.",
        action: "Delete codes that are no longer needed, or raise the site's plan.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "salto_ks_subscription_limit_almost_reached",
        cause: "More than 80 % of the Salto KS site's subscriptions are used.",
        action: "Delete codes that are no longer needed, or raise the site's plan, before it is full.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "subscription_required",
        cause: "The provider wants a paid plan for this.",
        action: "Have the plan bought with the provider.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "accessory_keypad_low_battery",
        cause: "The keypad's battery is low.",
        action: "Have it changed before it is empty.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Note,
    },
    // The way to the lock.
    Row {
        scope: Some(Scope::Error),
        codes: "device_disconnected device_offline hub_disconnected igloohome_bridge_offline",
        cause: "The lock or its hub is offline.",
        action: "Restore its power and network; what it holds already goes on opening.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Link,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "bridge_disconnected",
        cause: "Seam Bridge cannot be reached: its program or its computer is off.",
        action: "Start Seam Bridge and its computer, and check their network.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Link,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "account_disconnected invalid_credentials missing_device_credentials",
        cause: "Seam is no longer logged in to the account behind the lock.",
        action: "Have its owner log in again through a new Connect Webview.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Link,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "account_reauthorization_requested",
        cause: "The provider asks for a new login; the account works until it is cut off.",
        action: "Have its owner log in again through a new Connect Webview.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "dormakaba_sites_disconnected",
        cause: "A dormakaba site cannot be reached.",
        action: "Have the site's connection restored, with dormakaba's support if need be.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Link,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "dormakaba_sites_unapproved",
        cause: "A dormakaba site is not approved for Seam yet.",
        action: "Ask Seam's support to have it approved.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "setup_required",
        cause: "The account is not set up in full; the server's message tells what is missing.",
        action: "Show the message and do what it says.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Trouble,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "ttlock_lock_gateway_unlocking_not_enabled power_saving_mode",
        cause: "A setting of the lock keeps the gateway from controlling it.",
        action: "Enable Remote Unlock, or end power saving, in the lock's settings.",
        actor: Actor::User,
        transient: false,
        effect: Effect::Link,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "ttlock_weak_gateway_signal device_communication_degraded device_has_flaky_connection \
            unreliable_online_status",
        cause: "The connection to the lock comes and goes.",
        action: "Expect delays; better the signal between lock and gateway, or change the batteries.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "provider_service_unavailable",
        cause: "The provider's service cannot be reached; Seam keeps trying.",
        action: "Wait; ask Seam's support if it stays.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Link,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "scheduled_maintenance_window",
        cause: "The provider has announced maintenance.",
        action: "Expect delays while it lasts.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Note,
    },
    // Getting off the lock.
    Row {
        scope: Some(Scope::Error),
        codes: "failed_to_remove_from_device failed_to_remove failed_to_delete failed_to_expire",
        cause: "Removing the code has failed so far, so that it may still open; Seam tries again.",
        action: "Treat access as still open; check the lock's connection and, in its app, whether the code is there.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Removal,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "kwikset_unable_to_confirm_deletion",
        cause: "Kwikset does not confirm that the code is gone.",
        action: "Treat access as still open; look in Kwikset's app beside the lock; if it is gone, tell Seam's support.",
        actor: Actor::User,
        transient: true,
        effect: Effect::Removal,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "delay_in_removing_from_device",
        cause: "The lock has not confirmed that the code is gone.",
        action: "Wait, and treat access as still open until it is.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Removal,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "being_deleted",
        cause: "It, or the account that it belongs to, is being deleted.",
        action: "Do not count on it any more.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Note,
    },
    // What is only to be known.
    Row {
        scope: Some(Scope::Error),
        codes: "device_removed",
        cause: "The lock is no longer in the connected account.",
        action: "Stop, and create the code on another lock, or connect this one again.",
        actor: Actor::Inspect,
        transient: false,
        effect: Effect::Gone,
    },
    Row {
        scope: Some(Scope::Error),
        codes: "replaced_by_newer_access_code",
        cause: "A newer code has taken this one's place.",
        action: "Show the newer code in place of this one.",
        actor: Actor::Inspect,
        transient: false,
        effect: Effect::Final,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "management_transferred",
        cause: "Another workspace has taken the code over.",
        action: "Read the code again; this workspace can no longer change it.",
        actor: Actor::Inspect,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "using_backup_access_code",
        cause: "A backup code was pulled and replaces this one.",
        action: "Give the guest the backup code's PIN.",
        actor: Actor::Inspect,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "external_modification_in_effect code_modified_external_to_seam",
        cause: "Somebody changed the code outside Seam, and the code allows that.",
        action: "Read the code again before you show it.",
        actor: Actor::Inspect,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "code_rotates_periodically",
        cause: "The provider changes the PIN now and then.",
        action: "Read the code again each time before you show it.",
        actor: Actor::Inspect,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "igloo_algopin_must_be_used_within_24_hours",
        cause: "The lock takes this PIN only if it is first used within 24 hours of its start.",
        action: "Tell the guest to use it at the lock within that time.",
        actor: Actor::Inspect,
        transient: false,
        effect: Effect::Note,
    },
    Row {
        scope: None,
        codes: "empty_backup_access_code_pool partial_backup_access_code_pool many_active_backup_codes",
        cause: "Few or no backup codes are left on the lock, or its pool is still being filled.",
        action: "Wait; if it stays, check the lock's connection and its free memory.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Note,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "unknown_issue_with_access_code",
        cause: "Something is wrong with the code that Seam cannot name.",
        action: "Wait, have the code tried at the lock, and ask Seam's support if it stays.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Trouble,
    },
    Row {
        scope: Some(Scope::Warning),
        codes: "unknown_issue_with_connected_account",
        cause: "Reading the account failed, so that some of its devices may not work.",
        action: "Wait; ask Seam's support if it stays.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Note,
    },
    Row {
        scope: None,
        codes: "auxiliary_heat_running temperature_threshold_exceeded unknown_issue_with_phone",
        cause: "It is about a thermostat or a phone, not about codes.",
        action: "Nothing is to be done for codes.",
        actor: Actor::Wait,
        transient: true,
        effect: Effect::Note,
    },
];
