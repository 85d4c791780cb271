//! Writing to a learning partner. The service mails what is written to the partner's contact
//! persons, with the name and address of whoever writes, and keeps nothing of it but that it was
//! done.

use domain::account::Action;
use domain::openness::Message;
use uuid::Uuid;

use super::letters::{self, Written};
use super::{DAY, Outcome, Refusal, admit, partners, within_the_day};
use crate::app::App;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::standing;

/// Messages that an organisation may write in a day.
pub const PER_DAY: i64 = 20;

/// Writes to a learning partner, by its id in addresses, about a goal. `form` is the id of the form
/// that it was written in: the same words sent from it twice are mailed once.
///
/// # Errors
/// [`Refusal::NoOffer`], [`Refusal::Own`], [`Refusal::TooMany`].
pub async fn write(
    app: &App,
    (person, organisation): (Uuid, Uuid),
    partner: &str,
    goal: &str,
    message: &Message,
    form: Uuid,
) -> Outcome<()> {
    let to = partners::find(app, partner, goal).await?;
    if to.organisation == organisation {
        return Err(Refusal::Own.into());
    }
    let mut tx = app.store.read().await?;
    let (own, row) = (
        tx.organisation(organisation).await?,
        tx.organisation(to.organisation).await?,
    );
    let writer = tx.person(person).await?;
    let (Some(own), Some(row), Some(writer)) = (own, row, writer) else {
        return Err(Refusal::NoOffer.into());
    };
    let contacts = standing::contacts(&mut tx, to.organisation).await?;
    drop(tx);
    let written = Written {
        name: &writer.name,
        email: &writer.email,
        organisation: &own.name,
        goal,
        message: message.as_str(),
    };
    let mails = letters::written(app, &contacts, &row, written);
    let sent = sent(app, person, to.organisation, goal, message, form);
    let goal = goal.to_owned();
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let acting = admit(tx, person, organisation, Action::WriteToPartner).await?;
                let (key, day) = sent;
                if tx.count_hit("partner messages", &key, day).await? > 1 {
                    return Ok(());
                }
                let offers = tx.offers_of(row.id).await?;
                if !offers.iter().any(|offer| offer.goal == goal) {
                    return Err(Refusal::NoOffer.into());
                }
                let scope = "messages to partners";
                within_the_day(tx, scope, organisation, act.now(), PER_DAY).await?;
                for mail in &mails {
                    tx.enqueue_mail(mail).await?;
                }
                let detail = Detail::of(&goal).with_organisation(&row.name);
                act.record(tx, Some(organisation), EventKind::PartnerWritten, detail)
                    .await?;
                let detail = Detail::of(&goal).with_organisation(&acting);
                let kind = EventKind::PartnerReceived;
                act.record_at(tx, row.id, &acting, kind, detail).await?;
                Ok(())
            })
        })
        .await
}

/// What stands for a message that is sent from a form, and the day it is counted on: that of the
/// form, so that two clicks round midnight are counted together.
fn sent(
    app: &App,
    person: Uuid,
    partner: Uuid,
    goal: &str,
    message: &Message,
    form: Uuid,
) -> ([u8; 32], i64) {
    let whole = [
        form.as_bytes(),
        person.as_bytes(),
        partner.as_bytes(),
        goal.as_bytes(),
        b"\n",
        message.as_str().as_bytes(),
    ];
    let seconds = form.get_timestamp().map(|made| made.to_unix().0);
    let made = seconds.and_then(|seconds| i64::try_from(seconds).ok()?.checked_mul(1000));
    let at = made.unwrap_or_else(|| app.now());
    let key = app.key.keyed_hash("partner messages", &whole.concat());
    (key, at - at.rem_euclid(DAY))
}
