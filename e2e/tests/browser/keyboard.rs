//! The whole walk by keyboard alone: Tab, arrows, space and Enter.

use domain::instrument::Edition;
use domain::text::Lang;
use e2e::browser::Browser;
use e2e::places::{content, edition, public, within};
use e2e::program::Program;
use e2e::rounds::NAME;
use fantoccini::key::Key;
use serde_json::{Value, json};
use web::routes::{Door, Page};

/// A walk lists at most this many stops of the Tab key on a page.
const STOPS: usize = 400;

/// Someone with a keyboard at a page.
struct Hands<'a> {
    browser: &'a Browser,
    origin: &'a str,
    lang: Lang,
    secret: String,
}

impl Hands<'_> {
    fn public(&self, page: Page) -> String {
        format!("{}{}", self.origin, public(page, self.lang, &[]))
    }

    fn to(&self, page: Page, segments: &[&str]) -> String {
        let path = within(page, self.lang, Door::Write, &self.secret, segments);
        format!("{}{path}", self.origin)
    }

    async fn press(&self, key: Key) {
        self.browser.press(key.into()).await;
    }

    /// Whether the focus is on what a CSS selector finds. What has the focus must show it.
    async fn is_on(&self, css: &str) -> bool {
        let script = "
            const element = document.activeElement;
            if (element === document.body || !element) return [false, true];
            const style = getComputedStyle(element);
            const shows = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
            return [element.matches(arguments[0]), shows || element.matches('main, [autofocus]')];";
        let found = self.browser.run(script, vec![json!(css)]).await;
        assert_eq!(
            found[1],
            json!(true),
            "the focus does not show on the way to {css}"
        );
        found[0] == json!(true)
    }

    /// Presses Tab until the focus is there.
    async fn tab_to(&self, css: &str) {
        for _ in 0..STOPS {
            if self.is_on(css).await {
                return;
            }
            self.press(Key::Tab).await;
        }
        panic!(
            "{css} is not reached by Tab on {}",
            self.browser.url().await
        );
    }

    /// Presses Enter on a link or button and waits for the page it leads to.
    async fn enter(&self, css: &str, address: &str) {
        self.tab_to(css).await;
        self.press(Key::Enter).await;
        self.browser.wait_for(address).await;
    }

    /// Follows the link to an address.
    async fn follow(&self, address: &str) {
        let path = address.strip_prefix(self.origin).unwrap_or(address);
        self.enter(&format!("a[href=\"{path}\"]"), address).await;
    }

    /// Chooses the n-th of a group of radio buttons: space takes the one that Tab
    /// leads to, arrows go on from there.
    async fn choose(&self, name: &str, number: usize) {
        self.tab_to(&format!("input[name=\"{name}\"]")).await;
        let script = "
            const all = [...document.querySelectorAll(`input[name='${arguments[0]}']`)];
            return all.findIndex((radio) => radio.checked) + 1";
        let chosen = self.browser.run(script, vec![json!(name)]).await;
        let from = match chosen.as_u64() {
            Some(0) | None => {
                self.browser.press(' ').await;
                1
            }
            Some(chosen) => chosen,
        };
        let (key, times) = match u64::try_from(number) {
            Ok(number) if number >= from => (Key::Down, number - from),
            number => (Key::Up, from - number.unwrap_or_default()),
        };
        for _ in 0..times {
            self.press(key).await;
        }
        let chosen = self.browser.run(script, vec![json!(name)]).await;
        assert_eq!(chosen, json!(number), "{name}");
    }

    async fn write(&self, css: &str, text: &str) {
        self.tab_to(css).await;
        self.browser.type_text(text).await;
    }

    async fn status(&self) -> Value {
        let script = "return document.querySelector('.status')?.textContent.trim() ?? null";
        self.browser.run(script, Vec::new()).await
    }

    /// From the start page to the first question of snabbkollen.
    async fn begin(&mut self, first: &str) {
        self.browser.goto(&self.public(Page::Start)).await;
        let new = format!("{}?djup=snabb", self.public(Page::New));
        self.follow(&new).await;
        self.tab_to("main form button[type=submit]").await;
        self.press(Key::Enter).await;
        self.browser.wait_for_element("input#adress").await;
        let address = self.browser.url().await;
        let pattern = within(Page::Address, self.lang, Door::Write, "", &[]);
        let (before, after) = pattern.split_once("//").expect("a place for the secret");
        self.secret = address
            .strip_prefix(&format!("{}{before}/", self.origin))
            .and_then(|rest| rest.strip_suffix(&format!("/{after}")))
            .expect("a round's address")
            .to_owned();
        self.follow(&self.to(Page::Answer, &[first])).await;
    }

    async fn answer_quick(&self, edition: &Edition) {
        let asked: Vec<&str> = edition
            .places()
            .filter(|(place, _)| place.mapped.quick)
            .map(|(_, question)| question.id.as_str())
            .collect();
        for (place, question) in asked.iter().enumerate() {
            self.choose(&format!("niva.{question}"), place % 5 + 1)
                .await;
            if place == 0 {
                self.write("textarea", "Se styrdokumentet.").await;
            }
            let next = match asked.get(place + 1) {
                Some(next) => self.to(Page::Answer, &[next]),
                None => self.to(Page::Facts, &[]),
            };
            self.enter("button[name=gor][value=nasta]", &next).await;
            assert_ne!(self.status().await, Value::Null, "it says that it is saved");
        }
    }

    async fn say_who(&self) {
        self.choose("omfattar", 1).await;
        self.choose("typ", 1).await;
        self.choose("storlek", 2).await;
        self.write("#namn", NAME).await;
        let result = self.to(Page::Result, &[]);
        self.enter("button[name=gor][value=resultat]", &result)
            .await;
    }

    /// Every goal on one page, then checked and marked done.
    async fn answer_goals(&self, edition: &Edition) {
        for goal in &edition.goals {
            let id = goal.id.as_str();
            self.follow(&self.to(Page::Goal, &[id])).await;
            self.follow(&self.to(Page::GoalForm, &[id])).await;
            for (place, mapped) in goal.questions.iter().enumerate() {
                self.choose(&format!("niva.{}", mapped.id), place % 5 + 1)
                    .await;
            }
            let check = self.to(Page::Check, &[id]);
            self.enter("button[name=gor][value=kontrollera]", &check)
                .await;
            self.choose("klart", 1).await;
            let result = self.to(Page::GoalResult, &[id]);
            self.enter("main form button[type=submit]", &result).await;
            self.follow(&self.to(Page::Home, &[])).await;
        }
    }

    async fn decide(&self) {
        self.follow(&self.to(Page::Decision, &[])).await;
        self.write("#volym", "750000000").await;
        self.tab_to("main form[data-guard] button[type=submit]")
            .await;
        self.press(Key::Enter).await;
        self.browser.wait_for_element(".status").await;
        let sheet = "return document.querySelector('.sheet').textContent";
        let sheet = self.browser.run(sheet, Vec::new()).await.to_string();
        assert!(sheet.contains(NAME), "{sheet}");
    }

    /// Switches language and back: the same page each time.
    async fn switch_language(&self, page: Page) {
        let other = match self.lang {
            Lang::Sv => Lang::En,
            Lang::En => Lang::Sv,
        };
        let path = within(page, other, Door::Write, &self.secret, &[]);
        let there = format!("{}{path}", self.origin);
        self.browser
            .run("document.activeElement.blur()", Vec::new())
            .await;
        self.enter("header a[hreflang]", &there).await;
        let here = self.to(page, &[]);
        self.enter("header a[hreflang]", &here).await;
    }
}

