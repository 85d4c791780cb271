//! The one route table. A route that is not in it does not exist: the router, the language
//! switch, the permission tests and the accessibility tests are all built from it.

use domain::account::Action;
use domain::text::Lang;

/// A page, whatever its language and method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// What it is, and the way in.
    Start,
    /// Steps, time, what others see.
    HowItWorks,
    /// The rules in plain words.
    Method,
    /// How the comparison is made, in plain words.
    ComparisonMethod,
    /// What the latest published wave shows.
    Statistics,
    /// What a published wave shows.
    StatisticsWave,
    /// The same for one goal, over groups and by question.
    StatisticsGoal,
    /// The strategy's goals.
    Strategy,
    /// One of them, at length.
    StrategyGoal,
    /// Where the knowledge hub begins.
    Hub,
    /// The words that the hub explains.
    Glossary,
    /// Everything about one topic.
    Topic,
    /// An article, example, tool or template.
    HubPage,
    /// The same as plain text.
    HubText,
    /// Search over everything that is public.
    Search,
    /// All questions and levels.
    Questions,
    /// One question, readable without a round.
    Question,
    /// All tips.
    Tips,
    /// One tip.
    Tip,
    /// Who runs the service.
    About,
    /// Personal data.
    Privacy,
    /// Cookies.
    Cookies,
    /// Accessibility statement.
    Accessibility,
    /// Contact.
    Contact,
    /// Open data: which there is, on what terms, and where.
    OpenData,
    /// One dataset: its files and what its columns mean.
    Dataset,
    /// A file of a dataset.
    DataFile,
    /// The schema of a dataset's files.
    DataSchema,
    /// The catalogue that data portals read, in the syntax that is asked for.
    Catalogue,
    /// The catalogue in one syntax.
    CatalogueFile,
    /// "Var det här begripligt och användbart?"
    Feedback,
    /// What was done about what readers said.
    Replies,
    /// Start a round.
    New,
    /// Load a saved round.
    Open,
    /// A round's task list.
    Home,
    /// The secret address, to keep.
    Address,
    /// A goal's questions and how far they have come.
    Goal,
    /// A whole goal on one page.
    GoalForm,
    /// One question to answer.
    Answer,
    /// Check a goal's answers and mark it done.
    Check,
    /// Whom the answers cover, kind and size.
    Facts,
    /// Save the round as a file.
    Save,
    /// The file itself.
    File,
    /// Read-only addresses.
    Share,
    /// Delete the round.
    Delete,
    /// From snabbkollen to hela kollen.
    Deepen,
    /// The result.
    Result,
    /// One goal's result.
    GoalResult,
    /// The round's tips in order.
    RoundTips,
    /// Which level each goal is to reach.
    Targets,
    /// What ticked tips would lead to.
    WhatIf,
    /// What to find out and whom to ask.
    FindOut,
    /// One page for those who decide.
    Decision,
    /// The full record.
    Record,
    /// The organisations one belongs to.
    Overview,
    /// How an organisation joins.
    HowToJoin,
    /// Ask to join one.
    JoinOrganisation,
    /// An invitation to an organisation.
    Invitation,
    /// The first step of an egen installation.
    Install,
    /// Everyone whom one can sign in as, in a service to show.
    Demo,
    /// An organisation's first page.
    Organisation,
    /// Who belongs to it.
    Members,
    /// Who still belongs to it, once a year.
    ConfirmMembers,
    /// What is known of it.
    Details,
    /// How the goals have stood in what it has handed in.
    Trend,
    /// Where it stands beside a group of its likes.
    Compare,
    /// The same for one goal's questions.
    CompareGoal,
    /// What has been done in it.
    Log,
    /// What the organisations it owns have handed in.
    Owned,
    /// In which groups it is counted, and from when.
    Participation,
    /// Take out everything it has.
    Export,
    /// That, as one file.
    ExportFile,
    /// Leave the service, and delete what it has.
    LeaveService,
    /// Leave it.
    Leave,
    /// The organisation's plans, and making one.
    Plans,
    /// A plan.
    Plan,
    /// One tip or own action of a plan, and what is decided about it.
    PlanEntry,
    /// Those who do what a plan says.
    PlanOwners,
    /// Note that a plan is approved.
    PlanApprove,
    /// Close a plan.
    PlanClose,
    /// A plan as a table, and its days for a calendar.
    PlanFile,
    /// Load a plan's table.
    PlanLoad,
    /// An owner's own actions, without an account.
    OwnActions,
    /// Their days for a calendar.
    OwnCalendar,
    /// The networks that an organisation is in and is invited to.
    Networks,
    /// Found a network.
    NewNetwork,
    /// A network, with the levels of its members.
    Network,
    /// An invitation to a network: who would see what, and the answer.
    NetworkInvitation,
    /// Look after a network: invite, remove, rename, close.
    ManageNetwork,
    /// Leave a network.
    LeaveNetwork,
    /// The organisations most alike one, by open facts.
    Similar,
    /// Those who have chosen to tell how they work towards a goal.
    Partners,
    /// Choose to tell, and take it back.
    PartnerOffers,
    /// Write to one who tells.
    PartnerMessage,
    /// The agency's first page.
    Agency,
    /// Who waits to join, and appointments to decide.
    Applications,
    /// Find an organisation in the register.
    Organisations,
    /// One organisation as the agency sees it.
    AgencyOrganisation,
    /// The agency's own people.
    AgencyPeople,
    /// What readers said, for editors.
    Opinions,
    /// What readers said about one thing, and telling what was done about it.
    Opinion,
    /// What the agency has done.
    AgencyLog,
    /// The comparisons, and closing one.
    Waves,
    /// One comparison: what it shows, what it does not, and publishing it.
    Wave,
    /// What one does not show and why, as a file.
    WaveReport,
    /// Sign in: an address to mail a code to.
    SignIn,
    /// Sign in: the code.
    SignInCode,
    /// Sign in: the second factor.
    SecondFactor,
    /// A recovery code in place of the second factor.
    Recovery,
    /// Sign in through the operator's provider: away.
    Oidc,
    /// Sign in through the operator's provider: back.
    OidcReturn,
    /// Sign out.
    SignOut,
    /// One's own account.
    Account,
    /// Another e-mail address.
    Email,
    /// The second step at sign-in.
    Factors,
    /// Add an authenticator app.
    Authenticator,
    /// Add a passkey.
    Passkey,
    /// New recovery codes.
    RecoveryCodes,
    /// The sign-in services that one's account is tied to.
    Ties,
    /// Where one is signed in.
    Sessions,
    /// Close one's account.
    CloseAccount,
    /// Show once more who it is.
    StepUp,
    /// Forms that were sent when the session had ended.
    KeptForms,
    /// Start an organisation's round.
    StartRound,
    /// Lead a round: stage, progress, reminders.
    Lead,
    /// Which roles are asked what.
    Colleagues,
    /// One role: its questions, invitations, the common address.
    Audience,
    /// Remove a respondent.
    RemoveRespondent,
    /// Close a round for answers.
    Close,
    /// Where the respondents disagree.
    Differences,
    /// One question: what was answered, and what the group agrees on.
    Agreement,
    /// What a common address leads to.
    Join,
    /// A svarslänk, to keep.
    OwnAddress,
    /// Reminders on or off.
    Reminders,
    /// Last time's answers, to confirm: how far each goal has come.
    LastTime,
    /// Last time's answers in one goal.
    LastTimeGoal,
    /// What has changed since last time.
    Changes,
    /// Read links to an organisation's round.
    ReadLinks,
    /// Everything that is about to be handed in.
    Review,
    /// Hand in.
    HandIn,
    /// The receipt of what was handed in.
    Receipt,
    /// Exactly what was handed in.
    ReceiptFile,
    /// Withdraw what was handed in.
    Withdraw,
    /// A workshop on a shared screen.
    Workshop,
    /// Tells the shared screen that there is something new.
    WorkshopEvents,
    /// A workshop on a phone.
    Phone,
    /// Tells a phone that there is something new.
    PhoneEvents,
    /// A form to fill in elsewhere, and to load back.
    Form,
    /// The form itself.
    FormFile,
    /// Load a filled-in form.
    FormLoad,
    /// Is the process alive?
    Live,
    /// Can it serve?
    Ready,
    /// Stylesheet, script, font, icon.
    Asset,
    /// For crawlers.
    Robots,
}

