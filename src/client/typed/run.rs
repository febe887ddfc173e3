//! Runs flows over a [`Host`]: does what they ask for and reports what happened. Decides nothing.

use alloc::borrow::Cow;
use core::fmt::{Debug, Display, Formatter};
use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;

use chrono::DateTime;

use crate::api;
use crate::client::call::{Refused, call_or_rest};
use crate::client::host::{Host, HostReply};
use crate::client::typed::{Client, value};
use crate::error::{Error, TransportCode, TransportError};
use crate::flow::failure::{Failure, Outcome};
use crate::flow::pages::{NextPage, next_page};
use crate::flow::{Answer, Call, Ended, Event, Flow, Moment, Step};

/// Why a flow has failed.
#[derive(Clone, Debug, PartialEq)]
pub enum FlowError<E> {
    /// A call failed, in a way that the flow cannot get over.
    Call(Error),
    /// What only this flow can say.
    Own(E),
}

impl<E: Display> Display for FlowError<E> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Call(error) => Display::fmt(error, formatter),
            Self::Own(error) => Display::fmt(error, formatter),
        }
    }
}

impl<E: Debug + Display> core::error::Error for FlowError<E> {}

impl From<FlowError<Self>> for Error {
    fn from(error: FlowError<Self>) -> Self {
        match error {
            FlowError::Call(error) | FlowError::Own(error) => error,
        }
    }
}

impl<H: Host> Client<H> {
    /// Runs a flow to its end, and passes on what it tells on the way. Each call is made as the options of the client say.
    ///
    /// # Errors
    /// [`FlowError::Call`] with the error of a call, or what the flow itself says.
    pub async fn run<F: Flow>(
        &self,
        flow: F,
        mut progress: impl FnMut(F::Progress),
    ) -> Result<F::Output, FlowError<F::Error>> {
        let mut running = Running::new(self, flow);
        loop {
            match running.go_on().await? {
                Reached::Told(told) => progress(told),
                Reached::Done(output) => return Ok(output),
            }
        }
    }

    /// What time it is now, and a random number.
    pub(super) fn moment(&self) -> Moment {
        Moment {
            elapsed: self.host.elapsed(),
            wall: self.host.now(),
            random: self.host.random(),
        }
    }
}

/// Where a flow has got to.
pub(super) enum Reached<P, T> {
    /// It tells this, and goes on when it is asked to.
    Told(P),
    /// It has succeeded.
    Done(T),
}

/// The value of the last answer.
pub(super) struct Last {
    /// As JSON.
    pub(super) value: String,
    /// The key at which it was.
    pub(super) key: Option<&'static str>,
    /// The request's ID; empty where the answer has none.
    pub(super) request_id: String,
    /// Whether the reply says where its list goes on.
    pub(super) names_next_page: bool,
}

/// A flow under way.
pub(super) struct Running<'c, H, F> {
    client: &'c Client<H>,
    pub(super) flow: F,
    has_started: bool,
    /// The last failure of each endpoint.
    failures: Vec<(&'static str, Error)>,
    /// What was answered last; kept for flows that only say that it is to be passed on.
    pub(super) last: Option<Last>,
}

/// What a flow wants next.
type StepOf<F> = Step<<F as Flow>::Progress, <F as Flow>::Output, <F as Flow>::Error>;

impl<'c, H: Host, F: Flow> Running<'c, H, F> {
    /// A flow that begins when it is first asked to go on.
    pub(super) fn new(client: &'c Client<H>, flow: F) -> Self {
        Self {
            client,
            flow,
            has_started: false,
            failures: Vec::new(),
            last: None,
        }
    }

    /// Runs the flow until it tells something or ends. It is not to be asked to go on after its end.
    pub(super) async fn go_on(&mut self) -> Result<Reached<F::Progress, F::Output>, FlowError<F::Error>> {
        let event = if self.has_started {
            Event::Told
        } else {
            Event::Started
        };
        self.has_started = true;
        let mut step = self.flow.next(event, self.client.moment());
        loop {
            step = match step {
                Step::Call(call) => self.call(call).await,
                Step::Sleep(duration) => {
                    self.client.host.sleep(duration).await;
                    self.flow.next(Event::Slept, self.client.moment())
                }
                Step::Tell(told) => return Ok(Reached::Told(told)),
                Step::Done(output) => return Ok(Reached::Done(output)),
                Step::Fail(Ended::Own(error)) => return Err(FlowError::Own(error)),
                Step::Fail(Ended::Call(path)) => return Err(FlowError::Call(self.failure_of(path))),
                Step::Fail(Ended::Canceled) => {
                    return Err(FlowError::Call(transport(
                        TransportCode::Canceled,
                        "canceled".to_owned(),
                    )));
                }
            };
        }
    }

