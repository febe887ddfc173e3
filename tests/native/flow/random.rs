//! Random numbers that are the same for the same seed, so that a schedule that fails can be run again.

#[path = "../../../src/fake/split_mix.rs"]
mod split_mix;

use split_mix::SplitMix;

/// Random numbers in the forms that tests want.
#[derive(Clone)]
pub(crate) struct Random(SplitMix);

#[allow(dead_code, reason = "the tests of each flow use what they need")]
impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(SplitMix::new(seed))
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0.bits()
    }

    /// From 0 to 1, 1 excluded.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From `least` to `most`, `most` excluded.
    pub(crate) fn between(&mut self, least: f64, most: f64) -> f64 {
        least + self.unit() * (most - least)
    }

    /// True so often, of 1.
    pub(crate) fn happens(&mut self, how_often: f64) -> bool {
        self.unit() < how_often
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[(self.next() % of.len() as u64) as usize]
    }
}
