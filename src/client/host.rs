//! What a runtime gives the client: sending, sleeping, the clock, random numbers. Everything else of the client is pure.

use alloc::string::String;
use alloc::vec::Vec;
use core::future::Future;

pub use crate::client::headers::Headers;
use crate::schema::issue::Issue;

/// One HTTP request. The method is POST and the body JSON, always (docs/design.md#post-and-json-for-every-endpoint).
#[derive(Clone, PartialEq)]
pub struct HttpRequest {
    /// The absolute URL, or in browsers one relative to the page.
    pub url: String,
    /// Everything that goes along.
    pub headers: Headers,
    /// The body.
    pub body: String,
    /// Whether cookies go along; only browsers ask.
    pub with_credentials: bool,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendFailure {
    /// The caller gave up.
    Canceled,
    /// The answer was not complete in time.
    Timeout,
    /// The request could not be sent or the answer not be read.
    Network,
}

/// An answer, body included.
pub trait HostReply {
    /// The HTTP status.
    fn status(&self) -> u16;
    /// The value of a header, by its name in lower case.
    fn header(&self, name: &str) -> Option<String>;
    /// All headers that can be seen, names in lower case.
    fn headers(&self) -> Vec<(String, String)>;
    /// The body.
    fn text(&self) -> &str;
}

/// What a runtime gives the client.
pub trait Host {
    /// Its answers.
    type Reply: HostReply;

    /// Sends the request and reads the whole answer, both within `timeout` ms; 0 means no limit.
    fn send(
        &self,
        request: &HttpRequest,
        timeout: f64,
    ) -> impl Future<Output = Result<Self::Reply, SendFailure>>;

    /// Sleeps for so many ms.
    fn sleep(&self, duration: f64) -> impl Future<Output = ()>;

    /// The time in ms since 1970, by the device's clock.
    fn now(&self) -> f64;

    /// Milliseconds on a clock that never goes back, from any beginning. Durations are measured by it.
    fn elapsed(&self) -> f64;

    /// A number from 0 to 1, 1 excluded; need not be unpredictable.
    fn random(&self) -> f64;

    /// Hears of what is odd about a call that has succeeded, before its caller has the result: names of parameters that this version does not
    /// know, and what in the reply is not as described but no reason to throw it away. Does nothing unless a host has its own, as one that
    /// writes to a log. The issues quote no PIN. `request_id` is empty where the answer has none.
    fn response_issues(&self, _path: &'static str, _request_id: &str, _issues: &[Issue]) {}
}

impl<H: Host> Host for &H {
    type Reply = H::Reply;

    fn send(
        &self,
        request: &HttpRequest,
        timeout: f64,
    ) -> impl Future<Output = Result<Self::Reply, SendFailure>> {
        (**self).send(request, timeout)
    }

    fn sleep(&self, duration: f64) -> impl Future<Output = ()> {
        (**self).sleep(duration)
    }

    fn now(&self) -> f64 {
        (**self).now()
    }

    fn elapsed(&self) -> f64 {
        (**self).elapsed()
    }

    fn random(&self) -> f64 {
        (**self).random()
    }

    fn response_issues(&self, path: &'static str, request_id: &str, issues: &[Issue]) {
        (**self).response_issues(path, request_id, issues);
    }
}
