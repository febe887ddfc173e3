//! Which events a watch gives, and when it asks: each once and none missed, across full answers, equal instants and late arrivals. Where it
//! begins is in `watch_beginnings`, what fails in `watch_failures`, any order of all of this in `watch_at_random`.

use seam_edge::flow::watch_events::WatchEvents;
use seam_edge::flow::{Event, Flow, Moment, Step};

use crate::events_server::{ORDERS, Order, Server};
use crate::watching::{DAY, MINUTE, Run, quick, with};

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
fn gives_all_that_come_late_into_different_parts_of_a_round() {
    let mut server = Server::new(Order::OldestFirst);
    for (after, microseconds) in [(5, 1), (5, 1), (4_005, 0), (8_005, 0), (12_005, 0)] {
        server.make(after, microseconds, 0.0);
    }
    let options = quick(2).replace('{', "{\"overlap\":5000,");
    let mut run = Run::new(&options);
    run.take(&server, 2);
    // Frozen while the next part is listed, so that the next round looks this far back.
    run.told();
    run.now += 60_000.0;
    run.take(&server, 3);
    let late = [server.make(3, 1, 0.0), server.make(4, 999, 0.0)];
    assert_eq!(run.take(&server, 2), late);
    run.assert_nothing_more(&server);
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
