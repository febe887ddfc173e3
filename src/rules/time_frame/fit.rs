//! How a window fits one kind of time frame: its length, times of day, and dates. Chooses none.

use alloc::string::String;
use alloc::vec::Vec;

use crate::rules::civil::{HOUR, MINUTE, hours_and_minutes, length, shown, time_of_day, times_apart};
use crate::rules::duration::Duration;
use crate::rules::issue::Rule;
use crate::rules::recurrence;
use crate::rules::time_frame::rules::FrameRules;
use crate::rules::time_frame::{TimeFrame, TimePair};
use crate::rules::zone::Zones;
use crate::schema::issue::quoted;
use crate::text::concat;

/// What is asked of a time frame. Instants are ms since 1970.
pub(crate) struct Request<'a> {
    /// When the code begins to open.
    pub(crate) starts_at: i64,
    /// When it ceases to open, where that is given.
    pub(crate) ends_at: Option<i64>,
    /// How far Seam may move a bound to one that is allowed, in ms.
    pub(crate) rounding: i64,
    /// What the runtime knows about zones.
    pub(crate) zones: &'a dyn Zones,
    /// The zone of the device.
    pub(crate) zone: Option<&'a str>,
    /// The rules of the time frames.
    pub(crate) rules: &'static FrameRules,
}

/// What speaks against a time frame.
pub(crate) struct Misfit {
    /// The rule that is broken.
    pub(crate) rule: &'static Rule,
    /// The bound at fault.
    pub(crate) path: &'static str,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: String,
    /// The name of the frame.
    pub(crate) frame: String,
    /// The length that it allows at least or at most, where that is broken.
    pub(crate) limit: Option<String>,
}

/// One bound of a window by the clock of the frame's zone, and the rules that are about it.
struct Bound {
    path: &'static str,
    /// What the clock shows then.
    clock: i64,
    time: &'static Rule,
    date: &'static Rule,
    moved: &'static Rule,
    not_checked: &'static Rule,
}

/// The times of frames are given to the minute: a bound in the same minute may do.
const SAME_MINUTE: i64 = MINUTE - 1;

/// A change of clocks between the bounds moves times of day by no more than this.
const CLOCK_CHANGE: i64 = 2 * HOUR;

const MOVED: &str =
    "give the bound that is allowed, else the code opens at other times than the guest was told";
const COMPARE: &str = "compare the window with that option of the device yourself";

/// What speaks against a time frame. `lengths` says what all frames allow.
pub(crate) fn misfits(frame: &TimeFrame<'_>, request: &Request<'_>, lengths: &str) -> Vec<Misfit> {
    let mut fit = Fit {
        name: if frame.name.is_empty() {
            "the time frame".into()
        } else {
            quoted(frame.name)
        },
        frame,
        request,
        misfits: Vec::new(),
    };
    fit.check_lengths(lengths);
    fit.check_clock();
    if let Some(member) = frame.unknown_member {
        let message = concat(&[
            &fit.name,
            " has ",
            &quoted(member),
            ", which cannot be checked here",
        ]);
        fit.add(&request.rules.start_not_checked, "starts_at", message, COMPARE);
    }
    fit.misfits
}

/// The frame that is looked at, and what was found.
struct Fit<'a> {
    /// The name of the frame, for messages.
    name: String,
    frame: &'a TimeFrame<'a>,
    request: &'a Request<'a>,
    misfits: Vec<Misfit>,
}

