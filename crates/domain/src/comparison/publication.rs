//! The public part of a release: everything that anyone may see of a comparison, and the only
//! thing that pages, files and reports read.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::band::{CountBand, Quarters, Share};
use super::lattice::Group;
use crate::day::Day;

/// What the public part says it is.
pub const FORMAT: &str = "strategikollen-comparison-1";

/// The public part of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// `strategikollen-comparison-1`.
    pub format: String,
    /// The wave's date.
    pub date: Day,
    /// The date of the release before, if there is one.
    pub previous: Option<Day>,
    /// Id of the edition whose questions the figures are for.
    pub edition: String,
    /// Version of that edition's questions and mapping.
    pub structure: u32,
    /// Id of the framework whose goals the figures are for.
    pub framework: String,
    /// Version of the rules for comparison.
    pub rules: String,
    /// Version of the division into groups.
    pub lattice: u32,
    /// The fewest owners that any figure stands for.
    pub min: u32,
    /// Whether the figures are made of synthetic organisations, and say nothing of real ones.
    pub synthetic: bool,
    /// Goals that are not like those of the release before, with the questions that differ.
    pub breaks: BTreeMap<String, Vec<String>>,
    /// Every group of the lattice, in its order.
    pub groups: Vec<GroupFigures>,
    /// Figures by tip, of all organisations that told of their plan. A tip that is not here has
    /// none; left out if no tip has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<CardFigure>,
}

impl Publication {
    /// The public part as it is written: canonical JSON (RFC 8785).
    ///
    /// # Errors
    /// Never in practice: every part has a JSON form.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json_canonicalizer::to_string(self)
    }

    /// A group's figures.
    pub fn group(&self, group: Group) -> Option<&GroupFigures> {
        self.groups.iter().find(|figures| figures.group == group)
    }

    /// A tip's figure.
    pub fn card(&self, id: &str) -> Option<&CardFigure> {
        self.cards.iter().find(|figure| figure.id == id)
    }
}

/// What is published of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupFigures {
    /// The group.
    pub group: Group,
    /// How many the group has in the whole population, counted by owner, where that is known.
    pub population: Option<u32>,
    /// The date whose members the group shows; `None` if it shows nothing. Single figures may be
    /// older, and say so.
    pub shows: Option<Day>,
    /// How many take part, and the share of the population; absent if the group shows nothing.
    pub coverage: Option<Coverage>,
    /// Figures by goal, in the edition's order. A goal that is not here has none.
    pub goals: Vec<Figure>,
    /// Figures by question, in the edition's order. A question that is not here has none.
    pub questions: Vec<Figure>,
    /// The same organisations on two dates, where that can be shown.
    pub panel: Option<Panel>,
}

impl GroupFigures {
    /// A goal's figure.
    pub fn goal(&self, id: &str) -> Option<&Figure> {
        self.goals.iter().find(|figure| figure.id == id)
    }

    /// A question's figure.
    pub fn question(&self, id: &str) -> Option<&Figure> {
        self.questions.iter().find(|figure| figure.id == id)
    }
}

/// How many stand behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// How many, counted by owner: a municipality and its companies are one.
    pub owners: CountBand,
    /// The share of the group's population that follows from the band; absent where the population
    /// is not known.
    pub share: Option<Share>,
}

/// The figure of one goal or question in one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Goal id or question id.
    pub id: String,
    /// The wave that the figure is from.
    pub from: Day,
    /// How many stand behind it.
    pub coverage: Coverage,
    /// The unweighted median, to the nearest quarter. Of a goal: of the organisations' means.
    pub median: Quarters,
    /// The bounds that the group's median lies between with at least 90 per cent certainty,
    /// rounded outward; from 8 owners, goals only.
    pub interval: Option<Span>,
    /// The middle half: first and third quartile, to the nearest quarter; from 11 owners.
    pub quartiles: Option<Span>,
    /// The share at level 1, 2, 3 and 4, per cent, each rounded to five, so that the four may not
    /// add up to a hundred; from 20 owners, and not if one level holds more than 90 per cent.
    pub distribution: Option<[u8; 4]>,
}

/// Two values on the scale of levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The lower.
    pub lower: Quarters,
    /// The upper.
    pub upper: Quarters,
}

/// A matched panel: the organisations of a group that took part on both of two dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// The earlier date.
    pub since: Day,
    /// The later date.
    pub date: Day,
    /// How many took part on both.
    pub coverage: Coverage,
    /// Figures by goal. A goal that is not here has none, among them every goal that the two dates
    /// asked differently about.
    pub goals: Vec<PanelFigure>,
}

/// A goal of a matched panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PanelFigure {
    /// Goal id.
    pub id: String,
    /// How many stand behind it.
    pub coverage: Coverage,
    /// The unweighted median on the earlier date, to the nearest quarter.
    pub then: Quarters,
    /// The unweighted median on the later date, to the nearest quarter.
    pub now: Quarters,
}

/// What became of a tip in the plans that organisations have told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CardFigure {
    /// Card id.
    pub id: String,
    /// The wave that the figure is from.
    pub from: Day,
    /// How many decided to do it, counted by owner.
    pub chosen: CountBand,
    /// How many of those have done it.
    pub done: Option<CountBand>,
    /// The share of those that have done it whose answer rose, per cent, rounded to five; from 20
    /// owners for which that is known, and not above 90 per cent or below 10. That an answer rose
    /// does not prove that the tip raised it.
    pub rose: Option<u8>,
}
