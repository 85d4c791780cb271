//! The round before, to begin the next one from. What it answered is copied into the new round's
//! sealed facts: the two are then each other's past whatever becomes of the older one.

use std::collections::BTreeMap;

use domain::account::Stage;
use domain::assessment::{Answers, Coverage, Depth};
use domain::instrument::Content;
use domain::organisation::OrganisationKind;
use domain::previous;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::listing::{self, Listed};
use super::{Facts, Round, Said, of_organisation};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::{self, Organisation};

/// What the round before answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    /// The edition it was answered on.
    pub edition: String,
    /// How much of it was asked.
    pub depth: Depth,
    /// What kind of organisation answered, if it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// Whom the answers covered, if it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
    /// When it was last changed, Unix milliseconds.
    pub at: i64,
    /// What was last said on each question, grounds included.
    pub said: BTreeMap<String, Said>,
}

impl Previous {
    /// What a round has answered.
    pub fn of(round: &Round) -> Self {
        let said =
            |(question, latest): (&String, &super::Latest)| (question.clone(), latest.said.clone());
        Previous {
            edition: round.edition.clone(),
            depth: round.depth,
            kind: round.facts.kind,
            coverage: round.facts.coverage,
            at: round.touched_at,
            said: round.latest.iter().map(said).collect(),
        }
    }

    /// The answers, without grounds.
    pub fn answers(&self) -> Answers {
        let answer =
            |(question, said): (&String, &Said)| Some((question.clone(), said.answer.clone()?));
        self.said.iter().filter_map(answer).collect()
    }

    /// The round as the rules see it, with its `answers`; `None` if this installation does not have
    /// its edition.
    pub fn as_round<'a>(
        &self,
        content: &'a Content,
        answers: &'a Answers,
    ) -> Option<previous::Round<'a>> {
        Some(previous::Round {
            edition: content.editions.get(&self.edition)?,
            depth: self.depth,
            kind: self.kind,
            coverage: self.coverage,
            answers,
        })
    }
}

impl Facts {
    /// What a round says of its organisation that still holds in the next one, on the current
    /// edition. Targets hold as long as the goals are the same ones.
    pub fn for_next(&self, previous: Previous, content: &Content) -> Facts {
        let edition = |id: &str| content.editions.get(id);
        let same_goals = edition(&previous.edition)
            .zip(edition(&content.current))
            .filter(|(old, new)| old.framework == new.framework);
        let holds = |goal: &str| same_goals.is_some_and(|(_, new)| new.goal(goal).is_some());
        let targets = self.targets.iter().filter(|(goal, _)| holds(goal));
        Facts {
            name: self.name.clone(),
            kind: self.kind,
            size: self.size,
            coverage: self.coverage,
            targets: targets.map(|(g, t)| (g.clone(), t.clone())).collect(),
            previous: Some(previous),
            ..Facts::default()
        }
    }
}

/// The organisation's rounds that the next one can be started from: those that are closed for
/// answers, newest first. What was handed in, or handed in and withdrawn, comes before what was not.
pub async fn earlier(app: &App, organisation: &Organisation) -> Result<Vec<Listed>, ServiceError> {
    let mut rounds = listing::of_organisation(app, organisation).await?;
    rounds.retain(|round| {
        round.stage != Stage::Answering && app.content.editions.contains_key(&round.edition)
    });
    rounds.sort_by_key(|round| round.stage == Stage::Agreeing);
    Ok(rounds)
}

/// Starts a round on the current edition from one of the organisation's [`earlier`] ones. `None` if
/// it is not among them.
pub async fn start_next(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    from: Uuid,
) -> Result<Option<Uuid>, ServiceError> {
    let Some(round) = of_organisation::open_agreed(app, from).await? else {
        return Ok(None);
    };
    let ours = round.belongs.is_some_and(|belongs| {
        belongs.organisation == organisation && belongs.stage != Stage::Answering
    });
    if !ours {
        return Ok(None);
    }
    let mut facts = round.facts.for_next(Previous::of(&round), &app.content);
    if let Some(kind) = organisations::kind(app, organisation).await? {
        facts.kind = Some(kind);
    }
    let start = of_organisation::Start {
        organisation,
        by: person,
        edition: app.content.current.clone(),
        depth: round.depth,
        facts,
        said: BTreeMap::new(),
        previous: Some(from),
        prepared_by: None,
    };
    of_organisation::start(app, &start).await.map(Some)
}
