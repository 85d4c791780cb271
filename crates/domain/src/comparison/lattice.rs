//! Jämförelsegrupper: the fixed groups that figures are given for, and how they lie in each other.
//!
//! The lattice has a version. A new division is a new version, never a change of this one, since
//! figures of two divisions can be held against each other. Nobody composes a group.

use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::{Classification, Lan, OrganisationKind, OrganisationType, SkrGroup};

/// The version of the division into groups.
pub const LATTICE: u32 = 1;

/// A jämförelsegrupp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Group {
    /// Everyone.
    All,
    /// All of one of the four types.
    Type(OrganisationType),
    /// Municipalities by number of inhabitants.
    Size(SizeBand),
    /// Municipalities by kommungrupp.
    Skr(SkrGroup),
    /// Municipalities by län.
    Lan(Lan),
    /// State agencies, or publicly owned companies, by what they buy for in a year.
    Volume(ByVolume, VolumeBand),
}

/// Inhabitants of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeBand {
    /// Below 10 000.
    Below10000,
    /// 10 000 to 19 999.
    From10000,
    /// 20 000 to 49 999.
    From20000,
    /// 50 000 to 99 999.
    From50000,
    /// 100 000 or more. One group, since fewer than six municipalities have above 200 000.
    From100000,
}

/// The types that are divided by what they buy for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ByVolume {
    /// State agencies.
    StatligMyndighet,
    /// Publicly owned companies.
    Bolag,
}

/// What an organisation buys for in a year, million kronor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VolumeBand {
    /// Below 50.
    Below50,
    /// 50 to below 250.
    From50,
    /// 250 to below 1 000.
    From250,
    /// 1 000 or more.
    From1000,
}

/// A way to divide a group. The groups of one partition have no organisation in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Partition {
    /// Everyone by type.
    Type,
    /// By number of inhabitants.
    Size,
    /// By kommungrupp.
    Skr,
    /// By län.
    Lan,
    /// By purchasing volume.
    Volume,
}

/// What an organisation is counted as where groups are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its kind.
    pub kind: OrganisationKind,
    /// The län it lies in, or whose region it is.
    pub lan: Option<Lan>,
    /// Kommungrupp.
    pub skr: Option<SkrGroup>,
    /// Inhabitants.
    pub population: Option<u32>,
    /// What it buys for in a year, kronor.
    pub volume: Option<u64>,
}

impl SizeBand {
    /// All bands, smallest first.
    pub const ALL: [SizeBand; 5] = [
        SizeBand::Below10000,
        SizeBand::From10000,
        SizeBand::From20000,
        SizeBand::From50000,
        SizeBand::From100000,
    ];

    /// The band of a number of inhabitants.
    pub fn of(population: u32) -> SizeBand {
        match population {
            0..10_000 => SizeBand::Below10000,
            10_000..20_000 => SizeBand::From10000,
            20_000..50_000 => SizeBand::From20000,
            50_000..100_000 => SizeBand::From50000,
            100_000.. => SizeBand::From100000,
        }
    }

    fn code(self) -> &'static str {
        match self {
            SizeBand::Below10000 => "under-10000",
            SizeBand::From10000 => "10000-19999",
            SizeBand::From20000 => "20000-49999",
            SizeBand::From50000 => "50000-99999",
            SizeBand::From100000 => "100000-eller-fler",
        }
    }
}

impl ByVolume {
    /// Both.
    pub const ALL: [ByVolume; 2] = [ByVolume::StatligMyndighet, ByVolume::Bolag];

    /// The type that is divided.
    pub fn organisation_type(self) -> OrganisationType {
        match self {
            ByVolume::StatligMyndighet => OrganisationType::StatligMyndighet,
            ByVolume::Bolag => OrganisationType::Bolag,
        }
    }
}

impl VolumeBand {
    /// All bands, smallest first.
    pub const ALL: [VolumeBand; 4] = [
        VolumeBand::Below50,
        VolumeBand::From50,
        VolumeBand::From250,
        VolumeBand::From1000,
    ];

    /// The band of a purchasing volume, kronor a year.
    pub fn of(volume: u64) -> VolumeBand {
        match volume / 1_000_000 {
            0..50 => VolumeBand::Below50,
            50..250 => VolumeBand::From50,
            250..1000 => VolumeBand::From250,
            1000.. => VolumeBand::From1000,
        }
    }

