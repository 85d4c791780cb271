//! Who takes part in a wave: the latest submission of each organisation, read into a compact form.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::lattice::Counted;
use super::report::{Note, WhyLeftOut};
use super::submission::{CardTold, Submission};
use super::thresholds::MAPPED;
use crate::assessment::{Answer, Answers};
use crate::day::Day;
use crate::instrument::{Content, Edition, Level};
use crate::previous::EditionMap;
use crate::scoring::{self, Mean};

/// What an answer is, in one byte: 1 to 4 a level.
type Code = u8;
const UNKNOWN: Code = 0;
const NOT_APPLICABLE: Code = 9;
/// The question is not mapped from the edition that was answered.
const NOT_ASKED: Code = 8;

/// Something wrong in what a wave was given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The submission is on an edition that is not in the content.
    #[error("{organisation}, submitted {submitted}: there is no edition {edition:?}")]
    UnknownEdition {
        /// Who.
        organisation: String,
        /// When.
        submitted: Day,
        /// The edition it names.
        edition: String,
    },
    /// The submission answers a question that its edition does not have.
    #[error(
        "{organisation}, submitted {submitted}: edition {edition} has no question {question:?}"
    )]
    UnknownQuestion {
        /// Who.
        organisation: String,
        /// When.
        submitted: Day,
        /// The edition.
        edition: String,
        /// The question it names.
        question: String,
    },
    /// The submission tells of a tip that no edition has.
    #[error("{organisation}, submitted {submitted}: no edition has a tip {card:?}")]
    UnknownCard {
        /// Who.
        organisation: String,
        /// When.
        submitted: Day,
        /// The tip it names.
        card: String,
    },
    /// An organisation has several submissions on one day, and none can be the latest.
    #[error("{organisation} has several submissions on {submitted}; keep the one that holds")]
    SameDay {
        /// Who.
        organisation: String,
        /// When.
        submitted: Day,
    },
    /// Owners own each other in a circle.
    #[error("{organisation}: its owners own each other in a circle")]
    OwnersInCircle {
        /// Who.
        organisation: String,
    },
    /// Nothing was handed in before the wave's date by the rules.
    #[error("the wave's date {date} is not after {previous}, that of the release before")]
    NotAfter {
        /// The wave's date.
        date: Day,
        /// That of the release before.
        previous: Day,
    },
    /// The release before divides into groups in another way.
    #[error("the release before has version {0} of the groups, and this program another")]
    Lattice(u32),
    /// The release before was made by other rules.
    #[error(
        "the release before was made by version {0} of the rules, and this program has another"
    )]
    OtherRules(String),
}

/// The content has no edition that was published by the wave's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no edition was published by {0}")]
pub struct NoEdition(pub Day);

/// What a wave takes in, one submission at a time.
pub struct Intake<'a> {
    pub(super) content: &'a Content,
    pub(super) plan: Plan<'a>,
    pub(super) date: Day,
    plans: HashMap<String, Option<Mapping>>,
    pub(super) entries: Vec<Entry>,
    latest: HashMap<Box<str>, usize>,
    seen: HashSet<(Box<str>, Day)>,
    /// Who owns an organisation that takes part or not, by what is known last.
    pub(super) owners: HashMap<Box<str>, (Option<Day>, Box<str>)>,
    pub(super) problems: Vec<Problem>,
    pub(super) notes: Vec<Note>,
    pub(super) submissions: usize,
    pub(super) synthetic: bool,
}

/// An organisation's latest submission.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) organisation: Box<str>,
    pub(super) owner: Option<Box<str>>,
    pub(super) counted: Counted,
    pub(super) submitted: Day,
    /// What was answered, whatever of it takes part.
    pub(super) answered: Answered,
    /// One code for each question of the wave's edition.
    pub(super) codes: Box<[Code]>,
    /// Where each goal stands; `None` for a goal without a comparable level.
    pub(super) goals: Box<[Option<(Mean, Level)>]>,
    /// The tips that it tells of.
    pub(super) plan: Option<Vec<CardTold>>,
}

impl Entry {
    /// The level answered to a question, by its place in the edition.
    pub(super) fn level(&self, question: usize) -> Option<u8> {
        self.codes
            .get(question)
            .copied()
            .filter(|code| (1..=4).contains(code))
    }

    /// The mean of a goal, by its place in the edition.
    pub(super) fn mean(&self, goal: usize) -> Option<Mean> {
        Some((*self.goals.get(goal)?)?.0)
    }
}

/// A digest of all answers of a submission: two are alike only if nothing was answered otherwise,
/// whatever the editions ask.
pub(super) type Answered = [u8; 32];

fn answered(answers: &Answers) -> Answered {
    let mut hash = Sha256::new();
    for (question, answer) in answers {
        hash.update(question.as_bytes());
        match answer {
            Answer::Level(level) => hash.update([0, level.number()]),
            Answer::DontKnow => hash.update([0, UNKNOWN]),
            Answer::NotApplicable(reason) => {
                hash.update([0, NOT_APPLICABLE]);
                hash.update(reason.as_bytes());
            }
        }
        hash.update([0]);
    }
    hash.finalize().into()
}

