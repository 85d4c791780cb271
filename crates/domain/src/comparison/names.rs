//! What groups are called.

use super::lattice::{ByVolume, Group, SizeBand, VolumeBand};
use crate::organisation::OrganisationType;
use crate::text::Lang;

impl Group {
    /// The group's name as a heading or a choice says it, for example "Kommuner i Skåne län".
    pub fn name(self, lang: Lang) -> String {
        match (self, lang) {
            (Group::All, Lang::Sv) => "Alla organisationer".to_owned(),
            (Group::All, Lang::En) => "All organisations".to_owned(),
            (Group::Type(organisation_type), _) => plural(organisation_type, lang).to_owned(),
            (Group::Size(band), Lang::Sv) => format!("Kommuner med {}", inhabitants(band, lang)),
            (Group::Size(band), Lang::En) => {
                format!("Municipalities with {}", inhabitants(band, lang))
            }
            (Group::Skr(group), Lang::Sv) => {
                format!(
                    "Kommuner i kommungrupp {}: {}",
                    group.code(),
                    group.name(lang)
                )
            }
            (Group::Skr(group), Lang::En) => format!(
                "Municipalities in municipality group {}: {}",
                group.code(),
                group.name(lang)
            ),
            (Group::Lan(lan), Lang::Sv) => format!("Kommuner i {}", lan.name(lang)),
            (Group::Lan(lan), Lang::En) => format!("Municipalities in {}", lan.name(lang)),
            (Group::Volume(by, band), Lang::Sv) => {
                format!(
                    "{} som köper för {}",
                    plural(by.organisation_type(), lang),
                    money(band, lang)
                )
            }
            (Group::Volume(by, band), Lang::En) => {
                format!(
                    "{} that buy for {}",
                    plural(by.organisation_type(), lang),
                    money(band, lang)
                )
            }
        }
    }
}

fn plural(organisation_type: OrganisationType, lang: Lang) -> &'static str {
    match (organisation_type, lang) {
        (OrganisationType::Kommun, Lang::Sv) => "Kommuner",
        (OrganisationType::Kommun, Lang::En) => "Municipalities",
        (OrganisationType::Region, Lang::Sv) => "Regioner",
        (OrganisationType::Region, Lang::En) => "Regions",
        (OrganisationType::StatligMyndighet, Lang::Sv) => "Statliga myndigheter",
        (OrganisationType::StatligMyndighet, Lang::En) => "State agencies",
        (OrganisationType::Bolag, Lang::Sv) => "Offentligt ägda bolag",
        (OrganisationType::Bolag, Lang::En) => "Publicly owned companies",
    }
}

fn inhabitants(band: SizeBand, lang: Lang) -> &'static str {
    match (band, lang) {
        (SizeBand::Below10000, Lang::Sv) => "färre än 10 000 invånare",
        (SizeBand::Below10000, Lang::En) => "fewer than 10,000 inhabitants",
        (SizeBand::From10000, Lang::Sv) => "10 000–19 999 invånare",
        (SizeBand::From10000, Lang::En) => "10,000–19,999 inhabitants",
        (SizeBand::From20000, Lang::Sv) => "20 000–49 999 invånare",
        (SizeBand::From20000, Lang::En) => "20,000–49,999 inhabitants",
        (SizeBand::From50000, Lang::Sv) => "50 000–99 999 invånare",
        (SizeBand::From50000, Lang::En) => "50,000–99,999 inhabitants",
        (SizeBand::From100000, Lang::Sv) => "100 000 invånare eller fler",
        (SizeBand::From100000, Lang::En) => "100,000 inhabitants or more",
    }
}

/// What is bought for in a year.
fn money(band: VolumeBand, lang: Lang) -> &'static str {
    match (band, lang) {
        (VolumeBand::Below50, Lang::Sv) => "mindre än 50 miljoner kronor om året",
        (VolumeBand::Below50, Lang::En) => "less than 50 million kronor a year",
        (VolumeBand::From50, Lang::Sv) => "50 till under 250 miljoner kronor om året",
        (VolumeBand::From50, Lang::En) => "50 to below 250 million kronor a year",
        (VolumeBand::From250, Lang::Sv) => "250 miljoner till under 1 miljard kronor om året",
        (VolumeBand::From250, Lang::En) => "250 million to below 1 billion kronor a year",
        (VolumeBand::From1000, Lang::Sv) => "1 miljard kronor om året eller mer",
        (VolumeBand::From1000, Lang::En) => "1 billion kronor a year or more",
    }
}

impl ByVolume {
    /// What the division is of, for a heading above the bands.
    pub fn name(self, lang: Lang) -> &'static str {
        plural(self.organisation_type(), lang)
    }
}
