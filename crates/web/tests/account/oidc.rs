//! Sign-in through a provider: what depends on the clock, and what belonging and groups give. What
//! real providers answer is tried in e2e.

use axum::http::{Request, StatusCode, header};
use axum::routing::get;
use axum::{Router, body::Body};
use domain::account::{AgencyRole, Role};
use domain::organisation::{EmailAddress, OrganisationKind, OrganisationNumber};
use domain::text::Lang;
use service::App;
use service::accounts::oidc::{self, OidcError, OidcSettings, Provider, SignedIn};
use service::organisations::{By, agency, install, join, members, register};
use service::settings::Mode;
use store::PersonRow;
use tokio::net::TcpListener;
use uuid::Uuid;

use crate::MINUTE;
use crate::common::{Page, TestApp};

/// A provider that nobody asks anything.
fn silent(issuer: &str) -> Provider {
    let settings = OidcSettings {
        issuer: OidcSettings::issuer(issuer).expect("an issuer"),
        client_id: "strategikollen".to_owned(),
        client_secret: None,
        name: "Exempel-id".to_owned(),
        scopes: Vec::new(),
        groups_claim: "groups".to_owned(),
        groups: Vec::new(),
        second_factor: false,
        authorities: None,
    };
    Provider::new(settings).expect("a client")
}

