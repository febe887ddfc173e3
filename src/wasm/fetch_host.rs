//! The host of the npm package: the `fetch` that the facade passes, and timers. Reads answers by their shape alone, so that a test
//! double that is no real `Response` serves too.

use std::cell::RefCell;

use js_sys::{Date, JsString, Math, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::client::host::{Canceled, Host, HostReply, HttpRequest, SendFailure};
use crate::wasm::fault::set;
use crate::wasm::timer::{self, Deadline, Signal};

#[wasm_bindgen]
extern "C" {
    /// What the facade passes with each call.
    pub type JsHost;
    #[wasm_bindgen(method, catch)]
    fn fetch(this: &JsHost, url: &str, init: &Object) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &JsHost) -> Option<Signal>;
    #[wasm_bindgen(method, catch, js_name = onResponseIssues)]
    fn on_response_issues(this: &JsHost, issues: &JsValue, context: &Object) -> Result<(), JsValue>;

    /// A `Response`, or what looks like one.
    type JsResponse;
    #[wasm_bindgen(method, getter)]
    fn status(this: &JsResponse) -> f64;
    #[wasm_bindgen(method, getter)]
    fn headers(this: &JsResponse) -> Option<JsHeaders>;
    #[wasm_bindgen(method, catch)]
    fn text(this: &JsResponse) -> Result<JsValue, JsValue>;

    type JsHeaders;
    #[wasm_bindgen(method, catch)]
    fn get(this: &JsHeaders, name: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = forEach)]
    fn for_each(this: &JsHeaders, visitor: &mut dyn FnMut(String, String)) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;
}

/// An answer, its body both as JavaScript's string and as bytes to check.
pub(crate) struct FetchReply {
    response: JsResponse,
    string: JsString,
    text: String,
}

impl FetchReply {
    /// The body as a value: the native parse of the very text that was checked.
    pub(crate) fn value(&self) -> Result<JsValue, JsValue> {
        parse(&self.string)
    }
}

impl HostReply for FetchReply {
    fn status(&self) -> u16 {
        // An HTTP status is a whole number of three digits; anything else of a test double becomes 0.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
        let status = self.response.status() as u16;
        status
    }

    fn header(&self, name: &str) -> Option<String> {
        self.response.headers()?.get(name).ok().flatten()
    }

    fn headers(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        if let Some(headers) = self.response.headers() {
            // A double without forEach has no headers to show.
            let _shown = headers.for_each(&mut |value, name| found.push((name, value)));
        }
        found
    }

    fn text(&self) -> &str {
        &self.text
    }
}

/// `fetch` and timers.
pub(crate) struct FetchHost {
    host: JsHost,
    cause: RefCell<Option<JsValue>>,
}

impl FetchHost {
    pub(crate) fn new(host: JsHost) -> Self {
        Self {
            host,
            cause: RefCell::new(None),
        }
    }

    /// What JavaScript threw last, or why the caller gave up.
    pub(crate) fn take_cause(&self) -> Option<JsValue> {
        self.cause.take()
    }

    /// Tells the caller of issues that are no reason to fail. What the caller's function throws is not the call's failure.
    pub(crate) fn report(&self, issues: &JsValue, context: &Object) {
        let _ignored = self.host.on_response_issues(issues, context);
    }

    async fn answer(&self, request: &HttpRequest, signal: &Signal) -> Result<FetchReply, JsValue> {
        let sent = self.host.fetch(&request.url, &init(request, signal))?;
        let response: JsResponse = JsFuture::from(Promise::resolve(&sent)).await?.unchecked_into();
        let body = JsFuture::from(Promise::resolve(&response.text()?)).await?;
        let string: JsString = body.dyn_into()?;
        let text = String::from(&string);
        Ok(FetchReply {
            response,
            string,
            text,
        })
    }

    fn failure(&self, thrown: JsValue, attempt: &Signal) -> SendFailure {
        let caller = self.host.signal().filter(Signal::aborted);
        let failure = match &caller {
            Some(_) => SendFailure::Canceled,
            None if attempt.aborted() => SendFailure::Timeout,
            None => SendFailure::Network,
        };
        self.cause.replace(Some(caller.map_or(thrown, |signal| signal.reason())));
        failure
    }
}

impl Host for FetchHost {
    type Reply = FetchReply;

    async fn send(&self, request: &HttpRequest, timeout: f64) -> Result<FetchReply, SendFailure> {
        let caller = self.host.signal();
        if let Some(signal) = caller.as_ref().filter(|signal| signal.aborted()) {
            self.cause.replace(Some(signal.reason()));
            return Err(SendFailure::Canceled);
        }
        let deadline = Deadline::start(timeout, caller);
        let signal = deadline.signal();
        self.answer(request, &signal)
            .await
            .map_err(|thrown| self.failure(thrown, &signal))
    }

    async fn sleep(&self, duration: f64) -> Result<(), Canceled> {
        let signal = self.host.signal();
        let slept = timer::sleep(duration, signal.as_ref()).await;
        if slept.is_err() {
            self.cause.replace(signal.map(|signal| signal.reason()));
        }
        slept
    }

    fn now(&self) -> f64 {
        Date::now()
    }

    fn random(&self) -> f64 {
        Math::random()
    }
}

/// The second argument of `fetch`. Fields that a runtime may not know are set only where they are needed.
fn init(request: &HttpRequest, signal: &Signal) -> Object {
    let (init, headers) = (Object::new(), Object::new());
    for (name, value) in &request.headers {
        set(&headers, name, &value.as_str().into());
    }
    set(&init, "method", &"POST".into());
    set(&init, "headers", &headers);
    set(&init, "body", &request.body.as_str().into());
    set(&init, "signal", signal);
    // A redirect could take the access code and the headers to another host.
    set(&init, "redirect", &"manual".into());
    if request.with_credentials {
        set(&init, "credentials", &"include".into());
    }
    init
}
