//! A workshop with twenty phones at once, on either database, and on two nodes of one service.

use std::time::Duration;

use e2e::cookies::Browser;
use e2e::events::Events;
use e2e::http::Client;
use e2e::organisation::Organisation;
use e2e::places::{content, edition};
use e2e::program::Program;
use tokio::task::JoinSet;

const PHONES: usize = 20;
/// Longer than an ordinary request may take.
const LONG: Duration = Duration::from_secs(21);

/// The shared screen.
struct Screen {
    contact: Browser,
    path: String,
    question: String,
}

/// A phone that has joined and follows along.
struct Phone {
    browser: Browser,
    path: String,
    events: Events,
}

fn pairs<const N: usize>(fields: [(&str, &str); N]) -> Vec<(String, String)> {
    let own = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    own.to_vec()
}

impl Screen {
    /// Starts a workshop. Gives where phones join, too.
    async fn start(origin: &str, database: &str) -> (Self, String) {
        let organisation = Organisation::put_in(database).await;
        let mut contact = organisation.contact(origin);
        let round = organisation.round_to_agree_on(&mut contact).await;
        let content = content();
        let first = edition(&content).places().next();
        let mut screen = Screen {
            contact,
            path: format!("{round}/workshop"),
            question: first.expect("a question").1.id.clone(),
        };
        let shown = screen.press(&pairs([("gor", "starta")])).await;
        let address = shown.first(".address");
        let join = address.find("/workshop/").expect("where phones join");
        (screen, address[join..].to_owned())
    }

    async fn press(&mut self, fields: &[(String, String)]) -> e2e::http::Reply {
        let reply = self.contact.post(&self.path, fields).await;
        assert_eq!(reply.location(), self.path);
        self.contact.get(&self.path).await
    }

    async fn ask(&mut self) -> e2e::http::Reply {
        let question = self.question.clone();
        let fields = pairs([("gor", "fraga"), ("fran", ""), ("fraga", &question)]);
        self.press(&fields).await
    }
}

impl Phone {
    /// Joins by the form and follows along as its page says.
    async fn join(origin: String, address: String) -> Self {
        let mut browser = Browser::new(&origin);
        let joined = browser.post(&address, &pairs([("gor", "med")])).await;
        let path = joined.location().to_owned();
        let page = browser.get(&path).await;
        // The cookie has come back, so the address need not tell who it is.
        let path = page.location().to_owned();
        assert_eq!(path, address);
        let page = browser.get(&path).await;
        let live = page.attributes("[data-live]", "data-live");
        let cookie = browser.cookie("__Host-workshop").expect("a cookie");
        let headers = [
            ("cookie", format!("__Host-workshop={cookie}")),
            ("accept-encoding", "br, gzip".to_owned()),
        ];
        let headers = headers
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let reply = Client::new(&origin).open(&live[0], &headers).await;
        assert_eq!(reply.status(), 200);
        let mut phone = Phone {
            browser,
            path,
            events: Events::new(reply.into_body()),
        };
        phone.events.next().await.expect("where it is");
        phone
    }

    /// Waits until the page is another, and gives it.
    async fn next(&mut self) -> e2e::http::Reply {
        self.events.next().await.expect("something new");
        self.browser.get(&self.path).await
    }

    /// Waits until its page says something; phones that join just then tell the others, too.
    async fn until(&mut self, text: &str) {
        while !self.next().await.text().contains(text) {}
    }

    async fn answer(&mut self, question: &str, value: &str) {
        let fields = pairs([("gor", "svara"), ("fraga", question), ("svar", value)]);
        let reply = self.browser.post(&self.path, &fields).await;
        assert_eq!(reply.location(), self.path);
    }
}

/// All phones do the same at once.
async fn at_once<F>(
    phones: Vec<Phone>,
    work: fn(Phone, usize, String) -> F,
    text: &str,
) -> Vec<Phone>
where
    F: Future<Output = Phone> + Send + 'static,
{
    let mut all = JoinSet::new();
    for (number, phone) in phones.into_iter().enumerate() {
        all.spawn(work(phone, number, text.to_owned()));
    }
    all.join_all().await
}

/// Twenty phones, in turn at each of the places where the service runs.
async fn twenty(origins: &[&str], database: &str) {
    let (mut screen, address) = Screen::start(origins[0], database).await;
    let mut joins = JoinSet::new();
    for number in 0..PHONES {
        let origin = origins[number % origins.len()].to_owned();
        joins.spawn(Phone::join(origin, address.clone()));
    }
    let phones = joins.join_all().await;
    let asked = screen.ask().await;
    assert!(asked.text().contains("20 är med"), "{}", asked.text());

    let phones = at_once(
        phones,
        |mut phone, number, question| async move {
            phone.until("name=\"svar\"").await;
            let level = (number % 4 + 1).to_string();
            phone.answer(&question, &level).await;
            phone
        },
        &screen.question,
    )
    .await;
    let answered = screen.contact.get(&screen.path).await;
    assert!(answered.text().contains("20 har svarat"));
    assert!(answered.texts(".card .count").is_empty());

    let question = screen.question.clone();
    let shown = screen
        .press(&pairs([("gor", "visa"), ("fraga", &question)]))
        .await;
    let counts = shown.texts(".card .count");
    assert_eq!(counts[..4], ["5 svar"; 4]);
    let phones = at_once(
        phones,
        |mut phone, _, text| async move {
            phone.until(&text).await;
            phone
        },
        "Titta på skärmen",
    )
    .await;

    screen
        .contact
        .post(&screen.path, &pairs([("gor", "avsluta")]))
        .await;
    let phones = at_once(
        phones,
        |mut phone, _, _| async move {
            assert_eq!(phone.events.next().await.as_deref(), Some("slut"));
            assert_eq!(phone.events.next().await, None);
            phone
        },
        "",
    )
    .await;
    assert_eq!(phones.len(), PHONES);
}

#[tokio::test]
async fn twenty_phones_on_sqlite() {
    let program = Program::start().await;
    let database = format!("sqlite:{}", program.database().display());
    twenty(&[&program.origin], &database).await;
}

#[tokio::test]
async fn twenty_phones_on_two_nodes_with_postgresql() {
    let Ok(database) = std::env::var("STRATEGIKOLLEN_TEST_POSTGRES") else {
        let is_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(
            !is_ci,
            "STRATEGIKOLLEN_TEST_POSTGRES must hold the URL of a server"
        );
        return;
    };
    let url = format!("--database={database}");
    let one = Program::start_with(&[&url]).await;
    let key = one.database().with_file_name("strategikollen.key");
    let key = format!("--key-file={}", key.display());
    let other = Program::start_with(&[&url, &key]).await;
    twenty(&[&one.origin, &other.origin], &database).await;
}

#[tokio::test]
async fn who_follows_is_not_cut_off() {
    let program = Program::start().await;
    let database = format!("sqlite:{}", program.database().display());
    let (mut screen, address) = Screen::start(&program.origin, &database).await;
    let mut phone = Phone::join(program.origin.clone(), address).await;
    tokio::time::sleep(LONG).await;
    screen.ask().await;
    phone.until("name=\"svar\"").await;
    assert!(phone.events.beats >= 1, "a heart-beat in the meantime");
}

#[tokio::test]
async fn a_service_that_stops_waits_for_nobody_who_follows() {
    let program = Program::start().await;
    let database = format!("sqlite:{}", program.database().display());
    let (_screen, address) = Screen::start(&program.origin, &database).await;
    let mut phone = Phone::join(program.origin.clone(), address).await;
    program.ask_to_stop();
    assert_eq!(phone.events.next().await, None);
}
