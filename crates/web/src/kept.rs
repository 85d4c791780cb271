//! Keeps a form that is sent when the session has ended, or before who one is has been shown surely
//! enough, so that nobody loses what they wrote.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::text::Lang;
use http_body_util::BodyExt;
use service::accounts::{kept_forms, sessions};

use crate::Web;
use crate::body::LIMIT;
use crate::context::Here;
use crate::error::{Failure, see_other, way_in};
use crate::forms::Fields;
use crate::routes::{Door, Place, Route};
use crate::session::cookie;

/// Name of the kept form's id, in the address that the form is sent again to.
pub(crate) const SENT_AGAIN: &str = "sparat-formular";

/// Whether a page's forms are kept: those of organisations and the agency, that hold work.
pub(crate) fn keeps(route: &Route, door: Door) -> bool {
    let place = matches!(route.place, Place::Organisation | Place::Agency);
    route.send.is_some() && (place || door == Door::Member)
}

/// Keeps the form if whoever sent it has to show who they are first, and lets go of it once it has
/// been sent again and taken.
pub(crate) async fn keep(State(web): State<Arc<Web>>, request: Request, next: Next) -> Response {
    let Some(cookie) = cookie(request.headers()).map(str::to_owned) else {
        return next.run(request).await;
    };
    if request.method() != Method::POST || !is_small_form(request.headers()) {
        return next.run(request).await;
    }
    let path = request.uri().path().to_owned();
    let query = Fields::parse(request.uri().query().unwrap_or_default().as_bytes());
    let here = request.extensions().get::<Here>().copied();
    let lang = here.map_or(Lang::Sv, |here| here.lang);
    let (parts, body) = request.into_parts();
    let Ok(body) = body.collect().await else {
        return Failure::BadForm.into_response();
    };
    let body = body.to_bytes();
    let again = Request::from_parts(parts, Body::from(body.clone()));
    let response = next.run(again).await;
    let done = match response.extensions().get::<Failure>().copied() {
        Some(failure @ (Failure::SignIn | Failure::SecondFactor | Failure::StepUp)) => {
            kept(&web, &cookie, &path, &body, lang, failure).await
        }
        None if response.status().is_redirection() => {
            let id = query.all(SENT_AGAIN).next();
            sent_again(&web, &cookie, id).await.map(|()| None)
        }
        _ => Ok(None),
    };
    match done {
        Ok(Some(way)) => way,
        Ok(None) => response,
        Err(failure) => failure.into_response(),
    }
}

fn is_small_form(headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &axum::http::HeaderValue| value.to_str().ok())
    };
    let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    text(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
        && length.is_some_and(|length| length <= LIMIT)
}

/// Keeps the form, if the cookie has been someone's, and leads to where they show who they are.
async fn kept(
    web: &Web,
    cookie: &str,
    path: &str,
    body: &[u8],
    lang: Lang,
    failure: Failure,
) -> Result<Option<Response>, Failure> {
    let (Some(person), Some(way)) = (
        sessions::whose(&web.app, cookie).await?,
        way_in(failure, lang),
    ) else {
        return Ok(None);
    };
    let fields = Fields::parse(body).into_pairs();
    let kept = kept_forms::keep(&web.app, person, path, &fields).await?;
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("till", path)
        .append_pair("sparat", if kept { "ja" } else { "nej" })
        .finish();
    Ok(Some(see_other(&format!("{way}?{query}"))))
}

async fn sent_again(web: &Web, cookie: &str, id: Option<&str>) -> Result<(), Failure> {
    let Some(id) = id else { return Ok(()) };
    if let Some(session) = sessions::find(&web.app, cookie).await? {
        kept_forms::discard(&web.app, &session, id).await?;
    }
    Ok(())
}
