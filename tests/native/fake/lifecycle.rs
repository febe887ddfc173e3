//! A code's way to its lock and off it in virtual time.

use seam_edge::fake::LockControl::{self, AddCode, Battery, Delays, GoOffline, GoOnline};
use serde_json::{Value, json};

use crate::calls::{HOUR, MINUTE, SECOND, Seam, after};

fn control(seam: &Seam, control: LockControl) {
    seam.fake.borrow_mut().control(&seam.device_id, control).unwrap();
}

fn mutations(seam: &Seam, id: &str) -> Vec<String> {
    let code = seam.code(id);
    let mutations = code["pending_mutations"].as_array().unwrap().iter();
    mutations
        .map(|mutation| mutation["mutation_code"].as_str().unwrap().to_owned())
        .collect()
}

fn is_gone(seam: &Seam, id: &str) -> bool {
    let (status, _) = seam.ask(
        "/access_codes/get",
        &seam.headers(),
        &json!({ "access_code_id": id }),
    );
    status == 404
}

#[test]
fn an_ongoing_code_is_set_once_the_lock_has_taken_it() {
    let seam = Seam::with("august");
    control(
        &seam,
        Delays {
            setting: 20 * SECOND,
            removing: 10 * SECOND,
            answering: 0,
        },
    );
    let id = seam.create(json!({ "code": "4071" }));
    assert_eq!(
        (seam.status(&id).as_str(), mutations(&seam, &id)),
        ("setting", vec!["creating".into()])
    );
    seam.advance(20 * SECOND - 1);
    assert!(seam.status(&id) == "setting" && !seam.holds(&id));
    seam.advance(1);
    assert!(seam.status(&id) == "set" && seam.holds(&id) && mutations(&seam, &id).is_empty());
    seam.call("/access_codes/delete", json!({ "access_code_id": id }));
    assert_eq!(
        (seam.status(&id).as_str(), mutations(&seam, &id)),
        ("removing", vec!["deleting".into()])
    );
    seam.advance(10 * SECOND);
    assert!(is_gone(&seam, &id));
    assert_eq!(seam.fake.borrow().count_held(&seam.device_id), Ok(0));
    assert_eq!(
        seam.events_of(&id),
        [
            "access_code.created",
            "access_code.set_on_device",
            "access_code.removed_from_device",
            "access_code.deleted"
        ]
    );
}

#[test]
fn a_lock_that_keeps_schedules_has_the_code_three_days_ahead() {
    let seam = Seam::with("august");
    let id = seam.create(json!({ "starts_at": after(100 * HOUR), "ends_at": after(120 * HOUR) }));
    assert_eq!(
        (seam.status(&id).as_str(), mutations(&seam, &id)),
        ("unset", vec!["deferring_creation".into()])
    );
    assert_eq!(
        seam.code(&id)["pending_mutations"][0]["scheduled_at"],
        json!(after(28 * HOUR))
    );
    seam.advance(28 * HOUR - 1);
    assert_eq!(mutations(&seam, &id), ["deferring_creation"]);
    seam.advance(MINUTE);
    let code = seam.code(&id);
    assert_eq!(
        (code["status"].as_str(), &code["is_scheduled_on_device"]),
        (Some("unset"), &json!(true))
    );
    assert!(seam.holds(&id) && mutations(&seam, &id).is_empty());
    // On the lock is not yet open.
    let pin = code["code"].as_str().unwrap().to_owned();
    let enter = || seam.fake.borrow_mut().enter(&seam.device_id, &pin).unwrap();
    assert!(!enter());
    // The lock opens by its own clock, whether Seam reaches it or not.
    control(&seam, GoOffline);
    seam.advance(72 * HOUR);
    assert_eq!(seam.status(&id), "set");
    assert!(enter());
    control(&seam, GoOnline);
    seam.advance(20 * HOUR + MINUTE);
    assert!(is_gone(&seam, &id) && !enter());
    assert_eq!(
        seam.events_of(&id),
        [
            "access_code.created",
            "access_code.scheduled_on_device",
            "access_code.set_on_device",
            "lock.unlocked",
            "access_code.removed_from_device",
            "access_code.deleted"
        ]
    );
}

