//! What the result pages share: the round's score and tips, computed once, and the parts of a
//! page made from them. Every number comes from `domain::scoring` and `domain::advice`.

pub(crate) mod duties;
pub(crate) mod goals;
pub(crate) mod headline;
pub(crate) mod offers;
pub(crate) mod reckoning;
pub(crate) mod references;
pub(crate) mod targets;
pub(crate) mod wording;

use std::collections::BTreeMap;

use domain::account::Action;
use domain::advice::{self, Offer, Target};
use domain::assessment::{Answers, Depth};
use domain::instrument::{Edition, Goal};
use domain::organisation::OrganisationKind;
use domain::scoring::{self, Score};
use l10n::date;

use crate::context::RoundCx;
use crate::error::Failure;
use crate::routes::Page;
use crate::words;
use references::References;
use wording::Wording;

/// A round's result, with what is needed to put it in words.
pub(crate) struct Outcome<'a> {
    pub(crate) cx: &'a RoundCx,
    pub(crate) edition: &'a Edition,
    pub(crate) wording: Wording<'a>,
    pub(crate) answers: Answers,
    pub(crate) score: Score,
    pub(crate) offers: Vec<Offer>,
    /// The level that each goal is to reach; empty while no answer is a level.
    pub(crate) targets: BTreeMap<String, Target>,
}

impl<'a> Outcome<'a> {
    /// Computes the result of the round as it is saved.
    pub(crate) fn of(cx: &'a RoundCx) -> Result<Self, Failure> {
        let edition = cx.edition()?;
        let facts = &cx.round.facts;
        let answers = cx.round.answers();
        let score = scoring::score(edition, cx.round.depth, facts.kind, &answers);
        let offers = advice::offers(edition, &score, &answers, facts.size, &facts.targets);
        let targets = advice::targets(&score, &facts.targets);
        Ok(Outcome {
            cx,
            edition,
            wording: Wording {
                content: &cx.app().content,
                edition,
                t: cx.texts(),
                lang: cx.lang(),
            },
            answers,
            score,
            offers,
            targets,
        })
    }

    /// The values of the national surveys beside a goal.
    pub(crate) fn references(&self, goal: &Goal) -> Option<References> {
        let kind = self.cx.round.facts.kind;
        references::of_goal(
            &self.wording,
            goal,
            kind.map(OrganisationKind::organisation_type),
        )
    }

    pub(crate) fn quick(&self) -> bool {
        self.score.depth == Depth::Quick
    }

    /// The line above a heading: organisation, date of the last change, edition, coverage.
    pub(crate) fn caption(&self) -> String {
        let (t, facts) = (self.wording.t, &self.cx.round.facts);
        let parts = [
            facts.name.clone(),
            self.quick().then(|| t.outcome_quick()),
            Some(t.outcome_changed(self.changed())),
            Some(t.outcome_edition(self.edition.number)),
            facts.coverage.map(|coverage| words::coverage(t, coverage)),
        ];
        capitalised(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }

    /// The day of the last change, in words.
    pub(crate) fn changed(&self) -> String {
        date(self.cx.round.touched_at, self.wording.lang)
    }

    /// The heading that the data make.
    pub(crate) fn headline(&self) -> String {
        headline::headline(&self.wording, &self.score, &self.answers)
    }

    /// What is only for whoever may do something; `None` for all others.
    pub(crate) fn if_may<T>(&self, action: Action, what: impl FnOnce(&RoundCx) -> T) -> Option<T> {
        self.cx.may(action).then(|| what(self.cx))
    }

    /// Where a goal's questions are answered, or agreed on; `None` for whoever may only read.
    pub(crate) fn goal_address(&self, goal: &str) -> Option<String> {
        self.if_may(Action::Agree, |cx| {
            format!("{}?mal={goal}", cx.to(Page::Differences))
        })
        .or_else(|| self.if_may(Action::Answer, |cx| cx.to_one(Page::Goal, goal)))
    }

    /// Where a question is answered, or agreed on; `None` for whoever may only read.
    pub(crate) fn answer_address(&self, question: &str) -> Option<String> {
        self.if_may(Action::Agree, |cx| cx.to_one(Page::Agreement, question))
            .or_else(|| self.if_may(Action::Answer, |cx| cx.to_one(Page::Answer, question)))
    }

    /// Which versions the result was computed by, and the checksum over them and the answers.
    pub(crate) fn versions(&self) -> [String; 2] {
        let versions = &self.score.versions;
        let t = self.wording.t;
        [
            t.outcome_versions(
                &versions.edition,
                versions.structure,
                &versions.framework,
                versions.rules,
            ),
            t.outcome_hash(&self.score.hash),
        ]
    }
}

/// The text with a capital first letter.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
