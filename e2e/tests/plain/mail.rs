//! Mails on their way through a real mail server, whatever it does with them.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use domain::text::Lang;
use e2e::mail::MailServer;
use e2e::places::{content, public};
use e2e::program::{Program, command};
use l10n::Catalogue;
use service::App;
use service::mail::{self, Mail, Mailer};
use service::secrets::ServerKey;
use service::settings::{Mode, Settings};
use service::waves;
use store::Store;
use web::routes::Page;

const KIM: &str = "kim.ek@exempel.se";
const CODE: &str = "Er kod är åäö-123.";
/// How long something may take to stand in the log.
const PATIENCE: Duration = Duration::from_secs(30);
const A_MOMENT: Duration = Duration::from_millis(50);

/// The program's database and key in another node's hands.
async fn beside(program: &Program) -> App {
    let url = format!("sqlite:{}", program.database().display());
    let key = fs::read_to_string(program.data().join("strategikollen.key")).expect("a key");
    App {
        store: Store::open(&url).await.expect("a database"),
        content: content(),
        texts: Catalogue::load(),
        clock: Arc::new(now),
        random: Arc::new(|bytes: &mut [u8]| getrandom::fill(bytes).expect("random bytes")),
        settings: Settings {
            base_url: program.origin.clone(),
            sender: None,
            mode: Mode::Own,
            proxies: 0,
            keep_days: 365,
        },
        key: ServerKey::parse(&key).expect("a key"),
        mailer: Mailer::folder("noreply@localhost", program.data().join("unused"))
            .expect("an address"),
        oidc: None,
        demo: None,
        waves: waves::Cache::default(),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the program beside has the real time too"
)]
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(since.unwrap_or_default().as_millis()).expect("a time")
}

/// Writes mails, one for each subject, as a use case does.
async fn write(program: &Program, to: &str, subjects: &[&str]) {
    let app = beside(program).await;
    let letters: Vec<_> = subjects
        .iter()
        .map(|subject| {
            let mail = Mail {
                to: to.to_owned(),
                subject: (*subject).to_owned(),
                text: format!("Hej!\n\n{CODE}\n.\nEn punkt för sig."),
                why: "någon bad om en kod.".to_owned(),
            };
            mail::outgoing(&app, Lang::Sv, &mail)
        })
        .collect();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                for letter in &letters {
                    tx.enqueue_mail(letter).await?;
                }
                Ok::<_, store::StoreError>(())
            })
        })
        .await
        .expect("stored");
    app.store.close().await;
}

async fn start(arguments: &[String]) -> Program {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Program::start_with(&arguments).await
}

async fn start_again(program: Program, arguments: &[String]) -> Program {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Program::start_in(program.stop(), &arguments).await
}

/// The subjects of all mails that have arrived; those of one moment come in any order.
fn subjects(server: &MailServer) -> BTreeSet<String> {
    let mails = server.mails();
    mails
        .iter()
        .map(|mail| mail.header("Subject").to_owned())
        .collect()
}

/// Waits until the log says something, and looks at the whole log for what it must not say.
async fn logged(program: &Program, words: &str) {
    let mut waited = Duration::ZERO;
    while !program.log().contains(words) {
        let log = program.log();
        assert!(waited < PATIENCE, "the log does not say {words}: {log}");
        tokio::time::sleep(A_MOMENT).await;
        waited += A_MOMENT;
    }
    let log = program.log();
    for secret in [KIM, "kim.ek", "Er kod", "lösenord"] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}

