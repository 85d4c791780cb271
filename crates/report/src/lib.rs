//! What leaves the service as a picture or a document.

pub mod chart;
pub mod qr;
