//! `ensureAccessCode`: one access code, however often and however unluckily it is asked for. Looks for the code, creates it where it is not
//! there, and looks again where a create that failed may have made it. What counts as the code that is wanted is in [`differences`].
//!
//! # What keeps a code from being made twice
//!
//! With a `code`, the server: it refuses a second one with the same PIN on a device. By a key nothing does, so a create that had no clear
//! answer leaves the flow *in doubt*, and it looks for the code for 15 s before it creates again. A create that takes the server longer
//! can make a second code; so can two processes that create at the same moment. Then all return the oldest.
//!
//! A server that does not report the key of what it has created would create another code each time. That is noticed, and an error.
//!
//! # What a runner does besides
//!
//! - Two flows with the same [`identity`](EnsureAccessCode::identity) run one after another, for each client. A caller who gives up in the
//!   queue leaves it, and does not let the next one pass those before; a flow that fails lets the next one go on.
//! - When it is a flow's turn, it is told by [`set_in_doubt`](EnsureAccessCode::set_in_doubt) what the one before has left. After each step
//!   the runner keeps [`in_doubt`](EnsureAccessCode::in_doubt) for the client. That is true as soon as a create is on its way, so it is right
//!   too where a flow is abandoned.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;

use crate::api::access_codes::{CREATE, GET, LIST, unmanaged};
use crate::error::Error;
use crate::flow::clock::ServerClock;
use crate::flow::ensure_access_code::differences::{Difference, differences_of_identity};
use crate::flow::ensure_access_code::search::Search;
use crate::flow::failure::{Failure, Outcome};
use crate::flow::pause::{before_another_create, before_another_search};
use crate::flow::{Answer, Call, Ended, Event, Flow, Moment, Step};
use crate::options::{OF_CALLS, Options};
use crate::schema::json;
use crate::schema::json_text::write_text;
use crate::text::concat;

mod conflict;
pub mod differences;
mod search;

pub use conflict::{Conflict, EnsureError};

/// How long to look for a code that a create may have made, in ms. What the calls take comes on top.
const WINDOW: f64 = 15_000.0;

/// How often a create without a clear answer is repeated, unless the caller says otherwise for this code. What a client says about repeats is
/// about calls that do no harm when they are repeated.
const MAX_RETRIES: f64 = 2.0;

/// Finds or creates one access code.
pub struct EnsureAccessCode {
    /// The parameters of `create`, with the key.
    wanted: String,
    /// The parameters of the calls that read, but for the cursor.
    device: String,
    /// The PIN as JSON; nothing where the code is known by its key.
    pin: Option<String>,
    identity: String,
    most_repeats: f64,
    /// Whether a create may have made a code that has not been seen yet.
    in_doubt: bool,
    /// How many creates were sent.
    made: u32,
    /// Whether nothing is created any more: what the next search does not find is not there.
    is_last: bool,
    /// How long to go on searching, in ms, what was slept already included.
    window: f64,
    /// For how long was slept since the last create, in ms.
    slept: f64,
    /// How many searches were over without a result since then.
    searches: u32,
    clock: ServerClock,
    state: State,
}

/// What the flow is waiting for.
enum State {
    /// To be started.
    New,
    /// The end of a pause, after which it searches.
    Pausing,
    /// A page, or the code by its PIN.
    Searching(Search),
    /// The answer to a create; whether there was a doubt before it.
    Creating(bool),
    Ended,
}

/// Where a search is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    ByPin,
    /// A PIN that Seam has not set is on the lock all the same: the new code would never get there.
    Unmanaged,
    ByKey,
}

impl Place {
    fn path(self) -> &'static str {
        match self {
            Self::ByPin => GET.path,
            Self::Unmanaged => unmanaged::LIST.path,
            Self::ByKey => LIST.path,
        }
    }
}

type Next = Step<Infallible, String, EnsureError>;