impl Fit<'_> {
    fn add(&mut self, rule: &'static Rule, path: &'static str, message: String, help: &str) {
        self.misfits.push(Misfit {
            rule,
            path,
            message,
            help: help.into(),
            frame: self.frame.name.into(),
            limit: None,
        });
    }

    fn check_lengths(&mut self, lengths: &str) {
        let (frame, rules) = (self.frame, self.request.rules);
        let Some(ends_at) = self.request.ends_at else {
            return;
        };
        let zone = frame.zone(self.request);
        for (text, least) in [(frame.min_duration, true), (frame.max_duration, false)] {
            let Some(text) = text else {
                continue;
            };
            let (rule, bound) = if least {
                (&rules.too_short, " lasts at least ")
            } else {
                (&rules.too_long, " lasts at most ")
            };
            let limit = concat(&[&self.name, bound, &quoted(text)]);
            let Some(duration) = Duration::read(text) else {
                let message = concat(&[&limit, ", which is no duration that is known here"]);
                self.add(&rules.end_not_checked, "ends_at", message, COMPARE);
                continue;
            };
            let reach = duration.reach(self.request.starts_at, zone);
            // How far the end is out by every reading of the duration, and by any.
            let (surely, maybe) = if least {
                (reach.earliest - ends_at, reach.latest - ends_at)
            } else {
                (ends_at - reach.latest, ends_at - reach.earliest)
            };
            let out_by = concat(&[&limit, ", the window is out by ", &length(surely.max(MINUTE))]);
            if surely > self.request.rounding {
                self.add(rule, "ends_at", out_by, lengths);
                if let Some(misfit) = self.misfits.last_mut() {
                    misfit.limit = Some(text.into());
                }
            } else if surely > 0 {
                let message = concat(&[&out_by, ": `ends_at` may be moved by that"]);
                self.add(&rules.end_moved, "ends_at", message, MOVED);
            } else if maybe > 0 {
                let message = concat(&[
                    &limit,
                    ": whether the window does depends on the zone and how a change of clocks counts",
                ]);
                self.add(
                    &rules.length_depends,
                    "ends_at",
                    message,
                    "keep the end two hours within that limit",
                );
            }
        }
    }

    /// Times of day and dates, by the clock of the frame's zone.
    fn check_clock(&mut self) {
        let frame = self.frame;
        if let Some((start, end)) = self.clocks() {
            let (start, end) = (self.start(start), end.map(|clock| self.end(clock)));
            self.check_same_time(&start, end.as_ref());
            self.check_pairs(&start, end.as_ref());
            self.check_date(&start, frame.start_rule);
            if let Some(end) = &end {
                self.check_date(end, frame.end_rule);
            }
        } else if self.differs_in_any_zone() {
            self.add_other_time();
        } else if frame.has_clock(self.request.ends_at.is_some()) {
            let message = concat(&[
                &self.name,
                " is about times of day or dates, but the time zone is not known",
            ]);
            let help = "set the time zone of the device, or compare the window with that option yourself";
            self.add(&self.request.rules.zone_unknown, "starts_at", message, help);
        }
    }

    /// What the clocks of the frame's zone show at the bounds; nothing where the zone is not known.
    fn clocks(&self) -> Option<(i64, Option<i64>)> {
        let zone = self.frame.zone(self.request)?;
        let end = match self.request.ends_at {
            Some(at) => Some(zone.local(at)?),
            None => None,
        };
        Some((zone.local(self.request.starts_at)?, end))
    }

    fn start(&self, clock: i64) -> Bound {
        let rules = self.request.rules;
        Bound {
            path: "starts_at",
            clock,
            time: &rules.start_time,
            date: &rules.start_date,
            moved: &rules.start_moved,
            not_checked: &rules.start_not_checked,
        }
    }

    fn end(&self, clock: i64) -> Bound {
        let rules = self.request.rules;
        Bound {
            path: "ends_at",
            clock,
            time: &rules.end_time,
            date: &rules.end_date,
            moved: &rules.end_moved,
            not_checked: &rules.end_not_checked,
        }
    }

    /// How far a time of day may be off before it is refused for sure.
    fn tolerance(&self) -> i64 {
        self.request.rounding.max(SAME_MINUTE)
    }

    /// Whether the bounds have to be at the same time of day and are not, whatever the zone.
    fn differs_in_any_zone(&self) -> bool {
        let (starts_at, ends_at) = (self.request.starts_at, self.request.ends_at);
        let apart = ends_at.map_or(0, |ends_at| times_apart(starts_at, ends_at));
        self.frame.matching_start_end_time && apart > self.tolerance() + CLOCK_CHANGE
    }

    fn add_other_time(&mut self) {
        let message = concat(&[
            &self.name,
            " starts and ends at the same time of day, the window does not",
        ]);
        let help = "give `ends_at` the time of day of `starts_at`";
        self.add(&self.request.rules.other_time_of_day, "ends_at", message, help);
    }

    fn check_same_time(&mut self, start: &Bound, end: Option<&Bound>) {
        let apart = end.map_or(0, |end| times_apart(start.clock, end.clock));
        if !self.frame.matching_start_end_time || apart == 0 {
            return;
        }
        if apart > self.tolerance() {
            self.add_other_time();
        } else {
            let time = hours_and_minutes(time_of_day(start.clock));
            let message = concat(&[
                &self.name,
                " ends at ",
                &time,
                " as it starts: `ends_at` may be moved there",
            ]);
            self.add(&self.request.rules.end_moved, "ends_at", message, MOVED);
        }
    }

    /// Both bounds have to be those of one pair: of the pair that is nearest, what is off is told.
    fn check_pairs(&mut self, start: &Bound, end: Option<&Bound>) {
        let tolerance = self.tolerance();
        let off = |pair: &TimePair| {
            let start = times_apart(start.clock, pair.start);
            (start, end.map_or(0, |end| times_apart(end.clock, pair.end)))
        };
        let badness = |pair: &TimePair| {
            let (start, end) = off(pair);
            (
                u8::from(start > tolerance) + u8::from(end > tolerance),
                start + end,
            )
        };
        let pairs = &self.frame.time_pairs;
        let Some(nearest) = pairs.iter().min_by_key(|pair| badness(pair)) else {
            return;
        };
        let (start_off, end_off) = off(nearest);
        self.check_time(start, nearest.start, start_off);
        if let Some(end) = end {
            self.check_time(end, nearest.end, end_off);
        }
    }

    /// A bound has to be at a time of day that it is off from by so many ms.
    fn check_time(&mut self, bound: &Bound, time: i64, off: i64) {
        if off == 0 {
            return;
        }
        let verb = if bound.path == "starts_at" {
            " starts at "
        } else {
            " ends at "
        };
        let time = hours_and_minutes(time);
        if off > self.tolerance() {
            let clock = hours_and_minutes(time_of_day(bound.clock));
            let message = concat(&[&self.name, verb, &time, ", not at ", &clock]);
            let mut help = String::from("use one of the pairs of times that it has:");
            for pair in &self.frame.time_pairs {
                help.push_str(&concat(&[" ", &pair.text(), ";"]));
            }
            help.pop();
            self.add(bound.time, bound.path, message, &help);
        } else {
            let message = concat(&[&self.name, verb, &time, ": `", bound.path, "` may be moved there"]);
            self.add(bound.moved, bound.path, message, MOVED);
        }
    }

    /// A bound has to be on a date that a recurrence rule allows.
    fn check_date(&mut self, bound: &Bound, rule: Option<&str>) {
        let Some(rule) = rule else {
            return;
        };
        let allows = |clock| recurrence::allows(rule, clock);
        let rounding = self.request.rounding;
        let date = shown(bound.clock);
        let dates = concat(&[&self.name, " has dates by ", &quoted(rule)]);
        match allows(bound.clock) {
            Some(true) => {}
            None => {
                let message = concat(&[&dates, ", which cannot be checked here for ", &date]);
                self.add(bound.not_checked, bound.path, message, COMPARE);
            }
            Some(false) => {
                let message = concat(&[&dates, ", which ", &date, " is not among"]);
                // The times of day between the two are not tried one by one: on a date that is allowed one of them may do.
                let within = [bound.clock - rounding, bound.clock, bound.clock + rounding];
                let moved = within.map(|clock| recurrence::allows_date(rule, clock));
                if rounding == 0 || moved.iter().all(|allowed| *allowed == Some(false)) {
                    self.add(bound.date, bound.path, message, "give a date that is");
                } else {
                    let message = concat(&[&message, ": `", bound.path, "` may be moved"]);
                    self.add(bound.moved, bound.path, message, MOVED);
                }
            }
        }
    }
}
