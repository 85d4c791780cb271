//! Kinds, sizes and coverage in the reader's language.

use domain::assessment::Coverage;
use domain::organisation::{OrganisationKind, OrganisationSize};
use l10n::Texts;

pub(crate) fn kind_in_words(t: &Texts, kind: OrganisationKind) -> String {
    match kind {
        OrganisationKind::Kommun => t.kind_kommun(),
        OrganisationKind::KommunaltBolag => t.kind_kommunalt_bolag(),
        OrganisationKind::Kommunalforbund => t.kind_kommunalforbund(),
        OrganisationKind::Region => t.kind_region(),
        OrganisationKind::RegionaltBolag => t.kind_regionalt_bolag(),
        OrganisationKind::StatligMyndighet => t.kind_statlig_myndighet(),
        OrganisationKind::UniversitetHogskola => t.kind_universitet_hogskola(),
        OrganisationKind::StatligtBolag => t.kind_statligt_bolag(),
        OrganisationKind::OvrigtOffentligtStyrtOrgan => t.kind_ovrigt(),
        OrganisationKind::PrivatEnhetLuf => t.kind_privat_luf(),
    }
}

pub(crate) fn size_in_words(t: &Texts, size: OrganisationSize) -> String {
    match size {
        OrganisationSize::Small => t.size_small(),
        OrganisationSize::Medium => t.size_medium(),
        OrganisationSize::Large => t.size_large(),
    }
}

pub(crate) fn coverage_in_words(t: &Texts, coverage: Coverage) -> String {
    match coverage {
        Coverage::Own => t.coverage_own(),
        Coverage::Group => t.coverage_group(),
        Coverage::ForOthers => t.coverage_for_others(),
    }
}
