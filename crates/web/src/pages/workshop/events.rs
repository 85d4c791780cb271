//! Server-sent events that tell a page that there is something new to fetch.
//!
//! They say nothing else: what is new, and who may see it, is for the page.

use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use futures_util::stream::unfold;
use service::workshops::{self, Moment};
use uuid::Uuid;

use crate::context::{Cx, PhoneCx, RoundCx};
use crate::error::Failure;

/// How often something is sent though nothing has happened, so that no one in between hangs up.
const HEART_BEAT: Duration = Duration::from_secs(15);
/// How long one request lasts at most. A browser then asks again by itself.
const LONGEST: Duration = Duration::from_secs(60 * 60);
/// What is sent when the workshop goes on no more.
const OVER: &str = "slut";

/// For the shared screen: every change.
pub(crate) async fn screen(cx: RoundCx) -> Result<Response, Failure> {
    match workshops::of_round(cx.app(), &cx.round).await? {
        Some(workshop) => follow(&cx.cx, workshop.id, |now| now.version).await,
        None => Ok(nothing()),
    }
}

/// For a phone: the changes that it shows.
pub(crate) async fn phone(cx: PhoneCx) -> Result<Response, Failure> {
    match cx.phone.participant {
        Some(_) if cx.open => follow(&cx.cx, cx.phone.workshop.id, |now| now.turn).await,
        _ => Ok(nothing()),
    }
}

/// Tells a browser to ask no more.
fn nothing() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

async fn follow(cx: &Cx, workshop: Uuid, number: fn(Moment) -> i64) -> Result<Response, Failure> {
    let follower = cx.web.live.follow(&cx.web.app, workshop).await?;
    let moments = unfold(Some((follower, true)), |following| async move {
        let (mut follower, first) = following?;
        let moment = match first {
            true => follower.now(),
            false => follower.next().await?,
        };
        Some((moment, moment.open.then_some((follower, false))))
    });
    let mut told = String::new();
    let events = moments
        .filter_map(move |moment| {
            let text = match moment.open {
                true => number(moment).to_string(),
                false => OVER.to_owned(),
            };
            let new = told != text;
            told.clone_from(&text);
            std::future::ready(new.then(|| Ok::<_, Infallible>(Event::default().data(text))))
        })
        .take_until(tokio::time::sleep(LONGEST));
    // nginx and its like hold back what is not said to be a stream.
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(HEART_BEAT));
    Ok((unbuffered, stream).into_response())
}
