//! Making a release: by the rules alone, and from what is stored, each in a process of its own so
//! that its memory is its own.

use std::convert::Infallible;
use std::path::Path;
use std::time::{Duration, Instant};

use domain::comparison::{Frame, Intake, Registered, Salt};
use domain::day::Day;
use domain::organisation::EmailAddress;
use service::App;
use service::accounts::people;
use service::content;
use service::organisations::By;
use service::settings::Mode;
use service::waves;
use tokio::process::Command;

use super::fill::PUBLISHERS;
use super::{AGENCY, DATABASE, population, today};
use crate::Result;
use crate::app::app;

/// Names of the parts that are processes of their own.
pub(crate) const RULES: &str = "comparison-rules";
/// The other one.
pub(crate) const CLOSE: &str = "comparison-close";

/// How long it took and how much memory the process had at most, MiB.
#[derive(Clone, Copy)]
pub(super) struct Cost {
    seconds: f64,
    peak: f64,
}

/// What a size costs: by the rules alone, and from what is stored.
pub(super) struct Costs {
    rules: Cost,
    stored: Cost,
}

pub(super) async fn measure(data: &Path, size: usize) -> Result<Costs> {
    let rules = part(&[RULES, &size.to_string()]).await?;
    let stored = part(&[CLOSE, &data.display().to_string()]).await?;
    println!(
        "  {size:>7} organisations: rules alone {:6.2} s, {:5.0} MiB; from what is stored {:6.2} s, {:5.0} MiB",
        rules.seconds, rules.peak, stored.seconds, stored.peak
    );
    Ok(Costs { rules, stored })
}

/// How the time grows from one size to the next: 1 is in proportion.
pub(super) fn slopes(made: &[(usize, Costs)]) {
    for pair in made.windows(2) {
        let [(small, before), (large, after)] = pair else {
            continue;
        };
        let sizes = (*large as f64 / *small as f64).ln();
        let slope = |before: Cost, after: Cost| (after.seconds / before.seconds).ln() / sizes;
        println!(
            "  slope {small} to {large}: rules alone {:.2}, from what is stored {:.2}",
            slope(before.rules, after.rules),
            slope(before.stored, after.stored)
        );
    }
}

/// Runs a part as a process of its own, which prints its cost.
async fn part(arguments: &[&str]) -> Result<Cost> {
    let output = Command::new(std::env::current_exe()?)
        .args(arguments)
        .stderr(std::process::Stdio::inherit())
        .output()
        .await?;
    let text = String::from_utf8(output.stdout)?;
    let mut numbers = text.split_whitespace();
    let mut number = || -> Result<f64> { Ok(numbers.next().ok_or("a part failed")?.parse()?) };
    Ok(Cost {
        seconds: number()?,
        peak: number()?,
    })
}

/// Prints what a part cost: seconds, and the most memory that this process has had.
fn told(time: Duration) -> Result<()> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let kib = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next())
        .ok_or("no memory is told")?;
    println!("{} {}", time.as_secs_f64(), kib.parse::<f64>()? / 1024.0);
    Ok(())
}

/// The rules alone: each synthetic submission is given to them in turn, and what it takes to make it
/// up is not counted.
pub(crate) fn rules(organisations: usize) -> Result<()> {
    let content = content::load_embedded()?;
    // Any date by which the edition is published.
    let date = Day::try_from("2028-03-31")?;
    let population = population(&content, organisations, date)?;
    let mut time = Duration::ZERO;
    let mut intake = Intake::new(&content, date)?;
    let Ok(()) = population.each_submission(0, |submission| {
        let begun = Instant::now();
        intake.add(submission);
        time += begun.elapsed();
        Ok::<(), Infallible>(())
    });
    let ids: Vec<String> = population
        .organisations()
        .iter()
        .map(|one| one.id())
        .collect();
    let registered = population.organisations().iter().map(|one| Registered {
        organisation: &ids[one.index()],
        owner: one.owner().map(|owner| ids[owner].as_str()),
        counted: population.counted(one, 1),
    });
    let begun = Instant::now();
    let frame = Frame::of(&content, registered);
    let release = intake.release(&frame, None, Salt::new([7; 32]));
    time += begun.elapsed();
    release.map_err(|problems| format!("{problems:?}"))?;
    told(time)
}

/// From what is stored: one at the agency closes the wave of today. Then another publishes it, for
/// whoever reads; that is not counted.
pub(crate) async fn close(folder: &Path) -> Result<()> {
    let mode = Mode::Shared {
        agency: AGENCY.to_owned(),
    };
    let app = app(folder, DATABASE, mode).await?;
    let date = today(&app)?;
    let [one, other] = PUBLISHERS;
    let (one, other) = (person(&app, one).await?, person(&app, other).await?);
    let begun = Instant::now();
    waves::close(&app, one, date).await?;
    let time = begun.elapsed();
    told(time)?;
    for wave in waves::list(&app, By::Person(other)).await? {
        waves::publish(&app, other, date, &wave.hash).await?;
    }
    app.store.close().await;
    Ok(())
}

async fn person(app: &App, email: &str) -> Result<uuid::Uuid> {
    let email = EmailAddress::try_from(email)?;
    let found = people::find_by_email(app, &email).await?;
    Ok(found.ok_or("nobody has that address")?.id)
}
