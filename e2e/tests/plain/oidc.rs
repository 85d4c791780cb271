//! Sign-in through a provider: a certified one, and one that answers as no provider may.

use e2e::cookies::Browser;
use e2e::form::Form;
use e2e::http::Reply;
use e2e::mail::MailServer;
use e2e::program::{Program, command};
use e2e::provider::{Provider, SECRET};
use serde_json::{Value, json};
use store::{PersonRow, Store};
use tempfile::TempDir;
use url::Url;

const GO: &str = "/logga-in/oidc";
const COOKIE: &str = "__Host-inloggning-genom";
const SESSION: &str = "__Host-strategikollen";

async fn program(provider: &Provider) -> Program {
    let folder = tempfile::tempdir().expect("a folder");
    program_in(folder, provider.arguments()).await
}

async fn program_in(folder: TempDir, arguments: Vec<String>) -> Program {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Program::start_in(folder, &arguments).await
}

/// Anna, whom the provider has verified, and what a test needs besides.
fn people(more: Value) -> Value {
    let mut people = json!({
        "anna": {"name": "Anna Ek", "email": "Anna@Exempel.se", "email_verified": true},
    });
    let others = more.as_object().expect("people").clone();
    people.as_object_mut().expect("people").extend(others);
    json!({"people": people, "secret": SECRET})
}

/// The path of an address that the provider sends the browser to.
fn back<'a>(program: &Program, address: &'a str) -> &'a str {
    address
        .strip_prefix(program.origin.as_str())
        .unwrap_or_else(|| panic!("{address} does not lead back to {}", program.origin))
}

async fn found(program: &Program, provider: &Provider, subject: &str) -> Option<PersonRow> {
    let url = format!("sqlite:{}", program.database().display());
    let store = Store::open(&url).await.expect("the database");
    let mut tx = store.read().await.expect("a transaction");
    let found = tx.person_by_identity(&provider.issuer, subject).await;
    found.expect("an answer")
}

/// Who someone at the provider is here.
async fn person(program: &Program, provider: &Provider, subject: &str) -> PersonRow {
    let found = found(program, provider, subject).await;
    found.unwrap_or_else(|| panic!("{subject} is nobody here"))
}

/// Presses the button that leads to the provider, and gives where the browser is sent.
async fn go(browser: &mut Browser, till: &str) -> String {
    let fields = [("till".to_owned(), till.to_owned())];
    let page = browser.post(GO, &fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    sent_to(&page)
}

/// Where a page on the way to the provider sends the browser: by itself, and by its link.
fn sent_to(page: &Reply) -> String {
    let refresh = page.attributes("meta[http-equiv=refresh]", "content");
    let address = refresh[0].strip_prefix("0; url=").expect("at once");
    assert_eq!(page.attributes("main a.btn", "href"), [address]);
    address.to_owned()
}

/// From the button to where the service says, having signed in as someone at the provider.
async fn sign_in(
    program: &Program,
    provider: &Provider,
    browser: &mut Browser,
    who: &str,
) -> Reply {
    let address = go(browser, "").await;
    let answer = provider.sign_in(&address, who).await;
    browser.get(back(program, &answer)).await
}

/// Whose account is open.
async fn account(browser: &mut Browser) -> String {
    browser.get("/konto").await.first("main")
}

fn assert_refused(page: &Reply, browser: &Browser, status: u16, happened: &str) {
    assert_eq!(page.status, status, "{happened}: {}", page.text());
    assert_eq!(page.first("h1"), "Du är inte inloggad");
    let told = page.first("main");
    assert!(told.contains(happened), "{happened}: {told}");
    assert_eq!(page.attributes("main form", "action"), [GO]);
    assert_eq!(browser.cookie(SESSION), None, "{happened}");
    assert_eq!(browser.cookie(COOKIE), None, "{happened}");
}

#[tokio::test]
async fn someone_signs_in_and_is_the_same_the_next_time() {
    let provider = Provider::start(&people(json!({})));
    let program = program(&provider).await;
    let mut browser = Browser::new(&program.origin);
    let page = browser.get("/logga-in?till=/tips").await;
    let form = Form::all(&page).into_iter().find(|form| form.action == GO);
    let form = form.expect("a button");
    let page = browser.post(GO, &form.press(None)).await;
    let gone = sent_to(&page);
    let asked = Url::parse(&gone).expect("an address");
    let asked: std::collections::BTreeMap<_, _> = asked.query_pairs().into_owned().collect();
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["code_challenge_method"], "S256");
    assert_eq!(asked["scope"], "openid profile email");
    assert_eq!(asked["ui_locales"], "sv");
    assert_eq!(
        asked["redirect_uri"],
        format!("{}/logga-in/oidc/svar", program.origin)
    );
    assert!(asked["state"].len() >= 43 && asked["nonce"].len() >= 43);

    let answer = provider.sign_in(&gone, "anna").await;
    let come = browser.get(back(&program, &answer)).await;
    assert_eq!(come.location(), "/tips");
    assert_eq!(browser.cookie(COOKIE), None);
    let told = account(&mut browser).await;
    assert!(told.contains("anna@exempel.se"), "{told}");
    let anna = person(&program, &provider, "anna").await;
    assert_eq!(
        (anna.name.as_str(), anna.email.as_str()),
        ("Anna Ek", "anna@exempel.se")
    );

    let mut elsewhere = Browser::new(&program.origin);
    let come = sign_in(&program, &provider, &mut elsewhere, "anna").await;
    assert_eq!(come.location(), "/oversikt");
    assert_eq!(person(&program, &provider, "anna").await.id, anna.id);
}

