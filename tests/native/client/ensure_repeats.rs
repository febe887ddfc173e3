//! How often a Rust application's `ensure` creates: as often as the npm package does, whatever the client says about repeats.

use seam_edge::api::access_codes::CreateParameters;
use seam_edge::client::Client;
use seam_edge::client::config::Config;
use seam_edge::client::host::SendFailure;
use seam_edge::client::typed::EnsureFailure;
use seam_edge::error::Error;

use crate::scripted::{Outcome, Scripted, answered, finished};

fn unknown() -> Outcome {
    answered(
        404,
        r#"{"error":{"type":"access_code_not_found","message":"m"},"ok":false}"#,
    )
}

fn no_codes() -> Outcome {
    let pagination = r#"{"has_next_page":false,"next_page_cursor":null,"next_page_url":null}"#;
    answered(
        200,
        &format!(r#"{{"access_codes":[],"pagination":{pagination}}}"#),
    )
}

#[test]
fn a_create_is_repeated_twice_whatever_the_client_says() {
    for max_retries in ["0", "1", "2", "7"] {
        let options = format!(
            r#"{{"clientSessionToken":"seam_cst1_token","endpoint":"https://example.test","maxRetries":{max_retries}}}"#
        );
        let mut outcomes = vec![unknown(), no_codes()];
        for _ in 0..12 {
            outcomes.extend([Err(SendFailure::Network), unknown(), no_codes()]);
        }
        let host = Scripted::new(outcomes);
        let client = Client::new(&host, Config::read(&options, "{}", true).unwrap());
        let parameters = CreateParameters {
            device_id: "front-door".to_owned(),
            code: Some("1357".to_owned()),
            ..Default::default()
        };
        let failed = finished(client.ensure(&parameters, None));
        assert!(
            matches!(failed, Err(EnsureFailure::Call(Error::Transport(_)))),
            "{failed:?}"
        );
        let sent = host.sent();
        let creates = sent
            .iter()
            .filter(|request| request.url.ends_with("/access_codes/create"));
        assert_eq!(creates.count(), 3, "maxRetries {max_retries}");
    }
}
