//! A Rust application that runs as wasm: it exports two functions of its own, and uses what of seam-edge could bring others along.

#![cfg(target_arch = "wasm32")]

use seam_edge::api::access_codes;
use seam_edge::client::Client;
use seam_edge::client::config::Config;
use seam_edge::host::GlooHost;
use seam_edge::webhook::Secret;
use std::alloc::System;
use wasm_bindgen::prelude::*;

/// Would not compile where a library sets one too.
#[global_allocator]
static ALLOCATOR: System = System;

/// Creates an access code and answers its id, or what went wrong.
#[wasm_bindgen]
pub async fn app_main(options: String, device_id: String) -> String {
    let config = match Config::read(&options, "{}", false) {
        Ok(config) => config,
        Err(error) => return error.line(),
    };
    let parameters = access_codes::CreateParameters {
        device_id,
        ..Default::default()
    };
    let client = Client::new(GlooHost, config);
    let created = client.call(&access_codes::CREATE, &parameters).await;
    created.map_or_else(|error| error.line(), |code| code.access_code_id)
}

/// Whether a text is a secret of webhooks.
#[wasm_bindgen]
pub fn app_knows(secret: &str) -> bool {
    Secret::new(secret).is_ok()
}
