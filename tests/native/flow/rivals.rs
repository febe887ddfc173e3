//! `waitUntilSet` where another code has the PIN.

use serde_json::{Value, json};

use crate::random::Random;
use crate::virtual_time::{Served, World, run};
use crate::waits::{GET, HOUR, PIN, code, error, instant, set, word};

/// What becomes of a wait for a code whose PIN another one has, by what the lists show poll by poll: managed codes, and unmanaged ones.
fn with_others(polls: Vec<(Vec<Value>, Vec<Value>)>) -> (&'static str, usize) {
    let mut shown = 0;
    let mut lists = polls.into_iter().map(|(managed, unmanaged)| {
        [managed, unmanaged].map(|codes| {
            let codes: Vec<String> = codes.into_iter().map(code).collect();
            format!("[{}]", codes.join(","))
        })
    });
    let mut current = None;
    let run = run(
        &mut set("{\"pollingInterval\":1000}"),
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| match call.path {
            GET => {
                current = lists.next();
                let changes = match current {
                    Some(_) => json!({ "errors": error("duplicate_code_on_device") }),
                    None => json!({ "status": "set" }),
                };
                Ok(Served::value(code(changes)))
            }
            path => {
                shown += 1;
                assert_eq!(call.parameters, "{\"device_id\":\"d1\"}");
                let index = usize::from(path.contains("unmanaged"));
                Ok(Served::value(current.as_ref().unwrap()[index].as_str()))
            }
        },
    );
    (word(&run), shown)
}

#[test]
fn another_code_with_the_pin_ends_it_only_where_that_one_stays() {
    let world = World::default();
    let myself = json!({ "errors": error("duplicate_code_on_device") });
    let staying = json!({ "access_code_id": "b", "status": "set" });
    let leaving = json!({ "access_code_id": "b", "status": "removing" });
    let unmanaged = json!({ "access_code_id": "c", "status": "set", "is_managed": false });
    let another_pin = json!({ "access_code_id": "d", "status": "set", "code": "1357" });
    let ending = json!({ "access_code_id": "b", "status": "set", "type": "time_bound",
        "starts_at": instant(&world, -HOUR), "ends_at": instant(&world, 60_000) });
    let outcome = |polls| with_others(polls);
    assert_eq!(
        outcome(vec![(vec![myself.clone(), staying.clone()], vec![])]),
        ("failed", 2)
    );
    assert_eq!(
        outcome(vec![(vec![myself.clone()], vec![unmanaged.clone()])]),
        ("failed", 2)
    );
    // Only the first list has to be read where a code that leaves is on it.
    let gone = (vec![myself.clone()], vec![]);
    let polls = vec![
        (vec![leaving.clone()], vec![]),
        (vec![leaving, staying.clone()], vec![]),
        gone.clone(),
    ];
    assert_eq!(outcome(polls), ("done", 4));
    assert_eq!(
        outcome(vec![(vec![myself.clone(), another_pin], vec![]), gone]),
        ("done", 4)
    );
    assert_eq!(outcome(vec![(vec![ending], vec![])]), ("done", 1));
    let moving = json!({ "access_code_id": "b", "status": "set", "code": "1357", "pending_mutations": [{
        "mutation_code": "updating_code", "from": { "code": PIN }, "to": { "code": "1357" } }] });
    assert_eq!(outcome(vec![(vec![moving], vec![])]), ("done", 1));
}
