//! "Så räknade vi": each question with its answer, how the levels were tried with this round's
//! numbers, what is near the limit, and what lacks for the next level.

use domain::assessment::Answer;
use domain::instrument::{Edition, Level};
use domain::scoring::{self, GoalScore, LevelTest, Missing, MissingStep, QuestionState};

use super::goals::shown;
use super::wording::{Wording, number};
use super::{Outcome, targets};
use crate::pages::round::fields::in_words;

/// How a goal's result came about.
pub(crate) struct Reckoning {
    pub(crate) questions: Vec<QuestionLine>,
    /// The mean as shown and as a fraction.
    pub(crate) mean: Option<String>,
    /// The levels above the floor, each with its verdict and numbers; empty without a level.
    pub(crate) tests: Vec<TestLine>,
    pub(crate) near: Option<String>,
    /// What lacks for the goal's own target, or else for the next level.
    pub(crate) missing: Option<MissingLines>,
    /// That the own target is reached.
    pub(crate) reached: Option<String>,
    /// Whether there is no level above to aim for.
    pub(crate) at_top: bool,
}

/// A question, our answer, and the next level.
pub(crate) struct QuestionLine {
    /// "4.2".
    pub(crate) label: String,
    pub(crate) question: String,
    pub(crate) essential: bool,
    /// Level with its name, or what else was answered.
    pub(crate) answer: String,
    /// The level's sentence, or the reason for inte tillämpligt.
    pub(crate) sentence: String,
    /// The level above with its name, and its sentence.
    pub(crate) next: Option<(String, String)>,
    pub(crate) comment: String,
    pub(crate) answered: bool,
    /// Where it is answered, for whoever may write.
    pub(crate) address: Option<String>,
}

/// How one level was tried.
pub(crate) struct TestLine {
    pub(crate) verdict: String,
    pub(crate) numbers: String,
    pub(crate) blocking: Option<String>,
}

/// What lacks for a level.
pub(crate) struct MissingLines {
    pub(crate) title: String,
    pub(crate) steps: Vec<StepLine>,
    pub(crate) find_out: Option<String>,
}

/// A question to lift.
pub(crate) struct StepLine {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) question: String,
    /// From which level to which.
    pub(crate) step: String,
}

/// How one goal's result came about.
pub(crate) fn of_goal(outcome: &Outcome<'_>, score: &GoalScore) -> Reckoning {
    let w = &outcome.wording;
    // What a goal without level lacks, nobody can say.
    let own = targets::own(outcome, &score.goal).filter(|_| score.level.is_some());
    let kind = outcome.cx.round.facts.kind;
    Reckoning {
        questions: questions(outcome, score),
        mean: score.mean.map(|mean| {
            w.t.goalresult_mean(shown(mean, w.lang), mean.sum, mean.count)
        }),
        tests: score
            .tests
            .iter()
            .filter(|test| test.level > Level::ONE)
            .map(|test| test_line(w, score, test))
            .collect(),
        near: (!score.near_limit.is_empty()).then(|| {
            w.t.near_limit(number(score.near_limit.len()), w.labels(&score.near_limit))
        }),
        missing: match own {
            Some(own) => scoring::missing_for(
                outcome.edition,
                &score.goal,
                &outcome.answers,
                kind,
                own.level,
            )
            .map(|missing| {
                let (steps, level) = (number(missing.steps()), own.level.number());
                missing_lines(w, &missing, w.t.target_missing(steps, level))
            }),
            None => score.missing.as_ref().map(|missing| {
                let (steps, level) = (number(missing.steps()), missing.target.number());
                missing_lines(w, missing, w.t.missing_title(steps, level))
            }),
        },
        reached: own
            .filter(|own| score.level >= Some(own.level))
            .map(|own| w.t.target_reached(own.level.number())),
        at_top: own.is_none() && score.level == Some(Level::FOUR),
    }
}

/// The goal's questions with what was answered.
pub(crate) fn questions(outcome: &Outcome<'_>, score: &GoalScore) -> Vec<QuestionLine> {
    let line = |state| question_line(outcome, outcome.edition, state);
    score.questions.iter().filter_map(line).collect()
}

fn question_line(
    outcome: &Outcome<'_>,
    edition: &Edition,
    state: &QuestionState,
) -> Option<QuestionLine> {
    let w = &outcome.wording;
    let question = edition.question(&state.question)?;
    let answer = state.answer.as_ref();
    let (answer_title, sentence) = in_words(w.content, question, answer, w.t, w.lang);
    let next = answer
        .and_then(Answer::level)
        .and_then(Level::next)
        .map(|next| (w.level(next), question.level(next, w.lang).to_owned()));
    Some(QuestionLine {
        label: w.label(&question.id),
        question: question.question.get(w.lang).to_owned(),
        essential: state.essential,
        answer: answer_title,
        sentence,
        next,
        comment: outcome.cx.round.latest(&question.id).said.comment,
        answered: answer.is_some(),
        address: outcome.answer_address(&question.id),
    })
}

fn test_line(w: &Wording<'_>, score: &GoalScore, test: &LevelTest) -> TestLine {
    let level = test.level.number();
    TestLine {
        verdict: if test.holds {
            w.t.test_holds(level)
        } else {
            w.t.test_fails(level)
        },
        numbers: w.t.test_count(
            number(test.reached),
            number(score.applicable),
            number(test.needed),
        ),
        blocking: (!test.blocking.is_empty()).then(|| {
            w.t.test_blocked(number(test.blocking.len()), w.labels(&test.blocking))
        }),
    }
}

/// What lacks, under a title that says for what.
pub(crate) fn missing_lines(w: &Wording<'_>, missing: &Missing, title: String) -> MissingLines {
    let step = |step: &MissingStep| StepLine {
        id: step.question.clone(),
        label: w.label(&step.question),
        question: w.question(&step.question).to_owned(),
        step: match step.from {
            Some(from) => w.t.missing_step(from.number(), step.to.number()),
            None => w.t.missing_step_unknown(step.to.number()),
        },
    };
    MissingLines {
        title,
        steps: missing.steps.iter().map(step).collect(),
        find_out: (!missing.find_out.is_empty())
            .then(|| w.t.missing_find_out(w.labels(&missing.find_out))),
    }
}
