//! A network: who is in it, and where each stands.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::instrument::Edition;
use domain::scoring::WhyNoLevel;
use l10n::{Texts, date};
use service::openness::HandedIn;
use service::openness::networks::Member;
use service::submissions::GoalPart;

use super::{gone, network};
use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

/// A goal as a column is headed.
struct Goal {
    /// "Mål 4".
    label: String,
    short: String,
}

/// Where an organisation stands in a goal.
struct Cell {
    /// The level as a number; none if there is none.
    level: Option<u8>,
    /// Why there is none.
    why: String,
}

struct Row {
    name: String,
    /// When it last handed in; none if it has not.
    day: Option<String>,
    cells: Vec<Cell>,
    /// What stands in place of the cells.
    note: Option<String>,
}

#[derive(Template)]
#[template(path = "openness/network.html")]
struct NetworkPage<'a> {
    layout: Layout<'a>,
    name: String,
    purpose: String,
    leader: String,
    alone: bool,
    goals: Vec<Goal>,
    rows: Vec<Row>,
    done: Option<String>,
    manage: Option<String>,
    leave: Option<String>,
    networks: String,
}

/// Why a goal has no level, in few words: the first reason is enough.
fn why(t: &Texts, part: &GoalPart) -> String {
    match part.why_no_level.first() {
        Some(WhyNoLevel::TooFewApplicable { .. }) => t.network_why_applicable(),
        Some(WhyNoLevel::NoEssentialApplicable) => t.network_why_essential(),
        Some(WhyNoLevel::TooFewKnown { .. }) => t.network_why_known(),
        None => String::new(),
    }
}

/// Where an organisation stands in each goal; `None` if what it handed in is about other goals.
fn cells(t: &Texts, edition: &Edition, handed_in: &HandedIn) -> Option<Vec<Cell>> {
    let cell = |part: &GoalPart| Cell {
        level: part.level.map(|level| level.number()),
        why: why(t, part),
    };
    let goals = edition.goals.iter();
    goals
        .map(|goal| handed_in.goal(edition, &goal.id).map(cell))
        .collect()
}

fn row(cx: &OrgCx, edition: &Edition, member: Member) -> Row {
    let t = cx.cx.texts();
    let own = member.organisation == cx.organisation.id;
    let handed_in = member.handed_in.as_ref();
    let cells = handed_in.map(|handed_in| cells(t, edition, handed_in));
    let (cells, note) = match cells {
        None => (Vec::new(), Some(t.network_not_handed_in())),
        Some(None) => (Vec::new(), Some(t.network_other_framework())),
        Some(Some(cells)) => (cells, None),
    };
    Row {
        name: match own {
            true => t.network_own(member.name),
            false => member.name,
        },
        day: handed_in.map(|handed_in| date(handed_in.at, cx.cx.lang())),
        cells,
        note,
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let edition = cx.cx.edition()?;
    let Some(view) = network(&cx).await? else {
        return gone(&cx);
    };
    let id = view.network.id.to_string();
    let leads = view.leader == cx.organisation.id;
    let manages = cx.may(Action::ManageOpenness);
    page(&NetworkPage {
        leader: match leads {
            true => t.network_leader_own(),
            false => t.network_leader(view.leader_name()),
        },
        alone: view.members.len() == 1,
        goals: edition
            .goals
            .iter()
            .map(|goal| Goal {
                label: t.network_goal(goal.id.as_str()),
                short: goal.short.get(cx.cx.lang()).to_owned(),
            })
            .collect(),
        rows: view
            .members
            .into_iter()
            .map(|member| row(&cx, edition, member))
            .collect(),
        name: view.network.name,
        purpose: view.network.purpose,
        done: match cx.cx.query("klart").as_deref() {
            Some("startat") => Some(t.network_done_founded()),
            Some("med") => Some(t.network_done_joined()),
            _ => None,
        },
        manage: (manages && leads).then(|| cx.to(Page::ManageNetwork, &[&id])),
        leave: manages.then(|| cx.to(Page::LeaveNetwork, &[&id])),
        networks: cx.to(Page::Networks, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
