//! Watches that come across instants which cannot be: events of the future, and cursors from the ends of time.

use seam_edge::flow::watch_events::WatchEvents;
use seam_edge::flow::{Answer, Event, Flow, Moment, Step};

use crate::events_server::{ORDERS, START, Server};
use crate::watched::{Watched, hidden, right};

const MINUTE: f64 = 60_000.0;
const DAY: i64 = 86_400_000;

#[test]
fn an_event_of_the_future_does_not_hide_what_is_made_until_then() {
    for order in ORDERS {
        for skew in [0.0, 10.0 * MINUTE, -10.0 * MINUTE] {
            for date in [right, hidden] {
                for ahead in [DAY, 40 * DAY, 3_600_000] {
                    let mut server = Server::new(order);
                    server.make(-5_000, 0, 0.0);
                    let mut watched = Watched::new("{\"pollingInterval\":1000}", 0.0, skew, date, 500);
                    assert!(watched.until(2_000.0, &server).is_empty());
                    let mut expected = vec![server.make(ahead, 0, 2_000.0)];
                    let mut given = watched.until(4_000.0, &server);
                    assert_eq!(given, expected);
                    for minute in 1..20 {
                        let at = minute * 60_000;
                        // In time, and late within the overlap.
                        expected.push(server.make(at, 0, at as f64));
                        expected.push(server.make(at - 20_000, 0, at as f64 + 30_000.0));
                    }
                    given.extend(watched.until(20.0 * MINUTE, &server));
                    given.sort_unstable();
                    assert_eq!(given, expected, "{order:?} {skew} {ahead}");
                }
            }
        }
    }
}

#[test]
fn nor_does_it_after_a_restart() {
    for date in [right, hidden] {
        let mut server = Server::new(ORDERS[0]);
        let old = server.make(1_000, 0, 0.0);
        let future = server.make(DAY, 0, 0.0);
        let since = "{\"since\":\"2026-03-01T12:00:00Z\",\"pollingInterval\":1000}";
        let mut watched = Watched::new(since, 5_000.0, 0.0, date, 500);
        assert_eq!(watched.until(7_000.0, &server), [old, future]);
        let new = server.make(8_000, 0, 8_000.0);
        let cursor = watched.watch.cursor();
        let options = format!("{{\"cursor\":\"{cursor}\",\"pollingInterval\":1000}}");
        let mut again = Watched::new(&options, 300_000.0, 0.0, date, 500);
        assert_eq!(again.until(302_000.0, &server), [new]);
    }
}

#[test]
fn what_it_remembers_stays_bounded_beside_an_event_of_the_future() {
    for date in [right, hidden] {
        let mut server = Server::new(ORDERS[0]);
        server.make(DAY, 0, 2_000.0);
        for index in 0..600 {
            server.make(index * 1_000, 0, (index * 1_000) as f64);
        }
        let mut watched = Watched::new("{\"pollingInterval\":1000,\"overlap\":5000}", 0.0, 0.0, date, 500);
        watched.until(600_000.0, &server);
        let length = watched.watch.cursor().len();
        assert!(length < 250, "{length} characters");
    }
}

#[test]
fn a_span_from_the_beginning_of_time_is_cut() {
    let mut server = Server::new(ORDERS[1]);
    for index in 0..40 {
        server.make(index * 1_000, 0, 0.0);
    }
    // The earliest instant that a cursor can hold, the earliest that can be written, and the latest.
    for (place, count) in [
        ("\"since\":\"0000-01-01T00:00:00Z\"", 40),
        ("\"cursor\":\"seam1_0_1y2p0ij32e8e7__s3nnj3qcb\"", 40),
        ("\"since\":\"9999-12-31T23:59:59.999Z\"", 0),
    ] {
        let options = format!("{{{place},\"limit\":2}}");
        let mut watched = Watched::new(&options, 60_000.0, 0.0, right, 500);
        assert_eq!(watched.until(60_000.0, &server).len(), count, "{place}");
    }
}

#[test]
fn a_server_that_ignores_the_bound_is_not_followed_beyond_the_end_of_time() {
    let mut watch = WatchEvents::new("{}", "{\"limit\":1}").unwrap();
    let event = format!(
        "[{{\"event_id\":\"a\",\"created_at\":\"{}\"}}]",
        seam_edge::rules::civil::written(START).unwrap()
    );
    let moment = Moment {
        elapsed: 0.0,
        wall: START as f64,
        random: 0.0,
    };
    let mut step = watch.next(Event::Started, moment);
    for _ in 0..500 {
        if let Step::Call(_) = step {
            step = watch.next(
                Event::Answered(Answer {
                    value: &event,
                    next_page: None,
                    date: None,
                }),
                moment,
            );
        }
    }
}
