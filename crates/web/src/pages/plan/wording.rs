//! How a plan is put in words.

use domain::day::Day;
use domain::instrument::Edition;
use domain::plan::{Decision, Derived, Difference, Entry, Status};
use domain::text::Lang;
use l10n::{Texts, day};
use service::App;
use service::plans::{Kept, Plan, Who};

use crate::context::Cx;

/// What words about a plan are chosen by.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a> {
    pub(super) app: &'a App,
    pub(super) plan: &'a Plan,
    pub(super) t: &'a Texts,
    pub(super) lang: Lang,
}

impl<'a> Wording<'a> {
    pub(super) fn of(cx: &'a Cx, plan: &'a Plan) -> Self {
        Wording {
            app: cx.app(),
            plan,
            t: cx.texts(),
            lang: cx.lang(),
        }
    }

    /// A day as people write it.
    pub(super) fn day(&self, at: Day) -> String {
        day(&at.to_string(), self.lang)
    }

    /// The name of an owner; that nobody is known, if the plan has no such owner.
    pub(super) fn owner(&self, id: &str) -> String {
        let known = self.plan.owner(id).map(|owner| owner.name.clone());
        known.unwrap_or_else(|| self.t.plan_owner_unknown())
    }

    /// What an entry is called.
    pub(super) fn title(&self, entry: &Entry) -> String {
        service::plans::title(self.app, self.plan, entry, self.lang)
    }

    /// What is decided, in one line.
    pub(super) fn decision(&self, entry: &Entry) -> String {
        match &entry.decision {
            Decision::Open => self.t.plan_says_open(),
            Decision::Do { owner, by, .. } => self.t.plan_says_do(self.owner(owner), self.day(*by)),
            Decision::Later { on } => self.t.plan_says_later(self.day(*on)),
            Decision::No { because } => self.t.plan_says_no(because.as_str()),
        }
    }

    /// How far people say that it has come; nothing for what nobody is to do.
    pub(super) fn status(&self, entry: &Entry) -> Option<String> {
        matches!(entry.decision, Decision::Do { .. }).then(|| status(self.t, entry.status))
    }

    /// How far the answers say that it has come.
    pub(super) fn derived(&self, derived: Derived) -> String {
        match derived {
            Derived::Unknown => self.t.plan_derived_unknown(),
            Derived::NotBegun => self.t.plan_derived_not_begun(),
            Derived::Begun => self.t.plan_derived_begun(),
            Derived::Done => self.t.plan_derived_done(),
        }
    }

    /// What people and answers say differently, as a question.
    pub(super) fn difference(&self, difference: Difference) -> String {
        match difference {
            Difference::DoneNotAnswered => self.t.plan_differs_done(),
            Difference::AnsweredNotDone => self.t.plan_differs_answered(),
            Difference::AnsweredNotDecided => self.t.plan_differs_not_decided(),
        }
    }

    /// What an entry says, line by line: for its history and for a conflict.
    pub(super) fn said(&self, kept: &Kept) -> Vec<String> {
        let entry = &kept.entry;
        let mut lines = vec![self.decision(entry)];
        lines.extend(
            self.status(entry)
                .map(|status| self.t.plan_said_status(status)),
        );
        if let Decision::Do { resources, .. } = &entry.decision
            && !resources.is_empty()
        {
            lines.push(self.t.plan_said_resources(resources.as_str()));
        }
        if !entry.note.is_empty() {
            lines.push(self.t.plan_said_note(entry.note.as_str()));
        }
        lines
    }

    /// Who saved a revision. `names` are those of the organisation's people, by id.
    pub(super) fn who(&self, who: &Who, names: &[(uuid::Uuid, String)]) -> String {
        match who {
            Who::Person(id) => {
                let known = names.iter().find(|(person, _)| person == id);
                known.map_or_else(|| self.t.plan_who_left(), |(_, name)| name.clone())
            }
            Who::Owner(id) => {
                let name = self.owner(&id.to_string());
                self.t.plan_who_owner(name)
            }
            Who::Carried => self.t.plan_who_carried(),
        }
    }
}

/// A status in words.
pub(super) fn status(t: &Texts, status: Status) -> String {
    match status {
        Status::NotBegun => t.plan_status_not_begun(),
        Status::Ongoing => t.plan_status_ongoing(),
        Status::Done => t.plan_status_done(),
    }
}

/// "4. Rättssäker upphandling"; nothing for a goal that the edition does not have.
pub(super) fn goal_title(edition: Option<&Edition>, goal: &str, lang: Lang) -> Option<String> {
    let goal = edition?.goal(goal)?;
    Some(format!("{}. {}", goal.id, goal.short.get(lang)))
}
