//! Runs any [`Flow`] in virtual time, against a server that is a closure, over a network that loses, delays and refuses. Knows no flow and no
//! endpoint.

use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::{Answer, Call, Ended, Event, Flow, Moment, Step};

use crate::random::Random;

/// More steps than any wait of an hour takes: a flow that goes beyond is stuck.
const MOST_STEPS: usize = 100_000;

/// What goes wrong between the flow and the server. The default is a perfect network. How often is out of 1.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "the tests of each flow use what they need")]
pub(crate) struct Network {
    /// The longest that a request, or its answer, is on its way, in ms.
    pub(crate) longest_way: f64,
    /// How often a request does not reach the server.
    pub(crate) lost_requests: f64,
    /// How often an answer does not come back. The server has acted.
    pub(crate) lost_answers: f64,
    /// How often there is no answer until the timeout of one attempt. The server has acted in half of these cases.
    pub(crate) hangs: f64,
    /// The timeout of one attempt, in ms.
    pub(crate) timeout: f64,
    /// How often the server is down (5xx, and the pages of proxies). It has not acted.
    pub(crate) down: f64,
    /// How often there are too many requests. The server has not acted.
    pub(crate) too_many: f64,
    /// The longest `Retry-After`, in ms.
    pub(crate) longest_retry_after: f64,
    /// How often the process is frozen before it hears of something.
    pub(crate) freezes: f64,
    /// The longest that it is, in ms.
    pub(crate) longest_freeze: f64,
    /// When all this ends, in ms from the beginning of the run.
    pub(crate) calm_from: f64,
}

impl Default for Network {
    fn default() -> Self {
        Self {
            longest_way: 0.0,
            lost_requests: 0.0,
            lost_answers: 0.0,
            hangs: 0.0,
            timeout: 60_000.0,
            down: 0.0,
            too_many: 0.0,
            longest_retry_after: 0.0,
            freezes: 0.0,
            longest_freeze: 0.0,
            calm_from: f64::INFINITY,
        }
    }
}

/// What surrounds a flow. All times are ms from the beginning of the run, unless said otherwise.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) now: f64,
    /// The server's clock at the beginning, in ms since 1970.
    pub(crate) epoch: f64,
    /// How far the device's clock is ahead of the server's, in ms.
    pub(crate) device_ahead: f64,
    /// Whether answers have a `date` header that can be read.
    pub(crate) shows_date: bool,
    pub(crate) network: Network,
    /// When the caller gives up.
    pub(crate) cancel_at: Option<f64>,
}

impl Default for World {
    fn default() -> Self {
        Self {
            now: 0.0,
            // 2026-06-01T12:00:00Z
            epoch: 1_780_315_200_000.0,
            device_ahead: 0.0,
            shows_date: true,
            network: Network::default(),
            cancel_at: None,
        }
    }
}

impl World {
    /// The server's clock, in ms since 1970.
    pub(crate) fn server_time(&self) -> f64 {
        self.epoch + self.now
    }

    fn moment(&self, random: &mut Random) -> Moment {
        Moment {
            elapsed: 1_000.0 + self.now,
            wall: self.server_time() + self.device_ahead,
            random: random.unit(),
        }
    }
}

/// What a server answers with success.
#[derive(Clone, Debug, Default)]
pub(crate) struct Served {
    /// The caller's value as JSON.
    pub(crate) value: String,
    pub(crate) next_page: Option<String>,
}

#[allow(dead_code, reason = "the tests of each flow use what they need")]
impl Served {
    pub(crate) fn value(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            next_page: None,
        }
    }
}

/// A call that was made.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "the tests of each flow use what they need")]
pub(crate) struct Made {
    pub(crate) call: Call,
    /// When it began.
    pub(crate) at: f64,
    /// When the flow heard of its end.
    pub(crate) heard_at: f64,
    /// When the server saw it; nothing where it did not.
    pub(crate) seen_at: Option<f64>,
    /// How it failed.
    pub(crate) failure: Option<Failure>,
}

/// A run from beginning to end.
#[derive(Debug)]
#[allow(dead_code, reason = "the tests of each flow use what they need")]
pub(crate) struct Run<P, T, E> {
    pub(crate) end: Result<T, Ended<E>>,
    pub(crate) ended_at: f64,
    pub(crate) calls: Vec<Made>,
    /// What was passed on to the caller, and when.
    pub(crate) told: Vec<(f64, P)>,
    /// Each pause that was asked for.
    pub(crate) pauses: Vec<f64>,
    /// When the process was frozen, and when it went on.
    pub(crate) freezes: Vec<(f64, f64)>,
}

