//! Where a page answers otherwise than the one function that decides would have it, and why. Each
//! line must have been needed where its test ends, so that none outlives its reason.

use domain::account::{Action, Actor, Stage, can};
use web::routes::Page;

use crate::world::Outcome;

/// When a line holds: for whom, at which stage.
type When = fn(&[Actor], Option<Stage>) -> bool;

struct Line {
    page: Page,
    when: When,
    outcome: Outcome,
    why: &'static str,
}

fn always(_: &[Actor], _: Option<Stage>) -> bool {
    true
}

fn nobody_yet(actors: &[Actor], _: Option<Stage>) -> bool {
    actors == [Actor::Anyone]
}

fn somebody(actors: &[Actor], stage: Option<Stage>) -> bool {
    !nobody_yet(actors, stage)
}

/// A round that has no organisation, for someone who sees all of it.
fn tried(actors: &[Actor], stage: Option<Stage>) -> bool {
    let sees = |actor: &Actor| can(*actor, Action::ReadRecord, stage);
    stage.is_none() && actors.iter().any(sees)
}

/// What has been handed in, for someone who sees its receipt.
fn handed_in(actors: &[Actor], stage: Option<Stage>) -> bool {
    stage >= Some(Stage::Submitted) && sees_receipt(actors, stage)
}

/// What has been withdrawn, for someone who sees its receipt.
fn withdrawn(actors: &[Actor], stage: Option<Stage>) -> bool {
    stage == Some(Stage::Withdrawn) && sees_receipt(actors, stage)
}

fn sees_receipt(actors: &[Actor], stage: Option<Stage>) -> bool {
    actors
        .iter()
        .any(|actor| can(*actor, Action::SeeReceipt, stage))
}

/// What may be done while answering is open, by someone who leads the round, is no longer there to
/// be done when the group agrees, though they still lead it.
fn agreeing_leader(actors: &[Actor], stage: Option<Stage>) -> bool {
    let leads = |actor: &Actor| can(*actor, Action::LeadRound, stage);
    stage == Some(Stage::Agreeing) && actors.iter().any(leads)
}

const fn line(page: Page, when: When, outcome: Outcome, why: &'static str) -> Line {
    Line {
        page,
        when,
        outcome,
        why,
    }
}

/// For pages that are asked for.
const GOT: &[Line] = &[line(
    Page::OidcReturn,
    always,
    Outcome::NotThere,
    "this installation has no provider",
)];

/// For both.
const BOTH: &[Line] = &[
    line(
        Page::Oidc,
        always,
        Outcome::NotThere,
        "this installation has no provider",
    ),
    line(
        Page::SecondFactor,
        nobody_yet,
        Outcome::ShowWho,
        "the first step comes before the second",
    ),
    line(
        Page::Recovery,
        nobody_yet,
        Outcome::ShowWho,
        "the first step comes before the second",
    ),
    line(
        Page::Changes,
        tried,
        Outcome::NotThere,
        "the first round has none before it",
    ),
    line(
        Page::LastTime,
        tried,
        Outcome::NotThere,
        "the first round has none before it",
    ),
    line(
        Page::LastTimeGoal,
        tried,
        Outcome::NotThere,
        "the first round has none before it",
    ),
    line(
        Page::HandIn,
        handed_in,
        Outcome::Given,
        "it is done, and the receipt says so",
    ),
    line(
        Page::Withdraw,
        withdrawn,
        Outcome::Given,
        "it is done, and the receipt says so",
    ),
];

/// For forms that are sent.
const SENT: &[Line] = &[
    line(
        Page::RecoveryCodes,
        somebody,
        Outcome::ShowWho,
        "whoever has no second factor has nothing to recover",
    ),
    line(
        Page::Invitation,
        nobody_yet,
        Outcome::ShowWho,
        "an account accepts it",
    ),
    line(
        Page::Lead,
        agreeing_leader,
        Outcome::NotAllowed,
        "nobody is reminded when answering is closed",
    ),
    line(
        Page::Audience,
        agreeing_leader,
        Outcome::NotAllowed,
        "nobody is asked when answering is closed",
    ),
    line(
        Page::RemoveRespondent,
        agreeing_leader,
        Outcome::NotAllowed,
        "nobody is removed when answering is closed",
    ),
];

/// What is expected otherwise, and what of it has been needed.
pub(crate) struct Otherwise {
    got: Vec<bool>,
    sent: Vec<bool>,
    both: Vec<bool>,
    /// Answers that were not what they should be.
    wrong: Vec<String>,
}

impl Otherwise {
    pub(crate) fn new() -> Self {
        Otherwise {
            got: vec![false; GOT.len()],
            sent: vec![false; SENT.len()],
            both: vec![false; BOTH.len()],
            wrong: Vec::new(),
        }
    }

    /// Notes an answer that is not what it should be: all of them are told at the end.
    pub(crate) fn compare(&mut self, found: Outcome, due: Outcome, what: impl Fn() -> String) {
        if found != due {
            self.wrong
                .push(format!("{}: {found:?}, not {due:?}", what()));
        }
    }

    pub(crate) fn got(
        &mut self,
        page: Page,
        actors: &[Actor],
        stage: Option<Stage>,
    ) -> Option<Outcome> {
        find(GOT, &mut self.got, page, actors, stage)
            .or_else(|| find(BOTH, &mut self.both, page, actors, stage))
    }

    pub(crate) fn sent(
        &mut self,
        page: Page,
        actors: &[Actor],
        stage: Option<Stage>,
    ) -> Option<Outcome> {
        find(SENT, &mut self.sent, page, actors, stage)
            .or_else(|| find(BOTH, &mut self.both, page, actors, stage))
    }

    /// Fails if a line for one of these pages was not needed.
    pub(crate) fn assert_needed(&self, pages: impl Fn(Page) -> bool) {
        for (lines, needed) in [(GOT, &self.got), (SENT, &self.sent), (BOTH, &self.both)] {
            for (line, needed) in lines.iter().zip(needed) {
                let Line { page, why, .. } = line;
                assert!(*needed || !pages(*page), "not needed: {page:?}: {why}");
            }
        }
    }
}

fn find(
    lines: &[Line],
    needed: &mut [bool],
    page: Page,
    actors: &[Actor],
    stage: Option<Stage>,
) -> Option<Outcome> {
    let mut all = lines.iter().enumerate();
    let (at, line) = all.find(|(_, line)| line.page == page && (line.when)(actors, stage))?;
    needed[at] = true;
    Some(line.outcome)
}

impl Drop for Otherwise {
    fn drop(&mut self) {
        let wrong = self.wrong.join("\n");
        assert!(wrong.is_empty() || std::thread::panicking(), "{wrong}");
    }
}
