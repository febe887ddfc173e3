//! Where an access code stands on its way to the lock and off it again (docs/api-facts.md#lifecycle-of-a-code, #verifying-a-code and
//! #pending-mutations): read from `status`, and from `pending_mutations`, errors and window where that is absent. A status that is not listed
//! says nothing about the lock, so the phase is `unknown`. Says nothing to people; diagnosis and timeline do.

use crate::rules::diagnosis::findings::Findings;
use crate::schema::date_time::milliseconds;
use crate::schema::issue::stable_names;
use crate::schema::value::Value;

/// How long before its start a lock with native scheduling gets a code, in ms: 72 hours.
pub const PRELOAD: i64 = 72 * 60 * 60 * 1000;

/// How long before its start Seam begins to program any other lock, in ms: 60 minutes.
pub const PROGRAMMING: i64 = 60 * 60 * 1000;

/// How long programming or removal may take before it counts as late, in ms: 15 minutes. This is our recommendation. Seam names no such time;
/// the one that it comes near to is how far ahead of its start it wants a Kwikset code to be created.
pub const PATIENCE: i64 = 15 * 60 * 1000;

/// Every status that says where a code stands.
const STATUSES: [&str; 5] = ["setting", "set", "unset", "removing", "unknown"];

stable_names! { "How far a code has got, in the API's words." Phase {
    #[doc = "Not on the lock; waits for its start to come nearer."] DeferringCreation = "deferring_creation";
    #[doc = "On the lock with its schedule, ahead of its start."] ScheduledOnDevice = "scheduled_on_device";
    #[doc = "Being put on the lock for the first time, or again."] Setting = "setting";
    #[doc = "On the lock as it was before a change that is on its way."] Updating = "updating";
    #[doc = "On the lock as it was asked for."] Set = "set";
    #[doc = "To be taken off the lock, or being so."] Removing = "removing";
    #[doc = "Not on the lock, and nothing is to bring it there."] Removed = "removed";
    #[doc = "Not told by what is at hand."] Unknown = "unknown";
}}

stable_names! { "An answer that may not be known." Answer {
    #[doc = "It is so."] Yes = "yes";
    #[doc = "It is not so."] No = "no";
    #[doc = "It cannot be told."] Unknown = "unknown";
}}

/// How the window of a code lies around now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// The start has not come.
    Before,
    /// The start has come, or there is none, and the end has not.
    Within,
    /// The end has come.
    Over,
}

/// When a code opens, in ms since 1970. Without a start it opens at once, without an end until it is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) starts_at: Option<i64>,
    pub(crate) ends_at: Option<i64>,
}

impl Span {
    /// The window of a code, or of parameters. The bounds of an ongoing code, which some servers keep, do not count.
    pub(crate) fn new(code: &Value<'_>) -> Self {
        if code.get("type").text() == Some("ongoing") {
            return Self {
                starts_at: None,
                ends_at: None,
            };
        }
        Self {
            starts_at: instant(code, "starts_at"),
            ends_at: instant(code, "ends_at"),
        }
    }

    pub(crate) fn is_bound(self) -> bool {
        self.starts_at.is_some() || self.ends_at.is_some()
    }

    /// Where an instant lies. The bounds themselves belong to what comes after them.
    pub(crate) fn time(self, now: i64) -> Time {
        if self.ends_at.is_some_and(|end| end <= now) {
            Time::Over
        } else if self.starts_at.is_some_and(|start| start > now) {
            Time::Before
        } else {
            Time::Within
        }
    }
}

/// The instant at a key, in ms since 1970; nothing where there is no date-time.
pub(crate) fn instant(object: &Value<'_>, key: &str) -> Option<i64> {
    object.get(key).text().and_then(milliseconds)
}

/// Whether a code, or parameters, are of a code that works by an algorithm.
pub(crate) fn is_offline(code: &Value<'_>) -> bool {
    code.get("is_offline_access_code").is_true() || code.get("use_offline_access_code").is_true()
}

