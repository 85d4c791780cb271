//! What is written to those who do what a plan says.

use domain::text::Lang;
use store::{MemberRow, NewMail, OrganisationRow};

use super::Plan;
use super::owners::Owner;
use super::reminders::{DueAction, Waiting};
use crate::accounts::people::lang;
use crate::app::App;
use crate::mail::{self, Mail};
use crate::secrets::Secret;

/// The address of an owner's own actions.
pub(super) fn address(app: &App, lang: Lang, secret: &Secret) -> String {
    let (base, secret) = (&app.settings.base_url, secret.text());
    match lang {
        Lang::Sv => format!("{base}/atgarder/{secret}"),
        Lang::En => format!("{base}/en/actions/{secret}"),
    }
}

/// Tells someone that they are to do something, and where they see what.
pub(super) fn chosen(
    app: &App,
    lang: Lang,
    to: &str,
    organisation: &str,
    plan: &str,
    secret: &Secret,
) -> NewMail {
    let t = app.texts.get(lang);
    let mail = Mail {
        to: to.to_owned(),
        subject: t.plan_mail_subject(organisation),
        text: t.plan_mail(plan, organisation, address(app, lang, secret)),
        why: t.plan_mail_why(organisation),
    };
    mail::outgoing(app, lang, &mail)
}

/// Reminds an owner of what is late or soon to be done.
pub(super) fn due(
    app: &App,
    owner: &Owner,
    to: &str,
    organisation: &str,
    due: &[DueAction],
) -> NewMail {
    let t = app.texts.get(owner.lang);
    let count = u32::try_from(due.len()).unwrap_or(u32::MAX);
    let line = |action: &DueAction| {
        let day = l10n::day(&action.day.to_string(), owner.lang);
        let title = action.title.as_str();
        match action.late {
            true => t.plan_mail_late(title, day),
            false => t.plan_mail_soon(title, day),
        }
    };
    let lines: Vec<String> = due.iter().map(line).collect();
    let address = address(app, owner.lang, &owner.secret);
    let mail = Mail {
        to: to.to_owned(),
        subject: t.plan_mail_due_subject(count, organisation),
        text: t.plan_mail_due(organisation, lines.join("\n"), address),
        why: t.plan_mail_why(organisation),
    };
    mail::outgoing(app, owner.lang, &mail)
}

/// Tells a contact person how much of a plan waits.
pub(super) fn waiting(
    app: &App,
    contact: &MemberRow,
    organisation: &OrganisationRow,
    plan: &Plan,
    waiting: Waiting,
) -> NewMail {
    let lang = lang(&contact.lang);
    let t = app.texts.get(lang);
    let (base, org, id) = (&app.settings.base_url, &organisation.public_id, plan.id);
    let link = match lang {
        Lang::Sv => format!("{base}/o/{org}/plan/{id}"),
        Lang::En => format!("{base}/en/o/{org}/plan/{id}"),
    };
    let name = organisation.name.as_str();
    let lines: Vec<String> = [
        (waiting.late > 0).then(|| t.plan_mail_waiting_late(waiting.late)),
        (waiting.take_up > 0).then(|| t.plan_mail_waiting_take_up(waiting.take_up)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mail = Mail {
        to: contact.email.clone(),
        subject: t.plan_mail_waiting_subject(name),
        text: format!("{}\n\n{link}", lines.join("\n")),
        why: t.org_mail_why_contact(name),
    };
    mail::outgoing(app, lang, &mail)
}
