//! Operations of more than one step, as state machines without I/O: a flow is told what happened and answers what to do next.
//!
//! A flow reads no clock and draws no random number: both come with what happened, as a [`Moment`]. A *runner* does what a flow asks
//! for. The npm package has one in TypeScript, Rust applications have one over a `Host`, and tests have one over virtual time.
//!
//! Flows nest. [`call::CallFlow`] asks its runner to send HTTP requests. All others are [`Flow`]s: they ask for whole calls and hear of
//! their results, so what a single call repeats is not their business.
//!
//! Three decisions stand in one place for all flows: which failure may heal ([`failure`]), how long to pause ([`pause`]), and what
//! time it is for the server ([`clock`]).

use alloc::string::String;
use core::fmt::{Debug, Formatter};

use crate::flow::failure::Failure;

pub mod access_code_wait;
pub mod action_attempt;
pub mod call;
pub mod clock;
pub mod ensure_access_code;
pub mod failure;
pub mod pages;
pub mod pause;
pub mod wait_until_issued;
pub mod wait_until_removed;
pub mod wait_until_set;
pub mod watch_events;

/// When something happened, and a random number for what has to be decided then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Milliseconds on a clock that never goes back and counts from any beginning. All durations are measured by it.
    pub elapsed: f64,
    /// The device's clock in ms since 1970. It may be minutes off, so it decides nothing that ends a wait.
    pub wall: f64,
    /// A random number from 0 to 1, 1 excluded. It need not be unpredictable.
    pub random: f64,
}

/// What a runner reports to a [`Flow`].
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// The first event of every flow.
    Started,
    /// The runner has passed on what a [`Step::Tell`] held.
    Told,
    /// The call has succeeded.
    Answered(Answer<'a>),
    /// The call has failed.
    Failed(&'a Failure),
    /// The pause is over. It may have been longer than asked for, as where the process was frozen.
    Slept,
    /// The caller has given up: the flow ends, and nothing is sent after it.
    Canceled,
}

/// A call that has succeeded, as far as flows look at it. `Debug` shows of texts their length alone: they may hold a PIN.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The caller's value as JSON, such as the access code or the list of events; `null` where the endpoint has none.
    pub value: &'a str,
    /// The cursor of the next page; nothing on the last page, and where the endpoint has no pages.
    pub next_page: Option<&'a str>,
    /// The server's clock, by the `date` header, in ms since 1970. A browser hides it from pages of another origin.
    pub date: Option<f64>,
}

/// What a [`Flow`] wants next. `Debug` does not show what it results in, which may hold a PIN.
#[derive(Clone, PartialEq)]
pub enum Step<P, T, E> {
    /// Make a call, and report [`Event::Answered`] or [`Event::Failed`].
    Call(Call),
    /// Pause for so many ms, and report [`Event::Slept`].
    Sleep(f64),
    /// Pass this on to the caller, and report [`Event::Told`].
    Tell(P),
    /// The flow has succeeded.
    Done(T),
    /// The flow has failed.
    Fail(Ended<E>),
}

/// A call that a flow wants to be made. `Debug` shows of the parameters their length alone: they may hold a PIN.
#[derive(Clone, PartialEq, Eq)]
pub struct Call {
    /// The path of the endpoint, such as `/access_codes/get`.
    pub path: &'static str,
    /// The parameters as a JSON object.
    pub parameters: String,
    /// How many ms the call may take, its repeats included. When they are over, the runner ends the call and reports a [`Failure`] by
    /// [`failure::Outcome::OutOfTime`]. Nothing: as long as it takes.
    pub within: Option<u64>,
}

impl Debug for Answer<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter
            .debug_struct("Answer")
            .field("value", &Length(self.value))
            .field("next_page", &self.next_page.map(Length))
            .field("date", &self.date)
            .finish()
    }
}

impl Debug for Call {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter
            .debug_struct("Call")
            .field("path", &self.path)
            .field("parameters", &Length(&self.parameters))
            .field("within", &self.within)
            .finish()
    }
}

impl<P: Debug, T, E: Debug> Debug for Step<P, T, E> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Call(call) => formatter.debug_tuple("Call").field(call).finish(),
            Self::Sleep(duration) => formatter.debug_tuple("Sleep").field(duration).finish(),
            Self::Tell(progress) => formatter.debug_tuple("Tell").field(progress).finish(),
            Self::Done(_) => formatter.write_str("Done(..)"),
            Self::Fail(ended) => formatter.debug_tuple("Fail").field(ended).finish(),
        }
    }
}

/// A text that may hold a PIN, in what `Debug` shows.
pub(crate) struct Length<'t>(pub(crate) &'t str);

impl Debug for Length<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "{} bytes", self.0.len())
    }
}

/// Why a flow has failed.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended<E> {
    /// The caller gave up.
    Canceled,
    /// A call failed. The runner has kept the last failure of each endpoint, and hands on the one of this path.
    Call(&'static str),
    /// What only this flow can say.
    Own(E),
}

/// An operation of more than one step.
pub trait Flow {
    /// What is passed on to the caller on the way.
    type Progress;
    /// What the flow results in.
    type Output;
    /// Why it failed, apart from a call's own failure.
    type Error;

    /// Takes in what happened and says what to do next. After [`Step::Done`] and [`Step::Fail`] it is not to be asked again; if it is all
    /// the same, it ends as canceled.
    fn next(&mut self, event: Event<'_>, moment: Moment) -> Step<Self::Progress, Self::Output, Self::Error>;
}
