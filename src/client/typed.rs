//! The client of Rust applications: typed parameters in, typed resources out, over any [`Host`]. The npm package does not use it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::Endpoint;
use crate::client::call::call;
use crate::client::config::Config;
use crate::client::host::{Host, HostReply};
use crate::client::wait;
use crate::error::{Error, InvalidResponse};
use crate::flow::action_attempt::Patience;
use crate::model::ActionAttempt;
use crate::schema::json;

/// Calls endpoints with the models of this crate.
pub struct TypedClient<H> {
    host: H,
    config: Config,
}

impl<H: Host> TypedClient<H> {
    /// A client that sends through the host what the configuration says.
    pub fn new(host: H, config: Config) -> Self {
        Self { host, config }
    }

    /// Calls an endpoint as the options of the client say: `client.call::<_, AccessCode>(&access_codes::GET, &parameters)`.
    /// Endpoints that answer with nothing give `()`. What is not as described but fits the Rust type is not reported.
    ///
    /// # Errors
    /// Every kind of [`Error`] but those of options, tokens and action attempts; [`Error::InvalidResponse`] also where a value of
    /// the reply does not fit its Rust type.
    pub async fn call<P: Serialize, T: DeserializeOwned>(
        &self,
        endpoint: &'static Endpoint,
        parameters: &P,
    ) -> Result<T, Error> {
        let invalid_parameters =
            |_| Error::Arguments(format!("Parameters for {} must be an object", endpoint.path));
        let parameters = serde_json::to_string(parameters).map_err(invalid_parameters)?;
        let settings = &self.config.defaults;
        let answer = call(&self.host, &self.config, endpoint, Some(&parameters), settings).await?;
        let text = match answer.key {
            Some(key) => json::find(answer.reply.text(), &[key]).unwrap_or_default(),
            None => "null",
        };
        serde_json::from_str(text).map_err(|error| {
            Error::InvalidResponse(InvalidResponse {
                path: endpoint.path.to_owned(),
                response_key: answer.key.unwrap_or("ok").to_owned(),
                // serde's message may quote the value, which may be a PIN: only the place is told.
                reason: format!(
                    "got a value that does not fit its Rust type at column {}",
                    error.column()
                ),
                request_id: answer.reply.header("seam-request-id").unwrap_or_default(),
                issues: Vec::new(),
            })
        })
    }

    /// Waits until an action attempt has ended; gives it as it then is.
    ///
    /// # Errors
    /// [`Error::ActionAttemptFailed`], [`Error::ActionAttemptTimeout`], and what [`Self::call`] meets.
    pub async fn wait_for(
        &self,
        attempt: &ActionAttempt,
        patience: Patience,
    ) -> Result<ActionAttempt, Error> {
        let unreadable = |_| Error::State("the action attempt is not one that the API gives".to_owned());
        let attempt = serde_json::to_string(attempt).map_err(unreadable)?;
        let settings = &self.config.defaults;
        let ended = wait::until_ended(&self.host, &self.config, settings, attempt, patience).await?;
        serde_json::from_str(&ended).map_err(unreadable)
    }
}
