//! Lead a round: how far it has come, whom to remind, what to hand on. Never anyone's answers.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::{Action, Stage};
use domain::day::Day;
use domain::instrument::Role;
use l10n::day;
use service::organisations;
use service::rounds::{agreement, audiences, progress, reminders};

use super::number;
use super::respondents::{Line, lines};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::words;

/// One role that is asked.
struct RoleRow {
    name: String,
    address: String,
    questions: u32,
    lines: Vec<Line>,
}

/// Questions that someone wants a role to be asked.
struct HandedOn {
    role: String,
    whom: String,
    code: &'static str,
    questions: Vec<String>,
}

#[derive(Template)]
#[template(path = "leading/lead.html")]
struct LeadPage<'a> {
    layout: Layout<'a>,
    quick: bool,
    open: bool,
    status: Option<String>,
    roles: Vec<RoleRow>,
    respondents: u32,
    done: u32,
    handed_on: Vec<HandedOn>,
    /// The day by which answers are asked for, as it is written in the field.
    answer_by: String,
    answer_by_in_words: Option<String>,
    can_remind: bool,
    faults: Vec<FieldFault>,
    colleagues: String,
    close: String,
    /// The one who leads answers too.
    own: Option<String>,
    facts: String,
    facts_known: bool,
    differences: Option<String>,
    result: Option<String>,
    /// The shared purchasing unit that prepares it.
    prepared_by: Option<String>,
    organisation: Option<String>,
}

async fn view(cx: &RoundCx) -> Result<LeadPage<'_>, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let progress = progress::progress(cx.app(), &cx.round).await?;
    let respondents = || progress.asked.iter().flat_map(|asked| &asked.respondents);
    let question = |id: &String| {
        let question = edition.question(id)?.question.get(lang);
        Some(format!("{} {question}", edition.place(id)?.label()))
    };
    let handed_on = progress.handed_on.iter().map(|(role, questions)| HandedOn {
        role: words::role(t, *role),
        whom: words::whom(t, *role),
        code: role.code(),
        questions: questions.iter().filter_map(question).collect(),
    });
    let may = |action, page| cx.may(action).then(|| cx.to(page));
    let unit = match cx.round.belongs.and_then(|belongs| belongs.prepared_by) {
        Some(unit) => organisations::by_id(cx.app(), unit).await?,
        None => None,
    };
    Ok(LeadPage {
        quick: cx.round.depth == domain::assessment::Depth::Quick,
        open: cx.stage() == Some(Stage::Answering),
        status: status(cx),
        roles: progress
            .asked
            .iter()
            .map(|asked| RoleRow {
                name: words::role(t, asked.audience.role),
                address: cx.to_one(Page::Audience, asked.audience.role.code()),
                questions: number(asked.audience.questions.len()),
                lines: lines(cx, asked),
            })
            .collect(),
        respondents: number(respondents().count()),
        done: number(respondents().filter(|one| one.done).count()),
        handed_on: handed_on.collect(),
        can_remind: respondents().any(|one| !one.done && one.can_be_reminded),
        answer_by_in_words: progress.answer_by.as_ref().map(|at| day(at, lang)),
        answer_by: progress.answer_by.clone().unwrap_or_default(),
        faults: Vec::new(),
        colleagues: cx.to(Page::Colleagues),
        close: cx.to(Page::Close),
        own: may(Action::Answer, Page::Home),
        facts: cx.to(Page::Facts),
        facts_known: cx.round.facts.told(),
        differences: may(Action::SeeAgreement, Page::Differences),
        result: may(Action::ReadResult, Page::Result),
        prepared_by: unit.as_ref().map(|unit| unit.name.clone()),
        organisation: match cx.may(Action::SeeOrganisation) {
            true => cx.to_organisation(Page::Organisation),
            // Whoever prepares it for the organisation has a first page of their own.
            false => unit.map(|unit| cx.cx.path(Page::Organisation, &[&unit.public_id])),
        },
        layout: Layout::of_round(cx),
    })
}

/// What was just done.
fn status(cx: &RoundCx) -> Option<String> {
    let t = cx.texts();
    if let Some(sent) = cx
        .cx
        .query("paminda")
        .and_then(|sent| sent.parse::<u32>().ok())
    {
        return Some(t.lead_reminded(sent));
    }
    if cx.cx.query("uppgifter").is_some() {
        return Some(t.saved_facts());
    }
    if cx.cx.query("dag").is_some() {
        return Some(t.lead_day_saved());
    }
    let role = cx.cx.query("fragad")?;
    let role = Role::ALL.into_iter().find(|asked| asked.code() == role)?;
    Some(t.lead_handed_on(words::role(t, role)))
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx).await?)
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    if cx.stage() != Some(Stage::Answering) {
        return Err(Failure::NotNow);
    }
    let here = cx.to(Page::Lead);
    match fields.one("gor", LINE_LIMIT) {
        Ok("paminn") => {
            let (_, organisation) = cx.member()?;
            let sent = reminders::remind(cx.app(), &cx.round, organisation).await?;
            Ok(see_other(&format!("{here}?paminda={sent}")))
        }
        Ok("dag") => set_day(&cx, &fields, &here).await,
        Ok("fraga") => hand_on(&cx, &fields, &here).await,
        _ => Err(Failure::BadForm),
    }
}

async fn set_day(cx: &RoundCx, fields: &Fields, here: &str) -> Result<Response, Failure> {
    let written = fields.one("dag", LINE_LIMIT).unwrap_or_default().trim();
    let today = l10n::iso_day(cx.app().now());
    let day = match Day::try_from(written) {
        _ if written.is_empty() => None,
        Ok(day) if day.to_string() >= today => Some(day.to_string()),
        _ => {
            let mut view = view(cx).await?;
            view.answer_by = fields.shown("dag");
            view.faults.push(FieldFault {
                field: "dag".to_owned(),
                message: cx.texts().lead_day_fault(),
            });
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &view);
        }
    };
    agreement::set_answer_by(cx.app(), &cx.round, day).await?;
    Ok(see_other(&format!("{here}?dag=sparad")))
}

/// Asks a role what someone else wants it to be asked.
async fn hand_on(cx: &RoundCx, fields: &Fields, here: &str) -> Result<Response, Failure> {
    let code = fields.one("roll", LINE_LIMIT).unwrap_or_default();
    let progress = progress::progress(cx.app(), &cx.round).await?;
    let wanted = progress.handed_on.into_iter();
    let (role, questions): (Role, BTreeSet<String>) =
        match wanted.into_iter().find(|(role, _)| role.code() == code) {
            Some(found) => found,
            // Done already, in another window.
            None => return Ok(see_other(here)),
        };
    audiences::ask(cx.app(), &cx.round, role, &questions).await?;
    Ok(see_other(&format!("{here}?fragad={}", role.code())))
}
