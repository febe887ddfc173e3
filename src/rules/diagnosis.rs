//! What is the matter with an access code or a device: one verdict, and advice for each of its errors and warnings. Decides what the whole
//! comes to; where a code stands is read in `lifecycle`, and what each error means is a row of the table in `advice`.
//!
//! # Verdicts on a code, the first that applies
//!
//! | Verdict | When |
//! | --- | --- |
//! | `failed` | the lock was removed from its account, and the phase is not `removed` |
//! | `attention` | an error or warning says that removal failed or is late: access is to be treated as still open |
//! | `expired` | `ends_at` has come and the phase is `removed`, or `unknown` with nothing that could keep Seam from removing it |
//! | `failed` | the phase is `removed` before its time: an unmanaged code that is not on the lock |
//! | `removing` | the phase is `removing`, and neither late nor hindered; late is 15 minutes after it was asked for, or after `ends_at` |
//! | `attention` | an unmanaged code that is on the lock past its `ends_at`: nobody takes it off |
//! | `failed` | an error that Seam does not try again, and the phase is none of `set`, `updating` and `scheduled_on_device` |
//! | `attention` | any other error or warning that stands in the way of the code; the code is late: not `set` at `starts_at`, or 15 minutes after it was asked for, if that is later |
//! | `scheduled` | `starts_at` has not come, and the phase is `deferring_creation`, `scheduled_on_device` or `set` |
//! | `active` | the phase is `set` |
//! | `programming` | the phase is `setting` or `updating`, or the start has just come |
//! | `unknown` | the phase is `unknown`; the subject is neither a code nor a device |
//!
//! A code whose account is lost has the status `unknown` and an error: `attention`. Notes, such as `using_backup_access_code`, change no
//! verdict. An error that the code is not getting onto the lock, or was changed on it, outweighs the status `set`: the phase is `updating`.
//! Warnings that the code is slow to get onto the lock do not count once it is `set`. A lost connection does not count for an offline code
//! that is `set`.
//!
//! # Verdicts on a device, the first that applies
//!
//! | Verdict | When |
//! | --- | --- |
//! | `failed` | it was removed from its account, or takes no codes: it has no such capability, or an error says so |
//! | `attention` | any error or warning that stands in the way of codes; offline; able to take codes, but not at present |
//! | `active` | it takes codes, online or offline |
//! | `unknown` | it does not say whether it takes codes |
//!
//! # What a poller does with it
//!
//! See `flow::wait_until_set` and `flow::wait_until_removed`.

pub mod advice;
pub(crate) mod findings;

use alloc::vec::Vec;

use crate::rules::capability::takes_none;
use crate::rules::diagnosis::advice::{Actor, Advice};
use crate::rules::diagnosis::findings::{Findings, advice};
use crate::rules::lifecycle::{Answer, CodeState, Phase, Time, is_offline};
use crate::schema::issue::{stable_names, stable_texts};
use crate::schema::value::Value;

stable_names! { "What the whole comes to." Verdict {
    #[doc = "The code waits for its start, on the lock or not."] Scheduled = "scheduled";
    #[doc = "The code, or a change of it, is on its way to the lock."] Programming = "programming";
    #[doc = "The code opens the lock; the device is ready for codes."] Active = "active";
    #[doc = "The code is about to be taken off the lock, and may still open it."] Removing = "removing";
    #[doc = "The code's time is over, and it is not known to be on the lock any more."] Expired = "expired";
    #[doc = "Somebody has to act, or something is late; it may work, or still open, all the same."] Attention = "attention";
    #[doc = "The code is not on the lock and Seam will not put it there; the device takes no codes."] Failed = "failed";
    #[doc = "It cannot be told."] Unknown = "unknown";
}}

