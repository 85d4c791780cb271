//! The phone: one question, four large choices. No account; the code on the screen is enough.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::assessment::Answer;
use domain::voices::Anonymity;
use service::workshops::{self, Joined, MOST, Phase};

use crate::context::{PERSONAL, PHONE_COOKIE, PhoneCx};
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{Choice, FieldFault, choices, in_words, parse, value};
use crate::routes::Page;
use crate::session::Requester;

/// How long a phone is known, in seconds: as long as a workshop goes on.
const DAY: u32 = 24 * 60 * 60;

/// A question as a phone shows it.
struct Asked {
    id: String,
    dashed: String,
    label: String,
    text: String,
    choices: Vec<Choice>,
    /// What this phone has answered, in words.
    own: Option<String>,
}

/// What the group has agreed on, in words.
struct Agreed {
    title: String,
    text: String,
}

/// What a phone shows.
enum View {
    /// The workshop, or the stage it belongs to, is over.
    Over,
    /// Not yet in.
    Outside,
    /// In, and nothing is asked.
    Waiting,
    /// A question to answer.
    Asking(Asked),
    /// Everybody's answers are on the shared screen.
    Shown(Asked, Option<Agreed>),
}

#[derive(Template)]
#[template(path = "workshop/phone.html")]
struct PhonePage<'a> {
    layout: Layout<'a>,
    view: View,
    faults: Vec<FieldFault>,
    /// So few take part that others can tell who answered what.
    few: bool,
    /// The answer came when the question was no longer asked.
    too_late: bool,
    /// There is no room for more.
    full: bool,
    most: u32,
    here: String,
    events: String,
    turn: i64,
}

impl PhonePage<'_> {
    fn title(&self) -> String {
        let t = self.layout.t;
        match &self.view {
            View::Over => t.workshop_over_title(),
            View::Outside => t.workshop_join_title(),
            View::Waiting => t.workshop_waiting_title(),
            View::Asking(asked) | View::Shown(asked, _) => {
                format!("{} {}", asked.label, asked.text)
            }
        }
    }

    /// What someone who does not see the page is told when it has changed.
    fn news(&self) -> String {
        let t = self.layout.t;
        match &self.view {
            View::Asking(asked) => t.workshop_news_asking(asked.text.as_str()),
            View::Shown(_, Some(agreed)) => t.workshop_news_agreed(agreed.title.as_str()),
            View::Shown(_, None) => t.workshop_news_shown(),
            View::Over | View::Outside | View::Waiting => self.title(),
        }
    }

    /// Whether there is something to follow.
    fn follows(&self) -> bool {
        !matches!(self.view, View::Over | View::Outside)
    }
}

async fn view(cx: &PhoneCx) -> Result<View, Failure> {
    let Some(participant) = cx.phone.participant.filter(|_| cx.open) else {
        return Ok(if cx.open { View::Outside } else { View::Over });
    };
    let Some(id) = cx.phone.workshop.phase.question() else {
        return Ok(View::Waiting);
    };
    let edition = cx.edition()?;
    let question = edition.question(id).ok_or(Failure::OtherEdition)?;
    let place = edition.place(id).ok_or(Failure::OtherEdition)?;
    let (t, lang, content) = (cx.cx.texts(), cx.cx.lang(), &cx.cx.app().content);
    let own = workshops::own_answer(cx.cx.app(), &cx.phone, participant).await?;
    let chosen = own.as_ref().map(value).unwrap_or_default();
    let kind = cx.phone.round.facts.kind;
    let (levels, others) = choices(content, question, kind, &chosen, (t, lang));
    let in_words = |answer: &Answer| in_words(content, question, Some(answer), t, lang);
    let asked = Asked {
        id: question.id.clone(),
        dashed: question.id.replace('.', "-"),
        label: place.label(),
        text: question.question.get(lang).to_owned(),
        choices: levels.into_iter().chain(others).collect(),
        own: own.as_ref().map(|answer| in_words(answer).0),
    };
    Ok(match cx.phone.workshop.phase {
        Phase::Shown(_) => {
            let agreed = cx.phone.round.latest(id).said.answer;
            let agreed = agreed.as_ref().map(in_words);
            View::Shown(asked, agreed.map(|(title, text)| Agreed { title, text }))
        }
        Phase::Asking(_) | Phase::Waiting => View::Asking(asked),
    })
}

