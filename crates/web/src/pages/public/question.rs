//! Everything about one question, readable without a round.

use askama::Template;
use axum::response::Response;
use domain::instrument::{Duty, Edition, Level, Place, Question};
use domain::organisation::OrganisationKind;

use super::{
    Link, Marks, SourceLink, card_link, goal_address, pick, question_link, source, topic_link,
};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::markdown::{Markup, Writer};
use crate::pages::hub::{Entry, entries};
use crate::routes::Page;
use crate::words;

#[derive(Template)]
#[template(path = "public/question.html")]
struct QuestionPage<'a> {
    layout: Layout<'a>,
    /// Back to the goal's part of all questions.
    back: String,
    goal: String,
    /// "4.2".
    label: String,
    question: &'a str,
    why: Markup,
    marks: Marks,
    levels: Vec<Named<'a>>,
    boundary: Markup,
    evidence: Vec<(u8, &'a str)>,
    roles: Vec<String>,
    tags: Vec<Link>,
    examples: Vec<(String, &'a str)>,
    reasons: Vec<(&'a str, Option<String>)>,
    duties: Vec<DutyBlock<'a>>,
    steps: Vec<StepBlock>,
    related: Vec<Link>,
    /// What there is to read about it.
    reading: Vec<Entry>,
    sources: Vec<SourceLink>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A level of the question.
struct Named<'a> {
    name: String,
    sentence: &'a str,
}

/// A legal duty that some answers may mean is not met.
struct DutyBlock<'a> {
    text: &'a str,
    /// The answers that offer it: "1 och 2".
    at: String,
    /// The kinds it binds, unless it binds all.
    kinds: Option<String>,
    reference: &'a str,
    source: Option<SourceLink>,
}

/// One step between levels and the tips for it.
struct StepBlock {
    from: u8,
    to: u8,
    tips: Vec<Link>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let id = cx.segment("question");
    let question = edition.question(id).ok_or(Failure::NotFound)?;
    let place = edition.place(id).ok_or(Failure::NotFound)?;
    page(&view(&cx, edition, &place, question))
}

fn view<'a>(
    cx: &'a Cx,
    edition: &'a Edition,
    place: &Place<'a>,
    question: &'a Question,
) -> QuestionPage<'a> {
    let (t, lang) = (cx.texts(), cx.lang());
    let content = &cx.app().content;
    let order: Vec<&str> = edition.places().map(|(_, q)| q.id.as_str()).collect();
    let here = order.iter().position(|id| *id == question.id);
    let neighbour = |index: Option<usize>| {
        let id = order.get(index?)?;
        question_link(cx, edition, id)
    };
    let sources = question.sources.iter();
    let sources: Vec<SourceLink> = sources.filter_map(|id| source(cx, id)).collect();
    let tags = question.tags.iter();
    let tags: Vec<Link> = tags.filter_map(|tag| topic_link(cx, tag)).collect();
    let mut writer = Writer::new(cx)
        .beside(sources.iter().map(|source| &source.title))
        .beside(tags.iter().map(|tag| &tag.text));
    QuestionPage {
        back: goal_address(cx, Page::Questions, &place.goal.id),
        goal: t.public_goal(&place.goal.id, place.goal.short.get(lang)),
        label: place.label(),
        question: question.question.get(lang),
        why: writer.line(question.why.get(lang)),
        marks: Marks::of(edition, place),
        levels: Level::ALL
            .into_iter()
            .map(|level| Named {
                name: t.level_title(level.number(), content.level_name(level, lang)),
                sentence: question.level(level, lang),
            })
            .collect(),
        boundary: writer.line(question.boundary.get(lang)),
        evidence: question
            .evidence
            .iter()
            .map(|evidence| (evidence.level, pick(lang, &evidence.sv, &evidence.en)))
            .collect(),
        roles: question
            .roles
            .iter()
            .map(|&role| words::role(t, role))
            .collect(),
        tags,
        examples: question
            .examples
            .iter()
            .map(|example| {
                (
                    kinds(cx, &example.kinds),
                    pick(lang, &example.sv, &example.en),
                )
            })
            .collect(),
        reasons: question
            .not_applicable
            .iter()
            .map(|entry| {
                (
                    pick(lang, &entry.sv, &entry.en),
                    some_kinds(cx, &entry.kinds),
                )
            })
            .collect(),
        duties: question
            .duties
            .iter()
            .map(|duty| duty_block(cx, duty))
            .collect(),
        steps: step_blocks(cx, edition, question),
        related: question
            .related
            .iter()
            .filter_map(|id| question_link(cx, edition, id))
            .collect(),
        reading: entries(cx, |page| page.file.questions.contains(&question.id)),
        sources,
        previous: neighbour(here.and_then(|index| index.checked_sub(1))),
        next: neighbour(here.map(|index| index + 1)),
        layout: Layout::of(cx).about(format!("question:{}", question.id)),
    }
}

/// Kinds of organisation in words, with commas between and one capital letter.
fn kinds(cx: &Cx, kinds: &[OrganisationKind]) -> String {
    let mut words = String::new();
    for &kind in kinds {
        let name = words::kind(cx.texts(), kind);
        let mut letters = name.chars();
        if words.is_empty() {
            words = name;
        } else if let Some(first) = letters.next() {
            words.push_str(", ");
            words.extend(first.to_lowercase());
            words.push_str(letters.as_str());
        }
    }
    words
}

/// Kinds in words if something is for some kinds and not for all.
fn some_kinds(cx: &Cx, some: &[OrganisationKind]) -> Option<String> {
    let for_all = some.is_empty() || OrganisationKind::ALL.iter().all(|kind| some.contains(kind));
    (!for_all).then(|| kinds(cx, some))
}

fn duty_block<'a>(cx: &'a Cx, duty: &'a Duty) -> DutyBlock<'a> {
    let levels: Vec<String> = duty.answers.iter().map(u8::to_string).collect();
    let at = match levels.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), cx.texts().question_and())
        }
        _ => levels.concat(),
    };
    DutyBlock {
        text: pick(cx.lang(), &duty.sv, &duty.en),
        at,
        kinds: some_kinds(cx, &duty.kinds),
        reference: duty.reference.get(cx.lang()),
        source: source(cx, &duty.source),
    }
}

fn step_blocks(cx: &Cx, edition: &Edition, question: &Question) -> Vec<StepBlock> {
    Level::ALL
        .into_iter()
        .filter_map(|from| {
            let tips = edition.cards.values().filter(|card| {
                card.serves
                    .iter()
                    .any(|serves| serves.question == question.id && serves.offered_at(from))
            });
            Some(StepBlock {
                from: from.number(),
                to: from.next()?.number(),
                tips: tips.map(|card| card_link(cx, card)).collect(),
            })
        })
        .collect()
}
