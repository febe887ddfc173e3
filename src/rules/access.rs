//! How far an access grant or an access method is, and what is the matter with it (docs/api-facts.md#access-grants-and-methods): one verdict, what is
//! pending, which devices are left out, and advice for each of its errors and warnings. What each of these means is a row of the table in
//! `advice`; when things happen is in `timeline`.
//!
//! A grant is as far as the access method of it that is least far; a method does not say when it opens, so its times are those of its grant,
//! where that is given.
//!
//! # Verdicts, the first that applies
//!
//! | Verdict | When |
//! | --- | --- |
//! | `removing` | it is being deleted |
//! | `expired` | `ends_at` has come |
//! | `failed` | an error that Seam does not try again, while nothing is pending; or no access method has been asked for |
//! | `attention` | somebody has to encode or to assign a card; it still opens what it should not; any other error or warning that stands in its way; it is late: not issued at `starts_at`, or 15 minutes after it was asked for, if that is later |
//! | `scheduled` | it is issued, and `starts_at` has not come |
//! | `active` | it is issued |
//! | `programming` | it is being issued, or a change of it is on its way |
//! | `unknown` | nothing of this can be told |
//!
//! Issued is what says so itself, has nothing pending but access that is being taken away, and no warning that some access is still to come.
//!
//! # What a poller does with it
//!
//! See `flow::wait_until_issued`.

pub mod advice;
pub mod timeline;

use alloc::vec::Vec;

use crate::rules::diagnosis::advice::{Actor, Advice, Effect, Scope, Subject};
use crate::rules::diagnosis::findings::Findings;
use crate::rules::diagnosis::{Summary, Verdict, more_urgent};
use crate::rules::lifecycle::{PATIENCE, Span, Time, instant};
use crate::schema::issue::stable_names;
use crate::schema::value::Value;

// In the order of how far they are, which is compared.
stable_names! { "How far an access grant or an access method is." AccessPhase {
    #[doc = "Not told by what is at hand."] Unknown = "unknown";
    #[doc = "Access methods that were asked for are not made yet."] Requested = "requested";
    #[doc = "Somebody has to assign a card to it."] NeedsAssignment = "needs_assignment";
    #[doc = "Somebody has to write its card with an encoder."] NeedsEncoding = "needs_encoding";
    #[doc = "Seam is issuing it."] Issuing = "issuing";
    #[doc = "It is issued as it was before a change that is on its way."] Updating = "updating";
    #[doc = "It is issued as it was asked for."] Issued = "issued";
    #[doc = "It is being deleted."] Removing = "removing";
    #[doc = "Its time is over."] Over = "over";
}}

/// An access grant with its access methods, or an access method alone.
#[derive(Clone, Copy)]
pub struct Access<'a> {
    /// The grant; `Null` where it is not known.
    pub grant: &'a Value<'a>,
    /// The access methods; nothing where they are not known.
    pub methods: Option<&'a [Value<'a>]>,
}

/// A change that is asked for and not made yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending<'a> {
    /// The `mutation_code`; empty where it has none.
    pub code: &'a str,
    /// ID of the access method whose change it is; nothing where it is one of the grant.
    pub access_method_id: Option<&'a str>,
    /// When it was asked for, as the server wrote it.
    pub created_at: Option<&'a str>,
}

/// What is said about one error or warning, and whose it is.
#[derive(Clone, Debug)]
pub struct AccessAdvice<'a> {
    /// What is said.
    pub advice: Advice<'a>,
    /// ID of the access method that has it; nothing where the grant has it.
    pub access_method_id: Option<&'a str>,
}

/// How far one access method is.
#[derive(Clone, Copy, Debug)]
pub struct MethodState<'a> {
    /// Its ID; empty where it has none.
    pub access_method_id: &'a str,
    /// How it opens, as `code`; empty where it does not say.
    pub mode: &'a str,
    /// How far it is.
    pub phase: AccessPhase,
}

