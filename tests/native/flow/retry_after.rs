//! What flows make of a server that wants to be left alone for long.

use seam_edge::flow::Ended;
use seam_edge::flow::failure::Failure;
use serde_json::json;

use crate::ensured::{CREATE, GET, by_key, by_pin, code, count, ensure, not_found, refused};
use crate::virtual_time::{Served, World};
use crate::waits::{removed, set, wait_with, word};

const HOUR: f64 = 3_600_000.0;

fn busy(retry_after: f64) -> Failure {
    refused(503, "busy", retry_after)
}

#[test]
fn a_create_waits_a_minute_at_most() {
    for (retry_after, waits) in [(60_000.0, true), (60_001.0, false), (HOUR, false), (9e15, false)] {
        for mut flow in [by_pin(), by_key()] {
            let run = ensure(&mut flow, |call| match call.path {
                CREATE => Err(busy(retry_after)),
                GET => Err(not_found()),
                _ => Ok(Served::value("[]")),
            });
            assert_eq!(run.end, Err(Ended::Call(CREATE)));
            let creates = count(&run, CREATE);
            assert_eq!(creates, if waits { 3 } else { 1 }, "{retry_after}");
            // The server may have acted, so whoever comes next looks first.
            assert!(flow.in_doubt());
            if !waits {
                assert_eq!(run.ended_at.max(0.0), 0.0, "{retry_after}");
            }
        }
    }
}

#[test]
fn a_search_waits_no_longer_than_it_goes_on() {
    let mut asked = 0;
    let run = ensure(&mut by_key(), |call| match call.path {
        CREATE => Err(refused(500, "x", 0.0)),
        _ => {
            asked += 1;
            if asked > 1 {
                Err(busy(HOUR))
            } else {
                Ok(Served::value("[]"))
            }
        }
    });
    assert!(run.ended_at < 60_000.0 && asked == 2);
}

#[test]
fn a_wait_lasts_as_long_as_it_may() {
    for retry_after in [HOUR, 9e15] {
        for flow in 0..2 {
            let answers = vec![
                Ok(crate::waits::code(json!({ "status": "setting" }))),
                Err(busy(retry_after)),
            ];
            let world = &mut World::default();
            let run = match flow {
                0 => wait_with(set("{\"maxWait\":20000}"), world, answers),
                _ => wait_with(removed("{\"maxWait\":20000}"), world, answers),
            };
            assert_eq!((word(&run), run.ended_at), ("timed_out", 20_000.0));
        }
    }
}

#[test]
fn a_rest_that_fits_is_kept() {
    let mut tries = 0;
    let run = ensure(&mut by_pin(), |call| match call.path {
        CREATE => {
            tries += 1;
            if tries == 1 {
                Err(busy(45_000.0))
            } else {
                Ok(Served::value(code(json!({})).to_string()))
            }
        }
        GET => Err(not_found()),
        _ => Ok(Served::value("[]")),
    });
    assert!(run.end.is_ok());
    assert_eq!(run.pauses, [45_000.0]);
}
