//! Mails to contact persons of other organisations: an invitation to a network, and what someone
//! writes to a learning partner.

use domain::text::Lang;
use store::{MemberRow, NewMail, OrganisationRow, Tx};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::mail::{self, Mail};
use crate::organisations::standing;

/// To the contact persons of an invited organisation.
pub(super) async fn invited(
    app: &App,
    tx: &mut Tx,
    organisation: Uuid,
    network: Uuid,
    invited: &OrganisationRow,
) -> Result<Vec<NewMail>, ServiceError> {
    let by = tx.organisation(organisation).await?;
    let (Some(by), Some(row)) = (by, tx.network(network).await?) else {
        return Ok(Vec::new());
    };
    let contacts = standing::contacts(tx, invited.id).await?;
    let letter = |contact: &MemberRow| {
        let lang = lang(contact);
        let t = app.texts.get(lang);
        let (base, org) = (&app.settings.base_url, &invited.public_id);
        let link = match lang {
            Lang::Sv => format!("{base}/o/{org}/natverk/{network}/inbjudan"),
            Lang::En => format!("{base}/en/o/{org}/networks/{network}/invitation"),
        };
        let (name, purpose) = (row.name.as_str(), row.purpose.as_str());
        let mail = Mail {
            to: contact.email.clone(),
            subject: t.network_mail_subject(name),
            text: t.network_mail(by.name.as_str(), invited.name.as_str(), name, purpose, link),
            why: t.org_mail_why_contact(invited.name.as_str()),
        };
        mail::outgoing(app, lang, &mail)
    };
    Ok(contacts.iter().map(letter).collect())
}

/// What someone writes to a learning partner, and where to answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    /// Name of whoever writes; may be empty.
    pub(super) name: &'a str,
    /// Address of whoever writes.
    pub(super) email: &'a str,
    /// The organisation of whoever writes.
    pub(super) organisation: &'a str,
    /// The goal's number.
    pub(super) goal: &'a str,
    /// The message.
    pub(super) message: &'a str,
}

/// To the contact persons of a learning partner.
pub(super) fn written(
    app: &App,
    contacts: &[MemberRow],
    partner: &OrganisationRow,
    written: Written<'_>,
) -> Vec<NewMail> {
    // Quoted, so that nothing in it is taken for the service's own words.
    let quoted: Vec<String> = written
        .message
        .lines()
        .map(|line| format!("> {line}"))
        .collect();
    let letter = |contact: &MemberRow| {
        let lang = lang(contact);
        let t = app.texts.get(lang);
        let (base, org) = (&app.settings.base_url, &partner.public_id);
        let link = match lang {
            Lang::Sv => format!("{base}/o/{org}/lar-av-varandra/erbjud"),
            Lang::En => format!("{base}/en/o/{org}/learn-from-each-other/offer"),
        };
        let who = match written.name {
            "" => written.email,
            name => name,
        };
        let mail = Mail {
            to: contact.email.clone(),
            subject: t.partner_mail_subject(written.organisation, written.goal),
            text: t.partner_mail(
                written.goal,
                who,
                written.organisation,
                quoted.join("\n"),
                written.email,
                link,
            ),
            why: t.org_mail_why_contact(partner.name.as_str()),
        };
        mail::outgoing(app, lang, &mail)
    };
    contacts.iter().map(letter).collect()
}

fn lang(contact: &MemberRow) -> Lang {
    let mut all = Lang::ALL.into_iter();
    all.find(|lang| lang.code() == contact.lang)
        .unwrap_or(Lang::Sv)
}
