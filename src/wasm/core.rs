//! `Core`, the one class that the npm package takes from the wasm module. Text in, values out.
//! Its methods clone an `Rc` before they make a promise: nothing is borrowed across an await.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, JSON, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::api::{self, Endpoint};
use crate::client::call::{self, Answer};
use crate::client::config::{CallSettings, Config};
use crate::client::host::HostReply;
use crate::client::wait::{self, Patience};
use crate::error::Error;
use crate::wasm::fault;
use crate::wasm::fetch_host::{FetchHost, FetchReply, JsHost};

/// A client of the API behind a JavaScript facade.
#[wasm_bindgen]
pub struct Core {
    config: RefCell<Rc<Config>>,
}

#[wasm_bindgen]
impl Core {
    /// Reads the options and the environment, both JSON objects; throws a fault where they cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str, environment: &str, in_browser: bool) -> Result<Self, JsValue> {
        let config = Config::read(options, environment, in_browser).map_err(|error| fault::of(&error))?;
        Ok(Self {
            config: RefCell::new(Rc::new(config)),
        })
    }

    /// Lines that a developer should read once, each given out once.
    #[wasm_bindgen(js_name = takeWarnings, unchecked_return_type = "string[]")]
    pub fn take_warnings(&self) -> Array {
        let warnings = std::mem::take(&mut Rc::make_mut(&mut self.config.borrow_mut()).warnings);
        warnings.iter().map(|line| JsValue::from(line.as_str())).collect()
    }

    /// The base URL without a trailing slash.
    #[wasm_bindgen(getter)]
    pub fn endpoint(&self) -> String {
        self.config.borrow().endpoint.clone()
    }

    /// Takes another client session token in place of the present one; throws a fault where that cannot be.
    #[wasm_bindgen(js_name = updateClientSessionToken)]
    pub fn update_client_session_token(&self, token: &str) -> Result<(), JsValue> {
        let mut config = self.config.borrow_mut();
        Rc::make_mut(&mut config)
            .update_client_session_token(token)
            .map_err(|error| fault::of(&error))
    }

    /// Calls the endpoint at a path with a JSON object of parameters; resolves to the reply and the caller's value in it.
    #[wasm_bindgen(unchecked_return_type = "Promise<[unknown, unknown]>")]
    pub fn send(&self, path: String, parameters: Option<String>, options: String, host: JsHost) -> Promise {
        let config = self.config.borrow().clone();
        future_to_promise(async move {
            let host = FetchHost::new(host);
            let parameters = parameters.as_deref();
            let answered = send(&config, &host, &path, parameters, &options).await;
            match answered {
                Ok(answer) => deliver(&host, &path, &answer),
                Err(error) => Err(fault::with_cause(&error, host.take_cause())),
            }
        })
    }

    /// Waits until an action attempt has ended; resolves to it as it then is.
    #[wasm_bindgen(js_name = waitForActionAttempt, unchecked_return_type = "Promise<unknown>")]
    pub fn wait_for_action_attempt(
        &self,
        attempt: JsValue,
        patience: String,
        options: String,
        host: JsHost,
    ) -> Promise {
        let config = self.config.borrow().clone();
        future_to_promise(async move {
            let host = FetchHost::new(host);
            let attempt: String = JSON::stringify(&attempt)?.into();
            let ended = wait(&config, &host, attempt, &patience, &options).await;
            match ended {
                Ok(attempt) => JSON::parse(&attempt),
                Err(error) => Err(fault::with_cause(&error, host.take_cause())),
            }
        })
    }
}

async fn send(
    config: &Config,
    host: &FetchHost,
    path: &str,
    parameters: Option<&str>,
    options: &str,
) -> Result<Answer<FetchReply>, Error> {
    let settings = CallSettings::of_call(options, &config.defaults)?;
    call::call(host, config, endpoint(path)?, parameters, &settings).await
}

async fn wait(
    config: &Config,
    host: &FetchHost,
    attempt: String,
    patience: &str,
    options: &str,
) -> Result<String, Error> {
    let patience = Patience::read(patience)?;
    let settings = CallSettings::of_call(options, &config.defaults)?;
    wait::until_ended(host, config, &settings, attempt, patience).await
}

fn endpoint(path: &str) -> Result<&'static Endpoint, Error> {
    api::endpoint(path).ok_or_else(|| Error::State(format!("`{path}` is not an endpoint that this version knows")))
}

/// The pair of reply and value, after the caller has been told of the issues.
fn deliver(host: &FetchHost, path: &str, answer: &Answer<FetchReply>) -> Result<JsValue, JsValue> {
    let body = answer.reply.value()?;
    let value = match answer.key {
        Some(key) => js_sys::Reflect::get(&body, &key.into())?,
        None => JsValue::UNDEFINED,
    };
    if !answer.issues.is_empty() {
        let context = Object::new();
        fault::set(&context, "path", &path.into());
        let request_id = answer.reply.header("seam-request-id").unwrap_or_default();
        fault::set(&context, "requestId", &request_id.into());
        host.report(&fault::issues(&answer.issues), &context);
    }
    Ok(Array::of2(&body, &value).into())
}
