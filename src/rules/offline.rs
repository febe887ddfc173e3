//! Offline codes, whose PINs a provider computes without reaching the lock (docs/api-facts.md#offline-codes): what they may be, and what
//! each brand makes. Where the device lists `offline_time_frame_options`, those stand for the lengths and times of its brand.

use alloc::vec;
use alloc::vec::Vec;

use crate::rules::Situation;
use crate::rules::brand_times::{self, Offline};
use crate::rules::civil::{DAY, read_time};
use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::time_frame::rules::{DORMAKABA, IGLOOHOME};
use crate::rules::time_frame::{self, TimeFrame, TimePair};
use crate::rules::wanted::{Call, Window};
use crate::schema::value::Value;

const GUIDE: &str = "offline access codes";
const SLOTS: &str = "properties.dormakaba_oracode_metadata.predefined_time_slots";

rules! {
    const NOT_UPDATABLE: Rule = Rule::error("access_code_id_is_offline", GUIDE);
    const ONE_TIME_ONLINE: Rule = Rule::error("is_one_time_use_needs_offline", GUIDE);
    const ROUNDING_ONLINE: Rule = Rule::warning("max_time_rounding_without_offline", GUIDE);
    const CODE_GIVEN: Rule = Rule::error("code_not_allowed_offline", GUIDE);
    const ONGOING: Rule = Rule::error("starts_at_required_offline", GUIDE);
    const END_MISSING: Rule = Rule::error("ends_at_required_offline", GUIDE);
    const END_MAY_MISS: Rule = Rule::warning("ends_at_may_be_required", GUIDE);
    const FIRST_USE: Rule = Rule::warning(
        "starts_at_limits_first_use",
        "igloohome guide, offline access codes",
    );
    const END_IGNORED: Rule = Rule::warning("ends_at_ignored", "igloohome guide, offline access codes");
    const TOO_OLD: Rule = Rule::error("starts_at_too_long_ago", "igloohome guide, offline access codes");
    const NO_ONE_TIME: Rule = Rule::error(
        "is_one_time_use_not_supported",
        "dormakaba Oracode guide, offline access codes",
    );
    const NO_SLOTS: Rule = Rule::error("starts_at_without_time_slots", SLOTS);
}

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    let wanted = &situation.wanted;
    if wanted.call == Call::Update && wanted.current.get("is_offline_access_code").is_true() {
        if wanted.programs() {
            findings.add(
                &NOT_UPDATABLE,
                "access_code_id",
                "an offline code cannot be changed",
                "create a new code; the old one opens until it ends",
            );
        }
        return;
    }
    if wanted.is_offline() {
        check_code(situation, findings);
        check_brand(situation, findings);
    } else {
        check_online(situation, findings);
    }
}

/// What is only for offline codes.
fn check_online(situation: &Situation<'_>, findings: &mut Findings) {
    let parameters = situation.wanted.parameters;
    if parameters.get("is_one_time_use").is_true() {
        findings.add(
            &ONE_TIME_ONLINE,
            "is_one_time_use",
            "only an offline code can be for one use",
            "also set `is_offline_access_code`, or leave `is_one_time_use` out",
        );
    }
    if !parameters.get("max_time_rounding").is_null() {
        findings.add(
            &ROUNDING_ONLINE,
            "max_time_rounding",
            "`max_time_rounding` does nothing for a code that is not offline",
            "leave it out",
        );
    }
}

/// What holds for offline codes of every brand.
fn check_code(situation: &Situation<'_>, findings: &mut Findings) {
    let wanted = &situation.wanted;
    if wanted.code().is_some() {
        findings.add(
            &CODE_GIVEN,
            "code",
            "the PIN of an offline code is computed by the provider",
            "leave `code` out, and read it from the access code that is created",
        );
    }
    if wanted.window() == Window::Ongoing {
        let (message, help) = if wanted.is_one_time_use() {
            ("a code for one use has a start", "give `starts_at`")
        } else {
            (
                "an offline code is time-bound or for one use",
                "give `starts_at` and `ends_at`",
            )
        };
        findings.add(&ONGOING, "starts_at", message, help);
    }
}

fn check_brand(situation: &Situation<'_>, findings: &mut Findings) {
    let brand = brand_times::of_device(situation.device).offline;
    match brand {
        Offline::Dormakaba if situation.wanted.is_one_time_use() => findings.add(
            &NO_ONE_TIME,
            "is_one_time_use",
            "dormakaba Oracode has no codes for one use",
            "leave `is_one_time_use` out and give `starts_at` and `ends_at`",
        ),
        Offline::Dormakaba => check_slots(situation, findings),
        Offline::Igloohome => check_igloohome(situation, findings),
        Offline::Lockly | Offline::General => check_end(brand, situation, findings),
    }
}

/// Codes for one use that have no end: igloohome's last 24 hours, Lockly's need one, of other brands it is not known.
fn check_end(brand: Offline, situation: &Situation<'_>, findings: &mut Findings) {
    if !situation.wanted.is_one_time_use() || !matches!(situation.wanted.window(), Window::StartsAt(_)) {
        return;
    }
    if brand == Offline::Lockly {
        findings.add(
            &END_MISSING,
            "ends_at",
            "Lockly needs the end of a code for one use",
            "give `ends_at`",
        );
    } else if !situation.device.get("device_type").is_null() {
        findings.add(
            &END_MAY_MISS,
            "ends_at",
            "only igloohome is known to take a code for one use without an end",
            "give `ends_at`",
        );
    }
}

