//! What every handler is given: the app, the page, the language, the address's parts, who is signed
//! in, and, for a page of an organisation or a round, that itself, opened by whoever may.
//!
//! The extractors ask `domain::account::can` what the route table says the page needs. Plain [`Cx`]
//! gives only pages that are open to everyone, so no handler can forget to ask.

mod phone;

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri, Path};
use axum::http::Method;
use axum::http::request::Parts;
use domain::account::{Action, Actor, Stage, can};
use domain::instrument::Edition;
use domain::text::Lang;
use l10n::Texts;
use service::App;
use service::accounts::sessions::{self, Session, Strength};
use service::organisations::{self, Organisation};
use service::rounds::{self, Round, Wanted, of_organisation};
use service::secrets::Secret;
use service::settings::Mode;
use uuid::Uuid;

use crate::Web;
use crate::error::{Failure, sign_in};
use crate::forms::Fields;
use crate::routes::{Door, Page, fill, path, route};
use crate::session::cookie;

pub(crate) use phone::{COOKIE as PHONE_COOKIE, PERSONAL, PhoneCx};

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
    /// Who is signed in.
    pub(crate) session: Option<Session>,
    /// Whether a form is sent, and not a page asked for.
    sends: bool,
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

    /// Every value from the query string by one name, in order.
    pub(crate) fn queries(&self, name: &str) -> Vec<String> {
        let fields = Fields::parse(self.query.as_bytes());
        fields.all(name).map(str::to_owned).collect()
    }

    /// The address of a page outside rounds, in this request's language.
    pub(crate) fn path(&self, page: Page, segments: &[&str]) -> String {
        path(page, self.here.lang, segments)
    }

    /// The address of an organisation's round's page, for a member.
    pub(crate) fn round_path(&self, page: Page, organisation: &str, round: Uuid) -> String {
        let pattern = route(page).pattern(self.here.lang, Door::Member);
        fill(&pattern, &[organisation, &round.to_string()])
    }

    /// Where to sign in, and come back to this page.
    pub(crate) fn sign_in_and_back(&self) -> String {
        sign_in(self.lang(), &self.in_language(self.lang()))
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

impl Cx {
    /// Reads a request, whoever asks: what they may is for the caller to find out.
    async fn read(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let here = *parts.extensions.get::<Here>().ok_or(Failure::NotFound)?;
        let Path(segments) = Path::from_request_parts(parts, web)
            .await
            .map_err(|_| Failure::NotFound)?;
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |original| &original.0);
        let session = match cookie(&parts.headers) {
            Some(cookie) => sessions::find(&web.app, cookie).await?,
            None => None,
        };
        Ok(Cx {
            web: Arc::clone(web),
            here,
            session,
            sends: parts.method == Method::POST,
            segments,
            query: uri.query().unwrap_or_default().to_owned(),
        })
    }

    /// What whoever asks for the page, or sends its form, must be allowed to do.
    fn need(&self) -> Action {
        let route = route(self.here.page);
        match route.send {
            Some(send) if self.sends => send,
            _ => route.need,
        }
    }

    /// Finds out whether one of `actors` may do what the page needs, and whether whoever is signed
    /// in has shown who they are as surely as that asks for.
    fn authorise(&self, actors: &[Actor], stage: Option<Stage>) -> Result<(), Failure> {
        let need = self.need();
        let mut allowed = actors.iter().filter(|actor| can(**actor, need, stage));
        let Some(first) = allowed.next() else {
            let outside =
                |actor: &Actor| matches!(actor, Actor::Anyone | Actor::SignedIn | Actor::Agency(_));
            let later = |actor: &Actor| {
                let mut stages = Stage::ALL.into_iter();
                stages.any(|stage| can(*actor, need, Some(stage)))
            };
            return Err(if need == Action::Visit || actors.iter().all(outside) {
                Failure::NotFound
            } else if actors.iter().any(later) && need == Action::Answer {
                Failure::Closed
            } else if actors.iter().any(later) {
                Failure::NotNow
            } else {
                Failure::NotAllowed
            });
        };
        // The way that asks for least is enough.
        let second_factor =
            first.needs_second_factor() && allowed.all(|actor| actor.needs_second_factor());
        let Some(session) = &self.session else {
            return Ok(());
        };
        if (second_factor || need.needs_step_up()) && session.strength < Strength::Two {
            return Err(Failure::SecondFactor);
        }
        if need.needs_step_up() && !session.fresh {
            return Err(Failure::StepUp);
        }
        Ok(())
    }

    /// Who is signed in, and has shown the second factor if they have one.
    fn signed_in(&self) -> Result<&Session, Failure> {
        let session = self.session.as_ref().ok_or(Failure::SignIn)?;
        match session.awaits_factor() {
            true => Err(Failure::SecondFactor),
            false => Ok(session),
        }
    }
}

