//! Organisations, who belongs to them, the agency's people, and what has happened.
//!
//! What depends on several rows of one organisation (is this its last contact person?) is decided
//! under [`Tx::lock_organisation`], and what depends on several rows of one person under
//! [`Tx::lock_person`]: two transactions that do so come one after the other on both databases.

mod agency;
mod classifications;
mod events;
mod invitations;
mod leaving;
mod memberships;
mod preparers;
mod register;
mod standing;
mod yearly;

use uuid::Uuid;

use crate::tx::execute;
use crate::{StoreError, Tx};

pub use agency::{AgencyRow, AppointmentRow};
pub use classifications::{ClassificationRow, ClassifiedRow};
pub use events::{EventRow, NewEvent};
pub use invitations::{InvitationRow, NewInvitation};
pub use memberships::{BelongingRow, MemberRow, MembershipRow, NewMembership};
pub use register::{ListedOrganisation, OrganisationRow};

impl Tx {
    /// Holds what there is one of in an installation until the end of the transaction, so that
    /// others who do the same wait.
    pub async fn lock_installation(&mut self) -> Result<(), StoreError> {
        execute!(self, "UPDATE migrations SET name = name WHERE number = 0").map(drop)
    }

    /// Holds an organisation's row until the end of the transaction, so that others who do the same
    /// wait. `false` if there is no such organisation.
    pub async fn lock_organisation(&mut self, organisation: Uuid) -> Result<bool, StoreError> {
        let statement = "UPDATE organisations SET public_id = public_id WHERE id = $1";
        Ok(execute!(self, statement, organisation)? == 1)
    }

    /// Holds a person's row until the end of the transaction, so that others who do the same wait.
    /// `false` if there is no such person.
    pub async fn lock_person(&mut self, person: Uuid) -> Result<bool, StoreError> {
        let statement = "UPDATE people SET email = email WHERE id = $1";
        Ok(execute!(self, statement, person)? == 1)
    }
}