/// Runs a flow to its end. The server sees a call at the time that `World::now` says while it is called; what it answers is lost, delayed or
/// replaced by the network.
pub(crate) fn run<F: Flow>(
    flow: &mut F,
    world: &mut World,
    random: &mut Random,
    mut server: impl FnMut(&Call, &mut World, &mut Random) -> Result<Served, Failure>,
) -> Run<F::Progress, F::Output, F::Error> {
    let mut run = Run {
        end: Err(Ended::Canceled),
        ended_at: 0.0,
        calls: Vec::new(),
        told: Vec::new(),
        pauses: Vec::new(),
        freezes: Vec::new(),
    };
    let mut step = flow.next(Event::Started, world.moment(random));
    for _ in 0..MOST_STEPS {
        let began = world.now;
        let mut answer = None;
        let (due, event) = match step {
            Step::Done(output) => return ended(flow, world, random, run, Ok(output)),
            Step::Fail(why) => return ended(flow, world, random, run, Err(why)),
            Step::Tell(progress) => {
                run.told.push((world.now, progress));
                (began, Event::Told)
            }
            Step::Sleep(duration) => {
                assert!(duration >= 0.0, "a pause of {duration} ms");
                run.pauses.push(duration);
                (began + duration, Event::Slept)
            }
            Step::Call(call) => {
                let made = make(&call, world, random, &mut server);
                let due = made.0.heard_at;
                answer = Some(made);
                (due, Event::Slept)
            }
        };
        if let Some(at) = world.cancel_at.filter(|at| *at <= due) {
            world.now = at.max(began);
            // What is there already may be handed over.
            let end = match flow.next(Event::Canceled, world.moment(random)) {
                Step::Fail(Ended::Canceled) => Err(Ended::Canceled),
                Step::Done(output) => Ok(output),
                _ => panic!("goes on after Canceled"),
            };
            if let Some((made, _)) = answer {
                run.calls.push(made);
            }
            return ended(flow, world, random, run, end);
        }
        world.now = due;
        if due < world.network.calm_from && random.happens(world.network.freezes) {
            world.now += random.between(0.0, world.network.longest_freeze);
            run.freezes.push((due, world.now));
        }
        let moment = world.moment(random);
        step = match answer {
            Some((mut made, result)) => {
                made.heard_at = world.now;
                made.failure = result.as_ref().err().cloned();
                run.calls.push(made);
                match &result {
                    Ok((served, date)) => {
                        let answer = Answer {
                            value: &served.value,
                            next_page: served.next_page.as_deref(),
                            date: *date,
                        };
                        flow.next(Event::Answered(answer), moment)
                    }
                    Err(failure) => flow.next(Event::Failed(failure), moment),
                }
            }
            None => flow.next(event, moment),
        };
    }
    panic!("the flow does not end");
}

/// Whatever happens after the end, a flow stays ended: nothing more is sent.
fn ended<F: Flow>(
    flow: &mut F,
    world: &World,
    random: &mut Random,
    mut run: Run<F::Progress, F::Output, F::Error>,
    end: Result<F::Output, Ended<F::Error>>,
) -> Run<F::Progress, F::Output, F::Error> {
    let failure = failed(Outcome::NoAnswer, 0.0);
    for event in [
        Event::Slept,
        Event::Told,
        Event::Failed(&failure),
        Event::Canceled,
        Event::Started,
    ] {
        let step = flow.next(event, world.moment(random));
        assert!(
            matches!(step, Step::Fail(Ended::Canceled)),
            "goes on after its end: {event:?}"
        );
    }
    run.end = end;
    run.ended_at = world.now;
    run
}

type Heard = Result<(Served, Option<f64>), Failure>;

/// Makes a call: when the flow is to hear of it, and of what.
fn make(
    call: &Call,
    world: &mut World,
    random: &mut Random,
    server: &mut impl FnMut(&Call, &mut World, &mut Random) -> Result<Served, Failure>,
) -> (Made, Heard) {
    let began = world.now;
    let network = world.network.clone();
    let mut happens = |how_often: f64| began < network.calm_from && random.happens(how_often);
    let is_lost = happens(network.lost_requests);
    let is_answer_lost = happens(network.lost_answers);
    let hangs = happens(network.hangs);
    let is_down = happens(network.down);
    let too_many = happens(network.too_many);
    let (to, from) = (
        random.between(0.0, network.longest_way),
        random.between(0.0, network.longest_way),
    );
    let reaches = !is_lost && !(hangs && random.happens(0.5));
    let mut made = Made {
        call: call.clone(),
        at: began,
        heard_at: began + to + from,
        seen_at: None,
        failure: None,
    };
    let longest = random.pick(&[0.0, network.longest_retry_after]);
    let retry_after = random.between(0.0, longest);
    let mut heard = if is_down && reaches {
        let outcome = random.pick(&[
            Outcome::Refused { status: 500 },
            Outcome::Refused { status: 503 },
            Outcome::Refused { status: 408 },
            Outcome::Unreadable,
        ]);
        Err(failed(outcome, 0.0))
    } else if too_many && reaches {
        Err(failed(Outcome::Refused { status: 429 }, retry_after))
    } else if reaches {
        world.now = began + to;
        made.seen_at = Some(world.now);
        let date = (world.server_time() / 1_000.0).floor() * 1_000.0;
        let served = server(call, world, random);
        served.map(|served| (served, Some(date).filter(|_| world.shows_date)))
    } else {
        Err(failed(Outcome::NoAnswer, 0.0))
    };
    world.now = began;
    if hangs {
        made.heard_at = began + network.timeout;
    }
    if hangs {
        heard = Err(failed(Outcome::Timeout, 0.0));
    } else if is_answer_lost {
        heard = Err(failed(Outcome::NoAnswer, 0.0));
    }
    if let Some(within) = call.within
        && made.heard_at > began + within as f64
    {
        made.heard_at = began + within as f64;
        heard = Err(failed(Outcome::OutOfTime, 0.0));
    }
    (made, heard)
}

/// A failure of a call.
pub(crate) fn failed(outcome: Outcome, retry_after: f64) -> Failure {
    Failure {
        outcome,
        code: String::new(),
        retry_after,
    }
}

/// The API's own word that there is no such object.
#[allow(dead_code, reason = "the tests of each flow use what they need")]
pub(crate) fn unknown(code: &str) -> Failure {
    Failure {
        outcome: Outcome::Refused { status: 404 },
        code: code.into(),
        retry_after: 0.0,
    }
}
