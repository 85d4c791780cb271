//! The round's tips in the order to begin with them, each with its reasons.

use askama::Template;
use axum::response::Response;
use domain::account::Action;

use super::outcome::Outcome;
use super::outcome::offers::{self, Tips};
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "round/tips.html")]
struct TipsPage<'a> {
    layout: Layout<'a>,
    caption: String,
    tips: Tips,
    result: String,
    decision: String,
    targets: String,
    what_if: String,
    /// The organisation's plans, for its members.
    plans: Option<String>,
}

/// The organisation's plans, for whoever may see them.
pub(super) fn plans(cx: &RoundCx) -> Option<String> {
    cx.to_organisation(Page::Plans)
        .filter(|_| cx.may(Action::SeePlan))
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let outcome = Outcome::of(&cx)?;
    page(&TipsPage {
        caption: outcome.caption(),
        tips: offers::all(&outcome),
        result: cx.to(Page::Result),
        targets: cx.to(Page::Targets),
        what_if: cx.to(Page::WhatIf),
        plans: plans(&cx),
        decision: cx.to(Page::Decision),
        layout: Layout::of_round(&cx),
    })
}
