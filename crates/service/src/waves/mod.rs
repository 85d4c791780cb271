//! Waves: the dates on which organisations are compared. Closing one computes its release from what
//! has been handed in; nothing else compares organisations. Pages, files and reports read what
//! [`latest`], [`all`] and [`of_date`] give, which is the public part alone.

mod published;

pub use published::{Cache, Published, WithdrawnNote, all, latest, of_date};
