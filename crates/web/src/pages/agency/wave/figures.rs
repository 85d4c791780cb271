//! The figures of a comparison as tables.

use domain::comparison::{
    CARD_CELL, CardFigure, CountBand, Coverage, Figure, Group, GroupFigures, Panel, Publication,
    Quarters, Span,
};
use domain::day::Day;
use domain::instrument::Edition;
use domain::text::Lang;
use l10n::{Texts, day, two_decimals};

use crate::context::Cx;
use crate::pages::round::outcome::wording::{Wording, number};

/// A group among all.
pub(super) struct GroupRow {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) shows: String,
    pub(super) owners: String,
    pub(super) goals: String,
    pub(super) questions: String,
    pub(super) address: String,
}

/// The group whose figures are shown.
pub(super) struct Chosen {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) figures: Vec<FigureRow>,
    pub(super) panel: Option<PanelPart>,
}

pub(super) struct FigureRow {
    pub(super) name: String,
    pub(super) from: String,
    pub(super) owners: String,
    pub(super) median: String,
    pub(super) interval: String,
    pub(super) quartiles: String,
    pub(super) distribution: String,
}

pub(super) struct PanelPart {
    pub(super) title: String,
    pub(super) rows: Vec<PanelRow>,
}

pub(super) struct PanelRow {
    pub(super) name: String,
    pub(super) owners: String,
    pub(super) then: String,
    pub(super) now: String,
}

/// A tip, and what is told of those that chose it.
pub(super) struct CardRow {
    pub(super) title: String,
    pub(super) chosen: String,
    pub(super) done: String,
    pub(super) rose: String,
    pub(super) from: String,
}

/// A comparison, and the words to tell it in.
pub(super) struct Words<'a> {
    publication: &'a Publication,
    wording: Option<Wording<'a>>,
    t: &'a Texts,
    lang: Lang,
}

impl<'a> Words<'a> {
    pub(super) fn new(cx: &'a Cx, publication: &'a Publication) -> Self {
        let content = &cx.app().content;
        let (t, lang) = (cx.texts(), cx.lang());
        let edition = content.editions.get(&publication.edition);
        let wording = |edition: &'a Edition| Wording {
            content,
            edition,
            t,
            lang,
        };
        Words {
            publication,
            wording: edition.map(wording),
            t,
            lang,
        }
    }

    /// The fewest owners that any figure stands for.
    pub(super) fn min(&self) -> u32 {
        self.publication.min
    }

    /// What a goal, a question or a tip is called; its id where the edition is not here.
    pub(super) fn cell(&self, id: &str) -> String {
        if let Some(card) = id.strip_prefix(CARD_CELL) {
            return self.card(card);
        }
        let Some(w) = &self.wording else {
            return id.to_owned();
        };
        match w.edition.goal(id) {
            Some(goal) => w.goal_title(goal),
            None => format!("{} {}", w.label(id), w.question(id)),
        }
    }

    fn card(&self, id: &str) -> String {
        match id.strip_suffix(".done") {
            Some(id) => self.t.wave_finding_card_done(self.title(id)),
            None => self.t.wave_finding_card(self.title(id)),
        }
    }

    /// A tip's title; its id where the edition does not have it.
    fn title<'b>(&'b self, card: &'b str) -> &'b str {
        let found = self.wording.and_then(|w| w.edition.card(card));
        found.map_or(card, |found| found.title.get(self.lang))
    }

    /// A row for each tip that has a figure.
    pub(super) fn cards(&self) -> Vec<CardRow> {
        let row = |figure: &CardFigure| CardRow {
            title: self.title(&figure.id).to_owned(),
            chosen: self.band(figure.chosen),
            done: figure.done.map(|done| self.band(done)).unwrap_or_default(),
            rose: figure
                .rose
                .map(|share| share.to_string())
                .unwrap_or_default(),
            from: self.day(figure.from),
        };
        self.publication.cards.iter().map(row).collect()
    }

    /// A row for each group, with the address that shows its figures.
    pub(super) fn groups(&self, address: &str) -> Vec<GroupRow> {
        let edition = self.wording.map(|w| w.edition);
        let goals = edition.map_or(0, |edition| edition.goals.len());
        let questions = edition.map_or(0, |edition| edition.questions.len());
        let shown_of = |shown: &[Figure], all: usize| match shown.is_empty() {
            true => String::new(),
            false => self.t.wave_shown_of(number(shown.len()), number(all)),
        };
        let row = |figures: &GroupFigures| GroupRow {
            code: figures.group.code(),
            name: figures.group.name(self.lang),
            shows: match figures.shows {
                Some(date) => self.t.wave_shows(self.day(date).as_str()),
                None => self.t.wave_shows_nothing(),
            },
            owners: self.owners(figures.coverage),
            goals: shown_of(&figures.goals, goals),
            questions: shown_of(&figures.questions, questions),
            address: format!("{address}?grupp={}#grupp", figures.group.code()),
        };
        self.publication.groups.iter().map(row).collect()
    }

    /// The figures of a group.
    pub(super) fn chosen(&self, group: Group) -> Chosen {
        let found = self.publication.group(group);
        let figures = found.into_iter();
        Chosen {
            code: group.code(),
            name: group.name(self.lang),
            figures: figures
                .flat_map(|figures| figures.goals.iter().chain(&figures.questions))
                .map(|figure| self.figure(figure))
                .collect(),
            panel: found
                .and_then(|figures| figures.panel.as_ref())
                .map(|panel| self.panel(panel)),
        }
    }

    fn figure(&self, figure: &Figure) -> FigureRow {
        let span = |span: Option<Span>| span.map(|span| self.span(span)).unwrap_or_default();
        FigureRow {
            name: self.cell(&figure.id),
            from: self.day(figure.from),
            owners: self.owners(Some(figure.coverage)),
            median: self.value(figure.median),
            interval: span(figure.interval),
            quartiles: span(figure.quartiles),
            distribution: figure.distribution.map_or_else(String::new, |shares| {
                let shares = shares.map(|share| share.to_string());
                shares.join(", ")
            }),
        }
    }

    fn panel(&self, panel: &Panel) -> PanelPart {
        let (since, date) = (self.day(panel.since), self.day(panel.date));
        PanelPart {
            title: self.t.wave_panel(since.as_str(), date.as_str()),
            rows: panel
                .goals
                .iter()
                .map(|figure| PanelRow {
                    name: self.cell(&figure.id),
                    owners: self.owners(Some(figure.coverage)),
                    then: self.value(figure.then),
                    now: self.value(figure.now),
                })
                .collect(),
        }
    }

    fn day(&self, date: Day) -> String {
        day(&date.to_string(), self.lang)
    }

    fn value(&self, value: Quarters) -> String {
        let (whole, hundredths) = value.shown();
        two_decimals(whole, hundredths, self.lang)
    }

    fn span(&self, span: Span) -> String {
        let (lower, upper) = (self.value(span.lower), self.value(span.upper));
        self.t.wave_span(lower.as_str(), upper.as_str())
    }

    fn owners(&self, coverage: Option<Coverage>) -> String {
        coverage.map_or_else(String::new, |coverage| self.band(coverage.owners))
    }

    fn band(&self, band: CountBand) -> String {
        match band.bounds() {
            (fewest, Some(most)) => self.t.wave_owners(fewest, most),
            (fewest, None) => self.t.wave_owners_or_more(fewest),
        }
    }
}
