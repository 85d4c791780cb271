//! Beside a question stands what the plan did for it: for members, and for nobody else.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};

use domain::instrument;
use service::rounds::respondents::{self, Joined};
use service::rounds::{Wanted, audiences, of_organisation};

use super::*;

/// The svarslänk of someone without an account who is asked one question.
async fn guest(setting: &Setting<'_>, round: Uuid) -> String {
    let app = &setting.app.app;
    let person = setting.contact.person;
    let opened = of_organisation::open_own(app, round, person, Wanted::All).await;
    let opened = opened.expect("a database").expect("a round");
    let asked = BTreeSet::from([QUESTION.to_owned()]);
    let role = instrument::Role::Ledning;
    audiences::ask(app, &opened, role, &asked)
        .await
        .expect("a database");
    let all = audiences::audiences(app, &opened).await;
    let all = all.expect("a database").into_iter();
    let link = all.filter(|audience| audience.role == role);
    let link = link.filter_map(|audience| audience.link).next();
    let link = link.expect("a common link");
    let welcome = respondents::welcome(app, &link).await;
    let welcome = welcome.expect("a database").expect("a link");
    let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let joined = respondents::join(app, &link, &welcome, "", Lang::Sv, here).await;
    match joined.expect("a database") {
        Joined::As(secret) => format!("/svara/{}", secret.text()),
        Joined::TooMany => panic!("the first one"),
    }
}

#[tokio::test]
async fn members_see_what_the_plan_did_for_the_question() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::TWO).await;
    let anna = setting.by("Anna Berg", "2027-03-12").await;
    setting.decide(CARD, anna.clone(), Status::Ongoing).await;
    let round = setting.answering().await;
    let question = setting.path(round, &format!("fraga/{QUESTION}"));
    let title = &setting.card(CARD).title.sv;

    let told = |ends: &str| format!("I handlingsplanen: ”{title}” – {ends}");
    let page = setting.contact.get(&question).await;
    page.assert_sound("sv");
    let ongoing = told("pågår (Anna Berg, ska vara klar 12 mars 2027)");
    assert_eq!(page.texts(".in-plan li"), [ongoing]);
    let english = page.attr("header a[hreflang]", "href");
    let english = setting.contact.get(&english).await;
    english.assert_sound("en");
    assert!(
        english
            .text(".in-plan")
            .starts_with("In the action plan: “")
    );

    // What is changed in it later does not change when it was done.
    setting.decide(CARD, anna, Status::Done).await;
    app.pass(40 * 24 * AN_HOUR);
    let kim = app.session(setting.contact.person, None).await;
    let later = setting.by("Bo Ek", "2027-04-01").await;
    setting.decide(CARD, later, Status::Done).await;
    let done = told("klar (Bo Ek, 22 november 2026)");
    let bo = app
        .member(setting.organisation.id, "bo@ange.example", Role::Respondent)
        .await;
    for member in [&kim, &bo] {
        let page = member.get(&question).await;
        assert_eq!(page.texts(".in-plan li"), [done.as_str()]);
    }
    // Last time's answers, with the nyckelfrågor first.
    let edition = app.app.current_edition().expect("an edition");
    let goal = &edition.place(QUESTION).expect("a question").goal.id;
    let goal = setting.path(round, &format!("forra-gangen/mal/{goal}"));
    let mut page = kim.get(&goal).await;
    while page.value("fraga") != QUESTION {
        let key = page.value("fraga");
        let confirmed = [("fraga", key.as_str()), ("gor", "en")];
        kim.post(&goal, &confirmed).await.location();
        page = kim.get(&goal).await;
    }
    page.assert_sound("sv");
    assert!(page.texts(".in-plan li").contains(&done), "{}", page.body);

    // Another question has nothing of it, and whoever has no account sees nothing.
    let others = edition.questions.keys();
    let mut others =
        others.filter(|id| setting.card(CARD).serves.iter().all(|s| s.question != **id));
    let other = setting.path(round, &format!("fraga/{}", others.next().expect("one")));
    assert!(!kim.get(&other).await.has(".in-plan"));
    let guest = guest(&setting, round).await;
    let page = app.get(&format!("{guest}/fraga/{QUESTION}")).await;
    page.assert_sound("sv");
    assert!(!page.has(".in-plan") && !page.body.contains("Bo Ek"));
}

#[tokio::test]
async fn the_group_sees_it_where_it_agrees() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::TWO).await;
    let on = "2027-09-01".try_into().expect("a day");
    setting
        .decide(CARD, Decision::Later { on }, Status::NotBegun)
        .await;
    let title = &setting.card(CARD).title.sv;
    let first = setting.path(setting.round, &format!("gemensamt/{QUESTION}"));
    let page = setting.contact.get(&first).await;
    assert!(!page.has(".in-plan"), "the plan came of this round");

    app.pass(AN_HOUR);
    let next = setting.agreed(&[], Level::TWO).await;
    let path = setting.path(next, &format!("gemensamt/{QUESTION}"));
    let page = setting.contact.get(&path).await;
    page.assert_sound("sv");
    let later = format!("I handlingsplanen: ”{title}” – senare (tas upp igen 1 september 2027)");
    assert_eq!(page.texts(".in-plan li"), [later]);

    // A plan that is made from the new round is no outcome of it: the one before stands.
    let plan = setting.open().await;
    plans::close(&app.app, setting.contact.person, &plan)
        .await
        .expect("a plan");
    setting.make("Plan 2028", next).await;
    let page = setting.contact.get(&path).await;
    assert_eq!(page.texts(".in-plan li").len(), 1);

    // With reasons of no other's answer: what was decided against says only that.
    app.pass(AN_HOUR);
    let third = setting.agreed(&[], Level::TWO).await;
    let path = setting.path(third, &format!("gemensamt/{QUESTION}"));
    assert!(!setting.contact.get(&path).await.has(".in-plan"), "nothing");
}
