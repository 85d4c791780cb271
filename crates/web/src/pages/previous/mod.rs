//! The next round: it begins where the last one ended, and shows what has changed since.

pub(crate) mod changes;
pub(crate) mod goal;
pub(crate) mod overview;
mod work;
