//! What has happened, in words.

use domain::account::{AgencyRole, Role};
use l10n::Texts;
use service::organisations::events::{Event, EventKind};

use crate::words;

/// What happened, in the reader's language: what was done, to whom, and the reason if one was
/// given.
pub(crate) fn event(t: &Texts, event: &Event) -> String {
    let detail = &event.detail;
    let subject = detail.subject.as_str();
    let organisation = detail.organisation.as_deref().unwrap_or_default();
    let what = match event.kind {
        EventKind::Founded => t.event_founded(),
        EventKind::Restored => t.event_restored(subject),
        EventKind::JoinAsked => t.event_join_asked(subject),
        EventKind::JoinTakenBack => t.event_join_taken_back(subject),
        EventKind::JoinApproved => t.event_join_approved(subject),
        EventKind::JoinDeclined => t.event_join_declined(subject),
        EventKind::Vouched => t.event_vouched(subject),
        EventKind::NotVouched => t.event_not_vouched(subject),
        EventKind::Invited => t.event_invited(subject),
        EventKind::InvitationRevoked => t.event_invitation_revoked(subject),
        EventKind::InvitationAccepted => t.event_invitation_accepted(subject),
        EventKind::RoleChanged => t.event_role_changed(subject),
        EventKind::MemberRemoved => t.event_member_removed(subject),
        EventKind::MemberLeft => t.event_member_left(subject),
        EventKind::MembersConfirmed => t.event_members_confirmed(),
        EventKind::ReminderMonthSet => t.event_reminder_month_set(),
        EventKind::Submitted => t.event_submitted(subject),
        EventKind::Withdrawn => t.event_withdrawn(subject),
        EventKind::FactorReset => t.event_factor_reset(subject),
        EventKind::RoundStarted => t.event_round_started(),
        EventKind::PreparerLetIn => t.event_preparer_let_in(subject),
        EventKind::PreparerTakenBack => t.event_preparer_taken_back(subject),
        EventKind::RoundPrepared => t.event_round_prepared(subject),
        EventKind::RoundTakenIn => t.event_round_taken_in(),
        EventKind::RespondentRemoved => t.event_respondent_removed(),
        EventKind::AnsweringClosed => t.event_answering_closed(),
        EventKind::ReadLinkMade => t.event_read_link_made(),
        EventKind::ReadLinkTakenBack => t.event_read_link_taken_back(),
        EventKind::WorkshopStarted => t.event_workshop_started(),
        EventKind::WorkshopEnded => t.event_workshop_ended(),
        EventKind::PlanMade => t.event_plan_made(),
        EventKind::PlanApproved => t.event_plan_approved(),
        EventKind::PlanClosed => t.event_plan_closed(),
        EventKind::NetworkFounded => t.event_network_founded(subject),
        EventKind::NetworkChanged => t.event_network_changed(subject),
        EventKind::NetworkClosed => t.event_network_closed(subject),
        EventKind::NetworkTakenOver => t.event_network_taken_over(subject),
        EventKind::NetworkInvited => t.event_network_invited(organisation, subject),
        EventKind::NetworkInvitationWithdrawn => {
            t.event_network_invitation_withdrawn(organisation, subject)
        }
        EventKind::NetworkJoined => t.event_network_joined(organisation, subject),
        EventKind::NetworkDeclined => t.event_network_declined(organisation, subject),
        EventKind::NetworkLeft => t.event_network_left(organisation, subject),
        EventKind::NetworkRemoved => t.event_network_removed(organisation, subject),
        EventKind::PartnerOffered => t.event_partner_offered(subject),
        EventKind::PartnerOfferEnded => t.event_partner_offer_ended(subject),
        EventKind::PartnerWritten => t.event_partner_written(organisation, subject),
        EventKind::PartnerReceived => t.event_partner_received(organisation, subject),
        EventKind::AgencyFactorReset => t.event_agency_factor_reset(subject),
        EventKind::AgencyImported => t.event_agency_imported(subject.parse().unwrap_or(0)),
        EventKind::AgencyFirstApproved => t.event_agency_first_approved(subject),
        EventKind::AgencyFirstDeclined => t.event_agency_first_declined(subject),
        EventKind::AgencyInvited => t.event_agency_invited(subject),
        EventKind::AgencyProposed => t.event_agency_proposed(subject),
        EventKind::AgencyAppointed => t.event_agency_appointed(subject),
        EventKind::AgencyRefused => t.event_agency_refused(subject),
        EventKind::AgencyReclassified => t.event_agency_reclassified(),
        EventKind::AgencyOrganisationLeft => t.event_agency_organisation_left(),
        EventKind::AgencyDomainsSet => t.event_agency_domains_set(),
        EventKind::AgencyRegistratorSet => t.event_agency_registrator_set(),
        EventKind::AgencyRoleGranted => t.event_agency_role_granted(subject),
        EventKind::AgencyAccountClosed => t.event_agency_account_closed(subject),
        EventKind::AgencyRoleRevoked => t.event_agency_role_revoked(subject),
        EventKind::AgencyFeedbackAnswered => t.event_agency_feedback_answered(subject),
        EventKind::AgencyWaveClosed => t.event_agency_wave_closed(subject),
        EventKind::AgencyWaveDiscarded => t.event_agency_wave_discarded(subject),
        EventKind::AgencyWavePublished => t.event_agency_wave_published(subject),
        EventKind::AgencyWaveWithdrawn => t.event_agency_wave_withdrawn(subject),
    };
    let role = detail.role.as_deref().and_then(|code| {
        let member = Role::try_from(code).map(|role| words::member(t, role));
        let agency = AgencyRole::try_from(code).map(|role| words::agency(t, role));
        member.or(agency).ok()
    });
    let mut said = what;
    if let Some(role) = role {
        said.push_str(&format!(" ({})", role.to_lowercase()));
    }
    if let Some(reason) = &detail.reason {
        said.push_str(&format!(". {reason}"));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Lang;
    use l10n::Catalogue;
    use service::organisations::events::Detail;

    #[test]
    fn what_was_imported_is_told_in_a_sentence() {
        let texts = Catalogue::load();
        let told = |count: &str| {
            let imported = Event {
                id: uuid::Uuid::nil(),
                at: 0,
                who: String::new(),
                kind: EventKind::AgencyImported,
                detail: Detail::of(count),
            };
            event(texts.get(Lang::Sv), &imported)
        };
        assert_eq!(
            told("1"),
            "Registret lästes in: en organisation lades till eller ändrades"
        );
        assert_eq!(
            told("310"),
            "Registret lästes in: 310 organisationer lades till eller ändrades"
        );
    }
}
