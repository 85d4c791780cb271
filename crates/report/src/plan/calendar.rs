//! The days of a plan as a file that calendars read (RFC 5545).

use domain::day::Day;
use icalendar::{Calendar, Component, Property};
use l10n::timestamp;

/// Something that a day is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same whenever the same thing is fetched, so that it is moved and not added once more.
    pub uid: String,
    /// The day, whole.
    pub day: Day,
    /// What stands in the calendar.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Where there is more.
    pub url: Option<String>,
    /// When it was decided, Unix milliseconds.
    pub saved_at: i64,
    /// Which revision it is.
    pub revision: i64,
}

/// A calendar of these events. The same events give the same text.
pub fn calendar(events: &[Event]) -> String {
    let calendar = Calendar {
        properties: Property::from_array([
            ("VERSION", "2.0"),
            ("PRODID", "-//Strategikollen//Handlingsplan//SV"),
            ("CALSCALE", "GREGORIAN"),
        ]),
        components: events.iter().map(|event| component(event).into()).collect(),
    };
    calendar.to_string()
}

fn component(event: &Event) -> icalendar::Event {
    let mut component = icalendar::Event::new();
    // Without an end the event is that one day.
    let day = Property::new("DTSTART", event.day.to_string().replace('-', ""))
        .add_parameter("VALUE", "DATE")
        .done();
    component
        .uid(&event.uid)
        .summary(&event.summary)
        .description(&event.description)
        .sequence(u32::try_from(event.revision).unwrap_or(u32::MAX))
        .add_property("DTSTAMP", moment(event.saved_at))
        // Nobody is busy all day for it.
        .add_property("TRANSP", "TRANSPARENT")
        .append_property(day);
    if let Some(url) = &event.url {
        component.url(url);
    }
    component.done()
}

/// `20261122T094200Z`.
fn moment(unix_ms: i64) -> String {
    let text = timestamp(unix_ms);
    let whole = text.split(['.', 'Z']).next().unwrap_or_default();
    format!("{}Z", whole.replace(['-', ':'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_to_the_second() {
        assert_eq!(moment(1_795_340_520_000), "20261122T094200Z");
        assert_eq!(moment(1_795_340_520_123), "20261122T094200Z");
    }
}
