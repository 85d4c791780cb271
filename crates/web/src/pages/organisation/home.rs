//! An organisation's first page: its self-assessments, how far each has come, and what is next.

use askama::Template;
use axum::response::Response;
use domain::account::{Action, Actor, Role, Stage, can};
use domain::assessment::Depth;
use l10n::{Texts, date, day};
use service::openness::networks;
use service::organisations::{members, register};
use service::rounds::listing::{self, Listed};
use service::settings::Mode;
use service::waves;

use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

struct Row {
    title: String,
    address: String,
    state: String,
    /// Shown as a tag, so that what is under way stands out.
    tagged: bool,
    more: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "organisation/home.html")]
struct HomePage<'a> {
    layout: Layout<'a>,
    name: &'a str,
    rows: Vec<Row>,
    /// Rounds that this organisation prepares for others.
    prepared: Vec<Row>,
    /// How many were started just now, if several were.
    started: Option<u32>,
    start: Option<String>,
    /// One round is handed in: the next one begins a trend.
    trend_begins: bool,
    /// That a comparison is published.
    latest: Option<String>,
    participation: String,
    /// Members who wait for approval.
    pending: u32,
    /// Only one contact person: two are recommended.
    alone: bool,
    /// It is a year since members were last gone through.
    confirm: Option<String>,
    members: Option<String>,
    /// Networks that the organisation is invited to, with where to answer.
    invited: Vec<(String, String)>,
    /// Where it sees how it stands, and meets others.
    compare: Vec<(String, String)>,
    /// What is about the organisation itself.
    links: Vec<(String, String)>,
}

/// A stage in words.
pub(crate) fn stage_in_words(t: &Texts, stage: Stage) -> String {
    match stage {
        Stage::Answering => t.stage_answering(),
        Stage::Agreeing => t.stage_agreeing(),
        Stage::Submitted => t.stage_submitted(),
        Stage::Withdrawn => t.stage_withdrawn(),
    }
}

fn row(cx: &OrgCx, round: &Listed, prepared: bool) -> Option<Row> {
    let t = cx.cx.texts();
    let may = |action| {
        cx.actors.iter().any(|actor| {
            let actor = match (prepared, actor) {
                (true, Actor::Member(role)) => Actor::Preparer(*role),
                (_, actor) => *actor,
            };
            can(actor, action, Some(round.stage))
        })
    };
    let to = |page| {
        cx.cx
            .round_path(page, &round.organisation_public_id, round.id)
    };
    let mut ways = Vec::new();
    let mut way = |action, page, text: String| {
        if may(action) {
            ways.push((to(page), text));
        }
    };
    way(Action::LeadRound, Page::Lead, t.home_way_lead());
    way(Action::Answer, Page::Home, t.home_way_answer());
    way(Action::SeeAgreement, Page::Differences, t.home_way_agree());
    way(Action::SeeReceipt, Page::Receipt, t.home_way_receipt());
    way(Action::ReadResult, Page::Result, t.home_way_result());
    way(Action::ReadDecision, Page::Decision, t.home_way_decision());
    if ways.is_empty() {
        return None;
    }
    let depth = match round.depth {
        Depth::Quick => t.new_quick(),
        Depth::Full => t.new_full(),
    };
    let begun = date(round.created_at, cx.cx.lang());
    let title = if prepared {
        t.home_round_for(round.organisation_name.as_str(), begun.as_str())
    } else {
        t.home_round(depth.as_str(), begun.as_str())
    };
    let first = ways.remove(0);
    Some(Row {
        title,
        address: first.0,
        state: stage_in_words(t, round.stage),
        tagged: matches!(round.stage, Stage::Answering | Stage::Agreeing),
        more: ways,
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let app = cx.cx.app();
    let own = listing::of_organisation(app, &cx.organisation).await?;
    let prepared = listing::prepared_by(app, cx.organisation.id).await?;
    let contact = cx.may(Action::ManageMembers);
    let (mut pending, mut alone, mut confirm) = (0, false, None);
    if contact && let Ok(list) = members::list(app, cx.session.person, cx.organisation.id).await {
        pending = u32::try_from(list.pending.len()).unwrap_or(u32::MAX);
        let contacts = list.active.iter();
        alone = contacts
            .filter(|member| member.role == Role::Contact)
            .count()
            == 1;
        let due = app.now() - members::RECONFIRM_AFTER;
        let mut others = list.active.iter();
        if others.any(|member| member.confirmed_at < due) {
            confirm = Some(cx.to(Page::ConfirmMembers, &[]));
        }
    }
    let compared = matches!(app.settings.mode, Mode::Shared { .. });
    let latest = waves::latest(app).await?;
    let mut invited = Vec::new();
    if cx.may(Action::ManageOpenness) {
        let networks = networks::of_organisation(app, cx.organisation.id).await?;
        invited.extend(networks.invited.into_iter().map(|(network, _)| {
            let id = network.id.to_string();
            (network.name, cx.to(Page::NetworkInvitation, &[&id]))
        }));
    }
    let open = cx.may(Action::SeeOpenness);
    let owns = !register::owned(app, cx.organisation.id).await?.is_empty();
    let handed_in = own.iter().filter(|round| round.stage == Stage::Submitted);
    let handed_in = handed_in.count();
    let link = |may: bool, page, text: String| may.then(|| (cx.to(page, &[]), text));
    page(&HomePage {
        name: &cx.organisation.name,
        rows: own
            .iter()
            .filter_map(|round| row(&cx, round, false))
            .collect(),
        prepared: prepared
            .iter()
            .filter_map(|round| row(&cx, round, true))
            .collect(),
        started: cx.cx.query("startade").and_then(|count| count.parse().ok()),
        start: cx
            .may(Action::StartRound)
            .then(|| cx.to(Page::StartRound, &[])),
        trend_begins: handed_in == 1,
        latest: latest.map(|wave| {
            let day = day(&wave.date.to_string(), cx.cx.lang());
            t.participation_latest(day.as_str())
        }),
        participation: cx.to(Page::Participation, &[]),
        pending,
        alone,
        confirm,
        members: contact.then(|| cx.to(Page::Members, &[])),
        invited,
        compare: [
            link(true, Page::Plans, t.plans_title()),
            link(true, Page::Compare, t.compare_title()),
            link(handed_in > 1, Page::Trend, t.trend_title()),
            link(compared, Page::Participation, t.participation_title()),
            link(owns, Page::Owned, t.owned_title()),
            link(open, Page::Networks, t.networks_title()),
            link(open, Page::Similar, t.similar_title()),
            link(open, Page::Partners, t.partners_title()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        links: [
            link(contact, Page::Members, t.home_link_members()),
            link(true, Page::Details, t.home_link_details()),
            link(cx.may(Action::ReadLog), Page::Log, t.log_title()),
            link(cx.may(Action::Export), Page::Export, t.export_title()),
            link(true, Page::Leave, t.home_link_leave()),
            link(
                cx.may(Action::DeleteOrganisation),
                Page::LeaveService,
                t.quit_title(),
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
        layout: Layout::of_organisation(&cx),
    })
}
