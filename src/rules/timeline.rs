//! What happens to an access code when (docs/api-facts.md#lifecycle-of-a-code, #times and #offline-codes): its steps with their instants,
//! where it stands now, what comes next and from when on to worry. Judges no errors: `diagnosis` does. All instants are ms since 1970.
//!
//! # Steps
//!
//! | Code | Steps |
//! | --- | --- |
//! | ongoing | `creation`, `programming` at once, `active` once it is programmed; `removal` once it is deleted |
//! | time-bound, native scheduling | `creation`, `preload` 72 hours before the start, `active`, `removal` at the end |
//! | time-bound, just in time | `creation`, `programming` 60 minutes before the start, `active`, `removal` at the end |
//! | offline | `creation`, `active`, `expiry` by the lock's own clock; a one-time code of igloohome expires 24 hours after its start, one that is longer than 24 hours has to meet its `first_use` within them |
//! | unmanaged | `creation`, when Seam found it, `active`, `expiry`: Seam does nothing about it |
//!
//! What would come before the creation comes with it. A `deferring_creation` that is pending says itself when programming starts, and that counts.
//!
//! A code does not say whether `prefer_native_scheduling` was false when it was created, so its steps are those of its brand.
//! Where it is not known which way a brand goes, the scheduling is `unknown`, and the steps are the later ones, those of just in time: nobody is
//! told that a code is on the lock before it is. `prefer_native_scheduling: false` makes it just in time with every brand; a code that
//! `is_scheduled_on_device` shows that its lock does native scheduling.

use alloc::vec::Vec;

use crate::rules::diagnosis::findings::{Findings, advice};
use crate::rules::lifecycle::{
    CodeState, PATIENCE, PRELOAD, PROGRAMMING, Phase, Span, Time, instant, is_offline,
};
use crate::schema::issue::{stable_names, stable_texts};
use crate::schema::value::Value;

/// The device types whose locks hold a code with its schedule ahead of its start, by Seam's documentation on native scheduling.
const NATIVE: &[&str] = &[
    "two_n_intercom",
    "august_lock",
    "igloohome_lock",
    "kwikset_lock",
    "nuki_lock",
    "salto_lock",
    "schlage_lock",
    "tedee_lock",
    "ttlock_lock",
    "yale_lock",
    "wyze_lock",
];

/// The device types that the same documentation excludes.
const JUST_IN_TIME: &[&str] = &["dormakaba_oracode_door", "lockly_lock", "smartthings_lock"];

/// How long a one-time code of igloohome lasts, and how soon after its start a longer one has to be used first: 24 hours.
const IGLOOHOME_DAY: i64 = 24 * 60 * 60 * 1000;

stable_names! { "How a code gets onto its lock." Scheduling {
    #[doc = "The lock gets it ahead of its start, with its schedule."] Native = "native";
    #[doc = "Seam programs it shortly before its start."] JustInTime = "just_in_time";
    #[doc = "Seam programs it when it is created: it is ongoing."] AtOnce = "at_once";
    #[doc = "Nothing is programmed: it works by an algorithm, or Seam does not manage it."] None = "none";
    #[doc = "It is not known which way the brand goes."] Unknown = "unknown";
}}

stable_names! { "A step in the life of a code." StepName {
    #[doc = "It is created; of an unmanaged code: Seam finds it."] Creation = "creation";
    #[doc = "The lock gets it with its schedule."] Preload = "preload";
    #[doc = "Seam begins to program it."] Programming = "programming";
    #[doc = "The last access method of it is issued."] Issuing = "issuing";
    #[doc = "It begins to open."] Active = "active";
    #[doc = "By then it has to be used for the first time."] FirstUse = "first_use";
    #[doc = "It ceases to open, by Seam taking it off the lock."] Removal = "removal";
    #[doc = "It ceases to open, by the lock's own clock."] Expiry = "expiry";
}}

