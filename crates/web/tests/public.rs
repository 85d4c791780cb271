//! The pages that anyone may read, by whole requests, in both languages. Laid out by page.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{StatusCode, header};
use common::{Page, TestApp};
use domain::text::Lang;
use web::routes::{self, Door, Place, ROUTES};

/// A question with a legal duty and a nyckelfråga.
const QUESTION: &str = "ratt.direkt";

/// Every public page that has a language, once: its Swedish and its English address. Pages of a
/// published wave are tried where there is one.
fn addresses(app: &TestApp) -> Vec<(String, String)> {
    let card = app
        .app
        .current_edition()
        .unwrap()
        .cards
        .keys()
        .next()
        .unwrap();
    let fill = |pattern: String| {
        let segment = if pattern.contains("{card}") {
            card
        } else if pattern.contains("{dataset}") {
            "jamforelse"
        } else if pattern.contains("{goal}") {
            "3"
        } else if pattern.contains("{tag}") {
            "konkurrens"
        } else if pattern.contains("{entry}") {
            "ett-enda-anbud"
        } else {
            QUESTION
        };
        routes::fill(&pattern, &[segment])
    };
    ROUTES
        .iter()
        .filter(|route| route.place == Place::Open && route.has_languages())
        .filter(|route| !route.sv.contains("{date}") && !route.sv.ends_with("/text"))
        .map(|route| {
            let address = |lang| fill(route.pattern(lang, Door::None));
            (address(Lang::Sv), address(Lang::En))
        })
        .collect()
}

/// The pages of the service that can be reached from the first one, both languages. Files that can
/// be reached are there.
async fn crawl(app: &TestApp) -> BTreeMap<String, Page> {
    let (mut pages, mut seen) = (BTreeMap::new(), BTreeSet::new());
    let mut waiting = vec!["/".to_owned(), "/en".to_owned()];
    while let Some(address) = waiting.pop() {
        let path = address.split('#').next().unwrap_or_default().to_owned();
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = app.get(&path).await;
        if page.header("content-type").starts_with("text/html") {
            waiting.extend(page.links());
            pages.insert(path, page);
        } else {
            assert_eq!(page.status, StatusCode::OK, "{path}");
        }
    }
    pages
}

