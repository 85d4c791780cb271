//! A sign-in under way: from the button to the provider and back.
//!
//! What has to be the same when the browser comes back travels in a cookie that only this service
//! opens: nothing is stored for those who never come back, and nobody else's answer fits.

use std::net::IpAddr;

use data_encoding::BASE64URL_NOPAD;
use domain::text::Lang;
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow};
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::claims::SignedIn;
use super::error::OidcError;
use super::provider::{Exchange, Provider};
use crate::accounts::limits::{Hit, Limit};
use crate::accounts::{HOUR, MINUTE};
use crate::app::App;

/// How long someone may take at the provider, milliseconds.
pub const TIME: i64 = 15 * MINUTE;
/// Longer addresses to go on to are left out: the cookie has to fit in a header.
const TARGET_LENGTH: usize = 1_000;
/// As much of what others write as the log quotes, in characters.
const QUOTED: usize = 200;
const PURPOSE: &str = "sign-in through a provider";

/// What someone wants who presses the button.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The language they read.
    pub lang: Lang,
    /// The address within the service to go on to.
    pub target: Option<String>,
    /// Whether they have to show who they are now, even if the provider knows them already.
    pub again: bool,
}

/// Where to send the browser, and what it is to bring back.
#[derive(Clone, Debug)]
pub struct Start {
    /// The provider's page.
    pub address: String,
    /// The cookie's value.
    pub cookie: String,
}

/// What a browser that is away at the provider has with it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Begun {
    state: String,
    nonce: String,
    verifier: String,
    /// The language of the page that the button was on.
    pub lang: Lang,
    /// The address within the service to go on to.
    pub target: Option<String>,
    again: bool,
    at: i64,
}

/// What the browser brings back in the address.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// What the sign-in was called.
    pub state: String,
    /// What the proof is exchanged for.
    pub code: Option<String>,
    /// The provider's name of what went wrong.
    pub error: Option<String>,
    /// Who answers.
    pub issuer: Option<String>,
}

/// Begins a sign-in. `path` is where in the service the browser comes back.
pub async fn begin(
    app: &App,
    provider: &Provider,
    wish: Wish,
    path: &str,
) -> Result<Start, OidcError> {
    let now = app.now();
    let client = provider.relying_party(&redirect(app, path)?, now).await?;
    let begun = Begun {
        state: secret(app),
        nonce: secret(app),
        verifier: secret(app),
        lang: wish.lang,
        target: wish.target.filter(|target| target.len() <= TARGET_LENGTH),
        again: wish.again,
        at: now,
    };
    let state = CsrfToken::new(begun.state.clone());
    let nonce = Nonce::new(begun.nonce.clone());
    let verifier = PkceCodeVerifier::new(begun.verifier.clone());
    let mut request = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            || state,
            || nonce,
        )
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .add_extra_param("ui_locales", wish.lang.code());
    let asked = ["profile", "email"].map(str::to_owned);
    for scope in asked.iter().chain(&provider.settings().scopes) {
        request = request.add_scope(Scope::new(scope.clone()));
    }
    if wish.again {
        request = request
            .add_prompt(CoreAuthPrompt::Login)
            .set_max_age(std::time::Duration::ZERO);
    }
    let (address, _, _) = request.url();
    let plain = serde_json::to_vec(&begun).map_err(crate::ServiceError::from)?;
    let sealed = app
        .key
        .data_key(PURPOSE)
        .seal(app, PURPOSE.as_bytes(), &plain);
    Ok(Start {
        address: address.into(),
        cookie: BASE64URL_NOPAD.encode(&sealed),
    })
}

/// Reads the cookie of a browser that has come back. `None` if it has none that is of use.
pub fn begun(app: &App, cookie: &str) -> Option<Begun> {
    let sealed = BASE64URL_NOPAD.decode(cookie.as_bytes()).ok()?;
    let plain = app
        .key
        .data_key(PURPOSE)
        .open(PURPOSE.as_bytes(), &sealed)
        .ok()?;
    let begun: Begun = serde_json::from_slice(&plain).ok()?;
    (0..TIME).contains(&(app.now() - begun.at)).then_some(begun)
}

/// Takes what a browser brings back, once, and asks the provider who it is. `path` is the one that
/// the sign-in began with.
pub async fn receive(
    app: &App,
    provider: &Provider,
    begun: Option<Begun>,
    answer: Answer,
    path: &str,
    from: IpAddr,
) -> Result<SignedIn, OidcError> {
    let begun = begun.ok_or(OidcError::NotBegun)?;
    // By their hashes, so that the time it takes says nothing of how much is right.
    if Sha256::digest(&answer.state) != Sha256::digest(&begun.state) {
        return Err(OidcError::OtherSignIn("state"));
    }
    if answer
        .issuer
        .is_some_and(|issuer| issuer != **provider.settings().issuer)
    {
        return Err(OidcError::OtherSignIn("issuer"));
    }
    take(app, &begun, from).await?;
    if let Some(error) = answer.error {
        return Err(match error.as_str() {
            "access_denied" | "consent_required" | "interaction_required" | "login_required" => {
                OidcError::Declined
            }
            "server_error" | "temporarily_unavailable" => OidcError::Down(error),
            other => OidcError::Unaccepted(quoted(other)),
        });
    }
    let code = answer
        .code
        .ok_or_else(|| OidcError::Garbage("neither code nor error".to_owned()))?;
    let exchange = Exchange {
        code,
        verifier: begun.verifier,
        nonce: begun.nonce,
        // The provider tells whole seconds, by its own clock.
        authenticated_after: begun.again.then_some(begun.at - MINUTE),
    };
    provider
        .exchange(exchange, &redirect(app, path)?, app.now())
        .await
}

/// Notes that an answer is used, for as long as its cookie opens.
async fn take(app: &App, begun: &Begun, from: IpAddr) -> Result<(), OidcError> {
    let expires = begun.at + TIME;
    let window = expires - expires.rem_euclid(HOUR);
    let state = app
        .key
        .keyed_hash("states of sign-ins", begun.state.as_bytes());
    let hit = Hit::new(app, Limit::AnswersByRequester, from.to_string().as_bytes());
    let (uses, within) = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let uses = tx.count_hit("answers", &state, window).await?;
                Ok::<_, store::StoreError>((uses, hit.count(tx).await?))
            })
        })
        .await?;
    match (uses, within) {
        (2.., _) => Err(OidcError::Reused),
        (_, false) => Err(OidcError::TooMany),
        _ => Ok(()),
    }
}

/// What someone else has written, in one line of the log.
pub(super) fn quoted(text: &str) -> String {
    let beginning: String = text.chars().take(QUOTED).collect();
    format!("{beginning:?}")
}

/// 256 unpredictable bits as text.
fn secret(app: &App) -> String {
    BASE64URL_NOPAD.encode(&app.bytes::<32>())
}

fn redirect(app: &App, path: &str) -> Result<RedirectUrl, OidcError> {
    RedirectUrl::new(format!("{}{path}", app.settings.base_url))
        .map_err(|error| OidcError::Unaccepted(format!("the base address: {error}")))
}
