//! Openness by choice: networks, similar organisations, learning from each other. There only in a
//! shared service.

pub(crate) mod invitation;
pub(crate) mod leave;
pub(crate) mod manage;
pub(crate) mod message;
pub(crate) mod network;
pub(crate) mod networks;
pub(crate) mod new_network;
pub(crate) mod offers;
pub(crate) mod partners;
pub(crate) mod similar;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::openness::{NothingToShow, TextFault};
use domain::text::Lang;
use l10n::Texts;
use service::openness::networks::View;
use service::openness::{OpennessError, Over, Refusal};
use uuid::Uuid;

use super::organisation::stopped;
use crate::context::OrgCx;
use crate::error::{Failure, page_with};
use crate::forms::{Fault, Fields, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

/// What a use case refused, in the reader's language: what happened and what to do.
fn refusal(t: &Texts, lang: Lang, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotAllowed => t.refusal_not_allowed(),
        Refusal::NoNetwork => t.openness_refused_network(),
        Refusal::NotLeading => t.openness_refused_leading(),
        Refusal::SameName => t.openness_refused_same_name(),
        Refusal::NoOrganisation => t.openness_refused_organisation(),
        Refusal::InNetwork => t.openness_refused_in(),
        Refusal::Invited => t.openness_refused_invited(),
        Refusal::Over(over) => over_in_words(t, over),
        Refusal::NothingToShow(nothing) => nothing_to_show(t, lang, nothing),
        Refusal::Changed => t.openness_refused_changed(),
        Refusal::NoGoal => t.openness_refused_goal(),
        Refusal::NoOffer => t.openness_refused_offer(),
        Refusal::Own => t.openness_refused_own(),
        Refusal::TooMany => t.openness_refused_too_many(),
    }
}

/// Why an invitation cannot be answered.
fn over_in_words(t: &Texts, over: Over) -> String {
    match over {
        Over::Gone => t.network_over_gone(),
        Over::Accepted => t.network_over_accepted(),
        Over::Declined => t.network_over_declined(),
        Over::Withdrawn => t.network_over_withdrawn(),
        Over::Expired => t.network_over_expired(),
    }
}

/// Why there is no level to show.
fn nothing_to_show(t: &Texts, lang: Lang, nothing: NothingToShow) -> String {
    match nothing {
        NothingToShow::NotHandedIn => t.tell_not_handed_in(),
        NothingToShow::TooOld(day) => t.tell_too_old(l10n::day(&day.to_string(), lang)),
        NothingToShow::NoLevel => t.tell_no_level(),
    }
}

/// A page that says what a use case refused, with the way back.
fn refused(cx: &OrgCx, error: OpennessError, back: Page) -> Result<Response, Failure> {
    match error {
        OpennessError::Failed(error) => Err(error.into()),
        OpennessError::Refused(Refusal::NotAllowed) => Err(Failure::NotAllowed),
        OpennessError::Refused(Refusal::NoNetwork) => gone(cx),
        OpennessError::Refused(why) => {
            let happened = refusal(cx.cx.texts(), cx.cx.lang(), why);
            stopped(Layout::of_organisation(cx), happened, cx.to(back, &[]))
        }
    }
}

#[derive(Template)]
#[template(path = "openness/gone.html")]
struct GonePage<'a> {
    layout: Layout<'a>,
    networks: String,
}

/// A page that says that there is no such network, as far as the organisation is concerned.
fn gone(cx: &OrgCx) -> Result<Response, Failure> {
    let page = GonePage {
        networks: cx.to(Page::Networks, &[]),
        layout: Layout::of_organisation(cx),
    };
    page_with(StatusCode::NOT_FOUND, &page)
}

/// The network that the address names.
fn network_id(cx: &OrgCx) -> Option<Uuid> {
    cx.cx.segment("network").parse().ok()
}

/// The network that the address names, as the organisation sees it; `None` if it is not in it.
async fn network(cx: &OrgCx) -> Result<Option<View>, Failure> {
    let Some(id) = network_id(cx) else {
        return Ok(None);
    };
    let view = service::openness::networks::view(cx.cx.app(), cx.organisation.id, id);
    Ok(view.await?)
}

/// A text as the domain wants it, or what is wrong with it, told beside its field, which people know
/// by its label.
fn read<T>(t: &Texts, fields: &Fields, name: &str, label: String) -> Result<T, FieldFault>
where
    T: for<'a> TryFrom<&'a str, Error = TextFault>,
{
    let fault = |message| FieldFault {
        field: name.to_owned(),
        message,
    };
    let text = fields
        .one(name, TEXT_LIMIT)
        .map_err(|wrong| fault(message(t, wrong)))?;
    T::try_from(text).map_err(|wrong| {
        fault(match wrong {
            TextFault::Empty => t.openness_empty(label),
            TextFault::TooLong(longest) => too_long(t, longest),
        })
    })
}

/// That a text is longer than this.
fn too_long(t: &Texts, longest: usize) -> String {
    message(t, Fault::TooLong(longest))
}

/// What is said about a field that could not be used.
fn fault<'a>(faults: &'a [FieldFault], field: &str) -> Option<&'a str> {
    let mut faults = faults.iter();
    let found = faults.find(|fault| fault.field == field);
    found.map(|fault| fault.message.as_str())
}

/// "a, b och c".
pub(crate) fn listed(t: &Texts, mut items: Vec<String>) -> String {
    match (items.pop(), items.is_empty()) {
        (None, _) => String::new(),
        (Some(only), true) => only,
        (Some(last), false) => format!("{} {} {last}", items.join(", "), t.outcome_and()),
    }
}
