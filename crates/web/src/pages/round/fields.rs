//! The fields of one question in a form, whether it stands alone or with the rest of its goal:
//! how they are shown, and how they are read back.

use domain::account::Action;
use domain::assessment::Answer;
use domain::instrument::{Content, Level, Place, Question, Role};
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use l10n::Texts;
use service::rounds::{Latest, Said};

use crate::context::RoundCx;
use crate::forms::{Fault, Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::words;

/// One choice among the answers to a question.
pub(crate) struct Choice {
    pub(crate) id: String,
    pub(crate) value: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) checked: bool,
}

/// A question as a form shows it.
pub(crate) struct QuestionFields {
    pub(crate) id: String,
    /// "4.2".
    pub(crate) label: String,
    pub(crate) question: String,
    pub(crate) essential: bool,
    pub(crate) levels: Vec<Choice>,
    /// Vet inte än, and the reasons for inte tillämpligt that are open.
    pub(crate) others: Vec<Choice>,
    /// Who could know, for one respondent among many who does not.
    pub(crate) ask: Vec<Choice>,
    pub(crate) comment: String,
    /// The revision that the form was made from.
    pub(crate) version: i64,
    pub(crate) why: String,
    pub(crate) boundary: String,
    pub(crate) evidence: Vec<(u8, String)>,
    pub(crate) examples: Vec<String>,
    /// Whether the saved answer is an inte tillämpligt that the kind of organisation rules out.
    pub(crate) closed_reason: bool,
    pub(crate) faults: Vec<FieldFault>,
}

/// A field that could not be used, and what to say about it.
#[derive(Clone, Debug)]
pub(crate) struct FieldFault {
    /// The id of the field to go to.
    pub(crate) field: String,
    pub(crate) message: String,
}

/// What is wrong with a field, in the reader's language.
pub(crate) fn message(t: &Texts, fault: Fault) -> String {
    match fault {
        Fault::Repeated => t.fault_repeated(),
        Fault::Nul => t.fault_nul(),
        Fault::TooLong(limit) => t.fault_too_long(u32::try_from(limit).unwrap_or(u32::MAX)),
        Fault::Unknown => t.fault_unknown(),
    }
}

/// The value of an answer in a form.
pub(crate) fn value(answer: &Answer) -> String {
    match answer {
        Answer::Level(level) => level.to_string(),
        Answer::DontKnow => "vet-inte".to_owned(),
        Answer::NotApplicable(reason) => format!("ej:{reason}"),
    }
}

/// The answer of a value in a form; `None` for an empty one.
pub(crate) fn parse(question: &Question, value: &str) -> Result<Option<Answer>, Fault> {
    match value {
        "" => Ok(None),
        "vet-inte" => Ok(Some(Answer::DontKnow)),
        _ => {
            if let Some(reason) = value.strip_prefix("ej:") {
                return question
                    .may_be_not_applicable(reason, None)
                    .then(|| Some(Answer::NotApplicable(reason.to_owned())))
                    .ok_or(Fault::Unknown);
            }
            value
                .parse::<u8>()
                .ok()
                .and_then(|number| Level::try_from(number).ok())
                .map(|level| Some(Answer::Level(level)))
                .ok_or(Fault::Unknown)
        }
    }
}

/// An answer in words: level with its name and sentence, or what else was chosen.
pub(crate) fn in_words(
    content: &Content,
    question: &Question,
    answer: Option<&Answer>,
    t: &Texts,
    lang: Lang,
) -> (String, String) {
    match answer {
        None => (t.answer_missing(), String::new()),
        Some(Answer::DontKnow) => (t.answer_dont_know(), String::new()),
        Some(Answer::NotApplicable(reason)) => {
            let reason = question
                .not_applicable
                .iter()
                .find(|entry| entry.reason == *reason);
            let text = reason.map_or("", |entry| match lang {
                Lang::Sv => entry.sv.as_str(),
                Lang::En => entry.en.as_str(),
            });
            (t.answer_not_applicable(), text.to_owned())
        }
        Some(Answer::Level(level)) => (
            t.level_title(u32::from(level.number()), content.level_name(*level, lang)),
            question.level(*level, lang).to_owned(),
        ),
    }
}

/// The answers to choose from: levels, and then vet inte än and the reasons for inte tillämpligt
/// that are open to the kind of organisation.
pub(crate) fn choices(
    content: &Content,
    question: &Question,
    kind: Option<OrganisationKind>,
    chosen: &str,
    (t, lang): (&Texts, Lang),
) -> (Vec<Choice>, Vec<Choice>) {
    let id = question.id.replace('.', "-");
    let choice = |name: &str, value: String, title: String, text: String| Choice {
        id: format!("niva-{id}-{name}"),
        checked: value == chosen,
        value,
        title,
        text,
    };
    let levels = Level::ALL
        .into_iter()
        .map(|level| {
            choice(
                &level.to_string(),
                level.to_string(),
                t.level_title(u32::from(level.number()), content.level_name(level, lang)),
                question.level(level, lang).to_owned(),
            )
        })
        .collect();
    let mut others = vec![choice(
        "vet",
        "vet-inte".to_owned(),
        t.answer_dont_know(),
        t.answer_dont_know_means(),
    )];
    others.extend(
        question
            .not_applicable
            .iter()
            .filter(|entry| question.may_be_not_applicable(&entry.reason, kind))
            .map(|entry| {
                let text = match lang {
                    Lang::Sv => &entry.sv,
                    Lang::En => &entry.en,
                };
                choice(
                    &entry.reason,
                    format!("ej:{}", entry.reason),
                    t.answer_not_applicable(),
                    text.clone(),
                )
            }),
    );
    (levels, others)
}

