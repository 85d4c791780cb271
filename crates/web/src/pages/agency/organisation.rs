//! One organisation as the agency sees it: classification, domains, registrator, contact persons.
//! Nothing of what it has answered.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::day::Day;
use domain::organisation::{
    Classification, EmailDomain, Lan, MunicipalityCode, OrganisationKind, SkrGroup,
};
use domain::text::Lang;
use l10n::{Texts, day, iso_day};
use service::organisations::{
    self, Organisation, OrganisationError, Refusal, agency, appoint, factor, register,
};

use crate::context::AgencyCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::organisation::refusal;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::words;

struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

struct Entry {
    from: String,
    kind: String,
    reason: String,
}

/// The fields as they are shown: what is stored, or what was sent and could not be used.
struct Shown {
    valid_from: String,
    municipality: String,
    population: String,
    volume: String,
    reason: String,
    domains: String,
    registrator: String,
    email: String,
    appoint_reason: String,
    lost: String,
}

#[derive(Template)]
#[template(path = "agency/organisation.html")]
struct OrganisationPage<'a> {
    layout: Layout<'a>,
    organisation: &'a Organisation,
    number: String,
    kinds: Vec<Choice>,
    counties: Vec<Choice>,
    groups: Vec<Choice>,
    shown: Shown,
    history: Vec<Entry>,
    done: Option<String>,
    faults: Vec<FieldFault>,
    back: String,
}

impl OrganisationPage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let mut faults = self.faults.iter();
        let found = faults.find(|fault| fault.field == field);
        found.map(|fault| fault.message.as_str())
    }
}

/// What the register holds about an organisation.
struct About {
    organisation: Organisation,
    classified: Option<Classification>,
    domains: Vec<EmailDomain>,
}

async fn named(cx: &AgencyCx) -> Result<About, Failure> {
    let app = cx.cx.app();
    let found = organisations::by_public_id(app, cx.cx.segment("organisation")).await?;
    let organisation = found.ok_or(Failure::NotFound)?;
    Ok(About {
        classified: organisations::current(app, organisation.id).await?,
        domains: organisations::domains(app, organisation.id).await?,
        organisation,
    })
}

fn stored(about: &About, today: String) -> Shown {
    let classified = about.classified.as_ref();
    let text = |value: Option<String>| value.unwrap_or_default();
    let domains: Vec<&str> = about.domains.iter().map(EmailDomain::as_str).collect();
    Shown {
        valid_from: today,
        municipality: text(classified.and_then(|c| c.municipality.map(|code| code.to_string()))),
        population: text(classified.and_then(|c| c.population.map(|n| n.to_string()))),
        volume: text(classified.and_then(|c| c.volume.map(|n| n.to_string()))),
        reason: String::new(),
        domains: domains.join("\n"),
        registrator: about.organisation.registrator.clone().unwrap_or_default(),
        email: String::new(),
        appoint_reason: String::new(),
        lost: String::new(),
    }
}

fn choices(t: &Texts, lang: Lang, about: &About) -> (Vec<Choice>, Vec<Choice>, Vec<Choice>) {
    let classified = about.classified.as_ref();
    let kinds = OrganisationKind::ALL.map(|kind| Choice {
        value: kind.code().to_owned(),
        name: words::kind(t, kind),
        chosen: classified.is_some_and(|c| c.kind == kind),
    });
    let counties = Lan::all().map(|lan| Choice {
        value: lan.code().to_owned(),
        name: lan.name(lang).to_owned(),
        chosen: classified.is_some_and(|c| c.lan == Some(lan)),
    });
    let groups = SkrGroup::ALL.map(|group| Choice {
        value: group.code().to_owned(),
        name: format!("{} {}", group.code(), group.name(lang)),
        chosen: classified.is_some_and(|c| c.group == Some(group)),
    });
    (kinds.into(), counties.collect(), groups.into())
}