    fn code(self) -> &'static str {
        match self {
            VolumeBand::Below50 => "under-50-mkr",
            VolumeBand::From50 => "50-249-mkr",
            VolumeBand::From250 => "250-999-mkr",
            VolumeBand::From1000 => "1000-mkr-eller-mer",
        }
    }
}

/// The code of a type, as groups are called.
fn type_code(organisation_type: OrganisationType) -> &'static str {
    match organisation_type {
        OrganisationType::Kommun => "kommun",
        OrganisationType::Region => "region",
        OrganisationType::StatligMyndighet => "statlig-myndighet",
        OrganisationType::Bolag => "bolag",
    }
}

/// The four types, in the order they are shown.
pub const TYPES: [OrganisationType; 4] = [
    OrganisationType::Kommun,
    OrganisationType::Region,
    OrganisationType::StatligMyndighet,
    OrganisationType::Bolag,
];

impl Group {
    /// Every group of the lattice, a group always before those that divide it.
    pub fn all() -> impl Iterator<Item = Group> {
        let types = TYPES.into_iter().map(Group::Type);
        let sizes = SizeBand::ALL.into_iter().map(Group::Size);
        let skr = SkrGroup::ALL.into_iter().map(Group::Skr);
        let lan = Lan::all().map(Group::Lan);
        let volumes = ByVolume::ALL.into_iter().flat_map(|by| {
            VolumeBand::ALL
                .into_iter()
                .map(move |band| Group::Volume(by, band))
        });
        std::iter::once(Group::All)
            .chain(types)
            .chain(sizes)
            .chain(skr)
            .chain(lan)
            .chain(volumes)
    }

    /// The group's code in addresses and files, for example `kommun-lan-12`.
    pub fn code(self) -> String {
        match self {
            Group::All => "alla".to_owned(),
            Group::Type(organisation_type) => type_code(organisation_type).to_owned(),
            Group::Size(band) => format!("kommun-{}", band.code()),
            Group::Skr(group) => format!("kommun-{}", group.code().to_lowercase()),
            Group::Lan(lan) => format!("kommun-lan-{}", lan.code()),
            Group::Volume(by, band) => {
                format!("{}-{}", type_code(by.organisation_type()), band.code())
            }
        }
    }

    /// The group that this one divides, and how. `None` for everyone.
    pub fn parent(self) -> Option<(Group, Partition)> {
        let kommun = Group::Type(OrganisationType::Kommun);
        match self {
            Group::All => None,
            Group::Type(_) => Some((Group::All, Partition::Type)),
            Group::Size(_) => Some((kommun, Partition::Size)),
            Group::Skr(_) => Some((kommun, Partition::Skr)),
            Group::Lan(_) => Some((kommun, Partition::Lan)),
            Group::Volume(by, _) => Some((Group::Type(by.organisation_type()), Partition::Volume)),
        }
    }
}

impl Counted {
    /// The type an organisation is compared as. `None` for kommunalförbund and private entities
    /// under LUF, which take part among everyone only. Gotland stands once, as a municipality,
    /// even where it is called a region.
    pub fn organisation_type(&self) -> Option<OrganisationType> {
        match self.kind {
            OrganisationKind::Kommunalforbund | OrganisationKind::PrivatEnhetLuf => None,
            OrganisationKind::Region if self.lan.is_some_and(Lan::is_gotland) => {
                Some(OrganisationType::Kommun)
            }
            kind => Some(kind.organisation_type()),
        }
    }

    /// The groups that an organisation belongs to, widest first. One that lacks a fact is left out
    /// of the groups that need it.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups = vec![Group::All];
        let Some(organisation_type) = self.organisation_type() else {
            return groups;
        };
        groups.push(Group::Type(organisation_type));
        let volume = |by| {
            let band = VolumeBand::of(self.volume?);
            Some(Group::Volume(by, band))
        };
        match organisation_type {
            OrganisationType::Kommun => {
                groups.extend(
                    self.population
                        .map(|people| Group::Size(SizeBand::of(people))),
                );
                groups.extend(self.skr.map(Group::Skr));
                groups.extend(self.lan.map(Group::Lan));
            }
            OrganisationType::Region => {}
            OrganisationType::StatligMyndighet => groups.extend(volume(ByVolume::StatligMyndighet)),
            OrganisationType::Bolag => groups.extend(volume(ByVolume::Bolag)),
        }
        groups
    }

    /// The groups to compare with, closest first: kommungrupp, size, type, everyone; for agencies
    /// and companies volume, type, everyone. Whoever asks takes the first that has figures, and
    /// says that it did.
    pub fn fallback(&self) -> Vec<Group> {
        let mut groups = self.groups();
        groups.retain(|group| !matches!(group, Group::Lan(_)));
        groups.reverse();
        groups
    }
}

