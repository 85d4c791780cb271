//! The rules in plain words, with an example that the rules themselves compute.

use askama::Template;
use axum::response::Response;
use domain::advice;
use domain::assessment::Answer;
use domain::comparison;
use domain::instrument::{Edition, Level};
use domain::scoring::{self, GoalScore, LevelTest, QuestionState};
use domain::text::Lang;
use l10n::Texts;

use super::example::Example;
use super::{LevelLine, levels, number};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;

#[derive(Template)]
#[template(path = "public/method.html")]
struct MethodPage<'a> {
    layout: Layout<'a>,
    levels: Vec<LevelLine>,
    questions: u32,
    essential: u32,
    quick: u32,
    /// Questions that touch a legal duty.
    duties: u32,
    /// Limits of the rules, as words.
    min_applicable: String,
    now: String,
    next: String,
    headline: u8,
    /// Limits of what is told of tips.
    min: String,
    distribution: u32,
    concentration: u32,
    months: u16,
    example: Option<ExampleView>,
    edition: &'a Edition,
    published: String,
    framework: &'a str,
    rules: &'static str,
}

/// The example with everything the page tells of it.
struct ExampleView {
    /// The number of questions as a word.
    count: String,
    questions: Vec<AnswerLine>,
    applicable: u32,
    known: u32,
    needed: u32,
    tests: Vec<TestLine>,
    /// What follows, one sentence each.
    conclusions: Vec<String>,
    /// What the missing step leads to.
    after: String,
}

struct AnswerLine {
    question: String,
    essential: bool,
    answer: String,
}

struct TestLine {
    level: u8,
    reached: usize,
    needed: usize,
    blocking: String,
    holds: bool,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let (t, lang) = (cx.texts(), cx.lang());
    let content = &cx.app().content;
    let min = content.comparison.min_owners.max(comparison::MIN_OWNERS);
    let min = usize::try_from(min).unwrap_or_default();
    page(&MethodPage {
        levels: levels(content, t, lang),
        questions: number(edition.counts.questions),
        essential: number(edition.counts.essential),
        quick: number(edition.counts.quick),
        duties: number(
            edition
                .places()
                .filter(|(_, question)| !question.duties.is_empty())
                .count(),
        ),
        min_applicable: l10n::count_word(scoring::MIN_APPLICABLE, lang),
        now: l10n::count_word(advice::NOW, lang),
        next: l10n::count_word(advice::NEXT, lang),
        headline: scoring::HEADLINE.number(),
        min: l10n::count_word(min, lang),
        distribution: number(comparison::FOR_DISTRIBUTION.max(min)),
        concentration: number(comparison::CONCENTRATION),
        months: comparison::MONTHS,
        example: view(&Example::new(), t, lang),
        published: l10n::day(&edition.published, lang),
        framework: content
            .frameworks
            .get(&edition.framework)
            .map_or("", |framework| framework.title.get(lang)),
        rules: scoring::RULES,
        edition,
        layout: Layout::of(&cx),
    })
}

fn view(example: &Example, t: &Texts, lang: Lang) -> Option<ExampleView> {
    let result = example.result()?;
    let after = example.after_missing_steps().result()?;
    let near = t.method_example_near(list(t, &after.near_limit));
    Some(ExampleView {
        count: l10n::count_word(result.questions.len(), lang),
        questions: result.questions.iter().map(|q| answer_line(t, q)).collect(),
        applicable: number(result.applicable),
        known: number(result.known),
        needed: number(result.tests.first()?.needed),
        tests: result.tests.iter().map(|test| test_line(t, test)).collect(),
        conclusions: conclusions(&result, t, lang)?,
        after: format!("{} {near}", t.method_example_after(after.level?.number())),
    })
}

fn answer_line(t: &Texts, state: &QuestionState) -> AnswerLine {
    AnswerLine {
        question: state.question.clone(),
        essential: state.essential,
        answer: match &state.answer {
            Some(Answer::Level(level)) => t.method_level(level.number()),
            Some(Answer::DontKnow) => t.answer_dont_know(),
            Some(Answer::NotApplicable(_)) => t.method_not_applicable(),
            None => t.answer_missing(),
        },
    }
}

fn test_line(t: &Texts, test: &LevelTest) -> TestLine {
    TestLine {
        level: test.level.number(),
        reached: test.reached,
        needed: test.needed,
        blocking: if test.blocking.is_empty() {
            t.method_none()
        } else {
            list(t, &test.blocking)
        },
        holds: test.holds,
    }
}

/// Letters with commas, and "och" before the last.
fn list(t: &Texts, letters: &[String]) -> String {
    match letters.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), t.question_and())
        }
        _ => letters.concat(),
    }
}

fn conclusions(result: &GoalScore, t: &Texts, lang: Lang) -> Option<Vec<String>> {
    let (level, up_to, mean) = (result.level?, result.up_to?, result.mean?);
    let (whole, tenth) = mean.shown();
    let missing = result.missing.as_ref()?;
    let step = missing.steps.first()?;
    let from = step.from.unwrap_or(Level::ONE);
    Some(vec![
        t.method_example_level(level.number(), up_to.number()),
        t.method_example_mean(l10n::decimal(whole, tenth, lang), mean.sum, mean.count),
        t.method_example_missing(
            missing.target.number(),
            &step.question,
            from.number(),
            step.to.number(),
        ),
        t.method_example_find_out(list(t, &missing.find_out)),
    ])
}
