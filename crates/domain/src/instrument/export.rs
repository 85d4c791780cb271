//! One edition with everything it needs, as one JSON document for anyone who wants to build on
//! it. The fields are documented in `docs/reference/content-export.md`; a field is added, never
//! renamed or given another meaning, without a new [`FORMAT`].

use schemars::JsonSchema;
use serde::Serialize;

use super::model::{
    Card, Content, Counts, Duty, Edition, EffortBySize, Evidence, Example, Level, LevelName,
    NotApplicableReason, Previous, Question, Reference, Role, Serves, Source, Tag,
};
use crate::organisation::{OrganisationKind, OrganisationType};
use crate::text::Text;

/// The version of the document's own form.
pub const FORMAT: u32 = 1;

/// The document for one edition of `content`.
pub fn export<'a>(content: &'a Content, edition: &'a Edition) -> Export<'a> {
    Export {
        format: FORMAT,
        edition: ExportedEdition {
            id: &edition.id,
            number: edition.number,
            title: &edition.title,
            published: &edition.published,
            versions: Versions {
                structure: edition.structure,
                texts: edition.texts,
                cards: edition.cards_version,
            },
            counts: &edition.counts,
        },
        previous: edition.previous.as_ref(),
        levels: &content.levels,
        framework: framework(content, edition),
        mapping: edition
            .places()
            .enumerate()
            .map(|(index, (place, _))| ExportedPlace {
                goal: &place.goal.id,
                question: &place.mapped.id,
                label: place.label(),
                order: index + 1,
                essential: place.mapped.essential,
                quick: place.mapped.quick,
            })
            .collect(),
        questions: edition
            .places()
            .map(|(_, q)| question(content, q))
            .collect(),
        cards: edition.cards.values().map(|c| card(content, c)).collect(),
        tags: content.tags.values().collect(),
        references: references(content, edition),
        sources: content.sources.values().collect(),
    }
}

/// One edition, whole.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Export<'a> {
    /// Version of this form, 1.
    format: u32,
    /// Which edition it is.
    edition: ExportedEdition<'a>,
    /// What became of the questions of the edition before; null in the first.
    previous: Option<&'a Previous>,
    /// The four levels, level 1 first.
    levels: &'a [LevelName],
    /// The policy that the questions are mapped to.
    framework: ExportedFramework<'a>,
    /// Framework × goal × question, in the order questions are asked.
    mapping: Vec<ExportedPlace<'a>>,
    /// The questions, in the order they are asked.
    questions: Vec<ExportedQuestion<'a>>,
    /// The tips, by id.
    cards: Vec<ExportedCard<'a>>,
    /// The topics that questions are tagged with, by id.
    tags: Vec<&'a Tag>,
    /// Values from the national surveys that stand beside the framework's goals.
    references: Vec<ExportedReference<'a>>,
    /// Every address that the content points at, by id.
    sources: Vec<&'a Source>,
}

/// Which edition a document is about.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedEdition<'a> {
    /// For example `nus-2016-1`.
    id: &'a str,
    /// The edition's number within its question set.
    number: u32,
    /// What the question set is called.
    title: &'a Text,
    /// The day of publication, `YYYY-MM-DD`.
    published: &'a str,
    /// Versions of its parts.
    versions: Versions,
    /// Questions, nyckelfrågor and snabbkollsfrågor in all.
    counts: &'a Counts,
}

/// Versions of an edition's parts.
#[derive(Debug, Serialize, JsonSchema)]
struct Versions {
    /// Questions, levels, what may be inte tillämpligt, and the mapping.
    structure: u32,
    /// The texts.
    texts: u32,
    /// The cards.
    cards: u32,
}

/// The policy.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedFramework<'a> {
    /// For example `nus-2016`.
    id: &'a str,
    /// What the policy is called.
    title: &'a Text,
    /// Where it is published.
    source: &'a Source,
    /// The goals that the edition has questions for, in order.
    goals: Vec<ExportedGoal<'a>>,
}

