//! Walking the pages of a list endpoint: from page to page by the cursor that each one names, to the last one.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::flow::{Call, Ended, Event, Flow, Moment, Step};
use crate::schema::json::Reader;
use crate::schema::json_text::write_text;

/// A walk over pages. Each [`Step::Tell`] follows the answer that holds a page.
#[derive(Clone, Debug)]
pub struct PagesFlow {
    path: &'static str,
    /// The parameters without a cursor, a JSON object.
    parameters: String,
    next: Option<String>,
    /// A cursor that comes again would make the walk go in circles.
    seen: Vec<String>,
}

impl PagesFlow {
    /// Walks the pages of an endpoint; `parameters` is a JSON object without `page_cursor`.
    #[must_use]
    pub fn new(path: &'static str, parameters: String) -> Self {
        Self {
            path,
            parameters,
            next: None,
            seen: Vec::new(),
        }
    }

    fn page(&self, cursor: Option<&str>) -> Call {
        let parameters = match cursor {
            None => self.parameters.clone(),
            Some(cursor) => with_cursor(&self.parameters, cursor),
        };
        Call {
            path: self.path,
            parameters,
            within: None,
        }
    }
}

/// The parameters with the cursor of a page.
pub(crate) fn with_cursor(parameters: &str, cursor: &str) -> String {
    let mut object = parameters.trim_end().to_owned();
    object.pop();
    let has_members = Reader::new(parameters).open_object() == Ok(true);
    object.push_str(if has_members {
        ",\"page_cursor\":"
    } else {
        "\"page_cursor\":"
    });
    write_text(&mut object, cursor);
    object.push('}');
    object
}

impl Flow for PagesFlow {
    /// A page: the value of the answer before.
    type Progress = ();
    type Output = ();
    type Error = core::convert::Infallible;

    fn next(&mut self, event: Event<'_>, _: Moment) -> Step<(), (), Self::Error> {
        match event {
            Event::Started | Event::Slept => Step::Call(self.page(None)),
            Event::Answered(answer) => {
                let cursor = answer.next_page.map(ToOwned::to_owned);
                self.next = cursor.filter(|cursor| !self.seen.contains(cursor));
                self.seen.extend(self.next.clone());
                Step::Tell(())
            }
            Event::Told => match self.next.take() {
                Some(cursor) => Step::Call(self.page(Some(&cursor))),
                None => Step::Done(()),
            },
            Event::Failed(_) => Step::Fail(Ended::Call(self.path)),
            Event::Canceled => Step::Fail(Ended::Canceled),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Answer;

    const NOW: Moment = Moment {
        elapsed: 0.0,
        wall: 0.0,
        random: 0.0,
    };

    /// The parameters of every call, where each page names the next of these cursors.
    fn walked(parameters: &str, cursors: &[&str]) -> Vec<String> {
        let mut flow = PagesFlow::new("/devices/list", parameters.to_owned());
        let mut cursors = cursors.iter().copied();
        let mut calls = Vec::new();
        let mut event = Event::Started;
        while let Step::Call(call) = flow.next(event, NOW) {
            calls.push(call.parameters);
            let answer = Answer {
                value: "[]",
                next_page: cursors.next(),
                date: None,
            };
            assert_eq!(flow.next(Event::Answered(answer), NOW), Step::Tell(()));
            event = Event::Told;
        }
        calls
    }

    #[test]
    fn goes_from_cursor_to_cursor() {
        assert_eq!(
            walked("{}", &["a", "b\""]),
            ["{}", r#"{"page_cursor":"a"}"#, r#"{"page_cursor":"b\""}"#]
        );
        assert_eq!(
            walked(r#"{"limit":2} "#, &["a"]),
            [r#"{"limit":2} "#, r#"{"limit":2,"page_cursor":"a"}"#]
        );
    }

    #[test]
    fn ends_where_a_cursor_comes_again() {
        assert_eq!(walked("{}", &["a", "b", "a", "b", "a"]).len(), 3);
    }
}
