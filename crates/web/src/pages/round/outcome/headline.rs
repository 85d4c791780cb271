//! The heading and the sentences below it, made from the result alone, so that they never say
//! something else than the table.

use domain::assessment::{Answers, Depth};
use domain::instrument::Level;
use domain::scoring::{GoalScore, GoalState, Score, WhyNoLevel, WhyNoOverall, quick_order};
use l10n::count_word;

use super::capitalised;
use super::wording::{Wording, number};

/// So many goals are named in a sentence at most; of more that are equal none stands out.
const NAMED: usize = 3;

/// The page's heading.
pub(crate) fn headline(w: &Wording<'_>, score: &Score, answers: &Answers) -> String {
    match score.depth {
        Depth::Full => full(w, score),
        Depth::Quick => quick(w, score, answers),
    }
}

fn full(w: &Wording<'_>, score: &Score) -> String {
    let overall = &score.overall;
    let of = count_word(overall.goals, w.lang);
    if overall.goals == 0 {
        w.t.headline_not_applicable()
    } else if score.goals.iter().all(|goal| goal.level.is_none()) {
        w.t.headline_no_levels(number(without_level(score)))
    } else if overall.at_level_3 == 0 {
        w.t.headline_none(number(overall.goals), of)
    } else if overall.at_level_3 == overall.goals {
        w.t.headline_all(number(overall.goals), of)
    } else {
        let count = count_word(overall.at_level_3, w.lang);
        w.t.headline_some(capitalised(&count), of)
    }
}

fn quick(w: &Wording<'_>, score: &Score, answers: &Answers) -> String {
    let order = quick_order(w.edition, answers);
    let levels = |goal: &GoalScore| -> Vec<Level> {
        goal.questions.iter().filter_map(|q| q.level()).collect()
    };
    let lowest = order
        .iter()
        .filter_map(|id| score.goal(id))
        .find(|goal| levels(goal).iter().any(|level| *level < Level::FOUR));
    if let Some(goal) = lowest.and_then(|goal| w.edition.goal(&goal.goal)) {
        w.t.headline_quick(&goal.id, goal.short.get(w.lang))
    } else if score.goals.iter().all(|goal| levels(goal).is_empty()) {
        w.t.headline_quick_unknown(number(without_level(score)))
    } else {
        w.t.headline_quick_top()
    }
}

/// Applicable questions whose answer is missing or vet inte än.
fn without_level(score: &Score) -> usize {
    score.goals.iter().map(|g| g.applicable - g.known).sum()
}

/// The goals that stand highest and lowest, by the level and then the mean that the table shows.
/// `None` if there are not two goals to tell apart.
fn extremes(score: &Score) -> Option<(Vec<&GoalScore>, Vec<&GoalScore>)> {
    let shown = |goal: &GoalScore| Some((goal.level?, goal.mean?.shown()));
    let highest = score.goals.iter().filter_map(shown).max()?;
    let lowest = score.goals.iter().filter_map(shown).min()?;
    let at = |place| {
        let stands = move |goal: &&GoalScore| shown(goal) == Some(place);
        score.goals.iter().filter(stands).collect()
    };
    (highest != lowest).then(|| (at(highest), at(lowest)))
}

/// The sentences below the heading: strongest and most to gain, then the whole.
pub(crate) fn facts(w: &Wording<'_>, score: &Score) -> Vec<String> {
    if score.depth == Depth::Quick {
        return vec![w.t.fact_quick()];
    }
    let mut facts: Vec<String> = stand_out(w, score).into_iter().collect();
    let overall = &score.overall;
    if let Some(level) = overall.level {
        let (level, name) = (level.number(), w.level_name(level));
        facts.push(if overall.at_least {
            w.t.fact_overall_at_least(level, name)
        } else {
            w.t.fact_overall(level, name)
        });
    } else if score.goals.iter().all(|goal| goal.level.is_none()) {
        facts.extend(nearest(w, score));
    } else {
        facts.extend(overall.why_not.iter().filter_map(|why| no_overall(w, why)));
    }
    facts
}

fn stand_out(w: &Wording<'_>, score: &Score) -> Option<String> {
    let (strongest, weakest) = extremes(score)?;
    let named = |goals: &[&GoalScore]| {
        let names = goals.iter().map(|goal| w.goal(&goal.goal)).collect();
        (goals.len() <= NAMED).then(|| w.list(names))
    };
    match (named(&strongest), named(&weakest)) {
        (Some(strongest), Some(weakest)) => Some(w.t.fact_extremes(strongest, weakest)),
        (Some(strongest), None) => Some(w.t.fact_strongest(strongest)),
        (None, Some(weakest)) => Some(w.t.fact_weakest(weakest)),
        (None, None) => None,
    }
}

fn no_overall(w: &Wording<'_>, why: &WhyNoOverall) -> Option<String> {
    match why {
        WhyNoOverall::Quick => None,
        WhyNoOverall::OverarchingWithoutLevel => {
            let goal = w.edition.goals.iter().find(|goal| goal.overarching)?;
            Some(w.t.fact_no_overall_overarching(&goal.id))
        }
        WhyNoOverall::TooManyWithoutLevel { goals, allowed } => {
            Some(w.t.fact_no_overall_many(number(*allowed), number(goals.len())))
        }
    }
}

/// The goal that needs the fewest answers to get a level.
fn nearest(w: &Wording<'_>, score: &Score) -> Option<String> {
    let (goal, more) = score
        .goals
        .iter()
        .filter_map(|goal| Some((goal, lacking(goal)?)))
        .min_by_key(|(_, more)| *more)?;
    Some(w.t.fact_nearest(&goal.goal, number(more)))
}

/// How many answers a goal lacks for a level, if answers are all that it lacks.
fn lacking(goal: &GoalScore) -> Option<usize> {
    match &goal.state {
        GoalState::NoLevel(why) => match why.as_slice() {
            [WhyNoLevel::TooFewKnown { more, .. }] => Some(*more),
            _ => None,
        },
        GoalState::HasLevel | GoalState::Quick => None,
    }
}
