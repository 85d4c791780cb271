//! SVG drawings of how a goal has stood over several rounds, and of the medians of a group beside
//! it: one small drawing a goal, all on the same scale from level 1 to 4.
//!
//! Time runs along percentages and there is no `viewBox`, so a drawing stretches with its place
//! while circles stay round and text keeps its size. Every value drawn also stands in a table
//! beside it, so the drawing is hidden from assistive technology.

use std::fmt::Write;

use domain::comparison::Quarters;
use domain::instrument::Level;
use domain::scoring::Mean;

use crate::escaped;

/// The height of a drawing, in CSS pixels.
const HEIGHT: u32 = 132;

/// Where level 4 and level 1 lie, in tenths of a pixel from above.
const TOP: u32 = 140;
const BOTTOM: u32 = 980;

/// Where the baseline of the days lies, in pixels from above.
const DAYS: u32 = 124;

/// Where the first and the last round lie, in hundredths of a per cent of the width: the levels'
/// numbers stand before them.
const FIRST: i64 = 1000;
const LAST: i64 = 9600;

/// A goal in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When the round was handed in, Unix milliseconds.
    pub at: i64,
    /// The same as people read it, short: it stands below the first and the last round.
    pub day: String,
    /// The mean of the known levels; absent while nothing is known.
    pub mean: Option<Mean>,
    /// Whether the goal is not like that of the round before.
    pub broken: bool,
}

/// A group's median in one comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Median {
    /// The day of the comparison, Unix milliseconds.
    pub at: i64,
    /// The same as people read it.
    pub day: String,
    /// The median.
    pub value: Quarters,
    /// Whether the goal is not like that of the comparison before.
    pub broken: bool,
}

/// What a group adds to a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The same organisations on two days: squares with a line between.
    pub panel: Vec<Median>,
    /// Everyone who took part each time, oldest first: bars, which no line joins, since they are
    /// not the same organisations.
    pub everyone: Vec<Median>,
}

/// A position in a drawing: hundredths of a per cent across, tenths of a pixel down.
type Position = (i64, u32);

/// When a drawing begins and ends, Unix milliseconds.
#[derive(Clone, Copy, Debug)]
struct Period {
    first: i64,
    last: i64,
}

/// The drawing of one goal, over rounds given oldest first. The line goes from mean to mean and
/// stops where a goal is not like that of the round before: a dashed line stands there instead.
/// Rounds without a mean have no mark.
pub fn drawing(rounds: &[Mark], group: &Group) -> String {
    let days = days(rounds, group);
    let period = Period::of(&days);
    let mut svg =
        format!(r#"<svg aria-hidden="true" focusable="false" width="100%" height="{HEIGHT}">"#);
    for level in Level::ALL {
        let y = down(u32::from(level.number()), 1);
        let baseline = pixels(y + 50);
        let y = pixels(y);
        let _ = write!(
            svg,
            r#"<line class="grid" x1="8%" x2="98%" y1="{y}" y2="{y}"/><text class="ax" x="0" y="{baseline}">{level}</text>"#
        );
    }
    draw_days(&mut svg, &days);
    draw_group(&mut svg, group, period);
    let mut before: Option<Position> = None;
    let mut broken = false;
    for round in rounds {
        broken |= round.broken;
        let Some(mean) = round.mean else {
            continue;
        };
        let here = (period.across(round.at), down(mean.sum, mean.count));
        if let Some(before) = before {
            draw_between(&mut svg, before, here, broken);
        }
        before = Some(here);
        broken = false;
    }
    for round in rounds {
        if let Some(mean) = round.mean {
            let (x, y) = (period.across(round.at), down(mean.sum, mean.count));
            let (x, y) = (percent(x), pixels(y));
            let _ = write!(svg, r#"<circle class="own" cx="{x}" cy="{y}" r="7"/>"#);
        }
    }
    svg.push_str("</svg>");
    svg
}

/// The mark of a break, for the key.
pub fn break_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="12" height="20"><line class="break" x1="6" x2="6" y1="0" y2="20"/></svg>"#
}

/// The mark of the same organisations on two days, for the key.
pub fn panel_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="34" height="20"><line class="panel" x1="6" x2="28" y1="10" y2="10"/><rect class="panel" x="1" y="5" width="10" height="10"/><rect class="panel" x="23" y="5" width="10" height="10"/></svg>"#
}

/// The mark of everyone who took part, for the key.
pub fn everyone_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="20" height="20"><rect class="everyone" x="1" y="8" width="18" height="4"/></svg>"#
}

/// The line between two rounds, or the break in it.
fn draw_between(svg: &mut String, from: Position, to: Position, broken: bool) {
    if broken {
        draw_break(svg, from.0, to.0);
        return;
    }
    draw_line(svg, "trend", from, to);
}

fn draw_break(svg: &mut String, from: i64, to: i64) {
    let x = percent((from + to) / 2);
    let (top, bottom) = (pixels(TOP), pixels(BOTTOM));
    let _ = write!(
        svg,
        r#"<line class="break" x1="{x}" x2="{x}" y1="{top}" y2="{bottom}"/>"#
    );
}

