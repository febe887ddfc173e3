//! Waiting for an action attempt over a [`Host`]: runs the flow, with its polls as calls.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::api::action_attempts;
use crate::client::call::call;
use crate::client::config::{CallSettings, Config};
use crate::client::host::{Host, HostReply};
use crate::error::{Error, TransportCode, TransportError};
use crate::flow::action_attempt::{ActionAttemptFlow, Patience};
use crate::flow::failure::Failure;
use crate::flow::{Answer, Ended, Event, Flow, Moment, Step};
use crate::schema::json;

/// Polls the action attempt until it has ended; returns it as JSON.
///
/// # Errors
/// [`Error::ActionAttemptFailed`], [`Error::ActionAttemptTimeout`], and whatever polling it meets.
pub async fn until_ended<H: Host>(
    host: &H,
    config: &Config,
    settings: &CallSettings,
    attempt: String,
    patience: Patience,
) -> Result<String, Error> {
    let moment = || Moment {
        elapsed: host.now(),
        wall: host.now(),
        random: host.random(),
    };
    let mut flow = ActionAttemptFlow::new(attempt, patience);
    let mut step = flow.next(Event::Started, moment());
    let mut failed = None;
    loop {
        step = match step {
            Step::Call(request) => {
                let parameters = Some(request.parameters.as_str());
                match call(host, config, &action_attempts::GET, parameters, settings).await {
                    Ok(answer) => {
                        let value = json::find(answer.reply.text(), &["action_attempt"]);
                        let answer = Answer {
                            value: value.unwrap_or("null"),
                            next_page: None,
                            date: None,
                        };
                        flow.next(Event::Answered(answer), moment())
                    }
                    Err(error) => {
                        let failure = Failure::of(&error, 0.0);
                        failed = Some(error);
                        flow.next(Event::Failed(&failure), moment())
                    }
                }
            }
            Step::Sleep(duration) => {
                host.sleep(duration).await;
                flow.next(Event::Slept, moment())
            }
            Step::Tell(()) => flow.next(Event::Told, moment()),
            Step::Done(attempt) => return Ok(attempt),
            Step::Fail(Ended::Own(error)) => return Err(error),
            Step::Fail(_) => return Err(failed.unwrap_or_else(canceled)),
        };
    }
}

fn canceled() -> Error {
    Error::Transport(TransportError {
        code: TransportCode::Canceled,
        message: "canceled".to_owned(),
        request_id: String::new(),
        response: None,
    })
}
