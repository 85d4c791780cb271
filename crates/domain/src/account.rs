//! Who can do what: the one place that says so.
//!
//! A request has one [`Actor`], as far as one organisation and one round are concerned, and asks
//! for one [`Action`]. Whatever [`can`] does not name is refused.

use serde::{Deserialize, Serialize};

/// What a person is in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Kontaktperson: leads self-assessments, looks after members, hands in.
    Contact,
    /// Svarande: answers, and takes part in what the group agrees on.
    Respondent,
    /// Läsare: sees results.
    Reader,
}

/// What a person is at the agency that runs a shared service. Nobody with such a role has one in
/// an organisation, and none of them opens a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgencyRole {
    /// Handläggare: organisations that join, and their classification.
    CaseOfficer,
    /// Redaktör: questions, tips and texts.
    Editor,
    /// Publicerare: releases.
    Publisher,
    /// Administratör: the agency's own people.
    Administrator,
}

/// A code that names no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown role: {0}")]
pub struct UnknownRole(pub String);

impl Role {
    /// All roles, in the order a form shows them.
    pub const ALL: [Role; 3] = [Role::Contact, Role::Respondent, Role::Reader];

    /// The code used in the database, files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Role::Contact => "contact",
            Role::Respondent => "respondent",
            Role::Reader => "reader",
        }
    }
}

impl TryFrom<&str> for Role {
    type Error = UnknownRole;

    fn try_from(code: &str) -> Result<Self, UnknownRole> {
        let named = Role::ALL.into_iter().find(|role| role.code() == code);
        named.ok_or_else(|| UnknownRole(code.to_owned()))
    }
}

impl AgencyRole {
    /// All roles, in the order a form shows them.
    pub const ALL: [AgencyRole; 4] = [
        AgencyRole::CaseOfficer,
        AgencyRole::Editor,
        AgencyRole::Publisher,
        AgencyRole::Administrator,
    ];

    /// The code used in the database, on the command line and in forms.
    pub fn code(self) -> &'static str {
        match self {
            AgencyRole::CaseOfficer => "case_officer",
            AgencyRole::Editor => "editor",
            AgencyRole::Publisher => "publisher",
            AgencyRole::Administrator => "administrator",
        }
    }
}

impl TryFrom<&str> for AgencyRole {
    type Error = UnknownRole;

    fn try_from(code: &str) -> Result<Self, UnknownRole> {
        let named = AgencyRole::ALL.into_iter().find(|role| role.code() == code);
        named.ok_or_else(|| UnknownRole(code.to_owned()))
    }
}

/// How far an organisation's round has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Each answers alone; nobody sees another's answers.
    Answering,
    /// Answering is closed; the group meets over the differences and agrees.
    Agreeing,
    /// Handed in, and frozen.
    Submitted,
    /// Handed in, and later withdrawn. Still frozen.
    Withdrawn,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Stage; 4] = [
        Stage::Answering,
        Stage::Agreeing,
        Stage::Submitted,
        Stage::Withdrawn,
    ];

    /// The code used in the database.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Answering => "answering",
            Stage::Agreeing => "agreeing",
            Stage::Submitted => "submitted",
            Stage::Withdrawn => "withdrawn",
        }
    }
}

/// A code that names no stage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown stage: {0}")]
pub struct UnknownStage(pub String);

impl TryFrom<&str> for Stage {
    type Error = UnknownStage;

    fn try_from(code: &str) -> Result<Self, UnknownStage> {
        let named = Stage::ALL.into_iter().find(|stage| stage.code() == code);
        named.ok_or_else(|| UnknownStage(code.to_owned()))
    }
}

/// How much a read link shows. Each shows what the ones before it do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The beslutssida alone.
    Decision,
    /// The result and its tips.
    Result,
    /// Every agreed answer with its reason.
    Full,
}

impl Scope {
    /// All scopes, narrowest first.
    pub const ALL: [Scope; 3] = [Scope::Decision, Scope::Result, Scope::Full];

    /// The code used in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Scope::Decision => "decision",
            Scope::Result => "result",
            Scope::Full => "full",
        }
    }
}

