//! The one route table. A route that is not in it does not exist: the router, the language
//! switch, the permission tests and the accessibility tests are all built from it.

use domain::text::Lang;

/// A page, whatever its language and method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// What it is, and the way in.
    Start,
    /// Steps, time, what others see.
    HowItWorks,
    /// The rules in plain words.
    Method,
    /// The strategy's goals.
    Strategy,
    /// All questions and levels.
    Questions,
    /// One question, readable without a round.
    Question,
    /// All tips.
    Tips,
    /// One tip.
    Tip,
    /// Who runs the service.
    About,
    /// Personal data.
    Privacy,
    /// Cookies.
    Cookies,
    /// Accessibility statement.
    Accessibility,
    /// Contact.
    Contact,
    /// "Var det här begripligt och användbart?"
    Feedback,
    /// Start a round.
    New,
    /// Load a saved round.
    Open,
    /// A round's task list.
    Home,
    /// The secret address, to keep.
    Address,
    /// A goal's questions and how far they have come.
    Goal,
    /// A whole goal on one page.
    GoalForm,
    /// One question to answer.
    Answer,
    /// Check a goal's answers and mark it done.
    Check,
    /// Whom the answers cover, kind and size.
    Facts,
    /// Save the round as a file.
    Save,
    /// The file itself.
    File,
    /// Read-only addresses.
    Share,
    /// Delete the round.
    Delete,
    /// From snabbkollen to hela kollen.
    Deepen,
    /// The result.
    Result,
    /// One goal's result.
    GoalResult,
    /// The round's tips in order.
    RoundTips,
    /// What to find out and whom to ask.
    FindOut,
    /// One page for those who decide.
    Decision,
    /// The full record.
    Record,
    /// Is the process alive?
    Live,
    /// Can it serve?
    Ready,
    /// Stylesheet, script, font, icon.
    Asset,
    /// For crawlers.
    Robots,
}

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Anyone.
    Everyone,
    /// Whoever holds a round's secret address.
    Writer,
    /// Whoever holds a round's secret address or one of its read-only addresses.
    Reader,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// Who may use it.
    pub who: Who,
    /// Whether it takes POST besides GET.
    pub post: bool,
    /// Swedish address; within the round for [`Who::Writer`] and [`Who::Reader`].
    pub sv: &'static str,
    /// English address; the same as `sv` for what has no language.
    pub en: &'static str,
}

const fn get(page: Page, who: Who, sv: &'static str, en: &'static str) -> Route {
    Route {
        page,
        who,
        post: false,
        sv,
        en,
    }
}

const fn form(page: Page, who: Who, sv: &'static str, en: &'static str) -> Route {
    Route {
        page,
        who,
        post: true,
        sv,
        en,
    }
}

use Who::{Everyone, Reader, Writer};

/// Every route there is.
#[rustfmt::skip]
pub const ROUTES: &[Route] = &[
    get(Page::Start, Everyone, "/", "/en"),
    get(Page::HowItWorks, Everyone, "/om/sa-fungerar-det", "/en/about/how-it-works"),
    get(Page::Method, Everyone, "/om/metod", "/en/about/method"),
    get(Page::Strategy, Everyone, "/strategi", "/en/strategy"),
    get(Page::Questions, Everyone, "/fragor", "/en/questions"),
    get(Page::Question, Everyone, "/fragor/{question}", "/en/questions/{question}"),
    get(Page::Tips, Everyone, "/tips", "/en/tips"),
    get(Page::Tip, Everyone, "/tips/{card}", "/en/tips/{card}"),
    get(Page::About, Everyone, "/om", "/en/about"),
    get(Page::Privacy, Everyone, "/integritet", "/en/privacy"),
    get(Page::Cookies, Everyone, "/kakor", "/en/cookies"),
    get(Page::Accessibility, Everyone, "/tillganglighet", "/en/accessibility"),
    get(Page::Contact, Everyone, "/kontakt", "/en/contact"),
    form(Page::Feedback, Everyone, "/synpunkter", "/en/feedback"),
    form(Page::New, Everyone, "/sjalvskattning/ny", "/en/assessment/new"),
    form(Page::Open, Everyone, "/sjalvskattning/oppna", "/en/assessment/open"),
    get(Page::Home, Writer, "", ""),
    get(Page::Address, Writer, "/adress", "/address"),
    get(Page::Goal, Writer, "/mal/{goal}", "/goals/{goal}"),
    form(Page::GoalForm, Writer, "/mal/{goal}/alla", "/goals/{goal}/all"),
    form(Page::Answer, Writer, "/fraga/{question}", "/questions/{question}"),
    form(Page::Check, Writer, "/mal/{goal}/kontrollera", "/goals/{goal}/check"),
    form(Page::Facts, Writer, "/om-er", "/about-you"),
    get(Page::Save, Writer, "/spara", "/save"),
    get(Page::File, Writer, "/spara/fil", "/save/file"),
    form(Page::Share, Writer, "/dela", "/share"),
    form(Page::Delete, Writer, "/radera", "/delete"),
    form(Page::Deepen, Writer, "/hela-kollen", "/full"),
    get(Page::Result, Reader, "/resultat", "/result"),
    get(Page::GoalResult, Reader, "/resultat/mal/{goal}", "/result/goals/{goal}"),
    get(Page::RoundTips, Reader, "/tips", "/tips"),
    get(Page::FindOut, Reader, "/ta-reda-pa", "/find-out"),
    form(Page::Decision, Reader, "/beslutssida", "/decision"),
    get(Page::Record, Reader, "/underlag", "/record"),
    get(Page::Live, Everyone, "/health/live", "/health/live"),
    get(Page::Ready, Everyone, "/health/ready", "/health/ready"),
    get(Page::Asset, Everyone, "/assets/{file}", "/assets/{file}"),
    get(Page::Robots, Everyone, "/robots.txt", "/robots.txt"),
];

