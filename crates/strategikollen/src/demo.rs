//! `demo`: a service to show, with synthetic organisations and people one can sign in as at once.

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use domain::account::{AgencyRole, Role};
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use l10n::Catalogue;
use serde::{Deserialize, Serialize};
use service::demo::{self, AGENCY, Demo, Part, Timeline};
use service::mail::Mailer;
use service::secrets::{Secret, ServerKey};
use service::settings::{Mode, Sender, Settings};
use service::{App, content, waves};
use store::Store;
use tempfile::TempDir;
use tokio::net::TcpListener;
use web::routes::{Page, path};

use crate::outcome::{Failure, print};
use crate::serve::{log, now, random, run_until_stopped, runtime};

/// What marks a data folder as a demonstration's, and says where its time stands.
const MARK: &str = "demo.json";

/// Days that rounds without an organisation are kept.
const KEEP_DAYS: u16 = 365;

#[derive(Args)]
pub(crate) struct Arguments {
    /// Port on this machine. 0 picks a free one and prints it.
    #[arg(long, default_value_t = 8080, value_name = "NUMBER")]
    port: u16,
    /// Folder to keep the demonstration in, and go on with it next time. Without it, a temporary
    /// one that is deleted at the end.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Number that the organisations and their answers follow from: the same number gives the same.
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    seed: u64,
    /// What to log: error, warn, info, debug, or a filter such as "web=debug,info".
    #[arg(long, default_value = "warn", value_name = "FILTER")]
    log: String,
}

/// What is remembered of a demonstration beside its database.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    seed: u64,
    /// The time in the demonstration when it began, Unix milliseconds.
    began: i64,
    /// The real time then.
    really: i64,
    /// The key that drafts are encrypted with. Nothing here needs to be kept secret.
    key: [u8; 32],
}

/// Whether a data folder is a demonstration's, which no other command opens: what is synthetic must
/// not come to look real.
pub(crate) fn is_marked(data: &Path) -> bool {
    data.join(MARK).exists()
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    log(&arguments.log)?;
    runtime()?.block_on(show(arguments))
}

/// The folder, and what deletes it at the end if it is temporary.
fn folder(arguments: &Arguments) -> Result<(PathBuf, Option<TempDir>), Failure> {
    if let Some(data) = &arguments.data {
        return Ok((data.clone(), None));
    }
    let temporary = tempfile::tempdir()
        .map_err(|error| Failure::Usage(format!("no temporary folder can be made: {error}")))?;
    Ok((temporary.path().to_owned(), Some(temporary)))
}

/// What the folder remembers; `None` for one that is empty or not there.
fn mark(data: &Path) -> Result<Option<Mark>, Failure> {
    let failure = |what: String| Failure::Usage(format!("--data {}: {what}", data.display()));
    match fs::read_to_string(data.join(MARK)) {
        Ok(text) => match serde_json::from_str(&text) {
            Ok(mark) => Ok(Some(mark)),
            Err(error) => Err(failure(format!("{MARK} cannot be read: {error}"))),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let mut files = fs::read_dir(data).into_iter().flatten();
            match files.next() {
                None => Ok(None),
                Some(_) => Err(failure(
                    "is not empty, and no demonstration lies there. Choose an empty folder; \
                     nothing was changed"
                        .to_owned(),
                )),
            }
        }
        Err(error) => Err(failure(format!("{MARK} cannot be read: {error}"))),
    }
}

async fn show(arguments: &Arguments) -> Result<(), Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| Failure::Usage(format!("cannot listen on {address}: {error}")))?;
    let port = listener.local_addr().map_or(address.port(), |at| at.port());
    let (data, temporary) = folder(arguments)?;
    let marked = mark(&data)?;
    let seed = marked.as_ref().map_or(arguments.seed, |mark| mark.seed);
    let mut key = [0; 32];
    random(&mut key);
    let key = marked.as_ref().map_or(key, |mark| mark.key);
    let timeline = Arc::new(Timeline::new(Arc::new(now)));
    let app = Arc::new(app(&data, port, seed, key, &timeline).await?);
    match marked {
        Some(mark) => timeline.run(mark.began, mark.really),
        None => begin(&app, &data, seed, key, &timeline).await?,
    }
    print(&told(&app, &data, temporary.is_some()))?;
    run_until_stopped(app, listener).await
}

