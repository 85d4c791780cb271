//! Which roles are asked, and how many questions each.

use askama::Template;
use axum::response::Response;
use domain::account::Stage;
use domain::instrument::Role;
use service::rounds::{audiences, of_organisation, progress};

use super::number;
use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

struct Row {
    name: String,
    whom: String,
    code: &'static str,
    /// How many questions the role is asked, or would be.
    questions: u32,
    /// Once it is asked: its page, and how many answer.
    asked: Option<(String, u32)>,
}

#[derive(Template)]
#[template(path = "leading/colleagues.html")]
struct ColleaguesPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    back: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    if cx.stage() != Some(Stage::Answering) {
        return Ok(see_other(&cx.to(Page::Lead)));
    }
    let t = cx.texts();
    let edition = cx.edition()?;
    let progress = progress::progress(cx.app(), &cx.round).await?;
    let rows = Role::ALL.into_iter().map(|role| {
        let mut asked = progress.asked.iter();
        let asked = asked.find(|asked| asked.audience.role == role);
        Row {
            name: words::role(t, role),
            whom: words::whom(t, role),
            code: role.code(),
            questions: number(match asked {
                Some(asked) => asked.audience.questions.len(),
                None => of_organisation::suggested(edition, cx.round.depth, role).len(),
            }),
            asked: asked.map(|asked| {
                let address = cx.to_one(Page::Audience, role.code());
                (address, number(asked.respondents.len()))
            }),
        }
    });
    page(&ColleaguesPage {
        rows: rows.collect(),
        back: cx.to(Page::Lead),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let code = fields.one("roll", LINE_LIMIT).unwrap_or_default();
    let role = Role::ALL.into_iter().find(|role| role.code() == code);
    let role = role.ok_or(Failure::BadForm)?;
    let questions = of_organisation::suggested(cx.edition()?, cx.round.depth, role);
    let asked = audiences::audiences(cx.app(), &cx.round).await?;
    if asked.iter().all(|asked| asked.role != role) {
        let questions = questions.into_iter().collect();
        audiences::ask(cx.app(), &cx.round, role, &questions).await?;
    }
    Ok(see_other(&cx.to_one(Page::Audience, role.code())))
}
