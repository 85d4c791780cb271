//! A network from the first day to the last.

use super::*;

#[tokio::test]
async fn found_invite_accept_see_leave_and_see_no_longer() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let bruk = Org::new(&app, "bruk", "Bruks Bostäder").await;
    let reader = bruk.member("ida@bruk.example", Role::Reader).await;
    ange.hand_in(Level::THREE).await;
    let new = assert_both(&ange.contact, &ange.path("natverk/nytt")).await;
    assert!(
        new.says("dem som kommer med senare"),
        "the founder chooses too"
    );
    let network = ange.found("  Länets   inköpsnätverk ").await;
    let here = format!("natverk/{network}");
    let page = ange.get(&format!("{here}?klart=startat")).await;
    assert!(page.text(".status").contains("Nätverket är startat"));
    assert_eq!(page.text("h1"), "Länets inköpsnätverk");
    assert!(page.says("Ni sköter nätverket") && page.says("ensamma"));

    // Found in the register by the beginning of the name, and invited.
    let manage = ange.path(&format!("{here}/skota"));
    let found = assert_both(&ange.contact, &format!("{manage}?sok=bru")).await;
    assert!(found.says("Bruks Bostäder"));
    let own = ange.contact.get(&format!("{manage}?sok=ånge")).await;
    assert!(own.says("Redan med"));
    let invited = ange.invite(&network, &bruk).await;
    assert_eq!(invited.location(), format!("{manage}?klart=inbjuden"));
    let again = ange.invite(&network, &bruk).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    again.assert_sound("sv");
    assert!(again.text(".errors").contains("redan inbjuden"));
    assert!(again.says("Inbjudna som inte har svarat"));

    // Told by mail and on the organisation's page; what is seen is said before.
    let mail = told(&app, "kim@bruk.example").await;
    let mail = mail.last().expect("an invitation");
    assert!(
        mail.contains("Ånge Energi bjuder in Bruks Bostäder"),
        "{mail}"
    );
    let link = format!(
        "http://localhost:8080{}",
        bruk.path(&format!("{here}/inbjudan"))
    );
    assert!(mail.contains(&link), "{mail}");
    assert!(told(&app, "ida@bruk.example").await.is_empty());
    let home = bruk.contact.get(&format!("/o/{}", bruk.public)).await;
    assert!(home.text(".notice").contains("Länets inköpsnätverk"));
    let seen = reader.get(&format!("/o/{}", bruk.public)).await;
    assert!(!seen.has(".notice") && seen.links().contains(&bruk.path("natverk")));
    let invitation = assert_both(&bruk.contact, &bruk.path(&format!("{here}/inbjudan"))).await;
    for said in [
        "er nivå för varje mål",
        "vilken dag ni lämnade in",
        "kommer med senare",
        "Svar, motiveringar och utkast syns aldrig",
        "Ånge Energi (sköter nätverket)",
        "Svara senast 22 december 2026",
    ] {
        assert!(invitation.says(said), "{said}");
    }
    assert_eq!(
        bruk.get(&here).await.status,
        StatusCode::NOT_FOUND,
        "not yet"
    );

    let joined = bruk.answer(&network, "ja").await;
    assert_eq!(joined.location(), format!("{}?klart=med", bruk.path(&here)));
    let levels = bruk.levels(&network).await;
    assert_eq!(levels.len(), 2);
    assert!(
        levels[0] == "Bruks Bostäder (ni) | Ej inlämnad",
        "{levels:?}"
    );
    let other = &levels[1];
    assert!(
        other.starts_with("Ånge Energi | 22 november 2026 | 3 | ingen nivå"),
        "{other}"
    );
    assert_eq!(other.matches("för få kända svar").count(), 6, "{other}");
    let read = reader.get(&bruk.path(&here)).await;
    read.assert_sound("sv");
    assert!(!read.has("main a.btn"), "a reader sees and changes nothing");
    assert_both(&ange.contact, &ange.path(&here)).await;

    // Handed in later is seen at once, and what is withdrawn no longer.
    let round = bruk.hand_in(Level::TWO).await;
    let levels = ange.levels(&network).await;
    assert!(
        levels[1].starts_with("Bruks Bostäder | 22 november 2026 | 2 | ingen"),
        "{levels:?}"
    );
    bruk.withdraw(round).await;
    let levels = ange.levels(&network).await;
    assert!(levels[1] == "Bruks Bostäder | Ej inlämnad", "{levels:?}");

    let leave = format!("{here}/lamna");
    assert_both(&bruk.contact, &bruk.path(&leave)).await;
    let left = bruk.post(&leave, &[]).await;
    assert_eq!(
        left.location(),
        format!("{}?klart=lamnat", bruk.path("natverk"))
    );
    let gone = bruk.get(&here).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    gone.assert_sound("sv");
    assert!(!gone.says("Ånge Energi"));
    let levels = ange.levels(&network).await;
    assert_eq!(levels.len(), 1, "{levels:?}");
    assert!(
        bruk.happened(&["kim@bruk.example", "gick med i nätverket Länets"])
            .await
    );
    assert!(
        ange.happened(&["Bruks Bostäder lämnade nätverket Länets"])
            .await
    );
    let names_elsewhere = ange.log().await;
    let other = |line: &String| line.contains("bruk.example");
    assert!(
        !names_elsewhere.iter().any(other),
        "people's names stay at home"
    );
}

