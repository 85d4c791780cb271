//! The round's question page against a bare handler that answers with the same bytes, in a process
//! like the service's, asked by the same client.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::{StatusCode, header};
use hyper::body::Bytes;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::task::JoinSet;

use crate::client::{Client, Coding};
use crate::figures::{median, per_second};
use crate::journeys::{begin, form, questions};
use crate::server::Server;
use crate::{Extent, Result};

/// The argument that makes this program the bare handler.
pub(crate) const BARE: &str = "bare";
/// Users at once.
const USERS: usize = 8;

/// Serves the bytes of a file, whatever is asked for, and prints where.
pub(crate) async fn serve_bare(file: &Path) -> Result<()> {
    let body = Bytes::from(std::fs::read(file)?);
    let router = Router::new().fallback(async move || {
        let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        (headers, body.clone())
    });
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    axum::serve(listener, router).await?;
    Ok(())
}

/// What a server did in one run.
struct Run {
    requests: usize,
    took: Duration,
    processor: Duration,
}

impl Run {
    fn rate(&self) -> f64 {
        per_second(self.requests, self.took)
    }

    /// Microseconds of processor time that the server spent on a request.
    fn cost(&self) -> f64 {
        self.processor.as_secs_f64() * 1e6 / self.requests as f64
    }
}

pub(crate) async fn measure(server: &Server, folder: &Path, extent: Extent) -> Result<()> {
    let mut client = Client::connect(server.address).await?;
    let round = begin(&mut client).await?;
    let questions = questions()?;
    for question in &questions {
        let path = format!("{round}/fraga/{question}");
        let answer = client.post(&path, form(question, 2)).await?;
        answer.with(StatusCode::SEE_OTHER, &path)?;
    }
    let question = questions.first().ok_or("there are no questions")?;
    let path = format!("{round}/fraga/{question}");

    println!(
        "Question page of a round with {} answers, {USERS} users at once",
        questions.len()
    );
    for (coding, name) in [
        (Coding::Plain, "as it is"),
        (Coding::Compressed, "compressed"),
    ] {
        let body = client
            .get(&path, coding)
            .await?
            .with(StatusCode::OK, &path)?
            .body;
        let file = folder.join("page");
        std::fs::write(&file, &body)?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(BARE).arg(&file);
        let bare = Server::of(command).await?;
        let figures = compare(server, &bare, &path, coding, extent).await?;
        println!("  {name}, {} bytes: {figures}", body.len());
    }
    println!();
    Ok(())
}

/// Asks both in turn and puts in words how the service's rate stands to the bare handler's.
async fn compare(
    server: &Server,
    bare: &Server,
    path: &str,
    coding: Coding,
    extent: Extent,
) -> Result<String> {
    let warm = Duration::from_millis(200);
    run(server, path, coding, warm).await?;
    run(bare, path, coding, warm).await?;
    let mut ratios = Vec::new();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..extent.pairs {
        let one = run(server, path, coding, extent.run).await?;
        let other = run(bare, path, coding, extent.run).await?;
        ratios.push(one.rate() / other.rate());
        ours.push(one);
        theirs.push(other);
    }
    let rate = |runs: &[Run]| median(runs.iter().map(Run::rate).collect());
    let cost = |runs: &[Run]| median(runs.iter().map(Run::cost).collect());
    Ok(format!(
        "{:.0}/s of {:.0}/s bare = {:.0} % ({:.0} and {:.0} us of processor each)",
        rate(&ours),
        rate(&theirs),
        median(ratios) * 100.0,
        cost(&ours),
        cost(&theirs),
    ))
}

/// Asks for a page as often as it comes, for a time.
async fn run(server: &Server, path: &str, coding: Coding, time: Duration) -> Result<Run> {
    let address = server.address;
    let before = server.usage()?.processor;
    let begun = Instant::now();
    let mut running = JoinSet::new();
    for _ in 0..USERS {
        let path = path.to_owned();
        running.spawn(async move { ask(address, &path, coding, begun + time).await });
    }
    let mut requests = 0;
    while let Some(count) = running.join_next().await {
        requests += count??;
    }
    Ok(Run {
        requests,
        took: begun.elapsed(),
        processor: server.usage()?.processor.saturating_sub(before),
    })
}

async fn ask(address: SocketAddr, path: &str, coding: Coding, end: Instant) -> Result<usize> {
    let mut client = Client::connect(address).await?;
    let mut count = 0;
    while Instant::now() < end {
        client.get(path, coding).await?.with(StatusCode::OK, path)?;
        count += 1;
    }
    Ok(count)
}
