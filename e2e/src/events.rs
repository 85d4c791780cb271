//! Server-sent events, as they come.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::Incoming;

/// How long the next event may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The events of one request.
#[derive(Debug)]
pub struct Events {
    body: Incoming,
    /// How often something came that was no event: a heart-beat.
    pub beats: usize,
}

impl Events {
    /// Reads events from a body.
    pub fn new(body: Incoming) -> Self {
        Events { body, beats: 0 }
    }

    /// The next event; `None` when there will be no more.
    pub async fn next(&mut self) -> Option<String> {
        loop {
            let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await;
            let frame = frame.expect("an event in time")?.expect("not cut off");
            let bytes = frame.into_data().unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            match text.strip_prefix("data: ") {
                Some(data) => return Some(data.trim().to_owned()),
                None => self.beats += 1,
            }
        }
    }
}
