//! What cannot be had by opening an address alone: forms that are wrong, two who edit at once,
//! addresses that lead nowhere, notices after something was done.

use domain::instrument::Edition;
use domain::text::Lang;
use hyper::Method;
use web::routes::Page;

use crate::http::{Client, Reply};
use crate::places::public;
use crate::rounds::{self, Round, State};

/// Longer than any text that a form takes, and shorter than what a form may weigh.
const TOO_LONG: usize = 10_001;
/// Heavier than a form may weigh.
const TOO_HEAVY: usize = 600 * 1024;

/// What is sent.
#[derive(Clone, Debug)]
pub enum Sent {
    /// Nothing: the address is opened.
    Nothing,
    /// A form's fields.
    Fields(Vec<(String, String)>),
    /// A file to load.
    File(Vec<u8>),
    /// Plain text, as no form here sends it.
    Text,
}

/// One such moment.
#[derive(Clone, Debug)]
pub struct Moment {
    /// What it is, for a message.
    pub name: &'static str,
    /// Where it is sent.
    pub path: String,
    /// What is sent.
    pub sent: Sent,
    /// What is answered.
    pub status: u16,
}

impl Moment {
    /// Sends it by plain HTTP.
    pub async fn send(&self, client: &Client) -> Reply {
        match &self.sent {
            Sent::Nothing => client.get(&self.path).await,
            Sent::Fields(fields) => client.post(&self.path, fields).await,
            Sent::File(file) => client.upload(&self.path, &[], file).await,
            Sent::Text => {
                let headers = [("content-type", "text/plain")];
                let body = b"niva=3".to_vec();
                client.send(Method::POST, &self.path, &headers, body).await
            }
        }
    }
}

/// All of them in one language, with rounds of their own.
pub async fn moments(client: &Client, edition: &Edition, lang: Lang) -> Vec<Moment> {
    let done = rounds::prepare(client, edition, State::FullDone).await;
    let empty = rounds::prepare(client, edition, State::FullEmpty).await;
    let mut moments = forms(edition, lang, &done, &empty);
    moments.extend(files(client, lang, &done).await);
    moments.extend(conflicts(edition, lang, &done));
    moments.extend(addresses(edition, lang, &done));
    moments.extend(notices(edition, lang, &done));
    let gone = rounds::prepare(client, edition, State::QuickEmpty).await;
    moments.push(Moment {
        name: "a deleted round",
        path: gone.path_in(Page::Delete, lang, &[]),
        sent: Sent::Fields(Vec::new()),
        status: 200,
    });
    moments
}

fn sent(fields: &[(&str, &str)]) -> Sent {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Sent::Fields(fields.iter().map(own).collect())
}

