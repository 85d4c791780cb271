//! Pages: the route table, handlers, templates and assets, as an axum router.

mod assets;
mod body;
mod context;
mod error;
mod events;
mod forms;
mod headers;
mod kept;
mod layout;
mod log;
mod mail;
mod markdown;
mod negotiation;
mod pages;
pub mod routes;
mod session;
mod words;

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, Request, StatusCode};
use axum::response::Response;
use axum::routing::MethodRouter;
use axum::{Extension, Router, middleware};
use domain::text::Lang;
use service::App;
use service::search::Search;
use service::workshops::Live;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{
    MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};
use tower_http::timeout::TimeoutLayer;

use crate::assets::Assets;
use crate::context::Here;
use crate::routes::{Page, ROUTES};

/// Longest time a request may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// What handlers share.
pub(crate) struct Web {
    pub(crate) app: Arc<App>,
    pub(crate) assets: Assets,
    /// Workshops that someone follows.
    pub(crate) live: Live,
    search: OnceLock<Search>,
}

impl Web {
    fn new(app: Arc<App>, live: Live) -> Arc<Self> {
        Arc::new(Web {
            app,
            assets: Assets::load(),
            live,
            search: OnceLock::new(),
        })
    }

    /// What can be found; the index is made the first time.
    pub(crate) fn search(&self) -> &Search {
        self.search.get_or_init(|| {
            Search::new(&self.app.content, |lang| {
                pages::hub::search::information(self, lang)
            })
        })
    }
}

/// Gives every request an id of random bytes, to join a page's error with a line in the log.
#[derive(Clone)]
struct RequestIds(Arc<App>);

impl MakeRequestId for RequestIds {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        let id = u64::from_be_bytes(self.0.bytes());
        format!("{id:016x}").parse().ok().map(RequestId::new)
    }
}

/// Answers requests until `stop` ends, and then finishes those that are under way.
///
/// # Errors
/// When the listener can no longer be listened on.
pub async fn serve(
    app: Arc<App>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let live = Live::default();
    let web = Web::new(app, live.clone());
    // Nobody's search shall wait for the index.
    web.search();
    let service = routes(web).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(async move {
            stop.await;
            // They would go on for an hour.
            live.stop();
        })
        .await
}

/// The whole service as a router. Needs `ConnectInfo<SocketAddr>` for limits per requester.
pub fn router(app: Arc<App>) -> Router {
    routes(Web::new(app, Live::default()))
}

fn routes(web: Arc<Web>) -> Router {
    let app = Arc::clone(&web.app);
    let mut router = Router::new();
    for route in ROUTES {
        for lang in Lang::ALL {
            if lang == Lang::En && !route.has_languages() {
                continue;
            }
            for door in route.doors() {
                let here = Here {
                    page: route.page,
                    lang,
                    door: *door,
                };
                let handlers: MethodRouter<Arc<Web>> = handlers(route.page)
                    .layer::<_, std::convert::Infallible>(middleware::from_fn(log::matched))
                    .layer(Extension(here));
                let handlers = match kept::keeps(route, *door) {
                    true => {
                        handlers.layer(middleware::from_fn_with_state(Arc::clone(&web), kept::keep))
                    }
                    false => handlers,
                };
                router = router.route(&route.pattern(lang, *door), handlers);
            }
        }
    }
    let id = HeaderName::from_static("x-request-id");
    router
        .fallback(|| async { error::Failure::NotFound })
        .layer(DefaultBodyLimit::max(body::LIMIT))
        .layer(middleware::from_fn(body::refuse_large))
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIMEOUT,
        ))
        .layer(CatchPanicLayer::custom(|_| -> Response {
            use axum::response::IntoResponse;
            error::Failure::Internal.into_response()
        }))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&web),
            error::pages,
        ))
        .layer(
            // Level 4 takes nearly twice as long for a fifteenth fewer bytes.
            CompressionLayer::new()
                .quality(CompressionLevel::Precise(2))
                .compress_when(
                    DefaultPredicate::new().and(NotForContentType::const_new("font/woff2")),
                ),
        )
        .layer(middleware::from_fn_with_state(
            Arc::clone(&web),
            headers::add,
        ))
        .layer(PropagateRequestIdLayer::new(id.clone()))
        .layer(log::layer())
        .layer(SetRequestIdLayer::new(id, RequestIds(app)))
        .with_state(web)
}

