//! How long flows pause, each formula once. All numbers are ms; randomness is passed in, so that many clients do not come back at once.
//!
//! # What a server asks for by `Retry-After`
//!
//! No flow comes back sooner, and none waits for longer than its caller would:
//!
//! - A call and `ensureAccessCode` wait for up to a minute. Where the server asks for more, they fail at once, by its error.
//! - A wait goes on until its `maxWait` is over.
//! - A watch has no end, so it waits for as long as it is asked to, up to an hour: a wrong header does not silence it for ever.

use crate::flow::failure::Failure;

/// A `Retry-After` beyond this is not waited for by what the caller awaits: its error is reported at once.
pub const LONGEST_RETRY_AFTER: f64 = 60_000.0;

/// A watch comes back after this, whatever the server asks for.
const LONGEST_REST_OF_WATCH: f64 = 3_600_000.0;

/// The longest pause after a create without a clear answer.
const LONGEST_BEFORE_CREATE: f64 = 60_000.0;

/// The longest pause between two polls that fail.
const LONGEST_AFTER_FAILURE: f64 = 60_000.0;

/// Before a call is sent again after `made` attempts, 1 for the first: 0.2 s, then twice as long each time, up to a minute, and up to a
/// fifth more at random; never shorter than the server asks for. Nothing where the server asks for more than a minute.
#[must_use]
pub fn before_repeat(made: u32, retry_after: f64, random: f64) -> Option<f64> {
    if retry_after > LONGEST_RETRY_AFTER {
        return None;
    }
    let shortest = grown(100.0, 2.0, made, LONGEST_RETRY_AFTER).max(retry_after);
    Some(shortest * (1.0 + 0.2 * random))
}

/// What the pause before the next poll of a wait depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Poll {
    /// How many polls there have been, 1 after the first.
    pub made: u32,
    /// What the caller wants between two polls.
    pub interval: Option<f64>,
    /// For how long the server wants to be left alone, see [`Failure::rest`].
    pub rest: f64,
    /// How long until the wait is over.
    pub left: f64,
    /// A random number from 0 to 1.
    pub random: f64,
}

/// Before the next poll of a wait: about 1 s at first, half as much again each time, up to 12 s, and up to a quarter more at random. The
/// last poll is made a second ahead of the end, or an interval if that is shorter. Where none fits in any more, the pause lasts until then.
#[must_use]
pub fn before_poll(poll: Poll) -> f64 {
    let wished = poll.interval.unwrap_or_else(|| {
        grown(1_000.0, 1.5, poll.made.saturating_sub(1), 12_000.0) * (1.0 + poll.random / 4.0)
    });
    let latest = poll.left - wished.min(1_000.0);
    if latest <= 0.0 || poll.rest > latest {
        return poll.left;
    }
    wished.max(poll.rest).min(latest)
}

/// After `failures` failures in a row of a poll that goes on for ever: twice the interval, then twice as long each time, up to a minute,
/// less up to half of it at random; never shorter than the server asks for, up to an hour. A 429 has been repeated already as its `Retry-After` says, so it
/// gets the whole minute.
#[must_use]
pub fn after_failure(failure: &Failure, failures: u32, interval: f64, random: f64) -> f64 {
    let longest = interval.max(LONGEST_AFTER_FAILURE);
    let whole = if failure.status() == 429 {
        longest
    } else {
        grown(interval, 2.0, failures, longest)
    };
    (whole * (1.0 - random / 2.0)).max(failure.rest().min(LONGEST_REST_OF_WATCH))
}

/// Before what was created without a clear answer is looked for, and created again: 1 s after the first create, twice as long each time, up to
/// a minute, and up to a quarter more at random; never shorter than the server asks for. Nothing where it asks for more than a minute.
#[must_use]
pub fn before_another_create(made: u32, failure: &Failure, random: f64) -> Option<f64> {
    let rest = failure.rest();
    if rest > LONGEST_RETRY_AFTER {
        return None;
    }
    let wished = grown(1_000.0, 2.0, made.saturating_sub(1), LONGEST_BEFORE_CREATE) * (1.0 + random / 4.0);
    Some(wished.max(rest))
}

