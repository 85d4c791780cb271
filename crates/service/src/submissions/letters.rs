//! Mails to all contact persons about what was handed in or withdrawn.

use domain::text::Lang;
use l10n::{Texts, date, time_of_day};
use store::{NewMail, SubmissionRow};

use crate::app::App;
use crate::error::ServiceError;
use crate::mail::{self, Mail};
use crate::organisations::standing;

/// That a round was handed in.
pub(super) async fn submitted(
    app: &App,
    submission: &SubmissionRow,
) -> Result<Vec<NewMail>, ServiceError> {
    to_contacts(app, submission, |t, name, when, receipt| {
        let reference = submission.reference.as_str();
        (
            t.submit_mail_subject(name, reference),
            t.submit_mail_text(name, when, reference, receipt),
        )
    })
    .await
}

/// That it was withdrawn, and why.
pub(super) async fn withdrawn(
    app: &App,
    submission: &SubmissionRow,
    reason: &str,
) -> Result<Vec<NewMail>, ServiceError> {
    to_contacts(app, submission, |t, name, when, receipt| {
        let reference = submission.reference.as_str();
        (
            t.withdraw_mail_subject(name, reference),
            t.withdraw_mail_text(name, when, reference, reason, receipt),
        )
    })
    .await
}

/// A mail to each contact person, in their own language; `words` is given the texts, the
/// organisation's name, the time now and the address of the receipt, and gives subject and text.
async fn to_contacts(
    app: &App,
    submission: &SubmissionRow,
    words: impl Fn(&Texts, &str, &str, &str) -> (String, String),
) -> Result<Vec<NewMail>, ServiceError> {
    let mut tx = app.store.read().await?;
    let organisation = tx.organisation(submission.organisation).await?;
    let contacts = standing::contacts(&mut tx, submission.organisation).await?;
    let Some(organisation) = organisation else {
        return Ok(Vec::new());
    };
    let mail = |member: store::MemberRow| {
        let lang = if member.lang == "en" {
            Lang::En
        } else {
            Lang::Sv
        };
        let t = app.texts.get(lang);
        let base = &app.settings.base_url;
        let (org, round) = (&organisation.public_id, submission.round);
        let receipt = match lang {
            Lang::Sv => format!("{base}/o/{org}/sjalvskattning/{round}/kvittens"),
            Lang::En => format!("{base}/en/o/{org}/assessment/{round}/receipt"),
        };
        let when = t.submit_when(date(app.now(), lang), time_of_day(app.now(), lang));
        let (subject, text) = words(t, &organisation.name, &when, &receipt);
        let mail = Mail {
            to: member.email,
            subject,
            text,
            why: t.submit_mail_why(organisation.name.as_str()),
        };
        mail::outgoing(app, lang, &mail)
    };
    Ok(contacts.into_iter().map(mail).collect())
}
