//! What a wave takes in.

use super::lattice::Counted;
use super::report::WhyLeftOut;
use super::thresholds::MONTHS;
use crate::assessment::{Answers, Depth};
use crate::day::Day;

/// One submission, with what the organisation is counted as on the wave's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The organisation's id, the same in every wave.
    pub organisation: String,
    /// The id of the organisation that owns it, if one does.
    pub owner: Option<String>,
    /// What it is counted as.
    pub counted: Counted,
    /// The day it was handed in.
    pub submitted: Day,
    /// The edition that was answered.
    pub edition: String,
    /// How much of it was asked.
    pub depth: Depth,
    /// Whether the organisation is synthetic.
    pub synthetic: bool,
    /// The agreed answers.
    pub answers: Answers,
}

impl Submission {
    /// Why it is not compared on a day, whatever it answers. `None` if it is.
    pub(super) fn why_left_out(&self, on: Day) -> Option<WhyLeftOut> {
        if self.submitted < on.months_before(MONTHS) {
            Some(WhyLeftOut::TooOld)
        } else if self.depth != Depth::Full {
            Some(WhyLeftOut::Quick)
        } else {
            None
        }
    }
}
