//! What an opinion is about: a page, a question or a part of it, a tip, or the whole service. The
//! code is what forms send and what is stored.

use domain::instrument::{Card, Edition, Level};
use l10n::Texts;

use super::{card_link, question_link};
use crate::context::Cx;
use crate::routes::{Page, Place, ROUTES, route};

/// What an opinion is about. Everything in it exists: see [`Subject::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// `service`
    Service,
    /// `page:Method`
    Page(Page),
    /// `question:ratt.avtal`, `question:ratt.avtal:level-2`
    Question(String, Part),
    /// `card:gor-en-inkopsanalys`
    Card(String),
    /// `hub:ett-enda-anbud`
    Hub(String),
}

/// A part of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The whole of it.
    Whole,
    /// One level's sentence.
    Level(Level),
    /// The boundary between level 2 and 3.
    Boundary,
    /// What to show.
    Evidence,
}

impl Part {
    /// All parts, in the order a form shows them.
    pub(crate) const ALL: [Part; 7] = [
        Part::Whole,
        Part::Level(Level::ONE),
        Part::Level(Level::TWO),
        Part::Level(Level::THREE),
        Part::Level(Level::FOUR),
        Part::Boundary,
        Part::Evidence,
    ];

    /// The code, in forms and behind the question's; empty for the whole question.
    pub(crate) fn code(self) -> String {
        match self {
            Part::Whole => String::new(),
            Part::Level(level) => format!("level-{level}"),
            Part::Boundary => "boundary".to_owned(),
            Part::Evidence => "evidence".to_owned(),
        }
    }

    pub(crate) fn parse(code: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.code() == code)
    }

    pub(crate) fn name(self, t: &Texts) -> String {
        match self {
            Part::Whole => t.feedback_part_whole(),
            Part::Level(level) => t.feedback_part_level(level.number()),
            Part::Boundary => t.feedback_part_boundary(),
            Part::Evidence => t.feedback_part_evidence(),
        }
    }
}

impl Subject {
    /// Reads a code; `None` if nothing here goes by it. Questions and tips of every edition
    /// count, since rounds stay on theirs.
    pub(crate) fn parse(cx: &Cx, code: &str) -> Option<Subject> {
        let (kind, name) = code.split_once(':').unwrap_or((code, ""));
        match kind {
            "service" if code == kind => Some(Subject::Service),
            "page" => {
                let mut pages = ROUTES.iter().map(|route| route.page);
                let page = pages.find(|page| format!("{page:?}") == name)?;
                page_name(cx.texts(), page).map(|_| Subject::Page(page))
            }
            "question" => {
                let (id, part) = name.split_once(':').unwrap_or((name, ""));
                edition_with_question(cx, id)?;
                Some(Subject::Question(id.to_owned(), Part::parse(part)?))
            }
            "card" => card(cx, name).map(|_| Subject::Card(name.to_owned())),
            "hub" => hub_title(cx, name).map(|_| Subject::Hub(name.to_owned())),
            _ => None,
        }
    }

    /// The code that [`Subject::parse`] reads.
    pub(crate) fn code(&self) -> String {
        match self {
            Subject::Service => "service".to_owned(),
            Subject::Page(page) => format!("page:{page:?}"),
            Subject::Question(id, Part::Whole) => format!("question:{id}"),
            Subject::Question(id, part) => format!("question:{id}:{}", part.code()),
            Subject::Card(id) => format!("card:{id}"),
            Subject::Hub(id) => format!("hub:{id}"),
        }
    }

    /// What people call it.
    pub(crate) fn name(&self, cx: &Cx) -> String {
        let t = cx.texts();
        match self {
            Subject::Service => t.feedback_service(),
            Subject::Page(page) => t.feedback_page(page_name(t, *page).unwrap_or_default()),
            Subject::Question(id, part) => {
                let link = edition_with_question(cx, id)
                    .and_then(|edition| question_link(cx, edition, id));
                let name = t.feedback_question(link.map(|link| link.text).unwrap_or_default());
                match part {
                    Part::Whole => name,
                    part => t.feedback_subject_part(name, part.name(t)),
                }
            }
            Subject::Card(id) => {
                let link = card(cx, id).map(|card| card_link(cx, card));
                t.feedback_card(link.map(|link| link.text).unwrap_or_default())
            }
            Subject::Hub(id) => t.feedback_page(hub_title(cx, id).unwrap_or_default()),
        }
    }

