//! Lets operations on the same thing run one after another, in the order in which they came.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use core::future::poll_fn;
use core::task::{Poll, Waker};

/// The queues of a client, one for each identity that somebody is waiting for.
#[derive(Default)]
pub(super) struct Queues {
    places: Mutex<Places>,
}

#[derive(Default)]
struct Places {
    /// Everybody's place, first come first; whoever is at work keeps the foremost place of the identity.
    taken: Vec<Place>,
    /// The number of the next place.
    next: u64,
    /// The identities about which something is in doubt.
    in_doubt: BTreeSet<String>,
}

struct Place {
    number: u64,
    identity: String,
    waker: Option<Waker>,
}

impl Queues {
    /// Takes a place in the queue of an identity, and waits until it is the foremost. The place is left when the turn is dropped, and so it is
    /// when nobody waits any more: a future that is dropped holds up nobody.
    pub(super) async fn turn(&self, identity: &str) -> Turn<'_> {
        let turn = self.take(identity);
        poll_fn(|context| {
            let mut places = self.lock();
            if places.is_foremost(turn.number) {
                return Poll::Ready(());
            }
            if let Some(place) = places.taken.iter_mut().find(|place| place.number == turn.number) {
                place.waker = Some(context.waker().clone());
            }
            Poll::Pending
        })
        .await;
        turn
    }

    fn take(&self, identity: &str) -> Turn<'_> {
        let mut places = self.lock();
        let number = places.next;
        places.next += 1;
        let identity = identity.to_owned();
        places.taken.push(Place {
            number,
            identity: identity.clone(),
            waker: None,
        });
        Turn {
            queues: self,
            number,
            identity,
        }
    }

    /// The places. Nothing is done under the lock that could leave them half changed.
    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Places {
    fn is_foremost(&self, number: u64) -> bool {
        let own = self.taken.iter().find(|place| place.number == number);
        let first = own.and_then(|own| self.taken.iter().find(|place| place.identity == own.identity));
        first.is_some_and(|first| first.number == number)
    }

    /// Leaves a place; answers how to wake who is foremost then.
    fn leave(&mut self, number: u64) -> Option<Waker> {
        let at = self.taken.iter().position(|place| place.number == number)?;
        let left = self.taken.remove(at);
        let foremost = self
            .taken
            .iter_mut()
            .find(|place| place.identity == left.identity)?;
        foremost.waker.take()
    }
}

/// A place in a queue.
pub(super) struct Turn<'q> {
    queues: &'q Queues,
    number: u64,
    identity: String,
}

impl Turn<'_> {
    /// Whether whoever was here before has left something in doubt.
    pub(super) fn in_doubt(&self) -> bool {
        self.queues.lock().in_doubt.contains(&self.identity)
    }

    /// Leaves word for whoever comes next.
    pub(super) fn set_in_doubt(&self, in_doubt: bool) {
        let mut places = self.queues.lock();
        if in_doubt {
            places.in_doubt.insert(self.identity.clone());
        } else {
            places.in_doubt.remove(&self.identity);
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let waker = self.queues.lock().leave(self.number);
        // Outside the lock: a waker may run the other right here.
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    use core::future::Future;
    use core::pin::Pin;
    use core::task::Context;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;

    #[derive(Default)]
    struct Woken(AtomicUsize);

    impl Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    type Waiting<'q> = Pin<Box<dyn Future<Output = Turn<'q>> + 'q>>;

    fn poll<'q>(waiting: &mut Waiting<'q>, woken: &Arc<Woken>) -> Option<Turn<'q>> {
        let waker = Waker::from(Arc::clone(woken));
        match waiting.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(turn) => Some(turn),
            Poll::Pending => None,
        }
    }

    #[test]
    fn one_after_another_in_the_order_in_which_they_came() {
        let queues = Queues::default();
        let woken = Arc::new(Woken::default());
        let mut waiting: Vec<Waiting<'_>> = Vec::new();
        for identity in ["a", "a", "b", "a"] {
            waiting.push(Box::pin(queues.turn(identity)));
        }
        let mut turns: Vec<_> = waiting.iter_mut().map(|waiting| poll(waiting, &woken)).collect();
        let at_work: Vec<bool> = turns.iter().map(Option::is_some).collect();
        assert_eq!(at_work, [true, false, true, false]);
        drop(turns.remove(0));
        assert_eq!(woken.0.load(Ordering::Relaxed), 1, "who is next is woken");
        let third = poll(waiting.get_mut(1).unwrap(), &woken);
        assert!(third.is_some());
        assert!(poll(waiting.get_mut(3).unwrap(), &woken).is_none());
    }

    #[test]
    fn who_gives_up_holds_up_nobody() {
        let queues = Queues::default();
        let woken = Arc::new(Woken::default());
        let mut first: Waiting<'_> = Box::pin(queues.turn("a"));
        let mut second: Waiting<'_> = Box::pin(queues.turn("a"));
        let mut third: Waiting<'_> = Box::pin(queues.turn("a"));
        let at_work = poll(&mut first, &woken).unwrap();
        assert!(poll(&mut second, &woken).is_none() && poll(&mut third, &woken).is_none());
        drop(second);
        assert!(poll(&mut third, &woken).is_none());
        at_work.set_in_doubt(true);
        drop(at_work);
        assert!(poll(&mut third, &woken).is_some_and(|turn| turn.in_doubt()));
        assert!(queues.lock().taken.is_empty(), "nothing is left behind");
    }
}
