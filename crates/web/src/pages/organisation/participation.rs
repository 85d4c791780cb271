//! Var ni är med: in which groups the organisation is counted, and if not, why not yet.

use askama::Template;
use axum::response::Response;
use domain::comparison::{Group, MIN_CHANGED, MONTHS, Participation};
use l10n::{count_word, day};
use service::settings::Mode;
use service::waves::{self, HandedIn, InGroup, Standing};

use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

struct Row {
    group: String,
    shows: String,
    own: String,
}

/// What is told once a comparison is published.
struct Told {
    what: String,
    handed_in: String,
    /// Said where the register put the organisation in no group.
    no_groups: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "organisation/participation.html")]
struct ParticipationPage<'a> {
    layout: Layout<'a>,
    told: Option<Told>,
    home: String,
}

/// What of the organisation's was there to take in.
fn handed_in(cx: &OrgCx, handed_in: HandedIn) -> String {
    let t = cx.cx.texts();
    let on = |date: domain::day::Day| day(&date.to_string(), cx.cx.lang());
    match handed_in {
        HandedIn::On(date) => t.participation_on(on(date).as_str()),
        HandedIn::Later(date) => t.participation_later(on(date).as_str()),
        HandedIn::TooOld(date) => t.participation_too_old(on(date).as_str(), MONTHS),
        HandedIn::Nothing => t.participation_nothing(),
    }
}

fn row(cx: &OrgCx, standing: &Standing, in_group: &InGroup) -> Row {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let shows = match in_group.participation {
        Participation::Since(date) | Participation::Waits(date) => {
            t.wave_shows(day(&date.to_string(), lang).as_str())
        }
        Participation::NothingShown => t.participation_hidden(),
    };
    Row {
        group: in_group.group.name(lang),
        shows,
        own: own(cx, standing, in_group),
    }
}

/// How the organisation takes part in a group.
fn own(cx: &OrgCx, standing: &Standing, in_group: &InGroup) -> String {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let counts = matches!(standing.handed_in, HandedIn::On(_));
    match (in_group.participation, counts) {
        (Participation::Since(_), true) => t.participation_since(),
        (Participation::Since(_), false) => t.participation_since_still(),
        (Participation::Waits(_), true) => {
            let min = usize::try_from(standing.wave.publication.min).unwrap_or(usize::MAX);
            let (min, changed) = (count_word(min, lang), count_word(MIN_CHANGED, lang));
            t.participation_waits(min.as_str(), changed.as_str())
        }
        (Participation::NothingShown, true) => t.participation_nothing_shown(),
        (Participation::Waits(_) | Participation::NothingShown, false) => t.participation_not(),
    }
}

/// How the organisation takes part in one group, in sentences, for the page that shows it.
pub(crate) fn in_sentences(cx: &OrgCx, standing: &Standing, group: Group) -> String {
    let Some(in_group) = standing.groups.iter().find(|own| own.group == group) else {
        return cx.cx.texts().participation_other_group();
    };
    let own = own(cx, standing, in_group);
    let own = format!("{}.", own.trim_end_matches('.'));
    match standing.handed_in {
        HandedIn::On(_) => own,
        other => format!("{own} {}", handed_in(cx, other)),
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    if cx.cx.app().settings.mode == Mode::Own {
        return Err(Failure::NotFound);
    }
    let t = cx.cx.texts();
    let standing = waves::standing(cx.cx.app(), &cx.organisation).await?;
    let told = standing.map(|standing| {
        let date = day(&standing.wave.date.to_string(), cx.cx.lang());
        Told {
            what: t.participation_what(date.as_str()),
            handed_in: handed_in(&cx, standing.handed_in),
            no_groups: t.participation_no_groups(date.as_str()),
            rows: standing
                .groups
                .iter()
                .map(|in_group| row(&cx, &standing, in_group))
                .collect(),
        }
    });
    page(&ParticipationPage {
        told,
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
