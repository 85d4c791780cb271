//! The whole story of a municipality: it gets a place, asks colleagues, meets over the differences,
//! hands in and comes back the next year, in a service that an agency runs and in its own.

use e2e::cookies;
use e2e::form::Form;
use e2e::mail::{Inbox, MailServer};
use e2e::person::{DESK, PHONE, Person};
use e2e::places::{content, edition};
use e2e::program::{Program, command};
use e2e::provider::{Provider, SECRET};
use serde_json::json;

use crate::accessibility::assert_sound;
use crate::rounds::{
    agree_on_the_rest, answer_one_by_one, answer_whole_goals, confirm_everything, ways,
};

const CONTACT: &str = "karin.lindqvist@linkoping.se";
const AGENCY: &str = "--agency=Exempelmyndigheten";
const OFFICER: &str = "anna.handlaggare@myndigheten.example";
/// Who are asked, by the role they are asked in.
const COLLEAGUES: [(&str, &[&str]); 3] = [
    (
        "inköp",
        &[
            "anders.eriksson@linkoping.se",
            "maria.johansson@linkoping.se",
        ],
    ),
    ("ekonomi", &["fatima.nilsson@linkoping.se"]),
    ("juridik", &["jonas.berg@linkoping.se"]),
];
const DIRECTOR: &str = "kommundirektor@linkoping.se";
/// Phones in the workshop: one with scripts, one without, and the others by plain requests.
const PHONES: usize = 12;
const WORKSHOP_QUESTIONS: usize = 3;