stable_texts! { "The verdict in one line, with what tells it from others of the same verdict." Summary {
    NeitherCodeNorDevice = "neither_code_nor_device": "This is neither an access code nor a device.";
    DeviceGone = "device_gone": "It is no longer in the connected account.";
    DeviceTakesNoCodes = "device_takes_no_codes": "It takes no access codes.";
    DeviceHindered = "device_hindered": "Something stands in the way of access codes on it.";
    DeviceReady = "device_ready": "It is ready for access codes.";
    DeviceNotAtPresent = "device_not_at_present": "It could take access codes, but does not at present.";
    DeviceDoesNotSay = "device_does_not_say": "It does not say whether it takes access codes.";
    WaitsForStart = "waits_for_start": "It waits for its start and is not on the lock yet.";
    OnLockBeforeStart = "on_lock_before_start": "It is on the lock and opens from its start on.";
    ChangeOnItsWay = "change_on_its_way": "A change is on its way to the lock, which holds the code as it was.";
    NotYetConfirmed = "not_yet_confirmed": "The lock holds it with its schedule; Seam has yet to confirm that it opens.";
    OnItsWay = "on_its_way": "It is on its way to the lock.";
    Opens = "opens": "It is on the lock and opens it.";
    ToLeave = "to_leave": "It is to leave the lock, and may open it until then.";
    Over = "over": "Its time is over, and it is not known to be on the lock any more.";
    ShouldBeOff = "should_be_off": "It should be off the lock or is to be: treat access as still open.";
    MayNotWork = "may_not_work": "It is on the lock, but something may keep it from working.";
    Late = "late": "It is late: it is not known to be on the lock as it should be by now.";
    Hindered = "hindered": "Something stands in its way to the lock.";
    LockGone = "lock_gone": "Its lock is no longer in the connected account.";
    WillNotBeSet = "will_not_be_set": "It is not on the lock, and Seam will not put it there.";
    NotKnown = "not_known": "What the lock holds cannot be told.";
    NeitherGrantNorMethod = "neither_grant_nor_method": "This is neither an access grant nor an access method.";
    NothingRequested = "nothing_requested": "It has no access method, and none has been requested.";
    MethodsToCome = "methods_to_come": "Its access methods are not all made yet.";
    BeingIssued = "being_issued": "It is being issued.";
    NeedsEncoding = "needs_encoding": "Somebody has to write its card with an encoder.";
    NeedsAssignment = "needs_assignment": "Somebody has to assign a card to it.";
    AccessChanging = "access_changing": "It is issued, and a change of it is on its way.";
    IssuedBeforeStart = "issued_before_start": "It is issued and opens from its start on.";
    Issued = "issued": "It is issued and opens.";
    AccessTroubled = "access_troubled": "It is issued, but something may keep it from working.";
    StillOpens = "still_opens": "It still opens what it should open no longer.";
    AccessHindered = "access_hindered": "Something stands in the way of issuing it.";
    AccessLate = "access_late": "It is late: it is not issued as it should be by now.";
    NotCreated = "not_created": "Not all of it could be made, and Seam does not try again.";
    AccessLeaving = "access_leaving": "It is being deleted, and may open until then.";
    AccessOver = "access_over": "Its time is over.";
    AccessNotKnown = "access_not_known": "How far it is cannot be told.";
}}

/// What is the matter with an access code or a device.
#[derive(Clone, Debug)]
pub struct Diagnosis<'a> {
    /// What the whole comes to.
    pub verdict: Verdict,
    /// The verdict in one line.
    pub summary: Summary,
    /// Where a code stands; `unknown` for a code whose lock is gone, and for a device.
    pub phase: Phase,
    /// Whether the lock holds the code, in whatever version; of an offline code, which no lock holds, whether the lock takes it.
    /// `unknown` for a device.
    pub is_on_lock: Answer,
    /// When the next step of the code is due, in ms since 1970: its start until it is `set`, its end from then on. Nothing for what is due at
    /// once, as the removal of what was deleted ahead of its end, or never.
    pub due_at: Option<i64>,
    /// Whether a backup code can be pulled now: the server has one, and the code is time-bound, not over, no backup code itself and has
    /// none yet. False where the server does not say.
    pub can_pull_backup_code: bool,
    /// Whether Seam goes on by itself with what is left to do, so that waiting may help. False where nothing is left.
    pub retried_by_seam: bool,
    /// The most urgent of those who have to act by the advice, `change_input` before `user`, `inspect` and `wait`. Without advice: `wait` for what
    /// is on its way; `inspect` for what failed, is late or cannot be told; `user` for a device that is offline, or does not take codes at
    /// present. These, too, are outweighed by what is more urgent.
    /// Nothing where nothing is to be done.
    pub actor: Option<Actor>,
    /// What is to be said about each error, then about each warning, in the server's order.
    pub advice: Vec<Advice<'a>>,
}

