//! The content folder: what the check finds, what the schemas say, what the export holds.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod broken;
mod export;
mod folder;
mod hostile;
mod schemas;
mod shipped;
