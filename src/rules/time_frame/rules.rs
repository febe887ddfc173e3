//! The rules of time frames, once for each source that such frames come from. Applies none of them.

use crate::rules::issue::Rule;

/// The rules of the time frames of one source.
pub(crate) struct FrameRules {
    pub(crate) too_short: Rule,
    pub(crate) too_long: Rule,
    pub(crate) length_depends: Rule,
    pub(crate) other_time_of_day: Rule,
    pub(crate) start_time: Rule,
    pub(crate) end_time: Rule,
    pub(crate) start_date: Rule,
    pub(crate) end_date: Rule,
    pub(crate) start_moved: Rule,
    pub(crate) end_moved: Rule,
    pub(crate) start_not_checked: Rule,
    pub(crate) end_not_checked: Rule,
    pub(crate) zone_unknown: Rule,
}

pub(crate) static ONLINE_OPTIONS: FrameRules = FrameRules::of("properties.online_time_frame_options");
pub(crate) static OFFLINE_OPTIONS: FrameRules = FrameRules::of("properties.offline_time_frame_options");
pub(crate) static IGLOOHOME: FrameRules = FrameRules::of("igloohome guide, offline access codes");
pub(crate) static DORMAKABA: FrameRules =
    FrameRules::of("properties.dormakaba_oracode_metadata.predefined_time_slots");

const FRAME: &[&str] = &["frame"];
const LIMITED: &[&str] = &["frame", "limit"];

impl FrameRules {
    /// Every rule.
    pub(crate) fn all(&self) -> [&Rule; 13] {
        let Self {
            too_short,
            too_long,
            length_depends,
            other_time_of_day,
            start_time,
            end_time,
            start_date,
            end_date,
            start_moved,
            end_moved,
            start_not_checked,
            end_not_checked,
            zone_unknown,
        } = self;
        [
            too_short,
            too_long,
            length_depends,
            other_time_of_day,
            start_time,
            end_time,
            start_date,
            end_date,
            start_moved,
            end_moved,
            start_not_checked,
            end_not_checked,
            zone_unknown,
        ]
    }

    const fn of(source: &'static str) -> Self {
        Self {
            too_short: Rule::error("ends_at_too_soon", source).with(LIMITED),
            too_long: Rule::error("ends_at_too_late", source).with(LIMITED),
            length_depends: Rule::warning("ends_at_depends_on_clock_change", source).with(FRAME),
            other_time_of_day: Rule::error("ends_at_other_time_of_day", source).with(FRAME),
            start_time: Rule::error("starts_at_time_not_allowed", source).with(FRAME),
            end_time: Rule::error("ends_at_time_not_allowed", source).with(FRAME),
            start_date: Rule::error("starts_at_date_not_allowed", source).with(FRAME),
            end_date: Rule::error("ends_at_date_not_allowed", source).with(FRAME),
            start_moved: Rule::warning("starts_at_may_be_moved", source).with(FRAME),
            end_moved: Rule::warning("ends_at_may_be_moved", source).with(FRAME),
            start_not_checked: Rule::warning("starts_at_not_checked", source).with(FRAME),
            end_not_checked: Rule::warning("ends_at_not_checked", source).with(FRAME),
            zone_unknown: Rule::warning("starts_at_time_zone_unknown", source).with(FRAME),
        }
    }
}
