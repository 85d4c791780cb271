//! Every route in every state and both languages, wide and narrow: what axe says, that nothing
//! has to be scrolled sideways, that targets can be hit, that the console is silent and that
//! nothing is asked for from anyone else.

use domain::account::Stage;
use domain::text::Lang;
use e2e::browser::Browser;
use e2e::faults::{Moment, Sent, moments};
use e2e::members::{AGENCY, Whose};
use e2e::organisation::COOKIE;
use e2e::person::Person;
use e2e::places::{How, Place, content, edition, public_places, round_places};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use e2e::{shown, waves};
use serde_json::{Value, json};
use web::routes::Door;

use crate::sizes::{NARROW, WIDE, is_scrolled_sideways, small_targets};

/// What is held against the page that is shown now.
async fn faults(browser: &Browser, origin: &str, status: u16) -> Vec<String> {
    let mut faults = Vec::new();
    for size in [WIDE, NARROW] {
        browser.resize(size, 900).await;
        let found = browser.axe().await;
        let sideways = is_scrolled_sideways(browser).await;
        let sideways = sideways.map(|by| format!("has to be scrolled sideways: {by}"));
        let small = small_targets(browser).await;
        let all = found.into_iter().chain(sideways).chain(small);
        faults.extend(all.map(|fault| format!("at {size} px: {fault}")));
    }
    let errors = browser.console_errors().await;
    // A page with an error status is itself told on the console, and now and then the browser
    // looks for an icon of its own accord.
    let told = |error: &String| {
        (status >= 400 && error.contains(&format!("status of {status}")))
            || error.contains("/favicon.ico")
    };
    faults.extend(errors.into_iter().filter(|error| !told(error)));
    let requests = browser.requests().await;
    let foreign = requests.into_iter().filter(|url| {
        !url.starts_with(origin) && !url.starts_with("data:") && !url.starts_with("blob:")
    });
    faults.extend(foreign.map(|url| format!("asks for {url}")));
    faults
}

fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Holds everything against the page in front of someone, and leaves it as it was.
pub(crate) async fn assert_sound(person: &Person, what: &str) {
    let found = faults(&person.browser, &person.origin, 200).await;
    let path = person.path().await;
    assert!(found.is_empty(), "{what} ({path}):\n{}", found.join("\n"));
    person.settle().await;
}

async fn check(state: Option<State>, lang: Lang) {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    waves::publish(&program, &content).await;
    let places = match state {
        None => public_places(edition, lang, How::One),
        Some(state) => {
            let round = prepare(&program.client(), edition, state).await;
            [Door::Write, Door::Read]
                .into_iter()
                .flat_map(|door| round_places(edition, &round, door, lang, How::One))
                .collect()
        }
    };
    look_at(&browser, &program, &places).await;
}

/// The same for pages of those who are signed in, or answer without an account.
async fn check_pages(whose: Whose, lang: Lang) {
    let program = match whose {
        Whose::Account => Program::start_with(&[AGENCY]).await,
        _ => Program::start().await,
    };
    let browser = Browser::open().await;
    let content = content();
    let visit = whose.prepare(&program, edition(&content), lang).await;
    if let Some(session) = &visit.session {
        browser.set_cookie(&program.origin, COOKIE, session).await;
    }
    look_at(&browser, &program, &visit.places).await;
}

/// The same for the pages of an organisation and of the agency, with something on each of them.
async fn check_shown(lang: Lang) {
    let program = Program::start_demo().await;
    let content = content();
    let edition = edition(&content);
    let mut visits = shown::organisation(&program, edition, lang).await;
    visits.extend(shown::agency(&program, edition, lang).await);
    for visit in visits {
        let browser = Browser::open().await;
        let session = visit.session.expect("someone who is signed in");
        browser.set_cookie(&program.origin, COOKIE, &session).await;
        look_at(&browser, &program, &visit.places).await;
    }
}

async fn look_at(browser: &Browser, program: &Program, places: &[Place]) {
    let mut all = Vec::new();
    for place in places {
        browser
            .goto(&format!("{}{}", program.origin, place.path))
            .await;
        for fault in faults(browser, &program.origin, 200).await {
            all.push(format!("{:?} ({}): {fault}", place.page, place.path));
        }
        let lost = browser.url().await.contains("/logga-in?");
        assert!(!lost, "{} leads to sign-in", place.path);
    }
    assert_none(&all);
}

/// Sends what a moment sends from a page of the program, as a browser does.
async fn send(browser: &Browser, program: &Program, moment: &Moment) {
    let address = format!("{}{}", program.origin, moment.path);
    if let Sent::Nothing = moment.sent {
        return browser.goto(&address).await;
    }
    browser
        .goto(&format!("{}/robots.txt", program.origin))
        .await;
    // A text file has no icon of its own, and the browser looks for one.
    browser.console_errors().await;
    let (kind, fields): (&str, Value) = match &moment.sent {
        Sent::Nothing => return,
        Sent::Fields(fields) => ("application/x-www-form-urlencoded", json!(fields)),
        Sent::Text => ("text/plain", json!([["niva", "3"]])),
        Sent::File(file) => ("multipart/form-data", json!(file)),
    };
    let script = "
        const [address, kind, sent] = arguments;
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: address, enctype: kind });
        const add = (tag, name) => {
            const field = document.createElement(tag);
            field.name = name;
            form.append(field);
            return field;
        };
        if (kind.startsWith('multipart')) {
            const field = add('input', 'fil');
            field.type = 'file';
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(sent)], 'file.json'));
            field.files = files.files;
        } else {
            for (const [name, value] of sent) add('textarea', name).value = value;
        }
        document.body.append(form);
        form.submit();";
    browser
        .run(script, vec![json!(address), json!(kind), fields])
        .await;
    browser.wait_for(&address).await;
}

