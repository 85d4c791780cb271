//! From parameters to organisations.

use std::collections::BTreeMap;

use super::draws::Draws;
use super::organisation::{Organisation, Owner};
use super::parameters::Parameters;
use crate::organisation::{Classification, Lan, OrganisationKind, SkrGroup};

/// Where municipalities and regions lie: each synthetic one takes the län and the kommungrupp of a
/// real one, so that the groups are as large as they are, and nothing else of it.
#[derive(Clone, Debug, Default)]
pub struct Places {
    municipalities: Vec<(Option<Lan>, Option<SkrGroup>)>,
    regions: Vec<Option<Lan>>,
}

impl Places {
    /// The places of a register.
    pub fn of<'a>(register: impl IntoIterator<Item = &'a Classification>) -> Places {
        let mut places = Places::default();
        for classification in register {
            match classification.kind {
                OrganisationKind::Kommun => places
                    .municipalities
                    .push((classification.lan, classification.group)),
                OrganisationKind::Region => places.regions.push(classification.lan),
                _ => {}
            }
        }
        places
    }
}

/// The share of companies that regions own, and that the state does. The other are municipalities'.
const OF_REGIONS: f64 = 0.08;
const OF_THE_STATE: f64 = 0.1;
/// The share of agencies that are universities.
const UNIVERSITIES: f64 = 0.1;

/// What a municipality or region buys for in a year, kronor for each inhabitant.
const PURCHASES: f64 = 22_000.0;

/// What is drawn for the population as a whole, each from a branch of its own.
const PLACES: u64 = 1;
const OWNERS: u64 = 2;
const OF_ONE: u64 = 3;
/// What is drawn for one of them.
const RARE: u64 = 1;

pub(super) fn organisations(
    places: &Places,
    parameters: &Parameters,
    draws: &Draws,
) -> Vec<Organisation> {
    let mut municipalities = places.municipalities.clone();
    let mut regions = places.regions.clone();
    let mut shuffling = draws.branch(PLACES);
    shuffling.shuffle(&mut municipalities);
    shuffling.shuffle(&mut regions);
    let mut all = Building {
        parameters,
        draws: draws.branch(OF_ONE),
        organisations: Vec::new(),
    };
    let counts = parameters.organisations;
    for ordinal in 0..counts.kommun {
        let (lan, skr) = around(&municipalities, ordinal).unwrap_or_default();
        all.municipality(ordinal, lan, skr);
    }
    for ordinal in 0..counts.region {
        all.region(ordinal, around(&regions, ordinal).flatten());
    }
    let universities = (counts.statlig_myndighet as f64 * UNIVERSITIES) as usize;
    for ordinal in 0..counts.statlig_myndighet - universities {
        all.other(OrganisationKind::StatligMyndighet, ordinal, None);
    }
    for ordinal in 0..universities {
        all.other(OrganisationKind::UniversitetHogskola, ordinal, None);
    }
    all.companies(&mut draws.branch(OWNERS));
    all.organisations
}

/// The item at a place, from the beginning again where there are too few.
fn around<T: Copy>(items: &[T], place: usize) -> Option<T> {
    items.get(place % items.len().max(1)).copied()
}

struct Building<'a> {
    parameters: &'a Parameters,
    draws: Draws,
    organisations: Vec<Organisation>,
}