#[tokio::test]
async fn whoever_began_in_english_comes_back_to_english() {
    let provider = Provider::start(&people(json!({})));
    let program = program(&provider).await;
    let mut browser = Browser::new(&program.origin);
    let fields = [("till".to_owned(), "//ond.example".to_owned())];
    let page = browser.post("/en/sign-in/oidc", &fields).await;
    let answer = provider.sign_in(&sent_to(&page), "anna").await;
    let turned = browser.get(back(&program, &answer)).await;
    assert!(
        turned.location().starts_with("/en/sign-in/oidc/"),
        "{}",
        turned.location()
    );
    let come = browser.get(turned.location()).await;
    assert_eq!(come.location(), "/en/overview", "nobody is sent elsewhere");
    assert_eq!(person(&program, &provider, "anna").await.lang, "en");
}

#[tokio::test]
async fn a_provider_tells_its_claims_where_it_likes_and_changes_its_keys_when_it_likes() {
    for in_id_token in [true, false] {
        let mut settings = people(json!({}));
        settings["in_id_token"] = json!(in_id_token);
        let provider = Provider::start(&settings);
        let program = program(&provider).await;
        for _ in 0..2 {
            let mut browser = Browser::new(&program.origin);
            sign_in(&program, &provider, &mut browser, "anna").await;
            let told = account(&mut browser).await;
            assert!(told.contains("anna@exempel.se"), "{in_id_token}: {told}");
            provider.tell("/rotate").await;
        }
    }
}

#[tokio::test]
async fn a_public_client_has_no_secret() {
    let mut settings = people(json!({}));
    settings.as_object_mut().expect("settings").remove("secret");
    let provider = Provider::start(&settings);
    let folder = tempfile::tempdir().expect("a folder");
    let program = program_in(folder, provider.public_arguments()).await;
    let mut browser = Browser::new(&program.origin);
    sign_in(&program, &provider, &mut browser, "anna").await;
    assert!(account(&mut browser).await.contains("anna@exempel.se"));
}