async fn walk(lang: Lang) {
    let program = Program::start().await;
    let browser = Browser::open().await;
    browser.resize(1200, 900).await;
    let content = content();
    let edition = edition(&content);
    let first = edition.places().find(|(place, _)| place.mapped.quick);
    let (_, first) = first.expect("a question of snabbkollen");
    let mut hands = Hands {
        browser: &browser,
        origin: &program.origin,
        lang,
        secret: String::new(),
    };
    hands.begin(&first.id).await;
    hands.answer_quick(edition).await;
    hands.say_who().await;
    hands.switch_language(Page::Result).await;
    hands.follow(&hands.to(Page::Deepen, &[])).await;
    hands
        .enter("main form button[type=submit]", &hands.to(Page::Home, &[]))
        .await;
    hands.answer_goals(edition).await;
    hands.follow(&hands.to(Page::Result, &[])).await;
    hands.decide().await;
}

#[tokio::test]
async fn from_the_start_to_a_decision_in_swedish() {
    walk(Lang::Sv).await;
}

#[tokio::test]
async fn from_the_start_to_a_decision_in_english() {
    walk(Lang::En).await;
}

#[tokio::test]
async fn the_first_stop_leads_past_the_menu() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    browser
        .goto(&format!(
            "{}{}",
            program.origin,
            public(Page::Method, Lang::Sv, &[])
        ))
        .await;
    browser.press(Key::Tab.into()).await;
    let script = "return document.activeElement.matches('a.skip')
        && document.activeElement.getBoundingClientRect().left >= 0";
    assert_eq!(browser.run(script, Vec::new()).await, json!(true));
    browser.press(Key::Enter.into()).await;
    browser.press(Key::Tab.into()).await;
    let script = "return document.querySelector('main').contains(document.activeElement)";
    assert_eq!(browser.run(script, Vec::new()).await, json!(true));
}

#[tokio::test]
async fn the_focus_goes_to_what_has_to_be_mended() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let new = format!("{}{}", program.origin, public(Page::New, Lang::Sv, &[]));
    browser.goto(&new).await;
    browser
        .run(
            "document.querySelector('main form button').click()",
            Vec::new(),
        )
        .await;
    browser.wait_for_element(".errors").await;
    let script = "return document.activeElement.matches('.errors')";
    assert_eq!(browser.run(script, Vec::new()).await, json!(true));
}
