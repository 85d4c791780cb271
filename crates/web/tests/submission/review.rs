//! Kontrollera allt.

use super::*;

#[tokio::test]
async fn what_is_agreed_and_what_is_missing_is_counted() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let edition = app.app.current_edition().expect("an edition");
    let (agreed, all) = (edition.goals[0].questions.len(), edition.questions.len());
    let page = setting.contact.get(&setting.path("kontrollera-allt")).await;
    page.assert_sound("sv");
    assert!(page.says(&format!("{agreed} av {all} frågor har ett gemensamt svar.")));
    assert_eq!(page.texts("#saknas ~ ul > li").len(), all - agreed);
    let goals = page.texts(".tasks > li");
    assert!(
        goals[0].contains(&format!("{agreed} av {agreed} har svar")),
        "{goals:?}"
    );
    assert!(!goals[0].contains("saknas"), "{goals:?}");
    assert!(goals[1].contains("saknas"), "{goals:?}");
    assert!(page.links().contains(&setting.path("lamna-in")));
}

#[tokio::test]
async fn a_reason_for_not_applicable_is_shown_once_more() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let edition = app.app.current_edition().expect("an edition");
    let (question, reason) = edition
        .questions
        .values()
        .find_map(|question| {
            let reason = question.not_applicable.iter().find(|entry| {
                question.may_be_not_applicable(
                    &entry.reason,
                    Some(domain::organisation::OrganisationKind::KommunaltBolag),
                )
            })?;
            Some((question.id.clone(), reason.clone()))
        })
        .expect("a question that may be inte tillämpligt");
    let answer = Answer::NotApplicable(reason.reason);
    assert!(app.agree(setting.round, &question, answer).await);
    let page = setting.contact.get(&setting.path("kontrollera-allt")).await;
    assert!(
        page.text("#ej ~ ul").contains(&reason.sv),
        "{}",
        page.text("#ej ~ ul")
    );
}

#[tokio::test]
async fn a_respondent_looks_and_a_contact_person_hands_in() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let organisation = setting.organisation;
    let respondent = app
        .member(organisation, "bo@ange.example", Role::Respondent)
        .await;
    let page = respondent.get(&setting.path("kontrollera-allt")).await;
    page.assert_sound("sv");
    assert!(!page.links().contains(&setting.path("lamna-in")));
    let reader = app
        .member(organisation, "ida@ange.example", Role::Reader)
        .await;
    let page = reader.get(&setting.path("kontrollera-allt")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let other = app.organisation("annan00000", "Annan kommun").await;
    let outsider = app.member(other, "eva@annan.example", Role::Contact).await;
    for page in [
        "kontrollera-allt",
        "lamna-in",
        "kvittens",
        "kvittens/fil",
        "aterta",
    ] {
        let page = outsider.get(&setting.path(page)).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_becomes_visible_depends_on_how_the_service_is_run() {
    let (own, shared) = (TestApp::new().await, shared().await);
    for (app, says, never) in [
        (
            &own,
            "Inget lämnar er installation",
            "Upphandlingsmyndigheten",
        ),
        (
            &shared,
            "allmän handling hos Upphandlingsmyndigheten",
            "er installation",
        ),
    ] {
        let setting = setting(app).await;
        for page in ["kontrollera-allt", "lamna-in"] {
            let page = setting.contact.get(&setting.path(page)).await;
            page.assert_sound("sv");
            assert!(page.says(says) && !page.says(never));
            let english = page.attr("header a[hreflang]", "href");
            setting.contact.get(&english).await.assert_sound("en");
        }
    }
}
