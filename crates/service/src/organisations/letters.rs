//! What is written to people about organisations.

use domain::account::{AgencyRole, Role};
use domain::text::Lang;
use l10n::Texts;
use store::{AgencyRow, MemberRow, NewMail, PersonRow, Tx};

use crate::app::App;
use crate::mail::{self, Mail};
use crate::secrets::Secret;

/// To whom, and in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct To {
    pub(super) email: String,
    pub(super) lang: Lang,
}

impl To {
    /// The language with a code; Swedish for any other text.
    fn new(email: &str, code: &str) -> Self {
        let mut all = Lang::ALL.into_iter();
        To {
            email: email.to_owned(),
            lang: all.find(|lang| lang.code() == code).unwrap_or(Lang::Sv),
        }
    }

    /// An authority's official address, which is written to in Swedish.
    pub(super) fn registrator(email: &str) -> Self {
        To {
            email: email.to_owned(),
            lang: Lang::Sv,
        }
    }
}

impl From<&MemberRow> for To {
    fn from(row: &MemberRow) -> Self {
        To::new(&row.email, &row.lang)
    }
}

impl From<&PersonRow> for To {
    fn from(row: &PersonRow) -> Self {
        To::new(&row.email, &row.lang)
    }
}

impl From<&AgencyRow> for To {
    fn from(row: &AgencyRow) -> Self {
        To::new(&row.email, &row.lang)
    }
}

/// Puts letters in the outbox.
pub(super) async fn post(tx: &mut Tx, letters: &[NewMail]) -> Result<(), store::StoreError> {
    for letter in letters {
        tx.enqueue_mail(letter).await?;
    }
    Ok(())
}

/// What is told. Every letter is about one organisation.
#[derive(Clone, Copy, Debug)]
pub(super) enum News<'a> {
    /// To contact persons: someone asks to join.
    AskedContacts {
        /// Who.
        who: &'a str,
        /// The organisation's id in addresses.
        public_id: &'a str,
    },
    /// To case officers: someone asks to join where there is no contact person.
    AskedAgency {
        /// Who.
        who: &'a str,
    },
    /// To whom it concerns: approved.
    Approved {
        /// As what.
        role: Role,
        /// The organisation's id in addresses.
        public_id: &'a str,
    },
    /// To whom it concerns: declined.
    Declined,
    /// To the invited address.
    Invited {
        /// As what.
        role: Role,
        /// What opens the invitation.
        secret: &'a Secret,
    },
    /// To the member: another role.
    Role(Role),
    /// To the member: removed.
    Removed,
    /// To contact persons and the official address: the agency proposes a contact person.
    Proposed {
        /// The address of who is proposed.
        who: &'a str,
        /// Why.
        reason: &'a str,
    },
    /// To the same: a contact person was appointed or approved.
    Appointed {
        /// The address of the contact person.
        who: &'a str,
    },
    /// To contact persons: someone has lost the second factor and asks to have it taken away.
    FactorLost {
        /// Who.
        who: &'a str,
        /// The organisation's id in addresses.
        public_id: &'a str,
    },
    /// To contact persons and the official address: the agency took someone's second factor away.
    FactorReset {
        /// The address of whose it was.
        who: &'a str,
    },
    /// To a shared purchasing unit's contact persons: an organisation lets it prepare.
    MayPrepare {
        /// The unit's id in addresses.
        public_id: &'a str,
    },
    /// To the same: it may prepare no more.
    MayPrepareNoMore,
    /// To contact persons: a shared purchasing unit has started a round for the organisation.
    Prepared {
        /// The unit's name.
        unit: &'a str,
        /// The organisation's id in addresses.
        public_id: &'a str,
    },
    /// To everyone who belonged: the organisation has left.
    OrganisationLeft,
    /// To contact persons: it is the month that the organisation chose for its next round.
    NextRound {
        /// The organisation's id in addresses.
        public_id: &'a str,
    },
    /// To contact persons: it is a year since anyone went through who belongs.
    MembersToConfirm {
        /// The organisation's id in addresses.
        public_id: &'a str,
    },
    /// To the same: the proposal was refused.
    Refused {
        /// The address of who was proposed.
        who: &'a str,
    },
}

