//! What can go wrong with a request, and the page that says so.
//!
//! Handlers return [`Failure`]. Layers that refuse a request by themselves (wrong method, too
//! large, cross-site) answer with a bare status. [`pages`] turns both into a page in the reader's
//! language that says what happened, what was kept and what to do.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use domain::text::Lang;
use service::ServiceError;

use crate::Web;
use crate::layout::Layout;
use crate::routes::{Page, route};

/// Why a request got no page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No such page.
    NotFound,
    /// The page is for those who are signed in. [`pages`] leads to where one signs in.
    SignIn,
    /// The page asks for the second factor. [`pages`] leads there.
    SecondFactor,
    /// The page asks for the second factor to have been shown just now. [`pages`] leads there.
    StepUp,
    /// Whoever asks belongs here but may not do this.
    NotAllowed,
    /// Whoever asks may do this at another stage of the round.
    NotNow,
    /// Answering is closed.
    Closed,
    /// Whoever asks was removed from the round, or no longer belongs to whose it is.
    Removed,
    /// It was handed in or withdrawn already, perhaps by the first of two clicks. [`pages`] leads to
    /// the receipt.
    Done,
    /// The address opens no round: mistyped, deleted, or never there.
    NoSuchRound,
    /// The address reads no round: expired, taken back or mistyped.
    NoSuchLink,
    /// The code opens no workshop: mistyped, or its round is deleted.
    NoSuchWorkshop,
    /// The round was answered on an edition that this installation does not have.
    OtherEdition,
    /// The body is no form.
    NotAForm,
    /// A form field is missing, repeated or of a kind that no page here sends.
    BadForm,
    /// The body is larger than any form here.
    TooLarge,
    /// The method is not for this page.
    Method,
    /// The form was sent from another site.
    CrossSite,
    /// Too many in too short a time.
    TooMany,
    /// The database is busy, read-only or gone.
    Unavailable,
    /// A stored text cannot be read.
    Unreadable,
    /// A fault in the service.
    Internal,
}

impl Failure {
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Failure::NotFound
            | Failure::NoSuchRound
            | Failure::NoSuchLink
            | Failure::NoSuchWorkshop => StatusCode::NOT_FOUND,
            Failure::SignIn | Failure::SecondFactor | Failure::StepUp => StatusCode::UNAUTHORIZED,
            Failure::NotAllowed => StatusCode::FORBIDDEN,
            Failure::OtherEdition | Failure::NotNow | Failure::Done | Failure::Closed => {
                StatusCode::CONFLICT
            }
            Failure::Removed => StatusCode::GONE,
            Failure::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Failure::BadForm => StatusCode::BAD_REQUEST,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::Method => StatusCode::METHOD_NOT_ALLOWED,
            Failure::CrossSite => StatusCode::FORBIDDEN,
            Failure::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Failure::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Unreadable | Failure::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Failure::NotFound,
            StatusCode::BAD_REQUEST => Failure::BadForm,
            StatusCode::METHOD_NOT_ALLOWED => Failure::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
            StatusCode::FORBIDDEN => Failure::CrossSite,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Failure::NotAForm,
            StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => Failure::Unavailable,
            _ => Failure::Internal,
        }
    }
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Store(error) => {
                tracing::error!(%error, "the database did not answer");
                Failure::Unavailable
            }
            ServiceError::Unreadable(error) => {
                tracing::error!(%error, "a stored text could not be read");
                Failure::Unreadable
            }
            ServiceError::OtherStage => Failure::NotNow,
            ServiceError::Removed => Failure::Removed,
        }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be written");
        Failure::Internal
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A template as a page.
pub(crate) fn page(template: &impl Template) -> Result<Response, Failure> {
    page_with(StatusCode::OK, template)
}

/// A template as a page with a status of its own: 422 for a form to mend, 409 for two who edited.
pub(crate) fn page_with(status: StatusCode, template: &impl Template) -> Result<Response, Failure> {
    Ok((status, Html(template.render()?)).into_response())
}

/// Goes to another page after a form was taken care of, so that reload sends nothing twice.
pub(crate) fn see_other(address: &str) -> Response {
    (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, address.to_owned())],
    )
        .into_response()
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    layout: Layout<'a>,
    failure: Failure,
    /// Whether the request carried a form, whose content the browser still has.
    form: bool,
    request_id: String,
}

