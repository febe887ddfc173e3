//! Counts the PINs of one length that have none of the refused traits, and finds each by its place among them, without listing them.
//! Knows no constraint and draws nothing.

use alloc::string::String;
use alloc::vec::Vec;

use crate::rules::pin::digits::traits::LASTING;
use crate::rules::pin::digits::{Digits, Taken, Traits};

/// Beginnings of equally many digits, in ascending order, and how many PINs there are from each.
struct Level {
    beginnings: Vec<Digits>,
    counts: Vec<u64>,
}

/// The PINs of one length that have none of the refused traits and are not left out.
pub(crate) struct Candidates<'a> {
    refused: Traits,
    taken: &'a Taken,
    /// One for each number of digits, from none to all.
    levels: Vec<Level>,
    /// PINs without refused traits that are left out all the same, as numbers in ascending order.
    left_out: Vec<u64>,
}

impl<'a> Candidates<'a> {
    /// All PINs of a length in digits, of 1 to 12, without refused traits, but for those left out, in any order.
    pub(crate) fn new(length: u32, refused: Traits, taken: &'a Taken, left_out: Vec<u64>) -> Self {
        let mut candidates = Self {
            refused,
            taken,
            levels: Vec::new(),
            left_out: Vec::new(),
        };
        candidates.walk(length);
        candidates.count_back();
        for number in ascending(left_out) {
            if candidates.has(number) && candidates.left_out.last() != Some(&number) {
                candidates.left_out.push(number);
            }
        }
        candidates
    }

    /// How many there are: at most 10 to the power of the length.
    pub(crate) fn count(&self) -> u64 {
        self.all() - self.left_out.len() as u64
    }

    /// The one at a place in ascending order; the place has to be below the count.
    pub(crate) fn at(&self, place: u64) -> String {
        let mut place = place + self.left_out_before(place);
        let mut code = String::new();
        let mut digits = Digits::NONE;
        for level in 1..self.levels.len() {
            for digit in 0..10 {
                let next = self.then(digits, digit);
                let count = self.from(level, next);
                if place < count {
                    code.push(char::from(b'0' + digit));
                    digits = next;
                    break;
                }
                place -= count;
            }
        }
        code
    }

    /// How many are left out before a place among those that are not.
    fn left_out_before(&self, place: u64) -> u64 {
        let (mut low, mut high) = (0, self.left_out.len());
        while low < high {
            let middle = low.midpoint(high);
            let number = self.left_out.get(middle).copied().unwrap_or(u64::MAX);
            if self.place_of(number) - middle as u64 > place {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low as u64
    }

    /// How many without refused traits are less than one of them.
    fn place_of(&self, number: u64) -> u64 {
        let mut place = 0;
        let mut digits = Digits::NONE;
        for level in 1..self.levels.len() {
            let own = self.digit(number, level);
            for digit in 0..own {
                place += self.from(level, self.then(digits, digit));
            }
            digits = self.then(digits, own);
        }
        place
    }

    /// Whether a number has no refused trait.
    fn has(&self, number: u64) -> bool {
        let mut digits = Digits::NONE;
        for level in 1..self.levels.len() {
            digits = digits.then(self.digit(number, level), self.taken);
        }
        digits.traits() & self.refused == 0
    }

    /// The digit of a number with which a level is reached: the first for level 1.
    fn digit(&self, number: u64, level: usize) -> u8 {
        let behind = self.levels.len().saturating_sub(level + 1);
        let mut number = number;
        for _ in 0..behind {
            number /= 10;
        }
        (number % 10) as u8
    }

    fn all(&self) -> u64 {
        self.from(0, Digits::NONE)
    }

    /// How many there are from a beginning.
    fn from(&self, level: usize, beginning: Digits) -> u64 {
        let found = self.levels.get(level).and_then(|level| {
            let at = level.beginnings.binary_search(&beginning).ok()?;
            level.counts.get(at)
        });
        found.copied().unwrap_or(0)
    }

    fn then(&self, digits: Digits, digit: u8) -> Digits {
        digits.then(digit, self.taken).as_far_as(self.refused)
    }

    /// Finds the beginnings from which there may be PINs.
    fn walk(&mut self, length: u32) {
        let mut beginnings = Vec::from([Digits::NONE]);
        for _ in 0..length {
            let mut longer = Vec::new();
            for digits in &beginnings {
                for digit in 0..10 {
                    let next = self.then(*digits, digit);
                    if next.traits() & LASTING == 0 {
                        insert(&mut longer, next);
                    }
                }
            }
            self.push(beginnings);
            beginnings = longer;
        }
        self.push(beginnings);
    }

    fn push(&mut self, beginnings: Vec<Digits>) {
        self.levels.push(Level {
            beginnings,
            counts: Vec::new(),
        });
    }

    /// Counts from the last level to the first.
    fn count_back(&mut self) {
        let last = self.levels.len().saturating_sub(1);
        for level in (0..=last).rev() {
            let mut counts = Vec::new();
            for beginning in self.beginnings(level) {
                counts.push(if level == last {
                    u64::from(beginning.traits() == 0)
                } else {
                    let further = |digit| self.from(level + 1, self.then(*beginning, digit));
                    (0..10).map(further).sum()
                });
            }
            if let Some(level) = self.levels.get_mut(level) {
                level.counts = counts;
            }
        }
    }

    fn beginnings(&self, level: usize) -> &[Digits] {
        self.levels.get(level).map_or(&[], |level| &level.beginnings)
    }
}

fn insert(beginnings: &mut Vec<Digits>, beginning: Digits) {
    if let Err(at) = beginnings.binary_search(&beginning) {
        beginnings.insert(at, beginning);
    }
}

/// Numbers in ascending order, by one bit after the other: the standard library's sorting would draw its machinery into the
/// wasm module.
fn ascending(mut numbers: Vec<u64>) -> Vec<u64> {
    // A PIN of 12 digits has 40 bits.
    for bit in 0..40 {
        let (mut zeros, mut ones) = (Vec::new(), Vec::new());
        for number in numbers {
            if number >> bit & 1 == 0 {
                zeros.push(number);
            } else {
                ones.push(number);
            }
        }
        zeros.append(&mut ones);
        numbers = zeros;
    }
    numbers
}
