//! How an organisation stands to a group: three words, no ranks.

use super::publication::Figure;
use crate::scoring::Mean;

/// How an organisation's own value stands to a group's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Över: surely above the group's median.
    Above,
    /// Går inte att skilja.
    CannotTell,
    /// Under: surely below the group's median.
    Below,
}

/// The verdict on a goal. `None` if the group is too small for one.
///
/// Över if the own value lies above the upper bound of the interval for the median, and above the
/// published median by more than one step of one answer would move it; under likewise.
pub fn verdict(own: Mean, figure: &Figure) -> Option<Verdict> {
    let interval = figure.interval?;
    let (sum, count) = (i64::from(own.sum), i64::from(own.count));
    // Everything in quarters, times the number of answers, so that all are whole.
    let own = 4 * sum;
    let step = 4;
    let [median, lower, upper] =
        [figure.median, interval.lower, interval.upper].map(|value| i64::from(value.0) * count);
    Some(if own > upper && own - median > step {
        Verdict::Above
    } else if own < lower && median - own > step {
        Verdict::Below
    } else {
        Verdict::CannotTell
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{CountBand, Coverage, Quarters, Span};
    use crate::day::Day;

    fn figure(median: u32, interval: Option<(u32, u32)>) -> Figure {
        Figure {
            id: "1".to_owned(),
            from: Day::try_from("2027-03-31").unwrap(),
            coverage: Coverage {
                owners: CountBand::From6,
                share: None,
            },
            median: Quarters(median),
            interval: interval.map(|(lower, upper)| Span {
                lower: Quarters(lower),
                upper: Quarters(upper),
            }),
            quartiles: None,
            distribution: None,
        }
    }

    fn own(sum: u32, count: u32) -> Mean {
        Mean { sum, count }
    }

    #[test]
    fn a_small_group_gives_no_verdict() {
        assert_eq!(verdict(own(36, 9), &figure(4, None)), None);
    }

    #[test]
    fn on_the_bound_cannot_be_told_apart() {
        // Median 2,5 between 2,25 and 2,75; own 2,75 of four answers, then 3,0.
        let figure = figure(10, Some((9, 11)));
        assert_eq!(verdict(own(11, 4), &figure), Some(Verdict::CannotTell));
        // 3,0 is above the bound and half a level above the median: two steps of four answers.
        assert_eq!(verdict(own(12, 4), &figure), Some(Verdict::Above));
        assert_eq!(verdict(own(9, 4), &figure), Some(Verdict::CannotTell));
        assert_eq!(verdict(own(8, 4), &figure), Some(Verdict::Below));
    }

    #[test]
    fn what_one_answer_could_move_is_no_difference() {
        // Median and bounds 2,5: own 2,75 of four answers is one step of one answer away.
        let narrow = figure(10, Some((10, 10)));
        assert_eq!(verdict(own(11, 4), &narrow), Some(Verdict::CannotTell));
        // 2,75 of eight answers is two steps away.
        assert_eq!(verdict(own(22, 8), &narrow), Some(Verdict::Above));
        assert_eq!(verdict(own(18, 8), &narrow), Some(Verdict::Below));
    }
}
