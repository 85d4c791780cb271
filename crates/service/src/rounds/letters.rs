//! What is written to those who answer.

use domain::organisation::EmailAddress;
use domain::text::Lang;
use store::NewMail;
use uuid::Uuid;

use crate::app::App;
use crate::mail::{self, Mail};
use crate::secrets::Secret;

/// How the recipient comes to their own answers.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way<'a> {
    /// By a svarslänk.
    Guest(&'a Secret),
    /// Signed in: the organisation in addresses, and the round.
    Member(&'a str, Uuid),
}

impl Way<'_> {
    /// The address of the recipient's own answers.
    fn home(self, app: &App, lang: Lang) -> String {
        let base = &app.settings.base_url;
        match (self, lang) {
            (Way::Guest(secret), Lang::Sv) => format!("{base}/svara/{}", secret.text()),
            (Way::Guest(secret), Lang::En) => format!("{base}/en/respond/{}", secret.text()),
            (Way::Member(organisation, round), Lang::Sv) => {
                format!("{base}/o/{organisation}/sjalvskattning/{round}")
            }
            (Way::Member(organisation, round), Lang::En) => {
                format!("{base}/en/o/{organisation}/assessment/{round}")
            }
        }
    }

    /// The address where reminders are switched off.
    fn reminders(self, app: &App, lang: Lang) -> String {
        let page = match lang {
            Lang::Sv => "paminnelser",
            Lang::En => "reminders",
        };
        format!("{}/{page}", self.home(app, lang))
    }
}

/// What an invitation tells.
#[derive(Clone, Debug)]
pub(super) struct Invitation<'a> {
    pub(super) organisation: &'a str,
    pub(super) from: &'a str,
    pub(super) questions: usize,
    /// `YYYY-MM-DD`.
    pub(super) answer_by: Option<String>,
}

/// Asks someone to answer.
pub(super) fn invitation(
    app: &App,
    lang: Lang,
    to: &EmailAddress,
    about: &Invitation<'_>,
    way: Way<'_>,
) -> NewMail {
    let t = app.texts.get(lang);
    let questions = u32::try_from(about.questions).unwrap_or(u32::MAX);
    let mut text = vec![t.mail_invite_what(about.from, questions, about.organisation)];
    if let Some(day) = &about.answer_by {
        text.push(t.mail_answer_by(l10n::day(day, lang)));
    }
    text.push(way.home(app, lang));
    text.push(match way {
        Way::Guest(_) => t.mail_invite_guest(),
        Way::Member(..) => t.mail_invite_member(),
    });
    text.push(t.mail_invite_seen());
    text.push(t.mail_reminders_off(way.reminders(app, lang)));
    let mail = Mail {
        to: to.as_str().to_owned(),
        subject: t.mail_invite_subject(about.organisation, questions),
        text: text.join("\n\n"),
        why: t.mail_invite_why(about.from),
    };
    mail::outgoing(app, lang, &mail)
}

/// A respondent's own address, which they have asked for.
pub(super) fn own_address(
    app: &App,
    lang: Lang,
    to: &EmailAddress,
    organisation: &str,
    secret: &Secret,
) -> NewMail {
    let t = app.texts.get(lang);
    let address = Way::Guest(secret).home(app, lang);
    let mail = Mail {
        to: to.as_str().to_owned(),
        subject: t.mail_own_address_subject(organisation),
        text: format!("{address}\n\n{}", t.mail_own_address_text()),
        why: t.mail_own_address_why(),
    };
    mail::outgoing(app, lang, &mail)
}

/// One round that someone is reminded of.
#[derive(Clone, Debug)]
pub(super) struct Due<'a> {
    pub(super) organisation: &'a str,
    /// `YYYY-MM-DD`.
    pub(super) answer_by: Option<&'a str>,
    pub(super) way: Way<'a>,
}

/// Reminds someone of the rounds that they have not said they are done with: one mail for all.
pub(super) fn reminder(app: &App, lang: Lang, to: &str, rounds: &[Due<'_>]) -> NewMail {
    let t = app.texts.get(lang);
    let mut text = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for due in rounds {
        names.push(due.organisation);
        text.push(t.mail_remind_what(due.organisation));
        if let Some(day) = due.answer_by {
            text.push(t.mail_answer_by(l10n::day(day, lang)));
        }
        text.push(due.way.home(app, lang));
        text.push(t.mail_remind_done());
        text.push(t.mail_reminders_off(due.way.reminders(app, lang)));
    }
    let names = names.join(", ");
    let mail = Mail {
        to: to.to_owned(),
        subject: t.mail_remind_subject(&names),
        text: text.join("\n\n"),
        why: t.mail_remind_why(&names),
    };
    mail::outgoing(app, lang, &mail)
}