#[test]
fn any_other_lock_is_programmed_in_the_hour_before() {
    for (brand, extra) in [
        ("smartthings", json!({})),
        ("august", json!({ "prefer_native_scheduling": false })),
    ] {
        let seam = Seam::with(brand);
        let mut parameters = json!({ "starts_at": after(100 * HOUR), "ends_at": after(120 * HOUR) });
        parameters
            .as_object_mut()
            .unwrap()
            .extend(extra.as_object().unwrap().clone());
        let id = seam.create(parameters);
        seam.advance(99 * HOUR - 1);
        assert_eq!(
            (seam.status(&id).as_str(), seam.holds(&id)),
            ("unset", false),
            "{brand}"
        );
        seam.advance(1);
        assert_eq!(seam.status(&id), "setting");
        seam.advance(MINUTE);
        assert_eq!((seam.status(&id).as_str(), seam.holds(&id)), ("setting", true));
        seam.advance(HOUR);
        assert_eq!(seam.status(&id), "set");
    }
}

#[test]
fn an_update_reaches_the_lock_after_its_delay() {
    let seam = Seam::with("august");
    let id = seam.create(json!({ "code": "4071" }));
    seam.advance(MINUTE);
    let opens = |pin: &str| seam.fake.borrow_mut().enter(&seam.device_id, pin).unwrap();
    seam.call(
        "/access_codes/update",
        json!({ "access_code_id": id, "code": "5190", "name": "Anna" }),
    );
    assert_eq!(
        (seam.status(&id).as_str(), mutations(&seam, &id)),
        ("setting", vec!["updating_code".into(), "updating_name".into()])
    );
    let mutation = seam.code(&id)["pending_mutations"][0].clone();
    assert_eq!(
        (&mutation["from"], &mutation["to"]),
        (&json!({ "code": "4071" }), &json!({ "code": "5190" }))
    );
    assert!(opens("4071") && !opens("5190"));
    seam.advance(MINUTE);
    assert!(seam.status(&id) == "set" && !opens("4071") && opens("5190"));
    seam.call(
        "/access_codes/update",
        json!({ "access_code_id": id, "starts_at": after(200 * HOUR), "ends_at": after(210 * HOUR) }),
    );
    seam.advance(MINUTE);
    assert!(seam.code(&id)["type"] == "time_bound" && !opens("5190"));
    seam.call(
        "/access_codes/update",
        json!({ "access_code_id": id, "type": "ongoing" }),
    );
    seam.advance(MINUTE);
    let code = seam.code(&id);
    assert_eq!(
        (code["type"].as_str(), &code["starts_at"], code["status"].as_str()),
        (Some("ongoing"), &Value::Null, Some("set"))
    );
    assert!(opens("5190"));
}

#[test]
fn a_provider_that_makes_the_pin_tells_it_when_the_code_is_set() {
    let seam = Seam::with("salto_ks");
    let id = seam.create(json!({}));
    let code = seam.code(&id);
    assert_eq!(
        (&code["code"], &code["is_waiting_for_code_assignment"]),
        (&Value::Null, &json!(true))
    );
    seam.advance(MINUTE);
    let code = seam.code(&id);
    assert_eq!(
        (
            code["code"].as_str().map(str::len),
            &code["is_waiting_for_code_assignment"]
        ),
        (Some(6), &json!(false))
    );
    assert!(seam.status(&id) == "set" && seam.holds(&id));
}

#[test]
fn a_spare_opens_the_door_where_the_code_does_not() {
    let seam = Seam::with("august");
    control(&seam, GoOffline);
    let stay =
        json!({ "starts_at": after(-HOUR), "ends_at": after(HOUR), "use_backup_access_code_pool": true });
    let id = seam.create(stay);
    let pull = || {
        seam.call(
            "/access_codes/pull_backup_access_code",
            json!({ "access_code_id": id }),
        )
    };
    let spare = pull()["backup_access_code"].clone();
    assert_eq!(pull()["backup_access_code"], spare);
    assert!(
        seam.fake
            .borrow_mut()
            .enter(&seam.device_id, spare["code"].as_str().unwrap())
            .unwrap()
    );
    assert_eq!(
        seam.issues(&id, "warnings", "warning_code"),
        ["using_backup_access_code"]
    );
    let ongoing = seam.create(json!({}));
    let refused = seam.refused(
        "/access_codes/pull_backup_access_code",
        json!({ "access_code_id": ongoing }),
    );
    assert_eq!(refused, (400, "access_code_not_time_bound".into()));
}

