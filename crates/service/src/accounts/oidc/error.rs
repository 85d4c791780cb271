//! Why someone was not signed in through the provider.

use openidconnect::ClaimsVerificationError;

use super::http::HttpError;
use crate::ServiceError;

/// Why someone was not signed in. What a variant carries is for the log; it holds no token.
#[derive(Debug, thiserror::Error)]
pub enum OidcError {
    /// The provider cannot be reached, does not answer in time, or says that it is out of order.
    #[error("the provider is down: {0}")]
    Down(String),
    /// The provider answers something that is not OpenID Connect, or lacks what it must have.
    #[error("the provider answers what cannot be used: {0}")]
    Garbage(String),
    /// The provider does not accept this service's id, secret or address: settings do not match.
    #[error("the provider does not accept this service: {0}")]
    Unaccepted(String),
    /// The browser has no sign-in under way: it took too long, or began in another browser.
    #[error("no sign-in is under way in this browser")]
    NotBegun,
    /// The answer belongs to another sign-in than the one that this browser began.
    #[error("the answer belongs to another sign-in: {0}")]
    OtherSignIn(&'static str),
    /// The answer has been used.
    #[error("the answer has been used")]
    Reused,
    /// The provider does not accept the code: used before, too old, or made for another sign-in.
    #[error("the provider does not accept the code: {0}")]
    CodeRefused(String),
    /// The proof was made for another sign-in.
    #[error("the ID token was made for another sign-in: {0}")]
    Nonce(String),
    /// The proof was made for another service.
    #[error("the ID token was made for another service: {0}")]
    Audience(String),
    /// The proof is not signed by the provider.
    #[error("the ID token is not signed by the provider: {0}")]
    Signature(String),
    /// The proof does not hold now: it has expired, or is not valid yet.
    #[error("the ID token does not hold now: {0}")]
    Expired(String),
    /// The person, or the provider on their behalf, said no.
    #[error("the person did not agree to sign in")]
    Declined,
    /// Nobody here is tied to the person yet, and the provider gives no e-mail address.
    #[error("the provider gives no e-mail address of someone who is new here")]
    NoEmail,
    /// Nobody here is tied to the person yet, and the provider has not verified the address.
    #[error("the provider has not verified the e-mail address of someone who is new here")]
    EmailUnverified,
    /// The account with the address is tied to someone else at the same provider.
    #[error("the account with the e-mail address is tied to someone else at the provider")]
    EmailTaken,
    /// The provider says that the person belongs to another organisation than the one here.
    #[error("the person belongs to another organisation")]
    OtherOrganisation,
    /// Too many tries from the same place.
    #[error("too many tries")]
    TooMany,
    /// The service itself could not do its part.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

impl From<store::StoreError> for OidcError {
    fn from(error: store::StoreError) -> Self {
        OidcError::Service(error.into())
    }
}

impl From<HttpError> for OidcError {
    fn from(error: HttpError) -> Self {
        match error {
            HttpError::Unreachable(_) | HttpError::OutOfOrder(_) => {
                OidcError::Down(error.to_string())
            }
            HttpError::TooLarge(_) | HttpError::Insecure(_) => {
                OidcError::Garbage(error.to_string())
            }
        }
    }
}

impl From<ClaimsVerificationError> for OidcError {
    fn from(error: ClaimsVerificationError) -> Self {
        use ClaimsVerificationError as E;
        let told = error.to_string();
        match error {
            E::Expired(_) | E::InvalidAuthTime(_) => OidcError::Expired(told),
            E::InvalidAudience(_) => OidcError::Audience(told),
            E::InvalidNonce(_) => OidcError::Nonce(told),
            E::InvalidIssuer(_) => OidcError::Signature(told),
            E::SignatureVerification(source) => OidcError::Signature(source.to_string()),
            _ => OidcError::Garbage(told),
        }
    }
}
