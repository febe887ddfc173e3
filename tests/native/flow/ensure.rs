//! What `ensureAccessCode` decides, step by step: which calls it makes, what it takes for the wanted code, what ends it.

use seam_edge::flow::ensure_access_code::{Conflict, EnsureAccessCode};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::{Answer, Call, Ended, Event, Flow, Moment, Step};
use seam_edge::schema::json::find;
use serde_json::{Value, json};

const CREATE: &str = "/access_codes/create";
const GET: &str = "/access_codes/get";
const LIST: &str = "/access_codes/list";
const UNMANAGED: &str = "/access_codes/unmanaged/list";

/// 2030-06-01T00:00:00Z
const NOW: f64 = 1_906_502_400_000.0;

type Next = Step<std::convert::Infallible, String, Conflict>;

/// A flow, and what it has done so far.
struct Told {
    flow: EnsureAccessCode,
    next: Next,
    /// The paths of the calls, and pauses in ms.
    steps: Vec<String>,
    date: Option<f64>,
}

impl Told {
    fn new(parameters: Value, options: Value) -> Self {
        Self::in_doubt(parameters, options, false)
    }

    fn in_doubt(parameters: Value, options: Value, in_doubt: bool) -> Self {
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

    fn hear(&mut self, event: Event<'_>) {
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

    fn call(&self) -> &Call {
        match &self.next {
            Step::Call(call) => call,
            other => panic!("no call: {other:?}"),
        }
    }

    fn parameters(&self) -> Value {
        serde_json::from_str(&self.call().parameters).unwrap()
    }

    /// Answers the call that is wanted, which has to be of this path.
    fn answer(&mut self, path: &str, value: Value) -> &mut Self {
        self.page(path, value, None)
    }

    fn page(&mut self, path: &str, value: Value, next_page: Option<&str>) -> &mut Self {
        assert_eq!(self.call().path, path);
        let value = value.to_string();
        self.hear(Event::Answered(Answer {
            value: &value,
            next_page,
            date: self.date,
        }));
        self
    }

    fn fail(&mut self, path: &str, failure: &Failure) -> &mut Self {
        assert_eq!(self.call().path, path);
        self.hear(Event::Failed(failure));
        self
    }

    fn sleep(&mut self) -> &mut Self {
        assert!(matches!(self.next, Step::Sleep(_)), "{:?}", self.next);
        self.hear(Event::Slept);
        self
    }

    /// Nothing has this PIN.
    fn nothing(&mut self) -> &mut Self {
        self.fail(GET, &refused(404, "access_code_not_found"))
            .answer(UNMANAGED, json!([]))
    }

    fn done(&self) -> Value {
        match &self.next {
            Step::Done(code) => serde_json::from_str(code).unwrap(),
            other => panic!("not done: {other:?}"),
        }
    }

    fn conflict(&self) -> &Conflict {
        match &self.next {
            Step::Fail(Ended::Own(conflict)) => conflict,
            other => panic!("no conflict: {other:?}"),
        }
    }

    fn assert_failed(&self, path: &'static str) {
        assert_eq!(self.next, Step::Fail(Ended::Call(path)));
    }
}

fn refused(status: u16, code: &str) -> Failure {
    Failure {
        outcome: Outcome::Refused { status },
        code: code.into(),
        retry_after: 0.0,
    }
}

fn lost() -> Failure {
    ended_as(Outcome::NoAnswer)
}

fn ended_as(outcome: Outcome) -> Failure {
    Failure {
        outcome,
        code: String::new(),
        retry_after: 0.0,
    }
}

/// A code as the API sends it, with changes.
fn code(change: &Value) -> Value {
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

fn keyed(id: &str, created_at: &str) -> Value {
    code(&json!({ "access_code_id": id, "common_code_key": "ensure:d1:17", "created_at": created_at }))
}

fn by_pin() -> Value {
    json!({ "device_id": "d1", "code": "4829" })
}

fn by_pin_of(options: Value) -> Told {
    Told::new(by_pin(), options)
}

fn by_key() -> Told {
    Told::new(json!({ "device_id": "d1" }), json!({ "key": "17" }))
}

#[test]
fn creates_what_is_not_there_and_returns_what_is() {
    let mut told = by_pin_of(json!({}));
    assert_eq!(told.parameters(), by_pin());
    told.fail(GET, &refused(404, "access_code_not_found"));
    assert_eq!(told.parameters(), json!({ "device_id": "d1" }));
    told.answer(UNMANAGED, json!([]));
    assert_eq!(told.parameters(), by_pin());
    assert!(told.flow.in_doubt());
    told.answer(CREATE, code(&json!({ "name": "made" })));
    assert_eq!(told.done()["name"], "made");
    assert!(!told.flow.in_doubt());

    let mut told = by_pin_of(json!({}));
    told.answer(GET, code(&json!({ "name": "found" })));
    assert_eq!(told.done()["name"], "found");
}

#[test]
fn tells_the_wanted_code_from_others() {
    let table = include_str!("../../cases/status/ensure-differences.json");
    let cases: Vec<(String, Value, Value, Vec<String>)> = serde_json::from_str(table).unwrap();
    for (name, mut wanted, existing, expected) in cases {
        wanted["device_id"] = json!("d1");
        wanted["code"] = json!("4829");
        let existing = code(&existing);
        let mut told = Told::new(wanted, Value::Null);
        told.answer(GET, existing.clone());
        if expected.is_empty() {
            assert_eq!(told.done(), existing, "{name}");
            continue;
        }
        let conflict = told.conflict();
        let properties: Vec<_> = conflict.differences.iter().map(|each| each.property).collect();
        assert_eq!(properties, expected, "{name}");
        assert_eq!(find(&conflict.access_code, &["code"]), Some("\"4829\""));
        let message = conflict.message();
        for property in properties {
            assert!(message.contains(&format!("`{property}` is `")), "{message}");
        }
        assert!(!message.contains("4829") && !message.contains('\n'), "{message}");
    }
}

#[test]
fn shows_no_pin_in_a_conflict() {
    let wanted = json!({ "device_id": "d1", "code": "4829", "name": "Gate 4829" });
    let mut told = Told::new(wanted, json!({}));
    told.answer(GET, code(&json!({ "name": "Door\n4829" })));
    let [difference] = &told.conflict().differences[..] else {
        panic!("one difference")
    };
    assert_eq!(difference.expected, "\"Gate [redacted]\"");
    assert_eq!(difference.actual, "\"Door\\u000a[redacted]\"");
    assert_eq!(
        told.conflict().message(),
        "there is another access code already, `a1`: `name` is `Door [redacted]`, expected `Gate [redacted]`"
    );
    assert!(!format!("{:?}", told.next).contains("4829"));

    // A year that reads like the PIN is shown.
    let wanted = json!({ "device_id": "d1", "code": "2031", "ends_at": "2031-05-03T10:00:00Z" });
    let mut told = Told::new(wanted, json!({}));
    told.answer(
        GET,
        code(&json!({ "code": "2031", "type": "time_bound", "ends_at": "2031-06-03T10:00:00Z" })),
    );
    assert_eq!(told.conflict().differences[0].actual, "\"2031-06-03T10:00:00Z\"");
}

#[test]
fn what_is_over_is_in_nobodys_way_by_the_servers_clock() {
    let over = code(&json!({
        "type": "time_bound", "status": "unset",
        "starts_at": "2030-05-01T00:00:00Z", "ends_at": "2030-05-31T23:59:00Z",
    }));
    let mut told = by_pin_of(json!({}));
    told.answer(GET, over.clone());
    assert_eq!(told.steps, ["get", "create"]);
    // Where the clock is hidden, nothing says that it is over.
    let mut told = by_pin_of(json!({}));
    told.date = None;
    told.answer(GET, over.clone());
    assert_eq!(told.conflict().differences[0].property, "type");
    // Unless it shows by what the server has created since.
    let mut over = over;
    over["common_code_key"] = json!("ensure:d1:17");
    let mut told = by_key();
    told.date = None;
    told.answer(
        LIST,
        json!([code(&json!({ "created_at": "2030-06-01T00:00:00Z" })), over]),
    );
    assert_eq!(told.steps, ["list", "create"]);
}

#[test]
fn one_that_seam_has_not_set_is_a_conflict() {
    let mut told = by_pin_of(json!({}));
    let unmanaged = |device: &str| code(&json!({ "is_managed": false, "device_id": device }));
    told.fail(GET, &refused(404, "access_code_not_found"));
    told.page(UNMANAGED, json!([unmanaged("d2")]), Some("more"));
    assert_eq!(
        told.parameters(),
        json!({ "device_id": "d1", "page_cursor": "more" })
    );
    told.answer(UNMANAGED, json!([unmanaged("d1")]));
    assert_eq!(told.conflict().differences[0].property, "is_managed");
}

#[test]
fn looks_again_where_a_create_may_have_worked() {
    for failure in [
        lost(),
        ended_as(Outcome::Timeout),
        ended_as(Outcome::Unreadable),
        refused(408, "x"),
        refused(425, ""),
        refused(503, ""),
    ] {
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .sleep()
            .answer(GET, code(&json!({})));
        told.done();
        assert_eq!(told.steps, ["get", "unmanaged/list", "create", "1000", "get"]);
        assert!(!told.flow.in_doubt());
    }
}

#[test]
fn gives_up_after_as_many_repeats_as_it_may_having_looked_once_more() {
    let mut told = by_pin_of(json!({ "maxRetries": 1 }));
    for _ in 0..2 {
        told.nothing().fail(CREATE, &lost()).sleep();
    }
    told.nothing().assert_failed(CREATE);
    assert!(told.flow.in_doubt());
    let steps: Vec<_> = told
        .steps
        .iter()
        .filter(|step| *step != "unmanaged/list")
        .collect();
    assert_eq!(steps, ["get", "create", "1000", "get", "create", "2000", "get"]);

    let mut told = by_pin_of(json!({}));
    for _ in 0..3 {
        told.nothing().fail(CREATE, &lost()).sleep();
    }
    told.nothing().assert_failed(CREATE);
}

#[test]
fn does_not_repeat_what_is_refused() {
    for failure in [
        refused(400, "invalid_input"),
        refused(401, ""),
        refused(404, "device_not_found"),
        refused(429, "too_many_requests"),
        ended_as(Outcome::NotSent),
        ended_as(Outcome::Canceled),
    ] {
        let mut told = by_pin_of(json!({}));
        told.nothing().fail(CREATE, &failure).assert_failed(CREATE);
        assert_eq!(told.flow.in_doubt(), failure.outcome == Outcome::Canceled);
    }
    // The server has acted, or somebody else has: once is enough.
    for failure in [ended_as(Outcome::NotAsDescribed), refused(307, "")] {
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .sleep()
            .nothing()
            .assert_failed(CREATE);
        assert!(told.flow.in_doubt());
    }
}

#[test]
fn a_duplicate_is_looked_for_once_more() {
    for failure in [
        refused(409, "duplicate_access_code"),
        refused(400, "duplicate_code"),
    ] {
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .answer(GET, code(&json!({})));
        told.done();
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .nothing()
            .assert_failed(CREATE);
        assert_eq!(told.steps.iter().filter(|step| *step == "create").count(), 1);
        assert!(!told.flow.in_doubt());
    }
}

#[test]
fn a_duplicate_that_may_be_its_own_is_looked_for_for_long() {
    let mut told = by_pin_of(json!({}));
    told.nothing().fail(CREATE, &lost()).sleep().nothing();
    told.fail(CREATE, &refused(409, "duplicate_access_code"))
        .nothing();
    for _ in 0..3 {
        told.sleep().nothing();
    }
    told.sleep().answer(GET, code(&json!({})));
    told.done();
    assert!(!told.flow.in_doubt());
}

#[test]
fn the_failure_of_a_search_ends_it() {
    for failure in [
        refused(500, "x"),
        refused(404, ""),
        refused(404, "workspace_not_found"),
        lost(),
    ] {
        by_pin_of(json!({})).fail(GET, &failure).assert_failed(GET);
        by_key().fail(LIST, &failure).assert_failed(LIST);
    }
    let mut told = by_pin_of(json!({}));
    told.fail(GET, &refused(404, "x"))
        .fail(UNMANAGED, &lost())
        .assert_failed(UNMANAGED);
}

#[test]
fn knows_a_code_by_its_key() {
    let mut told = by_key();
    assert_eq!(told.parameters(), json!({ "device_id": "d1" }));
    told.answer(LIST, json!([code(&json!({ "common_code_key": "ensure:d1:18" }))]));
    assert_eq!(
        told.parameters(),
        json!({ "device_id": "d1", "common_code_key": "ensure:d1:17" })
    );
    let made = keyed("a2", "2030-02-02T00:00:00Z");
    told.answer(CREATE, made.clone()).answer(LIST, json!([made]));
    assert_eq!(told.done(), made);
    assert_eq!(told.steps, ["list", "create", "list"]);
    assert!(!told.flow.in_doubt());

    let own = json!({ "device_id": "d1", "common_code_key": "house-4" });
    let mut told = Told::new(own.clone(), json!({}));
    told.answer(LIST, json!([]));
    assert_eq!(told.parameters(), own);
}

#[test]
fn returns_the_oldest_of_one_key() {
    let codes = json!([
        keyed("a3", "2030-02-02T00:00:00.2Z"),
        keyed("a2", "2030-02-02T00:00:00.1Z"),
        code(
            &json!({ "device_id": "d2", "common_code_key": "ensure:d1:17", "created_at": "2030-01-01T00:00:00Z" })
        ),
    ]);
    let mut told = by_key();
    told.page(LIST, codes.clone(), Some("2"));
    told.answer(LIST, json!([keyed("a4", "2030-02-02T00:00:01Z")]));
    assert_eq!(told.done()["access_code_id"], "a2");
    // Also where it was made while this one was created.
    let mut told = by_key();
    told.answer(LIST, json!([]))
        .answer(CREATE, keyed("a4", "2030-02-03T00:00:00Z"))
        .answer(LIST, codes);
    assert_eq!(told.done()["access_code_id"], "a2");
}

#[test]
fn returns_what_it_has_made_where_it_cannot_look_any_more() {
    let made = keyed("a2", "2030-02-02T00:00:00Z");
    let mut told = by_key();
    told.answer(LIST, json!([]))
        .answer(CREATE, made.clone())
        .fail(LIST, &refused(400, "x"));
    assert_eq!(told.done(), made);
    assert!(told.flow.in_doubt());
    // Whoever gives up by then gets it too.
    let mut told = by_key();
    told.answer(LIST, json!([]))
        .answer(CREATE, made.clone())
        .hear(Event::Canceled);
    assert_eq!(told.done(), made);
    // A code that the list does not show yet must not be created again; one that is listed without its key would be for ever.
    for (listed, in_doubt) in [
        (json!([]), true),
        (json!([code(&json!({ "access_code_id": "a2" }))]), false),
    ] {
        let mut told = by_key();
        told.answer(LIST, json!([]))
            .answer(CREATE, made.clone())
            .answer(LIST, listed);
        assert_eq!(told.done(), made);
        assert_eq!(told.flow.in_doubt(), in_doubt);
    }
}

#[test]
fn looks_for_a_late_code_for_15_seconds() {
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost());
    while matches!(told.next, Step::Sleep(_)) {
        told.sleep().answer(LIST, json!([]));
    }
    assert_eq!(
        told.steps,
        [
            "list", "create", "1000", "list", "1000", "list", "1500", "list", "2250", "list", "3375", "list",
            "4000", "list", "1875", "list", "create"
        ]
    );
    let pauses = told.steps.iter().filter_map(|step| step.parse::<u32>().ok());
    assert_eq!(pauses.sum::<u32>(), 15_000);
}

#[test]
fn an_earlier_doubt_is_cleared_before_anything_is_created() {
    let parameters = json!({ "device_id": "d1" });
    let mut told = Told::in_doubt(parameters.clone(), json!({ "key": "17", "maxRetries": 0 }), true);
    told.answer(LIST, json!([]))
        .sleep()
        .answer(LIST, json!([keyed("a2", "2030-02-02T00:00:00Z")]));
    told.done();
    assert!(!told.flow.in_doubt());
    let mut told = Told::in_doubt(parameters, json!({ "key": "17", "maxRetries": 0 }), true);
    told.answer(LIST, json!([]));
    while matches!(told.next, Step::Sleep(_)) {
        assert!(told.flow.in_doubt());
        told.sleep().answer(LIST, json!([]));
    }
    told.fail(CREATE, &refused(400, "x")).assert_failed(CREATE);
    assert!(!told.flow.in_doubt());
}

#[test]
fn a_failure_that_heals_does_not_end_a_long_search() {
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost()).sleep();
    told.fail(LIST, &refused(503, ""))
        .sleep()
        .answer(LIST, json!([keyed("a2", "2030-02-02T00:00:00Z")]));
    told.done();
    // The last one does: whether there is a code is not known.
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost());
    while matches!(told.next, Step::Sleep(_)) {
        told.sleep().fail(LIST, &refused(503, ""));
    }
    told.assert_failed(LIST);
    assert!(told.flow.in_doubt());
    // So does a server that wants to be left alone for longer.
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost()).sleep();
    let busy = Failure {
        retry_after: 20_000.0,
        ..refused(429, "x")
    };
    told.fail(LIST, &busy).assert_failed(LIST);
}

