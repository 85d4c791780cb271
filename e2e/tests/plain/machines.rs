//! Answers for machines.

use domain::text::Lang;
use e2e::places::{content, edition, public};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use web::routes::Page;

#[tokio::test]
async fn it_is_alive_and_ready() {
    let program = Program::start().await;
    let client = program.client();
    for page in [Page::Live, Page::Ready] {
        let reply = client.get(&public(page, Lang::Sv, &[])).await;
        assert_eq!(
            (reply.status, reply.text().as_str()),
            (200, "{\"status\":\"ok\"}")
        );
    }
}

#[tokio::test]
async fn crawlers_are_kept_out_of_rounds_and_let_in_elsewhere() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let round = prepare(&client, edition(&content), State::QuickEmpty).await;
    let robots = client.get("/robots.txt").await.text();
    let refused: Vec<&str> = robots
        .lines()
        .filter_map(|line| line.strip_prefix("Disallow: "))
        .collect();
    let is_refused = |path: &str| refused.iter().any(|prefix| path.starts_with(prefix));
    for lang in Lang::ALL {
        assert!(
            is_refused(&round.path_in(Page::Result, lang, &[])),
            "{robots}"
        );
        for page in [Page::Start, Page::Method, Page::Questions, Page::Contact] {
            let path = public(page, lang, &[]);
            assert!(!is_refused(&path), "{path}: {robots}");
        }
    }
    let page = client.get(&round.path(Page::Result, &[])).await;
    assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
}
