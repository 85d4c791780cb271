//! Synthetic organisations that answer through a series of waves: to show comparison with, to
//! attack it with and to measure it with. They say nothing of real ones.
//!
//! # The model
//!
//! It is like those of item response theory. An *organisation* has an ability in each goal: the
//! mean of its type, more for the larger, spread around that, and correlated over goals. A
//! *question* has a difficulty: that of its goal, of its place in the goal (later is harder,
//! nyckelfrågor are easier) and its own. How far an organisation stands above a question, with its
//! own strengths and weaknesses there, is what each *respondent* sees, some more sternly than
//! others; three thresholds make it a level. They agree on the middle of what they say. Some do not
//! know; and where the edition lets a kind of organisation give a reason, the question is inte
//! tillämpligt to a share of them, for good.
//!
//! A year later everyone has *drifted*: abler on average, some less; and abler in the goals where
//! it acted on its tips. Participation comes and goes: some enter, some hand in anew, some let
//! what they handed in stand until it is too old. Now and then a municipality gets another
//! kommungrupp, an organisation grows into another size, an agency or company is merged into
//! another.
//!
//! Every share and size is in [`Parameters`]. Everything is drawn from one seeded sequence,
//! [`Draws`], with a branch of its own for each organisation and year: the same seed gives the
//! same population for ever, an organisation's answers do not hang on anyone else's, and a year
//! more changes no earlier one.
//!
//! # Years and waves
//!
//! The first wave's year is year 1. Year 0 is the one before, so that the first wave too has those
//! whose submission is a year old.

mod answers;
mod build;
mod draws;
mod names;
mod organisation;
mod parameters;
mod participation;

use answers::Questions;
use participation::Chain;

pub use build::Places;
pub use draws::Draws;
pub use organisation::Organisation;
pub use parameters::{ByType, Parameters};

use crate::assessment::{Answers, Depth};
use crate::comparison::{Counted, Submission};
use crate::day::Day;
use crate::instrument::Edition;

/// What is drawn for the population, each from a branch of its own.
const ORGANISATIONS: u64 = 1;
const QUESTIONS: u64 = 2;
const ANSWERS: u64 = 3;
const PARTICIPATION: u64 = 4;
const DAYS: u64 = 5;

/// Organisations hand in within so many days before a wave.
const LAST_DAYS: usize = 120;

/// Synthetic organisations with all that they hand in.
#[derive(Clone, Debug)]
pub struct Population {
    parameters: Parameters,
    edition: String,
    questions: Questions,
    organisations: Vec<Organisation>,
    chains: ByType<Chain>,
    /// The last day of each year.
    ends: Vec<Day>,
    answers: Draws,
    participation: Draws,
    days: Draws,
}

impl Population {
    /// The population of a seeded sequence, which answers an edition.
    pub fn new(
        edition: &Edition,
        places: &Places,
        parameters: Parameters,
        draws: &Draws,
    ) -> Population {
        let questions = Questions::new(edition, &parameters, draws.branch(QUESTIONS));
        let organisations = build::organisations(places, &parameters, &draws.branch(ORGANISATIONS));
        let participation = parameters.participation;
        let chain = |share| Chain::new(share, parameters.renewal, parameters.return_late);
        let before = parameters.waves.first().map(|wave| wave.months_before(12));
        Population {
            edition: edition.id.clone(),
            questions,
            organisations,
            chains: ByType {
                kommun: chain(participation.kommun),
                region: chain(participation.region),
                statlig_myndighet: chain(participation.statlig_myndighet),
                bolag: chain(participation.bolag),
            },
            ends: before.iter().chain(&parameters.waves).copied().collect(),
            answers: draws.branch(ANSWERS),
            participation: draws.branch(PARTICIPATION),
            days: draws.branch(DAYS),
            parameters,
        }
    }

    /// All organisations: municipalities, regions, agencies, companies.
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// The waves' dates.
    pub fn waves(&self) -> &[Day] {
        &self.parameters.waves
    }

