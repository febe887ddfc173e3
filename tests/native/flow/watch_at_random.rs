//! Any history of events, any faults, any restarts, any clock: a watch gives every event once, oldest first but for those that come late.
//!
//! A schedule is drawn from a seed: a server that lists in some order, events that are listed only some time after they were made, a
//! network that loses answers, a process that is frozen, ended and started again by its cursor, a slow consumer, a device's clock that is off.

use std::ops::Range;

use seam_edge::error::Error;
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::watch_events::{Endless, Notice, WatchEvents};
use seam_edge::flow::{Answer, Ended, Event, Flow, Moment, Step};

use crate::events_server::{Made, ORDERS, START, Server};
use crate::random::Random;
use crate::soak::Soak;

const MINUTE: f64 = 60_000.0;
const DAY: f64 = 86_400_000.0;
const OVERLAP: f64 = 5_000.0;
const INTERVAL: f64 = 1_000.0;

/// A search for the beginning up to so long counts as no time at all.
const AT_ONCE: f64 = 2_000.0;

/// As many events may be all that the server lists at once.
const SUSPECT: usize = 10;

type Next = Step<Notice, Endless, Error>;

/// A list that was answered.
struct Heard {
    /// When the server saw it.
    seen: f64,
    bounds: (i64, i64),
    /// The answer was shorter than the limit, and than any limit of the server's own, so the flow may take it for all.
    is_short: bool,
}

/// How the watch was told where to begin.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Begins {
    Since(i64),
    Now { shows_date: bool },
}

/// When the beginning was found, and by which list.
#[derive(Debug)]
struct Found {
    at: f64,
    seen: f64,
    /// The newest event that was listed then, in microseconds.
    newest: Option<i64>,
}

/// One run of a watch, restarts included.
struct Life {
    random: Random,
    server: Server,
    begins: Begins,
    options: String,
    limit: usize,
    skew: f64,
    now: f64,
    /// The clock of this process is ahead of virtual time.
    elapsed_ahead: f64,
    watch: WatchEvents,
    /// When the first process started.
    started: f64,
    found: Option<Found>,
    /// How long the consumer works on an event, until things calm down.
    works: f64,
    /// How often things go wrong, and until when.
    faults: f64,
    calm_from: f64,
    slowest: f64,
    heard: Vec<Heard>,
    /// The most events that this process was given at once.
    most_listed: usize,
    sent: Vec<f64>,
    failures: u32,
    /// The events that the consumer has done with: number, and how many lists had been heard then.
    done: Vec<(usize, usize)>,
    /// The cursor of after the last of them.
    stored: Option<String>,
    crashes: u32,
}

