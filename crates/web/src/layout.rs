//! What every page shares: header, language switch, footer, sender.

use domain::account::Action;
use domain::text::Lang;
use l10n::Texts;
use service::accounts::sessions::Session;
use service::settings::Sender;

use crate::Web;
use crate::assets::Assets;
use crate::context::{Cx, OrgCx, RoundCx};
use crate::routes::{Door, Page, Place, path, route};

/// The frame around a page.
pub(crate) struct Layout<'a> {
    pub(crate) lang: Lang,
    pub(crate) t: &'a Texts,
    pub(crate) assets: &'a Assets,
    /// Who runs the service; `None` is test mode, which the page says.
    pub(crate) sender: Option<&'a Sender>,
    /// That everything here is synthetic, which every page says.
    pub(crate) demo: Option<DemoBar>,
    /// The address of this page in the other language.
    pub(crate) switch: String,
    /// What "var det här begripligt och användbart?" is about; `None` hides the question.
    pub(crate) about: Option<String>,
    /// Who is signed in.
    pub(crate) signed: Signed<'a>,
    /// The bar that tells which round a page belongs to.
    pub(crate) bar: Option<RoundBar>,
}

/// Who is signed in, as the header tells it.
pub(crate) enum Signed<'a> {
    /// Not known: a page that says what went wrong.
    Unknown,
    /// Nobody.
    Out,
    /// Someone.
    In(&'a Session),
}

/// The bar that tells that everything is synthetic.
pub(crate) struct DemoBar {
    /// Where to sign in as someone else; only for whoever is signed in.
    pub(crate) roles: Option<String>,
}

/// The bar above a round's pages.
pub(crate) struct RoundBar {
    pub(crate) name: Option<String>,
    /// Task list, for whoever may write; result otherwise.
    pub(crate) home: String,
    pub(crate) save: Option<String>,
    pub(crate) read_only: bool,
}

impl<'a> Layout<'a> {
    /// The frame of a page outside rounds.
    pub(crate) fn of(cx: &'a Cx) -> Self {
        let other = match cx.lang() {
            Lang::Sv => Lang::En,
            Lang::En => Lang::Sv,
        };
        Layout {
            switch: cx.in_language(other),
            about: match route(cx.here.page).place {
                // Nobody's opinion is asked of an invitation, or by the agency of itself.
                Place::Key | Place::Agency => None,
                _ => Some(format!("page:{:?}", cx.here.page)),
            },
            signed: cx.session.as_ref().map_or(Signed::Out, Signed::In),
            demo: cx.app().demo.as_ref().map(|demo| DemoBar {
                roles: cx.session.as_ref().map(|_| {
                    let key = demo.secret().text();
                    cx.path(Page::Demo, &[&key])
                }),
            }),
            ..Layout::bare(&cx.web, cx.lang())
        }
    }

    /// The frame of an organisation's page.
    pub(crate) fn of_organisation(cx: &'a OrgCx) -> Self {
        Layout {
            bar: Some(RoundBar {
                name: Some(cx.organisation.name.clone()),
                home: cx.to(Page::Organisation, &[]),
                save: None,
                read_only: false,
            }),
            ..Layout::of(&cx.cx)
        }
    }

    /// The frame of a round's page.
    pub(crate) fn of_round(cx: &'a RoundCx) -> Self {
        Layout {
            bar: Some(RoundBar {
                name: match &cx.organisation {
                    Some(organisation) => Some(organisation.name.clone()),
                    None => cx.round.facts.name.clone(),
                },
                home: cx.to(cx.base()),
                save: cx.may(Action::KeepRound).then(|| cx.to(Page::Save)),
                read_only: cx.cx.here.door == Door::Read,
            }),
            ..Layout::of(&cx.cx)
        }
    }

    /// The frame of a page that has no place in the route table, such as an error.
    pub(crate) fn bare(web: &'a Web, lang: Lang) -> Self {
        Layout {
            lang,
            t: web.app.texts.get(lang),
            assets: &web.assets,
            sender: web.app.settings.sender.as_ref(),
            demo: web.app.demo.as_ref().map(|_| DemoBar { roles: None }),
            switch: path(
                Page::Start,
                match lang {
                    Lang::Sv => Lang::En,
                    Lang::En => Lang::Sv,
                },
                &[],
            ),
            about: None,
            signed: Signed::Unknown,
            bar: None,
        }
    }

    /// The same frame with another thing for readers to say whether it was useful.
    pub(crate) fn about(mut self, what: String) -> Self {
        self.about = Some(what);
        self
    }

    /// The address of a page outside rounds, in this page's language.
    pub(crate) fn path(&self, page: Page) -> String {
        path(page, self.lang, &[])
    }
}
