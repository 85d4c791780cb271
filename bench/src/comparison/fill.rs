//! A database with a register and what its organisations have handed in.

use std::fs;
use std::path::Path;

use domain::account::{AgencyRole, Role};
use domain::assessment::{Coverage, Depth};
use domain::comparison::Counted;
use domain::reference::Reference;
use domain::synthetic::Population;
use service::App;
use service::accounts::Token;
use service::organisations::{By, agency};
use service::settings::Mode;
use service::submissions::{ClassificationPart, Document, Facts, OrganisationPart, hash};
use store::{
    ClassificationRow, NewMembership, NewPerson, NewSession, OrganisationRow, StoreError,
    SubmissionRow,
};
use uuid::Uuid;

use super::{AGENCY, DATABASE, population, today};
use crate::Result;
use crate::app::app;

/// Organisations that are written together.
const TOGETHER: usize = 1_000;

/// The two who make and publish a release.
pub(super) const PUBLISHERS: [&str; 2] = ["iris@agency.example", "johan@agency.example"];

/// What a reader needs to know of a filled database.
pub(super) struct Filled {
    /// An organisation in addresses.
    pub(super) organisation: String,
    /// The cookie of someone who belongs there.
    pub(super) cookie: String,
}

/// Fills a folder's database.
pub(super) async fn fill(folder: &Path, size: usize) -> Result<Filled> {
    fs::create_dir_all(folder)?;
    let mode = Mode::Shared {
        agency: AGENCY.to_owned(),
    };
    let app = app(folder, DATABASE, mode).await?;
    let date = today(&app)?;
    let population = population(&app.content, size, date)?;
    let ids: Vec<Uuid> = population
        .organisations()
        .iter()
        .map(|_| app.id())
        .collect();
    let places: Vec<usize> = (0..ids.len()).collect();
    for together in places.chunks(TOGETHER) {
        let mut rows = Vec::with_capacity(together.len());
        for place in together {
            rows.push(organisation(&app, &population, &ids, *place)?);
        }
        app.store
            .write(move |tx| {
                Box::pin(async move {
                    for (organisation, classification, submission) in &rows {
                        tx.add_organisation(organisation, organisation.name.as_bytes())
                            .await?;
                        tx.add_classification(classification).await?;
                        tx.add_submission(submission).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await?;
    }
    for publisher in PUBLISHERS {
        agency::grant(&app, By::CommandLine, publisher, AgencyRole::Publisher).await?;
    }
    let reader = ids.first().ok_or("nobody to read as")?;
    let filled = member(&app, *reader, public_id(0)).await?;
    app.store.close().await;
    Ok(filled)
}

/// An organisation's id in addresses.
fn public_id(place: usize) -> String {
    format!("{place:010}")
}

fn organisation(
    app: &App,
    population: &Population,
    ids: &[Uuid],
    place: usize,
) -> Result<(OrganisationRow, ClassificationRow, SubmissionRow)> {
    let synthetic = &population.organisations()[place];
    let row = OrganisationRow {
        id: ids[place],
        public_id: public_id(place),
        number: synthetic.number().map(|number| number.digits()),
        name: synthetic.name(),
        // A municipality stands before its companies, so that the row it names is there.
        owner: synthetic.owner().map(|owner| ids[owner]),
        registrator: None,
        joined_at: Some(app.now()),
        reminder_month: None,
    };
    let counted = population.counted(synthetic, 1);
    let classification = classification(app, row.id, &counted);
    let day = population.day(synthetic, 1).ok_or("no day")?;
    // One after the other, since so many drawn at random would meet.
    let reference = Reference::from_number(place as u64).to_string();
    let document = Document::new(Facts {
        reference: reference.clone(),
        submitted_on: day.to_string(),
        organisation: OrganisationPart::new(&row, None),
        classification: ClassificationPart::new(classification.clone()),
        organisation_kind: Some(synthetic.kind()),
        coverage: Some(Coverage::Own),
        depth: Depth::Full,
        edition: app.current_edition().ok_or("no edition")?,
        answers: population.agreed(synthetic, 1),
        plan: None,
    })?;
    let text = document.canonical()?;
    let submission = SubmissionRow {
        id: app.id(),
        organisation: row.id,
        round: app.id(),
        reference,
        person: None,
        hash: hash(&text),
        document: text,
        created_at: app.now(),
        withdrawn: None,
    };
    Ok((row, classification, submission))
}

fn classification(app: &App, organisation: Uuid, counted: &Counted) -> ClassificationRow {
    ClassificationRow {
        id: app.id(),
        organisation,
        valid_from: "2026-01-01".to_owned(),
        kind: counted.kind.code().to_owned(),
        lan: counted.lan.map(String::from),
        municipality: None,
        skr_group: counted.skr.map(|group| group.code().to_owned()),
        population: counted.population.map(i64::from),
        volume: counted.volume.and_then(|kronor| kronor.try_into().ok()),
        changed_by: None,
        reason: String::new(),
        created_at: app.now(),
    }
}

/// A kontaktperson of an organisation, signed in with two factors.
async fn member(app: &App, organisation: Uuid, public_id: String) -> Result<Filled> {
    let (token, now) = (Token::new(app), app.now());
    let person = NewPerson {
        id: app.id(),
        name: String::new(),
        email: "alva@organisation.example".to_owned(),
        lang: "sv".to_owned(),
        at: now,
    };
    let membership = NewMembership {
        id: app.id(),
        organisation,
        person: person.id,
        role: Role::Contact.code().to_owned(),
        state: "active".to_owned(),
        at: now,
    };
    let session = NewSession {
        id: app.id(),
        hash: token.hash().to_vec(),
        person: person.id,
        strength: 2,
        via: "code".to_owned(),
        device: String::new(),
        at: now,
        fresh_at: Some(now),
    };
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.person_or_new(&person).await?;
                tx.begin_membership(&membership).await?;
                tx.create_session(&session).await
            })
        })
        .await?;
    Ok(Filled {
        organisation: public_id,
        cookie: format!("__Host-strategikollen={}", token.text()),
    })
}
