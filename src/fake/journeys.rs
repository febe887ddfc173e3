//! The way of an access code to its lock and off it again (docs/api-facts.md#lifecycle-of-a-code): what Seam has to do with the lock, when, and what
//! it makes of the lock's answer. Every step happens at an instant of its own, however late somebody looks.

use alloc::string::ToString;

use serde_json::json;

use crate::fake::Fake;
use crate::fake::instant::{self, DAY, MINUTE};
use crate::fake::kinds::ACCESS_CODE;
use crate::fake::lock::{Held, Refusal};
use crate::fake::records::{Resource, is_true, members, text};
use crate::schema::date_time::milliseconds;

/// How long before its start a lock that keeps schedules gets a code.
const PRELOAD: i64 = 3 * DAY;

/// How long before its start Seam begins to program any other lock.
const PROGRAMMING: i64 = 60 * MINUTE;

/// How long Seam waits before it asks a lock again that did not do what it was asked for.
const RETRY: i64 = MINUTE;

/// How long a lock may take before Seam says that it is late, and before it says that it has failed.
const LATE: i64 = 5 * MINUTE;
const FAILED: i64 = 15 * MINUTE;

/// What Seam has to do with the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing before this instant: the start is far.
    Waiting { until: i64 },
    /// To put the code on the lock, which answers at `answer_at`.
    Setting { since: i64, answer_at: i64 },
    /// Nothing: the lock holds the code, or takes it by an algorithm.
    Done,
    /// To take the code off the lock, which answers at `answer_at`.
    Removing { since: i64, answer_at: i64 },
}

/// How much of a delay Seam has told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub(super) enum Told {
    Nothing,
    Late,
    Failed,
}

/// The way of one access code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Journey {
    pub(super) stage: Stage,
    pub(super) told: Told,
}

/// When a code opens, in ms since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) starts_at: Option<i64>,
    pub(super) ends_at: Option<i64>,
}

impl Span {
    pub(super) fn of(code: &Resource) -> Self {
        Self {
            starts_at: milliseconds(text(code, "starts_at")),
            ends_at: milliseconds(text(code, "ends_at")),
        }
    }

    fn has_begun(self, at: i64) -> bool {
        self.starts_at.is_none_or(|start| start <= at)
    }
}

/// How a wait for the lock is called in warnings, errors and events.
struct Words {
    late: &'static str,
    failed: &'static str,
    late_event: &'static str,
    failed_event: &'static str,
}

const SETTING: Words = Words {
    late: "delay_in_setting_on_device",
    failed: "failed_to_set_on_device",
    late_event: "access_code.delay_in_setting_on_device",
    failed_event: "access_code.failed_to_set_on_device",
};

const REMOVING: Words = Words {
    late: "delay_in_removing_from_device",
    failed: "failed_to_remove_from_device",
    late_event: "access_code.delay_in_removing_from_device",
    failed_event: "access_code.failed_to_remove_from_device",
};

impl Fake {
    /// A code that is to reach its lock: at once, or when its start comes near.
    pub(super) fn begin_journey(&mut self, id: &str) {
        let Some(code) = self.records.find(&ACCESS_CODE, id) else {
            return;
        };
        let span = Span::of(&code.resource);
        if is_true(&code.resource, "is_offline_access_code") {
            self.put(id, Stage::Done);
            return self.step(id);
        }
        let lead = if self.is_native(id) { PRELOAD } else { PROGRAMMING };
        match span.starts_at.map(|start| start.saturating_sub(lead)) {
            Some(until) if until > self.now => {
                self.put(id, Stage::Waiting { until });
                let mutation = self.mutation(
                    "deferring_creation",
                    json!({ "scheduled_at": instant::text(until) }),
                );
                self.change_code(id, json!({ "status": "unset", "pending_mutations": [mutation] }));
            }
            _ => self.begin_setting(id),
        }
    }

    /// Seam asks the lock to take the code.
    pub(super) fn begin_setting(&mut self, id: &str) {
        let delay = self.lock_of(id).map_or(0, |lock| lock.setting_delay);
        let answer_at = self.now.saturating_add(delay);
        self.put(
            id,
            Stage::Setting {
                since: self.now,
                answer_at,
            },
        );
        let has_begun = self.span(id).has_begun(self.now);
        let status = if self.is_native(id) && !has_begun {
            "unset"
        } else {
            "setting"
        };
        let is_held = self.lock_of(id).is_some_and(|lock| lock.held(id).is_some());
        let mut change = members(json!({ "status": status }));
        if !is_held {
            change.insert(
                "pending_mutations".into(),
                json!([self.mutation("creating", json!({}))]),
            );
        }
        self.change_code(id, change.into());
    }