/// Forms that have to be mended.
fn forms(edition: &Edition, lang: Lang, done: &Round, empty: &Round) -> Vec<Moment> {
    let goal = &edition.goals[0];
    let question = goal.questions[0].id.as_str();
    let [level, comment, version] =
        ["niva", "motivering", "version"].map(|name| format!("{name}.{question}"));
    let long = "å".repeat(TOO_LONG);
    let heavy = "a".repeat(TOO_HEAVY);
    let answer = done.path_in(Page::Answer, lang, &[question]);
    let wrong = |name, path: String, fields: &[(&str, &str)]| Moment {
        name,
        path,
        sent: sent(fields),
        status: 422,
    };
    let mut moments = vec![
        wrong("no depth chosen", public(Page::New, lang, &[]), &[]),
        wrong(
            "a depth that is not offered",
            public(Page::New, lang, &[]),
            &[("djup", "lagom")],
        ),
        wrong(
            "a comment that is too long",
            answer.clone(),
            &[(&level, "3"), (&comment, &long), (&version, "1")],
        ),
        wrong(
            "a level that is not offered",
            answer.clone(),
            &[(&level, "5"), (&comment, ""), (&version, "1")],
        ),
        wrong(
            "a reason that is not offered",
            answer.clone(),
            &[(&level, "ej:semester"), (&version, "1")],
        ),
        wrong(
            "an answer that comes twice",
            answer.clone(),
            &[(&level, "1"), (&level, "2"), (&version, "1")],
        ),
        wrong(
            "a comment with U+0000",
            answer.clone(),
            &[(&level, "3"), (&comment, "en rutin\0till"), (&version, "1")],
        ),
        wrong(
            "a goal's form with a comment that is too long",
            done.path_in(Page::GoalForm, lang, &[&goal.id]),
            &[(&level, "3"), (&comment, &long), (&version, "1")],
        ),
        wrong(
            "a goal called done with questions unanswered",
            empty.path_in(Page::Check, lang, &[&goal.id]),
            &[("klart", "ja")],
        ),
        wrong(
            "neither done nor not done",
            empty.path_in(Page::Check, lang, &[&goal.id]),
            &[],
        ),
        wrong(
            "an organisation that no list has",
            done.path_in(Page::Facts, lang, &[]),
            &[
                ("version", "1"),
                ("namn", &long),
                ("typ", "lan"),
                ("omfattar", "alla"),
                ("storlek", "9"),
            ],
        ),
        wrong(
            "kronor that are no number",
            done.path_in(Page::Decision, lang, &[]),
            &[("version", "1"), ("volym", "en miljard")],
        ),
        wrong(
            "an opinion without a word",
            public(Page::Feedback, lang, &[]),
            &[("om", "page:Start"), ("webbplats", "")],
        ),
    ];
    let refused = |name, path: &str, sent, status| Moment {
        name,
        path: path.to_owned(),
        sent,
        status,
    };
    moments.extend([
        refused(
            "a form that is too heavy",
            &answer,
            sent(&[(&comment, &heavy)]),
            413,
        ),
        refused("a form that is no form", &answer, Sent::Text, 415),
        refused(
            "a page that takes no form",
            &public(Page::Start, lang, &[]),
            sent(&[]),
            405,
        ),
        refused(
            "a button that is not there",
            &done.path_in(Page::Share, lang, &[]),
            sent(&[("gor", "nagot")]),
            400,
        ),
        refused(
            "facts without the revision that they were made from",
            &done.path_in(Page::Facts, lang, &[]),
            sent(&[("namn", "Ånge")]),
            400,
        ),
    ]);
    moments
}

/// Files that cannot be loaded.
async fn files(client: &Client, lang: Lang, done: &Round) -> Vec<Moment> {
    let file = client.get(&done.path(Page::File, &[])).await;
    assert_eq!(file.status, 200);
    let text = file.text();
    let half = text.len() / 2;
    let altered = text.replacen("\"full\"", "\"quick\"", 1);
    assert_ne!(altered, text);
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    [
        ("no file", Vec::new()),
        ("a file of something else", b"PK\x03\x04\x00\x00".to_vec()),
        ("a file that is cut off", text.as_bytes()[..half].to_vec()),
        ("a file changed by hand", altered.into_bytes()),
        ("a file of brackets", deep.into_bytes()),
    ]
    .into_iter()
    .map(|(name, file)| Moment {
        name,
        path: public(Page::Open, lang, &[]),
        sent: Sent::File(file),
        status: 422,
    })
    .collect()
}