#[tokio::test]
async fn every_page_is_sound_in_both_languages() {
    let app = TestApp::new().await;
    for (sv, en) in addresses(&app) {
        for (address, lang) in [(&sv, Lang::Sv), (&en, Lang::En)] {
            let page = app.get(address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            page.assert_sound(lang.code());
            assert!(page.headers.get(header::SET_COOKIE).is_none(), "{address}");
            assert!(!page.has("[style], style, script:not([src])"), "{address}");
            assert!(
                !page.body.contains("{ $"),
                "an argument is missing: {address}"
            );
            let statement = routes::path(routes::Page::Accessibility, lang, &[]);
            assert!(
                page.has(&format!(".ft a[href=\"{statement}\"]")),
                "{address}"
            );
        }
    }
}

#[tokio::test]
async fn the_language_switch_keeps_the_place() {
    let app = TestApp::new().await;
    for (sv, en) in addresses(&app) {
        let switch = ".top a[hreflang]";
        assert_eq!(app.get(&sv).await.attr(switch, "href"), en);
        assert_eq!(app.get(&en).await.attr(switch, "href"), sv);
    }
    let page = app.get("/synpunkter?om=question:ratt.avtal").await;
    assert_eq!(
        page.attr(".top a[hreflang]", "href"),
        "/en/feedback?om=question:ratt.avtal"
    );
}

#[tokio::test]
async fn every_link_leads_somewhere_and_says_where() {
    let app = TestApp::new().await;
    let pages = crawl(&app).await;
    let edition = app.app.current_edition().unwrap();
    for id in edition.questions.keys() {
        assert!(pages.contains_key(&format!("/fragor/{id}")), "{id}");
    }
    for id in edition.cards.keys() {
        assert!(pages.contains_key(&format!("/en/tips/{id}")), "{id}");
    }
    let mut titles = BTreeMap::new();
    let mut places = BTreeSet::new();
    for (address, page) in &pages {
        assert_eq!(page.status, StatusCode::OK, "{address}");
        let lang = if address.starts_with("/en") {
            "en"
        } else {
            "sv"
        };
        page.assert_sound(lang);
        if !address.contains('?') {
            let other = titles.insert((lang, page.text("title")), address);
            assert!(other.is_none(), "{address} and {other:?} have one title");
        }
        let mut texts = BTreeMap::new();
        for (text, href) in links(page) {
            if href.starts_with('/') && href.contains('#') {
                places.insert(href.clone());
            }
            let other = texts.insert(text.clone(), href.clone());
            assert!(
                other.is_none_or(|other| other == href),
                "{address}: {text:?} leads to two places"
            );
        }
    }
    assert!(!places.is_empty());
    for place in places {
        let (path, id) = place.split_once('#').unwrap();
        assert!(pages[path].has(&format!("[id=\"{id}\"]")), "{place}");
    }
}

/// The text and address of every link in a page's content.
fn links(page: &Page) -> Vec<(String, String)> {
    let selector = scraper::Selector::parse("main a[href]").unwrap();
    page.html()
        .select(&selector)
        .map(|link| {
            (
                link.text().collect(),
                link.attr("href").unwrap_or_default().to_owned(),
            )
        })
        .collect()
}

#[tokio::test]
async fn no_page_uses_a_word_that_content_may_not_use() {
    let app = TestApp::new().await;
    let forbidden = &app.app.content.terms.forbidden;
    let is_forbidden = |word: &str| {
        forbidden.iter().any(|term| match term.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == term,
        })
    };
    for (sv, _) in addresses(&app) {
        let text = app.get(&sv).await.text("body").to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphabetic());
        assert_eq!(words.find(|word| is_forbidden(word)), None, "{sv}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_language_of_the_address() {
    let app = TestApp::new().await;
    for (address, lang) in [
        ("/fragor/finns.inte", "sv"),
        ("/fragor/%00", "sv"),
        ("/en/questions/ratt.direkt.x", "en"),
        ("/tips/finns-inte", "sv"),
        ("/en/tips/..%2F..", "en"),
    ] {
        let page = app.get(address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
        page.assert_sound(lang);
    }
}

mod start {
    use super::*;

    #[tokio::test]
    async fn the_first_screen_says_how_long_it_takes_and_counts_what_the_edition_has() {
        let app = TestApp::new().await;
        let counts = &app.app.current_edition().unwrap().counts;
        let page = app.get("/").await;
        assert_eq!(page.text("h1"), "Hur strategiskt köper ni in?");
        let lead = format!(
            "Svara på {} frågor och se på tio minuter var ni bör börja. Inget konto behövs.",
            counts.quick
        );
        assert_eq!(page.text(".lead"), lead);
        assert!(page.says(&format!("{} frågor, ett mål i taget", counts.questions)));
        assert_eq!(
            page.attr("main .btn", "href"),
            "/sjalvskattning/ny?djup=snabb"
        );
        assert!(page.has("a[href=\"/sjalvskattning/ny?djup=hela\"]"));
        assert!(page.has("a[href=\"/sjalvskattning/oppna\"]"));
        assert_eq!(
            page.texts("main .blocks h2"),
            [
                "Det här får ni",
                "Vad händer med svaren?",
                "Vilken strategi?",
                "Hindrar LOU? Nej.",
                "Vem driver tjänsten?"
            ]
        );
    }
}

mod how_it_works {
    use super::*;

    #[tokio::test]
    async fn it_tells_when_answers_are_deleted_as_the_operator_has_set_it() {
        let app = TestApp::with(|settings| settings.keep_days = 77).await;
        assert!(app.get("/om/sa-fungerar-det").await.says("på 77 dagar"));
        assert!(app.get("/en/about/how-it-works").await.says("for 77 days"));
        assert!(app.get("/integritet").await.says("på 77 dagar"));
    }

    #[tokio::test]
    async fn each_role_is_told_how_many_questions_it_can_answer() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        let purchasing = edition
            .questions
            .values()
            .filter(|q| q.roles.contains(&domain::instrument::Role::Inkop))
            .count();
        let page = app.get("/om/sa-fungerar-det").await;
        let row = page
            .texts("tbody tr")
            .into_iter()
            .find(|row| row.starts_with("Inköp"));
        assert!(row.unwrap().ends_with(&purchasing.to_string()));
    }
}

mod method {
    use super::*;

    #[tokio::test]
    async fn the_example_says_what_the_rules_compute() {
        let app = TestApp::new().await;
        let page = app.get("/om/metod").await;
        assert!(page.says("Nivå 1, upp till 2"));
        assert!(page.says("Medelvärde 2,5"));
        assert!(page.says("att D går från 1 till 2"));
        assert!(page.says("Eller ta reda på E."));
        assert!(page.says("Då är B och D nära gränsen"));
        assert!(app.get("/en/about/method").await.says("Mean 2.5"));
    }

    #[tokio::test]
    async fn the_versions_are_those_that_results_carry() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        let page = app.get("/om/metod").await;
        let cells = page.texts("#versioner ~ table tbody td");
        assert!(cells[0].starts_with(&edition.id));
        let published = l10n::day(&edition.published, Lang::Sv);
        assert!(cells[0].ends_with(&published));
        assert_eq!(cells.last().unwrap(), domain::scoring::RULES);
    }
}

mod strategy {
    use super::*;

