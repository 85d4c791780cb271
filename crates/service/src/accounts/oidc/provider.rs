//! The provider: where its parts are, which keys it signs with, and what it answers.

use std::sync::{Arc, RwLock};
use std::time::{Duration, UNIX_EPOCH};

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim,
    CoreIdTokenVerifier, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthType, AuthorizationCode, ClaimsVerificationError, Client,
    ClientId, ClientSecret, DiscoveryError, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdToken, IdTokenFields, Nonce, OAuth2TokenResponse,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, SignatureVerificationError,
    StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoError,
};

use super::claims::{self, AskedClaims, MoreClaims, SignedIn, TokenClaims};
use super::error::OidcError;
use super::flow::quoted;
use super::http::{Http, HttpError};
use super::settings::OidcSettings;

/// How long what the provider has said of itself is used before it is read again.
const KNOWN_FOR: i64 = 60 * 60 * 1000;
/// How long someone waits for the provider at most, however many questions it takes.
const ALTOGETHER: Duration = Duration::from_secs(12);
/// How much the provider's clock and ours may differ.
const CLOCKS_DIFFER: i64 = 60 * 1000;

type Token = IdToken<
    MoreClaims,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Tokens = StandardTokenResponse<
    IdTokenFields<
        MoreClaims,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;
/// This service as the provider's client, with the addresses that discovery gives.
pub(super) type RelyingParty = Client<
    MoreClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Signatures that are accepted: those that only the provider's private key makes.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The provider that people sign in through.
pub struct Provider {
    settings: OidcSettings,
    http: Http,
    known: RwLock<Option<Arc<Known>>>,
}

/// What the provider has said of itself, its keys included.
struct Known {
    metadata: CoreProviderMetadata,
    read_at: i64,
}

/// What is shown to the provider in exchange for a proof.
pub(super) struct Exchange {
    pub(super) code: String,
    pub(super) verifier: String,
    pub(super) nonce: String,
    /// The latest time, Unix milliseconds, before which the person need not have signed in again.
    pub(super) authenticated_after: Option<i64>,
}

impl Provider {
    /// A provider. Nothing is asked of it until someone signs in. The error says why no client
    /// could be made.
    pub fn new(settings: OidcSettings) -> Result<Self, String> {
        Ok(Provider {
            http: Http::new(settings.authorities.as_deref())?,
            settings,
            known: RwLock::new(None),
        })
    }

    /// What the operator has decided about it.
    pub fn settings(&self) -> &OidcSettings {
        &self.settings
    }

    /// This service as the provider's client; `redirect` is where the browser comes back.
    pub(super) async fn relying_party(
        &self,
        redirect: &RedirectUrl,
        now: i64,
    ) -> Result<RelyingParty, OidcError> {
        let known = in_time(self.known(now)).await?;
        Ok(self.client(&known, redirect))
    }

    /// Exchanges the code for a proof of who has signed in, and checks the proof.
    pub(super) async fn exchange(
        &self,
        exchange: Exchange,
        redirect: &RedirectUrl,
        now: i64,
    ) -> Result<SignedIn, OidcError> {
        in_time(self.exchange_patiently(exchange, redirect, now)).await
    }

