//! A `date` header that cannot be right decides nothing: no wait ends by it, no code is taken for over, no watch begins by it.

use seam_edge::flow::access_code_wait::reports::WaitError;
use seam_edge::flow::ensure_access_code::{EnsureAccessCode, EnsureError};
use seam_edge::flow::{Answer, Ended, Event, Flow, Moment, Step};
use serde_json::{Value, json};

use crate::events_server::{ORDERS, Server};
use crate::waits::{HOUR, at, code, removed, set};
use crate::watched::{Watched, right};

/// 2026-06-01T12:00:00Z.
const NOW: i64 = 1_780_315_200_000;
const MINUTE: i64 = 60_000;

/// Hours behind and ahead, a number of a few seconds, and the years 9999 and 99999.
const WRONG: [f64; 6] = [
    (NOW - 3 * HOUR) as f64,
    (NOW + 3 * HOUR) as f64,
    (NOW + 400 * 24 * HOUR) as f64,
    99_999.0,
    253_370_764_800_000.0,
    3_093_527_980_800_000.0,
];

/// What a flow makes of its first answer.
fn first_step<F: Flow>(
    flow: &mut F,
    value: &str,
    date: Option<f64>,
    wrong: i64,
) -> Step<F::Progress, F::Output, F::Error> {
    let moment = Moment {
        elapsed: 5_000.0,
        wall: (NOW + wrong) as f64,
        random: 0.0,
    };
    let _ = flow.next(Event::Started, moment);
    flow.next(
        Event::Answered(Answer {
            value,
            next_page: None,
            date,
        }),
        moment,
    )
}

/// A code with a window, in ms from now, that was made a minute ago.
fn bound(starts: i64, ends: i64, changes: Value) -> String {
    let mut code: Value = serde_json::from_str(&code(changes)).unwrap();
    code["type"] = json!("time_bound");
    code["created_at"] = json!(at(NOW - MINUTE));
    code["starts_at"] = json!(at(NOW + starts));
    code["ends_at"] = json!(at(NOW + ends));
    code.to_string()
}

/// With the device's clock right, and some minutes off.
const DEVICES: [i64; 3] = [0, 10 * MINUTE, -10 * MINUTE];

#[test]
fn no_wait_until_a_code_is_set_ends_by_it() {
    for date in WRONG {
        for wrong in DEVICES {
            let soon = bound(2 * MINUTE, 48 * HOUR, json!({ "status": "unset" }));
            let step = first_step(&mut set("{}"), &soon, Some(date), wrong);
            assert!(matches!(step, Step::Tell(_)), "{date} {wrong}: {step:?}");
            let there = bound(-MINUTE, 48 * HOUR, json!({ "status": "set" }));
            let step = first_step(&mut set("{}"), &there, Some(date), wrong);
            assert!(matches!(step, Step::Done(_)), "{date} {wrong}: {step:?}");
        }
    }
    // By one that can be right it does.
    let later = bound(24 * HOUR, 48 * HOUR, json!({ "status": "unset" }));
    for wrong in DEVICES {
        let step = first_step(&mut set("{}"), &later, Some(NOW as f64), wrong);
        assert!(
            matches!(step, Step::Fail(Ended::Own(WaitError::Failed { .. }))),
            "{step:?}"
        );
    }
}

#[test]
fn no_code_counts_as_off_its_lock_by_it() {
    for date in WRONG {
        for wrong in DEVICES {
            let waiting = bound(HOUR, 2 * HOUR, json!({ "status": "unset" }));
            let step = first_step(&mut removed("{}"), &waiting, Some(date), wrong);
            assert!(matches!(step, Step::Tell(_)), "{date} {wrong}: {step:?}");
            // What has been counts all the same.
            let warnings = json!([{ "warning_code": "delay_in_issuing", "message": "m", "created_at": at(NOW - MINUTE) }]);
            let over = bound(
                -2 * HOUR,
                -HOUR,
                json!({ "status": "unset", "warnings": warnings }),
            );
            let step = first_step(&mut removed("{}"), &over, Some(date), wrong);
            assert!(matches!(step, Step::Done(_)), "{date} {wrong}: {step:?}");
        }
    }
}

#[test]
fn no_code_is_out_of_the_way_by_it() {
    for date in WRONG {
        for wrong in DEVICES {
            let mut flow = EnsureAccessCode::new(r#"{"device_id":"d1","code":"4829"}"#, "{}").unwrap();
            let other = bound(HOUR, 2 * HOUR, json!({ "status": "unset" }));
            let step = first_step(&mut flow, &other, Some(date), wrong);
            assert!(
                matches!(step, Step::Fail(Ended::Own(EnsureError::Conflict(_)))),
                "{date} {wrong}: {step:?}"
            );
        }
    }
}

#[test]
fn no_watch_begins_by_it() {
    let dates: [fn(f64) -> Option<f64>; 5] = [
        |now| Some(now - 3.0 * HOUR as f64),
        |now| Some(now + 3.0 * HOUR as f64),
        |_| Some(99_999.0),
        |_| Some(253_370_764_800_000.0),
        |_| Some(f64::NAN),
    ];
    for (at, date) in dates.into_iter().enumerate() {
        for skew in [0.0, 600_000.0, -600_000.0] {
            for order in ORDERS {
                for newest in [-2_000, -2 * HOUR] {
                    let mut server = Server::new(order);
                    server.make(-5 * HOUR, 0, 0.0);
                    server.make(-150 * MINUTE, 0, 0.0);
                    server.make(newest, 0, 0.0);
                    let mut watched = Watched::new("{\"pollingInterval\":1000}", 0.0, skew, date, 500);
                    let context = format!("{at} {skew} {order:?} {newest}");
                    assert!(watched.until(2_500.0, &server).is_empty(), "{context}");
                    let new = server.make(3_000, 0, 3_000.0);
                    assert_eq!(watched.until(5_500.0, &server), [new], "{context}");
                }
            }
        }
    }
}

#[test]
fn a_header_that_goes_wrong_on_the_way_is_not_followed() {
    // Every other answer comes from a server whose clock is three hours behind.
    let mixed: fn(f64) -> Option<f64> = |now| {
        let wrong = if (now / 1_000.0) as i64 % 2 == 0 {
            0.0
        } else {
            3.0 * HOUR as f64
        };
        right(now - wrong)
    };
    let mut server = Server::new(ORDERS[0]);
    let mut watched = Watched::new("{\"pollingInterval\":1000}", 0.0, 0.0, mixed, 500);
    let mut expected = Vec::new();
    for minute in 1..10 {
        expected.push(server.make(minute * MINUTE, 0, (minute * MINUTE) as f64));
    }
    assert_eq!(watched.until(600_000.0, &server), expected);
    // It forgets what is behind the overlap.
    assert!(watched.watch.cursor().len() < 80, "{}", watched.watch.cursor());
}
