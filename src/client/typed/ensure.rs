//! One access code, however often it is asked for. What is decided is in `flow::ensure_access_code`.

use core::convert::Infallible;
use core::fmt::{Display, Formatter};

use serde_json::json;

use crate::api::access_codes::{CREATE, CreateParameters};
use crate::client::host::Host;
use crate::client::request;
use crate::client::typed::queue::Turn;
use crate::client::typed::run::FlowError;
use crate::client::typed::{Client, read, written};
use crate::error::Error;
use crate::flow::ensure_access_code::{Conflict, EnsureAccessCode, EnsureError};
use crate::flow::pages::endless;
use crate::flow::{Event, Flow, Moment, Step};
use crate::model::AccessCode;

/// Why there is no such access code.
#[derive(Clone, Debug, PartialEq)]
pub enum EnsureFailure {
    /// A call failed; or parameters or key cannot be used.
    Call(Error),
    /// There is another code in its place, or what was created is not what was asked for.
    Conflict(Conflict),
}

impl Display for EnsureFailure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Call(error) => Display::fmt(error, formatter),
            Self::Conflict(conflict) => Display::fmt(conflict, formatter),
        }
    }
}

impl core::error::Error for EnsureFailure {}

impl From<Error> for EnsureFailure {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl<H: Host> Client<H> {
    /// Returns the access code that the parameters of `create` describe: the one that is there, or a new one. Called again, as after a reply
    /// that was lost, it makes no second one. The code is known by its `code` or its `common_code_key`, or, where it has neither, by a `key` of
    /// your own, such as the number of a booking.
    ///
    /// ```
    /// use seam_edge::api::access_codes::CreateParameters;
    /// use seam_edge::client::Client;
    /// use seam_edge::client::host::Host;
    /// use seam_edge::client::typed::EnsureFailure;
    /// use seam_edge::model::AccessCode;
    ///
    /// async fn code_of<H: Host>(client: &Client<H>, booking: &str) -> Result<AccessCode, EnsureFailure> {
    ///     let parameters = CreateParameters {
    ///         device_id: "front-door".to_owned(),
    ///         ..Default::default()
    ///     };
    ///     client.ensure(&parameters, Some(booking)).await
    /// }
    /// ```
    ///
    /// A create without a clear answer is repeated twice, whatever `max_retries` of the client says: that is for the calls that read.
    ///
    /// Two calls for the same code through one client run one after another. Two processes are not protected from each other. A future
    /// that is dropped leaves the queue; a create that is on its way by then is not undone.
    ///
    /// # Errors
    /// [`EnsureFailure::Conflict`] where there is another code in its place, [`EnsureFailure::Call`] for anything else.
    pub async fn ensure(
        &self,
        parameters: &CreateParameters,
        key: Option<&str>,
    ) -> Result<AccessCode, EnsureFailure> {
        let parameters = written(&CREATE, parameters)?;
        let settings = &self.config.defaults;
        request::check_parameters(&CREATE, Some(&parameters), settings.validate)?;
        let options = json!({ "key": key }).to_string();
        let mut flow = EnsureAccessCode::new(&parameters, &options)?;
        let identity = flow.identity().to_owned();
        let turn = self.queues.turn(&identity).await;
        flow.set_in_doubt(turn.in_doubt());
        match self.run(Noted { flow, turn }, |never| match never {}).await {
            Ok(code) => {
                let code = read(CREATE.path, CREATE.reply.key(), &code);
                Ok(code.map_err(Error::InvalidResponse)?)
            }
            Err(FlowError::Call(error)) => Err(EnsureFailure::Call(error)),
            Err(FlowError::Own(EnsureError::Conflict(conflict))) => Err(EnsureFailure::Conflict(conflict)),
            Err(FlowError::Own(EnsureError::Endless(path))) => Err(EnsureFailure::Call(endless(path))),
        }
    }
}

/// The flow in its turn. What doubt it leaves is noted after each step, so it is right too where the future is dropped.
struct Noted<'q> {
    flow: EnsureAccessCode,
    turn: Turn<'q>,
}

impl Flow for Noted<'_> {
    type Progress = Infallible;
    type Output = String;
    type Error = EnsureError;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Step<Infallible, String, EnsureError> {
        let step = self.flow.next(event, moment);
        self.turn.set_in_doubt(self.flow.in_doubt());
        step
    }
}