/// A goal.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedGoal<'a> {
    /// Id within the framework.
    id: &'a str,
    /// Whether it stands above the others and carries the overall level.
    overarching: bool,
    /// The official title.
    title: &'a Text,
    /// A short title.
    short: &'a Text,
    /// What the goal asks of an organisation.
    summary: &'a Text,
}

/// A question's place.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedPlace<'a> {
    /// Goal id.
    goal: &'a str,
    /// Question id.
    question: &'a str,
    /// The number people see: goal, full stop, place within the goal. For example "4.2".
    label: String,
    /// Place among all questions, from 1.
    order: usize,
    /// Nyckelfråga: the goal's level leans on it.
    essential: bool,
    /// Part of the snabbkoll.
    quick: bool,
}

/// A question with all its texts.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedQuestion<'a> {
    /// Stable id.
    id: &'a str,
    /// The question.
    question: &'a Text,
    /// Why it matters.
    why: &'a Text,
    /// What tips the answer from level 2 to 3.
    boundary: &'a Text,
    /// The four level sentences, level 1 first.
    levels: &'a [Text],
    /// What to show as evidence at level 3 and 4.
    evidence: &'a [Evidence],
    /// Examples for some kinds of organisation.
    examples: &'a [Example],
    /// Who can answer.
    roles: &'a [Role],
    /// Tag ids.
    tags: &'a [String],
    /// Reasons for inte tillämpligt and who may give them; empty: nobody may.
    not_applicable: &'a [NotApplicableReason],
    /// Lagkrav: answers that may mean that a legal duty is not met.
    duties: Vec<ExportedDuty<'a>>,
    /// What the question builds on.
    sources: Vec<&'a Source>,
    /// Ids of questions that hang together with this one.
    related: &'a [String],
}

/// Lagkrav. Guidance, not legal advice.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedDuty<'a> {
    /// Unique id.
    id: &'a str,
    /// The levels that offer it.
    answers: &'a [u8],
    /// The kinds it binds; empty means all.
    kinds: &'a [OrganisationKind],
    /// Swedish.
    sv: &'a str,
    /// English.
    en: &'a str,
    /// Act and chapter.
    reference: &'a Text,
    /// Where the act is published.
    source: &'a Source,
    /// The day someone last compared the rule with the act, `YYYY-MM-DD`.
    checked: &'a str,
}

/// A tip with all its texts.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedCard<'a> {
    /// Unique id.
    id: &'a str,
    /// What to do, in a line.
    title: &'a Text,
    /// What and why.
    what: &'a Text,
    /// The first thing to do on Monday.
    monday: &'a Text,
    /// What to do, in order.
    steps: &'a [Text],
    /// Who does it.
    who: &'a Text,
    /// How you know that it is done.
    done: &'a Text,
    /// How it typically looks when it works.
    pattern: &'a Text,
    /// What it gives, 1 to 3.
    benefit: u8,
    /// How much work it is, by size of organisation.
    effort: EffortBySize,
    /// Id of the card to do before this one, or null.
    prerequisite: Option<&'a str>,
    /// Support to read.
    links: Vec<&'a Source>,
    /// The steps between levels that the card takes.
    serves: &'a [Serves],
    /// What follows from `serves` for each question: which answers offer the card, which say that
    /// it is begun and which that it is done.
    triggers: Vec<Trigger<'a>>,
}

/// What the answer to one question says about a card.
#[derive(Debug, Serialize, JsonSchema)]
struct Trigger<'a> {
    /// Question id.
    question: &'a str,
    /// The levels at which the card is offered. An answer that is missing or vet inte än counts
    /// as level 1.
    offered_at: Vec<u8>,
    /// The levels at which the card counts as begun.
    begun_at: Vec<u8>,
    /// The level from which the card counts as done.
    done_from: u8,
}

