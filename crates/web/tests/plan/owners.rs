//! Owners need no account: they see their own actions and say how far they have come.

use super::*;

/// The secret address that the latest mail tells.
async fn told(app: &TestApp) -> String {
    let mails = app.mails().await;
    let mail = mails.last().expect("a mail");
    let line = mail.text.lines().find(|line| line.contains("/atgarder/"));
    let address = line.expect("an address").trim();
    address[address.find("/atgarder/").expect("an address")..].to_owned()
}

async fn with_owner(org: &Org<'_>) -> (String, String) {
    let plan = org.make().await;
    org.decide(&card(&plan, CARD), &DO).await.location();
    (plan, told(org.app).await)
}

#[tokio::test]
async fn an_owner_sees_only_their_own_and_reports() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let (plan, address) = with_owner(&org).await;
    let other = [
        ("beslut", "gor"),
        ("ny-agare", "Någon annan"),
        ("klart", "2027-05-01"),
    ];
    org.decide(&card(&plan, OTHER), &other).await.location();
    let page = app.get(&address).await;
    page.assert_sound("sv");
    app.get(&page.attr("header a[hreflang]", "href"))
        .await
        .assert_sound("en");
    assert_eq!(page.texts("section.panel h2").len(), 1);
    assert!(!page.says("Någon annan"));
    let key = format!("tips.{CARD}");
    let report = |version: &'static str, status: &'static str, note: &'static str| {
        let (app, address, key) = (&app, &address, key.clone());
        async move {
            let fields = [
                ("gor", "spara"),
                ("atgard", key.as_str()),
                ("version", version),
                ("lage", status),
                ("anteckning", note),
            ];
            app.post(address, &fields).await
        }
    };
    let saved = report("1", "done", "Listan ligger i registret.").await;
    assert!(saved.location().ends_with("?klart=sparat"));
    let entry = org.get(&card(&plan, CARD)).await;
    assert!(entry.says("Inköpschefen genom sin egen länk"));
    assert!(entry.says("Listan ligger i registret."));
    assert!(
        entry.says("svaren visar det inte än"),
        "a question, nothing overwritten"
    );
    let late = report("1", "ongoing", "Sent").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.assert_sound("sv");
    assert!(late.says("Läge enligt er: Klar"));
    assert_eq!(late.text("textarea"), "Sent");

    let others = format!("tips.{OTHER}");
    let fields = [
        ("gor", "spara"),
        ("atgard", others.as_str()),
        ("version", "1"),
        ("lage", "done"),
        ("anteckning", ""),
    ];
    let refused = app.post(&address, &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(org.get(&card(&plan, OTHER)).await.says("Inte påbörjad"));
}

#[tokio::test]
async fn an_address_that_was_changed_opens_nothing() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let (plan, address) = with_owner(&org).await;
    let owners = format!("{plan}/ansvariga");
    let page = assert_both(&org.contact, &org.path(&owners)).await;
    assert!(page.attr("input[readonly]", "value").ends_with(&address));
    let id = page.value("agare");
    let change = |name: &'static str, email: &'static str, what: &'static str| {
        let (org, owners, id) = (&org, &owners, id.clone());
        async move {
            let fields = [
                ("agare", id.as_str()),
                ("namn", name),
                ("epost", email),
                ("gor", what),
            ];
            org.post(owners, &fields).await
        }
    };
    let wrong = change("", "inte en", "spara").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.assert_sound("sv");
    assert_eq!(wrong.texts(".errors a").len(), 2);
    let before = app.mails().await.len();
    change("Upphandlingschefen", "chefen@ange.example", "spara")
        .await
        .location();
    assert_eq!(app.mails().await.len(), before, "the address is the same");
    change("Upphandlingschefen", "nya@ange.example", "ny-adress")
        .await
        .location();
    assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
    let new = told(&app).await;
    assert_ne!(new, address);
    assert!(app.get(&new).await.says("Upphandlingschefen"));
    assert!(org.get(&plan).await.says("Gör. Upphandlingschefen"));
}

#[tokio::test]
async fn addresses_that_open_nothing_say_so() {
    let app = TestApp::new().await;
    for key in ["x", "00000000000000000000000000000000"] {
        let page = app.get(&format!("/atgarder/{key}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        page.assert_sound("sv");
    }
}
