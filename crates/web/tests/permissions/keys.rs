//! What addresses open: of a round tried without an account, read links, svarslänkar, common links,
//! workshops, invitations, an installation. Who is signed in makes no difference to them.

#![expect(
    clippy::expect_used,
    reason = "a world that cannot be asked fails its test"
)]

use axum::http::Request;
use domain::account::{Action, Actor, Role, Stage};
use domain::text::Lang;
use service::organisations::{install, members};
use web::routes::{Door, Page, Place as Part, Route, route};

use crate::common::TestApp;
use crate::otherwise::Otherwise;
use crate::rounds::{Key, RoundHere};
use crate::world::{Outcome, Place, World};
use crate::{ask, expected, lines};

/// Everything that opens something of a round at these stages, in both organisations.
async fn keys(world: &World, stages: &[Stage]) -> Vec<Key> {
    let mut keys = Vec::new();
    for stage in stages {
        for place in [Place::Own, Place::Other] {
            keys.extend(world.round(place, false, *stage).await.keys);
        }
    }
    keys
}

/// Asks for every page by this door with these keys, as everyone.
async fn ask_with(world: &World, door: Door, keys: &[Key]) {
    let mut otherwise = Otherwise::new();
    let fitting = keys.iter().filter(|key| key.door == door);
    let fitting: Vec<&Key> = fitting.collect();
    assert!(!fitting.is_empty());
    for (route, _) in lines(|_, of| of == door) {
        for key in &fitting {
            let address = world.address(route, door, &[&key.secret], uuid::Uuid::nil());
            let line = (route, address.as_str());
            let who = (&[key.actor][..], key.stage);
            for persona in &world.personas {
                ask(world, &mut otherwise, persona, line, who).await;
            }
        }
    }
}

#[tokio::test]
async fn a_secret_address_opens_a_round_for_whoever_holds_it() {
    let world = World::new().await;
    let mut otherwise = Otherwise::new();
    for (route, door) in lines(|_, door| door == Door::Write) {
        for persona in &world.personas {
            // Deleting and deepening are done once.
            let tried = world.tried().await;
            let key = tried.iter().find(|key| key.door == door).expect("a key");
            let address = world.address(route, door, &[&key.secret], uuid::Uuid::nil());
            let line = (route, address.as_str());
            let who = (&[Actor::AddressHolder][..], None);
            ask(&world, &mut otherwise, persona, line, who).await;
            if route.page == Page::Delete {
                let gone = Outcome::of(&world.get(persona, &address).await);
                assert_eq!(gone, Outcome::NotThere, "{}", persona.name);
            }
        }
    }
    let before = [Page::Changes, Page::LastTime, Page::LastTimeGoal];
    otherwise.assert_needed(|page| before.contains(&page));
}

#[tokio::test]
async fn a_read_link_shows_what_it_is_for_and_when_it_may() {
    let world = World::new().await;
    let early = [Stage::Answering, Stage::Agreeing];
    ask_with(&world, Door::Read, &keys(&world, &early).await).await;
}

#[tokio::test]
async fn a_read_link_still_shows_what_was_handed_in_or_tried() {
    let world = World::new().await;
    let mut keys = keys(&world, &[Stage::Submitted, Stage::Withdrawn]).await;
    keys.extend(world.tried().await);
    ask_with(&world, Door::Read, &keys).await;
}

#[tokio::test]
async fn a_svarslank_is_for_ones_own_answers_while_answering_is_open() {
    let world = World::new().await;
    ask_with(&world, Door::Guest, &keys(&world, &Stage::ALL).await).await;
}

