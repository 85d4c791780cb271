//! Prova tips: which levels the ticked tips would give, and what would still lack. The address holds
//! what is ticked; nothing is stored.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::advice::{Offer, Outlook, WhatIf, When, what_if};
use domain::organisation::OrganisationSize;
use domain::scoring::Score;

use super::outcome::goals::why_no_level;
use super::outcome::reckoning::{MissingLines, missing_lines};
use super::outcome::wording::number;
use super::outcome::{Outcome, headline, targets};
use super::tips::plans;
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

/// The field of the form, once for each ticked tip.
const FIELD: &str = "tips";

/// A tip to tick.
struct TipBox {
    card: String,
    title: String,
    effort: String,
    ticked: bool,
}

/// The tips to begin with at one time.
struct Group {
    title: String,
    boxes: Vec<TipBox>,
}

/// One goal, before and after.
struct GoalRow {
    title: String,
    /// The goal's own result page.
    address: String,
    from: String,
    to: String,
    target: String,
    reached: String,
    lacks: Option<MissingLines>,
    /// What stands where nothing that lacks is told.
    no_lack: String,
}

/// Something that is told of the whole result, before and after.
struct Whole {
    title: String,
    before: String,
    after: String,
}

#[derive(Template)]
#[template(path = "round/what_if.html")]
struct WhatIfPage<'a> {
    layout: Layout<'a>,
    caption: String,
    /// Snabbkollen, with the way to hela kollen for whoever may take it.
    quick: bool,
    deepen: Option<String>,
    /// What to say when there are no tips.
    none: Option<String>,
    groups: Vec<Group>,
    /// Whether the form was sent without a tip.
    nothing_ticked: bool,
    whole: Vec<Whole>,
    /// Empty until the form is sent.
    rows: Vec<GoalRow>,
    /// Ticked tips that lift nothing.
    idle: Vec<String>,
    here: String,
    tips: String,
    targets: String,
    plans: Option<String>,
}

impl WhatIfPage<'_> {
    /// The public page of a question.
    fn question(&self, id: &str) -> String {
        crate::routes::path(Page::Question, self.layout.lang, &[id])
    }
}

fn group(outcome: &Outcome<'_>, when: When, ticked: &BTreeSet<String>) -> Group {
    let w = &outcome.wording;
    let size = outcome.cx.round.facts.size;
    let size = size.unwrap_or(OrganisationSize::Medium);
    let offers = outcome.offers.iter().filter(|offer| offer.when == when);
    let one = |offer: &Offer| {
        let card = outcome.edition.card(&offer.card)?;
        Some(TipBox {
            card: card.id.clone(),
            title: card.title.get(w.lang).to_owned(),
            effort: words::effort(w.t, card.effort.band(size)),
            ticked: ticked.contains(&card.id),
        })
    };
    Group {
        title: match when {
            When::Now => w.t.offers_now(),
            When::Next => w.t.offers_next(),
            When::Later => w.t.what_if_later(),
        },
        boxes: offers.filter_map(one).collect(),
    }
}

fn row(outcome: &Outcome<'_>, outlook: &Outlook) -> Option<GoalRow> {
    let w = &outcome.wording;
    let goal = outcome.edition.goal(&outlook.goal)?;
    let level = |level: Option<_>| level.map_or_else(|| w.t.outcome_no_level(), |l| w.level(l));
    let score = outcome.score.goal(&goal.id)?;
    Some(GoalRow {
        title: w.goal_title(goal),
        address: outcome.cx.to_one(Page::GoalResult, &goal.id),
        from: level(outlook.from),
        to: level(outlook.to),
        target: targets::in_table(outcome, &goal.id).unwrap_or_else(|| w.t.what_if_no_target()),
        reached: match (outlook.to, outlook.reached()) {
            (None, _) => w.t.what_if_unknown(),
            (Some(_), true) => w.t.what_if_yes(),
            (Some(_), false) => w.t.what_if_no(),
        },
        lacks: outlook.lacks.as_ref().map(|lacks| {
            let (steps, level) = (number(lacks.steps()), lacks.target.number());
            missing_lines(w, lacks, w.t.what_if_missing(steps, level))
        }),
        no_lack: match outlook.to {
            Some(_) => w.t.what_if_nothing_lacks(),
            None => why_no_level(w, score).unwrap_or_default(),
        },
    })
}

/// The headline and helheten, before and after.
fn whole(outcome: &Outcome<'_>, tried: &WhatIf) -> Vec<Whole> {
    let w = &outcome.wording;
    let overall = |score: &Score| match (score.overall.level, score.overall.at_least) {
        (None, _) => w.t.outcome_no_level(),
        (Some(level), false) => w.level(level),
        (Some(level), true) => w.t.what_if_overall_at_least(w.level(level)),
    };
    // In hela kollen the headline is of the levels alone.
    let headline = |score: &Score| headline::headline(w, score, &outcome.answers);
    let line = |title, what: &dyn Fn(&Score) -> String| Whole {
        title,
        before: what(&tried.before),
        after: what(&tried.after),
    };
    vec![
        line(w.t.what_if_headline(), &headline),
        line(w.t.what_if_overall(), &overall),
    ]
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let outcome = Outcome::of(&cx)?;
    let (t, facts) = (cx.texts(), &cx.round.facts);
    let sent = cx.cx.queries(FIELD);
    let known = |id: &String| outcome.edition.card(id).is_some();
    let ticked: BTreeSet<String> = sent.into_iter().filter(known).collect();
    let shown = !outcome.quick() && (!ticked.is_empty() || cx.cx.query("visa").is_some());
    let tried = shown.then(|| {
        what_if(
            outcome.edition,
            cx.round.depth,
            facts.kind,
            &outcome.answers,
            &facts.targets,
            &ticked,
        )
    });
    let title = |id: &String| {
        let card = outcome.edition.card(id);
        card.map(|card| card.title.get(cx.lang()).to_owned())
    };
    let groups = [When::Now, When::Next, When::Later].map(|when| group(&outcome, when, &ticked));
    page(&WhatIfPage {
        caption: outcome.caption(),
        quick: outcome.quick(),
        deepen: outcome.if_may(Action::KeepRound, |cx| cx.to(Page::Deepen)),
        none: outcome.offers.is_empty().then(|| {
            match outcome.score.goals.iter().any(|goal| goal.known > 0) {
                true => t.offers_none_left(),
                false => t.offers_none(),
            }
        }),
        groups: groups.into_iter().filter(|g| !g.boxes.is_empty()).collect(),
        nothing_ticked: ticked.is_empty(),
        whole: tried
            .as_ref()
            .map_or_else(Vec::new, |tried| whole(&outcome, tried)),
        rows: tried
            .iter()
            .flat_map(|tried| &tried.goals)
            .filter_map(|outlook| row(&outcome, outlook))
            .collect(),
        idle: tried
            .iter()
            .flat_map(|tried| &tried.idle)
            .filter_map(title)
            .collect(),
        here: cx.to(Page::WhatIf),
        tips: cx.to(Page::RoundTips),
        targets: cx.to(Page::Targets),
        plans: plans(&cx),
        layout: Layout::of_round(&cx),
    })
}
