//! When a code opens: the bounds, the clock, and the zone of the device (docs/api-facts.md#lifecycle-of-a-code and #times). The order of two given
//! bounds, and that a new code has both or none, is the schemas' affair; the time frames that a device lists are `time_frame`'s.

use crate::rules::Situation;
use crate::rules::brand_times;
use crate::rules::civil::{length, shown};
use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::wanted::{Call, Wanted, Window};
use crate::rules::zone::{Instants, Zone, zone_of_device};
use crate::schema::date_time::{milliseconds, written_offset};
use crate::schema::issue::quoted;
use crate::schema::value::Value;
use crate::text::concat;

const PARAMETERS: &str = "time-bound access codes";
const ZONE: &str = "location.time_zone";
const WARNINGS: &str = "warnings";

rules! {
    const CONTRADICTS: Rule = Rule::warning("type_contradicts_bounds", PARAMETERS);
    const WITHOUT_BOUNDS: Rule = Rule::error("type_without_bounds", PARAMETERS);
    const START_MISSING: Rule = Rule::error("starts_at_missing", PARAMETERS);
    const END_MISSING: Rule = Rule::error("ends_at_missing", PARAMETERS);
    const START_NOT_BEFORE: Rule = Rule::error("starts_at_not_before_end", PARAMETERS);
    const END_NOT_AFTER: Rule = Rule::error("ends_at_not_after_start", PARAMETERS);
    const END_PAST: Rule = Rule::error("ends_at_not_in_future", PARAMETERS);
    const START_PAST: Rule = Rule::warning("starts_at_in_past", PARAMETERS).with(&["ago?"]);
    const START_NOT_CHECKED: Rule = Rule::warning("starts_at_not_checked", PARAMETERS);
    const END_NOT_CHECKED: Rule = Rule::warning("ends_at_not_checked", PARAMETERS);
    const START_CONSTRAINED: Rule = Rule::error("starts_at_not_in_future", "properties.code_constraints");
    const START_OF_BRAND: Rule = Rule::error("starts_at_not_in_future", "Kwikset guide");
    const START_SOON: Rule = Rule::warning("starts_at_too_soon", "Kwikset guide").with(&["ahead"]);
    const NEEDS_ZONE: Rule = Rule::error("starts_at_needs_time_zone", "Ultraloq guide, time zones");
    const ZONE_IN_DOUBT: Rule = Rule::warning("starts_at_time_zone_in_doubt", WARNINGS).with(&["condition"]);
    const START_TWICE: Rule = Rule::warning("starts_at_local_time_twice", ZONE).with(&["zone", "time"]);
    const END_TWICE: Rule = Rule::warning("ends_at_local_time_twice", ZONE).with(&["zone", "time"]);
    const START_OFFSET: Rule = Rule::warning("starts_at_offset_differs_from_zone", ZONE).with(&["zone", "time"]);
    const END_OFFSET: Rule = Rule::warning("ends_at_offset_differs_from_zone", ZONE).with(&["zone", "time"]);
}

/// Warnings of devices that do not know the zone they are in, or another one than they should.
const ZONE_WARNINGS: [&str; 4] = [
    "lockly_time_zone_not_configured",
    "time_zone_unknown",
    "two_n_device_missing_timezone",
    "time_zone_mismatch",
];

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    if !situation.wanted.moves_window() {
        return;
    }
    check_type(situation, findings);
    let window = situation.wanted.window();
    if window == Window::Ongoing {
        return;
    }
    check_bounds(situation, findings);
    check_order(situation, window, findings);
    if window.ends_at().is_some_and(|at| at <= situation.now) {
        findings.add(
            &END_PAST,
            "ends_at",
            "`ends_at` is not in the future",
            "give an `ends_at` that is yet to come",
        );
    }
    check_start(situation, window, findings);
    check_zone_known(situation, findings);
    check_local(situation, "starts_at", &START_TWICE, &START_OFFSET, findings);
    check_local(situation, "ends_at", &END_TWICE, &END_OFFSET, findings);
}

