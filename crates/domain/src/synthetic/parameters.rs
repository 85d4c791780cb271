//! What the model is told.

use crate::day::Day;
use crate::organisation::OrganisationType;

/// One value for each of the four types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByType<T> {
    /// Municipalities.
    pub kommun: T,
    /// Regions.
    pub region: T,
    /// State agencies, universities included.
    pub statlig_myndighet: T,
    /// Publicly owned companies.
    pub bolag: T,
}

impl<T: Copy> ByType<T> {
    /// The same value for all.
    pub fn all(value: T) -> ByType<T> {
        ByType {
            kommun: value,
            region: value,
            statlig_myndighet: value,
            bolag: value,
        }
    }

    /// The value of a type.
    pub fn of(&self, organisation_type: OrganisationType) -> T {
        match organisation_type {
            OrganisationType::Kommun => self.kommun,
            OrganisationType::Region => self.region,
            OrganisationType::StatligMyndighet => self.statlig_myndighet,
            OrganisationType::Bolag => self.bolag,
        }
    }
}

/// What the model is told. Abilities, difficulties and what moves them are on one scale, where an
/// organisation at the middle of it stands between level 2 and 3 on a question of middling
/// difficulty, and the next level is 1,2 away. Shares are from 0 to 1.
#[derive(Clone, Debug)]
pub struct Parameters {
    /// How many organisations there are.
    pub organisations: ByType<usize>,
    /// The dates of the waves, about a year between each and the next.
    pub waves: Vec<Day>,
    /// The share of the organisations that take part in a wave: about so many have handed in
    /// within its 24 months, other ones from wave to wave.
    pub participation: ByType<f64>,
    /// The share that hand in anew when what they handed in is a year old. The others let it
    /// stand for a year more.
    pub renewal: f64,
    /// The share of those that have let it stand for a year who then hand in. The others' leaves
    /// the comparison by its age.
    pub return_late: f64,
    /// The mean ability.
    pub ability: ByType<f64>,
    /// How abilities are spread around it.
    pub ability_spread: f64,
    /// How much more able the largest are than the middling, and these than the smallest.
    pub size_effect: f64,
    /// How far the ability in one goal tells that in another: their correlation.
    pub goal_correlation: f64,
    /// How goals, and the questions within a goal, differ in difficulty.
    pub difficulty_spread: f64,
    /// How much harder a goal's last question is than its first.
    pub place_effect: f64,
    /// How much easier a nyckelfråga is than its place says.
    pub essential_ease: f64,
    /// How an organisation's strong and weak questions differ from what its ability says, the
    /// same in every round.
    pub question_spread: f64,
    /// How generous and stern respondents differ, the same for all their answers.
    pub respondent_spread: f64,
    /// How a respondent's answers to one question differ from round to round.
    pub answer_spread: f64,
    /// The share of respondents who do not know, at a question.
    pub dont_know: f64,
    /// The share of organisations to which a question is inte tillämpligt for a reason that their
    /// kind may give; for good.
    pub not_applicable: f64,
    /// How much abler an organisation grows in a year, on average.
    pub improvement: f64,
    /// How that is spread; some fall back.
    pub improvement_spread: f64,
    /// The share of goals in which an organisation acts on its tips, in a year.
    pub acts_on_tips: f64,
    /// How much abler in the goal that makes it.
    pub tip_effect: f64,
    /// The share of municipalities that are in another kommungrupp a year later.
    pub reclassified: f64,
    /// The share of agencies and companies that are merged into another in a year, and gone.
    pub merged: f64,
}

impl Parameters {
    /// Sweden as statistics tell of it: municipalities and regions as many as there are, agencies
    /// too, and of the companies those that buy anything to speak of. The abilities are chosen so
    /// that the four types lie to each other as in the national surveys.
    pub fn sweden(waves: Vec<Day>) -> Parameters {
        Parameters {
            organisations: ByType {
                kommun: 290,
                region: 20,
                statlig_myndighet: 350,
                bolag: 900,
            },
            waves,
            participation: ByType {
                kommun: 0.6,
                region: 0.8,
                statlig_myndighet: 0.4,
                bolag: 0.3,
            },
            renewal: 0.75,
            return_late: 0.5,
            ability: ByType {
                kommun: 0.0,
                region: 0.6,
                statlig_myndighet: 0.0,
                bolag: -0.1,
            },
            ability_spread: 0.7,
            size_effect: 0.25,
            goal_correlation: 0.6,
            difficulty_spread: 0.35,
            place_effect: 0.6,
            essential_ease: 0.2,
            question_spread: 0.7,
            respondent_spread: 0.35,
            answer_spread: 0.4,
            dont_know: 0.06,
            not_applicable: 0.4,
            improvement: 0.1,
            improvement_spread: 0.15,
            acts_on_tips: 0.2,
            tip_effect: 0.5,
            reclassified: 0.004,
            merged: 0.004,
        }
    }

    /// The same model of so many organisations, in the same proportions.
    pub fn of_size(self, organisations: usize) -> Parameters {
        let now = self.organisations;
        let all = now.kommun + now.region + now.statlig_myndighet + now.bolag;
        let part = |count: usize| count * organisations / all.max(1);
        let (kommun, region) = (part(now.kommun), part(now.region));
        let statlig_myndighet = part(now.statlig_myndighet);
        Parameters {
            organisations: ByType {
                kommun,
                region,
                statlig_myndighet,
                bolag: organisations - kommun - region - statlig_myndighet,
            },
            ..self
        }
    }
}
