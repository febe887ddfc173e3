//! The flows that are under way in a module, each under a number: what happened comes in, what to do next goes out, and between the two nothing
//! is borrowed. A flow that has ended is gone; the runner ends those that it abandons.
//!
//! | Words | Text | Answer |
//! |---|---|---|
//! | `next`, flow, elapsed, wall, random, `started`, what this flow has to know by then | | a step |
//! | `next`, flow, elapsed, wall, random, `told`, `slept` or `canceled` | | a step |
//! | `next`, flow, elapsed, wall, random, `answered`, next page as a JSON string, date | the value as JSON | a step |
//! | `next`, flow, elapsed, wall, random, `failed`, kind, status, code, ms of `Retry-After`, `1` where there are issues | | a step |
//! | `end`, flow | | `{}` |
//!
//! Times are in ms. What is not known is empty. A step is `{ do: 'call', path, parameters, within }`, with `parameters` as JSON text;
//! `{ do: 'sleep', ms }`; `{ do: 'tell', … }`; `{ do: 'done', … }`; `{ do: 'fail', why, … }`, where `why` is `canceled`, `call` with
//! the `path` of the endpoint that failed, or what the flow says itself.

use alloc::borrow::{Cow, ToOwned};
use alloc::vec::Vec;

use spin::Mutex;

use seam_edge::error::Error;
use seam_edge::flow::failure::Failure;
use seam_edge::flow::{Answer, Call, Ended, Event, Flow, Moment, Step};
use seam_edge::schema::json;
use seam_edge::schema::record::Record;
use seam_edge::text::each_part;

/// Flows of one kind. There is one thread, so the lock is never waited for: it stands in for unsafe code.
pub(crate) struct Flows<F> {
    live: Mutex<Vec<Option<F>>>,
}

impl<F> Flows<F> {
    pub(crate) const fn new() -> Self {
        Self {
            live: Mutex::new(Vec::new()),
        }
    }

    /// Keeps a flow and answers its number, which is free again when the flow has ended.
    pub(crate) fn keep(&self, flow: F) -> f64 {
        let mut live = self.live.lock();
        let free = live.iter().position(Option::is_none);
        let number = free.unwrap_or(live.len());
        match live.get_mut(number) {
            Some(place) => *place = Some(flow),
            None => live.push(Some(flow)),
        }
        number as f64
    }

    /// Lets a flow take a step, by its number in digits. `step` answers whether the flow goes on; one that does not is dropped.
    ///
    /// # Errors
    /// [`Error::State`] where no flow has this number.
    pub(crate) fn step<T>(&self, number: &str, step: impl FnOnce(&mut F) -> (T, bool)) -> Result<T, Error> {
        let mut live = self.live.lock();
        let ended = || Error::State("the operation has ended already".to_owned());
        let place = live.get_mut(index(number)).ok_or_else(ended)?;
        let (answer, goes_on) = step(place.as_mut().ok_or_else(ended)?);
        if !goes_on {
            *place = None;
        }
        Ok(answer)
    }

    /// Drops a flow, by its number in digits; nothing happens where there is none.
    pub(crate) fn end(&self, number: &str) {
        if let Some(place) = self.live.lock().get_mut(index(number)) {
            *place = None;
        }
    }
}

fn index(number: &str) -> usize {
    json::number(number) as usize
}

/// How the steps of a flow are written that only it knows.
pub(crate) trait Written: Flow {
    /// Takes in what the flow has to know when it starts.
    fn starts(&mut self, _: &str) {}
    /// What the flow gets to know of a call that failed.
    fn failure(heard: &Heard<'_>) -> Failure {
        heard.failure()
    }
    /// Writes what each step of the flow has.
    fn each(&self, _: &mut Record) {}
    fn progress(&self, progress: Self::Progress, step: &mut Record);
    fn done(&self, output: Self::Output, step: &mut Record);
    fn fail(&self, error: Self::Error, step: &mut Record);
}