stable_texts! { "What to expect next." Expectation {
    LockAheadOfStart = "lock_ahead_of_start": "Seam puts it on the lock from 72 hours before its start on; its status stays `unset` until the start.";
    ActiveAtStart = "active_at_start": "It becomes active at its start.";
    ProgrammedJustInTime = "programmed_just_in_time": "Seam begins to program the lock 60 minutes before the start.";
    ProgrammedBeforeStart = "programmed_before_start": "Seam programs the lock before the start, 60 minutes ahead of it at the latest.";
    TakenFromStart = "taken_from_start": "The lock takes it from its start on; nothing is to be programmed.";
    SetAtStart = "set_at_start": "The lock has it; it becomes `set` at its start.";
    SetWithPin = "set_with_pin": "It becomes `set` when its PIN is there.";
    SetByLock = "set_by_lock": "It becomes `set` when the lock has it.";
    SetAfterChange = "set_after_change": "It becomes `set` again when the lock has the change.";
    OpensFromStart = "opens_from_start": "It opens from its start on.";
    OpensUntilDeleted = "opens_until_deleted": "It opens until it is deleted.";
    OpensUntilExpiry = "opens_until_expiry": "It opens until the lock ends it by its own clock.";
    OpensUntilEnd = "opens_until_end": "It opens until its end; then Seam takes it off the lock.";
    LeavesLock = "leaves_lock": "Seam takes it off the lock; until then it may open.";
    Nothing = "nothing": "Nothing more happens to it.";
    NotKnown = "not_known": "Seam cannot tell what the lock holds; see its errors.";
    MethodsMade = "methods_made": "Seam makes its access methods.";
    IssuedBySeam = "issued_by_seam": "Seam issues it.";
    IssuedByPerson = "issued_by_person": "It is issued when somebody has encoded or assigned its card.";
    ChangeIssued = "change_issued": "It opens as before until the change has been made.";
    AccessUntilEnd = "access_until_end": "It opens until its end.";
    AccessRemoved = "access_removed": "Seam removes it; until then it may open.";
    AccessNotKnown = "access_not_known": "How far it is cannot be told.";
}}

stable_texts! { "Why to worry, if nothing has changed by then." Worry {
    NotUsed = "not_used": "Not used by then, it will not open the lock any more.";
    ChangeNotSet = "change_not_set": "Still not `set` again by then, the lock goes on as it was before the change.";
    MayNotOpen = "may_not_open": "Not `set` by then, it may not open for somebody who is at the door.";
    TakesTooLong = "takes_too_long": "Not `set` by then, programming takes longer than it should.";
    NotIssued = "not_issued": "Not issued by then, it may not open for somebody who is at the door.";
    IssuingTooLong = "issuing_too_long": "Not issued by then, it takes longer than it should.";
    ChangeTooLong = "change_too_long": "If the change has not been made by then, it goes on opening as it was before.";
    StillThere = "still_there": "Still there by then, it may go on opening the door.";
}}

/// A step and its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which step.
    pub name: StepName,
    /// When, in ms since 1970; nothing where that depends on when the lock answers, or is not known.
    pub at: Option<i64>,
}

/// What happens to a code when.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// How it gets onto its lock.
    pub scheduling: Scheduling,
    /// Its steps, in their order.
    pub steps: Vec<Step>,
    /// Where it stands. Of parameters: where it would stand if it was created now.
    pub phase: Phase,
    /// The step that is to come, which may be overdue; nothing after the last one.
    pub next: Option<Step>,
    /// What to expect next, in one line.
    pub expect: Expectation,
    /// The instant in ms since 1970 after which one should worry if nothing has changed; nothing where there is no reason to.
    pub worry_after: Option<i64>,
    /// Why, in one line; nothing where there is no such instant.
    pub worry: Option<Worry>,
}

