//! What was done, and what became of the answers: what rose, what stayed, and what fell.

use domain::account::Scope;
use service::rounds::{of_organisation, share};

use super::*;

/// Two tips that serve the same questions, and those.
fn alike(app: &TestApp) -> Option<(&Card, &Card)> {
    let edition = app.app.current_edition()?;
    let questions =
        |card: &Card| -> Vec<String> { card.serves.iter().map(|s| s.question.clone()).collect() };
    let cards: Vec<&Card> = edition.cards.values().collect();
    let mut pairs = cards
        .iter()
        .flat_map(|one| cards.iter().map(move |other| (*one, *other)));
    pairs.find(|(one, other)| one.id < other.id && questions(one) == questions(other))
}

/// A tip that serves at least two questions.
fn wide(app: &TestApp) -> &Card {
    let edition = app.app.current_edition().expect("an edition");
    let mut cards = edition.cards.values();
    let found = cards.find(|card| card.serves.len() >= 2);
    found.expect("a tip for two questions")
}

fn label(app: &TestApp, question: &str) -> String {
    let edition = app.app.current_edition().expect("an edition");
    edition.place(question).expect("a question").label()
}

#[tokio::test]
async fn what_was_done_is_told_with_what_moved_stayed_and_fell() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::TWO).await;
    let anna = setting.by("Anna Berg", "2027-03-12").await;
    let wide = wide(&app);
    setting.decide(&wide.id, anna.clone(), Status::Done).await;
    setting
        .own("Utbilda alla chefer", anna.clone(), Status::Done)
        .await;
    setting
        .own("Köp en kaffeautomat", anna, Status::Ongoing)
        .await;
    let own = setting.path(setting.round, "resultat");
    assert!(
        !setting.contact.get(&own).await.has(".did"),
        "the round that the plan came of"
    );

    app.pass(AN_HOUR);
    let [up, down] = [0, 1].map(|at| wide.serves[at].question.as_str());
    let moved = [(up, Level::FOUR), (down, Level::ONE)];
    let next = setting.agreed(&moved, Level::TWO).await;
    let mut expected = format!(
        "Ni gjorde ”{}”. Fråga {} gick från 2 till 4. Fråga {} gick ner från 2 till 1.",
        wide.title.sv,
        label(&app, up),
        label(&app, down)
    );
    for serves in &wide.serves[2..] {
        let label = label(&app, &serves.question);
        expected.push_str(&format!(" Fråga {label} är kvar på 2."));
    }
    let reader = app
        .member(setting.organisation.id, "lo@ange.example", Role::Reader)
        .await;
    let path = setting.path(next, "resultat");
    for member in [&setting.contact, &reader] {
        let page = member.get(&path).await;
        page.assert_sound("sv");
        let told = page.texts(".did li");
        assert_eq!(
            told,
            [expected.as_str(), "Ni gjorde ”Utbilda alla chefer”."]
        );
        assert!(
            page.text(".did")
                .contains("visar inte att åtgärden var orsaken")
        );
        let plan = format!("/o/{ORG}/plan/{}", setting.plan);
        assert!(page.links().contains(&plan));
        let english = page.attr("header a[hreflang]", "href");
        let english = member.get(&english).await;
        english.assert_sound("en");
        assert!(english.text(".did li").contains("went down from 2 to 1."));
    }

    // Whoever is shown everything of the round is not shown the plan.
    let opened = of_organisation::open_agreed(&app.app, next).await;
    let opened = opened.expect("a database").expect("a round");
    let link = share(&app.app, &opened, None, Scope::Full, None).await;
    let link = link.expect("a database").text();
    let page = app.get(&format!("/las/{link}/resultat")).await;
    page.assert_sound("sv");
    assert!(!page.has(".did") && !page.body.contains("Utbilda alla chefer"));
}

#[tokio::test]
async fn what_has_changed_begins_with_what_was_done() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::TWO).await;
    let anna = setting.by("Anna Berg", "2027-03-12").await;
    let (one, other) = alike(&app).expect("two tips for the same questions");
    for card in [one, other] {
        setting.decide(&card.id, anna.clone(), Status::Done).await;
    }
    let round = setting.answering().await;
    let question = one.serves[0].question.as_str();
    let path = setting.path(round, &format!("fraga/{question}"));
    let version = format!("version.{question}");
    let held = setting.contact.get(&path).await.value(&version);
    let niva = format!("niva.{question}");
    let fields = [(niva.as_str(), "3"), (&version, &held)];
    setting.contact.post(&path, &fields).await.location();
    let close = setting.path(round, "stang");
    setting.contact.post(&close, &[]).await.location();
    let three = Answer::Level(Level::THREE);
    assert!(app.agree(round, question, three).await);

    let page = setting.contact.get(&setting.path(round, "andringar")).await;
    page.assert_sound("sv");
    // Tips for the same questions are told together.
    let told = page.texts(".did li");
    assert_eq!(told.len(), 1, "{told:?}");
    let expected = format!(
        "Ni gjorde ”{}” och ”{}”. Fråga {} gick från 2 till 3.",
        one.title.sv,
        other.title.sv,
        label(&app, question)
    );
    assert!(told[0].starts_with(&expected), "{told:?}");
}

#[tokio::test]
async fn without_anything_done_nothing_is_claimed() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::TWO).await;
    let anna = setting.by("Anna Berg", "2027-03-12").await;
    setting.decide(CARD, anna, Status::Ongoing).await;
    app.pass(AN_HOUR);
    let next = setting.agreed(&[(QUESTION, Level::FOUR)], Level::TWO).await;
    let page = setting.contact.get(&setting.path(next, "resultat")).await;
    assert!(!page.has(".did"));
}