    /// Its page, unless that page lies under a secret address.
    pub(crate) fn address(&self, cx: &Cx) -> Option<String> {
        let edition = cx.edition().ok();
        match self {
            Subject::Service => Some(cx.path(Page::Start, &[])),
            Subject::Page(page) => (route(*page).place == Place::Open).then(|| cx.path(*page, &[])),
            Subject::Question(id, _) => edition
                .filter(|edition| edition.question(id).is_some())
                .map(|_| cx.path(Page::Question, &[id])),
            Subject::Card(id) => edition
                .filter(|edition| edition.card(id).is_some())
                .map(|_| cx.path(Page::Tip, &[id])),
            Subject::Hub(id) => Some(cx.path(Page::HubPage, &[id])),
        }
    }

    /// The edition that it is in now: of a question or tip, its question set's; of what there is to
    /// read, the day it was gone through.
    pub(crate) fn edition(&self, cx: &Cx) -> Option<String> {
        match self {
            Subject::Service | Subject::Page(_) => None,
            Subject::Question(id, _) => edition_with_question(cx, id).map(|e| e.id.clone()),
            Subject::Card(id) => {
                let editions = cx.app().content.editions.values();
                let current = cx.edition().ok().into_iter();
                let mut all = current.chain(editions);
                all.find(|edition| edition.card(id).is_some())
                    .map(|edition| edition.id.clone())
            }
            Subject::Hub(id) => {
                let page = cx.app().content.hub.pages.get(id)?;
                Some(page.file.reviewed.clone())
            }
        }
    }

    /// The form for an opinion on it.
    pub(crate) fn form_address(&self, cx: &Cx) -> String {
        format!("{}?om={}", cx.path(Page::Feedback, &[]), self.code())
    }
}

fn edition_with_question<'a>(cx: &'a Cx, id: &str) -> Option<&'a Edition> {
    let editions = cx.app().content.editions.values();
    cx.edition()
        .ok()
        .into_iter()
        .chain(editions)
        .find(|edition| edition.question(id).is_some())
}

fn card<'a>(cx: &'a Cx, id: &str) -> Option<&'a Card> {
    let editions = cx.app().content.editions.values();
    cx.edition()
        .ok()
        .into_iter()
        .chain(editions)
        .find_map(|edition| edition.card(id))
}

fn hub_title(cx: &Cx, id: &str) -> Option<String> {
    let page = cx.app().content.hub.pages.get(id)?;
    Some(page.file.title.get(cx.lang()).to_owned())
}

