//! `watchEvents`: events as they come, each once, in the order in which Seam made them.
//!
//! The endpoint has no cursor, no documented order and no largest limit, so the flow presumes little. It lists from some time behind the
//! newest event on, again and again, and hands on what it has not handed on before:
//!
//! - `span`: an answer that is full may not be all, so the span is cut until an answer is whole.
//! - `server_limit`: an answer is full, too, where the server lists fewer at once than it is asked for.
//! - `progress`: `created_at` alone is position and order. What comes late, up to the overlap, is given late.
//! - `cursor`: where to go on after a restart.
//! - `beginning`: now, by the server's clock.
//!
//! No event is compared with the device's clock, and durations are told by a clock that never goes back. So a process that was frozen for
//! hours goes on from its position. (Whether the server's own clock can be believed is asked of the device's, see `flow::clock`.)

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::fmt::{Debug, Formatter};

use crate::error::Error;
use crate::flow::clock::ServerClock;
use crate::flow::failure::{Failure, Outcome};
use crate::flow::watch_events::beginning::Beginning;
use crate::flow::watch_events::cursor::Place;
use crate::flow::watch_events::progress::{Arrival, Listed, Progress, listed};
use crate::flow::watch_events::server_limit::{ServerLimit, Size};
use crate::flow::watch_events::settings::Settings;
use crate::flow::watch_events::span::{OPEN, Span};
use crate::flow::{Answer, Call, Ended, Event, Flow, Length, Moment, Step, pause};
use crate::text::{concat, decimal};

mod beginning;
mod cursor;
mod mark;
mod progress;
mod server_limit;
mod settings;
mod span;

const PATH: &str = "/events/list";

/// What a watch passes on. `Debug` shows of an event its length alone: it may hold a PIN.
#[derive(Clone, PartialEq)]
pub enum Notice {
    /// A new event, as JSON.
    Event(String),
    /// A list has failed, and is going to be repeated.
    Failing {
        /// How many times in a row it has failed, 1 for the first.
        failures: u32,
        /// Milliseconds until the next attempt.
        pause: f64,
    },
}

impl Debug for Notice {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Event(event) => formatter.debug_tuple("Event").field(&Length(event)).finish(),
            Self::Failing { failures, pause } => formatter
                .debug_struct("Failing")
                .field("failures", failures)
                .field("pause", pause)
                .finish(),
        }
    }
}

/// What a watch results in: nothing, as it never ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endless {}

/// The flow.
#[derive(Debug)]
pub struct WatchEvents {
    settings: Settings,
    clock: ServerClock,
    /// While the beginning is not known.
    beginning: Option<Beginning>,
    progress: Progress,
    server_limit: ServerLimit,
    round: Round,
    /// How many lists in a row have failed.
    failures: u32,
    pause: f64,
    doing: Doing,
}

/// One look from the floor up to now: a list, or several where there is more than fits into one.
#[derive(Debug, Default)]
struct Round {
    /// [`Moment::elapsed`] when it began.
    began: f64,
    /// Where it began.
    first: i64,
    /// Where the part begins that is listed now.
    from: i64,
    /// Where the parts end that are to be listed, the next one last.
    ends: Vec<i64>,
    /// How many events the list asks for.
    most: u64,
    /// While the list is one of all events, to find out whether an answer was whole: how many events that had, and how many to ask for.
    asks_for_more: Option<(u64, u64)>,
    /// The events of the list that are still to be given.
    arrivals: vec::IntoIter<Arrival>,
    /// How far the floor stays behind them.
    behind: f64,
    has_given: bool,
}

/// What the flow waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Nothing,
    Listing,
    Reporting,
    PausingAfterFailure,
    Giving,
    Resting,
    Ended,
}

type Next = Step<Notice, Endless, Error>;

