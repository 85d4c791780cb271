//! How far the answers to a question are from each other.

use std::cmp::Ordering;

use super::Counts;

/// How far the answers to a question are from each other; a larger one is discussed first.
///
/// The fields are compared in their order: inte tillämpligt against a level is the widest, then
/// the distance between the highest and the lowest level, then the variance of the levels, then the
/// number that answered vet inte än.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Disagreement {
    /// Whether someone answered inte tillämpligt and someone a level.
    pub on_applicable: bool,
    /// The highest level minus the lowest, 0 to 3.
    pub range: u8,
    /// The variance of the levels.
    pub variance: Variance,
    /// How many answered vet inte än.
    pub dont_know: usize,
}

impl Disagreement {
    pub(super) fn of(counts: &Counts) -> Disagreement {
        let (lowest, highest) = (counts.levels().next(), counts.levels().next_back());
        Disagreement {
            on_applicable: lowest.is_some() && counts.not_applicable() > 0,
            range: match (lowest, highest) {
                (Some((lowest, _)), Some((highest, _))) => highest.number() - lowest.number(),
                _ => 0,
            },
            variance: Variance::of(counts),
            dont_know: counts.dont_know(),
        }
    }
}

/// The mean squared distance of the levels from their mean, as an exact fraction.
#[derive(Clone, Copy, Debug)]
pub struct Variance {
    /// With n levels: n × the sum of their squares − the square of their sum.
    numerator: u128,
    /// n², or 1 without any level.
    denominator: u128,
}

impl Variance {
    fn of(counts: &Counts) -> Variance {
        let (mut number, mut sum, mut squares) = (0, 0, 0);
        for (level, count) in counts.levels() {
            let (level, count) = (u128::from(level.number()), count as u128);
            number += count;
            sum += level * count;
            squares += level * level * count;
        }
        Variance {
            numerator: number * squares - sum * sum,
            denominator: (number * number).max(1),
        }
    }
}

impl Ord for Variance {
    fn cmp(&self, other: &Variance) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

impl PartialOrd for Variance {
    fn partial_cmp(&self, other: &Variance) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Variance {
    fn eq(&self, other: &Variance) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Variance {}