/// A code that names no scope.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown scope: {0}")]
pub struct UnknownScope(pub String);

impl TryFrom<&str> for Scope {
    type Error = UnknownScope;

    fn try_from(code: &str) -> Result<Self, UnknownScope> {
        let named = Scope::ALL.into_iter().find(|scope| scope.code() == code);
        named.ok_or_else(|| UnknownScope(code.to_owned()))
    }
}

/// Who asks, as far as one organisation and one round are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Not signed in, and holding nothing.
    Anyone,
    /// Signed in, with no place in this organisation.
    SignedIn,
    /// Has asked to join this organisation and is not yet approved.
    Pending,
    /// A member of this organisation.
    Member(Role),
    /// A member of the organisation that owns this one: a municipality, for its companies.
    Parent(Role),
    /// A member of the shared purchasing unit that prepares this round for the organisation.
    Preparer(Role),
    /// Someone at the agency.
    Agency(AgencyRole),
    /// Holds the secret address of a round tried without an account.
    AddressHolder,
    /// Holds a read link.
    LinkReader(Scope),
    /// Holds a svarslänk: asked some questions, without an account.
    Guest,
    /// Takes part in a workshop from a phone.
    Participant,
}

/// What someone wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// See what is open to everyone, sign in, ask to join, open an invitation.
    Visit,
    /// Look after one's own account, and choose organisation.
    OwnAccount,
    /// See an organisation's first page: rounds, stages, what is next.
    SeeOrganisation,
    /// See who is a member, look after members, reminders and details.
    ManageMembers,
    /// Read the organisation's event log.
    ReadLog,
    /// Take out everything the organisation has.
    Export,
    /// Leave the service with everything.
    DeleteOrganisation,
    /// Start a round.
    StartRound,
    /// Lead a round: whom to ask, progress, reminders, facts, closing.
    LeadRound,
    /// See one's own task list, and save one's own answers.
    Answer,
    /// Confirm last time's answers as one's own: for whoever leads the round or has it alone. Others
    /// answer for themselves, without last time's answer before their eyes.
    ConfirmPrevious,
    /// State whom the answers cover and the like.
    EditFacts,
    /// Keep, save, share, deepen or delete a round tried without an account.
    KeepRound,
    /// See distributions and what the group has agreed, question by question.
    SeeAgreement,
    /// Set what the group agrees on; lead a workshop.
    Agree,
    /// Answer in a workshop.
    TakePart,
    /// Read the beslutssida.
    ReadDecision,
    /// Note owners and dates on the beslutssida.
    EditDecision,
    /// Read the result and its tips.
    ReadResult,
    /// Read every agreed answer with its reason.
    ReadRecord,
    /// Make and take back read links.
    ShareRound,
    /// Hand the round in.
    Submit,
    /// See the receipt of what was handed in.
    SeeReceipt,
    /// Withdraw what was handed in.
    Withdraw,
    /// See the organisation's plan.
    SeePlan,
    /// Decide about tips, look after owners, approve and close the plan.
    EditPlan,
    /// See the results that organisations one owns have handed in.
    SeeOwned,
    /// The agency's first page and its queues.
    SeeAgency,
    /// Approve who joins, appoint contact persons, correct classifications.
    HandleOrganisations,
    /// Give and take the agency's own roles.
    ManageAgency,
    /// Read the agency's event log.
    ReadAgencyLog,
    /// Read what readers said about pages, questions and tips.
    ReadFeedback,
    /// Close, look at, publish and withdraw comparisons.
    PublishReleases,
    /// See what organisations have chosen to let each other see: networks, similar organisations,
    /// learning partners.
    SeeOpenness,
    /// Choose what others see of the organisation, and take it back: found, join and leave
    /// networks, offer to tell how one works.
    ManageOpenness,
    /// Write to an organisation that offers to tell how it works.
    WriteToPartner,
}

