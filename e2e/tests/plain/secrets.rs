//! What the program writes about itself tells nothing that it was trusted with.

use std::path::Path;

use domain::text::Lang;
use e2e::cookies::Browser;
use e2e::faults::moments;
use e2e::form::Form;
use e2e::mail::{Inbox, MailServer};
use e2e::organisation::Organisation;
use e2e::places::{How, content, edition, public, round_places};
use e2e::program::{Program, command};
use e2e::rounds::{COMMENT, NAME, State, prepare};
use web::routes::{Door, Page};

/// What lies in the database and in the log of what is about to be written there, by name.
fn database(file: &Path) -> [(&'static str, Vec<u8>); 2] {
    let database = std::fs::read(file).expect("a database");
    let mut wal = file.as_os_str().to_owned();
    wal.push("-wal");
    let wal = std::fs::read(wal).unwrap_or_default();
    [("database", database), ("write-ahead log", wal)]
}

fn holds(bytes: &[u8], text: &str) -> bool {
    let mut places = bytes.windows(text.len());
    places.any(|place| place == text.as_bytes())
}

#[tokio::test]
async fn neither_address_nor_answer_is_in_the_log_or_in_the_database() {
    let program = Program::start_with(&["--log=debug"]).await;
    let content = content();
    let edition = edition(&content);
    let client = program.client();
    let round = prepare(&client, edition, State::FullDone).await;
    for lang in Lang::ALL {
        for door in [Door::Write, Door::Read] {
            for place in round_places(edition, &round, door, lang, How::One) {
                client.get(&place.path).await;
            }
        }
        for moment in moments(&client, edition, lang).await {
            moment.send(&client).await;
        }
    }
    let opinion = [
        ("om", "page:Start"),
        ("svar", "ja"),
        ("text", "Bra om ordlistan"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    client
        .post(&public(Page::Feedback, Lang::Sv, &[]), &opinion)
        .await;

    let (out, log) = (program.out(), program.log());
    assert!(
        log.matches("answered").count() > 100,
        "a line for every request: {log}"
    );
    let words = [
        "Fjällhamra",
        "ledningssystemet",
        "Inköpsenheten",
        "1250000000",
        "Annan uppgift",
    ];
    let stored = database(&program.database());
    assert!(NAME.contains(words[0]) && COMMENT.contains(words[1]));
    for secret in [round.secret.as_str(), round.reader.as_str()]
        .into_iter()
        .chain(words)
    {
        assert!(!out.contains(secret), "{secret} on standard output");
        assert!(!log.contains(secret), "{secret} in the log");
        for (name, bytes) in &stored {
            assert!(!holds(bytes, secret), "{secret} in the {name}");
        }
    }
    assert!(!log.contains("Bra om ordlistan"), "an opinion in the log");
}

const AGENCY: &str = "--agency=Exempelmyndigheten";
/// Who are asked: one whom the mail reaches, and one whom it does not.
const REACHED: &str = "direktoren@fjallhamra.example";
const UNREACHED: &str = "borta@fjallhamra.example";
const GROUND: &str = "Direktionen har inte prioriterat uppföljningen";
const AGREED: &str = "Gruppen enades efter revisorernas kritik";
/// What the plan says: its name, an action, whose it is and where they are reached, and a note.
const PLANNED: [&str; 5] = [
    "Fjällhamras hemliga färdplan",
    "Byt ut inköpsgruppens mallar",
    "Ragnhild Fjällström",
    "ragnhild@fjallhamra.example",
    "Ragnhild har inte tid före påsk",
];

/// Sends the form on a page that has a field by this name, filled in, by its first button.
async fn fill(browser: &mut Browser, path: &str, name: &str, with: impl FnOnce(&mut Form)) {
    let page = browser.get(path).await;
    let mut form = Form::all(&page)
        .into_iter()
        .find(|form| form.has(name))
        .unwrap_or_else(|| panic!("{path} has no form with {name}: {}", page.text()));
    with(&mut form);
    let button = form
        .buttons
        .iter()
        .find(|(button, _)| button == name)
        .cloned();
    let pressed = button
        .as_ref()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let reply = browser.post(&form.action, &form.press(pressed)).await;
    assert_eq!(reply.status, 303, "{path}: {}", reply.text());
}

/// The secret part of the first address within a text.
fn secret_in(text: &str, start: &str) -> String {
    let (_, rest) = text
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start} in {text}"));
    let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
    rest[..end.unwrap_or(rest.len())].to_owned()
}

fn press(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    fields.iter().map(own).collect()
}

/// A plan made from the round, with an action of somebody's. Gives the secret of their own page.
async fn planned(contact: &mut Browser, organisation: &str, round: &str) -> String {
    let [name, title, owner, email, note] = PLANNED;
    let from = round.rsplit('/').next().expect("a round");
    let plans = format!("/o/{organisation}/plan");
    let fields = press(&[("namn", name), ("fran", from)]);
    let made = contact.post(&plans, &fields).await;
    let plan = made.location().to_owned();
    let page = contact.get(&plan).await;
    let new = page.attributes("a[href*='/atgard/ny']", "href").remove(0);
    fill(contact, &new, "titel", |form| {
        for (field, with) in [
            ("titel", title),
            ("beslut", "gor"),
            ("ny-agare", owner),
            ("ny-epost", email),
            ("klart", "2999-12-31"),
            ("anteckning", note),
        ] {
            form.fill(field, with);
        }
    })
    .await;
    let owners = contact.get(&format!("{plan}/ansvariga")).await.text();
    assert!(owners.contains(owner), "{owners}");
    secret_in(&owners, "/atgarder/")
}

/// An organisation's round, answered by the director, agreed on, and put through a workshop, and a
/// plan of it. Gives every secret.
async fn led(program: &Program, mails: &mut MailServer) -> Vec<String> {
    let url = format!("sqlite:{}", program.database().display());
    let organisation = Organisation::put_in(&url).await;
    let mut contact = organisation.contact(&program.origin);
    let start = format!("/o/{}/ny", organisation.public_id);
    let hela = [("gor".to_owned(), "hela".to_owned())];
    let lead = contact.post(&start, &hela).await.location().to_owned();
    let round = lead.strip_suffix("/leda").expect("a round").to_owned();
    let asking = format!("{round}/fraga-kollegor");
    let role = [("roll".to_owned(), "ledning".to_owned())];
    contact.post(&asking, &role).await.location();
    let audience = format!("{asking}/ledning");
    for (address, server) in [(REACHED, "accept"), (UNREACHED, "refuse")] {
        mails.tell(server);
        fill(&mut contact, &audience, "adresser", |form| {
            form.fill("adresser", address)
        })
        .await;
        while address == UNREACHED && !program.log().contains("a mail was given up") {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        if address == REACHED {
            Inbox::of(mails, REACHED).next("/svara/").await;
        }
    }
    mails.tell("accept");
    let page = contact.get(&audience).await.text();
    let common = secret_in(&page, "/delta/");
    let link = Inbox::of(mails, REACHED).next("/svara/").await.text;
    let link = secret_in(&link, "/svara/");

    let mut director = Browser::new(&program.origin);
    let home = director.get(&format!("/svara/{link}")).await;
    let question = home.attributes(".tasks a", "href").remove(0);
    let id = question.rsplit('/').next().expect("a question").to_owned();
    fill(&mut director, &question, &format!("niva.{id}"), |form| {
        form.fill(&format!("niva.{id}"), "vet-inte");
        form.fill(&format!("motivering.{id}"), GROUND);
    })
    .await;
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let agreement = format!("{round}/gemensamt/{id}");
    fill(&mut contact, &agreement, &format!("niva.{id}"), |form| {
        form.fill(&format!("niva.{id}"), "vet-inte");
        form.fill(&format!("motivering.{id}"), AGREED);
    })
    .await;
    fill(&mut contact, &format!("{round}/dela"), "visar", |form| {
        for name in ["visar", "tid"] {
            let first = form.choices(name).remove(0);
            form.fill(name, &first);
        }
    })
    .await;
    let shared = contact.get(&format!("{round}/dela")).await.text();
    let reader = secret_in(&shared, "/las/");

    let action = planned(&mut contact, &organisation.public_id, &round).await;
    let own_page = contact.get(&format!("/atgarder/{action}")).await;
    assert_eq!(own_page.status, 200);

    let screen = format!("{round}/workshop");
    contact.post(&screen, &press(&[("gor", "starta")])).await;
    let code = contact.get(&screen).await.first(".address");
    let code = secret_in(&code, "/workshop/");
    let mut phone = Browser::new(&program.origin);
    let place = format!("/workshop/{code}");
    let joined = phone.post(&place, &press(&[("gor", "med")])).await;
    let own = secret_in(joined.location(), "?jag=");
    let kept = phone
        .cookie("__Host-workshop")
        .expect("a cookie")
        .to_owned();
    let ask = [("gor", "fraga"), ("fran", ""), ("fraga", id.as_str())];
    contact.post(&screen, &press(&ask)).await.location();
    let answer = [
        ("gor", "svara"),
        ("fraga", id.as_str()),
        ("svar", "vet-inte"),
    ];
    phone.post(&place, &press(&answer)).await.location();
    for page in [
        "leda",
        "skillnader",
        "resultat",
        "beslutssida",
        "underlag",
        "workshop",
    ] {
        assert_eq!(
            contact.get(&format!("{round}/{page}")).await.status,
            200,
            "{page}"
        );
    }
    vec![common, link, reader, action, code, own, kept]
}

#[tokio::test]
async fn of_an_organisations_round_nothing_is_in_log_database_or_what_commands_print() {
    let mut mails = MailServer::start("plain", None);
    let settings = mails.settings();
    let mut arguments: Vec<&str> = settings.iter().map(String::as_str).collect();
    arguments.extend(["--log=debug", AGENCY]);
    let program = Program::start_with(&arguments).await;
    let secrets = led(&program, &mut mails).await;
    let words = [GROUND, AGREED, "vet-inte"].iter().chain(&PLANNED);
    let words: Vec<String> = words.map(|word| (*word).to_owned()).collect();
    let (out, log) = (program.out(), program.log());
    assert!(log.matches("answered").count() > 20, "{log}");
    for secret in secrets
        .iter()
        .chain(words.iter().filter(|word| *word != "vet-inte"))
    {
        assert!(!out.contains(secret), "{secret} on standard output");
        assert!(!log.contains(secret), "{secret} in the log");
    }
    for address in [REACHED, UNREACHED] {
        assert!(!log.contains(address), "{address} in the log");
    }
    let stored = database(&program.database());
    let known = stored
        .iter()
        .any(|(_, bytes)| holds(bytes, "Fjällhamra kommun"));
    assert!(known, "the test reads the right files");
    let addresses = [REACHED, UNREACHED].map(str::to_owned);
    for secret in secrets.iter().chain(&words).chain(&addresses) {
        for (name, bytes) in &stored {
            assert!(!holds(bytes, secret), "{secret} in the {name}");
        }
    }

    let folder = program.stop();
    let listed = command(folder.path(), &["org", "list", AGENCY]);
    assert!(listed.contains("Fjällhamra kommun"), "{listed}");
    let failed = command(folder.path(), &["mail", "failed"]);
    assert!(failed.contains(UNREACHED), "the operator is told: {failed}");
    let feedback = command(folder.path(), &["feedback", "list"]);
    for printed in [&listed, &failed, &feedback] {
        for secret in secrets.iter().chain(&words) {
            assert!(!printed.contains(secret), "{secret} in {printed}");
        }
        assert!(!printed.contains(REACHED), "{printed}");
    }
}