    /// Seam asks the lock to drop the code. One that never was on a lock is gone at once.
    pub(super) fn begin_removing(&mut self, id: &str) {
        let Some(lock) = self.lock_of(id).filter(|lock| lock.held(id).is_some()) else {
            return self.finish_removing(id);
        };
        let answer_at = self.now.saturating_add(lock.removing_delay);
        self.put(
            id,
            Stage::Removing {
                since: self.now,
                answer_at,
            },
        );
        let mutation = self.mutation("deleting", json!({}));
        self.change_code(
            id,
            json!({ "status": "removing", "errors": [], "warnings": [], "pending_mutations": [mutation] }),
        );
    }

    /// The instant of the next step of a code; nothing where none is to come.
    pub(super) fn next_step_of_code(&self, id: &str, journey: Journey) -> Option<i64> {
        let span = self.span(id);
        let late = |since: i64| match journey.told {
            Told::Nothing => Some(since.saturating_add(LATE)),
            Told::Late => Some(since.saturating_add(FAILED)),
            Told::Failed => None,
        };
        let own = match journey.stage {
            Stage::Waiting { until } => Some(until),
            Stage::Setting { since, answer_at } => {
                let since = since.max(span.starts_at.unwrap_or(since));
                earlier(Some(answer_at).filter(|at| *at < i64::MAX), late(since))
            }
            Stage::Removing { since, answer_at } => earlier(Some(answer_at), late(since)),
            Stage::Done => span.starts_at.filter(|_| !self.is_set(id)),
        };
        match journey.stage {
            Stage::Removing { .. } => own,
            _ => earlier(own, span.ends_at),
        }
    }

    /// Takes the step whose time has come.
    pub(super) fn step(&mut self, id: &str) {
        let Some(journey) = self.journeys.get(id).copied() else {
            return;
        };
        let (now, span) = (self.now, self.span(id));
        let is_removing = matches!(journey.stage, Stage::Removing { .. });
        if !is_removing && span.ends_at.is_some_and(|end| end <= now) {
            return self.begin_removing(id);
        }
        match journey.stage {
            Stage::Waiting { until } if until <= now => self.begin_setting(id),
            Stage::Setting { answer_at, .. } if answer_at <= now => self.lock_answers_setting(id),
            Stage::Setting { .. } => self.tell_delay(id, &SETTING),
            Stage::Removing { answer_at, .. } if answer_at <= now => self.lock_answers_removing(id),
            Stage::Removing { .. } => self.tell_delay(id, &REMOVING),
            Stage::Done if !self.is_set(id) && span.has_begun(now) => self.finish_setting(id),
            Stage::Waiting { .. } | Stage::Done => {}
        }
    }

    fn lock_answers_setting(&mut self, id: &str) {
        let device_id = self.device_id(id);
        if self.obstacle(&device_id).is_some() {
            return self.ask_again(id);
        }
        self.assign_code(id);
        let Some(code) = self.records.find(&ACCESS_CODE, id) else {
            return;
        };
        let span = Span::of(&code.resource);
        // A lock that keeps no schedules opens from the moment it has the code, until Seam takes it away.
        let is_scheduled = self.is_native(id);
        let held = Held {
            access_code_id: Some(id.to_string()),
            code: text(&code.resource, "code").to_string(),
            name: text(&code.resource, "name").to_string(),
            starts_at: span.starts_at.filter(|_| is_scheduled),
            ends_at: span.ends_at.filter(|_| is_scheduled),
        };
        let taken = self.locks.get_mut(&device_id).map(|lock| lock.take(held));
        match taken {
            Some(Err(refusal)) => self.refused(id, refusal),
            _ => self.lock_has_taken(id),
        }
    }

