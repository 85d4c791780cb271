//! Comparison at three sizes: making a release, by the rules alone and from what is stored, and
//! reading a page that shows it.

mod fill;
mod reading;
mod release;

use domain::day::Day;
use domain::instrument::Content;
use domain::organisation::register::{Known, parse};
use domain::synthetic::{ByType, Draws, Parameters, Places, Population};
use service::App;
use service::organisations::register::shipped;

use crate::{Result, server};

pub(crate) use release::{CLOSE, RULES, close, rules};

/// How many organisations hand in.
const SIZES: [usize; 3] = [250, 4_000, 250_000];

/// The file of the database within its folder, as the service calls it.
const DATABASE: &str = "strategikollen.db";
/// Who runs the service.
const AGENCY: &str = "Myndigheten";

pub(crate) async fn measure() -> Result<()> {
    let program = server::build()?;
    let folder = tempfile::tempdir_in(program.parent().ok_or("the program has no folder")?)?;
    println!("A release, all groups and 48 questions, every organisation handing in");
    let mut made = Vec::new();
    let mut filled = Vec::new();
    for size in SIZES {
        let data = folder.path().join(size.to_string());
        filled.push((size, fill::fill(&data, size).await?));
        made.push((size, release::measure(&data, size).await?));
    }
    release::slopes(&made);
    println!("\nReading a page that compares, one user");
    let mut medians = Vec::new();
    for (size, filled) in &filled {
        medians.push(reading::measure(&program, folder.path(), *size, filled).await?);
    }
    reading::ratio(&medians);
    Ok(())
}

/// So many synthetic organisations, all of which hand in before a date.
fn population(content: &Content, size: usize, date: Day) -> Result<Population> {
    let edition = content.editions.get(&content.current).ok_or("no edition")?;
    let register = parse(&shipped(), &Known::new()).map_err(|_| "the shipped register")?;
    let places = Places::of(register.iter().map(|entry| &entry.classification));
    let parameters = Parameters {
        participation: ByType::all(1.0),
        renewal: 1.0,
        merged: 0.0,
        ..Parameters::sweden(vec![date]).of_size(size)
    };
    let draws = Draws::new(1);
    Ok(Population::new(edition, &places, parameters, &draws))
}

/// The wave's date: today, by when an edition is published and everyone has handed in.
fn today(app: &App) -> Result<Day> {
    Ok(Day::try_from(l10n::iso_day(app.now()))?)
}
