//! What is written to people about their accounts.

use domain::organisation::EmailAddress;
use domain::text::Lang;
use store::NewMail;

use super::sessions::Session;
use crate::app::App;
use crate::mail::{self, Mail};

/// Where the code is typed, in each language.
fn code_page(app: &App, lang: Lang) -> String {
    let path = match lang {
        Lang::Sv => "/logga-in/kod",
        Lang::En => "/en/sign-in/code",
    };
    format!("{}{path}", app.settings.base_url)
}

/// The page of one's own account, in each language.
fn account_page(app: &App, lang: Lang) -> String {
    let path = match lang {
        Lang::Sv => "/konto",
        Lang::En => "/en/account",
    };
    format!("{}{path}", app.settings.base_url)
}

/// A code to sign in with. The link leads to where the code is typed and does not hold it, since
/// programs that look for harmful links open every one.
pub(super) fn sign_in(app: &App, lang: Lang, to: &EmailAddress, code: &str) -> NewMail {
    let t = app.texts.get(lang);
    let mail = Mail {
        to: to.as_str().to_owned(),
        subject: t.mail_code_subject(),
        text: t.mail_code_text(code, code_page(app, lang)),
        why: t.mail_code_why(),
    };
    mail::outgoing(app, lang, &mail)
}

/// A code that confirms something in a session: a new address, or who it is.
pub(super) fn confirm(app: &App, lang: Lang, to: &EmailAddress, code: &str) -> NewMail {
    let t = app.texts.get(lang);
    let mail = Mail {
        to: to.as_str().to_owned(),
        subject: t.mail_confirm_subject(),
        text: t.mail_confirm_text(code),
        why: t.mail_confirm_why(),
    };
    mail::outgoing(app, lang, &mail)
}

/// What has happened with an account, for its holder to know if it was someone else's doing.
#[derive(Clone, Copy, Debug)]
pub(super) enum News<'a> {
    /// The account has another address.
    OtherAddress(&'a str),
    /// An authenticator app was added.
    TotpAdded,
    /// The authenticator app was removed.
    TotpRemoved,
    /// A passkey was added, by its name.
    PasskeyAdded(&'a str),
    /// A passkey was removed, by its name.
    PasskeyRemoved(&'a str),
    /// Recovery codes were replaced.
    NewRecoveryCodes,
    /// A recovery code was used, and so many are left.
    RecoveryCodeUsed(i64),
    /// Someone at a provider with this name can sign in to it.
    SignInAdded(&'a str),
    /// Nobody at a provider with this name can sign in to it any longer.
    SignInRemoved(&'a str),
    /// The second factor was taken away, and all sessions ended.
    Reset,
}

/// Tells what has happened with an account.
pub(super) fn news(app: &App, lang: Lang, to: &str, news: News<'_>) -> NewMail {
    let t = app.texts.get(lang);
    let what = match news {
        News::OtherAddress(address) => t.mail_news_address(address),
        News::TotpAdded => t.mail_news_totp_added(),
        News::TotpRemoved => t.mail_news_totp_removed(),
        News::PasskeyAdded(name) => t.mail_news_passkey_added(name),
        News::PasskeyRemoved(name) => t.mail_news_passkey_removed(name),
        News::NewRecoveryCodes => t.mail_news_recovery_codes(),
        News::RecoveryCodeUsed(left) => t.mail_news_recovery_used(left),
        News::SignInAdded(name) => t.mail_news_sign_in_added(name),
        News::SignInRemoved(name) => t.mail_news_sign_in_removed(name),
        News::Reset => t.mail_news_reset(),
    };
    let todo = t.mail_news_todo(account_page(app, lang));
    let mail = Mail {
        to: to.to_owned(),
        subject: t.mail_news_subject(),
        text: format!("{what}\n\n{todo}"),
        why: t.mail_news_why(),
    };
    mail::outgoing(app, lang, &mail)
}

/// That an account is closed, to the address that it had.
pub(crate) fn closed(app: &App, session: &Session) -> NewMail {
    let t = app.texts.get(session.lang);
    let mail = Mail {
        to: session.email.clone(),
        subject: t.mail_closed_subject(),
        text: t.mail_closed_text(),
        why: t.mail_closed_why(),
    };
    mail::outgoing(app, session.lang, &mail)
}
