//! What organisations answer: from ability and difficulty to levels.

use std::collections::BTreeMap;

use super::draws::Draws;
use super::organisation::Organisation;
use super::parameters::Parameters;
use crate::assessment::{Answer, Answers};
use crate::instrument::{Edition, Level};
use crate::organisation::OrganisationKind;

/// No synthetic organisation has more.
pub(super) const MOST_RESPONDENTS: usize = 7;

/// How far above a question's difficulty an organisation must stand for level 2, 3 and 4.
const THRESHOLDS: [f64; 3] = [-1.0, 0.2, 1.4];

/// What is drawn for an organisation, each from a branch of its own.
const ABILITY: u64 = 1;
const QUESTIONS: u64 = 2;
const RESPONDENTS: u64 = 3;
const YEAR: u64 = 1_000;
const ROUND: u64 = 2_000;

/// The questions of an edition as the model sees them.
#[derive(Clone, Debug)]
pub(super) struct Questions {
    /// In the order of their ids.
    questions: Vec<Item>,
    goals: usize,
}

#[derive(Clone, Debug)]
struct Item {
    id: String,
    goal: usize,
    difficulty: f64,
    /// The reasons for inte tillämpligt, with the kinds that may give them.
    reasons: Vec<(String, Vec<OrganisationKind>)>,
}

impl Item {
    fn reasons(&self, kind: OrganisationKind) -> impl Iterator<Item = &String> {
        self.reasons
            .iter()
            .filter(move |(_, kinds)| kinds.contains(&kind))
            .map(|(reason, _)| reason)
    }
}

/// What one respondent, or all together, say to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says<'a> {
    Level(Level),
    DontKnow,
    NotApplicable(&'a String),
}

impl From<Says<'_>> for Answer {
    fn from(says: Says<'_>) -> Answer {
        match says {
            Says::Level(level) => Answer::Level(level),
            Says::DontKnow => Answer::DontKnow,
            Says::NotApplicable(reason) => Answer::NotApplicable(reason.clone()),
        }
    }
}

impl Questions {
    /// Goals and questions get their difficulties, from their place and what is drawn.
    pub(super) fn new(edition: &Edition, parameters: &Parameters, mut draws: Draws) -> Questions {
        let mut questions = BTreeMap::new();
        for (number, goal) in edition.goals.iter().enumerate() {
            let of_goal = draws.normal() * parameters.difficulty_spread;
            let last = goal.questions.len().saturating_sub(1).max(1) as f64;
            for (place, mapped) in goal.questions.iter().enumerate() {
                let of_place = (place as f64 / last - 0.5) * parameters.place_effect;
                let ease = if mapped.essential {
                    parameters.essential_ease
                } else {
                    0.0
                };
                let reasons = edition.question(&mapped.id).into_iter();
                let reasons = reasons.flat_map(|question| &question.not_applicable);
                let item = Item {
                    id: mapped.id.clone(),
                    goal: number,
                    difficulty: of_goal + of_place - ease
                        + draws.normal() * parameters.difficulty_spread,
                    reasons: reasons
                        .map(|entry| (entry.reason.clone(), entry.kinds.clone()))
                        .collect(),
                };
                questions.insert(mapped.id.clone(), item);
            }
        }
        Questions {
            questions: questions.into_values().collect(),
            goals: edition.goals.len(),
        }
    }

    /// What an organisation agreed on in a year. Answers that are there already keep their place
    /// in memory.
    pub(super) fn agreed(
        &self,
        organisation: &Organisation,
        parameters: &Parameters,
        draws: &Draws,
        year: usize,
        into: &mut Answers,
    ) {
        if !into.keys().eq(self.questions.iter().map(|item| &item.id)) {
            let blank = |item: &Item| (item.id.clone(), Answer::DontKnow);
            *into = self.questions.iter().map(blank).collect();
        }
        let mut places = into.values_mut();
        self.each(organisation, parameters, draws, year, |_, said| {
            if let Some(place) = places.next() {
                *place = together(said).into();
            }
        });
    }

    /// What each of those who answer for an organisation said in a year.
    pub(super) fn voices(
        &self,
        organisation: &Organisation,
        parameters: &Parameters,
        draws: &Draws,
        year: usize,
    ) -> Vec<Answers> {
        let mut voices = vec![Answers::new(); organisation.respondents];
        self.each(organisation, parameters, draws, year, |item, said| {
            for (voice, says) in voices.iter_mut().zip(said) {
                voice.insert(item.id.clone(), (*says).into());
            }
        });
        voices
    }

