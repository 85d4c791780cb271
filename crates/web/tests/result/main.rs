//! The result and the pages around it, by whole requests: that they open whatever is answered,
//! that their numbers are those of the rules, and that a reader changes nothing.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
mod decision;
mod find_out;
mod quick;
mod record;
mod result;
mod targets;
mod what_if;

use std::collections::BTreeSet;

use common::{Page, TestApp};
use domain::advice;
use domain::assessment::{Answer, Answers, Depth};
use domain::instrument::{Edition, Level};
use domain::organisation::OrganisationKind;
use domain::scoring;

/// The pages of a round that a reader may open, in both languages.
const PAGES: [(&str, &str); 9] = [
    ("/resultat", "/result"),
    ("/resultat/mal/1", "/result/goals/1"),
    ("/resultat/mal/6", "/result/goals/6"),
    ("/tips", "/tips"),
    ("/mal-att-na", "/targets"),
    ("/prova-tips?visa=ja", "/try-tips?visa=ja"),
    ("/ta-reda-pa", "/find-out"),
    ("/beslutssida", "/decision"),
    ("/underlag", "/record"),
];

/// Words that the interface does not use.
const NOT_OURS: [&str; 10] = [
    "mätning",
    "röst",
    "puls",
    "råd",
    "rådgivning",
    "profil",
    "känslig",
    "samordnare",
    "frågebatteri",
    "jämförelseomgång",
];

fn edition(app: &TestApp) -> &Edition {
    app.app.current_edition().expect("an edition")
}

/// A round with answers, saved a goal at a time.
async fn round(app: &TestApp, depth: &str, answers: &Answers) -> String {
    let round = app.start(depth).await;
    for goal in &edition(app).goals {
        let mut fields = Vec::new();
        for mapped in &goal.questions {
            let value = match answers.get(&mapped.id) {
                Some(Answer::Level(level)) => level.to_string(),
                Some(Answer::DontKnow) => "vet-inte".to_owned(),
                Some(Answer::NotApplicable(reason)) => format!("ej:{reason}"),
                None => continue,
            };
            fields.push((format!("niva.{}", mapped.id), value));
            fields.push((format!("version.{}", mapped.id), "0".to_owned()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
        let path = format!("{round}/mal/{}/alla", goal.id);
        app.post(&path, &fields).await.location();
    }
    round
}

async fn say_kind(app: &TestApp, round: &str, kind: OrganisationKind) {
    let path = format!("{round}/om-er");
    let version = app.get(&path).await.value("version");
    let fields = [
        ("typ", kind.code()),
        ("namn", "Exempel"),
        ("version", &version),
    ];
    app.post(&path, &fields).await.location();
}

/// A read-only address of the round, without a page.
async fn reader(app: &TestApp, round: &str) -> String {
    let path = format!("{round}/dela");
    app.post(&path, &[("gor", "ny")]).await.location();
    let address = app.get(&path).await.value_of("las-1");
    let path = address.strip_prefix("http://localhost:8080");
    let path = path.and_then(|path| path.strip_suffix("/resultat"));
    path.expect("the result, read-only").to_owned()
}

/// The same answer to every question.
fn all(app: &TestApp, answer: Answer) -> Answers {
    let ids = edition(app).questions.keys().cloned();
    ids.map(|id| (id, answer.clone())).collect()
}

/// The English address of a round.
fn english(swedish: &str) -> String {
    swedish
        .replacen("/sjalvskattning/", "/en/assessment/", 1)
        .replacen("/las/", "/en/read/", 1)
}

/// Every page through both doors in both languages.
async fn every_page(app: &TestApp, round: &str) -> Vec<(String, &'static str, Page)> {
    let mut pages = Vec::new();
    for door in [round.to_owned(), reader(app, round).await] {
        for (sv, en) in PAGES {
            let addresses = [("sv", format!("{door}{sv}")), ("en", english(&door) + en)];
            for (lang, path) in addresses {
                let page = app.get(&path).await;
                assert_eq!(page.status, 200, "{path}");
                pages.push((path, lang, page));
            }
        }
    }
    pages
}

/// What holds for every page, whatever is answered.
async fn assert_pages(app: &TestApp, round: &str) {
    let key = round.rsplit('/').next().expect("a key");
    let mut links = BTreeSet::new();
    for (path, lang, page) in every_page(app, round).await {
        page.assert_sound(lang);
        assert!(
            !page.body.contains("{$"),
            "{path}: a text without its value"
        );
        let text = page.text("main").to_lowercase();
        for word in text.split(|letter: char| !letter.is_alphabetic()) {
            assert!(!NOT_OURS.contains(&word), "{path}: {word}");
        }
        if path.contains(key) {
            continue;
        }
        assert!(!page.body.contains(key), "{path} gives the address away");
        let feedback = "[action$=\"synpunkter\"], [action$=\"feedback\"]";
        let writing = format!("form:not([method=get]):not({feedback})");
        assert!(!page.has(&writing), "{path}");
        for link in page.links() {
            let writes = link.contains("/sjalvskattning/") || link.contains("/assessment/");
            assert!(!writes, "{path} links to {link}");
            links.insert(link);
        }
    }
    for link in links {
        assert_ne!(app.get(&link).await.status, 404, "{link}");
    }
}