    async fn exchange_patiently(
        &self,
        exchange: Exchange,
        redirect: &RedirectUrl,
        now: i64,
    ) -> Result<SignedIn, OidcError> {
        let known = self.known(now).await?;
        let client = self.client(&known, redirect);
        let tokens = client
            .exchange_code(AuthorizationCode::new(exchange.code))
            .map_err(|_| OidcError::Garbage("no token endpoint".to_owned()))?
            .set_pkce_verifier(PkceCodeVerifier::new(exchange.verifier))
            .request_async(&self.http)
            .await
            .map_err(token_error)?;
        let token = tokens
            .id_token()
            .ok_or_else(|| OidcError::Garbage("no ID token".to_owned()))?;
        let nonce = Nonce::new(exchange.nonce);
        let (client, signed) = match self.checked(&client, token, &nonce, now) {
            // The provider has changed keys since they were read.
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                let known = self.read(now).await?;
                let client = self.client(&known, redirect);
                let signed = self.checked(&client, token, &nonce, now)?;
                (client, signed)
            }
            checked => (client, checked?),
        };
        self.check_beyond(&client, &tokens, token, signed, now)?;
        if let Some(after) = exchange.authenticated_after
            && signed
                .auth_time()
                .is_none_or(|at| at.timestamp_millis() < after)
        {
            return Err(OidcError::Expired(
                "the person did not sign in again".to_owned(),
            ));
        }
        let asked = self.ask(&client, tokens.access_token(), signed).await?;
        claims::read(&self.settings, signed, asked.as_ref())
    }

    /// What the provider has said of itself, read again when it has been known for long. One that
    /// is down now is remembered as it was.
    async fn known(&self, now: i64) -> Result<Arc<Known>, OidcError> {
        let known = self.known.read().ok().and_then(|known| known.clone());
        match known {
            Some(known) if now - known.read_at < KNOWN_FOR => Ok(known),
            Some(known) => Ok(self.read(now).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "the provider could not be read again");
                known
            })),
            None => self.read(now).await,
        }
    }

    /// Reads what the provider says of itself, and remembers it.
    async fn read(&self, now: i64) -> Result<Arc<Known>, OidcError> {
        let metadata =
            CoreProviderMetadata::discover_async(self.settings.issuer.clone(), &self.http)
                .await
                .map_err(discovery_error)?;
        if !crate::http::is_private(metadata.authorization_endpoint().url()) {
            let told = HttpError::Insecure(metadata.authorization_endpoint().url().clone());
            return Err(told.into());
        }
        let known = Arc::new(Known {
            metadata,
            read_at: now,
        });
        if let Ok(mut place) = self.known.write() {
            *place = Some(Arc::clone(&known));
        }
        Ok(known)
    }

    fn client(&self, known: &Known, redirect: &RedirectUrl) -> RelyingParty {
        let methods = known.metadata.token_endpoint_auth_methods_supported();
        let takes = |method| methods.is_none_or(|methods| methods.contains(&method));
        let auth = if takes(CoreClientAuthMethod::ClientSecretBasic) {
            AuthType::BasicAuth
        } else {
            AuthType::RequestBody
        };
        RelyingParty::from_provider_metadata(
            known.metadata.clone(),
            ClientId::new(self.settings.client_id.clone()),
            self.settings.client_secret.clone().map(ClientSecret::new),
        )
        .set_redirect_uri(redirect.clone())
        .set_auth_type(auth)
    }

    /// The claims of an ID token that is signed by the provider, made for this service and this
    /// sign-in, and has not expired.
    fn checked<'t>(
        &self,
        client: &RelyingParty,
        token: &'t Token,
        nonce: &Nonce,
        now: i64,
    ) -> Result<&'t TokenClaims, ClaimsVerificationError> {
        let millis = u64::try_from(now - CLOCKS_DIFFER).unwrap_or(0);
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || (UNIX_EPOCH + Duration::from_millis(millis)).into());
        token.claims(&verifier, nonce)
    }

    /// What the token says beyond that: from when it holds, whom it was issued to, and which access
    /// token it is about.
    fn check_beyond(
        &self,
        client: &RelyingParty,
        tokens: &Tokens,
        token: &Token,
        signed: &TokenClaims,
        now: i64,
    ) -> Result<(), OidcError> {
        let latest = (now + CLOCKS_DIFFER) as f64 / 1000.0;
        let from = signed.additional_claims().not_before();
        if from.is_some_and(|from| from > latest) {
            return Err(OidcError::Expired("it does not hold yet".to_owned()));
        }
        if let Some(party) = signed.authorized_party()
            && **party != self.settings.client_id
        {
            return Err(OidcError::Audience(format!("issued to {:?}", **party)));
        }
        if let Some(expected) = signed.access_token_hash() {
            let wrong = |error: SignatureVerificationError| OidcError::Signature(error.to_string());
            let verifier: CoreIdTokenVerifier<'_> = client.id_token_verifier();
            let verifier = verifier.set_allowed_algs(SIGNATURES);
            let hash = AccessTokenHash::from_token(
                tokens.access_token(),
                token.signing_alg().map_err(wrong)?,
                token.signing_key(&verifier).map_err(wrong)?,
            )
            .map_err(|error| OidcError::Signature(error.to_string()))?;
            if hash != *expected {
                return Err(OidcError::Signature("another access token".to_owned()));
            }
        }
        Ok(())
    }

    /// The claims that the provider tells only when asked, if it has a place to ask.
    async fn ask(
        &self,
        client: &RelyingParty,
        token: &AccessToken,
        signed: &TokenClaims,
    ) -> Result<Option<AskedClaims>, OidcError> {
        // It becomes a header.
        if !token.secret().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(OidcError::Garbage(
                "an access token that is none".to_owned(),
            ));
        }
        let Ok(request) = client.user_info(token.clone(), Some(signed.subject().clone())) else {
            return Ok(None);
        };
        let claims = request.request_async(&self.http).await;
        claims.map(Some).map_err(asked_error)
    }
}

async fn in_time<T>(work: impl Future<Output = Result<T, OidcError>>) -> Result<T, OidcError> {
    tokio::time::timeout(ALTOGETHER, work)
        .await
        .unwrap_or_else(|_| Err(OidcError::Down("time is out".to_owned())))
}

fn discovery_error(error: DiscoveryError<HttpError>) -> OidcError {
    match error {
        DiscoveryError::Request(error) => error.into(),
        DiscoveryError::Parse(error) => OidcError::Garbage(format!("discovery: {error}")),
        error => OidcError::Garbage(format!("discovery: {error}")),
    }
}

fn token_error(
    error: RequestTokenError<HttpError, StandardErrorResponse<CoreErrorResponseType>>,
) -> OidcError {
    match error {
        RequestTokenError::Request(error) => error.into(),
        RequestTokenError::ServerResponse(response) => match response.error() {
            CoreErrorResponseType::InvalidGrant => {
                OidcError::CodeRefused(quoted(&response.to_string()))
            }
            _ => OidcError::Unaccepted(quoted(&response.to_string())),
        },
        // What it could not read may hold a token, so only where it stopped is told.
        RequestTokenError::Parse(error, _) => OidcError::Garbage(format!("tokens: {error}")),
        RequestTokenError::Other(told) => OidcError::Garbage(format!("tokens: {told}")),
    }
}

fn asked_error(error: UserInfoError<HttpError>) -> OidcError {
    match error {
        UserInfoError::Request(error) => error.into(),
        UserInfoError::ClaimsVerification(error) => error.into(),
        UserInfoError::Parse(error) => OidcError::Garbage(format!("user info: {error}")),
        error => OidcError::Garbage(format!("user info: {error}")),
    }
}
