//! Who may reach what: every line of the route table × everyone there is × the organisation's own
//! rounds and another's × every stage of a round, asked through the real router.
//!
//! `domain::account::can` says what is expected, and docs/reference/permissions.md shows it, so
//! that a change to either is seen. Run once with `UPDATE_DOCS=1` to write the page anew.

#[path = "../common/mod.rs"]
mod common;
mod page;
mod world;

use axum::http::StatusCode;
use domain::account::{Actor, Stage, can};
use web::routes::{Door, Place, ROUTES, Route};

use world::{Persona, World};

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The page, or where it leads.
    Given,
    /// To where one shows who one is.
    ShowWho,
    /// There is nothing there, as far as whoever asks is concerned.
    NotThere,
    /// Not with this role, or not at this stage.
    NotAllowed,
}

fn outcome(answer: &common::Page) -> Outcome {
    let location = answer.header("location");
    let signs_in = ["/logga-in", "/konto/bekrafta"];
    match answer.status {
        StatusCode::SEE_OTHER if signs_in.iter().any(|way| location.starts_with(way)) => {
            Outcome::ShowWho
        }
        // It was done before, and nothing is done again: the receipt says so.
        StatusCode::SEE_OTHER if location.ends_with("/kvittens") => Outcome::NotAllowed,
        // Who once belonged there is told that they no longer do.
        StatusCode::NOT_FOUND | StatusCode::GONE => Outcome::NotThere,
        StatusCode::FORBIDDEN => Outcome::NotAllowed,
        // "Not at this stage" is told by a page of its own; other conflicts are the page's.
        StatusCode::CONFLICT
            if ["Det går inte i det här skedet", "Svarandet är stängt"]
                .iter()
                .any(|title| answer.body.contains(title)) =>
        {
            Outcome::NotAllowed
        }
        status => {
            assert!(!status.is_server_error(), "{status}: {}", answer.body);
            Outcome::Given
        }
    }
}

/// What is expected when the page must not be given.
fn refused(actors: &[Actor]) -> Outcome {
    let outside =
        |actor: &Actor| matches!(actor, Actor::Anyone | Actor::SignedIn | Actor::Agency(_));
    match actors {
        [Actor::Anyone] => Outcome::ShowWho,
        actors if actors.iter().all(outside) => Outcome::NotThere,
        _ => Outcome::NotAllowed,
    }
}

/// Asks for a page, and sends it an empty form unless the form might be taken, and compares.
async fn ask(
    world: &World,
    persona: &Persona,
    route: &Route,
    address: &str,
    actors: &[Actor],
    stage: Option<Stage>,
) {
    let allowed = actors.iter().any(|actor| can(*actor, route.need, stage));
    let found = outcome(&world.get(persona, address).await);
    let told = format!("{} {:?} {stage:?} {address}", persona.name, route.page);
    if allowed {
        // Some pages are about something that this world has none of.
        let missing = world.has_nothing_for(route.page) && found == Outcome::NotThere;
        assert!(found == Outcome::Given || missing, "{told}: {found:?}");
    } else {
        assert_eq!(found, refused(actors), "GET {told}");
        let sent = outcome(&world.post(persona, address).await);
        let no_form = world.post(persona, address).await.status == StatusCode::METHOD_NOT_ALLOWED;
        assert!(sent == refused(actors) || no_form, "POST {told}: {sent:?}");
    }
}

#[tokio::test]
async fn an_organisations_pages_are_for_those_who_belong_there() {
    let world = World::new().await;
    let routes = ROUTES
        .iter()
        .filter(|route| route.place == Place::Organisation);
    let mut asked = 0;
    for route in routes {
        for persona in &world.personas {
            for organisation in [&world.own, &world.other] {
                let address = world.address(route, Door::None, &[organisation]);
                let actors = world.actors(persona, organisation);
                ask(&world, persona, route, &address, &actors, None).await;
                asked += 1;
            }
        }
    }
    assert!(asked > 100, "{asked}");
}

