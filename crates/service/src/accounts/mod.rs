//! People, and how they show who they are. Nobody has a password: a code is mailed to the
//! address, and whoever can change things for others shows a second factor besides.

pub mod codes;
pub mod factors;
pub mod kept_forms;
pub(crate) mod letters;
pub(crate) mod limits;
pub mod oidc;
pub mod passkeys;
pub mod people;
pub mod sessions;
mod token;
pub mod way_back;

use store::StoreError;

use crate::app::App;
use crate::error::ServiceError;

pub use token::Token;

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Why something about an account was not done.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// What was shown or asked for does not do.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// It could not be found out or stored.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

/// What the person who asked can do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The mailed code is wrong.
    WrongCode {
        /// How many tries are left, more than none.
        left: i64,
    },
    /// There is no valid code: it has expired, been used, tried too often or replaced by a newer
    /// one, or was asked for elsewhere.
    NoCode,
    /// The authenticator app's code, the recovery code or the passkey does not do.
    WrongFactor,
    /// The authenticator app's code has been used; the next one comes within half a minute.
    UsedFactor,
    /// Too many have been asked for or tried. It works again within an hour.
    TooMany,
    /// Who it is must be confirmed again first.
    NotFresh,
    /// The address is another account's.
    Taken,
    /// The session has ended in the meantime.
    Ended,
    /// The passkey is registered already.
    KnownKey,
}

impl From<StoreError> for AccountError {
    fn from(error: StoreError) -> Self {
        AccountError::Failed(error.into())
    }
}

impl From<Refusal> for AccountError {
    fn from(refusal: Refusal) -> Self {
        AccountError::Refused(refusal)
    }
}

/// Forgets what has had its time: codes, sessions, kept forms.
pub async fn clean_up(app: &App) -> Result<(), ServiceError> {
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.forget_codes_before(now).await?;
                tx.delete_sessions_before(now - sessions::REMEMBERED)
                    .await?;
                tx.delete_kept_forms_before(now - kept_forms::KEPT).await?;
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    Ok(())
}
