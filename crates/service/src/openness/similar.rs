//! The organisations in the register that are most alike one, by open facts. Who has joined the
//! service or handed in is none of them, and is not looked at.

use domain::organisation::Classification;
use domain::organisation::similar::{FEWEST, Fact, Likeness, most_similar};
use store::ClassifiedRow;
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::{classification, current, today};

/// How many are shown.
pub const SHOWN: usize = 10;

/// An organisation that is alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Its name.
    pub name: String,
    /// What it is counted as.
    pub classification: Classification,
    /// How alike it is.
    pub likeness: Likeness,
}

/// What is known of an organisation, and who is alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar {
    /// What it is counted as; `None` if nobody has said.
    pub own: Option<Classification>,
    /// The most alike first; `None` if too few facts are known of the organisation itself.
    pub alike: Option<Vec<Alike>>,
}

/// The organisations most alike one.
pub async fn to(app: &App, organisation: Uuid) -> Result<Similar, ServiceError> {
    let own = current(app, organisation).await?;
    let known = |own: &&Classification| {
        let known = Fact::ALL.into_iter().filter(|fact| fact.is_known(own));
        known.count() >= FEWEST
    };
    let alike = match own.as_ref().filter(known) {
        Some(own) => Some(alike(app, organisation, own).await?),
        None => None,
    };
    Ok(Similar { own, alike })
}

async fn alike(
    app: &App,
    organisation: Uuid,
    own: &Classification,
) -> Result<Vec<Alike>, ServiceError> {
    let rows = app.store.read().await?.register_on(&today(app)).await?;
    // What a later version of the service has written is not known here, and nobody's likeness.
    let known = |row: ClassifiedRow| {
        let counted = classification(&row.classification).ok()?;
        let whose = (row.sort_key, row.classification.organisation, row.name);
        Some((whose, counted))
    };
    let all: Vec<_> = rows.into_iter().filter_map(known).collect();
    let mut keys = all.iter().map(|(key, _)| key);
    let Some(key) = keys.find(|(_, id, _)| *id == organisation).cloned() else {
        return Ok(Vec::new());
    };
    let one = |((_, _, name), classification, likeness)| Alike {
        name,
        classification,
        likeness,
    };
    let alike = most_similar((&key, own), all, SHOWN);
    Ok(alike.into_iter().map(one).collect())
}