/// Writes the past, and lets the time run from where it ends.
async fn begin(
    app: &App,
    data: &Path,
    seed: u64,
    key: [u8; 32],
    timeline: &Timeline,
) -> Result<(), Failure> {
    let failure = |what: String| Failure::Usage(format!("the demonstration: {what}"));
    // Marked first: half a demonstration is no real service either.
    let mut mark = Mark {
        seed,
        began: 0,
        really: 0,
        key,
    };
    write(data, &mark)?;
    demo::seed(app, timeline, seed)
        .await
        .map_err(|error| failure(error.to_string()))?;
    (mark.began, mark.really) = (timeline.now(), now());
    timeline.run(mark.began, mark.really);
    write(data, &mark)
}

fn write(data: &Path, mark: &Mark) -> Result<(), Failure> {
    let file = data.join(MARK);
    let failure = |what: String| Failure::Usage(format!("{}: {what}", file.display()));
    let text = serde_json::to_string(mark).map_err(|error| failure(error.to_string()))?;
    fs::write(&file, text).map_err(|error| failure(format!("cannot be written: {error}")))
}

/// Everything that the use cases need, with time that can be set and mails in a folder.
async fn app(
    data: &Path,
    port: u16,
    seed: u64,
    key: [u8; 32],
    timeline: &Arc<Timeline>,
) -> Result<App, Failure> {
    let failure = |what: String| Failure::Usage(format!("the demonstration: {what}"));
    let content = content::load_embedded().map_err(|_| failure("its content".to_owned()))?;
    let mut secret = [0; Secret::BYTES];
    random(&mut secret);
    let demo = Demo::new(Secret::from_bytes(secret), &content, seed)
        .map_err(|error| failure(error.to_string()))?;
    let database = data.join("strategikollen.db");
    let store = Store::open(&format!("sqlite:{}", database.display()))
        .await
        .map_err(|error| failure(format!("the database cannot be opened: {error}")))?;
    let sender = sender();
    let mailer = Mailer::folder(&sender.contact, data.join("mail"))
        .map_err(|error| failure(error.to_string()))?;
    let time = Arc::clone(timeline);
    Ok(App {
        store,
        content,
        texts: Catalogue::load(),
        clock: Arc::new(move || time.now()),
        random: Arc::new(random),
        settings: Settings {
            base_url: format!("http://localhost:{port}"),
            mode: Mode::Shared {
                agency: AGENCY.to_owned(),
            },
            sender: Some(sender),
            proxies: 0,
            keep_days: KEEP_DAYS,
        },
        key: ServerKey::new(key),
        mailer,
        oidc: None,
        demo: Some(demo),
        waves: waves::Cache::default(),
    })
}

/// The agency that runs the service, which there is not.
fn sender() -> Sender {
    let address = |local: &str| format!("{local}@exempelmyndigheten.example");
    Sender {
        name: AGENCY.to_owned(),
        organisation_number: "402999-0000 (påhittat)".to_owned(),
        kind: Some(OrganisationKind::StatligMyndighet),
        contact: address("kollen"),
        data_protection_officer: address("dataskydd"),
        complaints: None,
        support: Some("Ingen svarar: myndigheten är påhittad.".to_owned()),
        legal_basis: None,
        logotype: None,
    }
}

/// What the person who started it needs to know.
fn told(app: &App, data: &Path, temporary: bool) -> String {
    let base = &app.settings.base_url;
    let mut text = format!(
        "A demonstration of Strategikollen: every organisation, person and figure in it is made up.\n\
         It runs on {base}\n\n"
    );
    if let Some(demo) = &app.demo {
        let here = path(Page::Demo, Lang::Sv, &[&demo.secret().text()]);
        let _ = writeln!(text, "Sign in at once as any of these: {base}{here}\n");
        for character in demo.cast() {
            let _ = writeln!(
                text,
                "  {:<15} {:<16} {}",
                role(character.part),
                character.name,
                character.organisation
            );
        }
        text.push_str(
            "\nWhoever has that address can sign in as any of them, from this machine, until you \
             stop the program.\n",
        );
    }
    let _ = writeln!(text, "Mails: written to {}", data.join("mail").display());
    let _ = match temporary {
        true => writeln!(text, "Data: {}, deleted at the end", data.display()),
        false => writeln!(text, "Data: {}", data.display()),
    };
    text.push_str("Stop with Ctrl-C.\n");
    text
}

fn role(part: Part) -> &'static str {
    match part {
        Part::Municipality(Role::Respondent) => "respondent",
        Part::Municipality(Role::Reader) => "reader",
        Part::Municipality(Role::Contact) | Part::Company | Part::Region | Part::StateAgency => {
            "contact person"
        }
        Part::Agency(AgencyRole::CaseOfficer) => "case officer",
        Part::Agency(AgencyRole::Editor) => "editor",
        Part::Agency(AgencyRole::Publisher) | Part::SecondPublisher => "publisher",
        Part::Agency(AgencyRole::Administrator) => "administrator",
    }
}