async fn show(cx: &PhoneCx) -> Result<PhonePage<'_>, Failure> {
    Ok(PhonePage {
        view: view(cx).await?,
        faults: Vec::new(),
        few: Anonymity::among(cx.phone.workshop.joined) == Anonymity::NotKept,
        too_late: cx.cx.query("for-sent").is_some(),
        full: cx.cx.query("fullt").is_some(),
        most: u32::try_from(MOST).unwrap_or(u32::MAX),
        here: cx.to(Page::Phone),
        events: cx.to(Page::PhoneEvents),
        turn: cx.phone.workshop.turn,
        layout: Layout {
            about: None,
            ..Layout::of(&cx.cx)
        },
    })
}

pub(crate) async fn get(cx: PhoneCx) -> Result<Response, Failure> {
    if cx.doubly_known {
        return Ok(see_other(&cx.to(Page::Phone)));
    }
    let shown = show(&cx).await?;
    match shown.view {
        View::Over => page_with(StatusCode::CONFLICT, &shown),
        _ => page(&shown),
    }
}

pub(crate) async fn post(
    cx: PhoneCx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    if !cx.open {
        return page_with(StatusCode::CONFLICT, &show(&cx).await?);
    }
    match fields.one("gor", LINE_LIMIT) {
        Ok("med") => join(&cx, &requester).await,
        Ok("svara") => answer(&cx, &fields).await,
        _ => Err(Failure::BadForm),
    }
}

async fn join(cx: &PhoneCx, requester: &Requester) -> Result<Response, Failure> {
    if cx.phone.participant.is_some() {
        return Ok(see_other(&cx.to(Page::Phone)));
    }
    let from = requester.address;
    let here = cx.common(Page::Phone);
    match workshops::join(cx.cx.app(), &cx.phone.workshop, from).await? {
        Joined::In(secret) => {
            let kept = workshops::cookie_secret(cx.cx.app(), &secret).text();
            let cookie = format!(
                "{PHONE_COOKIE}={kept}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={DAY}"
            );
            // The address tells who it is until the cookie has come back.
            let next = see_other(&format!("{here}?{PERSONAL}={}", secret.text()));
            Ok(([(header::SET_COOKIE, cookie)], next).into_response())
        }
        Joined::Full => Ok(see_other(&format!("{here}?fullt=ja"))),
        Joined::TooMany => Err(Failure::TooMany),
    }
}

async fn answer(cx: &PhoneCx, fields: &Fields) -> Result<Response, Failure> {
    let here = cx.to(Page::Phone);
    let asked = fields
        .one("fraga", LINE_LIMIT)
        .ok()
        .and_then(|id| cx.edition().ok()?.question(id))
        .ok_or(Failure::BadForm)?;
    let Some(participant) = cx.phone.participant else {
        return Ok(see_other(&here));
    };
    let given = fields
        .one("svar", LINE_LIMIT)
        .and_then(|value| parse(asked, value));
    let (Ok(Some(given)), app) = (given, cx.cx.app()) else {
        let mut shown = show(cx).await?;
        shown.faults.push(FieldFault {
            field: crate::pages::round::fields::first_field(&asked.id),
            message: cx.cx.texts().workshop_choose(),
        });
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    };
    let saved = workshops::answer(app, &cx.phone, participant, &asked.id, &given).await?;
    Ok(see_other(&if saved {
        here
    } else {
        let mark = if here.contains('?') { '&' } else { '?' };
        format!("{here}{mark}for-sent=ja")
    }))
}
