//! "Var det här begripligt och användbart?": answers without account and without personal data.

use std::net::IpAddr;

use domain::text::Lang;
use domain::account::Action;
use domain::openness::Prose;
use store::FeedbackRow;
use uuid::Uuid;

pub use store::{FeedbackCount as Count, ReplyRow as Reply};

use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::{By, Outcome, standing};
use crate::secrets::requester_key;

/// Answers one requester may leave in an hour: far more than anyone reads pages.
const PER_REQUESTER: i64 = 60;
/// Answers all may leave in an hour, so that a flood fills no disk.
const IN_ALL: i64 = 2_000;
/// Opinions given out at a time.
const PAGE: u32 = 200;
/// Texts about one thing shown at a time, and replies.
const SHOWN: i64 = 200;
/// Longest reply, in characters.
pub const LONGEST_REPLY: usize = 1500;
const HOUR: i64 = 60 * 60 * 1000;

/// What someone said about a page.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// What it is about, as a code: `page:Method`, `question:ratt.avtal:level-2`, `card:…`.
    pub about: String,
    /// Whether it was understandable and useful; `None` if only a text was left.
    pub useful: Option<bool>,
    /// In their own words.
    pub text: Option<String>,
    /// The language of the page.
    pub lang: Lang,
    /// The edition of the question or tip, or the day an article was gone through.
    pub edition: Option<String>,
}

/// Stores an opinion. `false`: too many came in too short a time, and it was not stored.
pub async fn leave(app: &App, opinion: Opinion, from: IpAddr) -> Result<bool, ServiceError> {
    let now = app.now();
    let window = now - now.rem_euclid(HOUR);
    let requester = requester_key(app, from);
    let row = FeedbackRow {
        id: app.id(),
        at: now,
        about: opinion.about,
        useful: opinion.useful,
        text: opinion.text,
        lang: opinion.lang.code().to_owned(),
        edition: opinion.edition,
    };
    let stored = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let own = tx.count_hit("feedback", &requester, window).await?;
                let all = tx.count_hit("feedback", b"", window).await?;
                let within = own <= PER_REQUESTER && all <= IN_ALL;
                if within {
                    tx.add_feedback(&row).await?;
                }
                Ok::<_, store::StoreError>(within)
            })
        })
        .await?;
    Ok(stored)
}

/// Forgets who was counted on days that are over: the longest that any limit counts for.
pub async fn forget_requesters(app: &App) -> Result<(), ServiceError> {
    let now = app.now();
    let day = now - now.rem_euclid(24 * HOUR);
    app.store
        .write(move |tx| Box::pin(async move { tx.forget_hits_before(day).await }))
        .await
        .map(drop)?;
    Ok(())
}

/// Opinions that follow `after` (or the first ones), oldest first, a page at a time; empty when
/// there are no more.
pub async fn list(app: &App, after: Option<Uuid>) -> Result<Vec<FeedbackRow>, ServiceError> {
    let mut tx = app.store.read().await?;
    Ok(tx.feedback(after, PAGE).await?)
}

/// What readers said, counted, for an editor: what came last first.
///
/// # Errors
/// Refused to whoever may not read it.
pub async fn counted(app: &App, person: Uuid) -> Outcome<Vec<Count>> {
    let mut tx = app.store.read().await?;
    standing::at_agency(&mut tx, person, Action::ReadFeedback).await?;
    Ok(tx.feedback_counts().await?)
}

/// What readers wrote about one thing, for an editor, newest first.
///
/// # Errors
/// Refused to whoever may not read it.
pub async fn texts(app: &App, person: Uuid, about: &str) -> Outcome<Vec<FeedbackRow>> {
    let mut tx = app.store.read().await?;
    standing::at_agency(&mut tx, person, Action::ReadFeedback).await?;
    Ok(tx.feedback_texts(about, SHOWN).await?)
}

/// What an editor tells everybody was done about what readers said.
pub type ReplyText = Prose<LONGEST_REPLY>;

/// Tells everybody what was done about what readers said of one thing.
///
/// # Errors
/// Refused to whoever may not.
pub async fn reply(
    app: &App,
    person: Uuid,
    about: &str,
    sv: &ReplyText,
    en: &ReplyText,
) -> Outcome<()> {
    let row = Reply {
        id: app.id(),
        about: about.to_owned(),
        sv: sv.as_str().to_owned(),
        en: en.as_str().to_owned(),
        at: app.now(),
    };
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::at_agency(tx, person, Action::ReadFeedback).await?;
                tx.add_reply(&row).await?;
                let detail = Detail::of(&row.about);
                act.record(tx, None, EventKind::AgencyFeedbackAnswered, detail)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// What was done about what readers said, newest first.
pub async fn replies(app: &App) -> Result<Vec<Reply>, ServiceError> {
    Ok(app.store.read().await?.replies(SHOWN).await?)
}

/// The same about one thing.
pub async fn replies_about(app: &App, about: &str) -> Result<Vec<Reply>, ServiceError> {
    Ok(app.store.read().await?.replies_about(about).await?)
}
