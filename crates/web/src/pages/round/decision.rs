//! Beslutssidan: one printed page for those who decide, and the form that completes it.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Action;
use domain::advice::{Offer, Reason, When};
use domain::instrument::Level;
use domain::organisation::OrganisationKind;
use l10n::{Texts, number as grouped};
use report::chart;
use service::rounds::{self, Facts, Proposal};

use super::decision_form::{Sent, read};
use super::fields::FieldFault;
use super::outcome::goals::{self, GoalRow};
use super::outcome::wording::Wording;
use super::outcome::{Outcome, capitalised, duties, headline, targets};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::comparison;
use crate::pages::plan::{self, decision::Todo};
use crate::routes::Page;

/// So many lagkrav leave room for larger print.
const LOOSE: usize = 4;

/// A proposal on the page: one of the tips to begin with now, or an action of the plan.
struct ProposalRow {
    title: String,
    /// The first of the answers that it follows from.
    because: Option<String>,
    owner: String,
    date: String,
}

impl ProposalRow {
    fn of_plan(todo: Todo) -> Self {
        ProposalRow {
            title: todo.title,
            because: None,
            owner: todo.owner,
            date: todo.day,
        }
    }
}

/// A proposal in the form: its title, and the fields for owner and date.
struct ProposalFields {
    title: String,
    lines: [LineField; 2],
}

/// A field of one line.
struct LineField {
    id: String,
    name: String,
    label: String,
    hint: String,
    value: String,
}

struct Form {
    /// The revision that the form was made from.
    version: u32,
    volume: String,
    proposals: Vec<ProposalFields>,
}

#[derive(Template)]
#[template(path = "round/decision.html")]
struct DecisionPage<'a> {
    layout: Layout<'a>,
    caption: String,
    body: String,
    headline: String,
    facts: Vec<String>,
    /// How the organisation stands beside a group, in one sentence, once it has handed in.
    compared: Option<String>,
    volume: Option<String>,
    /// Empty for snabbkollen, which gives no levels.
    goals: Vec<GoalRow>,
    axis: String,
    proposals: Vec<ProposalRow>,
    /// Why there are none, when there are none.
    no_proposals: String,
    /// How many more the plan has than there is room for.
    more: Option<String>,
    /// That the proposals come from a plan, which has their owners and days.
    of_plan: bool,
    /// The plan, or where one is made: the address and the link's text.
    plan: Option<(String, String)>,
    /// Which question and which rule, each once.
    duties: BTreeSet<(String, String)>,
    /// The proposed decision, line by line; the first line opens it.
    text: Vec<String>,
    levels: String,
    /// For whoever may write.
    form: Option<Form>,
    saved: Option<String>,
    faults: Vec<FieldFault>,
    /// What a colleague saved while the form was open.
    theirs: Option<Vec<String>>,
    here: String,
    /// For whoever may read more than this page.
    result: Option<String>,
}

impl DecisionPage<'_> {
    /// Whether the print has to be small for everything to fit one page.
    fn tight(&self) -> bool {
        self.duties.len() > LOOSE
    }

    /// The proposed decision as plain text, to copy.
    fn whole_text(&self) -> String {
        self.text.join("\n")
    }

    /// What is wrong with a field, if anything.
    fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

/// Who decides, in the definite form: by law or custom of the kind of organisation.
fn body(t: &Texts, kind: Option<OrganisationKind>) -> String {
    match kind {
        Some(
            OrganisationKind::Kommun | OrganisationKind::Kommunalforbund | OrganisationKind::Region,
        ) => t.body_namnd(),
        Some(
            OrganisationKind::KommunaltBolag
            | OrganisationKind::RegionaltBolag
            | OrganisationKind::StatligtBolag
            | OrganisationKind::OvrigtOffentligtStyrtOrgan
            | OrganisationKind::PrivatEnhetLuf,
        ) => t.body_styrelse(),
        Some(OrganisationKind::StatligMyndighet | OrganisationKind::UniversitetHogskola) | None => {
            t.body_ledning()
        }
    }
}

/// What is saved about a proposal; empty if nothing is.
fn saved(facts: &Facts, card: &str) -> Proposal {
    facts.proposals.get(card).cloned().unwrap_or_default()
}