/// Before something is looked for again, after `made` searches without a result: 1 s at first, half as much again each time, up to 4 s, and up
/// to a quarter more at random.
#[must_use]
pub fn before_another_search(made: u32, random: f64) -> f64 {
    grown(1_000.0, 1.5, made, 4_000.0) * (1.0 + random / 4.0)
}

/// A duration that grows by a factor so many times, up to a longest.
fn grown(first: f64, factor: f64, times: u32, longest: f64) -> f64 {
    let mut duration = first.min(longest);
    // By then anything that grows has reached the longest.
    for _ in 0..times.min(64) {
        duration = (duration * factor).min(longest);
    }
    duration
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(duration: f64) -> u64 {
        duration.round() as u64
    }

    #[test]
    fn repeats_as_the_official_client() {
        let pause = |made, asked| before_repeat(made, asked, 0.5).map(rounded);
        assert_eq!(pause(1, 0.0), Some(220));
        assert_eq!(pause(2, 0.0), Some(440));
        assert_eq!(pause(40, 0.0), Some(66_000));
        assert_eq!(pause(1, 2_000.0), Some(2_200));
        assert_eq!(pause(1, 60_001.0), None);
    }

    #[test]
    fn polls_less_and_less_often_and_once_before_the_end() {
        let poll = |made, left| Poll {
            made,
            interval: None,
            rest: 0.0,
            left,
            random: 0.0,
        };
        let pause = |poll| rounded(before_poll(poll));
        assert_eq!(pause(poll(1, 300_000.0)), 1_000);
        assert_eq!(pause(poll(2, 300_000.0)), 1_500);
        assert_eq!(pause(poll(30, 300_000.0)), 12_000);
        // A second ahead of the end, then until the end.
        assert_eq!(pause(poll(30, 5_000.0)), 4_000);
        assert_eq!(pause(poll(30, 900.0)), 900);
        let resting = Poll {
            rest: 20_000.0,
            ..poll(1, 300_000.0)
        };
        assert_eq!(pause(resting), 20_000);
        assert_eq!(
            pause(Poll {
                left: 15_000.0,
                ..resting
            }),
            15_000
        );
        let often = Poll {
            interval: Some(10.0),
            ..poll(9, 300_000.0)
        };
        assert_eq!(pause(often), 10);
        assert_eq!(
            pause(Poll {
                left: f64::INFINITY,
                ..often
            }),
            10
        );
    }

    #[test]
    fn comes_back_later_after_each_failure() {
        let failure = |status| Failure::read("api", status, "x", 0.0, false);
        let pause = |status, failures| rounded(after_failure(&failure(status), failures, 5_000.0, 0.0));
        assert_eq!(pause(500, 1), 10_000);
        assert_eq!(pause(500, 2), 20_000);
        assert_eq!(pause(500, 9), 60_000);
        assert_eq!(pause(429, 1), 60_000);
        assert_eq!(rounded(after_failure(&failure(500), 9, 90_000.0, 0.0)), 90_000);
        assert_eq!(rounded(after_failure(&failure(429), 1, 5_000.0, 1.0)), 30_000);
        let for_days = Failure::read("api", 503, "x", 9e9, false);
        assert_eq!(rounded(after_failure(&for_days, 1, 5_000.0, 0.0)), 3_600_000);
    }

    #[test]
    fn tries_again_after_a_while() {
        let pause = |made| rounded(before_another_search(made, 0.0));
        assert_eq!((pause(0), pause(1), pause(9)), (1_000, 1_500, 4_000));
    }

    #[test]
    fn creates_again_no_sooner_than_asked_for_and_waits_a_minute_at_most() {
        let pause = |made, asked| {
            let failure = Failure::read("api", 503, "x", asked, false);
            before_another_create(made, &failure, 0.0).map(rounded)
        };
        assert_eq!(
            (pause(1, 0.0), pause(2, 0.0), pause(9, 0.0)),
            (Some(1_000), Some(2_000), Some(60_000))
        );
        assert_eq!((pause(1, 60_000.0), pause(1, 60_001.0)), (Some(60_000), None));
    }
}