/// Where an address begins, and so what the page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The service itself.
    Open,
    /// Something that a key in the address opens: an invitation, a workshop. The handler finds out
    /// what the key is worth.
    Key,
    /// The account of whoever is signed in, and the way in to it.
    Account,
    /// A round, through any of these doors.
    Round(&'static [Door]),
    /// An organisation.
    Organisation,
    /// The agency. There only in a shared service.
    Agency,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// What whoever asks must be allowed to do, by `domain::account::can`.
    pub need: Action,
    /// Where the address begins.
    pub place: Place,
    /// What whoever sends its form must be allowed to do besides; `None` if it takes no POST.
    pub send: Option<Action>,
    /// Swedish address, within its place.
    pub sv: &'static str,
    /// English address; the same as `sv` for what has no language.
    pub en: &'static str,
}

const fn line(
    page: Page,
    need: Action,
    place: Place,
    send: Option<Action>,
    addresses: (&'static str, &'static str),
) -> Route {
    Route {
        page,
        need,
        place,
        send,
        sv: addresses.0,
        en: addresses.1,
    }
}

const fn get(page: Page, need: Action, place: Place, sv: &'static str, en: &'static str) -> Route {
    line(page, need, place, None, (sv, en))
}

const fn form(page: Page, need: Action, place: Place, sv: &'static str, en: &'static str) -> Route {
    line(page, need, place, Some(need), (sv, en))
}