#[test]
fn a_cursor_that_comes_again_ends_the_list() {
    let mut told = by_key();
    told.page(LIST, json!([]), Some("same"))
        .page(LIST, json!([]), Some("same"));
    assert_eq!(told.steps, ["list", "list", "create"]);
}

#[test]
fn identities_are_equal_for_one_code_alone() {
    let identity = |parameters: Value, options: Value| {
        let flow = EnsureAccessCode::new(&parameters.to_string(), &options.to_string()).unwrap();
        flow.identity().to_owned()
    };
    let pin = identity(by_pin(), json!({}));
    assert_eq!(
        pin,
        identity(
            json!({ "code": "4829", "name": "x", "device_id": "d1" }),
            Value::Null
        )
    );
    assert_ne!(
        pin,
        identity(json!({ "code": "4821", "device_id": "d1" }), Value::Null)
    );
    assert_ne!(
        pin,
        identity(
            json!({ "common_code_key": "4829", "device_id": "d1" }),
            Value::Null
        )
    );
    assert_eq!(
        identity(json!({ "device_id": "d1" }), json!({ "key": "17" })),
        identity(
            json!({ "device_id": "d1", "common_code_key": "ensure:d1:17" }),
            json!({})
        ),
    );
}

#[test]
fn refuses_what_tells_no_code_from_another() {
    for (parameters, options, message) in [
        (json!({}), json!({}), "needs a `code`, or the option `key`"),
        (
            json!({}),
            json!({ "key": "" }),
            "The key option must be a string that is not empty",
        ),
        (
            json!({}),
            json!({ "key": 5 }),
            "The key option must be a string that is not empty",
        ),
        (
            json!({ "code": "4829" }),
            json!({ "key": "1" }),
            "cannot be used with `code`",
        ),
        (
            json!({ "common_code_key": "x" }),
            json!({ "key": "1" }),
            "`common_code_key`",
        ),
        (
            json!({ "code": "4829" }),
            json!({ "kye": "1" }),
            "unknown option `kye`: did you mean `key`?",
        ),
    ] {
        let mut parameters = parameters;
        parameters["device_id"] = json!("d1");
        let Err(error) = EnsureAccessCode::new(&parameters.to_string(), &options.to_string()) else {
            panic!("{parameters} {options}")
        };
        assert!(error.line().contains(message), "{}", error.line());
    }
}
