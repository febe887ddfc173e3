//! Random numbers that a seed decides, so that a run can be repeated: for IDs, PINs and faults. Not for secrets of anybody real.

use alloc::format;
use alloc::string::String;

use crate::fake::split_mix::SplitMix;

/// A source of random numbers: the same seed gives the same ones.
#[derive(Clone, Debug)]
pub(super) struct Randomness(SplitMix);

impl Randomness {
    pub(super) fn new(seed: u64) -> Self {
        Self(SplitMix::new(seed))
    }

    /// 64 random bits.
    pub(super) fn bits(&mut self) -> u64 {
        self.0.bits()
    }

    /// An ID in the form of a version 4 UUID.
    pub(super) fn uuid(&mut self) -> String {
        let (high, low) = (self.bits(), self.bits());
        format!(
            "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xfff,
            low >> 48 & 0x3fff | 0x8000,
            low & 0xffff_ffff_ffff
        )
    }

    /// A token with this beginning.
    pub(super) fn token(&mut self, beginning: &str) -> String {
        format!("{beginning}_{:016x}{:016x}", self.bits(), self.bits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_by_seed_and_writes_uuids() {
        let (mut one, mut other) = (Randomness::new(7), Randomness::new(7));
        let first = one.uuid();
        assert_eq!(first, other.uuid());
        assert_ne!(first, one.uuid());
        assert_eq!(first.len(), 36);
        assert_eq!(first.as_bytes().get(14), Some(&b'4'));
        assert_ne!(Randomness::new(8).uuid(), first);
    }
}
