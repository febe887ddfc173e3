//! Rules of locks that need to know what time it is where the lock hangs.

use seam_edge::fake::{Fake, NewDevice, Setup};
use serde_json::json;

use crate::calls::{BEGINNING, HOUR, MINUTE, Seam, after};
use crate::database::Database;

const DAY: i64 = 24 * HOUR;

/// A lock of igloohome in Berlin, and what the fake knows of zones.
fn in_berlin(knows_zones: bool) -> Seam {
    let mut seam = Seam::with("igloohome");
    let fake = seam.fake.get_mut();
    if knows_zones {
        fake.set_zones(Database);
    }
    let new = NewDevice {
        brand: "igloohome".to_owned(),
        time_zone: Some("Europe/Berlin".to_owned()),
        ..NewDevice::default()
    };
    seam.device_id = fake.add_device(new).unwrap();
    seam
}

/// The status and `error.type` of creating an offline code of so many ms from a day on which clocks are put forward within its time.
fn lasting(seam: &Seam, ms: i64) -> (u16, String) {
    // 2 March 2026, 12:00 in Berlin; clocks are put forward on 29 March.
    let start = 60 * DAY + 11 * HOUR;
    let parameters = json!({
        "device_id": seam.device_id, "is_offline_access_code": true, "starts_at": after(start), "ends_at": after(start + ms),
    });
    let (status, reply) = seam.ask("/access_codes/create", &seam.headers(), &parameters);
    (
        status,
        reply["error"]["type"].as_str().unwrap_or_default().to_owned(),
    )
}

#[test]
fn a_code_has_the_times_of_day_of_its_lock() {
    let taken = (200, String::new());
    let refused = (400, "invalid_input".to_owned());
    let by_the_clock = 40 * DAY - HOUR;
    let seam = in_berlin(true);
    assert_eq!(lasting(&seam, by_the_clock), taken);
    // More than the hour by which Seam may move an end.
    assert_eq!(lasting(&seam, by_the_clock + HOUR + MINUTE), refused);
    // Where no zone is known, this could be the same time of day.
    assert_eq!(lasting(&in_berlin(false), by_the_clock + HOUR + MINUTE), taken);
}

#[test]
fn a_zone_that_is_none_is_refused_where_zones_are_known() {
    let add = |fake: &mut Fake| {
        let new = NewDevice {
            brand: "august".to_owned(),
            time_zone: Some("Berlin".to_owned()),
            ..NewDevice::default()
        };
        fake.add_device(new)
    };
    let setup = Setup {
        now: BEGINNING,
        seed: 7,
    };
    let mut fake = Fake::new(setup);
    fake.set_zones(Database);
    let misuse = add(&mut fake).unwrap_err().to_string();
    assert!(misuse.contains("time_zone") && misuse.contains("`Berlin`") && misuse.contains("IANA"));
    assert!(add(&mut Fake::new(setup)).is_ok());
}
