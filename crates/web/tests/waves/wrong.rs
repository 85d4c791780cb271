//! What is refused: without fresh proof, by others, and for what cannot be used.

use super::*;

#[tokio::test]
async fn every_act_asks_for_fresh_proof() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    agency.close(FIRST).await.location();
    let long_ago = app.session(agency.bo.person, None).await;
    for (path, fields) in [
        (WAVES.to_owned(), vec![("dag", FIRST)]),
        (wave(FIRST), vec![("gor", "publicera"), ("hash", "00")]),
        (wave(FIRST), vec![("gor", "kassera")]),
        (
            wave(FIRST),
            vec![("gor", "dra-tillbaka"), ("varfor", "Fel")],
        ),
    ] {
        let asked = long_ago.post(&path, &fields).await;
        assert!(
            asked.location().starts_with("/konto/bekrafta"),
            "{fields:?}"
        );
    }
    assert_eq!(long_ago.get(&wave(FIRST)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_else_at_the_agency_sees_a_comparison_before_it_is_published() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    agency.close(FIRST).await.location();
    let report = format!("{}/rapport", wave(FIRST));
    for role in [
        AgencyRole::CaseOfficer,
        AgencyRole::Editor,
        AgencyRole::Administrator,
    ] {
        let other = at_agency(&app, &format!("{}@m.example", role.code()), role).await;
        for path in [WAVES, &wave(FIRST), &report] {
            assert_eq!(
                other.get(path).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
        let sent = other.post(WAVES, &[("dag", FIRST)]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
        assert!(!other.get("/forvaltning").await.links().contains(WAVES));
    }
}

#[tokio::test]
async fn a_day_that_cannot_be_used_is_told_and_kept() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    for (sent, told) in [
        ("", "Skriv dagen som"),
        ("i våras", "Skriv dagen som"),
        ("2027-02-30", "Skriv dagen som"),
        ("2026-11-23", "Dagen har inte kommit än"),
        ("2026-11-21", "Ingen utgåva av frågorna"),
    ] {
        let page = agency.close(sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{sent}");
        page.assert_sound("sv");
        assert!(page.text(".errors").contains(told), "{sent}");
        assert_eq!(page.value_of("dag"), sent);
    }
    let addresses = ["2026-11-22", "2026-13-01", "alla"].map(wave);
    for address in addresses {
        for path in [address.clone(), format!("{address}/rapport")] {
            assert_eq!(agency.ada.get(&path).await.status, StatusCode::NOT_FOUND);
        }
        let sent = agency.ada.post(&address, &[("gor", "kassera")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{address}");
    }
    agency.close(FIRST).await.location();
    for fields in [&[][..], &[("gor", "allt")]] {
        let page = agency.bo.post(&wave(FIRST), fields).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
    }
    let other = [("gor", "publicera"), ("hash", "00")];
    let page = agency.bo.post(&wave(FIRST), &other).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.says("Något annat hände samtidigt"));
}

#[tokio::test]
async fn what_must_be_put_right_first_is_named() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    let companies = agency.companies(2).await;
    agency.hand_in(companies[1], FIRST, 4).await;
    let page = agency.close(FIRST).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    let told = page.texts(".errors li");
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("Bolag 1 har flera inlämningar den 22 november 2026"));
    assert!(
        page.says("Ingen jämförelse är stängd än"),
        "nothing was stored"
    );
}
