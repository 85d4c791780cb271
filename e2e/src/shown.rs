//! The pages of an organisation and of the agency in a service to show, where there is something on
//! each of them: what has been handed in, compared, agreed on, and let others see.

use domain::instrument::Edition;
use domain::text::Lang;
use web::routes::{Door, Page, Place as Part, ROUTES, Route, fill, route};

use crate::cookies::Browser;
use crate::form::Form;
use crate::members::Visit;
use crate::organisation::COOKIE;
use crate::places::{Place, is_document, named};
use crate::program::Program;

/// The page with everyone whom one can sign in as, as the program tells it.
pub fn cast(program: &Program) -> String {
    let out = program.out();
    let key = out
        .split("/demo/")
        .nth(1)
        .and_then(|rest| rest.lines().next());
    format!("/demo/{}", key.expect("an address"))
}

/// Someone of the cast who is signed in.
struct Shown {
    browser: Browser,
    lang: Lang,
    places: Vec<Place>,
}

impl Shown {
    /// Signs in as the one whose address begins like this.
    async fn sign_in(program: &Program, lang: Lang, who: &str) -> Self {
        let page = cast(program);
        let mut browser = Browser::new(&program.origin);
        let cast = browser.get(&page).await;
        let sent = Form::all(&cast).into_iter().map(|form| form.press(None));
        let fields = sent.filter(|sent| sent.iter().any(|(_, value)| value.starts_with(who)));
        let fields: Vec<_> = fields.collect();
        assert_eq!(fields.len(), 1, "{who}");
        let signed_in = browser.post(&page, &fields[0]).await;
        assert_eq!(signed_in.location(), "/oversikt");
        Shown {
            browser,
            lang,
            places: Vec::new(),
        }
    }

    /// The public id of the organisation that someone belongs to.
    async fn organisation(&mut self) -> String {
        let overview = self.browser.get("/oversikt").await;
        let own = overview.location().strip_prefix("/o/");
        own.expect("one organisation").to_owned()
    }

    /// The addresses on a page that go by the pattern of another. Both are of the organisation.
    async fn ways(&mut self, from: Page, organisation: &str, to: Page) -> Vec<String> {
        let address = self.address(from, organisation);
        let page = self.browser.get(&address).await;
        assert_eq!(page.status, 200, "{address}");
        let pattern = route(to).pattern(self.lang, door(to));
        let parts: Vec<&str> = pattern.split('/').collect();
        let goes = |way: &String| {
            let found: Vec<&str> = way.split('/').collect();
            let mut both = found.iter().zip(&parts);
            found.len() == parts.len()
                && both.all(|(found, part)| part.starts_with('{') || found == part)
        };
        page.attributes("main a", "href")
            .into_iter()
            .filter(goes)
            .collect()
    }

    fn address(&self, page: Page, organisation: &str) -> String {
        fill(&route(page).pattern(self.lang, Door::None), &[organisation])
    }

    /// Notes the first of the ways from one page to another.
    async fn way(&mut self, from: Page, organisation: &str, to: Page) {
        let ways = self.ways(from, organisation, to).await;
        let path = ways.first().unwrap_or_else(|| panic!("no way to {to:?}"));
        self.note(to, path.clone());
    }

    /// The round that the organisation's page leads to a page of.
    async fn round(&mut self, page: Page, organisation: &str) -> String {
        let ways = self.ways(Page::Organisation, organisation, page).await;
        let mut parts = ways.first().map(|way| way.rsplit('/')).expect("a way");
        parts.nth(1).expect("a round").to_owned()
    }

    /// Notes a page of a round; of the first goal, if it is about one.
    fn of_round(&mut self, edition: &Edition, organisation: &str, round: &str, page: Page) {
        let names = [("org", organisation), ("round", round)];
        let place = named(edition, route(page), Door::Member, self.lang, &names);
        self.places.push(place);
    }

    /// Notes an action of a plan, and the own page of one who does what the plan says.
    async fn of_plan(&mut self, organisation: &str, plan: &str) {
        let address = |page| {
            fill(
                &route(page).pattern(self.lang, Door::None),
                &[organisation, plan],
            )
        };
        let (whole, owners) = (address(Page::Plan), address(Page::PlanOwners));
        let page = self.browser.get(&whole).await;
        let actions = page.attributes(".tasks a", "href");
        self.note(Page::PlanEntry, actions.first().expect("an action").clone());
        let page = self.browser.get(&owners).await;
        let addresses = page.attributes("input[readonly]", "value");
        let secret = addresses
            .first()
            .and_then(|address| address.rsplit('/').next());
        let pattern = route(Page::OwnActions).pattern(self.lang, Door::None);
        self.note(
            Page::OwnActions,
            fill(&pattern, &[secret.expect("an address")]),
        );
    }