/// What people call a page; `None` for pages that carry no opinions of their own.
fn page_name(t: &Texts, page: Page) -> Option<String> {
    let name = match page {
        Page::Start => t.start_title(),
        Page::HowItWorks => t.how_title(),
        Page::Method => t.method_title(),
        Page::ComparisonMethod => t.cmethod_title(),
        Page::Statistics | Page::StatisticsWave | Page::StatisticsGoal => t.statistics_title(),
        Page::Strategy | Page::StrategyGoal => t.strategy_title(),
        Page::Hub | Page::Topic => t.hub_title(),
        Page::Glossary => t.glossary_title(),
        Page::Search => t.search_title(),
        Page::Replies => t.replies_title(),
        Page::Questions => t.questions_title(),
        Page::Tips => t.tips_title(),
        Page::About => t.about_title(),
        Page::Privacy => t.privacy_title(),
        Page::Cookies => t.cookies_title(),
        Page::Accessibility => t.accessibility_title(),
        Page::Contact => t.contact_title(),
        Page::OpenData => t.open_data_title(),
        Page::New => t.feedback_page_new(),
        Page::Open => t.feedback_page_open(),
        Page::Home => t.feedback_page_home(),
        Page::Address => t.feedback_page_address(),
        Page::Goal => t.feedback_page_goal(),
        Page::GoalForm => t.feedback_page_goal_form(),
        Page::Answer => t.feedback_page_answer(),
        Page::Check => t.feedback_page_check(),
        Page::Facts => t.feedback_page_facts(),
        Page::Save => t.feedback_page_save(),
        Page::Share => t.feedback_page_share(),
        Page::Delete => t.feedback_page_delete(),
        Page::Deepen => t.feedback_page_deepen(),
        Page::LastTime | Page::LastTimeGoal => t.previous_title(),
        Page::Changes => t.changes_title(),
        Page::Result => t.feedback_page_result(),
        Page::GoalResult => t.feedback_page_goal_result(),
        Page::RoundTips => t.feedback_page_round_tips(),
        Page::Targets => t.targets_title(),
        Page::WhatIf => t.what_if_title(),
        Page::FindOut => t.feedback_page_find_out(),
        Page::Decision => t.feedback_page_decision(),
        Page::Record => t.feedback_page_record(),
        Page::Overview => t.overview_title(),
        Page::HowToJoin => t.join_title(),
        Page::JoinOrganisation => t.join_choose_title(),
        Page::Organisation => t.home_organisation(),
        Page::Members => t.members_title(),
        Page::ConfirmMembers => t.confirm_members_title(),
        Page::Details => t.details_title(),
        Page::Compare | Page::CompareGoal => t.compare_title(),
        Page::Trend => t.trend_title(),
        Page::Log => t.log_title(),
        Page::Owned => t.owned_title(),
        Page::Participation => t.participation_title(),
        Page::Export => t.export_title(),
        Page::LeaveService => t.quit_title(),
        Page::Leave => t.home_link_leave(),
        Page::Plans | Page::Plan | Page::PlanEntry => t.plans_title(),
        Page::PlanOwners => t.plan_owners_title(),
        Page::PlanApprove => t.plan_approve_title(),
        Page::PlanClose => t.plan_close_title(),
        Page::PlanLoad => t.plan_load_title(),
        Page::OwnActions => t.plan_own_actions(),
        Page::Networks
        | Page::Network
        | Page::NetworkInvitation
        | Page::ManageNetwork
        | Page::LeaveNetwork => t.networks_title(),
        Page::NewNetwork => t.networks_new(),
        Page::Similar => t.similar_title(),
        Page::Partners | Page::PartnerMessage => t.partners_title(),
        Page::PartnerOffers => t.tell_title(),
        Page::StartRound => t.begin_title(),
        Page::Lead => t.lead_title(),
        Page::Colleagues => t.colleagues_title(),
        Page::Audience => t.feedback_page_audience(),
        Page::RemoveRespondent => t.feedback_page_remove(),
        Page::Close => t.close_title(),
        Page::Differences => t.differences_title(),
        Page::Join => t.feedback_page_join(),
        Page::OwnAddress => t.own_address_title(),
        Page::Reminders => t.reminders_title(),
        Page::ReadLinks => t.readlink_title(),
        Page::Review => t.review_title(),
        Page::HandIn => t.submit_title(),
        Page::Receipt => t.feedback_page_receipt(),
        Page::Withdraw => t.withdraw_title(),
        Page::Form => t.blank_title(),
        Page::Question
        | Page::Dataset
        | Page::DataFile
        | Page::DataSchema
        | Page::Catalogue
        | Page::CatalogueFile
        | Page::Agreement
        | Page::Tip
        | Page::Invitation
        | Page::Install
        | Page::Demo
        | Page::Agency
        | Page::Applications
        | Page::Organisations
        | Page::AgencyOrganisation
        | Page::AgencyPeople
        | Page::AgencyLog
        | Page::Opinions
        | Page::Opinion
        | Page::Waves
        | Page::Wave
        | Page::WaveReport
        | Page::Feedback
        | Page::File
        | Page::ExportFile
        | Page::PlanFile
        | Page::OwnCalendar
        | Page::SignIn
        | Page::SignInCode
        | Page::SecondFactor
        | Page::Recovery
        | Page::Oidc
        | Page::OidcReturn
        | Page::Ties
        | Page::SignOut
        | Page::Account
        | Page::Email
        | Page::Factors
        | Page::Authenticator
        | Page::Passkey
        | Page::RecoveryCodes
        | Page::Sessions
        | Page::CloseAccount
        | Page::StepUp
        | Page::KeptForms
        | Page::ReceiptFile
        | Page::Workshop
        | Page::WorkshopEvents
        | Page::Phone
        | Page::PhoneEvents
        | Page::FormFile
        | Page::FormLoad
        | Page::Live
        | Page::Ready
        | Page::Asset
        | Page::Robots
        | Page::HubPage
        | Page::HubText => return None,
    };
    Some(name)
}
