//! What the rest of the service says and does about it.

use std::io::{Cursor, Read};

use super::*;

/// Two organisations in a network, one of which also tells about a goal.
async fn open(app: &TestApp) -> (Org<'_>, Org<'_>, String) {
    let ange = Org::new(app, "ange", "Ånge Energi").await;
    let bruk = Org::new(app, "bruk", "Bruks Bostäder").await;
    let network = ange.found("Länets").await;
    app.pass(1000);
    ange.invite(&network, &bruk).await.location();
    bruk.answer(&network, "ja").await.location();
    ange.hand_in(Level::FOUR).await;
    let fields = [("mal", "1"), ("om", "Avtal"), ("gor", "visa")];
    ange.post("lar-av-varandra/erbjud", &fields)
        .await
        .location();
    (ange, bruk, network)
}

#[tokio::test]
async fn whoever_hands_in_is_told_who_sees_the_levels() {
    let app = shared().await;
    let (ange, bruk, _) = open(&app).await;
    for (org, tells) in [(&ange, true), (&bruk, false)] {
        let person = org.contact.person;
        let round = app.agreeing(org.id, person, Depth::Full, &[]).await;
        for page in ["lamna-in", "kontrollera-allt"] {
            let page = org.get(&format!("sjalvskattning/{round}/{page}")).await;
            page.assert_sound("sv");
            assert!(page.says("Organisationerna i Länets ser er nivå"));
            assert_eq!(
                page.says("Ni visar er nivå för mål i Lär av varandra"),
                tells
            );
        }
    }
}

#[tokio::test]
async fn what_is_taken_out_holds_networks_and_offers() {
    let app = shared().await;
    let (ange, bruk, _) = open(&app).await;
    let city = Org::new(&app, "city", "City Vatten").await;
    let other = city.found("Citys").await;
    city.invite(&other, &ange).await.location();
    let about = async |org: &Org<'_>| -> serde_json::Value {
        let file = org.get("export/fil").await;
        let mut zip = zip::ZipArchive::new(Cursor::new(file.bytes)).expect("an archive");
        let mut file = zip.by_name("organisation.json").expect("a file");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a text");
        serde_json::from_str(&text).expect("JSON")
    };
    let own = about(&ange).await;
    assert_eq!(own["networks"][0]["name"], "Länets");
    assert_eq!(own["networks"][0]["purpose"], "Lära av varandra");
    assert!(own["networks"][0]["joined_at"].is_i64());
    assert_eq!(own["networks"][1]["name"], "Citys");
    assert!(own["networks"][1]["joined_at"].is_null());
    assert!(own["networks"][1]["invited_until"].is_i64());
    assert_eq!(own["offers"][0]["goal"], "1");
    assert_eq!(own["offers"][0]["about"], "Avtal");
    let other = about(&bruk).await;
    assert_eq!(other["networks"].as_array().expect("networks").len(), 1);
    assert!(other["offers"].as_array().expect("offers").is_empty());
    assert!(
        !other.to_string().contains("Ånge Energi gick"),
        "others' acts are theirs"
    );
}

#[tokio::test]
async fn whoever_leaves_the_service_is_seen_no_longer() {
    let app = shared().await;
    let (ange, bruk, network) = open(&app).await;
    let city = Org::new(&app, "city", "City Vatten").await;
    ange.invite(&network, &city).await.location();
    let page = ange.get("avsluta").await;
    page.assert_sound("sv");
    assert!(page.says("Er plats i nätverk"));
    let left = ange.post("avsluta", &[("namn", "Ånge Energi")]).await;
    assert_eq!(left.location(), "/oversikt?lamnat=ja");
    let levels = bruk.levels(&network).await;
    assert_eq!(levels.len(), 1, "{levels:?}");
    assert!(!bruk.get("lar-av-varandra").await.says("Ånge"));
    assert!(
        bruk.happened(&["Ånge Energi lämnade nätverket Länets"])
            .await
    );
    assert!(bruk.happened(&["sköter nu nätverket"]).await);
    // The invitation is the network's, which goes on.
    city.answer(&network, "ja").await.location();
    assert_eq!(bruk.levels(&network).await.len(), 2);
    for org in [&bruk, &city] {
        let name = if org.public == bruk.public {
            "Bruks Bostäder"
        } else {
            "City Vatten"
        };
        org.post("avsluta", &[("namn", name)]).await.location();
    }
    let mut tx = app.app.store.read().await.expect("a database");
    let id = network.parse().expect("an id");
    assert_eq!(
        tx.network(id).await.expect("a database"),
        None,
        "nobody is left"
    );
}

#[tokio::test]
async fn the_privacy_page_tells_of_it_where_there_are_others() {
    let told = "Nätverk och Lär av varandra";
    assert!(shared().await.get("/integritet").await.says(told));
    assert!(!TestApp::new().await.get("/integritet").await.says(told));
}

#[tokio::test]
async fn an_own_installation_leads_nowhere_there_is_nothing() {
    let app = TestApp::new().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let home = ange.contact.get(&format!("/o/{}", ange.public)).await;
    home.assert_sound("sv");
    for page in ["natverk", "liknande", "lar-av-varandra"] {
        assert!(!home.links().contains(&ange.path(page)), "{page}");
        assert_eq!(ange.get(page).await.status, StatusCode::NOT_FOUND);
    }
}
