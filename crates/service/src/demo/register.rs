//! The register of a synthetic population, as a file in the format that anyone imports.

use domain::comparison::Counted;
use domain::organisation::OrganisationKind;
use domain::organisation::register::{Column, Entry};
use domain::synthetic::Organisation;

use super::cast::World;
use crate::error::ServiceError;
use crate::secrets::Unreadable;

/// The municipality codes of a register.
pub(super) fn taken(register: &[Entry]) -> Vec<String> {
    let codes = register.iter();
    codes
        .filter_map(|entry| entry.classification.municipality)
        .map(|code| code.to_string())
        .collect()
}

/// The register with what each organisation is counted as in a year, held to be so from a day.
pub(super) fn file(world: &World, year: usize, from: &str) -> Result<Vec<u8>, ServiceError> {
    let population = &world.population;
    let all = population.organisations();
    let mut codes = Codes {
        taken: &world.taken,
        given: Vec::new(),
    };
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record(Column::ALL.map(Column::heading))
        .map_err(|_| Unreadable)?;
    for organisation in all {
        let counted = population.counted(organisation, year);
        let number = |organisation: &Organisation| {
            let number = organisation.number();
            number.map(|number| number.to_string()).unwrap_or_default()
        };
        let owner = organisation.owner().map(|owner| number(&all[owner]));
        let record = Column::ALL.map(|column| match column {
            Column::Name => organisation.name(),
            Column::Number => number(organisation),
            Column::Kind => counted.kind.code().to_owned(),
            Column::Owner => owner.clone().unwrap_or_default(),
            Column::Lan => counted.lan.map(String::from).unwrap_or_default(),
            Column::Municipality => codes.of(&counted),
            Column::Group => counted
                .skr
                .map(|group| group.code())
                .unwrap_or_default()
                .to_owned(),
            Column::Population => told(counted.population),
            Column::Volume => told(counted.volume),
            Column::Domains => organisation.domain(),
            Column::Registrator => format!("registrator@{}", organisation.domain()),
            Column::ValidFrom => from.to_owned(),
        });
        file.write_record(&record).map_err(|_| Unreadable)?;
    }
    Ok(file.into_inner().map_err(|_| Unreadable)?)
}

fn told<T: ToString>(count: Option<T>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

/// Codes that no municipality has, each given once.
struct Codes<'a> {
    taken: &'a [String],
    given: Vec<String>,
}

impl Codes<'_> {
    /// The next free code of the län; nothing for what is no municipality.
    fn of(&mut self, counted: &Counted) -> String {
        let (OrganisationKind::Kommun, Some(lan)) = (counted.kind, counted.lan) else {
            return String::new();
        };
        let free = (0..100)
            .map(|within| format!("{}{within:02}", lan.code()))
            .find(|code| !self.taken.contains(code) && !self.given.contains(code))
            .unwrap_or_default();
        self.given.push(free.clone());
        free
    }
}
