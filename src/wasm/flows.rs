//! The flows that are under way in a module, each under a number: what happened comes in, what to do next goes out, and between the two nothing
//! is borrowed. A flow that has ended is gone; the runner ends those that it abandons.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use spin::Mutex;

use crate::error::Error;
use crate::schema::json;

/// Flows of one kind. There is one thread, so the lock is never waited for: it stands in for unsafe code.
pub(crate) struct Flows<F> {
    live: Mutex<Vec<Option<F>>>,
}

impl<F> Flows<F> {
    pub(crate) const fn new() -> Self {
        Self {
            live: Mutex::new(Vec::new()),
        }
    }

    /// Keeps a flow and answers its number, which is free again when the flow has ended.
    pub(crate) fn keep(&self, flow: F) -> f64 {
        let mut live = self.live.lock();
        let free = live.iter().position(Option::is_none);
        let number = free.unwrap_or(live.len());
        match live.get_mut(number) {
            Some(place) => *place = Some(flow),
            None => live.push(Some(flow)),
        }
        number as f64
    }

    /// Lets a flow take a step, by its number in digits. `step` answers whether the flow goes on; one that does not is dropped.
    ///
    /// # Errors
    /// [`Error::State`] where no flow has this number.
    pub(crate) fn step<T>(&self, number: &str, step: impl FnOnce(&mut F) -> (T, bool)) -> Result<T, Error> {
        let mut live = self.live.lock();
        let place = live.get_mut(index(number));
        let Some((place, flow)) = place.and_then(|place| place.take().map(|flow| (place, flow))) else {
            return Err(Error::State("the operation has ended already".to_owned()));
        };
        let mut flow = flow;
        let (answer, goes_on) = step(&mut flow);
        if goes_on {
            *place = Some(flow);
        }
        Ok(answer)
    }

    /// Drops a flow, by its number in digits; nothing happens where there is none.
    pub(crate) fn end(&self, number: &str) {
        if let Some(place) = self.live.lock().get_mut(index(number)) {
            *place = None;
        }
    }

    /// How many flows are under way.
    pub(crate) fn count(&self) -> usize {
        self.live.lock().iter().flatten().count()
    }
}

fn index(number: &str) -> usize {
    json::number(number) as usize
}
