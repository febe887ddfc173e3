//! A host whose answers are written down beforehand, and whose clock moves only when someone sleeps.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use seam_edge::client::host::{Host, HostReply, HttpRequest, SendFailure};
use seam_edge::schema::issue::Issue;

pub(crate) type Outcome = Result<Answer, SendFailure>;

/// One answer. Its content type is JSON and its request ID `request1`.
pub(crate) struct Answer {
    status: u16,
    body: String,
    date: Option<&'static str>,
}

pub(crate) fn answered(status: u16, body: &str) -> Outcome {
    Ok(Answer {
        status,
        body: body.to_owned(),
        date: None,
    })
}

/// An answer with a `date` header.
pub(crate) fn answered_at(date: &'static str, body: &str) -> Outcome {
    answered(200, body).map(|answer| Answer {
        date: Some(date),
        ..answer
    })
}

impl HostReply for Answer {
    fn status(&self) -> u16 {
        self.status
    }

    fn header(&self, name: &str) -> Option<String> {
        let headers = self.headers().into_iter();
        headers
            .filter(|(other, _)| other == name)
            .map(|(_, value)| value)
            .next()
    }

    fn headers(&self) -> Vec<(String, String)> {
        let headers = [
            ("content-type", "application/json; charset=utf-8"),
            ("seam-request-id", "request1"),
        ];
        let date = self.date.map(|date| ("date", date));
        let headers = headers.into_iter().chain(date);
        headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    fn text(&self) -> &str {
        &self.body
    }
}

/// The time at the beginning, in ms since 1970.
const BEGINNING: f64 = 1_767_225_600_000.0;

pub(crate) struct Scripted {
    outcomes: RefCell<VecDeque<Outcome>>,
    sent: RefCell<Vec<HttpRequest>>,
    slept: RefCell<Vec<u64>>,
    issues: RefCell<Vec<String>>,
    now: Cell<f64>,
}

impl Scripted {
    pub(crate) fn new(outcomes: impl IntoIterator<Item = Outcome>) -> Self {
        Self {
            outcomes: RefCell::new(outcomes.into_iter().collect()),
            sent: RefCell::default(),
            slept: RefCell::default(),
            issues: RefCell::default(),
            now: Cell::new(BEGINNING),
        }
    }

    /// Writes down another answer.
    pub(crate) fn answer(&self, outcome: Outcome) {
        self.outcomes.borrow_mut().push_back(outcome);
    }

    pub(crate) fn sent(&self) -> Vec<HttpRequest> {
        self.sent.borrow().clone()
    }

    /// What was told of calls that succeeded: endpoint, ID of the request, severity, code and place.
    pub(crate) fn issues(&self) -> Vec<String> {
        self.issues.borrow().clone()
    }

    /// How long each sleep was, in ms.
    pub(crate) fn slept(&self) -> Vec<u64> {
        self.slept.borrow().clone()
    }
}

impl Host for Scripted {
    type Reply = Answer;

    async fn send(&self, request: &HttpRequest, _timeout: f64) -> Outcome {
        self.sent.borrow_mut().push(request.clone());
        let outcome = self.outcomes.borrow_mut().pop_front();
        // After the last one it never answers.
        match outcome {
            Some(outcome) => outcome,
            None => std::future::pending().await,
        }
    }

    async fn sleep(&self, duration: f64) {
        self.now.set(self.now.get() + duration);
        self.slept.borrow_mut().push(duration.round() as u64);
    }

    fn now(&self) -> f64 {
        self.now.get()
    }

    fn elapsed(&self) -> f64 {
        self.now.get() - BEGINNING
    }

    fn random(&self) -> f64 {
        0.5
    }

    fn response_issues(&self, path: &'static str, request_id: &str, issues: &[Issue]) {
        let told = issues.iter().map(
            |Issue {
                 severity,
                 code,
                 path: place,
                 ..
             }| { format!("{path} {request_id} {severity:?} {} {place}", code.as_str()) },
        );
        self.issues.borrow_mut().extend(told);
    }
}

/// The value of a future that never has to wait.
pub(crate) fn finished<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future waits for something"),
    }
}
