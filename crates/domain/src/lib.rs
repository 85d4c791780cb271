//! The rules of Strategikollen. Pure: no I/O, no async, no clock, no randomness.
//!
//! A newcomer's map: [`instrument`] is the question set as data, [`assessment`] what an
//! organisation answers, [`scoring`] what levels follow, [`advice`] which tips and in what order,
//! [`voices`] what several respondents say together, [`previous`] how the next round begins,
//! [`plan`] what an organisation decided about its tips, [`hub`] what there is to read,
//! [`openness`] what organisations choose to let each other see,
//! [`reference`](mod@reference) how what was handed in is referred to, [`synthetic`] organisations
//! that there are not, to show and measure with.

pub mod account;
pub mod advice;
pub mod assessment;
pub mod collation;
pub mod comparison;
pub mod day;
pub mod hub;
pub mod instrument;
pub mod openness;
pub mod organisation;
pub mod plan;
pub mod previous;
pub mod reference;
pub mod schema;
pub mod scoring;
pub mod synthetic;
pub mod text;
pub mod voices;
