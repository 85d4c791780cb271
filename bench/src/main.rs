//! Speed and size of the service, printed and never asserted: figures depend on the machine and
//! on what else it does. docs/develop/speed.md says what each figure means.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "measuring time and printing it is what this program does"
)]

mod app;
mod client;
mod comparison;
mod figures;
mod journeys;
mod page;
mod saves;
mod search;
mod server;
mod start;
mod views;
mod workshop;

use std::path::PathBuf;
use std::time::Duration;

/// Whatever keeps a figure from being measured ends the program with its message.
pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Users at once.
const USERS: [usize; 3] = [1, 8, 32];

/// How much is measured.
#[derive(Clone, Copy)]
struct Extent {
    /// Starts of the service on an empty database.
    starts: usize,
    /// Journeys of one user; those of many users together are twice and four times as many.
    journeys: usize,
    /// Pairs of alternating runs, service and bare.
    pairs: usize,
    /// Length of one such run.
    run: Duration,
    /// Questions of a workshop.
    questions: usize,
}

const WHOLE: Extent = Extent {
    starts: 9,
    journeys: 16,
    pairs: 7,
    run: Duration::from_secs(2),
    questions: 20,
};

const QUICK: Extent = Extent {
    starts: 3,
    journeys: 2,
    pairs: 3,
    run: Duration::from_millis(500),
    questions: 3,
};

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => measure(WHOLE).await,
        ["--quick"] => measure(QUICK).await,
        ["search"] => search::measure(),
        ["comparison"] => comparison::measure().await,
        [page::BARE, file] => page::serve_bare(&PathBuf::from(file)).await,
        [comparison::RULES, organisations] => comparison::rules(organisations.parse()?),
        [comparison::CLOSE, folder] => comparison::close(&PathBuf::from(folder)).await,
        _ => Err("usage: bench [--quick | search | comparison]".into()),
    }
}

async fn measure(extent: Extent) -> Result<()> {
    let program = server::build()?;
    // Beside the program, on the disk that builds are on: a folder for temporary files may be in
    // memory, where a durable commit costs nothing.
    let folder = tempfile::tempdir_in(program.parent().ok_or("the program has no folder")?)?;

    start::measure(&program, folder.path(), extent).await?;
    search::measure()?;

    let server = server::Server::start(&program, folder.path(), "journeys").await?;
    views::measure(&server).await?;
    journeys::measure(&server, extent).await?;
    page::measure(&server, folder.path(), extent).await?;
    drop(server);

    let server = server::Server::start(&program, folder.path(), "workshop").await?;
    workshop::measure(&server, &folder.path().join("workshop"), extent).await?;
    drop(server);

    saves::measure(folder.path(), extent).await
}
