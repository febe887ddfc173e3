//! A small server of `/events/list` for the tests of watches: any order, limits, fractions of a ms, and events that are listed only some time
//! after they were made. Knows nothing of the flow under test.

use seam_edge::rules::civil::written;
use seam_edge::schema::date_time::rfc3339;
use seam_edge::schema::json;

/// The server's clock at 0 ms of virtual time, in ms since 1970: 2026-03-01T12:00:00Z.
pub(crate) const START: i64 = 1_772_366_400_000;

/// In which order the server lists, since none is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    OldestFirst,
    NewestFirst,
    /// As good as random.
    ById,
}

pub(crate) const ORDERS: [Order; 3] = [Order::OldestFirst, Order::NewestFirst, Order::ById];

/// An event.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    /// `created_at` in microseconds since 1970.
    pub(crate) created: i64,
    /// From when on it is listed, in ms of virtual time.
    pub(crate) visible: f64,
    /// Its JSON.
    pub(crate) text: String,
}

impl Made {
    /// `created_at` in ms since 1970.
    pub(crate) fn ms(&self) -> i64 {
        self.created.div_euclid(1000)
    }
}

/// The server.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    pub(crate) events: Vec<Made>,
    pub(crate) order: Order,
}

/// What was listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List {
    /// The events as a JSON array.
    pub(crate) text: String,
    /// The exclusive bounds that were asked for, in microseconds since 1970.
    pub(crate) bounds: (i64, i64),
    /// Whether there was no more than was asked for.
    pub(crate) is_whole: bool,
    pub(crate) limit: usize,
}

impl Server {
    pub(crate) fn new(order: Order) -> Self {
        Self {
            events: Vec::new(),
            order,
        }
    }

    /// Makes an event, so many ms and microseconds after the start, that is listed from some virtual time on; its number.
    pub(crate) fn make(&mut self, after: i64, microseconds: i64, visible: f64) -> usize {
        let number = self.events.len();
        let created_at = written(START + after).unwrap_or_default();
        // Scattered, so that the order of IDs is no order of time.
        let scattered = (number as u32).wrapping_mul(2_654_435_761);
        self.events.push(Made {
            created: (START + after) * 1000 + microseconds,
            visible,
            text: format!(
                "{{\"event_id\":\"{scattered:08x}-{number}\",\"created_at\":\"{}{microseconds:03}Z\"}}",
                created_at.trim_end_matches('Z'),
            ),
        });
        number
    }

    /// The number of the event that a text is of.
    pub(crate) fn number(text: &str) -> Option<usize> {
        let id = json::find_text(text, "event_id")?;
        id.split_once('-')?.1.parse().ok()
    }

    /// Answers a list at some virtual time.
    pub(crate) fn list(&self, parameters: &str, now: f64) -> List {
        let limit = json::find(parameters, "limit").and_then(|limit| limit.parse().ok());
        let limit: usize = limit.unwrap_or_default();
        let micros =
            |text: &str| rfc3339(text).map(|(seconds, nanos)| seconds * 1_000_000 + i64::from(nanos / 1000));
        let since = json::find_text(parameters, "since").and_then(|since| micros(&since));
        let bounds = match since {
            Some(since) => (since, i64::MAX),
            None => {
                let between = json::find(parameters, "between").unwrap_or_default();
                let parts: Vec<&str> = between.split('"').collect();
                let bound = |at: usize| parts.get(at).copied().and_then(micros).unwrap_or(i64::MIN);
                (bound(1), bound(3))
            }
        };
        let is_listed =
            |made: &&Made| made.visible <= now && made.created > bounds.0 && made.created < bounds.1;
        let mut found: Vec<&Made> = self.events.iter().filter(is_listed).collect();
        match self.order {
            Order::OldestFirst => found.sort_by_key(|made| made.created),
            Order::NewestFirst => found.sort_by_key(|made| -made.created),
            Order::ById => found.sort_by(|one, other| one.text.cmp(&other.text)),
        }
        let is_whole = found.len() <= limit;
        found.truncate(limit);
        let texts: Vec<&str> = found.iter().map(|made| made.text.as_str()).collect();
        List {
            text: format!("[{}]", texts.join(",")),
            bounds,
            is_whole,
            limit,
        }
    }
}
