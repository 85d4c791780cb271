//! Everything about one topic.

use askama::Template;
use axum::response::Response;

use super::{Entry, entries};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::public::{Link, pick, question_link};
use crate::routes::Page;

#[derive(Template)]
#[template(path = "hub/topic.html")]
struct TopicPage<'a> {
    layout: Layout<'a>,
    back: String,
    name: String,
    entries: Vec<Entry>,
    questions: Vec<Link>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let tag = cx.app().content.tags.get(cx.segment("tag"));
    let tag = tag.ok_or(Failure::NotFound)?;
    let questions = edition
        .places()
        .filter(|(_, question)| question.tags.contains(&tag.id));
    page(&TopicPage {
        back: cx.path(Page::Hub, &[]),
        name: pick(cx.lang(), &tag.sv, &tag.en).to_owned(),
        entries: entries(&cx, |page| page.file.tags.contains(&tag.id)),
        questions: questions
            .filter_map(|(_, question)| question_link(&cx, edition, &question.id))
            .collect(),
        layout: Layout::of(&cx).about("page:Hub".to_owned()),
    })
}