/// The handlers of a page. The compiler sees to it that no page of the table is without.
fn handlers(page: Page) -> MethodRouter<Arc<Web>> {
    use axum::routing::get;
    use pages::{
        account, agency, asked, comparison, hub, leading, machine, open_data, openness,
        organisation, plan, previous, public, round, submission, workshop,
    };
    match page {
        Page::Start => get(public::start::get),
        Page::HowItWorks => get(public::how_it_works::get),
        Page::Method => get(public::method::get),
        Page::ComparisonMethod => get(comparison::method::get),
        Page::Statistics => get(comparison::statistics::get),
        Page::StatisticsWave => get(comparison::statistics::of_date),
        Page::StatisticsGoal => get(comparison::statistics_goal::get),
        Page::Strategy => get(public::strategy::get),
        Page::StrategyGoal => get(public::goal::get),
        Page::Hub => get(hub::start::get),
        Page::Glossary => get(hub::glossary::get),
        Page::Topic => get(hub::topic::get),
        Page::HubPage => get(hub::page::get),
        Page::HubText => get(hub::page::text),
        Page::Search => get(hub::search::get),
        Page::Questions => get(public::questions::get),
        Page::Question => get(public::question::get),
        Page::Tips => get(public::tips::get),
        Page::Tip => get(public::tip::get),
        Page::About => get(public::sender::about),
        Page::Privacy => get(public::sender::privacy),
        Page::Cookies => get(public::sender::cookies),
        Page::Accessibility => get(public::sender::accessibility),
        Page::Contact => get(public::sender::contact),
        Page::OpenData => get(open_data::index::get),
        Page::Dataset => get(open_data::dataset::get),
        Page::DataFile => get(open_data::file::get),
        Page::DataSchema => get(open_data::schema::get),
        Page::Catalogue => get(open_data::catalogue::negotiated),
        Page::CatalogueFile => get(open_data::catalogue::file),
        Page::Feedback => get(public::feedback::get).post(public::feedback::post),
        Page::New => get(round::new::get).post(round::new::post),
        Page::Open => get(round::open::get).post(round::open::post),
        Page::Home => get(round::home::get).post(round::home::post),
        Page::Address => get(round::address::get),
        Page::Goal => get(round::goal::get),
        Page::GoalForm => get(round::goal_form::get).post(round::goal_form::post),
        Page::Answer => get(round::answer::get).post(round::answer::post),
        Page::Check => get(round::check::get).post(round::check::post),
        Page::Facts => get(round::facts::get).post(round::facts::post),
        Page::Save => get(round::save::get),
        Page::File => get(round::save::file),
        Page::Share => get(round::share::get).post(round::share::post),
        Page::Delete => get(round::delete::get).post(round::delete::post),
        Page::Deepen => get(round::deepen::get).post(round::deepen::post),
        Page::LastTime => get(previous::overview::get),
        Page::LastTimeGoal => get(previous::goal::get).post(previous::goal::post),
        Page::Changes => get(previous::changes::get),
        Page::Result => get(round::result::get),
        Page::GoalResult => get(round::goal_result::get),
        Page::RoundTips => get(round::tips::get),
        Page::Targets => get(round::targets::get).post(round::targets::post),
        Page::WhatIf => get(round::what_if::get),
        Page::FindOut => get(round::find_out::get),
        Page::Decision => get(round::decision::get).post(round::decision::post),
        Page::Record => get(round::record::get),
        Page::Overview => get(organisation::overview::get),
        Page::HowToJoin => get(organisation::join::about),
        Page::JoinOrganisation => get(organisation::join::get).post(organisation::join::post),
        Page::Invitation => get(organisation::invitation::get).post(organisation::invitation::post),
        Page::Install => get(organisation::install::get).post(organisation::install::post),
        Page::Demo => get(account::demo::get).post(account::demo::post),
        Page::Organisation => get(organisation::home::get),
        Page::Members => get(organisation::members::get).post(organisation::members::post),
        Page::ConfirmMembers => get(organisation::confirm::get).post(organisation::confirm::post),
        Page::Details => get(organisation::details::get).post(organisation::details::post),
        Page::Trend => get(organisation::trend::get),
        Page::Compare => get(comparison::compare::get),
        Page::CompareGoal => get(comparison::compare_goal::get),
        Page::Log => get(organisation::log::get),
        Page::Owned => get(organisation::owned::get),
        Page::Participation => get(organisation::participation::get),
        Page::Export => get(organisation::export::get),
        Page::ExportFile => get(organisation::export::file),
        Page::LeaveService => {
            get(organisation::leave_service::get).post(organisation::leave_service::post)
        }
        Page::Leave => get(organisation::leave::get).post(organisation::leave::post),
        Page::Plans => get(plan::list::get).post(plan::list::post),
        Page::Plan => get(plan::view::get),
        Page::PlanEntry => get(plan::entry::get).post(plan::entry::post),
        Page::PlanOwners => get(plan::owners::get).post(plan::owners::post),
        Page::PlanApprove => get(plan::approve::get).post(plan::approve::post),
        Page::PlanClose => get(plan::close::get).post(plan::close::post),
        Page::PlanFile => get(plan::files::get),
        Page::PlanLoad => get(plan::load::get).post(plan::load::post),
        Page::OwnActions => get(plan::owner::get).post(plan::owner::post),
        Page::OwnCalendar => get(plan::files::own_calendar),
        Page::Networks => get(openness::networks::get),
        Page::NewNetwork => get(openness::new_network::get).post(openness::new_network::post),
        Page::Network => get(openness::network::get),
        Page::NetworkInvitation => get(openness::invitation::get).post(openness::invitation::post),
        Page::ManageNetwork => get(openness::manage::get).post(openness::manage::post),
        Page::LeaveNetwork => get(openness::leave::get).post(openness::leave::post),
        Page::Similar => get(openness::similar::get),
        Page::Partners => get(openness::partners::get),
        Page::PartnerOffers => get(openness::offers::get).post(openness::offers::post),
        Page::PartnerMessage => get(openness::message::get).post(openness::message::post),
        Page::Agency => get(agency::home::get),
        Page::Applications => get(agency::applications::get).post(agency::applications::post),
        Page::Organisations => get(agency::organisations::get),
        Page::AgencyOrganisation => get(agency::organisation::get).post(agency::organisation::post),
        Page::AgencyPeople => get(agency::people::get).post(agency::people::post),
        Page::Replies => get(public::replies::get),
        Page::Opinions => get(agency::opinions::get),
        Page::Opinion => get(agency::opinion::get).post(agency::opinion::post),
        Page::AgencyLog => get(agency::log::get),
        Page::Waves => get(agency::waves::get).post(agency::waves::post),
        Page::Wave => get(agency::wave::get).post(agency::wave::post),
        Page::WaveReport => get(agency::wave::report::file),
        Page::SignIn => get(account::sign_in::get).post(account::sign_in::post),
        Page::SignInCode => get(account::code::get).post(account::code::post),
        Page::SecondFactor => get(account::second_factor::get).post(account::second_factor::post),
        Page::Recovery => get(account::recovery::get).post(account::recovery::post),
        Page::Oidc => get(account::oidc::get).post(account::oidc::post),
        Page::OidcReturn => get(account::oidc::come),
        Page::Ties => get(account::ties::get).post(account::ties::post),
        Page::SignOut => get(account::sign_out::get).post(account::sign_out::post),
        Page::Account => get(account::home::get).post(account::home::post),
        Page::Email => get(account::email::get).post(account::email::post),
        Page::Factors => get(account::factors::get).post(account::factors::post),
        Page::Authenticator => get(account::authenticator::get).post(account::authenticator::post),
        Page::Passkey => get(account::passkey::get).post(account::passkey::post),
        Page::RecoveryCodes => {
            get(account::recovery_codes::get).post(account::recovery_codes::post)
        }
        Page::Sessions => get(account::sessions::get).post(account::sessions::post),
        Page::CloseAccount => get(account::close::get).post(account::close::post),
        Page::StepUp => get(account::step_up::get).post(account::step_up::post),
        Page::KeptForms => get(account::kept::get).post(account::kept::post),
        Page::StartRound => get(leading::start::get).post(leading::start::post),
        Page::Lead => get(leading::lead::get).post(leading::lead::post),
        Page::Colleagues => get(leading::colleagues::get).post(leading::colleagues::post),
        Page::Audience => get(leading::audience::get).post(leading::audience::post),
        Page::RemoveRespondent => get(leading::remove::get).post(leading::remove::post),
        Page::Close => get(leading::close::get).post(leading::close::post),
        Page::Differences => get(leading::differences::get).post(leading::differences::post),
        Page::Agreement => get(leading::agreement::get).post(leading::agreement::post),
        Page::Join => get(asked::join::get).post(asked::join::post),
        Page::OwnAddress => get(asked::address::get).post(asked::address::post),
        Page::Form => get(asked::form::get).post(asked::form::post),
        Page::FormFile => get(asked::form::file),
        Page::FormLoad => get(asked::form::back).post(asked::form::load),
        Page::Reminders => get(asked::reminders::get).post(asked::reminders::post),
        Page::ReadLinks => get(leading::share::get).post(leading::share::post),
        Page::Review => get(submission::review::get),
        Page::HandIn => get(submission::hand_in::get).post(submission::hand_in::post),
        Page::Receipt => get(submission::receipt::get),
        Page::ReceiptFile => get(submission::receipt::file),
        Page::Withdraw => get(submission::withdraw::get).post(submission::withdraw::post),
        Page::Workshop => get(workshop::screen::get).post(workshop::screen::post),
        Page::WorkshopEvents => get(workshop::events::screen),
        Page::Phone => get(workshop::phone::get).post(workshop::phone::post),
        Page::PhoneEvents => get(workshop::events::phone),
        Page::Live => get(machine::live),
        Page::Ready => get(machine::ready),
        Page::Asset => get(assets::get),
        Page::Robots => get(machine::robots),
    }
}