impl Route {
    /// The same with something else that whoever sends its form must be allowed to do: more may see
    /// what is there than may change it.
    const fn sent_by(mut self, send: Action) -> Route {
        self.send = Some(send);
        self
    }
}

/// Pages on which someone answers.
const ANSWERING: Place = Place::Round(&[Door::Write, Door::Member, Door::Guest]);
/// Pages that keep a round tried without an account.
const KEEPING: Place = Place::Round(&[Door::Write]);
/// Pages that tell about a round as a whole, or change it.
const WHOLE: Place = Place::Round(&[Door::Write, Door::Member]);
/// Pages that show what came out.
const READING: Place = Place::Round(&[Door::Write, Door::Read, Door::Member]);
/// Pages on which a round is led, and the group agrees.
const LEADING: Place = Place::Round(&[Door::Member]);
/// Pages of one respondent among many.
const OF_MANY: Place = Place::Round(&[Door::Member, Door::Guest]);
/// Pages of a respondent without an account.
const GUEST: Place = Place::Round(&[Door::Guest]);

use Action::{
    Agree, Answer, EditFacts, EditPlan, HandleOrganisations, KeepRound, LeadRound, ManageAgency,
    ManageMembers, ManageOpenness, OwnAccount, PublishReleases, ReadAgencyLog, ReadDecision,
    ReadFeedback, ReadLog, ReadRecord, ReadResult, SeeAgency, SeeAgreement, SeeOpenness,
    SeeOrganisation, SeeOwned, SeePlan, StartRound, TakePart, Visit, WriteToPartner,
};
use Place::{Account, Agency, Key, Open, Organisation};

