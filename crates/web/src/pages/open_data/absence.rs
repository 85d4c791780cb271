//! That a file is not there, and why: as a page to who asks for one, else as a problem document
//! (RFC 9457).

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::text::Lang;
use l10n::Texts;
use serde_json::json;
use service::waves::WithdrawnNote;

use super::answer::{Asked, share};
use crate::context::Cx;
use crate::error::{Failure, page_with};
use crate::layout::Layout;
use crate::negotiation::preferred;
use crate::routes::{Page, path};

/// Why a file is not there.
pub(super) enum Absence<'a> {
    /// There is none of that name.
    NoFile,
    /// Its wave was withdrawn.
    Withdrawn(&'a WithdrawnNote),
    /// There is no catalogue.
    NoCatalogue(NoCatalogue),
}

/// Why there is no catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoCatalogue {
    /// The installation belongs to one organisation and publishes nothing of its own.
    OwnInstallation,
    /// Nobody runs the service, and a publisher cannot be made up.
    NoSender,
    /// The sender's organisation number is none.
    NoNumber,
    /// The sender has not said what kind of organisation it is.
    NoKind,
}

impl NoCatalogue {
    pub(super) fn because(self, t: &Texts) -> String {
        match self {
            NoCatalogue::OwnInstallation => t.open_data_no_catalogue_own(),
            NoCatalogue::NoSender => t.open_data_no_catalogue_sender(),
            NoCatalogue::NoNumber => t.open_data_no_catalogue_number(),
            NoCatalogue::NoKind => t.open_data_no_catalogue_kind(),
        }
    }
}

impl Absence<'_> {
    fn status(&self) -> StatusCode {
        match self {
            Absence::NoFile | Absence::NoCatalogue(_) => StatusCode::NOT_FOUND,
            Absence::Withdrawn(_) => StatusCode::GONE,
        }
    }

    fn title(&self, t: &Texts) -> String {
        match self {
            Absence::NoFile => t.open_data_no_file_title(),
            Absence::Withdrawn(_) => t.open_data_withdrawn_title(),
            Absence::NoCatalogue(_) => t.open_data_no_catalogue_title(),
        }
    }

    fn detail(&self, t: &Texts, lang: Lang) -> String {
        match self {
            Absence::NoFile => t.open_data_no_file(),
            Absence::Withdrawn(note) => {
                t.open_data_withdrawn(l10n::date(note.at, lang), note.note.as_str())
            }
            Absence::NoCatalogue(why) => why.because(t),
        }
    }

    /// The part of the page about open data that says more.
    fn part(&self) -> &'static str {
        match self {
            Absence::NoFile | Absence::Withdrawn(_) => "uppdatering",
            Absence::NoCatalogue(_) => "katalog",
        }
    }

    /// The answer that tells it.
    pub(super) fn answer(&self, cx: &Cx, asked: &Asked) -> Result<Response, Failure> {
        let offered = [(false, "application/problem+json"), (true, "text/html")];
        let mut response = match preferred(&asked.headers, &offered) {
            Some(true) => self.page(cx)?,
            _ => self.problem(cx, &asked.path),
        };
        let vary = HeaderValue::from_static("accept");
        response.headers_mut().insert(header::VARY, vary);
        share(&mut response);
        Ok(response)
    }

    fn page(&self, cx: &Cx) -> Result<Response, Failure> {
        let t = cx.texts();
        let page = AbsencePage {
            title: self.title(t),
            detail: self.detail(t, cx.lang()),
            more: format!("{}#{}", cx.path(Page::OpenData, &[]), self.part()),
            // The file has no other language; the page about open data has.
            layout: Layout {
                switch: path(Page::OpenData, Lang::En, &[]),
                about: None,
                ..Layout::of(cx)
            },
        };
        page_with(self.status(), &page)
    }

    fn problem(&self, cx: &Cx, instance: &str) -> Response {
        let texts = |lang| cx.app().texts.get(lang);
        let (sv, en) = (texts(Lang::Sv), texts(Lang::En));
        let about = path(Page::OpenData, Lang::Sv, &[]);
        let problem = json!({
            "type": format!("{}{about}#{}", cx.app().settings.base_url, self.part()),
            "status": self.status().as_u16(),
            "title": self.title(sv),
            "detail": self.detail(sv, Lang::Sv),
            "title_en": self.title(en),
            "detail_en": self.detail(en, Lang::En),
            "instance": instance,
        });
        let headers = [
            (header::CONTENT_TYPE, "application/problem+json"),
            (header::CONTENT_LANGUAGE, "sv, en"),
        ];
        (self.status(), headers, problem.to_string()).into_response()
    }
}

#[derive(Template)]
#[template(path = "open_data/absence.html")]
struct AbsencePage<'a> {
    layout: Layout<'a>,
    title: String,
    detail: String,
    more: String,
}
