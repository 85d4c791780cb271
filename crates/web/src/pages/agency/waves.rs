//! The comparisons, and closing one.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::comparison;
use domain::day::Day;
use l10n::{Texts, day, iso_day};
use service::organisations::{By, register};
use service::waves::{self, Done, Problem, Refusal, Stage, Wave, WaveError};

use crate::context::{AgencyCx, Cx};
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::pages::round::outcome::wording::number;
use crate::routes::Page;

/// Problems that a page tells at a time.
const TOLD: usize = 50;

struct Row {
    day: String,
    address: String,
    stage: String,
    closed: String,
}

#[derive(Template)]
#[template(path = "agency/waves.html")]
struct WavesPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    /// What says that a comparison waits, and its address; then none can be closed.
    waiting: Option<(String, String)>,
    day: String,
    /// What must be put right before the comparison can be computed.
    problems: Vec<String>,
    /// How many more there are.
    more: u32,
    done: Option<String>,
    faults: Vec<FieldFault>,
    home: String,
}

/// What was refused: what happened, and what to do.
pub(super) fn refusal(t: &Texts, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotAllowed => t.refusal_not_allowed(),
        Refusal::Missing => t.refusal_missing(),
        Refusal::Future => t.wave_refused_future(),
        Refusal::NotAfter => t.wave_refused_not_after(),
        Refusal::Closed => t.wave_refused_closed(),
        Refusal::Waiting => t.wave_refused_waiting(),
        Refusal::NoEdition => t.wave_refused_no_edition(),
        Refusal::OwnWave => t.wave_refused_own(),
        Refusal::Published => t.wave_refused_published(),
        Refusal::NotPublished => t.wave_refused_not_published(),
        Refusal::Withdrawn => t.wave_refused_withdrawn(),
        Refusal::NoteMissing => t.wave_refused_note(),
        Refusal::Changed => t.wave_refused_changed(),
        Refusal::Altered => t.wave_refused_altered(),
    }
}

/// What a use case that only reads could not give.
pub(super) fn reading(error: WaveError) -> Failure {
    match error {
        WaveError::Failed(error) => error.into(),
        WaveError::Refused(Refusal::Missing) => Failure::NotFound,
        WaveError::Refused(_) | WaveError::Problems(_) => Failure::NotAllowed,
    }
}

/// When something was done and by whom.
pub(super) fn by(cx: &Cx, done: &Done) -> String {
    let t = cx.texts();
    let who = match done.who.is_empty() {
        true => t.waves_gone(),
        false => done.who.clone(),
    };
    t.waves_by(l10n::date(done.at, cx.lang()).as_str(), who.as_str())
}

fn stage(t: &Texts, stage: &Stage) -> String {
    match stage {
        Stage::Closed => t.waves_stage_closed(),
        Stage::Published(_) => t.waves_stage_published(),
        Stage::Withdrawn(..) => t.waves_stage_withdrawn(),
    }
}

/// The names of organisations by their ids in addresses.
pub(super) async fn names(cx: &AgencyCx) -> Result<BTreeMap<String, String>, Failure> {
    let all = register::list(cx.cx.app()).await?.into_iter();
    Ok(all.map(|listed| (listed.public_id, listed.name)).collect())
}

