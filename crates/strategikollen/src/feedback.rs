//! `feedback list`: what readers said about pages, questions and tips.

use service::feedback;

use crate::outcome::{Failure, print};
use crate::serve::{app, runtime};
use crate::settings::Arguments;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Print what readers said, oldest first, one JSON object a line.
    List(Arguments),
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::List(arguments) => runtime()?.block_on(list(arguments)),
    }
}

async fn list(arguments: &Arguments) -> Result<(), Failure> {
    let app = app(arguments, arguments.listen.port()).await?;
    let mut after = None;
    loop {
        let page = feedback::list(&app, after)
            .await
            .map_err(|error| Failure::Usage(error.to_string()))?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = Some(last.id);
        for row in &page {
            let line = serde_json::json!({
                "at": l10n::timestamp(row.at),
                "about": row.about,
                "useful": row.useful,
                "text": row.text,
                "lang": row.lang,
                "edition": row.edition,
            });
            print(&format!("{line}\n"))?;
        }
    }
}
