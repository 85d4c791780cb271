//! Look after a network: invite, take back, remove, rename, close. For the organisation that has
//! been there longest.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use l10n::date;
use service::openness::networks::{self, View};
use service::openness::{OpennessError, Refusal, invitations};
use service::organisations::register;

use super::new_network::named;
use super::{fault, gone, network, refusal, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::organisation::stopped;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::words;

struct Member {
    id: String,
    name: String,
    /// Whether it is the one that looks after the network, which is never removed.
    own: bool,
}

struct Waiting {
    id: String,
    name: String,
    until: String,
}

struct Found {
    id: String,
    name: String,
    kind: String,
    /// Why it cannot be invited.
    why_not: Option<String>,
}

#[derive(Template)]
#[template(path = "openness/manage.html")]
struct ManagePage<'a> {
    layout: Layout<'a>,
    title: String,
    sought: String,
    found: Vec<Found>,
    waiting: Vec<Waiting>,
    members: Vec<Member>,
    name: String,
    purpose: String,
    done: Option<String>,
    faults: Vec<FieldFault>,
    back: String,
}

impl ManagePage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        fault(&self.faults, field)
    }
}

/// Organisations in the register that the search finds, with whether they can be invited.
async fn found(
    cx: &OrgCx,
    sought: &str,
    view: &View,
    waiting: &[Waiting],
) -> Result<Vec<Found>, Failure> {
    let t = cx.cx.texts();
    if sought.trim().is_empty() {
        return Ok(Vec::new());
    }
    let listed = register::find(cx.cx.app(), sought.trim()).await?;
    let one = |listed: service::organisations::Listed| {
        let joined = |member: &networks::Member| member.organisation == listed.id;
        let invited = |waiting: &Waiting| waiting.id == listed.public_id;
        Found {
            why_not: if view.members.iter().any(joined) {
                Some(t.network_in())
            } else if waiting.iter().any(invited) {
                Some(t.network_is_invited())
            } else {
                None
            },
            kind: listed
                .kind
                .map(|kind| words::kind(t, kind))
                .unwrap_or_default(),
            id: listed.public_id,
            name: listed.name,
        }
    };
    Ok(listed.into_iter().map(one).collect())
}

async fn shown<'a>(cx: &'a OrgCx, view: View) -> Result<ManagePage<'a>, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let sought: String = cx.cx.query("sok").unwrap_or_default();
    let sought: String = sought.chars().take(LINE_LIMIT).collect();
    let waiting = invitations::waiting(cx.cx.app(), view.network.id).await?;
    let waiting: Vec<Waiting> = waiting
        .into_iter()
        .map(|invited| Waiting {
            id: invited.public_id,
            name: invited.name,
            until: t.networks_answer_by(date(invited.expires_at, lang)),
        })
        .collect();
    Ok(ManagePage {
        found: found(cx, &sought, &view, &waiting).await?,
        sought,
        waiting,
        title: t.network_manage_title(view.network.name.as_str()),
        back: cx.to(Page::Network, &[&view.network.id.to_string()]),
        name: view.network.name,
        purpose: view.network.purpose,
        members: view
            .members
            .into_iter()
            .map(|member| Member {
                id: member.public_id,
                own: member.organisation == cx.organisation.id,
                name: member.name,
            })
            .collect(),
        done: match cx.cx.query("klart").as_deref() {
            Some("inbjuden") => Some(t.network_done_invited()),
            Some("aterkallad") => Some(t.network_done_withdrawn()),
            Some("borttagen") => Some(t.network_done_removed()),
            Some("andrat") => Some(t.network_done_changed()),
            _ => None,
        },
        faults: Vec::new(),
        layout: Layout::of_organisation(cx),
    })
}

/// A page that says that another organisation looks after the network.
fn not_leading(cx: &OrgCx, view: &View) -> Result<Response, Failure> {
    let happened = refusal(cx.cx.texts(), cx.cx.lang(), Refusal::NotLeading);
    let back = cx.to(Page::Network, &[&view.network.id.to_string()]);
    stopped(Layout::of_organisation(cx), happened, back)
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    match network(&cx).await? {
        None => gone(&cx),
        Some(view) if view.leader != cx.organisation.id => not_leading(&cx, &view),
        Some(view) => page(&shown(&cx, view).await?),
    }
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let Some(view) = network(&cx).await? else {
        return gone(&cx);
    };
    let (app, person, organisation) = (cx.cx.app(), cx.session.person, cx.organisation.id);
    let id = view.network.id;
    let other = || fields.one("id", LINE_LIMIT).map_err(|_| Failure::BadForm);
    let act = fields
        .one("gor", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    // What was done is told; what was refused is told beside what it was about.
    let (done, about, outcome) = match act {
        "bjud-in" => (
            "inbjuden",
            "sok",
            invitations::invite(app, person, organisation, id, other()?).await,
        ),
        "ta-tillbaka" => (
            "aterkallad",
            "inbjudna",
            invitations::withdraw(app, person, organisation, id, other()?).await,
        ),
        "ta-bort" => (
            "borttagen",
            "medlemmar",
            networks::remove(app, person, organisation, id, other()?).await,
        ),
        "andra" => match named(&cx, &fields) {
            Ok((name, purpose)) => (
                "andrat",
                "namn",
                networks::change(app, person, organisation, id, &name, &purpose).await,
            ),
            Err(faults) => return mend(&cx, view, &fields, faults).await,
        },
        "stang" => match networks::close(app, person, organisation, id).await {
            Ok(()) => {
                let there = cx.to(Page::Networks, &[]);
                return Ok(see_other(&format!("{there}?klart=stangt")));
            }
            closed => ("", "medlemmar", closed),
        },
        _ => return Err(Failure::BadForm),
    };
    match outcome {
        Ok(()) => {
            let here = cx.to(Page::ManageNetwork, &[&id.to_string()]);
            Ok(see_other(&format!("{here}?klart={done}")))
        }
        Err(OpennessError::Refused(Refusal::NotLeading)) => not_leading(&cx, &view),
        Err(OpennessError::Refused(why))
            if !matches!(why, Refusal::NotAllowed | Refusal::NoNetwork) =>
        {
            let t = cx.cx.texts();
            let faults = vec![FieldFault {
                field: about.to_owned(),
                message: match why {
                    // Told to the one that invited, not to the one that was invited.
                    Refusal::Over(_) => t.openness_refused_withdraw(),
                    why => refusal(t, cx.cx.lang(), why),
                },
            }];
            let page = ManagePage {
                faults,
                ..resent(shown(&cx, view).await?, act, &fields)
            };
            page_with(StatusCode::CONFLICT, &page)
        }
        Err(error) => refused(&cx, error, Page::Networks),
    }
}

/// The page with name and purpose as they were sent, if they were.
fn resent<'a>(page: ManagePage<'a>, act: &str, fields: &Fields) -> ManagePage<'a> {
    match act {
        "andra" => ManagePage {
            name: fields.shown("namn"),
            purpose: fields.shown("syfte"),
            ..page
        },
        _ => page,
    }
}

async fn mend(
    cx: &OrgCx,
    view: View,
    fields: &Fields,
    faults: Vec<FieldFault>,
) -> Result<Response, Failure> {
    if view.leader != cx.organisation.id {
        return not_leading(cx, &view);
    }
    let page = ManagePage {
        faults,
        ..resent(shown(cx, view).await?, "andra", fields)
    };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