/// What state a code is in.
pub(crate) struct CodeState {
    /// The phase.
    pub(crate) phase: Phase,
    /// When it opens.
    pub(crate) span: Span,
    /// How that lies around now.
    pub(crate) time: Time,
    /// Whether the lock holds it, in whatever version. Of an offline code, which no lock holds: whether the lock takes it.
    pub(crate) is_on_lock: Answer,
    /// After which instant the next step is late, in ms since 1970; nothing where none is due.
    pub(crate) late_after: Option<i64>,
}

impl CodeState {
    /// The state of a managed or unmanaged code.
    pub(crate) fn new(code: &Value<'_>, findings: Findings, now: i64) -> Self {
        let span = Span::new(code);
        let time = span.time(now);
        let facts = Facts::new(code, findings);
        let phase = match time {
            Time::Over => facts.phase_when_over(),
            _ => facts.phase(time, span),
        };
        // Nobody can tell any more what a lock holds that is gone.
        let is_lost = findings.gone && phase != Phase::Removed;
        let phase = if is_lost { Phase::Unknown } else { phase };
        Self {
            phase,
            span,
            time,
            is_on_lock: facts.is_on_lock(phase),
            late_after: facts.late_after(phase, span, time),
        }
    }
}

/// What a code says of itself.
struct Facts<'a> {
    code: &'a Value<'a>,
    findings: Findings,
    status: Option<&'a str>,
    /// Whether there is a status, and not one of those that are listed.
    has_unlisted_status: bool,
    is_managed: bool,
    /// Whether the lock has its schedule, by the server's word.
    is_scheduled: bool,
}

impl<'a> Facts<'a> {
    fn new(code: &'a Value<'a>, findings: Findings) -> Self {
        let status = code.get("status").text();
        let is_listed = status.is_some_and(|status| STATUSES.contains(&status));
        Self {
            code,
            findings,
            status,
            has_unlisted_status: !is_listed && !code.get("status").is_null(),
            is_managed: code.get("is_managed").boolean() != Some(false),
            is_scheduled: code.get("is_scheduled_on_device").is_true(),
        }
    }

    /// The pending mutation of a name.
    fn pending(&self, mutation: &str) -> Option<&'a Value<'a>> {
        let mut items = self.code.get("pending_mutations").items().iter();
        items.find(|item| item.get("mutation_code").text() == Some(mutation))
    }

    fn is_pending(&self, mutation: &str) -> bool {
        self.pending(mutation).is_some()
    }

    fn is_deleting(&self) -> bool {
        self.status == Some("removing") || self.is_pending("deleting") || self.findings.deleting
    }

    /// Whether a change of what the lock holds is on its way. The name opens no door.
    fn is_updating(&self) -> bool {
        self.is_pending("updating_code") || self.is_pending("updating_time_frame")
    }

    /// The phase of a code whose end has not come.
    fn phase(&self, time: Time, span: Span) -> Phase {
        if self.is_deleting() {
            return Phase::Removing;
        }
        if self.is_pending("creating") {
            return Phase::Setting;
        }
        if self.has_unlisted_status {
            return Phase::Unknown;
        }
        let is_waiting = self.status == Some("unset") && !self.is_scheduled;
        if self.is_updating() && !is_waiting {
            return Phase::Updating;
        }
        if self.is_pending("deferring_creation") {
            return self.waiting(time, span);
        }
        match self.status {
            Some("set") if self.findings.setting_error || self.findings.is_final => Phase::Updating,
            Some("set") => self.held(),
            Some("setting") => Phase::Setting,
            Some("unset") => self.waiting(time, span),
            Some("unknown") => Phase::Unknown,
            _ => self.phase_without_status(time, span),
        }
    }

