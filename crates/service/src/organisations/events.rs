//! What has happened, and who did it. Events are added and never changed.

use domain::account::{Action, Actor, Role, can};
use serde::{Deserialize, Serialize};
use store::{EventRow, NewEvent, StoreError, Tx};
use uuid::Uuid;

use super::{By, Listed, Outcome, Refusal, standing, today};
use crate::app::App;

/// Events given out at a time.
pub const SHOWN: u32 = 100;

/// Gives each kind its code, which is what is stored.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal,)*) => {
        /// What has happened. What the agency does begins with `Agency`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventKind {
            $($(#[$doc])* $kind,)*
        }

        impl EventKind {
            /// All kinds.
            pub const ALL: &[EventKind] = &[$(EventKind::$kind,)*];

            /// The code used in the database and in exports.
            pub fn code(self) -> &'static str {
                match self {
                    $(EventKind::$kind => $code,)*
                }
            }
        }
    };
}

kinds! {
    /// The organisation of an egen installation was named.
    Founded = "founded",
    /// The organisation was loaded from what it took out of another installation.
    Restored = "restored",
    /// Someone asked to join.
    JoinAsked = "join_asked",
    /// Someone who had asked to join took it back.
    JoinTakenBack = "join_taken_back",
    /// Someone who had asked to join was approved.
    JoinApproved = "join_approved",
    /// Someone who had asked to join was declined.
    JoinDeclined = "join_declined",
    /// The organisation's own sign-in service vouched for someone.
    Vouched = "vouched",
    /// The organisation's own sign-in service no longer gives someone a role.
    NotVouched = "not_vouched",
    /// Someone was invited.
    Invited = "invited",
    /// An invitation was taken back.
    InvitationRevoked = "invitation_revoked",
    /// An invitation was accepted.
    InvitationAccepted = "invitation_accepted",
    /// A member got another role.
    RoleChanged = "role_changed",
    /// A member was removed.
    MemberRemoved = "member_removed",
    /// A member left.
    MemberLeft = "member_left",
    /// The members were confirmed for another year.
    MembersConfirmed = "members_confirmed",
    /// A month for reminders was chosen.
    ReminderMonthSet = "reminder_month_set",
    /// A round was handed in.
    Submitted = "submitted",
    /// What was handed in was withdrawn.
    Withdrawn = "withdrawn",
    /// Someone's second factor was taken away so that it can be set up anew.
    FactorReset = "factor_reset",
    /// A self-assessment was started.
    RoundStarted = "round_started",
    /// A shared purchasing unit was let in to prepare self-assessments.
    PreparerLetIn = "preparer_let_in",
    /// A shared purchasing unit may prepare no more self-assessments.
    PreparerTakenBack = "preparer_taken_back",
    /// A shared purchasing unit started a self-assessment for the organisation.
    RoundPrepared = "round_prepared",
    /// A self-assessment tried without an account was taken in.
    RoundTakenIn = "round_taken_in",
    /// Someone who answered was removed from a self-assessment.
    RespondentRemoved = "respondent_removed",
    /// A self-assessment was closed for answers.
    AnsweringClosed = "answering_closed",
    /// A read link to a self-assessment was made.
    ReadLinkMade = "read_link_made",
    /// A read link to a self-assessment was taken back.
    ReadLinkTakenBack = "read_link_taken_back",
    /// A workshop was started.
    WorkshopStarted = "workshop_started",
    /// A workshop was ended.
    WorkshopEnded = "workshop_ended",
    /// A plan was made.
    PlanMade = "plan_made",
    /// That a manager has approved the plan was noted.
    PlanApproved = "plan_approved",
    /// A plan was closed.
    PlanClosed = "plan_closed",
    /// A network was founded.
    NetworkFounded = "network_founded",
    /// A network got another name or purpose.
    NetworkChanged = "network_changed",
    /// A network was closed.
    NetworkClosed = "network_closed",
    /// The organisation now looks after a network, as the one that has been there longest.
    NetworkTakenOver = "network_taken_over",
    /// An organisation was invited to a network.
    NetworkInvited = "network_invited",
    /// An invitation to a network was taken back.
    NetworkInvitationWithdrawn = "network_invitation_withdrawn",
    /// An organisation joined a network.
    NetworkJoined = "network_joined",
    /// An organisation declined an invitation to a network.
    NetworkDeclined = "network_declined",
    /// An organisation left a network.
    NetworkLeft = "network_left",
    /// An organisation was removed from a network.
    NetworkRemoved = "network_removed",
    /// The organisation offered to tell how it works towards a goal, or worded that anew.
    PartnerOffered = "partner_offered",
    /// The offer was taken back or fell away.
    PartnerOfferEnded = "partner_offer_ended",
    /// Someone wrote to a learning partner.
    PartnerWritten = "partner_written",
    /// Someone of another organisation wrote to this one as a learning partner.
    PartnerReceived = "partner_received",
    /// The agency took away someone's second factor so that it can be set up anew.
    AgencyFactorReset = "agency_factor_reset",
    /// A register file was imported.
    AgencyImported = "agency_imported",
    /// The agency approved an organisation's first contact person.
    AgencyFirstApproved = "agency_first_approved",
    /// The agency declined someone who wanted to be an organisation's first contact person.
    AgencyFirstDeclined = "agency_first_declined",
    /// The agency invited an organisation's first contact person.
    AgencyInvited = "agency_invited",
    /// The agency proposed a new contact person for an organisation.
    AgencyProposed = "agency_proposed",
    /// A second person at the agency approved a proposed contact person.
    AgencyAppointed = "agency_appointed",
    /// A second person at the agency refused a proposed contact person.
    AgencyRefused = "agency_refused",
    /// The agency corrected an organisation's classification.
    AgencyReclassified = "agency_reclassified",
    /// An organisation left and deleted what it had.
    AgencyOrganisationLeft = "agency_organisation_left",
    /// The agency noted the domains of an organisation's addresses.
    AgencyDomainsSet = "agency_domains_set",
    /// The agency noted an organisation's official address.
    AgencyRegistratorSet = "agency_registrator_set",
    /// Someone got a role at the agency.
    AgencyRoleGranted = "agency_role_granted",
    /// Someone at the agency closed their account.
    AgencyAccountClosed = "agency_account_closed",
    /// Someone lost a role at the agency.
    AgencyRoleRevoked = "agency_role_revoked",
    /// What was done about what readers said was told.
    AgencyFeedbackAnswered = "agency_feedback_answered",
    /// The comparison of a date was closed: computed, for the publisher to look at.
    AgencyWaveClosed = "agency_wave_closed",
    /// A comparison that had not been published was discarded.
    AgencyWaveDiscarded = "agency_wave_discarded",
    /// A comparison was published.
    AgencyWavePublished = "agency_wave_published",
    /// A published comparison was withdrawn.
    AgencyWaveWithdrawn = "agency_wave_withdrawn",
}

