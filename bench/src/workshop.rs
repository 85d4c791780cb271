//! A workshop: twenty phones that join, are asked, answer, and see that the answers are shown, all
//! at the same time, as a room full of people does.

use std::path::Path;
use std::time::{Duration, Instant};

use e2e::cookies::Browser;
use e2e::events::Events;
use e2e::http::Client;
use e2e::organisation::Organisation;
use tokio::task::JoinSet;

use crate::figures::{millis, quantile};
use crate::journeys::questions;
use crate::server::Server;
use crate::{Extent, Result};

const PHONES: usize = 20;
/// What a phone's page has while a question is asked.
const ASKED: &str = "name=\"svar\"";

/// The shared screen, and who leads the workshop at it.
struct Screen {
    contact: Browser,
    path: String,
}

/// A phone that has joined and follows along.
struct Phone {
    browser: Browser,
    path: String,
    events: Events,
}

type Fields<'a> = &'a [(&'a str, &'a str)];

fn pairs(fields: Fields<'_>) -> Vec<(String, String)> {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    fields.iter().map(own).collect()
}

pub(crate) async fn measure(server: &Server, data: &Path, extent: Extent) -> Result<()> {
    let questions = questions()?;
    let questions = &questions[..extent.questions];
    let origin = format!("http://localhost:{}", server.address.port());
    let database = format!("sqlite:{}", data.join("strategikollen.db").display());
    let (mut screen, address) = Screen::start(&origin, &database).await?;
    println!("A workshop: {PHONES} phones, {} questions", questions.len());

    let (mut phones, joined) = at_once((0..PHONES).collect(), |_| {
        Phone::join(origin.clone(), address.clone())
    })
    .await?;
    print("joined", joined);
    let (mut asked, mut answered, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    let mut before = String::new();
    for question in questions {
        let fields = [
            ("gor", "fraga"),
            ("fran", before.as_str()),
            ("fraga", question.as_str()),
        ];
        let (next, times) = screen.press_and_wait(phones, &fields, true).await?;
        asked.extend(times);
        let (next, times) = at_once(next, |phone| phone.answer(question.clone())).await?;
        answered.extend(times);
        let fields = [("gor", "visa"), ("fraga", question.as_str())];
        let (next, times) = screen.press_and_wait(next, &fields, false).await?;
        shown.extend(times);
        phones = next;
        before.clone_from(question);
    }
    print("question on the phone", asked);
    print("answer saved", answered);
    print("answers shown", shown);
    println!();
    Ok(())
}

fn print(what: &str, mut times: Vec<Duration>) {
    times.sort();
    println!(
        "    {what:22} {:8.2} {:8.2} {:8.2}  (p50, p95, highest, ms)",
        millis(quantile(&times, 0.5)),
        millis(quantile(&times, 0.95)),
        millis(quantile(&times, 1.0)),
    );
}

/// Lets all do the same at once, and tells how long each took.
async fn at_once<T, R, F>(all: Vec<T>, work: impl Fn(T) -> F) -> Result<(Vec<R>, Vec<Duration>)>
where
    R: Send + 'static,
    F: Future<Output = Result<R>> + Send + 'static,
{
    let begun = Instant::now();
    let mut running = JoinSet::new();
    for one in all {
        let work = work(one);
        running.spawn(async move { Result::Ok((work.await?, begun.elapsed())) });
    }
    let (mut done, mut times) = (Vec::new(), Vec::new());
    while let Some(one) = running.join_next().await {
        let (one, time) = one??;
        done.push(one);
        times.push(time);
    }
    Ok((done, times))
}

impl Screen {
    /// Starts a workshop. Gives where phones join, too.
    async fn start(origin: &str, database: &str) -> Result<(Self, String)> {
        let organisation = Organisation::put_in(database).await;
        let mut contact = organisation.contact(origin);
        let round = organisation.round_to_agree_on(&mut contact).await;
        let path = format!("{round}/workshop");
        contact.post(&path, &pairs(&[("gor", "starta")])).await;
        let address = contact.get(&path).await.first(".address");
        let join = address.find("/workshop/").ok_or("no place to join")?;
        Ok((Screen { contact, path }, address[join..].to_owned()))
    }

    /// Presses a button, and lets every phone fetch what comes of it.
    async fn press_and_wait(
        &mut self,
        phones: Vec<Phone>,
        fields: Fields<'_>,
        asked: bool,
    ) -> Result<(Vec<Phone>, Vec<Duration>)> {
        let waiting = at_once(phones, |phone| phone.until(asked));
        let fields = pairs(fields);
        let pressed = self.contact.post(&self.path, &fields);
        let (waited, pressed) = tokio::join!(waiting, pressed);
        match pressed.status {
            303 => waited,
            status => Err(format!("the screen answered {status}").into()),
        }
    }
}

impl Phone {
    /// Joins by the form and follows along as its page says.
    async fn join(origin: String, address: String) -> Result<Self> {
        let mut browser = Browser::new(&origin);
        let joined = browser.post(&address, &pairs(&[("gor", "med")])).await;
        let own = joined.location().to_owned();
        let page = browser.get(&own).await;
        let path = page.location().to_owned();
        let page = browser.get(&path).await;
        let live = page.attributes("[data-live]", "data-live");
        let live = live.first().ok_or("nothing to follow")?;
        let cookie = browser.cookie("__Host-workshop").ok_or("no cookie")?;
        let cookie = format!("__Host-workshop={cookie}");
        let (client, headers) = (Client::new(&origin), [("cookie", cookie.as_str())]);
        let reply = client.open(live, &headers).await;
        let mut events = Events::new(reply.into_body());
        events.next().await.ok_or("nothing is told")?;
        Ok(Phone {
            browser,
            path,
            events,
        })
    }

    /// Waits until its page has a question to answer, or has it no longer.
    async fn until(mut self, asked: bool) -> Result<Self> {
        loop {
            self.events.next().await.ok_or("nothing more is told")?;
            let page = self.browser.get(&self.path).await;
            if page.text().contains(ASKED) == asked {
                return Ok(self);
            }
        }
    }

    async fn answer(mut self, question: String) -> Result<Self> {
        let fields = [("gor", "svara"), ("fraga", &question), ("svar", "3")];
        let reply = self.browser.post(&self.path, &pairs(&fields)).await;
        match reply.status {
            303 => Ok(self),
            status => Err(format!("an answer was met with {status}").into()),
        }
    }
}
