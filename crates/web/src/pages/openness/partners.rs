//! Lär av varandra: those who have chosen to tell how they work towards a goal, by name.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::organisation::OrganisationType;
use l10n::{Texts, date};
use service::openness::partners::{self, Partner};

use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

/// The types of organisation that the list can be narrowed to, with their codes in the address.
const TYPES: [(OrganisationType, &str); 4] = [
    (OrganisationType::Kommun, "kommun"),
    (OrganisationType::Region, "region"),
    (OrganisationType::StatligMyndighet, "stat"),
    (OrganisationType::Bolag, "bolag"),
];

/// Something to narrow the list to.
struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

struct Row {
    name: String,
    level: String,
    /// Kind, and when it handed in.
    facts: String,
    about: String,
    /// Where to write, for whoever may; none for one's own organisation.
    write: Option<String>,
    own: bool,
}

struct Goal {
    id: String,
    title: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "openness/partners.html")]
struct PartnersPage<'a> {
    layout: Layout<'a>,
    goals: Vec<Choice>,
    types: Vec<Choice>,
    lists: Vec<Goal>,
    /// Where to choose to tell, for whoever may.
    offer: Option<String>,
    sent: bool,
    home: String,
}

fn type_name(t: &Texts, of: OrganisationType) -> String {
    match of {
        OrganisationType::Kommun => t.partners_type_kommun(),
        OrganisationType::Region => t.partners_type_region(),
        OrganisationType::StatligMyndighet => t.partners_type_state(),
        OrganisationType::Bolag => t.partners_type_company(),
    }
}

fn row(cx: &OrgCx, partner: &Partner) -> Row {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let content = &cx.cx.app().content;
    let own = partner.organisation == cx.organisation.id;
    let kind = partner.kind.map(|kind| words::kind(t, kind));
    let handed_in = t.partners_handed_in(date(partner.handed_in_at, lang));
    Row {
        level: t.partners_level(
            partner.level.number(),
            content.level_name(partner.level, lang),
        ),
        facts: match kind {
            Some(kind) => format!("{kind}, {handed_in}"),
            None => format!("{}, {handed_in}", t.network_unknown_kind()),
        },
        write: (!own && cx.may(Action::WriteToPartner)).then(|| {
            let to = [partner.goal.as_str(), partner.public_id.as_str()];
            cx.to(Page::PartnerMessage, &to)
        }),
        name: partner.name.clone(),
        about: partner.about.clone(),
        own,
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let edition = cx.cx.edition()?;
    // A goal or a type that is none narrows nothing.
    let goal = cx.cx.query("mal");
    let goal = goal.and_then(|id| edition.goal(&id)).map(|goal| &goal.id);
    let code = cx.cx.query("typ").unwrap_or_default();
    let of_type = TYPES.into_iter().find(|(_, known)| *known == code);
    let partners = partners::list(cx.cx.app()).await?;
    let wanted = |partner: &&Partner| {
        let counted = partner.kind.map(|kind| kind.organisation_type());
        of_type.is_none_or(|(wanted, _)| counted == Some(wanted))
    };
    let lists = edition
        .goals
        .iter()
        .filter(|listed| goal.is_none_or(|goal| *goal == listed.id));
    page(&PartnersPage {
        goals: edition
            .goals
            .iter()
            .map(|listed| Choice {
                value: listed.id.clone(),
                name: format!("{}. {}", listed.id, listed.short.get(lang)),
                chosen: goal == Some(&listed.id),
            })
            .collect(),
        types: TYPES
            .into_iter()
            .map(|(listed, code)| Choice {
                value: code.to_owned(),
                name: type_name(t, listed),
                chosen: of_type.is_some_and(|(wanted, _)| wanted == listed),
            })
            .collect(),
        lists: lists
            .map(|listed| Goal {
                id: listed.id.clone(),
                title: format!("{}. {}", listed.id, listed.short.get(lang)),
                rows: partners
                    .iter()
                    .filter(|partner| partner.goal == listed.id)
                    .filter(wanted)
                    .map(|partner| row(&cx, partner))
                    .collect(),
            })
            .filter(|listed| goal.is_some() || !listed.rows.is_empty())
            .collect(),
        offer: cx
            .may(Action::ManageOpenness)
            .then(|| cx.to(Page::PartnerOffers, &[])),
        sent: cx.cx.query("klart").is_some(),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
