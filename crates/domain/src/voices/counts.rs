//! How many gave each answer.

use std::collections::BTreeMap;
use std::iter::Sum;

use crate::assessment::Answer;
use crate::instrument::Level;

/// How many gave each answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    levels: [usize; 4],
    dont_know: usize,
    not_applicable: BTreeMap<String, usize>,
}

impl Counts {
    /// How many answered the level.
    pub fn level(&self, level: Level) -> usize {
        self.levels[usize::from(level.number()) - 1]
    }

    /// How many answered vet inte än.
    pub fn dont_know(&self) -> usize {
        self.dont_know
    }

    /// How many answered inte tillämpligt, whatever the reason.
    pub fn not_applicable(&self) -> usize {
        self.not_applicable.values().sum()
    }

    /// How many answered inte tillämpligt, by the code of the reason.
    pub fn reasons(&self) -> &BTreeMap<String, usize> {
        &self.not_applicable
    }

    /// How many answered at all.
    pub fn answered(&self) -> usize {
        self.levels.iter().sum::<usize>() + self.dont_know + self.not_applicable()
    }

    /// The levels that someone answered, lowest first, with how many.
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = (Level, usize)> {
        Level::ALL
            .into_iter()
            .map(|level| (level, self.level(level)))
            .filter(|(_, count)| *count > 0)
    }

    pub(super) fn add(&mut self, answer: &Answer) {
        match answer {
            Answer::Level(level) => self.levels[usize::from(level.number()) - 1] += 1,
            Answer::DontKnow => self.dont_know += 1,
            Answer::NotApplicable(reason) => {
                *self.not_applicable.entry(reason.clone()).or_default() += 1;
            }
        }
    }

    /// The one level or the one inte tillämpligt that everybody who answered gave.
    pub(super) fn unanimous(&self) -> Option<Answer> {
        let levels = self.levels().map(|(level, _)| Answer::Level(level));
        let reasons = self.not_applicable.keys().cloned();
        let mut given = levels.chain(reasons.map(Answer::NotApplicable));
        match (given.next(), given.next()) {
            (Some(only), None) if self.dont_know == 0 => Some(only),
            _ => None,
        }
    }
}

impl<'a> Sum<&'a Counts> for Counts {
    fn sum<I: Iterator<Item = &'a Counts>>(counts: I) -> Counts {
        let mut sum = Counts::default();
        for counts in counts {
            for (sum, count) in sum.levels.iter_mut().zip(counts.levels) {
                *sum += count;
            }
            sum.dont_know += counts.dont_know;
            for (reason, count) in &counts.not_applicable {
                *sum.not_applicable.entry(reason.clone()).or_default() += count;
            }
        }
        sum
    }
}
