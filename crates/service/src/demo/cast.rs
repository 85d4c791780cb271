//! Who is who in a service to show: its population, the organisations one gets to see from inside,
//! and the people one can sign in as.

use domain::account::{AgencyRole, Role};
use domain::day::Day;
use domain::instrument::Content;
use domain::organisation::OrganisationKind;
use domain::organisation::register::{Known, parse};
use domain::synthetic::{Draws, Organisation, Parameters, Places, Population};

use super::register::taken;
use crate::error::ServiceError;
use crate::organisations::register::shipped;
use crate::secrets::Unreadable;

/// The agency that runs the service, which there is not.
pub const AGENCY: &str = "Exempelmyndigheten (påhittad)";

/// The dates of the waves that have been.
const WAVES: [&str; 3] = ["2028-03-31", "2029-03-31", "2030-03-31"];
/// The day that is today when the service starts.
pub(super) const TODAY: &str = "2030-05-06";

/// Everyone here bears it as a surname.
const SURNAME: &str = "Exempel";

/// Someone whom one can sign in as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Character {
    /// What they are.
    pub part: Part,
    /// Their name.
    pub name: String,
    /// Their address, which no mail reaches.
    pub email: String,
    /// Where they belong.
    pub organisation: String,
}

/// What someone is in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A member of the municipality.
    Municipality(Role),
    /// Kontaktperson in a company that the municipality owns.
    Company,
    /// Kontaktperson in a region.
    Region,
    /// Kontaktperson in a state agency.
    StateAgency,
    /// Someone at the agency that runs the service.
    Agency(AgencyRole),
    /// A second publicerare, since nobody publishes a wave alone.
    SecondPublisher,
}

impl Part {
    /// Everyone, in the order they are shown, each with a first name.
    const ALL: [(Part, &'static str); 11] = [
        (Part::Municipality(Role::Contact), "Alva"),
        (Part::Municipality(Role::Respondent), "Björn"),
        (Part::Municipality(Role::Reader), "Cecilia"),
        (Part::Company, "David"),
        (Part::Region, "Elsa"),
        (Part::StateAgency, "Farid"),
        (Part::Agency(AgencyRole::CaseOfficer), "Greta"),
        (Part::Agency(AgencyRole::Editor), "Hugo"),
        (Part::Agency(AgencyRole::Publisher), "Iris"),
        (Part::SecondPublisher, "Johan"),
        (Part::Agency(AgencyRole::Administrator), "Karin"),
    ];

    /// The role at the agency, for those who work there.
    pub fn agency_role(self) -> Option<AgencyRole> {
        match self {
            Part::Agency(role) => Some(role),
            Part::SecondPublisher => Some(AgencyRole::Publisher),
            _ => None,
        }
    }
}

/// The synthetic world of a seed.
pub(super) struct World {
    pub(super) population: Population,
    /// Codes of municipalities that there are, which no synthetic one gets.
    pub(super) taken: Vec<String>,
    pub(super) cast: Vec<Character>,
    /// Places in the population of the organisations that are seen from inside.
    pub(super) municipality: usize,
    pub(super) company: usize,
    pub(super) region: usize,
    pub(super) state_agency: usize,
}

impl World {
    pub(super) fn new(content: &Content, seed: u64) -> Result<World, ServiceError> {
        let edition = content.editions.get(&content.current).ok_or(Unreadable)?;
        let register = parse(&shipped(), &Known::new()).map_err(|_| Unreadable)?;
        let places = Places::of(register.iter().map(|entry| &entry.classification));
        let waves = WAVES.map(Day::try_from);
        let waves = waves.into_iter().collect::<Result<_, _>>();
        let parameters = Parameters::sweden(waves.map_err(|_| Unreadable)?);
        let population = Population::new(edition, &places, parameters, &Draws::new(seed));
        let all = population.organisations();
        let first = |kind| {
            let mut all = all.iter();
            all.find(|organisation| organisation.kind() == kind)
                .map(Organisation::index)
                .ok_or(Unreadable)
        };
        let owned = |organisation: &&Organisation| {
            organisation
                .owner()
                .is_some_and(|at| is_shown_well(&population, &all[at]))
        };
        let company = all.iter().find(owned).ok_or(Unreadable)?;
        let municipality = company.owner().ok_or(Unreadable)?;
        let region = first(OrganisationKind::Region)?;
        let state_agency = first(OrganisationKind::StatligMyndighet)?;
        let company = company.index();
        let cast = Part::ALL.map(|(part, first_name)| {
            let (organisation, domain) = match part {
                Part::Municipality(_) => told(&all[municipality]),
                Part::Company => told(&all[company]),
                Part::Region => told(&all[region]),
                Part::StateAgency => told(&all[state_agency]),
                Part::Agency(_) | Part::SecondPublisher => {
                    (AGENCY.to_owned(), "exempelmyndigheten.example".to_owned())
                }
            };
            Character {
                part,
                name: format!("{first_name} {SURNAME}"),
                email: format!("{}@{domain}", first_name.to_lowercase().replace('ö', "o")),
                organisation,
            }
        });
        Ok(World {
            taken: taken(&register),
            cast: cast.into(),
            municipality,
            company,
            region,
            state_agency,
            population,
        })
    }

    /// The organisations that are seen from inside.
    pub(super) fn shown(&self) -> [usize; 4] {
        [
            self.municipality,
            self.company,
            self.region,
            self.state_agency,
        ]
    }
}

fn told(organisation: &Organisation) -> (String, String) {
    (organisation.name(), organisation.domain())
}

/// Whether an organisation shows what there is to see: a municipality where several answer, and
/// whose kommungrupp has many.
fn is_shown_well(population: &Population, organisation: &Organisation) -> bool {
    let counted = population.counted(organisation, 0);
    let group = counted.skr.map(|group| group.code());
    let large = matches!(group, Some("A2" | "B4" | "C7" | "C8"));
    organisation.kind() == OrganisationKind::Kommun && large && organisation.respondents() >= 3
}
