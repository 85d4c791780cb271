//! Statistics for everyone: what a wave shows of a group, goal by goal.

use askama::Template;
use axum::response::Response;
use domain::comparison::{Group, Publication};
use domain::day::Day;
use l10n::date;
use report::chart::{self, Height, Marks};
use service::settings::Mode;
use service::waves::{self, Published};

use super::choice::{self, Choices};
use super::figures::{self, Cells};
use super::setting::{asked, wording};
use super::{missing, summary};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::round::outcome::wording::{Wording, number};
use crate::routes::Page;

/// A goal as a row.
struct Row {
    title: String,
    /// The goal over groups, and its questions.
    address: String,
    picture: String,
    cells: Option<Cells>,
}

/// A published wave in the list of all.
struct WaveLine {
    address: String,
    text: String,
    withdrawn: bool,
}

#[derive(Template)]
#[template(path = "comparison/statistics.html")]
struct StatisticsPage<'a> {
    layout: Layout<'a>,
    title: String,
    /// Which wave, and when it was published.
    caption: String,
    synthetic: bool,
    group: String,
    coverage: Option<String>,
    why: Option<String>,
    facts: Vec<String>,
    choices: Vec<Choices>,
    rows: Vec<Row>,
    axis: String,
    /// Groups that show nothing, by name.
    hidden: Vec<String>,
    cite: String,
    hash: &'a str,
    waves: Vec<WaveLine>,
}

impl StatisticsPage<'_> {
    fn hidden_count(&self) -> u32 {
        number(self.hidden.len())
    }
}

/// Nothing is published, or what was published is withdrawn.
#[derive(Template)]
#[template(path = "comparison/no_statistics.html")]
struct NoStatisticsPage<'a> {
    layout: Layout<'a>,
    title: String,
    happened: Vec<String>,
    waves: Vec<WaveLine>,
}

/// The latest wave that stands.
pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    match waves::latest(cx.app()).await? {
        Some(wave) => show(&cx, &wave, cx.texts().statistics_title()).await,
        None => none(&cx).await,
    }
}

/// The wave of a date.
pub(crate) async fn of_date(cx: Cx) -> Result<Response, Failure> {
    let back = (
        cx.path(Page::Statistics, &[]),
        cx.texts().statistics_title(),
    );
    let Some(wave) = dated(&cx).await? else {
        return missing::wave(Layout::of(&cx), back);
    };
    let day = figures::date(wave.date, cx.lang());
    let title = cx.texts().statistics_of(day.as_str());
    match &wave.withdrawn {
        None => show(&cx, &wave, title).await,
        Some(withdrawn) => {
            let when = date(withdrawn.at, cx.lang());
            page(&NoStatisticsPage {
                title,
                happened: vec![
                    cx.texts().statistics_withdrawn(when),
                    cx.texts().statistics_withdrawn_why(withdrawn.note.as_str()),
                ],
                waves: lines(&cx).await?,
                layout: Layout::of(&cx),
            })
        }
    }
}

/// The wave whose date stands in the address.
pub(super) async fn dated(cx: &Cx) -> Result<Option<std::sync::Arc<Published>>, Failure> {
    match Day::try_from(cx.segment("date")) {
        Ok(day) => Ok(waves::of_date(cx.app(), day).await?),
        Err(_) => Ok(None),
    }
}

/// Before anything is published.
async fn none(cx: &Cx) -> Result<Response, Failure> {
    let t = cx.texts();
    let waves = lines(cx).await?;
    let happened = if cx.app().settings.mode == Mode::Own {
        vec![t.statistics_alone()]
    } else if waves.is_empty() {
        vec![t.statistics_none(), t.statistics_none_then()]
    } else {
        vec![t.statistics_all_withdrawn()]
    };
    page(&NoStatisticsPage {
        title: t.statistics_title(),
        happened,
        waves,
        layout: Layout::of(cx),
    })
}

/// The groups to show first, when none is asked for: the widest that shows figures.
pub(super) fn widest() -> Vec<Group> {
    Group::all().collect()
}

async fn show(cx: &Cx, wave: &Published, title: String) -> Result<Response, Failure> {
    let back = (
        cx.path(Page::Statistics, &[]),
        cx.texts().statistics_title(),
    );
    let Ok(asked) = asked(cx) else {
        return missing::group(Layout::of(cx), back);
    };
    let w = wording(cx, wave)?;
    let publication = &wave.publication;
    let chosen = choice::choose(publication, asked, &widest());
    let day = wave.date.to_string();
    let row = |goal: &domain::instrument::Goal| {
        let figure = chosen.figures.and_then(|figures| figures.goal(&goal.id));
        let marks = Marks {
            median: figure.map(|figure| figure.median),
            middle: figure.and_then(|figure| figure.quartiles),
            ..Marks::default()
        };
        let address = cx.path(Page::StatisticsGoal, &[&day, &goal.id]);
        Row {
            title: w.goal_title(goal),
            address: format!("{address}?grupp={}", chosen.group),
            picture: chart::cell(marks, Height::Row),
            cells: figure
                .zip(chosen.figures)
                .map(|(figure, group)| Cells::of(w.t, w.lang, figure, group, wave.date)),
        }
    };
    page(&StatisticsPage {
        title,
        caption: w.t.statistics_caption(
            figures::date(wave.date, w.lang),
            date(wave.published_at, w.lang),
        ),
        synthetic: publication.synthetic,
        group: chosen.group.name(w.lang),
        coverage: chosen.coverage(&w),
        why: chosen.why(&w).filter(|_| !chosen.shows()),
        facts: chosen
            .figures
            .map(|figures| summary::facts(&w, figures))
            .unwrap_or_default(),
        choices: choice::by_division(&w, publication, chosen.group),
        rows: w.edition.goals.iter().map(row).collect(),
        axis: chart::axis(),
        hidden: hidden(&w, publication),
        cite: cite(cx, &w, wave),
        hash: &wave.hash,
        waves: lines(cx).await?,
        layout: Layout::of(cx),
    })
}

/// The groups that show nothing.
fn hidden(w: &Wording<'_>, publication: &Publication) -> Vec<String> {
    Group::all()
        .filter(|group| !choice::shows(publication, *group))
        .map(|group| group.name(w.lang))
        .collect()
}

/// How to refer to the figures.
fn cite(cx: &Cx, w: &Wording<'_>, wave: &Published) -> String {
    let settings = &cx.app().settings;
    let day = wave.date.to_string();
    let address = cx.path(Page::StatisticsWave, &[&day]);
    let address = format!("{}{address}", settings.base_url);
    let day = figures::date(wave.date, w.lang);
    match &settings.sender {
        Some(sender) => w.t.statistics_cite_by(sender.name.as_str(), day, address),
        None => w.t.statistics_cite(day, address),
    }
}

/// Every published wave, the latest first.
async fn lines(cx: &Cx) -> Result<Vec<WaveLine>, Failure> {
    let waves = waves::all(cx.app()).await?;
    let line = |wave: &std::sync::Arc<Published>| WaveLine {
        address: cx.path(Page::StatisticsWave, &[&wave.date.to_string()]),
        text: cx
            .texts()
            .statistics_of(figures::date(wave.date, cx.lang())),
        withdrawn: wave.withdrawn.is_some(),
    };
    Ok(waves.iter().map(line).collect())
}