/// `type` and bounds have to agree.
fn check_type(situation: &Situation<'_>, findings: &mut Findings) {
    let wanted = &situation.wanted;
    let kind = wanted.parameters.get("type").text();
    let given = |key| !wanted.parameters.get(key).is_null();
    let known = |key| !wanted.get(key).is_null();
    let bounded = known("starts_at") || known("ends_at");
    if kind == Some("ongoing") && (given("starts_at") || given("ends_at")) {
        findings.add(
            &CONTRADICTS,
            "type",
            "`type` `ongoing` drops the bounds beside it: the code opens until it is deleted",
            "leave out either `type` or the bounds",
        );
    } else if kind == Some("time_bound") && !wanted.current.is_null() && !bounded {
        findings.add(
            &WITHOUT_BOUNDS,
            "type",
            "`type` `time_bound` needs bounds, and the code has none",
            "give `starts_at` and `ends_at`",
        );
    }
}

/// Both bounds or none, where the schemas do not see it: an update of a code without bounds, and codes for one use.
fn check_bounds(situation: &Situation<'_>, findings: &mut Findings) {
    let wanted = &situation.wanted;
    let seen_by_schemas = wanted.call != Call::Update && !wanted.is_one_time_use();
    if seen_by_schemas {
        return;
    }
    if wanted.is_current_missing() {
        check_missing(wanted, findings);
        return;
    }
    match (wanted.get("starts_at").is_null(), wanted.get("ends_at").is_null()) {
        (true, false) => findings.add(
            &START_MISSING,
            "starts_at",
            "a code that ends also has a start",
            "give `starts_at` beside `ends_at`",
        ),
        // Offline codes for one use may do without an end.
        (false, true) if !(wanted.is_offline() && wanted.is_one_time_use()) => findings.add(
            &END_MISSING,
            "ends_at",
            "a code that has a start also ends",
            "give `ends_at` beside `starts_at`",
        ),
        _ => {}
    }
}

/// A bound that an update leaves to a code that is not at hand.
fn check_missing(wanted: &Wanted<'_>, findings: &mut Findings) {
    let message = "the bound that the code has is not known here: nothing was held against it";
    let help = "give both bounds, or the code as it is among the existing ones";
    if wanted.get("starts_at").is_null() {
        findings.add(&START_NOT_CHECKED, "starts_at", message, help);
    } else if wanted.get("ends_at").is_null() {
        findings.add(&END_NOT_CHECKED, "ends_at", message, help);
    }
}

/// One bound of an update is held against the other one of the code as it is; two that are given, against each other by the schemas.
fn check_order(situation: &Situation<'_>, window: Window, findings: &mut Findings) {
    let Window::Bound { starts_at, ends_at } = window else {
        return;
    };
    let given = |key| !situation.wanted.parameters.get(key).is_null();
    if starts_at < ends_at || given("starts_at") == given("ends_at") {
        return;
    }
    let (rule, path, message) = if given("starts_at") {
        (
            &START_NOT_BEFORE,
            "starts_at",
            "`starts_at` is not before the end that the code has",
        )
    } else {
        (
            &END_NOT_AFTER,
            "ends_at",
            "`ends_at` is not after the start that the code has",
        )
    };
    findings.add(rule, path, message, "give both bounds");
}