impl Action {
    /// All actions.
    pub const ALL: [Action; 36] = [
        Action::Visit,
        Action::OwnAccount,
        Action::SeeOrganisation,
        Action::ManageMembers,
        Action::ReadLog,
        Action::Export,
        Action::DeleteOrganisation,
        Action::StartRound,
        Action::LeadRound,
        Action::Answer,
        Action::ConfirmPrevious,
        Action::EditFacts,
        Action::KeepRound,
        Action::SeeAgreement,
        Action::Agree,
        Action::TakePart,
        Action::ReadDecision,
        Action::EditDecision,
        Action::ReadResult,
        Action::ReadRecord,
        Action::ShareRound,
        Action::Submit,
        Action::SeeReceipt,
        Action::Withdraw,
        Action::SeePlan,
        Action::EditPlan,
        Action::SeeOwned,
        Action::SeeAgency,
        Action::HandleOrganisations,
        Action::ManageAgency,
        Action::ReadAgencyLog,
        Action::ReadFeedback,
        Action::PublishReleases,
        Action::SeeOpenness,
        Action::ManageOpenness,
        Action::WriteToPartner,
    ];

    /// Whether the action belongs to a round, so that its stage decides too.
    pub fn of_round(self) -> bool {
        matches!(
            self,
            Action::LeadRound
                | Action::Answer
                | Action::ConfirmPrevious
                | Action::EditFacts
                | Action::KeepRound
                | Action::SeeAgreement
                | Action::Agree
                | Action::TakePart
                | Action::ReadDecision
                | Action::EditDecision
                | Action::ReadResult
                | Action::ReadRecord
                | Action::ShareRound
                | Action::Submit
                | Action::SeeReceipt
                | Action::Withdraw
        )
    }

    /// Whether it is about several organisations in one service, and so is not there in an egen
    /// installation, which serves one.
    pub fn only_in_shared_service(self) -> bool {
        matches!(
            self,
            Action::SeeOpenness | Action::ManageOpenness | Action::WriteToPartner
        )
    }

    /// Whether the second factor must have been given within the last minutes (step-up): for what
    /// cannot be undone, or changes what others may do.
    pub fn needs_step_up(self) -> bool {
        matches!(
            self,
            Action::Export
                | Action::DeleteOrganisation
                | Action::Submit
                | Action::Withdraw
                | Action::ManageAgency
        )
    }
}

impl Actor {
    /// Whether this actor must have signed in with a second factor: whoever can change things for
    /// others, and everyone at the agency.
    pub fn needs_second_factor(self) -> bool {
        matches!(
            self,
            Actor::Member(Role::Contact)
                | Actor::Parent(Role::Contact)
                | Actor::Preparer(_)
                | Actor::Agency(_)
        )
    }
}

/// Whether `actor` may do `action` while the round it concerns, if any, is at `stage`.
///
/// A round tried without an account has no stage: it is its holder's own. What belongs to an
/// organisation's round and comes without a stage is refused.
pub fn can(actor: Actor, action: Action, stage: Option<Stage>) -> bool {
    use Action as A;
    use Stage::{Agreeing, Answering, Submitted};
    if action == A::Visit {
        return true;
    }
    let signed_in = matches!(
        actor,
        Actor::SignedIn
            | Actor::Pending
            | Actor::Member(_)
            | Actor::Parent(_)
            | Actor::Preparer(_)
            | Actor::Agency(_)
    );
    if action == A::OwnAccount {
        return signed_in;
    }
    match actor {
        Actor::Anyone | Actor::SignedIn | Actor::Pending => false,
        Actor::AddressHolder => {
            stage.is_none()
                && matches!(
                    action,
                    A::Answer
                        | A::ConfirmPrevious
                        | A::EditFacts
                        | A::KeepRound
                        | A::ReadDecision
                        | A::EditDecision
                        | A::ReadResult
                        | A::ReadRecord
                )
        }
        Actor::LinkReader(scope) => match action {
            A::ReadDecision => stage != Some(Answering),
            A::ReadResult => stage != Some(Answering) && scope >= Scope::Result,
            A::ReadRecord => stage != Some(Answering) && scope == Scope::Full,
            _ => false,
        },
        Actor::Guest => action == A::Answer && stage == Some(Answering),
        Actor::Participant => action == A::TakePart && stage == Some(Agreeing),
        Actor::Member(role) => member(role, action, stage),
        // A shared purchasing unit leads the round until the organisation adjusts and hands in.
        Actor::Preparer(Role::Contact) => match action {
            A::LeadRound | A::EditFacts => {
                matches!(stage, Some(Answering | Agreeing))
            }
            A::Answer | A::ConfirmPrevious => stage == Some(Answering),
            A::SeeAgreement | A::Agree | A::ReadResult | A::ReadRecord | A::ReadDecision => {
                stage == Some(Agreeing)
            }
            _ => false,
        },
        Actor::Preparer(Role::Respondent) => action == A::Answer && stage == Some(Answering),
        Actor::Preparer(Role::Reader) => false,
        // Owners see what was handed in, never drafts.
        Actor::Parent(_) => {
            matches!(action, A::ReadDecision | A::ReadResult) && stage == Some(Submitted)
        }
        Actor::Agency(role) => agency(role, action),
    }
}

