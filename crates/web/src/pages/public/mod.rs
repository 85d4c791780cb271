//! Pages that anyone may read.

pub(crate) mod feedback;
pub(crate) mod how_it_works;
pub(crate) mod method;
pub(crate) mod questions;
pub(crate) mod sender;
pub(crate) mod start;
pub(crate) mod strategy;
pub(crate) mod tips;
