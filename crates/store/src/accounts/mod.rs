//! People, and how they show who they are.

mod codes;
mod factors;
mod kept_forms;
mod passkeys;
mod people;
mod sessions;

pub use codes::{CodeRow, NewCode};
pub use kept_forms::KeptFormRow;
pub use passkeys::PasskeyRow;
pub use people::{NewPerson, PersonRow};
pub use sessions::{NewSession, SessionRow};
