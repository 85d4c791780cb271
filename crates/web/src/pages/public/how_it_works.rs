//! Steps, time, whom to involve, and what becomes of the answers.

use askama::Template;
use axum::response::Response;
use domain::instrument::{Edition, Role};
use l10n::Texts;

use super::number;
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

#[derive(Template)]
#[template(path = "public/how_it_works.html")]
struct HowItWorksPage<'a> {
    layout: Layout<'a>,
    quick: u32,
    full: u32,
    /// The number of goals as a word.
    goals: String,
    roles: Vec<RoleLine>,
    keep_days: u16,
    new: String,
}

/// A role and its part of the questions.
struct RoleLine {
    name: String,
    knows: String,
    questions: usize,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    page(&HowItWorksPage {
        quick: number(edition.counts.quick),
        full: number(edition.counts.questions),
        goals: l10n::count_word(edition.goals.len(), cx.lang()),
        roles: Role::ALL
            .into_iter()
            .map(|role| RoleLine {
                name: words::role(cx.texts(), role),
                knows: knows(cx.texts(), role),
                questions: answerable(edition, role),
            })
            .collect(),
        keep_days: cx.app().settings.keep_days,
        new: cx.path(Page::New, &[]),
        layout: Layout::of(&cx),
    })
}

fn answerable(edition: &Edition, role: Role) -> usize {
    edition
        .places()
        .filter(|(_, question)| question.roles.contains(&role))
        .count()
}

fn knows(t: &Texts, role: Role) -> String {
    match role {
        Role::Ledning => t.how_who_ledning(),
        Role::Inkop => t.how_who_inkop(),
        Role::Verksamhet => t.how_who_verksamhet(),
        Role::Ekonomi => t.how_who_ekonomi(),
        Role::Juridik => t.how_who_juridik(),
    }
}
