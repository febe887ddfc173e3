//! How much a test at random tries, and from which seed on. `cargo test` tries the same each time; `SOAK=10` has each test try ten times as
//! much, and `SOAK_SEED=7` something else. Then each says in a line what it has tried, which `npm run soak` collects.

use std::ops::Range;
use std::time::Instant;

use proptest::test_runner::{Config, RngSeed};

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// What one test tries. When it is dropped, it says so.
pub(crate) struct Soak {
    what: &'static str,
    unit: &'static str,
    count: u64,
    simulated: f64,
    began: Instant,
}

#[allow(
    dead_code,
    reason = "a test uses what it needs, and this file belongs to several"
)]
impl Soak {
    /// `count` is how many `cargo test` tries, of a unit as `schedules` or `texts`.
    pub(crate) fn of(what: &'static str, count: u64, unit: &'static str) -> Self {
        Self {
            what,
            unit,
            count: count * number("SOAK").unwrap_or(1),
            simulated: 0.0,
            began: Instant::now(),
        }
    }

    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// A seed for each. The first ones are those of `cargo test`, unless `SOAK_SEED` says otherwise.
    pub(crate) fn seeds(&self) -> Range<u64> {
        // Far apart, so that no run repeats a part of another one.
        let first = number("SOAK_SEED").unwrap_or(0) << 32;
        first..first + self.count
    }

    /// So many ms of virtual time have passed.
    pub(crate) fn simulated(&mut self, duration: f64) {
        self.simulated += duration;
    }
}

impl Drop for Soak {
    fn drop(&mut self) {
        if number("SOAK").is_none() || std::thread::panicking() {
            return;
        }
        say(&serde_json::json!({
            "what": self.what, "count": self.count, "unit": self.unit,
            "simulatedHours": (self.simulated / 3_600_000.0).round(),
            "seconds": self.began.elapsed().as_secs(),
        }));
    }
}

/// As many cases of a property of proptest, none of which is written into the sources.
#[allow(
    dead_code,
    reason = "a test uses what it needs, and this file belongs to several"
)]
pub(crate) fn cases(count: u32) -> Config {
    let times = number("SOAK").unwrap_or(1);
    let count = u64::from(count) * times;
    if times > 1 {
        // A test has a thread of its own, which is called by its name.
        let thread = std::thread::current();
        let what = thread.name().unwrap_or_default();
        say(&serde_json::json!({ "what": what, "count": count, "unit": "cases" }));
    }
    Config {
        cases: u32::try_from(count).unwrap_or(u32::MAX),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(number("SOAK_SEED").unwrap_or(0)),
        ..Config::default()
    }
}

fn say(line: &serde_json::Value) {
    println!("soak: {line}");
}
