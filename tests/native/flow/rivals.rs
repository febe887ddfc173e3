//! `waitUntilSet` where another code has the PIN.

use serde_json::{Value, json};

use crate::random::Random;
use crate::virtual_time::{Served, World, run};
use crate::waits::{GET, HOUR, PIN, code, error, instant, refused, set, word};

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

/// A poll: when the error that it shows was raised, in s after the beginning, and the codes that are listed then; nothing where they cannot be.
type Poll = (Option<i64>, Option<Vec<Value>>);

/// What becomes of a wait for a code, changed, that shows such an error in each of these polls, and is set after them; and how often it polled.
fn raised_at(changes: &Value, polls: &[Poll]) -> (&'static str, usize) {
    let world = World::default();
    let mut made = 0;
    let run = run(
        &mut set("{\"pollingInterval\":1000}"),
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| {
            if call.path == GET {
                made += 1;
                let Some((raised_at, _)) = polls.get(made - 1) else {
                    return Ok(Served::value(code(json!({ "status": "set" }))));
                };
                let mut errors = error("duplicate_code_on_device");
                errors[0]["managed_access_code_id"] = json!("named");
                if let Some(raised_at) = raised_at {
                    errors[0]["created_at"] = json!(instant(&world, raised_at * 1_000));
                }
                let mut changes = changes.clone();
                changes["errors"] = errors;
                return Ok(Served::value(code(changes)));
            }
            match &polls[made - 1].1 {
                Some(codes) => {
                    let codes: Vec<String> = codes.iter().cloned().map(code).collect();
                    Ok(Served::value(format!("[{}]", codes.join(","))))
                }
                None => Err(refused(404)),
            }
        },
    );
    (word(&run), made)
}

fn nobody(raised_at: i64) -> Poll {
    (Some(raised_at), Some(vec![]))
}

#[test]
fn a_pin_that_no_list_shows_ends_it_once_the_lock_has_refused_it_again() {
    let plain = json!({});
    // The error of the second look is older than the lists of the first may be; that of the third is not.
    let polls = [nobody(-60), nobody(-60), nobody(-60), nobody(2)];
    assert_eq!(raised_at(&plain, &polls), ("failed", 4));
    // Raised before the second look, while the other code may have been there.
    assert_eq!(
        raised_at(&plain, &[nobody(-60), nobody(1), nobody(1)]),
        ("done", 4)
    );
    assert_eq!(
        raised_at(&plain, &[nobody(-60), nobody(1), nobody(3)]),
        ("failed", 3)
    );
    // What never says when it was raised, or never says so anew.
    let silent = (None, Some(vec![]));
    assert_eq!(
        raised_at(&plain, &[silent.clone(), silent.clone(), silent]),
        ("done", 4)
    );
}

#[test]
fn lists_that_may_not_show_all_end_nothing() {
    let plain = json!({});
    let with = |code: Value| (Some(3), Some(vec![code]));
    let mut begun = vec![nobody(-60), nobody(1)];
    for other in [
        json!({ "access_code_id": "b", "status": "removing" }),
        json!({ "access_code_id": "b", "status": "removing", "code": null }),
        json!({ "access_code_id": "b", "status": "set", "code": "1357", "is_backup_access_code_available": true }),
        json!({ "access_code_id": "b", "status": "set", "code": "1357", "pulled_backup_access_code_id": "s" }),
        json!({ "access_code_id": "s", "status": "set", "code": "1357", "is_backup": true }),
        // The error names it.
        json!({ "access_code_id": "named", "status": "removing", "code": "1357" }),
    ] {
        begun.push(with(other.clone()));
        assert_eq!(raised_at(&plain, &begun), ("done", 4), "{other}");
        begun.pop();
    }
    assert_eq!(
        raised_at(&plain, &[nobody(-60), nobody(1), (Some(3), None)]),
        ("done", 4)
    );
    // Then it begins anew.
    let unread = (Some(1), None);
    assert_eq!(
        raised_at(&plain, &[nobody(-60), unread, nobody(3), nobody(5), nobody(7)]),
        ("failed", 5)
    );
    for changes in [
        json!({ "is_backup_access_code_available": true }),
        json!({ "code": null }),
    ] {
        assert_eq!(
            raised_at(&changes, &[nobody(-60), nobody(1), nobody(3)]),
            ("done", 4)
        );
    }
    // One that stays, and says nothing of its PIN, is no reason to go on; one that the error names ends the wait at once.
    let hidden = json!({ "access_code_id": "b", "status": "set", "code": null });
    begun.push(with(hidden));
    assert_eq!(raised_at(&plain, &begun), ("failed", 3));
    let named = json!({ "access_code_id": "named", "status": "set", "code": null });
    assert_eq!(raised_at(&plain, &[with(named)]), ("failed", 1));
}
