//! What locks, accounts and providers do wrong on command, and what becomes of codes then.

use seam_edge::fake::LockControl::{
    self, AcceptCodes, AddCode, ChangeCode, DeleteCode, GoOffline, GoOnline, RefuseCodes, Slots,
};
use serde_json::json;

use crate::calls::{HOUR, MINUTE, Seam, after};

fn control(seam: &Seam, control: LockControl) {
    seam.fake.borrow_mut().control(&seam.device_id, control).unwrap();
}

fn is_gone(seam: &Seam, id: &str) -> bool {
    let (status, _) = seam.ask(
        "/access_codes/get",
        &seam.headers(),
        &json!({ "access_code_id": id }),
    );
    status == 404
}

fn account(seam: &Seam) -> String {
    let device = seam.call("/devices/get", json!({ "device_id": seam.device_id }));
    device["device"]["connected_account_id"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_lock_that_is_offline_gets_its_codes_when_it_is_back() {
    let seam = Seam::with("august");
    control(&seam, GoOffline);
    let device = seam.call("/devices/get", json!({ "device_id": seam.device_id }))["device"].clone();
    assert_eq!(device["properties"]["online"], false);
    assert_eq!(device["errors"][0]["error_code"], "device_disconnected");
    let id = seam.create(json!({}));
    seam.advance(5 * MINUTE);
    assert_eq!(
        seam.issues(&id, "warnings", "warning_code"),
        ["delay_in_setting_on_device"]
    );
    seam.advance(10 * MINUTE);
    assert_eq!(
        seam.issues(&id, "errors", "error_code"),
        ["failed_to_set_on_device", "device_disconnected"]
    );
    control(&seam, GoOnline);
    seam.advance(MINUTE);
    let code = seam.code(&id);
    assert_eq!(
        (code["status"].as_str(), &code["errors"], &code["warnings"]),
        (Some("set"), &json!([]), &json!([]))
    );
    assert!(seam.holds(&id));

    control(&seam, GoOffline);
    seam.call("/access_codes/delete", json!({ "access_code_id": id }));
    seam.advance(HOUR);
    assert_eq!(seam.status(&id), "removing");
    assert!(
        seam.issues(&id, "errors", "error_code")
            .contains(&"failed_to_remove_from_device".into())
    );
    assert_eq!(seam.fake.borrow().count_held(&seam.device_id), Ok(1));
    control(&seam, GoOnline);
    seam.advance(MINUTE);
    assert!(is_gone(&seam, &id));
    let events = seam.events_of(&id);
    for wanted in [
        "delay_in_setting_on_device",
        "failed_to_set_on_device",
        "set_on_device",
        "delay_in_removing_from_device",
        "failed_to_remove_from_device",
        "deleted",
    ] {
        let count = events
            .iter()
            .filter(|event| **event == format!("access_code.{wanted}"))
            .count();
        assert_eq!(count, 1, "{wanted}: {events:?}");
    }
}

#[test]
fn a_full_lock_takes_the_code_when_there_is_room() {
    let seam = Seam::with("august");
    control(&seam, Slots(1));
    control(
        &seam,
        AddCode {
            name: "Cleaner".into(),
            code: "9137".into(),
        },
    );
    let id = seam.create(json!({}));
    seam.advance(MINUTE);
    let errors = seam.issues(&id, "errors", "error_code");
    assert_eq!(
        errors,
        ["no_space_for_access_code_on_device", "failed_to_set_on_device"]
    );
    control(&seam, Slots(2));
    seam.advance(2 * MINUTE);
    assert!(seam.status(&id) == "set" && seam.holds(&id));
    assert!(seam.issues(&id, "errors", "error_code").is_empty());
}

#[test]
fn a_lock_that_refuses_a_pin_is_not_asked_again_until_the_pin_changes() {
    let seam = Seam::with("august");
    control(&seam, RefuseCodes);
    let id = seam.create(json!({ "code": "4071" }));
    seam.advance(HOUR);
    let errors = seam.issues(&id, "errors", "error_code");
    assert_eq!(errors, ["code_constraints_violated", "failed_to_set_on_device"]);
    seam.advance(24 * HOUR);
    assert_eq!(seam.status(&id), "setting");
    control(&seam, AcceptCodes);
    seam.advance(MINUTE);
    assert!(seam.status(&id) == "set" && seam.holds(&id));
}

#[test]
fn what_is_changed_at_the_keypad_is_put_right_or_kept() {
    let seam = Seam::with("august");
    let id = seam.create(json!({ "code": "4071" }));
    seam.advance(MINUTE);
    let change = |code: &str| ChangeCode {
        access_code_id: id.clone(),
        code: code.into(),
    };
    // Seam sees nothing of it while the lock is offline.
    control(&seam, GoOffline);
    control(&seam, change("9999"));
    seam.advance(HOUR);
    assert!(seam.status(&id) == "set" && !seam.holds(&id));
    control(&seam, GoOnline);
    assert_eq!(seam.status(&id), "setting");
    assert_eq!(
        seam.issues(&id, "errors", "error_code"),
        ["conflicting_external_modification"]
    );
    seam.advance(MINUTE);
    assert!(seam.status(&id) == "set" && seam.holds(&id));
    control(
        &seam,
        DeleteCode {
            access_code_id: id.clone(),
        },
    );
    assert_eq!(seam.code(&id)["errors"][0]["change_type"], "removed");
    seam.advance(MINUTE);
    assert!(seam.status(&id) == "set" && seam.holds(&id));

    seam.call(
        "/access_codes/update",
        json!({ "access_code_id": id, "is_external_modification_allowed": true }),
    );
    control(&seam, change("8888"));
    assert_eq!(
        seam.issues(&id, "warnings", "warning_code"),
        ["external_modification_in_effect"]
    );
    assert_eq!(
        (seam.code(&id)["code"].as_str(), seam.status(&id).as_str()),
        (Some("8888"), "set")
    );
    let events = seam.events_of(&id);
    assert_eq!(
        events
            .iter()
            .filter(|event| event.ends_with("modified_external_to_seam"))
            .count(),
        2
    );
    assert_eq!(
        events
            .iter()
            .filter(|event| event.ends_with("deleted_external_to_seam"))
            .count(),
        1
    );
}

#[test]
fn without_the_account_nothing_is_known_of_the_codes() {
    let seam = Seam::with("august");
    let id = seam.create(json!({}));
    seam.advance(MINUTE);
    let account = account(&seam);
    seam.call(
        "/connected_accounts/simulate/disconnect",
        json!({ "connected_account_id": account }),
    );
    assert_eq!(seam.status(&id), "unknown");
    assert_eq!(seam.issues(&id, "errors", "error_code"), ["account_disconnected"]);
    let late = seam.create(json!({}));
    seam.advance(HOUR);
    assert_eq!(seam.status(&late), "setting");
    seam.fake.borrow_mut().set_connected(&account, true).unwrap();
    seam.advance(MINUTE);
    assert_eq!(
        (seam.status(&id), seam.status(&late)),
        ("set".into(), "set".into())
    );
}

#[test]
fn an_outage_of_the_provider_stops_its_locks() {
    let seam = Seam::with("august");
    seam.fake.borrow_mut().set_available("august", false).unwrap();
    let id = seam.create(json!({}));
    let attempt =
        seam.call("/locks/unlock_door", json!({ "device_id": seam.device_id }))["action_attempt"].clone();
    assert_eq!(attempt["status"], "pending");
    seam.advance(MINUTE);
    assert_eq!(seam.status(&id), "setting");
    let attempt = json!({ "action_attempt_id": attempt["action_attempt_id"] });
    let ended = seam.call("/action_attempts/get", attempt)["action_attempt"].clone();
    assert_eq!(ended["error"]["type"], "provider_service_unavailable");
    seam.fake.borrow_mut().set_available("august", true).unwrap();
    seam.advance(MINUTE);
    assert_eq!(seam.status(&id), "set");
}

#[test]
fn events_may_be_late_and_out_of_order_but_none_is_lost() {
    let seam = Seam::with("august");
    seam.fake.borrow_mut().delay_events(120_000);
    let ids: Vec<String> = (0..10).map(|_| seam.create(json!({}))).collect();
    let list = || {
        seam.call("/events/list", json!({ "since": after(-1) }))["events"]
            .as_array()
            .unwrap()
            .clone()
    };
    let at_once = list().len();
    seam.advance(3 * MINUTE);
    let all = list();
    let of_codes = all
        .iter()
        .filter(|event| ids.iter().any(|id| event["access_code_id"] == json!(id)))
        .count();
    assert!(at_once < all.len() && of_codes == 20, "{at_once} {of_codes}");
    let instants: Vec<&str> = all
        .iter()
        .map(|event| event["created_at"].as_str().unwrap())
        .collect();
    assert!(!instants.is_sorted());
}
