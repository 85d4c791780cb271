//! Who may reach what: every line of the route table, by every door it has, × everyone there is ×
//! the organisation's own rounds and another's × every stage of a round, asked and sent an empty
//! form through the real router.
//!
//! `domain::account::can` says what is expected, and docs/reference/permissions.md shows it, so
//! that a change to either is seen. Run once with `UPDATE_DOCS=1` to write the page anew. What is
//! expected otherwise stands in `otherwise.rs` with its reason.

#[path = "../common/mod.rs"]
mod common;
mod keys;
mod members;
mod otherwise;
mod page;
mod people;
mod plan;
mod rounds;
mod world;

use domain::account::{Action, Actor, Stage, can};
use web::routes::{Door, Place as Part, ROUTES, Route};

use otherwise::Otherwise;
use world::{Outcome, Persona, World};

/// Lines of the route table, each by one of its doors.
fn lines(wanted: impl Fn(Part, Door) -> bool) -> Vec<(&'static Route, Door)> {
    let lines: Vec<_> = all_lines()
        .filter(|(route, door)| wanted(route.place, *door))
        .collect();
    assert!(!lines.is_empty());
    lines
}

fn all_lines() -> impl Iterator<Item = (&'static Route, Door)> {
    ROUTES
        .iter()
        .flat_map(|route| route.doors().iter().map(move |door| (route, *door)))
}

/// The test that asks for a line. A new place or door does not build until it has one.
fn test_of(part: Part, door: Door) -> &'static str {
    match (part, door) {
        (Part::Open, _) => "people::open",
        (Part::Account, _) => "people::account",
        (Part::Organisation, _) => "people::organisation",
        (Part::Agency, _) => "people::agency",
        (Part::Key, _) => "keys::key",
        (Part::Round(_), Door::Member) => "members",
        (Part::Round(_), Door::Write | Door::Read | Door::Guest) => "keys::round",
        (Part::Round(_), Door::None) => "nothing: no round is without a door",
    }
}

#[test]
fn no_line_is_left_out() {
    let mut counted = std::collections::BTreeMap::new();
    for (route, door) in all_lines() {
        *counted.entry(test_of(route.place, door)).or_insert(0) += 1;
    }
    let tests: Vec<&str> = counted.keys().copied().collect();
    assert_eq!(
        tests,
        [
            "keys::key",
            "keys::round",
            "members",
            "people::account",
            "people::agency",
            "people::open",
            "people::organisation",
        ]
    );
    let languages = ROUTES.iter().flat_map(|route| route.doors()).count();
    assert_eq!(counted.values().sum::<usize>(), languages);
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

fn allowed(actors: &[Actor], need: Action, stage: Option<Stage>) -> bool {
    actors.iter().any(|actor| can(*actor, need, stage))
}

/// What is expected where this must be allowed.
fn expected(actors: &[Actor], need: Action, stage: Option<Stage>) -> Outcome {
    match allowed(actors, need, stage) {
        true => Outcome::Given,
        false => refused(actors),
    }
}

/// Asks for a page, sends it an empty form, and compares both.
async fn ask(
    world: &World,
    otherwise: &mut Otherwise,
    persona: &Persona,
    line: (&Route, &str),
    (actors, stage): (&[Actor], Option<Stage>),
) {
    let (route, address) = line;
    let told = format!("{} {:?} {stage:?} {address}", persona.name, route.page);
    let found = Outcome::of(&world.get(persona, address).await);
    let due = otherwise.got(route.page, actors, stage);
    let due = due.unwrap_or_else(|| expected(actors, route.need, stage));
    otherwise.compare(found, due, || format!("GET {told}"));
    let sent = Outcome::of(&world.post(persona, address).await);
    let due = match route.send {
        None => Outcome::NoForm,
        Some(need) => {
            let due = otherwise.sent(route.page, actors, stage);
            due.unwrap_or_else(|| expected(actors, need, stage))
        }
    };
    otherwise.compare(sent, due, || format!("POST {told}"));
}

#[tokio::test]
async fn who_must_have_a_second_factor_gets_nowhere_without() {
    let world = World::new().await;
    for persona in &world.personas {
        let weak = world.weaker(persona).await;
        for actor in persona.actors(world::Place::Own) {
            let address = match actor {
                Actor::Member(_) => format!("/o/{}", world::Place::Own.public_id()),
                Actor::Agency(_) => "/forvaltning".to_owned(),
                _ => continue,
            };
            let due = if actor.needs_second_factor() {
                Outcome::ShowWho
            } else {
                Outcome::Given
            };
            for found in [
                world.get(&weak, &address).await,
                world.get(&weak, &format!("{address}?x=1")).await,
            ] {
                assert_eq!(Outcome::of(&found), due, "{} {address}", persona.name);
            }
        }
    }
}

#[tokio::test]
async fn a_preparing_unit_leads_nobodys_round_without_a_second_factor() {
    let world = World::new().await;
    let round = world.round(world::Place::Own, true, Stage::Answering).await;
    let unit = world.weaker(world.named("the unit's Contact")).await;
    let address = format!(
        "/o/{}/sjalvskattning/{}/leda",
        world::Place::Own.public_id(),
        round.id
    );
    let found = Outcome::of(&world.get(&unit, &address).await);
    assert_eq!(found, Outcome::ShowWho);
}
