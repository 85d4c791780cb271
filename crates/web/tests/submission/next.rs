//! The next round begins where the last one ended, and the trend tells both.

use domain::assessment::Coverage;
use service::rounds::{self, Facts, of_organisation};

use super::*;

const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;

/// Hands the round in, and comes back a year later.
async fn a_year_later<'a>(app: &'a TestApp, setting: &Setting<'a>) -> Member<'a> {
    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    app.pass(YEAR);
    app.session(setting.contact.person, Some(app.app.now()))
        .await
}

/// Starts the next round from the last one, and gives its address.
async fn start(contact: &Member<'_>, from: Uuid) -> String {
    let chosen = format!("fran-{from}");
    let begun = contact
        .post(&format!("/o/{ORG}/ny"), &[("gor", &chosen)])
        .await;
    let place = begun.location();
    place
        .strip_suffix("/forra-gangen")
        .expect(&place)
        .to_owned()
}

/// Confirms everything of the first goal, and gives how many acts that took.
async fn confirm(contact: &Member<'_>, round: &str) -> usize {
    let goal = format!("{round}/forra-gangen/mal/1");
    let mut acts = 0;
    loop {
        let page = contact.get(&goal).await;
        page.assert_sound("sv");
        let done = if page.has("input[name=fraga]") {
            let question = page.value("fraga");
            let fields = [("gor", "en"), ("fraga", question.as_str())];
            contact.post(&goal, &fields).await
        } else if page.has("button[value=alla]") {
            contact.post(&goal, &[("gor", "alla")]).await
        } else {
            return acts;
        };
        assert_eq!(done.location(), format!("{goal}?bekraftat=ja"));
        let page = contact.get(&done.location()).await;
        assert!(page.text(".status").contains("sparades kl."));
        acts += 1;
    }
}

#[tokio::test]
async fn the_old_answers_are_confirmed_and_what_changed_is_told() {
    let app = shared().await;
    let setting = setting(&app).await;
    let contact = a_year_later(&app, &setting).await;
    let new = contact.get(&format!("/o/{ORG}/ny")).await;
    new.assert_sound("sv");
    let first = format!("#gor-fran-{}[checked]", setting.round);
    assert!(new.has(&first), "the last round is proposed");
    let round = start(&contact, setting.round).await;

    let overview = contact.get(&format!("{round}/forra-gangen")).await;
    overview.assert_sound("sv");
    let english = overview.attr("header a[hreflang]", "href");
    contact.get(&english).await.assert_sound("en");
    assert!(
        contact
            .get(&round)
            .await
            .links()
            .contains(&format!("{round}/forra-gangen"))
    );

    // Nyckelfrågor one by one, the others in one act.
    let edition = app.app.current_edition().expect("an edition");
    let questions = &edition.goals[0].questions;
    let essential = edition
        .places()
        .filter(|(place, _)| place.goal.id == edition.goals[0].id && place.mapped.essential)
        .count();
    assert!(essential > 0 && essential < questions.len());
    assert_eq!(confirm(&contact, &round).await, essential + 1);
    let answered = contact
        .get(&format!("{round}/fraga/{}", questions[0].id))
        .await;
    assert_eq!(
        answered.text("textarea"),
        "hemlig motivering",
        "grounds are kept"
    );
    let chosen = format!("niva.{}", questions[0].id);
    assert!(answered.has(&format!("input[name='{chosen}'][value='3'][checked]")));

    // One answer has changed.
    let version = answered.value(&format!("version.{}", questions[0].id));
    let (name, at) = (
        format!("version.{}", questions[0].id),
        format!("{round}/fraga/{}", questions[0].id),
    );
    contact
        .post(&at, &[(&chosen, "4"), (&name, &version)])
        .await;
    contact.post(&format!("{round}/stang"), &[]).await;
    contact
        .post(&format!("{round}/skillnader"), &[("gor", "anvand")])
        .await;
    let agreed = contact
        .get(&format!("{round}/gemensamt/{}", questions[1].id))
        .await;
    assert_eq!(
        agreed.text("textarea"),
        "hemlig motivering",
        "grounds go along"
    );

    let result = contact.get(&format!("{round}/resultat")).await;
    assert!(result.links().contains(&format!("{round}/andringar")));
    let changes = contact.get(&format!("{round}/andringar")).await;
    changes.assert_sound("sv");
    assert!(changes.says("Högre nivå") && changes.says("Förut: Nivå 3"));
    let english = changes.attr("header a[hreflang]", "href");
    contact.get(&english).await.assert_sound("en");

    let trend = contact.get(&format!("/o/{ORG}/utveckling")).await;
    assert!(trend.says("lämnat in en självskattning"), "one is no trend");
    let home = contact.get(&format!("/o/{ORG}")).await;
    assert!(
        home.says("lämnat in nästa") && !home.links().contains(&format!("/o/{ORG}/utveckling"))
    );
    let receipt = contact.post(&format!("{round}/lamna-in"), &[]).await;
    assert_eq!(receipt.location(), format!("{round}/kvittens"));
    let trend = contact.get(&format!("/o/{ORG}/utveckling")).await;
    trend.assert_sound("sv");
    assert_eq!(trend.texts("table").len(), edition.goals.len());
    assert!(trend.says("22 november 2026") && trend.says("22 november 2027"));
    let english = trend.attr("header a[hreflang]", "href");
    contact.get(&english).await.assert_sound("en");
    assert!(!trend.has("svg .break"), "the years are alike");
    let home = contact.get(&format!("/o/{ORG}")).await;
    assert!(home.links().contains(&format!("/o/{ORG}/utveckling")));
}

