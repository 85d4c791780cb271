//! Who hands in when.
//!
//! Years are counted from the one before the first wave, so that the first wave too has those who
//! hand in anew and those whose submission is a year old. An organisation's years are a chain:
//!
//! ```text
//! handed in this year ──renewal──▶ handed in this year
//!         └──▶ last year's stands ──return late──▶ handed in this year
//!                     └──▶ does not take part ──enters──▶ handed in this year
//! ```
//!
//! The share that enters is the one at which the share that takes part stays the same.

use super::draws::Draws;

/// The shares that an organisation goes from one year to the next by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chain {
    /// The share that hand in, in a year.
    handing_in: f64,
    /// The share that take part.
    participation: f64,
    renewal: f64,
    return_late: f64,
    enter: f64,
}

/// How an organisation stands in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    HandedIn,
    LastYears,
    Out,
}

impl Chain {
    pub(super) fn new(participation: f64, renewal: f64, return_late: f64) -> Chain {
        let participation = participation.clamp(0.0, 1.0);
        let renewal = renewal.clamp(0.0, 1.0);
        let handing_in = participation / (2.0 - renewal);
        let pausing = handing_in * (1.0 - renewal);
        let out = 1.0 - participation;
        // Where more leave than are out, fewer must leave.
        let leaving = (pausing * (1.0 - return_late.clamp(0.0, 1.0))).min(out);
        Chain {
            handing_in,
            participation,
            renewal,
            return_late: 1.0 - ratio(leaving, pausing),
            enter: ratio(leaving, out),
        }
    }

    /// The last year, of those up to `year`, in which an organisation with this sequence hands in,
    /// if that still stands.
    pub(super) fn latest(&self, mut draws: Draws, year: usize) -> Option<usize> {
        let drawn = draws.share();
        let mut state = if drawn < self.handing_in {
            State::HandedIn
        } else if drawn < self.participation {
            State::LastYears
        } else {
            State::Out
        };
        for _ in 0..year {
            let again = match state {
                State::HandedIn => self.renewal,
                State::LastYears => self.return_late,
                State::Out => self.enter,
            };
            state = match (draws.chance(again), state) {
                (true, _) => State::HandedIn,
                (false, State::HandedIn) => State::LastYears,
                (false, State::LastYears | State::Out) => State::Out,
            };
        }
        match state {
            State::HandedIn => Some(year),
            State::LastYears => year.checked_sub(1),
            State::Out => None,
        }
    }
}

/// 0 where there is nothing to divide by.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_share_that_takes_part_is_the_one_asked_for_in_every_year(
            participation in 0.0..=1.0,
            renewal in 0.0..=1.0,
            return_late in 0.0..=1.0,
            seed: u64,
        ) {
            let chain = Chain::new(participation, renewal, return_late);
            let draws = Draws::new(seed);
            let count = 4000;
            for year in 1..5 {
                let part = (0..count)
                    .filter(|label| chain.latest(draws.branch(*label), year).is_some())
                    .count();
                let share = part as f64 / count as f64;
                prop_assert!((share - participation).abs() < 0.05, "{share} of {participation}");
            }
        }

        #[test]
        fn a_later_year_never_changes_an_earlier(seed: u64) {
            let chain = Chain::new(0.5, 0.7, 0.5);
            let latest = |year| chain.latest(Draws::new(seed), year);
            for year in 1..6 {
                let earlier = latest(year - 1);
                let later = latest(year);
                prop_assert!(
                    later.is_none() || later == Some(year) || later == earlier,
                    "{earlier:?} {later:?}"
                );
            }
        }
    }

    #[test]
    fn nobody_or_everyone_is_nobody_or_everyone() {
        for seed in 0..500 {
            let latest = |share| Chain::new(share, 0.7, 0.3).latest(Draws::new(seed), 3);
            assert_eq!(latest(0.0), None);
            assert!(latest(1.0).is_some());
        }
    }
}
