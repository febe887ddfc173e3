//! Parameters under their older names, which the API still takes (docs/api-facts.md#access-codes-parameters).

use crate::rules::Situation;
use crate::rules::issue::{Findings, Rule, rules};
use crate::text::concat;

rules! {
    const OLDER_NAME: Rule = Rule::warning("parameter_has_newer_name", "access code parameters").with(&["newer"]);
    const CONTRADICTION: Rule = Rule::error("parameter_contradicts_newer_name", "access code parameters").with(&["newer"]);
}

/// The older name and the one to use.
const NAMES: &[(&str, &str)] = &[
    ("allow_external_modification", "is_external_modification_allowed"),
    ("use_offline_access_code", "is_offline_access_code"),
];

pub(crate) fn check(Situation { wanted, .. }: &Situation<'_>, findings: &mut Findings) {
    for (older, newer) in NAMES {
        let given = wanted.parameters.get(older);
        if given.is_null() {
            continue;
        }
        let beside = wanted.parameters.get(newer);
        if !beside.is_null() && beside != given {
            findings.add(
                &CONTRADICTION,
                older,
                concat(&["says another thing than `", newer, "`, its newer name"]),
                concat(&["give `", newer, "` alone"]),
            );
            findings.given("newer", newer);
        } else {
            findings.add(
                &OLDER_NAME,
                older,
                concat(&["is the older name of `", newer, "`"]),
                concat(&["write `", newer, "`"]),
            );
            findings.given("newer", newer);
        }
    }
}