impl FromRequestParts<Arc<Web>> for Cx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let cx = Cx::read(parts, web).await?;
        cx.authorise(&[Actor::Anyone], None)?;
        Ok(cx)
    }
}

/// A request to a page that is for whoever is signed in, about themselves.
pub(crate) struct PersonCx {
    pub(crate) cx: Cx,
    pub(crate) session: Session,
}

impl FromRequestParts<Arc<Web>> for PersonCx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let cx = Cx::read(parts, web).await?;
        let session = cx.signed_in()?.clone();
        cx.authorise(&[Actor::SignedIn], None)?;
        Ok(PersonCx { cx, session })
    }
}

/// A request to a page of an organisation, by someone who may.
pub(crate) struct OrgCx {
    pub(crate) cx: Cx,
    pub(crate) session: Session,
    pub(crate) organisation: Organisation,
    /// Everything that whoever asks is to the organisation.
    pub(crate) actors: Vec<Actor>,
}

impl OrgCx {
    /// The address of another page of this organisation; further segments fill what the pattern
    /// has after the organisation.
    pub(crate) fn to(&self, page: Page, segments: &[&str]) -> String {
        let mut all = vec![self.organisation.public_id.as_str()];
        all.extend_from_slice(segments);
        self.cx.path(page, &all)
    }

    /// The address of a page of one of the organisation's rounds.
    pub(crate) fn to_round(&self, page: Page, round: Uuid) -> String {
        let pattern = route(page).pattern(self.cx.lang(), Door::Member);
        fill(
            &pattern,
            &[&self.organisation.public_id, &round.to_string()],
        )
    }

    /// Whether whoever asks may do something with the organisation, and it is there to be done.
    pub(crate) fn may(&self, action: Action) -> bool {
        let there = !action.only_in_shared_service() || self.cx.app().settings.mode != Mode::Own;
        there && self.actors.iter().any(|actor| can(*actor, action, None))
    }
}

impl FromRequestParts<Arc<Web>> for OrgCx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let cx = Cx::read(parts, web).await?;
        let shared_only = cx.need().only_in_shared_service();
        if shared_only && cx.app().settings.mode == Mode::Own {
            return Err(Failure::NotFound);
        }
        let session = cx.signed_in()?.clone();
        let found = organisations::by_public_id(cx.app(), cx.segment("org")).await?;
        let organisation = found.ok_or(Failure::NotFound)?;
        let actors = organisations::actors(cx.app(), session.person, organisation.id).await?;
        cx.authorise(&actors, None)?;
        Ok(OrgCx {
            cx,
            session,
            organisation,
            actors,
        })
    }
}

/// A request to a page of the agency, by someone who works there.
pub(crate) struct AgencyCx {
    pub(crate) cx: Cx,
    pub(crate) session: Session,
    /// The agency's roles of whoever asks.
    pub(crate) actors: Vec<Actor>,
}

