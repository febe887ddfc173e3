//! A watch in virtual time whose server, clock and limit are as a test wants them: what the tests of odd servers share.

use seam_edge::error::Error;
use seam_edge::flow::watch_events::{Endless, Notice, WatchEvents};
use seam_edge::flow::{Answer, Event, Flow, Moment, Step};
use seam_edge::schema::json;

use crate::events_server::{START, Server};

/// A watch, what it wants next, and virtual time. Answers come at once, and events are done with at once.
pub(crate) struct Watched {
    pub(crate) watch: WatchEvents,
    step: Step<Notice, Endless, Error>,
    pub(crate) now: f64,
    /// How many ms the device's clock is ahead.
    skew: f64,
    /// The `date` header by the server's clock.
    date: fn(f64) -> Option<f64>,
    /// The most events that the server lists at once.
    clamp: usize,
    pub(crate) requests: usize,
    /// When the pause that is under way ends.
    wakes: Option<f64>,
}

/// What most servers send.
pub(crate) fn right(now: f64) -> Option<f64> {
    Some((now / 1_000.0).floor() * 1_000.0)
}

/// What a browser shows of it to a page of another origin.
pub(crate) fn hidden(_: f64) -> Option<f64> {
    None
}

impl Watched {
    pub(crate) fn new(
        options: &str,
        now: f64,
        skew: f64,
        date: fn(f64) -> Option<f64>,
        clamp: usize,
    ) -> Self {
        let mut watch = WatchEvents::new("{}", options).unwrap();
        let step = watch.next(Event::Started, moment(now, skew));
        Self {
            watch,
            step,
            now,
            skew,
            date,
            clamp,
            requests: 0,
            wakes: None,
        }
    }

    /// Goes on until some virtual time; the numbers of the events that were given.
    pub(crate) fn until(&mut self, end: f64, server: &Server) -> Vec<usize> {
        let mut given = Vec::new();
        for _ in 0..100_000 {
            let moment = moment(self.now, self.skew);
            self.step = match self.step.clone() {
                Step::Call(call) => {
                    self.requests += 1;
                    let asked = json::find(&call.parameters, "limit").unwrap().to_owned();
                    let limit = asked.parse::<usize>().unwrap().min(self.clamp);
                    let parameters = call
                        .parameters
                        .replace(&format!("\"limit\":{asked}"), &format!("\"limit\":{limit}"));
                    let answer = Answer {
                        value: &server.list(&parameters, self.now).text,
                        next_page: None,
                        date: (self.date)(START as f64 + self.now),
                    };
                    self.watch.next(Event::Answered(answer), moment)
                }
                Step::Sleep(pause) => {
                    let wakes = *self.wakes.get_or_insert(self.now + pause);
                    if wakes > end {
                        self.now = end;
                        return given;
                    }
                    self.wakes = None;
                    self.now = wakes;
                    self.watch
                        .next(Event::Slept, crate::watched::moment(self.now, self.skew))
                }
                Step::Tell(Notice::Event(text)) => {
                    given.push(Server::number(&text).unwrap());
                    self.watch.next(Event::Told, moment)
                }
                other => panic!("{other:?}"),
            };
        }
        panic!("the watch does not rest");
    }
}

fn moment(now: f64, skew: f64) -> Moment {
    Moment {
        elapsed: now,
        wall: START as f64 + now + skew,
        random: 0.0,
    }
}
