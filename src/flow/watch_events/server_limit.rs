//! Whether a list may have been cut off by a limit of the server's own, lower than the one that was asked for. None is documented, and an
//! answer does not say.
//!
//! A server that has listed more at once has not cut off there. So only an answer with at least as many events as the largest before is
//! suspect. Then the flow asks for more, of all events that there are. Where more come, the answer was whole. Where they do not, the server
//! has no more, or does not list more: from then on an answer with as many counts as full, and its span is cut until an answer has fewer.
//!
//! That is a request more now and then at first, and none later. That a limit goes down while a watch lasts is not noticed.

/// An answer with fewer events is not suspect: a limit so low would be a server's for one device, not for a list.
const FEWEST: u64 = 10;

/// What is known of the server's limit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ServerLimit {
    /// The most events that were listed at once.
    most: u64,
    /// The server has not listed more than these when it was asked to.
    suspected: u64,
}

/// What the number of events in an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// These are all.
    Whole,
    /// There may be more.
    Full,
    /// There may be more, if the server has a limit of its own. To find out, list so many of all events.
    Suspect(u64),
}

impl ServerLimit {
    /// Takes in how many events an answer has, and how many were asked for.
    pub(super) fn weigh(&mut self, count: u64, asked: u64) -> Size {
        if count == asked {
            self.most = self.most.max(count);
            return Size::Full;
        }
        // A server that gives more than it was asked for gives all.
        if count > asked || count < FEWEST || count < self.most {
            return Size::Whole;
        }
        if count <= self.suspected {
            return Size::Full;
        }
        Size::Suspect(count.saturating_mul(4).min(asked))
    }

    /// Takes in how many events the answer to the question has that a suspect answer with so many events has led to.
    pub(super) fn hear_more(&mut self, count: u64, suspect: u64) {
        self.most = self.most.max(count);
        if count <= suspect {
            self.suspected = suspect;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_suspected_until_more_were_listed() {
        let mut limit = ServerLimit::default();
        assert_eq!(limit.weigh(9, 500), Size::Whole);
        assert_eq!(limit.weigh(100, 500), Size::Suspect(400));
        limit.hear_more(400, 100);
        assert_eq!(limit.weigh(100, 500), Size::Whole);
        assert_eq!(limit.weigh(399, 500), Size::Whole);
        assert_eq!(limit.weigh(400, 500), Size::Suspect(500));
        assert_eq!(limit.weigh(500, 500), Size::Full);
        assert_eq!(limit.weigh(400, 500), Size::Whole);
        assert_eq!(limit.weigh(501, 500), Size::Whole);
    }

    #[test]
    fn an_answer_as_long_as_the_limit_is_full() {
        let mut limit = ServerLimit::default();
        assert_eq!(limit.weigh(100, 200), Size::Suspect(200));
        limit.hear_more(100, 100);
        assert_eq!(limit.weigh(100, 200), Size::Full);
        assert_eq!(limit.weigh(99, 200), Size::Whole);
        // It has gone up.
        assert_eq!(limit.weigh(150, 200), Size::Suspect(200));
    }
}