impl FromRequestParts<Arc<Web>> for AgencyCx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let cx = Cx::read(parts, web).await?;
        if cx.app().settings.mode == Mode::Own {
            return Err(Failure::NotFound);
        }
        let session = cx.signed_in()?.clone();
        let roles = organisations::agency::roles(cx.app(), session.person).await?;
        if roles.is_empty() {
            return Err(Failure::NotFound);
        }
        let actors: Vec<Actor> = roles.into_iter().map(Actor::Agency).collect();
        let need = cx.need();
        if !actors.iter().any(|actor| can(*actor, need, None)) {
            return Err(Failure::NotAllowed);
        }
        cx.authorise(&actors, None)?;
        Ok(AgencyCx {
            cx,
            session,
            actors,
        })
    }
}

/// A request to a page of a round, by someone who may.
pub(crate) struct RoundCx {
    pub(crate) cx: Cx,
    pub(crate) round: Round,
    /// The organisation, for someone who came to the round as a member.
    pub(crate) organisation: Option<Organisation>,
    actors: Vec<Actor>,
    /// What the door's pattern is filled with: the secret, or organisation and round.
    keys: Vec<String>,
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

    /// How far an organisation's round has come.
    pub(crate) fn stage(&self) -> Option<Stage> {
        self.round.belongs.map(|belongs| belongs.stage)
    }

    /// Whether whoever asks may do something with the round.
    pub(crate) fn may(&self, action: Action) -> bool {
        let stage = self.stage();
        self.actors.iter().any(|actor| can(*actor, action, stage))
    }

    /// Who is signed in, for someone who came to the round as a member.
    pub(crate) fn member(&self) -> Result<(&Session, &Organisation), Failure> {
        match (&self.cx.session, &self.organisation) {
            (Some(session), Some(organisation)) => Ok((session, organisation)),
            _ => Err(Failure::NotFound),
        }
    }

    fn fill(&self, page: Page, segments: &[&str]) -> String {
        let pattern = route(page).pattern(self.cx.here.lang, self.cx.here.door);
        let mut all: Vec<&str> = self.keys.iter().map(String::as_str).collect();
        all.extend_from_slice(segments);
        fill(&pattern, &all)
    }

    /// The page of this round that whoever asks comes back to.
    pub(crate) fn base(&self) -> Page {
        let pages = [
            (Action::LeadRound, Page::Lead),
            (Action::Answer, Page::Home),
            (Action::SeeAgreement, Page::Differences),
            (Action::ReadResult, Page::Result),
        ];
        let page = pages.into_iter().find(|(action, _)| self.may(*action));
        page.map_or(Page::Decision, |(_, page)| page)
    }

    /// The address of another page of this round, through the same door.
    pub(crate) fn to(&self, page: Page) -> String {
        self.fill(page, &[])
    }

    /// The address of another page of this round about one thing: a goal or a question.
    pub(crate) fn to_one(&self, page: Page, segment: &str) -> String {
        self.fill(page, &[segment])
    }

    /// The address of a page of the organisation, for someone who came as a member.
    pub(crate) fn to_organisation(&self, page: Page) -> Option<String> {
        let organisation = self.organisation.as_ref()?;
        Some(self.cx.path(page, &[&organisation.public_id]))
    }

    /// The whole address, host included, that opens the round through a door with a secret.
    pub(crate) fn whole_address(&self, door: Door, page: Page, key: &str) -> String {
        let pattern = route(page).pattern(self.cx.here.lang, door);
        format!("{}{}", self.app().settings.base_url, fill(&pattern, &[key]))
    }

    /// The secret part of the address that the request came in by; empty for a member.
    pub(crate) fn key(&self) -> &str {
        match self.cx.here.door {
            Door::Member => "",
            _ => self.keys.first().map_or("", String::as_str),
        }
    }
}

