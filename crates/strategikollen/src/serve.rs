//! `serve`: start the service.

use std::sync::Arc;
use std::time::Duration;

use domain::text::Lang;
use l10n::Catalogue;
use service::organisations::install;
use service::{
    App, accounts, feedback, mail, openness, organisations, plans, rounds, waves, workshops,
};
use store::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;
use web::routes::{Page, path};

use crate::content;
use crate::demo;
use crate::outcome::{Failure, print};
use crate::settings::Arguments;

/// How often what has had its time is looked for: unused rounds, and hashes of requesters.
const CLEAN_EVERY: Duration = Duration::from_secs(60 * 60);

/// How often mails are looked for: someone waits for a code.
const SEND_EVERY: Duration = Duration::from_secs(1);
/// How often, while the database is out of reach.
const SEND_AGAIN_AFTER: Duration = Duration::from_secs(30);

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    log(&arguments.log)?;
    runtime()?.block_on(serve(arguments))
}

/// Logs to standard error what a filter lets through.
pub(crate) fn log(filter: &str) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(filter)
        .map_err(|error| Failure::Usage(format!("--log {filter}: {error}")))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    Ok(())
}

/// What asynchronous subcommands run on.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Runtime::new()
        .map_err(|error| Failure::Usage(format!("the runtime cannot start: {error}")))
}

/// The time now, Unix milliseconds: the one place where it comes from.
#[expect(clippy::disallowed_methods, reason = "the App's clock is made of it")]
pub(crate) fn now() -> i64 {
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Unpredictable bytes from the operating system: the one place where they come from.
#[expect(
    clippy::expect_used,
    reason = "without randomness every secret address would be guessable: better to stop"
)]
pub(crate) fn random(buffer: &mut [u8]) {
    getrandom::fill(buffer).expect("the operating system gives random bytes");
}

/// Everything the use cases need, with the real clock and the real randomness.
pub(crate) async fn app(arguments: &Arguments, port: u16) -> Result<App, Failure> {
    if demo::is_marked(&arguments.data) {
        return Err(Failure::Usage(format!(
            "--data {}: a demonstration lies there; start it with `strategikollen demo`",
            arguments.data.display()
        )));
    }
    let url = arguments.database.url(&arguments.data)?;
    let store = Store::open(&url)
        .await
        .map_err(|error| Failure::Usage(format!("the database cannot be opened: {error}")))?;
    let settings = arguments.settings(port)?;
    Ok(App {
        store,
        content: content::load(arguments.content.as_deref())?,
        texts: Catalogue::load(),
        clock: Arc::new(now),
        random: Arc::new(random),
        mailer: arguments.mail.mailer(&settings, &arguments.data)?,
        settings,
        key: arguments.key.load(&arguments.data)?,
        oidc: arguments.oidc.provider()?,
        demo: None,
        waves: waves::Cache::default(),
    })
}

async fn serve(arguments: &Arguments) -> Result<(), Failure> {
    let listener = TcpListener::bind(arguments.listen).await.map_err(|error| {
        Failure::Usage(format!("cannot listen on {}: {error}", arguments.listen))
    })?;
    let port = listener
        .local_addr()
        .map_or(arguments.listen.port(), |address| address.port());
    let app = Arc::new(app(arguments, port).await?);
    print(&format!(
        "Strategikollen runs on {}\nData: {}\n",
        app.settings.base_url,
        arguments.data.display()
    ))?;
    if app.mailer.is_folder() {
        let folder = arguments.data.join("mail");
        print(&format!(
            "Mails: written to {}, since no mail server is set (--smtp-host)\n",
            folder.display()
        ))?;
    }
    let unnamed = install::token(&app).await.map_err(|error| {
        Failure::Usage(format!(
            "whose installation this is cannot be read: {error}"
        ))
    })?;
    if let Some(secret) = unnamed {
        let here = path(Page::Install, Lang::Sv, &[&secret.text()]);
        print(&format!(
            "Name your organisation, or go on without one: {}{here}\n",
            app.settings.base_url
        ))?;
    }
    run_until_stopped(app, listener).await
}

/// Serves pages and does what is done now and again, until someone stops the program.
pub(crate) async fn run_until_stopped(app: Arc<App>, listener: TcpListener) -> Result<(), Failure> {
    let cleaning = tokio::spawn(clean(Arc::clone(&app)));
    let sending = tokio::spawn(send_mails(Arc::clone(&app)));
    let served = web::serve(app, listener, stopped())
        .await
        .map_err(|error| Failure::Usage(format!("the service stopped: {error}")));
    cleaning.abort();
    sending.abort();
    served
}

/// Ends when the operator or the operating system asks the service to stop.
async fn stopped() {
    let mut term = signal(SignalKind::terminate()).ok();
    let term = async {
        match &mut term {
            Some(term) => {
                term.recv().await;
            }
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = term => {}
    }
}

/// Sends mails as they become due.
async fn send_mails(app: Arc<App>) {
    loop {
        let pause = match mail::deliver_due(&app).await {
            Ok(()) => SEND_EVERY,
            Err(error) => {
                tracing::error!(%error, "mails could not be looked for");
                SEND_AGAIN_AFTER
            }
        };
        tokio::time::sleep(pause).await;
    }
}

/// Deletes what has had its time, at the start and then now and again.
async fn clean(app: Arc<App>) {
    let mut tick = tokio::time::interval(CLEAN_EVERY);
    loop {
        tick.tick().await;
        match rounds::delete_unused(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "deleted unused rounds"),
            Err(error) => tracing::error!(%error, "unused rounds could not be deleted"),
        }
        match workshops::close_forgotten(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "closed forgotten workshops"),
            Err(error) => tracing::error!(%error, "forgotten workshops could not be closed"),
        }
        if let Err(error) = feedback::forget_requesters(&app).await {
            tracing::error!(%error, "hashes of requesters could not be forgotten");
        }
        if let Err(error) = accounts::clean_up(&app).await {
            tracing::error!(%error, "old codes, sessions and kept forms could not be forgotten");
        }
        match rounds::reminders::remind_due(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "reminded of the last day to answer"),
            Err(error) => tracing::error!(%error, "nobody could be reminded"),
        }
        match plans::reminders::remind_due(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "reminded of what plans say"),
            Err(error) => tracing::error!(%error, "nobody could be reminded of plans"),
        }
        match organisations::yearly::remind(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "wrote yearly reminders"),
            Err(error) => tracing::error!(%error, "yearly reminders could not be written"),
        }
        match openness::partners::let_fall(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "let offers to other organisations fall away"),
            Err(error) => tracing::error!(%error, "offers could not be let fall away"),
        }
        if let Err(error) = mail::forget_old(&app).await {
            tracing::error!(%error, "old mails could not be forgotten");
        }
    }
}
