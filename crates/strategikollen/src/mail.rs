//! `mail failed`: the mails that could not be delivered.

use service::mail;

use crate::outcome::{Failure, print};
use crate::serve::{app, runtime};
use crate::settings::Arguments;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Print the mails of the last 30 days that were given up, oldest first, one JSON object a line.
    Failed(Arguments),
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Failed(arguments) => runtime()?.block_on(failed(arguments)),
    }
}

async fn failed(arguments: &Arguments) -> Result<(), Failure> {
    let app = app(arguments, arguments.listen.port()).await?;
    let failed = mail::failed(&app).await;
    let failed = failed.map_err(|error| Failure::Usage(error.to_string()))?;
    for mail in &failed {
        let at = l10n::timestamp(mail.created_at);
        let line = serde_json::json!({ "at": at, "to": mail.to, "why": mail.why });
        print(&format!("{line}\n"))?;
    }
    Ok(())
}
