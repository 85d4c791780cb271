//! What to find out, and the mails.

use std::collections::BTreeMap;

use super::*;

#[tokio::test]
async fn every_role_has_its_questions_and_a_mail_that_opens() {
    let app = TestApp::new().await;
    let mut answers = all(&app, Answer::Level(Level::TWO));
    answers.insert("ratt.jav".to_owned(), Answer::DontKnow);
    answers.remove("effektiv.lcc");
    let round = round(&app, "hela", &answers).await;
    let lists = advice::find_out(edition(&app), Depth::Full, None, &answers);
    let page = app.get(&format!("{round}/ta-reda-pa")).await;
    assert_eq!(page.texts("section:has(ol.ladder) > h2").len(), lists.len());
    for (role, questions) in &lists {
        let section = format!("section[aria-labelledby=\"{}\"]", role.code());
        assert_eq!(page.texts(&format!("{section} h3")).len(), questions.len());
        let text = page.text(&format!("#text-{}", role.code()));
        for id in questions {
            let question = edition(&app).question(id).expect("a question");
            assert!(text.contains(&question.question.sv));
            assert!(question.levels.iter().all(|level| text.contains(&level.sv)));
        }
    }
    assert!(page.says("4.3") && page.says("2.6") && !page.says("1.1"));
}

#[tokio::test]
async fn a_mail_is_never_too_long_and_never_gives_the_address_away() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let key = round.rsplit('/').next().expect("a key");
    for path in [
        format!("{round}/ta-reda-pa"),
        format!("{}/find-out", english(&round)),
    ] {
        let page = app.get(&path).await;
        let html = page.html();
        let links = scraper::Selector::parse("a[href^=\"mailto:\"]").expect("a selector");
        let mails: Vec<&str> = html.select(&links).filter_map(|a| a.attr("href")).collect();
        assert_eq!(mails.len(), 5);
        for mail in mails {
            assert!(mail.len() <= 2000, "{}", mail.len());
            assert!(!mail.contains(key) && !mail.contains(' ') && !mail.contains('+'));
            let query = mail.strip_prefix("mailto:?").expect("no recipient");
            let fields: BTreeMap<String, String> = form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect();
            assert!(!fields["subject"].is_empty());
            assert!(fields["body"].contains('.') && fields["body"].contains("\r\n"));
        }
    }
}
