//! The walk by plain HTTP, link by link and form by form: both depths, both languages, from the
//! start page to the decision page, and what else can be done with a round.

use domain::text::Lang;
use e2e::http::Reply;
use e2e::places::{content, edition, public, within};
use e2e::program::Program;
use e2e::rounds::{COMMENT, NAME, Round, State, answer, secret};
use e2e::visitor::Visitor;
use web::routes::{Door, Page};

/// Someone with a new round, at the page that tells its address.
struct Walk {
    visitor: Visitor,
    lang: Lang,
    secret: String,
}

impl Walk {
    /// From the start page to the round's address.
    async fn start(program: &Program, lang: Lang, quick: bool) -> Self {
        let client = program.client();
        let mut visitor = Visitor::at(client, &public(Page::Start, lang, &[])).await;
        let depth = if quick { "snabb" } else { "hela" };
        let new = public(Page::New, lang, &[]);
        visitor.follow(&format!("{new}?djup={depth}")).await;
        let reply = visitor.send_here(&[("djup", depth)], None).await;
        let address = reply.location().to_owned();
        let pattern = within(Page::Address, lang, Door::Write, "", &[]);
        let (before, after) = pattern.split_once("//").expect("a place for the secret");
        let secret = address
            .strip_prefix(&format!("{before}/"))
            .and_then(|rest| rest.strip_suffix(&format!("/{after}")))
            .expect("a round's address")
            .to_owned();
        visitor.open(&address).await;
        Walk {
            visitor,
            lang,
            secret,
        }
    }

    fn to(&self, page: Page, segments: &[&str]) -> String {
        within(page, self.lang, Door::Write, &self.secret, segments)
    }

    async fn follow(&mut self, page: Page, segments: &[&str]) {
        let path = self.to(page, segments);
        self.visitor.follow(&path).await;
    }

    fn is_at(&self, page: Page, segments: &[&str]) {
        let path = self.visitor.page.path.split('?').next().unwrap_or_default();
        assert_eq!(path, self.to(page, segments));
    }

    fn page(&self) -> &Reply {
        &self.visitor.page
    }

    /// Answers all of snabbkollen, question after question, ending at the facts.
    async fn answer_quick(&mut self) -> usize {
        let content = content();
        let edition = edition(&content);
        let asked: Vec<_> = edition
            .places()
            .filter(|(place, _)| place.mapped.quick)
            .collect();
        self.follow(Page::Answer, &[&asked[0].1.id]).await;
        for (place, (_, question)) in asked.iter().enumerate() {
            self.is_at(Page::Answer, &[&question.id]);
            assert_eq!(self.page().first("h1"), question.question.get(self.lang));
            let (level, comment) = (
                format!("niva.{}", question.id),
                format!("motivering.{}", question.id),
            );
            let fields = [
                (level.as_str(), &*answer(question, place)),
                (&comment, COMMENT),
            ];
            self.visitor.send(&fields, Some(("gor", "nasta"))).await;
            assert!(
                !self.page().first(".status").is_empty(),
                "it says that it is saved"
            );
        }
        asked.len()
    }

    async fn say_who(&mut self) {
        self.is_at(Page::Facts, &[]);
        let fields = [
            ("namn", NAME),
            ("typ", "kommun"),
            ("omfattar", "egna"),
            ("storlek", "mellan"),
        ];
        self.visitor.send(&fields, Some(("gor", "resultat"))).await;
        self.is_at(Page::Result, &[]);
    }

    /// Answers the goals, each on one page, and marks each done.
    async fn answer_goals(&mut self) {
        let content = content();
        for goal in &edition(&content).goals {
            self.follow(Page::Goal, &[&goal.id]).await;
            self.follow(Page::GoalForm, &[&goal.id]).await;
            let fields: Vec<(String, String)> = goal
                .questions
                .iter()
                .enumerate()
                .map(|(place, mapped)| {
                    let question = &edition(&content).questions[&mapped.id];
                    (format!("niva.{}", mapped.id), answer(question, place))
                })
                .collect();
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            self.visitor
                .send(&fields, Some(("gor", "kontrollera")))
                .await;
            self.is_at(Page::Check, &[&goal.id]);
            self.visitor.send(&[("klart", "ja")], None).await;
            self.is_at(Page::GoalResult, &[&goal.id]);
            let home = self.to(Page::Home, &[]);
            self.visitor.follow(&home).await;
        }
    }

