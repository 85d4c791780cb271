//! The list by disagreement, and what the group agrees on.

use domain::account::Role;

use super::*;

/// A closed round that three managers answered 1, 3 and 4 on its first question.
async fn closed(world: &World, contact: &Visitor<'_>) -> (String, String) {
    let (round, links) = world.answered(contact).await;
    let question = world.first_question(&links[0]).await;
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    (round, question)
}

#[tokio::test]
async fn the_widest_disagreement_comes_first() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, question) = closed(&world, &contact).await;
    let list = contact.get(&format!("{round}/skillnader")).await;
    list.assert_sound("sv");
    assert!(list.attr(".tasks a", "href").ends_with(&question));
    assert_eq!(
        list.text(".tasks .more"),
        "Nivå 1: 1 · Nivå 3: 1 · Nivå 4: 1"
    );
    assert!(list.says("Ni har enats om 0 av 48 frågor."));
    // The contact person was asked the rest and has answered nothing: told, and not counted.
    assert!(list.says("3 svarade.") && list.says("Ingen svarade"));
    assert!(!list.says("Ingen fick frågan"));
    let page = contact.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(page.says("En som fick frågan svarade inte."));
    let goal = contact.get(&format!("{round}/skillnader?mal=4")).await;
    goal.assert_sound("sv");
    assert!(goal.texts(".tasks li").len() < list.texts(".tasks li").len());
    assert!(
        goal.texts(".tasks a")
            .iter()
            .all(|text| text.starts_with("4."))
    );
}

#[tokio::test]
async fn a_question_is_agreed_on_and_undone_and_every_revision_kept() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, question) = closed(&world, &contact).await;
    let page = format!("{round}/gemensamt/{question}");
    let shown = contact.get(&page).await;
    shown.assert_sound("sv");
    assert!(shown.says("3 har svarat."));
    for ground in ["Grund 1", "Grund 3", "Grund 4"] {
        assert!(shown.says(ground));
    }
    assert!(
        !shown.has("input[checked]"),
        "nothing is proposed when they differ"
    );
    let next = contact
        .agree(&round, &question, "3", "Vi enades")
        .await
        .location();
    assert!(next.starts_with(&format!("{round}/gemensamt/")), "{next}");
    assert!(!next.contains(&format!("gemensamt/{question}")));
    let next = contact.get(&next).await;
    next.assert_sound("sv");
    assert!(next.says("är sparat kl."));
    let agreed = contact.get(&page).await;
    assert!(agreed.says("Gemensamt svar: Nivå 3"));
    let list = contact.get(&format!("{round}/skillnader")).await;
    assert!(list.says("Ni har enats om 1 av 48 frågor."));
    let version = format!("version.{question}");
    let undo = [("gor", "angra"), (version.as_str(), "1")];
    assert_eq!(contact.post(&page, &undo).await.location(), page);
    let undone = contact.get(&page).await;
    assert!(!undone.says("Gemensamt svar: Nivå"));
    assert_eq!(undone.value(&version), "2");
    // Undone again by someone who still sees what was: nothing happens.
    contact.agree(&round, &question, "4", "").await.location();
    let stale = contact.post(&page, &undo).await.location();
    let stale = contact.get(&stale).await;
    assert!(stale.says("Någon annan ändrade svaret"));
    assert!(stale.says("Gemensamt svar: Nivå 4"));
    let id = round.rsplit('/').next().unwrap().parse().unwrap();
    let mut tx = world.app.app.store.read().await.unwrap();
    assert_eq!(tx.agreement_history(id, &question).await.unwrap().len(), 3);
}

#[tokio::test]
async fn two_who_agree_at_once_choose() {
    let world = World::new().await;
    let contact = world.contact().await;
    let second = world.person("kontakt2@ange.se", Some(Role::Contact)).await;
    let (round, question) = closed(&world, &contact).await;
    contact
        .agree(&round, &question, "3", "Den ena")
        .await
        .location();
    let names = ["niva", "motivering", "version"].map(|name| format!("{name}.{question}"));
    let fields = [
        (names[0].as_str(), "2"),
        (&names[1], "Den andra"),
        (&names[2], "0"),
    ];
    let both = second
        .post(&format!("{round}/gemensamt/{question}"), &fields)
        .await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    both.assert_sound("sv");
    assert!(both.says("Den ena") && both.says("Den andra"));
}