#[tokio::test]
async fn a_mail_arrives_whole_over_starttls_with_user_and_password() {
    let server = MailServer::start("starttls", Some(("kollen", "ett långt lösenord")));
    let password = tempfile::NamedTempFile::new().expect("a file");
    fs::write(password.path(), "ett långt lösenord\n").expect("a writable file");
    let mut arguments = server.settings();
    arguments.extend([
        "--smtp-security=starttls".to_owned(),
        format!("--smtp-ca-file={}", server.certificate().display()),
        "--smtp-user=kollen".to_owned(),
        format!("--smtp-password-file={}", password.path().display()),
        "--mail-from=Självskattningen <kollen@exempel.se>".to_owned(),
    ]);
    let program = start(&arguments).await;
    let subject = "Er kod till självskattningen i Östra Göinge, en kommun med långt namn";
    write(&program, KIM, &[subject]).await;
    let mails = server.arrived(1).await;
    let mail = &mails[0];
    assert!(mail.raw.is_ascii());
    assert_eq!(mail.header("Return-Path"), "<kollen@exempel.se>");
    assert_eq!(mail.header("Delivered-To"), KIM);
    assert_eq!(mail.header("From"), "Självskattningen <kollen@exempel.se>");
    assert_eq!(mail.header("To"), KIM);
    assert_eq!(mail.header("Subject"), subject);
    assert_eq!(mail.header("Auto-Submitted"), "auto-generated");
    assert!(mail.header("Date").ends_with(" +0000"), "{}", mail.raw);
    let id = mail.header("Message-ID");
    assert!(id.starts_with('<') && id.ends_with("@localhost>"), "{id}");
    assert_eq!(
        mail.header("Content-Type"),
        "text/plain; charset=utf-8",
        "{}",
        mail.raw
    );
    let begins = format!("Hej!\n\n{CODE}\n.\nEn punkt för sig.\n\n-- \n");
    assert!(mail.text.starts_with(&begins), "{}", mail.text);
    let ends = format!(
        "{}\nDärför får du mejlet: någon bad om en kod.\n",
        program.origin
    );
    assert!(mail.text.ends_with(&ends), "{}", mail.text);
    logged(&program, "a mail was sent").await;
    assert!(program.log().contains("k***@exempel.se"));
}

#[tokio::test]
async fn a_mail_arrives_over_tls_from_the_first_byte_and_in_clear_on_the_same_machine() {
    let server = MailServer::start("tls", None);
    let mut arguments = server.settings();
    arguments.extend([
        "--smtp-security=tls".to_owned(),
        format!("--smtp-ca-file={}", server.certificate().display()),
    ]);
    let program = start(&arguments).await;
    write(&program, KIM, &["Ett", "Två"]).await;
    server.arrived(2).await;
    let both = BTreeSet::from(["Ett", "Två"].map(str::to_owned));
    assert_eq!(subjects(&server), both);

    let plain = MailServer::start("plain", None);
    let program = start_again(program, &plain.settings()).await;
    write(&program, KIM, &["Tre"]).await;
    plain.arrived(1).await;
    assert_eq!(subjects(&plain), BTreeSet::from(["Tre".to_owned()]));
    assert_eq!(subjects(&server), both);
}

#[tokio::test]
async fn nothing_is_sent_where_the_way_is_not_protected_as_it_should_be() {
    // A certificate of nobody we trust.
    let server = MailServer::start("starttls", Some(("kollen", "lösenord")));
    let mut arguments = server.settings();
    arguments.push("--smtp-security=starttls".to_owned());
    arguments.push("--smtp-user=kollen".to_owned());
    arguments.push("--smtp-password=lösenord".to_owned());
    let program = start(&arguments).await;
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "STARTTLS: ").await;
    assert!(program.log().contains("certificate"), "{}", program.log());
    assert!(server.mails().is_empty());

    // A server without TLS, or someone between who hides it.
    let hidden = MailServer::start("plain", None);
    arguments[1] = hidden.settings()[1].clone();
    let program = start_again(program, &arguments).await;
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "STARTTLS is not supported").await;
    assert!(hidden.mails().is_empty());

    // The wrong password.
    arguments[1] = server.settings()[1].clone();
    arguments[4] = "--smtp-password=annat".to_owned();
    arguments.push(format!("--smtp-ca-file={}", server.certificate().display()));
    let program = start_again(program, &arguments).await;
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "signing in: the server said 535").await;
    assert!(server.mails().is_empty());
}

#[tokio::test]
async fn a_refused_mail_is_given_up_and_holds_no_other_up() {
    let mut server = MailServer::start("plain", None);
    server.tell("refuse");
    let program = start(&server.settings()).await;
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "a mail was given up").await;
    assert!(program.log().contains("the server said 550"));
    server.tell("accept");
    write(&program, "robin@exempel.se", &["En annan"]).await;
    let mails = server.arrived(1).await;
    assert_eq!(mails[0].header("Subject"), "En annan");
    let given_up = program.log().matches("a mail was given up").count();
    assert_eq!(given_up, 1, "once and for all: {}", program.log());
    let listed = command(program.data(), &["mail", "failed"]);
    assert_eq!(listed.lines().count(), 1, "{listed}");
    assert!(listed.contains(KIM) && listed.contains("550"), "{listed}");
}

