//! Read links with a scope and an end, the organisation's log, and what an owner sees.

use super::*;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Makes a link, and gives the address that the page shows for it.
async fn link(setting: &Setting<'_>, scope: &str) -> String {
    let here = setting.path("dela");
    let fields = [("gor", "ny"), ("visar", scope), ("tid", "7")];
    let made = setting.contact.post(&here, &fields).await;
    assert_eq!(made.location(), format!("{here}?ny=ja"));
    let page = setting.contact.get(&made.location()).await;
    page.assert_sound("sv");
    let address = page.html();
    let input = scraper::Selector::parse("input[readonly]").expect("a selector");
    let last = address.select(&input).next_back().expect("a link");
    let whole = last.value().attr("value").expect("an address").to_owned();
    whole[whole.find("/las/").expect("a path")..].to_owned()
}

/// The pages that a link opens, of those that a round has to read.
async fn opens(app: &TestApp, link: &str) -> Vec<&'static str> {
    let start = link.rsplit_once('/').expect("a page").0;
    let mut open = Vec::new();
    for page in ["beslutssida", "resultat", "tips", "underlag"] {
        let found = app.get(&format!("{start}/{page}")).await;
        if found.status == StatusCode::OK {
            found.assert_sound("sv");
            open.push(page);
            for other in ["resultat", "tips", "underlag"] {
                let to = format!("{start}/{other}");
                let leads = found.links().contains(&to);
                let works = app.get(&to).await.status == StatusCode::OK;
                assert!(!leads || works, "{page} leads to {other}");
            }
        }
    }
    open
}

#[tokio::test]
async fn a_link_shows_what_was_chosen_until_its_time_is_over() {
    let app = shared().await;
    let setting = setting(&app).await;
    let english = setting.contact.get(&setting.path("dela")).await;
    let english = english.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");
    let result = setting.contact.get(&setting.path("resultat")).await;
    assert!(result.links().contains(&setting.path("dela")));

    let decision = link(&setting, "decision").await;
    assert_eq!(opens(&app, &decision).await, ["beslutssida"]);
    let result = link(&setting, "result").await;
    assert_eq!(
        opens(&app, &result).await,
        ["beslutssida", "resultat", "tips"]
    );
    let full = link(&setting, "full").await;
    assert_eq!(
        opens(&app, &full).await,
        ["beslutssida", "resultat", "tips", "underlag"]
    );
    app.pass(7 * DAY);
    for link in [&decision, &result, &full] {
        let over = app.get(link).await;
        assert_eq!(over.status, StatusCode::NOT_FOUND);
        over.assert_sound("sv");
        assert!(over.says("Läslänken öppnar inget") && over.says("om en ny"));
    }
}

#[tokio::test]
async fn a_link_is_taken_back_and_the_log_tells_both() {
    let app = shared().await;
    let setting = setting(&app).await;
    let address = link(&setting, "result").await;
    let here = setting.path("dela");
    let id = setting.contact.get(&here).await.value("id");
    let fields = [("gor", "ta-tillbaka"), ("id", id.as_str())];
    let done = setting.contact.post(&here, &fields).await;
    assert_eq!(done.location(), format!("{here}?borta=ja"));
    assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);

    let log = setting.contact.get(&format!("/o/{ORG}/logg")).await;
    log.assert_sound("sv");
    let rows = log.texts("tbody tr");
    assert!(rows[0].contains("En läslänk togs tillbaka") && rows[0].contains("kim@ange.example"));
    assert!(rows[1].contains("En läslänk skapades"));
    let english = log.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");
    let home = setting.contact.get(&format!("/o/{ORG}")).await;
    assert!(home.links().contains(&format!("/o/{ORG}/logg")));
}

#[tokio::test]
async fn what_is_not_chosen_is_asked_for() {
    let app = shared().await;
    let setting = setting(&app).await;
    let here = setting.path("dela");
    for (fields, words) in [
        (&[("gor", "ny")][..], "Välj vad läslänken ska visa"),
        (
            &[("gor", "ny"), ("visar", "result"), ("tid", "3650")],
            "Välj hur länge",
        ),
        (
            &[("gor", "ny"), ("visar", "allt"), ("tid", "7")],
            "Välj vad",
        ),
    ] {
        let page = setting.contact.post(&here, fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert!(page.text(".errors").contains(words));
    }
    let page = setting.contact.get(&here).await;
    assert!(!page.has("input[readonly]"), "none was made");
}

#[tokio::test]
async fn an_owner_reads_what_its_company_has_handed_in() {
    let app = shared().await;
    let setting = setting(&app).await;
    let owner = app.organisation("angekommun", "Ånge kommun").await;
    let company = setting.organisation;
    app.write(move |tx| {
        Box::pin(async move {
            tx.change_organisation(company, "Ånge Energi", b"Energi", Some(owner), None)
                .await
        })
    })
    .await;
    let reader = app.member(owner, "bo@ange.example", Role::Reader).await;
    let home = reader.get("/o/angekommun").await;
    assert!(home.links().contains("/o/angekommun/bolag"));
    let before = reader.get("/o/angekommun/bolag").await;
    before.assert_sound("sv");
    assert!(before.says("Ånge Energi") && before.says("Har inte lämnat in"));
    let result = reader.get(&setting.path("resultat")).await;
    assert_eq!(result.status, StatusCode::CONFLICT, "a draft");

    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    let after = reader.get("/o/angekommun/bolag").await;
    assert!(after.links().contains(&setting.path("resultat")));
    let english = after.attr("header a[hreflang]", "href");
    reader.get(&english).await.assert_sound("en");
    for page in ["resultat", "beslutssida"] {
        let page = reader.get(&setting.path(page)).await;
        page.assert_sound("sv");
        assert!(!page.body.contains("hemlig motivering"));
        for link in page
            .links()
            .iter()
            .filter(|link| link.starts_with("/o/ange000000"))
        {
            assert_eq!(reader.get(link).await.status, StatusCode::OK, "{link}");
        }
    }
    assert_eq!(
        reader.get(&setting.path("underlag")).await.status,
        StatusCode::FORBIDDEN
    );
}
