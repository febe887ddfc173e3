//! What issues say, to the letter: what is allowed is in them, and a PIN is not.

use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::zone::NoZones;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::value::Value;
use serde_json::{Value as Json, json};

/// The messages about parameters of a call, a device's properties and the codes on it.
fn messages(parameters: &Json, properties: &Json, existing: &Json) -> Vec<String> {
    let device = json!({ "can_program_online_access_codes": true, "properties": properties }).to_string();
    let (parameters, existing) = (parameters.to_string(), existing.to_string());
    let read = |text| Value::read(text).ok().unwrap();
    let (device, parameters, existing) = (read(&device), read(&parameters), read(&existing));
    let issues = check_access_code(&Situation {
        wanted: Wanted::new(&parameters, existing.items()),
        device: &device,
        existing: existing.items(),
        now: 0,
        zones: &NoZones,
    });
    issues.into_iter().map(|issue| issue.message).collect()
}

fn constraint(name: &str) -> Json {
    json!({ "code_constraints": [{ "constraint_type": name }] })
}

#[test]
fn lengths_of_pins() {
    let of = |parameters, lengths| {
        messages(
            &parameters,
            &json!({ "supported_code_lengths": lengths }),
            &json!([]),
        )
    };
    let code = json!({ "code": "27364" });
    assert_eq!(
        of(code.clone(), json!([6])),
        ["`code` has 5 digits, the device takes 6"]
    );
    assert_eq!(
        of(code.clone(), json!([4, 6])),
        ["`code` has 5 digits, the device takes 4 or 6"]
    );
    assert_eq!(
        of(code, json!([4, 6, 8])),
        ["`code` has 5 digits, the device takes 4, 6 or 8"]
    );
    assert_eq!(
        of(json!({ "preferred_code_length": 5 }), json!([4, 6])),
        ["the device takes codes of 4 or 6 digits only: Seam will take the shortest of these lengths"]
    );
}

#[test]
fn constraints_on_digits() {
    let of = |code: &str, name| messages(&json!({ "code": code }), &constraint(name), &json!([]));
    assert_eq!(
        of("2700", "no_zeros"),
        ["`code` breaks `no_zeros`: it has to do without the digit 0"]
    );
    assert_eq!(
        of("1135", "unique_first_four_digits"),
        [
            "`code` may break `unique_first_four_digits`, which locks read in different ways: it has to start with four different \
          digits, with which no other code on the device starts"
        ]
    );
}

#[test]
fn constraints_that_are_not_known() {
    assert_eq!(
        messages(&json!({}), &constraint("moon_is_full"), &json!([])),
        ["the device has the constraint `moon_is_full`, which is not known here and was not checked"]
    );
}

#[test]
fn the_set_of_an_account() {
    let of = |existing| {
        messages(
            &json!({ "code": "2736" }),
            &constraint("pin_code_matches_existing_set"),
            &existing,
        )
    };
    let begin = "`code` has to be a PIN that is already used in the account: ";
    assert_eq!(
        of(json!([])),
        [format!("{begin}there were no existing codes to compare it with")]
    );
    assert_eq!(
        of(json!([{ "code": "2737" }])),
        [format!("{begin}it is none of the existing codes that were given")]
    );
}

#[test]
fn lengths_of_names() {
    let limits = json!({ "code_constraints": [{ "constraint_type": "name_length", "min_length": 2, "max_length": 14 }] });
    let of = |name: &str| messages(&json!({ "name": name }), &limits, &json!([]));
    assert_eq!(of("a"), ["`name` has 1 of at least 2 characters"]);
    assert_eq!(
        of("Anna Smith from afar"),
        ["`name` has 20 of at most 14 characters: the provider may cut the rest off on the lock"]
    );
}

#[test]
fn slots() {
    let of = |existing| messages(&json!({}), &json!({ "max_active_codes_supported": 2 }), &existing);
    let (set, unset) = (json!({ "status": "set" }), json!({ "status": "unset" }));
    assert_eq!(
        of(json!([set, set, unset])),
        ["the device is full: of at most 2 codes, 3 on it or planned"]
    );
    assert_eq!(
        of(json!([set, unset])),
        ["the device may be full by then: of at most 2 codes, 2 on it or planned"]
    );
    assert_eq!(
        of(json!([set])),
        ["this code takes the last place on the device: of at most 2 codes, 1 on it or planned"]
    );
}