/// What happens when to an access code, managed or not, or to one that would be created with parameters. `device` may be `Null`; `now` is in
/// ms since 1970, and also the creation of what is not created yet.
///
/// An object is taken as a code where it has a `status`, `pending_mutations`, `is_scheduled_on_device` or `created_at`, which no parameters have.
///
/// ```
/// use seam_edge::rules::timeline::{StepName, timeline};
/// use seam_edge::rules::civil::written;
/// use seam_edge::schema::date_time::milliseconds;
/// use seam_edge::schema::value::Value;
///
/// # fn main() -> Result<(), seam_edge::schema::json::Malformed> {
/// let parameters = Value::read(r#"{"starts_at": "2026-06-10T15:00:00Z", "ends_at": "2026-06-12T11:00:00Z"}"#)?;
/// let device = Value::read(r#"{"device_type": "schlage_lock"}"#)?;
/// let now = milliseconds("2026-06-01T12:00:00Z").unwrap_or_default();
/// let next = timeline(&parameters, &device, now).next;
/// assert_eq!(next.map(|step| step.name), Some(StepName::Preload));
/// assert_eq!(
///     next.and_then(|step| step.at).and_then(written).as_deref(),
///     Some("2026-06-07T15:00:00.000Z")
/// );
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn timeline(subject: &Value<'_>, device: &Value<'_>, now: i64) -> Timeline {
    let has = |key: &&str| !subject.get(key).is_null();
    let is_code = [
        "status",
        "pending_mutations",
        "is_scheduled_on_device",
        "created_at",
    ]
    .iter()
    .any(has);
    let plan = Plan::new(subject, device, if is_code { None } else { Some(now) });
    let mut steps = plan.steps();
    let (phase, late_after) = if is_code {
        let state = CodeState::new(subject, Findings::new(&advice(subject)), now);
        (state.phase, state.late_after)
    } else {
        plan.prospect(now)
    };
    let time = plan.span.time(now);
    let phase = if plan.is_offline && time == Time::Over {
        Phase::Removed
    } else {
        phase
    };
    if phase == Phase::Removing && time != Time::Over {
        // Deleted ahead of its end, or without one: it goes when the lock says so.
        steps.retain(|step| step.name != StepName::Removal);
        steps.push(Step {
            name: StepName::Removal,
            at: None,
        });
    }
    let next = next(&steps, phase, time, now);
    let (worry_after, worry) = match next {
        Some(step) if step.name == StepName::FirstUse => (step.at, Some(Worry::NotUsed)),
        _ => late_after.zip(worry(phase, plan.span)).unzip(),
    };
    Timeline {
        scheduling: plan.scheduling,
        steps,
        phase,
        next,
        expect: expect(phase, plan.scheduling, time),
        worry_after,
        worry,
    }
}

/// What is known of a code ahead of all that happens.
struct Plan<'a> {
    subject: &'a Value<'a>,
    scheduling: Scheduling,
    is_offline: bool,
    span: Span,
    created_at: Option<i64>,
    first_use: Option<i64>,
}

impl<'a> Plan<'a> {
    fn new(subject: &'a Value<'_>, device: &Value<'_>, created_now: Option<i64>) -> Self {
        let is_offline = is_offline(subject);
        let mut span = Span::new(subject);
        let mut first_use = None;
        if is_offline && is_of_igloohome(subject, device) {
            let day_later = span.starts_at.map(|start| start.saturating_add(IGLOOHOME_DAY));
            if subject.get("is_one_time_use").is_true() {
                // Whatever end is asked for; a code that is there says its own.
                span.ends_at = match created_now {
                    Some(_) => day_later.or(span.ends_at),
                    None => span.ends_at.or(day_later),
                };
            } else if span.ends_at > day_later {
                first_use = day_later;
            }
        }
        Self {
            subject,
            scheduling: scheduling(subject, device, span),
            is_offline,
            span,
            created_at: created_now.or_else(|| instant(subject, "created_at")),
            first_use,
        }
    }

    /// When it starts to get onto the lock.
    fn starts_getting_there_at(&self) -> Option<i64> {
        let ahead = match self.scheduling {
            Scheduling::Native => PRELOAD,
            _ => PROGRAMMING,
        };
        let planned = self.span.starts_at.map(|start| start.saturating_sub(ahead));
        let pending = self.subject.get("pending_mutations").items().iter();
        let by_server = pending
            .filter_map(|item| instant(item, "scheduled_at"))
            .next_back();
        by_server.or(planned.max(self.created_at))
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut add = |name, at| steps.push(Step { name, at });
        add(StepName::Creation, self.created_at);
        match self.scheduling {
            Scheduling::None => {}
            Scheduling::Native => add(StepName::Preload, self.starts_getting_there_at()),
            _ => add(StepName::Programming, self.starts_getting_there_at()),
        }
        let opens_once_programmed = self.scheduling == Scheduling::AtOnce;
        let active = self.span.starts_at.max(self.created_at);
        add(
            StepName::Active,
            if opens_once_programmed { None } else { active },
        );
        if self.first_use.is_some() {
            add(StepName::FirstUse, self.first_use);
        }
        if self.span.ends_at.is_some() {
            let is_none = self.scheduling == Scheduling::None;
            let end = if is_none {
                StepName::Expiry
            } else {
                StepName::Removal
            };
            add(end, self.span.ends_at);
        }
        steps
    }

    /// Where it would stand if it was created now, and when that would be late.
    fn prospect(&self, now: i64) -> (Phase, Option<i64>) {
        let is_under_way = self.starts_getting_there_at().is_none_or(|at| at <= now);
        let phase = match self.span.time(now) {
            Time::Over => return (Phase::Removed, None),
            // Nothing has to reach the lock.
            Time::Before if self.is_offline => return (Phase::ScheduledOnDevice, None),
            Time::Within if self.is_offline => return (Phase::Set, None),
            // Its status stays `unset` until the start, as that of such a code does.
            Time::Before if self.scheduling == Scheduling::Native => Phase::DeferringCreation,
            _ if is_under_way => Phase::Setting,
            _ => Phase::DeferringCreation,
        };
        let patient = now.saturating_add(PATIENCE);
        let start = self.span.starts_at.unwrap_or(patient);
        (phase, Some(start.max(patient)))
    }
}

