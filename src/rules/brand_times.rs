//! What Seam's documentation says of brands and time, where the device itself does not say more (docs/api-facts.md#times, #brands and
//! #offline-codes). Data alone: the families judge.

use crate::rules::civil::MINUTE;
use crate::schema::value::Value;

/// How a brand makes offline codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offline {
    /// By the general rules alone.
    General,
    /// igloohome's algoPIN: hourly, daily, and one-time codes that a start defines.
    Igloohome,
    /// dormakaba Oracode: by the predefined time slots of the door; no one-time codes.
    Dormakaba,
    /// Lockly: time-bound and one-time codes, both with both bounds.
    Lockly,
}

/// What is known of a brand.
#[derive(Debug)]
pub(crate) struct BrandTimes {
    /// The `device_type`.
    pub(crate) device_type: &'static str,
    /// Whether a time-bound code has to start in the future.
    pub(crate) starts_in_future: bool,
    /// How long before its start a time-bound code had best be made, in ms.
    pub(crate) best_lead: i64,
    /// How offline codes are made.
    pub(crate) offline: Offline,
}

const UNKNOWN: BrandTimes = BrandTimes {
    device_type: "",
    starts_in_future: false,
    best_lead: 0,
    offline: Offline::General,
};

static BRANDS: [BrandTimes; 4] = [
    // Kwikset guide: the start has to be in the future, best by 15 minutes or more.
    BrandTimes {
        device_type: "kwikset_lock",
        starts_in_future: true,
        best_lead: 15 * MINUTE,
        ..UNKNOWN
    },
    // igloohome guide, offline access codes.
    BrandTimes {
        device_type: "igloohome_lock",
        offline: Offline::Igloohome,
        ..UNKNOWN
    },
    // dormakaba Oracode guide, offline access codes.
    BrandTimes {
        device_type: "dormakaba_oracode_door",
        offline: Offline::Dormakaba,
        ..UNKNOWN
    },
    // Lockly guide, offline access codes.
    BrandTimes {
        device_type: "lockly_lock",
        offline: Offline::Lockly,
        ..UNKNOWN
    },
];

/// What is known of the brand of a device; of a brand that is not listed, nothing.
pub(crate) fn of_device(device: &Value<'_>) -> &'static BrandTimes {
    static UNLISTED: BrandTimes = UNKNOWN;
    let device_type = device.get("device_type").text().unwrap_or_default();
    BRANDS
        .iter()
        .find(|brand| brand.device_type == device_type)
        .unwrap_or(&UNLISTED)
}