/// What happened, taken out of the words of `next`. Apart from the flows, so that it is compiled once for all.
pub(crate) struct Heard<'t> {
    pub(crate) moment: Moment,
    pub(crate) happened: &'t str,
    /// The words behind it.
    pub(crate) about: [&'t str; 5],
    /// Where the first of them is a JSON string: what it stands for.
    next_page: Option<Cow<'t, str>>,
    pub(crate) text: &'t str,
}

impl<'t> Heard<'t> {
    #[inline(never)]
    pub(crate) fn of(words: &Words<'t>, text: &'t str) -> Self {
        let [_, _, elapsed, wall, random, happened, about @ ..] = *words;
        let [next, ..] = about;
        Self {
            moment: Moment {
                elapsed: json::number(elapsed),
                wall: json::number(wall),
                random: json::number(random),
            },
            happened,
            about,
            next_page: json::text_of(next),
            text,
        }
    }

    /// Whether the flow gave the call that failed no more time.
    pub(crate) fn is_out_of_time(&self) -> bool {
        let [kind, ..] = self.about;
        kind == "out_of_time"
    }

    #[inline(never)]
    fn failure(&self) -> Failure {
        let [kind, status, code, retry_after, has_issues] = self.about;
        let status = json::number(status) as u16;
        Failure::read(kind, status, code, json::number(retry_after), has_issues == "1")
    }

    #[inline(never)]
    fn event<'e>(&'e self, failure: &'e Failure) -> Event<'e> {
        let [_, date, ..] = self.about;
        match self.happened {
            "started" => Event::Started,
            "told" => Event::Told,
            "slept" => Event::Slept,
            "answered" => Event::Answered(Answer {
                value: self.text,
                next_page: self.next_page.as_deref(),
                date: Some(date).filter(|date| !date.is_empty()).map(json::number),
            }),
            "failed" => Event::Failed(failure),
            _ => Event::Canceled,
        }
    }
}

/// The words of a question, its name first. Those that it does not have are empty.
pub(crate) type Words<'t> = [&'t str; 11];

/// Takes a question apart, whose words are lines.
#[inline(never)]
pub(crate) fn words(question: &str) -> Words<'_> {
    let mut words = Words::default();
    for (place, word) in words.iter_mut().zip(each_part(question, b'\n')) {
        *place = word;
    }
    words
}

/// Lets a flow take the step that follows on what happened; answers it, and whether the flow goes on.
pub(crate) fn take_step<F: Written>(flow: &mut F, heard: &Heard<'_>) -> (Record, bool) {
    if heard.happened == "started" {
        let [known, ..] = heard.about;
        flow.starts(known);
    }
    let mut record = Record::new();
    let goes_on = match flow.next(heard.event(&F::failure(heard)), heard.moment) {
        Step::Call(call) => {
            write_call(&mut record, &call);
            true
        }
        Step::Sleep(duration) => {
            record.text("do", "sleep");
            record.number("ms", duration);
            true
        }
        Step::Tell(progress) => {
            record.text("do", "tell");
            flow.progress(progress, &mut record);
            true
        }
        Step::Done(output) => {
            record.text("do", "done");
            flow.done(output, &mut record);
            false
        }
        Step::Fail(ended) => {
            record.text("do", "fail");
            match ended {
                Ended::Own(error) => flow.fail(error, &mut record),
                Ended::Canceled => record.text("why", "canceled"),
                Ended::Call(path) => write_failed_call(&mut record, path),
            }
            false
        }
    };
    flow.each(&mut record);
    (record, goes_on)
}

#[inline(never)]
fn write_call(record: &mut Record, call: &Call) {
    record.text("do", "call");
    record.text("path", call.path);
    record.text("parameters", &call.parameters);
    if let Some(within) = call.within {
        record.number("within", within as f64);
    }
}

#[inline(never)]
fn write_failed_call(record: &mut Record, path: &str) {
    record.text("why", "call");
    record.text("path", path);
}
