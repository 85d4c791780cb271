//! Pages for everyone, of accounts, of organisations and of the agency.

use domain::account::{Actor, can};
use web::routes::{Door, Page, Place as Part, ROUTES};

use crate::otherwise::Otherwise;
use crate::world::{Outcome, Place, World};
use crate::{ask, lines};

#[tokio::test]
async fn what_is_open_is_given_to_everyone() {
    let world = World::new().await;
    let asset = world.get(world.anyone(), "/").await;
    let asset = asset.attr("link[rel=stylesheet]", "href");
    let mut otherwise = Otherwise::new();
    for (route, door) in lines(|part, _| part == Part::Open) {
        let address = match route.page {
            // It is named by what it holds.
            Page::Asset => asset.clone(),
            _ => world.address(route, door, &[], uuid::Uuid::nil()),
        };
        for persona in &world.personas {
            let actors = persona.actors(Place::Own);
            let line = (route, address.as_str());
            ask(&world, &mut otherwise, persona, line, (&actors, None)).await;
        }
    }
}

#[tokio::test]
async fn accounts_are_for_whoever_is_signed_in() {
    let world = World::new().await;
    let mut otherwise = Otherwise::new();
    let account = |part: Part, _: Door| part == Part::Account;
    for (route, door) in lines(account) {
        let address = world.address(route, door, &[], uuid::Uuid::nil());
        for persona in &world.personas {
            let actors = persona.actors(Place::Own);
            // Whoever signs out or closes the account is gone.
            let persona = match route.page {
                Page::SignOut | Page::CloseAccount => &world.double(persona).await,
                _ => persona,
            };
            let line = (route, address.as_str());
            ask(&world, &mut otherwise, persona, line, (&actors, None)).await;
        }
    }
    assert!(world.app.app.oidc.is_none());
    let asked = lines(account);
    otherwise.assert_needed(|page| asked.iter().any(|(route, _)| route.page == page));
}

#[tokio::test]
async fn an_organisations_pages_are_for_those_who_belong_there() {
    let world = World::new().await;
    let mut otherwise = Otherwise::new();
    for (route, door) in lines(|part, _| part == Part::Organisation) {
        for place in [Place::Own, Place::Other] {
            let address = world.address(route, door, &[place.public_id()], uuid::Uuid::nil());
            for persona in &world.personas {
                let actors = persona.actors(place);
                // Whoever leaves is gone.
                let persona = match route.page {
                    Page::Leave => &world.double(persona).await,
                    _ => persona,
                };
                let line = (route, address.as_str());
                ask(&world, &mut otherwise, persona, line, (&actors, None)).await;
            }
        }
    }
}

#[tokio::test]
async fn the_agencys_pages_are_for_those_who_work_there() {
    let world = World::new().await;
    for (route, door) in lines(|part, _| part == Part::Agency) {
        let address = world.address(route, door, &[], uuid::Uuid::nil());
        for persona in &world.personas {
            let allowed = persona
                .agency
                .is_some_and(|role| can(Actor::Agency(role), route.need, None));
            let due = match (persona.signed_in(), persona.agency) {
                (false, _) => Outcome::ShowWho,
                (true, None) => Outcome::NotThere,
                (true, Some(_)) if allowed => Outcome::Given,
                (true, Some(_)) => Outcome::NotAllowed,
            };
            let told = format!("{} {address}", persona.name);
            let found = Outcome::of(&world.get(persona, &address).await);
            assert_eq!(found, due, "GET {told}");
            let sent = Outcome::of(&world.post(persona, &address).await);
            let due = if route.send.is_some() {
                due
            } else {
                Outcome::NoForm
            };
            assert_eq!(sent, due, "POST {told}");
        }
    }
}

#[tokio::test]
async fn there_is_no_agency_in_an_egen_installation() {
    let world = World::own_installation().await;
    for (route, door) in lines(|part, _| part == Part::Agency) {
        let address = world.address(route, door, &[], uuid::Uuid::nil());
        for persona in world.personas.iter().filter(|persona| persona.signed_in()) {
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

#[tokio::test]
async fn there_is_nobody_to_be_open_to_in_an_egen_installation() {
    let world = World::own_installation().await;
    let only_shared = ROUTES
        .iter()
        .filter(|route| route.need.only_in_shared_service());
    let mut asked = 0;
    for route in only_shared {
        assert_eq!(route.place, Part::Organisation, "{:?}", route.page);
        let given = [Place::Own.public_id()];
        let address = world.address(route, Door::None, &given, uuid::Uuid::nil());
        for persona in &world.personas {
            let found = Outcome::of(&world.get(persona, &address).await);
            assert_eq!(found, Outcome::NotThere, "{} {address}", persona.name);
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
}