    async fn call(&mut self, call: Call) -> StepOf<F> {
        let client = self.client;
        let Some(endpoint) = api::endpoint(call.path) else {
            let error = Error::State(format!(
                "{} is not an endpoint that this crate describes",
                call.path
            ));
            return self.failed(call.path, Failure::of(&error, 0.0), error);
        };
        let parameters = Some(call.parameters.as_str());
        let settings = &client.config.defaults;
        let calling = call_or_rest(&client.host, &client.config, endpoint, parameters, settings);
        let called = match call.within {
            None => Some(calling.await),
            Some(within) => in_time(calling, client.host.sleep(within as f64)).await,
        };
        match called {
            Some(Ok(answer)) => {
                let date = answer.reply.header("date").unwrap_or_default();
                let next_page = match endpoint.reply.is_paginated() {
                    true => next_page(answer.reply.text()),
                    false => NextPage::Unsaid,
                };
                self.last = Some(Last {
                    value: value(&answer).to_owned(),
                    key: answer.key,
                    request_id: answer.reply.header("seam-request-id").unwrap_or_default(),
                    names_next_page: next_page != NextPage::Unsaid,
                });
                let answer = Answer {
                    value: value(&answer),
                    next_page: match &next_page {
                        NextPage::At(cursor) => Some(Cow::as_ref(cursor)),
                        NextPage::None | NextPage::Unsaid => None,
                    },
                    date: instant(&date),
                };
                self.flow.next(Event::Answered(answer), client.moment())
            }
            Some(Err(Refused { error, retry_after })) => {
                let failure = Failure::of(&error, retry_after);
                self.failed(call.path, failure, error)
            }
            None => {
                let failure = Failure {
                    outcome: Outcome::OutOfTime,
                    code: String::new(),
                    retry_after: 0.0,
                };
                let within = call.within.unwrap_or_default();
                let message = format!("timeout of {within}ms exceeded");
                self.failed(call.path, failure, transport(TransportCode::Timeout, message))
            }
        }
    }

    /// Reports a failure, and keeps its error for the case that the flow ends by it.
    fn failed(&mut self, path: &'static str, failure: Failure, error: Error) -> StepOf<F> {
        self.failures.retain(|(other, _)| *other != path);
        self.failures.push((path, error));
        self.flow.next(Event::Failed(&failure), self.client.moment())
    }

    /// What the last failure of an endpoint was.
    pub(super) fn last_error(&self, path: &str) -> Option<Error> {
        let mut failures = self.failures.iter();
        let found = failures.find(|(other, _)| *other == path)?;
        Some(found.1.clone())
    }

    /// The last failure of an endpoint, with which the flow ends.
    fn failure_of(&mut self, path: &str) -> Error {
        let at = self.failures.iter().position(|(other, _)| *other == path);
        match at {
            Some(at) => self.failures.swap_remove(at).1,
            None => Error::State(format!("no call of {path} has failed")),
        }
    }
}

fn transport(code: TransportCode, message: String) -> Error {
    Error::Transport(TransportError {
        code,
        message,
        request_id: String::new(),
        response: None,
    })
}

/// A `date` header in ms since 1970.
fn instant(header: &str) -> Option<f64> {
    // Dates of the next centuries are below 2^53 ms, so they are exact.
    DateTime::parse_from_rfc2822(header)
        .ok()
        .map(|at| at.timestamp_millis() as f64)
}

/// What a future results in, unless the limit is over before. Where both have come, as after a freeze, the result counts.
async fn in_time<T>(future: impl Future<Output = T>, limit: impl Future<Output = ()>) -> Option<T> {
    let mut future = pin!(future);
    let mut limit = pin!(limit);
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => limit.as_mut().poll(context).map(|()| None),
    })
    .await
}