async fn view<'a>(cx: &'a AgencyCx, about: &'a About) -> Result<OrganisationPage<'a>, Failure> {
    let organisation = &about.organisation;
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let history = register::classifications(cx.cx.app(), organisation.id).await?;
    let (kinds, counties, groups) = choices(t, lang, about);
    Ok(OrganisationPage {
        number: organisation
            .number
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        kinds,
        counties,
        groups,
        shown: stored(about, iso_day(cx.cx.app().now())),
        history: history
            .into_iter()
            .map(|entry| Entry {
                from: day(&entry.classification.valid_from.to_string(), lang),
                kind: words::kind(t, entry.classification.kind),
                reason: entry.reason,
            })
            .collect(),
        done: match cx.cx.query("klart").as_deref() {
            Some("klass") => Some(t.agency_org_done_class()),
            Some("doman") => Some(t.agency_org_done_domains()),
            Some("registrator") => Some(t.agency_org_done_registrator()),
            Some("inbjuden") => Some(t.agency_org_done_invited()),
            Some("aterstalld") => Some(t.agency_org_done_factor()),
            Some("foreslagen") => Some(t.agency_org_done_proposed()),
            _ => None,
        },
        faults: Vec::new(),
        back: cx.cx.path(Page::Organisations, &[]),
        layout: Layout::of(&cx.cx),
        organisation,
    })
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    let about = named(&cx).await?;
    page(&view(&cx, &about).await?)
}

/// A field that may be empty, read; or what is wrong with it.
fn optional<T>(
    fields: &Fields,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, ()> {
    match fields.one(name, LINE_LIMIT).map(str::trim) {
        Ok("") => Ok(None),
        Ok(text) => parse(text).map(Some).ok_or(()),
        Err(_) => Err(()),
    }
}

/// A new classification from the form, or everything that is wrong with it.
fn classification(t: &Texts, fields: &Fields) -> Result<Classification, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, message: String| {
        faults.push(FieldFault {
            field: field.to_owned(),
            message,
        });
    };
    let digits = |text: &str| text.replace([' ', '\u{a0}'], "");
    let valid_from = optional(fields, "fran", |text| Day::try_from(text).ok());
    let kind = optional(fields, "typ", |code| OrganisationKind::try_from(code).ok());
    let lan = optional(fields, "lan", |code| Lan::try_from(code).ok());
    let municipality = optional(fields, "kommunkod", |code| {
        MunicipalityCode::try_from(code).ok()
    });
    let group = optional(fields, "grupp", |code| SkrGroup::try_from(code).ok());
    let population = optional(fields, "invanare", |text| digits(text).parse().ok());
    let volume = optional(fields, "inkop", |text| digits(text).parse().ok());
    if !matches!(valid_from, Ok(Some(_))) {
        fault("fran", t.agency_org_day_wrong());
    }
    if !matches!(kind, Ok(Some(_))) {
        fault("typ", t.install_kind_missing());
    }
    if lan.is_err() {
        fault("lan", t.fault_unknown());
    }
    if municipality.is_err() {
        fault("kommunkod", t.agency_org_municipality_wrong());
    }
    if group.is_err() {
        fault("grupp", t.fault_unknown());
    }
    if population.is_err() {
        fault("invanare", t.agency_org_number_wrong());
    }
    if volume.is_err() {
        fault("inkop", t.agency_org_number_wrong());
    }
    match (
        valid_from,
        kind,
        lan,
        municipality,
        group,
        population,
        volume,
    ) {
        (
            Ok(Some(valid_from)),
            Ok(Some(kind)),
            Ok(lan),
            Ok(municipality),
            Ok(group),
            Ok(population),
            Ok(volume),
        ) => Ok(Classification {
            valid_from,
            kind,
            lan,
            municipality,
            group,
            population,
            volume,
        }),
        _ => Err(faults),
    }
}