impl Life {
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let started = random.pick(&[0.0, 300.0, 2_500.0, 12_000.0]);
        let mut server = Server::new(random.pick(&ORDERS));
        let mut after = 0_i64;
        for _ in 0..random.pick(&[0, 1, 2, 3, 4, 8]) {
            after += random.pick(&[0, 0, 1, 3, 500, 4_000]);
            let late = random.between(0.0, OVERLAP).floor() * random.pick(&[0.0, 0.0, 1.0]);
            let micros = random.pick(&[0, 1, 500, 999]);
            // Listed no earlier than made.
            server.make(
                after,
                micros,
                after as f64 + (micros > 0) as u8 as f64 + (late - 1.0).max(0.0),
            );
        }
        // Some are old, whatever the device's clock is.
        for before in [5_i64, 50 * 60_000, 90 * 86_400_000] {
            if random.happens(0.3) {
                server.make(-before, 0, -before as f64);
            }
        }
        let begins = match random.pick(&[0, 0, 1, 2]) {
            0 => Begins::Since(random.pick(&[0, 1, 4_000, -1_000_000])),
            1 => Begins::Now { shows_date: true },
            _ => Begins::Now { shows_date: false },
        };
        let limit = random.pick(&[1, 2, 3, 500, 500, 500]);
        let mut options = format!("{{\"pollingInterval\":{INTERVAL},\"overlap\":{OVERLAP},\"limit\":{limit}");
        let since = match begins {
            Begins::Since(after) => {
                let since = seam_edge::rules::civil::written(START + after).unwrap();
                format!(",\"since\":\"{since}\"}}")
            }
            Begins::Now { .. } => "}".to_owned(),
        };
        let watch = WatchEvents::new("{}", &(options.clone() + &since)).unwrap();
        options.push(',');
        let skew = random.pick(&[
            0.0,
            0.0,
            10.0 * MINUTE,
            -10.0 * MINUTE,
            3.0 * DAY,
            -3.0 * DAY,
            9_000.0 * DAY,
        ]);
        let last = server.events.iter().map(|made| made.visible).fold(0.0, f64::max);
        Self {
            server,
            begins,
            options,
            limit,
            skew,
            now: started,
            elapsed_ahead: random.between(0.0, 1e9),
            watch,
            started,
            found: None,
            works: random.pick(&[0.0, 0.0, 300.0, 3_000.0]),
            faults: random.pick(&[0.0, 0.1, 0.4]),
            calm_from: last + random.between(0.0, 4_000.0),
            slowest: random.pick(&[0.0, 50.0, 900.0, 9_000.0]),
            heard: Vec::new(),
            most_listed: 0,
            sent: Vec::new(),
            failures: 0,
            done: Vec::new(),
            stored: None,
            crashes: 0,
            random,
        }
    }

    fn goes_wrong(&mut self) -> bool {
        self.now < self.calm_from && self.random.happens(self.faults)
    }

    fn moment(&mut self) -> Moment {
        Moment {
            elapsed: self.elapsed_ahead + self.now,
            wall: START as f64 + self.now + self.skew,
            random: self.random.unit(),
        }
    }

    fn has_begun(&self) -> bool {
        !self.watch.cursor().starts_with("seam1_-")
    }

    /// Another process goes on by a cursor.
    fn restart(&mut self, cursor: &str) -> Next {
        self.elapsed_ahead = self.random.between(0.0, 1e9);
        self.failures = 0;
        self.most_listed = 0;
        let options = format!("{}\"cursor\":\"{cursor}\"}}", self.options);
        self.watch = WatchEvents::new("{}", &options).unwrap();
        assert_eq!(self.watch.cursor(), cursor);
        let moment = self.moment();
        self.watch.next(Event::Started, moment)
    }

    fn run(mut self) -> Self {
        let begun = self.started;
        let moment = self.moment();
        assert_eq!(begun, self.now);
        let mut step = self.watch.next(Event::Started, moment);
        // Until all has been visible to two lists in a row that gave nothing.
        let mut quiet = 0;
        for _ in 0..5_000 {
            if quiet >= 2 {
                self.idle(step);
                return self;
            }
            if self.goes_wrong() && self.random.happens(0.2) {
                // Frozen for up to hours.
                self.now += self.random.pick(&[10.0, 3_000.0, 60_000.0, 9_000_000.0]);
            }
            step = match step {
                Step::Call(call) => {
                    if self.goes_wrong() && self.random.happens(0.3) {
                        self.now += self.random.between(0.0, 1_000.0).floor();
                        self.restart(&self.watch.cursor())
                    } else {
                        let next = self.call(&call.parameters);
                        let calm_from = self.calm_from;
                        let reaches_now = |list: &Heard| {
                            list.seen > calm_from && list.is_short && list.bounds.1 == i64::MAX
                        };
                        if matches!(next, Step::Tell(_)) || self.found.is_none() && !self.has_begun() {
                            quiet = 0;
                        } else if self.heard.last().is_some_and(reaches_now) {
                            quiet += 1;
                        }
                        next
                    }
                }
                Step::Sleep(pause) => {
                    assert!(pause > 0.0, "a pause of {pause} ms");
                    if self.goes_wrong() && self.random.happens(0.2) {
                        self.now += self.random.between(0.0, pause).floor();
                        self.restart(&self.watch.cursor())
                    } else {
                        self.now += pause;
                        self.next(Event::Slept)
                    }
                }
                Step::Tell(Notice::Failing { failures, pause }) => {
                    assert_eq!(failures, self.failures);
                    let next = self.next(Event::Told);
                    assert_eq!(next, Step::Sleep(pause));
                    next
                }
                Step::Tell(Notice::Event(text)) => self.consume(&text),
                Step::Fail(why) => panic!("{why:?}"),
                Step::Done(never) => match never {},
            };
        }
        panic!(
            "it finds no end: {} of {}",
            self.done.len(),
            self.server.events.len()
        );
    }

    fn next(&mut self, event: Event<'_>) -> Next {
        let moment = self.moment();
        self.watch.next(event, moment)
    }

    fn call(&mut self, parameters: &str) -> Next {
        self.sent.push(self.now);
        self.now += self.random.between(0.0, self.slowest).floor();
        let seen = self.now;
        if self.goes_wrong() {
            self.now += self.random.pick(&[0.0, 100.0, 60_000.0]);
            let outcome = self.random.pick(&[
                Outcome::NoAnswer,
                Outcome::OutOfTime,
                Outcome::Unreadable,
                Outcome::Refused { status: 500 },
                Outcome::Refused { status: 503 },
                Outcome::Refused { status: 429 },
                Outcome::Refused { status: 408 },
            ]);
            self.failures += 1;
            let failure = Failure {
                outcome,
                code: String::new(),
                retry_after: self.random.pick(&[0.0, 0.0, 2_000.0]),
            };
            let next = self.next(Event::Failed(&failure));
            assert!(matches!(next, Step::Tell(Notice::Failing { .. })));
            return next;
        }
        let list = self.server.list(parameters, seen);
        self.now += self.random.between(0.0, self.slowest).floor();
        self.failures = 0;
        let count = list.text.matches("event_id").count();
        self.most_listed = self.most_listed.max(count);
        self.heard.push(Heard {
            seen,
            bounds: list.bounds,
            is_short: count != list.limit && (count < SUSPECT || count < self.most_listed),
        });
        assert!(count != list.limit || count >= self.limit);
        let date = ((START as f64 + seen) / 1000.0).floor() * 1000.0;
        let shows_date = self.begins != Begins::Now { shows_date: false };
        let next = self.next(Event::Answered(Answer {
            value: &list.text,
            next_page: None,
            date: shows_date.then_some(date),
        }));
        if self.found.is_none() && self.has_begun() {
            let listed = self.server.events.iter().filter(|made| made.visible <= seen);
            self.found = Some(Found {
                at: self.now,
                seen,
                newest: listed.map(|made| made.created).max(),
            });
        }
        next
    }

    fn consume(&mut self, text: &str) -> Next {
        let number = Server::number(text).unwrap();
        assert_eq!(text, self.server.events[number].text);
        if self.now < self.calm_from {
            self.now += self.works;
        }
        if self.goes_wrong() {
            self.now += self.random.pick(&[1.0, 400.0, 6_000.0, 40_000.0]);
        }
        if self.goes_wrong() && self.random.happens(0.4) {
            // Given, but not done with.
            self.crashes += 1;
            if let Some(stored) = self.stored.clone() {
                return self.restart(&stored);
            }
        }
        self.done.push((number, self.heard.len()));
        let cursor = self.watch.cursor();
        assert!(cursor.len() < 4_000);
        self.stored = Some(cursor.clone());
        if self.goes_wrong() && self.random.happens(0.4) {
            return self.restart(&cursor);
        }
        self.next(Event::Told)
    }

    /// Nothing happens any more: one request per interval. Then it is canceled.
    fn idle(&mut self, mut step: Next) {
        let (from, asked) = (self.now, self.sent.len());
        self.slowest = 0.0;
        let steps = 1 + self.random.next() % 12;
        for _ in 0..steps {
            step = match step {
                Step::Call(call) => self.call(&call.parameters),
                Step::Sleep(pause) => {
                    self.now += pause;
                    self.next(Event::Slept)
                }
                other => panic!("{other:?} while nothing happens"),
            };
        }
        let rounds = ((self.now - from) / INTERVAL).ceil() as usize + 1;
        // Where the overlap holds more than fits into a list, a round takes several.
        let most = if self.limit < 500 { 40 } else { 1 };
        let requests = self.sent.len() - asked;
        assert!(
            requests <= rounds * most,
            "{requests} requests in {rounds} intervals"
        );
        for event in [
            Event::Canceled,
            Event::Slept,
            Event::Told,
            Event::Started,
            Event::Canceled,
        ] {
            assert_eq!(self.next(event), Step::Fail(Ended::Canceled));
        }
    }

    /// Whether an event has to be given, and whether it may be.
    fn owed(&self, number: usize) -> (bool, bool) {
        let made = &self.server.events[number];
        let ms = made.ms();
        let found = match (self.begins, &self.found) {
            (Begins::Since(after), _) => return (ms >= START + after, ms >= START + after),
            (_, Some(found)) => found,
            (_, None) => panic!("it has not begun"),
        };
        let by_newest = self.owed_by_newest(made, found);
        if self.begins == (Begins::Now { shows_date: false }) {
            return by_newest;
        }
        let start = START + self.started as i64;
        let early = 1_001 + (found.at - found.seen) as i64;
        let by_date = (made.created >= start * 1000, ms >= start - early);
        if self.skew.abs() <= 10.0 * MINUTE {
            return by_date;
        }
        // Beside such a device's clock the header may count or not.
        (by_date.0 && by_newest.0, by_date.1 || by_newest.1)
    }

    /// The same where the beginning is the newest event that was listed.
    fn owed_by_newest(&self, made: &Made, found: &Found) -> (bool, bool) {
        let ms = made.ms();
        let start = START + self.started as i64;
        let took = found.at - self.started;
        let Some(newest) = found.newest else {
            return (made.visible > found.seen, made.visible > found.seen);
        };
        let newest = newest.div_euclid(1000);
        if took <= AT_ONCE {
            let is_new = ms >= newest && made.visible > found.seen;
            return (is_new, is_new);
        }
        (made.created >= start * 1000, ms >= newest - took as i64 - 1)
    }

    fn check(&self) {
        let mut times = vec![0; self.server.events.len()];
        for (number, _) in &self.done {
            times[*number] += 1;
        }
        for (number, times) in times.into_iter().enumerate() {
            let (must, may) = self.owed(number);
            assert!(times <= 1, "event {number} is given {times} times");
            assert!(times == 1 || !must, "event {number} is lost");
            assert!(
                times == 0 || may,
                "event {number} is of before the beginning: {} by {:?}, from {}, found {:?}",
                made_at(&self.server.events[number]),
                self.begins,
                self.started,
                self.found
            );
        }
        for (place, (number, heard)) in self.done.iter().enumerate() {
            let made = &self.server.events[*number];
            let newer = |(other, _): &&(usize, usize)| self.server.events[*other].created > made.created;
            let Some((_, earlier)) = self.done[..place].iter().find(newer) else {
                continue;
            };
            assert!(earlier <= heard);
            // A newer one came first. When its span was listed for the last time, this one was not to be seen yet.
            let covers =
                |list: &&Heard| list.is_short && list.bounds.0 < made.created && made.created < list.bounds.1;
            let list = self.heard[..*earlier].iter().rev().find(covers);
            assert!(
                list.is_some_and(|list| made.visible > list.seen),
                "event {number} comes after a newer one"
            );
        }
    }
}

