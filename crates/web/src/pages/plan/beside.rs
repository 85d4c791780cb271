//! The loop: what the plan before a round says, beside the round's questions and its result. Only
//! for members of the organisation, whose plan it is.

use std::collections::BTreeMap;

use domain::account::Action;
use domain::plan::{Decision, Moved, Status};
use l10n::date;
use service::plans::effects::{self, Decided};

use super::wording::Wording;
use crate::context::RoundCx;
use crate::error::Failure;
use crate::pages::round::outcome::wording::Wording as RoundWording;
use crate::routes::Page;

/// What the plan before the round has decided about the tips that serve each of some questions, in
/// words; nothing for whoever may not see the plan.
pub(crate) async fn of_questions(
    cx: &RoundCx,
    questions: &[&str],
) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    if !cx.may(Action::SeePlan) {
        return Ok(BTreeMap::new());
    }
    let Some(plan) = effects::before(cx.app(), &cx.round).await? else {
        return Ok(BTreeMap::new());
    };
    let w = Wording::of(&cx.cx, &plan);
    let found = effects::of_questions(cx.app(), &plan, &cx.round.edition, questions).await?;
    let lines = |decided: Vec<Decided>| decided.iter().filter_map(|d| line(&w, d)).collect();
    Ok(found.into_iter().map(|(id, d)| (id, lines(d))).collect())
}

/// The same for one question.
pub(crate) async fn of_question(cx: &RoundCx, question: &str) -> Result<Vec<String>, Failure> {
    let mut found = of_questions(cx, &[question]).await?;
    Ok(found.remove(question).unwrap_or_default())
}

fn line(w: &Wording<'_>, decided: &Decided) -> Option<String> {
    let title = w.title(&decided.entry);
    Some(match &decided.entry.decision {
        Decision::Open => return None,
        Decision::Do { owner, by, .. } => {
            let owner = w.owner(owner);
            match (decided.entry.status, decided.done_at) {
                (Status::Done, Some(at)) => w.t.plan_beside_done(title, owner, date(at, w.lang)),
                (Status::NotBegun, _) => w.t.plan_beside_not_begun(title, owner, w.day(*by)),
                _ => w.t.plan_beside_ongoing(title, owner, w.day(*by)),
            }
        }
        Decision::Later { on } => w.t.plan_beside_later(title, w.day(*on)),
        Decision::No { .. } => w.t.plan_beside_no(title),
    })
}

/// What was done by the plan before a round, and what became of the answers.
pub(crate) struct Did {
    pub(crate) rows: Vec<DidRow>,
    /// The plan: where it is, and the link's text.
    pub(crate) plan: (String, String),
}

/// Tips that serve the same questions.
pub(crate) struct DidRow {
    /// That they were done.
    pub(crate) what: String,
    /// What became of each question.
    pub(crate) answers: Vec<String>,
}

/// What the organisation did before a round whose answers are agreed. `None` if nothing in a plan is
/// done, and for whoever may not see the plan.
pub(crate) async fn did(cx: &RoundCx, w: &RoundWording<'_>) -> Result<Option<Did>, Failure> {
    let Some(organisation) = cx.organisation.as_ref().filter(|_| cx.may(Action::SeePlan)) else {
        return Ok(None);
    };
    let Some(followed) = effects::followed(cx.app(), &cx.round).await? else {
        return Ok(None);
    };
    let edition = cx.app().content.editions.get(&followed.plan.edition);
    let title = |card: &str| {
        let card = edition.and_then(|edition| edition.card(card))?;
        Some(w.t.plan_did_one(card.title.get(w.lang)))
    };
    let mut together: Vec<(Vec<String>, Vec<Moved>)> = Vec::new();
    for effect in followed.effects {
        let titles = title(&effect.card).into_iter();
        match together
            .iter_mut()
            .find(|(_, moved)| *moved == effect.moved)
        {
            Some((known, _)) => known.extend(titles),
            None => together.push((titles.collect(), effect.moved)),
        }
    }
    let mut rows: Vec<DidRow> = together
        .into_iter()
        .map(|(titles, moved)| DidRow {
            what: w.t.plan_did(w.list(titles)),
            answers: match moved.is_empty() {
                true => vec![w.t.plan_did_nothing()],
                false => moved.iter().map(|moved| answer(w, moved)).collect(),
            },
        })
        .collect();
    if !followed.own.is_empty() {
        let own = followed
            .own
            .iter()
            .map(|title| w.t.plan_did_one(title.as_str()));
        rows.push(DidRow {
            what: w.t.plan_did(w.list(own.collect())),
            answers: Vec::new(),
        });
    }
    let id = followed.plan.id.to_string();
    let address = cx.cx.path(Page::Plan, &[&organisation.public_id, &id]);
    let name = followed.plan.document.name.as_str();
    Ok(Some(Did {
        rows,
        plan: (address, w.t.plan_did_link(name)),
    }))
}

fn answer(w: &RoundWording<'_>, moved: &Moved) -> String {
    let label = w.label(&moved.question);
    let (from, to) = (moved.from.number(), moved.to.number());
    match from.cmp(&to) {
        std::cmp::Ordering::Less => w.t.plan_did_up(label, from, to),
        std::cmp::Ordering::Greater => w.t.plan_did_down(label, from, to),
        std::cmp::Ordering::Equal => w.t.plan_did_same(label, to),
    }
}