/// What is the matter with a managed or unmanaged access code, or a managed or unmanaged device; `now` is in ms since 1970.
///
/// They are told apart by their keys: an `access_code_id` makes a code; a `device_id` with `properties` or `capabilities_supported` a device. Anything
/// else has the verdict `unknown`, and still gets advice for its `errors` and `warnings`.
///
/// ```
/// use seam_edge::rules::diagnosis::advice::Actor;
/// use seam_edge::rules::diagnosis::{Verdict, diagnose};
/// use seam_edge::schema::value::Value;
///
/// # fn main() -> Result<(), seam_edge::schema::json::Malformed> {
/// let code = Value::read(
///     r#"{"access_code_id": "a1", "status": "setting", "errors": [{"error_code": "code_constraints_violated"}]}"#,
/// )?;
/// let diagnosis = diagnose(&code, 1_780_315_200_000);
/// assert_eq!(diagnosis.verdict, Verdict::Failed);
/// assert_eq!(diagnosis.actor, Some(Actor::ChangeInput));
/// assert!(!diagnosis.retried_by_seam);
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn diagnose<'a>(subject: &'a Value<'_>, now: i64) -> Diagnosis<'a> {
    let advice = advice(subject);
    let findings = Findings::new(&advice);
    let has = |key| !subject.get(key).is_null();
    let mut diagnosis = Diagnosis {
        verdict: Verdict::Unknown,
        summary: Summary::NeitherCodeNorDevice,
        phase: Phase::Unknown,
        is_on_lock: Answer::Unknown,
        due_at: None,
        can_pull_backup_code: false,
        retried_by_seam: false,
        actor: None,
        advice,
    };
    if has("access_code_id") {
        diagnosis.diagnose_code(subject, findings, now);
    } else if has("device_id") && (has("properties") || has("capabilities_supported")) {
        diagnosis.diagnose_device(subject, findings);
    }
    for item in &diagnosis.advice {
        diagnosis.actor = more_urgent(diagnosis.actor, item.actor);
    }
    diagnosis
}

impl Diagnosis<'_> {
    fn diagnose_code(&mut self, code: &Value<'_>, findings: Findings, now: i64) {
        let state = CodeState::new(code, findings, now);
        let is_late = state.late_after.is_some_and(|instant| instant < now);
        let is_managed = code.get("is_managed").boolean() != Some(false);
        let phase = state.phase;
        self.verdict = verdict_on_code(&state, findings, is_late, is_offline(code));
        self.summary = summary_of_code(self.verdict, &state, findings, is_late);
        self.phase = phase;
        self.is_on_lock = state.is_on_lock;
        self.due_at = match phase {
            Phase::Set => state.span.ends_at,
            Phase::Removing if state.time == Time::Over => state.span.ends_at,
            Phase::Removing | Phase::Removed | Phase::Unknown => None,
            _ => state.span.starts_at,
        };
        self.can_pull_backup_code = code.get("is_backup_access_code_available").is_true()
            && state.span.ends_at.is_some()
            && state.time != Time::Over
            && !code.get("is_backup").is_true()
            && code.get("pulled_backup_access_code_id").is_null();
        self.retried_by_seam = is_managed
            && match self.verdict {
                Verdict::Active | Verdict::Expired | Verdict::Failed => false,
                Verdict::Attention => !findings.is_final || phase == Phase::Removing,
                // Of a code that does not say where it stands nobody knows what Seam does.
                Verdict::Unknown => code.get("status").text() == Some("unknown"),
                _ => true,
            };
        self.actor = match self.verdict {
            Verdict::Scheduled | Verdict::Programming | Verdict::Removing => Some(Actor::Wait),
            Verdict::Failed | Verdict::Unknown => Some(Actor::Inspect),
            Verdict::Attention if is_late || self.advice.is_empty() => Some(Actor::Inspect),
            _ => None,
        };
    }

    fn diagnose_device(&mut self, device: &Value<'_>, findings: Findings) {
        let online = flag(
            device,
            "can_program_online_access_codes",
            "online_access_codes_enabled",
        );
        let offline = flag(
            device,
            "can_program_offline_access_codes",
            "offline_access_codes_enabled",
        );
        let takes = online == Some(true) || offline == Some(true);
        // Offline codes need no connection.
        let needs_link = online == Some(true) || !takes;
        let is_offline = device.at(&["properties", "online"]).boolean() == Some(false);
        let is_cut_off = needs_link && is_offline;
        let is_hindered = findings.setting_error
            || findings.setting_warning
            || findings.removal
            || findings.trouble
            || (needs_link && findings.link);
        (self.verdict, self.summary) = if findings.gone {
            (Verdict::Failed, Summary::DeviceGone)
        } else if takes_none(device) || findings.is_final {
            (Verdict::Failed, Summary::DeviceTakesNoCodes)
        } else if is_hindered || is_cut_off {
            (Verdict::Attention, Summary::DeviceHindered)
        } else if takes {
            (Verdict::Active, Summary::DeviceReady)
        } else if online.is_some() || offline.is_some() {
            (Verdict::Attention, Summary::DeviceNotAtPresent)
        } else {
            (Verdict::Unknown, Summary::DeviceDoesNotSay)
        };
        self.retried_by_seam = self.verdict == Verdict::Attention;
        self.actor = match self.verdict {
            Verdict::Failed => Some(Actor::Inspect),
            Verdict::Attention if is_cut_off || !takes => Some(Actor::User),
            _ => None,
        };
    }
}

