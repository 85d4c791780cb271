//! One comparison as whoever publishes sees it: what it shows, what it does not and why, and what
//! can be done with it.

mod figures;
pub(crate) mod report;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::comparison::Group;
use domain::day::Day;
use l10n::day;
use service::organisations::By;
use service::waves::{self, Preview, Refusal, Stage, WaveError};

use super::waves::{address, by, reading, refusal};
use crate::context::AgencyCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::organisation::stopped;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

use figures::{CardRow, Chosen, GroupRow};
use report::ReportPart;

/// Longest note, in characters.
const NOTE_LIMIT: usize = 1000;

#[derive(Template)]
#[template(path = "agency/wave.html")]
struct WavePage<'a> {
    layout: Layout<'a>,
    title: String,
    hash: String,
    closed: String,
    published: Option<String>,
    /// That it was withdrawn, and the note for everyone.
    withdrawn: Option<(String, String)>,
    synthetic: bool,
    groups: Vec<GroupRow>,
    chosen: Chosen,
    cards: Vec<CardRow>,
    report: ReportPart,
    /// Closed, and not published: it can be discarded, and published by another.
    waits: bool,
    own: bool,
    /// Published, and not withdrawn.
    stands: bool,
    note: String,
    done: Option<String>,
    faults: Vec<FieldFault>,
    back: String,
}

impl WavePage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let mut faults = self.faults.iter();
        let found = faults.find(|fault| fault.field == field);
        found.map(|fault| fault.message.as_str())
    }
}

fn date(cx: &AgencyCx) -> Result<Day, Failure> {
    Day::try_from(cx.cx.segment("date")).map_err(|_| Failure::NotFound)
}

async fn view<'a>(cx: &'a AgencyCx, preview: Preview) -> Result<WavePage<'a>, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let Preview {
        wave,
        publication,
        report,
    } = preview;
    let group = cx.cx.query("grupp");
    let group = group.and_then(|code| Group::try_from(code.as_str()).ok());
    let words = figures::Words::new(&cx.cx, &publication);
    let told = day(&wave.date.to_string(), lang);
    Ok(WavePage {
        title: t.wave_title(told.as_str()),
        closed: t.wave_closed(by(&cx.cx, &wave.closed).as_str()),
        published: match &wave.stage {
            Stage::Published(done) => Some(t.wave_published(by(&cx.cx, done).as_str())),
            Stage::Closed | Stage::Withdrawn(..) => None,
        },
        withdrawn: match &wave.stage {
            Stage::Withdrawn(done, note) => {
                let when = by(&cx.cx, done);
                Some((t.wave_withdrawn(when.as_str()), note.clone()))
            }
            Stage::Closed | Stage::Published(_) => None,
        },
        synthetic: publication.synthetic,
        groups: words.groups(&address(&cx.cx, wave.date)),
        chosen: words.chosen(group.unwrap_or(Group::All)),
        cards: words.cards(),
        report: report::part(cx, &words, &report, wave.date).await?,
        waits: wave.stage == Stage::Closed,
        own: wave.own,
        stands: matches!(wave.stage, Stage::Published(_)),
        note: String::new(),
        done: match cx.cx.query("klart").as_deref() {
            Some("stangd") => Some(t.wave_done_closed()),
            Some("publicerad") => Some(t.wave_done_published()),
            Some("tillbakadragen") => Some(t.wave_done_withdrawn()),
            _ => None,
        },
        faults: Vec::new(),
        hash: wave.hash,
        back: cx.cx.path(Page::Waves, &[]),
        layout: Layout::of(&cx.cx),
    })
}

/// What is shown, or the page that says why nothing can be.
async fn preview(cx: &AgencyCx, date: Day) -> Result<Result<Preview, Response>, Failure> {
    match waves::preview(cx.cx.app(), By::Person(cx.session.person), date).await {
        Ok(preview) => Ok(Ok(preview)),
        Err(WaveError::Refused(Refusal::Altered)) => {
            let happened = refusal(cx.cx.texts(), Refusal::Altered);
            let back = cx.cx.path(Page::Waves, &[]);
            Ok(Err(stopped(Layout::of(&cx.cx), happened, back)?))
        }
        Err(error) => Err(reading(error)),
    }
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    match preview(&cx, date(&cx)?).await? {
        Ok(preview) => page(&view(&cx, preview).await?),
        Err(response) => Ok(response),
    }
}

pub(crate) async fn post(cx: AgencyCx, fields: Fields) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let (app, person, date) = (cx.cx.app(), cx.session.person, date(&cx)?);
    let t = cx.cx.texts();
    let here = address(&cx.cx, date);
    let (field, done, outcome) = match fields.one("gor", LINE_LIMIT) {
        Ok("publicera") => {
            let hash = fields.one("hash", LINE_LIMIT).unwrap_or_default();
            let outcome = waves::publish(app, person, date, hash).await;
            ("besluta", format!("{here}?klart=publicerad"), Ok(outcome))
        }
        Ok("kassera") => {
            let list = cx.cx.path(Page::Waves, &[]);
            let outcome = waves::discard(app, person, date).await;
            ("besluta", format!("{list}?klart=kasserad"), Ok(outcome))
        }
        Ok("dra-tillbaka") => {
            let outcome = match fields.one("varfor", NOTE_LIMIT) {
                Ok(note) => {
                    let note = note.replace("\r\n", "\n");
                    Ok(waves::withdraw(app, person, date, &note).await)
                }
                Err(fault) => Err(message(t, fault)),
            };
            let done = format!("{here}?klart=tillbakadragen");
            ("varfor", done, outcome)
        }
        _ => return Err(Failure::BadForm),
    };
    let (field, message) = match outcome {
        Ok(Ok(())) => return Ok(see_other(&done)),
        Ok(Err(WaveError::Refused(Refusal::NoteMissing))) => {
            (field, refusal(t, Refusal::NoteMissing))
        }
        Ok(Err(WaveError::Refused(why)))
            if !matches!(why, Refusal::NotAllowed | Refusal::Missing) =>
        {
            ("besluta", refusal(t, why))
        }
        Ok(Err(error)) => return Err(reading(error)),
        Err(message) => (field, message),
    };
    let mut view = match preview(&cx, date).await? {
        Ok(preview) => view(&cx, preview).await?,
        Err(response) => return Ok(response),
    };
    view.faults.push(FieldFault {
        field: field.to_owned(),
        message,
    });
    view.note = fields.shown("varfor");
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
}
