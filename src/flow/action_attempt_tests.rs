//! Waiting for action attempts, in virtual time.

use alloc::format;
use alloc::vec::Vec;

use super::*;
use crate::flow::Answer;
use crate::flow::failure::Failure;

fn attempt(status: &str) -> String {
    format!("{{\"action_attempt_id\":\"a\",\"status\":\"{status}\"}}")
}

/// What a call comes to, and how many ms it takes.
#[derive(Clone, Copy)]
enum Reply {
    Status(&'static str, f64),
    Network,
    /// No answer, and the runner hears of it so many ms after the call's time.
    OutOfTime(f64),
}

/// What the flow results in, when, and what it wanted on the way: sleeps and, negative, the time of calls.
struct Played {
    result: Result<String, Ended<Error>>,
    elapsed: f64,
    steps: Vec<i64>,
}

/// Plays the wait from `pending`, each sleep `frozen` ms longer than asked for.
fn play(patience: Patience, replies: &[Reply], frozen: f64) -> Played {
    let mut flow = ActionAttemptFlow::new(attempt("pending"), patience);
    let mut replies = replies.iter().copied();
    let mut steps = Vec::new();
    let mut elapsed = 5_000.0;
    let moment = |elapsed| Moment {
        elapsed,
        wall: 0.0,
        random: 0.5,
    };
    let mut step = flow.next(Event::Started, moment(elapsed));
    let result = loop {
        step = match step {
            Step::Sleep(duration) => {
                steps.push(duration.round() as i64);
                elapsed += duration + frozen;
                flow.next(Event::Slept, moment(elapsed))
            }
            Step::Call(call) => {
                assert_eq!(call.path, "/action_attempts/get");
                assert_eq!(call.parameters, "{\"action_attempt_id\":\"a\"}");
                steps.push(call.within.map_or(i64::MIN, |within| -(within as i64)));
                let failed = |kind, code| Failure::read(kind, 0, code, 0.0, false);
                match replies.next().unwrap_or(Reply::Network) {
                    Reply::Status(status, took) => {
                        elapsed += took;
                        let value = attempt(status);
                        let answer = Answer {
                            value: &value,
                            next_page: None,
                            date: None,
                        };
                        flow.next(Event::Answered(answer), moment(elapsed))
                    }
                    Reply::Network => flow.next(
                        Event::Failed(&failed("transport", "ERR_NETWORK")),
                        moment(elapsed),
                    ),
                    Reply::OutOfTime(late) => {
                        elapsed += call.within.map_or(0.0, |within| within as f64) + late;
                        flow.next(Event::Failed(&failed("out_of_time", "")), moment(elapsed))
                    }
                }
            }
            Step::Tell(()) => flow.next(Event::Told, moment(elapsed)),
            Step::Done(()) => break Ok(flow.attempt().to_owned()),
            Step::Fail(ended) => break Err(ended),
        }
    };
    Played {
        result,
        elapsed: elapsed - 5_000.0,
        steps,
    }
}

fn patience(timeout: f64) -> Patience {
    Patience {
        timeout,
        ..Patience::default()
    }
}

const PENDING: Reply = Reply::Status("pending", 0.0);
const SUCCESS: Reply = Reply::Status("success", 0.0);

fn timed_out(timeout: f64) -> Result<String, Ended<Error>> {
    Err(Ended::Own(Error::ActionAttemptTimeout {
        timeout,
        attempt: Body(attempt("pending")),
    }))
}

#[test]
fn polls_until_the_attempt_has_ended() {
    let played = play(patience(10_000.0), &[PENDING, SUCCESS], 0.0);
    assert_eq!(played.result, Ok(attempt("success")));
    assert_eq!(played.steps, [1_000, -9_001, 1_000, -8_001]);

    let played = play(patience(10_000.0), &[Reply::Status("error", 0.0)], 0.0);
    let failed = Error::ActionAttemptFailed(Body(attempt("error")));
    assert_eq!(played.result, Err(Ended::Own(failed)));
    let played = play(patience(10_000.0), &[PENDING, Reply::Network], 0.0);
    assert_eq!(played.result, Err(Ended::Call("/action_attempts/get")));
}

#[test]
fn an_attempt_that_has_ended_is_not_polled() {
    let mut flow = ActionAttemptFlow::new(attempt("success"), patience(0.0));
    let moment = Moment {
        elapsed: 0.0,
        wall: 0.0,
        random: 0.0,
    };
    assert_eq!(flow.next(Event::Started, moment), Step::Done(()));
    assert_eq!(flow.attempt(), attempt("success"));
    let played = play(patience(0.0), &[], 0.0);
    assert_eq!((played.result, played.steps), (timed_out(0.0), Vec::new()));
}

#[test]
fn gives_up_when_its_time_is_over() {
    // The last pause is only as long as what is left, and a last poll follows it.
    let played = play(patience(1_500.0), &[PENDING, PENDING], 0.0);
    assert_eq!(played.result, timed_out(1_500.0));
    assert_eq!(played.steps, [1_000, -1_001, 500, -1_001]);
    // A server that does not answer ends nothing later.
    let played = play(patience(5_000.0), &[Reply::OutOfTime(0.0)], 0.0);
    assert_eq!(played.result, timed_out(5_000.0));
    assert!(played.elapsed < 5_002.0, "{}", played.elapsed);
    // One that is asked for ever may take for ever.
    let played = play(patience(f64::INFINITY), &[PENDING, SUCCESS], 0.0);
    assert_eq!(played.steps, [1_000, i64::MIN, 1_000, i64::MIN]);
}

#[test]
fn polls_once_more_after_a_freeze() {
    let hour = 3_600_000.0;
    // In a pause: the poll after it is the one more.
    let played = play(patience(10_000.0), &[SUCCESS], hour);
    assert_eq!(played.result, Ok(attempt("success")));
    assert_eq!(played.steps, [1_000, -10_001]);
    let played = play(patience(10_000.0), &[Reply::OutOfTime(hour), SUCCESS], hour);
    assert_eq!(played.result, timed_out(10_000.0));
    // In a call, whether that came to something or not.
    for frozen in [Reply::Status("pending", hour), Reply::OutOfTime(hour)] {
        let played = play(patience(10_000.0), &[frozen, SUCCESS], 0.0);
        assert_eq!(played.result, Ok(attempt("success")));
        assert_eq!(played.steps, [1_000, -9_001, -10_001]);
        let played = play(patience(10_000.0), &[frozen, frozen, SUCCESS], 0.0);
        assert_eq!(played.result, timed_out(10_000.0));
    }
}

#[test]
fn refuses_what_is_no_patience() {
    let message = |options| Patience::read(options).err().map(|error| error.line());
    assert_eq!(Patience::read("{}"), Ok(Patience::default()));
    let forever = Patience {
        timeout: f64::INFINITY,
        polling_interval: 5.0,
    };
    let options = "{\"timeout\":\"Infinity\",\"pollingInterval\":5}";
    assert_eq!(Patience::read(options), Ok(forever));
    for (options, line) in [
        (
            "[]",
            "the waitForActionAttempt option must be a boolean or an object",
        ),
        (
            "{\"pollInterval\":5}",
            "`pollInterval`: not a known name (remove it)",
        ),
        (
            "{\"timeuot\":5}",
            "`timeuot`: not a known name (did you mean `timeout`?)",
        ),
        (
            "{\"timeout\":-1}",
            "The timeout option must not be negative, got -1",
        ),
        (
            "{\"pollingInterval\":0}",
            "The pollingInterval option must be greater than zero, got 0",
        ),
        (
            "{\"timeout\":\"soon\"}",
            "The timeout option must not be negative, got a value that is no number",
        ),
    ] {
        assert_eq!(message(options).as_deref(), Some(line));
    }
}
