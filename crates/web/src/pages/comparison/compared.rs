//! An organisation's own values beside a group's: one row a goal. The verdicts are those of
//! `domain::comparison`, and the sentences above the table are made from the same rows.

use std::collections::BTreeMap;

use domain::comparison::{Figure, GroupFigures, Verdict, verdict};
use domain::day::Day;
use domain::instrument::Goal;
use domain::scoring::Mean;
use report::chart::{self, Height, Marks};

use super::figures::Cells;
use crate::pages::round::outcome::goals::shown;
use crate::pages::round::outcome::wording::Wording;

/// A goal: what is ours and what is the group's.
pub(crate) struct Compared<'a> {
    pub(super) goal: &'a Goal,
    own: Option<Mean>,
    previous: Option<Mean>,
    figure: Option<&'a Figure>,
}

/// How the organisation stands to the group in one goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The rules say.
    Told(Verdict),
    /// The group's figure is not shown.
    NotShown,
    /// The organisation has no value of its own.
    NoOwn,
    /// The group is too small for a verdict.
    NoVerdict,
}

/// A goal as a row of the graphical table.
pub(super) struct Row {
    /// "4. Rättssäker offentlig upphandling".
    pub(super) title: String,
    /// The goal's questions beside the group's, on a page that does not have them itself.
    pub(super) address: Option<String>,
    pub(super) own: String,
    pub(super) previous: String,
    /// SVG markup.
    pub(super) picture: String,
    /// The group's figure; `None` if it is not shown.
    pub(super) cells: Option<Cells>,
    pub(super) standing: String,
}

/// Every goal of the edition that a group's figures are for.
pub(crate) fn goals<'a>(
    w: &Wording<'a>,
    group: Option<&'a GroupFigures>,
    own: &BTreeMap<String, Mean>,
    previous: &BTreeMap<String, Mean>,
) -> Vec<Compared<'a>> {
    let goals = w.edition.goals.iter();
    goals
        .map(|goal| Compared {
            goal,
            own: own.get(&goal.id).copied(),
            previous: previous.get(&goal.id).copied(),
            figure: group.and_then(|group| group.goal(&goal.id)),
        })
        .collect()
}

impl Compared<'_> {
    pub(super) fn standing(&self) -> Standing {
        match (self.figure, self.own) {
            (None, _) => Standing::NotShown,
            (_, None) => Standing::NoOwn,
            (Some(figure), Some(own)) => {
                verdict(own, figure).map_or(Standing::NoVerdict, Standing::Told)
            }
        }
    }

    /// The drawing of the row.
    pub(super) fn picture(&self) -> String {
        let marks = Marks {
            mean: self.own,
            previous: self.previous,
            median: self.figure.map(|figure| figure.median),
            middle: self.figure.and_then(|figure| figure.quartiles),
            ..Marks::default()
        };
        chart::cell(marks, Height::Row)
    }

    /// The row, in the wave of a date.
    pub(super) fn row(
        &self,
        w: &Wording<'_>,
        group: Option<&GroupFigures>,
        wave: Day,
        address: Option<String>,
    ) -> Row {
        let mean = |mean: Option<Mean>| {
            mean.map_or_else(|| w.t.outcome_no_mean(), |mean| shown(mean, w.lang))
        };
        Row {
            title: w.goal_title(self.goal),
            address,
            own: mean(self.own),
            previous: mean(self.previous),
            picture: self.picture(),
            cells: self
                .figure
                .zip(group)
                .map(|(figure, group)| Cells::of(w.t, w.lang, figure, group, wave)),
            standing: self.standing().in_words(w),
        }
    }
}

impl Standing {
    pub(super) fn in_words(self, w: &Wording<'_>) -> String {
        match self {
            Standing::Told(Verdict::Above) => w.t.compare_above(),
            Standing::Told(Verdict::CannotTell) => w.t.compare_cannot_tell(),
            Standing::Told(Verdict::Below) => w.t.compare_below(),
            Standing::NotShown => w.t.comparison_not_shown(),
            Standing::NoOwn => w.t.compare_no_own(),
            Standing::NoVerdict => w.t.compare_no_verdict(),
        }
    }
}