/// Changes what a round says of itself.
async fn change_facts(app: &TestApp, round: Uuid, change: impl Fn(&mut Facts)) {
    let opened = of_organisation::open_agreed(&app.app, round).await;
    let opened = opened.expect("a database").expect("a round");
    let changed = rounds::change_facts(&app.app, &opened, change).await;
    changed.expect("a database");
}

#[tokio::test]
async fn years_that_are_not_alike_have_a_break_that_is_explained() {
    let app = shared().await;
    let setting = setting(&app).await;
    let contact = a_year_later(&app, &setting).await;
    let next = app
        .agreeing(
            setting.organisation,
            contact.person,
            Depth::Full,
            &answers(&app),
        )
        .await;
    let wider = |facts: &mut Facts| facts.coverage = Some(Coverage::Group);
    change_facts(&app, next, wider).await;
    contact.post(&path(next, "lamna-in"), &[]).await;
    let trend = contact.get(&format!("/o/{ORG}/utveckling")).await;
    trend.assert_sound("sv");
    let why = "omfattar inte samma verksamhet";
    assert!(trend.has("section svg .break") && trend.texts("table")[0].contains(why));
    assert!(trend.says("Tabellen säger varför"));

    // What is withdrawn does not count, and one is no trend.
    contact
        .post(&path(next, "aterta"), &[("skal", "Fel bolag.")])
        .await;
    let trend = contact.get(&format!("/o/{ORG}/utveckling")).await;
    assert!(!trend.has("table") && trend.says("lämnat in en självskattning"));
}

#[tokio::test]
async fn what_began_from_a_round_stays_when_that_is_withdrawn() {
    let app = shared().await;
    let setting = setting(&app).await;
    let contact = a_year_later(&app, &setting).await;
    let round = start(&contact, setting.round).await;
    let reason = [("skal", "Fel bolag.")];
    contact.post(&setting.path("aterta"), &reason).await;
    let home = contact.get(&format!("/o/{ORG}/ny")).await;
    assert!(home.says("återtagen"), "the choice says so");
    assert!(confirm(&contact, &round).await > 1);
    contact.post(&format!("{round}/stang"), &[]).await;
    let changes = contact.get(&format!("{round}/andringar")).await;
    changes.assert_sound("sv");
}