/// A start that the call moves should lie ahead; of a code that opens already, the end alone may be moved.
fn check_start(situation: &Situation<'_>, window: Window, findings: &mut Findings) {
    let wanted = &situation.wanted;
    let kept = wanted.kept("starts_at").text().and_then(milliseconds);
    let Some(starts_at) = window.starts_at() else {
        return;
    };
    if wanted.parameters.get("starts_at").is_null() || kept == Some(starts_at) {
        return;
    }
    let brand = brand_times::of_device(situation.device);
    let ahead = starts_at.saturating_sub(situation.now);
    let constraints = situation.device.at(&["properties", "code_constraints"]);
    let constraint = "start_date_in_future";
    let constrained = |listed: &Value<'_>| listed.get("constraint_type").text() == Some(constraint);
    let message = "this lock takes only codes that start in the future";
    let help = "give a `starts_at` that is 15 minutes ahead or more";
    let is_constrained = constraints.items().iter().any(constrained);
    let is_of_brand = brand.starts_in_future && constraints.is_null();
    if ahead <= 0 && (is_constrained || is_of_brand) && wanted.is_current_missing() {
        findings.add(
            &START_PAST,
            "starts_at",
            "this lock takes only codes that start in the future: a `starts_at` that is past may only be the one that the code has",
            "leave `starts_at` out unless it is to be moved",
        );
    } else if ahead <= 0 && is_constrained {
        findings.add_constraint(&START_CONSTRAINED, constraint, "starts_at", message, help);
    } else if ahead <= 0 && is_of_brand {
        findings.add(&START_OF_BRAND, "starts_at", message, help);
    } else if ahead < 0 {
        let then = if wanted.is_offline() {
            " ago: the time of an offline code runs from there"
        } else {
            " ago: the code opens as soon as it is set"
        };
        findings.add(
            &START_PAST,
            "starts_at",
            concat(&["`starts_at` was ", &length(ahead.saturating_neg()), then]),
            "leave it so if that is meant, else give a `starts_at` that is yet to come",
        );
        findings.given("ago", &length(ahead.saturating_neg()));
    } else if ahead < brand.best_lead {
        findings.add(
            &START_SOON,
            "starts_at",
            concat(&[
                "`starts_at` is ",
                &length(ahead),
                " ahead, this lock does best with 15 min or more",
            ]),
            help,
        );
        findings.given("ahead", &length(ahead));
    }
}

/// Locks that open by the clock on their wall have to know their zone.
fn check_zone_known(situation: &Situation<'_>, findings: &mut Findings) {
    let metadata = situation
        .device
        .at(&["properties", "ultraloq_metadata"])
        .members();
    let not_set = metadata
        .iter()
        .any(|(name, value)| name == "time_zone" && value.is_null());
    let mut unknown = not_set;
    for warning in situation.device.get("warnings").items() {
        let Some(code) = warning.get("warning_code").text() else {
            continue;
        };
        unknown |= code == "ultraloq_time_zone_unknown";
        if ZONE_WARNINGS.contains(&code) {
            findings.add(
                &ZONE_IN_DOUBT,
                "starts_at",
                concat(&[
                    "the device warns of `",
                    code,
                    "`: the code may open hours early or late",
                ]),
                "set the time zone of the device first",
            );
            findings.given("condition", code);
        }
    }
    if unknown {
        findings.add(
            &NEEDS_ZONE,
            "starts_at",
            "this lock takes time-bound codes only once its time zone is set",
            "tell Seam the zone with `/devices/report_provider_metadata`",
        );
    }
}

/// A given bound by the clock of the device's zone: whether clocks show it twice, and whether it was written by another clock.
fn check_local(
    situation: &Situation<'_>,
    path: &'static str,
    twice: &'static Rule,
    offset: &'static Rule,
    findings: &mut Findings,
) {
    let text = situation.wanted.parameters.get(path).text().unwrap_or_default();
    let zone = zone_of_device(situation.device, situation.zones).map(|name| Zone::new(situation.zones, name));
    let Some((at, zone)) = milliseconds(text).zip(zone) else {
        return;
    };
    let Some(local) = zone.local(at) else {
        return;
    };
    let (name, clock) = (quoted(zone.name), shown(local));
    if let Some(Instants::Twice(..)) = zone.instants(local) {
        findings.add(
            twice,
            path,
            concat(&[
                "clocks in ",
                &name,
                " show ",
                &clock,
                " twice on that day: a lock that goes by them may be an hour off",
            ]),
            "give a bound outside of that hour",
        );
        give_clock(findings, zone.name, &clock);
    }
    let written = written_offset(text).filter(|written| *written != 0 && zone.offset(at) != Some(*written));
    if let Some(written) = written {
        let never = matches!(
            zone.instants(at.saturating_add(written)),
            Some(Instants::Never(..))
        );
        let reason = if never {
            ", as clocks are put forward over the time that is written"
        } else {
            ""
        };
        findings.add(
            offset,
            path,
            concat(&[
                "`",
                path,
                "` is ",
                &clock,
                " in ",
                &name,
                ", not the time that is written",
                reason,
            ]),
            "write it with the zone's offset on that day, or in UTC",
        );
        give_clock(findings, zone.name, &clock);
    }
}

fn give_clock(findings: &mut Findings, zone: &str, clock: &str) {
    findings.given("zone", zone);
    findings.given("time", clock);
}