    /// The years that an organisation hands in, earliest first.
    pub fn years<'a>(&'a self, organisation: &'a Organisation) -> impl Iterator<Item = usize> + 'a {
        (0..self.ends.len()).filter(|year| self.latest(organisation, *year) == Some(*year))
    }

    /// The day of a year that an organisation hands in, if it does; `None` for a year beyond the
    /// last wave's.
    pub fn day(&self, organisation: &Organisation, year: usize) -> Option<Day> {
        let draws = self.days.branch(organisation.index as u64);
        let before = draws.branch(year as u64).below(LAST_DAYS) as u16;
        self.ends.get(year).map(|end| end.days_before(1 + before))
    }

    /// What an organisation is counted as in a year.
    pub fn counted(&self, organisation: &Organisation, year: usize) -> Counted {
        organisation.counted(year)
    }

    /// What an organisation agrees on in a year, whether it hands in or not.
    pub fn agreed(&self, organisation: &Organisation, year: usize) -> Answers {
        let mut answers = Answers::new();
        self.agree(organisation, year, &mut answers);
        answers
    }

    /// What each of those who answer for an organisation says in a year.
    pub fn voices(&self, organisation: &Organisation, year: usize) -> Vec<Answers> {
        let draws = self.answers.branch(organisation.index as u64);
        self.questions
            .voices(organisation, &self.parameters, &draws, year)
    }

    /// The submissions that stand on a wave's date, one at most of each organisation, counted as of
    /// that date. Waves are numbered from 0.
    pub fn submissions(&self, wave: usize) -> impl Iterator<Item = Submission> + '_ {
        self.organisations.iter().filter_map(move |organisation| {
            let mut submission = self.blank(organisation)?;
            self.fill(organisation, wave, &mut submission)
                .then_some(submission)
        })
    }

    /// Shows each of them in turn in the same place in memory: for populations that are too large
    /// to be held at once.
    ///
    /// # Errors
    /// The first that `show` gives.
    pub fn each_submission<E>(
        &self,
        wave: usize,
        mut show: impl FnMut(&Submission) -> Result<(), E>,
    ) -> Result<(), E> {
        let first = self.organisations.first();
        let Some(mut submission) = first.and_then(|first| self.blank(first)) else {
            return Ok(());
        };
        for organisation in &self.organisations {
            if self.fill(organisation, wave, &mut submission) {
                show(&submission)?;
            }
        }
        Ok(())
    }

    /// Makes a submission the one of an organisation that stands on a wave's date; `false`, and
    /// nothing is changed, if it has none.
    fn fill(&self, organisation: &Organisation, wave: usize, submission: &mut Submission) -> bool {
        let year = wave + 1;
        let Some(latest) = self.latest(organisation, year) else {
            return false;
        };
        let Some(day) = self.day(organisation, latest) else {
            return false;
        };
        submission.organisation = organisation.id();
        submission.owner = organisation
            .owner
            .map(|owner| organisation::id(owner.index));
        submission.counted = organisation.counted(year);
        submission.submitted = day;
        self.agree(organisation, latest, &mut submission.answers);
        true
    }

    fn agree(&self, organisation: &Organisation, year: usize, into: &mut Answers) {
        let draws = self.answers.branch(organisation.index as u64);
        self.questions
            .agreed(organisation, &self.parameters, &draws, year, into);
    }

    /// The year of what an organisation has handed in last, if that still stands in a year.
    fn latest(&self, organisation: &Organisation, year: usize) -> Option<usize> {
        if organisation.merged.is_some_and(|merged| merged <= year) {
            return None;
        }
        let draws = self.participation.branch(organisation.index as u64);
        self.chains
            .of(organisation.kind.organisation_type())
            .latest(draws, year)
    }

    /// A submission of an organisation without anything handed in; `None` if there is no wave.
    fn blank(&self, organisation: &Organisation) -> Option<Submission> {
        Some(Submission {
            organisation: organisation.id(),
            owner: None,
            counted: organisation.counted(0),
            submitted: *self.ends.first()?,
            edition: self.edition.clone(),
            depth: Depth::Full,
            synthetic: true,
            answers: Answers::new(),
            plan: None,
        })
    }
}
