//! What fails in a watch: what is reported and repeated, with which pauses, and what ends it.

use seam_edge::flow::failure::Failure;
use seam_edge::flow::{Answer, Ended, Event, Flow, Step};

use crate::events_server::{Order, Server};
use crate::watching::{Run, failure, from_cursor, quick};

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
