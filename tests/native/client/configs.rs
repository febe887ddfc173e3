//! Configurations that Rust applications make by their own constructors: what each sends, and what is refused.

use seam_edge::client::config::{Config, TokenKind, Validate};
use seam_edge::error::Error;

fn header<'c>(config: &'c Config, name: &str) -> Option<&'c str> {
    let found = config.headers.iter().find(|(other, _)| other == name);
    found.map(|(_, value)| value.as_str())
}

#[test]
fn each_token_travels_in_its_headers() {
    let config = Config::with_api_key("seam_key1").unwrap();
    assert_eq!(config.authentication, Some(TokenKind::ApiKey));
    assert_eq!(header(&config, "authorization"), Some("Bearer seam_key1"));

    let config = Config::with_client_session_token("seam_cst1").unwrap();
    assert_eq!(config.authentication, Some(TokenKind::ClientSessionToken));
    assert_eq!(header(&config, "client-session-token"), Some("seam_cst1"));

    let config = Config::with_publishable_key("seam_pk1").unwrap();
    assert_eq!(config.authentication, Some(TokenKind::PublishableKey));
    assert_eq!(header(&config, "seam-publishable-key"), Some("seam_pk1"));

    let config = Config::with_personal_access_token("seam_at1", "workspace1").unwrap();
    assert_eq!(header(&config, "authorization"), Some("Bearer seam_at1"));
    assert_eq!(header(&config, "seam-workspace"), Some("workspace1"));

    let config = Config::with_console_session_token("ey1", "workspace1").unwrap();
    assert_eq!(header(&config, "authorization"), Some("Bearer ey1"));
    assert_eq!(header(&config, "seam-workspace"), Some("workspace1"));
}

#[test]
fn a_token_of_another_kind_is_refused_and_not_shown() {
    for refused in [
        Config::with_api_key("seam_cst_secret"),
        Config::with_client_session_token("seam_pk_secret"),
        Config::with_publishable_key("seam_secret"),
        Config::with_personal_access_token("seam_secret", "workspace1"),
        Config::with_console_session_token("seam_at_secret", "workspace1"),
    ] {
        let Err(Error::InvalidToken(message)) = refused else {
            panic!("a token of another kind was taken");
        };
        assert!(!message.contains("secret"), "{message}");
    }
}

#[test]
fn what_differs_from_the_defaults_is_laid_over_them() {
    let config = Config::with_api_key("seam_key1").unwrap();
    assert_eq!(config.endpoint, "https://connect.getseam.com");
    assert_eq!(
        (config.defaults.timeout, config.defaults.max_retries),
        (30_000.0, 2)
    );
    let config = config
        .with_endpoint("https://example.com/seam/")
        .and_then(|config| config.with_timeout(5_000.0))
        .and_then(|config| config.with_header("X-Trace", "abc"))
        .unwrap()
        .with_max_retries(0)
        .with_validate(Validate::Strict);
    assert_eq!(config.endpoint, "https://example.com/seam");
    assert_eq!(header(&config, "x-trace"), Some("abc"));
    assert_eq!(header(&config, "authorization"), Some("Bearer seam_key1"));
    assert_eq!(
        (config.defaults.timeout, config.defaults.max_retries),
        (5_000.0, 0)
    );
    assert_eq!(config.defaults.validate, Validate::Strict);
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let config = || Config::with_api_key("seam_key1").unwrap();
    assert!(config().with_endpoint("/seam").is_err());
    for timeout in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(config().with_timeout(timeout).is_err(), "{timeout}");
    }
    assert!(config().with_header("x trace", "abc").is_err());
    assert!(config().with_header("x-trace", "a\nb").is_err());
}

#[test]
fn a_browser_gets_no_key_of_servers_but_paths_of_its_own_host() {
    assert!(Config::with_api_key("seam_key1").unwrap().in_browser().is_err());
    let config = Config::with_client_session_token("seam_cst1").unwrap();
    let config = config.in_browser().unwrap().with_endpoint("/seam").unwrap();
    assert_eq!((config.in_browser, config.endpoint.as_str()), (true, "/seam"));
}