impl EnsureAccessCode {
    /// Takes the parameters of `create`, which were checked, and the caller's options, both as JSON.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] for an unknown option, and where neither parameters nor options tell the code from others.
    pub fn new(parameters: &str, options: &str) -> Result<Self, Error> {
        let options = Options::read(options, &[&["key"], OF_CALLS])?;
        let given = |name| json::find(parameters, name).filter(|value| *value != "null");
        let device = given("device_id").unwrap_or("null");
        let pin = given("code");
        let common_key = given("common_code_key");
        let (wanted, identity) = match (options.get("key"), pin.or(common_key)) {
            (None, Some(known_by)) => (parameters.to_owned(), text(known_by).into_owned()),
            (None, None) => {
                return invalid("ensureAccessCode needs a `code`, or the option `key` to tell the code by");
            }
            (Some(key), known_by) => {
                let key = match json::Reader::new(key).text() {
                    Ok(key) if !key.is_empty() => key,
                    _ => return invalid("The key option must be a string that is not empty"),
                };
                if known_by.is_some() {
                    return invalid("The key option cannot be used with `code` or `common_code_key`");
                }
                // With the device: codes of one key have one PIN, on whichever devices they are, and that was not asked for.
                let key = concat(&["ensure:", &text(device), ":", &key]);
                (with(parameters, "common_code_key", &key), key)
            }
        };
        let kind = if pin.is_some() { "pin " } else { "key " };
        Ok(Self {
            device: concat(&["{\"device_id\":", device, "}"]),
            pin: pin.map(ToOwned::to_owned),
            identity: concat(&[kind, &text(device), " ", &identity]),
            most_repeats: options.get("maxRetries").map_or(MAX_RETRIES, json::number),
            wanted,
            in_doubt: false,
            made: 0,
            is_last: false,
            window: 0.0,
            slept: 0.0,
            searches: 0,
            clock: ServerClock::new(),
            state: State::New,
        })
    }

    /// Which code it is about. It may hold the PIN, so it is not to be shown.
    #[must_use]
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// Says before the start whether an earlier flow with this identity has left a doubt.
    pub fn set_in_doubt(&mut self, in_doubt: bool) {
        self.in_doubt = in_doubt;
    }

    /// Whether a create of this flow, or of an earlier one, may have made a code that has not been seen yet.
    #[must_use]
    pub fn in_doubt(&self) -> bool {
        self.in_doubt
    }

    fn by_key(&self) -> bool {
        self.pin.is_none()
    }

    /// Begins a search. `created` is the code that was made just now; it is returned where there is no older one.
    fn search(&mut self, created: Option<String>) -> Next {
        let place = if self.by_key() { Place::ByKey } else { Place::ByPin };
        let search = match created {
            Some(created) => Search::for_older(place, &self.wanted, created),
            None => Search::new(place),
        };
        self.ask(search, None)
    }

    fn ask(&mut self, search: Search, cursor: Option<&str>) -> Next {
        let mut parameters = self.device.clone();
        if let (Place::ByPin, Some(pin)) = (search.place, &self.pin) {
            parameters = with_json(&parameters, "code", pin);
        }
        if let Some(cursor) = cursor {
            parameters = with(&parameters, "page_cursor", cursor);
        }
        let path = search.place.path();
        self.state = State::Searching(search);
        call(path, parameters)
    }

    /// Takes in what a search has found on one page.
    fn found(&mut self, mut search: Search, answer: Answer<'_>, moment: Moment) -> Next {
        search.take(&self.wanted, answer, &mut self.clock, moment);
        if let Some(cursor) = answer.next_page
            && search.followed.is_new(cursor)
        {
            if !search.followed.is_endless() {
                return self.ask(search, Some(cursor));
            }
            if search.created.is_none() {
                return Step::Fail(Ended::Own(EnsureError::Endless(search.place.path())));
            }
        }
        if let Some((_, code)) = search.wanted {
            self.in_doubt = false;
            return Step::Done(code);
        }
        if let Some(created) = search.created {
            // What is not in the list yet must not be created again by whoever comes next.
            self.in_doubt = !search.has_seen_created;
            return self.made(created, search.has_key);
        }
        if let Some((_, conflict)) = search.conflict {
            return Step::Fail(Ended::Own(EnsureError::Conflict(conflict)));
        }
        match self.pause(0.0, moment) {
            Some(pause) => pause,
            None if self.is_last => Step::Fail(Ended::Call(CREATE.path)),
            None => self.create(),
        }
    }

    /// A pause before the next search; nothing where there is to be none. `rest` is for how many ms the server wants to be left alone.
    fn pause(&mut self, rest: f64, moment: Moment) -> Option<Next> {
        let left = self.window - self.slept;
        if left <= 0.0 || rest > left {
            return None;
        }
        let wished = before_another_search(self.searches, moment.random).max(rest);
        self.searches += 1;
        // The last search is made when the time is over, and not before.
        let pause = if wished < left { wished } else { left };
        self.slept = if wished < left {
            self.slept + pause
        } else {
            self.window
        };
        self.state = State::Pausing;
        Some(Step::Sleep(pause))
    }

    fn create(&mut self) -> Next {
        if self.by_key() {
            // It was looked for long enough.
            self.in_doubt = false;
        }
        self.state = State::Creating(self.in_doubt);
        self.in_doubt = true;
        self.made = self.made.saturating_add(1);
        call(CREATE.path, self.wanted.clone())
    }