impl WatchEvents {
    /// A watch of the events that a filter lets through. Filter and options are JSON objects, the options those of the npm package.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where they cannot be used.
    pub fn new(filter: &str, options: &str) -> Result<Self, Error> {
        let settings = Settings::read(filter, options)?;
        let (beginning, progress) = match &settings.place {
            Place::Known(progress) => (None, progress.clone()),
            Place::Unknown(wall) => (Some(Beginning::new(*wall)), Progress::default()),
        };
        Ok(Self {
            settings,
            clock: ServerClock::new(),
            beginning,
            progress,
            server_limit: ServerLimit::default(),
            round: Round::default(),
            failures: 0,
            pause: 0.0,
            doing: Doing::Nothing,
        })
    }

    /// Where to go on after a restart: behind the event that was passed on last.
    #[must_use]
    pub fn cursor(&self) -> String {
        match &self.beginning {
            Some(beginning) => cursor::write_unknown(beginning.wall),
            None => cursor::write(&self.progress),
        }
    }

    /// Begins a round.
    fn look(&mut self, moment: Moment) -> Next {
        let floor = self.progress.floor;
        self.round = Round {
            began: moment.elapsed,
            first: floor,
            from: floor,
            ends: Vec::from([OPEN]),
            most: self.settings.limit,
            ..Round::default()
        };
        self.list()
    }

    /// Lists what is next.
    fn list(&mut self) -> Next {
        let (span, most) = match (&self.beginning, self.round.asks_for_more) {
            (_, Some((_, most))) => (Span { from: 0, to: OPEN }, most),
            (Some(beginning), None) => (beginning.span(), self.round.most),
            (None, None) => (self.round.span(), self.round.most),
        };
        self.doing = Doing::Listing;
        Step::Call(Call {
            path: PATH,
            parameters: concat(&[
                "{",
                &self.settings.filter,
                &span.parameters(),
                ",\"limit\":",
                &decimal(most),
                "}",
            ]),
            within: None,
        })
    }

    fn hear(&mut self, answer: Answer<'_>, moment: Moment) -> Next {
        let Ok(events) = listed(answer.value) else {
            return self.unusable();
        };
        self.failures = 0;
        self.hear_clock(&events, answer.date, moment);
        let count = events.len() as u64;
        if let Some((suspect, _)) = self.round.asks_for_more.take() {
            self.server_limit.hear_more(count, suspect);
            return self.list();
        }
        let size = self.server_limit.weigh(count, self.round.most);
        if let Size::Suspect(most) = size {
            self.round.asks_for_more = Some((count, most));
            return self.list();
        }
        let is_whole = size == Size::Whole;
        if let Some(beginning) = &mut self.beginning {
            let from = beginning.from;
            let Some(progress) = beginning.hear(&events, is_whole, self.clock, moment) else {
                if beginning.from == from {
                    self.round.most = self.round.most.saturating_mul(4);
                }
                self.round.began = moment.elapsed;
                return self.list();
            };
            let is_first_part = is_whole && from <= progress.floor;
            self.beginning = None;
            if self.clock.now(moment).is_none() {
                // Whatever the device's clock says: the watch begins by the newest that is listed.
                let newest = events.iter().filter_map(|event| event.time).max();
                self.clock
                    .hear_past(newest.unwrap_or(progress.floor) as f64, moment);
            }
            self.progress = progress;
            if !is_first_part {
                return self.look(moment);
            }
            self.round.first = self.progress.floor;
            self.round.from = self.progress.floor;
        } else if !is_whole {
            let cut = self
                .round
                .span()
                .cut(events.iter().filter_map(|event| event.time));
            if let Some(cut) = cut {
                self.round.ends.push(cut);
                return self.list();
            }
            // More than a server lists at once cannot be had of one ms.
            if count == self.round.most {
                self.round.most = self.round.most.saturating_mul(4);
                return self.list();
            }
        }
        // What comes late into a part that this round has read is seen by the next round alone. So that one has to begin the overlap behind
        // the reading of that part, and not behind the newest event of a part that was read later: the difference is no more than what
        // the round has taken.
        self.round.behind = self.settings.overlap;
        if self.round.from != self.round.first {
            self.round.behind += self.round.took(moment);
        }
        self.round.arrivals = self.progress.arrivals(events).into_iter();
        self.give(moment)
    }

