//! Access grants of the fake: their times, their spaces and their keys.

use serde_json::{Value, json};

use crate::calls::{HOUR, MINUTE, Seam, after};
use crate::grants::{add, checked, events, grant, methods, names, read};

fn codes(seam: &Seam, id: &str) -> Vec<Value> {
    let reply = seam.call("/access_codes/list", json!({ "access_grant_id": id }));
    reply["access_codes"].as_array().unwrap().clone()
}

/// A space with these devices; its ID.
fn space(seam: &Seam, devices: &[&String]) -> Value {
    let parameters = json!({ "name": "House", "device_ids": devices });
    checked(seam, "/spaces/create", parameters)["space"]["space_id"].clone()
}

fn take_out(seam: &Seam, space: &Value, device: &str) {
    let parameters = json!({ "space_id": space, "device_ids": [device] });
    checked(seam, "/spaces/remove_devices", parameters);
}

#[test]
fn codes_open_when_their_grant_does() {
    let seam = Seam::with("august");
    let requested = json!([{}]);
    let begun = grant(
        &seam,
        json!({ "device_ids": [seam.device_id], "requested_access_methods": requested }),
    );
    assert_eq!(codes(&seam, &begun)[0]["type"], "ongoing");
    // It never ends, and no code begins later without an end.
    let later = grant(
        &seam,
        json!({ "device_ids": [seam.device_id], "requested_access_methods": requested, "starts_at": after(5 * HOUR) }),
    );
    let code = &codes(&seam, &later)[0];
    assert_eq!(
        (&code["type"], &code["starts_at"]),
        (&json!("time_bound"), &json!(after(5 * HOUR)))
    );
    assert!(code["ends_at"].as_str().unwrap() > "2060", "{code}");
}

#[test]
fn new_times_reach_the_locks() {
    let seam = Seam::with("august");
    let id = grant(
        &seam,
        json!({
            "device_ids": [seam.device_id], "requested_access_methods": [{}], "ends_at": after(5 * HOUR),
        }),
    );
    seam.advance(MINUTE);
    checked(
        &seam,
        "/access_grants/update",
        json!({ "access_grant_id": id, "ends_at": after(9 * HOUR) }),
    );
    let method = &methods(&seam, &id)[0];
    assert_eq!(method["is_issued"], true);
    assert_eq!(
        names(method, "pending_mutations", "mutation_code"),
        ["updating_access_times"]
    );
    assert_eq!(
        names(&read(&seam, &id), "pending_mutations", "mutation_code"),
        ["updating_access_times"]
    );
    seam.advance(MINUTE);
    assert_eq!(methods(&seam, &id)[0]["pending_mutations"], json!([]));
    let code = seam.call("/access_codes/list", json!({ "access_grant_id": id }))["access_codes"][0].clone();
    assert_eq!(code["ends_at"], after(9 * HOUR));
}

#[test]
fn a_grant_for_a_space_opens_what_is_in_it() {
    let seam = Seam::with("august");
    let other = add(&seam, "schlage");
    let space = space(&seam, &[&seam.device_id]);
    let id = grant(
        &seam,
        json!({ "space_ids": [space], "requested_access_methods": [{}] }),
    );
    seam.advance(MINUTE);
    checked(
        &seam,
        "/spaces/add_devices",
        json!({ "space_id": space, "device_ids": [other] }),
    );
    assert_eq!(
        names(&methods(&seam, &id)[0], "pending_mutations", "mutation_code"),
        ["provisioning_access"]
    );
    seam.advance(MINUTE);
    assert_eq!(methods(&seam, &id)[0]["is_issued"], true);
    assert_eq!(seam.fake.borrow().count_held(&other).unwrap(), 1);
    take_out(&seam, &space, &seam.device_id);
    assert_eq!(
        names(&methods(&seam, &id)[0], "pending_mutations", "mutation_code"),
        ["revoking_access"]
    );
    seam.advance(MINUTE);
    assert_eq!(seam.fake.borrow().count_held(&seam.device_id).unwrap(), 0);
    assert_eq!(methods(&seam, &id)[0]["pending_mutations"], json!([]));
    let space = checked(&seam, "/spaces/get", json!({ "space_id": space }))["space"].clone();
    assert_eq!(space["device_count"], 1);
}

