//! Timers and giving up: sleeping, and an abort controller that a timeout or the caller's signal pulls.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::client::host::Canceled;

/// The longest time that `setTimeout` keeps; beyond it fires at once. In ms.
const LONGEST: f64 = 2_147_483_647.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &Function, delay: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);

    /// An `AbortSignal`.
    #[derive(Clone)]
    pub(crate) type Signal;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn aborted(this: &Signal) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn reason(this: &Signal) -> JsValue;
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_event_listener(this: &Signal, event: &str, listener: &Function);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn remove_event_listener(this: &Signal, event: &str, listener: &Function);

    type AbortController;
    #[wasm_bindgen(constructor)]
    fn new() -> AbortController;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &AbortController) -> Signal;
    #[wasm_bindgen(method, getter)]
    fn abort(this: &AbortController) -> Function;
}

/// Sleeps for so many ms, unless the signal is aborted.
pub(crate) async fn sleep(duration: f64, signal: Option<&Signal>) -> Result<(), Canceled> {
    if signal.is_some_and(Signal::aborted) {
        return Err(Canceled);
    }
    let mut started = None;
    let promise = Promise::new(&mut |resolve, reject| {
        if let Some(signal) = signal {
            signal.add_event_listener("abort", &reject);
        }
        started = Some((set_timeout(&resolve, duration.min(LONGEST)), reject));
    });
    let ended = JsFuture::from(promise).await;
    if let Some((timer, reject)) = started {
        clear_timeout(&timer);
        if let Some(signal) = signal {
            signal.remove_event_listener("abort", &reject);
        }
    }
    ended.map(drop).map_err(|_| Canceled)
}

/// A signal for one attempt, aborted by its timeout or by the caller's signal. Dropping it takes both away.
pub(crate) struct Deadline {
    controller: AbortController,
    abort: Function,
    timer: Option<JsValue>,
    caller: Option<Signal>,
}

impl Deadline {
    /// Starts the timeout, in ms; 0 means none.
    pub(crate) fn start(timeout: f64, caller: Option<Signal>) -> Self {
        let controller = AbortController::new();
        let abort = controller.abort().bind0(&controller);
        let timer = (timeout > 0.0).then(|| set_timeout(&abort, timeout.min(LONGEST)));
        if let Some(signal) = &caller {
            signal.add_event_listener("abort", &abort);
        }
        Self {
            controller,
            abort,
            timer,
            caller,
        }
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
        if let Some(signal) = &self.caller {
            signal.remove_event_listener("abort", &self.abort);
        }
    }
}