#[tokio::test]
async fn no_key_fits_another_door() {
    let world = World::new().await;
    let mut keys = keys(&world, &[Stage::Answering, Stage::Agreeing]).await;
    keys.extend(world.tried().await);
    let asking = [world.anyone(), world.named("member Contact")];
    for door in [Door::Write, Door::Read, Door::Guest] {
        for (route, _) in lines(|_, of| of == door) {
            for key in keys.iter().filter(|key| key.door != door) {
                let address = world.address(route, door, &[&key.secret], uuid::Uuid::nil());
                for persona in asking {
                    let told = format!("{} {address} {:?}", persona.name, key.actor);
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

/// Asks for a page that lies under a key, as everyone.
async fn ask_under(
    world: &World,
    otherwise: &mut Otherwise,
    route: &Route,
    key: &str,
    due: impl Fn(&crate::world::Persona) -> (Vec<Actor>, Option<Stage>),
) {
    let address = world.address(route, Door::None, &[key], uuid::Uuid::nil());
    for persona in &world.personas {
        let (actors, stage) = due(persona);
        ask(
            world,
            otherwise,
            persona,
            (route, &address),
            (&actors, stage),
        )
        .await;
    }
}

/// What a workshop's code opens, by stage, for a phone that has joined and for whoever has not.
async fn ask_in_workshop(world: &World, round: &RoundHere) {
    let stage = Some(round.stage);
    let Some((code, cookie)) = &round.workshop else {
        assert_eq!(round.stage, Stage::Answering, "none before agreeing");
        return;
    };
    for page in [Page::Phone, Page::PhoneEvents] {
        let route = route(page);
        let address = world.address(route, Door::None, &[code], uuid::Uuid::nil());
        let joined = expected(&[Actor::Participant], route.need, stage);
        let found = world.send_with(Some(cookie), Request::get(&address)).await;
        assert_eq!(Outcome::of(&found), joined, "GET {page:?} {stage:?}");
        let sent = world.send_with(Some(cookie), Request::post(&address)).await;
        let due = if route.send.is_some() {
            joined
        } else {
            Outcome::NoForm
        };
        assert_eq!(Outcome::of(&sent), due, "POST {page:?} {stage:?}");
        for persona in &world.personas {
            let told = format!("{} {page:?} {stage:?}", persona.name);
            // Whoever has the code may join; there is nothing to follow before that.
            let due = match page {
                Page::PhoneEvents => Outcome::NotAllowed,
                _ => joined,
            };
            let found = Outcome::of(&world.get(persona, &address).await);
            assert_eq!(found, due, "GET {told}");
            let sent = Outcome::of(&world.post(persona, &address).await);
            let due = if route.send.is_some() {
                joined
            } else {
                Outcome::NoForm
            };
            assert_eq!(sent, due, "POST {told}");
        }
    }
}

/// The secret part of the newest address to an invited person.
async fn invitation(world: &World) -> String {
    let (app, contact) = (&world.app.app, world.contact(Place::Own));
    let invited = members::invite(
        app,
        contact,
        world.id(Place::Own),
        "inbjuden@example.se",
        Role::Reader,
        Lang::Sv,
    );
    invited.await.expect("invited");
    let mails = world.app.mails().await;
    let mail = mails.iter().rfind(|mail| mail.to == "inbjuden@example.se");
    let text = &mail.expect("a mail").text;
    let (_, rest) = text.split_once("/inbjudan/").expect("an address");
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    rest[..end].to_owned()
}

#[tokio::test]
async fn what_lies_under_a_key_is_for_whoever_has_it() {
    let world = World::new().await;
    let mut otherwise = Otherwise::new();
    let mut asked = Vec::new();
    for (route, _) in lines(|part, _| part == Part::Key) {
        asked.push(route.page);
        match route.page {
            Page::Invitation => {
                let key = invitation(&world).await;
                let as_is = |persona: &crate::world::Persona| (persona.actors(Place::Own), None);
                ask_under(&world, &mut otherwise, route, &key, as_is).await;
            }
            Page::Join => {
                for stage in Stage::ALL {
                    let round = world.round(Place::Own, false, stage).await;
                    let as_guest = |_: &crate::world::Persona| (vec![Actor::Guest], Some(stage));
                    let line = Route {
                        // It opens what a svarslänk opens, and when.
                        need: Action::Answer,
                        send: Some(Action::Answer),
                        ..*route
                    };
                    ask_under(&world, &mut otherwise, &line, &round.common, as_guest).await;
                }
            }
            Page::Phone | Page::PhoneEvents => {
                for stage in Stage::ALL {
                    let round = world.round(Place::Own, false, stage).await;
                    ask_in_workshop(&world, &round).await;
                }
            }
            Page::OwnActions | Page::OwnCalendar => {
                let key = world.owner_address().to_owned();
                let as_is = |persona: &crate::world::Persona| (persona.actors(Place::Own), None);
                ask_under(&world, &mut otherwise, route, &key, as_is).await;
            }
            Page::Demo => assert!(
                world.app.app.demo.is_none(),
                "only a service to show has it"
            ),
            Page::Install => an_installation_is_named_once(&world, route).await,
            page => panic!("{page:?} has no key here"),
        }
        let guessed = world.address(
            route,
            Door::None,
            &["0".repeat(32).as_str()],
            uuid::Uuid::nil(),
        );
        let found = world.get(world.anyone(), &guessed).await;
        // That an invitation is over is told to whoever comes with an old one.
        let over = route.page == Page::Invitation && found.says("gäller inte");
        assert!(
            over || Outcome::of(&found) == Outcome::NotThere,
            "{guessed}"
        );
    }
    otherwise.assert_needed(|page| asked.contains(&page));
}

/// The address that an egen installation prints opens until someone has named the organisation.
async fn an_installation_is_named_once(world: &World, route: &Route) {
    for persona in &world.personas {
        let token = install::token(&world.app.app).await.expect("a database");
        assert!(token.is_none(), "a gemensam tjänst has no such address");
        let address = world.address(
            route,
            Door::None,
            &["0".repeat(32).as_str()],
            uuid::Uuid::nil(),
        );
        for answer in [
            world.get(persona, &address).await,
            world.post(persona, &address).await,
        ] {
            assert_eq!(Outcome::of(&answer), Outcome::NotThere, "{}", persona.name);
        }
    }
    let own = TestApp::new().await;
    let token = install::token(&own.app).await.expect("a database");
    let address = world.address(
        route,
        Door::None,
        &[token.expect("an address").text().as_str()],
        uuid::Uuid::nil(),
    );
    assert_eq!(Outcome::of(&own.get(&address).await), Outcome::Given);
    let nobody = own.post(&address, &[]).await;
    assert_eq!(
        Outcome::of(&nobody),
        Outcome::ShowWho,
        "an account names it"
    );
    let someone = own.sign_in("kim@example.se").await;
    for answer in [
        someone.get(&address).await,
        someone.post(&address, &[]).await,
    ] {
        assert_eq!(Outcome::of(&answer), Outcome::Given);
    }
}