    /// Goes through the questions by id, with what each respondent says.
    fn each<'a>(
        &'a self,
        organisation: &Organisation,
        parameters: &Parameters,
        draws: &Draws,
        year: usize,
        mut tell: impl FnMut(&'a Item, &[Says<'a>]),
    ) {
        let abilities = self.abilities(organisation, parameters, draws, year);
        let mut leanings = [0.0; MOST_RESPONDENTS];
        let mut of_respondents = draws.branch(RESPONDENTS);
        for leaning in &mut leanings {
            *leaning = of_respondents.normal() * parameters.respondent_spread;
        }
        let mut of_questions = draws.branch(QUESTIONS);
        let mut of_round = draws.branch(ROUND + year as u64);
        let mut said = [Says::DontKnow; MOST_RESPONDENTS];
        for item in &self.questions {
            let stands = abilities.get(item.goal).copied().unwrap_or_default() - item.difficulty
                + of_questions.normal() * parameters.question_spread;
            // Drawn for every question, so that what is drawn for the next does not hang on it.
            let (not_applicable, which) = (of_questions.share(), of_questions.number());
            let reason = if not_applicable < parameters.not_applicable {
                let count = item.reasons(organisation.kind).count().max(1);
                item.reasons(organisation.kind).nth(which as usize % count)
            } else {
                None
            };
            let said = &mut said[..organisation.respondents];
            for (says, leaning) in said.iter_mut().zip(leanings) {
                let sees = stands + leaning + of_round.normal() * parameters.answer_spread;
                let knows = !of_round.chance(parameters.dont_know);
                *says = match reason {
                    Some(reason) => Says::NotApplicable(reason),
                    None if knows => Says::Level(level(sees)),
                    None => Says::DontKnow,
                };
            }
            tell(item, said);
        }
    }

    /// An organisation's ability by goal in a year: what it began with and each year's steps.
    fn abilities(
        &self,
        organisation: &Organisation,
        parameters: &Parameters,
        draws: &Draws,
        year: usize,
    ) -> Vec<f64> {
        let mut first = draws.branch(ABILITY);
        let correlation = parameters.goal_correlation.clamp(0.0, 1.0);
        let (common, own) = (correlation.sqrt(), (1.0 - correlation).sqrt());
        let mean = parameters.ability.of(organisation.kind.organisation_type())
            + parameters.size_effect * organisation.size;
        let general = common * first.normal();
        let mut abilities: Vec<f64> = (0..self.goals)
            .map(|_| mean + parameters.ability_spread * (general + own * first.normal()))
            .collect();
        for past in 1..=year {
            let mut of_year = draws.branch(YEAR + past as u64);
            let step = parameters.improvement + parameters.improvement_spread * of_year.normal();
            for ability in &mut abilities {
                let acts = of_year.chance(parameters.acts_on_tips);
                *ability += step + if acts { parameters.tip_effect } else { 0.0 };
            }
        }
        abilities
    }
}

fn level(stands: f64) -> Level {
    let passed = THRESHOLDS.iter().filter(|threshold| stands > **threshold);
    Level::ALL[passed.count()]
}

/// What respondents agree on: the middle of what those who know say, the lower of two middles;
/// vet inte än if more than half do not know.
fn together<'a>(said: &[Says<'a>]) -> Says<'a> {
    let mut counts = [0; Level::ALL.len()];
    let mut known = 0;
    for says in said {
        match says {
            Says::NotApplicable(_) => return *says,
            Says::DontKnow => {}
            Says::Level(level) => {
                counts[usize::from(level.number() - 1)] += 1;
                known += 1;
            }
        }
    }
    if 2 * known < said.len() {
        return Says::DontKnow;
    }
    let mut below = 0;
    for (level, count) in Level::ALL.into_iter().zip(counts) {
        below += count;
        if count > 0 && 2 * below >= known {
            return Says::Level(level);
        }
    }
    Says::DontKnow
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(numbers: &[u8]) -> Vec<Says<'static>> {
        let says = |number: &u8| match Level::try_from(*number) {
            Ok(level) => Says::Level(level),
            Err(_) => Says::DontKnow,
        };
        numbers.iter().map(says).collect()
    }

    /// 0 stands for vet inte än.
    #[test]
    fn respondents_agree_on_the_lower_middle() {
        for (said, agreed) in [
            (&[3][..], 3),
            (&[2, 3], 2),
            (&[1, 4, 4], 4),
            (&[1, 2, 3, 4], 2),
            (&[0, 3], 3),
            (&[0, 0, 3], 0),
            (&[0], 0),
            (&[], 0),
        ] {
            assert_eq!(together(&levels(said)), levels(&[agreed])[0], "{said:?}");
        }
    }

    #[test]
    fn each_threshold_is_a_level() {
        let number = |stands| level(stands).number();
        assert_eq!(
            [number(-1.0), number(-0.9), number(0.3), number(9.0)],
            [1, 2, 3, 4]
        );
    }
}