impl Building<'_> {
    fn municipality(&mut self, ordinal: usize, lan: Option<Lan>, skr: Option<SkrGroup>) {
        let mut draws = self.draws.branch(self.organisations.len() as u64);
        let (fewest, most) = inhabitants(skr);
        let population = skewed(&mut draws, fewest, most);
        let volume = population * PURCHASES * draws.between(0.8, 1.2);
        // From the smallest to the largest, so that most are small.
        let size = (population / 1_000_000.0).sqrt().sqrt() * 4.0 - 2.0;
        let later_skr = skr.and_then(|now| self.later_skr(&mut draws, now));
        self.add(
            Organisation {
                lan,
                skr,
                later_skr,
                population: Some(population as u32),
                ..blank(OrganisationKind::Kommun, ordinal, volume, size)
            },
            draws,
        );
    }

    fn region(&mut self, ordinal: usize, lan: Option<Lan>) {
        let mut draws = self.draws.branch(self.organisations.len() as u64);
        let population = skewed(&mut draws, 130_000.0, 1_900_000.0);
        let volume = population * PURCHASES * draws.between(0.6, 0.9);
        let size = population / 700_000.0 - 0.7;
        self.add(
            Organisation {
                lan,
                population: Some(population as u32),
                ..blank(OrganisationKind::Region, ordinal, volume, size)
            },
            draws,
        );
    }

    /// An agency or a company.
    fn other(&mut self, kind: OrganisationKind, ordinal: usize, owner: Option<Owner>) {
        let mut draws = self.draws.branch(self.organisations.len() as u64);
        let part = draws.share();
        let volume = volume(part);
        let lan = owner.and_then(|owner| self.organisations[owner.index].lan);
        let merged = self.year_of(&draws, self.parameters.merged);
        self.add(
            Organisation {
                owner,
                lan,
                merged,
                ..blank(kind, ordinal, volume, part * 2.0 - 1.0)
            },
            draws,
        );
    }

    /// Companies, each with an owner that is there, if it is not the state's own.
    fn companies(&mut self, draws: &mut Draws) {
        let counts = self.parameters.organisations;
        let of_regions = match counts.region {
            0 => 0,
            _ => (counts.bolag as f64 * OF_REGIONS) as usize,
        };
        let of_municipalities = match counts.kommun {
            0 => 0,
            _ => counts.bolag - of_regions - (counts.bolag as f64 * OF_THE_STATE) as usize,
        };
        let mut companies = BTreeMap::new();
        for number in 0..counts.bolag {
            let (kind, owner) = if number < of_municipalities {
                let ordinal = draws.below(counts.kommun);
                let index = ordinal;
                (OrganisationKind::KommunaltBolag, Some((index, ordinal)))
            } else if number < of_municipalities + of_regions {
                let ordinal = draws.below(counts.region);
                let index = counts.kommun + ordinal;
                (OrganisationKind::RegionaltBolag, Some((index, ordinal)))
            } else {
                (OrganisationKind::StatligtBolag, None)
            };
            let owner = owner.map(|(index, ordinal)| Owner { index, ordinal });
            let ordinal: &mut usize = companies.entry(owner.map(|owner| owner.index)).or_default();
            self.other(kind, *ordinal, owner);
            *ordinal += 1;
        }
    }

    fn add(&mut self, organisation: Organisation, mut draws: Draws) {
        let respondents = 1.5 + 2.0 * (organisation.size + 1.0) + draws.between(0.0, 2.0);
        self.organisations.push(Organisation {
            index: self.organisations.len(),
            growth: 0.01 + 0.01 * draws.normal(),
            respondents: (respondents as usize).clamp(1, super::answers::MOST_RESPONDENTS),
            ..organisation
        });
    }

    /// The first year in which something happens that happens to one this often. A branch of its
    /// own, since more years are more draws.
    fn year_of(&self, draws: &Draws, often: f64) -> Option<usize> {
        let mut draws = draws.branch(RARE);
        (1..=self.parameters.waves.len()).find(|_| draws.chance(often))
    }

    fn later_skr(&self, draws: &mut Draws, now: SkrGroup) -> Option<(usize, SkrGroup)> {
        let step = 1 + draws.below(SkrGroup::ALL.len() - 1);
        let year = self.year_of(draws, self.parameters.reclassified)?;
        let place = SkrGroup::ALL.iter().position(|group| *group == now)?;
        around(&SkrGroup::ALL, place + step).map(|later| (year, later))
    }
}

fn blank(kind: OrganisationKind, ordinal: usize, volume: f64, size: f64) -> Organisation {
    Organisation {
        index: 0,
        ordinal,
        kind,
        owner: None,
        lan: None,
        skr: None,
        later_skr: None,
        population: None,
        volume: volume as u64,
        growth: 0.0,
        merged: None,
        respondents: 1,
        size: size.clamp(-1.0, 1.0),
    }
}

/// Fewest and most inhabitants of a synthetic municipality of a kommungrupp: chosen to look likely.
fn inhabitants(skr: Option<SkrGroup>) -> (f64, f64) {
    match skr {
        Some(SkrGroup::A1) => (360_000.0, 990_000.0),
        Some(SkrGroup::A2) => (10_000.0, 115_000.0),
        Some(SkrGroup::B3) => (50_000.0, 240_000.0),
        Some(SkrGroup::B4) => (6_000.0, 48_000.0),
        Some(SkrGroup::B5) => (7_000.0, 45_000.0),
        Some(SkrGroup::C6) => (17_000.0, 75_000.0),
        Some(SkrGroup::C7) => (4_000.0, 28_000.0),
        Some(SkrGroup::C8) => (2_400.0, 20_000.0),
        Some(SkrGroup::C9) => (2_800.0, 32_000.0),
        None => (5_000.0, 50_000.0),
    }
}

/// The volume, kronor, that such a share of agencies and companies stays below: many are small and
/// few are large.
const VOLUMES: [(f64, f64); 5] = [
    (0.0, 5_000_000.0),
    (0.4, 50_000_000.0),
    (0.75, 250_000_000.0),
    (0.93, 1_000_000_000.0),
    (1.0, 8_000_000_000.0),
];

/// The volume that this share stays below, on straight lines between those that are told.
fn volume(part: f64) -> f64 {
    VOLUMES
        .windows(2)
        .find_map(|line| match line {
            [(from, low), (to, high)] if part < *to => {
                Some(low + (high - low) * (part - from) / (to - from))
            }
            _ => None,
        })
        .unwrap_or(8_000_000_000.0)
}

/// A number between two, more often near the lower.
fn skewed(draws: &mut Draws, from: f64, to: f64) -> f64 {
    let part = draws.share();
    from + (to - from) * part * part
}