/// How far an access grant or an access method is, and what is the matter with it.
#[derive(Clone, Debug)]
pub struct AccessDiagnosis<'a> {
    /// What the whole comes to.
    pub verdict: Verdict,
    /// The verdict in one line.
    pub summary: Summary,
    /// How far the whole is.
    pub phase: AccessPhase,
    /// From when to when it opens, in ms since 1970; nothing where that is not known, or there is no end.
    pub starts_at: Option<i64>,
    /// See `starts_at`.
    pub ends_at: Option<i64>,
    /// After which instant it is late, in ms since 1970; nothing where nothing is due.
    pub late_after: Option<i64>,
    /// Whether Seam goes on by itself with what is left to do, so that waiting may help.
    pub retried_by_seam: bool,
    /// The most urgent of those who have to act, as in a diagnosis of an access code. Nothing where nothing is to be done.
    pub actor: Option<Actor>,
    /// How far each access method is, in the server's order.
    pub methods: Vec<MethodState<'a>>,
    /// What is asked for and not made yet, the grant's first.
    pub pending: Vec<Pending<'a>>,
    /// IDs of the devices that it should open and does not, as far as errors, warnings and pending changes name them. Nothing names entrances.
    pub uncovered_device_ids: Vec<&'a str>,
    /// What is to be said about each error, then about each warning, the grant's before those of its methods.
    pub advice: Vec<AccessAdvice<'a>>,
}

/// How far an access grant or an access method is, and what is the matter with it; `now` is in ms since 1970.
///
/// ```
/// use seam_edge::rules::access::{Access, AccessPhase, diagnose_access};
/// use seam_edge::rules::diagnosis::Verdict;
/// use seam_edge::rules::diagnosis::advice::Actor;
/// use seam_edge::schema::value::Value;
///
/// # fn main() -> Result<(), seam_edge::schema::json::Malformed> {
/// let method = Value::read(r#"{"access_method_id": "m1", "mode": "card", "is_issued": false, "is_encoding_required": true}"#)?;
/// let access = Access { grant: &Value::Null, methods: Some(core::slice::from_ref(&method)) };
/// let diagnosis = diagnose_access(access, 1_780_315_200_000);
/// assert_eq!(diagnosis.verdict, Verdict::Attention);
/// assert_eq!(diagnosis.phase, AccessPhase::NeedsEncoding);
/// assert_eq!(diagnosis.actor, Some(Actor::User));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn diagnose_access(access: Access<'_>, now: i64) -> AccessDiagnosis<'_> {
    let all = access.methods.unwrap_or_default();
    let mut advice = Vec::new();
    let mut pending = Vec::new();
    let mut uncovered = Vec::new();
    for (scope, list) in [(Scope::Error, "errors"), (Scope::Warning, "warnings")] {
        for whole in core::iter::once(access.grant).chain(all) {
            for item in whole.get(list).items() {
                // What is not an object says nothing.
                if let Value::Object(_) = item {
                    advice.push(AccessAdvice {
                        advice: Advice::of(Subject::Access, item, scope),
                        access_method_id: id_of(whole),
                    });
                    leave_out(&mut uncovered, item);
                }
            }
        }
    }
    for whole in core::iter::once(access.grant).chain(all) {
        for item in whole.get("pending_mutations").items() {
            pending.push(Pending {
                code: item.get("mutation_code").text().unwrap_or_default(),
                access_method_id: id_of(whole),
                created_at: item.get("created_at").text(),
            });
            let before = item.at(&["from", "device_ids"]).items();
            let after = item.at(&["to", "device_ids"]).items();
            let added = after.iter().filter(|id| !before.contains(id));
            add_texts(&mut uncovered, added);
        }
    }
    let methods: Vec<MethodState<'_>> = all.iter().map(state_of).collect();
    let span = Span::new(access.grant);
    let findings = Findings::new(advice.iter().map(|item| &item.advice));
    let time = span.time(now);
    let phase = phase_of(access, &methods, findings, time);
    let asked_at = asked_at(access, phase);
    let late_after = match phase {
        AccessPhase::Requested
        | AccessPhase::Issuing
        | AccessPhase::NeedsEncoding
        | AccessPhase::NeedsAssignment => span.starts_at.max(asked_at.map(|at| at.saturating_add(PATIENCE))),
        AccessPhase::Updating | AccessPhase::Removing => asked_at.map(|at| at.saturating_add(PATIENCE)),
        _ => None,
    };
    let is_late = late_after.is_some_and(|at| at < now);
    let is_empty = asks_for_nothing(access);
    let is_final = is_empty || (findings.is_final && pending.is_empty());
    let is_slow = findings.setting_error || (findings.setting_warning && phase != AccessPhase::Issued);
    let needs_person = matches!(phase, AccessPhase::NeedsEncoding | AccessPhase::NeedsAssignment);
    let is_hindered = is_slow || findings.trouble || findings.is_final;
    let verdict = match phase {
        AccessPhase::Removing => Verdict::Removing,
        AccessPhase::Over => Verdict::Expired,
        _ if is_final => Verdict::Failed,
        _ if needs_person || findings.removal || is_hindered || is_late => Verdict::Attention,
        AccessPhase::Issued if time == Time::Before => Verdict::Scheduled,
        AccessPhase::Issued => Verdict::Active,
        AccessPhase::Unknown => Verdict::Unknown,
        _ => Verdict::Programming,
    };
    let summary = match (verdict, phase) {
        (Verdict::Removing, _) => Summary::AccessLeaving,
        (Verdict::Expired, _) => Summary::AccessOver,
        (Verdict::Failed, _) if is_empty => Summary::NothingRequested,
        (Verdict::Failed, _) => Summary::NotCreated,
        (_, AccessPhase::NeedsEncoding) => Summary::NeedsEncoding,
        (_, AccessPhase::NeedsAssignment) => Summary::NeedsAssignment,
        (Verdict::Attention, AccessPhase::Issued) if findings.removal => Summary::StillOpens,
        (Verdict::Attention, AccessPhase::Issued) => Summary::AccessTroubled,
        (Verdict::Attention, _) if is_late && !is_hindered => Summary::AccessLate,
        (Verdict::Attention, _) => Summary::AccessHindered,
        (Verdict::Scheduled, _) => Summary::IssuedBeforeStart,
        (Verdict::Active, _) => Summary::Issued,
        (_, AccessPhase::Requested) => Summary::MethodsToCome,
        (_, AccessPhase::Issuing) => Summary::BeingIssued,
        (_, AccessPhase::Updating) => Summary::AccessChanging,
        _ if is_neither(access) => Summary::NeitherGrantNorMethod,
        _ => Summary::AccessNotKnown,
    };
    let mut actor = match verdict {
        Verdict::Programming | Verdict::Removing => Some(Actor::Wait),
        Verdict::Attention if needs_person => Some(Actor::User),
        Verdict::Failed if is_empty => Some(Actor::ChangeInput),
        Verdict::Failed | Verdict::Unknown => Some(Actor::Inspect),
        Verdict::Attention if is_late => Some(Actor::Inspect),
        _ => None,
    };
    for item in &advice {
        actor = more_urgent(actor, item.advice.actor);
    }
    AccessDiagnosis {
        verdict,
        summary,
        phase,
        starts_at: span.starts_at,
        ends_at: span.ends_at,
        late_after,
        retried_by_seam: verdict != Verdict::Failed
            && matches!(
                phase,
                AccessPhase::Requested | AccessPhase::Issuing | AccessPhase::Updating | AccessPhase::Removing
            ),
        actor,
        methods,
        pending,
        uncovered_device_ids: uncovered,
        advice,
    }
}