/// A provider that says where its parts are, and nothing more.
async fn provider() -> Provider {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let issuer = format!("http://localhost:{port}");
    let about = format!(
        r#"{{"issuer": "{issuer}", "authorization_endpoint": "{issuer}/authorize",
        "token_endpoint": "{issuer}/token", "jwks_uri": "{issuer}/jwks",
        "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"]}}"#
    );
    let json = |body: String| ([(header::CONTENT_TYPE, "application/json")], body);
    let router = Router::new()
        .route(
            "/.well-known/openid-configuration",
            get(async move || json(about)),
        )
        .route(
            "/jwks",
            get(async move || json(r#"{"keys": []}"#.to_owned())),
        );
    tokio::spawn(async move { axum::serve(listener, router).await });
    silent(&issuer)
}

/// Begins a sign-in, lets time pass and comes back with a code.
async fn come_back_after(time: i64) -> Page {
    let provider = provider().await;
    let app = TestApp::with_app(|app| app.oidc = Some(provider)).await;
    let gone = app.post("/logga-in/oidc", &[]).await;
    gone.assert_sound("sv");
    let set = gone.header("set-cookie");
    for part in [
        "__Host-",
        "; Path=/;",
        "; Secure;",
        "; HttpOnly;",
        "; SameSite=Lax",
    ] {
        assert!(set.contains(part), "{part} in {set}");
    }
    let cookie = set.split(';').next().unwrap_or_default().to_owned();
    let address = gone.attr("main a.btn", "href");
    let state = address.split("state=").nth(1).expect("a state");
    let state = state.split('&').next().unwrap_or_default();
    app.pass(time);
    let path = format!("/logga-in/oidc/svar?code=abc&state={state}");
    let request = Request::get(path)
        .header(header::COOKIE, cookie)
        .body(Body::empty())
        .expect("a request");
    app.send(request).await
}

#[tokio::test]
async fn an_answer_is_waited_for_a_quarter_of_an_hour() {
    let page = come_back_after(15 * MINUTE - 1).await;
    // The provider is asked, and has no tokens to give.
    assert_eq!(page.status, StatusCode::BAD_GATEWAY);
    page.assert_sound("sv");
    assert!(
        page.text("main")
            .contains("svarade något som inte går att använda")
    );

    let page = come_back_after(15 * MINUTE).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    page.assert_sound("sv");
    assert!(page.text("main").contains("tog mer än 15 minuter"));
}

const ISSUER: &str = "https://id.exempel.se";

fn number(text: &str) -> OrganisationNumber {
    OrganisationNumber::try_from(text).expect("an organisation number")
}

/// Whom the provider vouches for: the address is the subject.
fn vouched(email: &str, number: Option<OrganisationNumber>, roles: Option<&[Role]>) -> SignedIn {
    SignedIn {
        issuer: ISSUER.to_owned(),
        subject: email.to_owned(),
        name: None,
        email: EmailAddress::try_from(email).ok(),
        email_unverified: false,
        organisation_number: number,
        roles: roles.map(|roles| roles.iter().copied().collect()),
        second_factor: false,
        authenticated_at: None,
    }
}

async fn admit(app: &App, who: SignedIn) -> Result<Vec<(Role, bool)>, OidcError> {
    let subject = who.subject.clone();
    oidc::sign_in(app, &silent(ISSUER), who, Lang::Sv, "Firefox, Linux").await?;
    Ok(places(app, &subject).await)
}

async fn person(app: &App, subject: &str) -> Option<PersonRow> {
    let mut tx = app.store.read().await.expect("a transaction");
    let found = tx.person_by_identity(ISSUER, subject).await;
    found.expect("an answer")
}

/// Roles, and whether the person waits for them.
async fn places(app: &App, subject: &str) -> Vec<(Role, bool)> {
    let person = person(app, subject).await.expect("someone");
    let places = members::of_person(app, person.id).await.expect("places");
    places
        .iter()
        .map(|place| (place.role, place.pending))
        .collect()
}

const OWN: &str = "212000-0142";
const OTHER: &str = "232100-0016";

/// An egen installation whose organisation has been named by its first contact person.
async fn own_installation(number: Option<OrganisationNumber>) -> TestApp {
    let test = TestApp::new().await;
    let app = &test.app;
    admit(app, vouched("kontakt@exempel.se", number, None))
        .await
        .expect("the founder");
    let founder = person(app, "kontakt@exempel.se")
        .await
        .expect("the founder")
        .id;
    let token = install::token(app)
        .await
        .expect("an answer")
        .expect("a token");
    let kind = OrganisationKind::Kommun;
    install::found(app, founder, &token, "Exempelkommun", number, kind)
        .await
        .expect("founded");
    test
}

#[tokio::test]
async fn groups_decide_in_an_egen_installation() {
    let test = own_installation(None).await;
    let app = &test.app;
    let told =
        |email: &'static str, roles: &'static [Role]| admit(app, vouched(email, None, Some(roles)));
    let all = &[Role::Contact, Role::Respondent, Role::Reader];
    for (roles, places) in [
        (&[][..], vec![]),
        (&[Role::Reader], vec![(Role::Reader, false)]),
        (
            &[Role::Reader, Role::Respondent],
            vec![(Role::Respondent, false)],
        ),
        (all, vec![(Role::Contact, false)]),
        (&[Role::Reader], vec![(Role::Reader, false)]),
        (&[], vec![]),
        (&[Role::Respondent], vec![(Role::Respondent, false)]),
    ] {
        assert_eq!(
            told("anna@exempel.se", roles).await.expect("signed in"),
            places,
            "{roles:?}"
        );
    }
    // Without a mapping, the provider says who it is and nothing more.
    let places = admit(app, vouched("anna@exempel.se", None, None)).await;
    assert_eq!(places.expect("signed in"), [(Role::Respondent, false)]);
    let places = admit(app, vouched("bo@exempel.se", None, None)).await;
    assert_eq!(places.expect("signed in"), []);
}

#[tokio::test]
async fn the_last_contact_person_stays_whatever_the_groups_say() {
    let test = own_installation(None).await;
    let app = &test.app;
    let told =
        |email: &'static str, roles: &'static [Role]| admit(app, vouched(email, None, Some(roles)));
    for roles in [&[][..], &[Role::Reader]] {
        let places = told("kontakt@exempel.se", roles).await.expect("signed in");
        assert_eq!(places, [(Role::Contact, false)], "{roles:?}");
    }
    told("anna@exempel.se", &[Role::Contact])
        .await
        .expect("signed in");
    let places = told("kontakt@exempel.se", &[]).await.expect("signed in");
    assert_eq!(places, [], "there is another");
    let places = told("anna@exempel.se", &[]).await.expect("signed in");
    assert_eq!(places, [(Role::Contact, false)], "now the last");
}

#[tokio::test]
async fn an_egen_installation_is_for_one_organisation() {
    let test = own_installation(Some(number(OWN))).await;
    let app = &test.app;
    let roles = Some(&[Role::Contact][..]);
    let refused = admit(app, vouched("bo@exempel.se", Some(number(OTHER)), roles)).await;
    assert!(
        matches!(refused, Err(OidcError::OtherOrganisation)),
        "{refused:?}"
    );
    assert_eq!(person(app, "bo@exempel.se").await, None);
    // Whoever belongs to it and has no group waits as anyone who has asked to join.
    let places = admit(app, vouched("anna@exempel.se", Some(number(OWN)), None)).await;
    assert_eq!(places.expect("signed in"), [(Role::Respondent, true)]);
    let roles = Some(&[Role::Reader][..]);
    let places = admit(app, vouched("anna@exempel.se", Some(number(OWN)), roles)).await;
    assert_eq!(places.expect("signed in"), [(Role::Reader, false)]);
}

#[tokio::test]
async fn a_number_shows_where_someone_belongs_in_a_gemensam_tjanst() {
    let shared = Mode::Shared {
        agency: "Exempelmyndigheten".to_owned(),
    };
    let test = TestApp::with(|settings| settings.mode = shared).await;
    let app = &test.app;
    let shipped = register::shipped();
    let lines: Vec<&[u8]> = shipped
        .split_inclusive(|byte| *byte == b'\n')
        .take(2)
        .collect();
    register::import(app, By::CommandLine, &lines.concat())
        .await
        .expect("a register");
    let all = register::list(app).await.expect("organisations");
    let listed = all.first().expect("the first of the register");
    let (organisation, own) = (listed.id, listed.number);

    // Nobody has joined: the agency decides who is the first contact person.
    let roles = |roles: &'static [Role]| Some(roles);
    let places = admit(
        app,
        vouched("kontakt@exempel.se", own, roles(&[Role::Contact])),
    )
    .await;
    assert_eq!(places.expect("signed in"), [(Role::Respondent, true)]);
    let places = admit(
        app,
        vouched("anna@exempel.se", own, roles(&[Role::Respondent])),
    )
    .await;
    assert_eq!(places.expect("signed in"), [(Role::Respondent, false)]);
    let places = admit(app, vouched("bo@exempel.se", own, None)).await;
    assert_eq!(places.expect("signed in"), [(Role::Respondent, true)]);
    for nowhere in [None, Some(number("556016-0680"))] {
        let places = admit(
            app,
            vouched("di@exempel.se", nowhere, roles(&[Role::Reader])),
        )
        .await;
        assert_eq!(places.expect("signed in"), [], "{nowhere:?}");
    }

    let officer = officer(app).await;
    let waiting = agency::applications(app, officer)
        .await
        .expect("applications");
    let first = waiting.iter().find(|row| row.email == "kontakt@exempel.se");
    agency::approve_first(app, officer, first.expect("one").membership)
        .await
        .expect("approved");
    assert!(
        join::has_contact(app, organisation)
            .await
            .expect("an answer")
    );
    let places = admit(
        app,
        vouched("anna@exempel.se", own, roles(&[Role::Contact])),
    )
    .await;
    assert_eq!(places.expect("signed in"), [(Role::Contact, false)]);
    // The groups of one organisation say nothing of whom another has let in.
    let places = admit(app, vouched("anna@exempel.se", own, roles(&[]))).await;
    assert_eq!(places.expect("signed in"), [(Role::Contact, false)]);

    // Nobody is at the agency and in an organisation.
    let places = admit(
        app,
        vouched("handlaggare@exempel.se", own, roles(&[Role::Reader])),
    )
    .await;
    assert_eq!(places.expect("signed in"), []);
}

async fn officer(app: &App) -> Uuid {
    let email = "handlaggare@exempel.se";
    agency::grant(app, By::CommandLine, email, AgencyRole::CaseOfficer)
        .await
        .expect("granted");
    let mut tx = app.store.read().await.expect("a transaction");
    let found = tx.person_by_email(email).await.expect("an answer");
    found.expect("someone").id
}
