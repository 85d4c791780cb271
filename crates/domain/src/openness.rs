//! Openness by choice: what organisations let each other see, how long it holds, and how long the
//! texts about it may be. Nothing here is shown without a choice, and every choice is taken back at
//! once.

use crate::day::Day;
use crate::instrument::Level;

/// Longest name of a network, in characters.
pub const LONGEST_NAME: usize = 100;
/// Longest purpose of a network, in characters.
pub const LONGEST_PURPOSE: usize = 200;
/// Longest text on what a learning partner tells about, in characters.
pub const LONGEST_ABOUT: usize = 300;
/// Longest message to a learning partner, in characters.
pub const LONGEST_MESSAGE: usize = 1500;
/// Days that an invitation to a network can be accepted.
pub const INVITATION_DAYS: i64 = 30;
/// For how many years what was handed in shows how an organisation works.
const SHOWN_YEARS: u16 = 2;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// It is longer than this, in characters.
    #[error("longer than {0} characters")]
    TooLong(usize),
}

/// A text of one line, white space folded: never empty, and not too long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<const LONGEST: usize>(String);

/// A text of several lines: never empty, and not too long. A line break counts as one character,
/// however it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose<const LONGEST: usize>(String);

/// What a network is called.
pub type NetworkName = Line<LONGEST_NAME>;
/// What a network is for.
pub type Purpose = Line<LONGEST_PURPOSE>;
/// What a learning partner tells about.
pub type About = Prose<LONGEST_ABOUT>;
/// What is written to a learning partner.
pub type Message = Prose<LONGEST_MESSAGE>;

impl<const LONGEST: usize> TryFrom<&str> for Line<LONGEST> {
    type Error = TextFault;

    fn try_from(text: &str) -> Result<Self, TextFault> {
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect();
        checked(words.join(" "), LONGEST).map(Line)
    }
}

impl<const LONGEST: usize> TryFrom<&str> for Prose<LONGEST> {
    type Error = TextFault;

    fn try_from(text: &str) -> Result<Self, TextFault> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let kept = text.chars().filter(|c| *c == '\n' || !c.is_control());
        checked(kept.collect::<String>().trim().to_owned(), LONGEST).map(Prose)
    }
}

impl<const LONGEST: usize> Line<LONGEST> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const LONGEST: usize> Prose<LONGEST> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn checked(text: String, longest: usize) -> Result<String, TextFault> {
    if text.is_empty() {
        Err(TextFault::Empty)
    } else if text.chars().count() > longest {
        Err(TextFault::TooLong(longest))
    } else {
        Ok(text)
    }
}

/// Why an organisation has no level to show as a learning partner on a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NothingToShow {
    /// Nothing is handed in, or all of it is withdrawn.
    #[error("nothing is handed in")]
    NotHandedIn,
    /// The latest was handed in too long ago, on this day.
    #[error("handed in {0}, which is too long ago")]
    TooOld(Day),
    /// The goal has no level in the latest.
    #[error("the goal has no level")]
    NoLevel,
}

/// The level that a learning partner shows: that of the latest submission, given with the day it was
/// handed in, as long as it is at most 24 months old.
///
/// # Errors
/// [`NothingToShow`]: an offer on the goal is refused, and one that was made falls away.
pub fn level_to_show(
    latest: Option<(Day, Option<Level>)>,
    today: Day,
) -> Result<Level, NothingToShow> {
    let (day, level) = latest.ok_or(NothingToShow::NotHandedIn)?;
    if day.years_later(SHOWN_YEARS) < today {
        return Err(NothingToShow::TooOld(day));
    }
    level.ok_or(NothingToShow::NoLevel)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::try_from(text).unwrap()
    }

    #[test]
    fn a_level_is_shown_for_24_months() {
        let latest = Some((day("2024-11-22"), Some(Level::THREE)));
        assert_eq!(level_to_show(latest, day("2024-11-22")), Ok(Level::THREE));
        assert_eq!(level_to_show(latest, day("2026-11-22")), Ok(Level::THREE));
        assert_eq!(
            level_to_show(latest, day("2026-11-23")),
            Err(NothingToShow::TooOld(day("2024-11-22")))
        );
    }

    #[test]
    fn what_has_no_level_shows_none() {
        let today = day("2026-11-22");
        assert_eq!(level_to_show(None, today), Err(NothingToShow::NotHandedIn));
        assert_eq!(
            level_to_show(Some((today, None)), today),
            Err(NothingToShow::NoLevel)
        );
    }

    #[test]
    fn a_line_is_folded_and_measured_in_characters() {
        let line = |text: &str| Line::<3>::try_from(text).map(|line| line.0);
        assert_eq!(line("  å\r\n b\u{7} ").as_deref(), Ok("å b"));
        assert_eq!(line("åäö").as_deref(), Ok("åäö"));
        assert_eq!(line(" \t\n"), Err(TextFault::Empty));
        assert_eq!(line("åäöa"), Err(TextFault::TooLong(3)));
    }

    #[test]
    fn a_line_break_is_one_character() {
        let prose = |text: &str| Prose::<3>::try_from(text).map(|prose| prose.0);
        assert_eq!(prose("a\r\nb\r\n").as_deref(), Ok("a\nb"));
        assert_eq!(prose("a\r\nbc"), Err(TextFault::TooLong(3)));
        assert_eq!(prose("\r\n\u{0}"), Err(TextFault::Empty));
    }
}