#[tokio::test]
async fn an_account_is_joined_only_by_an_address_that_the_provider_has_verified() {
    let provider = Provider::start(&people(json!({
        "bo": {"name": "Bo Al", "email": "anna@exempel.se", "email_verified": false},
        "ci": {"name": "Ci Ås", "email": "ci@exempel.se"},
        "di": {"name": "Di Ek"},
        "ek": {"name": "Ek Ö", "email": "anna@exempel.se", "email_verified": true},
    })));
    let mails = MailServer::start("plain", None);
    let arguments = |of: &Provider| [of.arguments(), mails.settings()].concat();
    let folder = tempfile::tempdir().expect("a folder");
    let program = program_in(folder, arguments(&provider)).await;
    let at = || Browser::new(&program.origin);
    let unverified = "Exempel-id har inte kontrollerat din e-postadress";
    for (who, happened) in [
        ("bo", unverified),
        ("ci", unverified),
        ("di", "Exempel-id lämnar inte ut någon e-postadress"),
    ] {
        let mut browser = at();
        let page = sign_in(&program, &provider, &mut browser, who).await;
        assert_refused(&page, &browser, 403, happened);
        assert!(found(&program, &provider, who).await.is_none());
    }
    sign_in(&program, &provider, &mut at(), "anna").await;
    let mut browser = at();
    let page = sign_in(&program, &provider, &mut browser, "ek").await;
    assert_refused(
        &page,
        &browser,
        403,
        "är kopplat till någon annan hos Exempel-id",
    );
    assert!(found(&program, &provider, "ek").await.is_none());

    // The same account, at a provider where nobody is tied to it yet.
    let anna = person(&program, &provider, "anna").await;
    let folder = program.stop();
    let another = Provider::start(&people(json!({})));
    let program = program_in(folder, arguments(&another)).await;
    let mut browser = Browser::new(&program.origin);
    sign_in(&program, &another, &mut browser, "anna").await;
    assert_eq!(person(&program, &another, "anna").await.id, anna.id);
    let told = mails.arrived(1).await;
    assert_eq!(
        told.len(),
        1,
        "told once, when the second provider came: {told:?}"
    );
    assert_eq!(told[0].header("To"), "anna@exempel.se");
    assert!(
        told[0]
            .text
            .contains("logga in på ditt konto med Exempel-id"),
        "{told:?}"
    );
}

#[tokio::test]
async fn an_answer_is_for_one_browser_and_one_time() {
    let provider = Provider::start(&people(json!({})));
    let program = program(&provider).await;
    let at = || Browser::new(&program.origin);

    let mut browser = at();
    let gone = go(&mut browser, "").await;
    let answer = provider.sign_in(&gone, "anna").await;
    let answer = back(&program, &answer).to_owned();

    let mut other = at();
    let page = other.get(&answer).await;
    assert_refused(&page, &other, 400, "började i en annan webbläsare");

    let mut begun = at();
    go(&mut begun, "").await;
    let page = begun.get(&answer).await;
    assert_refused(&page, &begun, 400, "Svaret hör till en annan inloggning");

    let mut meddler = at();
    go(&mut meddler, "").await;
    let cookie = meddler.cookie(COOKIE).expect("a cookie").to_owned();
    let altered = match cookie.strip_suffix('A') {
        Some(start) => format!("{start}B"),
        None => format!("{}A", &cookie[..cookie.len() - 1]),
    };
    meddler.set_cookie(COOKIE, &altered);
    let page = meddler.get(&answer).await;
    assert_refused(&page, &meddler, 400, "började i en annan webbläsare");

    // Whoever has copied both the cookie and the answer comes too late.
    let mut thief = at();
    thief.set_cookie(COOKIE, browser.cookie(COOKIE).expect("a cookie"));
    assert_eq!(browser.get(&answer).await.location(), "/oversikt");
    let page = thief.get(&answer).await;
    assert_refused(
        &page,
        &thief,
        400,
        "Svaret från inloggningen är redan använt",
    );

    // A code from one sign-in in the answer to another.
    let code = |address: &str| {
        let whole = Url::parse(&format!("{}{address}", program.origin)).expect("an address");
        let pair = whole.query_pairs().find(|(name, _)| name == "code");
        pair.expect("a code").1.into_owned()
    };
    let mut mixed = at();
    let gone = go(&mut mixed, "").await;
    let own = provider.sign_in(&gone, "anna").await;
    let swapped = own.replace(&code(back(&program, &own)), &code(&answer));
    let page = mixed.get(back(&program, &swapped)).await;
    assert_refused(&page, &mixed, 400, "Exempel-id godtar inte svaret");
}

#[tokio::test]
async fn whoever_cancels_is_not_signed_in() {
    let provider = Provider::start(&people(json!({})));
    let program = program(&provider).await;
    let mut browser = Browser::new(&program.origin);
    let gone = go(&mut browser, "").await;
    let answer = provider.cancel(&gone).await;
    let page = browser.get(back(&program, &answer)).await;
    assert_refused(&page, &browser, 403, "avbröts hos Exempel-id");
}