/// Two who edit the same, the second from a form that was made before the first saved.
fn conflicts(edition: &Edition, lang: Lang, done: &Round) -> Vec<Moment> {
    let goal = &edition.goals[0];
    let questions: Vec<&str> = goal
        .questions
        .iter()
        .map(|mapped| mapped.id.as_str())
        .collect();
    let others: Vec<(String, String)> = questions
        .iter()
        .flat_map(|question| {
            [
                (format!("niva.{question}"), "vet-inte".to_owned()),
                (
                    format!("motivering.{question}"),
                    "Annan uppgift.".to_owned(),
                ),
                (format!("version.{question}"), "0".to_owned()),
            ]
        })
        .collect();
    let moment = |name, path, sent| Moment {
        name,
        path,
        sent,
        status: 409,
    };
    vec![
        moment(
            "two who answered a question",
            done.path_in(Page::Answer, lang, &[questions[0]]),
            Sent::Fields(others[..3].to_vec()),
        ),
        moment(
            "two who answered a goal",
            done.path_in(Page::GoalForm, lang, &[&goal.id]),
            Sent::Fields(others),
        ),
        moment(
            "two who said who they are",
            done.path_in(Page::Facts, lang, &[]),
            sent(&[("version", "0"), ("namn", "Ånge kommun"), ("typ", "kommun")]),
        ),
        moment(
            "two who filled in the decision page",
            done.path_in(Page::Decision, lang, &[]),
            sent(&[("version", "0"), ("volym", "17")]),
        ),
    ]
}

/// Addresses that lead nowhere.
fn addresses(edition: &Edition, lang: Lang, done: &Round) -> Vec<Moment> {
    let goal = edition.goals[0].id.as_str();
    let with = |secret: &str| Round {
        secret: secret.to_owned(),
        ..done.clone()
    };
    let mistyped = with(&done.secret.chars().rev().collect::<String>());
    [
        (
            "a page that is not there",
            format!("{}/finns-inte", public(Page::Method, lang, &[])),
        ),
        (
            "a question that is not there",
            public(Page::Question, lang, &["finns.inte"]),
        ),
        (
            "a tip that is not there",
            public(Page::Tip, lang, &["finns-inte"]),
        ),
        (
            "a mistyped address",
            mistyped.path_in(Page::Home, lang, &[]),
        ),
        (
            "half an address",
            with("abc").path_in(Page::Goal, lang, &[goal]),
        ),
        (
            "an address with U+0000",
            with("%00").path_in(Page::Result, lang, &[]),
        ),
        (
            "a goal that is not there",
            done.path_in(Page::Goal, lang, &["8"]),
        ),
        (
            "a question of no goal",
            done.path_in(Page::Answer, lang, &["finns.inte"]),
        ),
        (
            "a result of no goal",
            done.path_in(Page::GoalResult, lang, &["8"]),
        ),
    ]
    .into_iter()
    .map(|(name, path)| Moment {
        name,
        path,
        sent: Sent::Nothing,
        status: 404,
    })
    .collect()
}

/// Pages that tell what was just done.
fn notices(edition: &Edition, lang: Lang, done: &Round) -> Vec<Moment> {
    let goal = &edition.goals[0];
    let question = goal.questions[0].id.as_str();
    let next = goal.questions[1].id.as_str();
    [
        (
            "an answer was saved",
            format!(
                "{}?sparat={question}",
                done.path_in(Page::Answer, lang, &[next])
            ),
        ),
        (
            "a goal was saved",
            format!(
                "{}?sparat=ja",
                done.path_in(Page::GoalForm, lang, &[&goal.id])
            ),
        ),
        (
            "facts were saved",
            format!("{}?uppgifter=sparade", done.path_in(Page::Home, lang, &[])),
        ),
        (
            "a read-only address was made",
            format!("{}?ny=ja", done.path_in(Page::Share, lang, &[])),
        ),
        (
            "a read-only address was taken back",
            format!("{}?borta=ja", done.path_in(Page::Share, lang, &[])),
        ),
        (
            "an opinion on a question",
            format!(
                "{}?om=question:{question}",
                public(Page::Feedback, lang, &[])
            ),
        ),
        (
            "thanks for an opinion",
            format!("{}?om=page:Start&tack=1", public(Page::Feedback, lang, &[])),
        ),
        (
            "an opinion on nothing we know",
            format!("{}?om=%00&om=x", public(Page::Feedback, lang, &[])),
        ),
    ]
    .into_iter()
    .map(|(name, path)| Moment {
        name,
        path,
        sent: Sent::Nothing,
        status: 200,
    })
    .collect()
}
