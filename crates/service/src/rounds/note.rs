//! What someone does with an organisation's round, noted in the organisation's log.

use store::{StoreError, Tx};
use uuid::Uuid;

use super::Round;
use crate::app::App;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};

/// What is to be noted; nothing for a round that is no organisation's.
pub(crate) struct Note(Option<(Uuid, Act, EventKind)>);

impl Note {
    /// That `by` does `what`.
    pub(crate) fn new(app: &App, round: &Round, by: Option<Uuid>, what: EventKind) -> Self {
        let belongs = round.belongs.zip(by);
        Note(belongs.map(|(belongs, by)| {
            let act = Act::new(app, By::Person(by));
            (belongs.organisation, act, what)
        }))
    }

    /// Notes it, in the transaction that does it.
    pub(crate) async fn record(self, tx: &mut Tx) -> Result<(), StoreError> {
        match self.0 {
            Some((organisation, mut act, what)) => {
                act.record(tx, Some(organisation), what, Detail::default())
                    .await
            }
            None => Ok(()),
        }
    }
}