/// Every route there is.
#[rustfmt::skip]
pub const ROUTES: &[Route] = &[
    get(Page::Start, Visit, Open, "/", "/en"),
    get(Page::HowItWorks, Visit, Open, "/om/sa-fungerar-det", "/en/about/how-it-works"),
    get(Page::Method, Visit, Open, "/om/metod", "/en/about/method"),
    get(Page::ComparisonMethod, Visit, Open, "/om/metod/jamforelse", "/en/about/method/comparison"),
    get(Page::Statistics, Visit, Open, "/statistik", "/en/statistics"),
    get(Page::StatisticsWave, Visit, Open, "/statistik/{date}", "/en/statistics/{date}"),
    get(Page::StatisticsGoal, Visit, Open, "/statistik/{date}/mal/{goal}", "/en/statistics/{date}/goals/{goal}"),
    get(Page::Strategy, Visit, Open, "/strategi", "/en/strategy"),
    get(Page::StrategyGoal, Visit, Open, "/strategi/{goal}", "/en/strategy/{goal}"),
    get(Page::Hub, Visit, Open, "/kunskap", "/en/knowledge"),
    get(Page::Glossary, Visit, Open, "/kunskap/ordlista", "/en/knowledge/glossary"),
    get(Page::Topic, Visit, Open, "/kunskap/amne/{tag}", "/en/knowledge/topic/{tag}"),
    get(Page::HubPage, Visit, Open, "/kunskap/{entry}", "/en/knowledge/{entry}"),
    get(Page::HubText, Visit, Open, "/kunskap/{entry}/text", "/en/knowledge/{entry}/text"),
    get(Page::Search, Visit, Open, "/sok", "/en/search"),
    get(Page::Questions, Visit, Open, "/fragor", "/en/questions"),
    get(Page::Question, Visit, Open, "/fragor/{question}", "/en/questions/{question}"),
    get(Page::Tips, Visit, Open, "/tips", "/en/tips"),
    get(Page::Tip, Visit, Open, "/tips/{card}", "/en/tips/{card}"),
    get(Page::About, Visit, Open, "/om", "/en/about"),
    get(Page::Privacy, Visit, Open, "/integritet", "/en/privacy"),
    get(Page::Cookies, Visit, Open, "/kakor", "/en/cookies"),
    get(Page::Accessibility, Visit, Open, "/tillganglighet", "/en/accessibility"),
    get(Page::Contact, Visit, Open, "/kontakt", "/en/contact"),
    get(Page::OpenData, Visit, Open, "/oppna-data", "/en/open-data"),
    get(Page::Dataset, Visit, Open, "/oppna-data/{dataset}", "/en/open-data/{dataset}"),
    get(Page::DataFile, Visit, Open, "/oppna-data/{dataset}/{file}", "/oppna-data/{dataset}/{file}"),
    get(Page::DataSchema, Visit, Open, "/oppna-data/scheman/{file}", "/oppna-data/scheman/{file}"),
    get(Page::Catalogue, Visit, Open, "/datasets/dcat", "/datasets/dcat"),
    get(Page::CatalogueFile, Visit, Open, "/datasets/{file}", "/datasets/{file}"),
    form(Page::Feedback, Visit, Open, "/synpunkter", "/en/feedback"),
    get(Page::Replies, Visit, Open, "/synpunkter/svar", "/en/feedback/replies"),
    form(Page::New, Visit, Open, "/sjalvskattning/ny", "/en/assessment/new"),
    form(Page::Open, Visit, Open, "/sjalvskattning/oppna", "/en/assessment/open"),
    form(Page::Home, Answer, ANSWERING, "", ""),
    get(Page::Address, KeepRound, KEEPING, "/adress", "/address"),
    get(Page::Goal, Answer, ANSWERING, "/mal/{goal}", "/goals/{goal}"),
    form(Page::GoalForm, Answer, ANSWERING, "/mal/{goal}/alla", "/goals/{goal}/all"),
    form(Page::Answer, Answer, ANSWERING, "/fraga/{question}", "/questions/{question}"),
    form(Page::Check, Answer, ANSWERING, "/mal/{goal}/kontrollera", "/goals/{goal}/check"),
    form(Page::Facts, EditFacts, WHOLE, "/om-er", "/about-you"),
    get(Page::Save, KeepRound, KEEPING, "/spara", "/save"),
    get(Page::File, KeepRound, KEEPING, "/spara/fil", "/save/file"),
    form(Page::Share, KeepRound, KEEPING, "/dela", "/share"),
    form(Page::Delete, KeepRound, KEEPING, "/radera", "/delete"),
    form(Page::Deepen, KeepRound, KEEPING, "/hela-kollen", "/full"),
    get(Page::LastTime, Action::ConfirmPrevious, WHOLE, "/forra-gangen", "/last-time"),
    form(Page::LastTimeGoal, Action::ConfirmPrevious, WHOLE, "/forra-gangen/mal/{goal}", "/last-time/goals/{goal}"),
    get(Page::Changes, ReadRecord, READING, "/andringar", "/changes"),
    get(Page::Result, ReadResult, READING, "/resultat", "/result"),
    get(Page::GoalResult, ReadResult, READING, "/resultat/mal/{goal}", "/result/goals/{goal}"),
    get(Page::RoundTips, ReadResult, READING, "/tips", "/tips"),
    form(Page::Targets, ReadResult, READING, "/mal-att-na", "/targets").sent_by(Action::EditDecision),
    get(Page::WhatIf, ReadResult, READING, "/prova-tips", "/try-tips"),
    get(Page::FindOut, ReadResult, READING, "/ta-reda-pa", "/find-out"),
    form(Page::Decision, ReadDecision, READING, "/beslutssida", "/decision").sent_by(Action::EditDecision),
    get(Page::Record, ReadRecord, READING, "/underlag", "/record"),
    get(Page::Overview, OwnAccount, Account, "/oversikt", "/en/overview"),
    get(Page::HowToJoin, Visit, Account, "/anslut", "/en/join"),
    form(Page::JoinOrganisation, OwnAccount, Account, "/anslut/organisation", "/en/join/organisation"),
    form(Page::Invitation, Visit, Key, "/inbjudan/{key}", "/en/invitation/{key}"),
    form(Page::Install, Visit, Key, "/installera/{key}", "/en/install/{key}"),
    form(Page::Demo, Visit, Key, "/demo/{key}", "/en/demo/{key}"),
    get(Page::Organisation, SeeOrganisation, Organisation, "", ""),
    form(Page::Members, ManageMembers, Organisation, "/medlemmar", "/members"),
    form(Page::ConfirmMembers, ManageMembers, Organisation, "/medlemmar/genomgang", "/members/review"),
    form(Page::Details, SeeOrganisation, Organisation, "/uppgifter", "/details").sent_by(ManageMembers),
    get(Page::Trend, SeeOrganisation, Organisation, "/utveckling", "/trend"),
    get(Page::Compare, SeeOrganisation, Organisation, "/jamforelse", "/comparison"),
    get(Page::CompareGoal, SeeOrganisation, Organisation, "/jamforelse/mal/{goal}", "/comparison/goals/{goal}"),
    get(Page::Log, ReadLog, Organisation, "/logg", "/log"),
    get(Page::Owned, SeeOwned, Organisation, "/bolag", "/companies"),
    get(Page::Participation, SeeOrganisation, Organisation, "/jamforelse/medverkan", "/comparison/participation"),
    get(Page::Export, Action::Export, Organisation, "/export", "/export"),
    get(Page::ExportFile, Action::Export, Organisation, "/export/fil", "/export/file"),
    form(Page::LeaveService, Action::DeleteOrganisation, Organisation, "/avsluta", "/end"),
    form(Page::Leave, SeeOrganisation, Organisation, "/lamna", "/leave"),
    form(Page::Plans, SeePlan, Organisation, "/plan", "/plan").sent_by(EditPlan),
    get(Page::Plan, SeePlan, Organisation, "/plan/{plan}", "/plan/{plan}"),
    form(Page::PlanEntry, SeePlan, Organisation, "/plan/{plan}/atgard/{entry}", "/plan/{plan}/action/{entry}").sent_by(EditPlan),
    form(Page::PlanOwners, EditPlan, Organisation, "/plan/{plan}/ansvariga", "/plan/{plan}/owners"),
    form(Page::PlanApprove, EditPlan, Organisation, "/plan/{plan}/godkann", "/plan/{plan}/approve"),
    form(Page::PlanClose, EditPlan, Organisation, "/plan/{plan}/avsluta", "/plan/{plan}/close"),
    get(Page::PlanFile, SeePlan, Organisation, "/plan/{plan}/fil/{file}", "/plan/{plan}/file/{file}"),
    form(Page::PlanLoad, EditPlan, Organisation, "/plan/{plan}/las-in", "/plan/{plan}/load"),
    form(Page::OwnActions, Visit, Key, "/atgarder/{key}", "/en/actions/{key}"),
    get(Page::OwnCalendar, Visit, Key, "/atgarder/{key}/kalender.ics", "/en/actions/{key}/calendar.ics"),
    get(Page::Networks, SeeOpenness, Organisation, "/natverk", "/networks"),
    form(Page::NewNetwork, ManageOpenness, Organisation, "/natverk/nytt", "/networks/new"),
    get(Page::Network, SeeOpenness, Organisation, "/natverk/{network}", "/networks/{network}"),
    form(Page::NetworkInvitation, ManageOpenness, Organisation, "/natverk/{network}/inbjudan", "/networks/{network}/invitation"),
    form(Page::ManageNetwork, ManageOpenness, Organisation, "/natverk/{network}/skota", "/networks/{network}/manage"),
    form(Page::LeaveNetwork, ManageOpenness, Organisation, "/natverk/{network}/lamna", "/networks/{network}/leave"),
    get(Page::Similar, SeeOpenness, Organisation, "/liknande", "/similar"),
    get(Page::Partners, SeeOpenness, Organisation, "/lar-av-varandra", "/learn-from-each-other"),
    form(Page::PartnerOffers, ManageOpenness, Organisation, "/lar-av-varandra/erbjud", "/learn-from-each-other/offer"),
    form(Page::PartnerMessage, WriteToPartner, Organisation, "/lar-av-varandra/{goal}/{partner}", "/learn-from-each-other/{goal}/{partner}"),
    get(Page::Agency, SeeAgency, Agency, "", ""),
    form(Page::Applications, HandleOrganisations, Agency, "/ansokningar", "/applications"),
    get(Page::Organisations, HandleOrganisations, Agency, "/organisationer", "/organisations"),
    form(Page::AgencyOrganisation, HandleOrganisations, Agency, "/organisationer/{organisation}", "/organisations/{organisation}"),
    form(Page::AgencyPeople, ManageAgency, Agency, "/anvandare", "/people"),
    get(Page::Opinions, ReadFeedback, Agency, "/synpunkter", "/feedback"),
    form(Page::Opinion, ReadFeedback, Agency, "/synpunkter/{about}", "/feedback/{about}"),
    get(Page::AgencyLog, ReadAgencyLog, Agency, "/logg", "/log"),
    form(Page::Waves, PublishReleases, Agency, "/publicering", "/publishing"),
    form(Page::Wave, PublishReleases, Agency, "/publicering/{date}", "/publishing/{date}"),
    get(Page::WaveReport, PublishReleases, Agency, "/publicering/{date}/rapport", "/publishing/{date}/report"),
    form(Page::SignIn, Visit, Place::Account, "/logga-in", "/en/sign-in"),
    form(Page::SignInCode, Visit, Place::Account, "/logga-in/kod", "/en/sign-in/code"),
    form(Page::SecondFactor, Visit, Place::Account, "/logga-in/tvafaktor", "/en/sign-in/second-factor"),
    form(Page::Recovery, Visit, Place::Account, "/logga-in/reservkod", "/en/sign-in/recovery-code"),
    form(Page::Oidc, Visit, Account, "/logga-in/oidc", "/en/sign-in/oidc"),
    get(Page::OidcReturn, Visit, Account, "/logga-in/oidc/svar", "/en/sign-in/oidc/return"),
    form(Page::Ties, OwnAccount, Account, "/konto/inloggningstjanster", "/en/account/sign-in-services"),
    form(Page::SignOut, Visit, Place::Account, "/logga-ut", "/en/sign-out"),
    form(Page::Account, OwnAccount, Place::Account, "/konto", "/en/account"),
    form(Page::Email, OwnAccount, Place::Account, "/konto/epost", "/en/account/email"),
    form(Page::Factors, OwnAccount, Place::Account, "/konto/tvafaktor", "/en/account/second-factor"),
    form(Page::Authenticator, OwnAccount, Place::Account, "/konto/tvafaktor/app", "/en/account/second-factor/app"),
    form(Page::Passkey, OwnAccount, Place::Account, "/konto/tvafaktor/passnyckel", "/en/account/second-factor/passkey"),
    form(Page::RecoveryCodes, OwnAccount, Place::Account, "/konto/tvafaktor/reservkoder", "/en/account/second-factor/recovery-codes"),
    form(Page::Sessions, OwnAccount, Place::Account, "/konto/sessioner", "/en/account/sessions"),
    form(Page::CloseAccount, OwnAccount, Place::Account, "/konto/avsluta", "/en/account/close"),
    form(Page::StepUp, OwnAccount, Place::Account, "/konto/bekrafta", "/en/account/confirm"),
    form(Page::KeptForms, OwnAccount, Place::Account, "/konto/sparat", "/en/account/kept"),
    form(Page::StartRound, StartRound, Organisation, "/ny", "/new"),
    form(Page::Lead, LeadRound, LEADING, "/leda", "/lead"),
    form(Page::Colleagues, LeadRound, LEADING, "/fraga-kollegor", "/ask-colleagues"),
    form(Page::Audience, LeadRound, LEADING, "/fraga-kollegor/{role}", "/ask-colleagues/{role}"),
    form(Page::RemoveRespondent, LeadRound, LEADING, "/ta-bort/{voice}", "/remove/{voice}"),
    form(Page::Close, LeadRound, LEADING, "/stang", "/close"),
    form(Page::Differences, SeeAgreement, LEADING, "/skillnader", "/differences").sent_by(Agree),
    form(Page::Agreement, SeeAgreement, LEADING, "/gemensamt/{question}", "/agreement/{question}").sent_by(Agree),
    form(Page::Join, Visit, Key, "/delta/{key}", "/en/take-part/{key}"),
    form(Page::OwnAddress, Answer, GUEST, "/adress", "/address"),
    form(Page::Reminders, Answer, OF_MANY, "/paminnelser", "/reminders"),
    form(Page::ReadLinks, Action::ShareRound, LEADING, "/dela", "/share"),
    get(Page::Review, Action::SeeAgreement, LEADING, "/kontrollera-allt", "/check-all"),
    form(Page::HandIn, Action::Submit, LEADING, "/lamna-in", "/hand-in"),
    get(Page::Receipt, Action::SeeReceipt, LEADING, "/kvittens", "/receipt"),
    get(Page::ReceiptFile, Action::SeeReceipt, LEADING, "/kvittens/fil", "/receipt/file"),
    form(Page::Withdraw, Action::Withdraw, LEADING, "/aterta", "/withdraw"),
    form(Page::Workshop, Agree, LEADING, "/workshop", "/workshop"),
    get(Page::WorkshopEvents, Agree, LEADING, "/workshop/handelser", "/workshop/events"),
    form(Page::Phone, TakePart, Key, "/workshop/{key}", "/en/workshop/{key}"),
    get(Page::PhoneEvents, TakePart, Key, "/workshop/{key}/handelser", "/en/workshop/{key}/events"),
    form(Page::Form, Answer, OF_MANY, "/blankett", "/form"),
    get(Page::FormFile, Answer, OF_MANY, "/blankett/fil/{file}", "/form/file/{file}"),
    form(Page::FormLoad, Answer, OF_MANY, "/blankett/las-in", "/form/load"),
    get(Page::Live, Visit, Open, "/health/live", "/health/live"),
    get(Page::Ready, Visit, Open, "/health/ready", "/health/ready"),
    get(Page::Asset, Visit, Open, "/assets/{file}", "/assets/{file}"),
    get(Page::Robots, Visit, Open, "/robots.txt", "/robots.txt"),
];