async fn check_moments(lang: Lang) {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let client = program.client();
    let mut all = Vec::new();
    for moment in moments(&client, edition(&content), lang).await {
        send(&browser, &program, &moment).await;
        for fault in faults(&browser, &program.origin, moment.status).await {
            all.push(format!("{} ({}): {fault}", moment.name, moment.path));
        }
    }
    assert_none(&all);
}

/// A page with one fault of each kind is told for each of them.
#[tokio::test]
async fn faults_are_found_where_there_are_any() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let page = "<html><title>x</title><h1>x</h1><img src=http://127.0.0.1:1/x.png>\
                <a href=x style=font-size:8px>x</a><hr style=width:3000px>";
    browser.goto(&format!("data:text/html,{page}")).await;
    browser.run("console.error('told')", Vec::new()).await;
    let found = faults(&browser, &program.origin, 200).await.join("\n");
    for fault in [
        "at 320 px: \"image-alt\"",
        "at 1200 px: \"html-has-lang\"",
        "at 1200 px: has to be scrolled sideways",
        "at 320 px: \"A x is",
        "told",
        "asks for http://127.0.0.1:1/x.png",
    ] {
        assert!(found.contains(fault), "{fault} is not in {found}");
    }
}

mod in_swedish {
    use super::{Lang, Stage, State, Whose, check, check_moments, check_pages, check_shown};

    #[tokio::test]
    async fn pages_outside_rounds() {
        check(None, Lang::Sv).await;
    }

    #[tokio::test]
    async fn hela_kollen_empty() {
        check(Some(State::FullEmpty), Lang::Sv).await;
    }

    #[tokio::test]
    async fn hela_kollen_done() {
        check(Some(State::FullDone), Lang::Sv).await;
    }

    #[tokio::test]
    async fn snabbkollen_empty() {
        check(Some(State::QuickEmpty), Lang::Sv).await;
    }

    #[tokio::test]
    async fn snabbkollen_done() {
        check(Some(State::QuickDone), Lang::Sv).await;
    }

    #[tokio::test]
    async fn what_went_wrong_and_what_was_done() {
        check_moments(Lang::Sv).await;
    }

    #[tokio::test]
    async fn pages_of_an_account() {
        check_pages(Whose::Account, Lang::Sv).await;
        check_pages(Whose::Halfway, Lang::Sv).await;
    }

    #[tokio::test]
    async fn pages_of_an_organisation_and_of_the_agency() {
        check_shown(Lang::Sv).await;
    }

    #[tokio::test]
    async fn pages_of_who_answers_without_an_account() {
        check_pages(Whose::Guest, Lang::Sv).await;
    }

    #[tokio::test]
    async fn a_round_that_is_answered() {
        check_pages(Whose::Round(Stage::Answering), Lang::Sv).await;
    }

    #[tokio::test]
    async fn a_round_that_is_agreed_on() {
        check_pages(Whose::Round(Stage::Agreeing), Lang::Sv).await;
    }

    #[tokio::test]
    async fn a_round_that_is_handed_in() {
        check_pages(Whose::Round(Stage::Submitted), Lang::Sv).await;
    }

    #[tokio::test]
    async fn a_round_that_is_withdrawn() {
        check_pages(Whose::Round(Stage::Withdrawn), Lang::Sv).await;
    }
}

mod in_english {
    use super::{Lang, Stage, State, Whose, check, check_moments, check_pages, check_shown};

    #[tokio::test]
    async fn pages_outside_rounds() {
        check(None, Lang::En).await;
    }

    #[tokio::test]
    async fn hela_kollen_empty() {
        check(Some(State::FullEmpty), Lang::En).await;
    }

    #[tokio::test]
    async fn hela_kollen_done() {
        check(Some(State::FullDone), Lang::En).await;
    }

    #[tokio::test]
    async fn snabbkollen_empty() {
        check(Some(State::QuickEmpty), Lang::En).await;
    }

    #[tokio::test]
    async fn snabbkollen_done() {
        check(Some(State::QuickDone), Lang::En).await;
    }

    #[tokio::test]
    async fn what_went_wrong_and_what_was_done() {
        check_moments(Lang::En).await;
    }

    #[tokio::test]
    async fn pages_of_an_account() {
        check_pages(Whose::Account, Lang::En).await;
        check_pages(Whose::Halfway, Lang::En).await;
    }

    #[tokio::test]
    async fn pages_of_an_organisation_and_of_the_agency() {
        check_shown(Lang::En).await;
    }

    #[tokio::test]
    async fn pages_of_who_answers_without_an_account() {
        check_pages(Whose::Guest, Lang::En).await;
    }

    #[tokio::test]
    async fn a_round_that_is_answered() {
        check_pages(Whose::Round(Stage::Answering), Lang::En).await;
    }

    #[tokio::test]
    async fn a_round_that_is_agreed_on() {
        check_pages(Whose::Round(Stage::Agreeing), Lang::En).await;
    }

    #[tokio::test]
    async fn a_round_that_is_handed_in() {
        check_pages(Whose::Round(Stage::Submitted), Lang::En).await;
    }

    #[tokio::test]
    async fn a_round_that_is_withdrawn() {
        check_pages(Whose::Round(Stage::Withdrawn), Lang::En).await;
    }
}