impl AccessDiagnosis<'_> {
    /// Whether an error says that Seam has stopped trying, or something that stands in the way.
    #[must_use]
    pub fn has(&self, effect: Effect) -> bool {
        self.advice.iter().any(|item| item.advice.effect == effect)
    }
}

/// How far a method is, by what it says itself.
fn state_of<'a>(method: &'a Value<'_>) -> MethodState<'a> {
    let is_yes = |key| method.get(key).is_true();
    // One that does not say so may be ready.
    let is_ready = |key| method.get(key).boolean() != Some(false);
    let is_deleting = has_code(method, "warnings", "warning_code", "being_deleted");
    let pending = method.get("pending_mutations").items();
    let phase = match method.get("is_issued").boolean() {
        _ if is_deleting => AccessPhase::Removing,
        Some(true) if pending.iter().any(adds_access) => AccessPhase::Updating,
        Some(true) => AccessPhase::Issued,
        Some(false) if is_yes("is_assignment_required") && is_ready("is_ready_for_assignment") => {
            AccessPhase::NeedsAssignment
        }
        Some(false) if is_yes("is_encoding_required") && is_ready("is_ready_for_encoding") => {
            AccessPhase::NeedsEncoding
        }
        Some(false) => AccessPhase::Issuing,
        None => AccessPhase::Unknown,
    };
    MethodState {
        access_method_id: method.get("access_method_id").text().unwrap_or_default(),
        mode: method.get("mode").text().unwrap_or_default(),
        phase,
    }
}

/// Whether a pending change is anything but access that is being taken away.
fn adds_access(mutation: &Value<'_>) -> bool {
    mutation.get("mutation_code").text() != Some("revoking_access")
}

