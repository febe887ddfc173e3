//! The client of Rust applications: typed parameters in, typed resources out, over any [`Host`]. The npm package does not use it.
//!
//! What takes more than one call is a [`Flow`](crate::flow::Flow), which the client runs. To give up, drop the future or the stream: nothing
//! is sent after that.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::{Declaration, Endpoint};
use crate::client::call::{Answer, call};
use crate::client::config::Config;
use crate::client::host::{Host, HostReply};
use crate::client::typed::queue::Queues;
use crate::client::typed::run::Running;
use crate::error::{Error, InvalidResponse};
use crate::flow::action_attempt::{ActionAttemptFlow, Patience};
use crate::model::ActionAttempt;
use crate::schema::json;

mod access;
mod config;
mod ensure;
mod pages;
mod queue;
mod run;
mod stream;
mod waits;
mod watch;

pub use access::{IssuedGrant, SeenAccess};
pub use ensure::EnsureFailure;
pub use futures_core::Stream;
pub use run::FlowError;
pub use waits::{AnyAccessCode, Removed, Until, WaitFailure, WaitOptions, WaitProgress};
pub use watch::{Watch, WatchFailing, WatchOptions};

/// Calls endpoints with the models of this crate.
pub struct Client<H> {
    host: H,
    config: Config,
    queues: Queues,
}

impl<H: Host> Client<H> {
    /// A client that sends through the host what the configuration says.
    pub fn new(host: H, config: Config) -> Self {
        Self {
            host,
            config,
            queues: Queues::default(),
        }
    }

    /// Calls an endpoint as the options of the client say: `client.call(&access_codes::GET, &parameters)`. Endpoints that answer with nothing
    /// return `()`. What is not as described but fits the Rust type is reported to
    /// [`Host::response_issues`], as are names of parameters that this version does not know.
    ///
    /// # Errors
    /// Every kind of [`Error`] but those of options, tokens and action attempts; [`Error::InvalidResponse`] also where a value of
    /// the reply does not fit its Rust type.
    pub async fn call<P: Serialize, T: DeserializeOwned>(
        &self,
        endpoint: &'static Endpoint<P, T>,
        parameters: &P,
    ) -> Result<T, Error> {
        let declaration = &endpoint.declaration;
        let parameters = written(declaration, parameters)?;
        let settings = &self.config.defaults;
        let answer = call(&self.host, &self.config, declaration, Some(&parameters), settings).await?;
        read(declaration.path, answer.key, value(&answer)).map_err(|mut error| {
            error.request_id = answer.reply.header("seam-request-id").unwrap_or_default();
            Error::InvalidResponse(error)
        })
    }

    /// Waits until an action attempt has ended, as `patience` says; returns it as it then is.
    ///
    /// # Errors
    /// [`Error::ActionAttemptFailed`], [`Error::ActionAttemptTimeout`], and what [`Self::call`] meets.
    pub async fn wait_for(
        &self,
        attempt: &ActionAttempt,
        patience: Patience,
    ) -> Result<ActionAttempt, Error> {
        let unreadable = |_| Error::State("the action attempt is not one that the API returns".to_owned());
        let attempt = serde_json::to_string(attempt).map_err(unreadable)?;
        let mut running = Running::new(self, ActionAttemptFlow::new(attempt, patience));
        running.go_on().await?;
        serde_json::from_str(running.flow.attempt()).map_err(unreadable)
    }
}

/// Parameters as a JSON object.
fn written(endpoint: &Declaration, parameters: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(parameters)
        .map_err(|_| Error::Arguments(format!("Parameters for {} must be an object", endpoint.path)))
}

/// The caller's value in an answer, as JSON.
fn value<R: HostReply>(answer: &Answer<R>) -> &str {
    match answer.key {
        Some(key) => json::find(answer.reply.text(), key).unwrap_or_default(),
        None => "null",
    }
}

/// The value at a key of a reply, as its model.
fn read<T: DeserializeOwned>(
    path: &str,
    key: Option<&'static str>,
    value: &str,
) -> Result<T, InvalidResponse> {
    serde_json::from_str(value).map_err(|error| InvalidResponse {
        path: path.to_owned(),
        response_key: key.unwrap_or("ok").to_owned(),
        // serde's message may quote the value, which may be a PIN: only the place is told.
        reason: format!(
            "got a value that does not fit its Rust type at column {}",
            error.column()
        ),
        request_id: String::new(),
        issues: Vec::new(),
    })
}

/// A number as options are written: JSON has neither infinity nor anything that is no number.
fn number(number: f64) -> serde_json::Value {
    match number.is_finite() {
        true => number.into(),
        false if number.is_nan() => "NaN".into(),
        false if number > 0.0 => "Infinity".into(),
        false => "-Infinity".into(),
    }
}
