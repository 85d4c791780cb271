//! Every page of the route table, in every state and both languages: what holds for all, what the
//! HTML checker says, and that every link leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use domain::instrument::Edition;
use domain::text::Lang;
use e2e::faults::{Moment, moments};
use e2e::http::{Client, Reply};
use e2e::places::{How, Place, content, edition, is_document, public_places, round_places};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use e2e::{markup, vnu, waves};
use web::routes::{Door, ROUTES};

/// A page, and what it is.
struct Visited {
    name: String,
    lang: Lang,
    reply: Reply,
}

async fn visit(client: &Client, name: &str, place: &Place) -> Visited {
    let reply = client.get(&place.path).await;
    assert_eq!(reply.status, 200, "{name} {}: {}", place.path, reply.text());
    assert!(reply.is_document(), "{name} {:?} is no page", place.page);
    Visited {
        name: format!(
            "{name} {} {:?} {}",
            place.lang.code(),
            place.page,
            place.path
        ),
        lang: place.lang,
        reply,
    }
}

/// Every page in both languages: outside rounds, and in rounds in every state by every door.
async fn all_pages(client: &Client, edition: &Edition) -> Vec<Visited> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        for place in public_places(edition, lang, How::All) {
            pages.push(visit(client, "public", &place).await);
        }
    }
    for state in State::ALL {
        let round = prepare(client, edition, state).await;
        for lang in Lang::ALL {
            for door in [Door::Write, Door::Read] {
                let name = format!("{state:?} {door:?}");
                for place in round_places(edition, &round, door, lang, How::All) {
                    pages.push(visit(client, &name, &place).await);
                }
            }
        }
    }
    pages
}

async fn all_moments(client: &Client, edition: &Edition) -> Vec<(Moment, Visited)> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        for moment in moments(client, edition, lang).await {
            let reply = moment.send(client).await;
            assert_eq!(
                reply.status,
                moment.status,
                "{} ({}): {}",
                moment.name,
                moment.path,
                reply.text()
            );
            assert!(reply.is_document(), "{} is no page", moment.name);
            let name = format!("{} {}", lang.code(), moment.name);
            pages.push((moment, Visited { name, lang, reply }));
        }
    }
    pages
}

#[test]
fn every_route_is_a_page_or_for_machines() {
    let pages = ROUTES
        .iter()
        .filter(|route| is_document(route.page))
        .count();
    assert_eq!(
        ROUTES.len() - pages,
        18,
        "for machines or to save: files, everything as ZIP, a wave's report, a plan's files and \
         calendars, open data, catalogues, loading a form, texts of the hub, a workshop's events, \
         live, ready, asset, robots"
    );
}

#[tokio::test]
async fn every_page_in_every_state_is_sound() {
    let program = Program::start_with(&[
        "--sender-name=Exempelmyndigheten",
        "--sender-number=202100-0000",
        "--sender-contact=kollen@exempel.se",
        "--sender-dpo=dataskydd@exempel.se",
    ])
    .await;
    let content = content();
    waves::publish(&program, &content).await;
    let client = program.client();
    let pages = all_pages(&client, edition(&content)).await;
    let moments = all_moments(&client, edition(&content)).await;

    let mut faults = Vec::new();
    for page in pages.iter().chain(moments.iter().map(|(_, page)| page)) {
        for fault in markup::faults(&page.reply, page.lang) {
            faults.push(format!("{}: {fault}", page.name));
        }
    }
    for (moment, page) in moments.iter().filter(|(moment, _)| moment.status == 422) {
        let prefix = match page.lang {
            Lang::Sv => "Fel:",
            Lang::En => "Error:",
        };
        for fault in markup::mending_faults(&page.reply, prefix) {
            faults.push(format!("{} {}: {fault}", page.name, moment.path));
        }
    }
    faults.extend(same_titles(&pages));
    faults.extend(dead_links(&client, &pages).await);

    let folder = tempfile::tempdir().expect("a folder");
    let saved: Vec<(String, String)> = pages
        .iter()
        .chain(moments.iter().map(|(_, page)| page))
        .map(|page| (page.name.clone(), page.reply.text()))
        .collect();
    faults.extend(vnu::errors(folder.path(), &saved));
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Pages of the same state with the same title.
fn same_titles(pages: &[Visited]) -> Vec<String> {
    let mut titles: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut faults = Vec::new();
    for page in pages {
        let state: String = page.name.split(' ').take(3).collect();
        let title = page.reply.first("title");
        if let Some(other) = titles.insert((state, title.clone()), page.name.clone()) {
            faults.push(format!("the title {title:?} for {other} and {}", page.name));
        }
    }
    faults
}

/// Follows every link within the service once.
async fn dead_links(client: &Client, pages: &[Visited]) -> Vec<String> {
    let mut seen: BTreeSet<String> = pages.iter().map(|page| page.reply.path.clone()).collect();
    let mut faults = Vec::new();
    for page in pages {
        for link in page
            .reply
            .attributes("a[href^=\"/\"], link[href^=\"/\"]", "href")
        {
            let path = link.split('#').next().unwrap_or_default().to_owned();
            if seen.insert(path.clone()) {
                let reply = client.get(&path).await;
                if reply.status != 200 {
                    faults.push(format!("{}: {path} answers {}", page.name, reply.status));
                }
            }
        }
    }
    faults
}

#[tokio::test]
async fn the_language_switch_keeps_the_place() {
    let program = Program::start().await;
    let content = content();
    waves::publish(&program, &content).await;
    let edition = edition(&content);
    let client = program.client();
    let round = prepare(&client, edition, State::FullEmpty).await;
    let both = |lang| {
        let mut places = public_places(edition, lang, How::One);
        for door in [Door::Write, Door::Read] {
            places.extend(round_places(edition, &round, door, lang, How::One));
        }
        places
    };
    for (here, there) in both(Lang::Sv).iter().zip(both(Lang::En)) {
        for (from, to) in [(here, &there), (&there, here)] {
            let page = client.get(&from.path).await;
            let css = format!("header a[hreflang=\"{}\"]", to.lang.code());
            assert_eq!(
                page.attributes(&css, "href"),
                [to.path.as_str()],
                "{}",
                from.path
            );
        }
    }
}

/// The checks see what is wrong on a page that has it.
#[test]
fn faults_are_found_where_there_are_any() {
    let page = "<!DOCTYPE html><html lang=sv><title>x</title><h1>x</h1><h1>y</h1><p id=a><p id=a>\
                <input name=x><a href=#b>b</a><fieldset></fieldset><center>x</center>";
    let reply = Reply {
        path: "/".to_owned(),
        status: 200,
        headers: Default::default(),
        body: page.into(),
    };
    let found = markup::faults(&reply, Lang::En).join("\n");
    for fault in [
        "language",
        "2 h1",
        "\"a\" stands twice",
        "no label",
        "#b",
        "legend",
    ] {
        assert!(found.contains(fault), "{fault} is not in {found}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let told = vnu::errors(folder.path(), &[("x".to_owned(), page.to_owned())]).join("\n");
    assert!(told.contains("center"), "{told}");
}
