//! A day of the calendar, as it is written in files.

use std::fmt;

use schemars::JsonSchema;
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
    /// The same day of the month so many months earlier; the month's last day where it is shorter.
    pub fn months_before(self, months: u16) -> Day {
        let month = i32::from(self.year) * 12 + i32::from(self.month) - 1 - i32::from(months);
        let year = u16::try_from(month.max(0) / 12).unwrap_or_default();
        let month = u8::try_from(month.max(0) % 12).unwrap_or_default() + 1;
        Day {
            year,
            month,
            day: self.day.min(days_in(year, month)),
        }
    }

    /// The same day of another year; what falls on 29 February falls on 28 February in a year that
    /// has none.
    #[must_use]
    pub fn years_later(self, years: u16) -> Day {
        let year = self.year + years;
        let day = self.day.min(days_in(year, self.month));
        Day { year, day, ..self }
    }

    /// The day so many days earlier.
    pub fn days_before(self, days: u16) -> Day {
        let (mut at, mut left) = (self, days);
        while left >= u16::from(at.day) {
            left -= u16::from(at.day);
            at = Day { day: 1, ..at }.months_before(1);
            at.day = days_in(at.year, at.month);
        }
        // What is left is less than the day of the month.
        at.day -= left as u8;
        at
    }
}

/// The number of days of a month; 0 for what is no month.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
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
        // Two digits each.
        let (month, day) = (month as u8, day as u8);
        if !(1..=days_in(year, month)).contains(&day) {
            return Err(NotADay::NotInCalendar);
        }
        Ok(Day { year, month, day })
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

impl JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day, YYYY-MM-DD.",
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_before_end_on_the_last_day_of_a_shorter_month() {
        let before = |text, months| {
            Day::try_from(text)
                .unwrap()
                .months_before(months)
                .to_string()
        };
        assert_eq!(before("2027-03-31", 24), "2025-03-31");
        assert_eq!(before("2026-01-15", 1), "2025-12-15");
        assert_eq!(before("2028-02-29", 24), "2026-02-28");
        assert_eq!(before("2026-12-31", 10), "2026-02-28");
    }

    #[test]
    fn days_before_go_over_months_and_years() {
        let before = |text, days| {
            let day = Day::try_from(text).unwrap();
            day.days_before(days).to_string()
        };
        assert_eq!(before("2027-03-31", 0), "2027-03-31");
        assert_eq!(before("2027-03-31", 30), "2027-03-01");
        assert_eq!(before("2027-03-31", 31), "2027-02-28");
        assert_eq!(before("2028-03-01", 1), "2028-02-29");
        assert_eq!(before("2027-03-31", 120), "2026-12-01");
        assert_eq!(before("2027-01-01", 366), "2025-12-31");
    }

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
