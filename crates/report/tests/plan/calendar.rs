//! The days of a plan, as calendars read them.

use domain::day::Day;
use report::plan::{Event, calendar};

fn event() -> Event {
    Event {
        uid: "plan.tips.a".to_owned(),
        day: Day::try_from("2027-03-31").expect("a day"),
        summary: "Klart senast: Gå igenom avtalen; alla, även de små".to_owned(),
        description: format!(
            "På måndag: {}\n\nhttps://example.se/plan",
            "åäö ".repeat(60)
        ),
        url: Some("https://example.se/plan".to_owned()),
        saved_at: 1_795_340_520_000,
        revision: 3,
    }
}

#[test]
fn an_event_is_a_whole_day_that_can_be_moved() {
    let text = calendar(&[event()]);
    assert_eq!(
        text,
        calendar(&[event()]),
        "the same events are the same text"
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.lines().all(|line| line.len() <= 76), "{text}");
    let whole = text.replace("\r\n ", "");
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!((lines[0], lines[1]), ("BEGIN:VCALENDAR", "VERSION:2.0"));
    for line in [
        "BEGIN:VEVENT",
        "DTSTAMP:20261122T094200Z",
        "DTSTART;VALUE=DATE:20270331",
        "SEQUENCE:3",
        "SUMMARY:Klart senast: Gå igenom avtalen\\; alla\\, även de små",
        "TRANSP:TRANSPARENT",
        "UID:plan.tips.a",
        "URL:https://example.se/plan",
        "END:VEVENT",
    ] {
        assert_eq!(
            lines.iter().filter(|one| **one == line).count(),
            1,
            "{line}"
        );
    }
    let described = format!(
        "DESCRIPTION:På måndag: {}\\n\\nhttps://example.se/plan",
        "åäö ".repeat(60)
    );
    assert!(lines.contains(&described.as_str()), "{whole}");
}

#[test]
fn a_calendar_may_be_empty() {
    let text = calendar(&[]);
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.contains("VEVENT"));
}