#[tokio::test]
async fn only_the_one_that_looks_after_it_changes_removes_and_closes() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let bruk = Org::new(&app, "bruk", "Bruks Bostäder").await;
    let city = Org::new(&app, "city", "City Vatten").await;
    let network = ange.found("Nätverket").await;
    let manage = format!("natverk/{network}/skota");
    for other in [&bruk, &city] {
        app.pass(1000);
        ange.invite(&network, other).await.location();
        other.answer(&network, "ja").await.location();
    }
    let get = bruk.get(&manage).await;
    assert_eq!(get.status, StatusCode::CONFLICT);
    get.assert_sound("sv");
    for fields in [
        vec![("gor", "stang")],
        vec![("gor", "ta-bort"), ("id", city.public.as_str())],
        vec![("gor", "andra"), ("namn", "Vårt"), ("syfte", "Annat")],
        vec![("gor", "andra"), ("namn", ""), ("syfte", "Annat")],
        vec![("gor", "bjud-in"), ("id", city.public.as_str())],
    ] {
        let refused = bruk.post(&manage, &fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{fields:?}");
        assert!(
            refused.says("En annan organisation sköter nätverket"),
            "{fields:?}"
        );
    }
    assert_eq!(bruk.levels(&network).await.len(), 3, "nothing is changed");

    let fields = [
        ("gor", "andra"),
        ("namn", "Länets"),
        ("syfte", "Köpa bättre"),
    ];
    let changed = ange.post(&manage, &fields).await;
    assert!(changed.location().ends_with("?klart=andrat"));
    assert_eq!(
        bruk.get(&format!("natverk/{network}")).await.text("h1"),
        "Länets"
    );
    let own = ange
        .post(&manage, &[("gor", "ta-bort"), ("id", &ange.public)])
        .await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    let removed = ange
        .post(&manage, &[("gor", "ta-bort"), ("id", &city.public)])
        .await;
    assert!(removed.location().ends_with("?klart=borttagen"));
    assert_eq!(
        city.get(&format!("natverk/{network}")).await.status,
        StatusCode::NOT_FOUND
    );
    let old = city.answer(&network, "ja").await;
    assert_eq!(
        old.status,
        StatusCode::CONFLICT,
        "the old invitation opens nothing"
    );
    assert!(old.says("men ni är inte längre med"));
    assert!(
        city.happened(&["Ånge Energi", "City Vatten togs bort"])
            .await
    );
    let twice = ange
        .post(&manage, &[("gor", "ta-bort"), ("id", &city.public)])
        .await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    twice.assert_sound("sv");

    // The one that has been there longest takes over, and a newcomer comes last.
    app.pass(1000);
    ange.invite(&network, &city).await.location();
    city.answer(&network, "ja").await.location();
    let leaving = ange.get(&format!("natverk/{network}/lamna")).await;
    assert!(leaving.says("När ni har lämnat det gör Bruks Bostäder det"));
    ange.post(&format!("natverk/{network}/lamna"), &[])
        .await
        .location();
    assert!(
        city.get(&format!("natverk/{network}"))
            .await
            .says("Bruks Bostäder sköter nätverket")
    );
    assert!(bruk.happened(&["sköter nu nätverket Länets"]).await);
    let closed = bruk.post(&manage, &[("gor", "stang")]).await;
    assert_eq!(
        closed.location(),
        format!("{}?klart=stangt", bruk.path("natverk"))
    );
    for org in [&bruk, &city] {
        assert_eq!(
            org.get(&format!("natverk/{network}")).await.status,
            StatusCode::NOT_FOUND
        );
        assert!(org.happened(&["Nätverket Länets stängdes"]).await);
    }
    let twice = bruk.post(&manage, &[("gor", "stang")]).await;
    assert_eq!(twice.status, StatusCode::NOT_FOUND);
    twice.assert_sound("sv");
}

#[tokio::test]
async fn a_network_is_founded_once_however_often_the_form_is_sent() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let first = ange.found("Länets").await;
    assert_eq!(ange.found("Länets").await, first);
    let other = [("namn", "länets"), ("syfte", "Något annat")];
    let same = ange.post("natverk/nytt", &other).await;
    assert_eq!(same.status, StatusCode::CONFLICT);
    same.assert_sound("sv");
    assert!(same.text(".errors").contains("redan med i ett nätverk"));
    assert_eq!(
        same.value("syfte"),
        "Något annat",
        "what was written is kept"
    );
    assert_eq!(ange.get("natverk").await.texts(".tasks > li").len(), 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_network_is_told_and_what_was_written_kept() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let long = "å".repeat(101);
    for (name, purpose, wrong) in [
        ("", "Lära", "#namn"),
        ("  ", "", "#namn"),
        ("Länets", "", "#syfte"),
        (&*long, "Lära", "#namn"),
        ("Nul\0", "Lära", "#namn"),
    ] {
        let page = ange
            .post("natverk/nytt", &[("namn", name), ("syfte", purpose)])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
        page.assert_sound("sv");
        assert!(page.text("title").starts_with("Fel:"));
        assert_eq!(page.attr(".errors a", "href"), wrong);
        assert_eq!(page.value("namn"), name.replace('\0', ""));
    }
    let markup = "<script>alert(1)</script>";
    let network = ange.found(markup).await;
    let page = ange.get(&format!("natverk/{network}")).await;
    assert_eq!(page.text("h1"), markup);
    for _ in 0..9 {
        ange.found(&format!("Nätverk {}", app.app.id())).await;
    }
    let eleventh = [("namn", "Ett till"), ("syfte", "Lära")];
    let page = ange.post("natverk/nytt", &eleventh).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".errors").contains("för många på en dag"));
    for nothing in ["natverk/x", "natverk/x/skota", "natverk/x/lamna"] {
        let page = ange.get(nothing).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{nothing}");
        page.assert_sound("sv");
    }
    let odd = ange
        .post(&format!("natverk/{network}/skota"), &[("gor", "x")])
        .await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    let nobody = [("gor", "bjud-in"), ("id", "ingen")];
    let page = ange
        .post(&format!("natverk/{network}/skota"), &nobody)
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.assert_sound("sv");
}