/// The verdict on a code, by the table at the head of this file.
fn verdict_on_code(state: &CodeState, findings: Findings, is_late: bool, is_offline: bool) -> Verdict {
    let (phase, time) = (state.phase, state.time);
    if findings.gone && phase != Phase::Removed {
        return Verdict::Failed;
    }
    if findings.removal {
        return Verdict::Attention;
    }
    let is_set = phase == Phase::Set;
    let is_hindered = findings.trouble || (findings.link && !(is_set && is_offline));
    match phase {
        Phase::Removed if time == Time::Over => return Verdict::Expired,
        Phase::Removed => return Verdict::Failed,
        Phase::Removing if is_hindered || is_late => return Verdict::Attention,
        Phase::Removing => return Verdict::Removing,
        Phase::Unknown if time == Time::Over && !is_hindered => return Verdict::Expired,
        Phase::Set if time == Time::Over => return Verdict::Attention,
        _ => {}
    }
    let holds = matches!(phase, Phase::Set | Phase::Updating | Phase::ScheduledOnDevice);
    if findings.is_final && !holds {
        return Verdict::Failed;
    }
    let is_slow = findings.setting_error || (findings.setting_warning && !is_set);
    if findings.is_final || is_slow || is_hindered || is_late {
        return Verdict::Attention;
    }
    match phase {
        Phase::Set | Phase::ScheduledOnDevice | Phase::DeferringCreation if time == Time::Before => {
            Verdict::Scheduled
        }
        Phase::Set => Verdict::Active,
        Phase::Unknown => Verdict::Unknown,
        _ => Verdict::Programming,
    }
}

/// The verdict on a code in one line, with what tells it from others of the same verdict.
fn summary_of_code(verdict: Verdict, state: &CodeState, findings: Findings, is_late: bool) -> Summary {
    let is_over = state.time == Time::Over;
    match (verdict, state.phase) {
        (Verdict::Scheduled, Phase::DeferringCreation) => Summary::WaitsForStart,
        (Verdict::Scheduled, _) => Summary::OnLockBeforeStart,
        (Verdict::Programming, Phase::Updating) => Summary::ChangeOnItsWay,
        (Verdict::Programming, Phase::ScheduledOnDevice) => Summary::NotYetConfirmed,
        (Verdict::Programming, _) => Summary::OnItsWay,
        (Verdict::Active, _) => Summary::Opens,
        (Verdict::Removing, _) => Summary::ToLeave,
        (Verdict::Expired, _) => Summary::Over,
        (Verdict::Attention, _) if findings.removal || is_over || state.phase == Phase::Removing => {
            Summary::ShouldBeOff
        }
        (Verdict::Attention, Phase::Set) => Summary::MayNotWork,
        (Verdict::Attention, _) if is_late => Summary::Late,
        (Verdict::Attention, _) => Summary::Hindered,
        (Verdict::Failed, _) if findings.gone => Summary::LockGone,
        (Verdict::Failed, _) => Summary::WillNotBeSet,
        (Verdict::Unknown, _) => Summary::NotKnown,
    }
}

/// What a device says about one kind of codes: by its flag, or as older servers had it.
fn flag(device: &Value<'_>, name: &str, older: &str) -> Option<bool> {
    let flag = device.get(name).boolean();
    flag.or_else(|| device.at(&["properties", older]).boolean())
}

pub(crate) fn more_urgent(one: Option<Actor>, other: Actor) -> Option<Actor> {
    match one {
        Some(one) if one as u8 >= other as u8 => Some(one),
        _ => Some(other),
    }
}
