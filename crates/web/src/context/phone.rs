//! A request from a phone in a workshop.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::account::{Actor, can};
use domain::instrument::Edition;
use service::secrets::Secret;
use service::workshops::{self, Code, Phone};

use super::Cx;
use crate::Web;
use crate::error::Failure;
use crate::routes::Page;
use crate::session::named;

/// The cookie that a phone is known by, which it keeps for a day.
pub(crate) const COOKIE: &str = "__Host-workshop";
/// What stands before the secret in the address of a phone that keeps no cookies.
pub(crate) const PERSONAL: &str = "jag";

/// A request to a page of a workshop, by someone who has its code.
pub(crate) struct PhoneCx {
    pub(crate) cx: Cx,
    pub(crate) phone: Phone,
    /// Whether one may take part now: the workshop goes on, and its round is at that stage.
    pub(crate) open: bool,
    /// The secret that stands in the address.
    personal: Option<String>,
    /// Whether the cookie tells the same, so that the address need not.
    pub(crate) doubly_known: bool,
}

impl PhoneCx {
    /// The edition that the workshop's round is answered on.
    pub(crate) fn edition(&self) -> Result<&Edition, Failure> {
        let editions = &self.cx.app().content.editions;
        editions
            .get(&self.phone.round.edition)
            .ok_or(Failure::OtherEdition)
    }

    /// The address of a page of this workshop, for anyone who has the code.
    pub(crate) fn common(&self, page: Page) -> String {
        self.cx.path(page, &[&self.phone.workshop.code.text()])
    }

    /// The address of a page of this workshop, for this phone.
    pub(crate) fn to(&self, page: Page) -> String {
        match &self.personal {
            Some(secret) if !self.doubly_known => {
                format!("{}?{PERSONAL}={secret}", self.common(page))
            }
            _ => self.common(page),
        }
    }
}

impl FromRequestParts<Arc<Web>> for PhoneCx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let cx = Cx::read(parts, web).await?;
        let code = Code::parse(cx.segment("key")).ok_or(Failure::NoSuchWorkshop)?;
        let kept = named(&parts.headers, COOKIE).and_then(Secret::parse);
        let personal = cx.query(PERSONAL).as_deref().and_then(Secret::parse);
        let personal_text = personal.as_ref().map(Secret::text);
        let personal = personal.map(|secret| workshops::cookie_secret(cx.app(), &secret));
        let doubly_known = personal.is_some() && personal == kept;
        // The address is the clearer sign: the cookie may be of another workshop.
        let secrets: Vec<Secret> = personal.into_iter().chain(kept).collect();
        let phone = workshops::find(cx.app(), &code, &secrets)
            .await?
            .ok_or(Failure::NoSuchWorkshop)?;
        let need = cx.need();
        let stage = phone.round.belongs.map(|belongs| belongs.stage);
        Ok(PhoneCx {
            open: phone.open && can(Actor::Participant, need, stage),
            cx,
            phone,
            personal: personal_text,
            doubly_known,
        })
    }
}
