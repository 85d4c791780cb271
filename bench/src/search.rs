//! How long a search takes over everything that is shipped, by all the ways that a word can be
//! meant.

use std::time::{Duration, Instant};

use domain::text::Lang;
use service::content;
use service::search::Search;

use crate::Result;
use crate::figures::{millis, quantile};

/// How many times each query is asked.
const ROUNDS: usize = 200;

/// What people may type: words, compounds, other words for the same, misspellings, and too much.
const QUERIES: [&str; 12] = [
    "anbud",
    "bara ett anbud",
    "uppföljning av avtal",
    "upphandlingsplan",
    "anskaffning",
    "uphandlingsplan",
    "leverantroer",
    "hur gör vi en marknadsanalys innan vi annonserar",
    "miljokrav i livsmedel",
    "jäv",
    "qwertyuiop asdfghjklö zxcvbnmqwe rtyuiopåas",
    "avtal avtal avtal avtal avtal avtal avtal avtal avtal avtal avtal avtal avtal avtal avtal",
];

pub(crate) fn measure() -> Result<()> {
    let content = content::load_embedded()?;
    let begun = Instant::now();
    let search = Search::new(&content, |_| Vec::new());
    println!("Search");
    println!("  index made in {:.1} ms", millis(begun.elapsed()));
    let mut times: Vec<Duration> = Vec::new();
    for query in QUERIES.iter().cycle().take(ROUNDS * QUERIES.len()) {
        let begun = Instant::now();
        let found = search.find(Lang::Sv, query);
        times.push(begun.elapsed());
        std::hint::black_box(found);
    }
    times.sort();
    let at = |share| millis(quantile(&times, share));
    println!("  p50 {:.2} ms, p99 {:.2} ms\n", at(0.5), at(0.99));
    Ok(())
}
