//! What codes are called in the reader's language, the same on every page.

use domain::account::{self, AgencyRole};
use domain::assessment::Coverage;
use domain::instrument::{Effort, Role};
use domain::organisation::{OrganisationKind, OrganisationSize};
use l10n::Texts;

/// What a person is in an organisation.
pub(crate) fn member(t: &Texts, role: account::Role) -> String {
    match role {
        account::Role::Contact => t.member_contact(),
        account::Role::Respondent => t.member_respondent(),
        account::Role::Reader => t.member_reader(),
    }
}

/// The same, with what it means.
pub(crate) fn member_with_meaning(t: &Texts, role: account::Role) -> String {
    match role {
        account::Role::Contact => t.member_contact_meaning(),
        account::Role::Respondent => t.member_respondent_meaning(),
        account::Role::Reader => t.member_reader_meaning(),
    }
}

/// What a person is at the agency.
pub(crate) fn agency(t: &Texts, role: AgencyRole) -> String {
    match role {
        AgencyRole::CaseOfficer => t.agency_case_officer(),
        AgencyRole::Editor => t.agency_editor(),
        AgencyRole::Publisher => t.agency_publisher(),
        AgencyRole::Administrator => t.agency_administrator(),
    }
}

/// Someone in an organisation who can answer a question.
pub(crate) fn role(t: &Texts, role: Role) -> String {
    match role {
        Role::Ledning => t.role_ledning(),
        Role::Inkop => t.role_inkop(),
        Role::Verksamhet => t.role_verksamhet(),
        Role::Ekonomi => t.role_ekonomi(),
        Role::Juridik => t.role_juridik(),
    }
}

/// Those in a role, as they are told within a sentence.
pub(crate) fn whom(t: &Texts, role: Role) -> String {
    match role {
        Role::Ledning => t.whom_ledning(),
        Role::Inkop => t.whom_inkop(),
        Role::Verksamhet => t.whom_verksamhet(),
        Role::Ekonomi => t.whom_ekonomi(),
        Role::Juridik => t.whom_juridik(),
    }
}

/// How much work a tip is, with what the word stands for.
pub(crate) fn effort(t: &Texts, effort: Effort) -> String {
    match effort {
        Effort::Liten => t.effort_liten(),
        Effort::Mellan => t.effort_mellan(),
        Effort::Stor => t.effort_stor(),
    }
}

/// What a tip gives, 1 to 3.
pub(crate) fn benefit(t: &Texts, benefit: u8) -> String {
    match benefit {
        0 | 1 => t.benefit_1(),
        2 => t.benefit_2(),
        _ => t.benefit_3(),
    }
}

/// A kind of organisation.
pub(crate) fn kind(t: &Texts, kind: OrganisationKind) -> String {
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

/// A size of organisation, by what it buys for in a year.
pub(crate) fn size(t: &Texts, size: OrganisationSize) -> String {
    match size {
        OrganisationSize::Small => t.size_small(),
        OrganisationSize::Medium => t.size_medium(),
        OrganisationSize::Large => t.size_large(),
    }
}

/// Whom the answers cover.
pub(crate) fn coverage(t: &Texts, coverage: Coverage) -> String {
    match coverage {
        Coverage::Own => t.coverage_own(),
        Coverage::Group => t.coverage_group(),
        Coverage::ForOthers => t.coverage_for_others(),
    }
}
