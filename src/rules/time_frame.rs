//! The kinds of time frames that a device allows, `online_time_frame_options` and `offline_time_frame_options`
//! (docs/api-facts.md#time-frame-options): one of them has to take the window. How a window fits one kind is in `time_frame/fit.rs`.

pub(crate) mod fit;
pub(crate) mod rules;

use alloc::string::String;
use alloc::vec::Vec;

use crate::rules::Situation;
use crate::rules::brand_times::{self, Offline};
use crate::rules::civil::{DAY, HOUR, hours_and_minutes, read_time};
use crate::rules::issue::Findings;
use crate::rules::time_frame::fit::{Misfit, Request, misfits};
use crate::rules::time_frame::rules::{FrameRules, OFFLINE_OPTIONS, ONLINE_OPTIONS};
use crate::rules::wanted::Window;
use crate::rules::zone::{Zone, zone_of_device};
use crate::schema::issue::{Severity, quoted};
use crate::schema::value::Value;
use crate::text::concat;

/// One kind of time frame that a device allows. What is absent is not limited.
#[derive(Default)]
pub(crate) struct TimeFrame<'a> {
    /// The name for people.
    pub(crate) name: &'a str,
    /// The least duration, ISO 8601.
    pub(crate) min_duration: Option<&'a str>,
    /// The greatest duration, ISO 8601.
    pub(crate) max_duration: Option<&'a str>,
    /// Whether it starts and ends at the same time of day.
    pub(crate) matching_start_end_time: bool,
    /// The times of day at which it starts and ends; any where there is none.
    pub(crate) time_pairs: Vec<TimePair>,
    /// The days on which it starts, as an RRULE.
    pub(crate) start_rule: Option<&'a str>,
    /// The days on which it ends, as an RRULE.
    pub(crate) end_rule: Option<&'a str>,
    /// The IANA zone of its times and days; the device's one where there is none.
    pub(crate) zone: Option<&'a str>,
    /// A member that restricts it in a way that is not known here.
    pub(crate) unknown_member: Option<&'a str>,
}

/// A time of day to start at and the one to end at then, in ms since midnight. The end is on a later date where it is not after the start.
pub(crate) struct TimePair {
    pub(crate) start: i64,
    pub(crate) end: i64,
}

impl TimePair {
    /// The pair as `15:00 to 11:00`.
    pub(crate) fn text(&self) -> String {
        concat(&[
            &hours_and_minutes(self.start),
            " to ",
            &hours_and_minutes(self.end),
        ])
    }
}

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    let (options, rules) = if situation.wanted.is_offline() {
        ("offline_time_frame_options", &OFFLINE_OPTIONS)
    } else {
        ("online_time_frame_options", &ONLINE_OPTIONS)
    };
    let options = situation.device.at(&["properties", options]).items();
    let frames: Vec<_> = options.iter().map(TimeFrame::read).collect();
    judge(situation, &frames, rules, findings);
}

/// Adds what speaks against the time frame that fits the wanted window best; nothing where one takes it, or where there is no window.
pub(crate) fn judge(
    situation: &Situation<'_>,
    frames: &[TimeFrame<'_>],
    rules: &'static FrameRules,
    findings: &mut Findings,
) {
    let Some(request) = request(situation, rules) else {
        return;
    };
    let all = lengths(frames);
    let found = frames.iter().map(|frame| misfits(frame, &request, &all));
    let nearest = found.min_by_key(|misfits| weight(misfits, rules));
    for misfit in nearest.unwrap_or_default() {
        findings.add(misfit.rule, misfit.path, misfit.message, misfit.help);
        findings.given("frame", &misfit.frame);
        if let Some(limit) = &misfit.limit {
            findings.given("limit", limit);
        }
    }
}

/// How badly a time frame fits: one whose lengths take the window is meant before any other, and errors weigh more than warnings.
fn weight(misfits: &[Misfit], rules: &FrameRules) -> (usize, usize, usize) {
    let (mut of_length, mut errors) = (0, 0);
    for misfit in misfits {
        of_length += usize::from(misfit.rule == &rules.too_short || misfit.rule == &rules.too_long);
        errors += usize::from(misfit.rule.severity == Severity::Error);
    }
    (of_length, errors, misfits.len())
}

/// What is asked of the time frames; nothing where the call moves no window.
fn request<'a>(situation: &'a Situation<'_>, rules: &'static FrameRules) -> Option<Request<'a>> {
    let wanted = &situation.wanted;
    if !wanted.moves_window() {
        return None;
    }
    // A one-time code of igloohome lasts 24 hours, whatever end is given.
    let ends_by_itself = wanted.is_offline()
        && wanted.is_one_time_use()
        && brand_times::of_device(situation.device).offline == Offline::Igloohome;
    let (starts_at, ends_at) = match wanted.window() {
        Window::Bound { starts_at, .. } if ends_by_itself => (starts_at, None),
        Window::Bound { starts_at, ends_at } => (starts_at, Some(ends_at)),
        Window::StartsAt(starts_at) => (starts_at, None),
        Window::Ongoing | Window::Unknown => return None,
    };
    let rounding = match wanted.get("max_time_rounding").text() {
        _ if !wanted.is_offline() => 0,
        Some("1day" | "1d") => DAY,
        _ => HOUR,
    };
    Some(Request {
        starts_at,
        ends_at,
        rounding,
        zones: situation.zones,
        zone: zone_of_device(situation.device, situation.zones),
        rules,
    })
}

