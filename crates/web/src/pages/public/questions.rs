//! All questions with their four levels, to read and to print.

use askama::Template;
use axum::response::Response;
use domain::instrument::{Edition, Goal};

use super::{LevelLine, Link, Marks, levels, number, question_link};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;

#[derive(Template)]
#[template(path = "public/questions.html")]
struct QuestionsPage<'a> {
    layout: Layout<'a>,
    count: u32,
    /// The number of goals as a word.
    goal_count: String,
    edition: u32,
    published: String,
    levels: Vec<LevelLine>,
    goals: Vec<GoalBlock>,
}

/// A goal with its questions.
struct GoalBlock {
    id: String,
    heading: String,
    summary: String,
    questions: Vec<Entry>,
}

/// A question in the list.
struct Entry {
    link: Link,
    marks: Marks,
    levels: Vec<String>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    page(&QuestionsPage {
        count: number(edition.counts.questions),
        goal_count: l10n::count_word(edition.goals.len(), cx.lang()),
        edition: edition.number,
        published: l10n::day(&edition.published, cx.lang()),
        levels: levels(&cx.app().content, cx.texts(), cx.lang()),
        goals: edition
            .goals
            .iter()
            .map(|goal| block(&cx, edition, goal))
            .collect(),
        layout: Layout::of(&cx),
    })
}

fn block(cx: &Cx, edition: &Edition, goal: &Goal) -> GoalBlock {
    let lang = cx.lang();
    GoalBlock {
        id: goal.id.clone(),
        heading: cx.texts().strategy_goal(&goal.id, goal.title.get(lang)),
        summary: goal.summary.get(lang).to_owned(),
        questions: edition
            .places()
            .filter(|(place, _)| place.goal.id == goal.id)
            .filter_map(|(place, question)| {
                Some(Entry {
                    link: question_link(cx, edition, &question.id)?,
                    marks: Marks::of(edition, &place),
                    levels: question
                        .levels
                        .iter()
                        .map(|level| level.get(lang).to_owned())
                        .collect(),
                })
            })
            .collect(),
    }
}
