//! How Rust applications make a [`Config`]: by the key or token that they have, then by what else differs from the defaults. Decides nothing
//! itself: what may be given is decided in `client::config`, as for JavaScript.

use serde_json::{Map, Value};

use super::number;
use crate::client::config::{CallSettings, Config, Validate, refuse_in_browser};
use crate::client::headers::{check_header, merge};
use crate::error::Error;

impl Config {
    /// For servers: authenticates with an API key, which begins with `seam_`.
    ///
    /// ```
    /// use seam_edge::client::config::Config;
    ///
    /// let config = Config::with_api_key("seam_apikey1_token")?.with_timeout(5_000.0)?;
    /// assert_eq!(config.endpoint, "https://connect.getseam.com");
    /// assert!(Config::with_api_key("seam_cst1_token").is_err());
    /// # Ok::<(), seam_edge::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::InvalidToken`] where it is of another kind.
    pub fn with_api_key(api_key: &str) -> Result<Self, Error> {
        of_options(&[("apiKey", api_key)])
    }

    /// For applications of one user: authenticates with the token of a client session, which begins with `seam_cst`.
    ///
    /// # Errors
    /// [`Error::InvalidToken`] where it is of another kind.
    pub fn with_client_session_token(token: &str) -> Result<Self, Error> {
        of_options(&[("clientSessionToken", token)])
    }

    /// For applications of one user that have no session yet: authenticates with a publishable key, which begins with `seam_pk`. It is good for
    /// `api::client_sessions::GET_OR_CREATE` alone, whose session has the token for [`Self::with_client_session_token`].
    ///
    /// # Errors
    /// [`Error::InvalidToken`] where it is of another kind.
    pub fn with_publishable_key(publishable_key: &str) -> Result<Self, Error> {
        of_options(&[("publishableKey", publishable_key)])
    }

    /// For servers: authenticates with a personal access token, which begins with `seam_at`, for one workspace.
    ///
    /// # Errors
    /// [`Error::InvalidToken`] where it is of another kind; [`Error::InvalidOptions`] where the ID cannot be sent.
    pub fn with_personal_access_token(token: &str, workspace_id: &str) -> Result<Self, Error> {
        of_options(&[("personalAccessToken", token), ("workspaceId", workspace_id)])
    }

    /// Authenticates with a token of Seam's console, a JWT, for one workspace.
    ///
    /// # Errors
    /// [`Error::InvalidToken`] where it is of another kind; [`Error::InvalidOptions`] where the ID cannot be sent.
    pub fn with_console_session_token(token: &str, workspace_id: &str) -> Result<Self, Error> {
        of_options(&[("consoleSessionToken", token), ("workspaceId", workspace_id)])
    }

    /// Sends to another address than Seam's own: `https://host`, optionally with port and path; after [`Self::in_browser`] also a path of the
    /// page's own host.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where it is none.
    pub fn with_endpoint(self, endpoint: &str) -> Result<Self, Error> {
        // The address is looked at beside a client of the caller's own, which needs no token.
        let options = Map::from_iter([
            ("client".to_owned(), true.into()),
            ("endpoint".to_owned(), endpoint.into()),
        ]);
        let read = Self::read(&Value::Object(options).to_string(), "{}", self.in_browser)?;
        Ok(Self {
            endpoint: read.endpoint,
            ..self
        })
    }

    /// How long one attempt may take, in ms; 0 means no limit. By default 30,000.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] for a negative number and for one that is not finite.
    pub fn with_timeout(self, timeout: f64) -> Result<Self, Error> {
        let options = Map::from_iter([("timeout".to_owned(), number(timeout))]);
        let defaults = CallSettings::of_call(&Value::Object(options).to_string(), &self.defaults)?;
        Ok(Self { defaults, ..self })
    }

    /// How often a call that may be repeated is sent again. By default 2.
    #[must_use]
    pub fn with_max_retries(mut self, max_retries: u32) -> Self {
        self.defaults.max_retries = max_retries;
        self
    }

    /// How closely parameters and replies are checked. By default [`Validate::Lenient`].
    #[must_use]
    pub fn with_validate(mut self, validate: Validate) -> Self {
        self.defaults.validate = validate;
        self
    }

    /// Sends a further header with every request.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where it cannot be sent.
    pub fn with_header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        check_header(name, value)?;
        merge(
            &mut self.headers,
            &[(name.to_ascii_lowercase(), value.to_owned())],
        );
        Ok(self)
    }

    /// Says that the application runs in a page or a worker of a browser, where client sessions send cookies along.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] with an API key or a personal access token: everyone who opens the page could read it.
    pub fn in_browser(self) -> Result<Self, Error> {
        if let Some(kind) = self.authentication {
            refuse_in_browser(kind, true)?;
        }
        Ok(Self {
            in_browser: true,
            ..self
        })
    }
}

fn of_options(options: &[(&str, &str)]) -> Result<Config, Error> {
    let members = options
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Value::from(*value)));
    Config::read(&Value::Object(members.collect()).to_string(), "{}", false)
}
