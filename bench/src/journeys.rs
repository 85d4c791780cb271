//! Whole journeys: the start page, a new round, 48 answers saved one by one, the result.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use tokio::task::JoinSet;

use crate::client::{Answer, Client, Coding};
use crate::figures::{millis, per_second, quantile};
use crate::server::Server;
use crate::{Extent, Result, USERS};

/// How often memory is read while there is load.
const LOOK: Duration = Duration::from_millis(20);

/// Kinds of requests, in the order in which a journey makes them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Start,
    New,
    Begin,
    Address,
    Question,
    Save,
    Result,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Start => "start page",
            Kind::New => "choice of depth",
            Kind::Begin => "new round",
            Kind::Address => "address page",
            Kind::Question => "question page",
            Kind::Save => "answer saved",
            Kind::Result => "result",
        }
    }
}

/// How long each request took, by kind.
type Times = BTreeMap<Kind, Vec<Duration>>;

pub(crate) async fn measure(server: &Server, extent: Extent) -> Result<()> {
    let questions: Arc<[String]> = questions()?.into();
    println!(
        "Journeys: start, a new round, {} answers saved, result",
        questions.len()
    );
    run(server.address, 1, 1, &questions).await?;
    let idle = server.usage()?.resident;
    let mut highest = idle;
    for (users, share) in USERS.into_iter().zip([1, 2, 4]) {
        let each = (extent.journeys * share).div_ceil(users);
        let begun = Instant::now();
        let mut tick = tokio::time::interval(LOOK);
        let mut running = std::pin::pin!(run(server.address, users, each, &questions));
        let times = loop {
            tokio::select! {
                times = &mut running => break times?,
                _ = tick.tick() => highest = highest.max(server.usage()?.resident),
            }
        };
        let count = users * each;
        println!(
            "  {users} at once: {:.1} journeys/s, {:.0} requests/s ({count} journeys)",
            per_second(count, begun.elapsed()),
            per_second(times.values().map(Vec::len).sum(), begun.elapsed()),
        );
        print(times);
    }
    println!("  resident memory        {highest:7.1} MiB highest, {idle:.1} MiB before\n");
    Ok(())
}

fn print(times: Times) {
    println!("    {:16}      p50      p95      p99 ms", "");
    for (kind, mut times) in times {
        times.sort();
        println!(
            "    {:16} {:8.2} {:8.2} {:8.2}",
            kind.name(),
            millis(quantile(&times, 0.5)),
            millis(quantile(&times, 0.95)),
            millis(quantile(&times, 0.99)),
        );
    }
}

/// The questions of hela kollen, in the order in which they are asked.
pub(crate) fn questions() -> Result<Vec<String>> {
    let content = service::content::load_embedded()?;
    let edition = content.editions.get(&content.current).ok_or("no edition")?;
    Ok(edition
        .places()
        .map(|(_, question)| question.id.clone())
        .collect())
}

/// Lets `users` make `each` journeys at once and gathers how long the requests took.
async fn run(
    address: SocketAddr,
    users: usize,
    each: usize,
    questions: &Arc<[String]>,
) -> Result<Times> {
    let mut running = JoinSet::new();
    for _ in 0..users {
        let questions = Arc::clone(questions);
        running.spawn(async move {
            let mut user = User::connect(address).await?;
            for _ in 0..each {
                user.journey(&questions).await?;
            }
            Result::Ok(user.times)
        });
    }
    let mut all = Times::new();
    while let Some(times) = running.join_next().await {
        for (kind, times) in times?? {
            all.entry(kind).or_default().extend(times);
        }
    }
    Ok(all)
}

/// Starts hela kollen and gives the round's address.
pub(crate) async fn begin(client: &mut Client) -> Result<String> {
    let path = "/sjalvskattning/ny";
    let answer = client.post(path, "djup=hela".to_owned()).await?;
    let answer = answer.with(StatusCode::SEE_OTHER, path)?;
    let location = answer.location()?;
    let round = location
        .strip_suffix("/adress")
        .ok_or("not a round's address")?;
    Ok(round.to_owned())
}

/// The form that answers a question for the first time.
pub(crate) fn form(question: &str, level: usize) -> String {
    format!(
        "version.{question}=0&niva.{question}={level}&motivering.{question}=\
         Riktlinjen+antogs+i+mars+och+f%C3%B6ljs+upp+varje+%C3%A5r.&gor=nasta"
    )
}

struct User {
    client: Client,
    times: Times,
}

impl User {
    async fn connect(address: SocketAddr) -> Result<Self> {
        Ok(User {
            client: Client::connect(address).await?,
            times: Times::new(),
        })
    }

    async fn journey(&mut self, questions: &[String]) -> Result<()> {
        self.get(Kind::Start, "/").await?;
        self.get(Kind::New, "/sjalvskattning/ny").await?;
        let begun = Instant::now();
        let round = begin(&mut self.client).await?;
        self.note(Kind::Begin, begun);
        self.get(Kind::Address, &format!("{round}/adress")).await?;
        let mut saved = String::new();
        for (index, question) in questions.iter().enumerate() {
            let path = format!("{round}/fraga/{question}");
            self.get(Kind::Question, &format!("{path}{saved}")).await?;
            let begun = Instant::now();
            let answer = self
                .client
                .post(&path, form(question, 1 + index % 4))
                .await?;
            answer.with(StatusCode::SEE_OTHER, &path)?;
            self.note(Kind::Save, begun);
            saved = format!("?sparat={question}");
        }
        self.get(Kind::Result, &format!("{round}/resultat")).await?;
        Ok(())
    }

    async fn get(&mut self, kind: Kind, path: &str) -> Result<Answer> {
        let begun = Instant::now();
        let answer = self.client.get(path, Coding::Compressed).await?;
        self.note(kind, begun);
        answer.with(StatusCode::OK, path)
    }

    fn note(&mut self, kind: Kind, begun: Instant) {
        self.times.entry(kind).or_default().push(begun.elapsed());
    }
}
