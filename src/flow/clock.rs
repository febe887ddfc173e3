//! What time it is for the server. A device's clock may be minutes wrong, so what a flow compares with one of the server's instants, it
//! compares by this.

use crate::flow::Moment;

/// The server's clock, as its answers show it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ServerClock {
    /// The server's time less [`Moment::elapsed`], by the last `date` header.
    ahead: Option<f64>,
    /// The same by the newest instant that the server has named, such as a `created_at`: the server's time is no earlier.
    at_least: Option<f64>,
}

impl ServerClock {
    /// One that nothing is known of.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            ahead: None,
            at_least: None,
        }
    }

    /// Takes in the `date` header of an answer, in ms since 1970.
    pub fn hear_date(&mut self, date: Option<f64>, moment: Moment) {
        if let Some(date) = date {
            self.ahead = Some(date - moment.elapsed);
        }
    }

    /// Takes in an instant, in ms since 1970, that the server says has been.
    pub fn hear_past(&mut self, instant: f64, moment: Moment) {
        let ahead = instant - moment.elapsed;
        if self.at_least.is_none_or(|known| known < ahead) {
            self.at_least = Some(ahead);
        }
    }

    /// The server's time in ms since 1970, up to a second or two early: the header has whole seconds, and the answer took a while. Nothing
    /// where no answer had a `date` header that could be read.
    #[must_use]
    pub fn now(&self, moment: Moment) -> Option<f64> {
        self.ahead.map(|ahead| ahead + moment.elapsed)
    }

    /// An instant that the server's time has reached for sure, in ms since 1970.
    #[must_use]
    pub fn at_least(&self, moment: Moment) -> Option<f64> {
        self.now(moment)
            .or(self.at_least.map(|ahead| ahead + moment.elapsed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(elapsed: f64) -> Moment {
        Moment {
            elapsed,
            wall: -1.0,
            random: 0.0,
        }
    }

    #[test]
    fn goes_on_from_the_last_date_header() {
        let mut clock = ServerClock::new();
        assert_eq!(clock.now(moment(0.0)), None);
        clock.hear_date(None, moment(1.0));
        assert_eq!(clock.now(moment(1.0)), None);
        clock.hear_date(Some(1_000_000.0), moment(500.0));
        assert_eq!(clock.now(moment(1_500.0)), Some(1_001_000.0));
        assert_eq!(clock.at_least(moment(1_500.0)), Some(1_001_000.0));
    }

    #[test]
    fn knows_what_must_have_passed_where_the_header_is_hidden() {
        let mut clock = ServerClock::new();
        clock.hear_past(2_000.0, moment(100.0));
        clock.hear_past(1_000.0, moment(200.0));
        assert_eq!(clock.now(moment(300.0)), None);
        assert_eq!(clock.at_least(moment(300.0)), Some(2_200.0));
    }
}
