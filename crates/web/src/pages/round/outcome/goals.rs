//! The rows of the graphical table.

use domain::instrument::Goal;
use domain::scoring::{GoalScore, GoalState, Mean, WhyNoLevel};
use domain::text::Lang;
use l10n::decimal;
use report::chart::{self, Marks};

use super::Outcome;
use super::wording::{Wording, number};
use crate::pages::comparison::round::Beside;
use crate::routes::Page;

/// A goal as a row.
pub(crate) struct GoalRow {
    /// "4. Rättssäker offentlig upphandling".
    pub(crate) title: String,
    /// The goal's own result page.
    pub(crate) address: String,
    /// "2 – Delvis infört", or that there is none.
    pub(crate) level: String,
    /// "minst nivå 2, upp till 3", where answers are unknown.
    pub(crate) span: Option<String>,
    /// One decimal, or that there is none.
    pub(crate) mean: String,
    /// Known of applicable.
    pub(crate) known: String,
    /// The median of the group that the round is compared with, if it is and the group shows one.
    pub(crate) median: Option<String>,
    /// SVG markup.
    pub(crate) picture: String,
    /// Why there is no level and what to do; stands where the picture would.
    pub(crate) why: Option<String>,
    /// Where to answer, for a goal without level and whoever may write.
    pub(crate) answer: Option<String>,
}

/// All goals, in the framework's order, beside a group if there is one. `height` is that of a row's
/// drawing.
pub(crate) fn rows(
    outcome: &Outcome<'_>,
    height: chart::Height,
    beside: Option<&Beside>,
) -> Vec<GoalRow> {
    let goals = outcome.edition.goals.iter().zip(&outcome.score.goals);
    goals
        .map(|(goal, score)| row(outcome, goal, score, height, beside))
        .collect()
}

fn row(
    outcome: &Outcome<'_>,
    goal: &Goal,
    score: &GoalScore,
    height: chart::Height,
    beside: Option<&Beside>,
) -> GoalRow {
    let group = beside.and_then(|beside| beside.medians.get(&goal.id));
    let w = &outcome.wording;
    let why = why_no_level(w, score);
    GoalRow {
        title: w.goal_title(goal),
        address: outcome.cx.to_one(Page::GoalResult, &goal.id),
        level: level(w, score),
        span: span(w, score),
        mean: score
            .mean
            .map_or_else(|| w.t.outcome_no_mean(), |mean| shown(mean, w.lang)),
        known: w
            .t
            .outcome_known(number(score.known), number(score.applicable)),
        median: group.map(|(_, text)| text.clone()),
        picture: chart::cell(
            Marks {
                median: group.map(|(median, _)| *median),
                ..marks(score)
            },
            height,
        ),
        answer: why.as_ref().and_then(|_| outcome.goal_address(&goal.id)),
        why,
    }
}

/// The goal's level with its name, or that there is none.
pub(crate) fn level(w: &Wording<'_>, score: &GoalScore) -> String {
    score
        .level
        .map_or_else(|| w.t.outcome_no_level(), |level| w.level(level))
}

/// "minst nivå 2, upp till 3", where unknown answers leave room.
pub(crate) fn span(w: &Wording<'_>, score: &GoalScore) -> Option<String> {
    let (from, to) = marks(score).up_to?;
    Some(w.t.outcome_span(from.number(), to.number()))
}

/// What the goal's drawing marks.
pub(crate) fn marks(score: &GoalScore) -> Marks {
    Marks {
        mean: score.mean,
        up_to: score
            .level
            .zip(score.up_to)
            .filter(|(level, up_to)| up_to > level),
        ..Marks::default()
    }
}

/// A mean with one decimal.
pub(crate) fn shown(mean: Mean, lang: Lang) -> String {
    let (whole, tenth) = mean.shown();
    decimal(whole, tenth, lang)
}

/// Why the goal has no level, and what to do about it.
pub(crate) fn why_no_level(w: &Wording<'_>, score: &GoalScore) -> Option<String> {
    let why = match &score.state {
        GoalState::HasLevel => return None,
        GoalState::Quick => return Some(w.t.why_quick()),
        GoalState::NoLevel(why) => why,
    };
    let mut outside = false;
    let mut sentences: Vec<String> = Vec::new();
    for reason in why {
        match *reason {
            WhyNoLevel::TooFewApplicable { applicable, needed } => {
                outside = true;
                sentences.push(w.t.why_applicable(number(applicable), number(needed)));
            }
            WhyNoLevel::NoEssentialApplicable => {
                outside = true;
                sentences.push(w.t.why_essential());
            }
            // More answers help only a goal that can have a level at all.
            WhyNoLevel::TooFewKnown { .. } if outside => {}
            WhyNoLevel::TooFewKnown {
                known,
                needed,
                more,
            } => sentences.push(w.t.why_known(
                number(known),
                number(score.applicable),
                number(needed),
                number(more),
            )),
        }
    }
    if outside {
        sentences.push(w.t.why_check());
    }
    Some(sentences.join(" "))
}
