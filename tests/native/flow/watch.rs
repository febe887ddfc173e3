//! What a watch of events does, case by case: each event once and none missed, across full answers, equal instants, late arrivals, faults and
//! restarts; where it begins; what ends it. Any order of all of this is in `watch_schedules`.

use seam_edge::flow::failure::Failure;
use seam_edge::flow::watch_events::{Notice, WatchEvents};
use seam_edge::flow::{Answer, Call, Ended, Event, Flow, Moment, Step};

use crate::events_server::{ORDERS, Order, START, Server};

const QUICK: &str = r#"{"since":"2026-03-01T12:00:00Z","pollingInterval":5,"limit":LIMIT}"#;
const MINUTE: f64 = 60_000.0;
const DAY: f64 = 86_400_000.0;

type Next = Step<Notice, seam_edge::flow::watch_events::Endless, seam_edge::error::Error>;

/// A watch, what it wants next, and virtual time. Answers come at once.
struct Run {
    watch: WatchEvents,
    step: Next,
    now: f64,
    /// How many ms the device's clock is ahead.
    skew: f64,
    /// Whether the `date` header can be read.
    has_date: bool,
    calls: Vec<Call>,
    slept: Vec<f64>,
    /// When the pause that is under way ends.
    wakes: Option<f64>,
    trouble: Vec<(u32, f64)>,
    /// What the next calls meet.
    faults: Vec<Failure>,
}

impl Run {
    fn new(options: &str) -> Self {
        Self::at(options, 0.0, 0.0, true)
    }