#[test]
fn codes_of_strangers_are_listed_taken_over_and_deleted() {
    let seam = Seam::with("august");
    control(
        &seam,
        AddCode {
            name: "Cleaner".into(),
            code: "9137".into(),
        },
    );
    let list = || {
        seam.call(
            "/access_codes/unmanaged/list",
            json!({ "device_id": seam.device_id }),
        )["access_codes"]
            .clone()
    };
    let stranger = list()[0].clone();
    assert_eq!(
        (stranger["code"].as_str(), &stranger["is_managed"]),
        (Some("9137"), &json!(false))
    );
    let id = stranger["access_code_id"].as_str().unwrap();
    seam.call(
        "/access_codes/unmanaged/convert_to_managed",
        json!({ "access_code_id": id }),
    );
    assert!(list() == json!([]) && seam.status(id) == "set" && seam.holds(id));
    seam.call(
        "/access_codes/update",
        json!({ "access_code_id": id, "is_managed": false }),
    );
    assert_eq!(list()[0]["access_code_id"], id);
    seam.call("/access_codes/unmanaged/delete", json!({ "access_code_id": id }));
    assert_eq!(
        (list(), seam.fake.borrow().count_held(&seam.device_id)),
        (json!([]), Ok(0))
    );

    let igloohome = Seam::with("igloohome");
    control(
        &igloohome,
        AddCode {
            name: "Cleaner".into(),
            code: "9137".into(),
        },
    );
    let listed = igloohome.call(
        "/access_codes/unmanaged/list",
        json!({ "device_id": igloohome.device_id }),
    );
    let id = listed["access_codes"][0]["access_code_id"].clone();
    let refused = igloohome.refused(
        "/access_codes/unmanaged/convert_to_managed",
        json!({ "access_code_id": id }),
    );
    assert_eq!(refused, (400, "invalid_input".into()));
    let kwikset = Seam::with("kwikset");
    control(
        &kwikset,
        AddCode {
            name: "Cleaner".into(),
            code: "9137".into(),
        },
    );
    let listed = kwikset.call(
        "/access_codes/unmanaged/list",
        json!({ "device_id": kwikset.device_id }),
    );
    assert_eq!(listed["access_codes"], json!([]));
}

#[test]
fn doors_and_batteries_are_told_of() {
    let seam = Seam::with("august");
    let begun = seam.call("/locks/unlock_door", json!({ "device_id": seam.device_id }));
    seam.advance(SECOND);
    let attempt = json!({ "action_attempt_id": begun["action_attempt"]["action_attempt_id"] });
    let ended = seam.call("/action_attempts/get", attempt)["action_attempt"].clone();
    assert_eq!(
        (ended["status"].as_str(), &ended["result"]),
        (Some("success"), &json!({ "was_confirmed_by_device": true }))
    );
    let synchronous = seam.call(
        "/locks/lock_door",
        json!({ "device_id": seam.device_id, "sync": true }),
    );
    assert_eq!(synchronous["action_attempt"]["status"], "success");
    control(&seam, Battery(0.2));
    control(&seam, LockControl::Turn { is_locked: false });
    let device = seam.call("/devices/get", json!({ "device_id": seam.device_id }))["device"].clone();
    assert_eq!(
        (
            &device["properties"]["locked"],
            &device["properties"]["battery"]["status"]
        ),
        (&json!(false), &json!("low"))
    );
    let events = seam.call(
        "/events/list",
        json!({ "since": after(-1), "device_id": seam.device_id }),
    )["events"]
        .clone();
    let types: Vec<&str> = events
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["event_type"].as_str().unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "device.added",
            "lock.unlocked",
            "action_attempt.unlock_door.succeeded",
            "lock.locked",
            "action_attempt.lock_door.succeeded",
            "device.battery_status_changed",
            "device.low_battery",
            "lock.unlocked"
        ]
    );
}

#[test]
fn time_runs_the_same_in_one_stride_and_in_many() {
    let run = |stride: i64| {
        let seam = Seam::with("nuki");
        seam.create(json!({ "starts_at": after(80 * HOUR), "ends_at": after(90 * HOUR) }));
        seam.create(json!({}));
        control(&seam, GoOffline);
        for _ in 0..100 * HOUR / stride {
            seam.advance(stride);
        }
        seam.call("/events/list", json!({ "since": after(-1) }))["events"].clone()
    };
    assert_eq!(run(100 * HOUR), run(MINUTE));
}
