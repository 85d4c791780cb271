//! Reminders: one mail a week, to those who want them, of what is late or soon.

use service::plans::reminders::remind_due;

use super::*;

async fn remind(app: &TestApp) -> usize {
    remind_due(&app.app).await.expect("a database")
}

#[tokio::test]
async fn owners_are_reminded_once_a_week_of_all_that_is_due() {
    let app = TestApp::new().await;
    let mut org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    org.decide(&card(&plan, CARD), &DO).await.location();
    let page = org.get(&card(&plan, CARD)).await;
    let owner = page.attr("#agare option[selected]", "value");
    let second = [
        ("beslut", "gor"),
        ("agare", owner.as_str()),
        ("klart", "2027-04-05"),
    ];
    org.decide(&card(&plan, OTHER), &second).await.location();
    org.pass(8 * DAY).await;
    assert_eq!(remind(&app).await, 0, "nothing is due yet");
    // 22 November 2026 to 1 April 2027: one is late, one is soon.
    org.pass(122 * DAY).await;
    let before = app.mails().await.len();
    assert_eq!(remind(&app).await, 2, "the owner, and the contact person");
    assert_eq!(remind(&app).await, 0);
    let mails = app.mails().await;
    let owners = mails[before..]
        .iter()
        .find(|mail| mail.to == "chefen@ange.example")
        .expect("the owner's");
    assert!(owners.subject.contains("2 åtgärder"), "{}", owners.subject);
    assert!(owners.text.contains("Försenat:") && owners.text.contains("Snart:"));
    let contacts = mails[before..]
        .iter()
        .find(|mail| mail.to == "kim@ange.example")
        .expect("the contact person's");
    assert!(
        contacts
            .text
            .contains("En åtgärd i handlingsplanen är försenad.")
    );

    let address = owners.text.lines().find(|line| line.contains("/atgarder/"));
    let address = address.expect("an address").trim();
    let address = &address[address.find("/atgarder/").expect("an address")..];
    let off = app.post(address, &[("gor", "av")]).await.location();
    assert!(app.get(&off).await.says("Påminnelserna är avstängda"));
    org.pass(7 * DAY).await;
    assert_eq!(remind(&app).await, 1, "only the contact person");
    org.post(&format!("{plan}/avsluta"), &[]).await.location();
    org.pass(7 * DAY).await;
    assert_eq!(remind(&app).await, 0, "a closed plan reminds nobody");
}
