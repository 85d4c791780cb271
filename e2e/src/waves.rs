//! A wave of synthetic organisations, published in the database of a running program, so that the
//! pages that show one can be visited.

use domain::comparison::{Counted, Frame, Intake, Registered, Release, Salt};
use domain::day::Day;
use domain::instrument::Content;
use domain::organisation::register::{Entry, Known, parse};
use domain::synthetic::{Draws, Parameters, Places, Population};
use service::organisations::register;
use store::{NewPerson, NewWave, Store, StoreError};

use crate::organisation::{id, now};
use crate::places::edition;
use crate::program::Program;

/// The wave's date.
pub const DATE: &str = "2027-03-31";

/// Publishes the wave.
pub async fn publish(program: &Program, content: &Content) {
    let mut release = release(content);
    let person = NewPerson {
        id: id(),
        name: "Robin Ek".to_owned(),
        email: "robin@agency.example".to_owned(),
        lang: "sv".to_owned(),
        at: now(),
    };
    let values = std::mem::take(&mut release.protected.values);
    let new = NewWave {
        id: id(),
        date: DATE.to_owned(),
        hash: release.hash.clone(),
        closed_by: person.id,
        closed_at: now(),
        publication: canonical(&release.public),
        values: canonical(&values),
        release: canonical(&release),
    };
    let database = format!("sqlite:{}", program.database().display());
    let store = Store::open(&database).await.expect("the database");
    let put = store.write(move |tx| {
        Box::pin(async move {
            tx.person_or_new(&person).await?;
            tx.add_wave(&new).await?;
            tx.publish_wave(new.id, person.id, now()).await?;
            Ok::<_, StoreError>(())
        })
    });
    put.await.expect("a wave");
    store.close().await;
}

/// What the rules make of a population as large as Sweden's.
fn release(content: &Content) -> Release {
    let date = Day::try_from(DATE).expect("a day");
    let register = parse(&register::shipped(), &Known::new()).expect("the shipped register");
    let places = Places::of(register.iter().map(|entry| &entry.classification));
    let parameters = Parameters::sweden(vec![date]);
    let population = Population::new(edition(content), &places, parameters, &Draws::new(1));
    let mut intake = Intake::new(content, date).expect("an edition");
    for submission in population.submissions(0) {
        intake.add(&submission);
    }
    let registered: Vec<(String, Counted)> = register.iter().map(registered).collect();
    let registered = registered.iter().map(|(number, counted)| Registered {
        organisation: number,
        owner: None,
        counted: *counted,
    });
    let frame = Frame::of(content, registered);
    intake
        .release(&frame, None, Salt::new([7; 32]))
        .expect("a release")
}

fn registered(entry: &Entry) -> (String, Counted) {
    let held = &entry.classification;
    let counted = Counted {
        kind: held.kind,
        lan: held.lan,
        skr: held.group,
        population: held.population,
        volume: held.volume,
    };
    (entry.number.digits(), counted)
}

fn canonical(value: &impl serde::Serialize) -> String {
    serde_json_canonicalizer::to_string(value).expect("JSON")
}