impl FromRequestParts<Arc<Web>> for RoundCx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let cx = Cx::read(parts, web).await?;
        if cx.here.door == Door::Member {
            return of_member(cx).await;
        }
        let key = cx.segment("key").to_owned();
        let none = match cx.here.door {
            Door::Read => Failure::NoSuchLink,
            _ => Failure::NoSuchRound,
        };
        let secret = Secret::parse(&key).ok_or(none)?;
        let saved = cx.query("sparat").unwrap_or_default();
        let shown = [cx.segment("question"), saved.as_str()];
        let wanted = wanted(&cx, &shown);
        let (round, actor) = match cx.here.door {
            Door::Write => rounds::open(cx.app(), &secret, wanted)
                .await?
                .map(|round| (round, Actor::AddressHolder)),
            Door::Read => rounds::open_read_only(cx.app(), &secret)
                .await?
                .map(|(round, scope)| (round, Actor::LinkReader(scope))),
            Door::Guest => of_organisation::open_guest(cx.app(), &secret, wanted)
                .await?
                .map(|round| (round, Actor::Guest)),
            Door::None | Door::Member => None,
        }
        .ok_or(none)?;
        finish(cx, round, None, vec![actor], vec![key])
    }
}

/// Which answers a page needs. The page that is asked for most shows one answer, and says when
/// another was saved.
fn wanted<'a>(cx: &Cx, shown: &'a [&'a str]) -> Wanted<'a> {
    match cx.here.page {
        Page::Answer => Wanted::Only(shown),
        _ => Wanted::All,
    }
}

async fn of_member(cx: Cx) -> Result<RoundCx, Failure> {
    let person = cx.signed_in()?.person;
    let found = organisations::by_public_id(cx.app(), cx.segment("org")).await?;
    let organisation = found.ok_or(Failure::NotFound)?;
    let id: Uuid = cx
        .segment("round")
        .parse()
        .map_err(|_| Failure::NoSuchRound)?;
    let belongs = of_organisation::find(cx.app(), id)
        .await?
        .filter(|belongs| belongs.organisation == organisation.id)
        .ok_or(Failure::NotFound)?;
    let preparer = belongs.prepared_by;
    let actors =
        organisations::actors_of_round(cx.app(), person, organisation.id, preparer).await?;
    // Before anything of the round is opened.
    if let Err(failure) = cx.authorise(&actors, Some(belongs.stage)) {
        let took_part = failure == Failure::NotFound
            && of_organisation::took_part(cx.app(), id, organisation.id, person).await?;
        return Err(if took_part {
            Failure::Removed
        } else {
            done(&cx, &actors, belongs.stage).unwrap_or(failure)
        });
    }
    let saved = cx.query("sparat").unwrap_or_default();
    let shown = [cx.segment("question"), saved.as_str()];
    let own = [Action::Answer, Action::ConfirmPrevious].contains(&cx.need());
    let round = if own {
        of_organisation::open_own(cx.app(), id, person, wanted(&cx, &shown)).await?
    } else {
        of_organisation::open_agreed(cx.app(), id).await?
    }
    .ok_or(Failure::NoSuchRound)?;
    let keys = vec![organisation.public_id.clone(), id.to_string()];
    finish(cx, round, Some(organisation), actors, keys)
}

/// What to say to someone who wants to do, at a stage of the round, what has been done already.
fn done(cx: &Cx, actors: &[Actor], stage: Stage) -> Option<Failure> {
    let already = match cx.here.page {
        Page::HandIn => stage >= Stage::Submitted,
        Page::Withdraw => stage == Stage::Withdrawn,
        _ => false,
    };
    let sees = |actor: &Actor| can(*actor, Action::SeeReceipt, Some(stage));
    (already && actors.iter().any(sees)).then_some(Failure::Done)
}

fn finish(
    cx: Cx,
    round: Round,
    organisation: Option<Organisation>,
    actors: Vec<Actor>,
    keys: Vec<String>,
) -> Result<RoundCx, Failure> {
    cx.authorise(&actors, round.belongs.map(|belongs| belongs.stage))?;
    if !cx.app().content.editions.contains_key(&round.edition) {
        return Err(Failure::OtherEdition);
    }
    Ok(RoundCx {
        cx,
        round,
        organisation,
        actors,
        keys,
    })
}
