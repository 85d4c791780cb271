//! A whole goal on one page.

use super::*;

#[tokio::test]
async fn a_whole_goal_is_saved_at_once_and_one_bad_field_stops_no_other() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/mal/7/alla");
    app.get(&path).await.assert_sound("sv");
    let page = app
        .post(
            &path,
            &[
                ("niva.social.risk", "2"),
                ("version.social.risk", "0"),
                ("niva.social.anvandare", "nio"),
                ("version.social.anvandare", "0"),
                ("okand", "x"),
            ],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.has(".errors a[href=\"#niva-social-anvandare-1\"]"));
    let again = app.get(&path).await;
    assert!(
        again.has("#niva-social-risk-2[checked]"),
        "the other is saved"
    );
}

#[tokio::test]
async fn only_the_disputed_question_comes_back() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    app.answer(&round, "social.risk", "1").await;
    let path = format!("{round}/mal/7/alla");
    let page = app
        .post(
            &path,
            &[
                ("niva.social.risk", "4"),
                ("version.social.risk", "0"),
                ("niva.social.anvandare", "3"),
                ("version.social.anvandare", "0"),
            ],
        )
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.has("[name=\"behall.social.risk\"]"));
    assert!(!page.has("[name=\"behall.social.anvandare\"]"));
    assert!(
        app.get(&path)
            .await
            .has("#niva-social-anvandare-3[checked]")
    );
}
