//! Organisations: kinds and sizes, numbers, places, groups, and the register file.

mod address;
mod classification;
mod group;
mod number;
mod place;
pub mod register;
pub mod similar;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use address::{EmailAddress, EmailDomain, NotADomain, NotAnAddress};
pub use classification::Classification;
pub use group::{SkrGroup, UnknownGroup};
pub use number::{NotANumber, OrganisationNumber};
pub use place::{Lan, MunicipalityCode, NotAMunicipality, UnknownLan};

/// What kind of organisation answers. Each folds into one of the four [`OrganisationType`]s.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// Municipality.
    Kommun,
    /// Company owned by a municipality.
    KommunaltBolag,
    /// Federation of municipalities.
    Kommunalforbund,
    /// Region.
    Region,
    /// Company owned by a region.
    RegionaltBolag,
    /// State agency.
    StatligMyndighet,
    /// State university or college.
    UniversitetHogskola,
    /// Company owned by the state.
    StatligtBolag,
    /// Other body governed by public law, for example a foundation.
    OvrigtOffentligtStyrtOrgan,
    /// Private entity under the utilities act (LUF).
    PrivatEnhetLuf,
}

/// The four types that the national statistics use.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationType {
    /// Municipality, federations of municipalities included.
    Kommun,
    /// Region.
    Region,
    /// State agency, universities included.
    StatligMyndighet,
    /// Publicly owned company or other organisation outside the three above.
    Bolag,
}

impl OrganisationKind {
    /// All kinds, in the order a form shows them.
    pub const ALL: [OrganisationKind; 10] = [
        OrganisationKind::Kommun,
        OrganisationKind::KommunaltBolag,
        OrganisationKind::Kommunalforbund,
        OrganisationKind::Region,
        OrganisationKind::RegionaltBolag,
        OrganisationKind::StatligMyndighet,
        OrganisationKind::UniversitetHogskola,
        OrganisationKind::StatligtBolag,
        OrganisationKind::OvrigtOffentligtStyrtOrgan,
        OrganisationKind::PrivatEnhetLuf,
    ];

    /// The code used in files, forms and the API.
    pub fn code(self) -> &'static str {
        match self {
            OrganisationKind::Kommun => "kommun",
            OrganisationKind::KommunaltBolag => "kommunalt_bolag",
            OrganisationKind::Kommunalforbund => "kommunalforbund",
            OrganisationKind::Region => "region",
            OrganisationKind::RegionaltBolag => "regionalt_bolag",
            OrganisationKind::StatligMyndighet => "statlig_myndighet",
            OrganisationKind::UniversitetHogskola => "universitet_hogskola",
            OrganisationKind::StatligtBolag => "statligt_bolag",
            OrganisationKind::OvrigtOffentligtStyrtOrgan => "ovrigt_offentligt_styrt_organ",
            OrganisationKind::PrivatEnhetLuf => "privat_enhet_luf",
        }
    }

    /// The type that national statistics count this kind under.
    pub fn organisation_type(self) -> OrganisationType {
        match self {
            OrganisationKind::Kommun | OrganisationKind::Kommunalforbund => {
                OrganisationType::Kommun
            }
            OrganisationKind::Region => OrganisationType::Region,
            OrganisationKind::StatligMyndighet | OrganisationKind::UniversitetHogskola => {
                OrganisationType::StatligMyndighet
            }
            OrganisationKind::KommunaltBolag
            | OrganisationKind::RegionaltBolag
            | OrganisationKind::StatligtBolag
            | OrganisationKind::OvrigtOffentligtStyrtOrgan
            | OrganisationKind::PrivatEnhetLuf => OrganisationType::Bolag,
        }
    }
}

/// A code that names no kind of organisation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind of organisation: {0}")]
pub struct UnknownKind(pub String);

impl TryFrom<&str> for OrganisationKind {
    type Error = UnknownKind;

    fn try_from(code: &str) -> Result<Self, UnknownKind> {
        OrganisationKind::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| UnknownKind(code.to_owned()))
    }
}

/// Size of organisation, in three steps by yearly purchasing volume. It only chooses which
/// effort band a card shows; no rule for levels looks at it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationSize {
    /// Buys for less than 250 million kronor a year.
    Small,
    /// Buys for 250 million to 1 billion kronor a year.
    Medium,
    /// Buys for more than 1 billion kronor a year.
    Large,
}
