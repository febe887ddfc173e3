//! Whether a call may ask for spare codes (docs/api-facts.md#backup-codes).

use crate::rules::Situation;
use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::wanted::Window;
use crate::schema::value::Value;

const PARAMETER: &str = "use_backup_access_code_pool";
const SUPPORTS: &[&str] = &["properties", "supports_backup_access_code_pool"];

rules! {
    const NOT_TIME_BOUND: Rule = Rule::error(
        "use_backup_access_code_pool_not_time_bound",
        "backup access codes",
    );
    const NOT_SUPPORTED: Rule = Rule::error(
        "use_backup_access_code_pool_not_supported",
        "properties.supports_backup_access_code_pool",
    );
    const NOT_SAID: Rule = Rule::warning(
        "use_backup_access_code_pool_maybe_not_supported",
        "properties.supports_backup_access_code_pool",
    );
    const EMPTY: Rule = Rule::warning("backup_access_code_pool_empty", "errors");
}

/// Locks for which Seam keeps no spare codes.
const WITHOUT: &str = "salto_lock";

pub(crate) fn check(Situation { wanted, device, .. }: &Situation<'_>, findings: &mut Findings) {
    if !wanted.parameters.get(PARAMETER).is_true() {
        return;
    }
    // Codes for one use may have a start alone.
    if matches!(wanted.window(), Window::Ongoing | Window::StartsAt(_)) {
        findings.add(
            &NOT_TIME_BOUND,
            PARAMETER,
            "only codes with `starts_at` and `ends_at` have spare codes",
            "give both bounds, or leave it out",
        );
    }
    let supports = device.at(SUPPORTS).boolean();
    if supports == Some(false) || device.get("device_type").text() == Some(WITHOUT) {
        findings.add(
            &NOT_SUPPORTED,
            PARAMETER,
            "Seam keeps no spare codes for this device",
            "leave it out",
        );
    } else if supports.is_none() && !device.get("properties").is_null() {
        findings.add(
            &NOT_SAID,
            PARAMETER,
            "the device does not say that Seam keeps spare codes for it",
            "see that `is_backup_access_code_available` of the code becomes true",
        );
    }
    let is_empty =
        |error: &Value<'_>| error.get("error_code").text() == Some("empty_backup_access_code_pool");
    if device.get("errors").items().iter().any(is_empty) {
        findings.add(
            &EMPTY,
            PARAMETER,
            "the device has no spare codes left",
            "see that it is online and has room for more codes",
        );
    }
}
