//! Timers: sleeping, and the abort signal that a timeout pulls. A Rust caller gives up by dropping the future, so there is no signal of
//! the caller's here.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The longest time that `setTimeout` keeps; beyond it fires at once. In ms.
const LONGEST: f64 = 2_147_483_647.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &Function, delay: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
    /// Milliseconds since the page or the process began, on a clock that never goes back.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    pub(crate) fn elapsed() -> f64;

    /// An `AbortSignal`.
    pub(crate) type Signal;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn aborted(this: &Signal) -> bool;

    type AbortController;
    #[wasm_bindgen(constructor)]
    fn new() -> AbortController;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &AbortController) -> Signal;
    #[wasm_bindgen(method, getter)]
    fn abort(this: &AbortController) -> Function;
}

/// Sleeps for so many ms.
pub(crate) async fn sleep(duration: f64) {
    let promise = Promise::new(&mut |resolve, _| drop(set_timeout(&resolve, duration.min(LONGEST))));
    // Nothing rejects it.
    drop(JsFuture::from(promise).await);
}

/// A signal for one attempt, aborted by its timeout. Dropping it takes the timer away.
pub(crate) struct Deadline {
    controller: AbortController,
    timer: Option<JsValue>,
}

impl Deadline {
    /// Starts the timeout, in ms; 0 means none.
    pub(crate) fn start(timeout: f64) -> Self {
        let controller = AbortController::new();
        let abort = controller.abort().bind0(&controller);
        let timer = (timeout > 0.0).then(|| set_timeout(&abort, timeout.min(LONGEST)));
        Self { controller, timer }
    }

    /// The signal to pass to `fetch`.
    pub(crate) fn signal(&self) -> Signal {
        self.controller.signal()
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(timer) = &self.timer {
            clear_timeout(timer);
        }
    }
}
