//! A day of the calendar, as it is written in files.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, written `YYYY-MM-DD`. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotADay {
    /// Not written `YYYY-MM-DD`.
    #[error("a day is written YYYY-MM-DD")]
    NotWrittenSo,
    /// Written so, and not in the calendar.
    #[error("there is no such day in the calendar")]
    NotInCalendar,
}

impl Day {
    /// The same day of another year; what falls on 29 February falls on 28 February in a year that
    /// has none.
    #[must_use]
    pub fn years_later(self, years: u16) -> Day {
        let year = self.year + years;
        let day = match (self.month, self.day) {
            (2, 29) if !leap(year) => 28,
            (_, day) => day,
        };
        Day { year, day, ..self }
    }
}

fn leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

impl TryFrom<&str> for Day {
    type Error = NotADay;

    fn try_from(text: &str) -> Result<Self, NotADay> {
        let digits = |part: Option<&str>, length: usize| {
            part.filter(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|part| part.parse::<u16>().ok())
                .ok_or(NotADay::NotWrittenSo)
        };
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?;
        let month = digits(parts.next(), 2)?;
        let day = digits(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(NotADay::NotWrittenSo);
        }
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap(year) => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        };
        if !(1..=days).contains(&day) {
            return Err(NotADay::NotInCalendar);
        }
        Ok(Day {
            year,
            month: month as u8,
            day: day as u8,
        })
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        Day::try_from(text.as_str())
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_knows_its_leap_years() {
        for day in ["2024-02-29", "2000-02-29", "2026-12-31", "2026-04-30"] {
            assert_eq!(Day::try_from(day).map(String::from).as_deref(), Ok(day));
        }
        for day in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-01-00",
        ] {
            assert_eq!(Day::try_from(day), Err(NotADay::NotInCalendar), "{day}");
        }
        for day in [
            "",
            "2026",
            "2026-1x-01",
            "2026-1-01",
            "26-01-01",
            "2026-01-01-",
        ] {
            assert_eq!(Day::try_from(day), Err(NotADay::NotWrittenSo), "{day}");
        }
    }

    #[test]
    fn years_later_is_a_day_of_the_calendar() {
        for (day, years, later) in [
            ("2024-11-22", 2, "2026-11-22"),
            ("2024-02-29", 2, "2026-02-28"),
            ("2024-02-29", 4, "2028-02-29"),
            ("2026-12-31", 0, "2026-12-31"),
        ] {
            let moved = Day::try_from(day).unwrap().years_later(years);
            assert_eq!(moved.to_string(), later, "{day} + {years}");
        }
    }

    #[test]
    fn days_are_in_the_order_of_time() {
        let day = |text| Day::try_from(text).unwrap();
        assert!(day("2025-12-31") < day("2026-01-01"));
        assert!(day("2026-01-31") < day("2026-02-01"));
    }
}
