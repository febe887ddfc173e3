//! What issues about a device say, to the letter: why it cannot take codes now, and which of its warnings speak of what.

use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::zone::NoZones;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::value::Value;
use serde_json::{Value as Json, json};

fn messages(device: &Json) -> Vec<String> {
    let (device, parameters) = (device.to_string(), json!({ "device_id": "a" }).to_string());
    let (device, parameters) = (
        Value::read(&device).ok().unwrap(),
        Value::read(&parameters).ok().unwrap(),
    );
    let issues = check_access_code(&Situation {
        wanted: Wanted::new(&parameters, &[]),
        device: &device,
        existing: &[],
        now: 0,
        zones: &NoZones,
    });
    issues.into_iter().map(|issue| issue.message).collect()
}

/// Why a device with these properties cannot be given codes now.
fn reasons(properties: &Json) -> String {
    let device = json!({ "can_program_online_access_codes": false, "properties": properties });
    let told = messages(&device).remove(0);
    told.strip_prefix("this device cannot be given access codes now: ")
        .unwrap()
        .to_owned()
}

#[test]
fn tells_why_no_code_is_possible_now() {
    let unsaid = "it does not say why, as when a keypad, a hub or a subscription is missing";
    let keypad = |built_in: bool, can_connect: bool| json!({ "model": { "has_built_in_keypad": built_in, "can_connect_accessory_keypad": can_connect } });
    for (properties, reason) in [
        (json!({}), unsaid),
        (
            json!({ "accessory_keypad": { "is_connected": false } }),
            "its keypad is not connected",
        ),
        (json!({ "accessory_keypad": { "is_connected": true } }), unsaid),
        (
            json!({ "august_metadata": { "has_keypad": false } }),
            "it has no keypad",
        ),
        (
            json!({ "nuki_metadata": { "keypad_paired": false } }),
            "its keypad is not paired",
        ),
        (
            json!({ "nuki_metadata": { "keypad_2_paired": false } }),
            "its keypad is not paired",
        ),
        (
            json!({ "nuki_metadata": { "keypad_paired": false, "keypad_2_paired": false } }),
            "its keypad is not paired",
        ),
        (
            json!({ "nuki_metadata": { "keypad_paired": false, "keypad_2_paired": true } }),
            unsaid,
        ),
        (
            json!({ "nuki_metadata": { "keypad_paired": true, "keypad_2_paired": false } }),
            unsaid,
        ),
        (json!({ "nuki_metadata": {} }), unsaid),
        (
            json!({ "ttlock_metadata": { "features": { "passcode": false } } }),
            "it takes no PINs",
        ),
        (
            json!({ "ttlock_metadata": { "features": { "passcode": true } } }),
            unsaid,
        ),
        (
            json!({ "igloohome_metadata": { "is_accessory_keypad_linked_to_bridge": false } }),
            "its keypad is not linked to the bridge",
        ),
        (json!({ "online": false }), "it is offline"),
        (keypad(false, true), "it needs an accessory keypad"),
        (keypad(true, true), unsaid),
        (keypad(false, false), unsaid),
    ] {
        assert_eq!(reasons(&properties), reason, "{properties}");
    }
    let mut connected = keypad(false, true);
    connected["accessory_keypad"] = json!({ "is_connected": true });
    assert_eq!(reasons(&connected), unsaid);
}

#[test]
fn tells_all_reasons_and_what_the_device_says_itself() {
    let device = json!({
        "can_program_online_access_codes": false,
        "properties": { "online": false, "accessory_keypad": { "is_connected": false } },
        "errors": [{ "error_code": "hub_disconnected" }],
        "warnings": [{ "warning_code": "accessory_keypad_setup_required" }],
    });
    assert_eq!(
        messages(&device)[0],
        "this device cannot be given access codes now: its keypad is not connected, it is offline, hub_disconnected, \
         accessory_keypad_setup_required"
    );
}

#[test]
fn tells_warnings_apart() {
    let of = |code| messages(&json!({ "warnings": [{ "warning_code": code }] }));
    assert_eq!(
        of("privacy_mode"),
        ["no code opens the lock now: the device has the warning `privacy_mode`"]
    );
    assert_eq!(
        of("max_access_codes_reached"),
        ["the device says that it has no room for another code"]
    );
    assert_eq!(
        of("power_saving_mode"),
        ["the device has the warning `power_saving_mode`"]
    );
}
