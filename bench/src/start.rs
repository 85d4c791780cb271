//! Time from the start of the process to the first answer, and memory at rest.

use std::path::Path;
use std::time::{Duration, Instant};

use axum::http::StatusCode;

use crate::client::{Client, Coding};
use crate::figures::{median, millis};
use crate::server::Server;
use crate::{Extent, Result};

/// How long a service that has just answered is left alone before its memory is read.
const REST: Duration = Duration::from_secs(1);

pub(crate) async fn measure(program: &Path, folder: &Path, extent: Extent) -> Result<()> {
    let mut times = Vec::new();
    let mut resident = 0.0;
    for number in 0..extent.starts {
        let begun = Instant::now();
        let server = Server::start(program, folder, &format!("start-{number}")).await?;
        let mut client = Client::connect(server.address).await?;
        let answer = client.get("/", Coding::Compressed).await?;
        answer.with(StatusCode::OK, "/")?;
        times.push(millis(begun.elapsed()));
        if number + 1 == extent.starts {
            tokio::time::sleep(REST).await;
            resident = server.usage()?.resident;
        }
    }
    let slowest = times.iter().copied().fold(0.0, f64::max);
    println!("Start, empty database");
    println!(
        "  to the first answer    {:7.0} ms median, {slowest:.0} ms slowest of {}",
        median(times),
        extent.starts
    );
    println!("  resident memory idle   {resident:7.1} MiB\n");
    Ok(())
}
