//! A service with a register, and everyone the tests need around it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use domain::account::{AgencyRole, Role};
use domain::organisation::OrganisationNumber;
use domain::organisation::register::Column;
use l10n::Catalogue;
use service::App;
use service::mail::{self, Mailer};
use service::organisations::events::{self, EventKind};
use service::organisations::{
    By, Organisation, OrganisationError, Outcome, Refusal, agency, by_number, join, members,
    register,
};
use service::secrets::{Secret, ServerKey};
use service::settings::{Mode, Settings};
use service::waves;
use store::{NewPerson, Store};
use tempfile::TempDir;
use uuid::Uuid;

/// 2026-11-22 10:42 in Stockholm.
const START: i64 = 1_795_340_520_000;
pub(crate) const DAY: i64 = 24 * 60 * 60 * 1000;

/// The town, which `annas` domain is, and its company, which shares it.
pub(crate) const TOWN: &str =
    "Staden,212000-0142,kommun,,01,0180,A1,,,stad.se,registrator@stad.se,2026-01-01";
pub(crate) const COMPANY: &str =
    "Bolaget,556036-0793,kommunalt_bolag,212000-0142,,,,,,stad.se,,2026-01-01";
pub(crate) const OTHER: &str =
    "Bergens kommun,212000-1355,kommun,,14,1480,A1,,,bergen.se,,2026-01-01";

/// A mail, as someone reads it in the folder.
pub(crate) struct Letter {
    pub(crate) to: String,
    pub(crate) text: String,
}

pub(crate) struct House {
    pub(crate) app: App,
    clock: Arc<AtomicI64>,
    pub(crate) folder: TempDir,
}

impl House {
    /// A shared service with the town, its company and another town in its register.
    pub(crate) async fn new() -> Self {
        let house = House::empty(Mode::Shared {
            agency: "Myndigheten".to_owned(),
        })
        .await;
        house.import(&[TOWN, COMPANY, OTHER]).await;
        house
    }

