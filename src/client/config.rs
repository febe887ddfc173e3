//! From the options of a client, and the environment, to what every request of it carries (docs/api-facts.md#requests and #authentication).
//! Pure: the environment is passed in.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Debug, Formatter};

use crate::client::headers::{self, Headers, merge};
use crate::client::options::{Options, invalid, set_client_session};
pub use crate::client::token::TokenKind;
use crate::client::token::looks_like_email;
use crate::error::{Error, summary};
use crate::options::number;
use crate::schema::check::{self, UnknownKeys};
use crate::schema::json;
use crate::schema::record::Record;
use crate::schema::{Object, ObjectSchema, Value, names, object};

/// How closely parameters and replies are checked.
#[names(closed)]
#[derive(Copy)]
pub enum Validate {
    /// Parameters strictly; of replies what a door depends on, the rest is reported.
    Lenient,
    /// Everything, unknown parameters included.
    Strict,
    /// That required parameters are there and that replies have their key, no more.
    Off,
}

/// The options of a client that are plain values, as JavaScript passes them.
#[object]
struct ClientOptions {
    // True where requests go through a client of the caller's own, which knows by itself who asks.
    #[field(nullable, optional)]
    client: Option<bool>,
    // True where calls concern all workspaces of a person, so that none has to be named.
    #[name("withoutWorkspace")]
    #[field(nullable, optional)]
    without_workspace: Option<bool>,
    #[name("apiKey")]
    #[field(nullable, optional, secret)]
    api_key: Option<String>,
    #[name("clientSessionToken")]
    #[field(nullable, optional, secret)]
    client_session_token: Option<String>,
    #[name("publishableKey")]
    #[field(nullable, optional, secret)]
    publishable_key: Option<String>,
    #[name("userIdentifierKey")]
    #[field(nullable, optional, secret)]
    user_identifier_key: Option<String>,
    #[name("personalAccessToken")]
    #[field(nullable, optional, secret)]
    personal_access_token: Option<String>,
    #[name("consoleSessionToken")]
    #[field(nullable, optional, secret)]
    console_session_token: Option<String>,
    #[name("workspaceId")]
    #[field(nullable, optional)]
    workspace_id: Option<String>,
    #[field(nullable, optional)]
    endpoint: Option<String>,
    #[name("waitForActionAttempt")]
    #[field(nullable, optional)]
    wait_for_action_attempt: Option<Value>,
    #[name("dangerouslyAllowBrowser")]
    #[field(nullable, optional)]
    dangerously_allow_browser: Option<bool>,
    #[field(nullable, optional, min = 0)]
    timeout: Option<f64>,
    #[name("maxRetries")]
    #[field(nullable, optional)]
    max_retries: Option<u32>,
    #[field(nullable, optional, secret)]
    headers: Option<BTreeMap<String, String>>,
    #[field(nullable, optional)]
    validate: Option<Validate>,
}

/// The options of one call that are plain values, as JavaScript passes them.
#[object]
struct CallOptions {
    #[field(nullable, optional, min = 0)]
    timeout: Option<f64>,
    #[name("maxRetries")]
    #[field(nullable, optional)]
    max_retries: Option<u32>,
    #[field(nullable, optional, secret)]
    headers: Option<BTreeMap<String, String>>,
    #[field(nullable, optional)]
    validate: Option<Validate>,
}

/// What every request of a client carries. Has no `Debug`: it holds tokens.
#[derive(Clone, PartialEq)]
pub struct Config {
    /// The base URL without a trailing slash.
    pub endpoint: String,
    /// Which kind of token or key authenticates; nothing where a client of the caller's own does.
    pub authentication: Option<TokenKind>,
    /// Authentication and the caller's own headers.
    pub headers: Headers,
    /// Whether it runs in a browser.
    pub in_browser: bool,
    /// What holds unless a call says otherwise.
    pub defaults: CallSettings,
    /// Lines that a developer should read once.
    pub warnings: Vec<&'static str>,
}

/// How one call is made. `Debug` shows no values of headers: they may be tokens.
#[derive(Clone, PartialEq)]
pub struct CallSettings {
    /// How long one attempt may take, in ms; 0 means no limit.
    pub timeout: f64,
    /// How many attempts may follow the first.
    pub max_retries: u32,
    /// How closely parameters and the reply are checked.
    pub validate: Validate,
    /// Further headers; these win over the client's.
    pub headers: Headers,
}

impl Debug for CallSettings {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        let headers: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        formatter
            .debug_struct("CallSettings")
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .field("validate", &self.validate)
            .field("headers", &headers)
            .finish()
    }
}