/// How a round was opened: with its own address, or with a read-only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// The secret address: may read and write.
    Write,
    /// A read-only address.
    Read,
}

impl Door {
    fn prefix(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Door::Write, Lang::Sv) => "/sjalvskattning/{key}",
            (Door::Write, Lang::En) => "/en/assessment/{key}",
            (Door::Read, Lang::Sv) => "/las/{key}",
            (Door::Read, Lang::En) => "/en/read/{key}",
        }
    }
}

impl Route {
    /// Whether the page has a Swedish and an English address.
    pub fn has_languages(&self) -> bool {
        self.who != Everyone || self.sv != self.en
    }

    fn own(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }

    /// The whole address pattern, for example `/sjalvskattning/{key}/mal/{goal}`.
    pub fn pattern(&self, lang: Lang, door: Door) -> String {
        match self.who {
            Everyone => self.own(lang).to_owned(),
            Writer | Reader => format!("{}{}", door.prefix(lang), self.own(lang)),
        }
    }

    /// The doors through which the page can be reached.
    pub fn doors(&self) -> &'static [Door] {
        match self.who {
            Everyone | Writer => &[Door::Write],
            Reader => &[Door::Write, Door::Read],
        }
    }
}

/// The table's line for a page.
pub fn route(page: Page) -> &'static Route {
    #[expect(
        clippy::expect_used,
        reason = "a test proves that every page is in the table"
    )]
    ROUTES
        .iter()
        .find(|route| route.page == page)
        .expect("every page is in the table")
}

/// Fills a pattern's `{name}` places, in order, with already safe path segments.
pub fn fill(pattern: &str, segments: &[&str]) -> String {
    let mut out = String::with_capacity(pattern.len() + 40);
    let mut segments = segments.iter();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str(segments.next().copied().unwrap_or_default());
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

/// The address of a page outside rounds.
pub fn path(page: Page, lang: Lang, segments: &[&str]) -> String {
    fill(&route(page).pattern(lang, Door::Write), segments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_page_and_no_address_stands_twice() {
        let mut pages = Vec::new();
        let mut patterns = BTreeSet::new();
        for route in ROUTES {
            assert!(!pages.contains(&route.page), "{:?}", route.page);
            pages.push(route.page);
            for lang in Lang::ALL {
                if lang == Lang::En && !route.has_languages() {
                    continue;
                }
                for door in route.doors() {
                    let pattern = route.pattern(lang, *door);
                    assert!(patterns.insert(pattern.clone()), "{pattern}");
                }
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_places() {
        for route in ROUTES {
            let places = |pattern: &str| pattern.matches('{').count();
            assert_eq!(places(route.sv), places(route.en), "{:?}", route.page);
        }
    }

    #[test]
    fn a_pattern_is_filled_in_order() {
        assert_eq!(fill("/a/{x}/b/{y}", &["1", "2"]), "/a/1/b/2");
        assert_eq!(fill("/", &[]), "/");
    }
}
