//! SVG drawings for the graphical table: one cell a row, an axis above, samples for the key.
//!
//! Positions along the scale are percentages and there is no `viewBox`, so a drawing stretches
//! with its cell while circles stay round and text keeps its size. Every value drawn also stands
//! as text in the same row, so each drawing is hidden from assistive technology. Marks differ by
//! shape, not by colour; colours come from the stylesheet's classes.

use std::fmt::Write;

use domain::comparison::{Quarters, Span};
use domain::instrument::Level;
use domain::scoring::Mean;

/// How tall the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    /// On screen, where a row may be two lines of text.
    Row,
    /// Where a whole table shares a printed page with more.
    Compact,
}

impl Height {
    /// In CSS pixels.
    fn pixels(self) -> u32 {
        match self {
            Height::Row => 40,
            Height::Compact => 24,
        }
    }
}

/// Where level 1 and level 4 lie, in hundredths of a per cent of the width: room for a whole mark
/// at either end.
const FIRST: u32 = 400;
const LAST: u32 = 9600;

/// What one row of the table marks on the scale from level 1 to level 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Own mean: a filled circle.
    pub mean: Option<Mean>,
    /// From the level to the level it may reach once unknowns are answered: a dashed box.
    pub up_to: Option<(Level, Level)>,
    /// Own mean the time before: an open circle, and a line from it to the filled one.
    pub previous: Option<Mean>,
    /// The median of a group: a vertical bar.
    pub median: Option<Quarters>,
    /// The middle half of a group: a hatched box. The page needs [`hatch`] once.
    pub middle: Option<Span>,
}

/// A position along the scale in hundredths of a per cent, from a value as a fraction 1…4.
fn position(sum: u32, count: u32) -> u32 {
    // Rounded to the nearest hundredth; a fraction outside the scale stays at its end.
    let above = sum.saturating_sub(count).min(3 * count);
    FIRST + ((LAST - FIRST) * above * 2 + 3 * count) / (6 * count)
}

fn percent(position: u32) -> String {
    format!("{}.{:02}%", position / 100, position % 100)
}

fn at(level: Level) -> u32 {
    position(u32::from(level.number()), 1)
}

fn at_mean(mean: Mean) -> u32 {
    position(mean.sum, mean.count)
}

fn in_quarters(value: Quarters) -> u32 {
    position(value.0, 4)
}

/// The cell of one row.
pub fn cell(marks: Marks, height: Height) -> String {
    let height = height.pixels();
    let (middle, radius) = (height / 2, height / 5 + 1);
    let mut svg =
        format!(r#"<svg aria-hidden="true" focusable="false" width="100%" height="{height}">"#);
    for level in Level::ALL {
        let x = percent(at(level));
        let _ = write!(
            svg,
            r#"<line class="grid" x1="{x}" x2="{x}" y1="0" y2="{height}"/>"#
        );
    }
    if let Some((from, to)) = marks.up_to {
        let (x, width) = (percent(at(from)), percent(at(to).saturating_sub(at(from))));
        let (y, tall) = (middle - radius - 2, 2 * radius + 4);
        let _ = write!(
            svg,
            r#"<rect class="upto" x="{x}" y="{y}" width="{width}" height="{tall}" rx="4"/>"#
        );
    }
    if let Some(half) = marks.middle {
        let (from, to) = (in_quarters(half.lower), in_quarters(half.upper));
        let (x, width) = (percent(from), percent(to.saturating_sub(from)));
        let (y, tall) = (middle - radius - 2, 2 * radius + 4);
        let _ = write!(
            svg,
            r#"<rect class="middle" fill="url(#{HATCH})" x="{x}" y="{y}" width="{width}" height="{tall}"/>"#
        );
    }
    if let Some(median) = marks.median {
        let x = percent(in_quarters(median));
        let (top, bottom) = (middle - radius - 6, middle + radius + 6);
        let _ = write!(
            svg,
            r#"<line class="median" x1="{x}" x2="{x}" y1="{top}" y2="{bottom}"/>"#
        );
    }
    draw_own(&mut svg, marks, middle, radius);
    svg.push_str("</svg>");
    svg
}

/// Own mean, own mean the time before, and the line between.
fn draw_own(svg: &mut String, marks: Marks, middle: u32, radius: u32) {
    let [own, before] = [marks.mean, marks.previous].map(|mean| Some(percent(at_mean(mean?))));
    if let (Some(from), Some(to)) = (&before, &own) {
        let _ = write!(
            svg,
            r#"<line class="trend" x1="{from}" x2="{to}" y1="{middle}" y2="{middle}"/>"#
        );
    }
    if let Some(x) = before {
        let small = radius - 3;
        let _ = write!(
            svg,
            r#"<circle class="before" cx="{x}" cy="{middle}" r="{small}"/>"#
        );
    }
    if let Some(x) = own {
        let _ = write!(
            svg,
            r#"<circle class="own" cx="{x}" cy="{middle}" r="{radius}"/>"#
        );
    }
}

/// The id of the hatching.
const HATCH: &str = "sned";

/// The hatching of the middle half, once on every page that has a cell with one.
pub fn hatch() -> String {
    format!(
        r#"<svg class="defs" aria-hidden="true" focusable="false" width="0" height="0"><defs><pattern id="{HATCH}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="band" width="6" height="6"/><path class="line" d="M0 0V6"/></pattern></defs></svg>"#
    )
}

/// The numbers 1 to 4 above the cells.
pub fn axis() -> String {
    let mut svg =
        r#"<svg aria-hidden="true" focusable="false" width="100%" height="20">"#.to_owned();
    for level in Level::ALL {
        let x = percent(at(level));
        let _ = write!(
            svg,
            r#"<text class="ax" x="{x}" y="15" text-anchor="middle">{level}</text>"#
        );
    }
    svg.push_str("</svg>");
    svg
}

/// The mark for a mean, for the key.
pub fn mean_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="20" height="20"><circle class="own" cx="10" cy="10" r="9"/></svg>"#
}