/// A service that an agency runs, with the register and one officer, and the mails it sends.
async fn shared(mails: &MailServer) -> Program {
    let folder = tempfile::tempdir().expect("a folder");
    command(folder.path(), &["org", "import", "--shipped", AGENCY]);
    command(
        folder.path(),
        &["user", "grant", OFFICER, "--role", "case_officer", AGENCY],
    );
    let mut arguments = [
        AGENCY,
        "--sender-name=Exempelmyndigheten",
        "--sender-number=202100-6297",
        "--sender-contact=kontakt@myndigheten.example",
        "--sender-dpo=dso@myndigheten.example",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.extend(mails.settings());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Program::start_in(folder, &arguments).await
}

/// A phone in the workshop.
enum Phone {
    Browser(Person),
    Plain(cookies::Browser),
}

impl Phone {
    /// Opens where one joins, and joins.
    async fn join(mut self, join: &str) -> Self {
        match &mut self {
            Phone::Browser(person) => {
                person.open(join).await;
                person.press("Var med").await;
            }
            Phone::Plain(browser) => {
                let page = browser.get(join).await;
                let form = Form::all(&page).remove(0);
                let joined = browser.post(join, &form.press(None)).await;
                browser.get(joined.location()).await;
            }
        }
        self
    }

    /// Answers the question that is asked now.
    async fn answer(&mut self, join: &str, value: &str) {
        match self {
            Phone::Browser(person) => {
                person.open(join).await;
                person.choose_level(value).await;
                person.press("Svara").await;
                person.is_told("Ditt svar är sparat").await;
            }
            Phone::Plain(browser) => {
                let page = browser.get(join).await;
                let mut form = Form::all(&page).remove(0);
                form.fill("svar", value);
                let answered = browser.post(join, &form.press(None)).await;
                assert_eq!(answered.status, 303, "{}", answered.text());
            }
        }
    }
}

/// The agency lets a municipality in, and its first contact person takes the place.
async fn join(program: &Program, mails: &MailServer) -> (Person, String) {
    let contact = Person::at(program, DESK).await;
    contact.sign_in(&mut Inbox::of(mails, CONTACT)).await;
    contact.open("/anslut/organisation").await;
    assert_sound(&contact, "the organisations to join").await;
    contact.press("Anslut").await;
    assert_sound(&contact, "an application that waits").await;

    let officer = Person::at(program, DESK).await;
    officer.sign_in(&mut Inbox::of(mails, OFFICER)).await;
    officer.add_app().await;
    officer.open("/forvaltning/ansokningar").await;
    officer.is_told(CONTACT).await;
    assert_sound(&officer, "applications").await;
    officer.picture("agency").await;
    officer.press("Godkänn").await;
    assert_sound(&officer, "an application that is approved").await;

    contact.open("/oversikt").await;
    assert_sound(&contact, "where a second factor is asked for").await;
    contact.add_app().await;
    assert_sound(&contact, "recovery codes").await;
    contact.open("/konto").await;
    contact.write("namn", "Karin Lindqvist").await;
    contact.press("Spara").await;
    contact.open("/oversikt").await;
    contact.is_told("Linköpings kommun").await;
    assert_sound(&contact, "the organisation").await;
    let organisation = contact.path().await;

    officer.open(&organisation).await;
    officer.is_told("Sidan finns inte").await;
    (contact, organisation)
}

/// The contact person starts a round and asks colleagues by role.
async fn ask(contact: &Person, organisation: &str) -> String {
    contact.open(&format!("{organisation}/ny")).await;
    assert_sound(contact, "a round to start").await;
    contact.choose("gor", "hela").await;
    contact.press("Starta").await;
    let lead = contact.path().await;
    let round = lead
        .strip_suffix("/leda")
        .expect("where one leads")
        .to_owned();
    contact.open(&format!("{round}/fraga-kollegor")).await;
    assert_sound(contact, "colleagues to ask").await;
    let director: (&str, &[&str]) = ("ledningen", &[DIRECTOR]);
    for (role, addresses) in COLLEAGUES.into_iter().chain([director]) {
        contact.open(&format!("{round}/fraga-kollegor")).await;
        // The contact person answers as a buyer, so that role is asked already.
        if role == "inköp" {
            contact.follow("Inköp").await;
        } else {
            contact.press(&format!("Fråga {role}")).await;
        }
        contact.write("adresser", &addresses.join("\n")).await;
        contact.press("Skicka inbjudningar").await;
        contact.is_told(addresses[0]).await;
    }
    assert_sound(contact, "colleagues who are asked").await;
    contact.open(&format!("{round}/fraga-kollegor")).await;
    contact.picture("colleagues").await;
    round
}

/// Each answers alone: the director on a phone, one without scripts, the others at their desks.
async fn answer(program: &Program, mails: &MailServer, contact: &Person, round: &str) {
    let link = Inbox::of(mails, DIRECTOR)
        .link(&format!("{}/svara/", program.origin))
        .await;
    let director = Person::at(program, PHONE).await;
    director.open(&link).await;
    assert_sound(&director, "the director's questions").await;
    let first = ways(&director, "/fraga/").await;
    director.open(first.first().expect("a question")).await;
    director.picture("phone").await;
    director.open(&link).await;
    answer_one_by_one(&director, 1).await;
    director.open(&link).await;
    director.press("Jag är klar").await;
    assert_sound(&director, "the director is done").await;

    let colleague = Person::at(program, DESK).await;
    colleague.turn_scripts_off().await;
    for (seed, address) in COLLEAGUES.iter().flat_map(|(_, all)| *all).enumerate() {
        let link = Inbox::of(mails, address)
            .link(&format!("{}/svara/", program.origin))
            .await;
        colleague.open(&link).await;
        answer_whole_goals(&colleague, seed + 2).await;
        colleague.open(&link).await;
        colleague.press("Jag är klar").await;
        colleague.leave().await;
    }

    contact.open(round).await;
    answer_whole_goals(contact, 1).await;
    contact.open(&format!("{round}/leda")).await;
    contact.is_told("5 av 6").await;
    assert_sound(contact, "who has answered").await;
    contact.picture("lead").await;
}

/// One meeting round a shared screen, part of it with phones.
async fn meet(program: &Program, contact: &Person, round: &str) {
    contact.open(&format!("{round}/stang")).await;
    assert_sound(contact, "answering to close").await;
    contact.press("Stäng svarandet").await;
    contact.open(&format!("{round}/skillnader")).await;
    assert_sound(contact, "differences").await;
    contact.picture("differences").await;
    contact.follow("Börja enas").await;
    assert_sound(contact, "a question to agree on").await;
    contact.picture("agreement").await;

    // The first one by keyboard alone, then changed one's mind, then agreed again.
    let question = contact.path().await;
    contact.tab_to("input[type=radio]").await;
    contact.browser.press(' ').await;
    contact.tab_to("textarea").await;
    contact.browser.type_text("Beslut i kommunstyrelsen").await;
    contact.tab_to("button[value=nasta]").await;
    contact.enter().await;
    contact.is_told("är sparat kl.").await;
    contact.open(&question).await;
    contact.press("Ångra").await;
    contact.open(&question).await;
    assert!(contact.sees("main button[value=nasta]").await);
    assert!(
        !contact.sees("main button[value=angra]").await,
        "it is undone"
    );

    contact.open(&format!("{round}/skillnader")).await;
    contact.press("Godta").await;

    contact.open(&format!("{round}/workshop")).await;
    assert_sound(contact, "a workshop to start").await;
    contact.press("Starta workshopen").await;
    assert_sound(contact, "where phones join").await;
    let script = "return document.querySelector('main .address').textContent";
    let address = contact.browser.run(script, Vec::new()).await;
    let address = address.as_str().expect("an address");
    let from = address.find("/workshop/").expect("where phones join");
    let join = address[from..].trim();

    let with_scripts = Person::at(program, PHONE).await;
    let without = Person::at(program, PHONE).await;
    without.turn_scripts_off().await;
    with_scripts.open(join).await;
    assert_sound(&with_scripts, "a phone that may join").await;
    let mut phones = vec![Phone::Browser(with_scripts), Phone::Browser(without)];
    while phones.len() < PHONES {
        phones.push(Phone::Plain(cookies::Browser::new(&program.origin)));
    }
    let mut joined = Vec::new();
    for phone in phones {
        joined.push(phone.join(join).await);
    }
    for turn in 0..WORKSHOP_QUESTIONS {
        contact.open(&format!("{round}/workshop")).await;
        contact.is_told("12 ").await;
        contact
            .press(if turn == 0 {
                "Börja med fråga"
            } else {
                "Nästa fråga"
            })
            .await;
        if let Phone::Browser(phone) = &joined[0] {
            // The question comes by itself.
            phone.browser.wait_for_element("input[name=svar]").await;
            assert_sound(phone, "a question on a phone").await;
        }
        for (number, phone) in joined.iter_mut().enumerate() {
            let value = ["2", "3", "2", "1"][number % 4];
            phone.answer(join, value).await;
        }
        contact.open(&format!("{round}/workshop")).await;
        assert_sound(contact, "a question that is asked").await;
        contact.press("Visa svaren").await;
        assert_sound(contact, "answers that are shown").await;
        contact.picture("workshop").await;
        contact.choose_level("2").await;
        contact.press("Spara gemensamt svar").await;
        contact.is_told("Gemensamt svar").await;
    }
    agree_on_the_rest(contact, round).await;
}

/// Hands in by keyboard, and keeps the receipt.
async fn hand_in(contact: &Person, mails: &MailServer, provider: Option<&Provider>, round: &str) {
    contact.open(&format!("{round}/om-er")).await;
    contact.choose("omfattar", "egna").await;
    contact.press("Spara").await;
    contact.open(&format!("{round}/kontrollera-allt")).await;
    contact
        .is_told("48 av 48 frågor har ett gemensamt svar")
        .await;
    assert_sound(contact, "everything to check").await;
    contact.follow("Gå vidare till inlämningen").await;
    if let Some(provider) = provider {
        // The provider has not told when they showed who they are, so they show it once more.
        assert_sound(contact, "where they confirm who they are").await;
        contact.press("Bekräfta").await;
        at_the_provider(contact, provider).await;
    }
    assert_sound(contact, "what handing in means").await;
    contact.picture("hand-in").await;
    contact.tab_to("main form button").await;
    contact.enter().await;
    contact.is_told("Självskattningen är inlämnad").await;
    assert_sound(contact, "the receipt").await;
    contact.picture("receipt").await;
    let script = "return document.querySelector('main dd').textContent.trim()";
    let reference = contact.browser.run(script, Vec::new()).await;
    let reference = reference.as_str().expect("a reference").to_owned();
    let mail = Inbox::of(mails, CONTACT).next(&reference).await;
    assert!(mail.text.contains("Linköpings kommun"), "{}", mail.text);

    // The address is a bookmark, and what is handed in stays as it is.
    contact.open("/").await;
    contact.open(&format!("{round}/kvittens")).await;
    contact.is_told(&reference).await;
    for page in ["resultat", "beslutssida", "kontrollera-allt"] {
        contact.open(&format!("{round}/{page}")).await;
        assert_sound(contact, page).await;
    }
}

/// The next time begins where the last one ended.
async fn next_year(contact: &Person, organisation: &str) {
    contact.open(&format!("{organisation}/ny")).await;
    assert_sound(contact, "a round that begins from the last").await;
    contact.press("Starta").await;
    assert_sound(contact, "last time's answers").await;
    let previous = contact.path().await;
    let round = previous
        .strip_suffix("/forra-gangen")
        .expect("last time's answers")
        .to_owned();
    contact.open(&format!("{previous}/mal/1")).await;
    assert_sound(contact, "last time's answers on a goal").await;
    contact.picture("last-time").await;
    let acts = confirm_everything(contact, &previous).await;
    let content = content();
    let edition = edition(&content);
    let questions = edition.goals.iter().flat_map(|goal| &goal.questions);
    let essential = questions.filter(|question| question.essential).count();
    assert_eq!(
        acts,
        essential + edition.goals.len(),
        "each nyckelfråga once, and the rest of each goal in one act"
    );
    assert!(acts <= 30, "half an hour, a minute for each act: {acts}");
    contact.open(&previous).await;
    contact.is_told("48 av 48 frågor").await;
    contact.open(&format!("{round}/stang")).await;
    contact.press("Stäng svarandet").await;
    contact.open(&format!("{round}/skillnader")).await;
    contact.press("Använd svaren").await;
    contact.open(&format!("{round}/andringar")).await;
    assert_sound(contact, "what has changed").await;
    contact.open(&format!("{round}/lamna-in")).await;
    contact.press("Lämna in").await;
    contact.is_told("Självskattningen är inlämnad").await;
    for page in [
        "utveckling",
        "logg",
        "medlemmar",
        "uppgifter",
        "export",
        "avsluta",
    ] {
        contact.open(&format!("{organisation}/{page}")).await;
        assert_sound(contact, page).await;
    }
}

/// The contact person signs in on the provider's pages.
async fn at_the_provider(contact: &Person, provider: &Provider) {
    contact.browser.comes_to(&provider.issuer).await;
    contact.write("person", "karin").await;
    contact.press("Sign in").await;
    // What the provider's pages asked for is not ours.
    contact.browser.requests().await;
}

/// An organisation sets up its own installation, and signs in through its provider.
async fn install(program: &Program, provider: &Provider) -> (Person, String) {
    let contact = Person::at(program, DESK).await;
    contact.open(&program.place_to_install().await).await;
    assert_sound(&contact, "an installation that is nobody's yet").await;
    contact.follow("Logga in").await;
    assert_sound(&contact, "two ways to sign in").await;
    contact.press("Logga in med Exempel-id").await;
    at_the_provider(&contact, provider).await;
    assert_sound(&contact, "an installation to name").await;
    contact.write("namn", "Linköpings kommun").await;
    contact.write("nummer", "212000-0449").await;
    contact.choose("typ", "kommun").await;
    contact.press("Klart").await;
    contact.is_told("Linköpings kommun").await;
    assert_sound(&contact, "the organisation").await;
    let organisation = contact.path().await;
    (contact, organisation)
}

async fn from_asking_to_next_year(
    program: &Program,
    mails: &MailServer,
    provider: Option<&Provider>,
    contact: &Person,
    organisation: &str,
) {
    let round = ask(contact, organisation).await;
    answer(program, mails, contact, &round).await;
    meet(program, contact, &round).await;
    hand_in(contact, mails, provider, &round).await;
    next_year(contact, organisation).await;
}

#[tokio::test]
async fn a_municipality_in_a_service_that_an_agency_runs() {
    let mails = MailServer::start("plain", None);
    let program = shared(&mails).await;
    let (contact, organisation) = join(&program, &mails).await;
    from_asking_to_next_year(&program, &mails, None, &contact, &organisation).await;
}

#[tokio::test]
async fn a_municipality_with_its_own_installation_and_provider() {
    let mails = MailServer::start("plain", None);
    let provider = Provider::start(&json!({
        "secret": SECRET,
        "people": {
            "karin": { "name": "Karin Lindqvist", "email": CONTACT, "email_verified": true },
        },
    }));
    let mut arguments = [provider.arguments(), mails.settings()].concat();
    arguments.push("--oidc-second-factor".to_owned());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let program = Program::start_with(&arguments).await;
    let (contact, organisation) = install(&program, &provider).await;
    from_asking_to_next_year(&program, &mails, Some(&provider), &contact, &organisation).await;
}
