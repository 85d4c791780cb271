//! The one interface to the database, SQLite or PostgreSQL behind the same statements.
//!
//! [`Store::read`] gives a [`Tx`] for reading. [`Store::write`] takes a closure that is given a
//! [`Tx`] for writing, and answers once what it wrote is durable. The methods of [`Tx`] are the
//! queries; each is one statement that runs unchanged on either database.
//!
//! ```no_run
//! # async fn example(id: uuid::Uuid, now: i64) -> Result<(), store::StoreError> {
//! let store = store::Store::open("sqlite:data/strategikollen.db").await?;
//! store.write(move |tx| Box::pin(async move { tx.touch_round(id, now).await })).await?;
//! let readers = store.read().await?.readers(id).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Ids (UUIDv7) and times (Unix milliseconds) come from the caller. What an organisation has
//! written in a draft comes encrypted; the store sees bytes.

mod accounts;
mod audiences;
mod comparison;
mod error;
mod feedback;
mod limits;
mod mail;
mod migrations;
mod openness;
mod organisation_rounds;
mod organisations;
mod plans;
mod postgres;
mod respondents;
mod revisions;
mod rounds;
mod sqlite;
mod store;
mod submissions;
mod tx;
mod waves;
mod workshops;
mod writer;

pub use accounts::{
    CodeRow, KeptFormRow, NewCode, NewPerson, NewSession, PasskeyRow, PersonRow, SessionRow,
};
pub use audiences::{AudienceAddress, AudienceRow};
pub use comparison::{ComparedRow, CountedRow, RegisteredRow};
pub use error::StoreError;
pub use feedback::{FeedbackCount, FeedbackRow, ReplyRow};
pub use mail::{ClaimedMail, FailedMail, NewMail};
pub use openness::{
    InvitedRow, NetworkInvitationRow, NetworkMemberRow, NetworkRow, OfferRow, OfferedRow,
};
pub use organisation_rounds::{ListedRound, OrganisationRoundRow, RoundToRemind};
pub use organisations::{
    AgencyRow, AppointmentRow, BelongingRow, ClassificationRow, ClassifiedRow, EventRow,
    InvitationRow, ListedOrganisation, MemberRow, MembershipRow, NewEvent, NewInvitation,
    NewMembership, OrganisationRow,
};
pub use plans::{NewPlan, PlanOwnerRow, PlanRow};
pub use respondents::RespondentRow;
pub use revisions::{RevisionRow, Saved};
pub use rounds::{NewReader, NewRound, OpenReader, ReaderRow, RoundRow};
pub use store::{Store, Work};
pub use submissions::{SubmissionRow, WithdrawalRow};
pub use tx::Tx;
pub use waves::{NewWave, WaveRow};
pub use workshops::{NewParticipant, NewWorkshop, WorkshopRow, WorkshopState};
