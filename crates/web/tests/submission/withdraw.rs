//! Withdrawing what was handed in.

use service::submissions;

use super::*;

#[tokio::test]
async fn a_withdrawal_is_a_new_act_with_a_reason() {
    let app = shared().await;
    let setting = setting(&app).await;
    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    let before = setting.contact.get(&setting.path("kvittens")).await;
    let path = setting.path("aterta");
    assert!(before.links().contains(&path));
    setting.contact.get(&path).await.assert_sound("sv");

    for (reason, message) in [
        ("  ", "Skriv varför"),
        ("a\0b", "inte går att spara"),
        (&"x".repeat(1001), "för lång"),
    ] {
        let page = setting.contact.post(&path, &[("skal", reason)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert!(
            page.text(".errors").contains(message),
            "{}",
            page.text(".errors")
        );
    }

    app.mails().await;
    let done = setting
        .contact
        .post(&path, &[("skal", "Fel bolag.\r\nNytt kommer.")])
        .await;
    let page = setting.contact.get(&done.location()).await;
    page.assert_sound("sv");
    assert!(page.says("återtog") && page.says("Fel bolag. Nytt kommer."));
    assert_eq!(page.text(".reference"), before.text(".reference"));
    assert_eq!(
        page.text("dd code"),
        before.text("dd code"),
        "nothing in it changes"
    );
    assert!(!page.links().contains(&path));

    let mails = app.mails().await;
    assert!(mails.iter().any(|mail| mail.subject.contains("återtagit")));
    let again = setting
        .contact
        .post(&path, &[("skal", "En gång till.")])
        .await;
    assert_eq!(again.location(), setting.path("kvittens"));
    let receipt = submissions::receipt(&app.app, setting.round).await;
    let withdrawn = receipt.expect("a database").expect("a receipt").withdrawn;
    assert_eq!(
        withdrawn.expect("withdrawn").reason,
        "Fel bolag.\nNytt kommer."
    );
}

#[tokio::test]
async fn what_was_not_handed_in_is_not_withdrawn() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let page = setting
        .contact
        .post(&setting.path("aterta"), &[("skal", "x")])
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.assert_sound("sv");
}