/// A goal's id, and its questions' places with whether each is a nyckelfråga.
type PlannedGoal<'a> = (&'a str, Vec<(usize, bool)>);

/// The wave's edition as columns.
pub(super) struct Plan<'a> {
    pub(super) edition: &'a Edition,
    /// Question ids in order.
    pub(super) questions: Vec<&'a str>,
    /// Goals in order.
    pub(super) goals: Vec<PlannedGoal<'a>>,
    columns: HashMap<&'a str, usize>,
}

/// How the questions of an edition stand in the wave's.
pub(super) struct Mapping {
    /// For each question of the wave's edition, whether an answer still answers it.
    questions: Vec<bool>,
    /// For each goal, whether enough of it is mapped.
    goals: Vec<bool>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(edition: &'a Edition) -> Plan<'a> {
        let mut questions = Vec::new();
        let mut goals = Vec::new();
        for goal in &edition.goals {
            let of_goal = goal.questions.iter().map(|mapped| {
                questions.push(mapped.id.as_str());
                (questions.len() - 1, mapped.essential)
            });
            let of_goal = of_goal.collect();
            goals.push((goal.id.as_str(), of_goal));
        }
        let columns = questions.iter().enumerate().map(|(place, id)| (*id, place));
        Plan {
            edition,
            columns: columns.collect(),
            questions,
            goals,
        }
    }

    /// How another edition's answers take part: the questions that mean the same, and the goals of
    /// which 80 per cent of the questions and every nyckelfråga do. `None` if nothing leads here.
    pub(super) fn mapping(&self, content: &Content, from: &str) -> Option<Mapping> {
        let map = EditionMap::between(content, from, &self.edition.id)?;
        let keeps = |id: &&str| map.change(id).keeps_its_meaning();
        let questions: Vec<bool> = self.questions.iter().map(keeps).collect();
        let goal = |(_, of_goal): &PlannedGoal<'_>| {
            let mapped = of_goal
                .iter()
                .filter(|(place, _)| questions[*place])
                .count();
            let essential = of_goal
                .iter()
                .all(|(place, essential)| !essential || questions[*place]);
            essential && 100 * mapped >= MAPPED * of_goal.len()
        };
        let goals = self.goals.iter().map(goal).collect();
        Some(Mapping { questions, goals })
    }

    /// Whether the figures of each cell on an earlier edition can stand beside this edition's: goals
    /// first, then questions.
    pub(super) fn stands_from(&self, content: &Content, from: &str) -> Vec<bool> {
        match self.mapping(content, from) {
            Some(Mapping { questions, goals }) => [goals, questions].concat(),
            None => vec![false; self.goals.len() + self.questions.len()],
        }
    }

    /// The answers as codes. What the edition does not allow for the kind counts as missing.
    pub(super) fn codes(&self, submission: &Submission, mapping: &Mapping) -> Box<[Code]> {
        let blank = |mapped: &bool| if *mapped { UNKNOWN } else { NOT_ASKED };
        let mut codes: Box<[Code]> = mapping.questions.iter().map(blank).collect();
        for (id, answer) in &submission.answers {
            let Some(&place) = self.columns.get(id.as_str()) else {
                continue;
            };
            if codes[place] != UNKNOWN {
                continue;
            }
            codes[place] = match answer {
                Answer::Level(level) => level.number(),
                Answer::DontKnow => UNKNOWN,
                Answer::NotApplicable(reason) => {
                    let kind = Some(submission.counted.kind);
                    let question = self.edition.question(id);
                    match question.is_some_and(|q| q.may_be_not_applicable(reason, kind)) {
                        true => NOT_APPLICABLE,
                        false => UNKNOWN,
                    }
                }
            };
        }
        codes
    }

    /// Where each goal stands, over the questions that are mapped.
    pub(super) fn stand(&self, codes: &[Code], mapping: &Mapping) -> Box<[Option<(Mean, Level)>]> {
        let goal = |((_, of_goal), mapped): (&PlannedGoal<'_>, &bool)| {
            let applicable = of_goal
                .iter()
                .filter(|(place, _)| codes[*place] < NOT_ASKED)
                .map(|(place, essential)| (*essential, Level::try_from(codes[*place]).ok()));
            mapped.then(|| scoring::stand(applicable))?
        };
        self.goals.iter().zip(&mapping.goals).map(goal).collect()
    }
}

