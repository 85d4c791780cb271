//! One tip or own action: what is decided about it, by whom it is done, and what was said before.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Action;
use domain::plan::Subject;
use l10n::{date, time_of_day};
use service::organisations::members;
use service::plans::owners::Naming;
use service::plans::{self, Decided, Kept, Plan, PlanError, Refusal, own_key};
use uuid::Uuid;

use super::entry_form::{Form, Sent, read};
use super::lines::{Line, Lines, lines};
use super::wording::Wording;
use super::{plan, refusal, refused, to, today};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;

/// Stands in the address for an own action that is not there yet.
pub(super) const NEW: &str = "ny";

/// A revision in words.
struct Revision {
    when: String,
    lines: Vec<String>,
}

/// What the tip itself says.
struct Tip {
    reason: Option<String>,
    monday: String,
    address: String,
}

#[derive(Template)]
#[template(path = "plan/entry.html")]
struct EntryPage<'a> {
    layout: Layout<'a>,
    plan: String,
    plan_name: &'a str,
    title: String,
    tip: Option<Tip>,
    /// What the answers say, and where that differs from what people say.
    by_answers: Option<String>,
    difference: Option<String>,
    /// For whoever may decide, while the plan is open.
    form: Option<Form>,
    /// What stands, for everybody else.
    says: Vec<String>,
    history: Vec<Revision>,
    /// What a colleague saved while the form was open.
    theirs: Option<Vec<String>>,
    faults: Vec<FieldFault>,
}

impl EntryPage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

/// The line that the address names; `None` for a new own action.
///
/// # Errors
/// There is no such line in the plan.
fn line<'l, 'a>(cx: &OrgCx, lines: &'l Lines<'a>) -> Result<Option<&'l Line<'a>>, Failure> {
    let key = cx.cx.segment("entry");
    if key == NEW {
        return Ok(None);
    }
    let found = lines.lines.iter().find(|line| line.key == key);
    found.map(Some).ok_or(Failure::NotFound)
}

/// The names of those who belong to the organisation, by person.
async fn names(cx: &OrgCx) -> Result<Vec<(Uuid, String)>, Failure> {
    Ok(members::names(cx.cx.app(), cx.organisation.id).await?)
}

fn tip(cx: &OrgCx, w: Wording<'_>, lines: &Lines<'_>, line: &Line<'_>) -> Option<Tip> {
    let card = line.card?;
    let edition = lines.edition?;
    let reason = |reason: &domain::advice::Reason| {
        let label = edition.place(&reason.question)?.label();
        Some(w.t.offer_answer(reason.level.number(), label))
    };
    let reasons: Vec<String> = line.reasons.iter().filter_map(reason).collect();
    Some(Tip {
        reason: (!reasons.is_empty()).then(|| {
            w.t.plan_because(crate::pages::openness::listed(w.t, reasons))
        }),
        monday: card.monday.get(w.lang).to_owned(),
        address: cx.cx.path(Page::Tip, &[&card.id]),
    })
}

async fn view<'a>(
    cx: &'a OrgCx,
    plan: &'a Plan,
    lines: &Lines<'_>,
    line: Option<&Line<'_>>,
    sent: Option<&Sent>,
) -> Result<EntryPage<'a>, Failure> {
    let w = Wording::of(&cx.cx, plan);
    let changes = cx.may(Action::EditPlan) && plan.closed_at.is_none();
    let entry = line.map(Line::entry);
    let derived = line.and_then(|line| lines.derived(line));
    let names = names(cx).await?;
    let mut history = Vec::new();
    if let Some(line) = line {
        for kept in plans::history(cx.cx.app(), plan, &line.key).await? {
            history.push(revision(w, &names, &kept));
        }
    }
    let is_own = entry
        .as_ref()
        .is_none_or(|entry| matches!(entry.subject, Subject::Own { .. }));
    Ok(EntryPage {
        plan: to(cx, Page::Plan, plan, &[]),
        plan_name: &plan.document.name,
        title: entry
            .as_ref()
            .map_or_else(|| w.t.plan_own_title(), |entry| w.title(entry)),
        tip: line.and_then(|line| tip(cx, w, lines, line)),
        by_answers: derived.map(|derived| w.derived(derived)),
        difference: entry
            .as_ref()
            .zip(derived)
            .and_then(|(entry, derived)| domain::plan::difference(entry, derived))
            .map(|difference| w.difference(difference)),
        form: changes.then(|| {
            let kept = line.and_then(|line| line.kept);
            Form::new(w, lines.edition, kept, is_own, sent)
        }),
        says: match (changes, line.and_then(|line| line.kept)) {
            (false, Some(kept)) => w.said(kept),
            (false, None) => vec![w.t.plan_says_open()],
            (true, _) => Vec::new(),
        },
        history,
        theirs: None,
        faults: Vec::new(),
        layout: Layout::of_organisation(cx),
    })
}

fn revision(w: Wording<'_>, names: &[(Uuid, String)], kept: &Kept) -> Revision {
    let when = w.t.plan_history_when(
        date(kept.at, w.lang),
        time_of_day(kept.at, w.lang),
        w.who(&kept.who, names),
    );
    Revision {
        when,
        lines: w.said(kept),
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    let lines = lines(&cx.cx, &plan).await?;
    let line = line(&cx, &lines)?;
    if line.is_none() && !(cx.may(Action::EditPlan) && plan.closed_at.is_none()) {
        return Err(Failure::NotFound);
    }
    page(&view(&cx, &plan, &lines, line, None).await?)
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    let lines = lines(&cx.cx, &plan).await?;
    let line = line(&cx, &lines)?;
    let app = cx.cx.app();
    let old = line.map(Line::entry);
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let mut naming = Naming::new(app, &plan, &cx.organisation, lang);
    let sent = read(
        t,
        &plan,
        &mut naming,
        lines.edition,
        (old, today(&cx.cx)?),
        &fields,
    )?;
    let entry = match &sent.entry {
        Ok(entry) => entry.clone(),
        Err(faults) => {
            let mut page = view(&cx, &plan, &lines, line, Some(&sent)).await?;
            page.faults = faults.clone();
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let key = match line {
        Some(line) => line.key.clone(),
        None => own_key(app),
    };
    let there = to(&cx, Page::Plan, &plan, &[]);
    let decision = (key, entry, sent.version);
    match plans::decide(app, cx.session.person, &plan, decision, naming.added()).await {
        Ok(Decided::Saved) => Ok(see_other(&format!("{there}?klart=beslut"))),
        Ok(Decided::Conflict { latest }) => {
            let w = Wording::of(&cx.cx, &plan);
            let names = names(&cx).await?;
            let theirs = revision(w, &names, &latest);
            let sent = Sent {
                version: latest.revision,
                ..sent
            };
            let mut page = view(&cx, &plan, &lines, line, Some(&sent)).await?;
            page.theirs = Some([vec![theirs.when], theirs.lines].concat());
            page_with(StatusCode::CONFLICT, &page)
        }
        // What can be mended in the form is told there: midnight may just have passed.
        Err(PlanError::Refused(why @ (Refusal::PastDay | Refusal::TooMany))) => {
            let mut page = view(&cx, &plan, &lines, line, Some(&sent)).await?;
            page.faults = vec![FieldFault {
                field: if why == Refusal::PastDay {
                    sent.day_field()
                } else {
                    "ny-agare"
                }
                .to_owned(),
                message: refusal(t, why),
            }];
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => refused(&cx, error, there),
    }
}