/// The page as it is saved, with the form as it is saved.
async fn view<'a>(cx: &'a RoundCx, outcome: &Outcome<'_>) -> Result<DecisionPage<'a>, Failure> {
    let compared = comparison::round::sentence(outcome).await?;
    let (w, facts) = (&outcome.wording, &cx.round.facts);
    let body = body(w.t, facts.kind);
    let plan = plan::decision::of_round(cx).await?;
    let of_plan = plan.is_some();
    let (proposals, more, no_proposals, address) = match plan {
        Some(plan) => {
            let todo = plan.todo.into_iter().map(ProposalRow::of_plan);
            (todo.collect(), plan.more, plan.nothing, plan.address)
        }
        None => (proposals(outcome), None, w.t.decision_no_proposals(), None),
    };
    let duties: BTreeSet<(String, String)> = duties::all(outcome)
        .into_iter()
        .map(|duty| (duty.label, duty.reference))
        .collect();
    let level = |level: Level| format!("{level} {}", w.level_name(level).to_lowercase());
    Ok(DecisionPage {
        caption: outcome.caption(),
        headline: outcome.headline(),
        facts: headline::facts(w, &outcome.score),
        compared,
        volume: facts.volume.map(|volume| grouped(volume, w.lang)),
        goals: if outcome.quick() {
            Vec::new()
        } else {
            goals::rows(outcome, chart::Height::Compact, None)
        },
        axis: chart::axis(),
        text: text(outcome, &body, &proposals, !duties.is_empty()),
        duties,
        levels: Level::ALL.map(level).join(", "),
        form: outcome.if_may(Action::EditDecision, |_| Form {
            version: facts.decision_revision,
            volume: facts
                .volume
                .map_or_else(String::new, |v| grouped(v, w.lang)),
            proposals: now(outcome)
                .filter(|_| !of_plan)
                .map(|offer| fields(w, &offer.card, saved(facts, &offer.card)))
                .collect(),
        }),
        proposals,
        no_proposals,
        more,
        of_plan,
        plan: match address {
            Some(plan) => Some((plan, w.t.plan_decision_change())),
            None => cx
                .to_organisation(Page::Plans)
                .filter(|_| !of_plan && cx.may(Action::EditPlan))
                .map(|plans| (plans, w.t.plan_new())),
        },
        body,
        saved: cx
            .cx
            .query("sparad")
            .filter(|_| facts.decision_revision > 0)
            .map(|_| w.t.decision_saved()),
        faults: Vec::new(),
        theirs: None,
        here: cx.to(Page::Decision),
        result: cx.may(Action::ReadResult).then(|| cx.to(Page::Result)),
        layout: Layout::of_round(cx),
    })
}

/// The tips to begin with now.
fn now<'a>(outcome: &'a Outcome<'_>) -> impl Iterator<Item = &'a Offer> {
    outcome.offers.iter().filter(|o| o.when == When::Now)
}

/// The tips to begin with now, with what is saved about each.
fn proposals(outcome: &Outcome<'_>) -> Vec<ProposalRow> {
    let w = &outcome.wording;
    now(outcome)
        .map(|offer| {
            let Proposal { owner, date } = saved(&outcome.cx.round.facts, &offer.card);
            ProposalRow {
                title: title(w, &offer.card),
                because: offer.reasons.first().map(|reason| because(outcome, reason)),
                owner,
                date,
            }
        })
        .collect()
}

/// The answer that a proposal follows from, with the target where the organisation has set one.
fn because(outcome: &Outcome<'_>, reason: &Reason) -> String {
    let w = &outcome.wording;
    let (label, question) = (w.label(&reason.question), w.question(&reason.question));
    let level = reason.level.number();
    let place = outcome.edition.place(&reason.question);
    match place.and_then(|place| targets::own(outcome, &place.goal.id)) {
        Some(own) => {
            w.t.decision_because_target(label, question, level, own.level.number())
        }
        None => w.t.decision_because(label, question, level),
    }
}

fn title(w: &Wording<'_>, card: &str) -> String {
    w.edition
        .card(card)
        .map_or_else(String::new, |card| card.title.get(w.lang).to_owned())
}