#[tokio::test]
async fn settings_that_do_not_match_are_told() {
    let mut settings = people(json!({}));
    settings["secret"] = json!("en-annan-hemlighet-hos-den-andra");
    let provider = Provider::start(&settings);
    let program = program(&provider).await;
    let mut browser = Browser::new(&program.origin);
    let page = sign_in(&program, &provider, &mut browser, "anna").await;
    assert_refused(
        &page,
        &browser,
        502,
        "Exempel-id känner inte igen den här tjänsten",
    );
    let log = program.log();
    assert!(log.contains("sign-in through the provider failed"), "{log}");
    assert!(!log.contains(SECRET), "{log}");
}

#[tokio::test]
async fn a_provider_that_is_down_leaves_sign_in_by_mail() {
    let provider = Provider::start(&people(json!({})));
    let program = program(&provider).await;
    let mut browser = Browser::new(&program.origin);
    drop(provider);
    assert_eq!(browser.get("/logga-in").await.status, 200);
    let fields = [("till".to_owned(), "/tips".to_owned())];
    let page = browser.post(GO, &fields).await;
    assert_eq!(page.status, 502);
    assert!(
        page.first("main")
            .contains("Exempel-id svarar inte just nu")
    );
    let links = page.attributes("main a", "href");
    assert!(
        links.contains(&"/logga-in?till=%2Ftips".to_owned()),
        "{links:?}"
    );
}