    pub(crate) async fn empty(mode: Mode) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let clock = Arc::new(AtomicI64::new(START));
        let counter = Arc::new(AtomicU64::new(1));
        let now = Arc::clone(&clock);
        let app = App {
            store: Store::open(&url).await.unwrap(),
            content: service::content::load_embedded().unwrap(),
            texts: Catalogue::load(),
            clock: Arc::new(move || now.load(Ordering::SeqCst)),
            random: Arc::new(move |buffer: &mut [u8]| {
                for chunk in buffer.chunks_mut(8) {
                    let next = counter.fetch_add(1, Ordering::SeqCst).to_be_bytes();
                    chunk.copy_from_slice(&next[8 - chunk.len()..]);
                }
            }),
            settings: Settings {
                base_url: "https://kollen.exempel.se".to_owned(),
                sender: None,
                mode,
                keep_days: 365,
                proxies: 0,
            },
            key: ServerKey::new([7; 32]),
            oidc: None,
            demo: None,
            waves: waves::Cache::default(),
            mailer: Mailer::folder("noreply@exempel.se", folder.path().join("mail")).unwrap(),
        };
        House { app, clock, folder }
    }

    pub(crate) fn pass(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::SeqCst);
    }

    pub(crate) async fn import(&self, lines: &[&str]) -> register::Imported {
        let file = file(lines);
        register::import(&self.app, By::CommandLine, file.as_bytes())
            .await
            .unwrap()
    }

    pub(crate) async fn organisation(&self, number: &str) -> Organisation {
        let number = OrganisationNumber::try_from(number).unwrap();
        by_number(&self.app, &number).await.unwrap().unwrap()
    }

    pub(crate) async fn town(&self) -> Organisation {
        self.organisation("212000-0142").await
    }

    /// A person with an account.
    pub(crate) async fn person(&self, email: &str) -> Uuid {
        let new = NewPerson {
            id: self.app.id(),
            name: String::new(),
            email: email.to_owned(),
            lang: "sv".to_owned(),
            at: self.app.now(),
        };
        let write = self
            .app
            .store
            .write(move |tx| Box::pin(async move { tx.person_or_new(&new).await }));
        write.await.unwrap().0.id
    }

    /// Someone at the agency with a role.
    pub(crate) async fn at_agency(&self, email: &str, role: AgencyRole) -> Uuid {
        agency::grant(&self.app, By::CommandLine, email, role)
            .await
            .unwrap();
        self.person(email).await
    }

    pub(crate) async fn officer(&self) -> Uuid {
        self.at_agency("kim@myndigheten.se", AgencyRole::CaseOfficer)
            .await
    }

    /// A person who is the town's contact person, the first if there is none.
    pub(crate) async fn contact(&self, email: &str) -> Uuid {
        self.member(email, Role::Contact).await
    }

    /// A person who is a member of the town.
    pub(crate) async fn member(&self, email: &str, role: Role) -> Uuid {
        let person = self.person(email).await;
        let town = self.town().await.id;
        join::vouched(&self.app, person, town, Some(role))
            .await
            .unwrap();
        person
    }

    /// A person's membership in the town.
    pub(crate) async fn membership(&self, person: Uuid) -> Uuid {
        let town = self.town().await.id;
        let mut tx = self.app.store.read().await.unwrap();
        tx.membership_of(town, person).await.unwrap().unwrap().id
    }

    /// Addresses and roles of the town's members, as one of its contact persons sees them.
    pub(crate) async fn members(&self, contact: Uuid) -> Vec<(String, Role)> {
        let town = self.town().await.id;
        let members = members::list(&self.app, contact, town).await.unwrap();
        let member = |member: members::Member| (member.email, member.role);
        members.active.into_iter().map(member).collect()
    }

    /// The mails so far, oldest first.
    pub(crate) async fn mails(&self) -> Vec<Letter> {
        mail::deliver_due(&self.app).await.unwrap();
        let Ok(folder) = std::fs::read_dir(self.folder.path().join("mail")) else {
            return Vec::new();
        };
        let mut files: Vec<_> = folder.map(|file| file.unwrap().path()).collect();
        files.sort();
        let letter = |path: &std::path::PathBuf| {
            let text = std::fs::read_to_string(path).unwrap();
            let to = text.lines().find_map(|line| line.strip_prefix("To: "));
            Letter {
                to: to.unwrap().to_owned(),
                text: text.clone(),
            }
        };
        files.iter().map(letter).collect()
    }

    /// To whom mails with these words in them went.
    pub(crate) async fn told(&self, words: &str) -> Vec<String> {
        let mut told: Vec<String> = self
            .mails()
            .await
            .into_iter()
            .filter(|letter| letter.text.contains(words))
            .map(|letter| letter.to)
            .collect();
        told.sort();
        told
    }

    /// What opens the last invitation to an address.
    pub(crate) async fn invitation(&self, to: &str) -> Secret {
        let mails = self.mails().await;
        let text = mails
            .iter()
            .rev()
            .filter(|letter| letter.to == to)
            .find_map(|letter| letter.text.split_once("/inbjudan/"))
            .map(|(_, rest)| rest);
        let secret = text.unwrap().split_whitespace().next().unwrap();
        Secret::parse(secret).unwrap()
    }

    /// Kinds and subjects of what has happened in the town, oldest first.
    pub(crate) async fn happened(&self, contact: Uuid) -> Vec<(EventKind, String)> {
        let town = self.town().await.id;
        let events = events::of_organisation(&self.app, contact, town, None).await;
        let event = |event: events::Event| (event.kind, event.detail.subject);
        events.unwrap().into_iter().rev().map(event).collect()
    }
}

/// A register file with these lines.
pub(crate) fn file(lines: &[&str]) -> String {
    let headings = Column::ALL.map(|column| column.heading()).join(",");
    format!("{headings}\n{}\n", lines.join("\n"))
}

/// Why something was refused.
pub(crate) fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> Refusal {
    match outcome {
        Err(OrganisationError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
