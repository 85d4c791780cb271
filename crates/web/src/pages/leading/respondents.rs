//! Respondents in a list: who they are and how far they have come, never what they answer.

use l10n::{Texts, date};
use service::rounds::progress::{Asked, Respondent, Who};

use super::number;
use crate::context::RoundCx;
use crate::routes::Page;

/// One respondent in a list.
pub(super) struct Line {
    pub(super) who: String,
    pub(super) state: String,
    /// Shown as a tag, so that what is left stands out.
    pub(super) tagged: bool,
    pub(super) reminded: Option<String>,
    /// A mail to them did not arrive.
    pub(super) unreachable: bool,
    /// Where the respondent is removed; not oneself.
    pub(super) remove: Option<String>,
}

/// What a respondent is called; `place` counts those who came in by a link without a name.
pub(super) fn called(t: &Texts, who: &Who, place: usize) -> String {
    match who {
        Who::Person { name, email, .. } if name.is_empty() => email.clone(),
        Who::Person { name, .. } => name.clone(),
        Who::Mail(email) => email.clone(),
        Who::Link(Some(name)) => t.respondent_link(name),
        Who::Link(None) => t.respondent_unnamed(number(place)),
        Who::Gone => t.respondent_gone(),
    }
}

fn line(cx: &RoundCx, respondent: &Respondent, questions: usize, place: usize) -> Line {
    let t = cx.texts();
    let own = cx.cx.session.as_ref().map(|session| session.person);
    let is_own = matches!(respondent.who, Who::Person { id, .. } if Some(id) == own);
    let mut who = called(t, &respondent.who, place);
    if is_own {
        who = t.respondent_you(who);
    }
    Line {
        who,
        state: if respondent.done {
            t.respondent_done(number(respondent.answered), number(questions))
        } else if respondent.answered == 0 {
            t.respondent_not_begun()
        } else {
            t.state_begun(number(respondent.answered), number(questions))
        },
        tagged: !respondent.done,
        unreachable: respondent.unreachable,
        reminded: respondent
            .reminded_at
            .map(|at| t.respondent_reminded(date(at, cx.lang()))),
        remove: (!is_own).then(|| cx.to_one(Page::RemoveRespondent, &respondent.voice.to_string())),
    }
}

/// The respondents of one role.
pub(super) fn lines(cx: &RoundCx, asked: &Asked) -> Vec<Line> {
    let questions = asked.audience.questions.len();
    let respondents = asked.respondents.iter().enumerate();
    respondents
        .map(|(index, respondent)| line(cx, respondent, questions, index + 1))
        .collect()
}