#[tokio::test]
async fn last_times_answers_are_for_whoever_leads() {
    let app = shared().await;
    let setting = setting(&app).await;
    let contact = a_year_later(&app, &setting).await;
    let round = start(&contact, setting.round).await;
    let colleague = app
        .member(setting.organisation, "bo@ange.example", Role::Respondent)
        .await;
    let home = colleague.get(&round).await;
    assert!(!home.links().contains(&format!("{round}/forra-gangen")));
    let goal = format!("{round}/forra-gangen/mal/1");
    for page in [
        colleague.get(&format!("{round}/forra-gangen")).await,
        colleague.get(&goal).await,
        colleague.post(&goal, &[("gor", "alla")]).await,
    ] {
        assert_eq!(page.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn an_owner_sees_nothing_of_the_round_before() {
    let app = shared().await;
    let setting = setting(&app).await;
    let owner = app.organisation("angekommun", "Ånge kommun").await;
    let company = setting.organisation;
    app.write(move |tx| {
        Box::pin(async move {
            tx.change_organisation(company, "Ånge Energi", b"Energi", Some(owner), None)
                .await
        })
    })
    .await;
    // Begun from a draft that was never handed in.
    let round = start(&setting.contact, setting.round).await;
    confirm(&setting.contact, &round).await;
    setting.contact.post(&format!("{round}/stang"), &[]).await;
    let receipt = setting
        .contact
        .post(&format!("{round}/lamna-in"), &[])
        .await;
    assert_eq!(receipt.location(), format!("{round}/kvittens"));
    let reader = app.member(owner, "bo@ange.example", Role::Reader).await;
    let result = reader.get(&format!("{round}/resultat")).await;
    result.assert_sound("sv");
    assert!(!result.links().contains(&format!("{round}/andringar")));
    let changes = reader.get(&format!("{round}/andringar")).await;
    assert_eq!(changes.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_round_that_is_not_theirs_is_no_beginning() {
    let app = shared().await;
    let setting = setting(&app).await;
    let contact = a_year_later(&app, &setting).await;
    let other = app.organisation("bodens0000", "Bodens kommun").await;
    let someone = app.member(other, "eva@boden.example", Role::Contact).await;
    let foreign = app
        .agreeing(other, someone.person, Depth::Full, &answers(&app))
        .await;
    for chosen in [
        format!("fran-{foreign}"),
        "fran-".to_owned(),
        "fran-x".to_owned(),
    ] {
        let page = contact
            .post(&format!("/o/{ORG}/ny"), &[("gor", &chosen)])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{chosen}");
        assert!(page.text(".errors").contains("Välj"), "{chosen}");
    }
}

#[tokio::test]
async fn what_was_answered_in_between_stands() {
    let app = shared().await;
    let setting = setting(&app).await;
    let contact = a_year_later(&app, &setting).await;
    let round = start(&contact, setting.round).await;
    let goal = format!("{round}/forra-gangen/mal/1");
    let stale = contact.get(&goal).await;
    let question = stale.value("fraga");
    let at = format!("{round}/fraga/{question}");
    let shown = contact.get(&at).await;
    let (niva, version) = (format!("niva.{question}"), format!("version.{question}"));
    let held = shown.value(&version);
    contact.post(&at, &[(&niva, "1"), (&version, &held)]).await;
    let fields = [("gor", "en"), ("fraga", question.as_str())];
    let late = contact.post(&goal, &fields).await;
    let told = contact.get(&late.location()).await;
    assert!(told.text(".status").contains("redan besvarad"));
    let now = contact.get(&at).await;
    assert!(now.has(&format!("input[name='{niva}'][value='1'][checked]")));
}

#[tokio::test]
async fn a_round_that_began_anew_has_no_last_time() {
    let app = shared().await;
    let setting = setting(&app).await;
    for page in ["forra-gangen", "forra-gangen/mal/1", "andringar"] {
        let page = setting.contact.get(&setting.path(page)).await;
        assert!(matches!(
            page.status,
            StatusCode::NOT_FOUND | StatusCode::CONFLICT
        ));
    }
    let page = setting.contact.get(&setting.path("andringar")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