    /// From the result to the decision page, filled in.
    async fn decide(&mut self) {
        self.follow(Page::Decision, &[]).await;
        let before = self.page().texts(".sheet").join(" ");
        let owner = "Ekonomichefen";
        let names: Vec<String> = self.page().attributes("form input[type=text]", "name");
        let fields: Vec<(&str, &str)> = names
            .iter()
            .filter(|name| name.contains('.'))
            .map(|name| (name.as_str(), owner))
            .collect();
        assert!(!before.contains(owner));
        let volume = [("volym", "750 000 000")];
        self.visitor
            .send(&[&volume, fields.as_slice()].concat(), None)
            .await;
        self.is_at(Page::Decision, &[]);
        let after = self.page().texts(".sheet").join(" ");
        assert!(after.contains(owner), "{after}");
        assert!(after.contains(NAME), "{after}");
    }
}

async fn quick_then_full(lang: Lang) {
    let program = Program::start().await;
    let mut walk = Walk::start(&program, lang, true).await;
    let asked = walk.answer_quick().await;
    walk.say_who().await;
    assert!(walk.page().text().contains("ledningssystemet") || walk.page().status == 200);

    walk.follow(Page::Deepen, &[]).await;
    walk.visitor.send(&[], None).await;
    walk.is_at(Page::Home, &[]);
    let file = walk.visitor.client.get(&walk.to(Page::File, &[])).await;
    let saved: serde_json::Value = serde_json::from_slice(&file.body).expect("JSON");
    let answers = saved["round"]["answers"].as_object().expect("answers");
    assert_eq!(answers.len(), asked, "every answer came along");

    walk.answer_goals().await;
    walk.follow(Page::Result, &[]).await;
    let content = content();
    for goal in &edition(&content).goals {
        let name = goal.short.get(lang);
        assert!(
            walk.page().first("main").contains(name),
            "{name} is in the result"
        );
    }
    walk.decide().await;
    walk.visitor.open(&walk.to(Page::Result, &[])).await;
    for page in [Page::FindOut, Page::Record, Page::RoundTips] {
        walk.follow(page, &[]).await;
        walk.visitor.open(&walk.to(Page::Result, &[])).await;
    }
}

#[tokio::test]
async fn from_the_start_to_a_decision_in_swedish() {
    quick_then_full(Lang::Sv).await;
}

#[tokio::test]
async fn from_the_start_to_a_decision_in_english() {
    quick_then_full(Lang::En).await;
}

#[tokio::test]
async fn hela_kollen_one_question_a_page() {
    let program = Program::start().await;
    let mut walk = Walk::start(&program, Lang::Sv, false).await;
    let content = content();
    let goal = &edition(&content).goals[0];
    walk.follow(Page::Home, &[]).await;
    walk.follow(Page::Goal, &[&goal.id]).await;
    walk.follow(Page::Answer, &[&goal.questions[0].id]).await;
    for (place, mapped) in goal.questions.iter().enumerate() {
        walk.is_at(Page::Answer, &[&mapped.id]);
        let question = &edition(&content).questions[&mapped.id];
        let level = format!("niva.{}", mapped.id);
        let fields = [(level.as_str(), &*answer(question, place))];
        walk.visitor.send(&fields, Some(("gor", "nasta"))).await;
    }
    walk.is_at(Page::Check, &[&goal.id]);
    walk.visitor.send(&[("klart", "ja")], None).await;
    walk.is_at(Page::GoalResult, &[&goal.id]);
}

