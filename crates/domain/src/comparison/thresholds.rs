//! How many it takes: the numbers that the rules for comparison lean on.

use super::report::Rule;
use super::rules::{Protection, Rules};
use crate::day::Day;

/// Version of the rules for comparison.
pub const RULES: &str = "1";

/// The fewest owners that any figure stands for, and the lower bound of the setting. A content
/// folder may ask for more and never for fewer.
pub const MIN_OWNERS: u32 = 6;

/// Owners that a verdict needs: below eight, an interval for a median is all but the lowest and
/// highest value.
pub const FOR_VERDICT: usize = 8;

/// Owners that quartiles need.
pub const FOR_QUARTILES: usize = 11;

/// Owners that a distribution over levels needs.
pub const FOR_DISTRIBUTION: usize = 20;

/// The share at one level above which no distribution is shown, per cent.
pub const CONCENTRATION: usize = 90;

/// Members that have to have changed an answer or entered before a group is renewed.
pub const MIN_CHANGED: usize = 3;

/// How old submissions and figures may be, months.
pub const MONTHS: u16 = 24;

/// The share of a goal's questions that has to be mapped for another edition to take part, per cent.
pub const MAPPED: usize = 80;

/// The thresholds of one wave.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thresholds {
    min: usize,
    rules: Rules,
}

impl Thresholds {
    /// With the fewest owners that a content folder asks for.
    pub(super) fn new(min_owners: u32, rules: Rules) -> Thresholds {
        let min = usize::try_from(min_owners.max(MIN_OWNERS)).unwrap_or(usize::MAX);
        Thresholds { min, rules }
    }

    /// The fewest owners that a figure stands for. With one taken away, at least five others are
    /// left, since the bound in code is six.
    pub(super) fn min(self) -> usize {
        self.unless(Protection::FewestOwners, self.min)
    }

    /// The same for a matched panel.
    pub(super) fn panel(self) -> usize {
        self.unless(Protection::PanelOwners, self.min())
    }

    pub(super) fn verdict(self) -> usize {
        self.unless(Protection::FewestForVerdict, FOR_VERDICT.max(self.min))
    }

    pub(super) fn quartiles(self) -> usize {
        self.unless(Protection::FewestForQuartiles, FOR_QUARTILES.max(self.min))
    }

    pub(super) fn distribution(self) -> usize {
        self.unless(
            Protection::FewestForDistribution,
            FOR_DISTRIBUTION.max(self.min),
        )
    }

    /// How many owners a rule for part of a figure needs.
    pub(super) fn needed(self, rule: Rule) -> Option<usize> {
        match rule {
            Rule::FewestForVerdict => Some(self.verdict()),
            Rule::FewestForQuartiles => Some(self.quartiles()),
            Rule::FewestForDistribution => Some(self.distribution()),
            _ => None,
        }
    }

    /// Whether one level holds so many that a distribution would tell of each.
    pub(super) fn is_concentrated(self, most: usize, all: usize) -> bool {
        self.rules.apply(Protection::Concentration) && 100 * most > CONCENTRATION * all
    }

    /// Whether so many owners may be told apart: none, or enough to hide each other.
    pub(super) fn hides(self, owners: usize) -> bool {
        owners == 0 || owners >= self.min
    }

    /// Whether so many owners may move between two distributions of the same figure: none, or as many
    /// as a distribution needs. Six do not hide each other in what so many of them tell.
    pub(super) fn hides_in_detail(self, moved: usize) -> bool {
        let applies = self.rules.apply(Protection::RenewalOfDetail);
        !applies || moved == 0 || moved >= FOR_DISTRIBUTION.max(self.min)
    }

    /// Whether so few changed that a renewed figure would tell of them.
    pub(super) fn too_few_changed(self, changed: usize) -> bool {
        self.rules.apply(Protection::FewestChanges) && changed < MIN_CHANGED
    }

    /// Whether a figure of one day may still be shown on another.
    pub(super) fn is_fresh(self, figure: Day, on: Day) -> bool {
        !self.rules.apply(Protection::Age) || figure >= on.months_before(MONTHS)
    }

    fn unless(self, protection: Protection, threshold: usize) -> usize {
        if self.rules.apply(protection) {
            threshold
        } else {
            1
        }
    }
}
