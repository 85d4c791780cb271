//! The agency's pages in a shared service: who joins, what organisations are, the agency's own
//! people. None of them opens a draft.

pub(crate) mod applications;
pub(crate) mod home;
pub(crate) mod log;
pub(crate) mod opinion;
pub(crate) mod opinions;
pub(crate) mod organisation;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod wave;
pub(crate) mod waves;
