//! What tokens and keys look like (docs/api-facts.md#authentication), and which one an option takes. Never shows one.

use crate::error::Error;
use crate::text::{concat, each_part, holds};

/// The kinds of token and key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A server's key.
    ApiKey,
    /// What a browser or an app gets for one user.
    ClientSessionToken,
    /// What a browser or an app may know, to ask for a client session.
    PublishableKey,
    /// A developer's own token.
    PersonalAccessToken,
    /// A token of Seam's own console.
    ConsoleSessionToken,
}

/// How a kind is told by its first letters, checked in this order, and what it is called.
const LOOKS: [(&str, TokenKind, &str); 4] = [
    (
        "seam_cst",
        TokenKind::ClientSessionToken,
        "A Client Session Token",
    ),
    ("ey", TokenKind::ConsoleSessionToken, "A JWT"),
    ("seam_at", TokenKind::PersonalAccessToken, "An Access Token"),
    ("seam_pk", TokenKind::PublishableKey, "A Publishable Key"),
];

impl TokenKind {
    /// The name of the option that takes it.
    #[must_use]
    pub fn option(self) -> &'static str {
        match self {
            Self::ApiKey => "apiKey",
            Self::ClientSessionToken => "clientSessionToken",
            Self::PublishableKey => "publishableKey",
            Self::PersonalAccessToken => "personalAccessToken",
            Self::ConsoleSessionToken => "consoleSessionToken",
        }
    }

    fn expectation(self) -> &'static str {
        match self {
            Self::ApiKey => "token to start with seam_",
            Self::ClientSessionToken => "token to start with seam_cst",
            Self::PublishableKey => "token to start with seam_pk",
            Self::PersonalAccessToken => "token to start with seam_at",
            Self::ConsoleSessionToken => "a JWT which starts with ey",
        }
    }

    /// Makes sure that the token is of this kind.
    ///
    /// # Errors
    /// [`Error::InvalidToken`], which names the option and what the token looks like, never the token.
    pub fn check(self, token: &str) -> Result<(), Error> {
        let option = self.option();
        let looks = LOOKS.iter().find(|(prefix, ..)| token.starts_with(prefix));
        match looks {
            Some((_, kind, _)) if *kind == self => {}
            Some((_, _, words)) => {
                return invalid(&[words, " cannot be used as ", article(option), " ", option]);
            }
            None if self == Self::ApiKey && token.starts_with("seam_") => {}
            None => {
                return invalid(&[
                    "Unknown or invalid ",
                    option,
                    " format, expected ",
                    self.expectation(),
                ]);
            }
        }
        if token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Ok(());
        }
        let reason = " format, it holds white space or other than ASCII";
        invalid(&["Unknown or invalid ", option, reason])
    }
}

fn article(option: &str) -> &'static str {
    if option.starts_with('a') { "an" } else { "a" }
}

fn invalid(message: &[&str]) -> Result<(), Error> {
    Err(Error::InvalidToken(concat(message)))
}

/// Whether a user identifier key looks like an e-mail address, which anyone can guess.
#[must_use]
pub fn looks_like_email(key: &str) -> bool {
    let mut parts = each_part(key, b'@');
    let (user, host) = (parts.next(), parts.next());
    user.is_some_and(|user| !user.is_empty()) && host.is_some_and(|host| holds(host.as_bytes(), b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLES: [(TokenKind, &str); 5] = [
        (TokenKind::ApiKey, "seam_apikey1_token"),
        (TokenKind::ClientSessionToken, "seam_cst1_token"),
        (TokenKind::PublishableKey, "seam_pk1_token"),
        (TokenKind::PersonalAccessToken, "seam_at1_longtoken"),
        (TokenKind::ConsoleSessionToken, "eyJhbGciOiJIUzI1NiJ9.e30.x"),
    ];

    #[test]
    fn takes_its_own_kind_and_no_other() {
        for (wanted, _) in SAMPLES {
            for (given, token) in SAMPLES {
                let result = wanted.check(token);
                assert_eq!(result.is_ok(), wanted == given, "{wanted:?} {given:?}");
                if let Err(Error::InvalidToken(message)) = result {
                    assert!(!message.contains(token), "{message}");
                    assert!(message.contains(wanted.option()), "{message}");
                }
            }
        }
    }

    #[test]
    fn names_what_the_token_looks_like() {
        let message = |kind: TokenKind, token| kind.check(token).err().map(|error| error.to_string());
        assert_eq!(
            message(TokenKind::ApiKey, "seam_cst1_token").as_deref(),
            Some("A Client Session Token cannot be used as an apiKey")
        );
        assert_eq!(
            message(TokenKind::ClientSessionToken, "seam_abc").as_deref(),
            Some("Unknown or invalid clientSessionToken format, expected token to start with seam_cst")
        );
        assert!(message(TokenKind::ApiKey, "seam_key\n").is_some());
    }

    #[test]
    fn tells_email_addresses() {
        for key in ["a@b.c", "jane.doe@example.com"] {
            assert!(looks_like_email(key), "{key}");
        }
        for key in ["", "a@b", "@b.c", "a.b", "4f0c-11"] {
            assert!(!looks_like_email(key), "{key}");
        }
    }
}
