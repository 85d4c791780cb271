//! Each answers alone: nobody sees another's answers before answering is closed.

use domain::account::Role;
use domain::text::Lang;
use web::routes::{Door, ROUTES, fill};

use super::world::ORG;
use super::*;

/// Grounds that nobody else writes, and that are no part of any other text.
const SECRET: &str = "zebra-grund";

#[tokio::test]
async fn no_page_shows_another_what_someone_answers() {
    let world = World::new().await;
    let contact = world.contact().await;
    let colleague = world.person("svarar@ange.se", Some(Role::Respondent)).await;
    let reader = world.person("laser@ange.se", Some(Role::Reader)).await;
    let round = world.start(&contact, "hela").await;
    let link = world
        .invite(&contact, &round, "ledning", "chef@ange.se")
        .await;
    let other = world
        .invite(&contact, &round, "ledning", "vd@ange.se")
        .await;
    let question = world.first_question(&link).await;
    world
        .guest()
        .answer(&link, &question, "4", SECRET)
        .await
        .location();
    let own = world.guest().get(&format!("{link}/fraga/{question}")).await;
    assert!(own.says(SECRET), "they see it themselves");
    let (id, key) = (
        round.rsplit('/').next().unwrap(),
        other.rsplit('/').next().unwrap(),
    );
    let mut seen = 0;
    for route in ROUTES {
        for door in route.doors() {
            let keys: &[&str] = match door {
                Door::Member => &[ORG, id],
                Door::Guest => &[key],
                Door::Write | Door::Read => &[key],
                Door::None => &[ORG],
            };
            let rest = match route.sv {
                own if own.contains("{goal}") => "1",
                own if own.contains("{role}") => "ledning",
                _ => question.as_str(),
            };
            let mut segments = keys.to_vec();
            segments.push(rest);
            let path = fill(&route.pattern(Lang::Sv, *door), &segments);
            for visitor in [&contact, &colleague, &reader, &world.guest()] {
                let page = visitor.get(&path).await;
                assert!(!page.body.contains(SECRET), "{path}");
                seen += usize::from(page.status == StatusCode::OK);
            }
            let answer_page = path.contains("/fraga/");
            if answer_page {
                let page = contact.get(&path).await;
                assert!(!page.body.contains(" checked"), "{path}");
            }
        }
    }
    assert!(seen > 40, "{seen} pages were looked at");
    for page in [
        "skillnader",
        "resultat",
        "beslutssida",
        "underlag",
        "ta-reda-pa",
    ] {
        let path = format!("{round}/{page}");
        assert_eq!(
            contact.get(&path).await.status,
            StatusCode::CONFLICT,
            "{path}"
        );
    }
    let path = format!("{round}/gemensamt/{question}");
    assert_eq!(contact.get(&path).await.status, StatusCode::CONFLICT);
    let name = format!("niva.{question}");
    let sent = contact.post(&path, &[(name.as_str(), "1")]).await;
    assert_eq!(sent.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn progress_is_told_and_done_can_be_taken_back() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let link = world
        .invite(&contact, &round, "ledning", "chef@ange.se")
        .await;
    let question = world.first_question(&link).await;
    let lead = format!("{round}/leda");
    assert!(contact.get(&lead).await.says("chef@ange.se Inte påbörjad"));
    world
        .guest()
        .answer(&link, &question, "2", "")
        .await
        .location();
    assert!(
        contact
            .get(&lead)
            .await
            .says("chef@ange.se Påbörjad (1 av 10)")
    );
    let done = world
        .guest()
        .post(&link, &[("klar", "ja")])
        .await
        .location();
    let page = world.guest().get(&done).await;
    page.assert_sound("sv");
    assert!(page.says("Vi har noterat att du är klar."));
    assert!(contact.get(&lead).await.says("1 av 2 svarande är klara"));
    world
        .guest()
        .post(&link, &[("klar", "nej")])
        .await
        .location();
    assert!(contact.get(&lead).await.says("0 av 2 svarande är klara"));
    let bad = world.guest().post(&link, &[("klar", "kanske")]).await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
    // A round tried without an account has nobody to tell.
    let tried = world.app.start("hela").await;
    let nobody = world.app.post(&tried, &[("klar", "ja")]).await;
    assert_eq!(nobody.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn few_respondents_are_told_beforehand() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let first = world.invite(&contact, &round, "ledning", "a@ange.se").await;
    assert!(
        world
            .guest()
            .get(&first)
            .await
            .says("Ni är färre än tre som svarar.")
    );
    world.invite(&contact, &round, "ledning", "b@ange.se").await;
    let three = world.guest().get(&first).await;
    assert!(!three.says("Ni är färre än tre som svarar."));
    assert!(
        !three.says("som färre än tre ska svara på"),
        "purchasing is asked everything"
    );
    // Purchasing alone is asked what the management is not.
    assert!(contact.get(&round).await.says("38 av dina frågor"));
}

#[tokio::test]
async fn a_respondent_is_asked_only_their_own_questions() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let link = world.invite(&contact, &round, "ledning", "a@ange.se").await;
    let home = world.guest().get(&link).await;
    let asked: Vec<String> = home
        .links()
        .into_iter()
        .filter(|to| to.contains("/fraga/"))
        .collect();
    assert!(asked.len() >= 10, "{asked:?}");
    let edition = world.app.app.current_edition().unwrap();
    let not_asked = edition.places().find(|(_, question)| {
        !asked
            .iter()
            .any(|to| to.ends_with(&format!("/{}", question.id)))
    });
    let (place, question) = not_asked.unwrap();
    let path = format!("{link}/fraga/{}", question.id);
    assert_eq!(world.guest().get(&path).await.status, StatusCode::NOT_FOUND);
    let sent = world.guest().post(&path, &[]).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    let goal = format!("{link}/mal/{}/alla", place.goal.id);
    let shown = world.guest().get(&goal).await;
    assert!(!shown.has(&format!("[name=\"niva.{}\"]", question.id)));
    // From the last question back to the list, never to a page they may not see.
    let last = home.texts(".tasks a").len();
    let last = home
        .html()
        .select(&scraper::Selector::parse(".tasks a").unwrap())
        .nth(last - 1)
        .and_then(|link| link.attr("href").map(str::to_owned))
        .unwrap();
    let last = last.rsplit('/').next().unwrap();
    let after = world.guest().answer(&link, last, "1", "").await.location();
    assert!(after.starts_with(&format!("{link}?sparat=")), "{after}");
    let after = world.guest().get(&after).await;
    after.assert_sound("sv");
    for to in after.links().into_iter().filter(|to| to.starts_with(&link)) {
        assert_eq!(world.guest().get(&to).await.status, StatusCode::OK, "{to}");
    }
}