/// How a page was come to: for a round, what opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// Not a round's page.
    None,
    /// The secret address of a round tried without an account: may read and write.
    Write,
    /// A read link.
    Read,
    /// Signed in, as a member of the organisation whose round it is.
    Member,
    /// A svarslänk: asked some questions, without an account.
    Guest,
}

impl Door {
    fn prefix(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Door::None, _) => "",
            (Door::Write, Lang::Sv) => "/sjalvskattning/{key}",
            (Door::Write, Lang::En) => "/en/assessment/{key}",
            (Door::Read, Lang::Sv) => "/las/{key}",
            (Door::Read, Lang::En) => "/en/read/{key}",
            (Door::Member, Lang::Sv) => "/o/{org}/sjalvskattning/{round}",
            (Door::Member, Lang::En) => "/en/o/{org}/assessment/{round}",
            (Door::Guest, Lang::Sv) => "/svara/{key}",
            (Door::Guest, Lang::En) => "/en/respond/{key}",
        }
    }
}

impl Place {
    /// The doors through which a page here can be reached.
    pub fn doors(self) -> &'static [Door] {
        match self {
            Place::Round(doors) => doors,
            Place::Open | Place::Key | Place::Account | Place::Organisation | Place::Agency => {
                &[Door::None]
            }
        }
    }

    fn prefix(self, lang: Lang, door: Door) -> &'static str {
        match (self, lang) {
            (Place::Open | Place::Key | Place::Account, _) => "",
            (Place::Round(_), _) => door.prefix(lang),
            (Place::Organisation, Lang::Sv) => "/o/{org}",
            (Place::Organisation, Lang::En) => "/en/o/{org}",
            (Place::Agency, Lang::Sv) => "/forvaltning",
            (Place::Agency, Lang::En) => "/en/agency",
        }
    }
}