#[tokio::test]
async fn a_saved_file_becomes_the_same_round_on_another_installation() {
    let here = Program::start().await;
    let mut walk = Walk::start(&here, Lang::Sv, true).await;
    walk.answer_quick().await;
    walk.say_who().await;
    walk.follow(Page::Save, &[]).await;
    let file = walk.to(Page::File, &[]);
    walk.visitor.follow(&file).await;
    let saved = walk.page().clone();
    assert!(
        !saved.text().contains(&walk.secret),
        "the file holds no address"
    );

    let there = Program::start().await;
    let mut visitor = Visitor::at(there.client(), "/").await;
    let open = public(Page::Open, Lang::Sv, &[]);
    visitor.follow(&open).await;
    let reply = visitor.client.upload(&open, &[], &saved.body).await;
    let loaded = secret(&reply);
    assert_ne!(loaded, walk.secret);
    let result = |secret: &str| within(Page::Result, Lang::Sv, Door::Write, secret, &[]);
    let one = walk.visitor.client.get(&result(&walk.secret)).await;
    let other = visitor.client.get(&result(&loaded)).await;
    let text = |reply: &Reply| reply.first("main");
    assert_eq!(text(&one), text(&other), "same answers, same result");
}

#[tokio::test]
async fn a_read_only_address_shows_the_result_until_it_is_taken_back() {
    let program = Program::start().await;
    let mut walk = Walk::start(&program, Lang::Sv, true).await;
    walk.answer_quick().await;
    walk.say_who().await;
    walk.visitor.open(&walk.to(Page::Home, &[])).await;
    walk.follow(Page::Share, &[]).await;
    walk.visitor.send(&[], Some(("gor", "ny"))).await;
    let address = walk.page().attributes("input[readonly]", "value").remove(0);
    let path = address
        .strip_prefix(&program.origin)
        .expect("its own origin")
        .to_owned();

    let mut reader = Visitor::at(program.client(), &path).await;
    assert!(
        !reader.page.text().contains(&walk.secret),
        "it does not tell the secret address"
    );
    assert!(reader.page.first("body").contains(NAME));
    let links = reader.page.attributes("main a[href^=\"/las/\"]", "href");
    assert!(!links.is_empty());
    for link in links {
        reader.open(&link).await;
        assert!(!reader.page.text().contains(&walk.secret), "{link}");
        assert!(
            e2e::form::Form::all(&reader.page).is_empty(),
            "{link} has nothing to save"
        );
    }
    walk.visitor.send(&[], Some(("gor", "ta-tillbaka"))).await;
    assert_eq!(reader.client.get(&path).await.status, 404);
}

#[tokio::test]
async fn a_read_only_address_opens_nothing_that_writes() {
    let program = Program::start().await;
    let content = content();
    let edition = edition(&content);
    let client = program.client();
    let round = e2e::rounds::prepare(&client, edition, State::FullDone).await;
    let read = within(Page::Decision, Lang::Sv, Door::Read, &round.reader, &[]);
    let sent = [
        ("version".to_owned(), "1".to_owned()),
        ("volym".to_owned(), "5".to_owned()),
    ];
    let reply = client.post(&read, &sent).await;
    assert!(matches!(reply.status, 403..=405), "{}", reply.status);
    let as_writer = Round {
        secret: round.reader.clone(),
        ..round.clone()
    };
    for place in e2e::places::round_places(
        edition,
        &as_writer,
        Door::Write,
        Lang::Sv,
        e2e::places::How::One,
    ) {
        let reply = client.get(&place.path).await;
        assert_eq!(reply.status, 404, "{}", place.path);
    }
}

#[tokio::test]
async fn a_deleted_round_is_gone_for_all_its_addresses() {
    let program = Program::start().await;
    let mut walk = Walk::start(&program, Lang::Sv, false).await;
    walk.follow(Page::Home, &[]).await;
    walk.follow(Page::Delete, &[]).await;
    let reply = walk.visitor.send_here(&[], None).await;
    assert_eq!(reply.status, 200);
    for page in [Page::Home, Page::Result, Page::File] {
        let reply = walk.visitor.client.get(&walk.to(page, &[])).await;
        assert_eq!(reply.status, 404, "{page:?}");
    }
}

#[tokio::test]
async fn everything_acknowledged_is_there_after_the_power_went() {
    let program = Program::start().await;
    let mut walk = Walk::start(&program, Lang::Sv, true).await;
    let asked = walk.answer_quick().await;
    let path = walk.to(Page::File, &[]);
    let again = Program::start_in(program.stop(), &[]).await;
    let file = again.client().get(&path).await;
    let saved: serde_json::Value = serde_json::from_slice(&file.body).expect("JSON");
    let answers = saved["round"]["answers"].as_object().expect("answers");
    assert_eq!(answers.len(), asked);
}
