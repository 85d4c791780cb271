//! One question on a shared screen: what was answered, and what the group agrees on.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Action;
use domain::assessment::Depth;
use domain::instrument::{Edition, Place, Question};
use domain::voices::Anonymity;
use service::rounds::agreement::{self, Together};
use service::rounds::{self, Outcome, Said};

use super::differences::in_words;
use super::given::{Given, by_disagreement};
use super::number;
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::plan::beside;
use crate::pages::round::fields::{self, Choice, FieldFault, QuestionFields};
use crate::pages::round::home::saved_message;
use crate::pages::round::saving::{Saving, save};
use crate::routes::Page;
use crate::words;

#[derive(Template)]
#[template(path = "leading/agreement.html")]
struct AgreementPage<'a> {
    layout: Layout<'a>,
    fields: QuestionFields,
    /// What the plan before the round says of it, for members.
    in_plan: Vec<String>,
    goal: String,
    levels: Vec<Given>,
    others: Vec<Given>,
    answered: u32,
    missing: u32,
    few: bool,
    by_role: Vec<(String, String)>,
    grounds: Vec<String>,
    /// Everyone gave the same answer, and the group has taken no stand.
    unanimous: bool,
    /// What the group has agreed on, in words.
    agreed: Option<String>,
    may_agree: bool,
    changed: bool,
    saved: Option<String>,
    faults: Vec<FieldFault>,
    next: Option<String>,
    back: String,
}

/// The question that an address names, if the round asks it.
fn named<'a>(cx: &RoundCx, edition: &'a Edition) -> Result<(Place<'a>, &'a Question), Failure> {
    let id = cx.cx.segment("question");
    let place = edition.place(id).ok_or(Failure::NotFound)?;
    let question = edition.question(id).ok_or(Failure::NotFound)?;
    if cx.round.depth == Depth::Quick && !place.mapped.quick {
        return Err(Failure::NotFound);
    }
    Ok((place, question))
}

/// The next question by disagreement that the group has not agreed on, after this one.
fn next(cx: &RoundCx, edition: &Edition, together: &Together, id: &str) -> Option<String> {
    let agreed = cx.round.answers();
    let order = by_disagreement(cx, edition, together);
    let here = order.iter().position(|other| other == id).unwrap_or(0);
    let after = order.iter().skip(here + 1).chain(order.iter().take(here));
    after
        .into_iter()
        .find(|other| !agreed.contains_key(*other))
        .cloned()
}

async fn view<'a>(
    cx: &'a RoundCx,
    (place, question): (&Place<'_>, &Question),
    together: &Together,
    fields: QuestionFields,
) -> Result<AgreementPage<'a>, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let spread = together
        .spreads
        .iter()
        .find(|spread| spread.question == question.id);
    let latest = cx.round.latest(&question.id).said.answer;
    let unanimous = spread.and_then(|spread| spread.unanimous.clone());
    let unanimous = unanimous.filter(|_| latest.is_none());
    let proposed = unanimous.as_ref().map(fields::value);
    let mut fields = fields;
    let counts = spread.map(|spread| &spread.all);
    let mut given = |choice: Choice| Given::new(choice, counts, proposed.as_deref());
    let levels = fields.levels.drain(..).map(&mut given).collect();
    let others = fields.others.drain(..).map(&mut given).collect();
    let mut by_role = Vec::new();
    if let Some(spread) = spread {
        for role in &spread.by_role {
            by_role.push((words::role(t, role.role), in_words(t, &role.counts)));
        }
        if let Some(others) = &spread.others {
            by_role.push((t.agreement_other_roles(), in_words(t, others)));
        }
    }
    let agreed = latest.as_ref().map(|answer| {
        let content = &cx.app().content;
        let (title, text) = fields::in_words(content, question, Some(answer), t, lang);
        format!("{title} {text}").trim().to_owned()
    });
    Ok(AgreementPage {
        goal: format!("{}. {}", place.goal.id, place.goal.short.get(lang)),
        in_plan: beside::of_question(cx, &question.id).await?,
        levels,
        others,
        answered: spread.map_or(0, |spread| number(spread.all.answered())),
        missing: spread.map_or(0, |spread| number(spread.missing())),
        few: spread.is_some_and(|spread| spread.anonymity() == Anonymity::NotKept),
        by_role,
        grounds: spread.map_or_else(Vec::new, |spread| spread.comments.clone()),
        unanimous: unanimous.is_some(),
        agreed,
        may_agree: cx.may(Action::Agree),
        changed: cx.cx.query("andrad").is_some(),
        saved: saved_message(cx),
        faults: fields.faults.clone(),
        next: next(cx, edition, together, &question.id).map(|id| cx.to_one(Page::Agreement, &id)),
        back: cx.to(Page::Differences),
        layout: Layout::of_round(cx).about(format!("question:{}", question.id)),
        fields,
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let (place, question) = named(&cx, edition)?;
    let together = agreement::together(cx.app(), &cx.round, edition).await?;
    let fields = QuestionFields::saved(&cx, &place, question);
    page(&view(&cx, (&place, question), &together, fields).await?)
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let (place, question) = named(&cx, edition)?;
    let here = cx.to_one(Page::Agreement, &question.id);
    if fields.one("gor", LINE_LIMIT) == Ok("angra") {
        return undo(&cx, &question.id, &fields, &here).await;
    }
    let together = agreement::together(cx.app(), &cx.round, edition).await?;
    match save(&cx, &[(place, question)], &fields).await? {
        Saving::Conflict(page) => Ok(page),
        Saving::Faults(mut faults) => {
            let faults = faults.remove(&question.id).unwrap_or_default();
            let fields = QuestionFields::sent(&cx, &place, question, &fields, faults);
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &view(&cx, (&place, question), &together, fields).await?,
            )
        }
        Saving::Saved(saved) => {
            let target = next(&cx, edition, &together, &question.id).map_or_else(
                || cx.to(Page::Differences),
                |id| cx.to_one(Page::Agreement, &id),
            );
            Ok(see_other(&match saved.first() {
                Some(id) => format!("{target}?sparat={id}"),
                None => target,
            }))
        }
    }
}

/// Back to not agreed, unless someone has changed it since the page was shown. What was agreed
/// stays among the revisions.
async fn undo(
    cx: &RoundCx,
    question: &str,
    sent: &Fields,
    here: &str,
) -> Result<Response, Failure> {
    let version = fields::sent_version(sent, question).ok_or(Failure::BadForm)?;
    let nothing = vec![(question.to_owned(), version, Said::default())];
    let outcome = rounds::save(cx.app(), &cx.round, nothing).await?;
    let conflict = outcome
        .values()
        .any(|outcome| matches!(outcome, Outcome::Conflict(_)));
    Ok(see_other(&if conflict {
        format!("{here}?andrad=ja")
    } else {
        here.to_owned()
    }))
}
