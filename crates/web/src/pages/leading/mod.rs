//! Pages on which a round of many is led, and on which the group agrees.

pub(crate) mod agreement;
pub(crate) mod audience;
pub(crate) mod close;
pub(crate) mod colleagues;
pub(crate) mod differences;
pub(crate) mod given;
pub(crate) mod lead;
pub(crate) mod remove;
mod respondents;
pub(crate) mod share;
pub(crate) mod start;

/// A count as the texts take it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
