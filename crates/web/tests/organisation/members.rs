//! Members: invited, let in, given another role, removed, helped.

use super::*;

/// The id of the member whose panel names an address.
fn id_of(page: &common::Page, email: &str) -> String {
    let html = page.html();
    let panels = common::selector("section.panel");
    let mut panels = html.select(&panels);
    let panel = panels.find(|panel| panel.text().any(|text| text.contains(email)));
    let heading = panel.expect("a panel").attr("aria-labelledby");
    let id = heading.and_then(|id| id.strip_prefix("medlem-"));
    id.expect("an id").to_owned()
}

async fn act(contact: &Member<'_>, email: &str, act: &[(&str, &str)]) -> common::Page {
    let page = contact.get(&path("medlemmar")).await;
    page.assert_sound("sv");
    let id = id_of(&page, email);
    let fields = [&[("id", id.as_str())], act].concat();
    let done = contact.post(&path("medlemmar"), &fields).await;
    if done.status == StatusCode::SEE_OTHER {
        let page = contact.get(&done.location()).await;
        page.assert_sound("sv");
        return page;
    }
    done
}

#[tokio::test]
async fn someone_is_invited_comes_gets_another_role_and_is_removed() {
    let app = shared().await;
    let (_, contact) = company(&app).await;
    let invite = [
        ("gor", "bjud-in"),
        ("epost", "bo@bruk.example"),
        ("roll", "respondent"),
    ];
    let done = contact.post(&path("medlemmar"), &invite).await;
    let page = contact.get(&done.location()).await;
    page.assert_sound("sv");
    assert!(page.says("Inbjudan är på väg") && page.says("bo@bruk.example"));
    let english = page.attr("header a[hreflang]", "href");
    contact.get(&english).await.assert_sound("en");

    let mail = told(&app, "bo@bruk.example").await.pop().expect("a mail");
    let from = mail.find("/inbjudan/").expect("a link");
    let link = mail[from..]
        .split_whitespace()
        .next()
        .expect("a link")
        .to_owned();
    let page = app.get(&link).await;
    page.assert_sound("sv");
    assert!(page.says("Hofors Bruk AB"));
    let other = app
        .session(app.person("eva@annan.example").await, None)
        .await;
    assert!(other.get(&link).await.says("bo@bruk.example"));
    let taken = other.post(&link, &[]).await;
    assert_eq!(
        taken.status,
        StatusCode::CONFLICT,
        "it is for another address"
    );

    let bo = app.session(app.person("bo@bruk.example").await, None).await;
    assert_eq!(bo.post(&link, &[]).await.location(), format!("/o/{ORG}"));
    assert!(app.get(&link).await.says("gäller inte"), "once");
    let page = act(
        &contact,
        "bo@bruk.example",
        &[("gor", "roll"), ("roll", "reader")],
    )
    .await;
    assert!(page.says("Rollen är ändrad") && page.says("Läsare sedan"));
    let page = act(&contact, "bo@bruk.example", &[("gor", "ta-bort")]).await;
    assert!(page.says("Medlemmen är borttagen"));
    assert_eq!(
        bo.get(&format!("/o/{ORG}")).await.status,
        StatusCode::NOT_FOUND
    );
    let mails = told(&app, "bo@bruk.example").await;
    assert_eq!(mails.len(), 3, "invited, another role, removed: {mails:?}");
}

#[tokio::test]
async fn an_invitation_is_taken_back_and_a_bad_one_is_told() {
    let app = shared().await;
    let (_, contact) = company(&app).await;
    let bad = [
        ("gor", "bjud-in"),
        ("epost", "bo på bruket"),
        ("roll", "respondent"),
    ];
    let page = contact.post(&path("medlemmar"), &bad).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.assert_sound("sv");
    assert_eq!(
        page.value_of("epost"),
        "bo på bruket",
        "what was written is kept"
    );
    let invite = [
        ("gor", "bjud-in"),
        ("epost", "bo@bruk.example"),
        ("roll", "contact"),
    ];
    let done = contact.post(&path("medlemmar"), &invite).await;
    let page = contact.get(&done.location()).await;
    let id = page.attr("form.more input[name=id]", "value");
    let back = [("gor", "aterkalla"), ("id", id.as_str())];
    let done = contact.post(&path("medlemmar"), &back).await;
    assert!(
        contact
            .get(&done.location())
            .await
            .says("Inbjudan är återtagen")
    );
    let mail = told(&app, "bo@bruk.example").await.pop().expect("a mail");
    let from = mail.find("/inbjudan/").expect("a link");
    let link = mail[from..].split_whitespace().next().expect("a link");
    assert!(app.get(link).await.says("gäller inte"));
}

