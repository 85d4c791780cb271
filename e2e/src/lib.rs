//! Journeys through the program as people use it: by plain HTTP, and in a browser.
//!
//! The program is the one that was built beside the tests; it is started as its operator starts
//! it, on a free port with its data in a folder that is thrown away. Which pages there are comes
//! from the route table, so that a new page cannot be forgotten.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a harness that cannot go on fails its test"
)]

pub mod browser;
pub mod cookies;
pub mod events;
pub mod faults;
pub mod form;
pub mod http;
pub mod mail;
pub mod markup;
pub mod members;
pub mod organisation;
pub mod person;
pub mod places;
pub mod program;
pub mod provider;
pub mod rdf;
pub mod rounds;
pub mod shown;
pub mod visitor;
pub mod vnu;
pub mod waves;
