//! What every handler is given: the app, the page, the language, the address's parts, and, for a
//! page of a round, the round itself, opened by whoever may.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri, Path};
use axum::http::request::Parts;
use domain::instrument::Edition;
use domain::text::Lang;
use l10n::Texts;
use service::App;
use service::rounds::{self, Round, Wanted};
use service::secrets::Secret;

use crate::Web;
use crate::error::Failure;
use crate::forms::Fields;
use crate::routes::{Door, Page, fill, path, route};

/// Which line of the route table a request came in by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Here {
    pub(crate) page: Page,
    pub(crate) lang: Lang,
    pub(crate) door: Door,
}

/// A request to any page.
#[derive(Clone)]
pub(crate) struct Cx {
    pub(crate) web: Arc<Web>,
    pub(crate) here: Here,
    segments: HashMap<String, String>,
    query: String,
}

impl Cx {
    pub(crate) fn app(&self) -> &App {
        &self.web.app
    }

    pub(crate) fn lang(&self) -> Lang {
        self.here.lang
    }

    pub(crate) fn texts(&self) -> &Texts {
        self.web.app.texts.get(self.here.lang)
    }

    /// The edition that is current, for pages outside rounds.
    pub(crate) fn edition(&self) -> Result<&Edition, Failure> {
        self.app().current_edition().ok_or(Failure::NotFound)
    }

    /// A named part of the address; empty if the pattern has none by that name.
    pub(crate) fn segment(&self, name: &str) -> &str {
        self.segments.get(name).map_or("", String::as_str)
    }

    /// A value from the query string; the first one if it is repeated.
    pub(crate) fn query(&self, name: &str) -> Option<String> {
        Fields::parse(self.query.as_bytes())
            .all(name)
            .next()
            .map(str::to_owned)
    }

    /// The address of a page outside rounds, in this request's language.
    pub(crate) fn path(&self, page: Page, segments: &[&str]) -> String {
        path(page, self.here.lang, segments)
    }

    /// The address of this same page in another language, query string included.
    pub(crate) fn in_language(&self, lang: Lang) -> String {
        let pattern = route(self.here.page).pattern(lang, self.here.door);
        let names = pattern
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(name, _)| name));
        let values: Vec<&str> = names.map(|name| self.segment(name)).collect();
        let mut address = fill(&pattern, &values);
        if !self.query.is_empty() {
            address.push('?');
            address.push_str(&self.query);
        }
        address
    }
}

impl FromRequestParts<Arc<Web>> for Cx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let here = *parts.extensions.get::<Here>().ok_or(Failure::NotFound)?;
        let Path(segments) = Path::from_request_parts(parts, web)
            .await
            .map_err(|_| Failure::NotFound)?;
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |original| &original.0);
        Ok(Cx {
            web: Arc::clone(web),
            here,
            segments,
            query: uri.query().unwrap_or_default().to_owned(),
        })
    }
}

/// A request to a page of a round. That it exists means that the address opened the round.
pub(crate) struct RoundCx {
    pub(crate) cx: Cx,
    pub(crate) round: Round,
    key: String,
}

impl RoundCx {
    pub(crate) fn app(&self) -> &App {
        self.cx.app()
    }

    pub(crate) fn lang(&self) -> Lang {
        self.cx.lang()
    }

    pub(crate) fn texts(&self) -> &Texts {
        self.cx.texts()
    }

    /// The edition that the round is answered on. Rounds of other editions do not open.
    pub(crate) fn edition(&self) -> Result<&Edition, Failure> {
        self.app()
            .content
            .editions
            .get(&self.round.edition)
            .ok_or(Failure::NotFound)
    }

    /// Whether the address may change the round.
    pub(crate) fn may_write(&self) -> bool {
        self.cx.here.door == Door::Write
    }

    /// The address of another page of this round, through the same door.
    pub(crate) fn to(&self, page: Page) -> String {
        let pattern = route(page).pattern(self.cx.here.lang, self.cx.here.door);
        fill(&pattern, &[&self.key])
    }

    /// The address of another page of this round about one thing: a goal or a question.
    pub(crate) fn to_one(&self, page: Page, segment: &str) -> String {
        let pattern = route(page).pattern(self.cx.here.lang, self.cx.here.door);
        fill(&pattern, &[&self.key, segment])
    }

    /// The whole address, host included, that opens the round through a door with a secret.
    pub(crate) fn whole_address(&self, door: Door, page: Page, key: &str) -> String {
        let pattern = route(page).pattern(self.cx.here.lang, door);
        format!("{}{}", self.app().settings.base_url, fill(&pattern, &[key]))
    }

    /// The secret part of the address that the request came in by.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }
}

impl FromRequestParts<Arc<Web>> for RoundCx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let cx = Cx::from_request_parts(parts, web).await?;
        let key = cx.segment("key").to_owned();
        let secret = Secret::parse(&key).ok_or(Failure::NoSuchRound)?;
        // The page that is asked for most shows one answer, and says when another was saved.
        let saved = cx.query("sparat").unwrap_or_default();
        let shown = [cx.segment("question"), saved.as_str()];
        let wanted = match cx.here.page {
            Page::Answer => Wanted::Only(&shown),
            _ => Wanted::All,
        };
        let round = match cx.here.door {
            Door::Write => rounds::open(cx.app(), &secret, wanted).await?,
            Door::Read => rounds::open_read_only(cx.app(), &secret)
                .await?
                .map(|(round, _)| round),
        }
        .ok_or(Failure::NoSuchRound)?;
        if !cx.app().content.editions.contains_key(&round.edition) {
            return Err(Failure::OtherEdition);
        }
        Ok(RoundCx { cx, round, key })
    }
}
