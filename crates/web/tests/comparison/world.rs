//! A shared service with a municipal company that has handed in, and waves as they might be
//! published.

use std::collections::BTreeMap;

use common::TestApp;
use common::members::Member;
use domain::account::Role;
use domain::assessment::{Answer, Depth};
use domain::comparison::{
    CountBand, Counted, Coverage, FORMAT, Figure, Frame, Group, GroupFigures, Intake, LATTICE,
    Panel, PanelFigure, Protected, Publication, Quarters, RELEASE_FORMAT, Release, Report, Salt,
    Share, Shown, Span, Submission,
};
use domain::day::Day;
use domain::instrument::Level;
use domain::organisation::OrganisationKind;
use service::settings::{Mode, Sender};
use sha2::{Digest, Sha256};
use store::{NewWave, WithdrawalRow};
use uuid::Uuid;

use super::common;

pub(crate) const ORG: &str = "ange000000";
pub(crate) const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;

pub(crate) async fn shared() -> TestApp {
    TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
        settings.sender = Some(Sender {
            name: "Exempelmyndigheten".to_owned(),
            organisation_number: "202100-0000".to_owned(),
            contact: "kollen@exempel.se".to_owned(),
            data_protection_officer: "dso@exempel.se".to_owned(),
            complaints: None,
            support: None,
            legal_basis: None,
            logotype: None,
            kind: None,
        });
    })
    .await
}

/// An organisation and its contact person.
pub(crate) struct Setting<'a> {
    pub(crate) app: &'a TestApp,
    pub(crate) organisation: Uuid,
    pub(crate) contact: Member<'a>,
}

impl<'a> Setting<'a> {
    pub(crate) async fn new(app: &'a TestApp) -> Self {
        Setting::named(app, "Ånge Energi").await
    }

    pub(crate) async fn named(app: &'a TestApp, name: &str) -> Self {
        let organisation = app.organisation(ORG, name).await;
        let contact = app
            .member(organisation, "kim@ange.example", Role::Contact)
            .await;
        Setting {
            app,
            organisation,
            contact,
        }
    }

    /// A round in which every question has the same level, not handed in yet.
    pub(crate) async fn agreeing(&self, level: Level) -> Uuid {
        let edition = self.app.app.current_edition().expect("an edition");
        let answers: Vec<(&str, Answer)> = edition
            .questions
            .keys()
            .map(|id| (id.as_str(), Answer::Level(level)))
            .collect();
        self.app
            .agreeing(
                self.organisation,
                self.contact.person,
                Depth::Full,
                &answers,
            )
            .await
    }

    /// The same, handed in.
    pub(crate) async fn hand_in(&self, level: Level) -> Uuid {
        let round = self.agreeing(level).await;
        let path = format!("/o/{ORG}/sjalvskattning/{round}/lamna-in");
        let receipt = self.contact.post(&path, &[]).await;
        assert!(receipt.location().ends_with("/kvittens"));
        round
    }

    pub(crate) async fn get(&self, page: &str) -> common::Page {
        self.contact.get(&format!("/o/{ORG}/{page}")).await
    }
}

pub(crate) fn day(text: &str) -> Day {
    Day::try_from(text).expect("a day")
}

/// A figure that a group of twenty or more has: a median, the quarter on either side as bounds, and
/// half a level on either side as the middle half.
pub(crate) fn figure(id: &str, median: u32, from: Day) -> Figure {
    let around = |by: u32| {
        Some(Span {
            lower: Quarters(median - by),
            upper: Quarters(median + by),
        })
    };
    Figure {
        id: id.to_owned(),
        from,
        coverage: Coverage {
            owners: CountBand::From20,
            share: Some(Share { from: 7, to: 17 }),
        },
        median: Quarters(median),
        interval: around(1),
        quartiles: around(2),
        distribution: Some([20, 45, 25, 10]),
    }
}

/// A group that shows every goal and question with one median.
pub(crate) fn shown(app: &TestApp, group: Group, median: u32, date: Day) -> GroupFigures {
    let edition = app.app.current_edition().expect("an edition");
    let goals = edition.goals.iter().map(|goal| goal.id.as_str());
    let questions = edition.goals.iter().flat_map(|goal| &goal.questions);
    let figures = |ids: Vec<&str>| ids.iter().map(|id| figure(id, median, date)).collect();
    GroupFigures {
        group,
        population: Some(290),
        shows: Some(date),
        coverage: Some(Coverage {
            owners: CountBand::From20,
            share: Some(Share { from: 7, to: 17 }),
        }),
        goals: figures(goals.collect()),
        questions: figures(questions.map(|mapped| mapped.id.as_str()).collect()),
        panel: None,
    }
}

/// A group that shows nothing.
pub(crate) fn hidden(group: Group) -> GroupFigures {
    GroupFigures {
        group,
        population: Some(290),
        shows: None,
        coverage: None,
        goals: Vec::new(),
        questions: Vec::new(),
        panel: None,
    }
}

/// A publication in which all groups with these codes show the same median and all others nothing.
pub(crate) fn publication(app: &TestApp, date: &str, codes: &[&str], median: u32) -> Publication {
    let edition = app.app.current_edition().expect("an edition");
    let date = day(date);
    Publication {
        format: FORMAT.to_owned(),
        date,
        previous: None,
        edition: edition.id.clone(),
        structure: edition.structure,
        framework: edition.framework.clone(),
        rules: "1".to_owned(),
        lattice: LATTICE,
        min: 6,
        synthetic: false,
        breaks: BTreeMap::new(),
        groups: Group::all()
            .map(|group| match codes.contains(&group.code().as_str()) {
                true => shown(app, group, median, date),
                false => hidden(group),
            })
            .collect(),
        cards: Vec::new(),
    }
}

