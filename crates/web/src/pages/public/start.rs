//! What it is, and the way in.

use askama::Template;
use axum::response::Response;

use super::{LevelLine, levels, number};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "public/start.html")]
struct StartPage<'a> {
    layout: Layout<'a>,
    levels: Vec<LevelLine>,
    quick: u32,
    full: u32,
    /// The number of goals as a word.
    goals: String,
    new: String,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    page(&StartPage {
        levels: levels(&cx.app().content, cx.texts(), cx.lang()),
        quick: number(edition.counts.quick),
        full: number(edition.counts.questions),
        goals: l10n::count_word(edition.goals.len(), cx.lang()),
        new: cx.path(Page::New, &[]),
        layout: Layout::of(&cx),
    })
}
