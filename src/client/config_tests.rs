//! Tests of [`super`]: options, environment, headers.

use super::*;

fn read(options: &str) -> Result<Config, Error> {
    Config::read(options, "{}", false)
}

fn message(result: Result<Config, Error>) -> String {
    match result {
        Ok(_) => "no error".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn header_of(config: &Result<Config, Error>, name: &str) -> Option<String> {
    let headers = &config.as_ref().ok()?.headers;
    headers
        .iter()
        .find(|(other, _)| other == name)
        .map(|(_, value)| value.clone())
}

#[test]
fn every_kind_has_its_headers() {
    let key = read(r#"{"apiKey":"seam_k1"}"#);
    assert_eq!(
        header_of(&key, "authorization").as_deref(),
        Some("Bearer seam_k1")
    );
    let session = read(r#"{"clientSessionToken":"seam_cst1"}"#);
    assert_eq!(
        header_of(&session, "authorization").as_deref(),
        Some("Bearer seam_cst1")
    );
    assert_eq!(
        header_of(&session, "client-session-token").as_deref(),
        Some("seam_cst1")
    );
    let publishable = read(r#"{"publishableKey":"seam_pk1"}"#);
    assert_eq!(
        header_of(&publishable, "seam-publishable-key").as_deref(),
        Some("seam_pk1")
    );
    assert_eq!(header_of(&publishable, "authorization"), None);
    for options in [
        r#"{"personalAccessToken":"seam_at1","workspaceId":"w"}"#,
        r#"{"consoleSessionToken":"ey.1","workspaceId":"w"}"#,
    ] {
        let config = read(options);
        assert!(header_of(&config, "authorization").is_some());
        assert_eq!(header_of(&config, "seam-workspace").as_deref(), Some("w"));
    }
}

#[test]
fn two_kinds_at_once_are_refused_by_name() {
    let options = r#"{"apiKey":"seam_k1","clientSessionToken":"seam_cst1"}"#;
    assert_eq!(
        message(read(options)),
        "The apiKey option cannot be used with the clientSessionToken option"
    );
    let options = r#"{"personalAccessToken":"seam_at1","apiKey":"seam_k1"}"#;
    assert_eq!(
        message(read(options)),
        "The personalAccessToken option cannot be used with the apiKey option"
    );
}

#[test]
fn a_workspace_is_needed_where_a_token_has_none() {
    assert_eq!(
        message(read(r#"{"personalAccessToken":"seam_at1"}"#)),
        "Must pass a workspaceId when using a personalAccessToken"
    );
}

#[test]
fn the_environment_fills_in() {
    let of = |options: &str, environment: &str| Config::read(options, environment, false);
    let key = of(
        "{}",
        r#"{"SEAM_API_KEY":"seam_k1","SEAM_ENDPOINT":"http://localhost:1/"}"#,
    );
    assert_eq!(
        header_of(&key, "authorization").as_deref(),
        Some("Bearer seam_k1")
    );
    assert_eq!(
        key.as_ref().ok().map(|config| config.endpoint.as_str()),
        Some("http://localhost:1")
    );
    let environment =
        r#"{"SEAM_API_KEY":"seam_k1","SEAM_PERSONAL_ACCESS_TOKEN":"seam_at1","SEAM_WORKSPACE_ID":"w"}"#;
    assert!(message(of("{}", environment)).starts_with("Both SEAM_API_KEY and"));
    assert!(of(r#"{"clientSessionToken":"seam_cst1"}"#, environment).is_ok());
    let token = of(r#"{"apiKey":null}"#, environment);
    assert_eq!(
        header_of(&token, "authorization").as_deref(),
        Some("Bearer seam_at1")
    );
    assert_eq!(header_of(&token, "seam-workspace").as_deref(), Some("w"));
    assert!(message(of(r#"{"apiKey":null}"#, r#"{"SEAM_API_KEY":"seam_k1"}"#)).starts_with("Must specify"));
    let both = of(
        r#"{"apiKey":"seam_k1"}"#,
        r#"{"SEAM_ENDPOINT":"http://a","SEAM_API_URL":"http://b"}"#,
    );
    assert_eq!(
        both.as_ref().ok().map(|config| config.endpoint.as_str()),
        Some("http://a")
    );
    assert_eq!(both.map(|config| config.warnings.len()).unwrap_or_default(), 2);
}

#[test]
fn what_cannot_be_read_is_not_taken_for_unset() {
    let of = |options: &str, environment: &str| message(Config::read(options, environment, false));
    let key = r#"{"apiKey":"seam_k1"}"#;
    let cannot = |name: &str| {
        format!("{name} cannot be read: in Deno, add `--allow-env={name}`, or pass the option in its place")
    };
    let endpoint = cannot("SEAM_ENDPOINT");
    assert_eq!(
        of("{}", r#"{"SEAM_API_KEY":"seam_k1","SEAM_ENDPOINT":false}"#),
        endpoint
    );
    assert_eq!(of(key, r#"{"SEAM_ENDPOINT":false}"#), endpoint);
    // The old name does not stand in for it.
    assert_eq!(
        of(key, r#"{"SEAM_ENDPOINT":false,"SEAM_API_URL":"http://b"}"#),
        endpoint
    );
    let given = r#"{"apiKey":"seam_k1","endpoint":"http://a"}"#;
    assert_eq!(
        of(given, r#"{"SEAM_ENDPOINT":false,"SEAM_API_KEY":false}"#),
        "no error"
    );
    assert_eq!(of("{}", r#"{"SEAM_API_KEY":false}"#), cannot("SEAM_API_KEY"));
    let token = r#"{"personalAccessToken":"seam_at1"}"#;
    assert_eq!(
        of(token, r#"{"SEAM_WORKSPACE_ID":false}"#),
        cannot("SEAM_WORKSPACE_ID")
    );
}

#[test]
fn a_message_names_the_variable_that_it_is_about() {
    let of = |options: &str, environment: &str| message(Config::read(options, environment, false));
    for name in ["SEAM_ENDPOINT", "SEAM_API_URL"] {
        let environment = format!(r#"{{"SEAM_API_KEY":"seam_k1","{name}":"localhost"}}"#);
        let expected = format!("{name} is not a URL: expected `https://host`");
        let message = of("{}", &environment);
        assert!(message.starts_with(&expected), "{message}");
        assert!(message.ends_with("; or leave it unset"), "{message}");
    }
    let given = of(
        r#"{"apiKey":"seam_k1","endpoint":""}"#,
        r#"{"SEAM_ENDPOINT":"http://a"}"#,
    );
    assert!(given.starts_with("the endpoint is not a URL"), "{given}");
    for (option, name, token) in [
        ("apiKey", "SEAM_API_KEY", "seam_k1"),
        ("personalAccessToken", "SEAM_PERSONAL_ACCESS_TOKEN", "seam_at1"),
    ] {
        let kept_out = of(
            &format!(r#"{{"{option}":null}}"#),
            &format!(r#"{{"{name}":"{token}"}}"#),
        );
        let expected = format!("; `{option}` is undefined or null: leave it out to use {name}");
        assert!(kept_out.ends_with(&expected), "{kept_out}");
    }
    assert!(of("{}", "{}").ends_with("; SEAM_API_KEY is empty or not set"));
}

#[test]
fn an_address_that_is_set_but_blank_does_not_lead_to_production() {
    let of = |options: &str, environment: &str| message(Config::read(options, environment, false));
    for blank in ["", " ", "\\n", "/"] {
        for name in ["SEAM_ENDPOINT", "SEAM_API_URL"] {
            let environment = format!(r#"{{"SEAM_API_KEY":"seam_k1","{name}":"{blank}"}}"#);
            let refused = of("{}", &environment);
            assert!(
                refused.starts_with(&format!("{name} is not a URL")),
                "{blank:?} {refused}"
            );
            // An address that is given leaves it unread.
            assert_eq!(
                of(r#"{"endpoint":"http://a"}"#, &environment),
                "no error",
                "{blank:?} {name}"
            );
        }
        let both =
            format!(r#"{{"SEAM_API_KEY":"seam_k1","SEAM_ENDPOINT":"{blank}","SEAM_API_URL":"http://b"}}"#);
        assert!(
            of("{}", &both).starts_with("SEAM_ENDPOINT is not a URL"),
            "{blank:?}"
        );
    }
}

#[test]
fn numbers_that_are_not_finite_are_called_so() {
    for shown in ["Infinity", "-Infinity", "NaN"] {
        for name in ["timeout", "maxRetries"] {
            let options = format!(r#"{{"apiKey":"seam_k1","{name}":"{shown}"}}"#);
            let expected = format!("The {name} option must be finite, or 0 for none, got {shown}");
            assert_eq!(message(read(&options)), expected);
        }
    }
}

#[test]
fn endpoints_are_urls() {
    let of = |endpoint: &str, in_browser| {
        let options = format!(r#"{{"clientSessionToken":"seam_cst1","endpoint":"{endpoint}"}}"#);
        Config::read(&options, "{}", in_browser).map(|config| config.endpoint)
    };
    for good in [
        "https://a.example",
        "http://localhost:80",
        "http://[::1]:80/x",
        "https://a/b/c",
    ] {
        assert_eq!(of(good, false).as_deref(), Ok(good));
        assert_eq!(of(&format!("{good}/"), false).as_deref(), Ok(good));
    }
    for bad in [
        "",
        "localhost:3000",
        "ftp://a",
        "https://",
        "https://:80",
        "http://a:b",
        "http://a:99999",
        "http://[::1",
        "http://a b",
        "https://u:p@a",
        "https://a?x=1",
        "https://a#x",
        "/api",
        "//a",
    ] {
        assert!(of(bad, false).is_err(), "{bad}");
    }
    assert_eq!(of("/api", true).as_deref(), Ok("/api"));
    assert!(of("//a", true).is_err());
}

#[test]
fn server_keys_stay_out_of_browsers() {
    let of = |options| Config::read(options, "{}", true);
    assert!(message(of(r#"{"apiKey":"seam_k1"}"#)).contains("dangerouslyAllowBrowser"));
    assert!(of(r#"{"apiKey":"seam_k1","dangerouslyAllowBrowser":true}"#).is_ok());
    assert!(of(r#"{"clientSessionToken":"seam_cst1"}"#).is_ok());
    assert!(of(r#"{"publishableKey":"seam_pk1"}"#).is_ok());
}

#[test]
fn wrong_options_are_refused_by_name_without_their_value() {
    for (options, words) in [
        (r#"{"apikey":"seam_secret"}"#, "did you mean `apiKey`?"),
        (
            r#"{"apiKey":"seam_k1","axiosOptions":{}}"#,
            "`axiosOptions`: not a known name",
        ),
        (
            r#"{"apiKey":"seam_k1","lockSupport":"function"}"#,
            "`lockSupport` was replaced by the functions of seam-edge/status",
        ),
        (
            r#"{"apiKey":"seam_k1","lockRules":"function"}"#,
            "`lockRules` was replaced by checkAccessCodeOnDevice of seam-edge/rules",
        ),
        (r#"{"apiKey":12345}"#, "`apiKey`: expected a string, got a number"),
        (
            r#"{"apiKey":"seam_k1","timeout":-1}"#,
            "`timeout`: expected at least `0`",
        ),
        (
            r#"{"apiKey":"seam_k1","maxRetries":1.5}"#,
            "`maxRetries`: expected a whole number",
        ),
        (
            r#"{"apiKey":"seam_k1","validate":"strickt"}"#,
            "did you mean `strict`?",
        ),
        (
            r#"{"apiKey":"seam_k1","headers":{"x":1}}"#,
            "`headers.x`: expected a string",
        ),
        (
            r#"{"apiKey":"seam_k1","headers":{"x":"a\nb"}}"#,
            "value of the header x",
        ),
        ("[]", "must be an object"),
        ("null", "must be an object"),
    ] {
        let message = message(read(options));
        assert!(message.contains(words), "{options}: {message}");
        assert!(
            !message.contains("secret") && !message.contains("12345"),
            "{message}"
        );
    }
}

#[test]
fn headers_of_callers_win_over_authentication() {
    let config = read(r#"{"apiKey":"seam_k1","headers":{"Authorization":"Bearer other","X-A":"1"}}"#);
    assert_eq!(
        header_of(&config, "authorization").as_deref(),
        Some("Bearer other")
    );
    assert_eq!(header_of(&config, "x-a").as_deref(), Some("1"));
}

#[test]
fn only_a_client_session_token_is_updated() {
    let mut session = read(r#"{"clientSessionToken":"seam_cst1"}"#);
    let updated = session
        .as_mut()
        .map(|config| config.update_client_session_token("seam_cst2"));
    assert!(matches!(updated, Ok(Ok(_))));
    assert_eq!(
        header_of(&session, "authorization").as_deref(),
        Some("Bearer seam_cst2")
    );
    assert_eq!(
        header_of(&session, "client-session-token").as_deref(),
        Some("seam_cst2")
    );
    let mut key = read(r#"{"apiKey":"seam_k1"}"#);
    let result = key
        .as_mut()
        .ok()
        .map(|config| config.update_client_session_token("seam_cst2"));
    assert!(matches!(result, Some(Err(Error::State(_)))));
}

#[test]
fn a_call_lays_its_options_over_the_clients() {
    let client = CallSettings::read(r#"{"timeout":5,"validate":"strict"}"#, &CallSettings::DEFAULT);
    let client = client.unwrap_or_else(|error| unreachable!("{error}"));
    let call = CallSettings::of_call(
        r#"{"maxRetries":0,"validate":"off","headers":{"A":"b"}}"#,
        &client,
    );
    let expected = CallSettings {
        timeout: 5.0,
        max_retries: 0,
        validate: Validate::Off,
        headers: vec![("a".to_owned(), "b".to_owned())],
    };
    assert_eq!(call, Ok(expected));
    assert!(CallSettings::of_call(r#"{"time_out":1}"#, &client).is_err());
    let replaced = CallSettings::of_call(r#"{"validate":"device"}"#, &client);
    assert!(replaced.is_err_and(|error| {
        error
            .to_string()
            .contains("checkAccessCodeOnDevice of seam-edge/rules")
    }));
}
