//! Who runs the service, and what follows from it: personal data, cookies, accessibility, contact.
//! All of it is built from the sender's settings; without a sender the pages say test mode.

use askama::Template;
use axum::response::Response;
use service::settings::Mode;

use super::subject::Subject;
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

/// The day the service was last assessed for the accessibility statement.
const ASSESSED: &str = "2026-11-22";
/// The day the accessibility statement was last changed.
const STATED: &str = "2026-11-22";

#[derive(Template)]
#[template(path = "public/about.html")]
struct AboutPage<'a> {
    layout: Layout<'a>,
}

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct PrivacyPage<'a> {
    layout: Layout<'a>,
    keep_days: u16,
    /// Whether there are other organisations to be open to.
    shared: bool,
}

#[derive(Template)]
#[template(path = "public/cookies.html")]
struct CookiesPage<'a> {
    layout: Layout<'a>,
}

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct AccessibilityPage<'a> {
    layout: Layout<'a>,
    assessed: String,
    stated: String,
    /// Where a shortcoming is reported.
    report: String,
}

#[derive(Template)]
#[template(path = "public/contact.html")]
struct ContactPage<'a> {
    layout: Layout<'a>,
}

impl PrivacyPage<'_> {
    fn legal_basis(&self) -> Option<&str> {
        self.layout.sender?.legal_basis.as_deref()
    }
}

pub(crate) async fn about(cx: Cx) -> Result<Response, Failure> {
    page(&AboutPage {
        layout: Layout::of(&cx),
    })
}

pub(crate) async fn privacy(cx: Cx) -> Result<Response, Failure> {
    page(&PrivacyPage {
        keep_days: cx.app().settings.keep_days,
        shared: matches!(cx.app().settings.mode, Mode::Shared { .. }),
        layout: Layout::of(&cx),
    })
}

pub(crate) async fn cookies(cx: Cx) -> Result<Response, Failure> {
    page(&CookiesPage {
        layout: Layout::of(&cx),
    })
}

pub(crate) async fn accessibility(cx: Cx) -> Result<Response, Failure> {
    page(&AccessibilityPage {
        assessed: l10n::day(ASSESSED, cx.lang()),
        stated: l10n::day(STATED, cx.lang()),
        report: Subject::Page(Page::Accessibility).form_address(&cx),
        layout: Layout::of(&cx),
    })
}

pub(crate) async fn contact(cx: Cx) -> Result<Response, Failure> {
    page(&ContactPage {
        layout: Layout::of(&cx),
    })
}
