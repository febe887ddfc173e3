//! What the tests of `ensureAccessCode` share: a flow that is told step by step what became of its calls, and codes as the API sends them. No
//! expectation about one flow.

use seam_edge::flow::ensure_access_code::{Conflict, EnsureAccessCode, EnsureError};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::{Answer, Call, Ended, Event, Flow, Moment, Step};
use serde_json::{Value, json};

pub(crate) const CREATE: &str = "/access_codes/create";
pub(crate) const GET: &str = "/access_codes/get";
pub(crate) const LIST: &str = "/access_codes/list";
pub(crate) const UNMANAGED: &str = "/access_codes/unmanaged/list";

/// 2030-06-01T00:00:00Z
const NOW: f64 = 1_906_502_400_000.0;

pub(crate) type Next = Step<std::convert::Infallible, String, EnsureError>;

/// A flow, and what it has done so far.
pub(crate) struct Told {
    pub(crate) flow: EnsureAccessCode,
    pub(crate) next: Next,
    /// The paths of the calls, and pauses in ms.
    pub(crate) steps: Vec<String>,
    pub(crate) date: Option<f64>,
}

impl Told {
    pub(crate) fn new(parameters: Value, options: Value) -> Self {
        Self::in_doubt(parameters, options, false)
    }

    pub(crate) fn in_doubt(parameters: Value, options: Value, in_doubt: bool) -> Self {
        let mut flow = EnsureAccessCode::new(&parameters.to_string(), &options.to_string()).unwrap();
        flow.set_in_doubt(in_doubt);
        let mut told = Self {
            flow,
            next: Step::Sleep(0.0),
            steps: Vec::new(),
            date: Some(NOW),
        };
        told.hear(Event::Started);
        told
    }

    pub(crate) fn hear(&mut self, event: Event<'_>) {
        let moment = Moment {
            elapsed: 0.0,
            wall: 0.0,
            random: 0.0,
        };
        self.next = self.flow.next(event, moment);
        match &self.next {
            Step::Call(call) => self.steps.push(call.path.replace("/access_codes/", "")),
            Step::Sleep(pause) => self.steps.push(format!("{}", pause.round())),
            _ => {}
        }
    }

    pub(crate) fn call(&self) -> &Call {
        match &self.next {
            Step::Call(call) => call,
            other => panic!("no call: {other:?}"),
        }
    }

    pub(crate) fn parameters(&self) -> Value {
        serde_json::from_str(&self.call().parameters).unwrap()
    }

    /// Answers the call that is wanted, which has to be of this path.
    pub(crate) fn answer(&mut self, path: &str, value: Value) -> &mut Self {
        self.page(path, value, None)
    }

    pub(crate) fn page(&mut self, path: &str, value: Value, next_page: Option<&str>) -> &mut Self {
        assert_eq!(self.call().path, path);
        let value = value.to_string();
        self.hear(Event::Answered(Answer {
            value: &value,
            next_page,
            date: self.date,
        }));
        self
    }

    pub(crate) fn fail(&mut self, path: &str, failure: &Failure) -> &mut Self {
        assert_eq!(self.call().path, path);
        self.hear(Event::Failed(failure));
        self
    }

    pub(crate) fn sleep(&mut self) -> &mut Self {
        assert!(matches!(self.next, Step::Sleep(_)), "{:?}", self.next);
        self.hear(Event::Slept);
        self
    }

    /// Nothing has this PIN.
    pub(crate) fn nothing(&mut self) -> &mut Self {
        self.fail(GET, &refused(404, "access_code_not_found"))
            .answer(UNMANAGED, json!([]))
    }

    pub(crate) fn done(&self) -> Value {
        match &self.next {
            Step::Done(code) => serde_json::from_str(code).unwrap(),
            other => panic!("not done: {other:?}"),
        }
    }

    pub(crate) fn conflict(&self) -> &Conflict {
        match &self.next {
            Step::Fail(Ended::Own(EnsureError::Conflict(conflict))) => conflict,
            other => panic!("no conflict: {other:?}"),
        }
    }

    pub(crate) fn assert_failed(&self, path: &'static str) {
        assert_eq!(self.next, Step::Fail(Ended::Call(path)));
    }
}

pub(crate) fn refused(status: u16, code: &str) -> Failure {
    Failure {
        outcome: Outcome::Refused { status },
        code: code.into(),
        retry_after: 0.0,
    }
}

pub(crate) fn lost() -> Failure {
    ended_as(Outcome::NoAnswer)
}

pub(crate) fn ended_as(outcome: Outcome) -> Failure {
    Failure {
        outcome,
        code: String::new(),
        retry_after: 0.0,
    }
}

/// A code as the API sends it, with changes.
pub(crate) fn code(change: &Value) -> Value {
    let mut code = json!({
        "access_code_id": "a1", "device_id": "d1", "name": "Guest", "code": "4829", "type": "ongoing", "status": "set",
        "is_managed": true, "created_at": "2030-01-01T00:00:00.946242Z", "common_code_key": null,
        "is_external_modification_allowed": false, "is_one_time_use": false, "is_offline_access_code": false,
        "errors": [], "warnings": [], "pending_mutations": [],
    });
    for (name, value) in change.as_object().unwrap() {
        code[name] = value.clone();
    }
    code
}

pub(crate) fn keyed(id: &str, created_at: &str) -> Value {
    code(&json!({ "access_code_id": id, "common_code_key": "ensure:d1:17", "created_at": created_at }))
}

pub(crate) fn by_pin() -> Value {
    json!({ "device_id": "d1", "code": "4829" })
}

pub(crate) fn by_pin_of(options: Value) -> Told {
    Told::new(by_pin(), options)
}

pub(crate) fn by_key() -> Told {
    Told::new(json!({ "device_id": "d1" }), json!({ "key": "17" }))
}
