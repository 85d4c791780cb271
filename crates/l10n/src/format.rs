//! How numbers and dates are written in each language.

use domain::text::Lang;
use jiff::{Timestamp, tz::TimeZone};

/// Swedish local time: what people in the organisations see on their clocks.
const ZONE: &str = "Europe/Stockholm";

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WORDS_SV: [&str; 13] = [
    "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
];
const WORDS_EN: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

fn local(unix_ms: i64) -> jiff::Zoned {
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    Timestamp::from_millisecond(unix_ms)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .to_zoned(zone)
}

/// A date in words, "22 november 2026", from Unix milliseconds.
pub fn date(unix_ms: i64, lang: Lang) -> String {
    in_words(local(unix_ms).date(), lang)
}

fn in_words(day: jiff::civil::Date, lang: Lang) -> String {
    let months = match lang {
        Lang::Sv => MONTHS_SV,
        Lang::En => MONTHS_EN,
    };
    let month = usize::try_from(day.month() - 1)
        .ok()
        .and_then(|index| months.get(index))
        .copied()
        .unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// A day in words, "22 november 2026", from `YYYY-MM-DD`. What is no day comes back as it is.
pub fn day(iso: &str, lang: Lang) -> String {
    iso.parse::<jiff::civil::Date>()
        .map_or_else(|_| iso.to_owned(), |day| in_words(day, lang))
}

/// Noon of a day, `YYYY-MM-DD`, in Unix milliseconds. `None` for what is no day.
pub fn noon(iso: &str) -> Option<i64> {
    let day: jiff::civil::Date = iso.parse().ok()?;
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    let noon = day.at(12, 0, 0, 0).to_zoned(zone).ok()?;
    Some(noon.timestamp().as_millisecond())
}

/// A day as it is stored, `YYYY-MM-DD`, from Unix milliseconds.
pub fn iso_day(unix_ms: i64) -> String {
    local(unix_ms).date().to_string()
}

/// When a stored day begins in Swedish time, Unix milliseconds. `None` for what is no day.
pub fn start_of_day(iso: &str) -> Option<i64> {
    let day = iso.parse::<jiff::civil::Date>().ok()?;
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    let begins = day.to_zoned(zone).ok()?;
    Some(begins.timestamp().as_millisecond())
}

/// A time of day, "10.42" in Swedish and "10:42" in English, from Unix milliseconds.
pub fn time_of_day(unix_ms: i64, lang: Lang) -> String {
    let time = local(unix_ms);
    let separator = match lang {
        Lang::Sv => '.',
        Lang::En => ':',
    };
    format!("{:02}{separator}{:02}", time.hour(), time.minute())
}

/// A moment for machines and logs, RFC 3339 in UTC, from Unix milliseconds.
pub fn timestamp(unix_ms: i64) -> String {
    Timestamp::from_millisecond(unix_ms)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .to_string()
}

/// A whole number in groups of three: "1 000 000" with no-break spaces, or "1,000,000".
pub fn number(value: u64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Sv => '\u{a0}',
        Lang::En => ',',
    };
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A number with one decimal, "2,5" or "2.5", from whole and tenth.
pub fn decimal(whole: u32, tenth: u32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{whole},{tenth}"),
        Lang::En => format!("{whole}.{tenth}"),
    }
}

/// A number with two decimals, "2,25" or "2.25", from whole and hundredths.
pub fn two_decimals(whole: u32, hundredths: u32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{whole},{hundredths:02}"),
        Lang::En => format!("{whole}.{hundredths:02}"),
    }
}

/// A small count as a word up to twelve, in digits above: "två", "13".
pub fn count_word(count: usize, lang: Lang) -> String {
    let words = match lang {
        Lang::Sv => WORDS_SV,
        Lang::En => WORDS_EN,
    };
    words
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_in_words_and_in_swedish_time() {
        // 2026-11-22T23:30Z is already the 23rd in Stockholm.
        let late = 1_795_390_200_000;
        assert_eq!(date(late, Lang::Sv), "23 november 2026");
        assert_eq!(date(late, Lang::En), "23 November 2026");
        assert_eq!(day("2026-11-22", Lang::En), "22 November 2026");
        assert_eq!(day("hösten", Lang::Sv), "hösten");
        assert_eq!(time_of_day(late, Lang::Sv), "00.30");
        assert_eq!(time_of_day(late, Lang::En), "00:30");
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(number(0, Lang::Sv), "0");
        assert_eq!(number(999, Lang::En), "999");
        assert_eq!(number(1_234_567, Lang::Sv), "1\u{a0}234\u{a0}567");
        assert_eq!(number(1_234_567, Lang::En), "1,234,567");
    }

    #[test]
    fn a_stored_day_begins_at_midnight_in_sweden() {
        for day in ["2026-11-22", "2027-06-30"] {
            let begins = start_of_day(day).unwrap();
            assert_eq!(iso_day(begins), day);
            assert_ne!(iso_day(begins - 1), day);
        }
        assert_eq!(start_of_day("hösten"), None);
    }

    #[test]
    fn two_decimals_are_always_two() {
        assert_eq!(two_decimals(2, 0, Lang::Sv), "2,00");
        assert_eq!(two_decimals(2, 75, Lang::En), "2.75");
    }

    #[test]
    fn small_counts_are_words() {
        assert_eq!(count_word(7, Lang::Sv), "sju");
        assert_eq!(count_word(13, Lang::En), "13");
    }
}
