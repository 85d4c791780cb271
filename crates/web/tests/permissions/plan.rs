//! A plan, for pages that are about one.

#![expect(
    clippy::expect_used,
    reason = "a world that cannot be set up fails its test"
)]

use domain::account::Stage;
use domain::day::Day;
use domain::plan::{Decision, Entry, OwnerName, Title};
use domain::text::Lang;
use service::organisations;
use service::plans;
use uuid::Uuid;

use crate::world::{Place, World};

impl World {
    /// A plan of an organisation, with one action that somebody without an account does: its
    /// id, and the secret part of that one's address.
    pub(crate) async fn make_plan(&self, place: Place) -> (Place, Uuid, String) {
        let app = &self.app.app;
        let contact = self.contact(place);
        let round = self.round(place, false, Stage::Agreeing).await.id;
        let found = organisations::by_id(app, self.id(place)).await;
        let organisation = found.expect("a database").expect("an organisation");
        let name = Title::try_from("Handlingsplan").expect("a name");
        let made = plans::start(app, contact, &organisation, round, &name, None, Lang::Sv).await;
        let id = made.expect("a plan");
        let opened = plans::open(app, organisation.id, id).await;
        let plan = opened.expect("a database").expect("a plan");
        let owner = OwnerName::try_from("Inköpschefen").expect("a name");
        let named = plans::owners::named(app, &plan, &organisation, (&owner, None), Lang::Sv);
        let added = named.expect("an owner").expect_err("a new one");
        let card = self.card();
        let entry = Entry {
            decision: Decision::Do {
                owner: added.id().to_string(),
                by: Day::try_from("2099-01-01").expect("a day"),
                resources: String::new(),
            },
            ..Entry::undecided(card)
        };
        let decision = (plans::card_key(card), entry, 0);
        let decided = plans::decide(app, contact, &plan, decision, Some(added)).await;
        decided.expect("decided");
        let opened = plans::open(app, organisation.id, id).await;
        let plan = opened.expect("a database").expect("a plan");
        (place, id, plan.owners[0].secret.text())
    }
}