impl<'a> TimeFrame<'a> {
    /// An option of a device.
    fn read(option: &'a Value<'_>) -> Self {
        let mut frame = Self::default();
        if !matches!(option, Value::Object(_)) {
            frame.unknown_member = Some("another form than is known");
        }
        for (member, value) in option.members() {
            if value.is_null() {
                continue;
            }
            let (text, mut is_known) = (value.text(), value.text().is_some());
            match member.as_ref() {
                "display_name" => (frame.name, is_known) = (text.unwrap_or_default(), true),
                "min_duration" => frame.min_duration = text,
                "max_duration" => frame.max_duration = text,
                "start_date_recurrence_rule" => frame.start_rule = text,
                "end_date_recurrence_rule" => frame.end_rule = text,
                "time_zone" => frame.zone = text,
                "matching_start_end_time" => {
                    frame.matching_start_end_time = value.is_true();
                    is_known = value.boolean().is_some();
                }
                "time_pairs" => {
                    let pairs = read_pairs(value.items());
                    is_known = matches!(value, Value::Array(_)) && pairs.is_some();
                    frame.time_pairs = pairs.unwrap_or_default();
                }
                _ => is_known = false,
            }
            if !is_known {
                frame.unknown_member = Some(member);
            }
        }
        frame
    }

    /// Whether it is about times of day or dates, for windows with or without an end.
    pub(crate) fn has_clock(&self, ends: bool) -> bool {
        !self.time_pairs.is_empty()
            || self.start_rule.is_some()
            || (ends && (self.end_rule.is_some() || self.matching_start_end_time))
    }

    /// The zone of its times and days, whether the runtime knows it or not.
    pub(crate) fn zone<'z>(&'z self, request: &Request<'z>) -> Option<Zone<'z>> {
        Some(Zone::new(request.zones, self.zone.or(request.zone)?))
    }

    /// The lengths that it allows, `up to P367D`, say.
    fn lengths(&self) -> String {
        match (self.min_duration, self.max_duration) {
            (Some(least), Some(most)) => concat(&["from ", &quoted(least), " to ", &quoted(most)]),
            (Some(least), None) => concat(&["from ", &quoted(least)]),
            (None, Some(most)) => concat(&["up to ", &quoted(most)]),
            (None, None) => String::from("any time"),
        }
    }
}

/// The pairs of times of an option; nothing where one of them cannot be read.
fn read_pairs(pairs: &[Value<'_>]) -> Option<Vec<TimePair>> {
    let time = |pair: &Value<'_>, key| match read_time(pair.get(key).text()?)? {
        (time, "") => Some(time),
        _ => None,
    };
    let mut read = Vec::new();
    for pair in pairs {
        read.push(TimePair {
            start: time(pair, "start_time")?,
            end: time(pair, "end_time")?,
        });
    }
    Some(read)
}

/// What all time frames allow, for the remedy.
fn lengths(frames: &[TimeFrame<'_>]) -> String {
    let mut text = String::from("make it last ");
    for (index, frame) in frames.iter().enumerate() {
        if index > 0 {
            text.push_str(" or ");
        }
        text.push_str(&frame.lengths());
    }
    text
}
