//! The form as a Word file: headings, and a table for each goal with its header row, in A4.

use askama::Template;
use domain::instrument::{Goal, Level, Place, Question};
use l10n::Texts;

use super::choices::reasons;
use super::{Form, FormError};
use crate::archive;

/// The parts that are the same in every form, with their places in the file.
const FIXED: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        include_str!("../../templates/word/content_types.xml"),
    ),
    ("_rels/.rels", include_str!("../../templates/word/rels.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("../../templates/word/document_rels.xml"),
    ),
    (
        "word/settings.xml",
        include_str!("../../templates/word/settings.xml"),
    ),
];

/// The blank form as a Word file. The same form gives the same bytes.
///
/// # Errors
/// None that a form from checked content leads to: they are the writer's own.
pub fn word(form: &Form<'_>, t: &Texts) -> Result<Vec<u8>, FormError> {
    let lang = form.lang.code();
    let parts = [
        ("word/document.xml", Document::new(form, t).render()?),
        ("word/styles.xml", Styles { lang }.render()?),
        (
            "word/footer1.xml",
            Footer {
                title: &t.form_title(),
                page: &t.form_word_page(),
            }
            .render()?,
        ),
        (
            "docProps/core.xml",
            Core {
                title: &t.form_title(),
                lang,
                published: &form.edition.published,
            }
            .render()?,
        ),
    ];
    let parts = parts.iter().map(|(path, xml)| (*path, xml.as_str()));
    let files = FIXED.into_iter().chain(parts);
    Ok(archive::pack(
        files.map(|(path, xml)| (path, xml.as_bytes())),
    )?)
}

#[derive(Template)]
#[template(path = "word/styles.xml")]
struct Styles<'t> {
    lang: &'t str,
}

#[derive(Template)]
#[template(path = "word/footer.xml")]
struct Footer<'t> {
    title: &'t str,
    page: &'t str,
}

#[derive(Template)]
#[template(path = "word/core.xml")]
struct Core<'t> {
    title: &'t str,
    lang: &'t str,
    published: &'t str,
}

#[derive(Template)]
#[template(path = "word/document.xml")]
struct Document<'a> {
    t: &'a Texts,
    edition: &'a str,
    goals: Vec<GoalPart<'a>>,
}

/// A goal with a table of its questions.
struct GoalPart<'a> {
    heading: String,
    title: &'a str,
    caption: String,
    rows: Vec<Row>,
}

/// A question with the answers to tick.
struct Row {
    label: String,
    question: String,
    choices: Vec<Choice>,
}

/// An answer to tick.
struct Choice {
    /// What the box is called, for those who do not see the answer beside it. Word takes no name
    /// of more than 64 characters.
    name: String,
    says: String,
}

impl<'a> Document<'a> {
    fn new(form: &Form<'a>, t: &'a Texts) -> Document<'a> {
        let goals = form.edition.goals.iter();
        Document {
            t,
            edition: form.edition.title.get(form.lang),
            goals: goals
                .map(|goal| GoalPart::new(form, goal, t))
                .filter(|goal| !goal.rows.is_empty())
                .collect(),
        }
    }
}

impl<'a> GoalPart<'a> {
    fn new(form: &Form<'a>, goal: &'a Goal, t: &Texts) -> GoalPart<'a> {
        let asked = form.questions();
        let asked = asked.filter(|(place, _)| place.goal.id == goal.id);
        GoalPart {
            heading: t.form_word_goal(&goal.id, goal.short.get(form.lang)),
            title: goal.title.get(form.lang),
            caption: t.form_word_table(&goal.id),
            rows: asked
                .map(|(place, question)| Row::new(form, place, question, t))
                .collect(),
        }
    }
}

impl Row {
    fn new(form: &Form<'_>, place: Place<'_>, question: &Question, t: &Texts) -> Row {
        let label = place.label();
        let levels = Level::ALL.map(|level| {
            let title = form.level_title(level, t);
            let says = format!("{title}: {}", question.level(level, form.lang));
            (title, says)
        });
        let dont_know = (t.form_word_dont_know(), t.form_word_dont_know());
        let reasons = reasons(question, form.kind, t);
        let reasons = reasons.into_iter().map(|reason| {
            let says = t.form_word_not_applicable(reason.says(form.lang));
            (reason.written, says)
        });
        let choices = levels.into_iter().chain([dont_know]).chain(reasons);
        Row {
            choices: choices
                .map(|(name, says)| Choice {
                    name: format!("{label} {name}"),
                    says,
                })
                .collect(),
            question: question.question.get(form.lang).to_owned(),
            label,
        }
    }
}
