//! The rules, version 1. Frozen: a change of rules is a new module beside this one.

mod goal;
mod missing;
mod overall;

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{DutyFinding, Mean, Missing, QuestionState, Score, Versions};
use crate::assessment::{Answer, Answers, Depth};
use crate::instrument::{Edition, Goal, Level};
use crate::organisation::OrganisationKind;

pub(super) const VERSION: &str = "1";

/// Applicable questions that a goal needs to have a level.
pub(super) const MIN_APPLICABLE: usize = 4;
/// Other goals than the overarching that may lack a level before the overall level does.
const MAX_GOALS_WITHOUT_LEVEL: usize = 1;
/// The lowest level that the headline counts.
pub(super) const HEADLINE: Level = Level::THREE;

/// The share that has to be known, and the share that has to reach a level: two thirds of `n`.
fn two_thirds(n: usize) -> usize {
    (2 * n).div_ceil(3)
}

pub(super) fn score(
    edition: &Edition,
    depth: Depth,
    kind: Option<OrganisationKind>,
    answers: &Answers,
) -> Score {
    let goals: Vec<_> = edition
        .goals
        .iter()
        .map(|goal| {
            goal::score(
                edition,
                goal,
                depth,
                asked(edition, goal, depth, kind, answers),
            )
        })
        .collect();
    let counted: BTreeMap<&str, &Answer> = goals
        .iter()
        .flat_map(|goal| &goal.questions)
        .filter_map(|state| Some((state.question.as_str(), state.answer.as_ref()?)))
        .collect();
    let versions = Versions {
        edition: edition.id.clone(),
        structure: edition.structure,
        framework: edition.framework.clone(),
        rules: VERSION,
    };
    Score {
        depth,
        overall: overall::score(edition, depth, &goals),
        duties: duties(edition, kind, &counted),
        hash: hash(&versions, depth, kind, &counted),
        versions,
        goals,
    }
}

pub(super) fn missing_for(
    edition: &Edition,
    goal_id: &str,
    answers: &Answers,
    kind: Option<OrganisationKind>,
    target: Level,
) -> Option<Missing> {
    let goal = edition.goal(goal_id)?;
    let questions = asked(edition, goal, Depth::Full, kind, answers);
    missing::missing(edition, &goal::standings(&questions), target)
}

pub(super) fn stand(
    applicable: impl IntoIterator<Item = (bool, Option<Level>)>,
) -> Option<(Mean, Level)> {
    let standings: Vec<_> = applicable
        .into_iter()
        .map(|(essential, level)| goal::Standing {
            question: "",
            essential,
            level,
        })
        .collect();
    goal::stand(&standings)
}

pub(super) fn quick_order(edition: &Edition, answers: &Answers) -> Vec<String> {
    /// An unknown stands between level 2 and 3, inte tillämpligt above 4.
    fn rank(state: &QuestionState) -> u8 {
        match state.level() {
            Some(level) => 2 * level.number(),
            None if state.is_applicable() => 5,
            None => 9,
        }
    }
    let mut goals: Vec<_> = edition
        .goals
        .iter()
        .map(|goal| {
            let questions = asked(edition, goal, Depth::Quick, None, answers);
            let mut ranks: Vec<u8> = questions.iter().map(rank).collect();
            ranks.sort_unstable();
            (ranks, goal.id.clone())
        })
        .collect();
    goals.sort_by(|(a, _), (b, _)| a.cmp(b));
    goals.into_iter().map(|(_, id)| id).collect()
}

/// The questions of a goal that the depth asks, each with the answer that counts.
fn asked(
    edition: &Edition,
    goal: &Goal,
    depth: Depth,
    kind: Option<OrganisationKind>,
    answers: &Answers,
) -> Vec<QuestionState> {
    goal.questions
        .iter()
        .filter(|mapped| depth == Depth::Full || mapped.quick)
        .map(|mapped| QuestionState {
            question: mapped.id.clone(),
            essential: mapped.essential,
            answer: answers
                .get(&mapped.id)
                .filter(|answer| counts(edition, &mapped.id, answer, kind))
                .cloned(),
        })
        .collect()
}

/// Whether an answer counts: every answer but an inte tillämpligt that is not allowed.
fn counts(
    edition: &Edition,
    question: &str,
    answer: &Answer,
    kind: Option<OrganisationKind>,
) -> bool {
    match answer {
        Answer::Level(_) | Answer::DontKnow => true,
        Answer::NotApplicable(reason) => edition
            .question(question)
            .is_some_and(|question| question.may_be_not_applicable(reason, kind)),
    }
}

/// The duties that the answers may mean are not met.
fn duties(
    edition: &Edition,
    kind: Option<OrganisationKind>,
    counted: &BTreeMap<&str, &Answer>,
) -> Vec<DutyFinding> {
    edition
        .places()
        .filter_map(|(_, question)| Some((question, counted.get(question.id.as_str())?.level()?)))
        .flat_map(|(question, level)| {
            question
                .duties
                .iter()
                .filter(move |duty| {
                    duty.answers.contains(&level.number())
                        && (duty.kinds.is_empty()
                            || kind.is_none_or(|kind| duty.kinds.contains(&kind)))
                })
                .map(move |duty| DutyFinding {
                    question: question.id.clone(),
                    duty: duty.id.clone(),
                    level,
                })
        })
        .collect()
}

fn hash(
    versions: &Versions,
    depth: Depth,
    kind: Option<OrganisationKind>,
    answers: &BTreeMap<&str, &Answer>,
) -> String {
    #[derive(Serialize)]
    struct Hashed<'a> {
        #[serde(flatten)]
        versions: &'a Versions,
        depth: Depth,
        organisation_kind: Option<OrganisationKind>,
        answers: &'a BTreeMap<&'a str, &'a Answer>,
    }
    #[expect(
        clippy::expect_used,
        reason = "strings, whole numbers and maps with string keys always have a JSON form"
    )]
    let bytes = serde_json_canonicalizer::to_vec(&Hashed {
        versions,
        depth,
        organisation_kind: kind,
        answers,
    })
    .expect("codes as JSON");
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