    #[tokio::test]
    async fn titles_that_nobody_has_established_are_said_to_be_so() {
        let app = TestApp::new().await;
        let frameworks = &app.app.content.frameworks;
        let unknown = frameworks["fardplan-2025"]
            .goals
            .iter()
            .filter(|goal| goal.title.is_none())
            .count();
        let page = app.get("/strategi").await;
        assert_eq!(
            page.texts(".unknown"),
            vec!["ej fastställd i tjänsten"; unknown]
        );
    }

    #[tokio::test]
    async fn the_official_titles_stand_in_swedish_on_the_english_page_too() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        let titles = app.get("/en/strategy").await.texts(".goal [lang=sv]");
        let official: Vec<&str> = edition.goals.iter().map(|g| g.title.sv.as_str()).collect();
        assert_eq!(titles, official);
        assert!(!app.get("/strategi").await.has("main [lang]"));
    }
}

mod questions {
    use super::*;

    #[tokio::test]
    async fn all_questions_stand_there_with_four_levels_each_and_their_marks() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        for address in ["/fragor", "/en/questions"] {
            let page = app.get(address).await;
            assert_eq!(page.texts(".asked").len(), edition.counts.questions);
            assert_eq!(page.texts(".asked li").len(), 4 * edition.counts.questions);
            assert!(
                page.has("button[data-print][hidden]"),
                "only a script can print"
            );
            for goal in &edition.goals {
                assert!(page.has(&format!("#mal-{}", goal.id)));
            }
        }
        let marks = app.get("/fragor").await.texts(".asked .tag");
        let count = |mark: &str| marks.iter().filter(|text| *text == mark).count();
        assert_eq!(count("Nyckelfråga"), edition.counts.essential);
        assert_eq!(count("Snabbkollen"), edition.counts.quick);
    }

    #[tokio::test]
    async fn one_question_says_everything_about_itself() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        let question = edition.question(QUESTION).unwrap();
        let page = app.get(&format!("/fragor/{QUESTION}")).await;
        assert_eq!(page.text("h1"), question.question.sv);
        let whole = page.text("main");
        let mut texts: Vec<&str> = vec![&question.why.sv, &question.boundary.sv];
        texts.extend(question.levels.iter().map(|level| level.sv.as_str()));
        texts.extend(
            question
                .evidence
                .iter()
                .map(|evidence| evidence.sv.as_str()),
        );
        texts.extend(question.examples.iter().map(|example| example.sv.as_str()));
        for duty in &question.duties {
            texts.extend([duty.sv.as_str(), &duty.reference.sv]);
        }
        for text in texts {
            assert!(whole.contains(text), "{text}");
        }
        assert!(whole.contains("ersätter inte en jurist"));
        assert!(whole.contains("kontrollerad den 22 november 2026"));
        for card in edition.cards.values() {
            if card.serves.iter().any(|serves| serves.question == QUESTION) {
                assert!(whole.contains(&card.title.sv), "{}", card.id);
            }
        }
        assert_eq!(page.value("om"), format!("question:{QUESTION}"));
    }

    #[tokio::test]
    async fn a_question_that_may_be_skipped_says_why_and_by_whom() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        let skippable: Vec<_> = edition
            .questions
            .values()
            .filter(|question| !question.not_applicable.is_empty())
            .collect();
        assert!(!skippable.is_empty());
        for question in skippable {
            let page = app.get(&format!("/fragor/{}", question.id)).await;
            for reason in &question.not_applicable {
                assert!(page.says(&reason.sv), "{}", question.id);
            }
        }
    }
}

mod tips {
    use super::*;

    #[tokio::test]
    async fn every_tip_stands_once_in_the_list() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        let page = app.get("/tips").await;
        assert_eq!(page.texts(".tips > li").len(), edition.cards.len());
    }

    #[tokio::test]
    async fn one_tip_says_everything_on_its_card() {
        let app = TestApp::new().await;
        let edition = app.app.current_edition().unwrap();
        for card in edition.cards.values() {
            let page = app.get(&format!("/tips/{}", card.id)).await;
            let whole = page.text("main");
            let mut texts = vec![&card.title, &card.what, &card.monday, &card.who, &card.done];
            texts.push(&card.pattern);
            texts.extend(&card.steps);
            for text in texts {
                assert!(whole.contains(&text.sv), "{}: {}", card.id, text.sv);
            }
            if let Some(before) = &card.prerequisite {
                assert!(page.has(&format!("main a[href=\"/tips/{before}\"]")));
            }
            for serves in &card.serves {
                let link = format!("main a[href=\"/fragor/{}\"]", serves.question);
                assert!(page.has(&link), "{}", card.id);
            }
            assert_eq!(page.value("om"), format!("card:{}", card.id));
        }
    }
}