#[test]
fn a_lock_that_leaves_a_space_stays_open_to_a_grant_that_names_it() {
    let seam = Seam::with("august");
    let other = add(&seam, "schlage");
    let space = space(&seam, &[&seam.device_id, &other]);
    let id = grant(
        &seam,
        json!({ "space_ids": [space], "device_ids": [seam.device_id], "requested_access_methods": [{}] }),
    );
    assert_eq!(codes(&seam, &id).len(), 2, "it is named twice, and gets one code");
    seam.advance(MINUTE);
    take_out(&seam, &space, &seam.device_id);
    seam.advance(MINUTE);
    assert_eq!(methods(&seam, &id)[0]["pending_mutations"], json!([]));
    let fake = seam.fake.borrow();
    let held = [&seam.device_id, &other].map(|device| fake.count_held(device).unwrap());
    assert_eq!(held, [1, 1]);
}

#[test]
fn a_grant_is_found_by_its_key_and_given_another() {
    let seam = Seam::with("august");
    let parameters = json!({
        "device_ids": [seam.device_id], "requested_access_methods": [{}], "access_grant_key": "booking-1",
    });
    let id = grant(&seam, parameters);
    let by_key = |key: &str| seam.refused("/access_grants/get", json!({ "access_grant_key": key }));
    let found = checked(
        &seam,
        "/access_grants/get",
        json!({ "access_grant_key": "booking-1" }),
    );
    assert_eq!(found["access_grant"]["access_grant_id"], id);
    assert_eq!(by_key("booking-2"), (404, "access_grant_not_found".to_owned()));
    // Beside an ID, the key is a new one.
    checked(
        &seam,
        "/access_grants/update",
        json!({ "access_grant_id": id, "access_grant_key": "booking-2" }),
    );
    assert_eq!(read(&seam, &id)["access_grant_key"], "booking-2");
    assert_eq!(by_key("booking-1"), (404, "access_grant_not_found".to_owned()));
    // By a key alone, it stays.
    checked(
        &seam,
        "/access_grants/update",
        json!({ "access_grant_key": "booking-2", "name": "Ada" }),
    );
    assert_eq!(read(&seam, &id)["access_grant_key"], "booking-2");
    seam.advance(MINUTE);
    for path in ["/access_codes/list", "/access_methods/list"] {
        let count = |key: &str| {
            let reply = checked(&seam, path, json!({ "access_grant_key": key }));
            let list = reply.as_object().unwrap().values().find_map(Value::as_array);
            list.unwrap().len()
        };
        assert_eq!(["booking-1", "booking-2"].map(count), [0, 1], "{path}");
    }
    let reply = checked(
        &seam,
        "/events/list",
        json!({ "since": after(-1), "event_type": "access_method.issued" }),
    );
    assert_eq!(reply["events"][0]["access_grant_keys"], json!(["booking-2"]));
}

#[test]
fn a_grant_that_goes_leaves_others_alone() {
    let seam = Seam::with("august");
    let other = add(&seam, "schlage");
    let of =
        |device: &str| json!({ "device_ids": [device], "requested_access_methods": [{ "mode": "code" }] });
    let first = grant(&seam, of(&seam.device_id));
    seam.advance(MINUTE);
    checked(
        &seam,
        "/access_grants/delete",
        json!({ "access_grant_id": first }),
    );
    seam.advance(MINUTE);
    let second = grant(&seam, of(&other));
    let third = grant(&seam, of(&seam.device_id));
    checked(
        &seam,
        "/access_grants/delete",
        json!({ "access_grant_id": second }),
    );
    seam.advance(MINUTE);
    let missing = |id: &str| {
        seam.refused("/access_grants/get", json!({ "access_grant_id": id }))
            .0
    };
    assert_eq!([&first, &second].map(|id| missing(id)), [404, 404]);
    assert_eq!(methods(&seam, &third)[0]["is_issued"], true);
    assert_eq!(
        events(&seam)
            .iter()
            .filter(|name| *name == "access_grant.deleted")
            .count(),
        2
    );
}