fn member(role: Role, action: Action, stage: Option<Stage>) -> bool {
    use Action as A;
    use Stage::{Agreeing, Answering, Submitted};
    let contact = role == Role::Contact;
    let respondent = role != Role::Reader;
    match action {
        A::SeeOrganisation | A::SeePlan | A::SeeOwned | A::SeeOpenness => true,
        A::WriteToPartner => respondent,
        A::ManageMembers
        | A::ReadLog
        | A::Export
        | A::DeleteOrganisation
        | A::StartRound
        | A::EditPlan
        | A::ManageOpenness => contact,
        A::LeadRound | A::EditFacts => contact && matches!(stage, Some(Answering | Agreeing)),
        A::Answer => respondent && stage == Some(Answering),
        A::ConfirmPrevious => contact && stage == Some(Answering),
        A::SeeAgreement => respondent && stage.is_some_and(|stage| stage != Answering),
        A::Agree => contact && stage == Some(Agreeing),
        A::ReadDecision | A::ReadResult => stage.is_some_and(|stage| stage != Answering),
        A::ReadRecord => respondent && stage.is_some_and(|stage| stage != Answering),
        A::EditDecision | A::ShareRound => contact && stage.is_some_and(|stage| stage != Answering),
        A::Submit => contact && stage == Some(Agreeing),
        A::SeeReceipt => stage.is_some_and(|stage| stage >= Submitted),
        A::Withdraw => contact && stage == Some(Submitted),
        A::Visit
        | A::OwnAccount
        | A::KeepRound
        | A::TakePart
        | A::SeeAgency
        | A::HandleOrganisations
        | A::ManageAgency
        | A::ReadAgencyLog
        | A::ReadFeedback
        | A::PublishReleases => false,
    }
}

