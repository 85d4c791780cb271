//! Durable saves of answers by the service's own use case, against bare commits of one small row
//! to a SQLite file on the same disk with the same promise: on the disk when acknowledged.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use domain::assessment::{Answer, Depth};
use domain::instrument::Level;
use rusqlite::Connection;
use service::App;
use service::rounds::{self, Said, Wanted};
use service::settings::Mode;
use tokio::task::JoinSet;

use crate::app::app;
use crate::figures::{median, per_second};
use crate::journeys::questions;
use crate::{Extent, Result, USERS};

/// As large as an answer is when it is stored.
const ROW: [u8; 120] = [7; 120];

pub(crate) async fn measure(folder: &Path, extent: Extent) -> Result<()> {
    let app = Arc::new(app(folder, "saves.db", Mode::Own).await?);
    let bare = Arc::new(Mutex::new(bare(folder)?));
    let questions: Arc<[String]> = questions()?.into();
    println!("Durable saves of an answer against bare commits");
    for users in USERS {
        let mut ratios = Vec::new();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..extent.pairs {
            let end = Instant::now() + extent.run;
            let mut running = JoinSet::new();
            for _ in 0..users {
                running.spawn(save(Arc::clone(&app), Arc::clone(&questions), end));
            }
            let one = rate(running, extent.run).await?;
            let end = Instant::now() + extent.run;
            let mut running = JoinSet::new();
            for _ in 0..users {
                let bare = Arc::clone(&bare);
                running.spawn_blocking(move || insert(&bare, end));
            }
            let other = rate(running, extent.run).await?;
            ratios.push(one / other);
            ours.push(one);
            theirs.push(other);
        }
        println!(
            "  {users:2} at once: {:.0}/s of {:.0}/s bare = {:.0} %",
            median(ours),
            median(theirs),
            median(ratios) * 100.0
        );
    }
    app.store.close().await;
    Ok(())
}

async fn rate(mut running: JoinSet<Result<usize>>, time: Duration) -> Result<f64> {
    let mut count = 0;
    while let Some(done) = running.join_next().await {
        count += done??;
    }
    Ok(per_second(count, time))
}

/// Answers a round's questions over and over, one at a time, until `end`.
async fn save(app: Arc<App>, questions: Arc<[String]>, end: Instant) -> Result<usize> {
    let secret = rounds::start(&app, Depth::Full).await?;
    let round = rounds::open(&app, &secret, Wanted::All)
        .await?
        .ok_or("no round")?;
    let mut count = 0;
    for revision in 0.. {
        let level = Level::ALL[usize::try_from(revision)? % Level::ALL.len()];
        for question in questions.iter() {
            if Instant::now() >= end {
                return Ok(count);
            }
            let said = Said {
                answer: Some(Answer::Level(level)),
                comment: "Riktlinjen antogs i mars och följs upp varje år.".to_owned(),
                ask: None,
            };
            rounds::save(&app, &round, vec![(question.clone(), revision, said)]).await?;
            count += 1;
        }
    }
    Ok(count)
}

/// Inserts one row at a time, each in a commit of its own, until `end`. The connection is shared:
/// SQLite has one writer at a time, and to wait for it here is cheaper than within SQLite.
fn insert(connection: &Mutex<Connection>, end: Instant) -> Result<usize> {
    let mut count = 0;
    while Instant::now() < end {
        let connection = connection.lock().map_err(|_| "another thread failed")?;
        connection
            .prepare_cached("INSERT INTO saved (body) VALUES (?1)")?
            .execute([&ROW[..]])?;
        count += 1;
    }
    Ok(count)
}

fn bare(folder: &Path) -> Result<Connection> {
    let connection = Connection::open(folder.join("bare.db"))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute(
        "CREATE TABLE saved (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
        [],
    )?;
    Ok(connection)
}