/// What a national survey found, in its own scale.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportedReference<'a> {
    /// Unique id.
    id: &'a str,
    /// Goal id.
    goal: &'a str,
    /// The year of the survey.
    year: u16,
    /// The types of organisation the value is about; empty means all.
    types: &'a [OrganisationType],
    /// Swedish.
    sv: &'a str,
    /// English.
    en: &'a str,
    /// Where it is published.
    source: &'a Source,
}

fn framework<'a>(content: &'a Content, edition: &'a Edition) -> ExportedFramework<'a> {
    let framework = found(content.frameworks.get(&edition.framework));
    ExportedFramework {
        id: &framework.id,
        title: &framework.title,
        source: source(content, &framework.source),
        goals: edition
            .goals
            .iter()
            .map(|goal| ExportedGoal {
                id: &goal.id,
                overarching: goal.overarching,
                title: &goal.title,
                short: &goal.short,
                summary: &goal.summary,
            })
            .collect(),
    }
}

fn question<'a>(content: &'a Content, question: &'a Question) -> ExportedQuestion<'a> {
    ExportedQuestion {
        id: &question.id,
        question: &question.question,
        why: &question.why,
        boundary: &question.boundary,
        levels: &question.levels,
        evidence: &question.evidence,
        examples: &question.examples,
        roles: &question.roles,
        tags: &question.tags,
        not_applicable: &question.not_applicable,
        duties: question.duties.iter().map(|d| duty(content, d)).collect(),
        sources: sources(content, &question.sources),
        related: &question.related,
    }
}

fn duty<'a>(content: &'a Content, duty: &'a Duty) -> ExportedDuty<'a> {
    ExportedDuty {
        id: &duty.id,
        answers: &duty.answers,
        kinds: &duty.kinds,
        sv: &duty.sv,
        en: &duty.en,
        reference: &duty.reference,
        source: source(content, &duty.source),
        checked: &duty.checked,
    }
}

fn card<'a>(content: &'a Content, card: &'a Card) -> ExportedCard<'a> {
    ExportedCard {
        id: &card.id,
        title: &card.title,
        what: &card.what,
        monday: &card.monday,
        steps: &card.steps,
        who: &card.who,
        done: &card.done,
        pattern: &card.pattern,
        benefit: card.benefit,
        effort: card.effort,
        prerequisite: card.prerequisite.as_deref(),
        links: sources(content, &card.links),
        serves: &card.serves,
        triggers: card.serves.iter().map(trigger).collect(),
    }
}

fn trigger(serves: &Serves) -> Trigger<'_> {
    let levels = |holds: fn(&Serves, Level) -> bool| {
        let levels = Level::ALL.into_iter().filter(|&level| holds(serves, level));
        levels.map(Level::number).collect()
    };
    Trigger {
        question: &serves.question,
        offered_at: levels(Serves::offered_at),
        begun_at: levels(Serves::begun_at),
        done_from: serves.done_from().number(),
    }
}

fn references<'a>(content: &'a Content, edition: &Edition) -> Vec<ExportedReference<'a>> {
    if edition.framework != Reference::FRAMEWORK {
        return Vec::new();
    }
    let exported = content.references.iter().map(|value| ExportedReference {
        id: &value.id,
        goal: &value.goal,
        year: value.year,
        types: &value.types,
        sv: &value.sv,
        en: &value.en,
        source: source(content, &value.source),
    });
    exported.collect()
}

fn sources<'a>(content: &'a Content, ids: &[String]) -> Vec<&'a Source> {
    ids.iter().map(|id| source(content, id)).collect()
}

fn source<'a>(content: &'a Content, id: &str) -> &'a Source {
    found(content.sources.get(id))
}

#[expect(
    clippy::expect_used,
    reason = "content comes from check::load, which refuses a reference to nothing"
)]
fn found<T>(entry: Option<&T>) -> &T {
    entry.expect("references in checked content hold")
}