fn phase_of(access: Access<'_>, methods: &[MethodState<'_>], findings: Findings, time: Time) -> AccessPhase {
    let grant = access.grant;
    if has_code(grant, "warnings", "warning_code", "being_deleted") {
        return AccessPhase::Removing;
    }
    if time == Time::Over {
        return AccessPhase::Over;
    }
    // The methods that are on their way out do not make the grant any less issued, unless there are no others.
    let staying = methods
        .iter()
        .filter(|method| method.phase != AccessPhase::Removing);
    let least = staying
        .map(|method| method.phase)
        .min_by_key(|phase| *phase as u8);
    let least = match (access.methods, least) {
        (None, _) if is_empty_list(grant.get("access_method_ids")) => AccessPhase::Requested,
        (None, _) => AccessPhase::Unknown,
        (Some(_), Some(least)) => least,
        (Some(methods), None) if !methods.is_empty() && !lacks_method(access) => AccessPhase::Removing,
        (Some(_), None) if grant.is_null() => AccessPhase::Unknown,
        (Some(_), None) => AccessPhase::Requested,
    };
    if matches!(
        least,
        AccessPhase::Issuing | AccessPhase::Updating | AccessPhase::Issued
    ) && (lacks_method(access) || findings.is_final)
    {
        return AccessPhase::Requested;
    }
    let is_changing = findings.changing || findings.setting_error || grant_changes(grant);
    match least {
        AccessPhase::Issued if is_changing => AccessPhase::Updating,
        least => least,
    }
}

/// Whether the grant itself has a change pending.
fn grant_changes(grant: &Value<'_>) -> bool {
    !grant.get("pending_mutations").items().is_empty()
}

/// Whether something that was asked for has no access method, or one that is not at hand.
fn lacks_method(access: Access<'_>) -> bool {
    let all = access.methods.unwrap_or_default();
    let is_here = |id: &Value<'_>| all.iter().any(|method| method.get("access_method_id") == id);
    let requested = access.grant.get("requested_access_methods").items();
    let has_none = |request: &Value<'_>| match request.get("created_access_method_ids") {
        Value::Array(ids) => ids.is_empty(),
        // A server that does not say which methods it has made for it.
        _ => false,
    };
    requested.iter().any(has_none) || !access.grant.get("access_method_ids").items().iter().all(is_here)
}

/// Whether a grant asks for no access method and has none.
fn asks_for_nothing(access: Access<'_>) -> bool {
    is_empty_list(access.grant.get("requested_access_methods"))
        && is_empty_list(access.grant.get("access_method_ids"))
        && access.methods.is_none_or(<[_]>::is_empty)
}

/// Whether a list is there, and has nothing in it.
fn is_empty_list(list: &Value<'_>) -> bool {
    matches!(list, Value::Array(items) if items.is_empty())
}

fn is_neither(access: Access<'_>) -> bool {
    access.grant.get("access_grant_id").is_null()
        && access
            .methods
            .unwrap_or_default()
            .iter()
            .all(|method| method.get("access_method_id").is_null())
}

/// When what is pending was asked for, the last of it; the creation where nothing is pending.
fn asked_at(access: Access<'_>, phase: AccessPhase) -> Option<i64> {
    let all = core::iter::once(access.grant).chain(access.methods.unwrap_or_default());
    let deleting = |whole: &&Value<'_>| {
        let mut warnings = whole.get("warnings").items().iter();
        let found = warnings.find(|item| item.get("warning_code").text() == Some("being_deleted"));
        found.and_then(|item| instant(item, "created_at"))
    };
    if phase == AccessPhase::Removing {
        return all.filter_map(|whole| deleting(&whole)).max();
    }
    let pending = all
        .clone()
        .flat_map(|whole| whole.get("pending_mutations").items());
    let last = pending.filter_map(|item| instant(item, "created_at")).max();
    last.or_else(|| all.filter_map(|whole| instant(whole, "created_at")).max())
}

fn has_code(whole: &Value<'_>, list: &str, key: &str, code: &str) -> bool {
    let mut items = whole.get(list).items().iter();
    items.any(|item| item.get(key).text() == Some(code))
}

fn id_of<'a>(whole: &'a Value<'_>) -> Option<&'a str> {
    whole.get("access_method_id").text()
}

/// The devices that an error or a warning names as left out.
fn leave_out<'a>(uncovered: &mut Vec<&'a str>, item: &'a Value<'_>) {
    add_texts(uncovered, item.get("missing_device_ids").items().iter());
    let code = item.get("warning_code").text().unwrap_or_default();
    if matches!(
        code,
        "device_does_not_support_access_codes" | "device_time_constraints_violated"
    ) {
        add_texts(uncovered, core::iter::once(item.get("device_id")));
    }
}

fn add_texts<'a>(texts: &mut Vec<&'a str>, values: impl Iterator<Item = &'a Value<'a>>) {
    for text in values.filter_map(Value::text) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
}
