//! The pages of those who are signed in, and of those who answer without an account: what there is
//! for them to visit in a running program.

use domain::account::{Action, Actor, Role, Stage, can};
use domain::instrument::Edition;
use domain::text::Lang;
use web::routes::{Door, Page, Place as Part, ROUTES, Route, route};

use crate::cookies::Browser;
use crate::form::Form;
use crate::organisation::{self, Organisation};
use crate::places::{Place, is_document, named};
use crate::program::Program;

/// The agency that the program has to be started with, for its pages.
pub const AGENCY: &str = "--agency=Exempelmyndigheten";

/// Whose pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One's own account.
    Account,
    /// Of someone who has shown the first factor and is asked for the second.
    Halfway,
    /// A round's, at a stage, for the contact person.
    Round(Stage),
    /// A respondent's without an account, and a phone's in a workshop.
    Guest,
}

/// What to visit, and as whom.
pub struct Visit {
    /// What the browser of someone who is signed in holds.
    pub session: Option<String>,
    /// Where.
    pub places: Vec<Place>,
}

/// A round that colleagues have been asked in.
struct Led {
    organisation: Organisation,
    contact: Browser,
    /// The beginning of its addresses.
    path: String,
    /// What opens the answers of someone who came by the common link, and that link.
    guest: String,
    common: String,
    voice: String,
}

impl Whose {
    /// Puts what there is to see in the program, and tells where it is.
    pub async fn prepare(self, program: &Program, edition: &Edition, lang: Lang) -> Visit {
        let database = format!("sqlite:{}", program.database().display());
        let of_account = |route: &Route, halfway: bool| {
            let about_the_second = matches!(route.page, Page::SecondFactor | Page::Recovery);
            // There is no provider here.
            let away = matches!(route.page, Page::Oidc | Page::OidcReturn);
            route.place == Part::Account && !away && about_the_second == halfway
        };
        match self {
            Whose::Account | Whose::Halfway => {
                let is_halfway = self == Whose::Halfway;
                let session = match is_halfway {
                    true => organisation::halfway(&database).await,
                    false => Organisation::put_in(&database).await.session,
                };
                let routes = |route: &Route| of_account(route, is_halfway);
                visit(edition, lang, Door::None, Some(session), &[], routes)
            }
            Whose::Round(stage) => {
                let led = Led::come_to(program, &database, stage).await;
                let round = led.path.rsplit('/').next().expect("a round");
                let names = [
                    ("org", led.organisation.public_id.as_str()),
                    ("round", round),
                    ("role", "ledning"),
                    ("voice", led.voice.as_str()),
                ];
                let contact = Actor::Member(Role::Contact);
                let routes = |route: &Route| {
                    // Nobody is removed when answering is closed, and the first round has none
                    // before it.
                    let over = route.page == Page::RemoveRespondent && stage != Stage::Answering;
                    let before = [Page::Changes, Page::LastTime, Page::LastTimeGoal];
                    route.doors().contains(&Door::Member)
                        && !over
                        && !before.contains(&route.page)
                        && can(contact, route.need, Some(stage))
                };
                let session = Some(led.organisation.session.clone());
                visit(edition, lang, Door::Member, session, &names, routes)
            }
            Whose::Guest => {
                let led = Led::come_to(program, &database, Stage::Answering).await;
                let names = [("key", led.guest.as_str())];
                let routes = |route: &Route| {
                    route.doors().contains(&Door::Guest) && route.need == Action::Answer
                };
                let mut all = visit(edition, lang, Door::Guest, None, &names, routes);
                let mut meeting = Led::come_to(program, &database, Stage::Agreeing).await;
                let code = meeting.workshop().await;
                for (page, key) in [(Page::Join, &led.common), (Page::Phone, &code)] {
                    let names = [("key", key.as_str())];
                    all.places
                        .push(named(edition, route(page), Door::None, lang, &names));
                }
                all
            }
        }
    }
}

/// The pages of some lines of the route table.
fn visit(
    edition: &Edition,
    lang: Lang,
    door: Door,
    session: Option<String>,
    names: &[(&str, &str)],
    wanted: impl Fn(&Route) -> bool,
) -> Visit {
    let places: Vec<Place> = ROUTES
        .iter()
        .filter(|route| is_document(route.page) && wanted(route))
        .map(|route| named(edition, route, door, lang, names))
        .collect();
    assert!(!places.is_empty());
    Visit { session, places }
}

fn fields(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    fields.iter().map(own).collect()
}

impl Led {
    /// A round that has come to a stage.
    async fn come_to(program: &Program, database: &str, stage: Stage) -> Self {
        let organisation = Organisation::put_in(database).await;
        let mut contact = organisation.contact(&program.origin);
        let new = format!("/o/{}/ny", organisation.public_id);
        let started = contact.post(&new, &fields(&[("gor", "hela")])).await;
        let path = started.location().strip_suffix("/leda");
        let path = path.expect("where one leads").to_owned();
        let mut led = Led {
            organisation,
            contact,
            path,
            guest: String::new(),
            common: String::new(),
            voice: String::new(),
        };
        led.ask(program).await;
        if stage >= Stage::Agreeing {
            led.post("stang", &[]).await;
            led.say_whom().await;
            led.post("workshop", &[("gor", "starta")]).await;
        }
        if stage >= Stage::Submitted {
            led.post("lamna-in", &[]).await;
        }
        if stage >= Stage::Withdrawn {
            led.post("aterta", &[("skal", "Vi räknade fel bolag.")])
                .await;
        }
        led
    }

    async fn post(&mut self, page: &str, with: &[(&str, &str)]) {
        let address = format!("{}/{page}", self.path);
        let reply = self.contact.post(&address, &fields(with)).await;
        assert_eq!(reply.status, 303, "{address}: {}", reply.text());
    }

    /// Asks the management, and lets someone in by the common link.
    async fn ask(&mut self, program: &Program) {
        self.post("fraga-kollegor", &[("roll", "ledning")]).await;
        let audience = format!("{}/fraga-kollegor/ledning", self.path);
        let link = self
            .contact
            .get(&audience)
            .await
            .attributes("#lank", "value");
        let (_, common) = link[0].rsplit_once('/').expect("a key");
        common.clone_into(&mut self.common);
        let mut guest = Browser::new(&program.origin);
        let joined = guest.post(&format!("/delta/{common}"), &[]).await;
        let own = joined.location().strip_prefix("/svara/");
        let own = own.and_then(|own| own.strip_suffix("/adress"));
        own.expect("a svarslänk").clone_into(&mut self.guest);
        let shown = self.contact.get(&audience).await;
        let ways = shown.attributes("main a[href*='/ta-bort/']", "href");
        let (_, voice) = ways[0].rsplit_once('/').expect("a voice");
        voice.clone_into(&mut self.voice);
    }

    /// Says whom the answers cover, which handing in asks for.
    async fn say_whom(&mut self) {
        let address = format!("{}/om-er", self.path);
        let page = self.contact.get(&address).await;
        let mut form = Form::all(&page).remove(0);
        form.fill("omfattar", "egna");
        let reply = self.contact.post(&form.action, &form.press(None)).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
    }

    /// The code of its workshop.
    async fn workshop(&mut self) -> String {
        let screen = self.contact.get(&format!("{}/workshop", self.path)).await;
        let address = screen.first(".address");
        let (_, code) = address.rsplit_once('/').expect("a code");
        code.to_owned()
    }
}