    /// The newest types do without a status: nothing is pending and nothing is wrong, so the lock has what was asked for.
    fn phase_without_status(&self, time: Time, span: Span) -> Phase {
        let Value::Array(pending) = self.code.get("pending_mutations") else {
            return Phase::Unknown;
        };
        let renaming = |item: &Value<'_>| item.get("mutation_code").text() == Some("updating_name");
        if !pending.iter().all(renaming) {
            return Phase::Setting;
        }
        if self.findings.is_doubtful() {
            return Phase::Unknown;
        }
        match time {
            Time::Before => self.waiting(time, span),
            _ => self.held(),
        }
    }

    /// The phase of a code that the lock holds, if it has a PIN.
    fn held(&self) -> Phase {
        if self.code.get("is_waiting_for_code_assignment").is_true() {
            Phase::Setting
        } else {
            Phase::Set
        }
    }

    /// The phase of a code that is not `set`.
    fn waiting(&self, time: Time, span: Span) -> Phase {
        if self.is_scheduled {
            Phase::ScheduledOnDevice
        } else if !self.is_managed && time != Time::Before {
            // Seam sets no code that it does not manage.
            Phase::Removed
        } else if span.is_bound() {
            Phase::DeferringCreation
        } else {
            Phase::Setting
        }
    }

    /// The phase of a code whose end has come.
    fn phase_when_over(&self) -> Phase {
        if is_offline(self.code) {
            // The lock itself tells that its time is over.
            return Phase::Removed;
        }
        if self.is_deleting() {
            return Phase::Removing;
        }
        if self.has_unlisted_status {
            return Phase::Unknown;
        }
        match self.status {
            Some("set") if !self.is_managed => Phase::Set,
            Some("set") => Phase::Removing,
            Some("unset" | "setting") => Phase::Removed,
            Some("unknown") => Phase::Unknown,
            _ if self.is_updating() => Phase::Removing,
            _ => match self.code.get("pending_mutations") {
                Value::Array(_) => Phase::Removed,
                _ => Phase::Unknown,
            },
        }
    }

    fn is_on_lock(&self, phase: Phase) -> Answer {
        let says_set = self.status == Some("set");
        match phase {
            Phase::Set | Phase::ScheduledOnDevice => Answer::Yes,
            Phase::Removed if is_offline(self.code) => Answer::No,
            Phase::Updating if !self.findings.setting_error => Answer::Yes,
            Phase::Removing if says_set || self.findings.removal_error => Answer::Yes,
            Phase::Removed if self.status == Some("setting") || self.findings.removal => Answer::Unknown,
            Phase::DeferringCreation | Phase::Removed if !says_set => Answer::No,
            Phase::Setting if !says_set && self.is_pending("creating") => Answer::No,
            _ => Answer::Unknown,
        }
    }

    fn late_after(&self, phase: Phase, span: Span, time: Time) -> Option<i64> {
        let with_patience = |from: Option<i64>| from.map(|from| from.saturating_add(PATIENCE));
        match phase {
            // What was asked for at the last moment gets its time beyond the start. `None` is less than any instant.
            Phase::DeferringCreation | Phase::Setting | Phase::Updating => {
                span.starts_at.max(with_patience(self.asked_at()))
            }
            Phase::ScheduledOnDevice => with_patience(span.starts_at),
            Phase::Set if is_offline(self.code) => None,
            // Nobody takes it off but the lock itself.
            Phase::Set if !self.is_managed => span.ends_at,
            Phase::Set => with_patience(span.ends_at),
            Phase::Removing => {
                let deleting = self.pending("deleting");
                let asked_at = deleting.and_then(|deleting| instant(deleting, "created_at"));
                let end = if time == Time::Over { span.ends_at } else { None };
                with_patience(asked_at.or(end))
            }
            Phase::Removed | Phase::Unknown => None,
        }
    }

    /// When what is pending was asked for, the last of it; the creation where nothing is pending.
    fn asked_at(&self) -> Option<i64> {
        let pending = self.code.get("pending_mutations").items().iter();
        let last = pending.filter_map(|item| instant(item, "created_at")).max();
        last.or_else(|| instant(self.code, "created_at"))
    }
}
