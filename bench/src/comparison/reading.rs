//! Reading: the page on which an organisation compares itself, as its browser asks for it.

use std::path::Path;
use std::time::Instant;

use axum::http::StatusCode;

use super::AGENCY;
use super::fill::Filled;
use crate::Result;
use crate::client::{Client, Coding};
use crate::figures::{millis, quantile};
use crate::server::Server;

/// Times that a page is asked for before it is measured, and then measured.
const FIRST: usize = 20;
const MEASURED: usize = 500;

/// Prints how long the page takes, and gives the median, milliseconds.
pub(super) async fn measure(
    program: &Path,
    folder: &Path,
    size: usize,
    filled: &Filled,
) -> Result<f64> {
    let settings = ["--agency", AGENCY];
    let server = Server::start_as(program, folder, &size.to_string(), &settings).await?;
    let mut client = Client::connect(server.address).await?;
    client.cookie = Some(filled.cookie.clone());
    let path = format!("/o/{}/jamforelse", filled.organisation);
    let mut times = Vec::with_capacity(MEASURED);
    for number in 0..FIRST + MEASURED {
        let begun = Instant::now();
        let answer = client.get(&path, Coding::Compressed).await?;
        answer.with(StatusCode::OK, &path)?;
        if number >= FIRST {
            times.push(millis(begun.elapsed()));
        }
    }
    times.sort_by(f64::total_cmp);
    let median = quantile(&times, 0.5);
    println!(
        "  {size:>7} organisations: p50 {median:6.2} ms, p99 {:6.2} ms",
        quantile(&times, 0.99)
    );
    Ok(median)
}

/// How much longer reading takes among the most than among the fewest.
pub(super) fn ratio(medians: &[f64]) {
    if let [fewest, .., most] = medians {
        println!("  the most against the fewest: {:.2}", most / fewest);
    }
}
