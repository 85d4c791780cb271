//! What the agency does: its own people, classifications, domains, contact persons. Never answers.

use super::*;

const PEOPLE: &str = "/forvaltning/anvandare";
const APPLICATIONS: &str = "/forvaltning/ansokningar";
const OFFICER: &str = "ada@myndigheten.example";

fn of_organisation() -> String {
    format!("/forvaltning/organisationer/{ORG}")
}

async fn officer(app: &TestApp) -> Member<'_> {
    at_agency(app, OFFICER, AgencyRole::CaseOfficer, true).await
}

#[tokio::test]
async fn roles_are_given_and_taken_by_an_administrator_who_shows_who_they_are() {
    let app = shared().await;
    let admin = at_agency(
        &app,
        "bo@myndigheten.example",
        AgencyRole::Administrator,
        true,
    )
    .await;
    let give = [("gor", "ge"), ("epost", OFFICER), ("roll", "editor")];
    let long_ago = app.session(admin.person, None).await;
    let asked = long_ago.post(PEOPLE, &give).await;
    assert!(asked.location().starts_with(STEP_UP));
    assert!(told(&app, OFFICER).await.is_empty());

    let done = admin.post(PEOPLE, &give).await;
    let page = admin.get(&done.location()).await;
    page.assert_sound("sv");
    assert!(page.says("Rollen är given") && page.says(OFFICER) && page.says("Redaktör"));
    assert!(told(&app, OFFICER).await.concat().contains("redaktör"));
    let take = [("gor", "ta"), ("epost", OFFICER), ("roll", "editor")];
    let done = admin.post(PEOPLE, &take).await;
    assert!(
        admin
            .get(&done.location())
            .await
            .says("Rollen är borttagen")
    );
    let bad = [
        ("gor", "ge"),
        ("epost", "ada på myndigheten"),
        ("roll", "editor"),
    ];
    let page = admin.post(PEOPLE, &bad).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert_eq!(page.value_of("epost"), "ada på myndigheten");
    let (_, contact) = company(&app).await;
    let member = [
        ("gor", "ge"),
        ("epost", "kim@bruk.example"),
        ("roll", "editor"),
    ];
    let page = admin.post(PEOPLE, &member).await;
    assert_eq!(
        page.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nobody is both"
    );
    assert_eq!(
        contact.get("/forvaltning").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn an_administrator_helps_their_own_and_not_themselves() {
    let app = shared().await;
    let admin = at_agency(
        &app,
        "bo@myndigheten.example",
        AgencyRole::Administrator,
        true,
    )
    .await;
    let ada = officer(&app).await;
    let help = |email| [("gor", "andra-steget"), ("epost", email)];
    let done = admin.post(PEOPLE, &help(OFFICER)).await;
    assert!(
        admin
            .get(&done.location())
            .await
            .says("Det andra steget är borttaget")
    );
    assert!(told(&app, OFFICER).await.concat().contains("tagits bort"));
    assert!(
        ada.get("/forvaltning")
            .await
            .location()
            .starts_with("/logga-in")
    );
    let own = admin.post(PEOPLE, &help("bo@myndigheten.example")).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_classification_is_corrected_with_its_reason_and_the_earlier_one_is_kept() {
    let app = shared().await;
    let (_, contact) = company(&app).await;
    let ada = officer(&app).await;
    let page = ada.get(&of_organisation()).await;
    page.assert_sound("sv");
    assert_eq!(
        page.value_of("fran"),
        "2026-11-22",
        "today, unless they say otherwise"
    );
    let english = page.attr("header a[hreflang]", "href");
    ada.get(&english).await.assert_sound("en");
    let wrong = [
        ("gor", "klass"),
        ("typ", ""),
        ("kommunkod", "åtta"),
        ("invanare", "många"),
        ("fran", "i år"),
        ("varfor", "De växer"),
    ];
    let page = ada.post(&of_organisation(), &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert_eq!(
        page.texts(".errors li").len(),
        4,
        "all of it: {}",
        page.text(".errors")
    );
    assert_eq!(page.value_of("invanare"), "många");
    let right = [
        ("gor", "klass"),
        ("typ", "kommunalt_bolag"),
        ("lan", "21"),
        ("inkop", "120 000 000"),
        ("fran", "2026-11-01"),
        ("varfor", "Flyttade till Gävleborg"),
    ];
    let done = ada.post(&of_organisation(), &right).await;
    let page = ada.get(&done.location()).await;
    page.assert_sound("sv");
    assert!(page.has(".status") && page.says("Flyttade till Gävleborg"));
    let details = contact.get(&path("uppgifter")).await;
    details.assert_sound("sv");
    assert!(details.says("Gävleborg") && details.says("Flyttade till Gävleborg"));
    assert_eq!(
        details.texts("tbody tr").len(),
        2,
        "the earlier one is kept"
    );
    assert!(contact.get(&path("logg")).await.says(OFFICER));
}

#[tokio::test]
async fn a_later_contact_person_takes_two_at_the_agency_and_is_told() {
    let app = shared().await;
    let (organisation, contact) = company(&app).await;
    app.agreeing(
        organisation,
        contact.person,
        domain::assessment::Depth::Full,
        &[],
    )
    .await;
    let ada = officer(&app).await;
    let without = [("gor", "utse"), ("epost", "eva@bruk.example"), ("skal", "")];
    let page = ada.post(&of_organisation(), &without).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.value_of("epost"), "eva@bruk.example");
    let why = "Skriv varför organisationen behöver en ny kontaktperson.";
    assert!(page.text(".errors").contains(why), "{}", page.body);
    let with = [
        ("gor", "utse"),
        ("epost", "eva@bruk.example"),
        ("skal", "Kim har slutat"),
    ];
    let done = ada.post(&of_organisation(), &with).await;
    ada.get(&done.location()).await.assert_sound("sv");
    assert!(told(&app, "eva@bruk.example").await.is_empty(), "not yet");
    let proposed = told(&app, "kim@bruk.example").await.pop().expect("a mail");
    assert!(proposed.contains("eva@bruk.example") && proposed.contains("Kim har slutat"));

    let own = ada.get(APPLICATIONS).await;
    own.assert_sound("sv");
    assert!(own.says("Kim har slutat") && !own.has("button[value=utse]"));
    let second = at_agency(
        &app,
        "bo@myndigheten.example",
        AgencyRole::CaseOfficer,
        true,
    )
    .await;
    let page = second.get(APPLICATIONS).await;
    let id = page.attr("section.panel input[name=id]", "value");
    let decide = [("gor", "utse"), ("id", id.as_str())];
    let first = ada.post(APPLICATIONS, &decide).await;
    assert_eq!(
        first.status,
        StatusCode::CONFLICT,
        "who proposes does not decide"
    );
    let done = second.post(APPLICATIONS, &decide).await;
    second.get(&done.location()).await.assert_sound("sv");
    let invited = told(&app, "eva@bruk.example").await.pop().expect("a mail");
    assert!(invited.contains("/inbjudan/"));
    assert_eq!(
        told(&app, "kim@bruk.example").await.len(),
        2,
        "told of the decision too"
    );
}

#[tokio::test]
async fn domains_and_the_official_address_are_kept_and_bad_ones_told() {
    let app = shared().await;
    company(&app).await;
    let ada = officer(&app).await;
    let bad = [("gor", "domaner"), ("domaner", "bruk.example\ngmail")];
    let page = ada.post(&of_organisation(), &bad).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".errors").contains("gmail") && page.text("#domaner").contains("gmail"));
    for (act, name, value) in [
        ("domaner", "domaner", "bruk.example"),
        ("registrator", "registrator", "info@bruk.example"),
    ] {
        let done = ada
            .post(&of_organisation(), &[("gor", act), (name, value)])
            .await;
        let page = ada.get(&done.location()).await;
        page.assert_sound("sv");
        assert!(page.has(".status") && page.body.contains(value));
    }

    // Whoever reads mail in the domain asks to join, and the contact person decides.
    let eva = app
        .session(app.person("eva@bruk.example").await, None)
        .await;
    let page = eva.get("/anslut/organisation").await;
    page.assert_sound("sv");
    let id = page.attr("input[name=organisation]", "value");
    let ask = [("gor", "fraga"), ("organisation", id.as_str())];
    let done = eva.post("/anslut/organisation", &ask).await;
    assert!(eva.get(&done.location()).await.says("Hofors Bruk AB"));
    assert_eq!(
        eva.get(&format!("/o/{ORG}")).await.status,
        StatusCode::FORBIDDEN
    );
    assert!(
        told(&app, "kim@bruk.example")
            .await
            .concat()
            .contains("eva@bruk.example")
    );
}

#[tokio::test]
async fn a_case_officer_helps_where_nobody_else_can_and_the_organisation_is_told() {
    let app = shared().await;
    let (organisation, kim) = company(&app).await;
    app.member(organisation, "bo@bruk.example", Role::Contact)
        .await;
    let ada = officer(&app).await;
    let page = ada
        .post(&of_organisation(), &help("eva@annan.example"))
        .await;
    assert_eq!(
        page.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "she does not belong there"
    );
    assert_eq!(page.value_of("tappat"), "eva@annan.example");
    let done = ada
        .post(&of_organisation(), &help("kim@bruk.example"))
        .await;
    let page = ada.get(&done.location()).await;
    page.assert_sound("sv");
    assert!(page.says("Personen och organisationen har fått veta det"));
    assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
    assert_eq!(told(&app, "kim@bruk.example").await.len(), 1);
    let other = told(&app, "bo@bruk.example").await.concat();
    assert!(other.contains("En handläggare") && other.contains("kim@bruk.example"));
}

fn help(email: &str) -> [(&str, &str); 2] {
    [("gor", "andra-steget"), ("tappat", email)]
}
