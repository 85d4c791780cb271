//! Organisations, and who belongs to them.
//!
//! A use case here reads what its mails need, then does everything else in one write transaction:
//! it holds the organisation's row, asks again who the acting person is, changes what is stored,
//! writes an event and puts the mails in the outbox. What was refused has changed nothing and told
//! nobody.

pub mod agency;
pub mod appoint;
pub mod events;
pub mod export;
pub mod factor;
pub mod install;
pub mod join;
pub mod leaving;
mod letters;
pub mod members;
pub mod register;
pub(crate) mod standing;
pub mod yearly;

use domain::account::{Actor, Role};
use domain::day::Day;
use domain::organisation::{
    Classification, EmailDomain, Lan, MunicipalityCode, OrganisationKind, OrganisationNumber,
    SkrGroup,
};
use store::{ClassificationRow, ListedOrganisation, OrganisationRow, StoreError};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::Unreadable;

use events::{Act, Detail, EventKind};

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A signed-in person.
    Person(Uuid),
    /// The operator, on the command line.
    CommandLine,
}

/// Why something was not done. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The person may not do this here, or no longer.
    #[error("not allowed")]
    NotAllowed,
    /// There is no such organisation, membership, invitation or proposal, or it is done with.
    #[error("not there, or done with")]
    Missing,
    /// The organisation would be without a contact person.
    #[error("the organisation would be without a contact person")]
    LastContact,
    /// The person has a role at the agency, and so none in an organisation.
    #[error("the person has a role at the agency")]
    AtAgency,
    /// The person has a place in an organisation, and so no role at the agency.
    #[error("the person has a place in an organisation")]
    InOrganisation,
    /// The person is a member, or has asked to be.
    #[error("the person is a member already, or has asked to be")]
    AlreadyMember,
    /// The person's address shows no belonging to the organisation.
    #[error("the person's address is not in a domain of the organisation")]
    NotByDomain,
    /// The invitation is bound to another address.
    #[error("the invitation is for another address")]
    OtherAddress,
    /// The name is not the organisation's: nothing is deleted by a slip.
    #[error("the name is another's")]
    OtherName,
    /// Who proposes an appointment does not decide it.
    #[error("the proposal is the person's own")]
    OwnProposal,
    /// The organisation has contact persons, who decide.
    #[error("the organisation has contact persons, who decide")]
    HasContact,
    /// The organisation has had contact persons: a new one is appointed by two.
    #[error("the organisation has had contact persons: two at the agency appoint a new one")]
    HasJoined,
    /// Not an e-mail address.
    #[error("not an e-mail address")]
    BadAddress,
    /// The change needs a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// Too many have been sent in too short a time.
    #[error("too many in too short a time")]
    TooMany,
}

/// A use case was refused or could not be carried out. Nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// It was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be carried out.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for OrganisationError {
    fn from(error: StoreError) -> Self {
        OrganisationError::Failed(error.into())
    }
}

impl From<Unreadable> for OrganisationError {
    fn from(error: Unreadable) -> Self {
        OrganisationError::Failed(error.into())
    }
}

/// What a use case gives.
pub type Outcome<T> = Result<T, OrganisationError>;

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// UUIDv7.
    pub id: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Its organisation number, if it is known.
    pub number: Option<OrganisationNumber>,
    /// Its name.
    pub name: String,
    /// The organisation that owns it.
    pub owner: Option<Uuid>,
    /// Its official e-mail address.
    pub registrator: Option<String>,
    /// When it got its first contact person, Unix milliseconds.
    pub joined_at: Option<i64>,
    /// 1 to 12: when it wants to be reminded of the next round.
    pub reminder_month: Option<u8>,
}

impl From<OrganisationRow> for Organisation {
    fn from(row: OrganisationRow) -> Self {
        Organisation {
            id: row.id,
            public_id: row.public_id,
            number: number(row.number.as_deref()),
            name: row.name,
            owner: row.owner,
            registrator: row.registrator,
            joined_at: row.joined_at,
            reminder_month: row
                .reminder_month
                .and_then(|month| u8::try_from(month).ok()),
        }
    }
}

/// An organisation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// UUIDv7.
    pub id: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Its organisation number, if it is known.
    pub number: Option<OrganisationNumber>,
    /// Its name.
    pub name: String,
    /// Its kind today, if it is classified.
    pub kind: Option<OrganisationKind>,
    /// Whether it has had a contact person.
    pub joined: bool,
}

