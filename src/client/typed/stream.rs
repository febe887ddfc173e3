//! A stream out of a function that answers with the next item. Holds nothing of Seam.

use alloc::boxed::Box;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;

/// A stream whose items a function produces one after another: from a state it makes the next item, and the state after it. The stream ends
/// where there is no item, and after an item that has no state after it.
pub(super) fn unfold<S, T, F, R>(state: S, next: F) -> impl Stream<Item = T> + Unpin
where
    F: FnMut(S) -> R,
    R: Future<Output = Option<(T, Option<S>)>>,
{
    Unfold {
        state: Some(state),
        next,
        running: None,
    }
}

struct Unfold<S, F, R> {
    state: Option<S>,
    next: F,
    running: Option<Pin<Box<R>>>,
}

// What has to stay in its place is in a box.
impl<S, F, R> Unpin for Unfold<S, F, R> {}

impl<S, T, F, R> Stream for Unfold<S, F, R>
where
    F: FnMut(S) -> R,
    R: Future<Output = Option<(T, Option<S>)>>,
{
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let this = self.get_mut();
        if let Some(state) = this.state.take() {
            this.running = Some(Box::pin((this.next)(state)));
        }
        let Some(running) = this.running.as_mut() else {
            return Poll::Ready(None);
        };
        let produced = ready!(running.as_mut().poll(context));
        this.running = None;
        Poll::Ready(produced.map(|(item, state)| {
            this.state = state;
            item
        }))
    }
}