#[tokio::test]
async fn there_is_always_a_contact_person_even_when_two_remove_each_other() {
    let app = shared().await;
    let (organisation, kim) = company(&app).await;
    let bo = app
        .member(organisation, "bo@bruk.example", Role::Contact)
        .await;
    let page = kim.get(&path("medlemmar")).await;
    let (kims, bos) = (
        id_of(&page, "kim@bruk.example"),
        id_of(&page, "bo@bruk.example"),
    );
    // Both have the page before them; the first act takes the other's right to act.
    let first = kim
        .post(&path("medlemmar"), &[("gor", "ta-bort"), ("id", &bos)])
        .await;
    first.location();
    let second = bo
        .post(&path("medlemmar"), &[("gor", "ta-bort"), ("id", &kims)])
        .await;
    assert_eq!(second.status, StatusCode::NOT_FOUND);
    let page = act(
        &kim,
        "kim@bruk.example",
        &[("gor", "roll"), ("roll", "reader")],
    )
    .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.assert_sound("sv");
    assert!(
        page.text(".errors").contains("kontaktperson"),
        "{}",
        page.body
    );
    let leave = kim.post(&path("lamna"), &[]).await;
    assert_eq!(leave.status, StatusCode::CONFLICT);
    leave.assert_sound("sv");
}

#[tokio::test]
async fn whoever_changes_what_others_may_do_shows_who_they_are_first() {
    let app = shared().await;
    let (_, kim) = company(&app).await;
    let long_ago = app.session(kim.person, None).await;
    let invite = [
        ("gor", "bjud-in"),
        ("epost", "bo@bruk.example"),
        ("roll", "contact"),
    ];
    let asked = long_ago.post(&path("medlemmar"), &invite).await;
    assert!(asked.location().starts_with(STEP_UP));
    assert!(told(&app, "bo@bruk.example").await.is_empty());
}

#[tokio::test]
async fn once_a_year_a_contact_person_goes_through_who_belongs() {
    let app = shared().await;
    let (organisation, kim) = company(&app).await;
    let bo = app
        .member(organisation, "bo@bruk.example", Role::Respondent)
        .await;
    app.member(organisation, "eva@bruk.example", Role::Reader)
        .await;
    let page = kim.get(&path("medlemmar/genomgang")).await;
    page.assert_sound("sv");
    let html = page.html();
    let row = common::selector("label.card");
    let bos = html
        .select(&row)
        .find(|row| row.text().any(|text| text.contains("bo@")));
    let id = bos
        .and_then(|row| row.attr("for"))
        .and_then(|id| id.strip_prefix("avsluta-"));
    let fields = [("avsluta", id.expect("a row"))];
    let done = kim.post(&path("medlemmar/genomgang"), &fields).await;
    let page = kim.get(&done.location()).await;
    assert!(page.says("Medlemmarna är genomgångna") && !page.says("bo@bruk.example"));
    assert!(page.says("eva@bruk.example"));
    assert_eq!(
        bo.get(&format!("/o/{ORG}")).await.status,
        StatusCode::NOT_FOUND
    );
}

/// Gives a person an authenticator app, and signs them in halfway.
async fn halfway<'a>(app: &'a TestApp, person: Uuid) -> Member<'a> {
    app.write(move |tx| Box::pin(async move { tx.set_totp(person, b"sealed", 1).await }))
        .await;
    app.halfway(person).await
}

#[tokio::test]
async fn who_has_lost_the_second_factor_asks_and_is_helped_by_another_contact_person() {
    let app = shared().await;
    let (organisation, kim) = company(&app).await;
    let bo = app
        .member(organisation, "bo@bruk.example", Role::Contact)
        .await;
    let lost = halfway(&app, bo.person).await;
    let page = lost.get("/logga-in/reservkod").await;
    page.assert_sound("sv");
    assert!(page.has("button[name=fraga]"));
    let ask = async || lost.post("/logga-in/reservkod", &[("fraga", "ja")]).await;
    let asked = lost.get(&ask().await.location()).await;
    asked.assert_sound("sv");
    assert!(asked.text(".status").contains("kontaktpersonerna"));
    let mail = told(&app, "kim@bruk.example").await.pop().expect("a mail");
    assert!(mail.contains("bo@bruk.example") && mail.contains(&path("medlemmar")));
    ask().await.location();
    let third = ask().await;
    assert_eq!(third.status, StatusCode::CONFLICT);
    assert_eq!(told(&app, "kim@bruk.example").await.len(), 2);

    let page = act(&kim, "bo@bruk.example", &[("gor", "andra-steget")]).await;
    assert!(page.says("Det andra steget är borttaget"));
    assert!(
        told(&app, "bo@bruk.example")
            .await
            .concat()
            .contains("tagits bort")
    );
    assert!(lost.get("/konto").await.location().starts_with("/logga-in"));
    let own = act(&kim, "kim@bruk.example", &[("gor", "andra-steget")]).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN, "not one's own");
    assert!(kim.get(&path("logg")).await.says("bo@bruk.example"));
}

#[tokio::test]
async fn nobody_can_be_asked_where_there_is_no_other_contact_person() {
    let app = shared().await;
    let (_, kim) = company(&app).await;
    let lost = halfway(&app, kim.person).await;
    let page = lost.get("/logga-in/reservkod").await;
    assert!(!page.has("button[name=fraga]") && page.says("Exempelmyndigheten"));
}
