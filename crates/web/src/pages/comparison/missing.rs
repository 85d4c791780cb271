//! What an address of a comparison asks for and is not there, with the way back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{Failure, page_with};
use crate::layout::Layout;

#[derive(Template)]
#[template(path = "comparison/missing.html")]
struct MissingPage<'a> {
    layout: Layout<'a>,
    title: String,
    happened: String,
    /// Where to go instead, and what that is called.
    back: (String, String),
}

/// No group has that code.
pub(crate) fn group(layout: Layout<'_>, back: (String, String)) -> Result<Response, Failure> {
    let t = layout.t;
    answer(MissingPage {
        title: t.comparison_no_group_title(),
        happened: t.comparison_no_group(),
        layout,
        back,
    })
}

/// Nothing was published for that date.
pub(super) fn wave(layout: Layout<'_>, back: (String, String)) -> Result<Response, Failure> {
    let t = layout.t;
    answer(MissingPage {
        title: t.comparison_no_wave_title(),
        happened: t.comparison_no_wave(),
        layout,
        back,
    })
}

fn answer(missing: MissingPage<'_>) -> Result<Response, Failure> {
    page_with(StatusCode::NOT_FOUND, &missing)
}
