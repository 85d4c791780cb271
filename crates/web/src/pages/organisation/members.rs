//! Members: who belongs, who waits, who is invited; approve, invite, change, remove.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Role;
use l10n::date;
use service::organisations::{OrganisationError, Refusal, factor, members};
use uuid::Uuid;

use super::{reading, refusal};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::words;

struct RoleChoice {
    code: &'static str,
    name: String,
    checked: bool,
}

struct Row {
    id: String,
    /// Name and address, or the address alone.
    who: String,
    role: String,
    since: String,
    choices: Vec<RoleChoice>,
    /// Whether it is the one who looks.
    own: bool,
}

struct Invited {
    id: String,
    email: String,
    role: String,
    expires: String,
}

#[derive(Template)]
#[template(path = "organisation/members.html")]
struct MembersPage<'a> {
    layout: Layout<'a>,
    active: Vec<Row>,
    pending: Vec<Row>,
    invited: Vec<Invited>,
    roles: Vec<RoleChoice>,
    email: String,
    done: Option<String>,
    faults: Vec<FieldFault>,
    confirm: String,
    home: String,
}

fn choices(cx: &OrgCx, chosen: Option<Role>) -> Vec<RoleChoice> {
    let choice = |role: Role| RoleChoice {
        code: role.code(),
        name: words::member_with_meaning(cx.cx.texts(), role),
        checked: chosen == Some(role),
    };
    Role::ALL.map(choice).into()
}

/// A member as a list names them.
pub(crate) fn who(name: &str, email: &str) -> String {
    if name.is_empty() {
        email.to_owned()
    } else {
        format!("{name}, {email}")
    }
}

async fn view<'a>(cx: &'a OrgCx) -> Result<MembersPage<'a>, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let list = members::list(cx.cx.app(), cx.session.person, cx.organisation.id)
        .await
        .map_err(reading)?;
    let row = |member: members::Member| Row {
        id: member.id.to_string(),
        who: who(&member.name, &member.email),
        role: words::member(t, member.role),
        since: date(member.since, lang),
        choices: choices(cx, Some(member.role)),
        own: member.person == cx.session.person,
    };
    Ok(MembersPage {
        active: list.active.into_iter().map(row).collect(),
        pending: list.pending.into_iter().map(row).collect(),
        invited: list
            .invited
            .into_iter()
            .map(|invited| Invited {
                id: invited.id.to_string(),
                role: words::member(t, invited.role),
                expires: date(invited.expires_at, lang),
                email: invited.email,
            })
            .collect(),
        roles: choices(cx, Some(Role::Respondent)),
        email: String::new(),
        done: match cx.cx.query("klart").as_deref() {
            Some("inbjuden") => Some(t.members_done_invited()),
            Some("godkand") => Some(t.members_done_approved()),
            Some("nekad") => Some(t.members_done_declined()),
            Some("roll") => Some(t.members_done_role()),
            Some("borttagen") => Some(t.members_done_removed()),
            Some("aterstalld") => Some(t.members_done_factor()),
            Some("aterkallad") => Some(t.members_done_revoked()),
            Some("bekraftade") => Some(t.members_done_confirmed()),
            _ => None,
        },
        faults: Vec::new(),
        confirm: cx.to(Page::ConfirmMembers, &[]),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(cx),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx).await?)
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    // Whoever changes what others may do has just shown who they are.
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let (app, person, organisation) = (cx.cx.app(), cx.session.person, cx.organisation.id);
    let id = || -> Result<Uuid, Failure> {
        let id = fields.one("id", LINE_LIMIT).ok();
        id.and_then(|id| id.parse().ok()).ok_or(Failure::BadForm)
    };
    let role = || -> Result<Role, Failure> {
        let code = fields
            .one("roll", LINE_LIMIT)
            .map_err(|_| Failure::BadForm)?;
        Role::try_from(code).map_err(|_| Failure::BadForm)
    };
    let act = fields
        .one("gor", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    let email = fields.one("epost", LINE_LIMIT).unwrap_or_default().trim();
    let (done, outcome) = match act {
        "bjud-in" => {
            let lang = cx.cx.lang();
            let sent = members::invite(app, person, organisation, email, role()?, lang).await;
            ("inbjuden", sent)
        }
        "godkann" => (
            "godkand",
            members::approve(app, person, organisation, id()?, role()?).await,
        ),
        "neka" => (
            "nekad",
            members::decline(app, person, organisation, id()?).await,
        ),
        "roll" => (
            "roll",
            members::set_role(app, person, organisation, id()?, role()?).await,
        ),
        "ta-bort" => (
            "borttagen",
            members::remove(app, person, organisation, id()?).await,
        ),
        "andra-steget" => (
            "aterstalld",
            factor::reset_member(app, person, organisation, id()?).await,
        ),
        "aterkalla" => (
            "aterkallad",
            members::revoke_invitation(app, person, organisation, id()?).await,
        ),
        _ => return Err(Failure::BadForm),
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!(
            "{}?klart={done}",
            cx.to(Page::Members, &[])
        ))),
        Err(OrganisationError::Failed(error)) => Err(error.into()),
        Err(OrganisationError::Refused(Refusal::NotAllowed)) => Err(Failure::NotAllowed),
        Err(OrganisationError::Refused(why)) => {
            let field = if act == "bjud-in" {
                "epost".to_owned()
            } else {
                format!("medlem-{}", fields.shown("id"))
            };
            let known = |page: &MembersPage<'_>| {
                let rows = page.active.iter().chain(&page.pending);
                field == "epost"
                    || rows
                        .map(|row| &row.id)
                        .any(|id| field.ends_with(id.as_str()))
            };
            let mut page = view(&cx).await?;
            let field = if known(&page) {
                field
            } else {
                "epost".to_owned()
            };
            page.faults = vec![FieldFault {
                field,
                message: refusal(cx.cx.texts(), why),
            }];
            page.email = email.to_owned();
            page_with(StatusCode::CONFLICT, &page)
        }
    }
}
