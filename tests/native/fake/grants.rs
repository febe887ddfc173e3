//! Access grants of the fake: which access methods a grant gets, how far each is, and what a lock that fails does to them.

use seam_edge::api;
use seam_edge::fake::{LockControl, NewDevice};
use seam_edge::schema::check;
use serde_json::{Value, json};

use crate::calls::{MINUTE, SECOND, Seam, after};

/// Another lock of a brand; its ID.
pub(crate) fn add(seam: &Seam, brand: &str) -> String {
    let new = NewDevice {
        brand: brand.to_owned(),
        ..NewDevice::default()
    };
    seam.fake.borrow_mut().add_device(new).unwrap()
}

/// What a path replies, held to our schema.
pub(crate) fn checked(seam: &Seam, path: &str, parameters: Value) -> Value {
    let reply = seam.call(path, parameters);
    let fields = api::endpoint(path).unwrap().reply.fields();
    let findings = check::reply(&reply.to_string(), fields).unwrap();
    assert_eq!(findings.issues, [], "{path}: {reply}");
    reply
}

/// A grant; its ID.
pub(crate) fn grant(seam: &Seam, mut parameters: Value) -> String {
    parameters["user_identity"] = json!({ "full_name": "Anna" });
    let reply = checked(seam, "/access_grants/create", parameters);
    reply["access_grant"]["access_grant_id"]
        .as_str()
        .unwrap()
        .to_owned()
}

pub(crate) fn methods(seam: &Seam, id: &str) -> Vec<Value> {
    let reply = checked(seam, "/access_methods/list", json!({ "access_grant_id": id }));
    reply["access_methods"].as_array().unwrap().clone()
}

pub(crate) fn read(seam: &Seam, id: &str) -> Value {
    checked(seam, "/access_grants/get", json!({ "access_grant_id": id }))["access_grant"].clone()
}

/// The codes of the items of a list.
pub(crate) fn names(resource: &Value, list: &str, key: &str) -> Vec<String> {
    let items = resource[list].as_array().unwrap().iter();
    items.map(|item| item[key].as_str().unwrap().to_owned()).collect()
}

pub(crate) fn events(seam: &Seam) -> Vec<String> {
    let reply = checked(seam, "/events/list", json!({ "since": after(-1) }));
    let events = reply["events"].as_array().unwrap().iter();
    let types = events.map(|event| event["event_type"].as_str().unwrap().to_owned());
    types
        .filter(|name| name.starts_with("access_grant") || name.starts_with("access_method"))
        .collect()
}

#[test]
fn a_pin_is_issued_when_every_lock_has_it() {
    let seam = Seam::with("august");
    let other = add(&seam, "schlage");
    let slow = LockControl::Delays {
        setting: MINUTE,
        removing: SECOND,
        answering: 0,
    };
    seam.fake.borrow_mut().control(&other, slow).unwrap();
    let id = grant(
        &seam,
        json!({ "device_ids": [seam.device_id, other], "requested_access_methods": [{ "mode": "code" }] }),
    );
    let method = &methods(&seam, &id)[0];
    assert_eq!(method["is_issued"], false);
    assert_eq!(
        method["pending_mutations"][0]["to"]["device_ids"],
        json!([seam.device_id, other])
    );
    seam.advance(10 * SECOND);
    let method = &methods(&seam, &id)[0];
    assert_eq!(method["is_issued"], false);
    assert_eq!(
        method["pending_mutations"][0]["from"]["device_ids"],
        json!([seam.device_id])
    );
    assert_eq!(method["pending_mutations"][0]["created_at"], after(0));
    seam.advance(MINUTE);
    let method = &methods(&seam, &id)[0];
    assert_eq!(
        (&method["is_issued"], &method["issued_at"]),
        (&json!(true), &json!(after(MINUTE)))
    );
    let codes = seam.call("/access_codes/list", json!({ "access_grant_id": id }));
    let codes = codes["access_codes"].as_array().unwrap();
    assert_eq!(codes.len(), 2);
    for code in codes {
        assert_eq!(code["code"], method["code"]);
        let text = |key: &str| code[key].as_str().unwrap().to_owned();
        let fake = seam.fake.borrow();
        assert!(
            fake.holds(&text("device_id"), &text("access_code_id"), &text("code"))
                .unwrap()
        );
    }
    assert_eq!(
        events(&seam),
        [
            "access_grant.created",
            "access_method.created",
            "access_method.issued"
        ]
    );
}