impl Route {
    /// Whether the page has a Swedish and an English address.
    pub fn has_languages(&self) -> bool {
        self.place != Open || self.sv != self.en
    }

    /// The address within its place.
    pub fn within(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }

    /// The whole address pattern, for example `/sjalvskattning/{key}/mal/{goal}`.
    pub fn pattern(&self, lang: Lang, door: Door) -> String {
        format!("{}{}", self.place.prefix(lang, door), self.within(lang))
    }

    /// The doors through which the page can be reached.
    pub fn doors(&self) -> &'static [Door] {
        self.place.doors()
    }
}

/// The table's line for a page.
pub fn route(page: Page) -> &'static Route {
    #[expect(
        clippy::expect_used,
        reason = "a test proves that every page is in the table"
    )]
    ROUTES
        .iter()
        .find(|route| route.page == page)
        .expect("every page is in the table")
}

/// Fills a pattern's `{name}` places, in order, with already safe path segments.
pub fn fill(pattern: &str, segments: &[&str]) -> String {
    let mut out = String::with_capacity(pattern.len() + 40);
    let mut segments = segments.iter();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str(segments.next().copied().unwrap_or_default());
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

/// The address of a page outside rounds; its segments begin with the organisation's id on an
/// organisation's page.
pub fn path(page: Page, lang: Lang, segments: &[&str]) -> String {
    fill(&route(page).pattern(lang, Door::None), segments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_page_and_no_address_stands_twice() {
        let mut pages = Vec::new();
        let mut patterns = BTreeSet::new();
        for route in ROUTES {
            assert!(!pages.contains(&route.page), "{:?}", route.page);
            pages.push(route.page);
            for lang in Lang::ALL {
                if lang == Lang::En && !route.has_languages() {
                    continue;
                }
                for door in route.doors() {
                    let pattern = route.pattern(lang, *door);
                    assert!(patterns.insert(pattern.clone()), "{pattern}");
                }
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_places() {
        for route in ROUTES {
            let places = |pattern: &str| pattern.matches('{').count();
            assert_eq!(places(route.sv), places(route.en), "{:?}", route.page);
        }
    }

    #[test]
    fn a_pattern_is_filled_in_order() {
        assert_eq!(fill("/a/{x}/b/{y}", &["1", "2"]), "/a/1/b/2");
        assert_eq!(fill("/", &[]), "/");
    }
}