/// Whether the device itself says which time frames it takes.
fn has_options(situation: &Situation<'_>) -> bool {
    let options = situation.device.at(&["properties", "offline_time_frame_options"]);
    !options.items().is_empty()
}

fn check_igloohome(situation: &Situation<'_>, findings: &mut Findings) {
    let window = situation.wanted.window();
    let is_dead = window
        .starts_at()
        .is_some_and(|starts_at| starts_at.saturating_add(DAY) <= situation.now);
    if situation.wanted.is_one_time_use() {
        if is_dead {
            findings.add(
                &TOO_OLD,
                "starts_at",
                "igloohome's codes for one use last 24 h from their start, and those are over",
                "give a `starts_at` that is less than 24 h ago, best one that is yet to come",
            );
        }
        if let Window::Bound { starts_at, ends_at } = window
            && ends_at != starts_at.saturating_add(DAY)
        {
            findings.add(
                &END_IGNORED,
                "ends_at",
                "igloohome's codes for one use last 24 h from their start, whatever end is given",
                "leave `ends_at` out, and tell the guest when those 24 h are over",
            );
        }
        return;
    }
    if !has_options(situation) {
        let hourly = TimeFrame {
            name: "igloohome hourly",
            min_duration: Some("PT1H"),
            max_duration: Some("PT672H"),
            ..TimeFrame::default()
        };
        let daily = TimeFrame {
            name: "igloohome daily",
            min_duration: Some("P29D"),
            max_duration: Some("P367D"),
            matching_start_end_time: true,
            ..TimeFrame::default()
        };
        time_frame::judge(situation, &[hourly, daily], &IGLOOHOME, findings);
    }
    let Window::Bound { starts_at, ends_at } = window else {
        return;
    };
    if ends_at.saturating_sub(starts_at) <= DAY {
        return;
    }
    if is_dead {
        findings.add(
            &TOO_OLD,
            "starts_at",
            "igloohome drops an offline code of more than 24 h that is not used within 24 h of its start, and those are over",
            "give a `starts_at` that is less than 24 h ago, best one that is yet to come",
        );
    } else {
        findings.add(
            &FIRST_USE,
            "starts_at",
            "igloohome drops an offline code of more than 24 h that is not used within 24 h of its start",
            "tell the guest to use it once on the first day",
        );
    }
}

/// A dormakaba Oracode door takes the times of one of its slots, for 31 days at most.
fn check_slots(situation: &Situation<'_>, findings: &mut Findings) {
    let slots = situation.device.at(&[
        "properties",
        "dormakaba_oracode_metadata",
        "predefined_time_slots",
    ]);
    if has_options(situation) {
        return;
    }
    let mut frames: Vec<_> = slots.items().iter().filter_map(slot_frame).collect();
    if !matches!(slots, Value::Array(_)) {
        frames.push(TimeFrame {
            name: "dormakaba Oracode",
            max_duration: Some(LONGEST),
            ..TimeFrame::default()
        });
    } else if frames.is_empty() {
        findings.add(
            &NO_SLOTS,
            "starts_at",
            "the door has no time slots for guests, and an offline code has to have the times of one",
            "have the installer add time slots to the door",
        );
    }
    time_frame::judge(situation, &frames, &DORMAKABA, findings);
}

/// The longest that a code of dormakaba Oracode lasts.
const LONGEST: &str = "P31D";

/// A slot as a time frame; nothing for slots of codes that Seam makes none of: master codes and codes for one use.
fn slot_frame<'a>(slot: &'a Value<'_>) -> Option<TimeFrame<'a>> {
    if slot.get("is_master").is_true() || slot.get("is_one_shot").is_true() {
        return None;
    }
    let mut frame = TimeFrame {
        name: slot.get("name").text().unwrap_or_default(),
        max_duration: Some(LONGEST),
        ..TimeFrame::default()
    };
    if slot.get("is_biweekly_mode").is_true() {
        frame.unknown_member = Some("is_biweekly_mode");
    }
    let (start, end) = (
        slot_time(slot.get("check_in_time")),
        slot_time(slot.get("check_out_time")),
    );
    match (start, end) {
        (Some((start, zone)), Some((end, _))) => {
            frame.time_pairs = vec![TimePair { start, end }];
            frame.zone = zone;
        }
        _ => frame.unknown_member = Some("check_in_time"),
    }
    Some(frame)
}

/// The time of day and the zone of `15:30:00-08:00[America/Los_Angeles]`. The offset, which may be that of another season, is left aside.
fn slot_time<'a>(time: &'a Value<'_>) -> Option<(i64, Option<&'a str>)> {
    let (time, rest) = read_time(time.text()?)?;
    let zone = rest
        .bytes()
        .position(|byte| byte == b'[')
        .and_then(|at| rest.get(at + 1..));
    Some((time, zone.and_then(|zone| zone.strip_suffix(']'))))
}
