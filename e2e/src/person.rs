//! Someone at a real browser, who reads what the pages say and does what they offer.

use std::path::Path;

use data_encoding::BASE32_NOPAD;
use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};
use totp_rs::Builder;

use crate::browser::Browser;
use crate::mail::Inbox;
use crate::program::Program;

/// A window on a desk; CSS pixels.
pub const DESK: (u32, u32) = (1200, 900);
/// The screen of a phone; CSS pixels.
pub const PHONE: (u32, u32) = (390, 844);

/// Stops of the Tab key on a page, at most.
const STOPS: usize = 200;

/// Someone at a browser of their own.
pub struct Person {
    /// What they look in.
    pub browser: Browser,
    /// Where the service is, `http://localhost:PORT`.
    pub origin: String,
    window: (u32, u32),
}

impl Person {
    /// Someone who has never been here.
    pub async fn at(program: &Program, window: (u32, u32)) -> Self {
        let person = Person {
            browser: Browser::open().await,
            origin: program.origin.clone(),
            window,
        };
        person.settle().await;
        person
    }

    /// Makes the window as large as it is for them, after it has had another size.
    pub async fn settle(&self) {
        self.browser.resize(self.window.0, self.window.1).await;
    }

    /// Turns scripts off, as an organisation may.
    pub async fn turn_scripts_off(&self) {
        self.set_scripts_off(true).await;
    }

    /// Turns scripts on again, for the pages that are opened from now on.
    pub async fn turn_scripts_on(&self) {
        self.set_scripts_off(false).await;
    }

    async fn set_scripts_off(&self, off: bool) {
        let off = json!({ "value": off });
        self.browser
            .devtools("Emulation.setScriptExecutionDisabled", off)
            .await;
    }