impl From<&Classification> for Counted {
    fn from(classification: &Classification) -> Counted {
        Counted {
            kind: classification.kind,
            lan: classification.lan,
            skr: classification.group,
            population: classification.population,
            volume: classification.volume,
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

/// A code that is no group's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no group")]
pub struct UnknownGroup(pub String);

impl TryFrom<&str> for Group {
    type Error = UnknownGroup;

    fn try_from(code: &str) -> Result<Self, UnknownGroup> {
        Group::all()
            .find(|group| group.code() == code)
            .ok_or_else(|| UnknownGroup(code.to_owned()))
    }
}

impl TryFrom<String> for Group {
    type Error = UnknownGroup;

    fn try_from(code: String) -> Result<Self, UnknownGroup> {
        Group::try_from(code.as_str())
    }
}

impl From<Group> for String {
    fn from(group: Group) -> String {
        group.code()
    }
}

impl JsonSchema for Group {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Group".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let codes: BTreeSet<String> = Group::all().map(Group::code).collect();
        schemars::json_schema!({
            "description": "The code of a jämförelsegrupp.",
            "type": "string",
            "enum": codes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(kind: OrganisationKind) -> Counted {
        Counted {
            kind,
            lan: Some(Lan::try_from("09").unwrap()),
            skr: Some(SkrGroup::B3),
            population: Some(61_000),
            volume: Some(249_999_999),
        }
    }

    fn codes(groups: Vec<Group>) -> Vec<String> {
        groups.into_iter().map(Group::code).collect()
    }

    #[test]
    fn every_code_names_its_group_and_no_other() {
        let mut seen = BTreeSet::new();
        for group in Group::all() {
            assert_eq!(Group::try_from(group.code().as_str()), Ok(group));
            assert!(seen.insert(group.code()));
        }
        assert!(Group::try_from("kommun-lan-02").is_err());
    }

    #[test]
    fn a_group_comes_after_the_one_it_divides() {
        let all: Vec<Group> = Group::all().collect();
        for (place, group) in all.iter().enumerate() {
            if let Some((parent, _)) = group.parent() {
                assert!(all[..place].contains(&parent), "{group}");
            }
        }
    }

    #[test]
    fn gotland_stands_once_as_a_municipality() {
        let expected = [
            "alla",
            "kommun",
            "kommun-50000-99999",
            "kommun-b3",
            "kommun-lan-09",
        ];
        for kind in [OrganisationKind::Kommun, OrganisationKind::Region] {
            assert_eq!(codes(counted(kind).groups()), expected);
        }
    }

    #[test]
    fn federations_and_private_entities_are_among_everyone_only() {
        for kind in [
            OrganisationKind::Kommunalforbund,
            OrganisationKind::PrivatEnhetLuf,
        ] {
            assert_eq!(codes(counted(kind).groups()), ["alla"]);
        }
    }

    #[test]
    fn an_organisation_falls_back_to_wider_groups() {
        assert_eq!(
            codes(counted(OrganisationKind::Kommun).fallback()),
            ["kommun-b3", "kommun-50000-99999", "kommun", "alla"]
        );
        assert_eq!(
            codes(counted(OrganisationKind::StatligtBolag).fallback()),
            ["bolag-50-249-mkr", "bolag", "alla"]
        );
        let region = Counted {
            lan: None,
            ..counted(OrganisationKind::Region)
        };
        assert_eq!(codes(region.fallback()), ["region", "alla"]);
    }

    #[test]
    fn what_is_not_known_puts_nobody_in_a_group() {
        let unknown = Counted {
            kind: OrganisationKind::Kommun,
            lan: None,
            skr: None,
            population: None,
            volume: None,
        };
        assert_eq!(codes(unknown.groups()), ["alla", "kommun"]);
    }
}
