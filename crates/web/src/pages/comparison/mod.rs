//! Comparison as readers meet it: "Jämför er" for an organisation, statistics for everyone. Every
//! figure of a group is read from a published wave; an organisation's own values come from what it
//! has handed in itself.

mod choice;
pub(crate) mod compare;
pub(crate) mod compare_goal;
pub(crate) mod compared;
pub(crate) mod figures;
pub(crate) mod group_trend;
pub(crate) mod headline;
pub(crate) mod method;
pub(crate) mod missing;
mod own;
mod questions;
pub(crate) mod round;
pub(crate) mod setting;
pub(crate) mod statistics;
pub(crate) mod statistics_goal;
mod summary;
