//! What is wrong with the device now and bears on codes: its errors and warnings, and whether it is reachable. What may be mended by the time
//! a guest arrives is a warning; after what is an error, no code is set on this device, and `diagnose` says `failed` of it. What to do about each is the
//! business of diagnosis.

use alloc::borrow::ToOwned;

use crate::rules::Situation;
use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::wanted::Call;
use crate::schema::value::Value;
use crate::text::concat;

rules! {
    const IS_REMOVED: Rule = Rule::error("device_is_removed", "errors").with(&["condition"]);
    const HAS_ERROR: Rule = Rule::warning("device_has_error", "errors").with(&["condition"]);
    const HAS_WARNING: Rule = Rule::warning("device_has_warning", "warnings").with(&["condition"]);
    const IGNORES_CODES: Rule = Rule::warning("device_ignores_codes", "warnings").with(&["condition"]);
    const IS_FULL: Rule = Rule::warning("device_reports_full", "warnings");
    const OFFLINE: Rule = Rule::warning("device_is_offline", "properties.online");
    const TAKES_NO_CODES: Rule = Rule::error("device_cannot_take_codes", "errors; warnings").with(&["condition"]);
}

/// That the device is no longer in the connected account.
const REMOVED: &str = "device_removed";

/// Errors and warnings that say that the device takes no codes where it is.
const NO_CODES: &[&str] = &[
    "keynest_unsupported_third_party_locker",
    "keynest_unsupported_locker",
];

/// Errors that say nothing about access codes.
const OTHER_MATTERS: &[&str] = &["auxiliary_heat_running", "empty_backup_access_code_pool"];

/// Errors that say that Seam does not reach the device, which codes that the lock computes do not need.
const UNREACHABLE: &[&str] = &[
    "device_offline",
    "device_disconnected",
    "hub_disconnected",
    "bridge_disconnected",
];

/// Warnings that bear on codes, and which rule speaks of them. Those about time zones belong to the rules over windows.
const WARNINGS: &[(&str, &Rule)] = &[
    ("privacy_mode", &IGNORES_CODES),
    ("salto_ks_privacy_mode", &IGNORES_CODES),
    ("salto_ks_office_mode", &IGNORES_CODES),
    ("max_access_codes_reached", &IS_FULL),
    ("accessory_keypad_setup_required", &HAS_WARNING),
    ("accessory_keypad_low_battery", &HAS_WARNING),
    ("device_communication_degraded", &HAS_WARNING),
    ("device_has_flaky_connection", &HAS_WARNING),
    ("hub_required_for_additional_capabilities", &HAS_WARNING),
    ("insufficient_permissions", &HAS_WARNING),
    ("power_saving_mode", &HAS_WARNING),
    ("provider_issue", &HAS_WARNING),
    ("salto_ks_lock_access_code_support_removed", &HAS_WARNING),
    ("salto_ks_subscription_limit_almost_reached", &HAS_WARNING),
    ("scheduled_maintenance_window", &HAS_WARNING),
    ("third_party_integration_detected", &HAS_WARNING),
    ("ttlock_lock_gateway_unlocking_not_enabled", &HAS_WARNING),
    ("ttlock_weak_gateway_signal", &HAS_WARNING),
    ("unreliable_online_status", &HAS_WARNING),
];

/// Warnings about the way to the device, which codes that the lock computes do not need.
const ON_THE_WAY: &[&str] = &[
    "device_communication_degraded",
    "device_has_flaky_connection",
    "hub_required_for_additional_capabilities",
    "ttlock_lock_gateway_unlocking_not_enabled",
    "ttlock_weak_gateway_signal",
    "unreliable_online_status",
];

const HELP: &str = "`diagnose` says what to do about it; a code that is made now may be late";

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    let device = situation.device;
    let is_offline_code = situation.wanted.is_offline();
    let mut is_told_unreachable = is_offline_code;
    for code in codes(device, "errors", "error_code") {
        let is_unreachable = UNREACHABLE.contains(&code);
        is_told_unreachable |= is_unreachable;
        if refuse(code, "error", findings) {
            continue;
        }
        let does_not_matter = OTHER_MATTERS.contains(&code) || is_unreachable && is_offline_code;
        if !does_not_matter {
            findings.add(
                &HAS_ERROR,
                "",
                concat(&["the device has the error `", code, "`"]),
                HELP,
            );
            findings.given("condition", code);
        }
    }
    if device.at(&["properties", "online"]).boolean() == Some(false) && !is_told_unreachable {
        findings.add(
            &OFFLINE,
            "",
            "the device is offline",
            "the code is set once it is online again: see to its power and network before the guest arrives",
        );
    }
    for code in codes(device, "warnings", "warning_code") {
        let does_not_matter = is_offline_code && ON_THE_WAY.contains(&code);
        if !refuse(code, "warning", findings) && !does_not_matter {
            warn(situation, code, findings);
        }
    }
}

/// Refuses a device on which no code can be set; answers whether it is one.
fn refuse(code: &str, kind: &str, findings: &mut Findings) -> bool {
    let (rule, help) = if code == REMOVED && kind == "error" {
        (
            &IS_REMOVED,
            "create the code on another device, or connect this one again",
        )
    } else if NO_CODES.contains(&code) {
        (&TAKES_NO_CODES, "keep the key in another locker or store")
    } else {
        return false;
    };
    let message = concat(&[
        "no code can be set on it: the device has the ",
        kind,
        " `",
        code,
        "`",
    ]);
    findings.add(rule, "", message, help);
    findings.given("condition", code);
    true
}

fn warn(situation: &Situation<'_>, code: &str, findings: &mut Findings) {
    let Some((_, rule)) = WARNINGS.iter().find(|(known, _)| *known == code) else {
        return;
    };
    // A code that is on the lock already has its place.
    if **rule == IS_FULL && situation.wanted.call == Call::Update {
        return;
    }
    let (message, help) = if **rule == IGNORES_CODES {
        (
            concat(&[
                "no code opens the lock now: the device has the warning `",
                code,
                "`",
            ]),
            "have the mode switched off at the lock or in the app of its maker",
        )
    } else if **rule == IS_FULL {
        (
            "the device says that it has no room for another code".to_owned(),
            "delete codes that are not needed any more, through Seam where Seam made them",
        )
    } else {
        (concat(&["the device has the warning `", code, "`"]), HELP)
    };
    findings.add(rule, "", message, help);
    if **rule != IS_FULL {
        findings.given("condition", code);
    }
}

fn codes<'a>(device: &'a Value<'_>, list: &str, key: &'a str) -> impl Iterator<Item = &'a str> {
    device
        .get(list)
        .items()
        .iter()
        // Old servers write a space after some codes.
        .filter_map(move |item| item.get(key).text().map(str::trim_ascii))
}