/// The group of a publication, to change.
pub(crate) fn group_mut<'p>(publication: &'p mut Publication, code: &str) -> &'p mut GroupFigures {
    let group = Group::try_from(code).expect("a group");
    let mut groups = publication.groups.iter_mut();
    let found = groups.find(|figures| figures.group == group);
    found.expect("a group of the publication")
}

/// A panel in which every goal has gone from one median to another.
pub(crate) fn panel(app: &TestApp, since: &str, date: &str, then: u32, now: u32) -> Panel {
    let edition = app.app.current_edition().expect("an edition");
    let coverage = Coverage {
        owners: CountBand::From11,
        share: None,
    };
    Panel {
        since: day(since),
        date: day(date),
        coverage,
        goals: edition
            .goals
            .iter()
            .map(|goal| PanelFigure {
                id: goal.id.clone(),
                coverage,
                then: Quarters(then),
                now: Quarters(now),
            })
            .collect(),
    }
}

/// A release with a public part that is made up: nobody takes part in it.
fn release(publication: &Publication) -> Release {
    let shown = publication.groups.iter().filter_map(|figures| {
        let shown = Shown {
            date: figures.shows?,
            cells: BTreeMap::new(),
            distributions: BTreeMap::new(),
            panel: None,
        };
        Some((figures.group, shown))
    });
    let mut release = Release {
        format: RELEASE_FORMAT.to_owned(),
        hash: String::new(),
        public: publication.clone(),
        report: Report::default(),
        protected: Protected {
            salt: "00".repeat(32),
            groups: shown.collect(),
            snapshots: BTreeMap::new(),
            values: BTreeMap::new(),
            cards: BTreeMap::new(),
        },
    };
    let protected = &release.protected;
    let hashed = serde_json::json!({
        "format": release.format,
        "public": release.public,
        "report": release.report,
        "salt": protected.salt,
        "groups": protected.groups,
        "snapshots": protected.snapshots,
    });
    let hashed = canonical(&hashed);
    release.hash = data_encoding::HEXLOWER.encode(&Sha256::digest(hashed.as_bytes()));
    release
}

fn canonical(value: &impl serde::Serialize) -> String {
    serde_json_canonicalizer::to_string(value).expect("JSON")
}

/// Publishes a wave with a public part that is made up, and gives its id and hash.
pub(crate) async fn publish(app: &TestApp, publication: &Publication) -> (Uuid, String) {
    publish_release(app, release(publication)).await
}

/// Stores a release and publishes it.
pub(crate) async fn publish_release(app: &TestApp, mut release: Release) -> (Uuid, String) {
    let date = release.public.date.to_string();
    let by = app.person(&format!("publicerare.{date}@exempel.se")).await;
    let (id, now, hash) = (app.app.id(), app.app.now(), release.hash.clone());
    let values = std::mem::take(&mut release.protected.values);
    let new = NewWave {
        id,
        date,
        hash: hash.clone(),
        closed_by: by,
        closed_at: now,
        publication: canonical(&release.public),
        values: canonical(&values),
        release: canonical(&release),
    };
    app.write(move |tx| {
        Box::pin(async move {
            tx.add_wave(&new).await?;
            assert!(tx.publish_wave(id, by, now).await?);
            Ok(())
        })
    })
    .await;
    (id, hash)
}

/// A release that the rules made of thirty companies, with the organisation besides if it is to take
/// part, and thirty state agencies, all at one level.
pub(crate) fn computed(app: &TestApp, date: &str, with_ours: bool) -> Release {
    let content = &app.app.content;
    let edition = app.app.current_edition().expect("an edition");
    let ids = edition.questions.keys().cloned();
    let of = |organisation: String, kind: OrganisationKind| Submission {
        organisation,
        owner: None,
        counted: Counted {
            kind,
            lan: None,
            skr: None,
            population: None,
            volume: None,
        },
        submitted: day(date),
        edition: edition.id.clone(),
        depth: Depth::Full,
        synthetic: false,
        answers: ids
            .clone()
            .map(|id| (id, Answer::Level(Level::TWO)))
            .collect(),
        plan: None,
    };
    let mut intake = Intake::new(content, day(date)).expect("an edition");
    let (company, agency) = (
        OrganisationKind::KommunaltBolag,
        OrganisationKind::StatligMyndighet,
    );
    for number in 0..30 {
        intake.add(&of(format!("annan{number:05}"), company));
        intake.add(&of(format!("stat{number:06}"), agency));
    }
    if with_ours {
        intake.add(&of(ORG.to_owned(), company));
    }
    let frame = Frame::of(content, []);
    intake
        .release(&frame, None, Salt::new([1; 32]))
        .expect("a release")
}

/// Withdraws a published wave.
pub(crate) async fn withdraw(app: &TestApp, wave: Uuid, note: &str) {
    let by = app.person("aterta@exempel.se").await;
    let withdrawal = WithdrawalRow {
        at: app.app.now(),
        by: Some(by),
        reason: note.to_owned(),
    };
    app.write(move |tx| {
        Box::pin(async move {
            assert!(tx.withdraw_wave(wave, &withdrawal).await?);
            Ok(())
        })
    })
    .await;
}

/// The cells of each row that a CSS selector finds, between bars.
pub(crate) fn rows(page: &common::Page, css: &str) -> Vec<String> {
    let html = page.html();
    let css = common::selector(css);
    let rows = html.select(&css);
    rows.map(|row| {
        let cells = row.child_elements().map(|cell| {
            let text: String = cell.text().collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        cells.collect::<Vec<_>>().join(" | ")
    })
    .collect()
}

/// That a page and its twin in the other language are sound.
pub(crate) async fn assert_both(setting: &Setting<'_>, page: &common::Page) {
    page.assert_sound("sv");
    let english = page.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");
}
