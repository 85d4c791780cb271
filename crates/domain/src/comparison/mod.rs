//! Comparison: groups, waves, releases, and what keeps anyone from being worked out from them.
//!
//! The rules are those of one version, and every figure on a page, in a file and in the API is
//! read from a release's public part ([`Publication`]).

mod band;
mod before;
mod cards;
mod compute;
mod decide;
mod file;
mod frame;
mod intake;
mod interval;
mod keep;
mod lattice;
mod members;
mod names;
mod own;
mod panel;
mod publication;
mod release;
mod report;
mod rules;
mod spread;
mod submission;
mod thresholds;
mod verdict;

pub use band::{CountBand, NotQuarters, Quarters, Share};
pub use cards::CARD_CELL;
pub use file::BadLine;
pub use frame::{Frame, Registered};
pub use intake::{Intake, NoEdition, Problem};
pub use lattice::{
    ByVolume, Counted, Group, LATTICE, Partition, SizeBand, TYPES, UnknownGroup, VolumeBand,
};
pub use own::{OwnValues, own};
pub use publication::{
    CardFigure, Coverage, FORMAT, Figure, GroupFigures, Panel, PanelFigure, Publication, Span,
};
pub use release::{
    CardShown, HowFar, Member, Owners, PanelShown, Participation, Protected, RELEASE_FORMAT,
    Release, ReleaseError, Salt, Shown, Snapshot, Values,
};
pub use report::{Finding, Note, Outcome, Report, Rule, WhyLeftOut};
pub use submission::{CardTold, Submission};
pub use thresholds::{
    CONCENTRATION, FOR_DISTRIBUTION, FOR_QUARTILES, FOR_VERDICT, MAPPED, MIN_CHANGED, MIN_OWNERS,
    MONTHS, RULES,
};
pub use verdict::{Verdict, verdict};

#[cfg(test)]
mod tests;