    fn created(&mut self, answer: Answer<'_>) -> Next {
        let code = answer.value.to_owned();
        let differences = differences_of_identity(&self.wanted, &code);
        if !differences.is_empty() {
            return self.made_another(code, differences);
        }
        if self.by_key() {
            // Another may have been made meanwhile.
            self.window = 0.0;
            return self.search(Some(code));
        }
        self.in_doubt = false;
        Step::Done(code)
    }

    /// A code was made, and there is no older one.
    fn made(&mut self, code: String, has_key: bool) -> Next {
        if has_key {
            return Step::Done(code);
        }
        let of = |code| json::find(code, "common_code_key").unwrap_or("null");
        let difference = Difference::new("common_code_key", of(&self.wanted), of(&code));
        self.made_another(code, Vec::from([difference]))
    }

    fn made_another(&mut self, access_code: String, differences: Vec<Difference>) -> Next {
        // There is no doubt about it, and searching would not find it.
        self.in_doubt = false;
        Step::Fail(Ended::Own(EnsureError::Conflict(Conflict {
            access_code,
            differences,
            is_new: true,
        })))
    }

    fn create_failed(&mut self, failure: &Failure, was_in_doubt: bool, moment: Moment) -> Next {
        (self.slept, self.searches, self.window) = (0.0, 0, 0.0);
        self.is_last = f64::from(self.made) > self.most_repeats || !failure.heals();
        if failure.is_duplicate() {
            self.in_doubt = was_in_doubt;
            // It may be one that this flow has begun, and that the server does not show yet.
            if was_in_doubt {
                self.window = WINDOW;
            }
            return self.search(None);
        }
        if !failure.may_have_acted() || failure.outcome == Outcome::Canceled {
            self.in_doubt = was_in_doubt || failure.may_have_acted();
            return Step::Fail(Ended::Call(CREATE.path));
        }
        if self.by_key() && !self.is_last {
            self.window = WINDOW;
        }
        // What lost its reply may be at work still.
        let Some(pause) = before_another_create(self.made, failure, moment.random) else {
            return Step::Fail(Ended::Call(CREATE.path));
        };
        self.slept = pause;
        self.state = State::Pausing;
        Step::Sleep(pause)
    }

    fn search_failed(&mut self, search: Search, failure: &Failure, moment: Moment) -> Next {
        if let Some(created) = search.created {
            return self.made(created, search.has_key);
        }
        if search.place == Place::ByPin && failure.is_unknown_object() {
            return self.ask(Search::new(Place::Unmanaged), None);
        }
        // While it goes on searching anyway, a failure that heals says no more than that the code was not seen.
        let pause = failure
            .heals()
            .then(|| self.pause(failure.rest(), moment))
            .flatten();
        pause.unwrap_or(Step::Fail(Ended::Call(search.place.path())))
    }
}

impl Flow for EnsureAccessCode {
    type Progress = Infallible;
    type Output = String;
    type Error = EnsureError;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Next {
        let state = core::mem::replace(&mut self.state, State::Ended);
        match (state, event) {
            (State::New, Event::Started) => {
                if self.in_doubt && self.by_key() {
                    self.window = WINDOW;
                }
                self.search(None)
            }
            (State::Pausing, Event::Slept) => self.search(None),
            (State::Searching(search), Event::Answered(answer)) => self.found(search, answer, moment),
            (State::Searching(search), Event::Failed(failure)) => self.search_failed(search, failure, moment),
            (State::Creating(_), Event::Answered(answer)) => self.created(answer),
            (State::Creating(was_in_doubt), Event::Failed(failure)) => {
                self.create_failed(failure, was_in_doubt, moment)
            }
            // The code has been made: whoever gives up only now gets it all the same.
            (
                State::Searching(Search {
                    created: Some(code),
                    has_key,
                    ..
                }),
                Event::Canceled,
            ) => self.made(code, has_key),
            _ => Step::Fail(Ended::Canceled),
        }
    }
}

fn call(path: &'static str, parameters: String) -> Next {
    Step::Call(Call {
        path,
        parameters,
        within: None,
    })
}

fn invalid<T>(message: &str) -> Result<T, Error> {
    Err(Error::InvalidOptions(message.to_owned()))
}

/// What a JSON string says; any other value as it is written.
pub(crate) fn text(value: &str) -> Cow<'_, str> {
    json::Reader::new(value).text().unwrap_or(Cow::Borrowed(value))
}

/// A JSON object with one more member, a string.
fn with(object: &str, name: &str, value: &str) -> String {
    let mut written = String::new();
    write_text(&mut written, value);
    with_json(object, name, &written)
}

/// A JSON object that is not empty with one more member, whose value is JSON.
fn with_json(object: &str, name: &str, value: &str) -> String {
    let object = object.trim_ascii_end();
    let open = object.strip_suffix('}').unwrap_or(object);
    concat(&[open, ",\"", name, "\":", value, "}"])
}
