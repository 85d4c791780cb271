//! One role: its questions, invitations by mail, the common address with its QR code, respondents.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Stage;
use domain::assessment::Depth;
use domain::organisation::EmailAddress;
use domain::voices::Anonymity;
use report::qr;
use service::rounds::audiences;
use service::rounds::progress::{self, Asked};
use service::rounds::respondents::{self, Invited, Inviter};

use super::number;
use super::respondents::{Line, lines};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::{Page, path};
use crate::words;

/// Addresses that can be invited at once.
const AT_ONCE: usize = 100;

/// A question that the role can be asked.
struct Choice {
    id: String,
    dashed: String,
    text: String,
    checked: bool,
}

/// The common address.
struct Link {
    address: String,
    drawing: Option<String>,
}

#[derive(Template)]
#[template(path = "leading/audience.html")]
struct AudiencePage<'a> {
    layout: Layout<'a>,
    role: String,
    whom: String,
    questions: Vec<Choice>,
    chosen: u32,
    choosing: bool,
    lines: Vec<Line>,
    /// Too few for anonymity, in all roles together.
    few: bool,
    link: Option<Link>,
    /// Addresses to invite, as they were written.
    addresses: String,
    status: Option<String>,
    faults: Vec<FieldFault>,
    back: String,
}

impl AudiencePage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let found = self.faults.iter().find(|fault| fault.field == field);
        found.map(|fault| fault.message.as_str())
    }
}

/// The role that the address names, if it is asked.
async fn named(cx: &RoundCx) -> Result<(Asked, usize), Failure> {
    let progress = progress::progress(cx.app(), &cx.round).await?;
    let all = progress.asked.iter().map(|asked| asked.respondents.len());
    let all = all.sum();
    let mut asked = progress.asked.into_iter();
    let asked = asked.find(|asked| asked.audience.role.code() == cx.cx.segment("role"));
    Ok((asked.ok_or(Failure::NotFound)?, all))
}

