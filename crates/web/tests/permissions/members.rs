//! Pages of an organisation's round, as someone who is signed in comes to them.

#![expect(
    clippy::expect_used,
    reason = "a world that cannot be asked fails its test"
)]

use domain::account::Stage;
use web::routes::{Door, Page};

use crate::otherwise::Otherwise;
use crate::rounds::RoundHere;
use crate::world::{Outcome, Persona, Place, World};
use crate::{allowed, ask, lines};

/// What is done once: each who may has a round of their own to do it in.
const ONCE: [Page; 3] = [Page::Close, Page::HandIn, Page::RemoveRespondent];

async fn ask_for_all(place: Place, prepared: bool, stages: [Stage; 2]) {
    let world = World::new().await;
    let mut otherwise = Otherwise::new();
    for stage in stages {
        let round = world.round(place, prepared, stage).await;
        for (route, door) in lines(|_, door| door == Door::Member) {
            for persona in &world.personas {
                let actors = persona.actors_of(&round);
                let once = ONCE.contains(&route.page) && allowed(&actors, route.need, Some(stage));
                let round = match once {
                    true => &world.round(place, prepared, stage).await,
                    false => &round,
                };
                let id = round.id.to_string();
                let given = [place.public_id(), id.as_str()];
                let address = world.address(route, door, &given, round.voice);
                let line = (route, address.as_str());
                ask(
                    &world,
                    &mut otherwise,
                    persona,
                    line,
                    (&actors, Some(stage)),
                )
                .await;
                if once {
                    assert_done(&world, persona, route.page, round).await;
                }
            }
        }
        let now = world.stage(round.id).await;
        assert_eq!(now, Some(stage), "the round is as it was");
    }
    if place == Place::Own && !prepared {
        otherwise.assert_needed(|page| match stages {
            EARLY => [Page::Lead, Page::Audience, Page::RemoveRespondent].contains(&page),
            _ => [Page::HandIn, Page::Withdraw].contains(&page),
        });
    }
}

/// What was allowed was done.
async fn assert_done(world: &World, persona: &Persona, page: Page, round: &RoundHere) {
    let stage = world.stage(round.id).await;
    let told = format!("{} {page:?} {:?}", persona.name, round.stage);
    match (page, round.stage) {
        (Page::Close, Stage::Answering) => assert_eq!(stage, Some(Stage::Agreeing), "{told}"),
        (Page::HandIn, Stage::Agreeing) => assert_eq!(stage, Some(Stage::Submitted), "{told}"),
        (Page::RemoveRespondent, Stage::Answering) => {
            let mut tx = world.app.app.store.read().await.expect("a database");
            let row = tx.respondent(round.voice).await.expect("a database");
            assert!(row.expect("a row").removed_at.is_some(), "{told}");
        }
        _ => assert_eq!(stage, Some(round.stage), "{told}"),
    }
}

const EARLY: [Stage; 2] = [Stage::Answering, Stage::Agreeing];
const LATE: [Stage; 2] = [Stage::Submitted, Stage::Withdrawn];

#[tokio::test]
async fn an_organisations_rounds_are_for_those_who_may_at_their_stage() {
    ask_for_all(Place::Own, false, EARLY).await;
}

#[tokio::test]
async fn what_was_handed_in_is_for_those_who_may() {
    ask_for_all(Place::Own, false, LATE).await;
}

#[tokio::test]
async fn a_round_that_a_unit_prepares_is_for_the_unit_too() {
    ask_for_all(Place::Own, true, EARLY).await;
}

#[tokio::test]
async fn a_round_that_a_unit_prepared_is_the_organisations_once_it_is_handed_in() {
    ask_for_all(Place::Own, true, LATE).await;
}

#[tokio::test]
async fn another_organisations_rounds_are_for_nobody_here() {
    ask_for_all(Place::Other, false, EARLY).await;
}

#[tokio::test]
async fn nor_is_what_another_organisation_has_handed_in() {
    ask_for_all(Place::Other, false, LATE).await;
}

#[tokio::test]
async fn a_round_is_not_reached_through_another_organisation() {
    let world = World::new().await;
    for stage in Stage::ALL {
        let other = world.round(Place::Other, false, stage).await;
        let prepared = world.round(Place::Own, true, stage).await;
        for (through, round) in [(Place::Own, &other), (Place::Unit, &prepared)] {
            for (route, door) in lines(|_, door| door == Door::Member) {
                let id = round.id.to_string();
                let given = [through.public_id(), id.as_str()];
                let address = world.address(route, door, &given, round.voice);
                for persona in world.personas.iter().filter(|one| one.signed_in()) {
                    let told = format!("{} {address}", persona.name);
                    let found = Outcome::of(&world.get(persona, &address).await);
                    assert_eq!(found, Outcome::NotThere, "GET {told}");
                    let sent = Outcome::of(&world.post(persona, &address).await);
                    let no_form = route.send.is_none() && sent == Outcome::NoForm;
                    assert!(
                        sent == Outcome::NotThere || no_form,
                        "POST {told}: {sent:?}"
                    );
                }
            }
        }
    }
}