impl QuestionFields {
    /// The fields as they are saved.
    pub(crate) fn saved(cx: &RoundCx, place: &Place<'_>, question: &Question) -> Self {
        let latest = cx.round.latest(&question.id);
        let chosen = latest.said.answer.as_ref().map(value);
        QuestionFields::new(
            cx,
            place,
            question,
            &latest,
            chosen.as_deref().unwrap_or(""),
        )
    }

    /// The fields as they were sent, to be mended.
    pub(crate) fn sent(
        cx: &RoundCx,
        place: &Place<'_>,
        question: &Question,
        fields: &Fields,
        faults: Vec<FieldFault>,
    ) -> Self {
        let latest = Latest {
            said: Said {
                answer: None,
                comment: fields.shown(&format!("motivering.{}", question.id)),
                ask: role_of(&fields.shown(&format!("fraga.{}", question.id))),
            },
            revision: sent_version(fields, &question.id).unwrap_or(0),
            at: 0,
        };
        let chosen = fields.shown(&format!("niva.{}", question.id));
        QuestionFields {
            faults,
            ..QuestionFields::new(cx, place, question, &latest, &chosen)
        }
    }

    fn new(
        cx: &RoundCx,
        place: &Place<'_>,
        question: &Question,
        latest: &Latest,
        chosen: &str,
    ) -> Self {
        let (t, lang) = (cx.texts(), cx.lang());
        let kind = cx.round.facts.kind;
        let (levels, others) = choices(&cx.app().content, question, kind, chosen, (t, lang));
        // Only where others answer too is there someone to ask.
        let asks = cx.round.belongs.is_some() && cx.may(Action::Answer);
        let ask = Role::ALL.into_iter().filter(|_| asks).map(|role| Choice {
            id: String::new(),
            value: role.code().to_owned(),
            title: words::role(t, role),
            text: String::new(),
            checked: latest.said.ask == Some(role),
        });
        let closed_reason = chosen.starts_with("ej:") && !others.iter().any(|c| c.checked);
        let text = |sv: &str, en: &str| match lang {
            Lang::Sv => sv.to_owned(),
            Lang::En => en.to_owned(),
        };
        QuestionFields {
            label: place.label(),
            question: question.question.get(lang).to_owned(),
            essential: place.mapped.essential,
            levels,
            others,
            ask: ask.collect(),
            comment: latest.said.comment.clone(),
            version: latest.revision,
            why: question.why.get(lang).to_owned(),
            boundary: question.boundary.get(lang).to_owned(),
            evidence: question
                .evidence
                .iter()
                .map(|evidence| (evidence.level, text(&evidence.sv, &evidence.en)))
                .collect(),
            examples: question
                .examples
                .iter()
                .filter(|example| kind.is_none_or(|kind| example.kinds.contains(&kind)))
                .map(|example| text(&example.sv, &example.en))
                .collect(),
            closed_reason,
            faults: Vec::new(),
            id: question.id.clone(),
        }
    }

    /// The question's id as part of a field's id.
    pub(crate) fn dashed(&self) -> String {
        self.id.replace('.', "-")
    }
}

/// A role by its code; `None` if nobody was chosen.
fn role_of(code: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.code() == code)
}

/// The id of a question's first radio button.
pub(crate) fn first_field(question: &str) -> String {
    format!("niva-{}-1", question.replace('.', "-"))
}

/// The revision that a question's fields were made from; `None` if the form has no such fields.
pub(crate) fn sent_version(fields: &Fields, question: &str) -> Option<i64> {
    let name = format!("version.{question}");
    fields.one(&name, LINE_LIMIT).ok()?.parse().ok()
}

/// What was sent for one question, or everything that is wrong with it.
pub(crate) fn read(
    t: &Texts,
    question: &Question,
    fields: &Fields,
) -> Result<Said, Vec<FieldFault>> {
    let id = question.id.replace('.', "-");
    let mut faults = Vec::new();
    let answer = fields
        .one(&format!("niva.{}", question.id), LINE_LIMIT)
        .and_then(|value| parse(question, value))
        .map_err(|fault| {
            faults.push(FieldFault {
                field: first_field(&question.id),
                message: message(t, fault),
            });
        });
    let comment = fields
        .one(&format!("motivering.{}", question.id), TEXT_LIMIT)
        .map_err(|fault| {
            faults.push(FieldFault {
                field: format!("motivering-{id}"),
                message: message(t, fault),
            });
        });
    match (answer, comment) {
        (Ok(answer), Ok(comment)) => Ok(Said {
            ask: fields
                .one(&format!("fraga.{}", question.id), LINE_LIMIT)
                .ok()
                .and_then(role_of)
                .filter(|_| answer == Some(Answer::DontKnow)),
            answer,
            comment: comment.trim().replace("\r\n", "\n"),
        }),
        _ => Err(faults),
    }
}