impl From<ListedOrganisation> for Listed {
    fn from(row: ListedOrganisation) -> Self {
        Listed {
            id: row.id,
            public_id: row.public_id,
            number: number(row.number.as_deref()),
            name: row.name,
            kind: row
                .kind
                .and_then(|kind| OrganisationKind::try_from(kind.as_str()).ok()),
            joined: row.joined_at.is_some(),
        }
    }
}

fn number(digits: Option<&str>) -> Option<OrganisationNumber> {
    digits.and_then(|digits| OrganisationNumber::try_from(digits).ok())
}

/// Today in Sweden, `YYYY-MM-DD`.
pub(crate) fn today(app: &App) -> String {
    l10n::iso_day(app.now())
}

fn classification(row: &ClassificationRow) -> Result<Classification, Unreadable> {
    Ok(Classification {
        valid_from: Day::try_from(row.valid_from.as_str()).map_err(|_| Unreadable)?,
        kind: OrganisationKind::try_from(row.kind.as_str()).map_err(|_| Unreadable)?,
        lan: code::<Lan>(row.lan.as_ref())?,
        municipality: code::<MunicipalityCode>(row.municipality.as_ref())?,
        group: code::<SkrGroup>(row.skr_group.as_ref())?,
        population: count(row.population)?,
        volume: count(row.volume)?,
    })
}

/// Reads a stored code, if there is one.
pub(crate) fn code<'a, T: TryFrom<&'a str>>(
    code: Option<&'a String>,
) -> Result<Option<T>, Unreadable> {
    code.map(|code| T::try_from(code).map_err(|_| Unreadable))
        .transpose()
}

/// Reads a stored count, if there is one.
pub(crate) fn count<T: TryFrom<i64>>(count: Option<i64>) -> Result<Option<T>, Unreadable> {
    count
        .map(|count| T::try_from(count).map_err(|_| Unreadable))
        .transpose()
}

/// The organisation with this id in addresses.
pub async fn by_public_id(
    app: &App,
    public_id: &str,
) -> Result<Option<Organisation>, ServiceError> {
    let mut tx = app.store.read().await?;
    let found = tx.organisation_by_public_id(public_id).await?;
    Ok(found.map(Organisation::from))
}

/// The organisation with this id.
pub async fn by_id(app: &App, id: Uuid) -> Result<Option<Organisation>, ServiceError> {
    let found = app.store.read().await?.organisation(id).await?;
    Ok(found.map(Organisation::from))
}

/// The organisation with this organisation number.
pub async fn by_number(
    app: &App,
    number: &OrganisationNumber,
) -> Result<Option<Organisation>, ServiceError> {
    let mut tx = app.store.read().await?;
    let found = tx.organisation_by_number(&number.digits()).await?;
    Ok(found.map(Organisation::from))
}

/// The kind of an organisation today.
pub async fn kind(app: &App, organisation: Uuid) -> Result<Option<OrganisationKind>, ServiceError> {
    Ok(current(app, organisation).await?.map(|class| class.kind))
}

/// What an organisation is counted as today.
pub async fn current(
    app: &App,
    organisation: Uuid,
) -> Result<Option<Classification>, ServiceError> {
    let mut tx = app.store.read().await?;
    let row = tx.classification_on(organisation, &today(app)).await?;
    Ok(row.as_ref().map(classification).transpose()?)
}

/// The domains of an organisation's own addresses, in order.
pub async fn domains(app: &App, organisation: Uuid) -> Result<Vec<EmailDomain>, ServiceError> {
    let domains = app.store.read().await?.domains(organisation).await?;
    let domain = |text: &String| EmailDomain::try_from(text.as_str()).ok();
    Ok(domains.iter().filter_map(domain).collect())
}

/// Everything that a person is to an organisation. Whatever one of them may do, the person may.
/// Never empty.
pub async fn actors(
    app: &App,
    person: Uuid,
    organisation: Uuid,
) -> Result<Vec<Actor>, ServiceError> {
    let mut tx = app.store.read().await?;
    Ok(standing::actors(&mut tx, person, organisation).await?)
}

/// Says in which month, 1 to 12, the organisation wants to be reminded of the next round.
pub async fn set_reminder_month(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    month: Option<u8>,
) -> Outcome<()> {
    let month = month.filter(|month| (1..=12).contains(month));
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                tx.set_reminder_month(organisation, month.map(i64::from))
                    .await?;
                let told = month.map(|month| month.to_string()).unwrap_or_default();
                let detail = Detail::of(told);
                act.record(tx, Some(organisation), EventKind::ReminderMonthSet, detail)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// The role with a stored code; the least of them for any other text.
fn role(code: &str) -> Role {
    Role::try_from(code).unwrap_or(Role::Reader)
}
