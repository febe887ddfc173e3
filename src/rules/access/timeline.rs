//! What happens to an access grant or an access method when: its steps with their instants, where it stands now, what comes next and from when on to worry.
//! Judges no errors: `access` does. All instants are ms since 1970.
//!
//! Seam names no instant at which an access method is issued: a PIN gets onto a lock as access codes do, a mobile key at once, a card when it is encoded. So
//! the step `issuing` has an instant only when it lies behind.

use alloc::vec::Vec;

use crate::rules::access::{Access, AccessDiagnosis, AccessPhase, diagnose_access};
use crate::rules::lifecycle::{PATIENCE, Span, Time, instant};
use crate::rules::timeline::{Expectation, Step, StepName, Worry};
use crate::schema::value::Value;

/// What happens to an access grant or an access method when.
#[derive(Clone, Debug)]
pub struct AccessTimeline {
    /// Its steps, in their order.
    pub steps: Vec<Step>,
    /// How far it is.
    pub phase: AccessPhase,
    /// The step that is to come, which may be overdue; nothing after the last one.
    pub next: Option<Step>,
    /// What to expect next, in one line.
    pub expect: Expectation,
    /// The instant in ms since 1970 after which one should worry if nothing has changed; nothing where there is no reason to.
    pub worry_after: Option<i64>,
    /// Why, in one line; nothing where there is no such instant.
    pub worry: Option<Worry>,
}

/// What happens when to an access grant, or to an access method, whose times are those of its grant, where that is given; `now` is in ms since 1970.
#[must_use]
pub fn access_timeline(access: Access<'_>, now: i64) -> AccessTimeline {
    let diagnosis = diagnose_access(access, now);
    let phase = diagnosis.phase;
    let steps = steps(access, &diagnosis);
    let span = Span::new(access.grant);
    let next = steps
        .iter()
        .find(|step| is_next(step.name, phase, span.time(now)))
        .copied();
    let (worry_after, worry) = match phase {
        AccessPhase::Issued => {
            let gone_by = span.ends_at.map(|end| end.saturating_add(PATIENCE));
            (gone_by, gone_by.map(|_| Worry::StillThere))
        }
        AccessPhase::Removing => (diagnosis.late_after, Some(Worry::StillThere)),
        AccessPhase::Updating => (diagnosis.late_after, Some(Worry::ChangeTooLong)),
        _ if span.starts_at.is_some() => (diagnosis.late_after, Some(Worry::NotIssued)),
        _ => (diagnosis.late_after, Some(Worry::IssuingTooLong)),
    };
    AccessTimeline {
        steps,
        phase,
        next,
        expect: expect(phase, span, span.time(now)),
        worry_after,
        worry: worry.filter(|_| worry_after.is_some()),
    }
}

fn steps(access: Access<'_>, diagnosis: &AccessDiagnosis<'_>) -> Vec<Step> {
    let all = access.methods.unwrap_or_default();
    let created = instant(access.grant, "created_at").or_else(|| {
        all.iter()
            .filter_map(|method| instant(method, "created_at"))
            .min()
    });
    let is_issued = matches!(
        diagnosis.phase,
        AccessPhase::Issued | AccessPhase::Updating | AccessPhase::Over
    );
    let issued = all.iter().filter_map(|method| instant(method, "issued_at")).max();
    let issued = issued.filter(|_| is_issued);
    let mut steps = alloc::vec![
        Step {
            name: StepName::Creation,
            at: created
        },
        Step {
            name: StepName::Issuing,
            at: issued
        },
    ];
    if !access.grant.is_null() {
        steps.push(Step {
            name: StepName::Active,
            at: diagnosis.starts_at.max(issued),
        });
    }
    if diagnosis.phase == AccessPhase::Removing {
        steps.push(Step {
            name: StepName::Removal,
            at: None,
        });
    } else if diagnosis.ends_at.is_some() {
        steps.push(Step {
            name: StepName::Removal,
            at: diagnosis.ends_at,
        });
    }
    steps
}

fn is_next(step: StepName, phase: AccessPhase, time: Time) -> bool {
    match phase {
        AccessPhase::Over | AccessPhase::Unknown => false,
        AccessPhase::Removing => step == StepName::Removal,
        AccessPhase::Issued | AccessPhase::Updating => match step {
            StepName::Active => time == Time::Before,
            step => step == StepName::Removal,
        },
        _ => step == StepName::Issuing,
    }
}

fn expect(phase: AccessPhase, span: Span, time: Time) -> Expectation {
    match phase {
        AccessPhase::Requested => Expectation::MethodsMade,
        AccessPhase::Issuing => Expectation::IssuedBySeam,
        AccessPhase::NeedsEncoding | AccessPhase::NeedsAssignment => Expectation::IssuedByPerson,
        AccessPhase::Updating => Expectation::ChangeIssued,
        AccessPhase::Issued if time == Time::Before => Expectation::OpensFromStart,
        AccessPhase::Issued if span.ends_at.is_some() => Expectation::AccessUntilEnd,
        AccessPhase::Issued => Expectation::OpensUntilDeleted,
        AccessPhase::Removing => Expectation::AccessRemoved,
        AccessPhase::Over => Expectation::Nothing,
        AccessPhase::Unknown => Expectation::AccessNotKnown,
    }
}

/// An access grant or an access method as callers pass it, told apart by its ID; access methods of a grant come beside it.
#[must_use]
pub fn access_of<'a>(subject: &'a Value<'a>, grant: &'a Value<'a>, methods: &'a Value<'a>) -> Access<'a> {
    if subject.get("access_method_id").is_null() {
        return Access {
            grant: subject,
            methods: match methods {
                Value::Array(items) => Some(items),
                _ => None,
            },
        };
    }
    Access {
        grant,
        methods: Some(core::slice::from_ref(subject)),
    }
}
