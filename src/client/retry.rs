//! Whether a call is sent again, and after how long (section 1.8 of the API's facts). Pure: clock and chance are passed in.

use crate::client::host::SendFailure;

/// A `Retry-After` beyond this is not waited for: the error is told at once. In ms.
pub const LONGEST_WAIT: f64 = 60_000.0;

/// How an attempt ended, as far as repeating it is concerned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ending {
    /// There is no answer.
    Failed(SendFailure),
    /// There is one.
    Answered {
        /// The HTTP status.
        status: u16,
        /// How many ms the server asks to be left alone, by its `retry-after` header; 0 where it does not.
        asked: f64,
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
    /// A number from 0 to 1.
    pub random: f64,
}

/// How many ms to wait before the next attempt; nothing where there shall be none.
#[must_use]
pub fn delay(attempt: Attempt, ending: &Ending) -> Option<f64> {
    if attempt.made > attempt.max_retries {
        return None;
    }
    let (allowed, asked) = match *ending {
        Ending::Failed(failure) => (attempt.repeatable && failure != SendFailure::Canceled, 0.0),
        // Too many requests: the server has refused to act, so even a create may be sent again.
        Ending::Answered { status: 429, asked } => (true, asked),
        Ending::Answered {
            status: 500..=599,
            asked,
        } => (attempt.repeatable, asked),
        Ending::Answered { .. } => (false, 0.0),
    };
    if !allowed || asked > LONGEST_WAIT {
        return None;
    }
    let backed_off = 100.0 * f64::from(1_u32.checked_shl(attempt.made).unwrap_or(u32::MAX));
    let shortest = backed_off.min(LONGEST_WAIT).max(asked);
    Some(shortest * (1.0 + 0.2 * attempt.random))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Attempt = Attempt {
        made: 1,
        max_retries: 2,
        repeatable: true,
        random: 0.5,
    };

    fn rounded(attempt: Attempt, ending: &Ending) -> Option<u64> {
        delay(attempt, ending).map(|delay| delay.round() as u64)
    }

    fn answered(status: u16, asked: f64) -> Ending {
        Ending::Answered { status, asked }
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
            answered(500, 0.0),
            answered(503, 1_000.0),
        ] {
            assert_eq!(delay(create, &ending), None);
            assert!(delay(FIRST, &ending).is_some());
        }
        assert!(delay(create, &answered(429, 0.0)).is_some());
    }

    #[test]
    fn repeats_nothing_that_was_decided() {
        for ending in [
            Ending::Failed(SendFailure::Canceled),
            answered(400, 0.0),
            answered(401, 0.0),
            answered(404, 1_000.0),
            answered(302, 0.0),
        ] {
            assert_eq!(delay(FIRST, &ending), None);
        }
    }

    #[test]
    fn honours_what_the_server_asks() {
        assert_eq!(rounded(FIRST, &answered(429, 2_000.0)), Some(2200));
        assert_eq!(rounded(FIRST, &answered(503, 60_000.0)), Some(66_000));
        assert_eq!(delay(FIRST, &answered(429, 60_001.0)), None);
    }
}
