//! What a PIN's digits show, one after the other: the traits by which constraints are declared. The check walks the digits of one PIN, the
//! suggestion counts all PINs over the same states. Knows no constraint.

use self::traits::{
    ALL_SAME, BELOW_3_DIFFERENT, DIFFERENT, FIRST_FOUR_REPEAT, FIRST_FOUR_TAKEN, HAS_0, HAS_7, HAS_8, HAS_9,
    LASTING, RUN_OF_3, RUN_OF_4, RUNS, STARTS_WITH_12, STRAIGHT, YEAR,
};

/// What is true of a PIN, one bit each.
pub(crate) type Traits = u16;

/// The traits.
pub(crate) mod traits {
    use super::Traits;

    /// Has the digit 0.
    pub(crate) const HAS_0: Traits = 1;
    /// Has the digit 7.
    pub(crate) const HAS_7: Traits = 1 << 1;
    /// Has the digit 8.
    pub(crate) const HAS_8: Traits = 1 << 2;
    /// Has the digit 9.
    pub(crate) const HAS_9: Traits = 1 << 3;
    /// Starts with 12.
    pub(crate) const STARTS_WITH_12: Traits = 1 << 4;
    /// Has three digits in a row that ascend by one, descend by one or are equal.
    pub(crate) const RUN_OF_3: Traits = 1 << 5;
    /// Has four digits in a row that ascend by one or are equal.
    pub(crate) const RUN_OF_4: Traits = 1 << 6;
    /// A digit comes twice among the first four.
    pub(crate) const FIRST_FOUR_REPEAT: Traits = 1 << 7;
    /// The first four digits are those of another code on the lock.
    pub(crate) const FIRST_FOUR_TAKEN: Traits = 1 << 8;
    /// Has a year of birth: 19 or 20 and two more digits.
    pub(crate) const YEAR: Traits = 1 << 9;
    /// Ascends or descends by one from the first digit to the last.
    pub(crate) const STRAIGHT: Traits = 1 << 10;
    /// Is one digit again and again.
    pub(crate) const ALL_SAME: Traits = 1 << 11;
    /// Has fewer than three different digits.
    pub(crate) const BELOW_3_DIFFERENT: Traits = 1 << 12;

    /// Those that no further digit takes away.
    pub(crate) const LASTING: Traits = STRAIGHT - 1;
    /// Those that need to know how the digits follow each other.
    pub(crate) const RUNS: Traits = RUN_OF_3 | RUN_OF_4;
    /// Those that need to know the digits so far.
    pub(crate) const DIFFERENT: Traits = ALL_SAME | BELOW_3_DIFFERENT;
}

/// Which first four digits other codes on the lock have, by their number; empty where it does not matter.
pub(crate) type Taken = [bool];

/// How a digit follows the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Up,
    Down,
    Same,
    Other,
}

/// What is known of a PIN from its digits so far.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Digits {
    /// The number of the first digits, while there are fewer than four.
    head: u16,
    /// How many digits there are.
    count: u8,
    /// The last of them.
    last: u8,
    /// How it follows the one before.
    step: Step,
    /// How many digits up to the last follow each other by this step, 4 for more.
    run: u8,
    /// Which digits there are, one bit each.
    seen: u16,
    /// How many digits ago a 19 or 20 was whole, from 1; 0 for none.
    century: u8,
    traits: Traits,
}

impl Digits {
    /// No digit yet.
    pub(crate) const NONE: Self = Self {
        head: 0,
        count: 0,
        last: 0,
        step: Step::Other,
        run: 0,
        seen: 0,
        century: 0,
        traits: 0,
    };

    /// What is true of the digits so far.
    pub(crate) fn traits(self) -> Traits {
        self.traits
    }

    /// With one more digit.
    pub(crate) fn then(self, digit: u8, taken: &Taken) -> Self {
        let step = self.step_to(digit);
        let mut next = Self {
            head: self.head * 10 + u16::from(digit),
            count: self.count + 1,
            last: digit,
            step,
            run: match step {
                Step::Other => 1,
                _ if step == self.step => (self.run + 1).min(4),
                _ => 2,
            },
            seen: self.seen | 1 << digit,
            century: self.century_with(digit),
            traits: self.traits & LASTING,
        };
        next.add(HAS_0, digit == 0);
        next.add(HAS_7, digit == 7);
        next.add(HAS_8, digit == 8);
        next.add(HAS_9, digit == 9);
        next.add(STARTS_WITH_12, next.count == 2 && next.head == 12);
        next.add(RUN_OF_3, next.run > 2);
        next.add(RUN_OF_4, next.run > 3 && step != Step::Down);
        next.add(YEAR, next.century == 3);
        next.add(STRAIGHT, self.stays_straight(step));
        next.add(ALL_SAME, next.seen.count_ones() == 1);
        next.add(BELOW_3_DIFFERENT, next.seen.count_ones() < 3);
        if next.count == 4 {
            next.add(FIRST_FOUR_REPEAT, next.seen.count_ones() < 4);
            next.add(FIRST_FOUR_TAKEN, taken.get(usize::from(next.head)) == Some(&true));
        }
        if next.count > 3 {
            next.head = 0;
        }
        next
    }

    /// Without what makes no difference to the given traits, so that many beginnings become one.
    pub(crate) fn as_far_as(mut self, wanted: Traits) -> Self {
        let matters = |traits| wanted & traits != 0;
        self.traits &= wanted;
        if !matters(FIRST_FOUR_TAKEN) && self.count > 1 {
            self.head = 0;
        }
        if !matters(YEAR) {
            self.century = 0;
        }
        if !matters(RUNS) {
            self.run = 0;
        }
        if !matters(FIRST_FOUR_REPEAT) || self.count > 3 {
            self.seen = match self.seen.count_ones() {
                _ if !matters(DIFFERENT) => 0,
                1 | 2 => self.seen,
                // Three different digits are enough, whichever they are.
                _ => 0b111,
            };
        }
        self
    }

    fn add(&mut self, traits: Traits, are_there: bool) {
        if are_there {
            self.traits |= traits;
        }
    }

    fn step_to(self, digit: u8) -> Step {
        match (self.count, digit.wrapping_sub(self.last)) {
            (0, _) => Step::Other,
            (_, 1) => Step::Up,
            (_, u8::MAX) => Step::Down,
            (_, 0) => Step::Same,
            _ => Step::Other,
        }
    }

    fn stays_straight(self, step: Step) -> bool {
        let by_one = step == Step::Up || step == Step::Down;
        by_one && (self.count == 1 || self.traits & STRAIGHT != 0 && step == self.step)
    }

    fn century_with(self, digit: u8) -> u8 {
        match (self.century, self.last, digit) {
            (0, 1, 9) | (0, 2, 0) => 1,
            (0, _, _) => 0,
            (since, _, _) => since + 1,
        }
    }
}
