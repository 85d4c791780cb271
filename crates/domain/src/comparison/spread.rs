//! How values are spread, and the figure that may be shown of them.

use std::collections::BTreeMap;

use super::band::{CountBand, Quarters, five_percent};
use super::intake::{Entry, Plan};
use super::interval;
use super::members::Members;
use super::publication::{Coverage, Figure, Span};
use super::report::Rule;
use super::thresholds::Thresholds;
use crate::day::Day;
use crate::scoring::Mean;

/// Values as whole numbers of a unit that every mean is a whole number of, with how many have each.
pub(super) struct Spread {
    /// How many units a level is.
    unit: u64,
    counts: BTreeMap<u64, usize>,
    total: usize,
}

impl Spread {
    /// The means of goals with at most so many questions.
    pub(super) fn of_means(means: impl IntoIterator<Item = Mean>, questions: usize) -> Spread {
        let unit = least_common_multiple(questions);
        let value = |mean: Mean| u64::from(mean.sum) * (unit / u64::from(mean.count));
        Spread::new(means.into_iter().map(value), unit)
    }

    /// Levels of a question.
    fn of_levels(levels: impl IntoIterator<Item = u8>) -> Spread {
        Spread::new(levels.into_iter().map(u64::from), 1)
    }

    fn new(values: impl Iterator<Item = u64>, unit: u64) -> Spread {
        let mut spread = Spread {
            unit,
            counts: BTreeMap::new(),
            total: 0,
        };
        for value in values {
            *spread.counts.entry(value).or_default() += 1;
            spread.total += 1;
        }
        spread
    }

    /// The value in a place of the order, from 0.
    fn at(&self, place: usize) -> u64 {
        let mut passed = 0;
        for (value, count) in &self.counts {
            passed += count;
            if place < passed {
                return *value;
            }
        }
        0
    }

    /// A quartile by linear interpolation (type 7 of R's), to the nearest quarter of a level: 1, 2
    /// for the median, or 3.
    fn quartile(&self, quartile: usize) -> Quarters {
        let position = self.total.saturating_sub(1) * quartile;
        let (place, fourths) = (position / 4, (position % 4) as u64);
        let (low, high) = (self.at(place), self.at(place + 1));
        Quarters::nearest(low * (4 - fourths) + high * fourths, 4 * self.unit)
    }

    pub(super) fn median(&self) -> Quarters {
        self.quartile(2)
    }

    fn quartiles(&self) -> Span {
        Span {
            lower: self.quartile(1),
            upper: self.quartile(3),
        }
    }

    /// The interval for the median, rounded outward.
    fn interval(&self) -> Option<Span> {
        let rank = interval::rank(self.total)?;
        Some(Span {
            lower: Quarters::below(self.at(rank - 1), self.unit),
            upper: Quarters::above(self.at(self.total - rank), self.unit),
        })
    }
}

/// The least common multiple of 1 to `n`.
fn least_common_multiple(n: usize) -> u64 {
    let divisor = |mut a: u64, mut b: u64| {
        while b > 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    (1..=n as u64).fold(1, |multiple, next| {
        multiple / divisor(multiple, next) * next
    })
}

/// The figure of one cell.
pub(super) struct Cell<'a> {
    /// Its place: goals first, then questions.
    pub(super) place: usize,
    /// Goal id or question id.
    pub(super) id: &'a str,
    /// The members that have a value in it.
    pub(super) contributors: &'a [usize],
    /// How many owners those have.
    pub(super) owners: usize,
    /// How many the group has in the whole population.
    pub(super) population: Option<u32>,
}

impl Cell<'_> {
    /// The figure, and what of it is not shown for want of owners or for being too much alike.
    pub(super) fn figure(
        &self,
        plan: &Plan<'_>,
        members: &Members,
        thresholds: Thresholds,
        date: Day,
    ) -> (Figure, Vec<Rule>) {
        let entries = || {
            self.contributors
                .iter()
                .map(|member| &members.entries[*member])
        };
        let goal = (self.place < plan.goals.len()).then_some(self.place);
        let (spread, levels) = match goal {
            Some(goal) => {
                let questions = plan.goals[goal].1.len();
                let means = entries().filter_map(|entry| entry.mean(goal));
                let level = |entry: &Entry| Some(entry.goals[goal]?.1.number());
                (
                    Spread::of_means(means, questions),
                    tally(entries().filter_map(level)),
                )
            }
            None => {
                let question = self.place - plan.goals.len();
                let levels = || entries().filter_map(|entry| entry.level(question));
                (Spread::of_levels(levels()), tally(levels()))
            }
        };
        let mut hidden = Vec::new();
        let mut from = |needed: usize, rule: Rule| {
            let enough = self.owners >= needed;
            hidden.extend((!enough).then_some(rule));
            enough
        };
        let verdict = goal.is_some() && from(thresholds.verdict(), Rule::FewestForVerdict);
        let quartiles = from(thresholds.quartiles(), Rule::FewestForQuartiles);
        let mut distribution = from(thresholds.distribution(), Rule::FewestForDistribution);
        let most = levels.into_iter().max().unwrap_or_default();
        if distribution && thresholds.is_concentrated(most, spread.total) {
            hidden.push(Rule::Concentration);
            distribution = false;
        }
        let figure = Figure {
            id: self.id.to_owned(),
            from: date,
            coverage: coverage(self.owners, self.population),
            median: spread.median(),
            interval: verdict.then(|| spread.interval()).flatten(),
            quartiles: quartiles.then(|| spread.quartiles()),
            distribution: distribution
                .then(|| levels.map(|count| five_percent(count, spread.total))),
        };
        (figure, hidden)
    }
}

/// How many stand behind a figure, as it is told.
pub(super) fn coverage(owners: usize, population: Option<u32>) -> Coverage {
    let band = CountBand::of(owners);
    Coverage {
        owners: band,
        share: population.and_then(|population| band.share_of(population)),
    }
}

/// How many are at each level.
fn tally(levels: impl Iterator<Item = u8>) -> [usize; 4] {
    let mut tally = [0; 4];
    for level in levels {
        tally[usize::from(level.clamp(1, 4) - 1)] += 1;
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[(u32, u32)]) -> Spread {
        let mean = |(sum, count): &(u32, u32)| Mean {
            sum: *sum,
            count: *count,
        };
        Spread::of_means(values.iter().map(mean), 9)
    }

    #[test]
    fn a_median_between_two_values_is_halfway() {
        // 2 and 2⅓: 2,1666…, nearest quarter 2,25.
        assert_eq!(of(&[(4, 2), (7, 3)]).median(), Quarters(9));
        assert_eq!(of(&[(4, 2), (7, 3), (12, 3)]).median(), Quarters(9));
    }

    #[test]
    fn quartiles_are_interpolated_as_type_7_does() {
        // 1, 2, 3, 4: type 7 gives 1,75 and 3,25.
        let spread = Spread::of_levels([4, 1, 3, 2]);
        assert_eq!(spread.quartiles().lower, Quarters(7));
        assert_eq!(spread.quartiles().upper, Quarters(13));
    }

    #[test]
    fn an_interval_is_rounded_outward() {
        // Eight values: the second lowest and the second highest.
        let values: Vec<_> = (10..18).map(|sum| (sum, 7)).collect();
        let interval = of(&values).interval().unwrap();
        assert_eq!(interval.lower, Quarters::below(11, 7));
        assert_eq!(interval.upper, Quarters::above(16, 7));
        assert!(of(&values[..4]).interval().is_none());
    }
}
