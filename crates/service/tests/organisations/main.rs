//! Organisations and who belongs to them: whole use cases on a real database, with mails in a
//! folder.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod agency;
mod appoint;
mod factor;
mod house;
mod install;
mod invitations;
mod join;
mod members;
mod register;
mod waves;
mod yearly;

use house::{COMPANY, DAY, House, OTHER, TOWN, file, refused};
