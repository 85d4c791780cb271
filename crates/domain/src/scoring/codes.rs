//! A result in codes alone: what is handed in, and what anyone can compute again from the answers.
//! What each field means stands in `docs/reference/submission.md`.

use serde::Serialize;

use super::document::OverallPart;
use super::{GoalScore, GoalState, LevelTest, Score, WhyNoLevel};
use crate::instrument::Level;

/// A result without texts, tips and lagkrav, which may be worded anew or added to. The same answers
/// and versions give the same bytes for ever.
#[derive(Clone, Debug, Serialize)]
pub struct ResultCodes {
    /// [`Score::hash`].
    hash: String,
    overall: OverallPart,
    goals: Vec<GoalCodes>,
}

impl From<Score> for ResultCodes {
    fn from(score: Score) -> Self {
        ResultCodes {
            hash: score.hash,
            overall: OverallPart::new(score.overall),
            goals: score.goals.into_iter().map(GoalCodes::from).collect(),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct GoalCodes {
    goal: String,
    why_no_level: Vec<WhyNoLevel>,
    applicable: usize,
    known: usize,
    level: Option<Level>,
    up_to: Option<Level>,
    mean: Option<Fraction>,
    near_limit: Vec<String>,
    tests: Vec<LevelTest>,
}

impl From<GoalScore> for GoalCodes {
    fn from(score: GoalScore) -> Self {
        GoalCodes {
            goal: score.goal,
            why_no_level: match score.state {
                GoalState::NoLevel(why) => why,
                GoalState::HasLevel | GoalState::Quick => Vec::new(),
            },
            applicable: score.applicable,
            known: score.known,
            level: score.level,
            up_to: score.up_to,
            mean: score.mean.map(|mean| Fraction {
                num: mean.sum,
                den: mean.count,
            }),
            near_limit: score.near_limit,
            tests: score.tests,
        }
    }
}

/// A mean, exactly.
#[derive(Clone, Copy, Debug, Serialize)]
struct Fraction {
    num: u32,
    den: u32,
}