/// A letter about an organisation.
pub(super) fn letter(app: &App, to: &To, organisation: &str, news: News<'_>) -> NewMail {
    let t = app.texts.get(to.lang);
    let page = |sv: &str, en: &str| {
        let path = if to.lang == Lang::Sv { sv } else { en };
        format!("{}{path}", app.settings.base_url)
    };
    let of_organisation = |public_id: &str, sv: &str, en: &str| {
        page(
            &format!("/o/{public_id}{sv}"),
            &format!("/en/o/{public_id}{en}"),
        )
    };
    let (subject, text, why) = match news {
        News::AskedContacts { who, public_id } => {
            let link = of_organisation(public_id, "/medlemmar", "/members");
            (
                t.org_mail_asked_subject(organisation),
                t.org_mail_asked_contacts(who, organisation, &link),
                t.org_mail_why_contact(organisation),
            )
        }
        News::AskedAgency { who } => {
            let link = page("/forvaltning/ansokningar", "/en/agency/applications");
            (
                t.org_mail_asked_subject(organisation),
                t.org_mail_asked_agency(who, organisation, &link),
                t.org_mail_why_agency().to_string(),
            )
        }
        News::Approved { role, public_id } => {
            let link = of_organisation(public_id, "", "");
            (
                t.org_mail_approved_subject(organisation),
                t.org_mail_approved(role_in_words(t, role), organisation, &link),
                t.org_mail_why_asked(organisation),
            )
        }
        News::Declined => (
            t.org_mail_declined_subject(organisation),
            t.org_mail_declined(organisation),
            t.org_mail_why_asked(organisation),
        ),
        News::Invited { role, secret } => {
            let secret = secret.text();
            let link = page(
                &format!("/inbjudan/{secret}"),
                &format!("/en/invitation/{secret}"),
            );
            (
                t.org_mail_invited_subject(organisation),
                t.org_mail_invited(role_in_words(t, role), organisation, &link, &to.email),
                t.org_mail_why_invited(organisation),
            )
        }
        News::Role(role) => (
            t.org_mail_role_subject(organisation),
            t.org_mail_role(role_in_words(t, role), organisation),
            t.org_mail_why_member(organisation),
        ),
        News::Removed => (
            t.org_mail_removed_subject(organisation),
            t.org_mail_removed(organisation),
            t.org_mail_why_was_member(organisation),
        ),
        News::Proposed { who, reason } => (
            t.org_mail_proposed_subject(organisation),
            t.org_mail_proposed(who, organisation, reason),
            t.org_mail_why_told(organisation),
        ),
        News::Appointed { who } => (
            t.org_mail_appointed_subject(organisation),
            t.org_mail_appointed(who, organisation),
            t.org_mail_why_told(organisation),
        ),
        News::FactorLost { who, public_id } => {
            let link = of_organisation(public_id, "/medlemmar", "/members");
            (
                t.org_mail_factor_lost_subject(who),
                t.org_mail_factor_lost(who, organisation, &link),
                t.org_mail_why_contact(organisation),
            )
        }
        News::FactorReset { who } => (
            t.org_mail_factor_reset_subject(organisation),
            t.org_mail_factor_reset(who, organisation),
            t.org_mail_why_told(organisation),
        ),
        News::MayPrepare { public_id } => {
            let link = of_organisation(public_id, "/ny", "/new");
            (
                t.org_mail_may_prepare_subject(organisation),
                t.org_mail_may_prepare(organisation, &link),
                t.org_mail_why_prepare(organisation),
            )
        }
        News::MayPrepareNoMore => (
            t.org_mail_no_longer_prepare_subject(organisation),
            t.org_mail_no_longer_prepare(organisation),
            t.org_mail_why_prepare(organisation),
        ),
        News::Prepared { unit, public_id } => {
            let link = of_organisation(public_id, "", "");
            (
                t.org_mail_prepared_subject(organisation),
                t.org_mail_prepared(organisation, unit, &link),
                t.org_mail_why_contact(organisation),
            )
        }
        News::OrganisationLeft => (
            t.org_mail_left_subject(organisation),
            t.org_mail_left(organisation),
            t.org_mail_why_was_member(organisation),
        ),
        News::NextRound { public_id } => {
            let link = of_organisation(public_id, "/ny", "/new");
            let month = of_organisation(public_id, "/uppgifter", "/details");
            (
                t.org_mail_next_subject(organisation),
                t.org_mail_next(organisation, &link, &month),
                t.org_mail_why_contact(organisation),
            )
        }
        News::MembersToConfirm { public_id } => {
            let link = of_organisation(public_id, "/medlemmar/genomgang", "/members/review");
            (
                t.org_mail_confirm_subject(organisation),
                t.org_mail_confirm(organisation, &link),
                t.org_mail_why_contact(organisation),
            )
        }
        News::Refused { who } => (
            t.org_mail_refused_subject(organisation),
            t.org_mail_refused(who, organisation),
            t.org_mail_why_told(organisation),
        ),
    };
    sealed(app, to, subject, text, why)
}

/// To someone who got or lost a role at the agency.
pub(super) fn agency_role(app: &App, to: &To, role: AgencyRole, granted: bool) -> NewMail {
    let t = app.texts.get(to.lang);
    let words = match role {
        AgencyRole::CaseOfficer => t.org_mail_agency_case_officer(),
        AgencyRole::Editor => t.org_mail_agency_editor(),
        AgencyRole::Publisher => t.org_mail_agency_publisher(),
        AgencyRole::Administrator => t.org_mail_agency_administrator(),
    };
    let text = if granted {
        t.org_mail_agency_granted(words)
    } else {
        t.org_mail_agency_revoked(words)
    };
    let subject = t.org_mail_agency_subject().to_string();
    sealed(app, to, subject, text, t.org_mail_why_account().to_string())
}

fn role_in_words(t: &Texts, role: Role) -> String {
    match role {
        Role::Contact => t.org_mail_role_contact(),
        Role::Respondent => t.org_mail_role_respondent(),
        Role::Reader => t.org_mail_role_reader(),
    }
    .to_string()
}

fn sealed(app: &App, to: &To, subject: String, text: String, why: String) -> NewMail {
    let mail = Mail {
        to: to.email.clone(),
        subject,
        text,
        why,
    };
    mail::outgoing(app, to.lang, &mail)
}
