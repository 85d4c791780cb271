//! Use cases: what the service can do, whoever asks. Pages and commands call these; nothing here
//! knows of HTTP or HTML.

pub mod accounts;
mod app;
pub mod content;
pub mod demo;
mod error;
pub mod feedback;
pub mod file;
mod http;
pub mod links;
pub mod mail;
pub mod openness;
pub mod organisations;
pub mod plans;
pub mod rounds;
pub mod search;
pub mod secrets;
pub mod settings;
pub mod submissions;
pub mod waves;
pub mod workshops;

pub use app::{App, Clock, Random};
pub use error::ServiceError;
