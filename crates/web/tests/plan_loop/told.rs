//! What is told of a plan when the next round is handed in: nothing, unless it is ticked.

use serde_json::{Value, json};
use service::settings::Mode;
use service::submissions;

use super::*;

/// Tips that nothing else is done about here.
const OTHER: &str = "skriv-en-sida-om-direktupphandling";
const LATER: &str = "ring-dem-som-lat-bli";

async fn shared() -> TestApp {
    TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
    })
    .await
}

/// A plan with a tip that is done, one to do and one put off, and the next round, in which the
/// answer that the first serves has risen.
async fn next_round<'a>(app: &'a TestApp) -> (Setting<'a>, Uuid) {
    let mut setting = Setting::new(app, Level::TWO).await;
    let anna = setting.by("Anna Berg", "2027-03-12").await;
    setting.decide(CARD, anna.clone(), Status::Done).await;
    setting.decide(OTHER, anna.clone(), Status::Ongoing).await;
    let on = "2027-09-01".try_into().expect("a day");
    setting
        .decide(LATER, Decision::Later { on }, Status::NotBegun)
        .await;
    setting.own("Köp en kaffeautomat", anna, Status::Done).await;
    app.pass(AN_HOUR);
    let next = setting
        .agreed(&[(QUESTION, Level::THREE)], Level::TWO)
        .await;
    let now = app.app.now();
    setting.contact = app.session(setting.contact.person, Some(now)).await;
    (setting, next)
}

/// What was handed in.
async fn handed_in(app: &TestApp, round: Uuid) -> String {
    let receipt = submissions::receipt(&app.app, round).await;
    receipt.expect("a database").expect("a receipt").document
}

fn plan(document: &str) -> Option<Value> {
    let document: Value = serde_json::from_str(document).expect("JSON");
    document.get("plan").cloned()
}

#[tokio::test]
async fn a_ticked_plan_is_told_in_codes_alone() {
    let app = shared().await;
    let (setting, next) = next_round(&app).await;
    let path = setting.path(next, "lamna-in");
    let page = setting.contact.get(&path).await;
    page.assert_sound("sv");
    assert!(page.has("input#plan[type=checkbox]") && !page.has("input#plan[checked]"));
    let english = page.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");
    let done = setting.contact.post(&path, &[("plan", "ja")]).await;
    assert_eq!(done.location(), setting.path(next, "kvittens"));
    let document = handed_in(&app, next).await;
    let told = json!([
        { "card": CARD, "done": true, "rose": true },
        { "card": OTHER, "done": false, "rose": null },
    ]);
    assert_eq!(plan(&document), Some(told));
    for own in ["Anna", "2027-03-12", "2027-09-01", "kaffe", LATER] {
        assert!(!document.contains(own), "{own} in {document}");
    }
}

#[tokio::test]
async fn a_plan_that_is_not_ticked_is_not_told() {
    let app = shared().await;
    let (setting, next) = next_round(&app).await;
    let path = setting.path(next, "lamna-in");
    setting.contact.post(&path, &[]).await.location();
    assert_eq!(plan(&handed_in(&app, next).await), None);
}

#[tokio::test]
async fn a_plan_of_the_round_itself_has_led_to_nothing_yet() {
    let app = shared().await;
    let mut setting = Setting::new(&app, Level::TWO).await;
    let anna = setting.by("Anna Berg", "2027-03-12").await;
    setting.decide(CARD, anna, Status::Done).await;
    let now = app.app.now();
    setting.contact = app.session(setting.contact.person, Some(now)).await;
    let path = setting.path(setting.round, "lamna-in");
    let done = setting.contact.post(&path, &[("plan", "ja")]).await;
    done.location();
    let told = json!([{ "card": CARD, "done": true, "rose": null }]);
    assert_eq!(plan(&handed_in(&app, setting.round).await), Some(told));
}

#[tokio::test]
async fn where_nobody_is_compared_nothing_is_asked_and_nothing_is_told() {
    let app = TestApp::new().await;
    let (setting, next) = next_round(&app).await;
    let path = setting.path(next, "lamna-in");
    assert!(!setting.contact.get(&path).await.has("#plan"));
    setting
        .contact
        .post(&path, &[("plan", "ja")])
        .await
        .location();
    assert_eq!(plan(&handed_in(&app, next).await), None);
}
