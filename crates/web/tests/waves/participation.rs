//! Var ni är med: what an organisation is told of its own part.

use super::*;

const FIRST_COMPANY: &str = "/o/bolag00000";

fn page() -> String {
    format!("{FIRST_COMPANY}/jamforelse/medverkan")
}

#[tokio::test]
async fn it_tells_from_when_and_why_not_yet() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    let companies = agency.companies(12).await;
    let kim = app
        .member(companies[0], "kim@b.example", Role::Reader)
        .await;
    let home = kim.get(FIRST_COMPANY).await;
    assert!(home.links().contains(&page()));
    assert!(!home.says("är publicerad"));
    let before = kim.get(&page()).await;
    before.assert_sound("sv");
    assert!(before.says("Ingen jämförelse är publicerad än"));
    agency.close(FIRST).await.location();
    assert!(
        kim.get(&page())
            .await
            .says("Ingen jämförelse är publicerad än")
    );

    agency.publish(&agency.bo, FIRST).await.location();
    assert!(
        kim.get(FIRST_COMPANY)
            .await
            .says("Jämförelsen den 22 november 2026 är publicerad")
    );
    let told = kim.get(&page()).await;
    told.assert_sound("sv");
    assert!(told.says("Er inlämning den 22 november 2026 räknas"));
    let rows = told.texts("tbody tr");
    assert_eq!(
        rows,
        [
            "Alla organisationerSiffror från 22 november 2026Ni räknas med",
            "Offentligt ägda bolagSiffror från 22 november 2026Ni räknas med",
        ]
    );
    let english = told.attr("header a[hreflang]", "href");
    kim.get(&english).await.assert_sound("en");

    let late = app.organisation("sent000000", "Sena Bolaget").await;
    let lo = app.member(late, "lo@b.example", Role::Contact).await;
    let path = "/o/sent000000/jamforelse/medverkan";
    assert!(lo.get(path).await.says("Ni hade inget inlämnat"));
    app.pass(24 * 60 * 60 * 1000);
    let lo = app.session(lo.person, None).await;
    agency.hand_in(late, "2026-11-23", 2).await;
    assert!(
        lo.get(path)
            .await
            .says("23 november 2026, efter jämförelsen")
    );
    let (ada, bo) = (agency.ada.person, agency.bo.person);
    let second = day("2026-11-23");
    service::waves::close(&app.app, ada, second)
        .await
        .expect("a wave");
    let hash = agency.hash("2026-11-23").await;
    service::waves::publish(&app.app, bo, second, &hash)
        .await
        .expect("a wave");
    let waits = lo.get(path).await;
    waits.assert_sound("sv");
    assert!(waits.says("när minst sex organisationer har kommit till"));
    assert!(waits.says("minst tre har kommit till eller ändrat något svar"));
}

#[tokio::test]
async fn it_is_for_those_who_belong_there_where_an_agency_runs_the_service() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    let companies = agency.companies(2).await;
    let other = app
        .member(companies[1], "kim@b.example", Role::Contact)
        .await;
    assert_eq!(other.get(&page()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(agency.ada.get(&page()).await.status, StatusCode::NOT_FOUND);

    let own = TestApp::with(|settings| settings.mode = Mode::Own).await;
    let company = own.organisation("bolag00000", "Bolaget").await;
    let kim = own.member(company, "kim@b.example", Role::Contact).await;
    assert_eq!(kim.get(&page()).await.status, StatusCode::NOT_FOUND);
    assert!(!kim.get(FIRST_COMPANY).await.links().contains(&page()));
}
