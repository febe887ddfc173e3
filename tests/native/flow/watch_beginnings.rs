//! Where a watch begins: now, by the server's clock and whatever the device's says, or behind what a cursor has seen.

use crate::events_server::{ORDERS, Order, Server};
use crate::watching::{DAY, MINUTE, Run, failure, from_cursor, quick, with};

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
                    let most = if has_date && skew.abs() <= 10.0 * MINUTE {
                        2
                    } else {
                        45
                    };
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
