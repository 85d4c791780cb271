//! Approving, closing, and going on in the next plan.

use super::*;

#[tokio::test]
async fn an_approval_is_noted_and_later_changes_show() {
    let app = TestApp::new().await;
    let mut org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let approve = format!("{plan}/godkann");
    assert_both(&org.contact, &org.path(&approve)).await;
    let nobody = org
        .post(&approve, &[("vem", ""), ("beslut", "KS 2027/12")])
        .await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(nobody.value("beslut"), "KS 2027/12");
    let fields = [("vem", "Kommunstyrelsen"), ("beslut", "KS 2027/12")];
    org.post(&approve, &fields).await.location();
    let page = org.get(&plan).await;
    assert!(page.says("Godkänd av Kommunstyrelsen") && page.says("(KS 2027/12)"));
    assert!(!page.says("Ändrad efter godkännandet"));
    org.pass(DAY).await;
    org.decide(&card(&plan, CARD), &DO).await.location();
    assert!(org.get(&plan).await.says("Ändrad efter godkännandet"));
    let log = org.contact.get(&format!("/o/{}/logg", org.public)).await;
    assert!(log.says("Handlingsplanen godkändes") && log.says("En handlingsplan gjordes"));
}

#[tokio::test]
async fn a_closed_plan_is_read_only_and_the_next_takes_along_what_is_left() {
    let app = TestApp::new().await;
    let mut org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let (done, left) = (card(&plan, CARD), card(&plan, OTHER));
    org.decide(&done, &[&DO[..], &[("lage", "done")]].concat())
        .await
        .location();
    org.decide(&left, &DO).await.location();
    let mails = app.mails().await.len();
    let close = format!("{plan}/avsluta");
    assert!(
        assert_both(&org.contact, &org.path(&close))
            .await
            .says("En åtgärd är inte klar")
    );
    for _ in 0..2 {
        org.post(&close, &[]).await.location();
    }
    let page = assert_both(&org.contact, &org.path(&plan)).await;
    assert!(page.says("Avslutad") && !page.says("Lägg till en egen åtgärd"));
    let refused = org
        .decide(
            &left,
            &[("beslut", "inte"), ("varfor", "Nej"), ("version", "1")],
        )
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.says("Planen är avslutad"));

    org.pass(DAY).await;
    let round = org.agreed(Level::TWO).await.to_string();
    let fields = [
        ("namn", "Handlingsplan 2028"),
        ("fran", round.as_str()),
        ("ta-med", "ja"),
    ];
    let location = org.post("", &fields).await.location();
    let next = location.split_once("/plan").expect("a plan").1;
    let page = org.get(next).await;
    assert!(
        page.says("1 att göra, 0 av dem klara"),
        "what was done stays behind"
    );
    let entry = org.get(&card(next, OTHER)).await;
    assert!(entry.says("togs med från förra planen"));
    let told = app.mails().await;
    assert_eq!(
        told.len(),
        mails + 1,
        "the owner gets the address of the new plan"
    );
    assert!(
        told[mails]
            .text
            .contains("i Handlingsplan 2028 för Ånge Energi.")
    );
}