/// To whom or what it happened, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// A person's address, a count, a month: what the kind is about. May be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Code of the role it was about, of a member or at the agency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The reason that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Name of the organisation it was about, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

impl Detail {
    /// About someone or something.
    pub fn of(subject: impl Into<String>) -> Self {
        Detail {
            subject: subject.into(),
            ..Detail::default()
        }
    }

    /// And about this role.
    #[must_use]
    pub fn with_role(self, role: Role) -> Self {
        Detail {
            role: Some(role.code().to_owned()),
            ..self
        }
    }

    /// And about this organisation, by its name.
    #[must_use]
    pub fn with_organisation(self, name: &str) -> Self {
        Detail {
            organisation: Some(name.to_owned()),
            ..self
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// UUIDv7.
    pub id: Uuid,
    /// Unix milliseconds.
    pub at: i64,
    /// Who did it, as they were called then; empty for the command line.
    pub who: String,
    /// What happened.
    pub kind: EventKind,
    /// To whom or what.
    pub detail: Detail,
}

/// An act that is about to happen, and that its events will be written of.
pub struct Act {
    by: By,
    next: Uuid,
    now: i64,
}

impl Act {
    /// An act of someone, now.
    pub fn new(app: &App, by: By) -> Self {
        Act {
            by,
            next: app.id(),
            now: app.now(),
        }
    }

    /// When it happens, Unix milliseconds.
    pub fn now(&self) -> i64 {
        self.now
    }

    /// Writes an event of the act, in the transaction that it happens in.
    pub async fn record(
        &mut self,
        tx: &mut Tx,
        organisation: Option<Uuid>,
        kind: EventKind,
        detail: Detail,
    ) -> Result<(), StoreError> {
        let (person, who) = match self.by {
            By::CommandLine => (None, String::new()),
            By::Person(id) => {
                let row = tx.person(id).await?;
                let who = row.map(|row| {
                    if row.name.is_empty() {
                        row.email
                    } else {
                        row.name
                    }
                });
                (Some(id), who.unwrap_or_default())
            }
        };
        self.write(tx, organisation, (person, who), kind, detail)
            .await
    }

    /// Writes an event of the act in the log of another organisation than that of whoever acts,
    /// which is told by its own name: people's names stay in their organisations.
    pub(crate) async fn record_at(
        &mut self,
        tx: &mut Tx,
        other: Uuid,
        acting: &str,
        kind: EventKind,
        detail: Detail,
    ) -> Result<(), StoreError> {
        let who = (None, acting.to_owned());
        self.write(tx, Some(other), who, kind, detail).await
    }

    async fn write(
        &mut self,
        tx: &mut Tx,
        organisation: Option<Uuid>,
        (person, who): (Option<Uuid>, String),
        kind: EventKind,
        detail: Detail,
    ) -> Result<(), StoreError> {
        let id = self.next;
        // Events of one act follow each other.
        self.next = Uuid::from_u128(id.as_u128() + 1);
        tx.add_event(&NewEvent {
            id,
            organisation,
            person,
            who,
            kind: kind.code().to_owned(),
            // Texts and nothing else always become JSON.
            detail: serde_json::to_string(&detail).unwrap_or_default(),
            at: self.now,
        })
        .await
    }
}

/// An event of this version of the service; `None` for what a later version has written.
fn event(row: EventRow) -> Option<Event> {
    let mut kinds = EventKind::ALL.iter();
    Some(Event {
        kind: *kinds.find(|kind| kind.code() == row.kind)?,
        detail: serde_json::from_str(&row.detail).unwrap_or_default(),
        id: row.id,
        at: row.at,
        who: row.who,
    })
}

/// What has happened in an organisation, newest first, a page at a time: what came before `before`,
/// or the newest.
pub async fn of_organisation(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    before: Option<Uuid>,
) -> Outcome<Vec<Event>> {
    let mut tx = app.store.read().await?;
    let actors = standing::actors(&mut tx, person, organisation).await?;
    let may = |actor: &Actor| can(*actor, Action::ReadLog, None);
    if !actors.iter().any(may) {
        return Err(Refusal::NotAllowed.into());
    }
    let rows = tx.events(organisation, before, SHOWN).await?;
    Ok(rows.into_iter().filter_map(event).collect())
}

/// What the agency has done and what has happened in no organisation, newest first, a page at a
/// time, each with the organisation it was about.
pub async fn of_agency(
    app: &App,
    person: Uuid,
    before: Option<Uuid>,
) -> Outcome<Vec<(Option<Listed>, Event)>> {
    let day = today(app);
    let mut tx = app.store.read().await?;
    standing::at_agency(&mut tx, person, Action::ReadAgencyLog).await?;
    let mut events = Vec::new();
    for row in tx.agency_events(before, SHOWN).await? {
        let about = match row.organisation {
            Some(id) => tx.listed_organisation(&day, id).await?.map(Listed::from),
            None => None,
        };
        events.extend(event(row).map(|event| (about, event)));
    }
    Ok(events)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_kind_has_a_code_of_its_own_and_the_agencys_are_known_by_theirs() {
        let codes: BTreeSet<_> = EventKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes.len(), EventKind::ALL.len());
        for kind in EventKind::ALL {
            let agency = format!("{kind:?}").starts_with("Agency");
            assert_eq!(kind.code().starts_with("agency_"), agency, "{kind:?}");
        }
    }
}
