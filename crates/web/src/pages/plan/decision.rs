//! The plan on the beslutssida: the actions that are decided, as many as one sheet holds.

use domain::account::Action;
use domain::plan::{Decision, Status};
use service::plans::effects;

use super::wording::Wording;
use crate::context::RoundCx;
use crate::error::Failure;
use crate::pages::round::outcome::wording::number;
use crate::routes::Page;

/// Lines of print that the actions may take, in the table and in the proposed decision together:
/// about those of three tips with their reasons, which is what the page has without a plan.
const LINES: usize = 11;
/// Characters on a line of print: of an action's name and of its owner in the table, and in the
/// proposed decision.
const NAME: usize = 52;
const OWNER: usize = 18;
const WHOLE: usize = 92;
/// About so many characters the proposed decision puts around an action and its owner.
const AROUND: usize = 50;

/// An action to decide on.
pub(crate) struct Todo {
    pub(crate) title: String,
    pub(crate) owner: String,
    pub(crate) day: String,
}

impl Todo {
    /// How many lines of print it takes, wide letters and long words reckoned with.
    fn lines(&self) -> usize {
        let wrapped = |characters: usize, width: usize| characters.div_ceil(width).max(1);
        let (title, owner) = (self.title.chars().count(), self.owner.chars().count());
        wrapped(title, NAME).max(wrapped(owner, OWNER)) + wrapped(title + owner + AROUND, WHOLE)
    }
}

/// What the plan that was made from a round puts on its beslutssida.
pub(crate) struct OnDecision {
    /// What is decided and not done, the earliest day first: as much as there is room for.
    pub(crate) todo: Vec<Todo>,
    /// How many more there are, in words.
    pub(crate) more: Option<String>,
    /// Why there is nothing to decide on, when there is nothing.
    pub(crate) nothing: String,
    /// The plan, for members.
    pub(crate) address: Option<String>,
}

/// What the plan that was made from the round puts on the page; `None` if there is no such plan.
pub(crate) async fn of_round(cx: &RoundCx) -> Result<Option<OnDecision>, Failure> {
    let Some(plan) = effects::made_from(cx.app(), &cx.round).await? else {
        return Ok(None);
    };
    let w = Wording::of(&cx.cx, &plan);
    let mut decided = Vec::new();
    let mut done = false;
    for (key, kept) in &plan.entries {
        match &kept.entry.decision {
            Decision::Do { .. } if kept.entry.status == Status::Done => done = true,
            Decision::Do { owner, by, .. } => {
                let todo = Todo {
                    title: w.title(&kept.entry),
                    owner: w.owner(owner),
                    day: w.day(*by),
                };
                decided.push(((*by, key), todo));
            }
            _ => {}
        }
    }
    decided.sort_by_key(|(order, _)| *order);
    let mut todo: Vec<Todo> = decided.into_iter().map(|(_, todo)| todo).collect();
    let more = number(todo.split_off(fitting(&todo)).len());
    let id = plan.id.to_string();
    let organisation = cx.organisation.as_ref();
    Ok(Some(OnDecision {
        todo,
        more: (more > 0).then(|| w.t.plan_decision_more(more)),
        nothing: match done {
            true => w.t.plan_decision_all_done(),
            false => w.t.plan_decision_none(),
        },
        address: organisation
            .filter(|_| cx.may(Action::SeePlan))
            .map(|organisation| cx.cx.path(Page::Plan, &[&organisation.public_id, &id])),
    }))
}

/// How many of the first actions there is room for.
fn fitting(todo: &[Todo]) -> usize {
    let mut lines = 0;
    todo.iter()
        .take_while(|todo| {
            lines += todo.lines();
            lines <= LINES
        })
        .count()
}

#[cfg(test)]
mod tests {
    use domain::plan::{LONGEST_OWNER, LONGEST_TITLE};

    use super::*;

    fn todo(title: usize, owner: usize) -> Todo {
        Todo {
            title: "a".repeat(title),
            owner: "b".repeat(owner),
            day: String::new(),
        }
    }

    #[test]
    fn there_is_room_for_few_long_actions_and_for_more_short_ones() {
        let many = |title, owner| -> Vec<Todo> { (0..9).map(|_| todo(title, owner)).collect() };
        assert_eq!(fitting(&[]), 0);
        assert_eq!(fitting(&many(30, 12)), 5);
        assert_eq!(fitting(&many(45, 15)), 3);
        assert_eq!(fitting(&many(LONGEST_TITLE, LONGEST_OWNER)), 1);
    }
}
