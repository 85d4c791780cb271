//! Answering an invitation: once, in time, and what a colleague sees who came second.

use super::*;

/// A network, the organisation that looks after it, and one that is invited.
async fn invited(app: &TestApp) -> (Org<'_>, Org<'_>, String) {
    let ange = Org::new(app, "ange", "Ånge Energi").await;
    let bruk = Org::new(app, "bruk", "Bruks Bostäder").await;
    let network = ange.found("Länets").await;
    ange.invite(&network, &bruk).await.location();
    (ange, bruk, network)
}

/// Asserts that an answer came too late, and gives why.
fn over(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.body);
    page.assert_sound("sv");
    assert_eq!(page.text("h1"), "Inbjudan går inte att svara på");
    page.text("main p")
}

#[tokio::test]
async fn the_second_of_two_contact_persons_is_told_what_the_first_answered() {
    let app = shared().await;
    let (ange, bruk, network) = invited(&app).await;
    let bo = bruk.member("bo@bruk.example", Role::Contact).await;
    let path = bruk.path(&format!("natverk/{network}/inbjudan"));
    let (one, two) = tokio::join!(
        bruk.answer(&network, "ja"),
        bo.post(&path, &[("svar", "nej")])
    );
    let joined = ange.levels(&network).await.len() == 2;
    let (first, second) = if joined { (one, two) } else { (two, one) };
    assert!(first.status.is_redirection());
    let told = over(&second);
    if joined {
        assert!(told.contains("redan tackat ja, så ni är med"), "{told}");
        let link = second.attr("main a.btn", "href");
        assert_eq!(bo.get(&link).await.status, StatusCode::OK);
    } else {
        assert!(told.contains("redan tackat nej"), "{told}");
    }
}

#[tokio::test]
async fn the_same_answer_twice_is_one_answer() {
    let app = shared().await;
    let (ange, bruk, network) = invited(&app).await;
    for _ in 0..2 {
        let page = bruk.answer(&network, "ja").await;
        assert!(page.location().ends_with("?klart=med"));
    }
    assert_eq!(ange.levels(&network).await.len(), 2);
    let joined = |log: Vec<String>| {
        let mut joined = log;
        joined.retain(|line| line.contains("gick med i nätverket"));
        joined.len()
    };
    assert_eq!(joined(bruk.log().await), 1);
    assert_eq!(joined(ange.log().await), 1);
    let late = [("gor", "ta-tillbaka"), ("id", bruk.public.as_str())];
    let late = ange.post(&format!("natverk/{network}/skota"), &late).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.assert_sound("sv");
    assert!(
        late.text(".errors")
            .contains("organisationen har redan svarat")
    );
    let in_it = ange.invite(&network, &bruk).await;
    assert!(in_it.text(".errors").contains("redan med"));
}

#[tokio::test]
async fn declining_shows_nothing_and_the_network_can_ask_again() {
    let app = shared().await;
    let (ange, bruk, network) = invited(&app).await;
    let page = bruk.answer(&network, "nej").await;
    assert_eq!(
        page.location(),
        format!("{}?klart=nej", bruk.path("natverk"))
    );
    let page = bruk.contact.get(&page.location()).await;
    page.assert_sound("sv");
    assert!(page.text(".status").contains("Ni har tackat nej"));
    assert!(page.says("Ni är inte med i något nätverk än"));
    assert_eq!(ange.levels(&network).await.len(), 1);
    assert!(over(&bruk.answer(&network, "ja").await).contains("redan tackat nej"));
    assert!(
        ange.happened(&["Bruks Bostäder tackade nej till nätverket Länets"])
            .await
    );
    ange.invite(&network, &bruk).await.location();
    bruk.answer(&network, "ja").await.location();
    assert_eq!(ange.levels(&network).await.len(), 2);
}

#[tokio::test]
async fn an_invitation_ends_by_time_by_the_network_and_with_it() {
    let app = shared().await;
    let (ange, bruk, network) = invited(&app).await;
    let path = format!("natverk/{network}/inbjudan");
    app.pass(30 * DAY - 1);
    let fresh = app.session(bruk.contact.person, None).await;
    let open = fresh.get(&bruk.path(&path)).await;
    assert_eq!(open.status, StatusCode::OK, "to the last moment");
    app.pass(1);
    let fresh = app.session(bruk.contact.person, Some(app.app.now())).await;
    let page = fresh.get(&bruk.path(&path)).await;
    assert!(over(&page).contains("har gått ut"));
    let late = fresh.post(&bruk.path(&path), &[("svar", "ja")]).await;
    assert!(over(&late).contains("har gått ut"));
    let home = fresh.get(&format!("/o/{}", bruk.public)).await;
    assert!(!home.says("Ni är inbjudna"));

    let leader = app.session(ange.contact.person, Some(app.app.now())).await;
    let manage = ange.path(&format!("natverk/{network}/skota"));
    let id = ("id", bruk.public.as_str());
    leader
        .post(&manage, &[("gor", "bjud-in"), id])
        .await
        .location();
    leader
        .post(&manage, &[("gor", "ta-tillbaka"), id])
        .await
        .location();
    let taken = fresh.post(&bruk.path(&path), &[("svar", "ja")]).await;
    assert!(over(&taken).contains("tagit tillbaka"));
    let twice = leader.post(&manage, &[("gor", "ta-tillbaka"), id]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    twice.assert_sound("sv");

    leader
        .post(&manage, &[("gor", "bjud-in"), id])
        .await
        .location();
    leader.post(&manage, &[("gor", "stang")]).await.location();
    let closed = fresh.post(&bruk.path(&path), &[("svar", "ja")]).await;
    assert!(over(&closed).contains("Nätverket kan ha stängts"));
    assert!(over(&fresh.get(&bruk.path("natverk/x/inbjudan")).await).contains("finns inte"));
}

#[tokio::test]
async fn an_answer_is_yes_or_no() {
    let app = shared().await;
    let (ange, bruk, network) = invited(&app).await;
    let page = format!("natverk/{network}/inbjudan");
    for fields in [
        vec![],
        vec![("svar", "kanske")],
        vec![("svar", "ja"), ("svar", "nej")],
    ] {
        let status = bruk.post(&page, &fields).await.status;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{fields:?}");
    }
    assert_eq!(ange.levels(&network).await.len(), 1);
    let reader = bruk.member("ida@bruk.example", Role::Reader).await;
    let answer = reader.post(&bruk.path(&page), &[("svar", "ja")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(
        reader
            .get(&bruk.path("natverk"))
            .await
            .says("En kontaktperson svarar")
    );
}

#[tokio::test]
async fn whoever_has_not_joined_the_service_is_invited_like_anyone() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let network = ange.found("Länets").await;
    let empty = app.organisation("tomt000000", "Tomma Bolaget").await;
    let manage = format!("natverk/{network}/skota");
    let fields = [("gor", "bjud-in"), ("id", "tomt000000")];
    let page = ange.post(&manage, &fields).await;
    assert!(
        page.location().ends_with("?klart=inbjuden"),
        "nothing tells who has joined"
    );
    // Its first contact person comes within the time.
    app.pass(10 * DAY);
    let first = app.member(empty, "eva@tomt.example", Role::Contact).await;
    let page = first.get("/o/tomt000000").await;
    assert!(page.text(".notice").contains("Länets"));
}
