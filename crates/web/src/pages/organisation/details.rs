//! What is known of the organisation, who can correct it, and when to be reminded.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::organisation::EmailDomain;
use l10n::{Texts, number};
use service::organisations::{self, register};

use super::refused;
use crate::context::OrgCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
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
    saved: bool,
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

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let history = register::classifications(cx.cx.app(), cx.organisation.id).await?;
    let chosen = cx.organisation.reminder_month;
    page(&DetailsPage {
        facts: facts(&cx).await?,
        history: history
            .into_iter()
            .map(|entry| Classified {
                from: l10n::day(&entry.classification.valid_from.to_string(), cx.cx.lang()),
                kind: words::kind(t, entry.classification.kind),
                reason: entry.reason,
            })
            .collect(),
        months: if cx.may(Action::ManageMembers) {
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
        saved: cx.cx.query("klart").is_some(),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let here = cx.to(Page::Details, &[]);
    if !cx.may(Action::ManageMembers) {
        return Err(Failure::NotAllowed);
    }
    let month = match fields.one("manad", LINE_LIMIT) {
        Ok("") => None,
        Ok(text) => Some(text.parse().map_err(|_| Failure::BadForm)?),
        Err(_) => return Err(Failure::BadForm),
    };
    if month.is_some_and(|month: u8| !(1..=12).contains(&month)) {
        return Err(Failure::BadForm);
    }
    let (person, organisation) = (cx.session.person, cx.organisation.id);
    let set = organisations::set_reminder_month(cx.cx.app(), person, organisation, month).await;
    match set {
        Ok(()) => Ok(see_other(&format!("{here}?klart=ja"))),
        Err(error) => refused(Layout::of_organisation(&cx), error, here),
    }
}