#[tokio::test]
async fn an_organisations_rounds_are_for_those_who_may_at_their_stage() {
    let world = World::new().await;
    let routes = ROUTES
        .iter()
        .filter(|route| route.doors().contains(&Door::Member));
    let mut asked = 0;
    for route in routes {
        for persona in &world.personas {
            for (organisation, stage, round) in &world.rounds {
                let address = world.address(route, Door::Member, &[organisation, round]);
                let actors = world.actors(persona, organisation);
                ask(&world, persona, route, &address, &actors, Some(*stage)).await;
                asked += 1;
            }
        }
    }
    assert!(asked > 1_000, "{asked}");
}

#[tokio::test]
async fn a_round_is_not_reached_through_another_organisation() {
    let world = World::new().await;
    for (_, _, round) in world.rounds.iter().filter(|(of, ..)| *of == world.other) {
        for route in ROUTES
            .iter()
            .filter(|route| route.doors().contains(&Door::Member))
        {
            let address = world.address(route, Door::Member, &[&world.own, round]);
            for persona in world.personas.iter().filter(|persona| persona.signed_in()) {
                let found = outcome(&world.get(persona, &address).await);
                assert_eq!(found, Outcome::NotThere, "{} {address}", persona.name);
            }
        }
    }
}

#[tokio::test]
async fn the_agencys_pages_are_for_those_who_work_there() {
    let world = World::new().await;
    for route in ROUTES.iter().filter(|route| route.place == Place::Agency) {
        let address = world.address(route, Door::None, &[&world.own]);
        for persona in &world.personas {
            let allowed = persona
                .agency
                .is_some_and(|role| can(Actor::Agency(role), route.need, None));
            let expected = match (persona.signed_in(), persona.agency) {
                (false, _) => Outcome::ShowWho,
                (true, None) => Outcome::NotThere,
                (true, Some(_)) if allowed => Outcome::Given,
                (true, Some(_)) => Outcome::NotAllowed,
            };
            let found = outcome(&world.get(persona, &address).await);
            assert_eq!(found, expected, "{} {address}", persona.name);
        }
    }
}

#[tokio::test]
async fn there_is_no_agency_in_an_egen_installation() {
    let world = World::own_installation().await;
    for route in ROUTES.iter().filter(|route| route.place == Place::Agency) {
        let address = world.address(route, Door::None, &[&world.own]);
        for persona in world.personas.iter().filter(|persona| persona.signed_in()) {
            let found = outcome(&world.get(persona, &address).await);
            assert_eq!(found, Outcome::NotThere, "{} {address}", persona.name);
        }
    }
}

#[tokio::test]
async fn there_is_nobody_to_be_open_to_in_an_egen_installation() {
    let world = World::own_installation().await;
    let routes = ROUTES
        .iter()
        .filter(|route| route.need.only_in_shared_service());
    let mut asked = 0;
    for route in routes {
        assert_eq!(route.place, Place::Organisation, "{:?}", route.page);
        let address = world.address(route, Door::None, &[&world.own]);
        for persona in &world.personas {
            let found = outcome(&world.get(persona, &address).await);
            assert_eq!(found, Outcome::NotThere, "{} {address}", persona.name);
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
}

#[tokio::test]
async fn accounts_are_for_whoever_is_signed_in() {
    let world = World::new().await;
    for route in ROUTES.iter().filter(|route| route.place == Place::Account) {
        let address = world.address(route, Door::None, &[]);
        let anyone = &world.personas[0];
        assert!(!anyone.signed_in());
        let expected = if can(Actor::Anyone, route.need, None) {
            Outcome::Given
        } else {
            Outcome::ShowWho
        };
        let found = outcome(&world.get(anyone, &address).await);
        let way_in = address.starts_with("/logga-in");
        assert!(found == expected || way_in, "{address}: {found:?}");
    }
}

#[tokio::test]
async fn who_must_have_a_second_factor_gets_nowhere_without() {
    let world = World::new().await;
    for persona in &world.personas {
        let weak = world.weaker(persona).await;
        for actor in world.actors(persona, &world.own) {
            let address = match actor {
                Actor::Member(_) => format!("/o/{}", world.own),
                Actor::Agency(_) => "/forvaltning".to_owned(),
                _ => continue,
            };
            let found = outcome(&world.get(&weak, &address).await);
            let expected = if actor.needs_second_factor() {
                Outcome::ShowWho
            } else {
                Outcome::Given
            };
            assert_eq!(found, expected, "{} {address}", persona.name);
        }
    }
}