#[test]
fn a_grant_goes_when_its_codes_are_off_their_locks() {
    let seam = Seam::with("august");
    let id = grant(
        &seam,
        json!({ "device_ids": [seam.device_id], "requested_access_methods": [{ "mode": "code" }] }),
    );
    seam.advance(MINUTE);
    assert_eq!(seam.fake.borrow().count_held(&seam.device_id).unwrap(), 1);
    // Once more changes nothing.
    for _ in 0..2 {
        checked(&seam, "/access_grants/delete", json!({ "access_grant_id": id }));
    }
    assert_eq!(
        names(&read(&seam, &id), "warnings", "warning_code"),
        ["being_deleted"]
    );
    assert_eq!(
        names(&methods(&seam, &id)[0], "warnings", "warning_code"),
        ["being_deleted"]
    );
    seam.advance(MINUTE);
    assert_eq!(
        seam.refused("/access_grants/get", json!({ "access_grant_id": id })),
        (404, "access_grant_not_found".to_owned())
    );
    assert_eq!(seam.fake.borrow().count_held(&seam.device_id).unwrap(), 0);
    assert_eq!(events(&seam).last().unwrap(), "access_grant.deleted");
}

#[test]
fn what_a_lock_does_wrong_reaches_the_grant() {
    let seam = Seam::with("august");
    seam.fake
        .borrow_mut()
        .control(&seam.device_id, LockControl::GoOffline)
        .unwrap();
    let id = grant(
        &seam,
        json!({ "device_ids": [seam.device_id], "requested_access_methods": [{ "mode": "code" }] }),
    );
    seam.advance(6 * MINUTE);
    assert_eq!(
        names(&methods(&seam, &id)[0], "warnings", "warning_code"),
        ["delay_in_issuing"]
    );
    seam.advance(20 * MINUTE);
    assert_eq!(
        names(&methods(&seam, &id)[0], "errors", "error_code"),
        ["failed_to_issue"]
    );
    seam.fake
        .borrow_mut()
        .control(&seam.device_id, LockControl::GoOnline)
        .unwrap();
    seam.advance(MINUTE);
    let method = &methods(&seam, &id)[0];
    assert_eq!(
        (&method["is_issued"], &method["errors"]),
        (&json!(true), &json!([]))
    );
    let code = seam.call("/access_codes/list", json!({ "access_grant_id": id }))["access_codes"][0].clone();
    let lost = LockControl::DeleteCode {
        access_code_id: code["access_code_id"].as_str().unwrap().to_owned(),
    };
    seam.fake.borrow_mut().control(&seam.device_id, lost).unwrap();
    assert_eq!(methods(&seam, &id)[0]["is_issued"], false);
    seam.advance(MINUTE);
    assert_eq!(methods(&seam, &id)[0]["is_issued"], true);
    let told = events(&seam);
    for event in [
        "access_method.delay_in_issuing",
        "access_method.failed_to_issue",
        "access_method.reissued",
    ] {
        assert!(told.iter().any(|name| name == event), "{event} {told:?}");
    }
}

#[test]
fn a_lock_that_does_not_take_the_pin_gets_another_and_the_grant_says_so() {
    let seam = Seam::with("august");
    let other = add(&seam, "august");
    seam.create(json!({ "code": "4071" }));
    let requested = json!([{ "mode": "code", "code": "4071" }]);
    let id = grant(
        &seam,
        json!({ "device_ids": [seam.device_id, other], "requested_access_methods": requested }),
    );
    let warning = read(&seam, &id)["warnings"][0].clone();
    assert_eq!(warning["warning_code"], "requested_code_unavailable");
    assert_eq!(
        (&warning["device_id"], &warning["original_code"]),
        (&json!(seam.device_id), &json!("4071"))
    );
    let codes: Vec<Value> = methods(&seam, &id)
        .iter()
        .map(|method| method["code"].clone())
        .collect();
    assert_eq!(codes, [warning["new_code"].clone(), json!("4071")]);
}

