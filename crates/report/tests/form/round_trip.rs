//! What is written into a form comes back as it was.

use domain::assessment::Answer;
use domain::instrument::Level;
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use proptest::prelude::*;
use proptest::sample::Index;
use report::form::{Filled, FilledForm, Form, ReadError};

use crate::common::{ALL, LIMIT, edition, excel, form, read};

/// An answer that the question allows, or none; and a comment, or none.
fn filled() -> impl Strategy<Value = FilledForm> {
    let comment = prop_oneof![
        Just(String::new()),
        "[=+@'\" _x0-9A-F<&>,;åäöÅÄÖé€😀\n\t-]{0,60}",
        "\\PC{0,40}",
        Just("å".repeat(LIMIT)),
    ];
    let row = (any::<Index>(), 0u8..7, any::<Index>(), comment);
    prop::collection::vec(row, 1..20).prop_map(|rows| {
        let ids: Vec<&String> = ALL.iter().collect();
        let filled = rows.into_iter().map(|(id, answer, reason, comment)| {
            let question = edition()
                .question(ids[id.index(ids.len())])
                .expect("a question");
            let reasons = &question.not_applicable;
            let answer = match answer {
                0 => None,
                5 => Some(Answer::DontKnow),
                6 if !reasons.is_empty() => {
                    Some(Answer::NotApplicable(reason.get(reasons).reason.clone()))
                }
                number => Some(Answer::Level(
                    Level::try_from(number.min(4)).expect("a level"),
                )),
            };
            let comment = comment.trim().to_owned();
            (question.id.clone(), Filled { answer, comment })
        });
        let said =
            |(_, filled): &(String, Filled)| filled.answer.is_some() || !filled.comment.is_empty();
        filled.filter(said).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_that_is_filled_in_is_read_as_it_was(filled in filled(), written in any::<bool>(), read_in in any::<bool>()) {
        let lang = |sv| if sv { Lang::Sv } else { Lang::En };
        let bytes = excel(&form(lang(written)), &filled);
        let expected = match filled.is_empty() {
            true => Err(ReadError::NothingFilledIn),
            false => Ok(filled),
        };
        prop_assert_eq!(read(&form(lang(read_in)), &bytes), expected);
    }
}

#[test]
fn a_question_with_several_reasons_tells_them_apart() {
    let mut edition = edition().clone();
    let question = edition
        .questions
        .get_mut("miljo.livsmedel")
        .expect("a question");
    let mut other = question.not_applicable[0].clone();
    other.reason = "annat-skal".to_owned();
    other.kinds = vec![OrganisationKind::Region];
    question.not_applicable.push(other);
    let form = Form {
        edition: &edition,
        ..form(Lang::Sv)
    };
    for reason in ["koper-inte-mat", "annat-skal"] {
        let filled = FilledForm::from([(
            "miljo.livsmedel".to_owned(),
            Filled {
                answer: Some(Answer::NotApplicable(reason.to_owned())),
                comment: String::new(),
            },
        )]);
        assert_eq!(read(&form, &excel(&form, &filled)), Ok(filled));
    }
}

#[test]
fn the_same_form_is_the_same_bytes() {
    let form = form(Lang::Sv);
    assert_eq!(
        excel(&form, &FilledForm::new()),
        excel(&form, &FilledForm::new())
    );
    let word = || report::form::word(&form, crate::common::CATALOGUE.get(Lang::Sv));
    assert_eq!(word().expect("a form"), word().expect("a form"));
}
