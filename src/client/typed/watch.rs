//! Events as they come, as a stream. What is decided is in `flow::watch_events`.

use alloc::sync::Arc;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, SecondsFormat, Utc};
use futures_core::Stream;
use serde_json::json;

use crate::api::events::{LIST, ListParameters};
use crate::client::host::Host;
use crate::client::typed::run::{FlowError, Reached, Running};
use crate::client::typed::stream::unfold;
use crate::client::typed::{Client, number, read, written};
use crate::error::Error;
use crate::flow::watch_events::{Endless, Notice, WatchEvents};
use crate::flow::{Event, Flow, Moment, Step};
use crate::model::SeamEvent;

/// Where a watch begins, and how often it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct WatchOptions {
    /// Gives the events since then. Default: those that come from now on.
    pub since: Option<DateTime<Utc>>,
    /// Goes on behind an event of an earlier watch, whatever `since` says; what [`Watch::cursor`] returned then.
    pub cursor: Option<String>,
    /// How long between two lists, in ms: more than 0. Default: 5,000.
    pub polling_interval: f64,
    /// By how many ms an event may come behind a newer one and is still given: 0 or more. Default: 60,000.
    pub overlap: f64,
    /// How many events to list at once: 1 or more. Default: 500.
    pub limit: u32,
}

impl Default for WatchOptions {
    fn default() -> Self {
        Self {
            since: None,
            cursor: None,
            polling_interval: 5_000.0,
            overlap: 60_000.0,
            limit: 500,
        }
    }
}

/// That a list has failed in a way that may heal. It is going to be repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct WatchFailing {
    /// What it failed with.
    pub error: Error,
    /// How many times in a row it has failed, 1 for the first.
    pub failures: u32,
    /// In how many ms it is repeated.
    pub pause: f64,
}

/// Events as they come: each once, in the order in which Seam made them. It never ends by itself; drop it to end it.
pub struct Watch<S> {
    events: S,
    flow: Shared,
}

impl<S> Watch<S> {
    /// Where to go on after a restart: behind the event that the stream returned last. Store it when that event has been handled.
    pub fn cursor(&self) -> String {
        self.flow.lock().cursor()
    }
}

impl<S: Stream + Unpin> Stream for Watch<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        Pin::new(&mut self.get_mut().events).poll_next(context)
    }
}

/// The flow, for the stream and for whoever wants to know where it is.
#[derive(Clone)]
struct Shared(Arc<Mutex<WatchEvents>>);

impl Shared {
    /// The flow. A step never ends halfway.
    fn lock(&self) -> MutexGuard<'_, WatchEvents> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Flow for Shared {
    type Progress = Notice;
    type Output = Endless;
    type Error = Error;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Step<Notice, Endless, Error> {
        self.lock().next(event, moment)
    }
}

impl<H: Host> Client<H> {
    /// Watches the events that a filter lets through: lists them again and again. `failing` is called when a list has failed in a way that may
    /// heal. The filter holds neither `since`, `between`, `limit` nor `unstable_offset`, which are for the watch to say.
    ///
    /// ```
    /// use seam_edge::api::events::ListParameters;
    /// use seam_edge::client::Client;
    /// use seam_edge::client::host::Host;
    /// use seam_edge::client::typed::{Stream, WatchOptions};
    /// use seam_edge::error::Error;
    /// use seam_edge::model::SeamEvent;
    ///
    /// fn of_lock<H: Host>(
    ///     client: &Client<H>,
    ///     device: &str,
    ///     cursor: Option<String>,
    /// ) -> Result<impl Stream<Item = Result<SeamEvent, Error>>, Error> {
    ///     let filter = ListParameters {
    ///         device_id: Some(device.to_owned()),
    ///         ..Default::default()
    ///     };
    ///     let options = WatchOptions {
    ///         cursor,
    ///         ..Default::default()
    ///     };
    ///     client.watch(&filter, options, |failing| eprintln!("{}", failing.error))
    /// }
    /// ```
    ///
    /// Its items are errors where a call fails for good, which ends the stream, and [`Error::InvalidResponse`] where an event does not fit its
    /// Rust type, after which the next event follows.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where filter or options cannot be used.
    pub fn watch<'c, F: FnMut(WatchFailing) + 'c>(
        &'c self,
        filter: &ListParameters,
        options: WatchOptions,
        failing: F,
    ) -> Result<Watch<impl Stream<Item = Result<SeamEvent, Error>> + Unpin + use<'c, H, F>>, Error> {
        let filter = written(&LIST, filter)?;
        let since = options
            .since
            .map(|since| since.to_rfc3339_opts(SecondsFormat::Millis, true));
        let options = json!({
            "since": since,
            "cursor": options.cursor,
            "pollingInterval": number(options.polling_interval),
            "overlap": number(options.overlap),
            "limit": options.limit,
        });
        let flow = Shared(Arc::new(Mutex::new(WatchEvents::new(
            &filter,
            &options.to_string(),
        )?)));
        let running = Running::new(self, flow.clone());
        let events = unfold((running, failing), |(mut running, mut failing)| async move {
            loop {
                match running.go_on().await {
                    Ok(Reached::Told(Notice::Event(event))) => {
                        let event = read(LIST.path, LIST.reply.key(), &event);
                        return Some((event.map_err(Error::InvalidResponse), Some((running, failing))));
                    }
                    Ok(Reached::Told(Notice::Failing { failures, pause })) => {
                        if let Some(error) = running.last_error(LIST.path) {
                            failing(WatchFailing {
                                error,
                                failures,
                                pause,
                            });
                        }
                    }
                    Ok(Reached::Done(never)) => match never {},
                    Err(FlowError::Call(error) | FlowError::Own(error)) => return Some((Err(error), None)),
                }
            }
        });
        Ok(Watch { events, flow })
    }
}