fn fields(w: &Wording<'_>, card: &str, proposal: Proposal) -> ProposalFields {
    let line = |name: &str, label: String, hint: String, value: String| LineField {
        id: format!("{name}-{card}"),
        name: format!("{name}.{card}"),
        label,
        hint,
        value,
    };
    let t = w.t;
    ProposalFields {
        title: title(w, card),
        lines: [
            line(
                "agare",
                t.decision_form_owner(),
                t.decision_form_owner_hint(),
                proposal.owner,
            ),
            line(
                "datum",
                t.decision_form_date(),
                t.decision_form_date_hint(),
                proposal.date,
            ),
        ],
    }
}

/// The proposed decision. What is not filled in stands in brackets.
fn text(
    outcome: &Outcome<'_>,
    body: &str,
    proposals: &[ProposalRow],
    has_duties: bool,
) -> Vec<String> {
    let t = outcome.wording.t;
    let or = |text: &str, blank: String| {
        if text.is_empty() {
            blank
        } else {
            text.to_owned()
        }
    };
    let mut lines = vec![
        t.decision_text_open(capitalised(body)),
        t.decision_text_receive(outcome.changed()),
    ];
    for row in proposals {
        lines.push(t.decision_text_assign(
            or(&row.owner, t.decision_owner_blank()),
            &row.title,
            or(&row.date, t.decision_date_blank()),
        ));
    }
    if has_duties {
        lines.push(t.decision_text_duties(t.decision_owner_blank()));
    }
    lines.push(t.decision_text_follow());
    lines
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx, &Outcome::of(&cx)?).await?)
}

/// The page with a form that holds what was sent.
async fn with_sent<'a>(
    cx: &'a RoundCx,
    outcome: &Outcome<'_>,
    sent: &Sent,
    version: u32,
) -> Result<DecisionPage<'a>, Failure> {
    let mut page = view(cx, outcome).await?;
    page.form = Some(Form {
        version,
        volume: sent.volume_text.clone(),
        proposals: sent
            .proposals
            .iter()
            .map(|(card, proposal)| fields(&outcome.wording, card, proposal.clone()))
            .collect(),
    });
    Ok(page)
}

/// What is saved of the fields that were sent, in words.
fn saved_in_words(outcome: &Outcome<'_>, sent: &Sent) -> Vec<String> {
    let (w, facts) = (&outcome.wording, &outcome.cx.round.facts);
    let or_empty = |text: String| {
        if text.is_empty() {
            w.t.decision_empty()
        } else {
            text
        }
    };
    let volume = facts
        .volume
        .map_or_else(String::new, |v| grouped(v, w.lang));
    let mut lines = vec![w.t.decision_conflict_volume(or_empty(volume))];
    lines.extend(sent.proposals.iter().map(|(card, _)| {
        let Proposal { owner, date } = saved(facts, card);
        w.t.decision_conflict_proposal(title(w, card), or_empty(owner), or_empty(date))
    }));
    lines
}

/// Whether what was sent is what is saved already.
fn is_saved(sent: &Sent, facts: &Facts) -> bool {
    let saved = |(card, proposal): &(String, Proposal)| *proposal == saved(facts, card);
    sent.volume == facts.volume && sent.proposals.iter().all(saved)
}

fn save_into(facts: &mut Facts, sent: &Sent) {
    facts.volume = sent.volume;
    for (card, proposal) in &sent.proposals {
        if *proposal == Proposal::default() {
            facts.proposals.remove(card);
        } else {
            facts.proposals.insert(card.clone(), proposal.clone());
        }
    }
    facts.decision_revision += 1;
}

pub(crate) async fn post(mut cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let (sent, version) = read(&Outcome::of(&cx)?.wording, &fields)?;
    if !sent.faults.is_empty() {
        let mut page = with_sent(&cx, &Outcome::of(&cx)?, &sent, version).await?;
        page.faults = sent.faults;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let theirs = rounds::change_facts_if(cx.app(), &cx.round, |stored| {
        let may_save = is_saved(&sent, stored) || stored.decision_revision == version;
        if may_save && !is_saved(&sent, stored) {
            save_into(stored, &sent);
        }
        may_save
    })
    .await?;
    if let Some(theirs) = theirs {
        cx.round.facts = theirs;
        let outcome = Outcome::of(&cx)?;
        let mut page = with_sent(&cx, &outcome, &sent, cx.round.facts.decision_revision).await?;
        page.theirs = Some(saved_in_words(&outcome, &sent));
        return page_with(StatusCode::CONFLICT, &page);
    }
    Ok(see_other(&format!("{}?sparad=ja", cx.to(Page::Decision))))
}