impl<'a> Intake<'a> {
    /// A wave on a day, on the edition that was the latest then.
    ///
    /// # Errors
    /// [`NoEdition`], if none had been published.
    pub fn new(content: &'a Content, date: Day) -> Result<Intake<'a>, NoEdition> {
        let day = date.to_string();
        let edition = content
            .editions
            .values()
            .filter(|edition| edition.published <= day)
            .max_by_key(|edition| (&edition.published, edition.number, &edition.id))
            .ok_or(NoEdition(date))?;
        Ok(Intake {
            content,
            plan: Plan::new(edition),
            date,
            plans: HashMap::new(),
            entries: Vec::new(),
            latest: HashMap::new(),
            seen: HashSet::new(),
            owners: HashMap::new(),
            problems: Vec::new(),
            notes: Vec::new(),
            submissions: 0,
            synthetic: false,
        })
    }

    /// Takes in one submission. What is wrong with it is told when the release is made.
    pub fn add(&mut self, submission: &Submission) {
        self.submissions += 1;
        let (organisation, submitted) = (&submission.organisation, submission.submitted);
        if !self.seen.insert((organisation.as_str().into(), submitted)) {
            self.problems.push(Problem::SameDay {
                organisation: organisation.clone(),
                submitted,
            });
            return;
        }
        self.know_owner(submission);
        if !self.is_of_its_edition(submission) {
            return;
        }
        let why = match submitted > self.date {
            true => Some(WhyLeftOut::Later),
            false => submission.why_left_out(self.date),
        };
        match why {
            Some(why) => self.note(submission, why),
            None => self.keep_latest(submission),
        }
    }

    /// Tells who owns an organisation, as a register has it. What a submission says goes before.
    pub fn owned(&mut self, organisation: &str, owner: &str) {
        self.owners
            .entry(organisation.into())
            .or_insert_with(|| (None, owner.into()));
    }

    /// An owner stands between the organisations it owns and its own owner whether it takes part or
    /// not.
    fn know_owner(&mut self, submission: &Submission) {
        let (organisation, day) = (submission.organisation.as_str(), submission.submitted);
        let known = self.owners.get(organisation);
        if known.is_some_and(|(since, _)| *since > Some(day)) {
            return;
        }
        match &submission.owner {
            Some(owner) => {
                let known = (Some(day), owner.as_str().into());
                self.owners.insert(organisation.into(), known);
            }
            None if known.is_some() => {
                self.owners.remove(organisation);
            }
            None => {}
        }
    }

    /// Whether the edition is known and has every question that is answered, and every tip is
    /// known; says so if not. A plan may be of another edition than the answers.
    fn is_of_its_edition(&mut self, submission: &Submission) -> bool {
        let Some(edition) = self.content.editions.get(&submission.edition) else {
            self.problems.push(Problem::UnknownEdition {
                organisation: submission.organisation.clone(),
                submitted: submission.submitted,
                edition: submission.edition.clone(),
            });
            return false;
        };
        let unknown = submission
            .answers
            .keys()
            .filter(|id| !edition.questions.contains_key(*id));
        let before = self.problems.len();
        self.problems
            .extend(unknown.map(|id| Problem::UnknownQuestion {
                organisation: submission.organisation.clone(),
                submitted: submission.submitted,
                edition: submission.edition.clone(),
                question: id.clone(),
            }));
        let content = self.content;
        let is_known = |told: &&CardTold| {
            let mut editions = content.editions.values();
            editions.any(|edition| edition.card(&told.card).is_some())
        };
        let told = submission.plan.iter().flatten();
        let unknown = told.filter(|told| !is_known(told));
        self.problems
            .extend(unknown.map(|told| Problem::UnknownCard {
                organisation: submission.organisation.clone(),
                submitted: submission.submitted,
                card: told.card.clone(),
            }));
        before == self.problems.len()
    }

    fn keep_latest(&mut self, submission: &Submission) {
        let place = self.latest.get(submission.organisation.as_str()).copied();
        if place.is_some_and(|place| self.entries[place].submitted > submission.submitted) {
            return;
        }
        let mapping = self
            .plans
            .entry(submission.edition.clone())
            .or_insert_with(|| self.plan.mapping(self.content, &submission.edition));
        let (codes, goals) = match mapping {
            Some(mapping) => {
                let codes = self.plan.codes(submission, mapping);
                let goals = self.plan.stand(&codes, mapping);
                (codes, goals)
            }
            // The latest all the same: an older one must not stand for it.
            None => Default::default(),
        };
        let entry = Entry {
            answered: answered(&submission.answers),
            organisation: submission.organisation.as_str().into(),
            owner: submission.owner.as_deref().map(Box::from),
            counted: submission.counted,
            submitted: submission.submitted,
            codes,
            goals,
            plan: submission.plan.clone(),
        };
        match place {
            Some(place) => self.entries[place] = entry,
            None => {
                self.latest
                    .insert(entry.organisation.clone(), self.entries.len());
                self.entries.push(entry);
            }
        }
        self.synthetic |= submission.synthetic;
    }

    fn note(&mut self, submission: &Submission, why: WhyLeftOut) {
        self.notes.push(Note {
            organisation: submission.organisation.clone(),
            submitted: submission.submitted,
            why,
        });
    }
}
