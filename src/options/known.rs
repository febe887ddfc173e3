//! The options of the functions that make no flow, by the function, for each module that has some. What an option means is known where it is read.

use alloc::string::String;

use super::unknown_message;
use crate::text::{Parts, each_part, replaced};

/// Functions, each with the names of its options, between which spaces stand.
pub type Known = &'static [(&'static str, &'static str)];

/// Which of these names another may be a slip of.
pub type Nearest = for<'k> fn(&str, &mut dyn Iterator<Item = &'k str>) -> Option<&'k str>;

/// Of locks.
pub const RULES: Known = &[
    ("checkAccessCode", "device existing now"),
    (
        "checkAccessCodeOnDevice",
        "now timeout maxRetries headers validate signal",
    ),
    ("suggestCode", "length avoid existing random"),
];

/// Of the state of codes, devices, access grants and access methods.
pub const STATUS: Known = &[
    ("diagnose", "now"),
    ("accessCodeTimeline", "device now"),
    ("diagnoseAccess", "accessGrant accessMethods now"),
    ("accessTimeline", "accessGrant accessMethods now"),
];

/// Of fakes. A name with a dot is that of an option with names of its own.
pub const TESTING: Known = &[
    ("createFakeSeam", "devices now seed clock"),
    ("createFakeSeam.devices", "brand deviceId name slots timeZone"),
    ("setDelays", "setting removing answering"),
    ("disturb", "fault path times ms seconds status"),
];

/// Of webhooks.
pub const WEBHOOKS: Known = &[("verify", "now tolerance")];

/// What is wrong with the names of the options of a function: the first that is not known. A function that is not listed has no options.
///
/// `nearest` finds the one that it may be a slip of, see `schema::misspelling`; the webhooks, of which a worker carries little else, have two names
/// and do without it.
///
/// Takes names rather than a JSON object, as [`Options::read`](super::Options::read) does: that would add 3 kB to a module that has no other use for it.
pub fn refusal(known: Known, function: &str, names: &mut Parts<'_>, nearest: Nearest) -> Option<String> {
    let listed = known.iter().find(|(name, _)| *name == function);
    let listed = listed.map_or("", |(_, names)| names);
    let unknown = names.find(|name| !each_part(listed, b' ').any(|known| known == *name));
    let name = unknown?;
    let meant = nearest(name, &mut each_part(listed, b' '));
    Some(unknown_message(name, meant, &replaced(listed, " ", ", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::OF_CALLS;
    use crate::schema::misspelling::nearest;

    fn refused(known: Known, function: &str, name: &str) -> String {
        refusal(known, function, &mut each_part(name, b'\n'), nearest).unwrap_or_default()
    }

    #[test]
    fn each_name_is_known_to_its_function_and_no_slip_of_another() {
        for known in [RULES, STATUS, WEBHOOKS] {
            for (function, names) in known {
                for name in names.split(' ') {
                    assert_eq!(refused(known, function, name), "");
                    let slip = refused(known, function, &[name, "_x"].concat());
                    assert!(slip.ends_with(&["did you mean `", name, "`?"].concat()), "{slip}");
                }
            }
        }
        let on_device = ["now", &OF_CALLS.join(" ")].join(" ");
        assert!(RULES.iter().any(|(_, names)| *names == on_device));
    }

    #[test]
    fn refuses_by_name() {
        for (known, function, slip, meant) in [
            (RULES, "suggestCode", "lenght", "length"),
            (RULES, "checkAccessCode", "exsting", "existing"),
            (RULES, "checkAccessCodeOnDevice", "maxRetrys", "maxRetries"),
            (STATUS, "diagnose", "nwo", "now"),
            (WEBHOOKS, "verify", "tolerence", "tolerance"),
        ] {
            assert_eq!(
                refused(known, function, slip),
                ["unknown option `", slip, "`: did you mean `", meant, "`?"].concat()
            );
        }
        assert_eq!(
            refused(WEBHOOKS, "verify", "clock\r"),
            "unknown option `clock `: expected one of now, tolerance"
        );
        assert_ne!(refused(RULES, "unlisted", "now"), "");
    }
}