fn draw_line(svg: &mut String, class: &str, from: Position, to: Position) {
    let (x1, x2) = (percent(from.0), percent(to.0));
    let (y1, y2) = (pixels(from.1), pixels(to.1));
    let _ = write!(
        svg,
        r#"<line class="{class}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>"#
    );
}

/// The group's medians, behind the own line.
fn draw_group(svg: &mut String, group: &Group, period: Period) {
    let place = |median: &Median| (period.across(median.at), down(median.value.0, 4));
    for pair in group.everyone.windows(2) {
        if let [before, after] = pair
            && after.broken
        {
            draw_break(svg, period.across(before.at), period.across(after.at));
        }
    }
    for median in &group.everyone {
        let (x, y) = place(median);
        let (x, y) = (percent(x), pixels(y));
        let _ = write!(
            svg,
            r#"<rect class="everyone" x="{x}" y="{y}" width="18" height="4" transform="translate(-9 -2)"/>"#
        );
    }
    if let [then, now] = group.panel.as_slice() {
        draw_line(svg, "panel", place(then), place(now));
    }
    for median in &group.panel {
        let (x, y) = place(median);
        let (x, y) = (percent(x), pixels(y));
        let _ = write!(
            svg,
            r#"<rect class="panel" x="{x}" y="{y}" width="10" height="10" transform="translate(-5 -5)"/>"#
        );
    }
}

/// Every day that something is drawn at, in order of time.
fn days<'a>(rounds: &'a [Mark], group: &'a Group) -> Vec<(i64, &'a str)> {
    let medians = group.panel.iter().chain(&group.everyone);
    let mut days: Vec<(i64, &str)> = rounds
        .iter()
        .map(|mark| (mark.at, mark.day.as_str()))
        .chain(medians.map(|median| (median.at, median.day.as_str())))
        .collect();
    days.sort_by_key(|(at, _)| *at);
    days
}

/// The first and the last day, at either end.
fn draw_days(svg: &mut String, days: &[(i64, &str)]) {
    let ends = match days {
        [] => &[][..],
        [only] => &[(only.1, FIRST, "start")],
        [first, .., last] => &[(first.1, FIRST, "start"), (last.1, LAST, "end")],
    };
    for (day, x, anchor) in ends {
        let (x, day) = (percent(*x), escaped(day));
        let _ = write!(
            svg,
            r#"<text class="ax" x="{x}" y="{DAYS}" text-anchor="{anchor}">{day}</text>"#
        );
    }
}

impl Period {
    fn of(days: &[(i64, &str)]) -> Self {
        let first = days.first().map_or(0, |(at, _)| *at);
        let last = days.last().map_or(0, |(at, _)| *at);
        Period { first, last }
    }

    /// Where a moment lies between the first and the last.
    fn across(self, at: i64) -> i64 {
        // In 128 bits, since milliseconds times hundredths may be many.
        let (since, span) = (
            i128::from(at) - i128::from(self.first),
            i128::from(self.last) - i128::from(self.first),
        );
        if span <= 0 {
            return FIRST;
        }
        let share = i128::from(LAST - FIRST) * since.clamp(0, span) / span;
        FIRST + i64::try_from(share).unwrap_or_default()
    }
}

/// Where a value lies on the scale; a fraction outside it stays at its end.
fn down(sum: u32, count: u32) -> u32 {
    let above = sum.saturating_sub(count).min(3 * count);
    BOTTOM - ((BOTTOM - TOP) * above * 2 + 3 * count) / (6 * count)
}

fn percent(position: i64) -> String {
    format!("{}.{:02}%", position / 100, position % 100)
}

