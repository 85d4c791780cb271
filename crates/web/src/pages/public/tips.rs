//! All tips by goal.

use askama::Template;
use axum::response::Response;
use domain::instrument::{Card, Edition};

use super::{Link, card_link, number};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;

#[derive(Template)]
#[template(path = "public/tips.html")]
struct TipsPage<'a> {
    layout: Layout<'a>,
    count: u32,
    goals: Vec<GoalBlock>,
}

/// A goal with the tips that serve its questions first.
struct GoalBlock {
    id: String,
    heading: String,
    tips: Vec<Entry>,
}

/// A tip in the list.
struct Entry {
    link: Link,
    monday: String,
    /// The questions it serves: "4.1, 4.2".
    serves: String,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    page(&TipsPage {
        count: number(edition.cards.len()),
        goals: goals(&cx, edition),
        layout: Layout::of(&cx),
    })
}

/// The goal under which the list has a tip: that of the first question it serves.
pub(super) fn goal_of<'a>(edition: &'a Edition, card: &Card) -> Option<&'a str> {
    let first = card.serves.first()?;
    Some(edition.place(&first.question)?.goal.id.as_str())
}

fn goals(cx: &Cx, edition: &Edition) -> Vec<GoalBlock> {
    let order: Vec<&str> = edition.places().map(|(_, q)| q.id.as_str()).collect();
    let mut cards: Vec<&Card> = edition.cards.values().collect();
    cards.sort_by_key(|card| {
        let first = card.serves.first();
        let question = first.and_then(|s| order.iter().position(|id| *id == s.question));
        (
            question,
            first.and_then(|s| s.steps.iter().min().copied()),
            &card.id,
        )
    });
    let tips = |goal: &str| {
        cards
            .iter()
            .filter(|card| goal_of(edition, card) == Some(goal))
            .map(|card| Entry {
                link: card_link(cx, card),
                monday: card.monday.get(cx.lang()).to_owned(),
                serves: labels(edition, card),
            })
            .collect()
    };
    edition
        .goals
        .iter()
        .map(|goal| GoalBlock {
            id: goal.id.clone(),
            heading: cx
                .texts()
                .strategy_goal(&goal.id, goal.title.get(cx.lang())),
            tips: tips(&goal.id),
        })
        .collect()
}

/// The numbers of the questions that a card serves, in the order they are asked.
fn labels(edition: &Edition, card: &Card) -> String {
    let labels: Vec<String> = edition
        .places()
        .filter(|(_, question)| card.serves.iter().any(|s| s.question == question.id))
        .map(|(place, _)| place.label())
        .collect();
    labels.join(", ")
}
