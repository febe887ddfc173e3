//! Walks the pages of a list endpoint: one call a page, each with the cursor that the page before has named.
//! Keeps no page: whoever runs the flow has the page that it was called for, and passes it on.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Debug, Formatter};

use crate::error::{Error, InvalidResponse};
use crate::flow::{Call, Ended, Event, Flow, Length, Moment, Step};
use crate::schema::json::{self, Kind, Reader};
use crate::schema::record::Record;

/// The parameter that says where a page starts.
pub const CURSOR: &str = "page_cursor";

/// How many pages are read of a list that is wanted as a whole. A server that names new cursors for ever would keep its reader for ever.
pub const MOST_PAGES: usize = 1_000;

/// The cursors that were followed on the way through a list.
#[derive(Clone, Default)]
pub struct Followed(Vec<String>);

impl Debug for Followed {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "{} cursors", self.0.len())
    }
}

impl Followed {
    /// Whether a cursor is new, and so to be followed: one that comes again would lead in a circle.
    pub fn is_new(&mut self, cursor: &str) -> bool {
        let is_new = !self.0.iter().any(|followed| followed == cursor);
        if is_new {
            self.0.push(cursor.to_owned());
        }
        is_new
    }

    /// Whether the last one leads further than a list goes that is wanted as a whole.
    #[must_use]
    pub fn is_endless(&self) -> bool {
        self.0.len() >= MOST_PAGES
    }
}

/// What the cursors say that the pages of a list have named so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Further {
    /// There is no other page, or none that has not been before.
    No,
    /// There is another page.
    Yes,
    /// There is another page after [`MOST_PAGES`]: too many for who wants the list as a whole.
    Endless,
}

/// Whether a list has another page, by a JSON array with the cursor of each of its pages so far, `null` where a page named none. For who walks
/// by itself; [`PagesFlow`] decides the same.
#[must_use]
pub fn further(cursors: &str) -> Further {
    let (mut last, mut pages, mut times) = (Cow::default(), 0, 0);
    // Once to get to the last cursor, and once to count how often it is there.
    for _ in 0..2 {
        let counted = core::mem::take(&mut last);
        (pages, times) = (0, 0);
        let mut reader = Reader::new(cursors);
        let mut more = reader.first_item().unwrap_or_default();
        while more {
            last = reader.text().unwrap_or_default();
            pages += 1;
            times += usize::from(last == counted);
            more = reader.next_item().unwrap_or_default();
        }
    }
    match !last.is_empty() && times == 1 {
        false => Further::No,
        true if pages < MOST_PAGES => Further::Yes,
        true => Further::Endless,
    }
}

/// What is wrong with a list that goes further than [`MOST_PAGES`].
pub const ENDLESS: &str = "got another cursor on each of 1000 pages: the list does not end";

/// The error for a list that goes further.
#[must_use]
pub fn endless(path: &str) -> Error {
    Error::InvalidResponse(InvalidResponse {
        path: path.to_owned(),
        response_key: "pagination".to_owned(),
        reason: ENDLESS.to_owned(),
        request_id: String::new(),
        issues: Vec::new(),
    })
}

/// The walk. A [`Step::Tell`] says that the page which has just come is to be passed on; the next one is asked for when that is done.
///
/// It ends after the last page, and after a page that names no cursor or one that has been before, since following that would never end.
/// A page that fails ends it too. It may be as long as the server likes: its caller gets each page, and can stop.
#[derive(Clone)]
pub struct PagesFlow {
    path: &'static str,
    followed: Followed,
    /// Where the page after the present one starts.
    next: Option<String>,
}

impl PagesFlow {
    /// The walk over the pages of an endpoint. Its calls have the cursor as their only parameter, the first one none: whoever runs the flow lays
    /// them over the caller's own, since a cursor is of use only with the parameters that it came with.
    #[must_use]
    pub fn new(path: &'static str) -> Self {
        Self {
            path,
            followed: Followed::default(),
            next: None,
        }
    }

    fn call(&self, parameters: Record) -> Step<(), (), Error> {
        Step::Call(Call {
            path: self.path,
            parameters: parameters.finish(),
            within: None,
        })
    }
}

impl Flow for PagesFlow {
    type Progress = ();
    type Output = ();
    // Never made: all that can fail here is a call, and its error is of this type too.
    type Error = Error;

    fn next(&mut self, event: Event<'_>, _: Moment) -> Step<(), (), Error> {
        match event {
            Event::Started => self.call(Record::new()),
            Event::Answered(answer) => {
                self.next = answer.next_page.map(ToOwned::to_owned);
                Step::Tell(())
            }
            Event::Told => match self.next.take() {
                Some(cursor) if self.followed.is_new(&cursor) => {
                    let mut parameters = Record::new();
                    parameters.text(CURSOR, &cursor);
                    self.call(parameters)
                }
                _ => Step::Done(()),
            },
            Event::Failed(_) => Step::Fail(Ended::Call(self.path)),
            Event::Slept | Event::Canceled => Step::Fail(Ended::Canceled),
        }
    }
}

/// Shows no cursor: it is the server's text, and may quote the parameters.
impl Debug for PagesFlow {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter
            .debug_struct("PagesFlow")
            .field("path", &self.path)
            .field("followed", &self.followed)
            .field("next", &self.next.as_deref().map(Length))
            .finish()
    }
}

