//! What contact persons are written to about once a year: that it is time for the next round, in
//! the month that the organisation chose, and that it is time to go through who belongs to it.

use domain::account::Role;
use l10n::iso_day;
use store::{MemberRow, NewMail, OrganisationRow, Tx};
use uuid::Uuid;

use super::letters::{self, News, To, letter};
use super::members::RECONFIRM_AFTER;
use crate::app::App;
use crate::error::ServiceError;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// The shortest time between two letters of the same kind: a year, but for a month that is looked
/// at a little earlier than last year.
const BETWEEN: i64 = 300 * DAY;
/// The last day of the month on which its letters go out, so that whoever chooses the month that it
/// already is hears of it next year.
const LAST_DAY: u8 = 14;

/// A letter of one kind to those of an organisation who take reminders.
struct Due {
    organisation: Uuid,
    kind: &'static str,
    letters: Vec<NewMail>,
}

/// The contact persons of an organisation who have not said no to reminders.
async fn readers(tx: &mut Tx, organisation: Uuid) -> Result<Vec<MemberRow>, ServiceError> {
    let mut readers = Vec::new();
    for member in tx.members(organisation).await? {
        let contact = member.role == Role::Contact.code() && member.state == "active";
        if !contact {
            continue;
        }
        let person = tx.person(member.person).await?;
        if person.is_some_and(|person| person.digest) {
            readers.push(member);
        }
    }
    Ok(readers)
}

async fn due(
    app: &App,
    tx: &mut Tx,
    organisation: &OrganisationRow,
    kind: &'static str,
    news: News<'_>,
) -> Result<Due, ServiceError> {
    let readers = readers(tx, organisation.id).await?;
    Ok(Due {
        organisation: organisation.id,
        kind,
        letters: readers
            .iter()
            .map(|reader| letter(app, &To::from(reader), &organisation.name, news))
            .collect(),
    })
}

/// Writes what is due. For the hourly worker: each letter goes out once, also when several nodes
/// look at the same time. Gives how many mails were written.
pub async fn remind(app: &App) -> Result<usize, ServiceError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let mut all = Vec::new();
    if let Some(month) = month(&iso_day(now)) {
        for organisation in tx.due_for_next_round(month).await? {
            let news = News::NextRound {
                public_id: &organisation.public_id,
            };
            all.push(due(app, &mut tx, &organisation, "next_round", news).await?);
        }
    }
    for organisation in tx.due_for_members(now - RECONFIRM_AFTER).await? {
        let news = News::MembersToConfirm {
            public_id: &organisation.public_id,
        };
        all.push(due(app, &mut tx, &organisation, "members", news).await?);
    }
    drop(tx);
    let sent = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let mut sent = 0;
                for due in all {
                    let first = tx
                        .note_yearly_letter(due.organisation, due.kind, now - BETWEEN, now)
                        .await?;
                    if first {
                        letters::post(tx, &due.letters).await?;
                        sent += due.letters.len();
                    }
                }
                Ok::<_, ServiceError>(sent)
            })
        })
        .await?;
    Ok(sent)
}

/// The month whose letters go out on a day, `YYYY-MM-DD`; none later in the month.
fn month(day: &str) -> Option<u8> {
    let mut parts = day.split('-').skip(1).map(str::parse);
    match (parts.next()?, parts.next()?) {
        (Ok(month), Ok(day)) if day <= LAST_DAY => Some(month),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn letters_go_out_in_the_first_half_of_the_month() {
        assert_eq!(month("2026-03-01"), Some(3));
        assert_eq!(month("2026-12-14"), Some(12));
        assert_eq!(month("2026-12-15"), None);
    }
}