fn problem(cx: &Cx, names: &BTreeMap<String, String>, problem: &Problem) -> String {
    use comparison::Problem as Rules;
    let t = cx.texts();
    let name = |id: &String| names.get(id).unwrap_or(id).clone();
    let on = |submitted: &Day| day(&submitted.to_string(), cx.lang());
    match problem {
        Problem::NotClassified { organisation } => {
            t.wave_problem_not_classified(name(organisation))
        }
        Problem::Unreadable { organisation } => t.wave_problem_unreadable(name(organisation)),
        Problem::Rules(rules) => match rules {
            Rules::UnknownEdition {
                organisation,
                submitted,
                edition,
            } => t.wave_problem_edition(name(organisation), on(submitted), edition.as_str()),
            Rules::UnknownQuestion {
                organisation,
                submitted,
                question,
                ..
            } => t.wave_problem_question(name(organisation), on(submitted), question.as_str()),
            Rules::UnknownCard {
                organisation,
                submitted,
                card,
            } => t.wave_problem_card(name(organisation), on(submitted), card.as_str()),
            Rules::SameDay {
                organisation,
                submitted,
            } => t.wave_problem_same_day(name(organisation), on(submitted)),
            Rules::OwnersInCircle { organisation } => t.wave_problem_circle(name(organisation)),
            Rules::NotAfter { .. } => t.wave_refused_not_after(),
            Rules::Lattice(_) => t.wave_problem_lattice(),
            Rules::OtherRules(_) => t.wave_problem_rules(),
        },
    }
}

/// The address of one comparison.
pub(super) fn address(cx: &Cx, date: Day) -> String {
    cx.path(Page::Wave, &[&date.to_string()])
}

fn row(cx: &Cx, wave: &Wave) -> Row {
    Row {
        day: day(&wave.date.to_string(), cx.lang()),
        address: address(cx, wave.date),
        stage: stage(cx.texts(), &wave.stage),
        closed: by(cx, &wave.closed),
    }
}

async fn view(cx: &AgencyCx) -> Result<WavesPage<'_>, Failure> {
    let t = cx.cx.texts();
    let waves = waves::list(cx.cx.app(), By::Person(cx.session.person))
        .await
        .map_err(reading)?;
    let waiting = waves.iter().find(|wave| wave.stage == Stage::Closed);
    Ok(WavesPage {
        waiting: waiting.map(|wave| {
            let day = day(&wave.date.to_string(), cx.cx.lang());
            (t.waves_waiting(day.as_str()), address(&cx.cx, wave.date))
        }),
        rows: waves.iter().map(|wave| row(&cx.cx, wave)).collect(),
        day: iso_day(cx.cx.app().now()),
        problems: Vec::new(),
        more: 0,
        done: match cx.cx.query("klart").as_deref() {
            Some("kasserad") => Some(t.waves_done_discarded()),
            _ => None,
        },
        faults: Vec::new(),
        home: cx.cx.path(Page::Agency, &[]),
        layout: Layout::of(&cx.cx),
    })
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    page(&view(&cx).await?)
}

pub(crate) async fn post(cx: AgencyCx, fields: Fields) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let t = cx.cx.texts();
    let sent = fields.one("dag", LINE_LIMIT).unwrap_or_default().trim();
    let mut told = Vec::new();
    let fault = match Day::try_from(sent) {
        Err(_) => Some(t.waves_day_wrong()),
        Ok(date) => match waves::close(cx.cx.app(), cx.session.person, date).await {
            Ok(()) => {
                let here = address(&cx.cx, date);
                return Ok(see_other(&format!("{here}?klart=stangd")));
            }
            Err(WaveError::Refused(Refusal::NotAllowed)) => return Err(Failure::NotAllowed),
            Err(WaveError::Refused(why)) => Some(refusal(t, why)),
            Err(WaveError::Problems(problems)) => {
                told = problems;
                None
            }
            Err(WaveError::Failed(error)) => return Err(error.into()),
        },
    };
    let mut view = view(&cx).await?;
    let field = match view.waiting {
        Some(_) => "vantar",
        None => "dag",
    };
    view.faults.extend(fault.map(|message| FieldFault {
        field: field.to_owned(),
        message,
    }));
    view.day = fields.shown("dag");
    if !told.is_empty() {
        let names = names(&cx).await?;
        let told_first = told.iter().take(TOLD);
        view.problems = told_first
            .map(|told| problem(&cx.cx, &names, told))
            .collect();
        view.more = number(told.len() - view.problems.len());
    }
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
}
