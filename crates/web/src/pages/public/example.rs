//! The worked example of the method page: a goal with six lettered questions, put through the
//! same rules as everyone's answers, so that the page cannot say something else than they do.

use std::collections::BTreeMap;

use domain::assessment::{Answer, Answers, Depth};
use domain::instrument::{
    Counts, Edition, Goal, Level, MappedQuestion, NotApplicableReason, Question,
};
use domain::organisation::OrganisationKind;
use domain::scoring::{GoalScore, score};
use domain::text::Text;

/// The reason that the example gives for inte tillämpligt.
const REASON: &str = "example";

/// A made-up goal with answers, and what follows from them.
pub(super) struct Example {
    edition: Edition,
    answers: Answers,
}

impl Example {
    /// Six questions, A to F, of which A and B are nyckelfrågor.
    pub(super) fn new() -> Self {
        let known = |number: u8| Level::try_from(number).ok().map(Answer::Level);
        let answers = [
            ("A", known(3)),
            ("B", known(2)),
            ("C", known(4)),
            ("D", known(1)),
            ("E", Some(Answer::DontKnow)),
            ("F", Some(Answer::NotApplicable(REASON.to_owned()))),
        ];
        Example {
            edition: edition(&answers.each_ref().map(|(id, _)| *id)),
            answers: answers
                .into_iter()
                .filter_map(|(id, answer)| Some((id.to_owned(), answer?)))
                .collect(),
        }
    }

    /// What the rules make of the answers.
    pub(super) fn result(&self) -> Option<GoalScore> {
        let score = score(&self.edition, Depth::Full, None, &self.answers);
        score.goals.into_iter().next()
    }

    /// The example after the steps that its result says are missing for the next level.
    pub(super) fn after_missing_steps(&self) -> Self {
        let mut answers = self.answers.clone();
        let missing = self.result().and_then(|result| result.missing);
        for step in missing.into_iter().flat_map(|missing| missing.steps) {
            answers.insert(step.question, Answer::Level(step.to));
        }
        Example {
            edition: self.edition.clone(),
            answers,
        }
    }
}

fn edition(ids: &[&str]) -> Edition {
    let mapped = |(index, id): (usize, &&str)| MappedQuestion {
        id: (*id).to_owned(),
        essential: index < 2,
        quick: false,
    };
    Edition {
        id: REASON.to_owned(),
        number: 1,
        structure: 1,
        texts: 1,
        cards_version: 1,
        published: String::new(),
        title: no_text(),
        counts: Counts {
            questions: ids.len(),
            essential: 2,
            quick: 0,
        },
        framework: String::new(),
        previous: None,
        goals: vec![Goal {
            id: "1".to_owned(),
            overarching: true,
            title: no_text(),
            short: no_text(),
            summary: no_text(),
            explained: None,
            questions: ids.iter().enumerate().map(mapped).collect(),
        }],
        questions: ids
            .iter()
            .map(|id| ((*id).to_owned(), question(id)))
            .collect(),
        cards: BTreeMap::new(),
    }
}

fn question(id: &str) -> Question {
    Question {
        id: id.to_owned(),
        roles: Vec::new(),
        tags: Vec::new(),
        sources: Vec::new(),
        related: Vec::new(),
        question: no_text(),
        why: no_text(),
        boundary: no_text(),
        levels: Vec::new(),
        evidence: Vec::new(),
        examples: Vec::new(),
        not_applicable: vec![NotApplicableReason {
            reason: REASON.to_owned(),
            kinds: OrganisationKind::ALL.to_vec(),
            sv: String::new(),
            en: String::new(),
        }],
        duties: Vec::new(),
    }
}

fn no_text() -> Text {
    Text {
        sv: String::new(),
        en: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_the_one_that_the_rules_are_explained_by() {
        let result = Example::new().result().unwrap();
        assert_eq!((result.applicable, result.known), (5, 4));
        assert_eq!(result.level, Some(Level::ONE));
        assert_eq!(result.up_to, Some(Level::TWO));
        let mean = result.mean.unwrap();
        assert_eq!((mean.sum, mean.count, mean.shown()), (10, 4, (2, 5)));
        let second = &result.tests[1];
        assert_eq!((second.reached, second.needed, second.holds), (3, 4, false));
        let missing = result.missing.unwrap();
        assert_eq!(missing.target, Level::TWO);
        assert_eq!(missing.steps(), 1);
        assert_eq!(missing.steps[0].question, "D");
        assert_eq!(missing.find_out, ["E"]);
    }

    #[test]
    fn the_missing_step_takes_the_example_to_the_next_level() {
        let result = Example::new().after_missing_steps().result().unwrap();
        assert_eq!(result.level, Some(Level::TWO));
        assert_eq!(result.near_limit, ["B", "D"]);
    }
}