/// The lines of the scale, for the key.
pub fn scale_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="34" height="20"><line class="grid" x1="2" x2="2" y1="0" y2="20"/><line class="grid" x1="12" x2="12" y1="0" y2="20"/><line class="grid" x1="22" x2="22" y1="0" y2="20"/><line class="grid" x1="32" x2="32" y1="0" y2="20"/></svg>"#
}

/// The mark for the span up to a level, for the key.
pub fn up_to_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="34" height="20"><rect class="upto" x="1" y="1" width="32" height="18" rx="4"/></svg>"#
}

/// The mark for a mean the time before, for the key.
pub fn before_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="20" height="20"><circle class="before" cx="10" cy="10" r="6"/></svg>"#
}

/// The mark for a median, for the key.
pub fn median_sample() -> &'static str {
    r#"<svg aria-hidden="true" focusable="false" width="20" height="20"><line class="median" x1="10" x2="10" y1="0" y2="20"/></svg>"#
}

/// The mark for a middle half, for the key.
pub fn middle_sample() -> String {
    format!(
        r#"<svg aria-hidden="true" focusable="false" width="34" height="20"><rect class="middle" fill="url(#{HATCH})" x="1" y="1" width="32" height="18"/></svg>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mean(sum: u32, count: u32) -> Marks {
        Marks {
            mean: Some(Mean { sum, count }),
            ..Marks::default()
        }
    }

    #[test]
    fn a_mean_of_a_whole_level_lies_on_its_line() {
        for (level, x) in [(1, "4.00%"), (2, "34.67%"), (3, "65.33%"), (4, "96.00%")] {
            let svg = cell(mean(level * 5, 5), Height::Row);
            assert!(svg.contains(&format!(r#"cx="{x}""#)), "{svg}");
            assert!(
                svg.contains(&format!(r#"<line class="grid" x1="{x}""#)),
                "{svg}"
            );
        }
        assert!(cell(mean(5, 2), Height::Compact).contains(r#"cx="50.00%""#));
    }

    #[test]
    fn the_span_reaches_from_the_level_to_the_one_it_may_become() {
        let span = Marks {
            up_to: Some((Level::TWO, Level::THREE)),
            ..Marks::default()
        };
        let svg = cell(span, Height::Row);
        assert!(
            svg.contains(r#"x="34.67%" y="9" width="30.66%" height="22""#),
            "{svg}"
        );
        assert!(!svg.contains("circle"));
    }

    #[test]
    fn a_group_lies_behind_our_own_marks() {
        let compared = Marks {
            previous: Some(Mean { sum: 4, count: 2 }),
            median: Some(Quarters(10)),
            middle: Some(Span {
                lower: Quarters(8),
                upper: Quarters(12),
            }),
            ..mean(6, 2)
        };
        let svg = cell(compared, Height::Row);
        let drawn: Vec<&str> = svg
            .split("class=\"")
            .filter_map(|part| part.split('"').next())
            .filter(|class| *class != "grid")
            .collect();
        assert_eq!(
            drawn.get(1..),
            Some(["middle", "median", "trend", "before", "own"].as_slice()),
            "{svg}"
        );
        for at in [
            r#"x="34.67%" y="9" width="30.66%""#,
            r#"class="median" x1="50.00%" x2="50.00%""#,
            r#"class="trend" x1="34.67%" x2="65.33%""#,
            r#"class="before" cx="34.67%""#,
        ] {
            assert!(svg.contains(at), "{at}: {svg}");
        }
        assert!(hatch().contains(&format!(r#"id="{HATCH}""#)));
        let alone = cell(
            Marks {
                mean: None,
                ..compared
            },
            Height::Row,
        );
        assert!(!alone.contains("trend") && alone.contains("before"));
    }

    #[test]
    fn a_row_without_values_shows_the_scale_alone() {
        let svg = cell(Marks::default(), Height::Row);
        assert_eq!(svg.matches("<line").count(), 4);
        assert!(!svg.contains("circle") && !svg.contains("rect"));
    }

    #[test]
    fn drawings_are_hidden_from_assistive_technology_and_stretch() {
        let marked = cell(mean(7, 3), Height::Compact);
        for svg in [
            &marked,
            &axis(),
            mean_sample(),
            scale_sample(),
            up_to_sample(),
            before_sample(),
            median_sample(),
            &middle_sample(),
        ] {
            assert!(svg.starts_with(r#"<svg aria-hidden="true""#), "{svg}");
            assert!(!svg.contains("viewBox"), "{svg}");
        }
        assert_eq!(axis().matches("<text").count(), 4);
    }

    proptest! {
        #[test]
        fn a_higher_mean_never_lies_further_left(
            levels in prop::collection::vec(1u32..=4, 1..12), more in 0usize..12
        ) {
            let count = u32::try_from(levels.len()).unwrap();
            let sum: u32 = levels.iter().sum();
            let mut raised = levels.clone();
            let index = more % raised.len();
            raised[index] = (raised[index] + 1).min(4);
            let (low, high) = (position(sum, count), position(raised.iter().sum(), count));
            prop_assert!(low <= high);
            prop_assert!((FIRST..=LAST).contains(&low) && (FIRST..=LAST).contains(&high));
            prop_assert_eq!(low == high, sum == raised.iter().sum::<u32>());
        }
    }
}