impl ErrorPage<'_> {
    fn title(&self) -> String {
        let t = self.layout.t;
        match self.failure {
            Failure::NotFound => t.error_not_found_title(),
            Failure::SignIn | Failure::SecondFactor | Failure::StepUp => t.error_sign_in_title(),
            Failure::NotAllowed => t.error_not_allowed_title(),
            Failure::NotNow | Failure::Done => t.error_not_now_title(),
            Failure::Closed => t.error_closed_title(),
            Failure::Removed => t.error_removed_title(),
            Failure::NoSuchRound => t.error_no_such_round_title(),
            Failure::NoSuchLink => t.error_no_such_link_title(),
            Failure::NoSuchWorkshop => t.error_no_such_workshop_title(),
            Failure::OtherEdition => t.error_other_edition_title(),
            Failure::NotAForm | Failure::BadForm | Failure::Method => t.error_bad_form_title(),
            Failure::TooLarge => t.error_too_large_title(),
            Failure::CrossSite => t.error_cross_site_title(),
            Failure::TooMany => t.error_too_many_title(),
            Failure::Unavailable => t.error_unavailable_title(),
            Failure::Unreadable => t.error_unreadable_title(),
            Failure::Internal => t.error_internal_title(),
        }
    }

    fn happened(&self) -> String {
        let t = self.layout.t;
        match self.failure {
            Failure::NotFound => t.error_not_found(),
            Failure::SignIn | Failure::SecondFactor | Failure::StepUp => t.error_sign_in(),
            Failure::NotAllowed => t.error_not_allowed(),
            Failure::NotNow | Failure::Done => t.error_not_now(),
            Failure::Closed => t.error_closed(),
            Failure::Removed => t.error_removed(),
            Failure::NoSuchRound => t.error_no_such_round(),
            Failure::NoSuchLink => t.error_no_such_link(),
            Failure::NoSuchWorkshop => t.error_no_such_workshop(),
            Failure::OtherEdition => t.error_other_edition(),
            Failure::NotAForm | Failure::BadForm => t.error_bad_form(),
            Failure::Method => t.error_method(),
            Failure::TooLarge => t.error_too_large(),
            Failure::CrossSite => t.error_cross_site(),
            Failure::TooMany => t.error_too_many(),
            Failure::Unavailable => t.error_unavailable(),
            Failure::Unreadable => t.error_unreadable(),
            Failure::Internal => t.error_internal(),
        }
    }

    /// What a refused form left behind: nothing was saved, and the browser still has the text.
    fn kept(&self) -> String {
        self.layout.t.error_kept()
    }

    fn todo(&self) -> String {
        let t = self.layout.t;
        match self.failure {
            Failure::NotFound => t.error_not_found_todo(),
            Failure::SignIn | Failure::SecondFactor | Failure::StepUp => t.error_sign_in_todo(),
            Failure::NotAllowed => t.error_not_allowed_todo(),
            Failure::NotNow | Failure::Done => t.error_not_now_todo(),
            Failure::Closed => t.error_closed_todo(),
            Failure::Removed => t.error_removed_todo(),
            Failure::NoSuchRound => t.error_no_such_round_todo(),
            Failure::NoSuchLink => t.error_no_such_link_todo(),
            Failure::NoSuchWorkshop => t.error_no_such_workshop_todo(),
            Failure::OtherEdition => t.error_other_edition_todo(),
            Failure::NotAForm | Failure::BadForm | Failure::Method => t.error_bad_form_todo(),
            Failure::TooLarge => t.error_too_large_todo(),
            Failure::CrossSite => t.error_cross_site_todo(),
            Failure::TooMany => t.error_too_many_todo(),
            Failure::Unavailable => t.error_unavailable_todo(),
            Failure::Unreadable | Failure::Internal => t.error_internal_todo(),
        }
    }
}

/// Writes the page for a request that failed, in the language of its address.
pub(crate) async fn pages(State(web): State<Arc<Web>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let lang = if path == "/en" || path.starts_with("/en/") {
        Lang::En
    } else {
        Lang::Sv
    };
    let form = request.method() == Method::POST;
    // A form that was sent is gone back to without what it was sent with.
    let here = match request.uri().path_and_query() {
        Some(whole) if !form => whole.to_string(),
        _ => path.to_owned(),
    };
    let machine = path.starts_with("/health/") || path.starts_with("/assets/");
    let request_id = request_id(request.headers());
    let response = next.run(request).await;
    let status = response.status();
    let has_page = response.headers().contains_key(header::CONTENT_TYPE)
        && response.extensions().get::<Failure>().is_none();
    let plain = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if machine || !(status.is_client_error() || status.is_server_error()) || (has_page && !plain) {
        return response;
    }
    let failure = response
        .extensions()
        .get::<Failure>()
        .copied()
        .unwrap_or_else(|| Failure::of_status(status));
    if let Some(way) = way_in(failure, lang) {
        return see_other(&with_way_back(way, &here));
    }
    if failure == Failure::Done
        && let Some((round, _)) = here.rsplit_once('/')
    {
        let receipt = route(Page::Receipt).within(lang);
        return see_other(&format!("{round}{receipt}"));
    }
    let page = ErrorPage {
        layout: Layout::bare(&web, lang),
        failure,
        form,
        request_id,
    };
    let mut written = match page_with(status, &page) {
        Ok(written) => written,
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    if let Some(allow) = response.headers().get(header::ALLOW) {
        written.headers_mut().insert(header::ALLOW, allow.clone());
    }
    written
}

/// Where to sign in, and where that leads back to.
pub(crate) fn sign_in(lang: Lang, back: &str) -> String {
    with_way_back(way_in(Failure::SignIn, lang).unwrap_or_default(), back)
}

fn with_way_back(way: &str, back: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("till", back)
        .finish();
    format!("{way}?{query}")
}

/// Where someone shows who they are, when that is what a page asks for.
pub(crate) fn way_in(failure: Failure, lang: Lang) -> Option<&'static str> {
    match (failure, lang) {
        (Failure::SignIn, Lang::Sv) => Some("/logga-in"),
        (Failure::SignIn, Lang::En) => Some("/en/sign-in"),
        (Failure::SecondFactor, Lang::Sv) => Some("/logga-in/tvafaktor"),
        (Failure::SecondFactor, Lang::En) => Some("/en/sign-in/second-factor"),
        (Failure::StepUp, Lang::Sv) => Some("/konto/bekrafta"),
        (Failure::StepUp, Lang::En) => Some("/en/account/confirm"),
        _ => None,
    }
}

/// The id that joins a page's error with a line in the log.
fn request_id(headers: &HeaderMap) -> String {
    headers
        .get("x-request-id")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned()
}
