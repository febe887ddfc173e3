//! Whether a call is sent again, and after how long (section 1.8 of the API's facts). Pure: clock and chance are passed in.

use alloc::string::String;

use crate::client::host::SendFailure;
use crate::schema::{date_time, json};

/// A `Retry-After` beyond this is not waited for: the error is told at once. In ms.
pub const LONGEST_WAIT: f64 = 60_000.0;

/// How an attempt ended, as far as repeating it is concerned.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    /// There is no answer.
    Failed(SendFailure),
    /// There is one.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The `retry-after` header.
        retry_after: Option<String>,
    },
}

/// What is known of a call when an attempt of it has ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attempt {
    /// How many attempts have been made, this one included.
    pub made: u32,
    /// How many more than the first may be made.
    pub max_retries: u32,
    /// Whether sending twice does no more than sending once.
    pub repeatable: bool,
    /// The time in ms since 1970.
    pub now: f64,
    /// A number from 0 to 1.
    pub random: f64,
}

/// How many ms to wait before the next attempt; nothing where there shall be none.
#[must_use]
pub fn delay(attempt: Attempt, ending: &Ending) -> Option<f64> {
    if attempt.made > attempt.max_retries {
        return None;
    }
    let (allowed, retry_after) = match ending {
        Ending::Failed(SendFailure::Canceled) => (false, None),
        Ending::Failed(SendFailure::Timeout | SendFailure::Network) => (attempt.repeatable, None),
        // Too many requests: the server has refused to act, so even a create may be sent again.
        Ending::Answered {
            status: 429,
            retry_after,
        } => (true, retry_after.as_deref()),
        Ending::Answered {
            status: 500..=599,
            retry_after,
        } => (attempt.repeatable, retry_after.as_deref()),
        Ending::Answered { .. } => (false, None),
    };
    if !allowed {
        return None;
    }
    let asked = retry_after
        .and_then(|value| milliseconds(value, attempt.now))
        .unwrap_or(0.0);
    if asked > LONGEST_WAIT {
        return None;
    }
    let backed_off = 100.0 * f64::from(1_u32.checked_shl(attempt.made).unwrap_or(u32::MAX));
    let shortest = backed_off.min(LONGEST_WAIT).max(asked);
    Some(shortest * (1.0 + 0.2 * attempt.random))
}

/// A `Retry-After` in ms: a count of seconds, or a date.
fn milliseconds(value: &str, now: f64) -> Option<f64> {
    let digits = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if !value.is_empty() && value.bytes().all(digits) {
        return Some(json::number(value) * 1000.0);
    }
    // Seconds of dates are far below 2^53, so they are exact.
    let at = date_time::http_date(value)? as f64 * 1000.0;
    Some((at - now).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Attempt = Attempt {
        made: 1,
        max_retries: 2,
        repeatable: true,
        now: 1_445_412_480_000.0,
        random: 0.5,
    };

    fn rounded(attempt: Attempt, ending: &Ending) -> Option<u64> {
        delay(attempt, ending).map(|delay| delay.round() as u64)
    }

    fn answered(status: u16, retry_after: Option<&str>) -> Ending {
        Ending::Answered {
            status,
            retry_after: retry_after.map(str::to_owned),
        }
    }

    #[test]
    fn backs_off_as_the_official_client() {
        let network = Ending::Failed(SendFailure::Network);
        assert_eq!(rounded(FIRST, &network), Some(220));
        assert_eq!(rounded(Attempt { made: 2, ..FIRST }, &network), Some(440));
        assert_eq!(delay(Attempt { made: 3, ..FIRST }, &network), None);
        assert_eq!(
            delay(
                Attempt {
                    max_retries: 0,
                    ..FIRST
                },
                &network
            ),
            None
        );
    }

    #[test]
    fn never_repeats_an_ambiguous_call() {
        let create = Attempt {
            repeatable: false,
            ..FIRST
        };
        for ending in [
            Ending::Failed(SendFailure::Network),
            Ending::Failed(SendFailure::Timeout),
            answered(500, None),
            answered(503, Some("1")),
        ] {
            assert_eq!(delay(create, &ending), None);
            assert!(delay(FIRST, &ending).is_some());
        }
        assert!(delay(create, &answered(429, None)).is_some());
    }

    #[test]
    fn repeats_nothing_that_was_decided() {
        for ending in [
            Ending::Failed(SendFailure::Canceled),
            answered(400, None),
            answered(401, None),
            answered(404, Some("1")),
            answered(302, None),
        ] {
            assert_eq!(delay(FIRST, &ending), None);
        }
    }

    #[test]
    fn honours_retry_after() {
        assert_eq!(rounded(FIRST, &answered(429, Some("2"))), Some(2200));
        assert_eq!(rounded(FIRST, &answered(503, Some("0"))), Some(220));
        let date = "Wed, 21 Oct 2015 07:28:03 GMT";
        assert_eq!(rounded(FIRST, &answered(503, Some(date))), Some(3300));
        assert_eq!(rounded(FIRST, &answered(503, Some("soon"))), Some(220));
        assert_eq!(delay(FIRST, &answered(429, Some("61"))), None);
        assert_eq!(rounded(FIRST, &answered(429, Some("-5"))), Some(220));
    }
}
