//! Watches of servers that list fewer events at once than they are asked for: none is lost, in whatever order they are listed.

use crate::events_server::{ORDERS, Order, START, Server};
use crate::watched::{Watched, hidden, right};

fn since(after: i64, limit: usize) -> String {
    let since = seam_edge::rules::civil::written(START + after).unwrap();
    format!("{{\"since\":\"{since}\",\"limit\":{limit},\"pollingInterval\":1000}}")
}

#[test]
fn a_backlog_is_given_in_full_and_in_order() {
    for order in ORDERS {
        for (clamp, limit, count) in [
            (100, 200, 1_500),
            (100, 500, 300),
            (10, 500, 200),
            (100, 101, 250),
            (100, 100, 250),
        ] {
            let mut server = Server::new(order);
            for index in 0..count {
                server.make(index * 13, 0, 0.0);
            }
            let mut watched = Watched::new(&since(0, limit), 60_000.0, 0.0, right, clamp);
            let given = watched.until(61_500.0, &server);
            let context = format!("{order:?} {clamp} {limit} {count}");
            assert_eq!(given, (0..count as usize).collect::<Vec<_>>(), "{context}");
            // Not much more than there are lists to be had.
            let lists = count as usize / clamp;
            assert!(
                watched.requests < 30 + 10 * lists,
                "{context}: {} requests",
                watched.requests
            );
        }
    }
}

#[test]
fn what_comes_at_once_while_it_watches_is_given_in_full() {
    for order in ORDERS {
        for date in [right, hidden] {
            let mut server = Server::new(order);
            let mut watched = Watched::new("{\"limit\":200,\"pollingInterval\":1000}", 0.0, 0.0, date, 100);
            assert!(watched.until(10_500.0, &server).is_empty());
            let mut expected = Vec::new();
            for burst in 0..6 {
                let first = 11_000 + burst * 20_000;
                for index in 0..170 {
                    expected.push(server.make(first + index * 3, 0, (first + index * 3) as f64));
                }
            }
            let mut given = watched.until(200_000.0, &server);
            given.sort_unstable();
            assert_eq!(given, expected, "{order:?}");
        }
    }
}

#[test]
fn a_beginning_without_a_header_is_found_all_the_same() {
    for order in ORDERS {
        let mut server = Server::new(order);
        for index in 0..1_000 {
            server.make(index * 700 - 800_000, 0, 0.0);
        }
        let mut watched = Watched::new("{\"limit\":200,\"pollingInterval\":1000}", 0.0, 0.0, hidden, 100);
        assert!(watched.until(1_500.0, &server).is_empty(), "{order:?}");
        let new = server.make(2_000, 0, 2_000.0);
        assert_eq!(watched.until(5_000.0, &server), [new], "{order:?}");
    }
}

#[test]
fn to_find_out_takes_few_requests_and_none_later() {
    for order in ORDERS {
        let mut server = Server::new(order);
        for index in 0..2_000 {
            server.make(-86_400_000 + index, 0, 0.0);
        }
        // One event a second: always about 60 within the overlap.
        for index in 0..1_200 {
            server.make(index * 1_000, 0, (index * 1_000) as f64);
        }
        let mut watched = Watched::new(&since(0, 500), 0.0, 0.0, right, 500);
        let rounds = 600;
        let given = watched.until(f64::from(rounds) * 1_000.0 + 500.0, &server);
        assert_eq!(given, (2_000..2_601).collect::<Vec<_>>());
        let more = watched.requests - rounds as usize;
        assert!(more <= 10, "{order:?}: {more} requests more than rounds");
    }
}

#[test]
fn a_quiet_place_takes_one_request_a_round() {
    let mut server = Server::new(Order::NewestFirst);
    for index in 0..9 {
        server.make(index * 10, 0, 0.0);
    }
    let mut watched = Watched::new(&since(0, 500), 1_000.0, 0.0, right, 100);
    assert_eq!(watched.until(10_500.0, &server).len(), 9);
    assert_eq!(watched.requests, 10);
}

#[test]
fn more_at_one_instant_than_the_server_lists_does_not_stop_it() {
    let mut server = Server::new(Order::OldestFirst);
    for _ in 0..150 {
        server.make(5, 0, 0.0);
    }
    let mut watched = Watched::new(&since(0, 500), 1_000.0, 0.0, right, 100);
    assert_eq!(watched.until(1_500.0, &server).len(), 100);
    let new = server.make(3_000, 0, 3_000.0);
    assert_eq!(watched.until(6_000.0, &server), [new]);
}