fn view<'a>(cx: &'a RoundCx, asked: &Asked, all: usize) -> Result<AudiencePage<'a>, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let role = words::role(t, asked.audience.role);
    let whom = words::whom(t, asked.audience.role);
    let link = asked.audience.link.as_ref().map(|secret| {
        let at = path(Page::Join, lang, &[&secret.text()]);
        let address = format!("{}{at}", cx.app().settings.base_url);
        Link {
            drawing: qr::svg(&address, &t.audience_qr(whom.as_str())).ok(),
            address,
        }
    });
    let questions = edition
        .places()
        .filter(|(place, _)| cx.round.depth == Depth::Full || place.mapped.quick)
        .map(|(place, question)| Choice {
            id: question.id.clone(),
            dashed: question.id.replace('.', "-"),
            text: format!("{} {}", place.label(), question.question.get(lang)),
            checked: asked.audience.questions.contains(&question.id),
        });
    let status = if cx.cx.query("fragor").is_some() {
        Some(t.audience_questions_saved())
    } else if cx.cx.query("lank").is_some() {
        Some(t.audience_link_changed())
    } else if cx.cx.query("borttagen").is_some() {
        Some(t.audience_removed())
    } else {
        let sent = cx
            .cx
            .query("inbjudna")
            .and_then(|sent| sent.parse::<u32>().ok());
        let already = cx
            .cx
            .query("redan")
            .and_then(|sent| sent.parse::<u32>().ok());
        sent.map(|sent| t.audience_invited(sent, already.unwrap_or(0)))
    };
    Ok(AudiencePage {
        questions: questions.collect(),
        chosen: number(asked.audience.questions.len()),
        choosing: false,
        lines: lines(cx, asked),
        few: Anonymity::among(all) == Anonymity::NotKept,
        link,
        addresses: String::new(),
        status,
        faults: Vec::new(),
        back: cx.to(Page::Colleagues),
        role,
        whom,
        layout: Layout::of_round(cx),
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    if cx.stage() != Some(Stage::Answering) {
        return Ok(see_other(&cx.to(Page::Lead)));
    }
    let (asked, all) = named(&cx).await?;
    page(&view(&cx, &asked, all)?)
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    if cx.stage() != Some(Stage::Answering) {
        return Err(Failure::NotNow);
    }
    let (asked, all) = named(&cx).await?;
    let (app, audience) = (cx.app(), asked.audience.id);
    let here = cx.to_one(Page::Audience, asked.audience.role.code());
    let done = match fields.one("gor", LINE_LIMIT) {
        Ok("bjud-in") => invite(&cx, &asked, &fields).await?,
        Ok("fragor") => choose(&cx, &asked, &fields).await?,
        Ok("ta-tillbaka") => {
            audiences::take_back_link(app, &cx.round, audience).await?;
            Ok("lank=ja".to_owned())
        }
        Ok("ny-lank") => {
            audiences::new_link(app, &cx.round, audience).await?;
            Ok("lank=ja".to_owned())
        }
        _ => return Err(Failure::BadForm),
    };
    match done {
        Ok(query) => Ok(see_other(&format!("{here}?{query}"))),
        Err(fault) => {
            let mut view = view(&cx, &asked, all)?;
            view.addresses = fields.shown("adresser");
            view.choosing = fault.field == "fragor";
            view.faults.push(fault);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
    }
}

/// Invites everyone whose address was written, or nobody.
async fn invite(
    cx: &RoundCx,
    asked: &Asked,
    fields: &Fields,
) -> Result<Result<String, FieldFault>, Failure> {
    let t = cx.texts();
    let fault = |message: String| {
        Ok(Err(FieldFault {
            field: "adresser".to_owned(),
            message,
        }))
    };
    let text = match fields.one("adresser", TEXT_LIMIT) {
        Ok(text) => text,
        Err(found) => return fault(message(t, found)),
    };
    let mut addresses = BTreeSet::new();
    let mut wrong = Vec::new();
    let separators = |c: char| c.is_whitespace() || c == ',' || c == ';';
    for written in text.split(separators).filter(|part| !part.is_empty()) {
        match EmailAddress::try_from(written) {
            Ok(address) => drop(addresses.insert(address)),
            Err(_) => wrong.push(written),
        }
    }
    if !wrong.is_empty() {
        return fault(t.audience_wrong_addresses(wrong.join(", ")));
    }
    if addresses.is_empty() {
        return fault(t.audience_no_addresses());
    }
    if addresses.len() > AT_ONCE {
        return fault(t.audience_too_many_addresses(number(AT_ONCE)));
    }
    let (session, organisation) = cx.member()?;
    let by = Inviter {
        organisation,
        name: if session.name.is_empty() {
            &session.email
        } else {
            &session.name
        },
        lang: cx.lang(),
    };
    match respondents::invite(cx.app(), &cx.round, asked.audience.id, by, &addresses).await? {
        Invited::Sent { now, already } => Ok(Ok(format!("inbjudna={now}&redan={}", already.len()))),
        Invited::TooMany => Err(Failure::TooMany),
    }
}

async fn choose(
    cx: &RoundCx,
    asked: &Asked,
    fields: &Fields,
) -> Result<Result<String, FieldFault>, Failure> {
    let edition = cx.edition()?;
    let chosen: BTreeSet<String> = fields.all("fraga").map(str::to_owned).collect();
    if chosen.iter().any(|id| edition.question(id).is_none()) {
        return Err(Failure::BadForm);
    }
    if chosen.is_empty() {
        return Ok(Err(FieldFault {
            field: "fragor".to_owned(),
            message: cx.texts().audience_no_questions(),
        }));
    }
    audiences::set_questions(cx.app(), &cx.round, asked.audience.id, &chosen).await?;
    Ok(Ok("fragor=sparade".to_owned()))
}
