//! What a worker gives the client: requests by the worker's `fetch`, pauses, the time and random numbers.

use std::time::Duration;

use seam_edge::client::host::{Host, HostReply, HttpRequest, SendFailure};
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit, RequestRedirect};

/// The runtime of Cloudflare Workers.
pub struct WorkerHost;

/// A reply that was read to its end.
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    text: String,
}

impl HostReply for Reply {
    fn status(&self) -> u16 {
        self.status
    }

    fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.clone())
    }

    fn headers(&self) -> Vec<(String, String)> {
        self.headers.clone()
    }

    fn text(&self) -> &str {
        &self.text
    }
}

impl Host for WorkerHost {
    type Reply = Reply;

    async fn send(&self, request: &HttpRequest, timeout: f64) -> Result<Reply, SendFailure> {
        let controller = AbortController::default();
        let signal = controller.signal();
        let answer = Box::pin(fetch(request, &signal));
        if timeout == 0.0 {
            return answer.await.map_err(|_| SendFailure::Network);
        }
        let limit = Box::pin(Delay::from(Duration::from_secs_f64(timeout / 1000.0)));
        match futures_util::future::select(answer, limit).await {
            futures_util::future::Either::Left((answer, _)) => answer.map_err(|_| SendFailure::Network),
            futures_util::future::Either::Right(_) => {
                controller.abort();
                Err(SendFailure::Timeout)
            }
        }
    }

    async fn sleep(&self, duration: f64) {
        Delay::from(Duration::from_secs_f64(duration / 1000.0)).await;
    }

    fn now(&self) -> f64 {
        js_sys::Date::now()
    }

    // The clock of a worker goes on only while it waits for something, and never back.
    fn elapsed(&self) -> f64 {
        js_sys::Date::now()
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }
}

async fn fetch(request: &HttpRequest, signal: &worker::AbortSignal) -> worker::Result<Reply> {
    let headers = Headers::new();
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    let mut init = RequestInit::new();
    // A redirect would carry the PIN and the key to wherever it points.
    init.with_method(Method::Post)
        .with_headers(headers)
        .with_body(Some(request.body.as_str().into()))
        .with_redirect(RequestRedirect::Manual);
    let request = Request::new_with_init(&request.url, &init)?;
    let mut response = Fetch::Request(request).send_with_signal(signal).await?;
    Ok(Reply {
        status: response.status_code(),
        headers: response.headers().entries().collect(),
        text: response.text().await?,
    })
}
