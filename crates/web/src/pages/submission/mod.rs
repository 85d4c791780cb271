//! From what is agreed to the next round: checking everything, handing in, receipt, withdrawal.

pub(crate) mod hand_in;
pub(crate) mod publicity;
pub(crate) mod receipt;
pub(crate) mod review;
pub(crate) mod withdraw;
