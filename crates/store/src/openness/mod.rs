//! What organisations choose to let each other see: networks, and offers to tell how they work.

mod invitations;
mod networks;
mod offers;

pub use invitations::{InvitedRow, NetworkInvitationRow};
pub use networks::{NetworkMemberRow, NetworkRow};
pub use offers::{OfferRow, OfferedRow};
