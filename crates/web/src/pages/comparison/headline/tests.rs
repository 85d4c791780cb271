//! The sentences against the table: the rows are made as the page makes them, and what they say is
//! counted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use domain::comparison::{CountBand, Coverage, Figure, Group, GroupFigures, Quarters, Span};
use domain::day::Day;
use domain::instrument::{Content, Edition};
use domain::scoring::Mean;
use domain::text::Lang;
use l10n::Catalogue;
use proptest::option;
use proptest::prelude::*;

use super::super::compared::{Row, goals};
use super::*;

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| service::content::load_embedded().expect("content without problems"));
static TEXTS: LazyLock<Catalogue> = LazyLock::new(Catalogue::load);

fn edition() -> &'static Edition {
    &CONTENT.editions[&CONTENT.current]
}

pub(in super::super) fn wording(lang: Lang) -> Wording<'static> {
    Wording {
        content: &CONTENT,
        edition: edition(),
        t: TEXTS.get(lang),
        lang,
    }
}

fn day() -> Day {
    Day::try_from("2027-03-31").expect("a day")
}

/// A goal's figure: a median, and bounds around it unless the group is too small.
fn figure(id: String) -> impl Strategy<Value = Figure> {
    (4u32..=16, option::weighted(0.8, (0u32..3, 0u32..3))).prop_map(move |(median, bounds)| {
        Figure {
            id: id.clone(),
            from: day(),
            coverage: Coverage {
                owners: CountBand::From11,
                share: None,
            },
            median: Quarters(median),
            interval: bounds.map(|(down, up)| Span {
                lower: Quarters(median.saturating_sub(down).max(4)),
                upper: Quarters((median + up).min(16)),
            }),
            quartiles: None,
            distribution: None,
        }
    })
}

/// A group's figures, some goals hidden.
pub(in super::super) fn figures() -> impl Strategy<Value = GroupFigures> {
    let ids = edition().goals.iter().map(|goal| goal.id.clone());
    let each: Vec<_> = ids.map(|id| option::weighted(0.8, figure(id))).collect();
    each.prop_map(|figures| GroupFigures {
        group: Group::All,
        population: None,
        shows: Some(day()),
        coverage: None,
        goals: figures.into_iter().flatten().collect(),
        questions: Vec::new(),
        panel: None,
    })
}

/// Own means of six questions, some missing.
fn own() -> impl Strategy<Value = BTreeMap<String, Mean>> {
    let ids: Vec<String> = edition().goals.iter().map(|goal| goal.id.clone()).collect();
    prop::collection::vec(option::weighted(0.9, 6u32..=24), ids.len()).prop_map(move |sums| {
        let given = ids.iter().cloned().zip(sums);
        given
            .filter_map(|(id, sum)| {
                Some((
                    id,
                    Mean {
                        sum: sum?,
                        count: 6,
                    },
                ))
            })
            .collect()
    })
}

/// The goals whose row says something, in Swedish.
fn saying<'a>(rows: &'a [Row], what: &str) -> BTreeSet<&'a str> {
    let rows = rows.iter().filter(|row| row.standing == what);
    rows.filter_map(|row| row.title.split('.').next()).collect()
}

/// The goals that a text names, in Swedish.
fn named(text: &str) -> BTreeSet<&str> {
    text.split("mål ")
        .skip(1)
        .filter_map(|rest| rest.split(' ').next())
        .collect()
}

fn rows(w: &Wording<'_>, group: &GroupFigures, own: &BTreeMap<String, Mean>) -> Vec<Row> {
    goals(w, Some(group), own, &BTreeMap::new())
        .iter()
        .map(|goal| goal.row(w, Some(group), day(), None))
        .collect()
}

proptest! {
    #[test]
    fn the_sentences_never_contradict_the_table(group in figures(), own in own()) {
        let w = wording(Lang::Sv);
        let compared = goals(&w, Some(&group), &own, &BTreeMap::new());
        let rows = rows(&w, &group, &own);
        let above = saying(&rows, "Ni ligger över");
        let below = saying(&rows, "Ni ligger under");
        let cannot = saying(&rows, "Går inte att skilja från gruppen");
        let untold = rows.len() - above.len() - below.len() - cannot.len();
        let word = |count: usize| count_word(count, Lang::Sv);

        let heading = headline(&w, &compared);
        prop_assert_eq!(
            heading.contains(&format!("över gruppens median på {} av sju mål", word(above.len()))),
            !above.is_empty(), "{}", heading
        );
        let under = [
            format!("under gruppens median på {} av sju mål", word(below.len())),
            format!("och under på {}", word(below.len())),
        ];
        prop_assert_eq!(
            under.iter().any(|under| heading.contains(under)), !below.is_empty(), "{}", heading
        );
        let silent = above.is_empty() && below.is_empty();
        prop_assert_eq!(heading.starts_with("Ni ligger"), !silent, "{}", heading);
        prop_assert_eq!(
            heading.starts_with("Inget mål"), silent && cannot.is_empty(), "{}", heading
        );

        let facts = facts(&w, &compared);
        let with = |start: &str| facts.iter().find(|fact| fact.starts_with(start));
        prop_assert_eq!(with("Över:").map(|fact| named(fact)).unwrap_or_default(), above);
        prop_assert_eq!(with("Under:").map(|fact| named(fact)).unwrap_or_default(), below);
        let told = format!("På {} mål går det inte att skilja", word(cannot.len()));
        prop_assert_eq!(with(&told).is_some(), !silent && !cannot.is_empty());
        prop_assert_eq!(with("Er egen utveckling").is_some(), silent && !cannot.is_empty());
        prop_assert_eq!(nothing_stands_out(&compared), silent && !cannot.is_empty());
        let told = format!("{} mål går inte att jämföra", capitalised(&word(untold)));
        prop_assert_eq!(with(&told).is_some(), untold > 0);
    }

    #[test]
    fn both_languages_say_as_much(group in figures(), own in own()) {
        let said = Lang::ALL.map(|lang| {
            let w = wording(lang);
            let compared = goals(&w, Some(&group), &own, &BTreeMap::new());
            (facts(&w, &compared).len(), headline(&w, &compared).is_empty())
        });
        prop_assert_eq!(said[0], said[1]);
        prop_assert!(!said[0].1);
    }
}