    fn note(&mut self, page: Page, path: String) {
        self.places.push(Place {
            page,
            lang: self.lang,
            path,
        });
    }

    /// Notes the pages of some lines of the route table.
    fn lines(
        &mut self,
        edition: &Edition,
        names: &[(&str, &str)],
        wanted: impl Fn(&Route) -> bool,
    ) {
        let lines = ROUTES.iter().filter(|route| is_document(route.page));
        let lines = lines.filter(|route| wanted(route));
        let places = lines.map(|route| named(edition, route, Door::None, self.lang, names));
        self.places.extend(places);
    }

    fn visit(self) -> Visit {
        let session = self.browser.cookie(COOKIE).map(str::to_owned);
        assert!(session.is_some() && !self.places.is_empty());
        Visit {
            session,
            places: self.places,
        }
    }
}

fn door(page: Page) -> Door {
    match route(page).place {
        Part::Round(_) => Door::Member,
        _ => Door::None,
    }
}

/// The pages of an organisation, outside its rounds, and what a round shows that began from the one
/// before it.
pub async fn organisation(program: &Program, edition: &Edition, lang: Lang) -> Vec<Visit> {
    let mut alva = Shown::sign_in(program, lang, "alva@").await;
    let own = alva.organisation().await;
    let networks = alva.ways(Page::Networks, &own, Page::Network).await;
    let (_, network) = networks[0].rsplit_once('/').expect("a network");
    let by_way = [
        Page::NetworkInvitation,
        Page::ManageNetwork,
        Page::PartnerMessage,
        Page::PlanEntry,
    ];
    let plans = alva.ways(Page::Plans, &own, Page::Plan).await;
    let (_, plan) = plans[0].rsplit_once('/').expect("a plan");
    let names = [("org", own.as_str()), ("network", network), ("plan", plan)];
    alva.lines(edition, &names, |route| {
        route.place == Part::Organisation && !by_way.contains(&route.page)
    });
    alva.way(Page::Organisation, &own, Page::NetworkInvitation)
        .await;
    alva.way(Page::Partners, &own, Page::PartnerMessage).await;
    alva.of_plan(&own, plan).await;
    for page in [
        Page::Result,
        Page::Decision,
        Page::Differences,
        Page::Receipt,
    ] {
        alva.way(Page::Organisation, &own, page).await;
    }
    let id = alva.round(Page::Differences, &own).await;
    alva.of_round(edition, &own, &id, Page::Changes);

    let mut elsa = Shown::sign_in(program, lang, "elsa@").await;
    let region = elsa.organisation().await;
    let looked_after = elsa.ways(Page::Networks, &region, Page::Network).await;
    let (_, network) = looked_after[0].rsplit_once('/').expect("a network");
    elsa.lines(
        edition,
        &[("org", &region), ("network", network)],
        |route| route.page == Page::ManageNetwork,
    );
    let id = elsa.round(Page::Lead, &region).await;
    for page in [Page::Lead, Page::LastTime, Page::LastTimeGoal] {
        elsa.of_round(edition, &region, &id, page);
    }
    vec![alva.visit(), elsa.visit()]
}

/// The agency's pages, by whoever each is for.
pub async fn agency(program: &Program, edition: &Edition, lang: Lang) -> Vec<Visit> {
    let own = Shown::sign_in(program, lang, "alva@")
        .await
        .organisation()
        .await;
    let mut visits = Vec::new();
    for (who, needs) in [
        ("greta@", domain::account::Action::HandleOrganisations),
        ("iris@", domain::account::Action::PublishReleases),
        ("karin@", domain::account::Action::ManageAgency),
        ("karin@", domain::account::Action::ReadAgencyLog),
        ("karin@", domain::account::Action::SeeAgency),
        ("hugo@", domain::account::Action::ReadFeedback),
    ] {
        let mut officer = Shown::sign_in(program, lang, who).await;
        let names = [
            ("organisation", own.as_str()),
            ("date", WAVE),
            ("about", "service"),
        ];
        officer.lines(edition, &names, |route| {
            route.place == Part::Agency && route.need == needs
        });
        visits.push(officer.visit());
    }
    let all = ROUTES.iter().filter(|route| route.place == Part::Agency);
    let all = all.filter(|route| is_document(route.page)).count();
    let visited: usize = visits.iter().map(|visit| visit.places.len()).sum();
    assert_eq!(visited, all, "every page of the agency");
    visits
}

/// The date of the latest wave there.
const WAVE: &str = "2030-03-31";