/// Agency roles have no action that belongs to a round: what is handed in reaches them as a
/// submission, and nothing else does.
fn agency(role: AgencyRole, action: Action) -> bool {
    match action {
        Action::SeeAgency => true,
        Action::HandleOrganisations => role == AgencyRole::CaseOfficer,
        Action::ManageAgency => role == AgencyRole::Administrator,
        Action::ReadAgencyLog => {
            matches!(role, AgencyRole::CaseOfficer | AgencyRole::Administrator)
        }
        Action::ReadFeedback => role == AgencyRole::Editor,
        Action::PublishReleases => role == AgencyRole::Publisher,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages() -> impl Iterator<Item = Option<Stage>> {
        std::iter::once(None).chain(Stage::ALL.map(Some))
    }

    fn everyone() -> Vec<Actor> {
        let mut actors = vec![
            Actor::Anyone,
            Actor::SignedIn,
            Actor::Pending,
            Actor::AddressHolder,
            Actor::Guest,
            Actor::Participant,
        ];
        actors.extend(Role::ALL.map(Actor::Member));
        actors.extend(Role::ALL.map(Actor::Parent));
        actors.extend(Role::ALL.map(Actor::Preparer));
        actors.extend(AgencyRole::ALL.map(Actor::Agency));
        actors.extend(Scope::ALL.map(Actor::LinkReader));
        actors
    }

    #[test]
    fn no_agency_role_can_do_anything_with_a_round() {
        for role in AgencyRole::ALL {
            for action in Action::ALL.into_iter().filter(|action| action.of_round()) {
                for stage in stages() {
                    assert!(
                        !can(Actor::Agency(role), action, stage),
                        "{role:?} {action:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_handed_in_is_frozen() {
        for actor in everyone() {
            for stage in [Stage::Submitted, Stage::Withdrawn] {
                for action in [
                    Action::Answer,
                    Action::ConfirmPrevious,
                    Action::EditFacts,
                    Action::Agree,
                    Action::LeadRound,
                    Action::Submit,
                    Action::TakePart,
                ] {
                    assert!(!can(actor, action, Some(stage)), "{actor:?} {action:?}");
                }
            }
        }
    }

    #[test]
    fn nobody_sees_answers_together_before_answering_is_closed() {
        for actor in everyone() {
            for action in [
                Action::SeeAgreement,
                Action::ReadDecision,
                Action::ReadResult,
                Action::ReadRecord,
            ] {
                assert!(
                    !can(actor, action, Some(Stage::Answering)),
                    "{actor:?} {action:?}"
                );
            }
        }
    }

    #[test]
    fn who_is_not_a_member_holds_nothing() {
        for actor in [Actor::Anyone, Actor::SignedIn, Actor::Pending] {
            for action in Action::ALL {
                for stage in stages() {
                    let open = action == Action::Visit
                        || (action == Action::OwnAccount && actor != Actor::Anyone);
                    assert_eq!(can(actor, action, stage), open, "{actor:?} {action:?}");
                }
            }
        }
    }

    #[test]
    fn only_contact_persons_change_things_for_others() {
        for actor in everyone() {
            for action in [
                Action::ManageMembers,
                Action::DeleteOrganisation,
                Action::Submit,
                Action::Withdraw,
                Action::ShareRound,
                Action::EditPlan,
                Action::ManageOpenness,
            ] {
                for stage in stages() {
                    if can(actor, action, stage) {
                        assert_eq!(actor, Actor::Member(Role::Contact), "{action:?}");
                        assert!(actor.needs_second_factor());
                    }
                }
            }
        }
    }

    #[test]
    fn openness_is_between_organisations_and_not_for_the_agency_or_owners() {
        for actor in everyone() {
            for action in Action::ALL
                .into_iter()
                .filter(|a| a.only_in_shared_service())
            {
                let member = matches!(actor, Actor::Member(_));
                assert!(member || !can(actor, action, None), "{actor:?} {action:?}");
            }
        }
    }

    #[test]
    fn owners_read_only_what_was_handed_in() {
        for role in Role::ALL {
            for action in Action::ALL.into_iter().filter(|action| action.of_round()) {
                for stage in stages() {
                    if can(Actor::Parent(role), action, stage) {
                        assert_eq!(stage, Some(Stage::Submitted), "{action:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_wider_read_link_shows_what_a_narrower_one_does() {
        for action in Action::ALL {
            for stage in stages() {
                for pair in Scope::ALL.windows(2) {
                    let narrow = can(Actor::LinkReader(pair[0]), action, stage);
                    assert!(!narrow || can(Actor::LinkReader(pair[1]), action, stage));
                }
            }
        }
    }

    #[test]
    fn codes_are_read_back() {
        for role in Role::ALL {
            assert_eq!(Role::try_from(role.code()), Ok(role));
        }
        for role in AgencyRole::ALL {
            assert_eq!(AgencyRole::try_from(role.code()), Ok(role));
        }
        for stage in Stage::ALL {
            assert_eq!(Stage::try_from(stage.code()), Ok(stage));
        }
        for scope in Scope::ALL {
            assert_eq!(Scope::try_from(scope.code()), Ok(scope));
        }
        assert!(Role::try_from("kontaktperson").is_err());
    }
}
