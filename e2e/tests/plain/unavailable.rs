//! The database locked, read-only or gone, as people and machines meet it.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use domain::text::Lang;
use e2e::http::{Client, Reply};
use e2e::markup;
use e2e::places::{content, edition, public};
use e2e::program::Program;
use e2e::rounds::{Round, State, prepare};
use store::{Store, StoreError};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};
use web::routes::Page;

const TEXT: &str = "Det här vill jag inte skriva en gång till.";

async fn status(client: &Client, page: Page) -> u16 {
    client.get(&public(page, Lang::Sv, &[])).await.status
}

async fn save(client: &Client, round: &Round, lang: Lang, version: &str) -> Reply {
    let content = content();
    let question = &edition(&content).goals[0].questions[0].id;
    let fields = [("niva", "3"), ("motivering", TEXT), ("version", version)]
        .map(|(name, value)| (format!("{name}.{question}"), value.to_owned()));
    client
        .post(&round.path_in(Page::Answer, lang, &[question]), &fields)
        .await
}

/// Alive but not ready; who saves is told so, in the language of the address.
async fn is_out_of_order(client: &Client, round: &Round) {
    assert_eq!(status(client, Page::Live).await, 200);
    assert_eq!(status(client, Page::Ready).await, 503);
    for lang in Lang::ALL {
        let reply = save(client, round, lang, "0").await;
        assert_eq!(reply.status, 503, "{}", reply.text());
        let faults = markup::faults(&reply, lang);
        assert!(faults.is_empty(), "{faults:?}");
        let new = [("djup".to_owned(), "hela".to_owned())];
        let reply = client.post(&public(Page::New, lang, &[]), &new).await;
        assert_eq!(reply.status, 503, "{}", reply.text());
    }
    assert_eq!(
        status(client, Page::Method).await,
        200,
        "what needs no database is there"
    );
}

/// Ready again, and the form that was refused can be sent again.
async fn is_in_order(client: &Client, round: &Round) {
    assert_eq!(status(client, Page::Ready).await, 200);
    assert_eq!(save(client, round, Lang::Sv, "0").await.status, 303);
    let file = client.get(&round.path(Page::File, &[])).await;
    assert!(file.text().contains(TEXT));
}

#[tokio::test]
async fn a_locked_database_refuses_saves_until_it_is_let_go() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let round = prepare(&client, edition(&content), State::FullEmpty).await;
    let url = format!("sqlite:{}", program.database().display());
    let other = Store::open(&url).await.expect("the same database");
    let (locked, is_locked) = oneshot::channel();
    let (let_go, is_let_go) = oneshot::channel::<()>();
    let holder = tokio::spawn(async move {
        let held: Result<(), StoreError> = other
            .write(|_| {
                Box::pin(async move {
                    // Whoever waits for these has ended if they cannot be told.
                    let _ = locked.send(());
                    let _ = is_let_go.await;
                    Ok(())
                })
            })
            .await;
        held.expect("a lock");
        other.close().await;
    });
    is_locked.await.expect("a lock");
    is_out_of_order(&client, &round).await;
    let_go.send(()).expect("a holder");
    holder.await.expect("a holder");
    is_in_order(&client, &round).await;
}

#[tokio::test]
async fn a_read_only_database_refuses_saves() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let round = prepare(&client, edition(&content), State::FullEmpty).await;
    fs::set_permissions(program.database(), Permissions::from_mode(0o444)).expect("a file");
    is_out_of_order(&client, &round).await;
    let home = client.get(&round.path(Page::Home, &[])).await;
    assert_eq!(home.status, 200, "what is saved can be read");
    fs::set_permissions(program.database(), Permissions::from_mode(0o600)).expect("a file");
    is_in_order(&client, &round).await;
}

#[tokio::test]
async fn a_database_file_that_is_gone_refuses_saves() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let round = prepare(&client, edition(&content), State::FullEmpty).await;
    let aside = program.database().with_extension("aside");
    fs::rename(program.database(), &aside).expect("a file");
    is_out_of_order(&client, &round).await;
    fs::rename(&aside, program.database()).expect("a file");
    is_in_order(&client, &round).await;
}

/// Passes connections on until it is stopped: to those who connect through it, the server has
/// stopped then.
async fn pass_on(port: u16, server: String) -> (u16, JoinHandle<()>) {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let passing = tokio::spawn(async move {
        let mut connections = JoinSet::new();
        loop {
            let (mut near, _) = listener.accept().await.expect("a connection");
            let mut far = TcpStream::connect(&server).await.expect("the server");
            connections.spawn(async move {
                // Either side may hang up.
                let _ = tokio::io::copy_bidirectional(&mut near, &mut far).await;
            });
        }
    });
    (port, passing)
}

#[tokio::test]
async fn a_database_server_that_is_gone_is_told_until_it_is_back() {
    let Ok(server) = std::env::var("STRATEGIKOLLEN_TEST_POSTGRES") else {
        let is_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(
            !is_ci,
            "STRATEGIKOLLEN_TEST_POSTGRES must hold the URL of a server"
        );
        return;
    };
    let (who, rest) = server.rsplit_once('@').expect("a user");
    let (address, database) = rest.split_once('/').expect("a database");
    let (port, passing) = pass_on(0, address.to_owned()).await;
    let url = format!("--database={who}@127.0.0.1:{port}/{database}");
    let program = Program::start_with(&[&url]).await;
    let client = program.client();
    let content = content();
    let round = prepare(&client, edition(&content), State::FullEmpty).await;
    passing.abort();
    assert!(passing.await.is_err(), "it was stopped");
    is_out_of_order(&client, &round).await;
    let home = client.get(&round.path(Page::Home, &[])).await;
    assert_eq!(home.status, 503, "{}", home.text());
    let (_, passing) = pass_on(port, address.to_owned()).await;
    is_in_order(&client, &round).await;
    passing.abort();
}