    /// Takes in what an answer says about the server's clock. Events of the future say nothing about it.
    fn hear_clock(&mut self, events: &[Listed<'_>], date: Option<f64>, moment: Moment) {
        let latest = self.clock.latest(date, moment);
        let times = events
            .iter()
            .filter_map(|event| event.time.map(|time| time as f64));
        let past = times.filter(|time| *time <= latest);
        let newest = past.fold(f64::NEG_INFINITY, f64::max);
        if newest.is_finite() {
            self.clock.hear_past(newest, moment);
        }
        self.clock.hear_date(date, moment);
    }

    /// Passes on the next event. After the last one of a list, lists the next part, rests, or begins the next round.
    fn give(&mut self, moment: Moment) -> Next {
        let round = &mut self.round;
        if let Some(arrival) = round.arrivals.next() {
            // What lies in the future moves the floor no further than to now: else all that is made until then would be lost.
            let now = self.clock.at_least(moment).map_or(i64::MIN, |now| now as i64);
            self.progress.give(&arrival, round.behind, now);
            round.has_given = true;
            self.doing = Doing::Giving;
            return Step::Tell(Notice::Event(arrival.text.0));
        }
        let end = round.ends.pop().unwrap_or(OPEN);
        round.from = end.saturating_add(1);
        round.most = self.settings.limit;
        let took = round.took(moment);
        if round.ends.is_empty() {
            let rest = self.settings.polling_interval - took;
            if rest > 0.0 {
                self.doing = Doing::Resting;
                return Step::Sleep(rest);
            }
            return self.look(moment);
        }
        // The floor stays behind by what the round has taken. To keep that small, and with it what has to be remembered, a round that has
        // given something reads on only as long as the overlap.
        if round.has_given && took > self.settings.overlap {
            return self.look(moment);
        }
        self.list()
    }

    fn hear_failure(&mut self, failure: &Failure, moment: Moment) -> Next {
        if failure.outcome == Outcome::Canceled {
            return self.end(Ended::Canceled);
        }
        if !failure.heals() {
            return self.end(Ended::Call(PATH));
        }
        self.failures = self.failures.saturating_add(1);
        let interval = self.settings.polling_interval;
        self.pause = pause::after_failure(failure, self.failures, interval, moment.random);
        self.doing = Doing::Reporting;
        Step::Tell(Notice::Failing {
            failures: self.failures,
            pause: self.pause,
        })
    }

    fn end(&mut self, why: Ended<Error>) -> Next {
        self.doing = Doing::Ended;
        self.round = Round::default();
        Step::Fail(why)
    }

    fn unusable(&mut self) -> Next {
        let message = "the watch was told what it has not asked for";
        self.end(Ended::Own(Error::State(message.to_owned())))
    }
}

impl Round {
    fn span(&self) -> Span {
        Span {
            from: self.from,
            to: self.ends.last().copied().unwrap_or(OPEN),
        }
    }

    /// How long it has taken so far, in ms.
    fn took(&self, moment: Moment) -> f64 {
        (moment.elapsed - self.began).max(0.0)
    }
}

impl Flow for WatchEvents {
    type Progress = Notice;
    type Output = Endless;
    type Error = Error;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Next {
        match (self.doing, event) {
            (Doing::Ended, _) | (_, Event::Canceled) => self.end(Ended::Canceled),
            (Doing::Nothing, Event::Started) => {
                match &mut self.beginning {
                    Some(beginning) => beginning.start(moment),
                    None => self.clock.hear_past(self.progress.floor as f64, moment),
                }
                self.look(moment)
            }
            (Doing::Listing, Event::Answered(answer)) => self.hear(answer, moment),
            (Doing::Listing, Event::Failed(failure)) => self.hear_failure(failure, moment),
            (Doing::Reporting, Event::Told) => {
                self.doing = Doing::PausingAfterFailure;
                Step::Sleep(self.pause)
            }
            (Doing::PausingAfterFailure, Event::Slept) => self.list(),
            (Doing::Giving, Event::Told) => self.give(moment),
            (Doing::Resting, Event::Slept) => self.look(moment),
            _ => self.unusable(),
        }
    }
}