#[test]
fn keys_are_issued_after_a_while_and_cards_wait_for_an_encoder() {
    let seam = Seam::with("august");
    let requested = json!([{ "mode": "mobile_key" }, { "mode": "card" }]);
    let id = grant(
        &seam,
        json!({ "device_ids": [seam.device_id], "requested_access_methods": requested }),
    );
    seam.advance(MINUTE);
    let all = methods(&seam, &id);
    assert_eq!(
        (&all[0]["is_issued"], &all[0]["issued_at"]),
        (&json!(true), &json!(after(5 * SECOND)))
    );
    assert!(all[0]["instant_key_url"].is_string());
    assert_eq!(
        (&all[1]["is_issued"], &all[1]["is_ready_for_encoding"]),
        (&json!(false), &json!(true))
    );
    assert!(events(&seam).contains(&"access_method.card_encoding_required".to_owned()));
}

#[test]
fn a_card_is_issued_when_it_was_encoded() {
    let seam = Seam::with("august");
    let id = grant(
        &seam,
        json!({ "device_ids": [seam.device_id], "requested_access_methods": [{ "mode": "card" }, { "mode": "code" }] }),
    );
    let method_id = methods(&seam, &id)[0]["access_method_id"].clone();
    let encode = json!({ "access_method_id": method_id, "acs_encoder_id": "e" });
    assert_eq!(
        seam.refused("/access_methods/encode", encode.clone()),
        (400, "invalid_input".to_owned())
    );
    seam.advance(10 * SECOND);
    let attempt = checked(&seam, "/access_methods/encode", encode)["action_attempt"].clone();
    let are_issued = || -> Vec<Value> {
        let all = methods(&seam, &id);
        all.iter().map(|method| method["is_issued"].clone()).collect()
    };
    assert_eq!(are_issued(), [json!(false), json!(true)]);
    assert_eq!(read(&seam, &id)["display_status"], "Pending");
    seam.advance(2 * SECOND);
    let by_id = json!({ "action_attempt_id": attempt["action_attempt_id"] });
    let attempt = checked(&seam, "/action_attempts/get", by_id)["action_attempt"].clone();
    assert_eq!(
        (&attempt["status"], &attempt["result"]["access_method"]),
        (&json!("success"), &json!("card"))
    );
    assert_eq!(are_issued(), [json!(true), json!(true)]);
    assert_eq!(read(&seam, &id)["display_status"], "Issued");
}

#[test]
fn what_belongs_together_is_found_by_kind() {
    let seam = Seam::with("august");
    let space = checked(
        &seam,
        "/spaces/create",
        json!({ "name": "House", "space_key": "h", "device_ids": [seam.device_id] }),
    );
    let space_id = space["space"]["space_id"].clone();
    let id = grant(
        &seam,
        json!({ "space_keys": ["h"], "requested_access_methods": [{}] }),
    );
    let method_id = methods(&seam, &id)[0]["access_method_id"].clone();
    let found = |path: &str, parameters: Value| -> Vec<String> {
        let reply = checked(&seam, path, parameters);
        let batch = reply["batch"].as_object().unwrap().iter();
        batch
            .map(|(key, items)| format!("{key} {}", items.as_array().unwrap().len()))
            .collect()
    };
    let nothing_of = ["acs_access_groups 0", "acs_entrances 0", "acs_systems 0"];
    let of_grant = found(
        "/access_grants/get_related",
        json!({ "access_grant_ids": [id], "exclude": ["acs_entrances", "acs_systems", "acs_access_groups"] }),
    );
    assert_eq!(
        of_grant,
        [
            "access_methods 1",
            "connected_accounts 1",
            "devices 1",
            "spaces 1",
            "user_identities 1"
        ]
    );
    let of_grant = found(
        "/access_grants/get_related",
        json!({ "access_grant_ids": [id], "include": ["acs_entrances", "acs_systems", "acs_access_groups"] }),
    );
    assert_eq!(of_grant, nothing_of);
    let of_method = found(
        "/access_methods/get_related",
        json!({ "access_method_ids": [method_id], "include": ["access_grants", "devices", "spaces"] }),
    );
    assert_eq!(of_method, ["access_grants 1", "devices 1", "spaces 1"]);
    let of_space = found(
        "/spaces/get_related",
        json!({ "space_ids": [space_id], "include": ["access_methods", "devices"] }),
    );
    assert_eq!(of_space, ["access_methods 1", "devices 1"]);
    let none = json!({ "access_grant_ids": ["x"], "include": ["devices"] });
    assert_eq!(found("/access_grants/get_related", none), ["devices 0"]);
}
