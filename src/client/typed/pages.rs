//! The pages of a list endpoint, as a stream.

use futures_core::Stream;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::Endpoint;
use crate::client::host::Host;
use crate::client::typed::run::{Last, Reached, Running};
use crate::client::typed::stream::unfold;
use crate::client::typed::{Client, read, written};
use crate::error::{Error, InvalidResponse};
use crate::flow::pages::{CURSOR, PagesFlow};
use crate::flow::{Call, Event, Flow, Moment, Step};
use crate::schema::json::{self, Reader};
use crate::schema::json_text::write_text;

impl<H: Host> Client<H> {
    /// The pages of a list endpoint, one after another; the next page is requested when the stream is polled for it. A `page_cursor` among
    /// the parameters says where the first page starts. The stream ends after the last page, and after its first error.
    ///
    /// ```
    /// use seam_edge::api::access_codes;
    /// use seam_edge::client::Client;
    /// use seam_edge::client::host::Host;
    /// use seam_edge::client::typed::Stream;
    /// use seam_edge::error::Error;
    /// use seam_edge::model::AccessCode;
    ///
    /// fn codes<H: Host>(client: &Client<H>, device: &str) -> impl Stream<Item = Result<Vec<AccessCode>, Error>> {
    ///     let parameters = access_codes::ListParameters {
    ///         device_id: Some(device.to_owned()),
    ///         ..Default::default()
    ///     };
    ///     client.pages(&access_codes::LIST, &parameters)
    /// }
    /// ```
    ///
    /// Its items are errors as those of [`Self::call`]; [`Error::State`] where the endpoint does not return its list in pages, and
    /// [`Error::InvalidResponse`] where a reply does not say whether there is another page.
    pub fn pages<P: Serialize, T: DeserializeOwned>(
        &self,
        endpoint: &'static Endpoint<P, Vec<T>>,
        parameters: &P,
    ) -> impl Stream<Item = Result<Vec<T>, Error>> + Unpin + use<'_, H, P, T> {
        let endpoint = &endpoint.declaration;
        let path = endpoint.path;
        let begun = match endpoint.reply.is_paginated() {
            true => written(endpoint, parameters).map(|parameters| Pages {
                flow: PagesFlow::new(path),
                parameters,
            }),
            false => Err(Error::State(format!(
                "The {path} endpoint does not support pagination"
            ))),
        };
        let begun = begun.map(|flow| Running::new(self, flow));
        unfold(begun, move |begun| async move {
            let mut running = match begun {
                Ok(running) => running,
                Err(error) => return Some((Err(error), None)),
            };
            match running.go_on().await {
                Ok(Reached::Told(())) => {
                    let page = page(path, running.last.take());
                    let next = page.is_ok().then_some(Ok(running));
                    Some((page, next))
                }
                Ok(Reached::Done(())) => None,
                Err(error) => Some((Err(error.into()), None)),
            }
        })
    }
}

/// The walk over the pages of a list with parameters of the caller's own. A `page_cursor` among them says where the first page starts.
struct Pages {
    flow: PagesFlow,
    parameters: String,
}

impl Flow for Pages {
    type Progress = ();
    type Output = ();
    type Error = Error;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Step<(), (), Error> {
        match self.flow.next(event, moment) {
            Step::Call(call) => {
                let cursor = json::find_text(&call.parameters, CURSOR);
                let parameters = match cursor {
                    Some(cursor) => with_cursor(&self.parameters, &cursor),
                    None => self.parameters.clone(),
                };
                Step::Call(Call { parameters, ..call })
            }
            step => step,
        }
    }
}

/// The parameters with another cursor; all else as it was, since cursors are of use only with the parameters that they came with.
fn with_cursor(parameters: &str, cursor: &str) -> String {
    let mut written = String::from("{");
    let mut reader = Reader::new(parameters);
    let mut more = reader.open_object().unwrap_or_default();
    while more {
        let (Ok(name), Ok(value)) = (reader.key(), reader.value()) else {
            break;
        };
        if name != CURSOR {
            write_text(&mut written, &name);
            written.push(':');
            written.push_str(value);
            written.push(',');
        }
        more = reader.next_member().unwrap_or_default();
    }
    write_text(&mut written, CURSOR);
    written.push(':');
    write_text(&mut written, cursor);
    written.push('}');
    written
}

/// The page in an answer.
fn page<T: DeserializeOwned>(path: &'static str, answer: Option<Last>) -> Result<Vec<T>, Error> {
    let Some(answer) = answer else {
        return Ok(Vec::new());
    };
    let with_id = |error: InvalidResponse| {
        Error::InvalidResponse(InvalidResponse {
            request_id: answer.request_id.clone(),
            ..error
        })
    };
    if !answer.names_next_page {
        return Err(with_id(InvalidResponse {
            path: path.to_owned(),
            response_key: "pagination".to_owned(),
            reason: "which is not a pagination object".to_owned(),
            request_id: String::new(),
            issues: Vec::new(),
        }));
    }
    read(path, answer.key, &answer.value).map_err(with_id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_takes_the_place_of_another() {
        assert_eq!(
            with_cursor("{\"limit\":2,\"page_cursor\":null}", "\"c\""),
            "{\"limit\":2,\"page_cursor\":\"\\\"c\\\"\"}"
        );
        assert_eq!(with_cursor("", "b"), "{\"page_cursor\":\"b\"}");
    }
}
