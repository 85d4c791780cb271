//! One file per page, `get` and `post` side by side.

pub(crate) mod account;
pub(crate) mod agency;
pub(crate) mod asked;
pub(crate) mod comparison;
pub(crate) mod hub;
pub(crate) mod leading;
pub(crate) mod machine;
pub(crate) mod open_data;
pub(crate) mod openness;
pub(crate) mod organisation;
pub(crate) mod plan;
pub(crate) mod previous;
pub(crate) mod public;
pub(crate) mod round;
pub(crate) mod submission;
pub(crate) mod workshop;