fn domains(t: &Texts, fields: &Fields) -> Result<Vec<EmailDomain>, Vec<FieldFault>> {
    let text = fields.one("domaner", TEXT_LIMIT).unwrap_or_default();
    let mut domains = Vec::new();
    let mut faults = Vec::new();
    for line in text.split_whitespace() {
        match EmailDomain::try_from(line) {
            Ok(domain) => domains.push(domain),
            Err(_) => faults.push(FieldFault {
                field: "domaner".to_owned(),
                message: t.agency_org_domain_wrong(line),
            }),
        }
    }
    if faults.is_empty() {
        Ok(domains)
    } else {
        Err(faults)
    }
}

pub(crate) async fn post(cx: AgencyCx, fields: Fields) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let about = named(&cx).await?;
    let organisation = &about.organisation;
    let (app, person, id) = (cx.cx.app(), cx.session.person, organisation.id);
    let t = cx.cx.texts();
    let act = fields
        .one("gor", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    let line = |name: &str| fields.one(name, LINE_LIMIT).unwrap_or_default().trim();
    let read = match act {
        "klass" => match classification(t, &fields) {
            Ok(new) => {
                let reason = fields.one("varfor", TEXT_LIMIT).unwrap_or_default().trim();
                let set = agency::reclassify(app, person, id, &new, reason).await;
                Ok(("klass", "varfor", set))
            }
            Err(faults) => Err(faults),
        },
        "domaner" => match domains(t, &fields) {
            Ok(domains) => {
                let set = agency::set_domains(app, person, id, &domains).await;
                Ok(("doman", "domaner", set))
            }
            Err(faults) => Err(faults),
        },
        "registrator" => {
            let address = Some(line("registrator")).filter(|address| !address.is_empty());
            let set = agency::set_registrator(app, person, id, address).await;
            Ok(("registrator", "registrator", set))
        }
        "utse" => {
            let lang = cx.cx.lang();
            let (email, reason) = (line("epost"), line("skal"));
            let appointed = appoint::appoint(app, person, id, email, reason, lang).await;
            let done = match appointed {
                Ok(appoint::Appointed::Proposed) => "foreslagen",
                _ => "inbjuden",
            };
            match appointed {
                Err(OrganisationError::Refused(Refusal::ReasonMissing)) => Err(vec![FieldFault {
                    field: "skal".to_owned(),
                    message: t.refusal_appoint_reason_missing(),
                }]),
                appointed => Ok((done, "epost", appointed.map(drop))),
            }
        }
        "andra-steget" => {
            let reset = factor::reset_at(app, person, id, line("tappat")).await;
            Ok(("aterstalld", "tappat", reset))
        }
        _ => return Err(Failure::BadForm),
    };
    let faults = match read {
        Ok((done, _, Ok(()))) => {
            let here = cx
                .cx
                .path(Page::AgencyOrganisation, &[&organisation.public_id]);
            return Ok(see_other(&format!("{here}?klart={done}")));
        }
        Ok((_, _, Err(OrganisationError::Failed(error)))) => return Err(error.into()),
        Ok((_, field, Err(OrganisationError::Refused(why)))) => vec![FieldFault {
            field: field.to_owned(),
            message: refusal(t, why),
        }],
        Err(faults) => faults,
    };
    let mut page = view(&cx, &about).await?;
    let sent = |name: &str, stored: String| {
        if fields.has(name) {
            fields.shown(name)
        } else {
            stored
        }
    };
    page.shown = Shown {
        valid_from: sent("fran", page.shown.valid_from),
        municipality: sent("kommunkod", page.shown.municipality),
        population: sent("invanare", page.shown.population),
        volume: sent("inkop", page.shown.volume),
        reason: sent("varfor", page.shown.reason),
        domains: sent("domaner", page.shown.domains),
        registrator: sent("registrator", page.shown.registrator),
        email: sent("epost", page.shown.email),
        appoint_reason: sent("skal", page.shown.appoint_reason),
        lost: sent("tappat", page.shown.lost),
    };
    page.faults = faults;
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
