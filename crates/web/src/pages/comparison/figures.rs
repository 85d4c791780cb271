//! Published figures in words. Nothing is computed here: a figure that is not there is said to be
//! hidden, and never why beyond that.

use domain::comparison::{CountBand, Coverage, Figure, Group, GroupFigures, Quarters, Span};
use domain::day::Day;
use domain::text::Lang;
use l10n::{Texts, day, number as grouped, two_decimals};

/// A value in quarters, always with two decimals: "2,25".
pub(super) fn quarters(value: Quarters, lang: Lang) -> String {
    let (whole, hundredths) = value.shown();
    two_decimals(whole, hundredths, lang)
}

/// Two values: "2,00–2,75".
pub(super) fn span(span: Span, lang: Lang) -> String {
    let [lower, upper] = [span.lower, span.upper].map(|value| quarters(value, lang));
    format!("{lower}–{upper}")
}

/// How many take part, as a band: "20–49".
pub(crate) fn owners(t: &Texts, band: CountBand) -> String {
    match band.bounds() {
        (fewest, Some(most)) => format!("{fewest}–{most}"),
        (fewest, None) => t.comparison_owners_more(fewest),
    }
}

/// "20–49 organisationer, 7–17 procent av 290".
pub(super) fn coverage(
    t: &Texts,
    lang: Lang,
    coverage: &Coverage,
    population: Option<u32>,
) -> String {
    let owners = owners(t, coverage.owners);
    let (Some(share), Some(population)) = (coverage.share, population) else {
        return t.comparison_coverage(owners);
    };
    let share = if share.from == share.to {
        share.from.to_string()
    } else {
        format!("{}–{}", share.from, share.to)
    };
    t.comparison_coverage_share(owners, share, grouped(u64::from(population), lang))
}

/// A day in words.
pub(crate) fn date(at: Day, lang: Lang) -> String {
    day(&at.to_string(), lang)
}

/// A group's name within a sentence: "kommuner i Skåne län".
pub(super) fn group_within(group: Group, lang: Lang) -> String {
    let name = group.name(lang);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// A figure as a row of a table tells it.
pub(super) struct Cells {
    pub(super) median: String,
    /// The middle half, or that it is not shown.
    pub(super) middle: String,
    /// How many stand behind it.
    pub(super) coverage: String,
    /// When the figure is from, if that is not the wave that is shown.
    pub(super) older: Option<String>,
}

impl Cells {
    /// The figure of a group in the wave of a date.
    pub(super) fn of(
        t: &Texts,
        lang: Lang,
        figure: &Figure,
        group: &GroupFigures,
        wave: Day,
    ) -> Self {
        Cells {
            median: quarters(figure.median, lang),
            middle: figure
                .quartiles
                .map_or_else(|| t.comparison_hidden(), |half| span(half, lang)),
            coverage: coverage(t, lang, &figure.coverage, group.population),
            older: (figure.from != wave).then(|| t.comparison_older(date(figure.from, lang))),
        }
    }
}

/// A question's figure as a row.
pub(super) struct QuestionRow {
    /// "4.2".
    pub(super) label: String,
    pub(super) question: String,
    /// The question's own page.
    pub(super) address: String,
    /// The organisation's own level; absent on pages that are for everyone.
    pub(super) own: Option<String>,
    /// The figure; `None` if it is not shown.
    pub(super) cells: Option<Cells>,
    /// The share at each level, per cent; `None` if that is not shown.
    pub(super) shares: Option<[u8; 4]>,
}
