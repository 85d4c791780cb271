//! Members who are removed from the organisation, or leave it, while a round is being answered.

use domain::account::Role;

use super::world::ORG;
use super::*;

/// The id of the only member besides the contact person, on the page where members are gone
/// through.
async fn other_member(contact: &Visitor<'_>) -> String {
    let review = contact.get(&format!("/o/{ORG}/medlemmar/genomgang")).await;
    review.attr("main input[type=checkbox]", "value")
}

async fn remove(contact: &Visitor<'_>) {
    let id = other_member(contact).await;
    let fields = [("id", id.as_str()), ("gor", "ta-bort")];
    let members = format!("/o/{ORG}/medlemmar");
    contact.post(&members, &fields).await.location();
}

/// A round in which the contact person and a colleague have both answered the same question.
async fn answered(
    world: &World,
    contact: &Visitor<'_>,
    colleague: &Visitor<'_>,
) -> (String, String) {
    let round = world.start(contact, "hela").await;
    let question = contact.get(&round).await.attr(".tasks a", "href");
    let goal = contact.get(&question).await;
    let first = goal.attr("main a[href*=\"/fraga/\"]", "href");
    let question = first.rsplit('/').next().unwrap().to_owned();
    contact
        .answer(&round, &question, "3", "Grund ett")
        .await
        .location();
    colleague
        .answer(&round, &question, "1", "Grund två")
        .await
        .location();
    (round, question)
}

#[tokio::test]
async fn a_member_removed_while_answering_gets_their_text_back_and_does_not_count() {
    let world = World::new().await;
    let contact = world.contact().await;
    let colleague = world.person("bo@ange.se", Some(Role::Respondent)).await;
    let (round, question) = answered(&world, &contact, &colleague).await;
    let page = format!("{round}/fraga/{question}");
    let version = colleague
        .get(&page)
        .await
        .value(&format!("version.{question}"));
    remove(&contact).await;
    let names = ["niva", "motivering", "version"].map(|name| format!("{name}.{question}"));
    let fields = [
        (names[0].as_str(), "4"),
        (&names[1], "Min <b>långa</b> text"),
        (&names[2], &version),
    ];
    for language in ["", "/en"] {
        let page = match language {
            "" => page.clone(),
            _ => contact.get(&page).await.attr("header a[hreflang]", "href"),
        };
        let late = colleague.post(&page, &fields).await;
        assert_eq!(late.status, StatusCode::GONE);
        late.assert_sound(if language.is_empty() { "sv" } else { "en" });
        assert!(late.says("Min <b>långa</b> text"), "{}", late.body);
    }
    let gone = colleague.get(&round).await;
    assert_eq!(gone.status, StatusCode::GONE);
    gone.assert_sound("sv");
    assert!(gone.says("Du är inte längre med i självskattningen"));
    let mail = world.app.mails().await.pop().unwrap();
    assert_eq!(mail.to, "bo@ange.se");
    assert!(mail.text.contains("räknas inte"), "{}", mail.text);
    contact
        .post(&format!("{round}/leda"), &[("gor", "paminn")])
        .await
        .location();
    let reminded = world.app.mails().await;
    let reminded = reminded.iter().skip_while(|other| other.text != mail.text);
    assert!(reminded.skip(1).all(|mail| mail.to == "kontakt@ange.se"));
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let agreement = contact.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(!agreement.says("Grund två"), "{}", agreement.body);
}

#[tokio::test]
async fn one_who_had_not_saved_anything_gets_their_text_back_too() {
    let world = World::new().await;
    let contact = world.contact().await;
    let colleague = world.person("bo@ange.se", Some(Role::Respondent)).await;
    let stranger = world.person("ola@annan.se", None).await;
    let round = world.start(&contact, "hela").await;
    let goal = colleague.get(&round).await.attr(".tasks a", "href");
    let question = colleague
        .get(&goal)
        .await
        .attr("main a[href*=\"/fraga/\"]", "href");
    let id = question.rsplit('/').next().unwrap();
    colleague
        .post(&format!("/o/{ORG}/lamna"), &[])
        .await
        .location();
    let names = ["motivering", "version"].map(|name| format!("{name}.{id}"));
    let fields = [(names[0].as_str(), "Min första"), (&names[1], "0")];
    let late = colleague.post(&question, &fields).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.says("Min första") && late.says("inte sparat"));
    // Nobody else is told that there is such a round.
    let nothing = stranger.post(&question, &fields).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_answered_counts_for_one_who_leaves_after_closing() {
    let world = World::new().await;
    let contact = world.contact().await;
    let colleague = world.person("bo@ange.se", Some(Role::Respondent)).await;
    let (round, question) = answered(&world, &contact, &colleague).await;
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let leave = format!("/o/{ORG}/lamna");
    let asks = colleague.get(&leave).await;
    asks.assert_sound("sv");
    assert!(asks.says("räknas inte"));
    colleague.post(&leave, &[]).await.location();
    let agreement = contact.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(agreement.says("Grund två"), "{}", agreement.body);
}
