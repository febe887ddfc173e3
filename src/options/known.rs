//! The options of the functions that make no flow, by the function, for each module that has some. What an option means is known where it is read.

use super::{OF_CALLS, Options};
use crate::error::Error;

/// The options of functions, by the name of the function.
pub type Known = &'static [(&'static str, &'static [&'static [&'static str]])];

/// Of locks.
pub const RULES: Known = &[
    ("checkAccessCode", &[&["device", "existing", "now"]]),
    ("checkAccessCodeOnDevice", &[&["now"], OF_CALLS]),
    ("suggestCode", &[&["length", "avoid", "existing", "random"]]),
];

/// Of the state of codes and devices. A name with a dot is that of an option with names of its own.
pub const STATUS: Known = &[
    ("diagnose", &[&["now", "messages"]]),
    ("diagnose.messages", &[&["verdicts", "errors", "warnings"]]),
    ("diagnose.messages.advice", &[&["cause", "action"]]),
    ("accessCodeTimeline", &[&["device", "now"]]),
];

/// Of webhooks.
pub const WEBHOOKS: Known = &[("verify", &[&["now", "tolerance"]])];

/// Looks at the names of the options of a function, which are a JSON object.
///
/// # Errors
/// [`Error::InvalidOptions`] that names the first unknown one. A function that is not listed has no options.
pub fn require_known(known: Known, function: &str, options: &str) -> Result<(), Error> {
    let names = known.iter().find(|(name, _)| *name == function);
    Options::read(options, names.map_or(&[], |(_, names)| names)).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    fn refusal(known: Known, function: &str, options: &str) -> String {
        let result = require_known(known, function, options);
        result.err().map(|error| error.line()).unwrap_or_default()
    }

    #[test]
    fn each_name_is_known_to_its_function_and_no_slip_of_another() {
        for known in [RULES, STATUS, WEBHOOKS] {
            for (function, names) in known {
                for name in names.iter().copied().flatten() {
                    assert_eq!(refusal(known, function, &["{\"", name, "\":null}"].concat()), "");
                    let slip = refusal(known, function, &["{\"", name, "_\":null}"].concat());
                    assert!(slip.ends_with(&["did you mean `", name, "`?"].concat()), "{slip}");
                }
            }
        }
    }

    #[test]
    fn refuses_by_name() {
        for (known, function, slip, meant) in [
            (RULES, "suggestCode", "lenght", "length"),
            (RULES, "checkAccessCode", "exsting", "existing"),
            (RULES, "checkAccessCodeOnDevice", "maxRetry", "maxRetries"),
            (STATUS, "diagnose", "nwo", "now"),
            (WEBHOOKS, "verify", "tolerence", "tolerance"),
        ] {
            assert_eq!(
                refusal(known, function, &["{\"", slip, "\":null}"].concat()),
                ["unknown option `", slip, "`: did you mean `", meant, "`?"].concat()
            );
        }
        assert_eq!(refusal(RULES, "suggestCode", ""), "");
        assert_ne!(refusal(RULES, "unlisted", "{\"now\":1}"), "");
    }
}
