//! Codes that `waitUntilIssued` finds put off until after its end: when it looks at them, and when it gives up for them.

use seam_edge::flow::wait_until_issued::WaitUntilIssued;
use serde_json::{Value, json};

use crate::random::Random;
use crate::virtual_time::{Served, World, run};
use crate::wait_until_issued::{
    CODES, GET, LIST, Look, grant, issued, method, of_grant, of_method, wait_with,
};
use crate::waits::{HOUR, Waiting, instant, message, refused, word};

/// A grant that starts long after the end of a wait.
fn later() -> Value {
    let world = World::default();
    grant(&json!({ "starts_at": instant(&world, 100 * HOUR), "ends_at": instant(&world, 200 * HOUR) }))
}

/// A code that Seam puts off for so many ms.
fn put_off(until: i64) -> Value {
    json!([{ "access_code_id": "a1", "status": "unset", "pending_mutations": [
        { "mutation_code": "deferring_creation", "scheduled_at": instant(&World::default(), until) },
    ] }])
}

/// Looks that find a method on its way, and then issued.
fn looks(times: usize) -> Vec<Look> {
    let under_way = || Ok((later(), vec![method(&json!({}))]));
    let mut looks: Vec<Look> = std::iter::repeat_with(under_way).take(times).collect();
    looks.push(Ok((later(), vec![issued()])));
    looks
}

fn looks_at_codes(run: &Waiting) -> usize {
    run.calls.iter().filter(|made| made.call.path == CODES).count()
}

#[test]
fn it_is_due_later_only_by_seams_own_word_twice() {
    let world = World::default();
    let dated = |shows_date: bool, device_ahead: f64| World {
        shows_date,
        device_ahead,
        ..World::default()
    };
    for flow in [of_grant, of_method] {
        // Put off until after the end of the wait, by a clock that is known.
        for ahead in [-600_000.0, 0.0, 600_000.0] {
            let run = wait_with(flow("{}"), &mut dated(true, ahead), looks(3), &put_off(28 * HOUR));
            assert_eq!((word(&run), run.told.len()), ("due_later", 1));
            let due = instant(&world, 28 * HOUR);
            assert!(
                message(&run).ends_with(&format!("is due at `{due}`, after the end of `maxWait`")),
                "{}",
                message(&run)
            );
            let run = wait_with(
                flow("{}"),
                &mut dated(false, ahead),
                looks(3),
                &put_off(28 * HOUR),
            );
            assert_eq!(word(&run), "done", "the server's clock is not known");
        }
        // Until before that; not at all, as a PIN by an algorithm; issued ahead of its start.
        for codes in [
            put_off(HOUR / 60),
            json!([{ "access_code_id": "a1", "pending_mutations": [] }]),
            json!([]),
        ] {
            assert_eq!(
                word(&wait_with(flow("{}"), &mut World::default(), looks(3), &codes)),
                "done",
                "{codes}"
            );
        }
        let run = wait_with(flow("{}"), &mut World::default(), looks(1), &put_off(28 * HOUR));
        assert_eq!(word(&run), "done", "issued although it is put off");
    }
}

/// Runs a wait of a grant that starts later, on the answers to its looks at codes; the last one is for all that follow.
fn wait_on(mut flow: WaitUntilIssued, codes: &[Option<Value>], issued_at_poll: usize) -> Waiting {
    let mut polls = 0;
    let mut looked = 0;
    run(
        &mut flow,
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| match call.path {
            GET => Ok(Served::value(later().to_string())),
            LIST => {
                polls += 1;
                let found = if polls >= issued_at_poll {
                    issued()
                } else {
                    method(&json!({}))
                };
                Ok(Served::value(json!([found]).to_string()))
            }
            _ => {
                let answer = &codes[looked.min(codes.len() - 1)];
                looked += 1;
                answer
                    .as_ref()
                    .map(|codes| Served::value(codes.to_string()))
                    .ok_or_else(|| refused(403))
            }
        },
    )
}

#[test]
fn codes_that_cannot_be_listed_say_nothing() {
    assert_eq!(word(&wait_on(of_grant("{}"), &[None], 5)), "done");
    // The look before counts no more.
    let late = || Some(put_off(28 * HOUR));
    let run = wait_on(of_grant("{}"), &[late(), None, late(), late()], 9);
    assert_eq!((word(&run), looks_at_codes(&run)), ("due_later", 4));
}

#[test]
fn codes_are_looked_at_where_one_may_be_put_off() {
    let due_soon = put_off(HOUR / 60);
    let codes_of = |flow: fn(&str) -> WaitUntilIssued, codes: &Value| {
        let run = wait_with(flow("{}"), &mut World::default(), looks(3), codes);
        assert_eq!(word(&run), "done");
        looks_at_codes(&run)
    };
    // A grant may put them off yet; a method has one code, which is not put off any more.
    assert_eq!(codes_of(of_grant, &due_soon), 3);
    assert_eq!(codes_of(of_method, &due_soon), 1);
    // There is none yet.
    assert_eq!(codes_of(of_grant, &json!([])), 3);
    assert_eq!(codes_of(of_method, &json!([])), 3);
    // A key for a phone is no code, and neither is one that is issued.
    let key = method(&json!({ "access_method_id": "m2", "mode": "mobile_key" }));
    for methods in [vec![key.clone()], vec![issued(), key]] {
        let looks = vec![Ok((later(), methods)), Ok((later(), vec![issued()]))];
        let run = wait_with(of_grant("{}"), &mut World::default(), looks, &due_soon);
        assert_eq!((word(&run), looks_at_codes(&run)), ("done", 0));
    }
}

#[test]
fn a_grant_that_starts_in_time_needs_no_look_at_codes() {
    let looks = vec![
        Ok((grant(&json!({})), vec![method(&json!({}))])),
        Ok((grant(&json!({})), vec![issued()])),
    ];
    let run = wait_with(of_grant("{}"), &mut World::default(), looks, &json!([]));
    assert_eq!(word(&run), "done");
    assert_eq!(looks_at_codes(&run), 0);
}
