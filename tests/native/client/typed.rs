//! The client of Rust applications: values in the shape of their models, and flows run over a host.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use seam_edge::api::{access_codes, action_attempts, devices, locks};
use seam_edge::client::Client;
use seam_edge::client::config::Config;
use seam_edge::client::host::SendFailure;
use seam_edge::client::typed::{FlowError, Stream};
use seam_edge::error::{Error, TransportCode};
use seam_edge::flow::action_attempt::Patience;
use seam_edge::flow::{Call, Ended, Event, Flow, Moment, Step};
use seam_edge::model::{ActionAttempt, DeviceType};
use serde_json::{Value, json};

use crate::scripted::{Outcome, Scripted, answered, answered_at, finished};
use crate::{config, fixture};

pub(crate) fn client(outcomes: impl IntoIterator<Item = Outcome>) -> Client<Scripted> {
    Client::new(Scripted::new(outcomes), config())
}

fn code(id: &str) -> access_codes::GetParameters {
    access_codes::GetParameters {
        access_code_id: Some(id.to_owned()),
        ..Default::default()
    }
}

#[test]
fn models_are_what_calls_return() {
    let get = fixture("replies", &access_codes::GET).to_string();
    let found = finished(client([answered(200, &get)]).call(&access_codes::GET, &code("a"))).unwrap();
    assert!(found.code.is_some());

    let parameters = access_codes::DeleteParameters {
        access_code_id: "a".to_owned(),
        ..Default::default()
    };
    let client_of_nothing = client([answered(200, r#"{"ok":true}"#)]);
    let () = finished(client_of_nothing.call(&access_codes::DELETE, &parameters)).unwrap();

    let generated = r#"{"generated_code":{"code":"1357","device_id":"a"}}"#;
    let device = access_codes::GenerateCodeParameters {
        device_id: "a".to_owned(),
    };
    let generating = client([answered(200, generated)]);
    let code = finished(generating.call(&access_codes::GENERATE_CODE, &device)).unwrap();
    assert_eq!(code.code, "1357");
}

#[test]
fn a_value_that_does_not_fit_its_type_is_refused_without_being_shown() {
    // Right by the schema, which looks only at what a door depends on, but not of the Rust type.
    let odd = r#"{"access_code":{"access_code_id":"a","type":"ongoing","code":"1357","name":5}}"#;
    let refused = finished(client([answered(200, odd)]).call(&access_codes::GET, &code("a"))).unwrap_err();
    let Error::InvalidResponse(error) = &refused else {
        panic!("{refused}");
    };
    assert_eq!(error.request_id, "request1");
    assert!(!format!("{refused:?}").contains("1357"));
}

#[test]
fn an_error_shows_no_key_that_the_server_quotes() {
    let key = "seam_apikey1_quoted";
    let header = "seam_otherkey2_quoted";
    let body = json!({ "error": { "type": "unauthorized", "message": format!("not {key}"), "data": [key, header] } });
    let config = Config::with_api_key(key)
        .and_then(|config| config.with_header("x-other-key", header))
        .unwrap();
    let client = Client::new(Scripted::new([answered(401, &body.to_string())]), config);
    let refused = finished(client.call(&access_codes::GET, &code("a"))).unwrap_err();
    let Error::Api(error) = refused else {
        panic!("{refused}");
    };
    assert_eq!(error.message, "not [redacted]");
    assert!(!error.body.0.contains("quoted"), "{}", error.body.0);
}

#[test]
fn the_host_hears_what_is_odd_about_a_call_that_succeeds() {
    // A name that is newer than this version is sent, and an odd field is no reason to throw the reply away.
    let newer = devices::ListParameters {
        device_type: Some(DeviceType::Unlisted("roborock_vacuum".to_owned())),
        ..Default::default()
    };
    let host = Scripted::new([answered(200, r#"{"devices":[]}"#)]);
    finished(Client::new(&host, config()).call(&devices::LIST, &newer)).unwrap();
    assert!(host.sent()[0].body.contains("roborock_vacuum"));
    assert_eq!(
        host.issues(),
        ["/devices/list request1 Warning unlisted_name device_type"]
    );
    let odd = r#"{"access_code":{"access_code_id":"a","type":"ongoing","code":"1357","name":5}}"#;
    let host = Scripted::new([answered(200, odd)]);
    // It does not fit the Rust type; who looks into the log sees why.
    drop(finished(
        Client::new(&host, config()).call(&access_codes::GET, &code("a")),
    ));
    let issues = host.issues().join("\n");
    assert!(
        issues.contains("/access_codes/get request1 Warning wrong_type access_code.name"),
        "{issues}"
    );
    let host = Scripted::new([answered(200, r#"{"devices":[]}"#)]);
    finished(Client::new(&host, config()).call(&devices::LIST, &Default::default())).unwrap();
    assert_eq!(host.issues(), [""; 0]);
}

fn attempt(status: &str) -> Value {
    json!({ "action_attempt_id": "a", "action_type": "LOCK_DOOR", "status": status, "result": null, "error": null })
}

#[test]
fn an_action_attempt_is_polled_until_it_ends() {
    let reply = |status: &str| answered(200, &json!({ "action_attempt": attempt(status) }).to_string());
    let pending: ActionAttempt = serde_json::from_value(attempt("pending")).unwrap();
    let wait = |host: &Scripted, timeout: f64| {
        let patience = Patience {
            timeout,
            polling_interval: 1000.0,
        };
        finished(Client::new(host, config()).wait_for(&pending, patience))
    };

    let host = Scripted::new([reply("pending"), reply("success")]);
    let ended = wait(&host, 10_000.0).unwrap();
    assert_eq!(serde_json::to_value(ended).unwrap()["status"], "success");
    assert_eq!(host.slept(), [1000, 1000]);
    let path = action_attempts::GET.path;
    assert!(host.sent().iter().all(|sent| sent.url.ends_with(path)));

    let host = Scripted::new([reply("error")]);
    let failed = wait(&host, 10_000.0);
    assert!(matches!(failed, Err(Error::ActionAttemptFailed(_))));

    let host = Scripted::new([reply("pending"), reply("pending")]);
    let late = wait(&host, 1500.0);
    assert!(matches!(late, Err(Error::ActionAttemptTimeout { .. })));
    // The last sleep is only as long as what is left.
    assert_eq!(host.slept(), [1000, 500]);

    // A server that never answers is given the time that is left.
    let host = Scripted::new([]);
    let late = wait(&host, 5_000.0);
    assert!(matches!(late, Err(Error::ActionAttemptTimeout { .. })));
    assert_eq!(host.slept(), [1000, 4001]);

    let host = Scripted::new([answered(404, ""), reply("success")]);
    assert!(matches!(wait(&host, 5_000.0), Err(Error::Transport(_))));
}

/// The items of a stream that never has to wait.
fn items<T>(stream: impl Stream<Item = T>) -> Vec<T> {
    let mut stream = pin!(stream);
    let mut items = Vec::new();
    let mut context = Context::from_waker(Waker::noop());
    while let Poll::Ready(Some(item)) = stream.as_mut().poll_next(&mut context) {
        items.push(item);
    }
    let after = stream.as_mut().poll_next(&mut context);
    assert!(
        matches!(after, Poll::Ready(None)),
        "the stream waits for something"
    );
    items
}

fn page(id: &str, cursor: Option<&str>) -> Outcome {
    let pagination =
        json!({ "has_next_page": cursor.is_some(), "next_page_cursor": cursor, "next_page_url": null });
    let mut devices = fixture("replies", &devices::LIST)["devices"].clone();
    devices.as_array_mut().unwrap().truncate(1);
    devices[0]["device_id"] = json!(id);
    answered(
        200,
        &json!({ "devices": devices, "pagination": pagination }).to_string(),
    )
}

#[test]
fn pages_come_one_after_another() {
    let host = Scripted::new([page("a", Some("1")), page("b", Some("2")), page("c", None)]);
    let client = Client::new(&host, config());
    let parameters = devices::ListParameters {
        limit: Some(1),
        ..Default::default()
    };
    let pages = client.pages(&devices::LIST, &parameters);
    assert!(host.sent().is_empty(), "nothing is sent before it is wanted");
    let ids: Vec<String> = items(pages)
        .into_iter()
        .flat_map(|page| page.unwrap())
        .map(|device| device.device_id)
        .collect();
    assert_eq!(ids, ["a", "b", "c"]);
    let bodies: Vec<String> = host.sent().iter().map(|sent| sent.body.clone()).collect();
    assert_eq!(
        bodies,
        [
            r#"{"limit":1}"#,
            r#"{"limit":1,"page_cursor":"1"}"#,
            r#"{"limit":1,"page_cursor":"2"}"#
        ]
    );
}

#[test]
fn a_walk_ends_where_its_cursor_comes_again_and_at_its_first_error() {
    let all = devices::ListParameters::default();
    let circle = client([page("a", Some("1")), page("b", Some("1")), page("c", None)]);
    assert_eq!(items(circle.pages(&devices::LIST, &all)).len(), 2);

    let broken = client([page("a", Some("1")), answered(400, "no")]);
    let walked = items(broken.pages(&devices::LIST, &all));
    assert!(matches!(walked.as_slice(), [Ok(_), Err(Error::Transport(_))]));

    let unsaid = client([answered(200, r#"{"devices":[]}"#)]);
    let walked = items(unsaid.pages(&devices::LIST, &all));
    assert!(
        matches!(walked.as_slice(), [Err(Error::InvalidResponse(error))] if error.response_key == "pagination")
    );

    let whole = client([]);
    let walked = items(whole.pages(&locks::LIST, &locks::ListParameters::default()));
    assert!(matches!(walked.as_slice(), [Err(Error::State(_))]));
}

/// Calls one endpoint twice, tells what it heard of the first, and ends as the second did.
struct Twice {
    within: Option<u64>,
    calls: u32,
}

impl Flow for Twice {
    type Progress = String;
    type Output = String;
    type Error = Error;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Step<String, String, Error> {
        assert!(moment.elapsed < moment.wall && moment.random < 1.0);
        let path = access_codes::GET.path;
        let call = Call {
            path,
            parameters: r#"{"access_code_id":"a"}"#.to_owned(),
            within: self.within,
        };
        let heard = match event {
            Event::Started | Event::Told => {
                self.calls += 1;
                return Step::Call(call);
            }
            Event::Answered(answer) => format!("{:?} {:?}", answer.next_page, answer.date),
            Event::Failed(failure) => format!("{:?} {}", failure.outcome, failure.retry_after),
            Event::Slept | Event::Canceled => return Step::Fail(Ended::Canceled),
        };
        match (self.calls, event) {
            (1, _) => Step::Tell(heard),
            (_, Event::Failed(_)) => Step::Fail(Ended::Call(path)),
            _ => Step::Done(heard),
        }
    }
}

fn run(
    outcomes: impl IntoIterator<Item = Outcome>,
    within: Option<u64>,
) -> (Vec<String>, Result<String, Error>) {
    let mut told = Vec::new();
    let flow = Twice { within, calls: 0 };
    let result = finished(client(outcomes).run(flow, |heard| told.push(heard)));
    (told, result.map_err(|error: FlowError<Error>| error.into()))
}

#[test]
fn a_flow_hears_what_its_calls_came_to() {
    let found = fixture("replies", &access_codes::GET).to_string();
    let dated = answered_at("Wed, 21 Oct 2015 07:28:03 GMT", &found);
    let (told, result) = run([dated, answered_at("soon", &found)], None);
    assert_eq!(told, ["None Some(1445412483000.0)"]);
    assert_eq!(result, Ok("None None".to_owned()));

    let refused = r#"{"error":{"type":"access_code_not_found","message":"said"},"ok":false}"#;
    let (told, result) = run([answered(404, ""), answered(404, refused)], None);
    assert_eq!(told, ["Refused { status: 404 } 0"]);
    assert!(
        matches!(result, Err(Error::Api(error)) if error.message == "said"),
        "the last one"
    );

    let (told, _) = run([Err(SendFailure::Canceled), Err(SendFailure::Canceled)], None);
    assert_eq!(told, ["Canceled 0"]);
}

#[test]
fn a_call_ends_with_the_time_that_its_flow_gives_it() {
    // The host never answers, and its clock moves on when somebody sleeps.
    let (told, result) = run([], Some(250));
    assert_eq!(told, ["OutOfTime 0"]);
    let Err(Error::Transport(error)) = result else {
        panic!("{result:?}");
    };
    assert_eq!(error.code, TransportCode::Timeout);
    assert_eq!(error.message, "timeout of 250ms exceeded");
}
