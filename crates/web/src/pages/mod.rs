//! One file per page, `get` and `post` side by side.

pub(crate) mod agency;
pub(crate) mod machine;
pub(crate) mod organisation;
pub(crate) mod public;
pub(crate) mod round;
