//! What leaves the service as a picture or a document.

pub mod archive;
pub mod chart;
pub mod form;
mod looks;
pub mod open_data;
pub mod plan;
pub mod qr;
pub mod trend;
mod workbook;

/// A text as it stands in a drawing, in an attribute or between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
