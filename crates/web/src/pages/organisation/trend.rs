//! Utveckling: how each goal has stood in what the organisation has handed in, and a group beside
//! it.

use askama::Template;
use axum::response::Response;
use domain::instrument::Content;
use domain::previous::{self, Point, Round};
use l10n::date;
use report::trend::{self, Mark};
use service::submissions::{self, Document};

use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::comparison::group_trend::{self, DayRow, GoalTrend, GroupTrend};
use crate::pages::comparison::missing;
use crate::pages::comparison::setting::asked;
use crate::pages::previous::changes::{break_in_words, standing};
use crate::pages::round::outcome::capitalised;
use crate::pages::round::outcome::wording::Wording;
use crate::routes::Page;

/// A goal in one submission.
struct Row {
    day: String,
    standing: String,
    /// Why it is not like the one before.
    breaks: Vec<String>,
}

struct Goal {
    title: String,
    picture: String,
    rows: Vec<Row>,
    /// The group's medians; empty if it shows none.
    group: Vec<DayRow>,
}

#[derive(Template)]
#[template(path = "organisation/trend.html")]
struct TrendPage<'a> {
    layout: Layout<'a>,
    /// How many submissions there are to show.
    submissions: usize,
    goals: Vec<Goal>,
    /// Whether some drawing has a break for the key to explain.
    broken: bool,
    /// The group beside; `None` while no wave is published.
    group: Option<GroupTrend>,
    home: String,
}

/// A submission that counts: when, and what was handed in.
type Counted = (i64, Document);

/// What has been handed in, is not withdrawn, and is on an edition that is here; oldest first.
async fn counted(cx: &OrgCx) -> Result<Vec<Counted>, Failure> {
    let app = cx.cx.app();
    let mut counted = Vec::new();
    for receipt in submissions::of_organisation(app, cx.organisation.id).await? {
        let document = Document::read(&receipt.document)?;
        let here = app
            .content
            .editions
            .contains_key(&document.versions.edition);
        if receipt.withdrawn.is_none() && here {
            counted.push((receipt.at, document));
        }
    }
    Ok(counted)
}

/// A submission as the rules see it.
fn as_round<'a>(content: &'a Content, document: &'a Document) -> Option<Round<'a>> {
    Some(Round {
        edition: content.editions.get(&document.versions.edition)?,
        depth: document.depth,
        kind: document.organisation_kind,
        coverage: document.coverage,
        answers: &document.answers,
    })
}

fn goal(w: &Wording<'_>, id: &str, times: &[i64], points: &[Point], group: GoalTrend) -> Goal {
    let both = times.iter().zip(points);
    let marks: Vec<Mark> = both
        .clone()
        .map(|(at, point)| Mark {
            at: *at,
            day: date(*at, w.lang),
            mean: point.standing.as_ref().and_then(|standing| standing.mean),
            broken: !point.breaks.is_empty(),
        })
        .collect();
    let row = |(at, point): (&i64, &Point)| Row {
        day: date(*at, w.lang),
        standing: standing(w, point.standing.as_ref()),
        breaks: point
            .breaks
            .iter()
            .map(|because| break_in_words(w, because))
            .collect(),
    };
    Goal {
        title: capitalised(&w.goal(id)),
        picture: trend::drawing(&marks, &group.drawn),
        rows: both.map(row).collect(),
        group: group.rows,
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let Ok(asked) = asked(&cx.cx) else {
        let back = (cx.to(Page::Trend, &[]), cx.cx.texts().trend_title());
        return missing::group(Layout::of_organisation(&cx), back);
    };
    let mut group = group_trend::of(&cx, asked).await?;
    let content = &cx.cx.app().content;
    let counted = counted(&cx).await?;
    let rounds: Vec<_> = counted
        .iter()
        .filter_map(|(_, document)| as_round(content, document))
        .collect();
    let times: Vec<i64> = counted.iter().map(|(at, _)| *at).collect();
    let goals: Vec<Goal> = match rounds.last() {
        Some(last) if rounds.len() > 1 => {
            let w = Wording {
                content,
                edition: last.edition,
                t: cx.cx.texts(),
                lang: cx.cx.lang(),
            };
            previous::trend(content, &rounds)
                .iter()
                .map(|series| {
                    let group = group.as_mut().map(|group| group.take(&series.goal));
                    let group = group.unwrap_or_default();
                    goal(&w, &series.goal, &times, &series.points, group)
                })
                .collect()
        }
        _ => Vec::new(),
    };
    let broken = goals.iter().any(|goal| {
        goal.rows.iter().any(|row| !row.breaks.is_empty())
            || goal.group.iter().any(|row| row.breaks.is_some())
    });
    page(&TrendPage {
        submissions: rounds.len(),
        broken,
        group,
        goals,
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
