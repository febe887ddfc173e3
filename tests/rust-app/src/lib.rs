//! A Rust application that runs as wasm: it has one export of its own, and uses everything of seam-edge that could bring others along.

#[cfg(target_arch = "wasm32")]
mod app {
    use seam_edge::api::access_codes;
    use seam_edge::client::config::Config;
    use seam_edge::client::typed::TypedClient;
    use seam_edge::host::GlooHost;
    use seam_edge::model::AccessCode;
    use seam_edge::webhook::Secret;
    use wasm_bindgen::prelude::*;

    /// Creates an access code and answers its id, or what went wrong.
    #[wasm_bindgen]
    pub async fn app_main(options: String, device_id: String) -> String {
        let config = match Config::read(&options, "{}", false) {
            Ok(config) => config,
            Err(error) => return error.line().to_string(),
        };
        let parameters = access_codes::CreateParameters {
            device_id,
            ..Default::default()
        };
        let created = TypedClient::new(GlooHost, config)
            .call::<_, AccessCode>(&access_codes::CREATE, &parameters)
            .await;
        created.map_or_else(
            |error| error.line().to_string(),
            |code| code.access_code_id.to_string(),
        )
    }

    /// Whether a text is a secret of webhooks.
    #[wasm_bindgen]
    pub fn app_knows(secret: &str) -> bool {
        Secret::new(secret).is_ok()
    }
}
