//! The strategy's goals, and the frameworks beside it.

use askama::Template;
use axum::response::Response;
use domain::instrument::{Edition, Framework};
use domain::text::{Lang, Text};

use super::{SourceLink, goal_address, number, source};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::markdown::{Markup, Writer};
use crate::routes::Page;

#[derive(Template)]
#[template(path = "public/strategy.html")]
struct StrategyPage<'a> {
    layout: Layout<'a>,
    /// The number of goals as a word.
    count: String,
    /// The number of the overarching goal.
    overarching: Option<&'a str>,
    goals: Vec<GoalBlock>,
    /// The strategy at length.
    explained: Option<Markup>,
    source: Option<SourceLink>,
    others: Vec<Other>,
}

/// A goal of the edition.
struct GoalBlock {
    heading: String,
    /// The official Swedish title, on a page in another language.
    official: Option<String>,
    summary: String,
    questions: u32,
    id: String,
    address: String,
    /// Its own page.
    page: String,
}

/// A framework that the edition is not mapped to.
struct Other {
    title: String,
    /// What is known of it.
    explained: Option<Markup>,
    count: String,
    goals: Vec<OtherGoal>,
    /// Whether a title is missing.
    unknown: bool,
    source: Option<SourceLink>,
}

/// A goal by its title, and by its official Swedish one on a page in another language; `None` is
/// a title that no editor has established.
struct OtherGoal {
    title: Option<String>,
    official: Option<String>,
    explained: Option<Markup>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let frameworks = &cx.app().content.frameworks;
    let texts = frameworks.values().flat_map(|framework| {
        let goals = framework.goals.iter().map(|goal| goal.explained.as_ref());
        goals.chain([framework.explained.as_ref()]).flatten()
    });
    let mut writer = Writer::new(&cx).around(texts.map(|text| text.get(cx.lang())));
    page(&StrategyPage {
        count: l10n::count_word(edition.goals.len(), cx.lang()),
        overarching: edition
            .goals
            .iter()
            .find(|goal| goal.overarching)
            .map(|goal| goal.id.as_str()),
        goals: goals(&cx, edition),
        explained: frameworks
            .get(&edition.framework)
            .and_then(|framework| explained(&mut writer, &cx, framework.explained.as_ref())),
        source: frameworks
            .get(&edition.framework)
            .and_then(|framework| source(&cx, &framework.source)),
        others: frameworks
            .values()
            .filter(|framework| framework.id != edition.framework)
            .map(|framework| other(&cx, framework, &mut writer))
            .collect(),
        layout: Layout::of(&cx),
    })
}

fn goals(cx: &Cx, edition: &Edition) -> Vec<GoalBlock> {
    let lang = cx.lang();
    edition
        .goals
        .iter()
        .map(|goal| GoalBlock {
            heading: cx.texts().strategy_goal(&goal.id, goal.title.get(lang)),
            official: (lang != Lang::Sv).then(|| goal.title.sv.clone()),
            summary: goal.summary.get(lang).to_owned(),
            questions: number(goal.questions.len()),
            id: goal.id.clone(),
            address: goal_address(cx, Page::Questions, &goal.id),
            page: cx.path(Page::StrategyGoal, &[&goal.id]),
        })
        .collect()
}

fn explained(writer: &mut Writer<'_>, cx: &Cx, text: Option<&Text>) -> Option<Markup> {
    text.map(|text| writer.blocks(text.get(cx.lang())))
}

fn other(cx: &Cx, framework: &Framework, writer: &mut Writer<'_>) -> Other {
    let lang = cx.lang();
    Other {
        title: framework.title.get(lang).to_owned(),
        explained: explained(writer, cx, framework.explained.as_ref()),
        count: l10n::count_word(framework.goals.len(), lang),
        goals: framework
            .goals
            .iter()
            .map(|goal| OtherGoal {
                title: goal.title.as_ref().map(|title| title.get(lang).to_owned()),
                official: goal
                    .title
                    .as_ref()
                    .filter(|_| lang != Lang::Sv)
                    .map(|title| title.sv.clone()),
                explained: explained(writer, cx, goal.explained.as_ref()),
            })
            .collect(),
        unknown: framework.goals.iter().any(|goal| goal.title.is_none()),
        source: source(cx, &framework.source),
    }
}