impl Config {
    /// Reads the options of a client. `options` and `environment` are JSON objects; the latter holds those of the five `SEAM_`
    /// variables that are set, and false for those that the runtime does not let be read.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] and [`Error::InvalidToken`]; the messages hold no token.
    pub fn read(options: &str, environment: &str, in_browser: bool) -> Result<Self, Error> {
        check_options(options, ClientOptions::OBJECT)?;
        let options = Options { options, environment };
        let mut warnings = Vec::new();
        let endpoint = options.endpoint(in_browser, &mut warnings)?;
        let mut headers = Vec::new();
        let mut authentication = None;
        if !options.is_true("client") {
            let (kind, token) = options.credentials()?;
            kind.check(&token)?;
            refuse_in_browser(kind, in_browser && !options.is_true("dangerouslyAllowBrowser"))?;
            headers = options.authentication_headers(kind, &token)?;
            authentication = Some(kind);
        }
        let defaults = CallSettings::read(options.options, &CallSettings::DEFAULT)?;
        merge(&mut headers, &defaults.headers);
        if options
            .text("userIdentifierKey")
            .is_some_and(|key| looks_like_email(&key))
        {
            warnings.push(EMAIL_WARNING);
        }
        Ok(Self {
            endpoint,
            authentication,
            headers,
            in_browser,
            defaults: CallSettings {
                headers: Vec::new(),
                ..defaults
            },
            warnings,
        })
    }

    /// Takes another client session token in place of the present one, and gives the headers that carry it.
    ///
    /// # Errors
    /// [`Error::State`] on a client that another kind of token authenticates; [`Error::InvalidToken`].
    pub fn update_client_session_token(&mut self, token: &str) -> Result<Headers, Error> {
        TokenKind::ClientSessionToken.check(token)?;
        if self.authentication != Some(TokenKind::ClientSessionToken) {
            return Err(Error::State(
                "Cannot update a clientSessionToken on a client created without a clientSessionToken"
                    .to_owned(),
            ));
        }
        let mut headers = Vec::new();
        set_client_session(&mut headers, token);
        merge(&mut self.headers, &headers);
        Ok(headers)
    }
}

const EMAIL_WARNING: &str =
    "seam-edge: anyone can guess a userIdentifierKey that is an e-mail address: use a random key";

impl CallSettings {
    /// What holds where neither the client nor the call says anything.
    pub const DEFAULT: Self = Self {
        timeout: 30_000.0,
        max_retries: 2,
        validate: Validate::Lenient,
        headers: Vec::new(),
    };

    /// Reads the options of a call, or those of a client that concern its calls, over what holds otherwise. They have been checked.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where a header cannot be sent.
    pub fn read(options: &str, otherwise: &Self) -> Result<Self, Error> {
        let number = |name, otherwise| {
            let given = json::find(options, name).and_then(json::numeral);
            given.map_or(otherwise, json::number)
        };
        let validate = json::find_text(options, "validate");
        Ok(Self {
            timeout: number("timeout", otherwise.timeout),
            max_retries: number("maxRetries", otherwise.max_retries.into()) as u32,
            validate: match validate.as_deref() {
                Some("strict") => Validate::Strict,
                Some("off") => Validate::Off,
                Some(_) => Validate::Lenient,
                None => otherwise.validate,
            },
            headers: headers::read(json::find(options, "headers").unwrap_or("null"))?,
        })
    }

    /// These settings but for the headers, as [`CallSettings::read`] takes them.
    #[must_use]
    pub fn written(&self) -> Record {
        let mut written = Record::new();
        written.number("timeout", self.timeout);
        written.number("maxRetries", f64::from(self.max_retries));
        let validate = match self.validate {
            Validate::Lenient => "lenient",
            Validate::Strict => "strict",
            Validate::Off => "off",
        };
        written.text("validate", validate);
        written
    }

    /// Checks and reads the options of one call.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`].
    pub fn of_call(options: &str, client: &Self) -> Result<Self, Error> {
        check_options(options, CallOptions::OBJECT)?;
        Self::read(options, client)
    }
}

/// Refuses options that are not what their schema says.
///
/// # Errors
/// [`Error::InvalidOptions`].
pub(crate) fn check_options(text: &str, options: &Object) -> Result<(), Error> {
    let findings = check::parameters(text, options, UnknownKeys::Refuse)
        .map_err(|_| Error::InvalidOptions("the options must be an object".to_owned()))?;
    if findings.issues.is_empty() {
        return Ok(());
    }
    for (name, value, option, successor) in REPLACED {
        if json::find(text, name) == Some(value) {
            return invalid(&["`", option, "` was replaced by ", successor]);
        }
    }
    // JSON has no number for what is not finite, so it comes as text.
    let finite = |name| number(text, name, "be finite, or 0 for none", f64::is_finite);
    finite("timeout")?;
    finite("maxRetries")?;
    Err(Error::InvalidOptions(summary(&findings.issues)))
}

/// Options that were removed: the name, the value by which it is known (JavaScript passes functions by their type), how it was written, and
/// what to use.
const REPLACED: [(&str, &str, &str, &str); 3] = [
    ("lockRules", "\"function\"", "lockRules", RULES),
    (
        "lockSupport",
        "\"function\"",
        "lockSupport",
        "the functions of seam-edge/status",
    ),
    ("validate", "\"device\"", "validate: 'device'", RULES),
];

const RULES: &str = "checkAccessCodeOnDevice of seam-edge/rules";

pub(crate) fn refuse_in_browser(kind: TokenKind, untrusted: bool) -> Result<(), Error> {
    if !untrusted || !matches!(kind, TokenKind::ApiKey | TokenKind::PersonalAccessToken) {
        return Ok(());
    }
    invalid(&[
        "the ",
        kind.option(),
        " would be open to every visitor: use a clientSessionToken or publishableKey, or dangerouslyAllowBrowser: true",
    ])
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
