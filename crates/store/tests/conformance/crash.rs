//! A process that is killed, or meets a full disk, in the middle of saving.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use store::{Store, StoreError};
use uuid::Uuid;

use crate::backend::Backend;

/// Holds the database's address in the child.
const ADDRESS: &str = "STRATEGIKOLLEN_TEST_CRASH";
/// Saves under way at once in the child.
const USERS: u128 = 8;

/// The child: saves until it is stopped or fails, and says on a line of its own what is saved.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a process of its own, started by the other tests here"]
async fn child() {
    let store = Store::open(&std::env::var(ADDRESS).unwrap()).await.unwrap();
    // The test harness has begun a line of its own.
    std::io::stdout().lock().write_all(b"\n").unwrap();
    let users = (1..=USERS).map(|user| {
        let store = store.clone();
        tokio::spawn(async move {
            for revision in 0.. {
                let voice = Uuid::from_u128(user);
                let saved = store
                    .write(move |tx| {
                        Box::pin(async move {
                            tx.save_answer(voice, "mal.a", revision, &[7; 300], 1).await
                        })
                    })
                    .await;
                let line = match saved {
                    Ok(_) => format!("saved {user} {}\n", revision + 1),
                    Err(StoreError::Gone(_)) => format!("gone {user}\n"),
                    Err(ref other) => format!("other {other}\n"),
                };
                std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
                if saved.is_err() {
                    break;
                }
            }
        })
    });
    for user in users.collect::<Vec<_>>() {
        user.await.unwrap();
    }
    store.close().await;
}

/// Runs the child, after `limits` in a shell, until it ends or has said `enough` lines, and then
/// kills it. Gives what it said.
fn run_child(url: &str, limits: &str, enough: usize) -> Vec<String> {
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!("{limits} exec \"$0\" \"$@\""))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child", "--ignored", "--nocapture"])
        .env(ADDRESS, url)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = Vec::new();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for line in &mut lines {
        said.push(line.unwrap());
        if said.len() == enough {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    said
}

/// The user and the revision of each acknowledged save.
fn acknowledged(said: &[String]) -> BTreeSet<(u128, i64)> {
    said.iter()
        .filter_map(|line| {
            let (user, revision) = line.strip_prefix("saved ")?.split_once(' ')?;
            Some((user.parse().unwrap(), revision.parse().unwrap()))
        })
        .collect()
}

async fn stored(url: &str) -> BTreeSet<(u128, i64)> {
    let store = Store::open(url).await.unwrap();
    store.ready().await.unwrap();
    let mut tx = store.read().await.unwrap();
    let mut stored = BTreeSet::new();
    for user in 1..=USERS {
        for answer in tx
            .answer_history(Uuid::from_u128(user), "mal.a")
            .await
            .unwrap()
        {
            assert_eq!(answer.body, [7; 300]);
            stored.insert((user, answer.revision));
        }
    }
    drop(tx);
    store.close().await;
    stored
}

async fn with_rounds() -> Backend {
    let backend = Backend::sqlite().await;
    for user in 1..=USERS {
        backend.round(user).await;
    }
    backend.store.close().await;
    backend
}

#[tokio::test]
async fn killed_while_saving_it_has_what_it_acknowledged() {
    let backend = with_rounds().await;
    let mut before = BTreeSet::new();
    for enough in [100, 500, 1500] {
        let said = run_child(&backend.url, "", enough);
        let saved = acknowledged(&said);
        assert!(saved.len() > 20, "{said:?}");
        let stored = stored(&backend.url).await;
        let lost: Vec<_> = saved.difference(&stored).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        assert!(stored.is_superset(&before));
        before = stored;
    }
}

#[tokio::test]
async fn with_a_full_disk_it_says_so_and_loses_nothing() {
    let backend = with_rounds().await;
    // A file may not grow above 400 blocks of 512 bytes; the signal for it is ignored.
    let said = run_child(&backend.url, "trap '' XFSZ; ulimit -f 400;", 20_000);
    let saved = acknowledged(&said);
    assert!(saved.len() > 20, "{said:?}");
    let gone = said.iter().filter(|line| line.starts_with("gone ")).count();
    assert_eq!(gone, USERS as usize, "{said:?}");
    let stored = stored(&backend.url).await;
    assert_eq!(
        stored, saved,
        "what failed must not be there, what was saved must"
    );
}
