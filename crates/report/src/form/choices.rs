//! The answers to choose from, as a form writes them.

use domain::assessment::Answer;
use domain::instrument::{Level, Question};
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use l10n::Texts;

/// The answers that a question offers, each as the form writes it: `1` to `4`, vet inte än, and
/// inte tillämpligt for each reason open to the kind of organisation.
///
/// Where the edition has several reasons they are numbered by their place in it, so that a form
/// means the same whoever fills it in.
pub(super) fn choices(
    question: &Question,
    kind: Option<OrganisationKind>,
    t: &Texts,
) -> Vec<(Answer, String)> {
    let mut choices: Vec<(Answer, String)> = Level::ALL
        .into_iter()
        .map(|level| (Answer::Level(level), level.to_string()))
        .collect();
    choices.push((Answer::DontKnow, t.form_dont_know()));
    choices.extend(reasons(question, kind, t).into_iter().map(|reason| {
        (
            Answer::NotApplicable(reason.code.to_owned()),
            reason.written,
        )
    }));
    choices
}

/// A reason for inte tillämpligt that a question allows.
pub(super) struct Reason<'q> {
    pub(super) code: &'q str,
    /// The answer as the form writes it.
    pub(super) written: String,
    sv: &'q str,
    en: &'q str,
}

impl Reason<'_> {
    /// What the reason says.
    pub(super) fn says(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

/// The reasons for inte tillämpligt that are open to the kind of organisation.
pub(super) fn reasons<'q>(
    question: &'q Question,
    kind: Option<OrganisationKind>,
    t: &Texts,
) -> Vec<Reason<'q>> {
    let several = question.not_applicable.len() > 1;
    let reasons = (1u32..).zip(&question.not_applicable);
    reasons
        .filter(|(_, entry)| question.may_be_not_applicable(&entry.reason, kind))
        .map(|(number, entry)| Reason {
            code: &entry.reason,
            written: match several {
                true => t.form_not_applicable_numbered(number),
                false => t.form_not_applicable(),
            },
            sv: &entry.sv,
            en: &entry.en,
        })
        .collect()
}

/// The answer that someone has written in a form, in small or capital letters. A whole number may
/// have decimals that are zero, as some programs write them.
pub(super) fn written(
    question: &Question,
    kind: Option<OrganisationKind>,
    text: &str,
    t: &Texts,
) -> Option<Answer> {
    let text = text.trim().to_lowercase();
    let text = text.strip_suffix(".0").unwrap_or(&text);
    choices(question, kind, t)
        .into_iter()
        .find(|(_, written)| written.to_lowercase() == text)
        .map(|(answer, _)| answer)
}