fn pixels(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn alone(rounds: &[Mark]) -> String {
        drawing(rounds, &Group::default())
    }

    /// A mark so many days in, with a mean in tenths.
    fn mark(day: i64, tenths: u32) -> Mark {
        Mark {
            at: day * 86_400_000,
            day: format!("dag {day}"),
            mean: Some(Mean {
                sum: tenths,
                count: 10,
            }),
            broken: false,
        }
    }

    fn broken(mark: Mark) -> Mark {
        Mark {
            broken: true,
            ..mark
        }
    }

    /// Everything after an attribute's name, in the order drawn.
    fn values<'s>(svg: &'s str, element: &str, attribute: &str) -> Vec<&'s str> {
        let name = format!(" {attribute}=\"");
        svg.split('<')
            .filter(|drawn| drawn.starts_with(element))
            .filter_map(|drawn| drawn.split_once(&name)?.1.split('"').next())
            .collect()
    }

    #[test]
    fn rounds_lie_by_their_time_and_means_by_their_value() {
        let svg = alone(&[mark(0, 10), mark(100, 25), mark(400, 40)]);
        assert_eq!(values(&svg, "circle", "cx"), ["10.00%", "31.50%", "96.00%"]);
        assert_eq!(values(&svg, "circle", "cy"), ["98.0", "56.0", "14.0"]);
        assert_eq!(
            values(&svg, r#"line class="trend""#, "x1"),
            ["10.00%", "31.50%"]
        );
        assert_eq!(
            values(&svg, r#"line class="trend""#, "y2"),
            ["56.0", "14.0"]
        );
        assert_eq!(
            values(&svg, r#"line class="grid""#, "y1"),
            ["98.0", "70.0", "42.0", "14.0"]
        );
        assert!(svg.contains(">dag 0</text>") && svg.contains(">dag 400</text>"));
        assert!(!svg.contains("dag 100"));
    }

    #[test]
    fn the_line_stops_where_the_goal_changed() {
        let svg = alone(&[mark(0, 20), broken(mark(100, 25)), mark(200, 30)]);
        assert_eq!(values(&svg, r#"line class="break""#, "x1"), ["31.50%"]);
        assert_eq!(values(&svg, r#"line class="trend""#, "x1"), ["53.00%"]);
        assert_eq!(svg.matches("<circle").count(), 3);
    }

    #[test]
    fn a_round_without_a_mean_is_passed_over_and_its_break_is_not() {
        let without = |mark: Mark| Mark { mean: None, ..mark };
        let svg = alone(&[mark(0, 20), without(mark(100, 0)), mark(200, 30)]);
        assert_eq!(values(&svg, r#"line class="trend""#, "x2"), ["96.00%"]);
        let svg = alone(&[mark(0, 20), without(broken(mark(100, 0))), mark(200, 30)]);
        assert_eq!(svg.matches("class=\"trend\"").count(), 0);
        assert_eq!(svg.matches("class=\"break\"").count(), 1);
    }

    #[test]
    fn one_round_and_rounds_of_one_day_are_drawn_too() {
        let svg = alone(&[mark(7, 22)]);
        assert_eq!(values(&svg, "circle", "cx"), ["10.00%"]);
        assert_eq!(svg.matches("dag 7").count(), 1);
        let svg = alone(&[mark(7, 22), mark(7, 24)]);
        assert_eq!(values(&svg, "circle", "cx"), ["10.00%", "10.00%"]);
        assert_eq!(alone(&[]).matches("<circle").count(), 0);
    }

    fn median(day: i64, quarters: u32) -> Median {
        Median {
            at: day * 86_400_000,
            day: format!("dag {day}"),
            value: Quarters(quarters),
            broken: false,
        }
    }

    #[test]
    fn the_group_shares_the_scale_and_the_time_of_the_own_line() {
        let group = Group {
            panel: vec![median(100, 8), median(400, 10)],
            everyone: vec![
                median(0, 8),
                Median {
                    broken: true,
                    ..median(400, 12)
                },
            ],
        };
        let svg = drawing(&[mark(0, 10), mark(200, 25)], &group);
        assert_eq!(values(&svg, "circle", "cx"), ["10.00%", "53.00%"]);
        let panel = r#"rect class="panel""#;
        assert_eq!(values(&svg, panel, "x"), ["31.50%", "96.00%"]);
        assert_eq!(values(&svg, panel, "y"), ["70.0", "56.0"]);
        assert_eq!(svg.matches(r#"<line class="panel""#).count(), 1);
        let everyone = r#"rect class="everyone""#;
        assert_eq!(values(&svg, everyone, "y"), ["70.0", "42.0"]);
        assert_eq!(values(&svg, r#"line class="break""#, "x1"), ["53.00%"]);
        assert!(svg.contains(">dag 0</text>") && svg.contains(">dag 400</text>"));
    }

    #[test]
    fn a_drawing_is_hidden_from_assistive_technology_and_stretches() {
        let day = Mark {
            day: "<1 & 2>".to_owned(),
            ..mark(0, 20)
        };
        for svg in [
            &alone(&[day]),
            break_sample(),
            panel_sample(),
            everyone_sample(),
        ] {
            assert!(svg.starts_with(r#"<svg aria-hidden="true""#), "{svg}");
            assert!(!svg.contains("viewBox") && !svg.contains("<1"), "{svg}");
        }
    }

    proptest! {
        #[test]
        fn nothing_lies_outside_the_drawing(
            rounds in prop::collection::vec((0i64..10_000, 10u32..=40, any::<bool>()), 0..12)
        ) {
            let mut rounds: Vec<Mark> = rounds
                .into_iter()
                .map(|(day, tenths, is_broken)| Mark { broken: is_broken, ..mark(day, tenths) })
                .collect();
            rounds.sort_by_key(|mark| mark.at);
            let period = Period::of(&days(&rounds, &Group::default()));
            let positions: Vec<i64> = rounds.iter().map(|mark| period.across(mark.at)).collect();
            prop_assert!(positions.is_sorted());
            prop_assert!(positions.iter().all(|x| (FIRST..=LAST).contains(x)));
            let svg = alone(&rounds);
            let between = svg.matches("class=\"trend\"").count() + svg.matches("class=\"break\"").count();
            prop_assert_eq!(between, rounds.len().saturating_sub(1));
        }
    }
}