    fn lock_has_taken(&mut self, id: &str) {
        self.put(id, Stage::Done);
        let kept = self.kept_warnings(id);
        self.change_code(
            id,
            json!({ "errors": [], "warnings": kept, "pending_mutations": [] }),
        );
        if self.span(id).has_begun(self.now) {
            self.finish_setting(id);
        } else if self.is_native(id) {
            self.change_code(id, json!({ "is_scheduled_on_device": true }));
            let code = self.code_of(id);
            self.emit_of_code("access_code.scheduled_on_device", id, json!({ "code": code }));
        }
    }

    /// The code opens the door from now on.
    fn finish_setting(&mut self, id: &str) {
        let is_lost = self.is_account_lost(&self.device_id(id));
        let status = if is_lost { "unknown" } else { "set" };
        self.change_code(id, json!({ "status": status, "is_scheduled_on_device": false }));
        let code = self.code_of(id);
        self.emit_of_code("access_code.set_on_device", id, json!({ "code": code }));
    }

    fn refused(&mut self, id: &str, refusal: Refusal) {
        let is_new = !self.has_error(id, refusal.code);
        let mut errors = alloc::vec![self.error(refusal.code, refusal.message)];
        errors.push(self.error(SETTING.failed, "Failed to set code on device."));
        self.change_code(id, json!({ "errors": errors, "status": "setting" }));
        if is_new {
            self.emit_trouble_of_code(SETTING.failed_event, id);
        }
        if let Some(journey) = self.journeys.get_mut(id) {
            journey.told = Told::Failed;
        }
        match refusal.is_retried {
            true => self.ask_again(id),
            false => self.answer_at(id, i64::MAX),
        }
    }

    fn lock_answers_removing(&mut self, id: &str) {
        let device_id = self.device_id(id);
        if self.obstacle(&device_id).is_some() {
            return self.ask_again(id);
        }
        let was_held = self
            .locks
            .get_mut(&device_id)
            .is_some_and(|lock| lock.drop_code(id));
        if was_held {
            self.emit_of_code("access_code.removed_from_device", id, json!({}));
        }
        self.finish_removing(id);
    }

    fn finish_removing(&mut self, id: &str) {
        let code = self.code_of(id);
        self.emit_of_code("access_code.deleted", id, json!({ "code": code }));
        self.journeys.remove(id);
        self.records.remove(&ACCESS_CODE, id);
    }

    /// Seam says that the lock is late, then that it has failed.
    fn tell_delay(&mut self, id: &str, words: &Words) {
        let Some(journey) = self.journeys.get_mut(id) else {
            return;
        };
        let (told, event) = match journey.told {
            Told::Nothing => (Told::Late, words.late_event),
            Told::Late | Told::Failed => (Told::Failed, words.failed_event),
        };
        journey.told = told;
        let change = match told {
            Told::Failed => {
                json!({ "errors": [self.error(words.failed, "The device did not answer in time.")] })
            }
            _ => {
                let now = instant::text(self.now);
                json!({ "warnings": [{
                    "warning_code": words.late, "message": "The device takes unusually long.", "created_at": now,
                }] })
            }
        };
        self.change_code(id, change);
        self.emit_trouble_of_code(event, id);
    }

    fn ask_again(&mut self, id: &str) {
        self.answer_at(id, self.now.saturating_add(RETRY));
    }

    fn answer_at(&mut self, id: &str, at: i64) {
        if let Some(journey) = self.journeys.get_mut(id) {
            match &mut journey.stage {
                Stage::Setting { answer_at, .. } | Stage::Removing { answer_at, .. } => *answer_at = at,
                Stage::Waiting { .. } | Stage::Done => {}
            }
        }
    }

    /// A lock that answers again is asked at once for all that was left undone.
    pub(super) fn retry_at_once(&mut self, device_id: &str) {
        for id in self.codes_of_device(device_id) {
            let Some(lock) = self.locks.get(device_id) else {
                return;
            };
            let (setting, removing) = (lock.setting_delay, lock.removing_delay);
            match self.journeys.get(&id).map(|journey| journey.stage) {
                Some(Stage::Setting { answer_at, .. }) if answer_at < i64::MAX => {
                    self.answer_at(&id, self.now.saturating_add(setting));
                }
                Some(Stage::Removing { .. }) => self.answer_at(&id, self.now.saturating_add(removing)),
                _ => {}
            }
        }
    }

    pub(super) fn put(&mut self, id: &str, stage: Stage) {
        let told = Told::Nothing;
        self.journeys.insert(id.to_string(), Journey { stage, told });
    }
}

fn earlier(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
