//! One of the strategy's goals: what it asks for, its questions and tips, and what there is to read.

use askama::Template;
use axum::response::Response;
use domain::instrument::{Content, Edition, Goal, Reference};
use domain::text::Lang;

use super::tips::goal_of;
use super::{Link, SourceLink, card_link, pick, question_link, source};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::markdown::{Markup, Writer};
use crate::pages::hub::{Entry, entries};
use crate::routes::Page;

#[derive(Template)]
#[template(path = "public/goal.html")]
struct GoalPage<'a> {
    layout: Layout<'a>,
    back: String,
    heading: String,
    /// The official Swedish title, on a page in another language.
    official: Option<&'a str>,
    summary: Markup,
    /// The goal at length.
    explained: Option<Markup>,
    questions: Vec<Link>,
    tips: Vec<Link>,
    reading: Vec<Entry>,
    /// What national surveys have found.
    references: Vec<(&'a str, Option<SourceLink>)>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let goal = edition.goal(cx.segment("goal")).ok_or(Failure::NotFound)?;
    let (lang, content) = (cx.lang(), &cx.app().content);
    let explained = goal.explained.as_ref();
    let texts = explained.into_iter().map(|text| text.get(lang));
    let mut writer = Writer::new(&cx).around(texts);
    page(&GoalPage {
        back: cx.path(Page::Strategy, &[]),
        heading: cx.texts().strategy_goal(&goal.id, goal.title.get(lang)),
        official: (lang != Lang::Sv).then_some(goal.title.sv.as_str()),
        summary: writer.line(goal.summary.get(lang)),
        explained: explained.map(|text| writer.blocks(text.get(lang))),
        questions: goal
            .questions
            .iter()
            .filter_map(|mapped| question_link(&cx, edition, &mapped.id))
            .collect(),
        tips: edition
            .cards
            .values()
            .filter(|card| goal_of(edition, card) == Some(&goal.id))
            .map(|card| card_link(&cx, card))
            .collect(),
        reading: entries(&cx, |page| page.is_about_goal(&edition.framework, &goal.id)),
        references: references(content, edition, goal)
            .map(|it| (pick(lang, &it.sv, &it.en), source(&cx, &it.source)))
            .collect(),
        layout: Layout::of(&cx).about("page:Strategy".to_owned()),
    })
}

/// The surveys asked about the goals of one framework.
fn references<'a>(
    content: &'a Content,
    edition: &Edition,
    goal: &'a Goal,
) -> impl Iterator<Item = &'a Reference> {
    let surveyed = edition.framework == Reference::FRAMEWORK;
    let all = content.references.iter();
    all.filter(move |reference| surveyed && reference.goal == goal.id)
}
