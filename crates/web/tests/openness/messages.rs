//! Writing to an organisation that tells how it works.

use super::*;
use service::feedback;
use service::openness::messages::PER_DAY;

/// Who tells about goal 1, and who asks.
async fn partners(app: &TestApp) -> (Org<'_>, Org<'_>, String) {
    let ange = Org::new(app, "ange", "Ånge Energi").await;
    let bruk = Org::new(app, "bruk", "Bruks Bostäder").await;
    ange.hand_in(Level::FOUR).await;
    let fields = [("mal", "1"), ("om", "Avtal"), ("gor", "visa")];
    ange.post("lar-av-varandra/erbjud", &fields)
        .await
        .location();
    let write = format!("lar-av-varandra/1/{}", ange.public);
    (ange, bruk, write)
}

/// What was written to the contact person of the one who tells.
async fn got(app: &TestApp) -> Vec<String> {
    let mut mails = told(app, "kim@ange.example").await;
    mails.retain(|mail| mail.contains("undrar hur ni arbetar"));
    mails
}

#[tokio::test]
async fn a_message_is_mailed_once_with_who_wrote_and_kept_nowhere() {
    let app = shared().await;
    let (ange, bruk, write) = partners(&app).await;
    let sven = bruk.member("sven@bruk.example", Role::Respondent).await;
    let list = sven.get(&bruk.path("lar-av-varandra")).await;
    assert!(list.links().contains(&bruk.path(&write)));
    let page = assert_both(&sven, &bruk.path(&write)).await;
    for said in [
        "Skriv till Ånge Energi",
        "sven@bruk.example",
        "Bruks Bostäder",
        "sparar inte meddelandet",
    ] {
        assert!(page.says(said), "{said}");
    }
    let form = page.value("formular");
    let text = "Hej!\r\nHur följer ni upp?";
    let fields = [("formular", form.as_str()), ("meddelande", text)];
    let path = bruk.path(&write);
    let (one, two) = tokio::join!(sven.post(&path, &fields), sven.post(&path, &fields));
    for sent in [one, two] {
        let there = format!("{}?klart=skickat", bruk.path("lar-av-varandra"));
        assert_eq!(sent.location(), there);
    }
    let mails = got(&app).await;
    assert_eq!(mails.len(), 1, "two clicks are one message");
    assert!(
        mails[0].contains("> Hej!\n> Hur följer ni upp?"),
        "{}",
        mails[0]
    );
    assert!(mails[0].contains("Svara till sven@bruk.example"));
    let stop = ange.path("lar-av-varandra/erbjud");
    assert!(mails[0].contains(&format!("http://localhost:8080{stop}")));
    assert_eq!(ange.contact.get(&stop).await.status, StatusCode::OK);
    assert!(mails[0].contains("sven@bruk.example, Bruks Bostäder, till er"));
    assert!(
        bruk.happened(&["sven@bruk.example", "skickades till Ånge Energi om mål 1"])
            .await
    );
    assert!(
        ange.happened(&["Bruks Bostäder", "skickade ett meddelande om mål 1"])
            .await
    );
    for log in [bruk.log().await, ange.log().await] {
        assert!(
            !log.iter().any(|line| line.contains("följer ni upp")),
            "that, never what"
        );
    }
    // Other words from the same form are another message, and so are the same from another.
    let other = [
        ("formular", form.as_str()),
        ("meddelande", "Och en sak till"),
    ];
    sven.post(&path, &other).await.location();
    let form = sven.get(&path).await.value("formular");
    let again = [("formular", form.as_str()), ("meddelande", text)];
    sven.post(&path, &again).await.location();
    assert_eq!(got(&app).await.len(), 3);
}

#[tokio::test]
async fn so_many_a_day_and_no_more_whatever_is_cleaned_meanwhile() {
    let app = shared().await;
    let (_, bruk, write) = partners(&app).await;
    let send = async |member: &Member<'_>, text: &str| {
        let form = app.app.id().to_string();
        let fields = [("formular", form.as_str()), ("meddelande", text)];
        member.post(&bruk.path(&write), &fields).await
    };
    for n in 0..PER_DAY {
        send(&bruk.contact, &format!("Fråga {n}")).await.location();
    }
    // The hourly worker forgets yesterday's counts, and none of today's.
    app.pass(DAY / 24);
    feedback::forget_requesters(&app.app)
        .await
        .expect("a database");
    let page = send(&bruk.contact, "En för mycket").await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    page.assert_sound("sv");
    assert_eq!(page.text("#meddelande"), "En för mycket", "it is kept");
    assert!(page.text(".errors").contains("i morgon"));
    app.pass(DAY);
    let fresh = app.session(bruk.contact.person, Some(app.app.now())).await;
    send(&fresh, "Dagen därpå").await.location();
}

#[tokio::test]
async fn what_is_wrong_with_a_message_is_told_and_what_was_written_kept() {
    let app = shared().await;
    let (ange, bruk, write) = partners(&app).await;
    let form = app.app.id().to_string();
    let long = "å".repeat(1501);
    for text in ["", " \r\n ", &long] {
        let fields = [("formular", form.as_str()), ("meddelande", text)];
        let page = bruk.post(&write, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert_eq!(page.attr(".errors a", "href"), "#meddelande");
        assert_eq!(page.value("formular"), form);
    }
    let page = bruk.post(&write, &[("meddelande", "Hej")]).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    let itself = ange.get(&write).await;
    assert_eq!(itself.status, StatusCode::CONFLICT);
    assert!(itself.says("Det är er egen organisation"));
    let reader = bruk.member("ida@bruk.example", Role::Reader).await;
    let fields = [("formular", form.as_str()), ("meddelande", "Hej")];
    let page = reader.post(&bruk.path(&write), &fields).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    // Taken back while someone writes.
    let end = [("mal", "1"), ("gor", "sluta")];
    ange.post("lar-av-varandra/erbjud", &end).await.location();
    for page in [bruk.get(&write).await, bruk.post(&write, &fields).await] {
        assert_eq!(page.status, StatusCode::CONFLICT);
        page.assert_sound("sv");
        assert!(page.says("berättar inte längre om det målet"));
    }
    assert!(got(&app).await.is_empty());
}
