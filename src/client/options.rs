//! What the options of a client and its environment say of where the API is and of who asks. Checks no types: the options have been
//! checked by their schema.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

use crate::client::headers::{Headers, check_header, set};
use crate::client::token::TokenKind;
use crate::client::url::is_absolute_url;
use crate::error::Error;
use crate::schema::json;
use crate::text::concat;

/// Where the API is, unless anyone says otherwise.
const DEFAULT_ENDPOINT: &str = "https://connect.getseam.com";

/// The options and the environment, as the official client reads them: a key that is there at all, even as null, keeps the
/// environment out.
pub(crate) struct Options<'a> {
    pub(crate) options: &'a str,
    pub(crate) environment: &'a str,
}

impl<'a> Options<'a> {
    /// The option's text. Null and absent are the same.
    pub(crate) fn text(&self, name: &str) -> Option<Cow<'a, str>> {
        json::find_text(self.options, name)
    }

    pub(crate) fn is_true(&self, name: &str) -> bool {
        json::find(self.options, name) == Some("true")
    }

    fn is_named(&self, name: &str) -> bool {
        json::find(self.options, name).is_some()
    }

    fn variable(&self, name: &str) -> Option<Cow<'a, str>> {
        json::find_text(self.environment, name)
    }

    /// Refuses a variable that the runtime does not let be read: what is in it may matter.
    fn require_readable(&self, name: &str) -> Result<(), Error> {
        if json::find(self.environment, name) != Some("false") {
            return Ok(());
        }
        invalid(&[
            name,
            " cannot be read: in Deno, add `--allow-env=",
            name,
            "`, or pass the option in its place",
        ])
    }

    pub(crate) fn endpoint(
        &self,
        in_browser: bool,
        warnings: &mut Vec<&'static str>,
    ) -> Result<String, Error> {
        let (current, old) = (self.variable("SEAM_ENDPOINT"), self.variable("SEAM_API_URL"));
        let mut source = "the endpoint";
        let endpoint = match self.text("endpoint") {
            Some(endpoint) => endpoint,
            None => {
                self.require_readable("SEAM_ENDPOINT")?;
                source = if current.is_some() {
                    "SEAM_ENDPOINT"
                } else {
                    "SEAM_API_URL"
                };
                if old.is_some() {
                    warnings.push("seam-edge: SEAM_API_URL is deprecated, use SEAM_ENDPOINT");
                }
                if old.is_some() && current.is_some() {
                    warnings.push("seam-edge: SEAM_ENDPOINT is used, not SEAM_API_URL");
                }
                current.or(old).unwrap_or(Cow::Borrowed(DEFAULT_ENDPOINT))
            }
        };
        let mut endpoint = &*endpoint;
        while let Some(shorter) = endpoint.strip_suffix("/") {
            endpoint = shorter;
        }
        let relative_is_fine = in_browser && endpoint.starts_with("/") && !endpoint.starts_with("//");
        if is_absolute_url(endpoint) || relative_is_fine {
            return Ok(endpoint.to_owned());
        }
        invalid(&[
            source,
            " is not a URL: expected `https://host`, with or without port and path; or leave it unset",
        ])
    }

    /// The one token or key that authenticates, from the options or else from the environment.
    pub(crate) fn credentials(&self) -> Result<(TokenKind, Cow<'a, str>), Error> {
        // The order in which the official client looks.
        let kinds = [
            TokenKind::PublishableKey,
            TokenKind::ClientSessionToken,
            TokenKind::ApiKey,
            TokenKind::ConsoleSessionToken,
            TokenKind::PersonalAccessToken,
        ];
        let mut found: Option<(TokenKind, Cow<'a, str>)> = None;
        for kind in kinds {
            let Some(token) = self.text(kind.option()) else {
                continue;
            };
            if let Some((first, _)) = found {
                let (first, second) = (first.option(), kind.option());
                return invalid(&[
                    "The ",
                    second,
                    " option cannot be used with the ",
                    first,
                    " option",
                ]);
            }
            found = Some((kind, token));
        }
        match found {
            Some(credentials) => Ok(credentials),
            None => self.credentials_of_environment(),
        }
    }

    fn credentials_of_environment(&self) -> Result<(TokenKind, Cow<'a, str>), Error> {
        let of = |kind: TokenKind, name| {
            let value = self.variable(name).filter(|_| !self.is_named(kind.option()))?;
            Some((kind, value))
        };
        let key = of(TokenKind::ApiKey, "SEAM_API_KEY");
        let token = of(TokenKind::PersonalAccessToken, "SEAM_PERSONAL_ACCESS_TOKEN");
        if key.is_some() && token.is_some() {
            return invalid(&[
                "Both SEAM_API_KEY and SEAM_PERSONAL_ACCESS_TOKEN environment variables are defined. Please use only one authentication method.",
            ]);
        }
        match key.or(token) {
            Some(credentials) => Ok(credentials),
            None => {
                self.require_readable("SEAM_API_KEY")?;
                // An option that is there keeps its variable out.
                let why = if self.is_named("apiKey") {
                    "`apiKey` is undefined or null: leave it out to use SEAM_API_KEY"
                } else if self.is_named("personalAccessToken") {
                    "`personalAccessToken` is undefined or null: leave it out to use SEAM_PERSONAL_ACCESS_TOKEN"
                } else {
                    "SEAM_API_KEY is empty or not set"
                };
                invalid(&[
                    "Must specify an apiKey, clientSessionToken, publishableKey, consoleSessionToken or personalAccessToken; ",
                    why,
                ])
            }
        }
    }

    /// The headers that carry the token, and what it needs beside it.
    pub(crate) fn authentication_headers(&self, kind: TokenKind, token: &str) -> Result<Headers, Error> {
        let mut headers = Vec::new();
        match kind {
            TokenKind::PublishableKey => set(&mut headers, "seam-publishable-key", token),
            TokenKind::ClientSessionToken => set_client_session(&mut headers, token),
            TokenKind::ApiKey => set_bearer(&mut headers, token),
            TokenKind::PersonalAccessToken | TokenKind::ConsoleSessionToken => {
                set_bearer(&mut headers, token);
                if let Some(workspace) = self.workspace_id() {
                    check_header("seam-workspace", &workspace)?;
                    set(&mut headers, "seam-workspace", &workspace);
                } else if !self.is_true("withoutWorkspace") {
                    self.require_readable("SEAM_WORKSPACE_ID")?;
                    return invalid(&["Must pass a workspaceId when using a ", kind.option()]);
                }
            }
        }
        Ok(headers)
    }

    fn workspace_id(&self) -> Option<Cow<'a, str>> {
        let from_environment = || {
            self.variable("SEAM_WORKSPACE_ID")
                .filter(|_| !self.is_named("workspaceId"))
        };
        self.text("workspaceId").or_else(from_environment)
    }
}

pub(crate) fn invalid<T>(message: &[&str]) -> Result<T, Error> {
    Err(Error::InvalidOptions(concat(message)))
}

fn set_bearer(headers: &mut Headers, token: &str) {
    set(headers, "authorization", &concat(&["Bearer ", token]));
}

/// Sets the headers of a client session.
pub(crate) fn set_client_session(headers: &mut Headers, token: &str) {
    set_bearer(headers, token);
    set(headers, "client-session-token", token);
}
