//! The disclosure report of a wave: for the publisher, never for the public.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::lattice::Group;
use crate::day::Day;

/// What a wave took in, and what it did not show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Submissions that were looked at.
    pub submissions: usize,
    /// Organisations that take part.
    pub organisations: usize,
    /// Owners that take part.
    pub owners: usize,
    /// Submissions and organisations that are left out of everything or of something.
    pub notes: Vec<Note>,
    /// Everything that is hidden, held back, kept or withdrawn.
    pub findings: Vec<Finding>,
}

/// That a submission or an organisation is left out, and of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The organisation.
    pub organisation: String,
    /// The day it handed in.
    pub submitted: Day,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a submission or an organisation is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// It was handed in after the wave's date.
    Later,
    /// It is more than 24 months old.
    TooOld,
    /// It is a snabbkoll.
    Quick,
    /// Nothing leads from its edition to the wave's.
    OtherEdition,
    /// Its number of inhabitants is not known: not in the groups by size.
    NoPopulation,
    /// Its kommungrupp is not known: not in those groups.
    NoSkrGroup,
    /// Its län is not known: not in those groups.
    NoLan,
    /// Its purchasing volume is not known: not in the groups by volume.
    NoVolume,
}

/// Something that is hidden, held back, kept or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The group.
    pub group: Group,
    /// Goal id or question id; of a tip, `tips.` and its id, with `.done` after that if it is about
    /// how many have done it. Absent if it is about the group as a whole.
    pub cell: Option<String>,
    /// Whether it is about the group's matched panel.
    pub panel: bool,
    /// What became of it.
    pub outcome: Outcome,
    /// By which rule.
    pub rule: Rule,
    /// How many owners the rule counted, where it counts.
    pub owners: Option<usize>,
}

/// What became of a group or a figure.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing is shown.
    Hidden,
    /// It would give others away and is not renewed; earlier figures stand, if there are any.
    HeldBack,
    /// Earlier figures stand, with their date.
    Kept,
    /// Earlier figures are no longer shown.
    Withdrawn,
}

/// The rules, as a publisher reads of them.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A figure stands for at least so many owners, and for five when any one of them is taken
    /// away.
    FewestOwners,
    /// The group has fewer owners than that in the whole population.
    Population,
    /// Those that entered, left or were reclassified are none or at least as many, together.
    JointRenewal,
    /// At least three members changed an answer or entered.
    FewestChanges,
    /// Those outside the published groups of a division are none or at least as many.
    Remainder,
    /// Figures are at most 24 months old.
    Age,
    /// A distribution needs 20 owners.
    FewestForDistribution,
    /// Those that entered, left or were reclassified since the figure's distribution was last shown
    /// are none or at least 20. Distributions, and single questions that have one, tell more in
    /// their number than six can hide.
    RenewalOfDetail,
    /// No distribution where one level holds more than 90 per cent.
    Concentration,
    /// Quartiles need 11 owners.
    FewestForQuartiles,
    /// A verdict needs 8 owners.
    FewestForVerdict,
    /// The question has another meaning than when the figure was made.
    ChangedQuestion,
    /// A member's values have been erased.
    Erased,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}