    /// Takes a picture of what is in the window, if the tests are told which folder pictures go to.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("PICTURES") else {
            return;
        };
        let hide = "document.documentElement.style.scrollbarWidth = arguments[0]";
        self.browser.run(hide, vec![json!("none")]).await;
        let taken = self.browser.driver.screenshot().await.expect("a picture");
        self.browser.run(hide, vec![json!("")]).await;
        let path = Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(&path, taken).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Leaves the browser to somebody else.
    pub async fn leave(&self) {
        let cookies = self.browser.driver.delete_all_cookies().await;
        cookies.expect("the cookies go");
    }

    /// Opens an address: a path, or a whole one.
    pub async fn open(&self, address: &str) {
        let path = address.strip_prefix(&self.origin).unwrap_or(address);
        self.browser.goto(&format!("{}{path}", self.origin)).await;
    }

    /// Where they are, without the origin and the query.
    pub async fn path(&self) -> String {
        let url = self.browser.url().await;
        let path = url.strip_prefix(&self.origin).unwrap_or(&url);
        path.split(['?', '#']).next().unwrap_or_default().to_owned()
    }

    /// What the main part of the page says.
    pub async fn reads(&self) -> String {
        let script = "return document.querySelector('main').innerText";
        let text = self.browser.run(script, Vec::new()).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Makes sure that the main part of the page says something.
    pub async fn is_told(&self, text: &str) {
        let read = self.reads().await;
        let path = self.path().await;
        assert!(read.contains(text), "{path} does not say {text}: {read}");
    }

    /// The paths that the main part of the page leads to.
    pub async fn ways(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('main a')].map((a) => a.pathname)";
        let found = self.browser.run(script, Vec::new()).await;
        let found = found.as_array().cloned().unwrap_or_default();
        found
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// Whether the page has what a CSS selector finds.
    pub async fn sees(&self, css: &str) -> bool {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.browser.run(script, vec![json!(css)]).await == json!(true)
    }

    async fn find(&self, locator: Locator<'_>) -> Element {
        match self.browser.driver.find(locator).await {
            Ok(element) => element,
            Err(error) => panic!("{}: {error}: {}", self.path().await, self.reads().await),
        }
    }

    /// Writes in a field, instead of what is there.
    pub async fn write(&self, name: &str, text: &str) {
        let css = format!("main [name='{name}']:not([type=hidden])");
        let field = self.find(Locator::Css(&css)).await;
        field.clear().await.expect("a field to write in");
        field.send_keys(text).await.expect("a field to write in");
    }

    /// Chooses one of several.
    pub async fn choose(&self, name: &str, value: &str) {
        let css = format!("main label:has(input[name='{name}'][value='{value}'])");
        let label = self.find(Locator::Css(&css)).await;
        label.click().await.expect("a choice");
    }

    /// Chooses a level, or what else the answer is to be, on the question in front of them.
    pub async fn choose_level(&self, value: &str) {
        let css = format!("main label:has(input[type=radio][value='{value}'])");
        let label = self.find(Locator::Css(&css)).await;
        label.click().await.expect("a choice");
    }

    /// Presses the button that says this, and waits for the page it leads to.
    pub async fn press(&self, saying: &str) {
        self.browser.through(self.click(saying)).await;
    }

    /// Presses the button that says this, and stays on the page.
    pub async fn click(&self, saying: &str) {
        let xpath = format!("//main//button[contains(normalize-space(.), '{saying}')]");
        let button = self.find(Locator::XPath(&xpath)).await;
        button.click().await.expect("a button");
    }

    /// Follows the link that says this.
    pub async fn follow(&self, saying: &str) {
        let xpath = format!("//main//a[contains(normalize-space(.), '{saying}')]");
        let link = self.find(Locator::XPath(&xpath)).await;
        let click = async { link.click().await.expect("a link") };
        self.browser.through(click).await;
    }

    /// Follows the first link that a CSS selector finds.
    pub async fn click_first_link(&self, css: &str) {
        let link = self.find(Locator::Css(css)).await;
        let click = async { link.click().await.expect("a link") };
        self.browser.through(click).await;
    }

    /// Clicks the first of what a CSS selector finds, and stays on the page.
    pub async fn click_first(&self, css: &str) {
        let element = self.find(Locator::Css(css)).await;
        element.click().await.expect("something to click");
    }

    /// Writes a day, `YYYY-MM-DD`, in a field for days: how one types it there depends on the
    /// browser's language.
    pub async fn set_date(&self, name: &str, day: &str) {
        let script = "document.querySelector(`main [name='${arguments[0]}']`).value = arguments[1]";
        self.browser
            .run(script, vec![json!(name), json!(day)])
            .await;
    }

    /// What the last of the fields that a CSS selector finds holds.
    pub async fn last_value(&self, css: &str) -> String {
        let script = "return [...document.querySelectorAll(arguments[0])].at(-1).value";
        let value = self.browser.run(script, vec![json!(css)]).await;
        value.as_str().expect("a field").to_owned()
    }

    /// Where the first tip of a plan that nothing is decided about leads.
    pub async fn first_undecided(&self) -> String {
        let script = "return [...document.querySelectorAll('.tasks > li')]
            .find((row) => row.querySelector('.state').textContent.includes('Att besluta'))
            .querySelector('a').pathname";
        let path = self.browser.run(script, Vec::new()).await;
        path.as_str().expect("a tip").to_owned()
    }

    /// Goes by Tab to what a CSS selector finds. What has the focus must show it.
    pub async fn tab_to(&self, css: &str) {
        let script = "
            const element = document.activeElement;
            if (!element || element.matches('body, main, [autofocus]')) return [false, true];
            const style = getComputedStyle(element);
            return [element.matches(arguments[0]),
                style.outlineStyle !== 'none' || style.boxShadow !== 'none'];";
        for _ in 0..STOPS {
            let found = self.browser.run(script, vec![json!(css)]).await;
            assert_eq!(found[1], json!(true), "no focus shows on the way to {css}");
            if found[0] == json!(true) {
                return;
            }
            self.browser.press(Key::Tab.into()).await;
        }
        panic!("{css} is not reached by Tab on {}", self.path().await);
    }

    /// Presses Enter where the focus is, and waits for the page it leads to.
    pub async fn enter(&self) {
        let press = self.browser.press(Key::Enter.into());
        self.browser.through(press).await;
    }

    /// Signs in with a code that comes by mail, and goes where that leads.
    pub async fn sign_in(&self, inbox: &mut Inbox<'_>) {
        self.open("/logga-in").await;
        let address = inbox.address.clone();
        self.write("epost", &address).await;
        self.press("Skicka").await;
        self.write("kod", &inbox.code().await).await;
        self.press("Logga in").await;
    }

    /// Adds an authenticator app on the page that asks for a second factor, and saves the recovery
    /// codes.
    pub async fn add_app(&self) {
        self.follow("Lägg till en app").await;
        let script = "return document.querySelector('main code').textContent";
        let key = self.browser.run(script, Vec::new()).await;
        let key = key.as_str().expect("a key").replace(' ', "");
        let secret = BASE32_NOPAD.decode(key.as_bytes()).expect("a key");
        let app = Builder::new().with_secret(secret).build_noncompliant();
        self.write("kod", &app.generate_current().to_string()).await;
        self.press("Lägg till appen").await;
    }
}
