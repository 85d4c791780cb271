//! Pages of whoever is asked to answer, besides those of answering itself.

pub(crate) mod address;
pub(crate) mod form;
pub(crate) mod join;
pub(crate) mod reminders;
