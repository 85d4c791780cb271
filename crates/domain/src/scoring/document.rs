//! A result as one JSON document, for the command line and for anyone who builds on it. What
//! each field means stands in `docs/reference/score.md`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    GoalScore, GoalState, LevelTest, Mean, Missing, MissingStep, Overall, Score, ScoreFile,
    ScoreFileError, Versions, WhyNoLevel, WhyNoOverall,
};
use crate::advice::{self, OwnTargets, When};
use crate::assessment::{Answer, Depth};
use crate::instrument::{Content, Edition, Level, Role};
use crate::organisation::{OrganisationKind, OrganisationSize};
use crate::text::Text;

/// Reads a score file and computes everything the service says about its answers.
///
/// # Errors
/// Every problem in the file, as [`ScoreFile::read`] lists them.
pub fn document<'a>(content: &'a Content, json: &str) -> Result<ScoreDocument<'a>, ScoreFileError> {
    Ok(ScoreDocument::new(ScoreFile::read(content, json)?))
}

/// A result as a JSON document. The same file and versions give the same bytes.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreDocument<'a> {
    versions: Versions,
    hash: String,
    depth: Depth,
    organisation_kind: Option<OrganisationKind>,
    organisation_size: Option<OrganisationSize>,
    overall: OverallPart,
    goals: Vec<GoalPart<'a>>,
    begin_with: Option<Vec<String>>,
    duties: Vec<DutyPart<'a>>,
    cards: Vec<CardPart<'a>>,
    find_out: BTreeMap<Role, Vec<String>>,
    ignored: Vec<String>,
}

impl<'a> ScoreDocument<'a> {
    fn new(file: ScoreFile<'a>) -> ScoreDocument<'a> {
        let ScoreFile {
            edition,
            depth,
            organisation_kind: kind,
            organisation_size: size,
            ref answers,
        } = file;
        let score = super::score(edition, depth, kind, answers);
        ScoreDocument {
            depth,
            organisation_kind: kind,
            organisation_size: size,
            duties: duties(edition, &score),
            cards: cards(
                edition,
                advice::offers(edition, &score, answers, size, &OwnTargets::new()),
            ),
            find_out: advice::find_out(edition, depth, kind, answers),
            begin_with: (depth == Depth::Quick).then(|| super::quick_order(edition, answers)),
            ignored: file.ignored().into_iter().map(str::to_owned).collect(),
            overall: OverallPart::new(score.overall),
            goals: edition
                .goals
                .iter()
                .zip(score.goals)
                .map(|(goal, score)| GoalPart::new(edition, &goal.title, score))
                .collect(),
            versions: score.versions,
            hash: score.hash,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct OverallPart {
    goals_at_level_3: usize,
    goals: usize,
    level: Option<Level>,
    at_least: bool,
    why_no_level: Vec<WhyNoOverall>,
}

impl OverallPart {
    pub(super) fn new(overall: Overall) -> OverallPart {
        OverallPart {
            goals_at_level_3: overall.at_level_3,
            goals: overall.goals,
            level: overall.level,
            at_least: overall.at_least,
            why_no_level: overall.why_not,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct GoalPart<'a> {
    goal: String,
    title: &'a Text,
    state: &'static str,
    why_no_level: Vec<WhyNoLevel>,
    applicable: usize,
    known: usize,
    level: Option<Level>,
    up_to: Option<Level>,
    mean: Option<MeanPart>,
    near_limit: Vec<String>,
    missing: Option<MissingPart>,
    tests: Vec<LevelTest>,
    questions: Vec<QuestionPart>,
}

impl<'a> GoalPart<'a> {
    fn new(edition: &Edition, title: &'a Text, score: GoalScore) -> GoalPart<'a> {
        let (state, why_no_level) = match score.state {
            GoalState::HasLevel => ("has_level", Vec::new()),
            GoalState::NoLevel(why) => ("no_level", why),
            GoalState::Quick => ("quick", Vec::new()),
        };
        GoalPart {
            goal: score.goal,
            title,
            state,
            why_no_level,
            applicable: score.applicable,
            known: score.known,
            level: score.level,
            up_to: score.up_to,
            mean: score.mean.map(MeanPart::new),
            near_limit: score.near_limit,
            missing: score.missing.map(MissingPart::new),
            tests: score.tests,
            questions: score
                .questions
                .into_iter()
                .map(|state| QuestionPart {
                    number: edition
                        .place(&state.question)
                        .map_or_else(String::new, |place| place.label()),
                    question: state.question,
                    essential: state.essential,
                    answer: state.answer,
                })
                .collect(),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct MeanPart {
    num: u32,
    den: u32,
    shown: Text,
}

impl MeanPart {
    fn new(mean: Mean) -> MeanPart {
        let (whole, tenth) = mean.shown();
        MeanPart {
            num: mean.sum,
            den: mean.count,
            shown: Text {
                sv: format!("{whole},{tenth}"),
                en: format!("{whole}.{tenth}"),
            },
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct MissingPart {
    target: Level,
    steps: usize,
    lift: Vec<LiftPart>,
    find_out: Vec<String>,
}

impl MissingPart {
    fn new(missing: Missing) -> MissingPart {
        MissingPart {
            target: missing.target,
            steps: missing.steps(),
            lift: missing.steps.into_iter().map(LiftPart::new).collect(),
            find_out: missing.find_out,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct LiftPart {
    question: String,
    from: Option<Level>,
    to: Level,
    steps: usize,
    or_find_out: bool,
}

impl LiftPart {
    fn new(step: MissingStep) -> LiftPart {
        LiftPart {
            steps: step.steps(),
            or_find_out: step.from.is_none(),
            question: step.question,
            from: step.from,
            to: step.to,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct QuestionPart {
    number: String,
    question: String,
    essential: bool,
    answer: Option<Answer>,
}

#[derive(Clone, Debug, Serialize)]
struct DutyPart<'a> {
    question: String,
    level: Level,
    duty: String,
    sv: &'a str,
    en: &'a str,
    reference: &'a Text,
    source: &'a str,
    checked: &'a str,
}

fn duties<'a>(edition: &'a Edition, score: &Score) -> Vec<DutyPart<'a>> {
    score
        .duties
        .iter()
        .filter_map(|finding| {
            let duties = &edition.question(&finding.question)?.duties;
            let duty = duties.iter().find(|duty| duty.id == finding.duty)?;
            Some(DutyPart {
                question: finding.question.clone(),
                level: finding.level,
                duty: duty.id.clone(),
                sv: &duty.sv,
                en: &duty.en,
                reference: &duty.reference,
                source: &duty.source,
                checked: &duty.checked,
            })
        })
        .collect()
}

#[derive(Clone, Debug, Serialize)]
struct CardPart<'a> {
    card: String,
    title: &'a Text,
    when: When,
    begun: bool,
    reasons: Vec<advice::Reason>,
}

fn cards(edition: &Edition, offers: Vec<advice::Offer>) -> Vec<CardPart<'_>> {
    offers
        .into_iter()
        .filter_map(|offer| {
            Some(CardPart {
                title: &edition.card(&offer.card)?.title,
                card: offer.card,
                when: offer.when,
                begun: offer.begun,
                reasons: offer.reasons,
            })
        })
        .collect()
}
