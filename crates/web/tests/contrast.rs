//! The colours of the stylesheet can be told apart: contrast as WCAG 2.2 computes it.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use std::collections::{BTreeMap, BTreeSet};

/// What text needs against what it stands on.
const TEXT: f64 = 4.5;
/// What the edge of a control, or a mark in a drawing, needs.
const MARK: f64 = 3.0;

/// Foreground, what it stands on, and the contrast needed.
const PAIRS: &[(&str, &str, f64)] = &[
    ("ink", "paper", TEXT),
    ("ink", "sand", TEXT),
    ("ink", "mist", TEXT),
    ("ink", "info-bg", TEXT),
    ("ink", "ok-bg", TEXT),
    ("ink", "warn-bg", TEXT),
    ("ink", "err-bg", TEXT),
    ("ink", "focus", TEXT),
    ("ink-soft", "paper", TEXT),
    ("ink-soft", "sand", TEXT),
    ("ink-soft", "mist", TEXT),
    ("paper", "primary", TEXT),
    ("paper", "primary-dark", TEXT),
    ("paper", "err", TEXT),
    ("primary", "paper", TEXT),
    ("primary", "mist", TEXT),
    ("link", "paper", TEXT),
    ("link", "sand", TEXT),
    ("link", "mist", TEXT),
    ("link", "info-bg", TEXT),
    ("link", "ok-bg", TEXT),
    ("link", "warn-bg", TEXT),
    ("link-hover", "paper", TEXT),
    ("visited", "paper", TEXT),
    ("visited", "sand", TEXT),
    ("visited", "mist", TEXT),
    ("visited", "warn-bg", TEXT),
    ("accent", "paper", TEXT),
    ("ok", "ok-bg", TEXT),
    ("warn", "warn-bg", TEXT),
    ("err", "paper", TEXT),
    ("err", "err-bg", TEXT),
    ("control", "paper", MARK),
    ("control", "sand", MARK),
    ("focus", "primary", MARK),
    ("primary", "band", MARK),
    ("ink", "band", MARK),
];

/// Lines between things that are told apart without them.
const DECORATION: &[&str] = &["line"];

/// The colours that the stylesheet names, by name.
fn colours() -> BTreeMap<&'static str, [u8; 3]> {
    let css = include_str!("../../../assets/css/style.css");
    let (_, root) = css.split_once(":root {").expect("a place for the colours");
    let (root, _) = root.split_once('}').expect("an end of it");
    root.split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"))
        .map(|(name, hex)| (name, rgb(hex)))
        .collect()
}

/// `0b4f5c`, or `fff` for short.
fn rgb(hex: &str) -> [u8; 3] {
    let digits: String = match hex.len() {
        3 => hex.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => hex.to_owned(),
    };
    let part = |at: usize| {
        let part = digits.get(at..at + 2).expect("two digits");
        u8::from_str_radix(part, 16).unwrap_or_else(|_| panic!("{hex} is no colour"))
    };
    [part(0), part(2), part(4)]
}

/// Relative luminance.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        match part {
            0.0..=0.040_45 => part / 12.92,
            _ => ((part + 0.055) / 1.055).powf(2.4),
        }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn black_on_white_is_as_the_standard_says() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.005);
}

#[test]
fn every_pair_that_is_used_has_the_contrast_it_needs() {
    let colours = colours();
    let colour = |name: &str| {
        *colours
            .get(name)
            .unwrap_or_else(|| panic!("no colour {name}"))
    };
    for (front, back, needed) in PAIRS {
        let ratio = contrast(colour(front), colour(back));
        assert!(
            ratio >= *needed,
            "{front} on {back}: {ratio:.2}, needs {needed}"
        );
    }
}

#[test]
fn every_colour_is_in_some_pair() {
    let paired: BTreeSet<&str> = PAIRS
        .iter()
        .flat_map(|(front, back, _)| [*front, *back])
        .chain(DECORATION.iter().copied())
        .collect();
    let colours = colours();
    assert!(colours.len() > 15, "{colours:?}");
    for name in colours.keys() {
        assert!(paired.contains(name), "{name} is tried against nothing");
    }
}