#[tokio::test]
async fn without_a_provider_there_is_no_such_page() {
    let program = Program::start().await;
    let mut browser = Browser::new(&program.origin);
    for path in [GO, "/logga-in/oidc/svar?state=a&code=b"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    assert_eq!(browser.post(GO, &[]).await.status, 404);
    let forms = browser.get("/logga-in").await.attributes("form", "action");
    assert!(!forms.contains(&GO.to_owned()), "{forms:?}");
}

const DOWN: &str = "Exempel-id svarar inte just nu";
const GARBAGE: &str = "Exempel-id svarade något som inte går att använda";
const SIGNATURE: &str = "Intyget från Exempel-id har inte rätt underskrift";
const AUDIENCE: &str = "Intyget från Exempel-id är utfärdat till en annan tjänst";
const EXPIRED: &str = "Intyget från Exempel-id gäller inte nu";
const NONCE: &str = "Intyget från Exempel-id gäller en annan inloggning";

/// What can be wrong before anyone has been sent to the provider.
const WRONG_DISCOVERY: [(&str, &str); 12] = [
    ("discovery-garbage", GARBAGE),
    ("discovery-page", GARBAGE),
    ("discovery-elsewhere", GARBAGE),
    ("discovery-endless", GARBAGE),
    ("discovery-fails", DOWN),
    ("discovery-hangs", DOWN),
    ("discovery-stops", DOWN),
    ("other-discovery", GARBAGE),
    ("insecure-page", GARBAGE),
    ("keys-garbage", GARBAGE),
    ("keys-elsewhere", GARBAGE),
    ("keys-fails", DOWN),
];

/// What can be wrong with an answer, with the status that tells whose fault it is.
const WRONG_ANSWER: [(&str, u16, &str); 33] = [
    ("state-swapped", 400, "Svaret hör till en annan inloggning"),
    (
        "answers-as-another",
        400,
        "Svaret hör till en annan inloggning",
    ),
    ("answers-error", 502, DOWN),
    ("answers-nothing", 502, GARBAGE),
    ("tokens-garbage", 502, GARBAGE),
    ("tokens-page", 502, GARBAGE),
    ("tokens-elsewhere", 502, GARBAGE),
    ("tokens-endless", 502, GARBAGE),
    ("tokens-fails", 502, DOWN),
    ("tokens-hangs", 502, DOWN),
    (
        "client-refused",
        502,
        "Exempel-id känner inte igen den här tjänsten",
    ),
    ("no-id-token", 502, GARBAGE),
    ("id-token-garbage", 502, GARBAGE),
    ("access-token-garbage", 502, GARBAGE),
    ("nonce-swapped", 502, NONCE),
    ("nonce-missing", 502, NONCE),
    ("other-audience", 502, AUDIENCE),
    ("more-audiences", 502, AUDIENCE),
    ("other-party", 502, AUDIENCE),
    ("other-issuer", 502, SIGNATURE),
    ("unsigned", 502, SIGNATURE),
    ("signed-with-secret", 502, SIGNATURE),
    ("signed-by-another", 502, SIGNATURE),
    ("unknown-key", 502, SIGNATURE),
    ("other-access-token", 502, SIGNATURE),
    ("expired", 502, EXPIRED),
    ("not-yet", 502, EXPIRED),
    ("another-person", 502, GARBAGE),
    ("person-garbage", 502, GARBAGE),
    ("person-fails", 502, DOWN),
    ("person-elsewhere", 502, GARBAGE),
    ("no-organisation", 502, GARBAGE),
    ("two-organisations", 502, GARBAGE),
];

/// From the button to where the bad provider sends the browser.
async fn sign_in_badly(program: &Program, browser: &mut Browser) -> Reply {
    let gone = go(browser, "").await;
    come_back_badly(program, browser, &gone).await
}

/// From where the service sends the browser to where the bad provider does.
async fn come_back_badly(program: &Program, browser: &mut Browser, gone: &str) -> Reply {
    let issuer = e2e::http::Client::new("");
    let answer = issuer.get(gone).await;
    browser.get(back(program, answer.location())).await
}

#[tokio::test]
async fn what_no_provider_may_answer_signs_nobody_in() {
    let provider = Provider::bad();
    let program = program(&provider).await;
    let tell = async |fault: &str| provider.tell(&format!("/fault?{fault}")).await;
    for (fault, happened) in WRONG_DISCOVERY {
        tell(fault).await;
        let page = Browser::new(&program.origin).post(GO, &[]).await;
        assert_eq!(page.status, 502, "{fault}: {}", page.text());
        let told = page.first("main");
        assert!(told.contains(happened), "{fault}: {told}");
    }
    for (fault, status, happened) in WRONG_ANSWER {
        tell(fault).await;
        let mut browser = Browser::new(&program.origin);
        let page = sign_in_badly(&program, &mut browser).await;
        println!("{fault}");
        assert_refused(&page, &browser, status, happened);
    }
    assert!(found(&program, &provider, "anna").await.is_none());
    let log = program.log();
    assert!(
        !log.contains("panicked") && !log.contains("eyJ"),
        "no panic, no token: {log}"
    );
    // The same provider, when it does what it should, with and without a key that is new.
    for fault in ["none", "newer-key"] {
        tell(fault).await;
        let mut browser = Browser::new(&program.origin);
        let come = sign_in_badly(&program, &mut browser).await;
        assert_eq!(come.location(), "/oversikt", "{fault}");
    }
}

#[tokio::test]
async fn addresses_that_others_could_listen_to_are_not_asked() {
    let provider = Provider::bad();
    let program = program(&provider).await;
    provider.tell("/fault?insecure-tokens").await;
    let mut browser = Browser::new(&program.origin);
    let page = sign_in_badly(&program, &mut browser).await;
    assert_refused(&page, &browser, 502, GARBAGE);
}

#[tokio::test]
async fn a_proof_that_is_asked_for_anew_is_new() {
    let provider = Provider::bad();
    let program = program(&provider).await;
    for (fault, new) in [
        ("none", false),
        ("asked-long-ago", false),
        ("asked-just-now", true),
    ] {
        provider.tell(&format!("/fault?{fault}")).await;
        let mut browser = Browser::new(&program.origin);
        let fields = [("igen".to_owned(), "ja".to_owned())];
        let gone = sent_to(&browser.post(GO, &fields).await);
        assert!(
            gone.contains("prompt=login") && gone.contains("max_age=0"),
            "{gone}"
        );
        let come = come_back_badly(&program, &mut browser, &gone).await;
        match new {
            true => assert_eq!(come.location(), "/oversikt"),
            false => assert_refused(&come, &browser, 502, EXPIRED),
        }
    }
}

#[tokio::test]
async fn nothing_but_our_own_button_begins_a_sign_in() {
    let provider = Provider::bad();
    let program = program(&provider).await;
    let mut browser = Browser::new(&program.origin);
    let page = browser.get("/logga-in/oidc?till=/tips").await;
    assert_eq!(page.location(), "/logga-in?till=%2Ftips");
    assert_eq!(browser.cookie(COOKIE), None, "a link begins nothing");
    let client = e2e::http::Client::new(&program.origin);
    let headers = [
        ("content-type", e2e::http::FORM),
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://ond.example"),
    ];
    let forged = client
        .send(hyper::Method::POST, GO, &headers, Vec::new())
        .await;
    assert_eq!(forged.status, 403, "{}", forged.text());
    assert!(forged.headers.get("set-cookie").is_none());
}

const AGENCY: &str = "--agency=Exempelmyndigheten";
const ORG_NUMBER: &str = "https://id.oidc.se/claim/orgNumber";
const ORG_AFFILIATION: &str = "https://id.oidc.se/claim/orgAffiliation";

#[tokio::test]
async fn groups_and_organisation_come_from_a_certified_provider() {
    for in_id_token in [true, false] {
        let mut settings = people(json!({
            "bo": {"email": "bo@exempel.se", "email_verified": true,
                "groups": ["andra"], ORG_AFFILIATION: "bo@2120000142"},
            "ci": {"email": "ci@exempel.se", "email_verified": true, "groups": ["upphandling"]},
        }));
        settings["people"]["anna"]["groups"] = json!(["andra", "upphandling"]);
        settings["people"]["anna"][ORG_NUMBER] = json!("2120000142");
        settings["claims"] = json!(["groups", ORG_NUMBER, ORG_AFFILIATION]);
        settings["in_id_token"] = json!(in_id_token);
        let provider = Provider::start(&settings);
        let folder = tempfile::tempdir().expect("a folder");
        command(folder.path(), &["org", "import", "--shipped", AGENCY]);
        let mut arguments = provider.arguments();
        arguments.push(AGENCY.to_owned());
        arguments.push("--oidc-group=upphandling=respondent".to_owned());
        let program = program_in(folder, arguments).await;
        // A number with a group lets in, a number alone asks to be let in, a group alone does not.
        for (who, told, not) in [
            ("anna", "Stockholms kommun", "Väntar på godkännande"),
            ("bo", "Väntar på godkännande", "Du hör inte till någon"),
            (
                "ci",
                "Du hör inte till någon organisation",
                "Stockholms kommun",
            ),
        ] {
            let mut browser = Browser::new(&program.origin);
            let come = sign_in(&program, &provider, &mut browser, who).await;
            assert_eq!(come.location(), "/oversikt");
            let mut page = browser.get("/oversikt").await;
            // Whoever belongs to one organisation comes to its page.
            if page.status == 303 {
                page = browser.get(page.location()).await;
            }
            let page = page.first("main");
            assert!(page.contains(told), "{who} {in_id_token}: {page}");
            assert!(!page.contains(not), "{who} {in_id_token}: {page}");
        }
    }
}

#[tokio::test]
async fn a_person_from_another_organisation_has_no_place_in_an_egen_installation() {
    let mut settings = people(json!({
        "bo": {"email": "bo@exempel.se", "email_verified": true, ORG_NUMBER: "232100-0016"},
    }));
    settings["people"]["anna"][ORG_NUMBER] = json!("212000-0142");
    settings["claims"] = json!([ORG_NUMBER]);
    let provider = Provider::start(&settings);
    let program = program(&provider).await;
    let mut anna = Browser::new(&program.origin);
    sign_in(&program, &provider, &mut anna, "anna").await;
    let place = program.place_to_install().await;
    let mut form = Form::all(&anna.get(&place).await).remove(0);
    form.fill("namn", "Stockholms stad");
    form.fill("nummer", "212000-0142");
    form.fill("typ", "kommun");
    let named = anna.post(&form.action, &form.press(None)).await;
    assert_eq!(named.status, 303, "{}", named.text());
    let mut bo = Browser::new(&program.origin);
    let page = sign_in(&program, &provider, &mut bo, "bo").await;
    assert_refused(&page, &bo, 403, "hör till en annan organisation");
    assert!(found(&program, &provider, "bo").await.is_none());
    let mut again = Browser::new(&program.origin);
    let come = sign_in(&program, &provider, &mut again, "anna").await;
    assert_eq!(come.status, 303, "{}", come.text());
}