    fn at(options: &str, now: f64, skew: f64, has_date: bool) -> Self {
        let mut watch = WatchEvents::new("{}", options).unwrap_or_else(|error| panic!("{error:?}"));
        let moment = Moment {
            elapsed: now,
            wall: START as f64 + now + skew,
            random: 0.0,
        };
        Self {
            step: watch.next(Event::Started, moment),
            watch,
            now,
            skew,
            has_date,
            calls: Vec::new(),
            slept: Vec::new(),
            wakes: None,
            trouble: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn moment(&self) -> Moment {
        Moment {
            elapsed: self.now,
            wall: START as f64 + self.now + self.skew,
            random: 0.0,
        }
    }

    /// Goes on until an event is there, or until so many ms have passed.
    fn next(&mut self, server: &Server, patience: f64) -> Option<usize> {
        let end = self.now + patience;
        loop {
            let moment = self.moment();
            match self.step.clone() {
                Step::Call(call) => {
                    assert_eq!((call.path, call.within), ("/events/list", None));
                    let list = server.list(&call.parameters, self.now);
                    self.calls.push(call);
                    self.step = if self.faults.is_empty() {
                        let date = ((START as f64 + self.now) / 1000.0).floor() * 1000.0;
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
    fn told(&mut self) {
        if matches!(self.step, Step::Tell(Notice::Event(_))) {
            self.step = self.watch.next(Event::Told, self.moment());
        }
    }

    fn take(&mut self, server: &Server, count: usize) -> Vec<usize> {
        let mut taken = Vec::new();
        while taken.len() < count {
            self.told();
            let number = self.next(server, 3.0 * MINUTE);
            taken.push(number.unwrap_or_else(|| panic!("waits after {taken:?} of {count} events")));
        }
        taken
    }

    fn assert_nothing_more(&mut self, server: &Server) {
        self.told();
        let asked = self.calls.len();
        while self.calls.len() < asked + 3 {
            assert_eq!(self.next(server, 5.0), None);
        }
    }
}

fn quick(limit: usize) -> String {
    QUICK.replace("LIMIT", &limit.to_string())
}

/// `quick` with other options ahead.
fn with(options: &str) -> String {
    quick(500).replace('{', &format!("{{{options},"))
}

fn from_cursor(cursor: &str) -> String {
    format!("{{\"pollingInterval\":5,\"cursor\":\"{cursor}\"}}")
}

fn failure(kind: &str, status: u16, retry_after: f64) -> Failure {
    let code = if kind == "transport" { "ERR_NETWORK" } else { "x" };
    Failure::read(kind, status, code, retry_after, false)
}

#[test]
fn asks_with_the_filter_a_ms_before_the_beginning_and_for_500_events() {
    let parameters = |filter, options| {
        let mut watch = WatchEvents::new(filter, options).unwrap_or_else(|error| panic!("{error:?}"));
        let moment = Moment {
            elapsed: 0.0,
            wall: 0.0,
            random: 0.0,
        };
        match watch.next(Event::Started, moment) {
            Step::Call(call) => call.parameters,
            other => panic!("{other:?}"),
        }
    };
    let since = r#"{"since":"2026-03-01T12:00:00+02:00","headers":{"x-trace":"abc"}}"#;
    assert_eq!(
        parameters(r#"{"device_id":"d"}"#, since),
        r#"{"device_id":"d","since":"2026-03-01T09:59:59.999Z","limit":500}"#
    );
    assert_eq!(
        parameters("{}", since),
        r#"{"since":"2026-03-01T09:59:59.999Z","limit":500}"#
    );
}

#[test]
fn gives_each_event_once_and_in_order_across_full_answers() {
    for order in ORDERS {
        let mut server = Server::new(order);
        // Dense, sparse, at the same instant, and long after all others.
        let dense = 0..60;
        let sparse = (0..40).map(|index| 1000 + index * 977);
        let same = (0..25).map(|_| 50_000);
        for after in dense.chain(sparse).chain(same).chain([86_400_000]) {
            server.make(after, 0, 0.0);
        }
        let mut run = Run::new(&quick(10));
        let taken = run.take(&server, 126);
        let times: Vec<i64> = taken
            .iter()
            .filter_map(|at| server.events.get(*at))
            .map(|made| made.ms())
            .collect();
        assert!(times.is_sorted(), "{order:?}");
        let mut unique = taken;
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), 126, "{order:?}");
        assert!(run.calls.len() < 200, "{order:?}: {} requests", run.calls.len());
        run.assert_nothing_more(&server);
    }
}

#[test]
fn a_backlog_takes_no_more_requests_than_needed() {
    for (order, most) in [(Order::OldestFirst, 20), (Order::NewestFirst, 30)] {
        let mut server = Server::new(order);
        for index in 0..3000 {
            server.make(index * 13, 0, 0.0);
        }
        let mut run = Run::new(&quick(500));
        assert_eq!(run.take(&server, 3000), (0..3000).collect::<Vec<_>>());
        assert!(run.calls.len() <= most, "{order:?}: {} requests", run.calls.len());
        // Without a pause in between.
        assert!(run.slept.is_empty());
    }
}

#[test]
fn gives_more_at_one_instant_than_fit_into_a_list() {
    for order in ORDERS {
        let mut server = Server::new(order);
        for count in 0..90 {
            server.make(5, count * 11, 0.0);
        }
        let mut run = Run::new(&quick(4));
        assert_eq!(run.take(&server, 90), (0..90).collect::<Vec<_>>());
        let last = server.make(5, 999, 0.0);
        assert_eq!(run.take(&server, 1), [last]);
        run.assert_nothing_more(&server);
    }
}

#[test]
fn gives_what_was_made_at_the_very_beginning() {
    let mut server = Server::new(Order::OldestFirst);
    for (after, microseconds) in [(-1, 0), (-1, 500), (0, 0), (0, 1)] {
        server.make(after, microseconds, 0.0);
    }
    let mut run = Run::new(&quick(500));
    assert_eq!(run.take(&server, 2), [2, 3]);
    run.assert_nothing_more(&server);
}

#[test]
fn gives_what_comes_late_within_the_overlap() {
    let mut server = Server::new(Order::OldestFirst);
    let newest = server.make(100_000, 0, 0.0);
    let mut run = Run::new(&quick(500));
    assert_eq!(run.take(&server, 1), [newest]);
    let late = server.make(40_000, 0, 0.0);
    assert_eq!(run.take(&server, 1), [late]);
    server.make(39_999, 0, 0.0);
    let latest = server.make(99_999, 0, 0.0);
    assert_eq!(run.take(&server, 1), [latest]);
    run.assert_nothing_more(&server);
}

#[test]
fn the_overlap_is_an_option() {
    let mut server = Server::new(Order::OldestFirst);
    server.make(5_000, 0, 0.0);
    let (mut none, mut some) = (
        Run::new(&with("\"overlap\":0")),
        Run::new(&with("\"overlap\":100")),
    );
    none.take(&server, 1);
    some.take(&server, 1);
    let late = server.make(4_900, 0, 0.0);
    assert_eq!(some.take(&server, 1), [late]);
    let same = server.make(5_000, 0, 0.0);
    assert_eq!(none.take(&server, 1), [same]);
    none.assert_nothing_more(&server);
}

#[test]
fn gives_what_comes_late_while_the_consumer_works() {
    // A while, and longer than the overlap.
    for until in [12_000.0, 20_000.0] {
        let mut server = Server::new(Order::OldestFirst);
        for by in [0, 3, 4, 5, 6, 7, 8] {
            server.make(by * 1000, 0, 0.0);
        }
        let options = quick(4).replace('{', "{\"overlap\":5000,");
        let mut run = Run::at(&options, 8_000.0, 0.0, true);
        let mut taken = run.take(&server, 1);
        // No more than five seconds late, but in the part of the list that has been read already.
        server.make(3_500, 0, 0.0);
        server.make(until as i64, 0, 0.0);
        run.now = until;
        taken.extend(run.take(&server, 8));
        taken.sort_unstable();
        assert_eq!(taken, (0..9).collect::<Vec<_>>());
        run.assert_nothing_more(&server);
    }
}

#[test]
fn a_slow_consumer_does_not_make_it_remember_more() {
    let mut server = Server::new(Order::OldestFirst);
    for index in 0..200 {
        server.make(index * 100, 0, 0.0);
    }
    let options = quick(8).replace('{', "{\"overlap\":1000,");
    let mut run = Run::at(&options, 100_000.0, 0.0, true);
    for number in 0..200 {
        assert_eq!(run.take(&server, 1), [number]);
        run.now += 500.0;
        let length = run.watch.cursor().len();
        assert!(length < 700, "{length} characters");
    }
}

#[test]
fn begins_now_by_the_servers_clock() {
    for skew in [
        0.0,
        10.0 * MINUTE,
        -10.0 * MINUTE,
        3.0 * DAY,
        -3.0 * DAY,
        9_000.0 * DAY,
        -30_000.0 * DAY,
    ] {
        for order in ORDERS {
            let mut server = Server::new(order);
            for before in [40 * 86_400_000, 86_400_000, 100_000, 90_000, 2_000] {
                server.make(500 - before, 0, 0.0);
            }
            for limit in [1, 2, 500] {
                for has_date in [true, false] {
                    let options = format!("{{\"limit\":{limit}}}");
                    let mut server = server.clone();
                    let mut run = Run::at(&options, 500.0, skew, has_date);
                    let context = format!("{skew} {order:?} {limit} {has_date}");
                    assert_eq!(run.next(&server, 1.0), None, "{context}");
                    // Little is asked for to find out.
                    let most = if has_date { 2 } else { 45 };
                    assert!(run.calls.len() <= most, "{context}: {} requests", run.calls.len());
                    let new = server.make(700, 0, 0.0);
                    assert_eq!(run.take(&server, 1), [new], "{context}");
                    run.assert_nothing_more(&server);
                }
            }
        }
    }
}

#[test]
fn a_device_clock_that_is_about_right_takes_one_request_to_begin() {
    for skew in [0.0, 10.0 * MINUTE, -10.0 * MINUTE] {
        for has_date in [true, false] {
            let mut server = Server::new(Order::ById);
            server.make(-200_000, 0, 0.0);
            let mut run = Run::at("{}", 0.0, skew, has_date);
            run.next(&server, 1.0);
            assert_eq!(run.calls.len(), 1);
        }
    }
}

#[test]
fn a_beginning_that_took_long_misses_nothing() {
    for has_date in [true, false] {
        for skew in [0.0, -3.0 * DAY, 3.0 * DAY] {
            let mut server = Server::new(Order::OldestFirst);
            server.make(-50_000, 0, 0.0);
            server.make(5_000, 0, 5_000.0);
            server.make(20_000, 0, 20_000.0);
            let mut run = Run::at("{}", 0.0, skew, has_date);
            run.faults = vec![failure("transport", 0, 0.0); 2];
            assert_eq!(run.take(&server, 2), [1, 2], "{has_date} {skew}");
            assert!(run.now > 20_000.0);
            run.assert_nothing_more(&server);
        }
    }
}

#[test]
fn where_nothing_is_listed_all_that_appears_is_new() {
    for skew in [0.0, 10.0 * MINUTE, -3.0 * DAY, 3.0 * DAY] {
        let mut server = Server::new(Order::OldestFirst);
        let mut run = Run::at("{}", 0.0, skew, false);
        assert_eq!(run.next(&server, 10.0), None);
        // Seven at most, and then one per interval.
        assert!(run.calls.len() <= 7);
        let new = [server.make(5, 0, 0.0), server.make(6, 0, 0.0)];
        assert_eq!(run.take(&server, 2), new);
        run.assert_nothing_more(&server);
    }
}

#[test]
fn a_cursor_of_before_the_beginning_remembers_when_that_was() {
    for has_date in [true, false] {
        for skew in [0.0, -10.0 * MINUTE, 3.0 * DAY] {
            let mut server = Server::new(Order::OldestFirst);
            server.make(-5_000_000, 0, 0.0);
            let first = Run::at("{}", 0.0, skew, has_date);
            let during = server.make(30_000, 0, 0.0);
            let cursor = first.watch.cursor();
            let mut second = Run::at(&from_cursor(&cursor), 60_000.0, skew, has_date);
            assert_eq!(second.watch.cursor(), cursor);
            let found = second.take(&server, 1);
            assert_eq!(found, [during]);
            second.assert_nothing_more(&server);
        }
    }
}

#[test]
fn a_cursor_goes_on_behind_the_event_that_was_given_last() {
    let mut server = Server::new(Order::OldestFirst);
    for by in [1, 2, 2, 3] {
        server.make(by, 0, 0.0);
    }
    let mut first = Run::new(&quick(500));
    first.take(&server, 2);
    let cursor = first.watch.cursor();
    first.take(&server, 1);
    assert_ne!(first.watch.cursor(), cursor);
    let late = server.make(1, 0, 0.0);
    // The cursor outranks what was asked for at first.
    let options = from_cursor(&cursor).replace('{', "{\"since\":\"2020-01-01T00:00:00Z\",");
    let mut second = Run::new(&options);
    assert_eq!(second.take(&server, 3), [late, 2, 3]);
    second.assert_nothing_more(&server);
    let mut third = Run::new(&from_cursor(&second.watch.cursor()));
    third.assert_nothing_more(&server);
    assert_eq!(third.watch.cursor(), second.watch.cursor());
}

#[test]
fn a_cursor_is_small_and_bounded() {
    let mut server = Server::new(Order::OldestFirst);
    let mut run = Run::new(&quick(500));
    for index in 1..=400 {
        server.make(index * 149, 0, 0.0);
        run.take(&server, 1);
        let cursor = run.watch.cursor();
        assert!(
            cursor
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
        );
        assert!(cursor.len() < if index <= 70 { 1_000 } else { 4_000 });
    }
    // Those of which it has no mark may come again; none may be missing.
    let late = server.make(200 * 149, 0, 0.0);
    let mut again = Run::new(&from_cursor(&run.watch.cursor()));
    let mut taken = again.take(&server, 400 - 240 + 1);
    taken.sort_unstable();
    assert_eq!(taken, (0..160).chain([late]).collect::<Vec<_>>());
    again.assert_nothing_more(&server);
}

#[test]
fn a_cursor_forgets_what_is_behind_the_overlap_over_many_restarts() {
    let mut server = Server::new(Order::OldestFirst);
    let mut options = with("\"overlap\":1000");
    for index in 1..=200 {
        let new = server.make(index * 900, 0, 0.0);
        let mut run = Run::new(&options);
        assert_eq!(run.take(&server, 1), [new]);
        let cursor = run.watch.cursor();
        assert!(cursor.len() < 75, "{cursor}");
        options = from_cursor(&cursor).replace('{', "{\"overlap\":1000,");
    }
}

#[test]
fn what_passes_is_reported_and_repeated() {
    for (kind, status) in [
        ("transport", 0),
        ("out_of_time", 0),
        ("invalid_response", 200),
        ("api", 500),
        ("api", 502),
        ("api", 503),
        ("api", 408),
        ("api", 425),
    ] {
        let mut server = Server::new(Order::OldestFirst);
        server.make(0, 0, 0.0);
        let mut run = Run::new(&quick(500));
        run.faults = vec![failure(kind, status, 0.0); 3];
        assert_eq!(run.take(&server, 1), [0]);
        assert_eq!(run.trouble, [(1, 10.0), (2, 20.0), (3, 40.0)], "{kind} {status}");
        assert_eq!(run.slept, [10.0, 20.0, 40.0]);
        assert_eq!(run.calls.len(), 4);
        // Counted anew after a success.
        run.faults.push(failure(kind, status, 0.0));
        let new = server.make(0, 0, 0.0);
        assert_eq!(run.take(&server, 1), [new]);
        assert_eq!(run.trouble.last(), Some(&(1, 10.0)));
    }
}

#[test]
fn pauses_no_shorter_than_the_server_asks_for() {
    for (kind, status, retry_after, expected) in [
        ("api", 503, 90_000.0, 90_000.0),
        ("api", 429, 90_000.0, 90_000.0),
        ("api", 429, 0.0, 60_000.0),
    ] {
        let server = Server::new(Order::OldestFirst);
        let mut run = Run::new(&quick(500));
        run.faults = vec![failure(kind, status, retry_after)];
        run.next(&server, 1.0);
        assert_eq!(run.trouble, [(1, expected)]);
    }
}

#[test]
fn what_does_not_pass_ends_it_and_another_goes_on() {
    for failure in [
        failure("unauthorized", 401, 0.0),
        failure("invalid_input", 400, 0.0),
        failure("api", 404, 0.0),
        Failure::read("transport", 307, "ERR_BAD_RESPONSE", 0.0, false),
        Failure::read("invalid_response", 200, "", 0.0, true),
        Failure::read("validation", 0, "", 0.0, true),
    ] {
        let mut server = Server::new(Order::OldestFirst);
        server.make(0, 0, 0.0);
        let mut run = Run::new(&quick(500));
        run.take(&server, 1);
        let cursor = run.watch.cursor();
        run.told();
        let now = run.moment();
        run.watch.next(Event::Slept, now);
        let ended = run.watch.next(Event::Failed(&failure), now);
        assert_eq!(ended, Step::Fail(Ended::Call("/events/list")), "{failure:?}");
        assert_eq!(run.watch.next(Event::Told, now), Step::Fail(Ended::Canceled));
        assert_eq!(run.watch.cursor(), cursor);
        let new = server.make(1, 0, 0.0);
        assert_eq!(Run::new(&from_cursor(&cursor)).take(&server, 1), [new]);
    }
}

#[test]
fn nothing_is_sent_after_it_is_canceled() {
    let mut server = Server::new(Order::OldestFirst);
    server.make(0, 0, 0.0);
    server.make(1, 0, 0.0);
    // In a call, with an event at hand, in a rest, and in the report and the pause after a failure.
    let stops: [&dyn Fn(&mut Run); 5] = [
        &|_| {},
        &|run| drop(run.take(&server, 1)),
        &|run| run.assert_nothing_more(&server),
        &|run| {
            let (failure, now) = (failure("api", 500, 0.0), run.moment());
            run.step = run.watch.next(Event::Failed(&failure), now);
        },
        &|run| {
            run.faults = vec![failure("api", 503, 900_000.0)];
            run.next(&server, 10.0);
        },
    ];
    for (at, stop) in stops.iter().enumerate() {
        let mut run = Run::new(&quick(500));
        if at == 2 {
            run.take(&server, 2);
        }
        stop(&mut run);
        let (cursor, now) = (run.watch.cursor(), run.moment());
        assert_eq!(run.watch.next(Event::Canceled, now), Step::Fail(Ended::Canceled));
        for event in [Event::Slept, Event::Told, Event::Started] {
            assert_eq!(run.watch.next(event, now), Step::Fail(Ended::Canceled));
        }
        assert_eq!(run.watch.cursor(), cursor);
    }
}

#[test]
fn an_answer_that_is_no_list_ends_it() {
    let mut run = Run::new(&quick(500));
    let answer = Answer {
        value: "{}",
        next_page: None,
        date: None,
    };
    let now = run.moment();
    assert!(matches!(
        run.watch.next(Event::Answered(answer), now),
        Step::Fail(Ended::Own(_))
    ));
}

#[test]
fn asks_once_per_interval_and_not_while_the_consumer_works() {
    let mut server = Server::new(Order::OldestFirst);
    let mut run = Run::new(r#"{"since":"2026-03-01T12:00:00Z"}"#);
    assert_eq!(run.next(&server, 59_999.0), None);
    assert_eq!(run.calls.len(), 12);
    let new = server.make(0, 0, 0.0);
    assert_eq!(run.take(&server, 1), [new]);
    let asked = run.calls.len();
    run.now += 600_000.0;
    let new = server.make(1, 0, 0.0);
    let now = run.now;
    // At once where the interval is over.
    assert_eq!(run.take(&server, 1), [new]);
    assert_eq!((run.calls.len(), run.now), (asked + 1, now));
}

#[test]
fn goes_on_from_its_position_after_hours() {
    for skew in [0.0, -10.0 * MINUTE, 3.0 * DAY] {
        let mut server = Server::new(Order::NewestFirst);
        server.make(0, 0, 0.0);
        let mut run = Run::at(&quick(3), 0.0, skew, false);
        run.take(&server, 1);
        run.told();
        run.now += 9.0 * 3_600_000.0;
        let new: Vec<usize> = (1..40)
            .map(|index| server.make(index * 800_000, 0, 0.0))
            .collect();
        run.step = run.watch.next(Event::Slept, run.moment());
        assert_eq!(run.take(&server, 39), new);
        run.assert_nothing_more(&server);
    }
}
