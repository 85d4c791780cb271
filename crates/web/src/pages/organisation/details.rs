//! What is known of the organisation, who can correct it, when to be reminded, and which shared
//! purchasing units may prepare self-assessments for it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Action;
use domain::organisation::EmailDomain;
use l10n::{Texts, number};
use service::organisations::{self, OrganisationError, Outcome, Refusal, preparing, register};
use service::settings::Mode;

use super::{refusal, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::words;

struct Classified {
    from: String,
    kind: String,
    reason: String,
}

struct Month {
    value: u8,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "organisation/details.html")]
struct DetailsPage<'a> {
    layout: Layout<'a>,
    facts: Vec<(String, String)>,
    history: Vec<Classified>,
    /// Months to be reminded in; none for whoever may not choose.
    months: Vec<Month>,
    /// Id and name of each shared purchasing unit that may prepare for the organisation; `None` for
    /// whoever may not choose, and where there are no others.
    units: Option<Vec<(String, String)>>,
    /// Names of those that the organisation may prepare for.
    prepares_for: Vec<String>,
    number: String,
    done: Option<String>,
    faults: Vec<FieldFault>,
    home: String,
}

/// A month by its number.
fn month(t: &Texts, number: u8) -> String {
    match number {
        1 => t.month_1(),
        2 => t.month_2(),
        3 => t.month_3(),
        4 => t.month_4(),
        5 => t.month_5(),
        6 => t.month_6(),
        7 => t.month_7(),
        8 => t.month_8(),
        9 => t.month_9(),
        10 => t.month_10(),
        11 => t.month_11(),
        _ => t.month_12(),
    }
}

async fn facts(cx: &OrgCx) -> Result<Vec<(String, String)>, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let (app, id) = (cx.cx.app(), cx.organisation.id);
    let mut facts = Vec::new();
    if let Some(number) = &cx.organisation.number {
        facts.push((t.details_number(), number.to_string()));
    }
    if let Some(classified) = organisations::current(app, id).await? {
        facts.push((t.details_kind(), words::kind(t, classified.kind)));
        if let Some(lan) = classified.lan {
            facts.push((t.details_lan(), lan.name(lang).to_owned()));
        }
        if let Some(group) = classified.group {
            let name = format!("{} {}", group.code(), group.name(lang));
            facts.push((t.details_group(), name));
        }
        if let Some(population) = classified.population {
            facts.push((t.details_population(), number(u64::from(population), lang)));
        }
        if let Some(volume) = classified.volume {
            facts.push((t.details_volume(), number(volume, lang)));
        }
    }
    let domains = organisations::domains(app, id).await?;
    let domains: Vec<&str> = domains.iter().map(EmailDomain::as_str).collect();
    if !domains.is_empty() {
        facts.push((t.details_domains(), domains.join(", ")));
    }
    Ok(facts)
}

async fn view(cx: &OrgCx) -> Result<DetailsPage<'_>, Failure> {
    let t = cx.cx.texts();
    let (app, id) = (cx.cx.app(), cx.organisation.id);
    let history = register::classifications(app, id).await?;
    let chosen = cx.organisation.reminder_month;
    let manages = cx.may(Action::ManageMembers);
    let shared = app.settings.mode != Mode::Own;
    let named = |unit: organisations::Listed| (unit.id.to_string(), unit.name);
    Ok(DetailsPage {
        facts: facts(cx).await?,
        history: history
            .into_iter()
            .map(|entry| Classified {
                from: l10n::day(&entry.classification.valid_from.to_string(), cx.cx.lang()),
                kind: words::kind(t, entry.classification.kind),
                reason: entry.reason,
            })
            .collect(),
        months: if manages {
            (1..=12)
                .map(|value| Month {
                    value,
                    name: month(t, value),
                    chosen: chosen == Some(value),
                })
                .collect()
        } else {
            Vec::new()
        },
        units: match manages && shared {
            true => {
                let units = preparing::units(app, id).await?;
                Some(units.into_iter().map(named).collect())
            }
            false => None,
        },
        prepares_for: preparing::organisations(app, id)
            .await?
            .into_iter()
            .map(|organisation| organisation.name)
            .collect(),
        number: String::new(),
        done: match cx.cx.query("klart").as_deref() {
            Some("slappt-in") => Some(t.preparers_done_let_in()),
            Some("tagit-tillbaka") => Some(t.preparers_done_taken_back()),
            Some(_) => Some(t.details_saved()),
            None => None,
        },
        faults: Vec::new(),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(cx),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx).await?)
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let here = cx.to(Page::Details, &[]);
    let (done, outcome) = match fields.one("gor", LINE_LIMIT) {
        Ok("") => ("ja", set_month(&cx, &fields).await?),
        // Whoever changes what others may do has just shown who they are.
        Ok("slapp-in" | "ta-tillbaka") if !cx.session.fresh => return Err(Failure::StepUp),
        Ok("slapp-in") => ("slappt-in", let_in(&cx, &fields).await),
        Ok("ta-tillbaka") => ("tagit-tillbaka", take_back(&cx, &fields).await?),
        _ => return Err(Failure::BadForm),
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!("{here}?klart={done}"))),
        Err(OrganisationError::Refused(Refusal::NoUnit)) => {
            let mut view = view(&cx).await?;
            view.number = fields.shown("nummer");
            view.faults.push(FieldFault {
                field: "nummer".to_owned(),
                message: refusal(cx.cx.texts(), Refusal::NoUnit),
            });
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
        Err(error) => refused(Layout::of_organisation(&cx), error, here),
    }
}

async fn set_month(cx: &OrgCx, fields: &Fields) -> Result<Outcome<()>, Failure> {
    let month = match fields.one("manad", LINE_LIMIT) {
        Ok("") => None,
        Ok(text) => Some(text.parse().map_err(|_| Failure::BadForm)?),
        Err(_) => return Err(Failure::BadForm),
    };
    if month.is_some_and(|month: u8| !(1..=12).contains(&month)) {
        return Err(Failure::BadForm);
    }
    let (person, organisation) = (cx.session.person, cx.organisation.id);
    Ok(organisations::set_reminder_month(cx.cx.app(), person, organisation, month).await)
}

async fn let_in(cx: &OrgCx, fields: &Fields) -> Outcome<()> {
    let number = fields.one("nummer", LINE_LIMIT).unwrap_or_default().trim();
    preparing::let_in(cx.cx.app(), cx.session.person, &cx.organisation, number).await
}

async fn take_back(cx: &OrgCx, fields: &Fields) -> Result<Outcome<()>, Failure> {
    let unit = fields.one("id", LINE_LIMIT).ok();
    let unit = unit
        .and_then(|id| id.parse().ok())
        .ok_or(Failure::BadForm)?;
    Ok(preparing::take_back(cx.cx.app(), cx.session.person, &cx.organisation, unit).await)
}
