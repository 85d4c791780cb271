//! What several respondents' answers say together, and no more than that.
//!
//! The answers of a round go in with the role of whoever gave them; only counts, a proposal and
//! comments without their writer come out. Nothing here leads back to a respondent: [`Spread`] and
//! what it holds cannot be made anywhere else, and hold numbers of answers.
//!
//! Use it once the answering is closed. A spread from before and one from after a late answer,
//! held side by side, show that answer.

mod by_role;
mod counts;
mod disagreement;

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Answer, Answers};
use crate::instrument::{Edition, Question, Role};
use crate::organisation::OrganisationKind;

pub use by_role::RoleCounts;
pub use counts::Counts;
pub use disagreement::{Disagreement, Variance};

/// The fewest respondents among whom one is not told from the others.
pub const FEWEST: usize = 3;

/// What one respondent was asked and has said.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The role they were asked in.
    pub role: Role,
    /// The questions they were asked.
    pub asked: BTreeSet<String>,
    /// Their answers. Those to questions they were not asked do not count.
    pub answers: Answers,
    /// Their comments by question.
    pub comments: BTreeMap<String, String>,
}

impl Voice {
    /// The answer that counts. Inte tillämpligt for a reason that the edition does not allow for
    /// `kind` counts as missing, as it does for a result.
    fn answer(&self, question: &Question, kind: Option<OrganisationKind>) -> Option<&Answer> {
        let answer = self.answers.get(&question.id)?;
        let allowed = match answer {
            Answer::Level(_) | Answer::DontKnow => true,
            Answer::NotApplicable(reason) => question.may_be_not_applicable(reason, kind),
        };
        (allowed && self.asked.contains(&question.id)).then_some(answer)
    }
}

/// Whether others can tell who gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anonymity {
    /// At least [`FEWEST`] answer.
    Kept,
    /// Fewer answer, and those who see the distribution may understand who said what. Whoever is
    /// asked has to be told beforehand.
    NotKept,
}

impl Anonymity {
    /// Among so many respondents.
    pub fn among(respondents: usize) -> Anonymity {
        if respondents < FEWEST {
            Anonymity::NotKept
        } else {
            Anonymity::Kept
        }
    }
}

/// The questions that too few are asked for anonymity: to be told before anyone answers. `asked`
/// holds one set of questions for each respondent.
pub fn asked_of_few<'a>(asked: impl IntoIterator<Item = &'a BTreeSet<String>>) -> BTreeSet<String> {
    let mut respondents: BTreeMap<&String, usize> = BTreeMap::new();
    for question in asked.into_iter().flatten() {
        *respondents.entry(question).or_default() += 1;
    }
    let few = respondents
        .into_iter()
        .filter(|(_, respondents)| Anonymity::among(*respondents) == Anonymity::NotKept);
    few.map(|(question, _)| question.clone()).collect()
}

/// How the answers to one question are spread.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spread {
    /// Question id.
    pub question: String,
    /// How many were asked.
    pub asked: usize,
    /// How many of the round's respondents were not asked.
    pub not_asked: usize,
    /// The answers of all who answered.
    pub all: Counts,
    /// The answers of each role that may be shown apart, in the order roles are listed.
    pub by_role: Vec<RoleCounts>,
    /// The answers of all other roles together, where some role is shown apart and others answered.
    pub others: Option<Counts>,
    /// How far the answers are from each other.
    pub disagreement: Disagreement,
    /// The one answer that all who answered gave, unless that is vet inte än: a proposal, and
    /// missing until the group accepts it.
    pub unanimous: Option<Answer>,
    /// Comments, in an order that says nothing of who wrote them.
    pub comments: Vec<String>,
}

impl Spread {
    /// How many were asked and have not answered.
    pub fn missing(&self) -> usize {
        self.asked - self.all.answered()
    }

    /// Whether who answered what can be told, by the number that answered.
    pub fn anonymity(&self) -> Anonymity {
        Anonymity::among(self.all.answered())
    }
}

/// The spread of every question that someone was asked, those first that the respondents disagree
/// on the most, and otherwise in the order questions are asked.
pub fn spreads(edition: &Edition, kind: Option<OrganisationKind>, voices: &[Voice]) -> Vec<Spread> {
    let mut spreads: Vec<Spread> = edition
        .places()
        .map(|(_, question)| spread(question, kind, voices))
        .filter(|spread| spread.asked > 0)
        .collect();
    spreads.sort_by_key(|spread| std::cmp::Reverse(spread.disagreement));
    spreads
}

fn spread(question: &Question, kind: Option<OrganisationKind>, voices: &[Voice]) -> Spread {
    let asked = voices
        .iter()
        .filter(|voice| voice.asked.contains(&question.id));
    let mut roles: BTreeMap<Role, Counts> = BTreeMap::new();
    for voice in asked.clone() {
        if let Some(answer) = voice.answer(question, kind) {
            roles.entry(voice.role).or_default().add(answer);
        }
    }
    let all: Counts = roles.values().sum();
    let (by_role, others) = by_role::shown_apart(roles);
    let asked_count = asked.clone().count();
    let mut comments: Vec<String> = asked
        .filter_map(|voice| voice.comments.get(&question.id))
        .filter(|comment| !comment.trim().is_empty())
        .cloned()
        .collect();
    comments.sort_unstable();
    Spread {
        question: question.id.clone(),
        asked: asked_count,
        not_asked: voices.len() - asked_count,
        disagreement: Disagreement::of(&all),
        unanimous: all.unanimous(),
        all,
        by_role,
        others,
        comments,
    }
}

/// The unanimous answers that the group has not yet taken a stand on: what "godta alla enhälliga"
/// accepts.
pub fn to_accept(spreads: &[Spread], agreed: &Answers) -> Answers {
    spreads
        .iter()
        .filter(|spread| !agreed.contains_key(&spread.question))
        .filter_map(|spread| Some((spread.question.clone(), spread.unanimous.clone()?)))
        .collect()
}
