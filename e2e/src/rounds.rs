//! Rounds in the states that pages look different in, filled in through the forms.

use domain::instrument::{Edition, Question};
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use web::routes::{Door, Page};

use crate::form::Form;
use crate::http::{Client, Reply};
use crate::places::{public, within};

/// A text with everything that a page must not trip over.
pub const COMMENT: &str =
    "Rutinen är beslutad & finns i <b>ledningssystemet</b>, \"kapitel 7\".\r\nÅterstår: ÅÄÖ, 10 %.";
/// The organisation's name in rounds that have been filled in.
pub const NAME: &str = "Fjällhamra & Södra Ängby kommun";

/// How far a round has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Hela kollen, nothing answered.
    FullEmpty,
    /// Hela kollen, everything answered, every goal marked done.
    FullDone,
    /// Snabbkollen, nothing answered.
    QuickEmpty,
    /// Snabbkollen, everything answered.
    QuickDone,
}

impl State {
    /// All of them.
    pub const ALL: [State; 4] = [
        State::FullEmpty,
        State::FullDone,
        State::QuickEmpty,
        State::QuickDone,
    ];

    /// Whether it is snabbkollen.
    pub fn is_quick(self) -> bool {
        matches!(self, State::QuickEmpty | State::QuickDone)
    }

    fn is_done(self) -> bool {
        matches!(self, State::FullDone | State::QuickDone)
    }
}

/// A round, by its addresses.
#[derive(Clone, Debug)]
pub struct Round {
    /// How far it has come.
    pub state: State,
    /// The secret part of its address.
    pub secret: String,
    /// The secret part of its read-only address.
    pub reader: String,
}

impl Round {
    /// The secret part of the address that a door opens for: of the read-only address, or of its
    /// own.
    pub fn key(&self, door: Door) -> &str {
        match door {
            Door::Read => &self.reader,
            Door::Write | Door::None | Door::Member | Door::Guest => &self.secret,
        }
    }

    /// The address of one of its pages, in Swedish, for whoever may write.
    pub fn path(&self, page: Page, segments: &[&str]) -> String {
        self.path_in(page, Lang::Sv, segments)
    }

    /// The address of one of its pages for whoever may write.
    pub fn path_in(&self, page: Page, lang: Lang, segments: &[&str]) -> String {
        within(page, lang, Door::Write, &self.secret, segments)
    }
}

/// Starts a round and gives the secret part of its address.
pub async fn start(client: &Client, quick: bool) -> String {
    let depth = if quick { "snabb" } else { "hela" };
    let fields = [("djup".to_owned(), depth.to_owned())];
    let reply = client
        .post(&public(Page::New, Lang::Sv, &[]), &fields)
        .await;
    secret(&reply)
}

/// The secret part of the address that a new round got.
pub fn secret(reply: &Reply) -> String {
    let location = reply.location();
    let pattern = within(Page::Address, Lang::Sv, Door::Write, "", &[]);
    let (before, after) = pattern.split_once("//").expect("a place for the secret");
    location
        .strip_prefix(&format!("{before}/"))
        .and_then(|rest| rest.strip_suffix(&format!("/{after}")))
        .unwrap_or_else(|| panic!("{location} is no round's"))
        .to_owned()
}

/// A round in a state, with a read-only address. It begins from another with every answer, so that it
/// has a last time.
pub async fn prepare(client: &Client, edition: &Edition, state: State) -> Round {
    let mut round = Round {
        state,
        secret: start(client, state.is_quick()).await,
        reader: String::new(),
    };
    answer_all(client, edition, &round).await;
    round.secret = next(client, &round).await;
    let share = round.path(Page::Share, &[]);
    fill(client, &share, Some(("gor", "ny")), |_| {}).await;
    round.reader = reader(client, &round).await;
    if state.is_done() {
        answer_all(client, edition, &round).await;
        say_who(client, &round).await;
        fill(client, &round.path(Page::Decision, &[]), None, propose).await;
    }
    round
}

/// Begins the next round from a round's file, and gives the secret part of its address.
async fn next(client: &Client, last: &Round) -> String {
    let file = client.get(&last.path(Page::File, &[])).await;
    let open = public(Page::Open, Lang::Sv, &[]);
    secret(&client.upload(&open, &[("som", "ny")], &file.body).await)
}

async fn reader(client: &Client, round: &Round) -> String {
    let share = client.get(&round.path(Page::Share, &[])).await;
    let addresses = share.attributes("input[readonly]", "value");
    let address = addresses.first().expect("a read-only address");
    let pattern = within(Page::Result, Lang::Sv, Door::Read, "", &[]);
    let (before, after) = pattern.split_once("//").expect("a place for the secret");
    let path = address
        .strip_prefix(&client.origin)
        .expect("its own origin");
    path.strip_prefix(&format!("{before}/"))
        .and_then(|rest| rest.strip_suffix(&format!("/{after}")))
        .unwrap_or_else(|| panic!("{address} is no read-only address"))
        .to_owned()
}

/// Answers every question that the round asks, all kinds of answers among them.
async fn answer_all(client: &Client, edition: &Edition, round: &Round) {
    let mut place = 0;
    for goal in &edition.goals {
        let path = round.path(Page::GoalForm, &[&goal.id]);
        fill(client, &path, None, |form| {
            for mapped in &goal.questions {
                let field = format!("niva.{}", mapped.id);
                if form.has(&field) {
                    form.fill(&field, &answer(&edition.questions[&mapped.id], place));
                    form.fill(&format!("motivering.{}", mapped.id), COMMENT);
                    place += 1;
                }
            }
        })
        .await;
        let path = round.path(Page::Check, &[&goal.id]);
        fill(client, &path, None, |form| form.fill("klart", "ja")).await;
    }
}

/// An answer to a question: by turns each level, vet inte än and inte tillämpligt.
pub fn answer(question: &Question, place: usize) -> String {
    let reason = question.not_applicable.iter().find(|entry| {
        question.may_be_not_applicable(&entry.reason, Some(OrganisationKind::Kommun))
    });
    match (place % 10, reason) {
        (4, _) => "vet-inte".to_owned(),
        (_, Some(entry)) if place % 3 == 2 => format!("ej:{}", entry.reason),
        (0 | 5, _) => "2".to_owned(),
        (1 | 7, _) => "4".to_owned(),
        (3, _) => "1".to_owned(),
        _ => "3".to_owned(),
    }
}

async fn say_who(client: &Client, round: &Round) {
    fill(client, &round.path(Page::Facts, &[]), None, |form| {
        form.fill("namn", NAME);
        form.fill("typ", "kommun");
        form.fill("omfattar", "koncern");
        form.fill("storlek", "mellan");
    })
    .await;
}

/// Fills in the decision page: kronor, and owner and date of every proposal.
fn propose(form: &mut Form) {
    for name in form.texts() {
        let value = match name.split('.').next() {
            Some("volym") => "1 250 000 000",
            Some("datum") => "31 mars 2027",
            _ => "Chefen för inköpsenheten",
        };
        form.fill(&name, value);
    }
}

/// Opens a page, fills in its form and sends it, which must lead on.
pub async fn fill(
    client: &Client,
    path: &str,
    button: Option<(&str, &str)>,
    with: impl FnOnce(&mut Form),
) {
    let page = client.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text());
    let mut form = Form::all(&page)
        .into_iter()
        .next_back()
        .unwrap_or_else(|| panic!("{path} has no form"));
    with(&mut form);
    let reply = client.post(&form.action, &form.press(button)).await;
    assert_eq!(reply.status, 303, "{path}: {}", reply.text());
}
