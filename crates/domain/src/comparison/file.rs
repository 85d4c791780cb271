//! The file of submissions: one JSON object a line.

use serde::Deserialize;

use super::lattice::Counted;
use super::submission::{CardTold, Submission};
use crate::assessment::{Answers, Depth};
use crate::day::Day;
use crate::organisation::{Lan, OrganisationKind, SkrGroup};

/// A line of the file, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    organisation: String,
    #[serde(default)]
    owner: Option<String>,
    kind: OrganisationKind,
    #[serde(default)]
    population: Option<u32>,
    #[serde(default)]
    volume: Option<u64>,
    #[serde(default)]
    skr_group: Option<SkrGroup>,
    #[serde(default)]
    lan: Option<Lan>,
    submitted: Day,
    edition: String,
    #[serde(default = "full")]
    depth: Depth,
    #[serde(default)]
    synthetic: bool,
    answers: Answers,
    #[serde(default)]
    plan: Option<Vec<CardTold>>,
}

fn full() -> Depth {
    Depth::Full
}

/// A line that is no submission.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct BadLine {
    /// Which, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl Submission {
    /// Reads a line of the file of submissions. `None` for an empty line.
    ///
    /// # Errors
    /// [`BadLine`], with what is wrong.
    pub fn read(line: usize, text: &str) -> Result<Option<Submission>, BadLine> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let bad = |message: String| BadLine { line, message };
        let read: Line = serde_json::from_str(text).map_err(|error| bad(in_line(&error)))?;
        let named = [Some(&read.organisation), read.owner.as_ref()];
        if named
            .into_iter()
            .flatten()
            .any(|name| name.trim().is_empty())
        {
            return Err(bad("an organisation and an owner have an id".to_owned()));
        }
        Ok(Some(Submission {
            organisation: read.organisation,
            owner: read.owner,
            counted: Counted {
                kind: read.kind,
                lan: read.lan,
                skr: read.skr_group,
                population: read.population,
                volume: read.volume,
            },
            submitted: read.submitted,
            edition: read.edition,
            depth: read.depth,
            synthetic: read.synthetic,
            answers: read.answers,
            plan: read.plan,
        }))
    }
}

/// An error with its place within the line: each line is a document of its own.
fn in_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", ", column ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Answer;
    use crate::instrument::Level;

    const LINE: &str = r#"{"organisation":"a","kind":"kommun","submitted":"2027-01-31","edition":"nus-2016-1","answers":{"x.y":3,"x.z":"vet-inte","y.x":{"inte-tillampligt":"r"}}}"#;

    #[test]
    fn a_line_is_a_submission() {
        let read = Submission::read(1, LINE).unwrap().unwrap();
        assert_eq!(read.organisation, "a");
        assert_eq!(read.depth, Depth::Full);
        assert_eq!(read.answers["x.y"], Answer::Level(Level::THREE));
        assert_eq!(read.answers["x.z"], Answer::DontKnow);
        assert_eq!(read.answers["y.x"], Answer::NotApplicable("r".to_owned()));
        assert_eq!(read.plan, None);
        assert_eq!(Submission::read(2, "  "), Ok(None));
    }

    #[test]
    fn a_line_can_tell_of_a_plan() {
        let told =
            r#""plan":[{"card":"a","done":false},{"card":"b","done":true,"rose":true}],"kind""#;
        let line = LINE.replacen(r#""kind""#, told, 1);
        let plan = Submission::read(1, &line).unwrap().unwrap().plan.unwrap();
        assert_eq!(plan.len(), 2);
        assert_eq!((plan[0].done, plan[0].rose), (false, None));
        assert_eq!((plan[1].done, plan[1].rose), (true, Some(true)));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (find, replace, told) in [
            (r#""kind":"kommun","#, "", "missing field `kind`"),
            ("kommun", "by", "unknown variant `by`"),
            ("2027-01-31", "2027-02-31", "no such day in the calendar"),
            (r#""x.y":3"#, r#""x.y":5"#, "an answer is 1, 2, 3, 4"),
            (
                r#""x.y":3"#,
                r#""x.y":{"inte-tillampligt":"r","b":"c"}"#,
                "an answer is 1, 2, 3, 4",
            ),
            (r#""kind""#, r#""population":-1,"kind""#, "-1"),
            (r#""kind""#, r#""lan":"02","kind""#, "02"),
            (r#""kind""#, r#""sort":"x","kind""#, "unknown field `sort`"),
            (r#""a""#, r#"" ""#, "have an id"),
            (r#""kind""#, r#""plan":[{"card":"a"}],"kind""#, "`done`"),
            ("}}}", "", "EOF"),
        ] {
            let wrong = Submission::read(7, &LINE.replacen(find, replace, 1)).unwrap_err();
            assert_eq!(wrong.line, 7);
            assert!(wrong.message.contains(told), "{}", wrong.message);
        }
    }
}