fn made_at(made: &Made) -> String {
    format!("{} µs, seen {}", made.created - START * 1000, made.visible)
}

#[test]
fn every_event_is_given_once_and_in_order() {
    let mut soak = Soak::of("watchEvents", 100_000, "schedules");
    let seeds = soak.seeds();
    let middle = seeds.start + soak.count() / 2;
    let run = |seeds: Range<u64>| {
        let (mut given, mut crashes, mut late, mut requests, mut took) = (0, 0, 0_usize, 0, 0.0);
        for seed in seeds {
            let outcome = std::panic::catch_unwind(|| {
                let life = Life::new(seed).run();
                life.check();
                let out_of_order = life.done.windows(2).filter(|pair| {
                    life.server.events[pair[0].0].created > life.server.events[pair[1].0].created
                });
                (
                    life.done.len(),
                    life.crashes,
                    out_of_order.count(),
                    life.sent.len(),
                    life.now,
                )
            });
            let Ok(counts) = outcome else {
                panic!("schedule {seed} fails");
            };
            given += counts.0;
            crashes += counts.1;
            late += counts.2;
            requests += counts.3;
            took += counts.4;
        }
        (given, crashes, late, requests, took)
    };
    let (one, other) = std::thread::scope(|scope| {
        let other = scope.spawn(|| run(middle..seeds.end));
        (run(seeds.start..middle), other.join())
    });
    let other = other.unwrap_or_else(|_| panic!("a schedule fails"));
    println!("{one:?} {other:?}");
    soak.simulated(one.4 + other.4);
    // The schedules are worth something.
    assert!(one.0 > 0 && one.1 > 0 && one.2 > 0);
}
