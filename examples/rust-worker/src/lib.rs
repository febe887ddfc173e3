//! A Cloudflare Worker in Rust: `PUT /bookings/<booking>/code` with `{ "device_id", "name" }` gives a booking a code, once however often it is called.
//! Check your own login before you deploy it. Nothing is logged; errors of seam-edge hold no key and no PIN.

mod host;

use host::WorkerHost;
use seam_edge::api::access_codes::CreateParameters;
use seam_edge::client::Client;
use seam_edge::client::config::Config;
use serde::{Deserialize, Serialize};
use worker::{Context, Env, Method, Request, Response, Result, event};

#[derive(Deserialize)]
struct Guest {
    device_id: String,
    name: Option<String>,
}

#[derive(Serialize)]
struct Given {
    access_code_id: String,
    code: Option<String>,
}

#[event(fetch)]
async fn fetch(mut request: Request, env: Env, _context: Context) -> Result<Response> {
    let path = request.path();
    let booking = path
        .strip_prefix("/bookings/")
        .and_then(|rest| rest.strip_suffix("/code"));
    let Some(booking) = booking.filter(|_| request.method() == Method::Put) else {
        return Response::error("not found", 404);
    };
    let Ok(guest) = request.json::<Guest>().await else {
        return Response::error("expected JSON with `device_id`", 400);
    };
    match give_code(&env, booking, guest).await {
        Ok(given) => Response::from_json(&given),
        Err(error) => Response::error(error.to_string(), 502),
    }
}

async fn give_code(
    env: &Env,
    booking: &str,
    guest: Guest,
) -> std::result::Result<Given, Box<dyn std::error::Error>> {
    let key = env
        .secret("SEAM_API_KEY")
        .map(|key| key.to_string())
        .unwrap_or_default();
    let mut config = Config::with_api_key(&key)?;
    if let Ok(endpoint) = env.var("SEAM_ENDPOINT") {
        config = config.with_endpoint(&endpoint.to_string())?;
    }
    let parameters = CreateParameters {
        device_id: guest.device_id,
        name: guest.name,
        ..Default::default()
    };
    let code = Client::new(WorkerHost, config)
        .ensure(&parameters, Some(booking))
        .await?;
    Ok(Given {
        access_code_id: code.access_code_id,
        code: code.code,
    })
}