#[tokio::test]
async fn a_unanimous_answer_counts_when_it_is_accepted() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, links) = world.answered(&contact).await;
    let home = world.guest().get(&links[0]).await;
    let questions: Vec<String> = home
        .links()
        .into_iter()
        .filter(|to| to.contains("/fraga/"))
        .map(|to| to.rsplit('/').next().unwrap().to_owned())
        .collect();
    let first = world.first_question(&links[0]).await;
    let question = questions.iter().find(|id| **id != first).unwrap();
    for link in &links {
        world
            .guest()
            .answer(link, question, "2", "")
            .await
            .location();
    }
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let page = contact.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(page.says("Alla svarade lika."));
    let record = contact.get(&format!("{round}/underlag")).await;
    record.assert_sound("sv");
    assert!(!record.says("Nivå 2 –"), "not accepted, not counted");
    let list = contact.get(&format!("{round}/skillnader")).await;
    assert!(list.says("Godta det enhälliga svaret"));
    let accept = [("gor", "enhalliga")];
    let done = contact
        .post(&format!("{round}/skillnader"), &accept)
        .await
        .location();
    assert!(
        contact
            .get(&done)
            .await
            .says("Ett svar är godtaget som gemensamt.")
    );
    assert!(
        contact
            .get(&format!("{round}/underlag"))
            .await
            .says("Nivå 2 –")
    );
    let again = contact
        .post(&format!("{round}/skillnader"), &accept)
        .await
        .location();
    assert!(
        contact
            .get(&again)
            .await
            .says("Inget nytt svar är godtaget.")
    );
}

#[tokio::test]
async fn a_role_is_shown_apart_only_where_nobody_is_left_alone() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, links) = world.answered(&contact).await;
    let question = world.first_question(&links[0]).await;
    // One more, in another role: three managers could be told apart by subtraction.
    contact.answer(&round, &question, "2", "").await.location();
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let page = contact.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(page.says("4 har svarat."));
    assert!(!page.says("Efter roll"));

    let world = World::new().await;
    let contact = world.contact().await;
    let (round, _) = closed(&world, &contact).await;
    let page = contact.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(page.says("Efter roll"), "three managers and nobody else");
    assert_eq!(page.text(".terms dd"), "Nivå 1: 1 · Nivå 3: 1 · Nivå 4: 1");
}

#[tokio::test]
async fn the_only_respondents_answers_can_be_used_as_they_are() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    contact
        .answer(&round, "ratt.avtal", "3", "Så är det")
        .await
        .location();
    contact
        .answer(&round, "ratt.jav", "vet-inte", "")
        .await
        .location();
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let page = format!("{round}/skillnader");
    let list = contact.get(&page).await;
    list.assert_sound("sv");
    assert!(list.says("Använd svaren som gemensamma"));
    let done = contact.post(&page, &[("gor", "anvand")]).await.location();
    assert!(contact.get(&done).await.says("2 svar är godtagna"));
    let agreed = contact.get(&format!("{round}/gemensamt/ratt.avtal")).await;
    assert!(agreed.says("Gemensamt svar: Nivå 3"));
    assert_eq!(agreed.text("textarea"), "Så är det");
    // With several, nobody's answers are taken for everyone's.
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, _) = closed(&world, &contact).await;
    let page = format!("{round}/skillnader");
    assert!(
        !contact
            .get(&page)
            .await
            .says("Använd svaren som gemensamma")
    );
    let done = contact.post(&page, &[("gor", "anvand")]).await.location();
    assert!(
        contact
            .get(&done)
            .await
            .says("Inget nytt svar är godtaget.")
    );
}

#[tokio::test]
async fn respondents_see_and_contact_persons_decide() {
    let world = World::new().await;
    let contact = world.contact().await;
    let colleague = world.person("svarar@ange.se", Some(Role::Respondent)).await;
    let reader = world.person("laser@ange.se", Some(Role::Reader)).await;
    let (round, question) = closed(&world, &contact).await;
    let page = format!("{round}/gemensamt/{question}");
    let shown = colleague.get(&page).await;
    shown.assert_sound("sv");
    assert!(!shown.has("input[type=radio]") && !shown.has("main form button[name=gor]"));
    let name = format!("niva.{question}");
    let sent = colleague.post(&page, &[(name.as_str(), "1")]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let all = colleague
        .post(&format!("{round}/skillnader"), &[("gor", "enhalliga")])
        .await;
    assert_eq!(all.status, StatusCode::FORBIDDEN);
    assert_eq!(reader.get(&page).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_result_is_of_what_is_agreed_and_links_where_one_may_go() {
    let world = World::new().await;
    let contact = world.contact().await;
    let reader = world.person("laser@ange.se", Some(Role::Reader)).await;
    let (round, question) = closed(&world, &contact).await;
    contact.agree(&round, &question, "3", "").await.location();
    for visitor in [&contact, &reader] {
        for page in [
            "resultat",
            "tips",
            "ta-reda-pa",
            "beslutssida",
            "resultat/mal/1",
        ] {
            let path = format!("{round}/{page}");
            let shown = visitor.get(&path).await;
            assert_eq!(shown.status, StatusCode::OK, "{path}");
            shown.assert_sound("sv");
            for to in shown
                .links()
                .into_iter()
                .filter(|to| to.starts_with(&round))
            {
                let there = visitor.get(&to).await.status;
                assert!(
                    there == StatusCode::OK || there == StatusCode::SEE_OTHER,
                    "{path} → {to}"
                );
            }
        }
    }
}
