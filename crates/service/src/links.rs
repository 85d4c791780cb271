//! Whether the addresses that the content points at still lead somewhere.

use std::time::Duration;

use domain::day::Day;
use domain::instrument::source::LinksFile;
use domain::instrument::{Content, LinkAnswer, LinkState, Source};
use reqwest::{Method, StatusCode, Url};

use crate::http::{client, is_private};

/// An address that has not answered by now does not count as answering.
const WHOLE_ANSWER: Duration = Duration::from_secs(15);

/// An address that nobody has looked at for so many months should be.
const FRESH: u16 = 12;

/// What is known of one source's address.
#[derive(Debug)]
pub struct Known<'a> {
    /// The source.
    pub source: &'a Source,
    /// How its address answered when it was last asked; `None` if it never was.
    pub state: Option<&'a LinkState>,
    /// The day someone last looked at it: an editor, or whoever asked.
    pub seen: &'a str,
    /// Whether that is more than a year ago.
    pub old: bool,
}

impl Known<'_> {
    /// Whether an editor has something to do.
    pub fn wants_care(&self) -> bool {
        self.old
            || self
                .state
                .is_some_and(|state| state.state != LinkAnswer::Works)
    }
}

/// Reads a file of states.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read(text: &str) -> Result<Vec<LinkState>, String> {
    let file: LinksFile = toml::from_str(text).map_err(|error| error.to_string())?;
    Ok(file.links)
}

/// Writes a file of states.
///
/// # Errors
/// Never: what is written is only texts.
pub fn write(links: Vec<LinkState>) -> Result<String, String> {
    toml::to_string(&LinksFile { links }).map_err(|error| error.to_string())
}

/// What is known of every source's address, by source.
pub fn known<'a>(content: &'a Content, states: &'a [LinkState], today: Day) -> Vec<Known<'a>> {
    let sources = content.sources.values();
    sources
        .map(|source| {
            let state = states.iter().find(|state| state.id == source.id);
            let asked = state.map_or("", |state| state.checked.as_str());
            // Written so that later is greater.
            let seen = asked.max(source.checked.as_str());
            let old = Day::try_from(seen).is_ok_and(|day| day < today.months_before(FRESH));
            Known {
                source,
                state,
                seen,
                old,
            }
        })
        .collect()
}

/// Asks every source's address, one after the other, so that no host is asked twice at once. Only
/// https is asked, and this machine itself.
///
/// # Errors
/// When no request can be made at all.
pub async fn ask(content: &Content, today: Day) -> Result<Vec<LinkState>, String> {
    let client = client(None, WHOLE_ANSWER)?;
    let mut states = Vec::new();
    for source in content.sources.values() {
        states.push(LinkState {
            id: source.id.clone(),
            state: answer(&client, &source.address).await,
            checked: today.to_string(),
        });
    }
    Ok(states)
}

/// How an address answers: to a question for its headers, or to one for all of it where headers
/// alone are not given.
async fn answer(client: &reqwest::Client, address: &str) -> LinkAnswer {
    let Some(url) = Url::parse(address).ok().filter(is_private) else {
        return LinkAnswer::Unknown;
    };
    let mut last = LinkAnswer::Unknown;
    for method in [Method::HEAD, Method::GET] {
        let Ok(response) = client.request(method, url.clone()).send().await else {
            return LinkAnswer::Unknown;
        };
        last = meaning(response.status());
        if matches!(last, LinkAnswer::Works | LinkAnswer::Moved) {
            break;
        }
    }
    last
}

fn meaning(status: StatusCode) -> LinkAnswer {
    match status {
        StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT => LinkAnswer::Moved,
        StatusCode::NOT_FOUND | StatusCode::GONE => LinkAnswer::Gone,
        status if status.is_success() || status.is_redirection() => LinkAnswer::Works,
        _ => LinkAnswer::Unknown,
    }
}