/// Where the list of a reply goes on.
#[derive(Clone, PartialEq, Eq)]
pub enum NextPage<'a> {
    /// At this cursor.
    At(Cow<'a, str>),
    /// This is the last page, or the server names no cursor.
    None,
    /// The reply does not say, as those of servers that know no pages.
    Unsaid,
}

impl Debug for NextPage<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::At(cursor) => formatter.debug_tuple("At").field(&Length(cursor)).finish(),
            Self::None => formatter.write_str("None"),
            Self::Unsaid => formatter.write_str("Unsaid"),
        }
    }
}

/// Where the list of a reply goes on; `body` is the whole reply of a list endpoint.
#[must_use]
pub fn next_page(body: &str) -> NextPage<'_> {
    let Some(pagination) = json::find(body, "pagination") else {
        return NextPage::Unsaid;
    };
    if Reader::new(pagination).kind() != Ok(Kind::Object) {
        return NextPage::Unsaid;
    }
    if json::find(pagination, "has_next_page") != Some("true") {
        return NextPage::None;
    }
    json::find_text(pagination, "next_page_cursor").map_or(NextPage::None, NextPage::At)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Answer;
    use crate::flow::failure::Failure;
    use crate::text::decimal;

    const NOW: Moment = Moment {
        elapsed: 0.0,
        wall: 0.0,
        random: 0.0,
    };
    const LIST: &str = "/access_codes/list";

    /// The parameters of each call, where the server's pages name these cursors one after another.
    fn walk(cursors: &[Option<&str>]) -> Vec<String> {
        let mut flow = PagesFlow::new(LIST);
        let mut calls = Vec::new();
        let mut cursors = cursors.iter();
        let mut step = flow.next(Event::Started, NOW);
        loop {
            step = match step {
                Step::Call(call) => {
                    assert_eq!((call.path, call.within), (LIST, None));
                    calls.push(call.parameters);
                    let next_page = cursors.next().copied().flatten();
                    let answer = Answer {
                        value: "[]",
                        next_page,
                        date: None,
                    };
                    flow.next(Event::Answered(answer), NOW)
                }
                Step::Tell(()) => flow.next(Event::Told, NOW),
                _ => return calls,
            }
        }
    }

    #[test]
    fn follows_the_cursors_to_the_last_page() {
        assert_eq!(
            walk(&[Some("b"), Some("\"c\""), None]),
            ["{}", "{\"page_cursor\":\"b\"}", "{\"page_cursor\":\"\\\"c\\\"\"}",]
        );
        assert_eq!(walk(&[None]), ["{}"]);
    }

    #[test]
    fn a_cursor_that_comes_again_ends_the_walk() {
        assert_eq!(walk(&[Some("a"); 9]).len(), 2);
        assert_eq!(walk(&[Some("a"), Some("b"), Some("a"), Some("c")]).len(), 3);
    }

    #[test]
    fn a_failure_ends_the_walk_and_so_does_the_caller() {
        let mut flow = PagesFlow::new(LIST);
        let failure = Failure::read("transport", 0, "ERR_NETWORK", 0.0, false);
        assert_eq!(
            flow.next(Event::Failed(&failure), NOW),
            Step::Fail(Ended::Call(LIST))
        );
        assert_eq!(flow.next(Event::Canceled, NOW), Step::Fail(Ended::Canceled));
    }

    #[test]
    fn a_walk_without_a_flow_goes_as_far() {
        for (cursors, expected) in [
            ("[]", Further::No),
            ("[null]", Further::No),
            (r#"[""]"#, Further::No),
            (r#"["a"]"#, Further::Yes),
            (r#"["a","b"]"#, Further::Yes),
            (r#"["a",null]"#, Further::No),
            (r#"["a","b","\u0061"]"#, Further::No),
            (r#"["a\nb","a"]"#, Further::Yes),
        ] {
            assert_eq!(further(cursors), expected, "{cursors}");
        }
        let pages = |count: usize| {
            let cursors: Vec<String> = (0..count)
                .map(|page| ["\"", &decimal(page as u64), "\""].concat())
                .collect();
            further(&["[", &cursors.join(","), "]"].concat())
        };
        assert_eq!(pages(MOST_PAGES - 1), Further::Yes);
        assert_eq!(pages(MOST_PAGES), Further::Endless);
    }

    #[test]
    fn reads_where_a_list_goes_on() {
        let read = |pagination: &str| [r#"{"devices":[],"pagination":"#, pagination, "}"].concat();
        let more = read(r#"{"has_next_page":true,"next_page_cursor":"a"}"#);
        assert_eq!(next_page(&more), NextPage::At(Cow::Borrowed("a")));
        for last in [
            r#"{"has_next_page":false,"next_page_cursor":"a"}"#,
            r#"{"has_next_page":true,"next_page_cursor":null}"#,
            r#"{"has_next_page":true}"#,
            "{}",
        ] {
            assert_eq!(next_page(&read(last)), NextPage::None, "{last}");
        }
        for unsaid in [read("null"), read("\"next\""), "{\"devices\":[]}".to_owned()] {
            assert_eq!(next_page(&unsaid), NextPage::Unsaid, "{unsaid}");
        }
    }
}
