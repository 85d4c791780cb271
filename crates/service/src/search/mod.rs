//! Search over everything that is public: questions, tips, the hub, its words and the goals.
//!
//! [`documents`] says what can be found, [`language`] what a word is, [`lexicon`] knows every word
//! there is and what else a word may have been meant as, [`index`] ranks, [`excerpt`] picks the
//! sentence to show. All is in memory and made anew at each start; no query is kept or logged.

mod documents;
mod excerpt;
mod index;
mod language;
mod lexicon;
mod query;

use domain::instrument::Content;
use domain::text::Lang;

pub use self::documents::{Document, Target};
pub use self::excerpt::Piece;
use self::index::Index;

/// A query is cut after this many characters: it is more than anyone types.
pub const LONGEST: usize = 200;

/// No more hits than this are told of.
pub const MOST: usize = 50;

/// What can be found, in both languages.
pub struct Search {
    sv: Index,
    en: Index,
}

/// What a query found.
#[derive(Debug)]
pub struct Found {
    /// The query as it was searched for.
    pub query: String,
    /// Whether it was longer than [`LONGEST`].
    pub cut: bool,
    /// Whether there is a word in it.
    pub empty: bool,
    /// Id of the glossary's word, if that is what was asked for.
    pub term: Option<String>,
    /// The best first.
    pub hits: Vec<Hit>,
}

/// Something that was found.
#[derive(Debug)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// What it is called.
    pub title: String,
    /// The sentence that says most of what was asked for.
    pub excerpt: Vec<Piece>,
}

impl Search {
    /// Takes in the content, and pages that stand beside it.
    pub fn new(content: &Content, beside: impl Fn(Lang) -> Vec<Document>) -> Search {
        let index = |lang| {
            let mut all = documents::of(content, lang);
            all.extend(beside(lang));
            Index::new(content, lang, all)
        };
        Search {
            sv: index(Lang::Sv),
            en: index(Lang::En),
        }
    }

    /// What a query finds.
    pub fn find(&self, lang: Lang, query: &str) -> Found {
        let index = match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        };
        let query = query.trim();
        let shortened: String = query.chars().take(LONGEST).collect();
        let cut = shortened.len() < query.len();
        let asked = index.read(&shortened);
        Found {
            cut,
            empty: asked.is_empty(),
            term: index.term(&shortened),
            hits: index.find(&asked),
            query: shortened,
        }
    }
}
