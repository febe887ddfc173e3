//! Where `diagnose` says of a device that it has failed, a check of a code for it finds an error, and only there: by every error and warning of
//! devices that there is.

use seam_edge::model::{DeviceError, DeviceWarning};
use seam_edge::rules::diagnosis::{Verdict, diagnose};
use seam_edge::rules::wanted::Wanted;
use seam_edge::rules::{Situation, check_access_code};
use seam_edge::schema::issue::Severity;
use seam_edge::schema::value::Value;
use seam_edge::schema::{Schema, Type};

use crate::zones::Database;

const PARAMETERS: &str = r#"{"device_id":"device1","code":"4082"}"#;

fn is_refused(device: &Value<'_>) -> bool {
    let parameters = Value::read(PARAMETERS).unwrap();
    let found = check_access_code(&Situation {
        wanted: Wanted::new(&parameters, &[]),
        device,
        existing: &[],
        now: 1_780_315_200_000,
        zones: &Database,
    });
    found.iter().any(|issue| issue.rule.severity == Severity::Error)
}

fn codes(kind: Type) -> Vec<&'static str> {
    let Type::Union(union) = kind else {
        panic!("a union");
    };
    let names = union.variants.iter().flat_map(|variant| variant.names);
    names.copied().collect()
}

#[test]
fn a_device_that_diagnosis_gives_up_is_refused() {
    let mut given_up = Vec::new();
    let of_codes = ["keynest_unsupported_third_party_locker"];
    for (list, key, names) in [
        ("errors", "error_code", codes(DeviceError::TYPE)),
        ("errors", "error_code", of_codes.to_vec()),
        ("warnings", "warning_code", codes(DeviceWarning::TYPE)),
    ] {
        for name in names {
            let text = format!(
                r#"{{"device_id":"device1","can_program_online_access_codes":true,"properties":{{"online":true}},"{list}":[{{"{key}":"{name}"}}]}}"#
            );
            let device = Value::read(&text).unwrap();
            let has_failed = diagnose(&device, 0).verdict == Verdict::Failed;
            assert_eq!(is_refused(&device), has_failed, "{list}: {name}");
            if has_failed {
                given_up.push(name);
            }
        }
    }
    given_up.sort_unstable();
    let expected = [
        "device_removed",
        "keynest_unsupported_locker",
        "keynest_unsupported_third_party_locker",
    ];
    assert_eq!(given_up, expected);
}
