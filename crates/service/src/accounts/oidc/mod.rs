//! Sign-in through another organisation's service, with OpenID Connect.
//!
//! [`begin`] gives the address to send the browser to, and a cookie that ties the answer to that
//! browser. [`receive`] takes what the browser brings back, asks the provider who it is and checks
//! the proof. [`sign_in`] finds the person here that it is.
//!
//! Authorisation code flow with PKCE. Nothing of the provider's tokens is kept.

mod claims;
mod error;
mod flow;
mod http;
mod membership;
mod provider;
mod settings;
mod sign_in;
mod ties;

pub use claims::SignedIn;
pub use error::OidcError;
pub use flow::{Answer, Begun, Start, TIME, Wish, begin, begun, receive};
pub use provider::Provider;
pub use settings::{GroupRole, NotASetting, OidcSettings};
pub use sign_in::{Admitted, sign_in};
pub use ties::{Tied, ties, untie};