#[tokio::test]
async fn a_mail_that_a_busy_server_puts_off_arrives_later() {
    let mut server = MailServer::start("plain", None);
    server.tell("busy");
    let program = start(&server.settings()).await;
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "the server said 450").await;
    server.tell("accept");
    write(&program, "robin@exempel.se", &["En annan"]).await;
    let mails = server.arrived(2).await;
    assert_eq!(mails[0].header("Subject"), "En annan");
    assert_eq!(mails[1].header("Subject"), "Er kod");
    assert_eq!(mails[1].header("Delivered-To"), KIM);
}

#[tokio::test]
async fn a_server_that_does_not_know_us_gets_the_mail_again_when_it_does() {
    let mut server = MailServer::start("plain", None);
    server.tell("refuse-sender");
    let program = start(&server.settings()).await;
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "the sender's address: the server said 550").await;
    server.tell("accept");
    let mails = server.arrived(1).await;
    assert_eq!(mails[0].header("Subject"), "Er kod");
}

#[tokio::test]
async fn a_server_that_hangs_holds_nobody_up() {
    let mut server = MailServer::start("plain", None);
    server.tell("hang");
    let mut arguments = server.settings();
    arguments.push("--smtp-timeout=3".to_owned());
    let program = start(&arguments).await;
    write(&program, KIM, &["Er kod"]).await;
    let client = program.client();
    while !program.log().contains("no answer within 3 s") {
        for page in [Page::Start, Page::Ready] {
            let path = public(page, Lang::Sv, &[]);
            let reply = tokio::time::timeout(Duration::from_secs(2), client.get(&path)).await;
            assert_eq!(reply.expect("an answer meanwhile").status, 200);
        }
        tokio::time::sleep(A_MOMENT).await;
    }
    server.tell("accept");
    let mails = server.arrived(1).await;
    assert_eq!(mails[0].header("Subject"), "Er kod");
}

#[tokio::test]
async fn a_server_that_is_down_gets_the_mail_when_it_is_up() {
    // A port where nobody listens.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let settings = ["--smtp-host=localhost", "--smtp-timeout=5"];
    let mut arguments = settings.map(str::to_owned).to_vec();
    arguments.push(format!("--smtp-port={port}"));
    let program = start(&arguments).await;
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "connecting: ").await;
    let server = MailServer::start("plain", None);
    let program = start_again(program, &server.settings()).await;
    let mails = server.arrived(1).await;
    assert_eq!(mails[0].header("Subject"), "Er kod");
    drop(program);
}

#[tokio::test]
async fn two_nodes_send_each_mail_once() {
    let server = MailServer::start("plain", None);
    let one = start(&server.settings()).await;
    let mut arguments = server.settings();
    arguments.push(format!("--database=sqlite:{}", one.database().display()));
    let key = one.data().join("strategikollen.key");
    arguments.push(format!("--key-file={}", key.display()));
    let other = start(&arguments).await;
    let subjects: Vec<String> = (0..40).map(|n| format!("Mejl {n:02}")).collect();
    let all: Vec<&str> = subjects.iter().map(String::as_str).collect();
    for some in all.chunks(4) {
        write(&one, KIM, some).await;
    }
    let mails = server.arrived(40).await;
    let mut arrived: Vec<&str> = mails.iter().map(|mail| mail.header("Subject")).collect();
    arrived.sort_unstable();
    assert_eq!(arrived, all);
    drop(other);
}

#[tokio::test]
async fn without_a_mail_server_the_program_says_where_mails_are() {
    let program = Program::start().await;
    let folder = program.data().join("mail");
    write(&program, KIM, &["Er kod"]).await;
    logged(&program, "a mail was sent").await;
    let said = format!("Mails: written to {}", folder.display());
    assert!(program.out().contains(&said), "{}", program.out());
    let files: Vec<_> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|file| file.expect("a file").path())
        .collect();
    assert_eq!(files.len(), 1);
    let mail = fs::read_to_string(&files[0]).expect("a mail");
    assert!(mail.contains("\nSubject: Er kod\n"), "{mail}");
    assert!(mail.contains(CODE), "{mail}");

    let server = MailServer::start("plain", None);
    let program = start_again(program, &server.settings()).await;
    assert!(!program.out().contains("Mails: "), "{}", program.out());
}
