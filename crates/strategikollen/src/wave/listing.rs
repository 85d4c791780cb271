//! `wave list`, `wave report`: comparisons that the service holds, as the publisher sees them.

use domain::day::Day;
use service::organisations::By;
use service::waves::{self, Refusal, WaveError};

use super::day;
use crate::org::shared;
use crate::outcome::{Failure, print};
use crate::serve::runtime;
use crate::settings::Arguments;

#[derive(clap::Args)]
pub(crate) struct Report {
    /// The comparison's date.
    #[arg(value_name = "YYYY-MM-DD", value_parser = day)]
    date: Day,
    #[command(flatten)]
    settings: Arguments,
}

pub(super) fn list(arguments: &Arguments) -> Result<(), Failure> {
    runtime()?.block_on(async {
        let app = shared(arguments).await?;
        let waves = waves::list(&app, By::CommandLine);
        for wave in waves.await.map_err(|error| told(&error))? {
            let line = serde_json::json!({
                "date": wave.date,
                "state": wave.stage.code(),
                "hash": wave.hash,
            });
            print(&format!("{line}\n"))?;
        }
        Ok(())
    })
}

pub(super) fn report(arguments: &Report) -> Result<(), Failure> {
    runtime()?.block_on(async {
        let app = shared(&arguments.settings).await?;
        let date = arguments.date;
        let preview = waves::preview(&app, By::CommandLine, date).await;
        let preview = preview.map_err(|error| match error {
            WaveError::Refused(Refusal::Missing) => Failure::Usage(format!(
                "{date}: no comparison of that date has been closed"
            )),
            error => told(&error),
        })?;
        print(&waves::as_text(date, &preview.report))
    })
}

fn told(error: &WaveError) -> Failure {
    Failure::Usage(format!("wave: {error}"))
}
