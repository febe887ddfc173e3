//! What the tests of watches share: a watch in virtual time against a server of events, and a consumer that takes one event after another. No
//! expectation about one watch.

use seam_edge::flow::failure::Failure;
use seam_edge::flow::watch_events::{Notice, WatchEvents};
use seam_edge::flow::{Answer, Call, Event, Flow, Moment, Step};

use crate::events_server::{START, Server};

const QUICK: &str = r#"{"since":"2026-03-01T12:00:00Z","pollingInterval":5,"limit":LIMIT}"#;
pub(crate) const MINUTE: f64 = 60_000.0;
pub(crate) const DAY: f64 = 86_400_000.0;

pub(crate) type Next = Step<Notice, seam_edge::flow::watch_events::Endless, seam_edge::error::Error>;

/// A watch, what it wants next, and virtual time. Answers come at once.
pub(crate) struct Run {
    pub(crate) watch: WatchEvents,
    pub(crate) step: Next,
    pub(crate) now: f64,
    /// The server's clock at 0 ms of virtual time.
    epoch: f64,
    /// How many ms the device's clock is ahead.
    skew: f64,
    /// Whether the `date` header can be read.
    has_date: bool,
    pub(crate) calls: Vec<Call>,
    pub(crate) slept: Vec<f64>,
    /// When the pause that is under way ends.
    wakes: Option<f64>,
    pub(crate) trouble: Vec<(u32, f64)>,
    /// What the next calls meet.
    pub(crate) faults: Vec<Failure>,
}

impl Run {
    /// Two days after the first event, so that none lies in the future.
    pub(crate) fn new(options: &str) -> Self {
        Self::since(options, START as f64 + 2.0 * DAY, 0.0, 0.0, true)
    }

    pub(crate) fn at(options: &str, now: f64, skew: f64, has_date: bool) -> Self {
        Self::since(options, START as f64, now, skew, has_date)
    }

    fn since(options: &str, epoch: f64, now: f64, skew: f64, has_date: bool) -> Self {
        let mut watch = WatchEvents::new("{}", options).unwrap_or_else(|error| panic!("{error:?}"));
        let moment = Moment {
            elapsed: now,
            wall: epoch + now + skew,
            random: 0.0,
        };
        Self {
            step: watch.next(Event::Started, moment),
            watch,
            now,
            epoch,
            skew,
            has_date,
            calls: Vec::new(),
            slept: Vec::new(),
            wakes: None,
            trouble: Vec::new(),
            faults: Vec::new(),
        }
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment {
            elapsed: self.now,
            wall: self.epoch + self.now + self.skew,
            random: 0.0,
        }
    }

    /// Goes on until an event is there, or until so many ms have passed.
    pub(crate) fn next(&mut self, server: &Server, patience: f64) -> Option<usize> {
        let end = self.now + patience;
        loop {
            let moment = self.moment();
            match self.step.clone() {
                Step::Call(call) => {
                    assert_eq!((call.path, call.within), ("/events/list", None));
                    let list = server.list(&call.parameters, self.now);
                    self.calls.push(call);
                    self.step = if self.faults.is_empty() {
                        let date = ((self.epoch + self.now) / 1000.0).floor() * 1000.0;
                        self.watch.next(
                            Event::Answered(Answer {
                                value: &list.text,
                                next_page: None,
                                date: self.has_date.then_some(date),
                            }),
                            moment,
                        )
                    } else {
                        let failure = self.faults.remove(0);
                        self.watch.next(Event::Failed(&failure), moment)
                    };
                }
                Step::Sleep(pause) => {
                    let wakes = *self.wakes.get_or_insert(self.now + pause);
                    if wakes > end {
                        self.now = end;
                        return None;
                    }
                    self.slept.push(pause);
                    self.wakes = None;
                    self.now = self.now.max(wakes);
                    self.step = self.watch.next(Event::Slept, self.moment());
                }
                Step::Tell(Notice::Failing { failures, pause }) => {
                    self.trouble.push((failures, pause));
                    self.step = self.watch.next(Event::Told, moment);
                }
                Step::Tell(Notice::Event(text)) => return Server::number(&text),
                Step::Fail(why) => panic!("{why:?}"),
                Step::Done(never) => match never {},
            }
        }
    }

    /// The consumer has done with an event.
    pub(crate) fn told(&mut self) {
        if matches!(self.step, Step::Tell(Notice::Event(_))) {
            self.step = self.watch.next(Event::Told, self.moment());
        }
    }

    pub(crate) fn take(&mut self, server: &Server, count: usize) -> Vec<usize> {
        let mut taken = Vec::new();
        while taken.len() < count {
            self.told();
            let number = self.next(server, 3.0 * MINUTE);
            taken.push(number.unwrap_or_else(|| panic!("waits after {taken:?} of {count} events")));
        }
        taken
    }

    pub(crate) fn assert_nothing_more(&mut self, server: &Server) {
        self.told();
        let asked = self.calls.len();
        while self.calls.len() < asked + 3 {
            assert_eq!(self.next(server, 5.0), None);
        }
    }
}

pub(crate) fn quick(limit: usize) -> String {
    QUICK.replace("LIMIT", &limit.to_string())
}

/// `quick` with other options ahead.
pub(crate) fn with(options: &str) -> String {
    quick(500).replace('{', &format!("{{{options},"))
}

pub(crate) fn from_cursor(cursor: &str) -> String {
    format!("{{\"pollingInterval\":5,\"cursor\":\"{cursor}\"}}")
}

pub(crate) fn failure(kind: &str, status: u16, retry_after: f64) -> Failure {
    let code = if kind == "transport" { "ERR_NETWORK" } else { "x" };
    Failure::read(kind, status, code, retry_after, false)
}
