//! The host of Rust applications that run as wasm: requests are built and sent by gloo-net. The npm package does without it
//! (docs/design.md#packages).

use gloo_net::http::{Method, RequestBuilder, Response};
use js_sys::{Date, Math};
use wasm_bindgen::JsCast;
use web_sys::{RequestCredentials, RequestRedirect};

use self::timer::Deadline;
use crate::client::host::{Host, HostReply, HttpRequest, SendFailure};

mod timer;

/// `fetch` through gloo-net, and timers.
#[derive(Clone, Copy, Debug, Default)]
pub struct GlooHost;

/// An answer and its body.
pub struct GlooReply {
    response: Response,
    text: String,
}

impl HostReply for GlooReply {
    fn status(&self) -> u16 {
        self.response.status()
    }

    fn header(&self, name: &str) -> Option<String> {
        self.response.headers().get(name)
    }

    fn headers(&self) -> Vec<(String, String)> {
        self.response.headers().entries().collect()
    }

    fn text(&self) -> &str {
        &self.text
    }
}

impl GlooHost {
    async fn answer(request: &HttpRequest, deadline: &Deadline) -> Result<GlooReply, gloo_net::Error> {
        let signal = deadline.signal();
        let mut builder = RequestBuilder::new(&request.url)
            .method(Method::POST)
            // A redirect could take the access code and the headers to another host.
            .redirect(RequestRedirect::Manual)
            .abort_signal(Some(signal.unchecked_ref()));
        if request.with_credentials {
            builder = builder.credentials(RequestCredentials::Include);
        }
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        let response = builder.body(request.body.as_str())?.send().await?;
        let text = response.text().await?;
        Ok(GlooReply { response, text })
    }
}

impl Host for GlooHost {
    type Reply = GlooReply;

    async fn send(&self, request: &HttpRequest, timeout: f64) -> Result<GlooReply, SendFailure> {
        let deadline = Deadline::start(timeout);
        Self::answer(request, &deadline).await.map_err(|_| {
            if deadline.signal().aborted() {
                SendFailure::Timeout
            } else {
                SendFailure::Network
            }
        })
    }

    async fn sleep(&self, duration: f64) {
        timer::sleep(duration).await;
    }

    fn now(&self) -> f64 {
        Date::now()
    }

    fn elapsed(&self) -> f64 {
        timer::elapsed()
    }

    fn random(&self) -> f64 {
        Math::random()
    }
}