fn scheduling(subject: &Value<'_>, device: &Value<'_>, span: Span) -> Scheduling {
    let device_type = device.get("device_type").text().unwrap_or_default();
    if is_offline(subject) || subject.get("is_managed").boolean() == Some(false) {
        Scheduling::None
    } else if !span.is_bound() {
        Scheduling::AtOnce
    } else if subject.get("is_scheduled_on_device").is_true() {
        Scheduling::Native
    } else if subject.get("prefer_native_scheduling").boolean() == Some(false)
        || JUST_IN_TIME.contains(&device_type)
    {
        Scheduling::JustInTime
    } else if NATIVE.contains(&device_type) {
        Scheduling::Native
    } else {
        Scheduling::Unknown
    }
}

/// Whether the lock is of igloohome, by the device or by a warning that its codes alone have.
fn is_of_igloohome(subject: &Value<'_>, device: &Value<'_>) -> bool {
    let warns = |item: &Value<'_>| {
        item.get("warning_code").text() == Some("igloo_algopin_must_be_used_within_24_hours")
    };
    device.get("device_type").text() == Some("igloohome_lock")
        || subject.get("warnings").items().iter().any(warns)
}

/// The step that is to come.
fn next(steps: &[Step], phase: Phase, time: Time, now: i64) -> Option<Step> {
    let is_next = |step: &&Step| match phase {
        Phase::DeferringCreation => matches!(
            step.name,
            StepName::Preload | StepName::Programming | StepName::Active
        ),
        Phase::ScheduledOnDevice | Phase::Setting | Phase::Updating => step.name == StepName::Active,
        Phase::Set => match step.name {
            StepName::Active => time == Time::Before,
            StepName::FirstUse => step.at > Some(now),
            StepName::Removal | StepName::Expiry => true,
            _ => false,
        },
        Phase::Removing => step.name == StepName::Removal,
        Phase::Removed => false,
        Phase::Unknown => step.at > Some(now),
    };
    steps.iter().find(is_next).copied()
}

fn expect(phase: Phase, scheduling: Scheduling, time: Time) -> Expectation {
    match (phase, scheduling) {
        (Phase::DeferringCreation, Scheduling::Native) => Expectation::LockAheadOfStart,
        (Phase::DeferringCreation, Scheduling::None) => Expectation::ActiveAtStart,
        (Phase::DeferringCreation, Scheduling::JustInTime) => Expectation::ProgrammedJustInTime,
        (Phase::DeferringCreation, _) => Expectation::ProgrammedBeforeStart,
        (Phase::ScheduledOnDevice, Scheduling::None) => Expectation::TakenFromStart,
        (Phase::ScheduledOnDevice, _) => Expectation::SetAtStart,
        (Phase::Setting, Scheduling::None) => Expectation::SetWithPin,
        (Phase::Setting, _) => Expectation::SetByLock,
        (Phase::Updating, _) => Expectation::SetAfterChange,
        (Phase::Set, _) if time == Time::Before => Expectation::OpensFromStart,
        (Phase::Set, Scheduling::AtOnce) => Expectation::OpensUntilDeleted,
        (Phase::Set, Scheduling::None) => Expectation::OpensUntilExpiry,
        (Phase::Set, _) => Expectation::OpensUntilEnd,
        (Phase::Removing, _) => Expectation::LeavesLock,
        (Phase::Removed, _) => Expectation::Nothing,
        (Phase::Unknown, _) => Expectation::NotKnown,
    }
}

/// Why one should worry about a code that is still in a phase.
fn worry(phase: Phase, span: Span) -> Option<Worry> {
    match phase {
        Phase::Updating => Some(Worry::ChangeNotSet),
        Phase::DeferringCreation | Phase::Setting | Phase::ScheduledOnDevice if span.starts_at.is_some() => {
            Some(Worry::MayNotOpen)
        }
        Phase::DeferringCreation | Phase::Setting | Phase::ScheduledOnDevice => Some(Worry::TakesTooLong),
        Phase::Set | Phase::Removing => Some(Worry::StillThere),
        Phase::Removed | Phase::Unknown => None,
    }
}
