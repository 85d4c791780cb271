//! What a wave takes in.

use serde::{Deserialize, Serialize};

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
    /// The tips that its plan says it is to do; `None` if it has not let its plan be counted.
    pub plan: Option<Vec<CardTold>>,
}

/// What an organisation tells of a tip that it has decided to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardTold {
    /// Card id.
    pub card: String,
    /// Whether it is done.
    pub done: bool,
    /// Of one that is done, whether any answer that it serves rose; `None` if no such question was
    /// answered with a level both before and after.
    pub rose: Option<bool>,
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
