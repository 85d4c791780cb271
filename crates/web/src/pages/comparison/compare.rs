//! Jämför er: where the organisation stands beside a group of its likes, goal by goal.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::comparison;
use l10n::date;
use report::chart;
use service::settings::Mode;
use service::waves;

use super::choice::{self, Choices};
use super::compared::{self, Row};
use super::figures;
use super::headline;
use super::missing;
use super::setting::{Setting, asked, wording};
use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::organisation::participation;
use crate::pages::round::outcome::references::{self, References};
use crate::routes::Page;

#[derive(Template)]
#[template(path = "comparison/compare.html")]
struct ComparePage<'a> {
    layout: Layout<'a>,
    caption: String,
    headline: String,
    facts: Vec<String>,
    /// To the organisation's own line, where that says more.
    trend: Option<String>,
    synthetic: bool,
    group: String,
    /// How many take part; `None` if the group shows nothing.
    coverage: Option<String>,
    /// Why this group.
    why: Option<String>,
    /// Whether the organisation's own answers are among the group's.
    part: Option<String>,
    participation: String,
    choices: Vec<Choices>,
    rows: Vec<Row>,
    axis: String,
    /// When the latest submission was handed in, and the one before.
    own: String,
    previous: Option<String>,
    references: Vec<References>,
    home: String,
    statistics: String,
}

/// There is nothing to compare: what is missing, and what to do.
#[derive(Template)]
#[template(path = "comparison/nothing.html")]
struct NothingPage<'a> {
    layout: Layout<'a>,
    happened: String,
    todo: Option<String>,
    /// Where that is done, and what the page shows meanwhile.
    links: Vec<(String, String)>,
    home: String,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let layout = Layout::of_organisation(&cx);
    let here = cx.to(Page::Compare, &[]);
    let Ok(asked) = asked(&cx.cx) else {
        return missing::group(layout, (here, cx.cx.texts().compare_title()));
    };
    let setting = Setting::of(cx.cx.app(), cx.organisation.id).await?;
    let Some(setting) = setting else {
        return nothing(&cx, Missing::Wave);
    };
    let Some(own) = &setting.own else {
        let missing = match setting.too_old {
            true => Missing::Young,
            false => Missing::Own,
        };
        return nothing(&cx, missing);
    };
    let w = wording(&cx.cx, &setting.wave)?;
    let chosen = setting.choose(asked);
    let standing = waves::standing(cx.cx.app(), &cx.organisation).await?;
    let none = BTreeMap::new();
    let previous = own.previous.as_ref();
    let goals = compared::goals(
        &w,
        chosen.figures,
        &own.values.goals,
        previous.map_or(&none, |(_, values)| &values.goals),
    );
    let row = |goal: &compared::Compared<'_>| {
        let address = cx.to(Page::CompareGoal, &[&goal.goal.id]);
        let address = format!("{address}?grupp={}", chosen.group);
        goal.row(&w, chosen.figures, setting.wave.date, Some(address))
    };
    let organisation_type = setting
        .counted
        .as_ref()
        .and_then(|counted| counted.organisation_type());
    page(&ComparePage {
        caption: w.t.compare_caption(
            cx.organisation.name.as_str(),
            date(own.at, w.lang),
            figures::date(setting.wave.date, w.lang),
        ),
        headline: headline::headline(&w, &goals),
        facts: headline::facts(&w, &goals),
        trend: headline::nothing_stands_out(&goals).then(|| cx.to(Page::Trend, &[])),
        synthetic: setting.wave.publication.synthetic,
        group: chosen.group.name(w.lang),
        coverage: chosen.coverage(&w),
        why: chosen.why(&w),
        part: standing
            .filter(|_| chosen.shows())
            .map(|standing| participation::in_sentences(&cx, &standing, chosen.group)),
        participation: cx.to(Page::Participation, &[]),
        choices: choice::choices(
            &w,
            &setting.wave.publication,
            setting.counted.as_ref(),
            chosen.group,
        ),
        rows: goals.iter().map(row).collect(),
        axis: chart::axis(),
        own: date(own.at, w.lang),
        previous: previous.map(|(at, _)| date(*at, w.lang)),
        references: w
            .edition
            .goals
            .iter()
            .filter_map(|goal| references::of_goal(&w, goal, organisation_type))
            .collect(),
        home: cx.to(Page::Organisation, &[]),
        statistics: cx.cx.path(Page::Statistics, &[]),
        layout,
    })
}

/// What a comparison lacks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// A published wave.
    Wave,
    /// A submission of one's own that can be compared.
    Own,
    /// One that is young enough.
    Young,
}

fn nothing(cx: &OrgCx, missing: Missing) -> Result<Response, Failure> {
    let (t, app) = (cx.cx.texts(), cx.cx.app());
    let published = missing != Missing::Wave;
    let alone = !published && app.settings.mode == Mode::Own;
    let (happened, todo) = match missing {
        Missing::Young => (
            t.compare_too_old(comparison::MONTHS),
            Some(t.compare_take_part()),
        ),
        Missing::Own => (t.compare_nothing_of_ours(), Some(t.compare_take_part())),
        Missing::Wave if alone => (t.compare_alone(), None),
        Missing::Wave => (t.compare_no_wave(), Some(t.compare_take_part())),
    };
    let start = cx
        .may(Action::StartRound)
        .then(|| (cx.to(Page::StartRound, &[]), t.home_start()));
    let statistics = published.then(|| (cx.cx.path(Page::Statistics, &[]), t.statistics_see()));
    let method = (
        cx.cx.path(Page::ComparisonMethod, &[]),
        t.comparison_method_link(),
    );
    page(&NothingPage {
        happened,
        todo,
        links: start
            .into_iter()
            .filter(|_| !alone)
            .chain(statistics)
            .chain([method])
            .collect(),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(cx),
    })
}
